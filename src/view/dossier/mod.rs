//! One person's period, as its reader may see it: the person, who rates them, or the personnel office.

mod credit;
mod events;
mod growth;
mod outcome;
mod periodic;
mod plan;
mod pooled;
mod ratings;
mod stages;
mod voices;

use serde::Serialize;

pub use credit::{CreditRow, CreditView};
pub use events::{
    AwardRow, ClarificationRow, CoachingRow, DecisionView, DevelopmentView, DiscussionView, FeedbackRow,
    HearingRow, ObjectionView, RecordedLine, SanctionRow, Section, TrainingRow, awards_of,
};
pub use growth::{TryRow, WhatIfView};
pub use outcome::{ComponentRow, OutcomeView};
pub use periodic::{CourseRow, PartView, PeriodicView};
pub use plan::{AnnexPart, Expectation, IndicatorRow, PlanView, Reached, ResultRow};
pub use pooled::PooledVoices;
pub use ratings::{Cell, RatingRow, RatingTable, SideHead};
pub use stages::{StageRow, stage_rows};
pub use voices::{TraitsView, Voice};

use super::derivation::{Audience, Row};
use super::growth::{FollowUpView, NeedView};
use super::matrix::Matrix;
use super::parts::{self, Day};
use super::scene::{Scene, Subject};
use crate::framework::Framework;
use crate::insight::PeriodInsight;
use crate::model::{Dossier, Period};
use crate::schema::events::{DocumentKind, SignedHow};

/// A person, as the head of a page shows them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Head {
    /// The person's id.
    pub id: String,
    /// Name with titles.
    pub name: String,
    /// Identity numbers as read by people.
    pub numbers: Vec<Identity>,
    /// The post.
    pub position: Option<String>,
    /// The unit.
    pub unit: Option<String>,
    /// Rank and grade.
    pub grade: Option<String>,
    /// Whether the post is held for someone else.
    pub acting: bool,
    /// Who rates them.
    pub superior: Option<String>,
}

/// An identity number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Identity {
    /// Its kind, such as `NIP`.
    pub kind: String,
    /// The number, in groups.
    pub number: String,
}

/// A printed document of the period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DocumentRow {
    /// Its name.
    pub label: String,
    /// Where it lies. `None` where the page only tells of it.
    pub href: Option<String>,
    /// How it was signed.
    pub signed: Option<String>,
    /// Where the signed one is kept.
    pub kept: Option<String>,
    /// Raters in whose roots it lies, by id.
    #[serde(skip)]
    pub raters: Vec<String>,
}

/// A person's period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PeriodPage {
    /// The period's id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// First and last day.
    pub range: String,
    /// The person.
    pub head: Head,
    /// Whether a file with an error keeps everything but the head back.
    pub held: bool,
    /// The day from which the person sees the result.
    pub released: Option<Day>,
    /// Whether others' ratings are shown on this page.
    pub open: bool,
    /// The outcome, where it is shown.
    pub outcome: Option<OutcomeView>,
    /// The table it came out of.
    pub matrix: Option<Matrix>,
    /// How it came about.
    pub derivation: Vec<Row>,
    /// The stages.
    pub stages: Vec<StageRow>,
    /// The plan.
    pub plan: Option<PlanView>,
    /// Ratings side by side.
    pub ratings: RatingTable,
    /// What was said about components and criteria, and in general.
    pub voices: Vec<Voice>,
    /// What colleagues said, together.
    pub pooled: Vec<PooledVoices>,
    /// Facts the framework shows beside the ratings: name with its meaning, and figure.
    pub context: Vec<ContextRow>,
    /// Conditions that are stated to be met, with what shows it.
    pub conditions: Vec<(String, String)>,
    /// Strengths and what to improve.
    pub traits: TraitsView,
    /// Credit points.
    pub credit: Option<CreditView>,
    /// What follows by rule.
    pub follow_ups: Vec<FollowUpView>,
    /// What to learn.
    pub needs: Vec<NeedView>,
    /// Evaluations in the course of the period, such as those of quarters.
    pub periodic: Option<PeriodicView>,
    /// Feedback over the year, oldest first.
    pub feedback: Vec<FeedbackRow>,
    /// The discussion.
    pub discussion: Option<DiscussionView>,
    /// The objection with its decision.
    pub objection: Option<ObjectionView>,
    /// What contested ratings could be set to, for those who decide and for the office.
    pub what_ifs: Vec<WhatIfView>,
    /// Development.
    pub development: Option<DevelopmentView>,
    /// Awards.
    pub awards: Vec<AwardRow>,
    /// Documents.
    pub documents: Vec<DocumentRow>,
    /// Who entered what for whom.
    pub recorded: Vec<RecordedLine>,
    /// When it was keyed into the national application.
    pub keyed: Option<Day>,
}

