//! What all rules look at: the agency, its files, and which of them cannot be relied on.

use std::collections::BTreeSet;

use crate::diagnostic::{FileId, Findings, Severity};
use crate::model::Agency;
use crate::source::Sources;

/// The agency with its files.
#[derive(Debug)]
pub(super) struct Scene<'a> {
    pub(super) agency: &'a Agency,
    pub(super) sources: &'a Sources,
    /// Files of which something could not be read. What they lack is not missed as well.
    doubtful: BTreeSet<FileId>,
}

impl<'a> Scene<'a> {
    pub(super) fn new(agency: &'a Agency, sources: &'a Sources, found: &Findings) -> Self {
        let errors = found.iter().filter(|finding| finding.severity() == Severity::Error);
        Scene { agency, sources, doubtful: errors.map(|finding| finding.at.file).collect() }
    }

    /// Whether something in a file could not be read.
    pub(super) fn doubts(&self, file: FileId) -> bool {
        self.doubtful.contains(&file)
    }

    /// Whether something in the file at a path could not be read.
    pub(super) fn doubts_path(&self, path: &str) -> bool {
        self.sources.find(path).is_some_and(|(file, _)| self.doubts(file))
    }

    /// Whether the units are not all known.
    pub(super) fn doubts_units(&self) -> bool {
        self.doubts_path("content/units.yaml")
    }

    /// Whether there may be people who could not be read at all.
    pub(super) fn doubts_people(&self) -> bool {
        self.doubts_path("content/people.csv")
    }

    /// Whether a person's posts are not all known.
    pub(super) fn doubts_person(&self, id: &str) -> bool {
        match self.agency.people.get(id) {
            Some(person) => person.data.is_none() || self.doubts(person.file),
            None => self.doubts_people(),
        }
    }
}
