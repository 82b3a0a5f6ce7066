//! Putting the next output together beside the old one.

use std::collections::{BTreeMap, HashMap};
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::error::PublishError;
use super::inspect::Found;
use super::manifest::{self, Entry, Manifest};
use super::tree::{Content, Digest};
use super::{Step, TOOL, around};

/// How the files of an output came about.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Counts {
    pub(super) written: usize,
    pub(super) reused: usize,
    pub(super) linked: usize,
}

impl Counts {
    fn plus(self, other: Counts) -> Counts {
        Counts {
            written: self.written + other.written,
            reused: self.reused + other.reused,
            linked: self.linked + other.linked,
        }
    }
}

/// The files of the next output, roots and what is around them, by path.
pub(super) type Files<'a> = BTreeMap<&'a str, Content>;

/// The manifest of files.
pub(super) fn list(files: &Files<'_>) -> Manifest {
    let contents: Vec<_> = files.iter().collect();
    contents.par_iter().for_each(|(_, content)| {
        content.digest();
    });
    let entry = |content: &Content| Entry { digest: content.digest(), size: content.bytes().len() as u64 };
    Manifest { files: files.iter().map(|(path, content)| ((*path).to_owned(), entry(content))).collect() }
}

/// Writes the next output to a directory that does not exist yet.
///
/// The manifest comes first, so that a run that is cut short leaves nothing unlisted; then the files that deny; then
/// everything else. Files that are as they were are linked to the old output, after reading them: what somebody
/// changed there is made right.
pub(super) fn write(
    stage: &Path,
    files: &Files<'_>,
    manifest: &Manifest,
    old: Option<(&Path, &Found)>,
    on: &(dyn Fn(Step) + Sync),
) -> Result<Counts, PublishError> {
    make_directory(stage, false)?;
    let fix_modes = !has_mode(&fs::symlink_metadata(stage).map_err(PublishError::io(stage))?, DIRECTORY_MODE);
    let writer = Writer { stage, old, fix_modes };
    if fix_modes {
        set_mode(stage, DIRECTORY_MODE)?;
    }
    make_directory(&stage.join(manifest::DIRECTORY), fix_modes)?;
    on(Step::Started);
    writer.create(manifest::PATH, manifest.to_json(TOOL).as_bytes())?;
    on(Step::Listed);
    let (denying, roots): (Vec<_>, Vec<_>) = groups(files)
        .into_iter()
        .partition(|group| !group.paths[0].contains('/') && is_around(group.paths[0]));
    let done = AtomicUsize::new(0);
    let total = files.len();
    let put = |group: &Group<'_>| {
        let counts = writer.put(group)?;
        let count = group.paths.len();
        on(Step::Staged { done: done.fetch_add(count, Ordering::Relaxed) + count, total });
        Ok(counts)
    };
    let first = denying.iter().map(&put).try_fold(Counts::default(), |sum, next| Ok(sum.plus(next?)))?;
    make_directories(stage, manifest, fix_modes)?;
    let rest = roots.par_iter().map(&put).try_reduce(Counts::default, |a, b| Ok(a.plus(b)))?;
    Ok(first.plus(rest))
}

/// Says whether an output holds these files already, each as it should be.
pub(super) fn is_current(directory: &Path, found: &Found, files: &Files<'_>, manifest: &Manifest) -> bool {
    // Apart from the files, the manifest itself is present.
    if found.manifest.as_ref() != Some(manifest) || found.present.len() != files.len() + 1 {
        return false;
    }
    let is_right = |path: &str, bytes: &[u8]| is_exactly(&directory.join(path), bytes).unwrap_or(false);
    is_right(manifest::PATH, manifest.to_json(TOOL).as_bytes())
        && files.par_iter().all(|(path, content)| is_right(path, content.bytes()))
}

/// Paths with the same content. One of them is written, the others are further names of the same file.
struct Group<'a> {
    content: &'a Content,
    paths: Vec<&'a str>,
}

/// Groups in order of their first paths, so that neighbours are written together.
fn groups<'a>(files: &'a Files<'a>) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::with_capacity(files.len());
    let mut by_digest: HashMap<Digest, usize> = HashMap::with_capacity(files.len());
    for (path, content) in files {
        let index = *by_digest.entry(content.digest()).or_insert_with(|| {
            groups.push(Group { content, paths: Vec::with_capacity(1) });
            groups.len() - 1
        });
        groups[index].paths.push(path);
    }
    groups
}

