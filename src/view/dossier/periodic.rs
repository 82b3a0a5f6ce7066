//! Evaluations in the course of a period, such as those of quarters, and how they lead to the whole.

use serde::Serialize;

use super::{OutcomeView, RatingTable, Reading, RecordedLine, ResultRow, Voice};
use crate::model::Dossier;
use crate::schema::Id;
use crate::schema::period::Part;
use crate::score::Scorecard;
use crate::text;
use crate::view::derivation::{Audience, Row, rows};
use crate::view::parts::{self, Day, Link, Rank};
use crate::view::scene::{DocumentFile, Subject};

/// Evaluations in the course of a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PeriodicView {
    /// Names of the parts that were evaluated, and of the whole period where its outcome is shown.
    pub columns: Vec<String>,
    /// The outcome and the components, part by part. Empty while nothing is evaluated.
    pub rows: Vec<CourseRow>,
    /// The parts of which something is kept, in order.
    pub parts: Vec<PartView>,
}

/// The outcome or a component, part by part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CourseRow {
    /// Its name.
    pub label: String,
    /// What it came to in each column.
    pub cells: Vec<Option<Rank>>,
}

/// A part of the period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PartView {
    /// Its id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// First and last day.
    pub range: String,
    /// When the person reported.
    pub reported: Option<Day>,
    /// When the superior evaluated.
    pub evaluated: Option<Day>,
    /// What it came to. `None` while it is not evaluated.
    pub outcome: Option<OutcomeView>,
    /// What the person and the superior rated; only what was rated.
    pub ratings: RatingTable,
    /// Results of which something was reported, accepted or said.
    pub results: Vec<ResultRow>,
    /// Whether any of them has a figure.
    pub has_figures: bool,
    /// What was said besides.
    pub voices: Vec<Voice>,
    /// How the outcome came about.
    pub derivation: Vec<Row>,
    /// Its printed documents.
    pub documents: Vec<Link>,
    /// Who entered what for whom.
    pub recorded: Vec<RecordedLine>,
}

impl Reading<'_, '_> {
    /// What was said in the course of the period. It is feedback, which the person sees from the day it bears, whatever
    /// the whole period waits for.
    pub(super) fn periodic(&self) -> Option<PeriodicView> {
        let known = self.period.data.as_ref().map_or(&[][..], |data| data.parts.as_slice());
        let own = known.iter().filter_map(|(id, part)| {
            let dossier = self.dossier.of_part(&id.value, Some(part.range()))?;
            Some((id, part, dossier))
        });
        let own: Vec<(&Id, &Part, Dossier)> = own.collect();
        if own.is_empty() {
            return None;
        }
        let shown: Vec<(&Part, &Scorecard)> = own
            .iter()
            .filter(|(_, _, dossier)| self.is_open(dossier))
            .filter_map(|(id, part, _)| Some((*part, self.part_card(id)?)))
            .collect();
        let whole = self.insight.scorecards.get(self.person);
        let whole = whole.filter(|card| self.open && card.outcome.is_some());
        let label = |part: &Part| self.scene.label(&part.label.value);
        Some(PeriodicView {
            columns: shown
                .iter()
                .map(|(part, _)| label(part))
                .chain(whole.map(|_| self.scene.period(self.period)))
                .collect(),
            rows: match shown.is_empty() {
                true => vec![],
                false => self.course(&shown.iter().map(|(_, card)| *card).chain(whole).collect::<Vec<_>>()),
            },
            parts: own.iter().map(|(id, part, dossier)| self.part(id, part, dossier)).collect(),
        })
    }

    /// Whether the superior's evaluation of a part may be shown.
    fn is_open(&self, dossier: &Dossier) -> bool {
        let today = self.scene.agency.today;
        self.audience != Audience::Own
            || dossier.supervisor.data().is_some_and(|said| said.date.value <= today)
    }

    fn part_card(&self, part: &Id) -> Option<&Scorecard> {
        self.insight.part_card(self.person, &part.value)
    }

    /// Printed documents of a part.
    fn documents_of(&self, part: &Id) -> Vec<Link> {
        let subject = Subject::Part { person: self.person.to_owned(), part: part.value.clone() };
        let files = self.scene.documents_of(&self.period.id, &subject).iter();
        let link = |file: &DocumentFile| {
            let href = match self.audience {
                Audience::Own => file.own.clone()?,
                Audience::Rater | Audience::Personnel => file.office.clone(),
            };
            Some(Link { label: file.kind.title(self.scene.lang).to_owned(), href })
        };
        files.filter_map(link).collect()
    }

    /// The outcome and each component, card by card.
    fn course(&self, cards: &[&Scorecard]) -> Vec<CourseRow> {
        let (lang, framework) = (self.scene.lang, self.framework);
        let outcome = CourseRow {
            label: self.scene.label(&framework.data.outcome.label.value),
            cells: cards.iter().map(|card| parts::came_out(lang, framework, card)).collect(),
        };
        let components = framework.data.components.iter().map(|(id, _)| CourseRow {
            label: self.scene.topic(framework, &id.value),
            cells: cards
                .iter()
                .map(|card| parts::component(lang, framework, card.component(&id.value)?))
                .collect(),
        });
        let is_rated = |row: &CourseRow| row.cells.iter().any(Option::is_some);
        std::iter::once(outcome).chain(components).filter(is_rated).collect()
    }

    fn part(&self, id: &Id, part: &Part, dossier: &Dossier) -> PartView {
        let scene = self.scene;
        let own = Reading { dossier, open: self.is_open(dossier), whole: false, ..*self };
        let card = self.part_card(id).filter(|_| own.open);
        let results = own.results_in_part();
        let day = |slot: &crate::model::Slot<crate::schema::review::Assessment>| {
            slot.data().map(|said| scene.day(said.date.value))
        };
        PartView {
            id: id.value.clone(),
            label: scene.label(&part.label.value),
            range: text::date_range(scene.lang, &part.range()),
            reported: day(&dossier.self_review),
            evaluated: day(&dossier.supervisor).filter(|_| own.open),
            outcome: card.and_then(|card| own.outcome(card)),
            ratings: own.ratings().trimmed(),
            has_figures: results.iter().any(|result| !result.indicators.is_empty()),
            results,
            voices: own.voices_apart_from_results(),
            derivation: card.map_or_else(Vec::new, |card| rows(scene, self.framework, card, self.audience)),
            documents: self.documents_of(id),
            recorded: own.recorded(),
        }
    }

    /// Results of which something was reported, accepted or said in the part. What several share is a figure of the whole
    /// period, so it is left out.
    fn results_in_part(&self) -> Vec<ResultRow> {
        let planned = self.plan().map_or_else(Vec::new, |plan| plan.results);
        let told = planned.into_iter().map(|result| {
            let indicators = result.indicators.into_iter();
            let indicators = indicators
                .filter(|indicator| indicator.reported.is_some() || indicator.accepted.is_some())
                .map(|indicator| super::IndicatorRow { shared: None, ..indicator });
            ResultRow { indicators: indicators.collect(), ..result }
        });
        told.filter(|result| !result.indicators.is_empty() || !result.voices.is_empty()).collect()
    }
}