/// A fact that counts for nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ContextRow {
    /// Its name.
    pub label: String,
    /// What it says and what not.
    pub description: Option<String>,
    /// The figure.
    pub value: String,
}

/// What the parts of a dossier are projected from.
#[derive(Clone, Copy)]
pub(super) struct Reading<'s, 'a> {
    pub(super) scene: &'s Scene<'a>,
    pub(super) insight: &'s PeriodInsight<'a>,
    pub(super) period: &'a Period,
    pub(super) framework: &'s Framework,
    pub(super) dossier: &'s Dossier,
    pub(super) person: &'s str,
    pub(super) audience: Audience,
    /// Whether others' ratings and comments may be shown.
    pub(super) open: bool,
    /// Whether it is the whole period. Of a part only the person and the superior speak.
    pub(super) whole: bool,
    /// Whether the reader may see the person's ratings of a period.
    pub(super) sees: Sees<'s>,
}

/// Of which periods a reader may see a person's ratings.
pub(super) type Sees<'s> = &'s dyn Fn(&PeriodInsight) -> bool;

/// Whether the person may see others' ratings of a period.
pub fn is_released(scene: &Scene, dossier: &Dossier) -> bool {
    dossier.released().is_some_and(|day| day <= scene.agency.today)
}

/// A person's period. `sees` says of which other periods its reader may see the person's ratings too. `None` where the
/// period has no framework.
pub fn period_page(
    scene: &Scene,
    insight: &PeriodInsight,
    person: &str,
    audience: Audience,
    held: bool,
    sees: &dyn Fn(&PeriodInsight) -> bool,
) -> Option<PeriodPage> {
    let period = scene.agency.periods.get(&insight.period.id)?;
    let framework = period.framework.as_deref()?;
    let nothing = Dossier::default();
    let dossier = period.dossiers.get(person).filter(|_| !held).unwrap_or(&nothing);
    let open = audience != Audience::Own || is_released(scene, dossier);
    let whole = true;
    let reading = Reading { scene, insight, period, framework, dossier, person, audience, open, whole, sees };
    Some(reading.page(held))
}

/// A person's development in a period, by itself.
pub fn development_of(scene: &Scene, insight: &PeriodInsight, person: &str) -> Option<DevelopmentView> {
    let period = scene.agency.periods.get(&insight.period.id)?;
    let framework = period.framework.as_deref()?;
    let dossier = period.dossiers.get(person)?;
    let audience = Audience::Personnel;
    let (open, whole, sees) = (true, true, &|_: &PeriodInsight| true);
    Reading { scene, insight, period, framework, dossier, person, audience, open, whole, sees }.development()
}

impl Reading<'_, '_> {
    fn page(&self, held: bool) -> PeriodPage {
        let scene = self.scene;
        let card = self.insight.scorecards.get(self.person).filter(|_| self.open && !held);
        PeriodPage {
            id: self.period.id.clone(),
            label: scene.period(self.period),
            range: scene.range(self.period),
            head: head_in(scene, self.insight, self.person),
            held,
            released: self.dossier.released().map(|day| scene.day(day)),
            open: self.open,
            outcome: card.and_then(|card| self.outcome(card)),
            matrix: card
                .filter(|card| card.outcome.is_some())
                .and_then(|card| super::derivation::matrix_of(scene, self.framework, card)),
            derivation: card.map_or_else(Vec::new, |card| {
                super::derivation::rows(scene, self.framework, card, self.audience)
            }),
            stages: stage_rows(scene, self.insight, self.person),
            plan: self.plan(),
            ratings: self.ratings(),
            voices: self.voices(),
            pooled: self.pooled(),
            context: self.context(),
            conditions: self.conditions(),
            traits: self.traits(),
            credit: self.credit(),
            follow_ups: self.follow_ups(),
            needs: self.needs(),
            periodic: self.periodic().filter(|_| !held),
            feedback: self.feedback(),
            discussion: self.discussion(),
            objection: self.objection(),
            what_ifs: self.what_ifs(),
            development: self.development(),
            awards: awards_of(scene, self.period, self.person),
            documents: self.documents(),
            recorded: self.recorded(),
            keyed: self
                .dossier
                .record
                .data()
                .and_then(|record| record.keyed.as_ref())
                .map(|day| scene.day(day.value)),
        }
    }

