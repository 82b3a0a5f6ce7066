//! The dossier of an objection.

use crate::report::document::{
    Align, Block, Cell, Colour, Column, Content, Document, List, Paragraph, Prose, Row, Scope, Signatures,
    Table,
};
use crate::text::{self, fill, phrase};
use crate::view::form::{Heard, ObjectionPaper, RatingChange};

use super::Setup;
use super::decision::{decider, ruling};
use super::papers::{LINE, ROOM, dated, heading, nothing, paper, passages, people};
use super::parts::{NUMBER, filled};

/// The dossier as a document.
pub fn objection(view: &ObjectionPaper, setup: &Setup) -> Document {
    let (head, lang) = (&view.head, view.head.lang);
    let decided = view.decision.as_ref().map(|decision| decision.date);
    let mut document = paper("paper-objection", head, decided.or(Some(view.date)), setup);
    document.push(people(
        head,
        &[
            (head.rater.clone(), &head.parties.rater),
            (phrase(lang, "paper-decider").to_owned(), &head.parties.above),
        ],
    ));
    document.push(heading(phrase(lang, "paper-timeline")));
    document.push(timeline(view));
    document.push(heading(phrase(lang, "paper-contested")));
    document.push(items(view));
    document.push(heading(phrase(lang, "paper-reasons")));
    document.extend(passages(&view.reasons));
    if view.reasons.is_empty() {
        document.push(nothing(lang, "paper-no-reasons"));
    }
    document.extend(evidence(view));
    document.push(heading(phrase(lang, "paper-hearings")));
    document.push(hearings(view));
    document.push(heading(phrase(lang, "paper-ratings")));
    document.push(ratings(view));
    document.push(heading(phrase(lang, "paper-ruling")));
    match &view.decision {
        Some(decision) => {
            document.push(Block::paragraph(ruling(view, decision)));
            document.extend(passages(&decision.reasons));
            // What is ruled does not belong to the item that the last reason is about.
            if decision.reasons.iter().any(|section| section.heading.is_some()) {
                document.push(Block::heading(3, phrase(lang, "paper-ruling")));
            }
            document.extend(passages(&decision.ruling));
        }
        None => document.push(room_to_decide(view)),
    }
    document.push(Signatures::new([decider(view).place_date(dated(head, decided))]));
    document
}

fn timeline(view: &ObjectionPaper) -> Table {
    let lang = view.head.lang;
    let head = ["paper-event", "paper-date", "paper-remark"];
    let rows = view.timeline.iter().map(|moment| {
        Row::new([
            Cell::new(&moment.label).heading(Scope::Row).align(Align::Left),
            filled(moment.date.map(|date| text::date(lang, date))),
            filled(moment.remark.as_ref()),
        ])
    });
    Table::new([Column::share(2.6), Column::share(1.6), Column::share(3.6)])
        .head(Row::new(head.map(|key| phrase(lang, key).to_uppercase())))
        .rows(rows)
        .summary(phrase(lang, "paper-timeline"))
}

/// What is contested, with what each side gave.
fn items(view: &ObjectionPaper) -> Table {
    let lang = view.head.lang;
    let head = [
        phrase(lang, "form-number").to_owned(),
        phrase(lang, "paper-item").to_uppercase(),
        phrase(lang, "paper-by-employee").to_uppercase(),
        fill(phrase(lang, "paper-by"), &[("who", &view.head.rater)]).to_uppercase(),
        phrase(lang, "paper-after").to_uppercase(),
    ];
    let columns = [
        Column::fixed(NUMBER).align(Align::Center),
        Column::share(2.4),
        Column::share(2.2),
        Column::share(2.2),
        Column::share(1.7),
    ];
    let rows = view.items.iter().enumerate().map(|(place, item)| {
        // A decision that set nothing for the item says in words what becomes of it.
        let after = match (&item.after, &view.decision) {
            (Some(after), _) => Cell::new(after).bold(),
            (None, Some(_)) => Cell::new(phrase(lang, "paper-see-ruling")),
            (None, None) => Cell::empty(),
        };
        Row::new([
            Cell::new((place + 1).to_string()),
            Cell::new(&item.label),
            Cell::of(lines(&item.own)),
            Cell::of(lines(&item.superior)),
            after,
        ])
    });
    Table::new(columns).head(Row::new(head)).rows(rows).summary(phrase(lang, "paper-contested"))
}

