//! Ordinal outcomes: levels of two components, looked up in a matrix (PermenPANRB 6/2022, annex).

use super::{ComponentScore, Got, Missing, Scorecard, Step, What};
use crate::framework::{Framework, entry};
use crate::model::{Dossier, Period, ReviewSide};

pub(super) fn score(framework: &Framework, period: &Period, person: &str) -> Scorecard {
    let nothing = Dossier::default();
    let dossier = period.dossiers.get(person).unwrap_or(&nothing);
    let steps: Vec<Step> =
        framework.data.components.iter().map(|(id, _)| component(dossier, &id.value)).collect();
    let components = steps
        .iter()
        .zip(&framework.data.components)
        .map(|(step, (id, _))| ComponentScore {
            id: id.value.clone(),
            level: step.level().map(str::to_owned),
            value: None,
            before_decision: before_decision(step),
            criteria: vec![],
        })
        .collect();
    let level = |component: &str| {
        let at = framework.data.components.iter().position(|(id, _)| id.value == component)?;
        steps[at].level()
    };
    let (rows, columns) = match framework.matrix() {
        Some(matrix) => (matrix.rows.value.clone(), matrix.columns.value.clone()),
        None => Default::default(),
    };
    let outcome = level(&rows)
        .zip(level(&columns))
        .and_then(|(row, column)| framework.outcome_of(row, column))
        .map(|outcome| outcome.value.clone());
    let derivation = Step::made(What::Matrix { rows, columns }, outcome.clone().map(Got::Level), steps);
    Scorecard {
        period: period.id.clone(),
        person: person.to_owned(),
        framework: framework.id.clone(),
        outcome,
        value: None,
        components,
        derivation,
    }
}

/// The level of a component: what a decision set, else what the superior gave.
fn component(dossier: &Dossier, component: &str) -> Step {
    let rating = rating(dossier, component);
    let decided = dossier.decision.get().and_then(|filed| {
        let level = entry(&filed.data.changes, component)?;
        let decision = What::Decision { by: filed.data.by.value.clone(), date: filed.data.date.value };
        Some(Step::written(decision, Some(Got::Level(level.value.clone())), level.span))
    });
    let result = decided.as_ref().unwrap_or(&rating).result.clone();
    let what = What::Component { component: component.to_owned() };
    Step::made(what, result, decided.into_iter().chain([rating]).collect())
}

fn rating(dossier: &Dossier, component: &str) -> Step {
    let Some(filed) = dossier.supervisor.get() else { return Step::missing(Missing::Assessment, None) };
    match entry(&filed.data.ratings, component) {
        Some(level) => {
            let rating = What::Rating {
                by: filed.data.by.value.clone(),
                side: ReviewSide::Superior,
                date: filed.data.date.value,
            };
            Step::written(rating, Some(Got::Level(level.value.clone())), level.span)
        }
        None => Step::missing(Missing::Rating, Some(filed.span)),
    }
}

/// What the superior had given, where a decision changed it.
fn before_decision(component: &Step) -> Option<Got> {
    match component.inputs.as_slice() {
        [decided, rating] if decided.result != rating.result => rating.result.clone(),
        _ => None,
    }
}
