//! One publication to a target at a time.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

use super::error::PublishError;

/// Holds a target for this run; given back when dropped, and by the system if the run is killed.
pub(super) struct Lock {
    path: PathBuf,
    _file: File,
}

impl Lock {
    /// Takes the lock file at `path`, which guards `target`.
    pub(super) fn take(path: &Path, target: &Path) -> Result<Self, PublishError> {
        loop {
            let file = File::options()
                .write(true)
                .create(true)
                .truncate(false)
                .open(path)
                .map_err(PublishError::io(path))?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => {
                    return Err(PublishError::Busy { target: target.to_owned() });
                }
                Err(TryLockError::Error(error)) => {
                    return Err(PublishError::Io { path: path.to_owned(), error });
                }
            }
            // Whoever held the lock before may have removed the file after it was opened here.
            if is_still_at(&file, path) {
                return Ok(Lock { path: path.to_owned(), _file: file });
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        if cfg!(unix) {
            // What is left behind would only be an empty file.
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

#[cfg(unix)]
fn is_still_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), std::fs::metadata(path)) {
        (Ok(held), Ok(named)) => held.dev() == named.dev() && held.ino() == named.ino(),
        _ => false,
    }
}

/// Elsewhere the file is never removed.
#[cfg(not(unix))]
fn is_still_at(_: &File, _: &Path) -> bool {
    true
}
