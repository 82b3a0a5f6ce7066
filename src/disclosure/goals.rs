//! The agency's own goals.

use super::Released;
use super::awards::names_somebody;
use crate::check::Checked;
use crate::insight::{GoalStatus, IndicatorStatus, PeriodInsight};
use crate::num::Exact;
use crate::schema::period::Better;
use crate::schema::{Label, Measure};

/// A goal of the agency. Who answers for it stays inside: what was achieved of a goal is a rating of its owner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicGoal {
    /// What is to be reached.
    pub title: Label,
    /// What shows that it is reached.
    pub indicators: Vec<PublicIndicator>,
}

/// A measure of a goal with what was achieved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicIndicator {
    /// What is measured.
    pub measure: Label,
    /// Its unit.
    pub unit: Option<String>,
    /// Whether less is better.
    pub lower_is_better: bool,
    /// Where it stood before.
    pub baseline: Option<Measure>,
    /// Where it should be.
    pub target: Measure,
    /// Where it is.
    pub realised: Option<Measure>,
    /// What was achieved, in percent of the target.
    pub achieved: Option<Exact>,
    /// How much of the way from where it stood before to the target was covered, in percent.
    pub covered: Option<Exact>,
    /// Whether the target was reached. `None` while that cannot be said.
    pub reached: Option<bool>,
    /// Where the figures come from; left out where that names somebody.
    pub source: Option<String>,
    /// Figures of earlier years, by year.
    pub history: Vec<(String, Measure)>,
}

/// The goals of a period that are the agency's: those of a single person are that person's.
pub(super) fn goals(checked: &Checked, insight: &PeriodInsight) -> Vec<Released<PublicGoal>> {
    let units = checked.agency.roster_of(insight.period).units;
    let is_own = |status: &&GoalStatus| {
        status.goal.owner.as_ref().is_none_or(|owner| units.get(&owner.value).is_some())
    };
    insight.goals.iter().filter(is_own).map(|status| Released(goal(checked, status))).collect()
}

fn goal(checked: &Checked, status: &GoalStatus) -> PublicGoal {
    PublicGoal {
        title: status.goal.title.value.clone(),
        indicators: status.indicators.iter().map(|status| indicator(checked, status)).collect(),
    }
}

fn indicator(checked: &Checked, status: &IndicatorStatus) -> PublicIndicator {
    let written = &status.indicator;
    PublicIndicator {
        measure: written.measure.value.clone(),
        unit: written.unit.as_ref().map(|unit| unit.value.clone()),
        lower_is_better: written.better == Better::Lower,
        baseline: written.baseline.as_ref().map(|baseline| baseline.value.clone()),
        target: written.target.value.clone(),
        realised: written.realised.as_ref().map(|realised| realised.value.clone()),
        achieved: status.achieved.clone(),
        covered: status.covered.clone(),
        reached: status.reached,
        source: written
            .source
            .as_ref()
            .map(|source| source.value.clone())
            .filter(|source| !names_somebody(checked, &[], source)),
        history: written
            .history
            .iter()
            .map(|(year, value)| (year.value.clone(), value.value.clone()))
            .collect(),
    }
}
