//! What the personnel office may know: everybody, with what is owed and how outcomes are spread.

mod calibration;
mod dashboard;
mod goals;
mod growth;
mod needs;
mod talent;
mod trends;

use serde::Serialize;

use super::dossier::numbers;
use super::parts::{Markdown, Rank};
use super::scene::{DocumentFile, Scene, Subject};
use super::status::{DueRow, PersonRow, component_labels, due_rows, outcome_label, person_row, stage_label};
use super::{employee, parts};
use crate::insight::{PeriodInsight, Standing, spread_of};
use crate::schema::events::Audience;

pub use calibration::{
    CalibrationPage, EarlierCell, FigureCell, GapRow, Look, PairRow, RaterKindTable, RaterRow, calibration,
};
pub use dashboard::{Dashboard, MeetingSection, MeetingView, StageCount, UnitRow, dashboard};
pub use goals::{GoalRow, GoalsPage, IndicatorRow, LooseRow, ResultRow, SharerRow, goals};
pub use growth::{
    AwardEntry, AwardList, DevelopmentList, DevelopmentRow, LiftPerson, LiftRow, awards, development,
};
pub use needs::{NeedCell, NeedUnit, NeedsPage, ProgrammePart, ProgrammePerson, needs};
pub use talent::{
    BoxCell, BoxRow, BoxesView, CandidateRow, ProposalView, RuleList, RulePerson, TalentPage, talent,
};
pub use trends::{TrendsPage, UnitRow as UnitTrendRow, UnitTrend, trends};

/// The home of the office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Home {
    /// Periods, newest first.
    pub periods: Vec<PeriodCard>,
    /// The first of what is overdue, in all periods.
    pub overdue: Vec<DueRow>,
    /// How much is overdue altogether.
    pub overdue_count: usize,
    /// How many people take part in the newest period.
    pub people: usize,
    /// How many of them are rated.
    pub rated: usize,
    /// How many of them have had their result released.
    pub released: usize,
}

/// A period on the home page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PeriodCard {
    /// Its id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// First and last day.
    pub range: String,
    /// How many take part.
    pub people: usize,
    /// How many have an outcome.
    pub rated: usize,
    /// Whether it is locked.
    pub locked: bool,
}

/// Everybody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Directory {
    /// Whether anybody has an identity number.
    pub has_numbers: bool,
    /// Names of the periods, newest first.
    pub periods: Vec<String>,
    /// The people, by name.
    pub people: Vec<DirectoryRow>,
}

/// A person in the directory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DirectoryRow {
    /// Name with titles.
    pub name: String,
    /// Their page.
    pub href: String,
    /// Identity number, grouped.
    pub number: Option<String>,
    /// The post today or last held.
    pub position: Option<String>,
    /// The unit.
    pub unit: Option<String>,
    /// How each period stands.
    pub periods: Vec<DirectoryCell>,
}

/// A person's period in the directory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DirectoryCell {
    /// Whether they take part in it.
    pub takes_part: bool,
    /// The outcome.
    pub outcome: Option<Rank>,
    /// Whether an error keeps it back.
    pub held: bool,
}

/// Who owes what in a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DueList {
    /// The period's id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// By stage, in the framework's order.
    pub stages: Vec<DueStage>,
    /// How much is overdue.
    pub overdue: usize,
    /// How much is owed.
    pub all: usize,
}

/// What is owed at a stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DueStage {
    /// The stage.
    pub label: String,
    /// Rows, overdue first.
    pub rows: Vec<DueRow>,
}

/// A printed document to open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DocumentLink {
    /// Its name.
    pub label: String,
    /// Where it lies from the root.
    pub href: String,
}

/// A recapitulation of a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Recap {
    /// The period's id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// Names of the components.
    pub components: Vec<String>,
    /// Name of the outcome.
    pub outcome_label: String,
    /// Its printed documents.
    pub documents: Vec<DocumentLink>,
    /// By unit, in the order of the units.
    pub units: Vec<RecapUnit>,
}

/// A unit of the recapitulation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RecapUnit {
    /// Its name.
    pub label: String,
    /// Its people, by name.
    pub people: Vec<PersonRow>,
    /// Its printed documents.
    pub documents: Vec<DocumentLink>,
}

/// A page of the agency's own for the office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OwnPage {
    /// What tells it apart.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Its text.
    pub text: Markdown,
}

fn person_path(person: &str) -> String {
    format!("people/{person}.html")
}

fn dossier_path(period: &str, person: &str) -> String {
    format!("people/{person}/{period}.html")
}

/// Everybody who takes part in a period.
fn everybody<'a>(insight: &'a PeriodInsight<'a>) -> impl Iterator<Item = (&'a PeriodInsight<'a>, &'a str)> {
    insight.progress.keys().map(move |person| (insight, person.as_str()))
}

/// The home of the office.
pub fn home(scene: &Scene) -> Home {
    let link = |insight: &PeriodInsight, person: &str| Some(dossier_path(&insight.period.id, person));
    let mut overdue = due_rows(scene, scene.survey.iter().flat_map(everybody), link);
    overdue.retain(|row| row.overdue);
    let overdue_count = overdue.len();
    overdue.truncate(8);
    let card = |insight: &PeriodInsight| {
        let spread = spread_of(insight, |_, _| true);
        PeriodCard {
            id: insight.period.id.clone(),
            label: scene.period(insight.period),
            range: scene.range(insight.period),
            people: spread.people,
            rated: spread.rated(),
            locked: insight.period.locked,
        }
    };
    let periods: Vec<PeriodCard> = scene.survey.iter().rev().map(card).collect();
    let released = scene.survey.last().map_or(0, |insight| {
        let released = |progress: &&crate::insight::Progress| {
            progress
                .stage(crate::schema::framework::StageEvent::Release)
                .is_some_and(|stage| is_done(stage.standing))
        };
        insight.progress.values().filter(released).count()
    });
    Home {
        overdue,
        overdue_count,
        people: periods.first().map_or(0, |card| card.people),
        rated: periods.first().map_or(0, |card| card.rated),
        released,
        periods,
    }
}

