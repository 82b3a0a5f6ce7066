//! `rapor lock`

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::process::ExitCode;

use clap::ArgMatches;

use super::Stop;
use super::terminal::Terminal;
use super::workspace::Surveyed;
use crate::diagnostic::summary;
use crate::provenance::lock_text;
use crate::schema::kinds::{Kind, path_of};

pub(super) fn run(surveyed: &Surveyed, matches: &ArgMatches, terminal: &Terminal) -> Result<ExitCode, Stop> {
    let workspace = surveyed.workspace;
    let id = matches.get_one::<String>("period").cloned().unwrap_or_default();
    let Some(insight) = surveyed.survey.iter().find(|insight| insight.period.id == id) else {
        return Err(Stop::could_not(terminal.phrase("say-no-period", &[("period", &id)])));
    };
    if insight.period.locked {
        return Err(Stop::could_not(terminal.phrase("say-lock-exists", &[("period", &id)])));
    }
    if summary(&surveyed.findings).errors > 0 {
        return Err(surveyed.refuse("say-lock-errors", terminal));
    }
    let open = insight.scorecards.values().filter(|card| card.outcome.is_none()).count();
    if open > 0 && !matches.get_flag("incomplete") {
        return Err(Stop::Findings(Some(terminal.phrase("say-lock-incomplete", &[("n", &open)]))));
    }
    let path = path_of(Kind::Lock, &id, "", "");
    let unwritable = |reason: &dyn std::fmt::Display| {
        Stop::could_not(terminal.phrase("say-unwritable", &[("path", &path), ("reason", reason)]))
    };
    let lock = lock_text(&workspace.agency, &workspace.sources, insight.period, env!("CARGO_PKG_VERSION"));
    let (text, files) = lock.ok_or_else(|| unwritable(&"?"))?;
    let opened = OpenOptions::new().write(true).create_new(true).open(workspace.repository.path(&path));
    match opened.and_then(|mut file| file.write_all(text.as_bytes())) {
        Ok(()) => {}
        Err(reason) if reason.kind() == ErrorKind::AlreadyExists => {
            return Err(Stop::could_not(terminal.phrase("say-lock-exists", &[("period", &id)])));
        }
        Err(reason) => return Err(unwritable(&reason)),
    }
    terminal.say("say-locked", &[("path", &path), ("files", &files)]);
    Ok(ExitCode::SUCCESS)
}
