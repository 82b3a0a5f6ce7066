//! `rapor verify`

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::ArgMatches;
use serde_json::{Value, json};

use super::origin::{self, Examined, Origins};
use super::sign::{read, refuse_file};
use super::signatures;
use super::terminal::Terminal;
use super::workspace::{Workspace, clock, source_date_epoch};
use super::{Repository, Stop};
use crate::pdf::{Existing, MOST_BYTES};
use crate::sign::verify::{Roots, RootsError};

/// The folder of a repository that holds the certificates it trusts.
const TRUST: &str = "trust";
/// Most bytes of a file of certificates.
const MOST_ROOT_BYTES: usize = 4 << 20;

/// What a command line asks of every file.
struct Question<'a> {
    origins: Option<Origins<'a>>,
    roots: Roots,
    now: i64,
    terminal: &'a Terminal,
}

pub(super) fn run(
    repository: &Repository,
    matches: &ArgMatches,
    terminal: &Terminal,
) -> Result<ExitCode, Stop> {
    let workspace = origin::workspace(repository, terminal)?;
    let earlier = workspace.as_ref().and_then(Workspace::before_decisions);
    let (now, before) = (workspace.as_ref().map(Workspace::survey), earlier.as_ref().map(Workspace::survey));
    let origins = now.as_ref().map(|now| Origins::of(now, before.as_ref(), terminal)).transpose()?;
    let question = Question {
        origins,
        roots: roots(repository, matches, terminal)?,
        now: source_date_epoch(terminal)?.unwrap_or_else(clock),
        terminal,
    };
    let paths: Vec<&PathBuf> = matches.get_many("files").into_iter().flatten().collect();
    let answers: Result<Vec<Answer>, Stop> = paths.iter().map(|path| answer(path, &question)).collect();
    let answers = answers?;
    if matches.get_one::<String>("format").is_some_and(|format| format == "json") {
        let files: Vec<&Value> = answers.iter().map(|answer| &answer.data).collect();
        let all = json!({ "files": files, "revocation": "not-checked" });
        terminal.print(&format!("{all:#}\n"));
    } else {
        let texts: Vec<&str> = answers.iter().map(|answer| answer.text.as_str()).collect();
        terminal.print(&texts.join("\n"));
    }
    let is_right = answers.iter().all(|answer| answer.is_right);
    Ok(if is_right { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// What there is to say of one file.
struct Answer {
    is_right: bool,
    text: String,
    data: Value,
}

/// Judges one file. One that is damaged is judged too: as wrong.
fn answer(path: &Path, question: &Question<'_>) -> Result<Answer, Stop> {
    let terminal = question.terminal;
    let shown = path.display().to_string();
    let file = match Existing::open(read(path, MOST_BYTES, terminal)?) {
        Ok(file) => file,
        Err(error) => {
            let words = refuse_file(&error, path, terminal).into_words();
            return Ok(Answer {
                is_right: false,
                data: json!({ "file": shown, "right": false, "error": words }),
                text: format!("{words}\n"),
            });
        }
    };
    let found = signatures::judge(&file, &question.roots, question.now);
    let origin = question.origins.as_ref().map(|origins| origins.examine(&file, terminal)).transpose()?;
    let is_right = found.is_right() && origin.as_ref().is_none_or(Examined::is_right);
    let came = origin.as_ref().map(|origin| origin.text(terminal)).unwrap_or_default();
    let mut data = json!({ "file": shown, "right": is_right, "signatures": found.json() });
    if let Some(origin) = origin {
        data["origin"] = origin.json();
    }
    Ok(Answer { is_right, text: format!("{shown}\n{came}{}", found.text(terminal)), data })
}

/// The certificates that are trusted: those named, else those of the repository.
fn roots(repository: &Repository, matches: &ArgMatches, terminal: &Terminal) -> Result<Roots, Stop> {
    let mut roots = Roots::default();
    let named: Vec<PathBuf> = matches.get_many("roots").into_iter().flatten().cloned().collect();
    let paths = if named.is_empty() { own_roots(&repository.path(TRUST)) } else { named };
    for path in paths {
        let bytes = read(&path, MOST_ROOT_BYTES, terminal)?;
        roots.add(&bytes).map_err(|error| {
            let (key, number) = match error {
                RootsError::Empty => ("verify-roots-empty", 0),
                RootsError::Unreadable(number) => ("verify-roots-unreadable", number),
                RootsError::TooMany => ("verify-roots-many", 0),
            };
            Stop::could_not(terminal.phrase(key, &[("path", &path.display()), ("number", &number)]))
        })?;
    }
    Ok(roots)
}

/// The files of certificates in a folder, by name. Without the folder there are none.
fn own_roots(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|kind| kind == "pem") && path.is_file())
        .collect();
    paths.sort();
    paths
}
