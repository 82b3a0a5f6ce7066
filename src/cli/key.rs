//! `rapor key`, and the file it makes: the agency's key for codes on documents.

use std::fmt::Display;
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;
use std::process::ExitCode;

use super::init::{unwritable, write_secret};
use super::terminal::Terminal;
use super::workspace::Workspace;
use super::{Repository, Stop};
use crate::seal::{Key, KeyFault};
use crate::text::{Lang, phrase};

/// Where the key lies in a repository: beside `rapor.yaml`, where nothing is read as content or published.
pub(super) const KEY_FILE: &str = "verification.key";
/// Most bytes of a key file.
const MOST_BYTES: u64 = 16 * 1024;

/// Says so where the key is one that everybody knows, unless it is used by the invented agency it was made for.
pub(super) fn warn(workspace: &Workspace, terminal: &Terminal) {
    // One that cannot be read is reported where it is needed.
    let Ok(Some(key)) = read(workspace.repository, terminal) else { return };
    let name = workspace.agency.config.as_ref().map(|config| config.name.value.get(Lang::Id.tag()));
    let published = key.published_with();
    if !published.is_empty() && !name.is_some_and(|name| published.contains(&name)) {
        let path = workspace.repository.path(KEY_FILE);
        terminal.say("say-key-published", &[("path", &path.display())]);
    }
}

/// Makes a key where there is none.
pub(super) fn run(repository: &Repository, terminal: &Terminal) -> Result<ExitCode, Stop> {
    if !repository.root.join("rapor.yaml").is_file() {
        let shown = repository.root.display();
        return Err(Stop::could_not(terminal.phrase("say-no-repository", &[("path", &shown)])));
    }
    let path = repository.path(KEY_FILE);
    make(&path, terminal.lang, terminal)?;
    terminal.say("say-key-made", &[("path", &path.display())]);
    Ok(ExitCode::SUCCESS)
}

/// Writes a new key. One that is there stays: with another key no printed code would be right any more.
pub(super) fn make(path: &Path, lang: Lang, terminal: &Terminal) -> Result<(), Stop> {
    let mut bytes = [0; 32];
    getrandom::getrandom(&mut bytes).map_err(|reason| {
        let values: [(&str, &dyn Display); 2] = [("path", &path.display()), ("reason", &reason)];
        Stop::could_not(terminal.phrase("say-unwritable", &values))
    })?;
    let text = format!("{}\n{}\n", phrase(lang, "key-file"), Key::new(bytes).line());
    write_secret(path, &text).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => {
            Stop::could_not(terminal.phrase("say-key-exists", &[("path", &path.display())]))
        }
        _ => unwritable(path, &error, terminal),
    })
}

/// The key of a repository; `None` if it has none.
pub(super) fn read(repository: &Repository, terminal: &Terminal) -> Result<Option<Key>, Stop> {
    let path = repository.path(KEY_FILE);
    let mut text = String::new();
    let read = File::open(&path).and_then(|file| file.take(MOST_BYTES).read_to_string(&mut text));
    match read {
        Ok(_) => {}
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) if error.kind() == ErrorKind::InvalidData => {
            return Err(malformed(&path, KeyFault::Form, terminal));
        }
        Err(error) => {
            let values: [(&str, &dyn Display); 2] = [("path", &path.display()), ("reason", &error)];
            return Err(Stop::could_not(terminal.phrase("say-unreadable", &values)));
        }
    }
    Key::read(&text).map(Some).map_err(|fault| malformed(&path, fault, terminal))
}

fn malformed(path: &Path, fault: KeyFault, terminal: &Terminal) -> Stop {
    let reason = match fault {
        KeyFault::Form => "seal-key-form",
        KeyFault::Empty => "seal-key-empty",
        KeyFault::Several => "seal-key-several",
        KeyFault::Trivial => "seal-key-trivial",
    };
    let values: [(&str, &dyn Display); 2] =
        [("path", &path.display()), ("reason", &phrase(terminal.lang, reason))];
    Stop::could_not(terminal.phrase("say-key-wrong", &values))
}