fn is_around(path: &str) -> bool {
    around::FILES.iter().any(|(around, _)| *around == path)
}

struct Writer<'a> {
    stage: &'a Path,
    old: Option<(&'a Path, &'a Found)>,
    /// The user's mask takes bits away that the output has.
    fix_modes: bool,
}

impl Writer<'_> {
    fn put(&self, group: &Group<'_>) -> Result<Counts, PublishError> {
        let mut counts = Counts::default();
        let mut source: Option<PathBuf> = None;
        let content_is_anew = group.content.is_anew();
        for path in &group.paths {
            let new = self.stage.join(path);
            let is_old = self.lists(path, group.content);
            if let Some(source) = &source {
                // A file can have only so many names; past that, and on file systems without links, it is copied.
                if fs::hard_link(source, &new).is_ok() {
                    *(if is_old { &mut counts.reused } else { &mut counts.linked }) += 1;
                    continue;
                }
            } else if is_old && !content_is_anew && self.reuse(path, group.content, &new) {
                counts.reused += 1;
                source = Some(new);
                continue;
            }
            self.create(path, group.content.bytes())?;
            counts.written += 1;
            source = Some(new);
        }
        Ok(counts)
    }

    /// Says whether the old output should have this content at this path.
    fn lists(&self, path: &str, content: &Content) -> bool {
        let entry = self
            .old
            .and_then(|(_, found)| found.manifest.as_ref())
            .and_then(|manifest| manifest.files.get(path));
        entry.is_some_and(|entry| entry.digest == content.digest())
    }

    /// Links to the old output if the file there is what it should be. Whatever stands in the way, the file can still
    /// be written.
    fn reuse(&self, path: &str, content: &Content, new: &Path) -> bool {
        let Some((directory, found)) = self.old else { return false };
        let old = directory.join(path);
        found.present.contains(path)
            && is_exactly(&old, content.bytes()).unwrap_or(false)
            && fs::hard_link(&old, new).is_ok()
    }

    fn create(&self, path: &str, bytes: &[u8]) -> Result<(), PublishError> {
        let path = self.stage.join(path);
        let mut options = File::options();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, FILE_MODE);
        let mut file = options.open(&path).map_err(PublishError::io(&path))?;
        file.write_all(bytes).map_err(PublishError::io(&path))?;
        if self.fix_modes { set_mode(&path, FILE_MODE) } else { Ok(()) }
    }
}

/// Says whether a file holds these bytes and has the right mode.
fn is_exactly(path: &Path, bytes: &[u8]) -> io::Result<bool> {
    let mut file = File::open(path)?;
    let data = file.metadata()?;
    if data.len() != bytes.len() as u64 || !has_mode(&data, FILE_MODE) {
        return Ok(false);
    }
    let mut held = Vec::with_capacity(bytes.len() + 1);
    file.read_to_end(&mut held)?;
    Ok(held == bytes)
}

/// Makes the directories of all files, level by level.
fn make_directories(stage: &Path, manifest: &Manifest, fix_mode: bool) -> Result<(), PublishError> {
    let mut levels: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    for directory in manifest.directories() {
        if directory != manifest::DIRECTORY {
            levels.entry(directory.matches('/').count()).or_default().push(directory);
        }
    }
    levels.values().try_for_each(|level| {
        level.par_iter().try_for_each(|path| make_directory(&stage.join(path), fix_mode))
    })
}

const FILE_MODE: u32 = 0o644;
const DIRECTORY_MODE: u32 = 0o755;

fn make_directory(path: &Path, fix_mode: bool) -> Result<(), PublishError> {
    let builder = &mut fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(builder, DIRECTORY_MODE);
    builder.create(path).map_err(PublishError::io(path))?;
    if fix_mode { set_mode(path, DIRECTORY_MODE) } else { Ok(()) }
}

#[cfg(unix)]
fn has_mode(data: &fs::Metadata, mode: u32) -> bool {
    std::os::unix::fs::PermissionsExt::mode(&data.permissions()) & 0o777 == mode
}

#[cfg(unix)]
fn set_mode(path: &Path, mode: u32) -> Result<(), PublishError> {
    let permissions = std::os::unix::fs::PermissionsExt::from_mode(mode);
    fs::set_permissions(path, permissions).map_err(PublishError::io(path))
}

#[cfg(not(unix))]
fn has_mode(_: &fs::Metadata, _: u32) -> bool {
    true
}

#[cfg(not(unix))]
fn set_mode(_: &Path, _: u32) -> Result<(), PublishError> {
    Ok(())
}
