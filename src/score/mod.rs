//! Scores and their derivation.
//!
//! Takes a checked model, gives a scorecard for each person and period: outcome, components and the derivation tree
//! that leads from inputs with file and line to the result. Pure; no floating point; must never know a page.

mod achievement;
#[allow(dead_code, reason = "components call it")]
mod arithmetic;
#[allow(dead_code, reason = "components call it")]
mod indicator;
mod ordinal;
mod step;
#[allow(dead_code, reason = "components call it")]
mod valuation;

use rayon::prelude::*;

use crate::check::Checked;
use crate::model::{Period, ReviewSide};
use crate::num::Exact;

pub use achievement::{Aim, Reached, reached};
pub use step::{Banded, Figure, Formula, Got, Joined, Missing, Step, What};

/// What a person's appraisal came to in a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scorecard {
    /// The period.
    pub period: String,
    /// The person.
    pub person: String,
    /// The framework.
    pub framework: String,
    /// The outcome, by the framework's id. `None` while something is missing.
    pub outcome: Option<String>,
    /// The number behind the outcome, unrounded. `None` where outcomes are ordinal, or something is missing.
    pub value: Option<Exact>,
    /// The components that apply to the person, in the framework's order.
    pub components: Vec<ComponentScore>,
    /// How it came about.
    pub derivation: Step,
}

impl Scorecard {
    /// Who set what counts: the superior who rated, and whoever decided on an objection.
    pub fn deciders(&self) -> Vec<&str> {
        let mut deciders = vec![];
        self.derivation.walk(&mut |step| match &step.what {
            What::Rating { by, side, .. } if *side == ReviewSide::Superior => deciders.push(by.as_str()),
            What::Decision { by, .. } => deciders.push(by.as_str()),
            _ => {}
        });
        deciders.sort_unstable();
        deciders.dedup();
        deciders
    }

    /// A component.
    pub fn component(&self, id: &str) -> Option<&ComponentScore> {
        self.components.iter().find(|component| component.id == id)
    }
}

/// What one component came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComponentScore {
    /// The component.
    pub id: String,
    /// Its level now. `None` while it is missing, or where it is a number without bands.
    pub level: Option<String>,
    /// Its number now, unrounded. `None` while it is missing, or where it is a level.
    pub value: Option<Exact>,
    /// What it was before a decision changed it.
    pub before_decision: Option<Got>,
    /// Its criteria that count, with the number each came to.
    pub criteria: Vec<(String, Option<Exact>)>,
}

/// Scores every person who takes part in a period, in the order of their ids. Withheld people are left out.
pub fn score_period(checked: &Checked, period: &Period) -> Vec<Scorecard> {
    let people: Vec<&str> = checked
        .agency
        .participants(period)
        .into_iter()
        .filter(|person| !checked.is_held(&period.id, person))
        .collect();
    people.par_iter().filter_map(|person| score_person(checked, period, person)).collect()
}

/// Scores one person. `None` if the period has no framework that could be read.
pub fn score_person(checked: &Checked, period: &Period, person: &str) -> Option<Scorecard> {
    let _ = checked;
    let framework = period.framework.as_deref()?;
    Some(ordinal::score(framework, period, person))
}
