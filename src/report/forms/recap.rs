//! The recapitulation of a unit or of the whole agency.

use crate::report::document::{
    Align, Block, Cell, Column, Document, Orientation, Row, Scope, Signatures, Table,
};
use crate::text::{count, phrase};
use crate::view::form::{RecapRow, RecapView};

use super::Setup;
use super::parts::{NUMBER, begin, filled, issued, period, place_date, signer, title};

/// The recapitulation as a document.
pub fn recap(view: &RecapView, setup: &Setup) -> Document {
    let lang = view.lang;
    let about = view.unit.as_deref().unwrap_or(phrase(lang, "form-whole"));
    let paper = (setup, Orientation::Landscape);
    let mut document = begin("form-recap", about, &view.issue, lang, None, paper);
    let heading = phrase(lang, "form-recap").to_owned();
    document.push(title(&[heading, about.to_uppercase(), period(&view.issue, lang)]));
    document.push(Block::space(4.0));
    document.push(issued(&view.issue, view.unit.as_ref(), lang));
    document.push(people(view));
    document.push(Block::space(10.0));
    document.push(counts(view));
    let date = Some(view.issue.today);
    let role = match (&view.unit, &view.head.position) {
        (Some(_), Some(position)) => format!("{position},"),
        (Some(_), None) => format!("{},", phrase(lang, "form-head-role")),
        (None, _) => format!("{},", phrase(lang, "form-personnel-role")),
    };
    let head =
        signer("penanda-tangan", &role, &view.head, lang).place_date(place_date(&view.issue, lang, date));
    document.push(Signatures::new([head]));
    document
}

/// Everybody, by unit.
fn people(view: &RecapView) -> Table {
    let lang = view.lang;
    let has_numbers =
        view.groups.iter().flat_map(|group| &group.rows).any(|row| row.official.number.is_some());
    let mut columns = vec![Column::fixed(NUMBER + 4.0).align(Align::Center), Column::share(2.4)];
    columns.extend(has_numbers.then(|| Column::fixed(100.0)));
    columns.push(Column::share(3.0));
    columns.extend(view.components.iter().map(|_| Column::share(1.6)));
    columns.extend([Column::share(1.5), Column::share(2.1)]);
    let mut head = vec![phrase(lang, "form-number").to_owned(), phrase(lang, "form-name").to_owned()];
    head.extend(has_numbers.then(|| phrase(lang, "form-id").to_owned()));
    head.push(phrase(lang, "form-position").to_owned());
    head.extend(view.components.iter().map(|name| name.to_uppercase()));
    head.extend([view.outcome.to_uppercase(), phrase(lang, "form-status").to_owned()]);
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
            table = table.row(person(number, row, has_numbers));
        }
    }
    table
}

fn person(number: usize, row: &RecapRow, has_numbers: bool) -> Row {
    let official = &row.official;
    let mut cells = vec![
        Cell::new(number.to_string()),
        filled(official.name.as_ref()).heading(Scope::Row).align(Align::Left),
    ];
    cells.extend(has_numbers.then(|| filled(official.number.as_ref())));
    cells.push(filled(official.position.as_ref()));
    cells.extend(row.ratings.iter().map(|rating| filled(rating.as_ref())));
    cells.push(filled(row.outcome.as_ref()).bold());
    cells.push(filled(row.status.as_ref()));
    Row::new(cells)
}

/// How many people have each outcome.
fn counts(view: &RecapView) -> Table {
    let lang = view.lang;
    let number = |n: usize| count(lang, i64::try_from(n).unwrap_or(i64::MAX));
    let people = view.unrated + view.counts.iter().map(|(_, count)| count).sum::<usize>();
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
