//! The checklist before a signing pack.

use crate::report::document::{Align, Block, Cell, Column, Document, Orientation, Row, Scope, Table};
use crate::text::{fill, phrase};
use crate::view::form::RegisterView;

use super::Setup;
use super::parts::{NUMBER, begin, filled, issued, period, title};
use super::register::signed_in_words;

/// A document of a pack: its first and last page in the volume, and who signs it.
pub type Bound = ((usize, usize), Vec<String>);

/// The checklist, in signing order. `bound` has the documents that are still to be signed, in the order in which the view
/// names them.
pub fn pack(view: &RegisterView, bound: &[Bound], setup: &Setup) -> Document {
    let lang = view.lang;
    let about = view.unit.as_deref().unwrap_or(phrase(lang, "form-whole"));
    let mut document =
        begin("form-pack", about, &view.issue, lang, Some(view.issue.today), (setup, Orientation::Portrait));
    let heading = phrase(lang, "form-pack").to_owned();
    document.push(title(&[heading, about.to_uppercase(), period(&view.issue, lang)]));
    document.push(Block::space(4.0));
    document.push(issued(&view.issue, view.unit.as_ref(), lang));
    document.push(Block::paragraph(fill(phrase(lang, "pack-how"), &[("command", &"rapor record")])));
    document.push(checklist(view, bound));
    document
}

fn checklist(view: &RegisterView, bound: &[Bound]) -> Table {
    let lang = view.lang;
    let columns = [
        Column::fixed(NUMBER).align(Align::Center),
        Column::share(2.6),
        Column::fixed(52.0).align(Align::Center),
        Column::share(2.8),
        Column::share(1.4),
    ];
    let head = ["form-number", "pack-document", "pack-pages", "pack-signers", "pack-done"];
    let mut table = Table::new(columns)
        .head(Row::new(head.map(|key| Cell::new(phrase(lang, key)))))
        .summary(phrase(lang, "form-pack"));
    let mut open = bound.iter();
    let mut number = 0;
    for person in &view.people {
        table = table.row(Row::group(person.official.name.clone().unwrap_or_default()));
        for row in &person.documents {
            number += 1;
            let place = if row.signed.is_none() { open.next() } else { None };
            let pages = place.map(|((first, last), _)| match first == last {
                true => first.to_string(),
                false => format!("{first}\u{2013}{last}"),
            });
            let signers = place.map(|(_, signers)| signers.join(", "));
            table = table.row(
                Row::new([
                    Cell::new(number.to_string()),
                    Cell::new(row.title.as_str()).heading(Scope::Row).align(Align::Left),
                    filled(pages),
                    filled(signers),
                    filled(row.signed.as_ref().map(|line| signed_in_words(line, lang))),
                ])
                .min_height(20.0),
            );
        }
    }
    table
}
