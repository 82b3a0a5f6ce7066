//! The register of what is signed, how and where it is kept.

use crate::report::document::{Align, Block, Cell, Column, Document, Orientation, Row, Scope, Table};
use crate::text::{self, Lang, count, fill, phrase};
use crate::view::form::{RegisterView, SignedHow, SignedLine};

use super::Setup;
use super::parts::{NUMBER, begin, filled, issued, period, title};

/// How many digits of a hash are printed; enough to tell files apart by eye.
const DIGITS: usize = 16;

/// The register as a document.
pub fn register(view: &RegisterView, setup: &Setup) -> Document {
    let lang = view.lang;
    let about = view.unit.as_deref().unwrap_or(phrase(lang, "form-whole"));
    let mut document = begin(
        "form-register",
        about,
        &view.issue,
        lang,
        Some(view.issue.today),
        (setup, Orientation::Landscape),
    );
    let heading = phrase(lang, "form-register").to_owned();
    document.push(title(&[heading, about.to_uppercase(), period(&view.issue, lang)]));
    document.push(Block::space(4.0));
    document.push(issued(&view.issue, view.unit.as_ref(), lang));
    document.push(Block::paragraph(counts(view)));
    document.push(table(view));
    document
}

/// How a document was signed and when, in words.
pub(super) fn signed_in_words(line: &SignedLine, lang: Lang) -> String {
    format!("{}, {}", how(line.how, lang), text::date(lang, line.date))
}

fn how(how: SignedHow, lang: Lang) -> &'static str {
    phrase(
        lang,
        match how {
            SignedHow::Ink => "register-ink",
            SignedHow::Electronic => "register-electronic",
        },
    )
}

fn counts(view: &RegisterView) -> String {
    let rows = || view.people.iter().flat_map(|person| &person.documents);
    let number = |n: usize| count(view.lang, i64::try_from(n).unwrap_or(i64::MAX));
    let (signed, all) = (rows().filter(|row| row.signed.is_some()).count(), rows().count());
    fill(phrase(view.lang, "register-counts"), &[("signed", &number(signed)), ("all", &number(all))])
}

fn table(view: &RegisterView) -> Table {
    let lang = view.lang;
    let columns = [
        Column::fixed(NUMBER).align(Align::Center),
        Column::share(2.6),
        Column::share(1.0),
        Column::share(1.5),
        Column::share(3.0),
        Column::share(1.6),
    ];
    let head =
        ["form-number", "pack-document", "register-how", "register-date", "register-place", "register-hash"];
    let mut table = Table::new(columns)
        .head(Row::new(head.map(|key| Cell::new(phrase(lang, key)))))
        .summary(phrase(lang, "form-register"));
    let mut number = 0;
    for person in &view.people {
        table = table.row(Row::group(person.official.name.clone().unwrap_or_default()));
        for row in &person.documents {
            number += 1;
            let line = row.signed.as_ref();
            let open = || phrase(lang, "register-open").to_owned();
            let hash = line.and_then(|line| line.hash.as_ref());
            table = table.row(Row::new([
                Cell::new(number.to_string()),
                Cell::new(row.title.as_str()).heading(Scope::Row).align(Align::Left),
                Cell::new(line.map_or_else(open, |line| how(line.how, lang).to_owned())),
                filled(line.map(|line| text::date(lang, line.date))),
                filled(line.and_then(|line| line.place.clone())),
                filled(hash.map(|hash| hash.chars().take(DIGITS).collect::<String>())),
            ]));
        }
    }
    table
}
