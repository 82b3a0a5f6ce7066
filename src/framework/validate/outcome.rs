//! The outcome: one way to it, for every person who is rated.

use super::bands;
use super::possible::{self, Possible};
use super::rated::{self, Comes, Rated};
use super::{above_zero, broken, defined, excluded, names};
use crate::diagnostic::{Finding, code};
use crate::framework::entry;
use crate::schema::Id;
use crate::schema::framework::{Band, FrameworkFile, Level, Matrix, Score, Veto};

pub(super) fn check(data: &FrameworkFile, out: &mut Vec<Finding>) {
    let outcome = &data.outcome;
    for group in outcome.levels.iter().filter_map(|(_, level)| level.group.as_ref()) {
        defined("group", group, &outcome.groups, out);
    }
    match (&outcome.matrix, &outcome.score) {
        (None, None) => {
            out.push(Finding::new(code::ONE_KEY_NEEDED, outcome.label.span).list("keys", ["matrix", "score"]))
        }
        (Some(matrix), Some(score)) => {
            out.push(excluded("score", score.from.span, "matrix", matrix.rows.span));
        }
        (Some(matrix), None) => table(data, matrix, out),
        (None, Some(score)) => number(data, score, out),
    }
    outcome.vetoes.iter().for_each(|veto| check_veto(data, veto, out));
    conditions(data, out);
}

/// The outcome looked up in a table.
fn table(data: &FrameworkFile, matrix: &Matrix, out: &mut Vec<Finding>) {
    if let Some(band) = data.outcome.bands.first() {
        out.push(excluded("bands", band.level.span, "matrix", matrix.rows.span));
    }
    let rows = levels(data, "rows", &matrix.rows, out);
    let columns = levels(data, "columns", &matrix.columns, out);
    let outcomes = || matrix.cells.iter().flat_map(|(_, row)| row).map(|(_, outcome)| outcome);
    outcomes().for_each(|outcome| defined("cells", outcome, &data.outcome.levels, out));
    let (Some(rows), Some(columns)) = (rows, columns) else { return };
    let before = out.len();
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
    if out.len() == before {
        all_given(data, outcomes(), out);
    }
}

/// The levels a table asks a component for; reports a component that has none.
fn levels<'a>(
    data: &'a FrameworkFile,
    key: &str,
    id: &Id,
    out: &mut Vec<Finding>,
) -> Option<&'a [(Id, Level)]> {
    let Some(component) = entry(&data.components, &id.value) else {
        out.push(broken(key, id, names(&data.components)));
        return None;
    };
    let rated = Rated::Component(component);
    match rated.comes(data)? {
        Comes::Banded(levels) => Some(levels),
        Comes::Given(scale) if rated.is_ordinal(data) => Some(&scale.levels),
        // What it is rated on has a fault of its own.
        Comes::Given(scale) if scale.levels.is_empty() && scale.range.is_none() => None,
        Comes::Given(_) | Comes::Computed => {
            out.push(Finding::new(code::NUMBER_NOT_A_LEVEL, id.span).arg("found", id.value.clone()));
            None
        }
    }
}

/// The outcome computed as a number.
fn number(data: &FrameworkFile, score: &Score, out: &mut Vec<Finding>) {
    if let Some(times) = &score.times {
        above_zero("times", times, out);
    }
    let outcome = &data.outcome;
    let before = out.len();
    bands::lead_to(&outcome.bands, &outcome.levels, outcome, out);
    if score.to.value <= score.from.value {
        out.push(
            Finding::new(code::RANGE_REVERSED, score.to.span)
                .number("first", &score.from)
                .number("last", &score.to),
        );
    } else if outcome.bands.is_empty() {
        out.push(Finding::new(code::MISSING_KEY, score.from.span).arg("key", "bands"));
    } else {
        bands::check(&outcome.bands, Some(&possible(data, score)), out);
        if out.len() == before {
            all_given(data, outcome.bands.iter().map(|band| &band.level), out);
        }
    }
}

/// The numbers there can be.
fn possible(data: &FrameworkFile, score: &Score) -> Possible {
    let (from, to) = (score.from.value.clone(), Some(score.to.value.clone()));
    let lowest = possible::of_score(data, score).map_or(from.clone(), |possible| possible.from.min(from));
    let possible = Possible { from: lowest, to, step: None };
    possible.rounded(score.round.as_ref())
}

/// Reports outcomes that nobody can ever have.
fn all_given<'a>(data: &'a FrameworkFile, given: impl Iterator<Item = &'a Id>, out: &mut Vec<Finding>) {
    let by_veto = data.outcome.vetoes.iter().map(|veto| &veto.outcome);
    bands::all_given(&data.outcome.levels, given.chain(by_veto), None, out);
}

fn check_veto(data: &FrameworkFile, veto: &Veto, out: &mut Vec<Finding>) {
    defined("outcome", &veto.outcome, &data.outcome.levels, out);
    for id in &veto.of {
        if let Some(comes) = rated::known(data, "of", id, out).and_then(|rated| rated.comes(data)) {
            comes.compare("at_most", &veto.at_most, out);
        }
    }
    if veto.of.is_empty() {
        let given: Vec<Comes> = rated::all(data).filter_map(|rated| rated.comes(data)).collect();
        if let Some(first) = given.first().filter(|_| !given.iter().any(|comes| comes.takes(&veto.at_most))) {
            first.compare("at_most", &veto.at_most, out);
        }
    }
}

/// Conditions that no band asks for.
fn conditions(data: &FrameworkFile, out: &mut Vec<Finding>) {
    let of_components = data.components.iter().flat_map(|(_, component)| &component.bands);
    let of_valuations = data.valuations.iter().flat_map(|(_, valuation)| &valuation.bands);
    let bands: Vec<&Band> = data.outcome.bands.iter().chain(of_components).chain(of_valuations).collect();
    for (id, _) in &data.outcome.conditions {
        if !bands.iter().any(|band| band.when.iter().any(|condition| condition.value == id.value)) {
            out.push(Finding::new(code::CONDITION_UNUSED, id.span).arg("found", id.value.clone()));
        }
    }
}
