//! Files in memory and on disk.

use crate::diagnostic::{Finding, Texts, place};
use crate::source::Sources;

fn read(files: &[(&str, &[u8])]) -> (Sources, Vec<Finding>) {
    let files = files.iter().map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec()));
    let (sources, findings) = Sources::from_files(files);
    (sources, findings.into_sorted())
}

#[test]
fn files_come_in_the_order_of_their_paths() {
    let (sources, findings) =
        read(&[("content/b.yaml", b"b"), ("rapor.yaml", b"r"), ("content/a.yaml", b"a")]);
    assert_eq!(findings, []);
    let paths: Vec<&str> = sources.iter().map(|(_, file)| file.path()).collect();
    assert_eq!(paths, ["content/a.yaml", "content/b.yaml", "rapor.yaml"]);
    assert_eq!(sources.under("content/").count(), 2);
    assert_eq!(sources.under("content/b").count(), 1);
    let (id, file) = sources.find("content/b.yaml").unwrap();
    assert_eq!((sources.text(id), file.text()), ("b", "b"));
    assert!(sources.find("content/c.yaml").is_none());
}

#[test]
fn a_byte_order_mark_is_no_text_but_is_hashed() {
    let (sources, findings) = read(&[("content/a.yaml", b"\xef\xbb\xbfa: 1\r\n")]);
    assert_eq!(findings, []);
    let (_, file) = sources.find("content/a.yaml").unwrap();
    assert_eq!(file.text(), "a: 1\r\n");
    assert_eq!(file.raw().unwrap().len(), 9);
}

#[test]
fn bad_bytes_are_placed() {
    let (sources, findings) =
        read(&[("content/a.yaml", b"\xef\xbb\xbfa: 1\nb: \xff\n"), ("content/b.md", "x\u{0}".as_bytes())]);
    let found: Vec<(&str, u32, u32)> = findings
        .iter()
        .map(|finding| {
            let at = place(sources.text(finding.at.file), finding.at.start);
            (finding.code.0, at.line, at.column)
        })
        .collect();
    assert_eq!(found, [("R004", 2, 4), ("R017", 1, 2)]);
    assert!(!sources.find("content/a.yaml").unwrap().1.is_readable());
}

#[test]
fn bad_and_colliding_names_and_large_files_are_findings() {
    let large = vec![b'['; 800 * 1024];
    let (_, findings) = read(&[
        ("content/../x.yaml", b"a"),
        ("content/People/a.yaml", b"a"),
        ("content/large.yaml", &large),
        ("content/people/b.yaml", b"a"),
        ("content/people/B.yaml", b"a"),
    ]);
    let found: Vec<&str> = findings.iter().map(|finding| finding.code.0).collect();
    assert_eq!(found, ["R010", "R001", "R011", "R011"]);
}

#[cfg(unix)]
mod on_disk {
    use std::fs;
    use std::os::unix::fs::symlink;
    use std::path::{Path, PathBuf};

    use crate::diagnostic::{Finding, Texts};
    use crate::source::{Mount, Sources};

    /// A folder that is removed at the end of a test.
    struct Scratch(PathBuf);

    impl Scratch {
        fn new(name: &str) -> Self {
            let path = std::env::temp_dir().join(format!("rapor-sources-{name}-{}", std::process::id()));
            let _ = fs::remove_dir_all(&path);
            fs::create_dir_all(&path).unwrap();
            Scratch(path)
        }

        fn write(&self, path: &str, text: &str) {
            let path = self.0.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
    }

    impl Drop for Scratch {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    fn read(root: &Path) -> (Sources, Vec<Finding>) {
        let (sources, findings) = Sources::read(root, &[]).unwrap();
        (sources, findings.into_sorted())
    }

    fn paths(sources: &Sources) -> Vec<&str> {
        sources.iter().map(|(_, file)| file.path()).collect()
    }

