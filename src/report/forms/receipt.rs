//! The receipt for what was handed over.

use crate::report::document::{Align, Block, Cell, Column, Document, Row, Signatures, Table};
use crate::text::{self, fill, phrase};
use crate::view::form::{Official, ReceiptPaper};

use super::Setup;
use super::papers::{LINE, dated, employee, facts, heading, paper, people, remark, signer};
use super::parts::{NUMBER, filled};

/// Empty rows for papers that were handed over besides.
const MORE: usize = 2;

/// The receipt as a document.
pub fn receipt(view: &ReceiptPaper, setup: &Setup) -> Document {
    let (head, lang) = (&view.head, view.head.lang);
    let mut document = paper("paper-receipt", head, view.received.or(view.delivered), setup);
    document.push(people(head, &[]));
    document.push(heading(phrase(lang, "paper-handed-over")));
    document.push(documents(view));
    document.push(Block::space(6.0));
    let day = |date: Option<crate::calendar::Date>| date.map(|date| text::weekday_and_date(lang, date));
    let label = |key| phrase(lang, key).to_owned();
    document.push(facts(
        [
            (label("paper-delivered"), day(view.delivered)),
            (label("paper-how"), None),
            (label("paper-received"), day(view.received)),
        ],
        phrase(lang, "paper-receipt"),
    ));
    let due = view.due.filter(|_| view.received.is_none());
    document.extend(
        due.map(|due| remark(fill(phrase(lang, "paper-receipt-due"), &[("date", &text::date(lang, due))]))),
    );
    document.extend(view.objection.as_ref().map(|(due, rule)| {
        let date = text::date(lang, *due);
        remark(match rule {
            Some(rule) => fill(phrase(lang, "paper-may-object-rule"), &[("date", &date), ("rule", rule)]),
            None => fill(phrase(lang, "paper-may-object"), &[("date", &date)]),
        })
    }));
    document.push(Block::space(6.0));
    document.push(Block::paragraph(phrase(lang, "paper-receipt-close")));
    let role = phrase(lang, "paper-receiver");
    let mut receiver = employee(head).place_date(dated(head, view.received));
    receiver.role = format!("{role},").into();
    let giver = signer(head, "yang-menyerahkan", phrase(lang, "paper-giver"), &Official::default());
    document.push(Signatures::new([receiver, giver.place_date(dated(head, view.delivered))]));
    document
}

/// What is handed over, with room to tick it and for more.
fn documents(view: &ReceiptPaper) -> Table {
    let lang = view.head.lang;
    let head = ["form-number", "paper-document", "paper-state", "paper-given"];
    let columns = [
        Column::fixed(NUMBER).align(Align::Center),
        Column::share(3.0),
        Column::share(3.0),
        Column::share(1.6).align(Align::Center),
    ];
    let rows = view.documents.iter().enumerate().map(|(place, one)| {
        Row::new([
            Cell::new((place + 1).to_string()),
            Cell::new(&one.label),
            filled(one.signed.as_ref()),
            filled(one.delivered.map(|date| text::date(lang, date))),
        ])
        .min_height(LINE)
    });
    let more = (0..MORE)
        .map(|place| Row::new([Cell::new((view.documents.len() + place + 1).to_string())]).min_height(LINE));
    Table::new(columns)
        .head(Row::new(head.map(|key| phrase(lang, key).to_uppercase())))
        .rows(rows)
        .rows(more)
        .summary(phrase(lang, "paper-handed-over"))
}
