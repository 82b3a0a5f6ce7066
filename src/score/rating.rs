//! What a component or criterion was rated, by all whose rating of it counts.

use super::arithmetic::join;
use super::case::Case;
use super::{Got, Joined, Missing, Step, What};
use crate::diagnostic::Span;
use crate::framework::entry;
use crate::model::{Filed, ReviewSide, Slot};
use crate::num::Exact;
use crate::schema::framework::{Combine, Component, Missing as Policy};
use crate::schema::review::Assessment;

/// What something was rated where ratings are numbers: joined over the kinds of raters that have a weight, or as a
/// decision on an objection set it.
pub(super) fn number(case: &Case, component: &Component, rated: &str) -> Step {
    let joined = over_raters(case, component, rated);
    let Some((decision, mark)) = case.decision(rated) else { return joined };
    let what = What::Decision { by: decision.by.value.clone(), date: decision.date.value };
    given(case, rated, &mark.value, mark.span, what, vec![joined])
}

/// What something was rated where ratings are levels that have no numbers: what a decision on an objection set, if
/// there is one, then what the superior gave.
pub(super) fn levels(case: &Case, rated: &str) -> Vec<Step> {
    let decided = case.decision(rated).map(|(decision, level)| {
        let what = What::Decision { by: decision.by.value.clone(), date: decision.date.value };
        Step::written(what, Some(Got::Level(level.value.clone())), level.span)
    });
    decided.into_iter().chain([superior(case, rated)]).collect()
}

fn over_raters(case: &Case, component: &Component, rated: &str) -> Step {
    let kinds = weights(case, component);
    match kinds.as_slice() {
        // Where one kind alone counts there is nothing to join, whatever its weight.
        [(kind, _)] => by_kind(case, kind, rated),
        kinds => {
            let inputs =
                kinds.iter().map(|(kind, weight)| by_kind(case, kind, rated).weighing(weight.cloned()));
            let inputs: Vec<Step> = inputs.collect();
            // Without the superior, or raters that the framework requires, no rule for missing ones helps.
            let is_needed = |kind: &str| {
                kind == ReviewSide::Superior.id()
                    || case.framework.rater(kind).is_some_and(|kind| kind.required)
            };
            let mut pairs = kinds.iter().zip(&inputs);
            let lacks = pairs.any(|((kind, _), input)| input.number().is_none() && is_needed(kind));
            let policy = if lacks { Policy::Error } else { case.framework.data.missing.raters };
            let of = Joined::Raters(rated.to_owned());
            join(case.framework, of, Some(Combine::WeightedMean), policy, inputs)
        }
    }
}

/// The kinds of raters that count for a component, with their weights; the superior alone where nobody has one.
fn weights<'a>(case: &Case<'a>, component: &'a Component) -> Vec<(&'a str, Option<&'a Exact>)> {
    let weights = case.framework.rater_weights(component);
    if weights.is_empty() {
        return vec![(ReviewSide::Superior.id(), None)];
    }
    weights.into_iter().map(|(kind, weight)| (kind, Some(weight))).collect()
}

fn by_kind(case: &Case, kind: &str, rated: &str) -> Step {
    match ReviewSide::of(kind) {
        ReviewSide::Superior => superior(case, rated),
        ReviewSide::SelfSide => {
            let own = case.dossier.self_review.get();
            let own = own.and_then(|filed| by(case, filed, &ReviewSide::SelfSide, rated));
            own.unwrap_or_else(|| Step::missing(Missing::Raters { kind: kind.to_owned(), least: 1 }, None))
        }
        _ => pool(case, kind, rated),
    }
}

fn superior(case: &Case, rated: &str) -> Step {
    let Some(filed) = case.dossier.supervisor.get() else { return Step::missing(Missing::Assessment, None) };
    let given = match case.instead(rated) {
        Some(mark) => Some(rating(case, filed, &ReviewSide::Superior, rated, mark, filed.span)),
        None => by(case, filed, &ReviewSide::Superior, rated),
    };
    given.unwrap_or_else(|| Step::missing(Missing::Rating, Some(filed.span)))
}

/// The mean of all raters of a kind who rated something, if they are as many as it takes.
fn pool(case: &Case, kind: &str, rated: &str) -> Step {
    let slots = case.dossier.colleagues.iter().find(|(side, _)| side.id() == kind);
    let ratings: Vec<Step> = slots
        .into_iter()
        .flat_map(|(side, slots)| slots.iter().filter_map(Slot::get).map(move |filed| (side, filed)))
        .filter_map(|(side, filed)| by(case, filed, side, rated))
        .filter(|rating| rating.number().is_some())
        .collect();
    let rater = case.framework.rater(kind);
    let least = rater.map_or(1, |rater| rater.least.as_ref().unwrap_or(&rater.display).value.max(1));
    if ratings.len() < least as usize {
        return Step::missing(Missing::Raters { kind: kind.to_owned(), least }, None);
    }
    let sum: Exact = ratings.iter().filter_map(Step::number).sum();
    let raters = i64::try_from(ratings.len()).ok();
    let mean = raters.and_then(|raters| &sum / &Exact::from(raters));
    let what = What::Pool { side: ReviewSide::of(kind), raters: ratings.len() };
    Step::made(what, mean.map(Got::Number), ratings)
}

/// What somebody's review gives for something. `None` if it gives nothing.
fn by(case: &Case, filed: &Filed<Assessment>, side: &ReviewSide, rated: &str) -> Option<Step> {
    let mark = entry(&filed.data.ratings, rated)?;
    Some(rating(case, filed, side, rated, &mark.value, mark.span))
}

fn rating(
    case: &Case,
    filed: &Filed<Assessment>,
    side: &ReviewSide,
    rated: &str,
    mark: &str,
    at: Span,
) -> Step {
    let what =
        What::Rating { by: filed.data.by.value.clone(), side: side.clone(), date: filed.data.date.value };
    given(case, rated, mark, at, what, vec![])
}

/// A mark as it was written, and the number that it counts as if it is a level that has one.
fn given(case: &Case, rated: &str, mark: &str, at: Span, what: What, inputs: Vec<Step>) -> Step {
    let written = |result| Step { what, result, weight: None, at: Some(at), inputs };
    let value = case.framework.value_of(rated, mark).map(Got::Number);
    if case.framework.scale_of(rated).is_some_and(|scale| scale.range.is_some()) {
        return written(value);
    }
    let level = written(Some(Got::Level(mark.to_owned())));
    if case.framework.is_number(rated) {
        Step::made(What::Counts { rated: rated.to_owned() }, value, vec![level])
    } else {
        level
    }
}
