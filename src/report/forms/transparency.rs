//! The report for the public: what the public pages say of a period, on paper.

use crate::report::document::{
    Align, Block, Cell, Column, Document, List, Orientation, Paragraph, Prose, Row, Scope, Table,
};
use crate::text::{Lang, count, fill, phrase};
use crate::view::form::Issue;
use crate::view::public::{AwardView, Figure, GoalView, MethodPage, PublicReport, Reach};

use super::parts::{begin, filled, title};
use super::{Setup, markdown};

/// The report as a document.
pub fn transparency(view: &PublicReport, setup: &Setup) -> Document {
    let (lang, page) = (view.lang, &view.page);
    let issue = Issue {
        agency: view.agency.clone(),
        short: view.agency.clone(),
        place: None,
        period: page.label.clone(),
        whole: None,
        range: None,
        today: view.day,
    };
    let paper = (setup, Orientation::Portrait);
    let about = page.range.clone();
    let mut document = begin("office-transparency", &about, &issue, lang, Some(view.day), paper);
    document.push(title(&[
        phrase(lang, "office-transparency").to_owned(),
        view.agency.to_uppercase(),
        page.label.to_uppercase(),
    ]));
    document.push(Paragraph::new(page.range.clone()).align(Align::Center));
    document.push(Block::space(6.0));
    document.push(Block::paragraph(phrase(lang, "office-public-lede")));
    document.push(heading(lang, "office-public-glance"));
    document.push(glance(view));
    document.extend(outcomes(view));
    document.push(heading(lang, "public-goals"));
    document.extend(goals(view));
    if !page.awards.is_empty() {
        document.push(heading(lang, "public-teams"));
        document.push(awards(lang, &page.awards));
    }
    if let Some(method) = &view.method {
        document.push(heading(lang, "public-method"));
        document.extend(method_of(lang, method));
    }
    document.push(heading(lang, "office-public-why"));
    document.push(Block::paragraph(phrase(lang, "public-promise")));
    if let Some(method) = &view.method {
        document.push(Block::paragraph(fill(
            phrase(lang, "office-public-bounds"),
            &[("people", &method.least_people), ("outcomes", &method.least_outcomes)],
        )));
    }
    document
}

fn heading(lang: Lang, key: &'static str) -> Block {
    Block::heading(2, phrase(lang, key))
}

fn row_head(text: impl Into<Prose>) -> Cell {
    Cell::new(text).heading(Scope::Row).align(Align::Left)
}

/// A figure in words, or why it is not shown.
fn figure(lang: Lang, figure: &Figure) -> Cell {
    match (&figure.shown, &figure.why) {
        (Some(shown), _) => Cell::new(shown.clone()).bold(),
        (None, why) => {
            let why = why.as_deref().map_or_else(String::new, |why| format!(" {why}"));
            Cell::new(Prose::new().bold(format!("{}.", phrase(lang, "public-withheld"))).text(why))
        }
    }
}

/// The period in short.
fn glance(view: &PublicReport) -> Table {
    let (lang, glance) = (view.lang, &view.page.glance);
    let mut rows = vec![];
    if let Some(label) = &glance.rating_label {
        let value = match &glance.rating {
            Some(rating) => {
                let day = fill(phrase(lang, "public-decided"), &[("date", &rating.day.text)]);
                let basis = rating.basis.as_ref();
                let basis = basis.map(|basis| fill(phrase(lang, "public-basis"), &[("basis", basis)]));
                let rest = basis.map_or_else(String::new, |basis| format!(". {basis}"));
                Cell::new(Prose::new().bold(rating.level.clone()).text(format!(", {day}{rest}")))
            }
            None => Cell::new(phrase(lang, "public-no-rating")),
        };
        rows.push(Row::new([row_head(label.clone()), value]));
    }
    if glance.indicators > 0 {
        let reached =
            fill(phrase(lang, "public-reached-n"), &[("n", &glance.reached), ("m", &glance.indicators)]);
        let label = row_head(phrase(lang, "office-public-reached"));
        rows.push(Row::new([label, Cell::new(reached).bold()]));
    }
    let people = row_head(phrase(lang, "office-public-people"));
    rows.push(Row::new([people, figure(lang, &glance.people)]));
    if glance.people.why.is_none() {
        let released = row_head(phrase(lang, "office-public-released"));
        rows.push(Row::new([released, figure(lang, &glance.released)]));
    }
    Table::new([Column::share(2.0), Column::share(3.0)])
        .rows(rows)
        .summary(phrase(lang, "office-public-glance"))
}

/// Shares of outcomes in the form in which they are released, or why there are none.
fn outcomes(view: &PublicReport) -> Vec<Block> {
    let (lang, shares) = (view.lang, &view.page.glance.shares);
    if shares.rows.is_empty() && shares.why.is_none() {
        return vec![];
    }
    let mut blocks = vec![heading(lang, "public-outcomes")];
    if shares.rows.is_empty() {
        let why = shares.why.clone().unwrap_or_default();
        let said = Prose::new().bold(format!("{}: {}. ", shares.label, phrase(lang, "public-withheld")));
        blocks.push(Paragraph::new(said.text(why)).into());
        return blocks;
    }
    let head = ["public-group", "public-levels", "public-share"];
    let rows = shares.rows.iter().map(|row| {
        let share = Cell::new(row.share.clone()).bold();
        Row::new([row_head(row.label.clone()), Cell::new(row.levels.join(", ")), share])
    });
    let table = Table::new([Column::share(2.0), Column::share(3.0), Column::share(2.0)])
        .head(Row::new(head.map(|key| phrase(lang, key))))
        .rows(rows)
        .summary(shares.label.clone());
    blocks.push(table.into());
    blocks.push(note(phrase(lang, "office-public-ranges")));
    blocks
}

