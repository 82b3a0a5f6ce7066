//! `rapor check`

use std::process::ExitCode;

use clap::ArgMatches;

use super::terminal::Terminal;
use super::workspace::{Surveyed, Workspace};
use super::{Stop, key};
use crate::diagnostic::{Finding, Format, Options, render, summary};

pub(super) fn run(surveyed: &Surveyed, matches: &ArgMatches, terminal: &Terminal) -> Result<ExitCode, Stop> {
    let workspace = surveyed.workspace;
    let format = match matches.get_one::<String>("format").map(String::as_str) {
        Some("short") => Format::Short,
        Some("json") => Format::Json,
        Some("github") => Format::Github,
        Some("gitlab") => Format::Gitlab,
        Some("sarif") => Format::Sarif,
        Some(_) => Format::Human,
        None if on_github() => Format::Github,
        None => Format::Human,
    };
    let options = Options {
        lang: terminal.lang,
        color: Terminal::prints_color(),
        show_source: matches.get_flag("show-source") || !in_ci(),
        width: WIDTH,
    };
    key::warn(workspace, terminal);
    terminal.print(&render(format, &surveyed.findings, &workspace.sources, &options));
    if matches!(format, Format::Human | Format::Short) {
        terminal.note(&counts(&surveyed.findings, terminal));
        terminal.say(
            "say-checked",
            &[
                ("files", &workspace.sources.len()),
                ("people", &workspace.agency.people.len()),
                ("periods", &workspace.agency.periods.len()),
                ("took", &terminal.took(workspace.started.elapsed())),
            ],
        );
    }
    let counted = summary(&surveyed.findings);
    let failed = counted.errors > 0 || (matches.get_flag("strict") && counted.warnings > 0);
    Ok(ExitCode::from(u8::from(failed)))
}

/// Columns findings are set for; terminals wrap the rest.
const WIDTH: usize = 100;

/// Whether this runs in continuous integration, whose logs are read by more people than the repository.
fn in_ci() -> bool {
    std::env::var_os("CI").is_some_and(|value| !value.is_empty() && value != "false")
}

fn on_github() -> bool {
    std::env::var_os("GITHUB_ACTIONS").is_some_and(|value| value == "true")
}

/// Shows findings to whoever runs a command that is about something else.
pub(super) fn show(findings: &[Finding], workspace: &Workspace, show_source: bool, terminal: &Terminal) {
    let show_source = show_source || !in_ci();
    let options = Options { lang: terminal.lang, color: terminal.color, show_source, width: WIDTH };
    terminal.note(render(Format::Human, findings, &workspace.sources, &options).trim_end());
}

/// How many errors and warnings there are, in words.
pub(super) fn counts(findings: &[Finding], terminal: &Terminal) -> String {
    let counted = summary(findings);
    if counted.errors + counted.warnings == 0 {
        return terminal.phrase("say-clean", &[]);
    }
    let errors = terminal.phrase("say-errors", &[("n", &counted.errors)]);
    let warnings = terminal.phrase("say-warnings", &[("n", &counted.warnings)]);
    format!("{errors}, {warnings}")
}