    fn context(&self) -> Vec<ContextRow> {
        let Some(assessment) = self.dossier.supervisor.data().filter(|_| self.open) else { return vec![] };
        let known = &self.framework.data.context;
        let row = |(id, measure): &(crate::schema::Id, crate::schema::At<crate::schema::Measure>)| {
            let context = crate::framework::entry(known, &id.value)?;
            let unit = context.unit.as_ref().map(|unit| unit.value.as_str());
            Some(ContextRow {
                label: self.scene.label(&context.label.value),
                description: context.description.as_ref().map(|text| self.scene.label(&text.value)),
                value: super::parts::measure(self.scene.lang, &measure.value, unit),
            })
        };
        assessment.context.iter().filter_map(row).collect()
    }

    fn conditions(&self) -> Vec<(String, String)> {
        let Some(assessment) = self.dossier.supervisor.data().filter(|_| self.open) else { return vec![] };
        let known = &self.framework.data.outcome.conditions;
        let row = |(id, text): &(crate::schema::Id, crate::schema::At<String>)| {
            let condition = crate::framework::entry(known, &id.value)?;
            Some((self.scene.label(&condition.label.value), text.value.clone()))
        };
        assessment.conditions.iter().filter_map(row).collect()
    }

    /// Documents of the period as a whole that exist or are recorded as signed, in the order of their kinds.
    fn documents(&self) -> Vec<DocumentRow> {
        let files = self.scene.documents_of(&self.period.id, &Subject::Person(self.person.to_owned()));
        let signed = self.dossier.record.data().map_or(&[][..], |record| record.signed.as_slice());
        let row = |kind: DocumentKind| {
            let file = files.iter().find(|file| file.kind == kind);
            let signed = signed.iter().find(|signed| signed.document.value == kind && signed.part.is_none());
            // Even that something was signed tells of what is not open yet.
            let is_shown = self.open || file.is_some_and(|file| file.own.is_some());
            if !is_shown || (signed.is_none() && file.is_none()) {
                return None;
            }
            let how = |how| match how {
                SignedHow::Ink => "signed-ink",
                SignedHow::Electronic => "signed-electronic",
            };
            Some(DocumentRow {
                label: kind.title(self.scene.lang).to_owned(),
                href: match self.audience {
                    Audience::Own => file.and_then(|file| file.own.clone()),
                    Audience::Rater | Audience::Personnel => file.map(|file| file.office.clone()),
                },
                signed: signed.map(|signed| {
                    let date = crate::text::date(self.scene.lang, signed.date.value);
                    self.scene.say(how(signed.how.value), &[("date", &date)])
                }),
                kept: signed.and_then(|signed| Some(signed.place.as_ref()?.value.clone())),
                raters: file.map_or_else(Vec::new, |file| file.raters.clone()),
            })
        };
        DocumentKind::all().filter_map(row).collect()
    }
}

/// A person as they count in a period.
pub fn head_in(scene: &Scene, insight: &PeriodInsight, person: &str) -> Head {
    let period = scene.agency.periods.get(&insight.period.id);
    let post = period.and_then(|period| scene.post(period, person));
    let unit = post.and_then(|post| post.unit.as_ref());
    let grade = post.and_then(|post| post.grade.as_ref()).map(|grade| {
        let framework = insight.period.framework.as_deref();
        match framework.and_then(|framework| framework.rank(&grade.value)) {
            Some(rank) => format!("{} ({})", scene.label(rank), grade.value),
            None => grade.value.clone(),
        }
    });
    Head {
        id: person.to_owned(),
        name: scene.name(person),
        numbers: numbers(scene, person),
        position: post.map(|post| post.position.value.clone()),
        unit: unit.map(|unit| scene.unit(insight.period, &unit.value)),
        grade,
        acting: post.is_some_and(|post| post.acting && !post.position.starts_with(scene.word("acting"))),
        superior: insight
            .progress
            .get(person)
            .and_then(|progress| progress.superior.as_deref())
            .map(|superior| scene.name(superior)),
    }
}

/// Identity numbers of a person as people read them.
pub fn numbers(scene: &Scene, person: &str) -> Vec<Identity> {
    let data = scene.agency.people.get(person).and_then(|person| person.data.as_ref());
    let ids = data.map_or(&[][..], |data| data.ids.as_slice());
    let read = |(kind, number): &(crate::schema::Id, crate::schema::At<String>)| Identity {
        kind: kind.value.to_uppercase(),
        number: parts::identity(&number.value),
    };
    ids.iter().map(read).collect()
}
