//! A person's own portfolio.

use serde::Serialize;

use super::derivation::Audience;
use super::dossier::{self, AwardRow, Head, PeriodPage, head_in, numbers, stage_rows};
use super::parts::{self, Rank};
use super::scene::Scene;
use super::trend::{self, TrendView};
use crate::insight::{PeriodInsight, Standing};

/// The portfolio: all periods of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Portfolio {
    /// The person, as they are today or were last.
    pub head: Head,
    /// The periods, newest first.
    pub periods: Vec<PeriodLine>,
    /// Awards of all periods, newest period first.
    pub awards: Vec<AwardRow>,
    /// Career aim, as last written.
    pub career: Option<String>,
    /// How ratings went over the periods, once there are several.
    pub trend: Option<TrendView>,
    /// What stands before a period's id in links from the portfolio.
    pub stem: String,
}

/// A period in the portfolio.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PeriodLine {
    /// Its id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// First and last day.
    pub range: String,
    /// The post held in it.
    pub position: Option<String>,
    /// The unit.
    pub unit: Option<String>,
    /// The outcome, where it is shown.
    pub outcome: Option<Rank>,
    /// Whether a file with an error keeps it back.
    pub held: bool,
    /// How far it is: the stage that comes next, or that all is done.
    pub next: Option<NextStage>,
    /// How many stages that everybody passes are done.
    pub done: usize,
    /// How many there are.
    pub stages: usize,
}

/// The stage that comes next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NextStage {
    /// Its name.
    pub label: String,
    /// When it is due.
    pub due: Option<parts::Day>,
    /// Whether that has passed.
    pub overdue: bool,
}

/// Everything in a person's root.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Root {
    /// The portfolio.
    pub portfolio: Portfolio,
    /// Its periods.
    pub periods: Vec<PeriodPage>,
}

/// Ids of everybody who takes part in any period, in order.
pub fn people<'a>(survey: &'a [PeriodInsight<'a>]) -> Vec<&'a str> {
    let mut people: Vec<&str> =
        survey.iter().flat_map(|insight| insight.progress.keys()).map(String::as_str).collect();
    people.sort_unstable();
    people.dedup();
    people
}

/// The portfolio of a person for an audience. `None` for somebody who never took part.
pub fn root(scene: &Scene, person: &str, audience: Audience) -> Option<Root> {
    let sees = |one: &PeriodInsight| audience != Audience::Own || is_open(scene, one, person);
    let periods: Vec<PeriodPage> = scene
        .survey
        .iter()
        .rev()
        .filter(|insight| insight.progress.contains_key(person))
        .filter_map(|insight| {
            let held = (scene.held)(&insight.period.id, person);
            dossier::period_page(scene, insight, person, audience, held, &sees)
        })
        .collect();
    let newest = scene.survey.iter().rev().find(|insight| insight.progress.contains_key(person))?;
    let mut head = head_in(scene, newest, person);
    head.numbers = numbers(scene, person);
    let lines = periods.iter().filter_map(|page| {
        let insight = scene.survey.iter().find(|insight| insight.period.id == page.id)?;
        Some(line(scene, insight, page))
    });
    Some(Root {
        portfolio: Portfolio {
            head,
            trend: trend::trend(scene, person, sees),
            stem: String::new(),
            periods: lines.collect(),
            awards: periods.iter().flat_map(|page| page.awards.clone()).collect(),
            career: periods.iter().find_map(|page| page.development.as_ref()?.career.clone()),
        },
        periods,
    })
}

/// Whether a person may see others' ratings of their own in a period.
fn is_open(scene: &Scene, one: &PeriodInsight, person: &str) -> bool {
    one.period.dossiers.get(person).is_some_and(|dossier| dossier::is_released(scene, dossier))
}

fn line(scene: &Scene, insight: &PeriodInsight, page: &PeriodPage) -> PeriodLine {
    let stages = insight.progress.get(&page.head.id).map_or(&[][..], |progress| progress.stages.as_slice());
    let required = stages.iter().filter(|stage| stage.required);
    let done =
        |stage: &&crate::insight::StageState| matches!(stage.standing, Standing::Done | Standing::DoneLate);
    let next = stage_rows(scene, insight, &page.head.id)
        .into_iter()
        .find(|row| matches!(row.standing, "overdue" | "open"))
        .map(|row| NextStage { label: row.label, overdue: row.standing == "overdue", due: row.due });
    PeriodLine {
        id: page.id.clone(),
        label: page.label.clone(),
        range: page.range.clone(),
        position: page.head.position.clone(),
        unit: page.head.unit.clone(),
        outcome: page.outcome.as_ref().and_then(|outcome| outcome.rank.clone()),
        held: page.held,
        next: next.filter(|_| !page.held),
        done: required.clone().filter(done).count(),
        stages: required.count(),
    }
}
