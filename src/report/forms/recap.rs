//! The recapitulation of a unit or of the whole agency, and the parts that it shares with the determination.

use crate::report::document::chart::{Bar, bars};
use crate::report::document::{
    Align, Block, Cell, Column, Content, Document, Orientation, Row, Scope, Signatures, Signer, Table,
};
use crate::text::{Lang, count, fill, phrase};
use crate::view::form::{Official, RecapRow, RecapView};

use super::Setup;
use super::parts::{NUMBER, begin, filled, issued, period, place_date, signer, title};

/// Width of charts, in points.
pub(super) const CHART: f32 = 430.0;

/// The recapitulation as a document.
pub fn recap(view: &RecapView, setup: &Setup) -> Document {
    let lang = view.lang;
    let about = view.unit.as_deref().unwrap_or(phrase(lang, "form-whole"));
    let paper = (setup, Orientation::Landscape);
    let mut document = begin("form-recap", about, &view.issue, lang, Some(view.issue.today), paper);
    let heading = phrase(lang, "form-recap").to_owned();
    document.push(title(&[heading, about.to_uppercase(), period(&view.issue, lang)]));
    document.push(Block::space(4.0));
    document.push(issued(&view.issue, view.unit.as_ref(), lang));
    document.push(people(view, true));
    document.push(Block::space(10.0));
    document.push(Block::Together(vec![counts(view).into(), Block::space(6.0), chart(view).into()]));
    let date = Some(view.issue.today);
    let role = match &view.unit {
        Some(_) => head_role(&view.head, lang),
        None => format!("{},", phrase(lang, "form-personnel-role")),
    };
    let date = place_date(&view.issue, lang, date);
    document.push(Signatures::new([official(view, "penanda-tangan", &role, &view.head).place_date(date)]));
    document
}

/// In which role the head of a unit signs.
pub(super) fn head_role(head: &Official, lang: Lang) -> String {
    format!("{},", head.position.as_deref().unwrap_or(phrase(lang, "form-head-role")))
}

/// Somebody who signs a paper of a unit. Where nobody there has a number, none is asked for.
pub(super) fn official(view: &RecapView, field: &str, role: &str, official: &Official) -> Signer {
    signer(field, role, official, number_kind(view), view.lang)
}

/// What most people's numbers are called. `None` where nobody has one.
fn number_kind(view: &RecapView) -> Option<&str> {
    let rows = view.groups.iter().flat_map(|group| &group.rows);
    let kinds: Vec<&str> = rows.filter_map(|row| row.official.number_kind.as_deref()).collect();
    let often = |kind: &str| kinds.iter().filter(|other| **other == kind).count();
    kinds.iter().copied().max_by_key(|kind| (often(kind), std::cmp::Reverse(*kind)))
}

/// Everybody, by unit; how far each is, where that is wanted.
pub(super) fn people(view: &RecapView, status: bool) -> Table {
    let lang = view.lang;
    let kind = number_kind(view);
    let mut columns = vec![Column::fixed(NUMBER + 4.0).align(Align::Center), Column::share(2.4)];
    columns.extend(kind.map(|_| Column::fixed(100.0)));
    columns.push(Column::share(3.0));
    columns.extend(view.components.iter().map(|_| Column::share(1.6)));
    columns.push(Column::share(1.9));
    columns.extend(status.then(|| Column::share(2.1)));
    let mut head = vec![phrase(lang, "form-number").to_owned(), phrase(lang, "form-name").to_owned()];
    head.extend(kind.map(ToOwned::to_owned));
    head.push(phrase(lang, "form-position").to_owned());
    head.extend(view.components.iter().map(|name| name.to_uppercase()));
    head.push(view.outcome.to_uppercase());
    head.extend(status.then(|| phrase(lang, "form-status").to_owned()));
    let mut table = Table::new(columns).head(Row::new(head)).summary(phrase(lang, "form-recap"));
    let mut number = 0;
    let several = view.groups.len() > 1;
    for group in &view.groups {
        if several {
            let name = group.unit.as_deref().unwrap_or(phrase(lang, "form-no-unit"));
            table = table.row(Row::group(name.to_uppercase()));
        }
        for row in &group.rows {
            number += 1;
            table = table.row(person(number, row, kind.is_some(), status));
        }
    }
    table
}

fn person(number: usize, row: &RecapRow, has_numbers: bool, status: bool) -> Row {
    let official = &row.official;
    let mut cells = vec![
        Cell::new(number.to_string()),
        filled(official.name.as_ref()).heading(Scope::Row).align(Align::Left),
    ];
    cells.extend(has_numbers.then(|| filled(official.number.as_ref())));
    cells.push(filled(official.position.as_ref()));
    cells.extend(row.ratings.iter().map(|rating| filled(rating.as_ref())));
    cells.push(filled(row.outcome.as_ref()).bold());
    cells.extend(status.then(|| filled(row.status.as_ref())));
    Row::new(cells)
}

fn whole(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// How many people have each outcome.
pub(super) fn counts(view: &RecapView) -> Table {
    let lang = view.lang;
    let number = |n: usize| count(lang, whole(n));
    let people = view.people();
    let mut head = vec![view.outcome.to_uppercase()];
    head.extend(view.counts.iter().map(|(name, _)| name.to_uppercase()));
    head.extend([phrase(lang, "form-not-yet").to_owned(), phrase(lang, "form-people").to_owned()]);
    let mut cells = vec![Cell::new(phrase(lang, "form-count")).bold().heading(Scope::Row)];
    let figures = view.counts.iter().map(|(_, count)| *count).chain([view.unrated, people]);
    cells.extend(figures.map(|n| Cell::new(number(n)).align(Align::Center)));
    let mut table = Table::new(head.iter().map(|_| Column::share(1.0)))
        .head(Row::new(head))
        .row(Row::new(cells))
        .summary(view.outcome.clone())
        .keep_with_next();
    if let Some(organisation) = &view.organisation {
        let label = Cell::new(organisation.label.to_uppercase()).bold().heading(Scope::Row);
        let value = filled(organisation.value.as_ref().map(|value| value.to_uppercase())).bold();
        table.body[0].keep_with_next = true;
        table = table.row(Row::new([label, value.columns(usize::MAX).align(Align::Left)]));
    }
    table
}

/// Shares of the outcomes as bars, the highest outcome first.
pub(super) fn chart(view: &RecapView) -> Content {
    let lang = view.lang;
    let all = view.people().max(1);
    let open = (view.unrated > 0).then(|| (phrase(lang, "office-open").to_owned(), view.unrated));
    let shown: Vec<Bar> = view
        .counts
        .iter()
        .rev()
        .cloned()
        .chain(open)
        .map(|(name, n)| Bar::new(name, count(lang, whole(n)), thousandths(n, all)))
        .collect();
    let said: Vec<String> = shown.iter().map(|bar| format!("{}: {}", bar.label, bar.value)).collect();
    let alt = fill(
        phrase(lang, "office-chart-alt"),
        &[("outcome", &view.outcome), ("list", &said.join("; ")), ("n", &view.people())],
    );
    bars(alt, CHART, &shown).into()
}

/// A part of a whole, in thousandths.
pub(super) fn thousandths(some: usize, all: usize) -> u32 {
    u32::try_from((some * 1000 + all / 2) / all.max(1)).unwrap_or(u32::MAX)
}
