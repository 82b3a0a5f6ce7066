//! Raters: who counts, from how many on, and that nobody can be found out.

use super::{broken, defined, weights};
use crate::diagnostic::{Finding, code, suggest};
use crate::framework::{are_colleagues, entry};
use crate::schema::Id;
use crate::schema::fields::is_id;
use crate::schema::framework::FrameworkFile;
use crate::schema::kinds::may_name_raters;

/// The kinds of raters that every framework knows.
const RATERS: [&str; 4] = ["self", "superior", "peer", "subordinate"];
/// The one who counts alone where no kind has a weight.
const SUPERIOR: &str = "superior";
/// Fewest colleagues among whom nobody stands out.
const COLLEAGUES: u32 = 3;

pub(super) fn check(data: &FrameworkFile, out: &mut Vec<Finding>) {
    for (id, rater) in &data.raters {
        let fault = name_fault(data, id);
        if fault.is_none() && are_colleagues(&id.value) && rater.display.value < COLLEAGUES {
            out.push(
                Finding::new(code::LOW_THRESHOLD, rater.display.span)
                    .arg("rater", id.value.clone())
                    .count("found", rater.display.value),
            );
        }
        out.extend(fault);
    }
    let weighed = data.raters.iter().filter_map(|(id, rater)| Some((id, rater.weight.as_ref()?)));
    weights::plain(weighed, out);
    for (_, component) in &data.components {
        component.raters.iter().for_each(|(kind, _)| defined("raters", kind, &data.raters, out));
        weights::plain(component.raters.iter().map(|(kind, weight)| (kind, weight)), out);
    }
    counting(data, out);
}

/// Why files cannot bear the name of a kind of raters.
fn name_fault(data: &FrameworkFile, id: &Id) -> Option<Finding> {
    if RATERS.contains(&id.value.as_str()) {
        return None;
    }
    let near = suggest(&id.value, RATERS);
    if !is_id(&id.value) {
        return Some(Finding::new(code::BAD_ID, id.span).quoted("found", id.value.clone()));
    }
    if !may_name_raters(&id.value) {
        let taken = Finding::new(code::RATERS_NAME_TAKEN, id.span).arg("found", id.value.clone());
        return Some(taken.suggest(near));
    }
    let meant = near.filter(|near| is_misspelt(&id.value, near) && entry(&data.raters, near).is_none());
    meant.map(|_| broken("raters", id, RATERS.into_iter()))
}

/// Whether of two similar words one is meant for the other, as `peers` is for `peer`; `user` is another word.
fn is_misspelt(word: &str, near: &str) -> bool {
    word.bytes().take(2).eq(near.bytes().take(2))
}

/// What is asked of raters that count, and of none else.
fn counting(data: &FrameworkFile, out: &mut Vec<Finding>) {
    let own =
        |kind: &str| data.components.iter().any(|(_, component)| entry(&component.raters, kind).is_some());
    let nobody = data.raters.iter().all(|(_, rater)| rater.weight.is_none())
        && data.components.iter().all(|(_, component)| component.raters.is_empty());
    for (id, rater) in &data.raters {
        let alone = nobody && id.value == SUPERIOR;
        if rater.weight.is_some() || own(&id.value) || alone {
            if let Some(least) = rater.least.as_ref().filter(|least| rater.display.value > least.value) {
                out.push(
                    Finding::new(code::DISPLAY_ABOVE_LEAST, rater.display.span)
                        .arg("rater", id.value.clone())
                        .count("display", rater.display.value)
                        .count("least", least.value)
                        .note(least.span, "other-key"),
                );
            }
            continue;
        }
        let without_effect = [
            ("least", rater.least.as_ref().map(|least| least.span)),
            ("required", rater.required.then_some(id.span)),
        ];
        for (key, place) in without_effect {
            out.extend(place.map(|at| {
                Finding::new(code::RATER_WITHOUT_WEIGHT, at).arg("rater", id.value.clone()).arg("key", key)
            }));
        }
    }
}
