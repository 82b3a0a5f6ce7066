//! What can be wrong with a file before anybody reads it.

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

use super::{File, id};
use crate::diagnostic::{Finding, Findings, Span, code};

/// What is wrong with a file as such.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fault {
    /// Its name cannot be used everywhere.
    BadName,
    /// It is over the limit of its kind.
    TooLarge { size: u64, limit: u64 },
    /// It is a link that leads out of the repository.
    LinkOutside,
    /// The system refused to read it.
    Unreadable(io::ErrorKind),
    /// It is not UTF-8 from a byte on.
    NotUtf8 { at: usize },
    /// It holds a character that no text may hold.
    ControlCharacter { at: usize, character: char },
}

/// What is wrong with files sorted by path, and with their names together.
pub(super) fn findings(files: &[Arc<File>]) -> Findings {
    let faults = files.iter().enumerate().filter_map(|(n, file)| {
        let start = Span::start_of(id(n));
        Some(finding(file.fault.as_ref()?, &file.path, start))
    });
    let mut findings: Findings = faults.collect();
    report_colliding_names(files, &mut findings);
    findings
}

/// There are more files than are taken.
pub(super) fn too_many(limit: usize) -> Finding {
    Finding::new(code::TOO_MANY_FILES, Span::start_of(id(limit - 1))).count("limit", limit)
}

fn finding(fault: &Fault, path: &str, start: Span) -> Finding {
    match *fault {
        Fault::BadName => Finding::new(code::BAD_FILE_NAME, start).quoted("name", path),
        Fault::TooLarge { size, limit } => {
            Finding::new(code::FILE_TOO_LARGE, start).count("size", size).count("limit", limit)
        }
        Fault::LinkOutside => Finding::new(code::LINK_OUTSIDE, start),
        Fault::Unreadable(kind) => Finding::new(code::UNREADABLE_FILE, start).phrase("reason", reason(kind)),
        Fault::NotUtf8 { at } => Finding::new(code::NOT_UTF8, Span::new(start.file, at, at)),
        Fault::ControlCharacter { at, character } => {
            let span = Span::new(start.file, at, at + character.len_utf8());
            forbidden(span, character)
        }
    }
}

/// A text holds a character that none may hold.
pub(in crate::source) fn forbidden(at: Span, character: char) -> Finding {
    Finding::new(code::CONTROL_CHARACTER, at).arg("codepoint", format!("U+{:04X}", u32::from(character)))
}

fn reason(kind: io::ErrorKind) -> &'static str {
    match kind {
        io::ErrorKind::NotFound => "io-not-found",
        io::ErrorKind::PermissionDenied => "io-denied",
        _ => "io-other",
    }
}

/// Two names that differ only in case are one file on Windows and macOS: the second would overwrite the first.
fn report_colliding_names(files: &[Arc<File>], findings: &mut Findings) {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    let mut last_folder = "";
    for (n, file) in files.iter().enumerate() {
        let mut parts: Vec<&str> = vec![&file.path];
        let folder = file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        if folder != last_folder {
            parts.extend(file.path.match_indices('/').map(|(end, _)| &file.path[..end]));
            last_folder = folder;
        }
        for part in parts {
            let other = *seen.entry(part.to_lowercase()).or_insert(part);
            if other != part {
                findings.push(Finding::new(code::NAME_COLLIDES, Span::start_of(id(n))).arg("other", other));
                break;
            }
        }
    }
}
