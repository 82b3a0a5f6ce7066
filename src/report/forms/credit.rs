//! Credit points earned.

use crate::report::document::{Align, Block, Cell, Colour, Column, Document, Row, Scope, Signatures, Table};
use crate::text::{fill, phrase};
use crate::view::form::CreditPaper;

use super::Setup;
use super::papers::{dated, facts, heading, paper, people, rater, remark};
use super::parts::NUMBER;

/// The statement as a document.
pub fn credit(view: &CreditPaper, setup: &Setup) -> Document {
    let (head, lang) = (&view.head, view.head.lang);
    let mut document = paper("paper-credit", head, None, setup);
    document.push(people(head, &[(head.rater.clone(), &head.parties.rater)]));
    document.push(Block::space(4.0));
    let mut rows = vec![(view.outcome.label.clone(), view.outcome.value.clone())];
    rows.extend(
        view.credit.legal.as_ref().map(|legal| (phrase(lang, "paper-basis").to_owned(), Some(legal.clone()))),
    );
    document.push(facts(rows, phrase(lang, "paper-credit")));
    document.push(heading(&view.credit.label));
    document.push(points(view));
    document.push(remark(phrase(lang, "paper-credit-how")));
    document.push(Block::space(6.0));
    let total = &view.credit.total;
    document.push(Block::paragraph(fill(
        phrase(lang, "paper-credit-close"),
        &[("label", &view.credit.label), ("total", total), ("period", &head.issue.period)],
    )));
    document.push(Signatures::new([rater(head).place_date(dated(head, None))]));
    document
}

/// What each rung earned, and the sum.
fn points(view: &CreditPaper) -> Table {
    let lang = view.head.lang;
    let columns = [
        Column::fixed(NUMBER).align(Align::Center),
        Column::share(2.4),
        Column::share(1.5).align(Align::Right),
        Column::share(1.5).align(Align::Right),
        Column::share(1.5).align(Align::Right),
        Column::share(1.5).align(Align::Right),
    ];
    let head =
        ["form-number", "paper-rung", "paper-coefficient", "paper-multiplier", "paper-share", "paper-earned"];
    let rows = view.credit.rows.iter().enumerate().map(|(place, row)| {
        Row::new([
            Cell::new((place + 1).to_string()),
            Cell::new(&row.rung),
            Cell::new(&row.points),
            Cell::new(&row.multiplier),
            Cell::new(&row.part),
            Cell::new(&row.earned),
        ])
    });
    let sum = Cell::new(phrase(lang, "paper-sum")).columns(5).heading(Scope::Row).align(Align::Left);
    let total = Cell::new(&view.credit.total).align(Align::Right);
    Table::new(columns)
        .head(Row::new(head.map(|key| phrase(lang, key).to_uppercase())))
        .rows(rows)
        .closing(Row::new([sum, total].map(|cell| cell.bold().shade(Colour::SHADE))))
        .summary(view.credit.label.clone())
}
