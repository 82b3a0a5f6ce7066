//! `rapor explain CODE`

use std::fmt::Write as _;
use std::process::ExitCode;

use clap::ArgMatches;

use super::Stop;
use super::terminal::Terminal;
use crate::diagnostic::{code, explain};

pub(super) fn run(matches: &ArgMatches, terminal: &Terminal) -> Result<ExitCode, Stop> {
    let Some(wanted) = matches.get_one::<String>("code") else {
        terminal.print(&list(terminal));
        return Ok(ExitCode::SUCCESS);
    };
    let Some(found) = explain(wanted, terminal.lang) else {
        return Err(Stop::could_not(terminal.phrase("say-no-code", &[("code", wanted)])));
    };
    terminal.print(&found.to_text(terminal.lang));
    Ok(ExitCode::SUCCESS)
}

fn list(terminal: &Terminal) -> String {
    let mut words = format!("{}\n", terminal.phrase("explain-codes", &[]));
    for found in code::ALL.iter().filter_map(|code| explain(code.0, terminal.lang)) {
        let _ = writeln!(words, "  {}  {}", found.code, found.title);
    }
    words
}
