//! What many scorecards say: strengths and weaknesses and what to learn, what follows by rule, contributions to goals and
//! what was achieved of them, courses over the periods, distributions, completeness, and how raters use their scales.
//!
//! Takes scorecards and the checked model, gives summaries. Must never decide who may see them.

pub mod calibration;
mod cascade;
mod course;
mod credit;
mod criteria;
mod distribution;
mod follow_up;
mod goals;
mod lift;
mod needs;
mod nine_box;
mod parts;
mod person;
mod progress;
mod proposals;
mod rated;
#[cfg(test)]
mod tests;
mod trend;
mod what_if;

use std::collections::BTreeMap;

pub use cascade::{Branch, Cascade, GoalBranch, LooseResult, SharedIndicator, Sharer, cascade};
pub use course::by_date;
pub use credit::{Credit, CreditPart, PartOfYear, credit};
pub use criteria::{CriterionState, Shows, criteria_of};
pub use distribution::{Spread, findings, spread_of, spread_under};
pub use follow_up::{Counted, Qualified, follow_ups};
pub use goals::{GoalStatus, IndicatorStatus, goal_status};
pub use lift::{FEWEST_LIFTS, Lift, Seen, TrainingLift, lifts};
pub use needs::{Answer, Need, NeedCount, NeedCounts, NeedFrom, Status, need_counts, needs_of};
pub use nine_box::{NineBox, nine_box};
pub use parts::{PartCard, part_cards};
pub use person::{Pool, pool};
pub use progress::{Progress, StageState, Standing, progress};
pub use proposals::{Candidate, Proposal, proposals};
pub use rated::Rated;
pub use trend::{PeriodTrend, TrendLine, TrendPoint, UnitPoint, trend_of, unit_trends};
pub use what_if::{Try, WhatIf, what_ifs};

use crate::check::Checked;
use crate::model::Period;
use crate::score::{Scorecard, score_period, score_undecided};

/// Everything computed about a period.
#[derive(Debug)]
pub struct PeriodInsight<'a> {
    /// The period.
    pub period: &'a Period,
    /// Scorecards by person.
    pub scorecards: BTreeMap<String, Scorecard>,
    /// What parts of it came to, by those whom the superior evaluated in them. The whole does not depend on it.
    pub parts: BTreeMap<String, Vec<PartCard>>,
    /// Scorecards as they stood before a decision on an objection changed ratings, by those it concerned.
    pub undecided: BTreeMap<String, Scorecard>,
    /// How far each person is, by person.
    pub progress: BTreeMap<String, Progress>,
    /// The agency's goals with what was achieved.
    pub goals: Vec<GoalStatus>,
    /// Credit points, by those who have any.
    pub credits: BTreeMap<String, Credit>,
    /// What contested ratings could be set to, by those who objected.
    pub what_ifs: BTreeMap<String, Vec<WhatIf>>,
}

/// Computes every period that has a framework, in order of their ids.
pub fn survey<'a>(checked: &Checked<'a>) -> Vec<PeriodInsight<'a>> {
    let periods = checked.agency.periods.values().filter(|period| period.framework.is_some());
    periods.map(|period| insight(checked, period)).collect()
}

fn insight<'a>(checked: &Checked<'a>, period: &'a Period) -> PeriodInsight<'a> {
    let scorecards: BTreeMap<String, Scorecard> =
        score_period(checked, period).into_iter().map(|card| (card.person.clone(), card)).collect();
    let contested = scorecards.iter().filter_map(|(person, card)| {
        let found = what_ifs(checked, period, person, card);
        (!found.is_empty()).then(|| (person.clone(), found))
    });
    let undecided = scorecards
        .keys()
        .filter_map(|person| Some((person.clone(), score_undecided(checked, period, person)?)));
    let earning =
        scorecards.iter().filter_map(|(person, card)| Some((person.clone(), credit(checked, period, card)?)));
    PeriodInsight {
        period,
        undecided: undecided.collect(),
        credits: earning.collect(),
        parts: part_cards(checked, period),
        progress: progress(checked, period),
        goals: goal_status(period),
        what_ifs: contested.collect(),
        scorecards,
    }
}

impl PeriodInsight<'_> {
    /// What a part of the period came to for a person. `None` if the superior did not evaluate them in it.
    pub fn part_card(&self, person: &str, part: &str) -> Option<&Scorecard> {
        self.parts.get(person)?.iter().find(|one| one.part == part).map(|one| &one.card)
    }

    /// Whether everybody who takes part has an outcome.
    pub fn is_complete(&self) -> bool {
        self.scorecards.len() == self.progress.len()
            && self.scorecards.values().all(|card| card.outcome.is_some())
    }
}
