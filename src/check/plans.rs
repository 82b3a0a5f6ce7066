//! Plans: their words and targets.

use super::dossier::Case;
use super::goals::is_number;
use super::names;
use crate::diagnostic::{Finding, code};
use crate::num::Exact;
use crate::schema::framework::Results;
use crate::schema::period::Better;
use crate::schema::plan::{Indicator, PlannedResult};
use crate::schema::{Id, Measure};

pub(super) fn check(case: &Case, out: &mut Vec<Finding>) {
    let Some(filed) = case.dossier.and_then(|dossier| dossier.plan.get()) else { return };
    let plan = &filed.data;
    let unread = case.scene.doubts(filed.file);
    for (id, result) in &plan.results {
        if result.indicators.is_empty() && !unread {
            out.push(Finding::new(code::LIST_TOO_SHORT, id.span).arg("key", "indicators").count("least", 1));
        }
        for (indicator, data) in result.indicators.iter().filter(|_| !unread) {
            target(&format!("{}/{}", id.value, indicator.value), data, out);
        }
    }
    let Some(framework) = case.framework else { return };
    for (part, _) in &plan.annex {
        names::word("annex", part, &framework.data.annex, out);
    }
    for (criterion, _) in &plan.expectations {
        let known = names::rated(framework);
        if !known.contains(&criterion.value.as_str()) {
            out.push(names::not_in_framework("expectations", criterion, known.into_iter()));
        }
    }
    let Some(results) = &framework.data.results else { return };
    if let Some(approach) = &plan.approach {
        names::word("approach", approach, &results.approaches, out);
    }
    for (_, result) in &plan.results {
        words(result, results, out);
        activity(result, results, out);
    }
    for kind in &results.required_kinds {
        if !unread && !plan.results.iter().any(|(_, result)| result.kind.value == kind.value) {
            out.push(Finding::new(code::KIND_MISSING, filed.span).arg("kind", kind.value.clone()));
        }
    }
}

fn words(result: &PlannedResult, results: &Results, out: &mut Vec<Finding>) {
    names::word("kind", &result.kind, &results.kinds, out);
    if let Some(perspective) = &result.perspective {
        names::word("perspective", perspective, &results.perspectives, out);
    }
    let aspects = result.indicators.iter().filter_map(|(_, indicator)| indicator.aspect.as_ref());
    for aspect in aspects.collect::<Vec<&Id>>() {
        names::word("aspect", aspect, &results.aspects, out);
    }
}

fn activity(result: &PlannedResult, results: &Results, out: &mut Vec<Finding>) {
    let Some(first) = result.result.split_whitespace().next() else { return };
    let first = first.trim_matches(|c: char| !c.is_alphanumeric());
    if results.activity_words.iter().any(|word| word.value.to_lowercase() == first.to_lowercase()) {
        out.push(Finding::new(code::ACTIVITY_NOT_RESULT, result.result.span).quoted("word", first));
    }
}

fn target(name: &str, indicator: &Indicator, out: &mut Vec<Finding>) {
    let target = &indicator.target;
    if is_number(target) && indicator.unit.is_none() {
        out.push(Finding::new(code::TARGET_WITHOUT_UNIT, target.span).arg("indicator", name));
    }
    let least = match &target.value {
        Measure::Number(value) | Measure::Range(value, _) => value,
        Measure::Words(_) => return,
    };
    // From a baseline any target can be reached.
    let divides = indicator.baseline.is_none();
    if indicator.better == Better::Higher
        && divides
        && *least <= Exact::zero()
        && !is_open_below(&target.value)
    {
        out.push(
            Finding::new(code::TARGET_NOT_POSITIVE, target.span)
                .arg("indicator", name)
                .quoted("found", least.to_string()),
        );
    }
}

/// A range may begin at zero as long as it ends above.
fn is_open_below(target: &Measure) -> bool {
    matches!(target, Measure::Range(from, to) if from.is_zero() && *to > Exact::zero())
}
