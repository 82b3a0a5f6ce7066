//! The pack of the evaluation meeting: agenda, a page a person, attendance, minutes.

use crate::report::document::{
    Align, Block, Cell, Column, Document, Orientation, Paragraph, Prose, Row, Scope, Side, Signatures, Table,
};
use crate::text::{self, count, fill, phrase};
use crate::view::form::{IndicatorRow, MeetingView, Official, Presenter, ResultRow};

use super::parts::{NUMBER, begin, filled, issued, period, place_date, signer, title};
use super::{Setup, markdown};

/// Room for notes and minutes that are written by hand, in points.
const ROOM: f32 = 190.0;

/// The pack of a meeting.
pub fn meeting(view: &MeetingView, setup: &Setup) -> Document {
    let lang = view.lang;
    let paper = (setup, Orientation::Portrait);
    let about = view.issue.agency.clone();
    let mut document = begin("office-meeting", &about, &view.issue, lang, Some(view.date), paper);
    let heading = phrase(lang, "office-meeting").to_owned();
    document.push(title(&[heading, about.to_uppercase(), period(&view.issue, lang)]));
    document.push(Block::space(4.0));
    document.push(issued(&view.issue, None, lang));
    document.push(facts(view));
    if let Some(agenda) = &view.agenda {
        document.push(part(view, "office-agenda"));
        document.extend(prose(agenda));
    }
    if !view.slots.is_empty() {
        document.push(part(view, "office-slots"));
        document.push(slots(view));
    }
    for presenter in &view.presenters {
        document.push(Block::PageBreak);
        document.extend(page(view, presenter));
    }
    document.push(Block::PageBreak);
    document.push(part(view, "office-attendance"));
    document.push(attendance(view));
    document.push(Block::PageBreak);
    document.push(part(view, "office-minutes"));
    document.extend(minutes(view));
    document.push(signatures(view));
    document
}

fn part(view: &MeetingView, key: &'static str) -> Block {
    Block::heading(2, phrase(view.lang, key))
}

fn prose(text: &str) -> impl Iterator<Item = Block> {
    markdown::contents(text).into_iter().map(Block::from)
}

/// When and where, who leads and who writes.
fn facts(view: &MeetingView) -> Table {
    let lang = view.lang;
    let rows = [
        ("office-day", Some(text::weekday_and_date(lang, view.date))),
        ("office-place", view.place.clone()),
        ("office-chair", view.chair.name.clone()),
        ("office-secretary", view.secretary.name.clone()),
    ];
    let row = |(key, value): (&'static str, Option<String>)| {
        let label = Cell::new(phrase(lang, key)).heading(Scope::Row).align(Align::Left);
        Row::new([label, filled(value)])
    };
    Table::new([Column::fixed(120.0), Column::share(1.0)])
        .rows(rows.into_iter().map(row))
        .summary(phrase(lang, "office-meeting"))
}

/// Who presents when, with the time that has been given out by then.
fn slots(view: &MeetingView) -> Table {
    let lang = view.lang;
    let minutes = |n: u32| fill(phrase(lang, "office-minutes-n"), &[("n", &count(lang, n.into()))]);
    let head = ["form-number", "office-time", "form-name", "form-position", "office-length", "office-total"];
    let rows = view.slots.iter().enumerate().map(|(place, slot)| {
        let time = match &slot.until {
            Some(until) => format!("{}\u{2013}{until}", slot.from),
            None => slot.from.clone(),
        };
        Row::new([
            Cell::new((place + 1).to_string()),
            Cell::new(time),
            filled(slot.official.name.as_ref()).heading(Scope::Row).align(Align::Left),
            filled(slot.official.position.as_ref()),
            filled(slot.minutes.map(minutes)),
            Cell::new(minutes(slot.total)),
        ])
    });
    let columns = [
        Column::fixed(NUMBER).align(Align::Center),
        Column::fixed(72.0),
        Column::share(3.0),
        Column::share(3.0),
        Column::fixed(62.0).align(Align::Right),
        Column::fixed(62.0).align(Align::Right),
    ];
    Table::new(columns)
        .head(Row::new(head.map(|key| phrase(lang, key))))
        .rows(rows)
        .summary(phrase(lang, "office-slots"))
}

/// What one person presents, with room for notes.
fn page(view: &MeetingView, presenter: &Presenter) -> Vec<Block> {
    let lang = view.lang;
    let official = &presenter.official;
    let name = official.name.clone().unwrap_or_default();
    let under: Vec<String> =
        [official.position.clone(), official.unit.clone()].into_iter().flatten().collect();
    let mut blocks = vec![Block::heading(2, format!("{}  {name}", presenter.from))];
    blocks.push(Paragraph::new(under.join(" \u{b7} ")).keep_with_next().into());
    if !presenter.results.is_empty() {
        blocks.push(results(view, presenter).into());
    }
    for (key, said) in
        [("office-achievements", &presenter.achievements), ("office-challenges", &presenter.challenges)]
    {
        if let Some(said) = said {
            blocks.push(Block::heading(3, phrase(lang, key)));
            blocks.extend(prose(said));
        }
    }
    if !presenter.discuss.is_empty() {
        blocks.push(Block::heading(3, phrase(lang, "office-discuss")));
        blocks.extend(presenter.discuss.iter().flat_map(|said| prose(said)));
    }
    blocks.push(Block::space(6.0));
    blocks.push(room(phrase(lang, "office-notes")).into());
    blocks
}

