//! Whether a framework fits together: what it names is defined, its table is complete, its numbers make sense.

use crate::diagnostic::{Finding, Span, code, suggest};
use crate::num::Exact;
use crate::schema::Id;
use crate::schema::fields::is_id;
use crate::schema::framework::{Constraint, Distribution, FrameworkFile, Level, OrganisationScale, Results};
use crate::schema::kinds::may_name_raters;

use super::{are_colleagues, entry};

/// The kinds of raters that every framework knows.
const RATERS: [&str; 4] = ["self", "superior", "peer", "subordinate"];
/// Fewest colleagues among whom nobody stands out.
const COLLEAGUES: u32 = 3;
const LEAST_PERCENT: i64 = 0;
const MOST_PERCENT: i64 = 100;

/// Reports what does not fit together in a framework.
pub(super) fn validate(data: &FrameworkFile, out: &mut Vec<Finding>) {
    components(data, out);
    outcome(data, out);
    if let Some(results) = &data.results {
        check_results(data, results, out);
    }
    if let Some(scale) = &data.organisation {
        organisation(data, scale, out);
    }
    if let Some(rule) = &data.distribution {
        distribution(data, rule, out);
    }
    raters(data, out);
    stages(data, out);
    if let (Some(from), Some(to)) = (&data.valid_from, &data.valid_to)
        && to.value < from.value
    {
        out.push(
            Finding::new(code::RANGE_REVERSED, to.span).date("first", from.value).date("last", to.value),
        );
    }
}

/// Reports a name that is not among those defined.
fn defined<T>(key: &str, name: &Id, among: &[(Id, T)], out: &mut Vec<Finding>) {
    if entry(among, &name.value).is_none() {
        out.push(broken(key, name, among.iter().map(|(id, _)| id.value.as_str())));
    }
}

fn broken<'a>(key: &str, name: &Id, choices: impl Iterator<Item = &'a str> + Clone) -> Finding {
    Finding::new(code::FRAMEWORK_REFERENCE, name.span)
        .arg("key", key)
        .arg("found", name.value.clone())
        .list("choices", choices.clone())
        .suggest(suggest(&name.value, choices))
}

fn components(data: &FrameworkFile, out: &mut Vec<Finding>) {
    let mut seen: Vec<&Id> = vec![];
    for (id, component) in &data.components {
        if let Some(scale) = &component.scale {
            defined("scale", scale, &data.scales, out);
        }
        for id in std::iter::once(id).chain(component.criteria.iter().map(|(id, _)| id)) {
            match seen.iter().find(|first| first.value == id.value) {
                Some(first) => out.push(
                    Finding::new(code::AMBIGUOUS_ID, id.span)
                        .arg("found", id.value.clone())
                        .note(first.span, "first-given"),
                ),
                None => seen.push(id),
            }
        }
    }
}

fn levels_of<'a>(data: &'a FrameworkFile, component: &str) -> Option<&'a [(Id, Level)]> {
    let component = entry(&data.components, component)?;
    entry(&data.scales, &component.scale.as_ref()?.value).map(|scale| scale.levels.as_slice())
}

fn outcome(data: &FrameworkFile, out: &mut Vec<Finding>) {
    for group in data.outcome.levels.iter().filter_map(|(_, level)| level.group.as_ref()) {
        defined("group", group, &data.outcome.groups, out);
    }
    let Some(matrix) = &data.outcome.matrix else { return };
    defined("rows", &matrix.rows, &data.components, out);
    defined("columns", &matrix.columns, &data.components, out);
    for outcome in matrix.cells.iter().flat_map(|(_, row)| row).map(|(_, outcome)| outcome) {
        defined("cells", outcome, &data.outcome.levels, out);
    }
    let rows = levels_of(data, &matrix.rows.value);
    let (Some(rows), Some(columns)) = (rows, levels_of(data, &matrix.columns.value)) else { return };
    for (row, cells) in &matrix.cells {
        defined("cells", row, rows, out);
        cells.iter().for_each(|(column, _)| defined("cells", column, columns, out));
    }
    for (row, _) in rows {
        let cells = matrix.cells.iter().find(|(id, _)| id.value == row.value);
        for (column, _) in columns {
            if cells.is_none_or(|(_, cells)| entry(cells, &column.value).is_none()) {
                let place = cells.map_or(matrix.rows.span, |(id, _)| id.span);
                out.push(
                    Finding::new(code::MATRIX_INCOMPLETE, place)
                        .arg("row", row.value.clone())
                        .arg("column", column.value.clone()),
                );
            }
        }
    }
}

