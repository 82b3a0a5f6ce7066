//! What many scorecards say: strengths and weaknesses, distributions, completeness, achievement of goals, and how
//! raters use their scales.
//!
//! Takes scorecards and the checked model, gives summaries. Must never decide who may see them.

pub mod calibration;
mod distribution;
mod goals;
mod person;
mod progress;

use std::collections::BTreeMap;

pub use distribution::{Spread, findings, spread_of, spread_under};
pub use goals::{GoalStatus, IndicatorStatus, goal_status};
pub use person::{Pool, Traits, pool, traits};
pub use progress::{Due, Progress, StageState, Standing, progress};

use crate::check::Checked;
use crate::model::Period;
use crate::score::{Scorecard, score_period};

/// Everything computed about a period.
#[derive(Debug)]
pub struct PeriodInsight<'a> {
    /// The period.
    pub period: &'a Period,
    /// Scorecards by person.
    pub scorecards: BTreeMap<String, Scorecard>,
    /// How far each person is, by person.
    pub progress: BTreeMap<String, Progress>,
    /// The agency's goals with what was achieved.
    pub goals: Vec<GoalStatus>,
}

/// Computes every period that has a framework, in order of their ids.
pub fn survey<'a>(checked: &Checked<'a>) -> Vec<PeriodInsight<'a>> {
    let periods = checked.agency.periods.values().filter(|period| period.framework.is_some());
    periods
        .map(|period| PeriodInsight {
            period,
            scorecards: score_period(checked, period)
                .into_iter()
                .map(|card| (card.person.clone(), card))
                .collect(),
            progress: progress(checked, period),
            goals: goal_status(period),
        })
        .collect()
}

impl PeriodInsight<'_> {
    /// Whether everybody who takes part has an outcome.
    pub fn is_complete(&self) -> bool {
        self.scorecards.len() == self.progress.len()
            && self.scorecards.values().all(|card| card.outcome.is_some())
    }
}
