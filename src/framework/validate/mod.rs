//! Whether a framework fits together: what it names is defined, its weights, bands and tables are complete, its numbers
//! make sense. Findings say what to change; what follows from a fault is no fault of its own.

mod bands;
mod components;
mod organisation;
mod outcome;
mod possible;
mod process;
mod rated;
mod raters;
mod scales;
mod valuation;
mod weights;

use crate::diagnostic::{Finding, Span, code, suggest};
use crate::num::Exact;
use crate::schema::Id;
use crate::schema::framework::FrameworkFile;
use crate::schema::value::At;

use super::entry;

#[cfg(test)]
mod tests;

/// Reports what does not fit together in a framework.
pub(super) fn validate(data: &FrameworkFile, out: &mut Vec<Finding>) {
    scales::check(data, out);
    components::check(data, out);
    weights::check(data, out);
    valuation::check(data, out);
    outcome::check(data, out);
    organisation::check(data, out);
    raters::check(data, out);
    process::check(data, out);
    if let (Some(from), Some(to)) = (&data.valid_from, &data.valid_to)
        && to.value < from.value
    {
        out.push(
            Finding::new(code::RANGE_REVERSED, to.span).date("first", from.value).date("last", to.value),
        );
    }
}

/// The ids of a list of entries.
fn names<T>(entries: &[(Id, T)]) -> impl Iterator<Item = &str> + Clone {
    entries.iter().map(|(id, _)| id.value.as_str())
}

/// Reports a name that is not among those defined.
fn defined<T>(key: &str, name: &Id, among: &[(Id, T)], out: &mut Vec<Finding>) {
    if entry(among, &name.value).is_none() {
        out.push(broken(key, name, names(among)));
    }
}

/// A name that the framework does not define.
fn broken<'a>(key: &str, name: &At<String>, choices: impl Iterator<Item = &'a str> + Clone) -> Finding {
    let finding = Finding::new(code::FRAMEWORK_REFERENCE, name.span)
        .arg("key", key)
        .arg("found", name.value.clone())
        .suggest(suggest(&name.value, choices.clone()));
    match choices.clone().next() {
        Some(_) => finding.list("choices", choices),
        None => finding.phrase("choices", "another-name"),
    }
}

/// Two keys of which only one can be given.
fn excluded(key: &str, at: Span, other: &str, place: Span) -> Finding {
    Finding::new(code::KEYS_EXCLUDE, at).arg("key", key).arg("other", other).note(place, "other-key")
}

/// Says whether a number is above zero; reports it if not.
fn above_zero(key: &str, number: &At<Exact>, out: &mut Vec<Finding>) -> bool {
    let good = number.value > Exact::zero();
    if !good {
        out.push(too_low(key, number, "must-be-above-zero"));
    }
    good
}

/// Reports a number below zero.
fn not_negative(key: &str, number: &At<Exact>, out: &mut Vec<Finding>) {
    if number.value.is_negative() {
        out.push(too_low(key, number, "must-not-be-negative"));
    }
}

fn too_low(key: &str, number: &At<Exact>, demand: &'static str) -> Finding {
    Finding::new(code::NUMBER_TOO_LOW, number.span)
        .arg("key", key)
        .phrase("demand", demand)
        .number("found", number)
}
