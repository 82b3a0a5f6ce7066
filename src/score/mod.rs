//! Scores and their derivation.
//!
//! Takes a checked model, gives a scorecard for each person and period: outcome, components and the derivation tree
//! that leads from inputs with file and line to the result. Pure; no floating point; must never know a page.

mod ordinal;

use rayon::prelude::*;

use crate::calendar::Date;
use crate::check::Checked;
use crate::diagnostic::Span;
use crate::model::{Period, ReviewSide};
use crate::num::Exact;

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
    /// The number behind the outcome. `None` where outcomes are ordinal.
    pub value: Option<Exact>,
    /// The components, in the framework's order.
    pub components: Vec<ComponentScore>,
    /// How it came about.
    pub derivation: Step,
}

impl Scorecard {
    /// Who set what counts: the superior who rated, and whoever decided on an objection.
    pub fn deciders(&self) -> Vec<&str> {
        let written = self.derivation.inputs.iter().flat_map(|component| &component.inputs);
        let mut deciders: Vec<&str> = written
            .filter_map(|step| match &step.what {
                What::Rating { by, .. } | What::Decision { by, .. } => Some(by.as_str()),
                _ => None,
            })
            .collect();
        deciders.sort_unstable();
        deciders.dedup();
        deciders
    }
}

/// What one component came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComponentScore {
    /// The component.
    pub id: String,
    /// Its level now. `None` while it is missing.
    pub level: Option<String>,
    /// Its level before a decision changed it.
    pub before_decision: Option<String>,
}

/// A step of a derivation: a result, the rule it came by and the steps it was made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What was found, and by which rule.
    pub what: What,
    /// The level or outcome found, by id. `None` while something is missing.
    pub result: Option<String>,
    /// Where it was written, for steps that were written and not computed.
    pub at: Option<Span>,
    /// What it was made from.
    pub inputs: Vec<Step>,
}

/// What a step of a derivation does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// Looks the outcome up in the framework's matrix.
    Matrix {
        /// The component of the rows.
        rows: String,
        /// The component of the columns.
        columns: String,
    },
    /// Takes the level of a component.
    Component {
        /// The component.
        component: String,
    },
    /// Someone's rating.
    Rating {
        /// Who rated.
        by: String,
        /// As what.
        side: ReviewSide,
        /// When.
        date: Date,
    },
    /// A decision on an objection that set the level anew.
    Decision {
        /// Who decided.
        by: String,
        /// When.
        date: Date,
    },
    /// Something is not there yet.
    Missing(Missing),
}

/// What an outcome still waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Missing {
    /// The superior's assessment.
    Assessment,
    /// A rating inside the superior's assessment.
    Rating,
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