/// Results with target and realisation, by the person's own report.
fn results(view: &MeetingView, presenter: &Presenter) -> Table {
    let lang = view.lang;
    let head = ["form-number", "office-result", "office-indicator", "form-target", "office-realised"];
    let columns = [
        Column::fixed(NUMBER).align(Align::Center),
        Column::share(4.0),
        Column::share(4.0),
        Column::share(2.0),
        Column::share(2.0),
    ];
    let mut table = Table::new(columns)
        .head(Row::new(head.map(|key| phrase(lang, key))))
        .summary(phrase(lang, "office-results"));
    let several = presenter.results.len() > 1;
    let mut number = 0;
    for group in &presenter.results {
        if several {
            table = table.row(Row::group(group.label.to_uppercase()));
        }
        for result in &group.results {
            number += 1;
            table = table.rows(rows(number, result));
        }
    }
    table
}

fn rows(number: usize, result: &ResultRow) -> Vec<Row> {
    let count = result.indicators.len().max(1);
    let cells = |indicator: Option<&IndicatorRow>| {
        let realised = indicator.and_then(|one| one.realised.as_ref()).map(|realised| realised.value.clone());
        [
            filled(indicator.map(|one| one.measure.clone())),
            filled(indicator.map(|one| one.target.clone())),
            filled(realised).bold(),
        ]
    };
    (0..count)
        .map(|place| {
            let mut row = Vec::new();
            if place == 0 {
                row.push(Cell::new(number.to_string()).rows(count));
                row.push(Cell::new(result.result.clone()).rows(count));
            }
            row.extend(cells(result.indicators.get(place)));
            Row::new(row)
        })
        .collect()
}

/// A box to write in.
fn room(heading: &str) -> Table {
    Table::new([Column::share(1.0)])
        .row(Row::group(heading))
        .row(Row::new([Cell::empty()]).min_height(ROOM))
        .summary(heading)
}

/// Who is expected or was there, with room to sign.
fn attendance(view: &MeetingView) -> Table {
    let lang = view.lang;
    let held = view.is_held();
    let mut head = vec!["form-number", "form-name", "form-position"];
    let mut columns =
        vec![Column::fixed(NUMBER).align(Align::Center), Column::share(3.0), Column::share(3.0)];
    if held {
        head.push("office-presence");
        columns.push(Column::fixed(74.0));
    }
    head.push("office-signature");
    columns.push(Column::share(2.2));
    let rows = view.attendance.iter().enumerate().map(|(place, one)| {
        let mark = match one.present {
            Some(true) => phrase(lang, "office-present"),
            Some(false) => phrase(lang, "office-absent"),
            None => "\u{2013}",
        };
        let mut cells = vec![
            Cell::new((place + 1).to_string()),
            filled(one.official.name.as_ref()).heading(Scope::Row).align(Align::Left),
            filled(one.official.position.as_ref()),
        ];
        cells.extend(held.then(|| Cell::new(mark)));
        // Numbers stand left and in the middle by turns, so that nobody signs in a neighbour's place.
        let align = if place % 2 == 0 { Align::Left } else { Align::Center };
        cells.push(Cell::new(format!("{}.", place + 1)).align(align));
        Row::new(cells).min_height(24.0)
    });
    Table::new(columns)
        .head(Row::new(head.into_iter().map(|key| phrase(lang, key))))
        .rows(rows)
        .summary(phrase(lang, "office-attendance"))
}

/// What was said, or room to write it down.
fn minutes(view: &MeetingView) -> Vec<Block> {
    if view.minutes.is_empty() {
        let row = || Row::new([Cell::empty()]).min_height(ROOM * 2.0);
        let table = Table::new([Column::share(1.0)]).rows([row(), row()]);
        return vec![table.summary(phrase(view.lang, "office-minutes")).into()];
    }
    let mut blocks = vec![];
    for (heading, said) in &view.minutes {
        blocks.extend(heading.as_ref().map(|heading| Block::heading(3, heading.as_str())));
        blocks.extend(prose(said));
    }
    blocks
}

fn signatures(view: &MeetingView) -> Signatures {
    let lang = view.lang;
    let one = |field: &str, key, official: &Official| {
        signer(field, &format!("{},", phrase(lang, key)), official, None, lang)
    };
    let date: Prose = place_date(&view.issue, lang, Some(view.date)).into();
    Signatures::new([
        one("notulis", "office-secretary", &view.secretary).side(Side::Left),
        one("pemimpin-rapat", "office-chair", &view.chair).place_date(date),
    ])
}
