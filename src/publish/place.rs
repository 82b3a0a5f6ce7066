//! Where the output goes: the target, the names beside it, and whether it may be replaced at all.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::Destination;
use super::error::PublishError;

/// A target that may be replaced, as far as its path tells.
pub(super) struct Place {
    /// The output itself.
    pub(super) target: PathBuf,
    /// The directory that holds it.
    pub(super) parent: PathBuf,
    /// Where the next output is put together. After an exchange the old one is here.
    pub(super) stage: PathBuf,
    /// Where the old output waits while the two-step exchange is under way.
    pub(super) aside: PathBuf,
    /// The lock file.
    pub(super) lock: PathBuf,
}

impl Place {
    /// Works out the place of a destination, or refuses it. Makes the directories above the target.
    pub(super) fn find(destination: &Destination<'_>) -> Result<Self, PublishError> {
        let given = destination.target;
        if fs::symlink_metadata(given).is_ok_and(|data| data.is_symlink()) {
            return Err(PublishError::Link { target: given.to_owned() });
        }
        let target = real_path(given)?;
        let no_name = || PublishError::NoName { target: given.to_owned() };
        let name = target.file_name().ok_or_else(no_name)?.to_owned();
        let parent = target.parent().ok_or_else(no_name)?.to_owned();
        keep_apart(&target, destination)?;
        fs::create_dir_all(&parent).map_err(PublishError::io(&parent))?;
        let beside = |role: &str| {
            let mut sibling = OsString::from(".");
            sibling.push(&name);
            sibling.push(".rapor-");
            sibling.push(role);
            parent.join(sibling)
        };
        Ok(Place { stage: beside("stage"), aside: beside("aside"), lock: beside("lock"), parent, target })
    }
}

/// Resolves links in a path whose last components need not exist yet.
fn real_path(given: &Path) -> Result<PathBuf, PublishError> {
    match given.canonicalize() {
        Ok(path) => return Ok(path),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(PublishError::Io { path: given.to_owned(), error }),
    }
    let Some(Component::Normal(name)) = given.components().next_back() else {
        return Err(PublishError::NoName { target: given.to_owned() });
    };
    let parent = match given.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    Ok(real_path(parent)?.join(name))
}

/// Refuses a target that would take the agency's own files with it, or land among them.
fn keep_apart(target: &Path, destination: &Destination<'_>) -> Result<(), PublishError> {
    let overlap =
        |with: &Path| Err(PublishError::Overlap { target: target.to_owned(), with: with.to_owned() });
    if let Some(repository) = destination.repository {
        let root = real_path(repository)?;
        if root.starts_with(target) {
            return overlap(repository);
        }
        if target.starts_with(root.join(".git")) {
            return overlap(&repository.join(".git"));
        }
    }
    for source in destination.sources {
        let real = real_path(source)?;
        if target.starts_with(&real) || real.starts_with(target) {
            return overlap(source);
        }
    }
    Ok(())
}
