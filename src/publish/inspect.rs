//! What a directory holds, told apart into what Rapor put there and what it did not; and its removal.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::around;
use super::error::PublishError;
use super::manifest::{self, Entry, Manifest};
use super::tree::Digest;

/// Names that file managers leave wherever somebody looks. Nobody misses them.
const DROPPINGS: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// A directory as it was found.
#[derive(Default)]
pub(super) struct Found {
    /// What the directory should hold; `None` if it lacks a manifest that can be read.
    pub(super) manifest: Option<Manifest>,
    /// Files the manifest lists that are there as ordinary files, by path.
    pub(super) present: BTreeSet<String>,
    /// Everything the manifest does not know.
    pub(super) foreign: Vec<String>,
    /// Directories that hold listed files, each before those inside it.
    directories: BTreeSet<String>,
    /// Files that may go although nobody listed them.
    droppings: Vec<String>,
    /// Says whether there is a manifest, readable or not.
    pub(super) is_marked: bool,
}

impl Found {
    /// Looks into a directory without following links. `None` if there is none.
    ///
    /// Without a manifest the only file that is known is the note that a repository keeps in git.
    pub(super) fn look(directory: &Path) -> Result<Option<Self>, PublishError> {
        match fs::symlink_metadata(directory) {
            Ok(data) if data.is_dir() => {}
            Ok(_) => return Err(PublishError::NotADirectory { target: directory.to_owned() }),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(PublishError::Io { path: directory.to_owned(), error }),
        }
        let written = read(&directory.join(manifest::PATH))?;
        let is_marked = written.is_some();
        let manifest = written.as_deref().and_then(Manifest::from_json);
        let listed = match &manifest {
            Some(manifest) => manifest.clone(),
            None => committed_note(directory)?,
        };
        let known = listed.directories();
        let mut found = Found { is_marked, ..Found::default() };
        found.walk(directory, "", &listed, &known)?;
        found.foreign.sort();
        found.manifest = manifest;
        Ok(Some(found))
    }

    fn walk(
        &mut self,
        directory: &Path,
        prefix: &str,
        listed: &Manifest,
        known: &BTreeSet<&str>,
    ) -> Result<(), PublishError> {
        for entry in fs::read_dir(directory).map_err(PublishError::io(directory))? {
            let entry = entry.map_err(PublishError::io(directory))?;
            let kind = entry.file_type().map_err(PublishError::io(&entry.path()))?;
            let raw = entry.file_name();
            let Some(name) = raw.to_str() else {
                self.foreign.push(format!("{prefix}{}", raw.to_string_lossy()));
                continue;
            };
            let path = format!("{prefix}{name}");
            if kind.is_dir() {
                if known.contains(path.as_str()) {
                    self.walk(&entry.path(), &format!("{path}/"), listed, known)?;
                    self.directories.insert(path);
                } else {
                    self.foreign.push(path + "/");
                }
            } else if kind.is_file() && (listed.files.contains_key(&path) || path == manifest::PATH) {
                self.present.insert(path);
            } else if kind.is_file() && DROPPINGS.contains(&name) {
                self.droppings.push(path);
            } else {
                self.foreign.push(path);
            }
        }
        Ok(())
    }

    /// Removes what was found and is Rapor's: files first, the manifest last, so that a removal that is cut short can
    /// be taken up again. Gives `false` if something foreign is left.
    pub(super) fn remove(
        self,
        directory: &Path,
        progress: &(dyn Fn(usize, usize) + Sync),
    ) -> Result<bool, PublishError> {
        let doomed: Vec<&String> =
            self.present.iter().filter(|path| *path != manifest::PATH).chain(&self.droppings).collect();
        let done = AtomicUsize::new(0);
        doomed.par_iter().try_for_each(|path| {
            let path = directory.join(path);
            fs::remove_file(&path).map_err(PublishError::io(&path))?;
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, doomed.len());
            Ok(())
        })?;
        let mut is_clean = self.foreign.is_empty();
        for path in self.directories.iter().rev().filter(|path| *path != manifest::DIRECTORY) {
            is_clean &= remove_if_empty(&directory.join(path))?;
        }
        if !is_clean {
            return Ok(false);
        }
        if self.present.contains(manifest::PATH) {
            let path = directory.join(manifest::PATH);
            fs::remove_file(&path).map_err(PublishError::io(&path))?;
        }
        if self.directories.contains(manifest::DIRECTORY)
            && !remove_if_empty(&directory.join(manifest::DIRECTORY))?
        {
            return Ok(false);
        }
        remove_if_empty(directory)
    }
}

/// Removes a directory unless something has appeared in it.
fn remove_if_empty(directory: &Path) -> Result<bool, PublishError> {
    match fs::remove_dir(directory) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::DirectoryNotEmpty => Ok(false),
        Err(error) => Err(PublishError::Io { path: directory.to_owned(), error }),
    }
}

fn read(path: &Path) -> Result<Option<Vec<u8>>, PublishError> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            Ok(None)
        }
        Err(error) => Err(PublishError::Io { path: path.to_owned(), error }),
    }
}

/// The note by itself, as a fresh clone has it.
fn committed_note(directory: &Path) -> Result<Manifest, PublishError> {
    let mut files = BTreeMap::new();
    let path = directory.join(around::NOTE_PATH);
    if fs::symlink_metadata(&path).is_ok_and(|data| data.is_file())
        && let Some(bytes) = read(&path)?
        && around::is_note(&bytes)
    {
        let entry = Entry { digest: Digest::of(&bytes), size: bytes.len() as u64 };
        files.insert(around::NOTE_PATH.to_owned(), entry);
    }
    Ok(Manifest { files })
}
