//! `rapor score`

use std::fmt::{Display, Write as _};
use std::process::ExitCode;

use clap::ArgMatches;
use serde_json::Value;

use super::terminal::{Terminal, aligned};
use super::workspace::Surveyed;
use super::{Stop, calibration, check, score_json};
use crate::diagnostic::summary;
use crate::insight::PeriodInsight;
use crate::model::Person;
use crate::schema::period::Part;
use crate::score::Scorecard;
use crate::view::derivation::{self, Audience};
use crate::view::matrix::Matrix;

pub(super) fn run(surveyed: &Surveyed, matches: &ArgMatches, terminal: &Terminal) -> Result<ExitCode, Stop> {
    let workspace = surveyed.workspace;
    let as_json = matches.get_one::<String>("format").is_some_and(|format| format == "json");
    if matches.get_flag("calibration") {
        calibration::print(surveyed, &periods(surveyed, matches, terminal)?, as_json, terminal);
    } else {
        print(surveyed, matches, as_json, terminal)?;
    }
    if summary(&surveyed.findings).errors > 0 {
        check::show(&surveyed.findings, workspace, false, terminal);
        return Ok(ExitCode::from(1));
    }
    Ok(ExitCode::SUCCESS)
}

fn print(surveyed: &Surveyed, matches: &ArgMatches, as_json: bool, terminal: &Terminal) -> Result<(), Stop> {
    let chosen = choose(surveyed, matches, terminal)?;
    if as_json {
        let sources = &surveyed.workspace.sources;
        let part = matches.get_one::<String>("part").map(String::as_str);
        let cards: Vec<Value> =
            chosen.iter().map(|(_, card)| score_json::card(card, part, sources)).collect();
        let text = serde_json::to_string_pretty(&cards).unwrap_or_default();
        terminal.print(&format!("{text}\n"));
    } else {
        let explained = matches.get_flag("explain");
        for (insight, card) in &chosen {
            terminal.print(&in_words(surveyed, (insight, card), part(insight, matches), explained, terminal));
        }
    }
    Ok(())
}

/// The period that was asked for, else all.
fn periods<'s>(
    surveyed: &'s Surveyed<'s>,
    matches: &ArgMatches,
    terminal: &Terminal,
) -> Result<Vec<&'s PeriodInsight<'s>>, Stop> {
    let wanted = matches.get_one::<String>("period");
    let is_wanted = |insight: &&PeriodInsight| wanted.is_none_or(|id| insight.period.id == *id);
    let periods: Vec<&PeriodInsight> = surveyed.survey.iter().filter(is_wanted).collect();
    match wanted {
        Some(period) if periods.is_empty() => {
            Err(Stop::could_not(terminal.phrase("say-no-period", &[("period", period)])))
        }
        _ => Ok(periods),
    }
}

/// The part of a period that was asked for.
fn part<'s>(insight: &'s PeriodInsight, matches: &ArgMatches) -> Option<&'s Part> {
    insight.period.part(matches.get_one::<String>("part")?)
}

type Chosen<'s> = (&'s PeriodInsight<'s>, &'s Scorecard);

fn choose<'s>(
    surveyed: &'s Surveyed<'s>,
    matches: &ArgMatches,
    terminal: &Terminal,
) -> Result<Vec<Chosen<'s>>, Stop> {
    let period = matches.get_one::<String>("period");
    let person = matches.get_one::<String>("person");
    let chosen: Vec<_> = periods(surveyed, matches, terminal)?
        .into_iter()
        .flat_map(|insight| cards(insight, matches).into_iter().map(move |card| (insight, card)))
        .filter(|(_, card)| person.is_none_or(|id| card.person == *id))
        .collect();
    match person {
        Some(person) if chosen.is_empty() => {
            let all = "*".to_owned();
            let values: [(&str, &dyn Display); 2] = [("person", person), ("period", period.unwrap_or(&all))];
            Err(Stop::could_not(terminal.phrase("say-no-person", &values)))
        }
        None if chosen.is_empty() && matches.contains_id("part") => {
            Err(Stop::could_not(terminal.phrase("say-no-part", &[])))
        }
        _ => Ok(chosen),
    }
}

/// What was asked for of a period: the whole, or what a part of it came to for those who were evaluated in it.
fn cards<'s>(insight: &'s PeriodInsight, matches: &ArgMatches) -> Vec<&'s Scorecard> {
    match matches.get_one::<String>("part") {
        Some(part) => {
            insight.scorecards.keys().filter_map(|person| insight.part_card(person, part)).collect()
        }
        None => insight.scorecards.values().collect(),
    }
}

/// The outcome of one person on a line; explained, followed by its steps and the table it was looked up in.
fn in_words(
    surveyed: &Surveyed,
    (insight, card): Chosen,
    part: Option<&Part>,
    explained: bool,
    terminal: &Terminal,
) -> String {
    let workspace = surveyed.workspace;
    let Some(framework) = insight.period.framework.as_deref() else { return String::new() };
    let outcome = card.outcome.as_deref().and_then(|outcome| framework.outcome_label(outcome));
    let outcome = outcome.map_or_else(
        || terminal.phrase("score-not-yet", &[]),
        |label| label.get(terminal.lang.tag()).to_owned(),
    );
    let name = workspace.agency.people.get(&card.person).map_or_else(String::new, Person::name);
    let person = format!("{name} ({})", card.person);
    let period = match part {
        Some(part) => format!("{}, {}", card.period, part.label.get(terminal.lang.tag())),
        None => card.period.clone(),
    };
    let values: [(&str, &dyn Display); 3] = [("person", &person), ("period", &period), ("outcome", &outcome)];
    let mut words = format!("{}\n", terminal.phrase("score-of", &values));
    if !explained {
        return words;
    }
    let scene = surveyed.scene(terminal.lang);
    for row in derivation::rows(&scene, framework, card, Audience::Personnel) {
        let beside: Vec<String> = row.legal.into_iter().chain(row.place).collect();
        let indent = "  ".repeat(row.depth + 1);
        let _ = writeln!(words, "{indent}{}", row.text);
        if !beside.is_empty() {
            let _ = writeln!(words, "{indent}  ({})", beside.join("; "));
        }
    }
    if let Some(matrix) = derivation::matrix_of(&scene, framework, card) {
        words.push_str(&table(&matrix));
    }
    words.push('\n');
    words
}

/// The table an outcome was looked up in, with the cell in brackets.
fn table(matrix: &Matrix) -> String {
    let mut lines = vec![vec![format!("{} \\ {}", matrix.rows_label, matrix.columns_label)]];
    lines[0].extend(matrix.columns.iter().map(|column| column.rank.label.clone()));
    for row in &matrix.rows {
        let cells = row.cells.iter().map(|cell| {
            let label = &cell.rank.label;
            if cell.marked { format!("[{label}]") } else { label.clone() }
        });
        lines.push(std::iter::once(row.head.rank.label.clone()).chain(cells).collect());
    }
    format!("\n{}", aligned(&lines))
}
