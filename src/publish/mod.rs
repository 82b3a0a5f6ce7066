//! From bytes to the output directory.
//!
//! Takes a finished [`Tree`] of files, stages it beside the target and exchanges the two in one step; gives counts of
//! what was written. Must never touch a directory that is not its own, nor know what the files say.
//!
//! The output holds the roots of the tree, files that tell people and web servers what it is, and `.rapor/` with the
//! manifest: the mark of an output that may be replaced, and the list of what may be removed from it. A run that is
//! killed, at any moment, leaves the old output or the new one; the next run clears away the rest.

mod around;
mod error;
mod exchange;
mod inspect;
mod lock;
mod manifest;
mod path;
mod place;
mod stage;
#[cfg(test)]
mod tests;
mod tree;

use std::path::{Path, PathBuf};

pub use error::PublishError;
pub use path::{PathError, PathFault};
pub use tree::{Content, Digest, Tree};

use exchange::Swap;
use inspect::Found;
use lock::Lock;
use place::Place;

/// Who wrote the output, as the manifest says.
const TOOL: &str = concat!("rapor ", env!("CARGO_PKG_VERSION"));

/// Where a tree is published, and what must be kept out of its way.
#[derive(Debug, Clone, Copy)]
pub struct Destination<'a> {
    /// The output directory. It need not exist.
    pub target: &'a Path,
    /// The agency's directory. The target may lie in it, but must not be or hold it.
    pub repository: Option<&'a Path>,
    /// Directories with the agency's own files, such as content and templates. The target must not be, hold, or lie in
    /// any of them.
    pub sources: &'a [PathBuf],
}

/// What was published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// How many files the output has, without the manifest.
    pub files: usize,
    /// Files that were written.
    pub written: usize,
    /// Files that are as they were, and shared with the old output while both existed.
    pub reused: usize,
    /// New files that share the bytes of another file of the output.
    pub linked: usize,
    /// Files of the old output that the new one does not have.
    pub removed: usize,
    /// Where the old output lies if it could not be removed whole, because something appeared in it meanwhile.
    pub left: Option<PathBuf>,
}

/// How far a publication has come. Told from several threads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The staging directory exists.
    Started,
    /// The manifest is written.
    Listed,
    /// Some files are staged.
    Staged {
        /// How many.
        done: usize,
        /// Of how many.
        total: usize,
    },
    /// Everything is staged and on the disk.
    Ready,
    /// The old output has stepped aside, where the system cannot exchange two directories in one step.
    SteppedAside,
    /// The new output is in place.
    Exchanged,
    /// Some files of the old output are removed.
    Removed {
        /// How many.
        done: usize,
        /// Of how many.
        total: usize,
    },
}

/// Publishes a tree: afterwards the target holds it, and nothing else. An output that is right already is not touched.
///
/// With an error the target is as it was. `on` is told of progress.
pub fn publish(
    destination: &Destination<'_>,
    tree: &Tree,
    on: &(dyn Fn(Step) + Sync),
) -> Result<Published, PublishError> {
    publish_by(exchange::swap, destination, tree, on)
}

fn publish_by(
    swap: Swap,
    destination: &Destination<'_>,
    tree: &Tree,
    on: &(dyn Fn(Step) + Sync),
) -> Result<Published, PublishError> {
    let place = Place::find(destination)?;
    let _lock = Lock::take(&place.lock, &place.target)?;
    exchange::recover(&place)?;
    let old = Found::look(&place.target)?;
    if let Some(old) = &old {
        may_replace(&place.target, old)?;
    }

    let mut files: stage::Files<'_> = tree.iter().map(|(path, content)| (path, content.clone())).collect();
    files.extend(around::FILES.map(|(path, text)| (path, Content::from(text))));
    let manifest = stage::list(&files);
    if let Some(old) = &old
        && stage::is_current(&place.target, old, &files, &manifest)
    {
        let files = files.len();
        return Ok(Published { files, written: 0, reused: files, linked: 0, removed: 0, left: None });
    }
    let old_at = old.as_ref().map(|found| (place.target.as_path(), found));
    let exchanged = stage::write(&place.stage, &files, &manifest, old_at, on).and_then(|counts| {
        exchange::sync(&place.stage)?;
        on(Step::Ready);
        Ok((counts, exchange::exchange(&place, old.is_some(), swap, on)?))
    });
    let (counts, old_directory) = match exchanged {
        Ok(exchanged) => exchanged,
        Err(error) => {
            // A full disk should not stay full. If this fails too, the next run takes it up.
            is_removed(&place.stage, &|_| {});
            return Err(error);
        }
    };
    exchange::sync_names(&place.parent)?;
    on(Step::Exchanged);

    let listed = old.and_then(|found| found.manifest).unwrap_or_default();
    let left = old_directory.filter(|directory| !is_removed(directory, on));
    Ok(Published {
        files: files.len(),
        written: counts.written,
        reused: counts.reused,
        linked: counts.linked,
        removed: listed.files.keys().filter(|path| !manifest.files.contains_key(*path)).count(),
        left: left.map(Path::to_owned),
    })
}

/// Refuses to replace a directory that is not Rapor's, or that holds more than Rapor put there.
fn may_replace(target: &Path, old: &Found) -> Result<(), PublishError> {
    if old.is_marked && old.manifest.is_none() {
        return Err(PublishError::Damaged { manifest: target.join(manifest::PATH) });
    }
    if old.foreign.is_empty() {
        return Ok(());
    }
    let files = old.foreign.clone();
    Err(if old.is_marked {
        PublishError::Foreign { directory: target.to_owned(), files }
    } else {
        PublishError::NotOurs { target: target.to_owned(), files }
    })
}

/// Removes an output that is no longer or not yet in place. A failure here only leaves something for the next run.
fn is_removed(directory: &Path, on: &(dyn Fn(Step) + Sync)) -> bool {
    let progress = |done, total| on(Step::Removed { done, total });
    match Found::look(directory) {
        Ok(Some(found)) => found.remove(directory, &progress).unwrap_or(false),
        _ => false,
    }
}
