//! What the employee reports of the period.

use crate::report::document::{
    Align, Block, Cell, Column, Content, Document, Paragraph, Prose, Row, Signatures, Table,
};
use crate::text::{fill, phrase};
use crate::view::form::{AchievedIndicator, AchievedResult, AchievementPaper};

use super::papers::{
    LINE, ROOM, dated, employee, facts, heading, nothing, paper, people, rater, room, sections,
};
use super::parts::{NUMBER, filled};
use super::results::reached;
use super::{Setup, markdown};

/// The report as a document.
pub fn achievement(view: &AchievementPaper, setup: &Setup) -> Document {
    let (head, lang) = (&view.head, view.head.lang);
    let mut document = paper("paper-achievement", head, view.date, setup);
    document.push(people(head, &[(head.rater.clone(), &head.parties.rater)]));
    document.push(Block::space(4.0));
    let date = view.date.map(|date| crate::text::date(lang, date));
    document
        .push(facts([(phrase(lang, "paper-handed-in").to_owned(), date)], phrase(lang, "paper-achievement")));
    if let Some(label) = &view.results_label {
        document.push(heading(label));
        document.push(results(view, label));
    }
    if view.date.is_none() {
        for key in ["paper-achievements", "paper-challenges", "paper-support"] {
            let parts = vec![heading(phrase(lang, key)), room(phrase(lang, key), ROOM).into()];
            document.push(Block::Together(parts));
        }
    }
    document.extend(sections(&view.sections, phrase(lang, "paper-account")));
    document.push(heading(phrase(lang, "paper-trainings")));
    document.push(match view.trainings.is_empty() {
        true => Block::from(nothing(lang, "paper-no-trainings")),
        false => trainings(view).into(),
    });
    let seen = format!("{} {}", phrase(lang, "paper-seen-by"), head.rater);
    let mut superior = rater(head).place_date(dated(head, None));
    superior.role = format!("{seen},").into();
    document.push(Signatures::new([employee(head).place_date(dated(head, view.date)), superior]));
    document
}

/// The results with what was reached, each closed by what the person says about it.
fn results(view: &AchievementPaper, label: &str) -> Table {
    let lang = view.head.lang;
    let columns = [
        Column::fixed(NUMBER).align(Align::Center),
        Column::share(3.4),
        Column::share(1.6),
        Column::share(3.4),
        Column::fixed(52.0).align(Align::Right),
    ];
    let head = ["form-number", "paper-indicator", "form-target", "paper-realised", "paper-percent"];
    let mut table =
        Table::new(columns).head(Row::new(head.map(|key| phrase(lang, key).to_uppercase()))).summary(label);
    for (place, result) in view.results.iter().enumerate() {
        table = table.rows(rows(view, place + 1, result));
    }
    if view.results.is_empty() {
        table = table.rows((0..3).map(|_| Row::new(Vec::<Cell>::new()).min_height(1.5 * LINE)));
    }
    table
}

fn rows(view: &AchievementPaper, number: usize, result: &AchievedResult) -> Vec<Row> {
    let lang = view.head.lang;
    let mut rows = vec![Row::group(format!("{number}. {}", result.result))];
    rows.extend(result.indicators.iter().enumerate().map(|(place, indicator)| {
        Row::new([
            Cell::new(format!("{number}.{}", place + 1)),
            Cell::new(&indicator.measure),
            Cell::new(&indicator.target),
            Cell::of(realised(view, indicator)),
            filled(indicator.percent.as_ref()),
        ])
        .min_height(if view.date.is_none() { LINE } else { 0.0 })
    }));
    let mut words: Vec<Content> = result.narrative.iter().flat_map(|text| markdown::contents(text)).collect();
    if !words.is_empty() {
        let lead = Paragraph::new(Prose::new().italic(phrase(lang, "paper-account-of"))).keep_with_next();
        words.insert(0, lead.into());
        let cell = Cell::of(words).columns(usize::MAX).align(Align::Left);
        rows.push(Row::new([Cell::empty(), cell]));
    }
    rows
}

/// What was reached, its evidence, and what the person did for a figure shared with others.
fn realised(view: &AchievementPaper, indicator: &AchievedIndicator) -> Vec<Content> {
    let lang = view.head.lang;
    let mut contents = indicator.realised.as_ref().map_or_else(Vec::new, |realised| reached(realised, lang));
    if indicator.shared {
        contents.push(Prose::new().italic(phrase(lang, "paper-shared")).into());
    }
    contents.extend(
        indicator
            .contribution
            .as_ref()
            .map(|text| Content::from(fill(phrase(lang, "paper-contribution"), &[("text", text)]))),
    );
    contents
}

/// Trainings done.
fn trainings(view: &AchievementPaper) -> Table {
    let lang = view.head.lang;
    let head =
        ["form-number", "paper-training", "paper-provider", "paper-hours", "paper-done", "paper-proof"];
    let columns = [
        Column::fixed(NUMBER).align(Align::Center),
        Column::share(3.0),
        Column::share(2.4),
        Column::fixed(40.0).align(Align::Right),
        Column::share(1.8),
        Column::share(2.4),
    ];
    let rows = view.trainings.iter().enumerate().map(|(place, training)| {
        Row::new([
            Cell::new((place + 1).to_string()),
            Cell::new(&training.label),
            filled(training.provider.as_ref()),
            filled(training.hours.map(|hours| hours.to_string())),
            filled(training.completed.as_ref().map(|day| &day.text)),
            filled(training.evidence.as_ref()),
        ])
    });
    Table::new(columns)
        .head(Row::new(head.map(|key| phrase(lang, key).to_uppercase())))
        .rows(rows)
        .summary(phrase(lang, "paper-trainings"))
}