fn is_done(standing: Standing) -> bool {
    matches!(standing, Standing::Done | Standing::DoneLate)
}

/// Everybody, by name.
pub fn directory(scene: &Scene) -> Directory {
    let mut people: Vec<DirectoryRow> = employee::people(scene.survey)
        .into_iter()
        .map(|person| {
            let newest = scene.survey.iter().rev().find(|insight| insight.progress.contains_key(person));
            let post = newest.and_then(|insight| {
                let period = scene.agency.periods.get(&insight.period.id)?;
                scene.post(period, person)
            });
            DirectoryRow {
                name: scene.name(person),
                href: person_path(person),
                number: numbers(scene, person).into_iter().next().map(|identity| identity.number),
                position: post.map(|post| post.position.value.clone()),
                unit: post
                    .and_then(|post| post.unit.as_ref())
                    .zip(newest)
                    .map(|(unit, insight)| scene.unit(insight.period, &unit.value)),
                periods: scene
                    .survey
                    .iter()
                    .rev()
                    .map(|insight| directory_cell(scene, insight, person))
                    .collect(),
            }
        })
        .collect();
    people.sort_by(|a, b| (a.name.to_lowercase(), &a.href).cmp(&(b.name.to_lowercase(), &b.href)));
    Directory {
        has_numbers: people.iter().any(|row| row.number.is_some()),
        periods: scene.survey.iter().rev().map(|insight| scene.period(insight.period)).collect(),
        people,
    }
}

fn directory_cell(scene: &Scene, insight: &PeriodInsight, person: &str) -> DirectoryCell {
    let held = (scene.held)(&insight.period.id, person);
    let outcome = insight.scorecards.get(person).filter(|_| !held).and_then(|card| {
        let framework = insight.period.framework.as_deref()?;
        parts::came_out(scene.lang, framework, card)
    });
    DirectoryCell { takes_part: insight.progress.contains_key(person), outcome, held }
}

/// Who owes what in a period.
pub fn due_list(scene: &Scene, insight: &PeriodInsight) -> DueList {
    let link = |insight: &PeriodInsight, person: &str| Some(dossier_path(&insight.period.id, person));
    let rows = due_rows(scene, everybody(insight), link);
    let stages = insight.period.framework.iter().flat_map(|framework| &framework.data.stages);
    let stages: Vec<DueStage> = stages
        .map(|(id, _)| {
            let label = stage_label(scene, insight, &id.value);
            let rows = rows.iter().filter(|row| row.stage == label).cloned().collect();
            DueStage { label, rows }
        })
        .filter(|stage: &DueStage| !stage.rows.is_empty())
        .collect();
    DueList {
        id: insight.period.id.clone(),
        label: scene.period(insight.period),
        stages,
        overdue: rows.iter().filter(|row| row.overdue).count(),
        all: rows.len(),
    }
}

/// Links to the printed documents about something in a period.
fn printed(scene: &Scene, period: &str, subject: &Subject) -> Vec<DocumentLink> {
    let link = |file: &DocumentFile| DocumentLink {
        label: file.kind.title(scene.lang).to_owned(),
        href: file.office.clone(),
    };
    scene.documents_of(period, subject).iter().map(link).collect()
}

/// A recapitulation of a period, unit by unit.
pub fn recap(scene: &Scene, insight: &PeriodInsight) -> Recap {
    let units = scene.agency.roster_of(insight.period).units;
    let people_of = |unit: Option<&str>| {
        let members = insight.progress.iter().filter(|(_, progress)| progress.unit.as_deref() == unit);
        let mut people: Vec<PersonRow> = members
            .map(|(person, _)| person_row(scene, insight, person, dossier_path(&insight.period.id, person)))
            .collect();
        people.sort_by(|a, b| (&a.name, &a.href).cmp(&(&b.name, &b.href)));
        people
    };
    let printed = |subject: Subject| printed(scene, &insight.period.id, &subject);
    let known = units.iter().map(|unit| RecapUnit {
        label: scene.label(&unit.name),
        people: people_of(Some(&unit.id.value)),
        documents: printed(Subject::Unit(unit.id.value.clone())),
    });
    let without =
        RecapUnit { label: scene.word("no-unit").to_owned(), people: people_of(None), documents: vec![] };
    Recap {
        id: insight.period.id.clone(),
        label: scene.period(insight.period),
        components: component_labels(scene, insight),
        outcome_label: outcome_label(scene, insight),
        documents: printed(Subject::Agency),
        units: known.chain([without]).filter(|unit| !unit.people.is_empty()).collect(),
    }
}

/// The agency's own pages for the office, in the order of the menu.
pub fn own_pages(scene: &Scene) -> Vec<OwnPage> {
    let mut pages: Vec<_> =
        scene.agency.pages.iter().filter(|(_, page)| page.data.audience == Audience::Personnel).collect();
    pages.sort_by_key(|(slug, page)| (page.data.order, slug.as_str()));
    pages
        .into_iter()
        .map(|(slug, page)| OwnPage {
            slug: slug.clone(),
            title: scene.label(&page.data.title.value),
            text: Markdown(page.body.text.clone()),
        })
        .collect()
}
