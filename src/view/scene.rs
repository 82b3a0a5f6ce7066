//! What every view of people is made from, and the names of things in it.

use std::fmt::Display;

use crate::calendar::Date;
use crate::diagnostic::{FileId, Span, Texts, place};
use crate::framework::{Framework, entry};
use crate::insight::PeriodInsight;
use crate::model::{Agency, Period, Person};
use crate::schema::events::DocumentKind;
use crate::schema::person::Assignment;
use crate::schema::review::{Medium, Recorded};
use crate::text::{self, Lang, phrase};

use super::dossier::RecordedLine;
use super::parts::{self, Day};

/// What a printed document is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// A person.
    Person(String),
    /// A person in a part of the period.
    Part {
        /// The person.
        person: String,
        /// The part.
        part: String,
    },
    /// A unit.
    Unit(String),
    /// The whole agency.
    Agency,
    /// An award.
    Award(String),
}

/// A printed document that exists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentFile {
    /// The period.
    pub period: String,
    /// What it is about.
    pub subject: Subject,
    /// Which document.
    pub kind: DocumentKind,
    /// Where it lies from the roots of the people it is about, once they may see it.
    pub own: Option<String>,
    /// Where it lies from the root of the personnel office, and from those of the raters who may have it.
    pub office: String,
    /// Raters in whose roots it lies, by id.
    pub raters: Vec<String>,
}

/// What views of people are made from.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// The agency.
    pub agency: &'a Agency,
    /// What was computed of each period.
    pub survey: &'a [PeriodInsight<'a>],
    /// The texts of its files, for places in them.
    pub texts: &'a (dyn Texts + Sync),
    /// Documents that exist, sorted by period, subject and kind.
    pub documents: &'a [DocumentFile],
    /// Whether a person is withheld in a period, by period and person.
    pub held: &'a (dyn Fn(&str, &str) -> bool + Sync),
    /// The language.
    pub lang: Lang,
}

/// No texts: documents on paper name no files.
struct NoTexts;

impl Texts for NoTexts {
    fn path(&self, _: FileId) -> &str {
        ""
    }
    fn text(&self, _: FileId) -> &str {
        ""
    }
}

impl<'a> Scene<'a> {
    /// What documents are made from: names and words, no files and no pages.
    pub(super) fn on_paper(agency: &'a Agency, lang: Lang) -> Scene<'a> {
        Scene { agency, survey: &[], texts: &NoTexts, documents: &[], held: &|_, _| false, lang }
    }

    /// Printed documents about something in a period, in the order of their kinds.
    pub fn documents_of(&self, period: &str, subject: &Subject) -> &'a [DocumentFile] {
        let order = |file: &DocumentFile| (file.period.as_str(), &file.subject).cmp(&(period, subject));
        let first = self.documents.partition_point(|file| order(file).is_lt());
        let rest = self.documents.get(first..).unwrap_or_default();
        rest.get(..rest.partition_point(|file| order(file).is_eq())).unwrap_or_default()
    }

    /// A date in words.
    pub fn day(&self, date: Date) -> Day {
        Day::new(self.lang, date)
    }

    /// A phrase of the interface.
    pub fn word(&self, key: &'static str) -> &'static str {
        phrase(self.lang, key)
    }

    /// A phrase of the interface with its places filled.
    pub fn say(&self, key: &'static str, values: &[(&str, &dyn Display)]) -> String {
        text::fill(self.word(key), values)
    }

    /// The text of a label.
    pub fn label(&self, label: &crate::schema::Label) -> String {
        parts::label(self.lang, label)
    }

    /// The name of a person with titles; the id of somebody unknown.
    pub fn name(&self, person: &str) -> String {
        self.agency.people.get(person).map_or_else(|| person.to_owned(), Person::name)
    }

    /// The name of a unit as it counted in a period.
    pub fn unit(&self, period: &Period, unit: &str) -> String {
        let units = self.agency.roster_of(period).units;
        units.get(unit).map_or_else(|| unit.to_owned(), |unit| self.label(&unit.name))
    }

    /// The post by which a person counts in a period.
    pub fn post(&self, period: &'a Period, person: &str) -> Option<&'a Assignment> {
        let roster = self.agency.roster_of(period);
        roster.person(person)?.last_assignment_within(period.range()?)
    }

    /// The name of a period.
    pub fn period(&self, period: &Period) -> String {
        period.data.as_ref().map_or_else(|| period.id.clone(), |data| self.label(&data.label))
    }

    /// First and last day of a period in words.
    pub fn range(&self, period: &Period) -> String {
        period.range().map_or_else(String::new, |range| text::date_range(self.lang, &range))
    }

    /// File and line of a place. `None` for built-in frameworks.
    pub fn place(&self, span: Span) -> Option<String> {
        if span.file == crate::framework::PRESET_FILE {
            return None;
        }
        let line = place(self.texts.text(span.file), span.start).line;
        Some(format!("{}:{line}", self.texts.path(span.file)))
    }

    /// The path of a file.
    pub fn path(&self, file: FileId) -> String {
        self.texts.path(file).to_owned()
    }

    /// The name of what a rating, objection or piece of feedback is about.
    pub fn topic(&self, framework: &Framework, id: &str) -> String {
        if let Some(label) = framework.rated_label(id) {
            return self.label(label);
        }
        if let Some(project) = id.strip_prefix("project/") {
            let known = entry(&self.agency.projects, project);
            return known.map_or_else(|| project.to_owned(), |project| self.label(&project.name.value));
        }
        id.to_owned()
    }

    /// The line that says who entered a file for someone else.
    pub fn recorded(&self, what: String, recorded: &Recorded) -> RecordedLine {
        let medium = match recorded.from.value {
            Medium::Paper => "medium-paper",
            Medium::Form => "medium-form",
        };
        RecordedLine {
            what,
            by: self.name(&recorded.by.value),
            medium: self.word(medium).to_owned(),
            day: self.day(recorded.date.value),
        }
    }
}
