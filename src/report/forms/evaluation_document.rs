//! The evaluation document (Dokumen Evaluasi Kinerja Pegawai), which employee and rater sign.

use crate::report::document::{
    Align, Block, Cell, Column, Content, Document, Figure, Orientation, Picture, Row, Scope, Signatures,
    Table,
};
use crate::text::{Lang, phrase};
use crate::view::form::FormView;

use super::parts::{
    NUMBER, begin_named, employee, filled, identities_of, issued, period, place_date, rater, title,
};
use super::{Setup, markdown};

/// The evaluation document.
pub fn evaluation_document(view: &FormView, setup: &Setup) -> Document {
    let (lang, parties, naming) = (view.lang, &view.at_evaluation, &view.naming);
    let paper = (setup, Orientation::Portrait);
    let mut document =
        begin_named(&naming.evaluation_document, &view.person, &view.issue, lang, view.evaluated, paper);
    document.push(Content::from(emblem(setup, lang)));
    document.push(title(&[naming.evaluation_document.to_uppercase(), period(&view.issue, lang)]));
    document.push(Block::space(6.0));
    document.push(issued(&view.issue, None, lang));
    document.push(table(view));
    let received = employee(naming, parties, lang).place_date(place_date(&view.issue, lang, view.received));
    let rated = rater(naming, parties, lang, place_date(&view.issue, lang, view.evaluated));
    document.push(Signatures::new([received, rated]));
    document
}

/// The agency's emblem, or room for it.
pub(super) fn emblem(setup: &Setup, lang: Lang) -> Figure {
    let (alt, picture) = match &setup.emblem {
        Some(image) => ("form-emblem", Picture::Image(image.clone())),
        None => ("form-emblem-room", Picture::Frame),
    };
    Figure { alt: phrase(lang, alt).to_owned(), width: 58.0, height: 66.0, align: Align::Center, picture }
}

/// The numbered blocks: the three officials, the evaluation, notes and recommendation.
fn table(view: &FormView) -> Table {
    let (lang, parties, naming) = (view.lang, &view.at_evaluation, &view.naming);
    let columns = [Column::fixed(NUMBER).align(Align::Center), Column::fixed(176.0), Column::share(1.0)];
    let headings =
        [phrase(lang, "form-employee").to_owned(), naming.rater.to_uppercase(), naming.above.to_uppercase()];
    let officials = identities_of(naming, [&parties.employee, &parties.rater, &parties.above], lang);
    let mut table = Table::new(columns).summary(&naming.evaluation_document);
    for (place, (heading, lines)) in headings.iter().zip(&officials).enumerate() {
        table = table.rows(block(place + 1, heading, lines));
    }
    let organisation = view.organisation.as_ref().map(|part| (part.label.to_uppercase(), part.value.clone()));
    let outcome = (view.outcome.label.to_uppercase(), view.outcome.value.clone());
    let found: Vec<(String, Option<String>)> = organisation.into_iter().chain([outcome]).collect();
    let found: Vec<(String, Option<String>)> =
        found.into_iter().map(|(label, value)| (label, value.map(|value| value.to_uppercase()))).collect();
    let mut rows = block(4, phrase(lang, "form-evaluation-block"), &found);
    for row in rows.iter_mut().skip(1) {
        row.cells = std::mem::take(&mut row.cells).into_iter().map(Cell::bold).collect();
    }
    let notes = view.recommendation.as_deref().map(markdown::contents).unwrap_or_default();
    table
        .rows(rows)
        .row(group(5, phrase(lang, "form-recommendation")))
        .row(Row::new([Cell::of(notes).columns(3).align(Align::Left)]).min_height(84.0))
}

/// A numbered heading across the columns.
fn group(number: usize, heading: &str) -> Row {
    let mut row = Row::group(heading);
    for cell in &mut row.cells {
        cell.columns = 2;
    }
    let number = Cell::new(number.to_string()).bold().shade(crate::report::document::Colour::SHADE);
    row.cells.insert(0, number);
    row
}

/// A numbered block with a line a label.
fn block(number: usize, heading: &str, lines: &[(String, Option<String>)]) -> Vec<Row> {
    let count = lines.len();
    let rows = lines.iter().enumerate().map(|(place, (label, value))| {
        let mut cells = vec![Cell::new(label).heading(Scope::Row), filled(value.as_ref())];
        if place == 0 {
            cells.insert(0, Cell::empty().rows(count));
        }
        let row = Row::new(cells);
        // A block stays on one page.
        if place + 1 < count { row.keep_with_next() } else { row }
    });
    std::iter::once(group(number, heading)).chain(rows).collect()
}
