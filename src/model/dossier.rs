//! What is kept of one person in one period.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::topic::Passage;
use crate::calendar::DateRange;
use crate::diagnostic::{FileId, Span};
use crate::schema::events::{Decision, Development, Discussion, Feedback, Objection, Record};
use crate::schema::plan::Plan;
use crate::schema::review::Assessment;

/// A file's facts and prose.
#[derive(Debug, Clone)]
pub struct Filed<T> {
    /// The file.
    pub file: FileId,
    /// Its beginning, for findings about the file as a whole.
    pub span: Span,
    /// What tells it apart within its kind: a number, a slug.
    pub name: String,
    /// The facts.
    pub data: T,
    /// The prose, by what it is about.
    pub passages: Vec<Passage>,
}

/// A place for a file that may be missing or broken.
#[derive(Debug, Clone, Default)]
pub enum Slot<T> {
    /// There is no such file.
    #[default]
    Absent,
    /// There is one, but it cannot be read; a finding says why.
    Broken(FileId),
    /// Here it is.
    Here(Box<Filed<T>>),
}

impl<T> Slot<T> {
    /// The file, if it is there and whole.
    pub fn get(&self) -> Option<&Filed<T>> {
        match self {
            Slot::Here(filed) => Some(filed),
            _ => None,
        }
    }

    /// The facts, if the file is there and whole.
    pub fn data(&self) -> Option<&T> {
        self.get().map(|filed| &filed.data)
    }

    /// Which file it is, whole or broken.
    pub fn file(&self) -> Option<FileId> {
        match self {
            Slot::Absent => None,
            Slot::Broken(file) => Some(*file),
            Slot::Here(filed) => Some(filed.file),
        }
    }

    /// Whether there is no such file; a broken one is not absent.
    pub fn is_absent(&self) -> bool {
        matches!(self, Slot::Absent)
    }

    /// Whether the file is there but cannot be read.
    pub fn is_broken(&self) -> bool {
        matches!(self, Slot::Broken(_))
    }
}

/// Which side an assessment comes from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum ReviewSide {
    /// The person.
    SelfSide,
    /// The superior.
    Superior,
    /// A colleague.
    Peer,
    /// Someone the person leads.
    Subordinate,
    /// Someone of a kind that the framework defines beside these, such as `client`.
    Own(Arc<str>),
}

impl ReviewSide {
    /// The side of a kind of rater, by the id frameworks use for it.
    pub fn of(raters: &str) -> ReviewSide {
        match raters {
            "self" => ReviewSide::SelfSide,
            "superior" => ReviewSide::Superior,
            "peer" => ReviewSide::Peer,
            "subordinate" => ReviewSide::Subordinate,
            own => ReviewSide::Own(own.into()),
        }
    }

    /// The id frameworks use for this kind of rater.
    pub fn id(&self) -> &str {
        match self {
            ReviewSide::SelfSide => "self",
            ReviewSide::Superior => "superior",
            ReviewSide::Peer => "peer",
            ReviewSide::Subordinate => "subordinate",
            ReviewSide::Own(raters) => raters,
        }
    }
}

/// What is kept of one person in a part of a period, such as a quarter.
#[derive(Debug, Clone, Default)]
pub struct PartReview {
    /// `parts/<part>/self.md`
    pub own: Slot<Assessment>,
    /// `parts/<part>/supervisor.md`
    pub superior: Slot<Assessment>,
}

/// What is kept of one person in one period.
#[derive(Debug, Clone, Default)]
pub struct Dossier {
    /// `plan.yaml`
    pub plan: Slot<Plan>,
    /// `self.md`
    pub self_review: Slot<Assessment>,
    /// `supervisor.md`
    pub supervisor: Slot<Assessment>,
    /// `peer-<n>.md`, `subordinate-<n>.md` and those of the framework's own kinds of raters, by side; within a side by
    /// number as written.
    pub colleagues: BTreeMap<ReviewSide, Vec<Slot<Assessment>>>,
    /// `parts/<part>/`, by part. They never change what the year as a whole came to.
    pub parts: BTreeMap<String, PartReview>,
    /// `feedback/`, oldest first.
    pub feedback: Vec<Slot<Feedback>>,
    /// `discussion.md`
    pub discussion: Slot<Discussion>,
    /// `objection.md`
    pub objection: Slot<Objection>,
    /// `decision.md`, even if its day has not come: whoever computes or shows something asks for [`Dossier::decided`].
    pub decision: Slot<Decision>,
    /// Whether the day of the decision has not come.
    pub decision_is_to_come: bool,
    /// `development.yaml`
    pub development: Slot<Development>,
    /// `record.yaml`
    pub record: Slot<Record>,
}

impl PartReview {
    /// Its files, whole or broken.
    pub fn files(&self) -> impl Iterator<Item = FileId> {
        [self.own.file(), self.superior.file()].into_iter().flatten()
    }
}

impl Dossier {
    /// Every assessment that could be read, with its side: self, superior, then colleagues side by side.
    pub fn assessments(&self) -> impl Iterator<Item = (ReviewSide, &Filed<Assessment>)> {
        let own = self.self_review.get().map(|filed| (ReviewSide::SelfSide, filed));
        let superior = self.supervisor.get().map(|filed| (ReviewSide::Superior, filed));
        let colleagues = self.colleagues.iter().flat_map(|(side, slots)| {
            slots.iter().filter_map(Slot::get).map(move |filed| (side.clone(), filed))
        });
        own.into_iter().chain(superior).chain(colleagues)
    }

    /// What is kept of a part of the period as if it were a period of its own: the plan it shares with the whole, its own
    /// assessments, and the feedback of its days. `None` if there is nothing of that part.
    pub fn of_part(&self, part: &str, days: Option<DateRange>) -> Option<Dossier> {
        let review = self.parts.get(part)?;
        let within = |slot: &&Slot<Feedback>| {
            slot.data().zip(days).is_some_and(|(note, days)| days.contains(note.date.value))
        };
        Some(Dossier {
            plan: self.plan.clone(),
            self_review: review.own.clone(),
            supervisor: review.superior.clone(),
            feedback: self.feedback.iter().filter(within).cloned().collect(),
            ..Dossier::default()
        })
    }

    /// The files of colleagues of one side.
    pub fn colleagues_of(&self, side: &ReviewSide) -> &[Slot<Assessment>] {
        self.colleagues.get(side).map_or(&[], Vec::as_slice)
    }

    /// The decision on the objection, from its day on. Before that it counts for nothing and is shown to nobody.
    pub fn decided(&self) -> Option<&Filed<Decision>> {
        self.decision.get().filter(|_| !self.decision_is_to_come)
    }

    /// The day from which the person may see the result.
    pub fn released(&self) -> Option<crate::calendar::Date> {
        self.record.data()?.released.as_ref().map(|date| date.value)
    }
}