    #[test]
    fn only_what_belongs_to_the_agency_is_read() {
        let agency = Scratch::new("belongs");
        for path in [
            "rapor.yaml",
            "content/units.yaml",
            "content/.git/config",
            "content/.DS_Store",
            "content/units.yaml~",
            "content/people/dewi.yaml",
            "templates/page.html",
            "output/public/index.html",
            "target/x",
            "README.md",
        ] {
            agency.write(path, "a: 1\n");
        }
        agency.write("content/assets/lambang.png", "bukan teks");
        let (sources, findings) = read(&agency.0);
        assert_eq!(findings, []);
        assert_eq!(
            paths(&sources),
            [
                "content/assets/lambang.png",
                "content/people/dewi.yaml",
                "content/units.yaml",
                "rapor.yaml",
                "templates/page.html"
            ]
        );
        let (_, emblem) = sources.find("content/assets/lambang.png").unwrap();
        assert_eq!((emblem.is_asset(), emblem.size(), emblem.text()), (true, 10, ""));
        assert_eq!(sources.bytes("content/assets/lambang.png").unwrap().unwrap(), b"bukan teks");
        assert!(Sources::read(&agency.0.join("missing"), &[]).is_err());
    }

    #[test]
    fn links_may_lead_inside_but_not_outside() {
        let outside = Scratch::new("outside");
        outside.write("rahasia.yaml", "a: rahasia\n");
        outside.write("folder/lain.yaml", "a: rahasia\n");
        let agency = Scratch::new("links");
        agency.write("content/units.yaml", "a: 1\n");
        symlink(agency.0.join("content/units.yaml"), agency.0.join("content/salinan.yaml")).unwrap();
        symlink(outside.0.join("rahasia.yaml"), agency.0.join("content/keluar.yaml")).unwrap();
        symlink(outside.0.join("folder"), agency.0.join("content/folder")).unwrap();
        symlink(agency.0.join("content/tidak-ada"), agency.0.join("content/putus.yaml")).unwrap();
        symlink(agency.0.join("content"), agency.0.join("content/lingkaran")).unwrap();
        let (sources, findings) = read(&agency.0);
        assert!(sources.iter().all(|(_, file)| !file.text().contains("rahasia")));
        let found: Vec<(&str, &str)> =
            findings.iter().map(|finding| (sources.path(finding.at.file), finding.code.0)).collect();
        assert_eq!(
            found,
            [
                ("content/folder", "R009"),
                ("content/keluar.yaml", "R009"),
                ("content/lingkaran", "R015"),
                ("content/putus.yaml", "R015")
            ]
        );
        assert_eq!(sources.find("content/salinan.yaml").unwrap().1.text(), "a: 1\n");
    }

    #[test]
    fn a_mounted_folder_appears_in_its_place() {
        let office = Scratch::new("office");
        office.write("dewi/plan.yaml", "a: 1\n");
        let agency = Scratch::new("mounts");
        agency.write("rapor.yaml", "a: 1\n");
        let mount = Mount { at: "content/reviews/2025".into(), from: office.0.clone() };
        let (sources, _) = Sources::read(&agency.0, &[mount]).unwrap();
        assert_eq!(paths(&sources), ["content/reviews/2025/dewi/plan.yaml", "rapor.yaml"]);
    }

    #[test]
    fn reading_again_gives_what_reading_anew_gives() {
        let agency = Scratch::new("again");
        for path in ["rapor.yaml", "content/a.yaml", "content/b/c.yaml", "content/b/d.yaml", "content/e.yaml"]
        {
            agency.write(path, "a: 1\n");
        }
        let (before, _) = read(&agency.0);
        agency.write("content/a.yaml", "a: 2\n");
        agency.write("content/new/f.yaml", "a: \u{7}\n");
        agency.write("content/.hidden/g.yaml", "a: 1\n");
        fs::remove_dir_all(agency.0.join("content/b")).unwrap();
        let mut changed: Vec<PathBuf> =
            ["content/a.yaml", "content/new", "content/b", "content/.hidden", "output/x", "../elsewhere"]
                .iter()
                .map(|path| agency.0.join(path))
                .collect();
        let outside = Scratch::new("again-outside");
        outside.write("rahasia.yaml", "a: rahasia\n");
        symlink(&outside.0, agency.0.join("content/keluar")).unwrap();
        changed.extend(["content/keluar", "content/keluar/rahasia.yaml"].map(|path| agency.0.join(path)));
        let (again, findings) = before.reread(&agency.0, &[], &changed).unwrap();
        let (anew, expected) = read(&agency.0);
        assert_eq!(again, anew);
        assert_eq!(findings.into_sorted(), expected);
        assert_eq!(
            paths(&again),
            ["content/a.yaml", "content/e.yaml", "content/keluar", "content/new/f.yaml", "rapor.yaml"]
        );
    }
}