fn check_results(data: &FrameworkFile, results: &Results, out: &mut Vec<Finding>) {
    defined("component", &results.component, &data.components, out);
    results.required_kinds.iter().for_each(|kind| defined("required_kinds", kind, &results.kinds, out));
    results.cascading_kinds.iter().for_each(|kind| defined("cascading_kinds", kind, &results.kinds, out));
    if let Some(approach) = &results.merged_approach {
        defined("merged_approach", approach, &results.approaches, out);
    }
}

fn organisation(data: &FrameworkFile, scale: &OrganisationScale, out: &mut Vec<Finding>) {
    let Some(component) = &scale.component else { return };
    defined("component", component, &data.components, out);
    let Some(levels) = levels_of(data, &component.value) else { return };
    for rating in scale.levels.iter().filter_map(|(_, level)| level.head_rating.as_ref()) {
        defined("head_rating", rating, levels, out);
    }
}

fn distribution(data: &FrameworkFile, distribution: &Distribution, out: &mut Vec<Finding>) {
    for (level, rule) in &distribution.rules {
        match &data.organisation {
            Some(scale) => defined("rules", level, &scale.levels, out),
            None => out.push(broken("rules", level, std::iter::empty())),
        }
        let (found, expected) = (rule.curve.len(), data.outcome.levels.len());
        if found != 0 && found != expected {
            out.push(
                Finding::new(code::CURVE_LENGTH, level.span)
                    .count("expected", expected)
                    .count("found", found),
            );
        }
        for constraint in &rule.constraints {
            for outcome in &constraint.levels {
                defined("levels", outcome, &data.outcome.levels, out);
            }
            bounds(constraint, level.span, out);
        }
    }
}

fn bounds(constraint: &Constraint, place: Span, out: &mut Vec<Finding>) {
    let place = constraint.levels.first().map_or(place, |level| level.span);
    if constraint.levels.is_empty() {
        out.push(Finding::new(code::LIST_TOO_SHORT, place).arg("key", "levels").count("least", 1));
    }
    let percents = [
        ("at_most_percent", &constraint.at_most_percent),
        ("at_least_percent", &constraint.at_least_percent),
    ];
    for (key, percent) in percents {
        let inside = Exact::from(LEAST_PERCENT)..=Exact::from(MOST_PERCENT);
        if let Some(percent) = percent.as_ref().filter(|percent| !inside.contains(&percent.value)) {
            out.push(
                Finding::new(code::OUT_OF_RANGE, percent.span)
                    .arg("key", key)
                    .quoted("found", percent.to_string())
                    .count("least", LEAST_PERCENT)
                    .count("most", MOST_PERCENT),
            );
        }
    }
    let given = percents.iter().any(|(_, percent)| percent.is_some()) || constraint.at_least.is_some();
    if !given {
        let keys = ["at_most_percent", "at_least_percent", "at_least"];
        out.push(Finding::new(code::ONE_KEY_NEEDED, place).list("keys", keys));
    }
}

fn raters(data: &FrameworkFile, out: &mut Vec<Finding>) {
    for (id, rater) in &data.raters {
        let fault = raters_fault(data, id);
        if fault.is_none() && are_colleagues(&id.value) && rater.display.value < COLLEAGUES {
            out.push(
                Finding::new(code::LOW_THRESHOLD, rater.display.span)
                    .arg("rater", id.value.clone())
                    .count("found", rater.display.value),
            );
        }
        out.extend(fault);
    }
}

/// Why files cannot bear the name of a kind of raters.
fn raters_fault(data: &FrameworkFile, id: &Id) -> Option<Finding> {
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

fn stages(data: &FrameworkFile, out: &mut Vec<Finding>) {
    for (at, (id, stage)) in data.stages.iter().enumerate() {
        let event = stage.event.value;
        if let Some((first, _)) = data.stages[..at].iter().find(|(_, first)| first.event.value == event) {
            out.push(
                Finding::new(code::AMBIGUOUS_ID, stage.event.span)
                    .arg("found", id.value.clone())
                    .note(first.span, "first-given"),
            );
        }
        let Some(deadline) = &stage.deadline else { continue };
        match (&deadline.days, &deadline.workdays) {
            (Some(days), Some(workdays)) => out.push(
                Finding::new(code::KEYS_EXCLUDE, workdays.span)
                    .arg("key", "workdays")
                    .arg("other", "days")
                    .note(days.span, "other-key"),
            ),
            (None, None) => out.push(
                Finding::new(code::ONE_KEY_NEEDED, deadline.after.span).list("keys", ["days", "workdays"]),
            ),
            _ => {}
        }
    }
}
