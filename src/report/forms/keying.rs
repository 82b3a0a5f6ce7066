//! The list of what is to be keyed into another application, screen by screen.

use crate::report::document::{
    Align, Block, Cell, Column, Content, Document, Orientation, Row, Scope, Table,
};
use crate::text::{self, count, fill, phrase};
use crate::view::form::{KeyingPerson, KeyingView};

use super::Setup;
use super::parts::{NUMBER, begin, issued, period, title};

/// The keying list as a document.
pub fn keying(view: &KeyingView, setup: &Setup) -> Document {
    let lang = view.lang;
    let about = view.unit.as_deref().unwrap_or(phrase(lang, "form-whole"));
    let heading = fill(phrase(lang, "form-keying"), &[("application", &view.application.to_uppercase())]);
    let mut document = begin(
        "form-keying",
        about,
        &view.issue,
        lang,
        Some(view.issue.today),
        (setup, Orientation::Portrait),
    );
    document.title = format!("{heading} \u{2013} {about} \u{2013} {}", view.issue.period);
    document.push(title(&[heading, about.to_uppercase(), period(&view.issue, lang)]));
    document.push(Block::space(4.0));
    document.push(issued(&view.issue, view.unit.as_ref(), lang));
    let number = |n: usize| count(lang, i64::try_from(n).unwrap_or(i64::MAX));
    let keyed = view.people.iter().filter(|person| person.keyed.is_some()).count();
    let values: [(&str, &dyn std::fmt::Display); 2] =
        [("keyed", &number(keyed)), ("all", &number(view.people.len()))];
    document.push(Block::paragraph(fill(phrase(lang, "keying-counts"), &values)));
    for person in &view.people {
        let official = &person.official;
        let named = [official.name.as_deref(), official.number.as_deref()];
        let named: Vec<&str> = named.into_iter().flatten().collect();
        document.push(Block::heading(2, named.join(" \u{b7} ")));
        push_person(&mut document, view, person);
    }
    document
}

fn push_person(document: &mut Document, view: &KeyingView, person: &KeyingPerson) {
    let lang = view.lang;
    let remark = match (person.changed, person.keyed) {
        (Some(date), _) => Some(("keying-changed", date)),
        (None, keyed) => keyed.map(|date| ("keying-done", date)),
    };
    if let Some((key, date)) = remark {
        document.push(Block::paragraph(fill(phrase(lang, key), &[("date", &text::date(lang, date))])));
    }
    let done = person.keyed.is_some() && person.changed.is_none();
    if person.screens.is_empty() {
        document.push(Block::paragraph(phrase(lang, "keying-nothing")));
        return;
    }
    let columns = [
        Column::fixed(NUMBER).align(Align::Center),
        Column::share(1.5),
        Column::share(4.0),
        Column::fixed(52.0).align(Align::Center),
    ];
    let head = ["form-number", "keying-field", "keying-value", "keying-tick"];
    let mut table = Table::new(columns)
        .head(Row::new(head.map(|key| Cell::new(phrase(lang, key)))))
        .summary(person.official.name.clone().unwrap_or_default());
    let mut number = 0;
    for screen in &person.screens {
        table = table.row(Row::group(screen.title.clone()));
        for (field, value) in &screen.fields {
            number += 1;
            table = table.row(Row::new([
                Cell::new(number.to_string()),
                Cell::new(field.as_str()).heading(Scope::Row).align(Align::Left),
                Cell::of(value.lines().map(Content::from)),
                if done { Cell::new(phrase(lang, "keying-ticked")) } else { Cell::empty() },
            ]));
        }
    }
    document.push(table);
}
