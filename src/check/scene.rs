//! What all rules look at: the agency, its files, and which of them cannot be relied on.

use std::collections::BTreeSet;

use super::{supervision, units};
use crate::calendar::Date;
use crate::diagnostic::{FileId, Findings, Severity};
use crate::model::{Agency, Person};
use crate::schema::Id;
use crate::source::Sources;

/// The agency with its files.
#[derive(Debug)]
pub(super) struct Scene<'a> {
    pub(super) agency: &'a Agency,
    pub(super) sources: &'a Sources,
    /// Files of which something could not be read. What they lack is not missed as well.
    doubtful: BTreeSet<FileId>,
    /// People of whom nobody can say who rates them, since what is written of it leads nowhere or in a circle.
    unsettled: BTreeSet<String>,
    /// Whether the tree of units has a fault, so that nobody can say who stands above whom.
    units_unsettled: bool,
    /// Circles of people who rate each other, each with a day on which they do.
    pub(super) circles: Vec<(Vec<&'a str>, Date)>,
}

impl<'a> Scene<'a> {
    pub(super) fn new(agency: &'a Agency, sources: &'a Sources, found: &Findings) -> Self {
        let errors = found.iter().filter(|finding| finding.severity() == Severity::Error);
        let circles = supervision::circles(agency);
        let in_circle = circles.iter().flat_map(|(circle, _)| circle).map(|person| (*person).to_owned());
        let lost = agency.people.values().filter(|person| leads_nowhere(agency, person));
        let mut scene = Scene {
            agency,
            sources,
            doubtful: errors.map(|finding| finding.at.file).collect(),
            unsettled: lost.map(|person| person.id.clone()).chain(in_circle).collect(),
            units_unsettled: false,
            circles,
        };
        let mut parents = agency.units.iter().filter_map(|unit| unit.parent.as_ref());
        let broken = |parent: &Id| agency.units.get(&parent.value).is_none();
        scene.units_unsettled =
            scene.doubts_units() || parents.any(broken) || !units::circles(agency).is_empty();
        scene
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

    /// Whether nobody can say which unit stands above which.
    pub(super) fn units_unsettled(&self) -> bool {
        self.units_unsettled
    }

    /// Whether there may be people who could not be read at all.
    pub(super) fn doubts_people(&self) -> bool {
        self.doubts_path("content/people.csv")
    }

    /// Whether a person's posts are not all known, or lead nowhere.
    pub(super) fn doubts_person(&self, id: &str) -> bool {
        match self.agency.people.get(id) {
            Some(person) => person.data.is_none() || self.doubts(person.file) || self.unsettled.contains(id),
            None => self.doubts_people(),
        }
    }
}

/// Whether a post names a unit or a rater that does not exist.
fn leads_nowhere(agency: &Agency, person: &Person) -> bool {
    let posts = person.data.iter().flat_map(|data| &data.assignments);
    posts.into_iter().any(|post| {
        post.unit.as_ref().is_some_and(|unit| agency.units.get(&unit.value).is_none())
            || post.rater.as_ref().is_some_and(|rater| !agency.people.contains_key(&rater.value))
    })
}
