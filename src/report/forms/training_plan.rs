//! The training plan of a unit or of the whole agency.

use crate::report::document::chart::{Bar, bars};
use crate::report::document::{
    Align, Block, Cell, Column, Content, Document, Orientation, Prose, Row, Scope, Signatures, Table,
};
use crate::text::{self, Join, Lang, count, fill, list, phrase};
use crate::view::form::{NeedRow, Participant, TrainingBlock, TrainingPlanView, When, quarter};

use super::Setup;
use super::parts::{NUMBER, begin, filled, issued, period, place_date, signer, title};
use super::recap::{CHART, head_role, thousandths};

/// The training plan as a document.
pub fn training_plan(view: &TrainingPlanView, setup: &Setup) -> Document {
    let lang = view.lang;
    let about = view.unit.as_deref().unwrap_or(&view.issue.agency);
    let paper = (setup, Orientation::Landscape);
    let mut document = begin("office-training-plan", about, &view.issue, lang, Some(view.issue.today), paper);
    let heading = phrase(lang, "office-training-plan").to_owned();
    document.push(title(&[heading, about.to_uppercase(), period(&view.issue, lang)]));
    document.push(Block::space(4.0));
    document.push(issued(&view.issue, view.unit.as_ref(), lang));
    document.push(Block::paragraph(phrase(lang, "office-training-lede")));
    if !view.needs.is_empty() {
        document.push(Block::heading(2, phrase(lang, "office-needs")));
        document.push(Block::Together(vec![needs(view).into(), Block::space(6.0), chart(view).into()]));
    }
    if !view.programme.is_empty() {
        document.push(Block::heading(2, phrase(lang, "office-programme")));
        document.push(summary(view));
        document.push(Block::heading(2, phrase(lang, "office-participants")));
        document.push(participants(view));
    }
    if !view.unanswered.is_empty() {
        document.push(Block::heading(2, phrase(lang, "office-unanswered")));
        document.push(unanswered(view));
    }
    if !view.completed.is_empty() {
        document.push(Block::heading(2, phrase(lang, "office-completed")));
        document.push(completed(view));
    }
    let role = match &view.head.position {
        None if view.unit.is_none() => format!("{},", phrase(lang, "office-leader")),
        _ => head_role(&view.head, lang),
    };
    let head = signer("penanda-tangan", &role, &view.head, None, lang);
    document.push(Signatures::new([head.place_date(place_date(&view.issue, lang, None))]));
    document
}

fn whole(lang: Lang, n: usize) -> String {
    count(lang, i64::try_from(n).unwrap_or(i64::MAX))
}

/// The sum of lesson hours, as words; empty where none is known.
fn hours(lang: Lang, n: u64) -> String {
    match n {
        0 => String::new(),
        n => fill(phrase(lang, "office-hours"), &[("n", &count(lang, i64::try_from(n).unwrap_or(i64::MAX)))]),
    }
}

