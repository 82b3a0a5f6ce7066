//! Putting the next output in the place of the old one.

use std::fs;
use std::io;
use std::path::Path;

use super::Step;
use super::error::PublishError;
use super::inspect::Found;
use super::place::Place;

/// Exchanges two directories in one step, or says that it is not supported.
pub(super) type Swap = fn(&Path, &Path) -> io::Result<()>;

/// Puts the staged output in place. Gives the directory the old one is in now, if there was one.
///
/// Where the system cannot exchange two directories in one step, the old output steps aside first. The name it waits
/// under is the journal: whoever finds it without an output puts it back.
pub(super) fn exchange<'a>(
    place: &'a Place,
    has_old: bool,
    swap: Swap,
    on: &(dyn Fn(Step) + Sync),
) -> Result<Option<&'a Path>, PublishError> {
    let Place { target, stage, aside, .. } = place;
    if !has_old {
        fs::rename(stage, target).map_err(PublishError::io(target))?;
        return Ok(None);
    }
    match swap(stage, target) {
        Ok(()) => return Ok(Some(stage)),
        Err(error) if error.kind() == io::ErrorKind::Unsupported => {}
        Err(error) => return Err(PublishError::Io { path: target.clone(), error }),
    }
    fs::rename(target, aside).map_err(PublishError::io(target))?;
    on(Step::SteppedAside);
    if let Err(error) = fs::rename(stage, target) {
        fs::rename(aside, target).map_err(PublishError::io(target))?;
        return Err(PublishError::Io { path: target.clone(), error });
    }
    Ok(Some(aside))
}

/// Clears away what a run that was cut short left beside the target.
pub(super) fn recover(place: &Place) -> Result<(), PublishError> {
    let is_missing =
        |path: &Path| fs::symlink_metadata(path).is_err_and(|error| error.kind() == io::ErrorKind::NotFound);
    if is_missing(&place.target) && !is_missing(&place.aside) {
        fs::rename(&place.aside, &place.target).map_err(PublishError::io(&place.target))?;
    }
    for left in [&place.stage, &place.aside] {
        let Some(found) = Found::look(left)? else { continue };
        let files = found.foreign.clone();
        if !files.is_empty() || !found.remove(left, &|_, _| {})? {
            return Err(PublishError::Foreign { directory: left.clone(), files });
        }
    }
    Ok(())
}

/// Waits until everything staged is on the disk, so that a power cut after the exchange loses nothing either.
#[cfg(any(target_os = "linux", target_os = "android"))]
pub(super) fn sync(stage: &Path) -> Result<(), PublishError> {
    let directory = fs::File::open(stage).map_err(PublishError::io(stage))?;
    rustix::fs::syncfs(directory)
        .map_err(|error| PublishError::Io { path: stage.to_owned(), error: error.into() })
}

/// Elsewhere one would have to wait for each file; the next run makes right what a power cut took.
#[cfg(not(any(target_os = "linux", target_os = "android")))]
pub(super) fn sync(_: &Path) -> Result<(), PublishError> {
    Ok(())
}

/// Waits until the new names are on the disk.
#[cfg(unix)]
pub(super) fn sync_names(parent: &Path) -> Result<(), PublishError> {
    fs::File::open(parent).and_then(|directory| directory.sync_all()).map_err(PublishError::io(parent))
}

#[cfg(not(unix))]
pub(super) fn sync_names(_: &Path) -> Result<(), PublishError> {
    Ok(())
}

/// The system's own exchange.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
pub(super) fn swap(a: &Path, b: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE).map_err(|errno| match errno {
        // What file systems answer that cannot exchange.
        Errno::INVAL | Errno::NOSYS | Errno::NOTSUP => io::ErrorKind::Unsupported.into(),
        other => other.into(),
    })
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
pub(super) fn swap(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}
