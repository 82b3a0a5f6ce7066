//! `rapor score`

use std::process::ExitCode;

use clap::ArgMatches;
use serde_json::{Value, json};

use super::terminal::Terminal;
use super::workspace::{Surveyed, Workspace};
use super::{Repository, Stop, check};
use crate::diagnostic::{Texts, place, summary};
use crate::insight::PeriodInsight;
use crate::score::{Missing, Scorecard, Step, What};
use crate::source::Sources;

pub(super) fn run(
    repository: &Repository,
    matches: &ArgMatches,
    terminal: &Terminal,
) -> Result<ExitCode, Stop> {
    let workspace = Workspace::read(&repository.root, repository.as_of.as_deref(), terminal)?;
    let surveyed = workspace.survey();
    let chosen = choose(&surveyed, matches, terminal)?;
    if matches.get_one::<String>("format").is_some_and(|format| format == "json") {
        let cards: Vec<Value> = chosen.iter().map(|(_, card)| as_json(card, &workspace.sources)).collect();
        let text = serde_json::to_string_pretty(&cards).unwrap_or_default();
        terminal.print(&format!("{text}\n"));
    } else {
        let explained = matches.get_flag("explain");
        for (insight, card) in &chosen {
            terminal.print(&in_words(&workspace, insight, card, explained, terminal));
        }
    }
    if summary(&surveyed.findings).errors > 0 {
        check::show(&surveyed.findings, &workspace.sources, false, terminal);
        return Ok(ExitCode::from(1));
    }
    Ok(ExitCode::SUCCESS)
}

type Chosen<'s> = (&'s PeriodInsight<'s>, &'s Scorecard);

fn choose<'s>(
    surveyed: &'s Surveyed<'s>,
    matches: &ArgMatches,
    terminal: &Terminal,
) -> Result<Vec<Chosen<'s>>, Stop> {
    let period = matches.get_one::<String>("period");
    let person = matches.get_one::<String>("person");
    let known = |id: &String| surveyed.survey.iter().any(|insight| insight.period.id == *id);
    if let Some(period) = period.filter(|period| !known(period)) {
        return Err(Stop::could_not(terminal.phrase("say-no-period", &[("period", period)])));
    }
    let periods = surveyed.survey.iter().filter(|insight| period.is_none_or(|id| insight.period.id == *id));
    let chosen: Vec<_> = periods
        .flat_map(|insight| insight.scorecards.values().map(move |card| (insight, card)))
        .filter(|(_, card)| person.is_none_or(|id| card.person == *id))
        .collect();
    match person {
        Some(person) if chosen.is_empty() => {
            let all = "*".to_owned();
            let values: [(&str, &dyn std::fmt::Display); 2] =
                [("person", person), ("period", period.unwrap_or(&all))];
            Err(Stop::could_not(terminal.phrase("say-no-person", &values)))
        }
        _ => Ok(chosen),
    }
}

fn in_words(
    workspace: &Workspace,
    insight: &PeriodInsight,
    card: &Scorecard,
    explained: bool,
    terminal: &Terminal,
) -> String {
    let tag = terminal.lang.tag();
    let framework = insight.period.framework.as_deref();
    let outcome = card.outcome.as_deref().and_then(|outcome| framework?.outcome_label(outcome));
    let outcome = outcome.map_or(terminal.phrase("score-not-yet", &[]), |label| label.get(tag).to_owned());
    let name = workspace.agency.people.get(&card.person).map_or_else(String::new, |person| person.name());
    let person = format!("{name} ({})", card.person);
    let head =
        terminal.phrase("score-of", &[("person", &person), ("period", &card.period), ("outcome", &outcome)]);
    let _ = explained;
    format!("{head}\n")
}

fn as_json(card: &Scorecard, sources: &Sources) -> Value {
    let components: Vec<Value> = card
        .components
        .iter()
        .map(|component| {
            json!({
                "id": component.id,
                "level": component.level,
                "before_decision": component.before_decision,
            })
        })
        .collect();
    json!({
        "period": card.period,
        "person": card.person,
        "framework": card.framework,
        "outcome": card.outcome,
        "value": card.value.as_ref().map(ToString::to_string),
        "components": components,
        "derivation": step_as_json(&card.derivation, sources),
    })
}

fn step_as_json(step: &Step, sources: &Sources) -> Value {
    let mut value = match &step.what {
        What::Matrix { rows, columns } => json!({"step": "matrix", "rows": rows, "columns": columns}),
        What::Component { component } => json!({"step": "component", "component": component}),
        What::Rating { by, side, date } => {
            json!({"step": "rating", "by": by, "side": side.id(), "date": date.to_string()})
        }
        What::Decision { by, date } => json!({"step": "decision", "by": by, "date": date.to_string()}),
        What::Missing(Missing::Assessment) => json!({"step": "missing", "missing": "assessment"}),
        What::Missing(Missing::Rating) => json!({"step": "missing", "missing": "rating"}),
    };
    value["result"] = json!(step.result);
    if let Some(at) = step.at {
        value["path"] = json!(sources.path(at.file));
        value["line"] = json!(place(sources.text(at.file), at.start).line);
    }
    if !step.inputs.is_empty() {
        value["inputs"] = step.inputs.iter().map(|input| step_as_json(input, sources)).collect();
    }
    value
}