fn head(lang: Lang, keys: &[&'static str]) -> Row {
    Row::new(keys.iter().map(|key| phrase(lang, key)))
}

/// How many people need what.
fn needs(view: &TrainingPlanView) -> Table {
    let lang = view.lang;
    let figure = |n: usize| Cell::new(whole(lang, n)).align(Align::Center);
    let row = |(place, need): (usize, &NeedRow)| {
        Row::new([
            Cell::new((place + 1).to_string()),
            Cell::new(need.label.clone()).heading(Scope::Row).align(Align::Left),
            need.rated.map_or_else(Cell::empty, figure),
            figure(need.people).bold(),
            figure(need.answered),
        ])
    };
    let columns = [
        Column::fixed(NUMBER).align(Align::Center),
        Column::share(4.0),
        Column::share(1.0),
        Column::share(1.0),
        Column::share(1.4),
    ];
    Table::new(columns)
        .head(head(lang, &["form-number", "office-need", "office-rated", "office-need-n", "office-answered"]))
        .rows(view.needs.iter().enumerate().map(row))
        .summary(phrase(lang, "office-needs"))
}

/// The needs as bars, as shares of those who are rated.
fn chart(view: &TrainingPlanView) -> Content {
    let lang = view.lang;
    let most = view.needs.iter().map(|need| need.rated.unwrap_or(need.people)).max().unwrap_or(1);
    let bar = |need: &NeedRow| {
        let people = fill(phrase(lang, "office-people-n"), &[("n", &need.people)]);
        Bar::new(need.label.clone(), people, thousandths(need.people, most))
    };
    let shown: Vec<Bar> = view.needs.iter().map(bar).collect();
    let said: Vec<String> = shown.iter().map(|bar| format!("{}: {}", bar.label, bar.value)).collect();
    bars(fill(phrase(lang, "office-needs-alt"), &[("list", &said.join("; "))]), CHART, &shown).into()
}

/// The trainings with their sums.
fn summary(view: &TrainingPlanView) -> Table {
    let lang = view.lang;
    let total = |block: &TrainingBlock| {
        u64::from(block.hours.unwrap_or(0)) * u64::try_from(block.participants.len()).unwrap_or(0)
    };
    let row = |(place, block): (usize, &TrainingBlock)| {
        let mut days: Vec<_> = block
            .participants
            .iter()
            .filter_map(|one| match one.when {
                When::Planned(day) => Some(day),
                _ => None,
            })
            .collect();
        days.sort();
        let mut quarters: Vec<String> = days.into_iter().map(|day| quarter(lang, day)).collect();
        quarters.dedup();
        Row::new([
            Cell::new((place + 1).to_string()),
            Cell::new(block.label.clone()).heading(Scope::Row).align(Align::Left),
            filled(block.provider.as_ref()),
            filled(block.hours.map(|n| hours(lang, n.into()))),
            Cell::new(whole(lang, block.participants.len())),
            Cell::new(hours(lang, total(block))),
            Cell::new(quarters.join(", ")),
        ])
    };
    let columns = [
        Column::fixed(NUMBER).align(Align::Center),
        Column::share(4.0),
        Column::share(3.0),
        Column::share(1.0).align(Align::Right),
        Column::share(1.0).align(Align::Right),
        Column::share(1.2).align(Align::Right),
        Column::share(2.0),
    ];
    let keys = [
        "form-number",
        "office-training",
        "office-provider",
        "office-hours-each",
        "office-takers",
        "office-hours-all",
        "office-quarter",
    ];
    let takers: usize = view.programme.iter().map(|block| block.participants.len()).sum();
    let sum = Row::new([
        Cell::new(phrase(lang, "office-sum")).columns(4).bold().heading(Scope::Row).align(Align::Left),
        Cell::new(whole(lang, takers)).bold(),
        Cell::new(hours(lang, view.programme.iter().map(total).sum())).bold(),
        Cell::empty(),
    ]);
    Table::new(columns)
        .head(head(lang, &keys))
        .rows(view.programme.iter().enumerate().map(row))
        .row(sum)
        .summary(phrase(lang, "office-programme"))
}

/// Who takes what, and when.
fn participants(view: &TrainingPlanView) -> Table {
    let lang = view.lang;
    let row = |(place, one): (usize, &Participant)| {
        Row::new([
            Cell::new((place + 1).to_string()),
            filled(one.official.name.as_ref()).heading(Scope::Row).align(Align::Left),
            filled(one.official.position.as_ref()),
            filled(one.official.unit.as_ref()),
            Cell::new(list(lang, Join::And, &one.answers)),
            Cell::new(when(lang, one.when)),
        ])
    };
    let columns = [
        Column::fixed(NUMBER).align(Align::Center),
        Column::share(3.0),
        Column::share(3.0),
        Column::share(2.4),
        Column::share(3.0),
        Column::share(2.4),
    ];
    let keys = ["form-number", "form-name", "form-position", "form-unit", "office-for", "office-when"];
    let mut table = Table::new(columns).head(head(lang, &keys)).summary(phrase(lang, "office-participants"));
    for block in &view.programme {
        table = table.row(Row::group(block.label.clone()));
        table = table.rows(block.participants.iter().enumerate().map(row));
    }
    table
}

fn when(lang: Lang, when: When) -> Prose {
    match when {
        When::Planned(day) => format!("{} ({})", quarter(lang, day), text::date(lang, day)).into(),
        When::Undated => phrase(lang, "office-undated").into(),
        When::Lapsed(day) => fill(phrase(lang, "office-lapsed"), &[("date", &text::date(lang, day))]).into(),
        When::Proposed => Prose::new().italic(phrase(lang, "office-proposed")),
    }
}

/// Needs that no training answers.
fn unanswered(view: &TrainingPlanView) -> Table {
    let lang = view.lang;
    let rows = view.unanswered.iter().map(|(need, people)| {
        let label = Cell::new(need.clone()).heading(Scope::Row).align(Align::Left);
        Row::new([label, Cell::new(people.join("; "))])
    });
    Table::new([Column::share(1.0), Column::share(3.0)])
        .head(head(lang, &["office-need", "form-name"]))
        .rows(rows)
        .summary(phrase(lang, "office-unanswered"))
}

/// What was completed since the period ended.
fn completed(view: &TrainingPlanView) -> Table {
    let lang = view.lang;
    let rows = view.completed.iter().enumerate().map(|(place, row)| {
        Row::new([
            Cell::new((place + 1).to_string()),
            Cell::new(row.name.clone()).heading(Scope::Row).align(Align::Left),
            Cell::new(row.training.clone()),
            filled(row.hours.map(|n| hours(lang, n.into()))),
            Cell::new(text::date(lang, row.date)),
        ])
    });
    let columns = [
        Column::fixed(NUMBER).align(Align::Center),
        Column::share(3.0),
        Column::share(4.0),
        Column::share(1.0).align(Align::Right),
        Column::share(2.0),
    ];
    let keys = ["form-number", "form-name", "office-training", "office-hours-each", "office-done-on"];
    Table::new(columns).head(head(lang, &keys)).rows(rows).summary(phrase(lang, "office-completed"))
}
