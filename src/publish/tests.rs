//! Publications to real directories.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use super::*;

/// A directory of its own for one test, removed afterwards.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Self {
        Self::within(&std::env::temp_dir(), name)
    }

    /// For tests that publish very often: in memory where there is such a place, as every time the disk is waited for.
    fn quick(name: &str) -> Self {
        let memory = Path::new("/dev/shm");
        if memory.is_dir() { Self::within(memory, name) } else { Self::new(name) }
    }

    fn within(base: &Path, name: &str) -> Self {
        let path = base.join(format!("rapor-publish-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Scratch(path.canonicalize().unwrap())
    }

    fn target(&self) -> PathBuf {
        self.0.join("output")
    }

    /// What lies beside the target, and the target.
    fn names(&self) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(&self.0)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn tree(files: &[(&str, &str)]) -> Tree {
    let mut tree = Tree::new();
    for (path, text) in files {
        tree.insert(*path, *text).unwrap();
    }
    tree
}

fn old_tree() -> Tree {
    tree(&[
        ("public/index.html", "old home"),
        ("public/style.css", "body {}"),
        ("employees/dewi/index.html", "Dewi"),
        ("employees/dewi/style.css", "body {}"),
        ("employees/gone/2024/index.html", "gone"),
        ("personnel/index.html", "old"),
    ])
}

fn new_tree() -> Tree {
    tree(&[
        ("public/index.html", "new home"),
        ("public/style.css", "body {}"),
        ("employees/dewi/index.html", "Dewi"),
        ("employees/dewi/style.css", "body {}"),
        ("employees/ali/2025/index.html", "Ali"),
        ("personnel/index.html", "new"),
    ])
}

fn to(target: &Path) -> Destination<'_> {
    Destination { target, repository: None, sources: &[] }
}

fn run(target: &Path, tree: &Tree) -> Result<Published, PublishError> {
    publish(&to(target), tree, &|_| {})
}

/// All files of a directory with their bytes.
fn files_of(directory: &Path) -> BTreeMap<String, Vec<u8>> {
    fn walk(directory: &Path, prefix: &str, found: &mut BTreeMap<String, Vec<u8>>) {
        for entry in fs::read_dir(directory).unwrap() {
            let entry = entry.unwrap();
            let path = format!("{prefix}{}", entry.file_name().into_string().unwrap());
            if entry.file_type().unwrap().is_dir() {
                walk(&entry.path(), &format!("{path}/"), found);
            } else {
                found.insert(path, fs::read(entry.path()).unwrap());
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(directory, "", &mut found);
    found
}

/// What an output with this tree holds, the manifest apart.
fn expected(tree: &Tree) -> BTreeMap<String, Vec<u8>> {
    let around = around::FILES.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
    tree.iter().map(|(path, content)| (path.to_owned(), content.bytes().to_vec())).chain(around).collect()
}

fn holds(directory: &Path, tree: &Tree) -> bool {
    let mut found = files_of(directory);
    found.remove(manifest::PATH).is_some() && found == expected(tree)
}

#[test]
fn the_first_output_and_the_next_hold_their_trees_and_leave_nothing_beside() {
    let scratch = Scratch::new("first");
    let published = run(&scratch.target(), &old_tree()).unwrap();
    assert!(holds(&scratch.target(), &old_tree()));
    assert_eq!((published.files, published.written, published.linked), (13, 12, 1));

    let published = run(&scratch.target(), &new_tree()).unwrap();
    assert!(holds(&scratch.target(), &new_tree()));
    assert_eq!(published, Published { files: 13, written: 3, reused: 10, linked: 0, removed: 1, left: None });
    assert_eq!(scratch.names(), ["output"]);
}

#[test]
fn the_same_tree_gives_the_same_bytes_whatever_was_there_before() {
    let (a, b) = (Scratch::new("same-a"), Scratch::new("same-b"));
    run(&a.target(), &new_tree()).unwrap();
    run(&b.target(), &old_tree()).unwrap();
    run(&b.target(), &new_tree()).unwrap();
    assert_eq!(files_of(&a.target()), files_of(&b.target()));
}

#[cfg(unix)]
#[test]
fn equal_and_unchanged_files_share_their_bytes_and_all_have_fixed_modes() {
    use std::os::unix::fs::MetadataExt;
    let scratch = Scratch::new("links");
    let inode = |path: &str| fs::metadata(scratch.target().join(path)).unwrap().ino();
    run(&scratch.target(), &old_tree()).unwrap();
    assert_eq!(inode("public/style.css"), inode("employees/dewi/style.css"));
    assert_ne!(inode("public/index.html"), inode("personnel/index.html"));
    let before = inode("employees/dewi/index.html");
    run(&scratch.target(), &new_tree()).unwrap();
    assert_eq!(inode("employees/dewi/index.html"), before);
    for path in ["public", "employees/ali/2025", ".rapor"] {
        assert_eq!(fs::metadata(scratch.target().join(path)).unwrap().mode() & 0o777, 0o755, "{path}");
    }
    for path in ["public/index.html", ".rapor/manifest.json", ".htaccess"] {
        assert_eq!(fs::metadata(scratch.target().join(path)).unwrap().mode() & 0o777, 0o644, "{path}");
    }
}

#[cfg(unix)]
#[test]
fn an_output_that_is_right_already_is_not_touched() {
    use std::os::unix::fs::MetadataExt;
    let scratch = Scratch::new("right");
    let inode = || fs::metadata(scratch.target()).unwrap().ino();
    run(&scratch.target(), &old_tree()).unwrap();
    let before = inode();
    let published = run(&scratch.target(), &old_tree()).unwrap();
    assert_eq!((published.files, published.reused, published.written), (13, 13, 0));
    assert_eq!(inode(), before);
    fs::set_permissions(
        scratch.target().join("public/index.html"),
        std::os::unix::fs::PermissionsExt::from_mode(0o600),
    )
    .unwrap();
    run(&scratch.target(), &old_tree()).unwrap();
    assert_ne!(inode(), before);
    assert_eq!(fs::metadata(scratch.target().join("public/index.html")).unwrap().mode() & 0o777, 0o644);
}

#[cfg(unix)]
#[test]
fn times_of_files_written_anew_do_not_tell_which_changed() {
    use std::os::unix::fs::MetadataExt;
    let scratch = Scratch::new("anew");
    let tree = |changed: &str| {
        let mut tree = tree(&[("public/index.html", "same")]);
        tree.insert("public/v/1.html", Content::from("kept").anew()).unwrap();
        tree.insert("public/v/2.html", Content::from(changed).anew()).unwrap();
        tree
    };
    let inode = |name: &str| fs::metadata(scratch.target().join(name)).unwrap().ino();
    run(&scratch.target(), &tree("one")).unwrap();
    let (kept, plain) = (inode("public/v/1.html"), inode("public/index.html"));
    run(&scratch.target(), &tree("one")).unwrap();
    assert_eq!(inode("public/v/1.html"), kept);
    run(&scratch.target(), &tree("two")).unwrap();
    assert_ne!(inode("public/v/1.html"), kept);
    assert_eq!(inode("public/index.html"), plain);
}

#[test]
fn what_somebody_changed_in_the_output_is_made_right() {
    let scratch = Scratch::new("tamper");
    run(&scratch.target(), &old_tree()).unwrap();
    fs::write(scratch.target().join("employees/dewi/index.html"), "Dewa").unwrap();
    fs::write(scratch.target().join("public/style.css"), "longer than before").unwrap();
    fs::remove_file(scratch.target().join("personnel/index.html")).unwrap();
    run(&scratch.target(), &old_tree()).unwrap();
    assert!(holds(&scratch.target(), &old_tree()));
}

#[test]
fn a_clone_with_the_note_alone_is_published_to_and_keeps_the_note() {
    let scratch = Scratch::new("note");
    fs::create_dir(scratch.target()).unwrap();
    let note = include_bytes!("../../output/README.md");
    fs::write(scratch.target().join("README.md"), note).unwrap();
    run(&scratch.target(), &old_tree()).unwrap();
    assert_eq!(fs::read(scratch.target().join("README.md")).unwrap(), note);
    assert!(holds(&scratch.target(), &old_tree()));
    assert_eq!(scratch.names(), ["output"]);
}

#[test]
fn a_directory_of_somebody_else_is_refused_and_left_alone() {
    let scratch = Scratch::new("theirs");
    for file in ["thesis.txt", "README.md"] {
        let _ = fs::remove_dir_all(scratch.target());
        fs::create_dir(scratch.target()).unwrap();
        fs::write(scratch.target().join(file), "mine").unwrap();
        match run(&scratch.target(), &old_tree()) {
            Err(PublishError::NotOurs { files, .. }) => assert_eq!(files, [file]),
            other => panic!("{other:?}"),
        }
        assert_eq!(files_of(&scratch.target()), BTreeMap::from([(file.to_owned(), b"mine".to_vec())]));
        assert_eq!(scratch.names(), ["output"]);
    }
}

#[test]
fn a_file_that_rapor_did_not_put_into_the_output_is_named_and_kept() {
    let scratch = Scratch::new("foreign");
    run(&scratch.target(), &old_tree()).unwrap();
    fs::write(scratch.target().join("public/notes.txt"), "mine").unwrap();
    fs::create_dir(scratch.target().join("draft")).unwrap();
    let before = files_of(&scratch.target());
    match run(&scratch.target(), &new_tree()) {
        Err(error @ PublishError::Foreign { .. }) => {
            let message = error.to_string();
            assert!(message.contains("public/notes.txt") && message.contains("draft/"), "{message}");
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(files_of(&scratch.target()), before);

    fs::remove_file(scratch.target().join("public/notes.txt")).unwrap();
    fs::remove_dir(scratch.target().join("draft")).unwrap();
    fs::write(scratch.target().join("public/.DS_Store"), "").unwrap();
    run(&scratch.target(), &new_tree()).unwrap();
    assert!(holds(&scratch.target(), &new_tree()));
}

#[test]
fn a_damaged_manifest_protects_what_is_there() {
    let scratch = Scratch::new("damaged");
    run(&scratch.target(), &old_tree()).unwrap();
    fs::write(scratch.target().join(manifest::PATH), "{").unwrap();
    assert!(matches!(run(&scratch.target(), &new_tree()), Err(PublishError::Damaged { .. })));
    assert_eq!(fs::read(scratch.target().join("public/index.html")).unwrap(), b"old home");
}

#[cfg(unix)]
#[test]
fn links_are_neither_replaced_nor_followed() {
    let scratch = Scratch::new("symlink");
    let elsewhere = scratch.0.join("elsewhere");
    fs::create_dir(&elsewhere).unwrap();
    std::os::unix::fs::symlink(&elsewhere, scratch.target()).unwrap();
    assert!(matches!(run(&scratch.target(), &old_tree()), Err(PublishError::Link { .. })));

    fs::remove_file(scratch.target()).unwrap();
    run(&scratch.target(), &old_tree()).unwrap();
    fs::rename(scratch.target().join("public"), elsewhere.join("public")).unwrap();
    std::os::unix::fs::symlink(elsewhere.join("public"), scratch.target().join("public")).unwrap();
    assert!(matches!(run(&scratch.target(), &new_tree()), Err(PublishError::Foreign { .. })));
    assert_eq!(fs::read(elsewhere.join("public/index.html")).unwrap(), b"old home");
}

#[test]
fn a_target_among_or_above_the_agencys_own_files_is_refused() {
    let scratch = Scratch::new("overlap");
    let (root, content) = (scratch.0.join("agency"), scratch.0.join("agency/content"));
    fs::create_dir_all(root.join(".git")).unwrap();
    fs::create_dir_all(&content).unwrap();
    let sources = [content.clone()];
    for target in [
        content.clone(),
        content.join("out"),
        root.clone(),
        scratch.0.clone(),
        root.join(".git/out"),
        root.join("a/.."),
    ] {
        let destination = Destination { target: &target, repository: Some(&root), sources: &sources };
        let result = publish(&destination, &old_tree(), &|_| {});
        assert!(
            matches!(result, Err(PublishError::Overlap { .. } | PublishError::NoName { .. })),
            "{target:?}: {result:?}"
        );
    }
    fs::write(scratch.0.join("file"), "").unwrap();
    assert!(matches!(run(&scratch.0.join("file"), &old_tree()), Err(PublishError::NotADirectory { .. })));

    let target = root.join("deep/output");
    let destination = Destination { target: &target, repository: Some(&root), sources: &sources };
    publish(&destination, &old_tree(), &|_| {}).unwrap();
    assert!(holds(&target, &old_tree()));
}

#[test]
fn a_second_run_at_the_same_time_says_so() {
    let scratch = Scratch::new("busy");
    let target = scratch.target();
    let seen = AtomicBool::new(false);
    let on = |step| {
        if step == Step::Ready {
            seen.store(
                matches!(run(&target, &new_tree()), Err(PublishError::Busy { .. })),
                Ordering::Relaxed,
            );
        }
    };
    publish(&to(&target), &old_tree(), &on).unwrap();
    assert!(seen.load(Ordering::Relaxed));
    assert!(holds(&target, &old_tree()));
    run(&target, &new_tree()).unwrap();
}

#[test]
fn the_lock_of_a_run_that_was_killed_stands_in_nobodys_way() {
    let scratch = Scratch::new("left-lock");
    let target = scratch.target();
    fs::write(scratch.0.join(".output.rapor-lock"), "").unwrap();
    run(&target, &old_tree()).unwrap();
    assert!(holds(&target, &old_tree()));
    if cfg!(unix) {
        assert_eq!(scratch.names(), ["output"]);
    }
}

#[test]
fn what_the_system_refuses_leaves_the_output_as_it_is() {
    let scratch = Scratch::new("refused");
    let target = scratch.target();
    run(&target, &old_tree()).unwrap();
    let lock = scratch.0.join(".output.rapor-lock");
    let _ = fs::remove_file(&lock);
    fs::create_dir(&lock).unwrap();
    let error = run(&target, &new_tree()).unwrap_err();
    assert!(matches!(&error, PublishError::Io { path, .. } if *path == lock), "{error}");
    assert!(holds(&target, &old_tree()));
    let denied = PublishError::Io { path: target, error: io::ErrorKind::PermissionDenied.into() };
    assert!(
        denied.describe(crate::text::Lang::Id).ends_with("output` tidak boleh ditulis oleh pengguna ini")
    );
}

#[test]
fn a_reader_never_misses_a_file_that_both_outputs_have() {
    let scratch = Scratch::new("reader");
    run(&scratch.target(), &old_tree()).unwrap();
    let page = scratch.target().join("public/index.html");
    let (done, reads) = (AtomicBool::new(false), AtomicUsize::new(0));
    std::thread::scope(|scope| {
        let reader = scope.spawn(|| {
            while !done.load(Ordering::Relaxed) {
                let text = fs::read_to_string(&page).unwrap();
                assert!(text == "old home" || text == "new home", "{text}");
                reads.fetch_add(1, Ordering::Relaxed);
            }
        });
        for round in 0..20 {
            let tree = if round % 2 == 0 { new_tree() } else { old_tree() };
            run(&scratch.target(), &tree).unwrap();
        }
        done.store(true, Ordering::Relaxed);
        reader.join().unwrap();
    });
    assert!(reads.load(Ordering::Relaxed) > 20);
}

fn cannot_swap(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

#[test]
fn a_failed_exchange_leaves_the_old_output_and_nothing_beside() {
    fn is_denied(_: &Path, _: &Path) -> io::Result<()> {
        Err(io::ErrorKind::PermissionDenied.into())
    }
    let scratch = Scratch::new("denied");
    run(&scratch.target(), &old_tree()).unwrap();
    let result = publish_by(is_denied, &to(&scratch.target()), &new_tree(), &|_| {});
    assert!(matches!(result, Err(PublishError::Io { .. })));
    assert!(holds(&scratch.target(), &old_tree()));
    assert_eq!(scratch.names(), ["output"]);
}

const KILL_AT: &str = "RAPOR_TEST_KILL_AT";
const KILL_TARGET: &str = "RAPOR_TEST_KILL_TARGET";
const KILL_TWO_STEPS: &str = "RAPOR_TEST_KILL_TWO_STEPS";
const KILLED: i32 = 9;

/// Publishes the new tree and ends, without any farewell, at the given step. Run by the test below in a process of
/// its own.
#[test]
#[ignore = "the other half of a test that runs it"]
fn child_that_is_killed() {
    let Some(target) = std::env::var_os(KILL_TARGET) else { return };
    let at: usize = std::env::var(KILL_AT).unwrap().parse().unwrap();
    let swap: Swap = if std::env::var_os(KILL_TWO_STEPS).is_some() { cannot_swap } else { exchange::swap };
    let steps = AtomicUsize::new(0);
    let on = |_| {
        if steps.fetch_add(1, Ordering::Relaxed) == at {
            std::process::exit(KILLED);
        }
    };
    publish_by(swap, &to(Path::new(&target)), &new_tree(), &on).unwrap();
}

/// Kills publications at every step in turn; gives the number of steps.
fn kill_everywhere(scratch: &Scratch, with_old: bool, in_two_steps: bool) -> usize {
    let target = scratch.target();
    for at in 0.. {
        let _ = fs::remove_dir_all(&target);
        if with_old {
            run(&target, &old_tree()).unwrap();
        }
        let mut child = Command::new(std::env::current_exe().unwrap());
        child.args(["--exact", "publish::tests::child_that_is_killed", "--ignored"]);
        child.env(KILL_TARGET, &target).env(KILL_AT, at.to_string());
        if in_two_steps {
            child.env(KILL_TWO_STEPS, "1");
        }
        let status = child.output().unwrap().status;
        if status.success() {
            assert!(holds(&target, &new_tree()));
            return at;
        }
        assert_eq!(status.code(), Some(KILLED));
        let aside = scratch.0.join(".output.rapor-aside");
        if target.exists() {
            assert!(
                (with_old && holds(&target, &old_tree())) || holds(&target, &new_tree()),
                "killed at {at}"
            );
        } else if with_old {
            assert!(in_two_steps && holds(&aside, &old_tree()), "killed at {at}");
        }
        run(&target, &new_tree()).unwrap();
        assert!(holds(&target, &new_tree()), "recovered from {at}");
        assert_eq!(scratch.names(), ["output"], "killed at {at}");
    }
    unreachable!("the loop ends with a child that is not killed")
}

#[test]
fn a_kill_at_any_step_leaves_the_old_output_or_the_new_one() {
    let scratch = Scratch::quick("kill");
    assert!(kill_everywhere(&scratch, true, false) > 13);
    assert!(kill_everywhere(&scratch, false, false) > 13);
    assert!(kill_everywhere(&scratch, true, true) > 13);
}
