//! How the outcome was computed, step by step.

use crate::report::document::{
    Align, Block, Cell, Colour, Column, Document, Prose, Row, Scope, Table, VerticalAlign,
};
use crate::text::{self, fill, phrase};
use crate::view::form::{DerivationPaper, RatingLine};
use crate::view::matrix::{Matrix, MatrixHead};

use super::Setup;
use super::papers::{facts, heading, paper, people, remark};
use super::parts::{NUMBER, filled};

/// How far each step below the result is indented, in points.
const INDENT: f32 = 12.0;
/// Steps deeper than this are indented no further.
const DEEPEST: usize = 5;
/// Ground of the cell of a table in which the outcome was found.
const FOUND: Colour = Colour::new(0xbf, 0xd3, 0xec);

/// The derivation sheet as a document.
pub fn derivation(view: &DerivationPaper, setup: &Setup) -> Document {
    let (head, lang) = (&view.head, view.head.lang);
    let mut document = paper("paper-derivation", head, view.decided, setup);
    document.push(people(head, &[(head.rater.clone(), &head.parties.rater)]));
    document.push(Block::space(4.0));
    let edition = match view.decided {
        Some(date) => fill(phrase(lang, "paper-edition-decided"), &[("date", &text::date(lang, date))]),
        None => phrase(lang, "paper-edition-first").to_owned(),
    };
    let label = |key| phrase(lang, key).to_owned();
    document.push(facts(
        [(label("paper-framework"), Some(view.framework.clone())), (label("paper-edition"), Some(edition))],
        phrase(lang, "paper-derivation"),
    ));
    document.push(heading(phrase(lang, "paper-came")));
    document.push(outcome(view));
    if let Some(matrix) = &view.matrix {
        document
            .push(Block::Together(vec![heading(phrase(lang, "paper-table")), table(matrix, view).into()]));
        document.extend(matrix.legal.as_ref().map(|legal| remark(legal.as_str())));
    }
    document.push(heading(phrase(lang, "paper-steps")));
    document.push(Block::paragraph(phrase(lang, "paper-steps-how")));
    document.push(steps(view));
    document
}

/// Components and the outcome, with what they were before a decision.
fn outcome(view: &DerivationPaper) -> Table {
    let lang = view.head.lang;
    let has_before = view.decided.is_some();
    let mut columns = vec![Column::share(2.0)];
    let mut head = vec!["paper-what"];
    if has_before {
        columns.push(Column::share(2.0));
        head.push("paper-before");
    }
    columns.push(Column::share(2.0));
    head.push(if has_before { "paper-after" } else { "paper-result" });
    let row = |line: &RatingLine| {
        let before = line.before.as_ref().or(line.value.as_ref());
        let label = Cell::new(&line.label).heading(Scope::Row).align(Align::Left);
        let before = has_before.then(|| filled(before));
        Row::new(std::iter::once(label).chain(before).chain([filled(line.value.as_ref())]))
    };
    let mut last = row(&view.outcome);
    last.cells = last.cells.into_iter().map(|cell| cell.bold().shade(Colour::SHADE)).collect();
    Table::new(columns)
        .head(Row::new(head.into_iter().map(|key| phrase(lang, key).to_uppercase())))
        .rows(view.components.iter().map(row))
        .closing(last)
        .summary(view.outcome.label.clone())
}

/// The table in which the outcome was looked up, with its cell marked by ground, weight and a word.
fn table(matrix: &Matrix, view: &DerivationPaper) -> Table {
    let lang = view.head.lang;
    let cell = |one: &MatrixHead| {
        if !one.marked {
            return Cell::new(&one.rank.label);
        }
        let prose = Prose::new().bold(&one.rank.label).line_break();
        Cell::new(prose.text(phrase(lang, "paper-found"))).shade(FOUND)
    };
    let named = |one: &MatrixHead, scope| {
        let label = Cell::new(&one.rank.label).heading(scope).bold();
        if one.marked { label.shade(FOUND) } else { label.shade(Colour::SHADE) }
    };
    let corner = format!("{} \\ {}", matrix.rows_label, matrix.columns_label);
    let head =
        std::iter::once(Cell::new(corner)).chain(matrix.columns.iter().map(|one| named(one, Scope::Column)));
    let row = |row: &crate::view::matrix::MatrixRow| {
        let cells = std::iter::once(named(&row.head, Scope::Row)).chain(row.cells.iter().map(cell));
        Row::new(cells.map(|cell| cell.vertical(VerticalAlign::Middle))).min_height(24.0)
    };
    Table::new((0..=matrix.columns.len()).map(|_| Column::share(1.0).align(Align::Center)))
        .head(Row::new(head))
        .rows(matrix.rows.iter().map(row))
        .summary(phrase(lang, "paper-table"))
}

/// The steps, each with its rule and the file it is written in.
fn steps(view: &DerivationPaper) -> Table {
    let lang = view.head.lang;
    let has_rules = view.steps.iter().any(|row| row.legal.is_some());
    let has_places = view.steps.iter().any(|row| row.place.is_some());
    let mut columns = vec![Column::fixed(NUMBER).align(Align::Center), Column::share(6.0)];
    let mut head = vec!["form-number", "form-step"];
    if has_rules {
        columns.push(Column::share(1.7));
        head.push("form-rule");
    }
    if has_places {
        columns.push(Column::share(2.0));
        head.push("paper-written");
    }
    let rows = view.steps.iter().enumerate().map(|(at, row)| {
        let text = Cell::new(&row.text).indent(INDENT * row.depth.min(DEEPEST) as f32);
        let text = if row.depth == 0 { text.bold() } else { text };
        let rule = has_rules.then(|| Cell::new(row.legal.clone().unwrap_or_default()));
        let place = has_places.then(|| Cell::new(short(row.place.as_deref())).size(7.0));
        Row::new([Cell::new((at + 1).to_string()), text].into_iter().chain(rule).chain(place))
    });
    Table::new(columns)
        .head(Row::new(head.into_iter().map(|key| phrase(lang, key).to_uppercase())))
        .rows(rows)
        .summary(phrase(lang, "paper-steps"))
        .size(8.0)
}

/// The file without the folders, which are the same for all of a person's files, and without the line: where a line
/// stands is no part of what the sheet says, and a file set in other lines leaves it the same.
fn short(place: Option<&str>) -> String {
    let file = place.map_or("", |place| place.rsplit('/').next().unwrap_or(place));
    file.split_once(':').map_or(file, |(file, _)| file).to_owned()
}
