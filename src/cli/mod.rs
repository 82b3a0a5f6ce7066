//! The command line: the only room that prints.
//!
//! One thin file a command. Takes arguments, gives an exit code: 0 clean, 1 findings, 2 could not run. Must never hold a
//! rule: what is right, what it comes to and who sees it is for the rooms inside to say.

mod args;
mod build;
mod calibration;
mod calibration_json;
mod check;
mod documents;
mod explain;
mod fill;
mod init;
mod insight;
mod insight_json;
mod key;
mod lock;
#[cfg(test)]
mod manual;
mod new;
mod origin;
mod pages;
mod passphrase;
mod record;
mod report;
mod schema;
mod score;
mod score_json;
mod serve;
mod sign;
mod signatures;
mod terminal;
mod verify;
mod workspace;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::ArgMatches;

use self::terminal::Terminal;
use crate::model;
use crate::schema::agency::Config;
use crate::source::Sources;
use crate::text::Lang;

/// Why a command ends without having done its work.
enum Stop {
    /// The agency's files have findings that stand in the way; they were shown.
    Findings(Option<String>),
    /// The command could not run.
    CouldNot(String),
}

impl Stop {
    fn could_not(words: impl Into<String>) -> Stop {
        Stop::CouldNot(words.into())
    }

    fn into_words(self) -> String {
        match self {
            Stop::Findings(words) => words.unwrap_or_default(),
            Stop::CouldNot(words) => words,
        }
    }
}

/// Runs the command line.
pub fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let lang = language(&arguments);
    let matches = match args::command(lang).try_get_matches_from(&arguments) {
        Ok(matches) => matches,
        Err(error) => {
            let failed = error.use_stderr();
            let _ = error.print();
            return ExitCode::from(if failed { 2 } else { 0 });
        }
    };
    let terminal = Terminal::new(lang);
    match run(&matches, &terminal) {
        Ok(code) => code,
        Err(Stop::Findings(words)) => {
            words.iter().for_each(|words| terminal.note(words));
            ExitCode::from(1)
        }
        Err(Stop::CouldNot(words)) => {
            terminal.note(&format!("rapor: {words}"));
            ExitCode::from(2)
        }
    }
}

fn run(matches: &ArgMatches, terminal: &Terminal) -> Result<ExitCode, Stop> {
    let Some((name, matches)) = matches.subcommand() else { return Ok(ExitCode::from(2)) };
    // Commands that read no repository do not have these arguments.
    let root = matches.try_get_one::<PathBuf>("repo").ok().flatten();
    let as_of = matches.try_get_one::<String>("as-of").ok().flatten();
    let repository =
        Repository { root: root.cloned().unwrap_or_else(|| PathBuf::from(".")), as_of: as_of.cloned() };
    let surveyed = |command: workspace::Command| workspace::run(command, &repository, matches, terminal);
    match name {
        "build" => surveyed(build::run),
        "check" => surveyed(check::run),
        "explain" => explain::run(matches, terminal),
        "init" => init::run(matches, terminal),
        "key" => key::run(&repository, terminal),
        "new" => new::run(&repository, matches, terminal),
        "schema" => schema::run(matches, terminal),
        "lock" => surveyed(lock::run),
        "record" => surveyed(record::run),
        "report" => surveyed(report::run),
        "score" => surveyed(score::run),
        "insight" => surveyed(insight::run),
        "serve" => serve::run(&repository, matches, terminal),
        "sign" => sign::run(&repository, matches, terminal),
        "verify" => verify::run(&repository, matches, terminal),
        _ => Ok(ExitCode::from(2)),
    }
}

/// Which repository, seen from which day.
struct Repository {
    root: PathBuf,
    as_of: Option<String>,
}

impl Repository {
    /// A path inside the repository, as people would write it.
    fn path(&self, inside: &str) -> PathBuf {
        if self.root == Path::new(".") { PathBuf::from(inside) } else { self.root.join(inside) }
    }
}

/// The language of the command line, wanted before its arguments can be read: `--lang`, else the agency's, else the
/// system's.
fn language(arguments: &[OsString]) -> Lang {
    let value_of = |name: &str| {
        let mut arguments = arguments.iter().filter_map(|argument| argument.to_str());
        while let Some(argument) = arguments.next() {
            if argument == name {
                return arguments.next().map(str::to_owned);
            }
            if let Some(value) = argument.strip_prefix(name).and_then(|rest| rest.strip_prefix('=')) {
                return Some(value.to_owned());
            }
        }
        None
    };
    let wanted = value_of("--lang").and_then(|tag| Lang::from_tag(&tag));
    let agency = || {
        let root = value_of("--repo").map_or_else(|| PathBuf::from("."), PathBuf::from);
        configuration(&root).map(|config| config.locale)
    };
    let system = || {
        let set = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| std::env::var(name).ok());
        set.and_then(|tag| Lang::from_tag(&tag))
    };
    wanted.or_else(agency).or_else(system).unwrap_or(Lang::Id)
}

/// The agency's settings; `None` outside a repository and where they cannot be read.
fn configuration(root: &Path) -> Option<Config> {
    let path = root.join("rapor.yaml");
    // Reading a pipe would never end.
    if !path.is_file() {
        return None;
    }
    let bytes = std::fs::read(&path).ok()?;
    let (sources, _) = Sources::from_files([("rapor.yaml".to_owned(), bytes)]);
    model::config(&sources)
}
