//! Scores and their derivation.
//!
//! Takes a checked model, gives a scorecard for each person and period: outcome, components and the derivation tree
//! that leads from inputs with file and line to the result. Pure; no floating point; must never know a page.

mod achievement;
mod arithmetic;
mod case;
mod component;
mod indicator;
mod integration;
mod outcome;
mod rating;
mod step;
mod valuation;
mod veto;
mod what;

use rayon::prelude::*;

use crate::check::Checked;
use crate::model::{Period, ReviewSide};
use crate::num::Exact;

use case::Case;

pub use achievement::{Aim, Reached, reached};
pub use step::{Got, Step};
pub use what::{Banded, Figure, Formula, Joined, Missing, What};

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
    /// The number behind the outcome, rounded only where the framework says so. `None` where outcomes are ordinal, or
    /// something is missing.
    pub value: Option<Exact>,
    /// The components that apply to the person, in the framework's order.
    pub components: Vec<ComponentScore>,
    /// How it came about.
    pub derivation: Step,
    deciders: Vec<String>,
}

impl Scorecard {
    /// Who set what counts, each once: the superior, where a rating, a figure or a condition of theirs was used, and
    /// whoever decided on an objection. Colleagues count together, so none of them is among these.
    pub fn deciders(&self) -> Vec<&str> {
        self.deciders.iter().map(String::as_str).collect()
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
    /// Its number now, rounded only where the framework says so. `None` while it is missing, or where it is a level.
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
    score_with(checked, period, person, &[])
}

/// Scores one person as if the superior had rated other than they did: `changes` are marks, levels or numbers, by
/// component or criterion. A decision on an objection stands all the same. As long as the superior has rated nothing,
/// there is nothing to change. `None` if the period has no framework that could be read.
pub fn score_with(
    checked: &Checked,
    period: &Period,
    person: &str,
    changes: &[(&str, &str)],
) -> Option<Scorecard> {
    let case = Case::of(checked.agency, period, person, changes)?;
    Some(card(checked, &case, person, &[]))
}

/// Scores one person as if a decision on an objection set these marks too, levels or numbers by component or criterion;
/// those that a decision set already stand where they are not named. `None` if the period has no framework that could be
/// read.
pub fn score_decided(
    checked: &Checked,
    period: &Period,
    person: &str,
    changes: &[(&str, &str)],
) -> Option<Scorecard> {
    let case = Case::of(checked.agency, period, person, &[])?;
    let dossier = case::decided(case.dossier, changes);
    Some(card(checked, &case.with(&dossier), person, &[]))
}

/// Scores what was rated in a part of a period, such as a quarter, by the same framework and from that part's own
/// assessments alone. It changes nothing of what the whole period comes to. `None` if there is nothing of that part, or the
/// period has no framework that could be read.
pub fn score_part(checked: &Checked, period: &Period, person: &str, part: &str) -> Option<Scorecard> {
    let days = period.part(part)?;
    let dossier = period.dossiers.get(person)?.of_part(part, Some(days.range()))?;
    let case = Case::of_part(checked.agency, period, person, (days, &dossier))?;
    Some(own(&case, person))
}

/// Scores one person as it stood before a decision on an objection changed ratings. `None` where none did.
pub fn score_undecided(checked: &Checked, period: &Period, person: &str) -> Option<Scorecard> {
    let case = Case::of(checked.agency, period, person, &[])?.before_decision()?;
    Some(card(checked, &case, person, &[]))
}

/// A scorecard: of what was rated in the period, or of the periods that it integrates. `above` are those that ask for
/// it to integrate it.
fn card(checked: &Checked, case: &Case, person: &str, above: &[&str]) -> Scorecard {
    match &case.framework.data.integration {
        Some(rule) if !case.integrates().is_empty() => {
            integration::integrated(checked, case, person, rule, above)
        }
        _ => own(case, person),
    }
}

fn own(case: &Case, person: &str) -> Scorecard {
    let outcome = outcome::outcome(case);
    let components = component::scores(case, &outcome);
    let components = match case.before_decision() {
        Some(before) => compared(components, component::scores(&before, &outcome::outcome(&before))),
        None => components,
    };
    let value = outcome::value_of(&outcome).cloned();
    let derivation = veto::vetoed(case, &[*case], outcome);
    Scorecard {
        period: case.period.id.clone(),
        person: person.to_owned(),
        framework: case.framework.id.clone(),
        outcome: derivation.level().map(str::to_owned),
        value,
        components,
        deciders: deciders(case, &derivation),
        derivation,
    }
}

/// Components with what they were before a decision.
fn compared(now: Vec<ComponentScore>, before: Vec<ComponentScore>) -> Vec<ComponentScore> {
    let got = |score: &ComponentScore| {
        let level = || score.level.clone().map(Got::Level);
        score.value.clone().map(Got::Number).or_else(level)
    };
    let compare = |(now, before): (ComponentScore, ComponentScore)| ComponentScore {
        before_decision: got(&before).filter(|_| got(&now) != got(&before)),
        ..now
    };
    now.into_iter().zip(before).map(compare).collect()
}

fn deciders(case: &Case, derivation: &Step) -> Vec<String> {
    let superior = case.dossier.supervisor.data().map(|filed| filed.by.value.as_str());
    let mut deciders: Vec<&str> = vec![];
    derivation.walk(&mut |step| match &step.what {
        What::Rating { by, side: ReviewSide::Superior, .. } | What::Decision { by, .. } => deciders.push(by),
        What::Figure { figure: Figure::Realised, .. } | What::Condition { .. } => deciders.extend(superior),
        _ => {}
    });
    deciders.sort_unstable();
    deciders.dedup();
    deciders.into_iter().map(str::to_owned).collect()
}

#[cfg(test)]
mod tests;
