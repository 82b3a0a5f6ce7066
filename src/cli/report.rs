//! `rapor report`

use std::path::PathBuf;
use std::process::ExitCode;

use clap::ArgMatches;

use super::args::RECAPS;
use super::terminal::Terminal;
use super::workspace::Surveyed;
use super::{Stop, documents};
use crate::insight::PeriodInsight;
use crate::pdf::Press;
use crate::report::document::Document;
use crate::report::forms;
use crate::schema::events::DOCUMENT_KINDS;
use crate::text::phrase;
use crate::view::form;

pub(super) fn run(surveyed: &Surveyed, matches: &ArgMatches, terminal: &Terminal) -> Result<ExitCode, Stop> {
    let insight = period(surveyed, matches, terminal)?;
    let kind = matches.get_one::<String>("document").map_or("", String::as_str);
    let (document, name) = if RECAPS.contains(&kind) {
        recap(surveyed, insight, matches, terminal)?
    } else {
        of_person(surveyed, insight, kind, matches, terminal)?
    };
    let press = Press::new().map_err(|error| Stop::could_not(error.to_string()))?;
    let content = documents::print(&document, &press, terminal)?;
    let path = matches.get_one::<PathBuf>("out").cloned().unwrap_or_else(|| PathBuf::from(name));
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

/// A document of one person. Only that person's files and the shared ones need to be right.
fn of_person(
    surveyed: &Surveyed,
    insight: &PeriodInsight,
    kind: &str,
    matches: &ArgMatches,
    terminal: &Terminal,
) -> Result<(Document, String), Stop> {
    let Some(person) = matches.get_one::<String>("person") else {
        return Err(Stop::could_not(terminal.phrase("say-which-person", &[])));
    };
    let period = &insight.period.id;
    let (checked, agency) = (&surveyed.checked, &surveyed.workspace.agency);
    if checked.shared_errors() > 0 || checked.is_held(period, person) {
        return Err(surveyed.refuse("say-report-errors", terminal));
    }
    let kind = DOCUMENT_KINDS.iter().find(|(name, _)| *name == kind).map(|(_, kind)| *kind);
    let takes_part = insight.progress.contains_key(person);
    let card = insight.scorecards.get(person);
    let view = form::form(agency, insight.period, person, card, agency.lang()).filter(|_| takes_part);
    let Some((kind, view)) = kind.zip(view) else {
        let values: [(&str, &dyn std::fmt::Display); 2] = [("person", person), ("period", period)];
        return Err(Stop::could_not(terminal.phrase("say-no-person", &values)));
    };
    let document = forms::document(kind, &view, &documents::setup(surveyed.workspace, terminal));
    Ok((document, format!("{person}-{period}-{}.pdf", documents::kind_name(kind, agency.lang()))))
}

/// The recap of a unit: all of its people must be right.
fn recap(
    surveyed: &Surveyed,
    insight: &PeriodInsight,
    matches: &ArgMatches,
    terminal: &Terminal,
) -> Result<(Document, String), Stop> {
    let (period, agency) = (&insight.period.id, &surveyed.workspace.agency);
    let unit = matches.get_one::<String>("unit").map(String::as_str);
    let units = agency.roster_of(insight.period).units;
    if let Some(unit) = unit.filter(|unit| units.get(unit).is_none()) {
        return Err(Stop::could_not(terminal.phrase("say-no-unit", &[("unit", &unit)])));
    }
    if surveyed.checked.shared_errors() > 0 || surveyed.checked.any_held(period) {
        return Err(surveyed.refuse("say-report-errors", terminal));
    }
    let Some(view) = form::recap(agency, insight, unit, agency.lang()) else {
        return Err(Stop::could_not(terminal.phrase("say-no-period", &[("period", period)])));
    };
    let document = forms::recap(&view, &documents::setup(surveyed.workspace, terminal));
    let lang = agency.lang();
    let unit = unit.unwrap_or(phrase(lang, "file-whole"));
    Ok((document, format!("{}-{period}-{unit}.pdf", phrase(lang, "file-recaps"))))
}
