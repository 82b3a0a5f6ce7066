//! `rapor insight`: what follows from ratings, for the personnel office.

use std::fmt::Write as _;
use std::process::ExitCode;

use clap::ArgMatches;
use serde_json::Value;

use super::terminal::Terminal;
use super::workspace::Surveyed;
use super::{Stop, check, insight_json};
use crate::diagnostic::summary;
use crate::insight::PeriodInsight;
use crate::view::Scene;
use crate::view::derivation::Audience;
use crate::view::dossier::{PeriodPage, period_page};
use crate::view::personnel;

pub(super) fn run(surveyed: &Surveyed, matches: &ArgMatches, terminal: &Terminal) -> Result<ExitCode, Stop> {
    let workspace = surveyed.workspace;
    let wanted = matches.get_one::<String>("period");
    let survey = surveyed.survey.iter();
    let periods: Vec<&PeriodInsight> =
        survey.filter(|one| wanted.is_none_or(|id| one.period.id == *id)).collect();
    if let Some(period) = wanted.filter(|_| periods.is_empty()) {
        return Err(Stop::could_not(terminal.phrase("say-no-period", &[("period", period)])));
    }
    let person = matches.get_one::<String>("person");
    let of_person: Vec<(&PeriodInsight, &str)> = periods
        .iter()
        .flat_map(|one| one.scorecards.keys().map(move |id| (*one, id.as_str())))
        .filter(|(_, id)| person.is_some_and(|person| person == id))
        .collect();
    if let Some(person) = person.filter(|_| of_person.is_empty()) {
        let all = "*".to_owned();
        let period = wanted.unwrap_or(&all);
        return Err(Stop::could_not(
            terminal.phrase("say-no-person", &[("person", person), ("period", period)]),
        ));
    }
    if matches.get_one::<String>("format").is_some_and(|format| format == "json") {
        let agency = &workspace.agency;
        let all: Vec<Value> = match person {
            Some(_) => {
                let of = |(one, id): &(&PeriodInsight, &str)| {
                    insight_json::person(agency, &surveyed.survey, one, id)
                };
                of_person.iter().map(of).collect()
            }
            None => periods.iter().map(|one| insight_json::period(agency, &surveyed.survey, one)).collect(),
        };
        terminal.print(&format!("{}\n", serde_json::to_string_pretty(&all).unwrap_or_default()));
    } else {
        let scene = surveyed.scene(terminal.lang);
        for (one, id) in &of_person {
            let page = period_page(&scene, one, id, Audience::Personnel, false, &|_| true);
            page.iter().for_each(|page| terminal.print(&of_one(page, terminal)));
        }
        if person.is_none() {
            periods.iter().for_each(|one| terminal.print(&of_all(&scene, one, terminal)));
        }
    }
    if summary(&surveyed.findings).errors > 0 {
        check::show(&surveyed.findings, workspace, false, terminal);
        return Ok(ExitCode::from(1));
    }
    Ok(ExitCode::SUCCESS)
}

/// What follows for one person from a period.
fn of_one(page: &PeriodPage, terminal: &Terminal) -> String {
    let say = |key| terminal.phrase(key, &[]);
    let mut words = format!("{}, {}\n", page.head.name, page.label);
    let mut part = |title: String, lines: Vec<String>| {
        if !lines.is_empty() {
            let _ = writeln!(words, "  {title}");
            lines.iter().for_each(|line| _ = writeln!(words, "    {line}"));
        }
    };
    part(say("strengths"), page.traits.strengths.clone());
    let needs = page.needs.iter().flat_map(|need| {
        let trainings = need.trainings.iter().map(|training| match &training.status {
            Some(status) => format!("  {}, {status}", training.label),
            None => format!("  {}", training.label),
        });
        std::iter::once(format!("{}: {}", need.label, need.why)).chain(trainings)
    });
    part(say("needs"), needs.collect());
    let follow_ups = page.follow_ups.iter().map(|row| format!("{} ({})", row.label, row.because));
    part(say("follow-ups"), follow_ups.collect());
    let credit = page.credit.iter().map(|credit| format!("{}: {}", credit.label, credit.total));
    part(say("credit-total"), credit.collect());
    for what_if in &page.what_ifs {
        let tries = what_if.tries.iter().map(|row| {
            let outcome = row.outcome.as_ref().map_or_else(|| say("score-not-yet"), |rank| rank.full());
            let mark = if row.stands { format!(" ({})", say("what-if-stands")) } else { String::new() };
            format!("{}: {outcome}{mark}", row.rating)
        });
        part(format!("{}: {}", say("what-if"), what_if.label), tries.collect());
    }
    words.push('\n');
    words
}

/// What a period says as a whole.
fn of_all(scene: &Scene, insight: &PeriodInsight, terminal: &Terminal) -> String {
    let say = |key| terminal.phrase(key, &[]);
    let mut words = format!("{}\n", scene.period(insight.period));
    if let Some(page) = personnel::needs(scene, insight) {
        let _ = writeln!(words, "  {}", say("programme"));
        for part in &page.programme {
            let open = terminal.phrase("programme-open", &[("n", &part.open), ("m", &part.people.len())]);
            let _ = writeln!(words, "    {}: {open}", part.label);
        }
    }
    if let Some(page) = personnel::talent(scene, insight) {
        let _ = writeln!(words, "  {}", say("follow-lists"));
        for rule in &page.rules {
            let names: Vec<&str> = rule.people.iter().map(|row| row.name.as_str()).collect();
            let named = if names.is_empty() { String::new() } else { format!(": {}", names.join("; ")) };
            let _ = writeln!(words, "    {} ({}){named}", rule.label, names.len());
        }
        for proposal in &page.proposals {
            let _ = writeln!(words, "  {}: {}", say("proposals"), proposal.label);
            for row in &proposal.candidates {
                let _ = writeln!(words, "    {}. {} {}", row.place, row.name, row.figure);
            }
        }
    }
    if let Some(page) = personnel::goals(scene, insight).filter(|page| page.planned > 0) {
        let lede = terminal.phrase("goals-lede", &[("n", &page.linked), ("m", &page.planned)]);
        let _ = writeln!(words, "  {lede}");
    }
    words.push('\n');
    words
}
