//! Scales: levels or numbers, in order, with weak and strong ends that do not meet.

use super::{above_zero, broken, excluded, names};
use crate::diagnostic::{Finding, code};
use crate::framework::{OffScale, index, off_scale};
use crate::num::Exact;
use crate::schema::Id;
use crate::schema::framework::{FrameworkFile, Level, NumberRange, Scale};
use crate::schema::value::At;

pub(super) fn check(data: &FrameworkFile, out: &mut Vec<Finding>) {
    for (id, scale) in &data.scales {
        match (scale.levels.first(), &scale.range) {
            (None, None) => {
                out.push(Finding::new(code::ONE_KEY_NEEDED, id.span).list("keys", ["levels", "range"]));
            }
            (Some((first, _)), Some(range)) => {
                out.push(excluded("range", range.from.span, "levels", first.span));
            }
            (Some(_), None) => {
                values(id, &scale.levels, out);
                ends(scale, out);
            }
            (None, Some(range)) => {
                if numbers(range, out) {
                    ends(scale, out);
                }
            }
        }
    }
}

/// Levels count as numbers all or none, and higher levels as higher numbers.
fn values(scale: &Id, levels: &[(Id, Level)], out: &mut Vec<Finding>) {
    let with = || levels.iter().filter_map(|(id, level)| Some((id, level.value.as_ref()?)));
    let without: Vec<&Id> =
        levels.iter().filter(|(_, level)| level.value.is_none()).map(|(id, _)| id).collect();
    if let (Some((_, value)), Some(first)) = (with().next(), without.first()) {
        out.push(
            Finding::new(code::SCALE_VALUES_INCOMPLETE, first.span)
                .arg("scale", scale.value.clone())
                .list("without", without.iter().map(|id| id.value.as_str()))
                .note(value.span, "other-value"),
        );
    }
    ascending(with(), out);
}

/// Reports values that are not above the one before.
pub(super) fn ascending<'a>(
    values: impl Iterator<Item = (&'a Id, &'a At<Exact>)> + Clone,
    out: &mut Vec<Finding>,
) {
    for ((lower, least), (higher, value)) in values.clone().zip(values.skip(1)) {
        if value.value <= least.value {
            out.push(
                Finding::new(code::VALUES_NOT_ASCENDING, value.span)
                    .arg("level", higher.value.clone())
                    .number("found", value)
                    .arg("lower", lower.value.clone())
                    .number("least", least)
                    .note(least.span, "lower-level"),
            );
        }
    }
}

/// Says whether the numbers make a scale; reports it if not.
fn numbers(range: &NumberRange, out: &mut Vec<Finding>) -> bool {
    if range.to.value <= range.from.value {
        out.push(
            Finding::new(code::RANGE_REVERSED, range.to.span)
                .number("first", &range.from)
                .number("last", &range.to),
        );
        return false;
    }
    let Some(step) = &range.step else { return true };
    if !above_zero("step", step, out) {
        return false;
    }
    if !range.holds(&range.to) {
        out.push(
            Finding::new(code::STEP_MISSES_END, step.span)
                .number("step", step)
                .number("from", &range.from)
                .number("to", &range.to),
        );
    }
    true
}

/// What shows a weakness lies below what shows a strength.
fn ends(scale: &Scale, out: &mut Vec<Finding>) {
    let mut place = |key: &str, mark: &Option<At<String>>| {
        let mark = mark.as_ref()?;
        match off_scale(scale, &mark.value) {
            Some(OffScale::NoLevel(levels)) => out.push(broken(key, mark, names(levels))),
            Some(off) => out.push(off.finding(key, mark)),
            None => return place_of(scale, mark),
        }
        None
    };
    let (weak, strong) = (place("weak_to", &scale.weak_to), place("strong_from", &scale.strong_from));
    if let (Some(weak), Some(strong)) = (weak, strong)
        && weak >= strong
        && let (Some(weak), Some(strong)) = (&scale.weak_to, &scale.strong_from)
    {
        out.push(
            Finding::new(code::WEAK_MEETS_STRONG, strong.span)
                .arg("weak", weak.value.clone())
                .arg("strong", strong.value.clone())
                .note(weak.span, "other-key"),
        );
    }
}

/// Where a mark lies, to compare marks of one scale.
fn place_of(scale: &Scale, mark: &str) -> Option<Exact> {
    match &scale.range {
        Some(_) => Exact::parse(mark),
        None => Some(Exact::from(i64::try_from(index(&scale.levels, mark)?).ok()?)),
    }
}
