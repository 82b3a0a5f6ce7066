//! `rapor explain CODE`

use std::fmt::Write as _;
use std::process::ExitCode;

use clap::ArgMatches;

use super::Stop;
use super::terminal::Terminal;
use crate::diagnostic::{Example, code, explain};

pub(super) fn run(matches: &ArgMatches, terminal: &Terminal) -> Result<ExitCode, Stop> {
    let Some(wanted) = matches.get_one::<String>("code") else {
        terminal.print(&list(terminal));
        return Ok(ExitCode::SUCCESS);
    };
    let Some(found) = explain(wanted, terminal.lang) else {
        return Err(Stop::could_not(terminal.phrase("say-no-code", &[("code", wanted)])));
    };
    let mut words = format!("{}  {}\n", found.code, found.title);
    for (heading, text) in [("explain-what", found.what), ("explain-why", found.why)] {
        let _ = write!(words, "\n{}\n  {text}\n", terminal.phrase(heading, &[]));
    }
    for (heading, examples) in [("explain-wrong", &found.wrong), ("explain-right", &found.right)] {
        if !examples.is_empty() {
            let _ = write!(words, "\n{}\n{}", terminal.phrase(heading, &[]), shown(examples));
        }
    }
    terminal.print(&words);
    Ok(ExitCode::SUCCESS)
}

fn shown(examples: &[Example]) -> String {
    let mut words = String::new();
    for example in examples {
        let _ = writeln!(words, "  {}", example.path);
        for line in example.text.lines() {
            let _ = writeln!(words, "    {line}");
        }
    }
    words
}

fn list(terminal: &Terminal) -> String {
    let mut words = format!("{}\n", terminal.phrase("explain-codes", &[]));
    for found in code::ALL.iter().filter_map(|code| explain(code.0, terminal.lang)) {
        let _ = writeln!(words, "  {}  {}", found.code, found.title);
    }
    words
}