fn lines(lines: &[String]) -> Vec<Content> {
    match lines {
        [] => vec![],
        [only] => vec![only.as_str().into()],
        several => vec![List::bullets(several).into()],
    }
}

/// The person's evidence for what is contested.
fn evidence(view: &ObjectionPaper) -> Vec<Block> {
    if view.evidence.is_empty() {
        return vec![];
    }
    let mut blocks = vec![heading(phrase(view.head.lang, "paper-evidence"))];
    for (measure, evidence) in &view.evidence {
        blocks.push(Paragraph::new(measure).bold().keep_with_next().into());
        blocks.push(List::bullets(evidence).into());
    }
    blocks
}

/// Who was heard; room for both sides while nobody was.
fn hearings(view: &ObjectionPaper) -> Table {
    let (lang, head) = (view.head.lang, &view.head);
    let role = |side| match side {
        Heard::Employee => phrase(lang, "paper-employee").to_owned(),
        Heard::Rater => head.rater.clone(),
        Heard::Other => phrase(lang, "paper-other").to_owned(),
    };
    let named = |name: &str, side| Prose::new().bold(name).line_break().text(role(side));
    let cell = |prose| Cell::new(prose).heading(Scope::Row).align(Align::Left);
    let rows = view.hearings.iter().map(|one| {
        Row::new([
            cell(named(&one.name, one.side)),
            Cell::new(text::date(lang, one.date)),
            Cell::new(&one.summary),
        ])
    });
    let missing = [(Heard::Employee, &head.parties.employee), (Heard::Rater, &head.parties.rater)]
        .into_iter()
        .filter(|(side, _)| view.decision.is_none() && view.hearings.iter().all(|one| one.side != *side));
    let blank = missing.map(|(side, official)| {
        let name = official.name.as_deref().unwrap_or_default();
        Row::new([cell(named(name, side)), Cell::empty(), Cell::empty()]).min_height(ROOM)
    });
    let columns = ["paper-who", "paper-date", "paper-said"];
    let table = Table::new([Column::share(2.0), Column::share(1.3), Column::share(4.6)])
        .head(Row::new(columns.map(|key| phrase(lang, key).to_uppercase())))
        .rows(rows)
        .rows(blank)
        .summary(phrase(lang, "paper-hearings"));
    match table.body.is_empty() {
        true => table.row(Row::new([Cell::new(phrase(lang, "paper-nobody-heard")).columns(3)])),
        false => table,
    }
}

/// Ratings and the outcome, before a decision and after it.
pub(super) fn ratings(view: &ObjectionPaper) -> Table {
    let lang = view.head.lang;
    let head = ["paper-what", "paper-before", "paper-after"];
    let row = |change: &RatingChange| {
        let changed = change.after.is_some() && change.after != change.before;
        let label = Cell::new(&change.label).heading(Scope::Row).align(Align::Left);
        let after = match (&change.after, changed) {
            (Some(after), true) => Cell::new(after).bold(),
            (Some(after), false) => Cell::new(fill(phrase(lang, "paper-stays"), &[("level", &after)])),
            (None, _) => Cell::empty(),
        };
        Row::new([label, filled(change.before.as_ref()), after]).min_height(if change.after.is_none() {
            LINE
        } else {
            0.0
        })
    };
    let mut last = row(&view.outcome);
    last.cells = last.cells.into_iter().map(|cell| cell.bold().shade(Colour::SHADE)).collect();
    Table::new([Column::share(2.0), Column::share(2.0), Column::share(2.0)])
        .head(Row::new(head.map(|key| phrase(lang, key).to_uppercase())))
        .rows(view.ratings.iter().map(row))
        .closing(last)
        .summary(phrase(lang, "paper-ratings"))
}

/// What may be decided, to be marked by hand, with room for reasons.
fn room_to_decide(view: &ObjectionPaper) -> Table {
    let lang = view.head.lang;
    let word = |key| Cell::new(phrase(lang, key)).align(Align::Center);
    let choice = ["paper-rejected", "paper-partly", "paper-granted"].map(word);
    let reasons = Cell::new(Prose::new().italic(phrase(lang, "paper-room-reasons"))).columns(3);
    Table::new([Column::share(1.0), Column::share(1.0), Column::share(1.0)])
        .row(Row::new(choice).min_height(LINE).keep_with_next())
        .row(Row::new([reasons]).min_height(2.0 * ROOM))
        .summary(phrase(lang, "paper-ruling"))
}
