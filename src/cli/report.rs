//! `rapor report`

use std::path::PathBuf;
use std::process::ExitCode;

use clap::ArgMatches;

use super::Stop;
use super::documents::{self, Means, Order};
use super::terminal::Terminal;
use super::workspace::Surveyed;
use crate::insight::PeriodInsight;
use crate::schema::events::{Concerns, DocumentKind};
use crate::view::Subject;

pub(super) fn run(surveyed: &Surveyed, matches: &ArgMatches, terminal: &Terminal) -> Result<ExitCode, Stop> {
    let insight = period(surveyed, matches, terminal)?;
    let kind = matches.get_one::<String>("document").and_then(|name| DocumentKind::of(name));
    let kind = kind.ok_or(Stop::Findings(None))?;
    let subject = subject(kind, matches, terminal)?;
    may_be_made(surveyed, insight, &subject, terminal)?;
    let order = Order { insight, kind, subject, own: vec![], raters: vec![] };
    let lang = order.lang(surveyed);
    let means = Means::of(surveyed.workspace, terminal)?;
    let content = documents::produce(surveyed, &order, &means, terminal)?.ok_or_else(|| {
        let values: [(&str, &dyn std::fmt::Display); 2] =
            [("document", &kind.title(terminal.lang)), ("period", &insight.period.id)];
        Stop::could_not(terminal.phrase("say-no-document", &values))
    })?;
    let path = matches.get_one::<PathBuf>("out").cloned();
    let path = path.unwrap_or_else(|| PathBuf::from(order.file_name(lang)));
    let shown = path.display().to_string();
    std::fs::write(&path, content.bytes()).map_err(|reason| {
        Stop::could_not(terminal.phrase("say-unwritable", &[("path", &shown), ("reason", &reason)]))
    })?;
    terminal.say("say-written", &[("path", &shown)]);
    Ok(ExitCode::SUCCESS)
}

/// The period asked for; without one the only one there is.
fn period<'s>(
    surveyed: &'s Surveyed<'s>,
    matches: &ArgMatches,
    terminal: &Terminal,
) -> Result<&'s PeriodInsight<'s>, Stop> {
    let ids: Vec<&str> = surveyed.survey.iter().map(|insight| insight.period.id.as_str()).collect();
    match (matches.get_one::<String>("period"), surveyed.survey.as_slice()) {
        (Some(period), all) => all
            .iter()
            .find(|insight| insight.period.id == *period)
            .ok_or_else(|| Stop::could_not(terminal.phrase("say-no-period", &[("period", period)]))),
        (None, [only]) => Ok(only),
        (None, _) => {
            Err(Stop::could_not(terminal.phrase("say-which-period", &[("periods", &ids.join(", "))])))
        }
    }
}

/// What the document is to be about.
fn subject(kind: DocumentKind, matches: &ArgMatches, terminal: &Terminal) -> Result<Subject, Stop> {
    let named = |option: &str, missing: &'static str| {
        let id = matches.get_one::<String>(option).cloned();
        id.ok_or_else(|| Stop::could_not(terminal.phrase(missing, &[])))
    };
    Ok(match kind.concerns() {
        Concerns::Person => Subject::Person(named("person", "say-which-person")?),
        Concerns::Part => Subject::Part {
            person: named("person", "say-which-person")?,
            part: named("part", "say-which-part")?,
        },
        Concerns::Award => Subject::Award(named("award", "say-which-award")?),
        Concerns::Unit => matches.get_one::<String>("unit").cloned().map_or(Subject::Agency, Subject::Unit),
        Concerns::Agency => Subject::Agency,
    })
}

/// For a document of one person only that person's files and the shared ones need to be right; for others all of the
/// period must be.
fn may_be_made(
    surveyed: &Surveyed,
    insight: &PeriodInsight,
    subject: &Subject,
    terminal: &Terminal,
) -> Result<(), Stop> {
    let (checked, period) = (&surveyed.checked, &insight.period.id);
    let held = match subject {
        Subject::Person(person) | Subject::Part { person, .. } => {
            if !insight.progress.contains_key(person) && !checked.is_held(period, person) {
                let values: [(&str, &dyn std::fmt::Display); 2] = [("person", person), ("period", period)];
                return Err(Stop::could_not(terminal.phrase("say-no-person", &values)));
            }
            checked.is_held(period, person)
        }
        Subject::Unit(unit) => {
            if surveyed.workspace.agency.roster_of(insight.period).units.get(unit).is_none() {
                return Err(Stop::could_not(terminal.phrase("say-no-unit", &[("unit", unit)])));
            }
            checked.any_held(period)
        }
        Subject::Agency | Subject::Award(_) => checked.any_held(period),
    };
    if held || checked.shared_errors() > 0 {
        return Err(surveyed.refuse("say-report-errors", terminal));
    }
    Ok(())
}