fn note(text: impl Into<Prose>) -> Block {
    Paragraph::new(text).size(8.0).into()
}

/// The goals with what was achieved.
fn goals(view: &PublicReport) -> Vec<Block> {
    let lang = view.lang;
    if view.page.goals.is_empty() {
        return vec![Block::paragraph(phrase(lang, "public-no-goals"))];
    }
    let head = [
        "public-indicator",
        "public-baseline",
        "public-target",
        "public-realised",
        "public-achieved",
        "public-state",
    ];
    let columns = [3.6, 1.4, 1.6, 1.6, 1.3, 1.7].map(Column::share);
    let mut table = Table::new(columns)
        .head(Row::new(head.map(|key| phrase(lang, key))))
        .summary(phrase(lang, "public-goals"));
    for goal in &view.page.goals {
        table = table.row(Row::group(goal.title.clone())).rows(indicators(lang, goal));
    }
    vec![table.into(), note(phrase(lang, "public-achieved-note"))]
}

fn indicators(lang: Lang, goal: &GoalView) -> Vec<Row> {
    let rows = goal.indicators.iter().map(|row| {
        let mut measure = Prose::new().text(row.measure.clone());
        if row.lower_is_better {
            measure = measure.italic(format!(" ({})", phrase(lang, "public-lower")));
        }
        if let Some(source) = &row.source {
            let source = fill(phrase(lang, "public-source"), &[("source", source)]);
            measure = measure.line_break().text(source);
        }
        let reach = match row.reach {
            Reach::Reached => "public-reach-reached",
            Reach::Missed => "public-reach-missed",
            Reach::NotYet => "public-reach-not-yet",
            Reach::Unknown => "public-reach-unknown",
        };
        let realised = row.realised.clone().unwrap_or_else(|| phrase(lang, "public-no-figure").to_owned());
        Row::new([
            row_head(measure),
            filled(row.baseline.as_ref()),
            Cell::new(row.target.clone()),
            Cell::new(realised).bold(),
            filled(row.achieved.as_ref()),
            Cell::new(phrase(lang, reach)),
        ])
    });
    rows.collect()
}

/// Awards to teams, without the team.
fn awards(lang: Lang, awards: &[AwardView]) -> Block {
    let said = awards.iter().map(|award| {
        let members = count(lang, i64::try_from(award.members).unwrap_or(i64::MAX));
        let members = fill(phrase(lang, "public-members"), &[("n", &members)]);
        let project = award.project.as_ref().map_or_else(String::new, |project| format!(", {project}"));
        let reason = award.reason.as_ref().map_or_else(String::new, |reason| format!(" {reason}"));
        let title = Prose::new().bold(award.title.clone());
        title.text(format!(" ({}; {members}{project}).{reason}", award.day.text))
    });
    Block::Content(List::bullets(said).into())
}

/// How people are appraised: in words, what is rated, by whom, in which stages, by which rules.
fn method_of(lang: Lang, method: &MethodPage) -> Vec<Block> {
    let mut blocks = vec![Paragraph::new(Prose::new().bold(method.label.clone())).keep_with_next().into()];
    let described = method.description.as_ref().map(|text| markdown::contents(&text.0));
    blocks.extend(described.into_iter().flatten().map(Block::from));
    blocks.push(Block::heading(3, phrase(lang, "office-public-rated")));
    let components = method.components.iter().map(|component| {
        let weight = component.weight.as_ref().map_or_else(String::new, |weight| format!(" ({weight})"));
        let text = component.description.as_ref().map_or_else(String::new, |text| format!(": {text}"));
        Prose::new().bold(component.label.clone()).text(format!("{weight}{text}"))
    });
    blocks.push(Block::Content(List::bullets(components).into()));
    if !method.raters.is_empty() {
        let raters: Vec<&str> = method.raters.iter().map(|rater| rater.label.as_str()).collect();
        blocks.push(Block::heading(3, phrase(lang, "public-raters")));
        blocks.push(Block::paragraph(raters.join("; ")));
    }
    if !method.stages.is_empty() {
        let head = ["public-stage", "public-deadline", "public-basis-head"];
        let rows = method.stages.iter().map(|stage| {
            let deadline = stage.deadline.as_deref().unwrap_or(phrase(lang, "public-no-deadline"));
            let label = row_head(stage.label.clone());
            Row::new([label, Cell::new(deadline), filled(stage.legal.as_ref())])
        });
        let table = Table::new([Column::share(2.0), Column::share(2.0), Column::share(3.0)])
            .head(Row::new(head.map(|key| phrase(lang, key))))
            .rows(rows);
        blocks.push(Block::heading(3, phrase(lang, "public-stages")));
        blocks.push(table.summary(phrase(lang, "public-stages")).into());
    }
    if !method.legal.is_empty() {
        let rules = method.legal.iter().map(|(title, about)| match about {
            Some(about) => format!("{title}: {about}"),
            None => title.clone(),
        });
        blocks.push(Block::heading(3, phrase(lang, "public-basis-head")));
        blocks.push(Block::Content(List::bullets(rules).into()));
    }
    blocks
}
