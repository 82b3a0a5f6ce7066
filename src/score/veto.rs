//! What holds an outcome down: something that was rated too low.

use super::case::Case;
use super::component::{As, component};
use super::{Got, Step, What, rating};
use crate::framework::{entry, index};
use crate::num::Exact;
use crate::schema::framework::{Component, Source, Veto};

/// Holds an outcome down by the framework's vetoes. What was rated may stand in several periods.
pub(super) fn vetoed(case: &Case, rated: &[Case], outcome: Step) -> Step {
    let levels = &case.framework.data.outcome.levels;
    let mut held = outcome;
    for (at, veto) in case.framework.data.outcome.vetoes.iter().enumerate() {
        let (now, most) = (held.level().and_then(|level| index(levels, level)), index(levels, &veto.outcome));
        // Without an outcome there is nothing to hold down.
        if now <= most {
            continue;
        }
        if let Some(reason) = rated.iter().find_map(|case| reason(case, veto)) {
            let lowered = Some(Got::Level(veto.outcome.value.clone()));
            held = Step::made(What::Veto { veto: at }, lowered, vec![held, reason]);
        }
    }
    held
}

/// What was rated so low that a veto strikes, if anything was.
fn reason(case: &Case, veto: &Veto) -> Option<Step> {
    let at_most = veto.at_most.value.as_str();
    let is_named = |id: &str| veto.of.iter().any(|of| of.value == id);
    let components = case.framework.data.components.iter();
    for (id, data) in components.filter(|(_, data)| case.applies(&data.applies_to)) {
        let is_rated = veto.of.is_empty() && data.source == Source::Rating;
        if (is_rated || is_named(&id.value)) && is_low(case, id, &whole(case, id, data, at_most), at_most) {
            return Some(whole(case, id, data, at_most));
        }
        let criteria = data.criteria.iter().filter(|(_, criterion)| case.applies(&criterion.applies_to));
        for (id, _) in criteria.filter(|(id, _)| veto.of.is_empty() || is_named(&id.value)) {
            let step = named(What::Criterion { criterion: id.value.clone() }, given(case, data, id));
            if is_low(case, id, &step, at_most) {
                return Some(step);
            }
        }
    }
    None
}

/// A component as it was rated, or as it was computed where nobody rates it.
fn whole(case: &Case, id: &str, data: &Component, at_most: &str) -> Step {
    if data.source == Source::Rating {
        return named(What::Component { component: id.to_owned() }, given(case, data, id));
    }
    let is_level = case.framework.levels_of(id).is_some_and(|levels| entry(levels, at_most).is_some());
    component(case, id, data, if is_level { As::Level } else { As::Number })
}

fn given(case: &Case, component: &Component, rated: &str) -> Vec<Step> {
    if case.framework.is_number(rated) {
        vec![rating::number(case, component, rated)]
    } else {
        rating::levels(case, rated)
    }
}

fn named(what: What, inputs: Vec<Step>) -> Step {
    let result = inputs.first().and_then(|input| input.result.clone());
    Step::made(what, result, inputs)
}

/// Whether what something was rated is not above a level or number.
fn is_low(case: &Case, rated: &str, step: &Step, at_most: &str) -> bool {
    let levels = case.framework.levels_of(rated).unwrap_or(&[]);
    let place = given_level(step).and_then(|level| index(levels, level));
    if let (Some(place), Some(most)) = (place, index(levels, at_most)) {
        return place <= most;
    }
    let bound = match entry(levels, at_most) {
        Some(level) => level.value.as_ref().map(|value| value.value.clone()),
        None => Exact::parse(at_most),
    };
    step.number().zip(bound).is_some_and(|(number, bound)| *number <= bound)
}

/// The level that something was rated, where it is one rating and not the mean of several.
fn given_level(step: &Step) -> Option<&str> {
    match step.inputs.first() {
        Some(counts) if matches!(counts.what, What::Counts { .. }) => counts.inputs.first()?.level(),
        _ => step.level(),
    }
}
