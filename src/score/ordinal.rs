//! Ordinal outcomes: levels of two components, looked up in a matrix (PermenPANRB 6/2022, annex).

use super::{ComponentScore, Missing, Scorecard, Step, What};
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
            level: step.result.clone(),
            before_decision: before_decision(step),
        })
        .collect();
    let matrix = &framework.data.outcome.matrix;
    let level = |component: &str| {
        let at = framework.data.components.iter().position(|(id, _)| id.value == component)?;
        steps[at].result.as_deref()
    };
    let outcome = level(&matrix.rows.value)
        .zip(level(&matrix.columns.value))
        .and_then(|(row, column)| framework.outcome_of(row, column))
        .map(|outcome| outcome.value.clone());
    let derivation = Step {
        what: What::Matrix { rows: matrix.rows.value.clone(), columns: matrix.columns.value.clone() },
        result: outcome.clone(),
        at: None,
        inputs: steps,
    };
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
        Some(Step {
            what: What::Decision { by: filed.data.by.value.clone(), date: filed.data.date.value },
            result: Some(level.value.clone()),
            at: Some(level.span),
            inputs: vec![],
        })
    });
    let result = decided.as_ref().unwrap_or(&rating).result.clone();
    Step {
        what: What::Component { component: component.to_owned() },
        result,
        at: None,
        inputs: decided.into_iter().chain([rating]).collect(),
    }
}

fn rating(dossier: &Dossier, component: &str) -> Step {
    let missing = |missing, at| Step { what: What::Missing(missing), result: None, at, inputs: vec![] };
    let Some(filed) = dossier.supervisor.get() else { return missing(Missing::Assessment, None) };
    match entry(&filed.data.ratings, component) {
        Some(level) => Step {
            what: What::Rating {
                by: filed.data.by.value.clone(),
                side: ReviewSide::Superior,
                date: filed.data.date.value,
            },
            result: Some(level.value.clone()),
            at: Some(level.span),
            inputs: vec![],
        },
        None => missing(Missing::Rating, Some(filed.span)),
    }
}

/// What the superior had given, where a decision changed it.
fn before_decision(component: &Step) -> Option<String> {
    match component.inputs.as_slice() {
        [decided, rating] if decided.result != rating.result => rating.result.clone(),
        _ => None,
    }
}
