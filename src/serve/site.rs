//! What is being served: the last good build, the report of a failed one, and the version of the two.

use std::collections::BTreeMap;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use crate::publish::{Content, Tree};

/// The files of one root, by path inside it.
type Files = BTreeMap<String, Content>;

/// One version of what is served.
#[derive(Debug, Default)]
pub(super) struct Site {
    /// The files of the root that is shown; `None` before the first good build.
    pub(super) files: Option<Arc<Files>>,
    /// The report of the last build, if it failed.
    pub(super) report: Option<String>,
    /// Grows with every change.
    version: u64,
}

/// What a path stands for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found<'a> {
    /// A file, with its path.
    File(&'a str, &'a Content),
    /// A directory with an index; the path lacks the slash at its end.
    Directory,
    /// Nothing.
    Nothing,
}

impl Site {
    /// Looks up the path of a request.
    pub(super) fn find(&self, path: &str) -> Found<'_> {
        let Some(files) = self.files.as_deref() else { return Found::Nothing };
        let file = |path: &str| files.get_key_value(path).map(|(path, content)| Found::File(path, content));
        if path.is_empty() || path.ends_with('/') {
            return file(&format!("{path}index.html")).unwrap_or(Found::Nothing);
        }
        match file(path) {
            Some(found) => found,
            None if files.contains_key(&format!("{path}/index.html")) => Found::Directory,
            None => Found::Nothing,
        }
    }

    /// Says whether the root that is shown has no files.
    pub(super) fn is_empty(&self) -> bool {
        self.files.as_ref().is_none_or(|files| files.is_empty())
    }
}

/// The site, shared by the builder and everybody who reads.
pub(super) struct Stage {
    current: Mutex<Arc<Site>>,
    changed: Condvar,
    root: String,
    run: u128,
}

impl Stage {
    /// Nothing to show yet. `root` is the directory of the tree that will be shown.
    pub(super) fn new(root: &str) -> Self {
        let run = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_millis());
        Stage { current: Mutex::default(), changed: Condvar::new(), root: root.to_owned(), run }
    }

    pub(super) fn root(&self) -> &str {
        &self.root
    }

    /// What is served now.
    pub(super) fn current(&self) -> Arc<Site> {
        Arc::clone(&self.lock())
    }

    /// Shows a new build. Gives the number of files of the root.
    pub(super) fn show(&self, tree: &Tree) -> usize {
        let inside = self.root.len() + 1;
        let files: Files = tree
            .under(&self.root)
            .map(|(path, content)| (path[inside..].to_owned(), content.clone()))
            .collect();
        let count = files.len();
        let old = self.current();
        if old.report.is_some() || old.files.as_deref() != Some(&files) {
            self.replace(&old, Some(Arc::new(files)), None);
        }
        count
    }

    /// Shows the report of a failed build over the last good one.
    pub(super) fn report(&self, report: &str) {
        let old = self.current();
        if old.report.as_deref() != Some(report) {
            self.replace(&old, old.files.clone(), Some(report.to_owned()));
        }
    }

    fn replace(&self, old: &Site, files: Option<Arc<Files>>, report: Option<String>) {
        *self.lock() = Arc::new(Site { files, report, version: old.version + 1 });
        self.changed.notify_all();
    }

    /// The name of a version. Servers that follow each other at an address give theirs different names.
    pub(super) fn version(&self, site: &Site) -> String {
        format!("{}-{}", self.run, site.version)
    }

    /// Waits for another version than the given one, for so long; gives whatever is current then.
    pub(super) fn wait_for_other(&self, than: &Site, patience: Duration) -> Arc<Site> {
        let (held, _) = self
            .changed
            .wait_timeout_while(self.lock(), patience, |site| site.version == than.version)
            .unwrap_or_else(PoisonError::into_inner);
        Arc::clone(&held)
    }

    fn lock(&self) -> MutexGuard<'_, Arc<Site>> {
        self.current.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
