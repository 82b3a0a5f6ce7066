//! Watching the agency's files, and knowing which changes matter.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use notify::event::{EventKind, ModifyKind};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

/// How long it must be quiet before a change counts as complete: a save is often several writes.
const QUIET: Duration = Duration::from_millis(30);

/// After this long a change counts even if it is not quiet.
const PATIENCE: Duration = Duration::from_millis(300);

/// Names an editor or a file manager makes for itself while somebody works.
const SCRATCH_ENDINGS: [&str; 8] = ["~", ".swp", ".swo", ".swx", ".tmp", ".part", ".kate-swp", "___"];
const SCRATCH_STARTS: [&str; 5] = [".#", "#", "~$", ".~", ".goutputstream-"];
const SCRATCH_NAMES: [&str; 5] = ["4913", ".DS_Store", "Thumbs.db", "desktop.ini", ".git"];

/// Watches files and directories, also ones that do not exist yet.
pub(super) struct Watch {
    watcher: RecommendedWatcher,
    events: Receiver<notify::Result<Event>>,
    wanted: Vec<PathBuf>,
    ignored: Vec<PathBuf>,
}

impl Watch {
    /// Starts to watch. Also gives the paths that cannot be watched, each with the reason.
    pub(super) fn start(
        wanted: &[PathBuf],
        ignored: &[PathBuf],
    ) -> Result<(Self, Vec<(PathBuf, notify::Error)>), notify::Error> {
        let (sender, events) = channel();
        let watcher = notify::recommended_watcher(sender)?;
        let resolve = |paths: &[PathBuf]| paths.iter().map(|path| real_path(path)).collect();
        let mut watch = Watch { watcher, events, wanted: resolve(wanted), ignored: resolve(ignored) };
        let mut failed = Vec::new();
        for path in watch.wanted.clone() {
            // The directory above tells when the path itself comes, goes, or is replaced.
            let above = path.parent().filter(|above| above.is_dir());
            let above = above.map_or(Ok(()), |above| watch.watcher.watch(above, RecursiveMode::NonRecursive));
            if let Err(error) = above.and_then(|()| watch.look_inside(&path)) {
                failed.push((path, error));
            }
        }
        Ok((watch, failed))
    }

    fn look_inside(&mut self, path: &Path) -> notify::Result<()> {
        if path.is_dir() { self.watcher.watch(path, RecursiveMode::Recursive) } else { Ok(()) }
    }

    /// Waits until something has changed and it is quiet again. Gives `false` if nothing can come any more.
    pub(super) fn wait(&mut self) -> bool {
        let mut first = None;
        loop {
            let event = match first {
                None => self.events.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(_) => self.events.recv_timeout(QUIET),
            };
            match event {
                Ok(event) => {
                    if self.notice(event) {
                        first.get_or_insert_with(Instant::now);
                    }
                }
                Err(RecvTimeoutError::Timeout) => return true,
                Err(RecvTimeoutError::Disconnected) => return false,
            }
            if first.is_some_and(|first: Instant| first.elapsed() >= PATIENCE) {
                return true;
            }
        }
    }

    /// Says whether an event matters, and follows directories that were replaced.
    fn notice(&mut self, event: notify::Result<Event>) -> bool {
        // If the system lost count, anything may have changed.
        let Ok(event) = event else { return true };
        if event.need_rescan() {
            return true;
        }
        if !is_change(event.kind) {
            return false;
        }
        let replaced = self.wanted.iter().find(|wanted| event.paths.contains(wanted)).cloned();
        if let Some(path) = replaced {
            // It may not be watched at all; and if it is gone again already, its next coming is told from above.
            let _ = self.watcher.unwatch(&path);
            let _ = self.look_inside(&path);
            return true;
        }
        event.paths.iter().any(|path| self.matters(path))
    }

    fn matters(&self, path: &Path) -> bool {
        let Some(inside) = self.wanted.iter().find_map(|wanted| path.strip_prefix(wanted).ok()) else {
            return false;
        };
        !self.ignored.iter().any(|ignored| path.starts_with(ignored))
            && !inside.components().any(|part| part.as_os_str().to_str().is_some_and(is_scratch))
    }
}

/// Reading is no change, nor are access times and permissions.
fn is_change(kind: EventKind) -> bool {
    !matches!(kind, EventKind::Access(_) | EventKind::Modify(ModifyKind::Metadata(_)))
}

fn is_scratch(name: &str) -> bool {
    SCRATCH_NAMES.contains(&name)
        || SCRATCH_ENDINGS.iter().any(|ending| name.ends_with(ending))
        || SCRATCH_STARTS.iter().any(|start| name.starts_with(start))
}

/// Resolves links, as some systems report changes by real paths. The last component need not exist.
fn real_path(path: &Path) -> PathBuf {
    if let Ok(path) = path.canonicalize() {
        return path;
    }
    let parent = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    match (parent.canonicalize(), path.file_name()) {
        (Ok(parent), Some(name)) => parent.join(name),
        _ => path.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify::event::{AccessKind, CreateKind, DataChange, MetadataKind};

    #[test]
    fn files_of_editors_do_not_matter() {
        for name in
            [".dewi.yaml.swp", "dewi.yaml~", "4913", ".#dewi.yaml", "~$data.xlsx", ".git", "#self.md#"]
        {
            assert!(is_scratch(name), "{name}");
        }
        for name in ["dewi.yaml", "supervisor.md", "people.csv", ".gitkeep", "2025.lock"] {
            assert!(!is_scratch(name), "{name}");
        }
    }

    #[test]
    fn reading_is_no_change() {
        assert!(!is_change(EventKind::Access(AccessKind::Any)));
        assert!(!is_change(EventKind::Modify(ModifyKind::Metadata(MetadataKind::AccessTime))));
        assert!(is_change(EventKind::Modify(ModifyKind::Data(DataChange::Any))));
        assert!(is_change(EventKind::Create(CreateKind::File)));
        assert!(is_change(EventKind::Any));
    }
}
