//! The record of the discussion between employee and superior.

use crate::report::document::{Align, Block, Cell, Column, Document, List, Row, Side, Signatures, Table};
use crate::text::{self, fill, phrase};
use crate::view::form::DiscussionPaper;

use super::Setup;
use super::papers::{
    LINE, ROOM, dated, employee, facts, heading, paper, people, rater, room, sections, signer,
};
use super::parts::{NUMBER, filled};

/// Rows left for points made clear in a form that is still to be filled in.
const BLANK_POINTS: usize = 3;

/// The record as a document.
pub fn discussion(view: &DiscussionPaper, setup: &Setup) -> Document {
    let (head, lang) = (&view.head, view.head.lang);
    let mut document = paper("paper-discussion", head, view.date, setup);
    document.push(people(head, &[(head.rater.clone(), &head.parties.rater)]));
    document.push(Block::space(4.0));
    let day = view.date.map(|date| text::weekday_and_date(lang, date));
    let label = |key| phrase(lang, key).to_owned();
    document.push(facts(
        [(label("paper-day"), day), (label("paper-place"), view.place.clone())],
        phrase(lang, "paper-discussion"),
    ));
    document.push(heading(phrase(lang, "paper-present")));
    document.push(present(view));
    document.push(heading(phrase(lang, "paper-points")));
    document.push(points(view));
    if view.sections.is_empty() {
        for key in ["paper-summary", "paper-agreed"] {
            document.push(Block::Together(vec![
                heading(phrase(lang, key)),
                room(phrase(lang, key), ROOM).into(),
            ]));
        }
    }
    document.extend(sections(&view.sections, phrase(lang, "paper-summary")));
    document.push(Block::space(6.0));
    document.push(Block::paragraph(fill(
        phrase(lang, "paper-discussion-close"),
        &[("period", &head.issue.period)],
    )));
    document.push(Signatures::new([employee(head), rater(head).place_date(dated(head, view.date))]));
    if let Some(writer) = &view.writer {
        let writer = signer(head, "pencatat", phrase(lang, "paper-writer"), writer).side(Side::Middle);
        document.push(Signatures::new([writer]));
    }
    document
}

/// Who was there, or room for their names.
fn present(view: &DiscussionPaper) -> Block {
    let named = view.present.iter().map(|one| {
        let name = one.name.clone().unwrap_or_default();
        match &one.position {
            Some(position) => format!("{name}, {position}"),
            None => name,
        }
    });
    let named: Vec<String> = named.collect();
    match named.is_empty() {
        true => room(phrase(view.head.lang, "paper-present"), 2.0 * LINE).into(),
        false => List::numbered(named).into(),
    }
}

/// The points made clear, item by item.
fn points(view: &DiscussionPaper) -> Table {
    let lang = view.head.lang;
    let head = ["form-number", "paper-item", "paper-statement", "paper-response"];
    let columns = [
        Column::fixed(NUMBER).align(Align::Center),
        Column::share(2.0),
        Column::share(3.0),
        Column::share(3.0),
    ];
    let rows = view.points.iter().enumerate().map(|(place, point)| {
        Row::new([
            Cell::new((place + 1).to_string()),
            Cell::new(&point.about),
            Cell::new(&point.statement),
            filled(point.response.as_ref()),
        ])
    });
    let table = Table::new(columns)
        .head(Row::new(head.map(|key| phrase(lang, key).to_uppercase())))
        .summary(phrase(lang, "paper-points"));
    match (view.points.is_empty(), view.date) {
        (false, _) => table.rows(rows),
        (true, Some(_)) => table.row(Row::new([Cell::new(phrase(lang, "paper-no-points")).columns(4)])),
        (true, None) => {
            table.rows((0..BLANK_POINTS).map(|_| Row::new(Vec::<Cell>::new()).min_height(1.3 * LINE)))
        }
    }
}
