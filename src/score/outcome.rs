//! How the outcome comes about: from a table of two levels, or from a number and its bands; and what holds it down.

use super::arithmetic::{band, finish, join};
use super::case::Case;
use super::component::{As, components};
use super::{Banded, Got, Joined, Step, What};
use crate::diagnostic::Span;
use crate::num::Exact;

/// The outcome before any veto.
pub(super) fn outcome(case: &Case) -> Step {
    match case.framework.matrix() {
        Some(_) => table(case),
        None => banded(case, score(case), &case.conditions().collect::<Vec<_>>()),
    }
}

fn table(case: &Case) -> Step {
    let steps = components(case, None, As::Level);
    let level = |wanted: &str| {
        let is_wanted =
            |step: &&Step| matches!(&step.what, What::Component { component } if component == wanted);
        steps.iter().find(is_wanted).and_then(Step::level)
    };
    let (rows, columns) = case
        .framework
        .matrix()
        .map_or_else(Default::default, |matrix| (matrix.rows.value.clone(), matrix.columns.value.clone()));
    let outcome = level(&rows)
        .zip(level(&columns))
        .and_then(|(row, column)| case.framework.outcome_of(row, column))
        .map(|outcome| Got::Level(outcome.value.clone()));
    Step::made(What::Matrix { rows, columns }, outcome, steps)
}

/// The number behind the outcome.
fn score(case: &Case) -> Step {
    let score = case.framework.data.outcome.score.as_ref();
    let combine = score.and_then(|score| score.combine.as_ref()).map(|combine| combine.value);
    let policy = score.and_then(|score| score.missing).unwrap_or(case.framework.data.missing.parts);
    let joined = join(case.framework, Joined::Score, combine, policy, components(case, None, As::Number));
    let Some(score) = score else { return joined };
    let times = score.times.as_ref().map(|times| &times.value);
    finish(joined, times, Some(&score.to.value), score.round.as_ref())
}

/// The outcome by the framework's bands.
pub(super) fn banded(case: &Case, number: Step, met: &[(&str, Span)]) -> Step {
    band(Banded::Outcome, &case.framework.data.outcome.bands, number, met)
}

/// The number that an outcome was looked up with.
pub(super) fn value_of(outcome: &Step) -> Option<&Exact> {
    match outcome.what {
        What::Band { .. } => outcome.inputs.first()?.number(),
        _ => None,
    }
}
