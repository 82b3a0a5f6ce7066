//! Locks: what a closed period was computed from, and whether it still is.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Serialize;

use crate::calendar::Date;
use crate::diagnostic::{Finding, Span, code};
use crate::model::{Agency, Period};
use crate::schema::kinds::{Kind, Located, locate};
use crate::schema::person::Assignment;
use crate::schema::value::Label;
use crate::source::{File, Sources};

/// The head of every lock, for people who open one.
const HEAD: &str = "# Written by `rapor lock`. Do not edit: a change here is an error.\n";

/// A lock as it is written.
#[derive(Serialize)]
struct LockFile<'a> {
    locked: String,
    tool: &'a str,
    framework: &'a str,
    framework_text: &'a str,
    holidays: Vec<String>,
    units: Vec<LockedUnit<'a>>,
    people: Vec<LockedPerson<'a>>,
    files: Vec<LockedFile<'a>>,
}

#[derive(Serialize)]
struct LockedUnit<'a> {
    id: &'a str,
    name: LabelOut<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    parent: Option<&'a str>,
}

#[derive(Serialize)]
struct LockedPerson<'a> {
    id: &'a str,
    assignments: Vec<Post<'a>>,
}

#[derive(Serialize)]
struct Post<'a> {
    from: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'a str>,
    position: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    class: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    grade: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rater: Option<&'a str>,
    #[serde(skip_serializing_if = "is_false")]
    head: bool,
    #[serde(skip_serializing_if = "is_false")]
    acting: bool,
}

#[derive(Serialize)]
struct LockedFile<'a> {
    path: &'a str,
    sha256: String,
}

/// A label as files hold it: text alone, or texts by language.
#[derive(Serialize)]
#[serde(untagged)]
enum LabelOut<'a> {
    Plain(&'a str),
    ByLanguage(BTreeMap<&'a str, &'a str>),
}

// serde hands over a reference.
#[allow(clippy::trivially_copy_pass_by_ref)]
fn is_false(flag: &bool) -> bool {
    !flag
}

/// The text of the lock of a period, and how many files it covers. `None` if the period or its framework could not be
/// read, or the text cannot be written.
pub fn lock_text(agency: &Agency, sources: &Sources, period: &Period, tool: &str) -> Option<(String, usize)> {
    let framework = period.framework.as_deref()?;
    let end = period.end()?;
    let files: Vec<LockedFile> = files_of(sources, &period.id)
        .filter_map(|(file, _)| Some(LockedFile { path: file.path(), sha256: hex(&file.raw_sha256()?) }))
        .collect();
    let count = files.len();
    let roster = agency.roster();
    let lock = LockFile {
        locked: agency.today.to_string(),
        tool,
        framework: &framework.id,
        framework_text: &framework.text,
        holidays: agency.holidays.iter().map(|day| day.to_string()).collect(),
        units: roster
            .units
            .iter()
            .map(|unit| LockedUnit {
                id: &unit.id.value,
                name: label(&unit.name),
                parent: unit.parent.as_ref().map(|parent| parent.value.as_str()),
            })
            .collect(),
        people: roster
            .people
            .values()
            .filter_map(|person| {
                let posts = &person.data.as_ref()?.assignments;
                let held = posts.iter().filter(|post| post.from.value <= end).map(post).collect();
                Some(LockedPerson { id: &person.id, assignments: held })
            })
            .collect(),
        files,
    };
    Some((format!("{HEAD}{}", serde_yaml::to_string(&lock).ok()?), count))
}

fn label(label: &Label) -> LabelOut<'_> {
    match label.0.as_slice() {
        [(tag, text)] if tag.is_empty() => LabelOut::Plain(text),
        texts => {
            LabelOut::ByLanguage(texts.iter().map(|(tag, text)| (tag.as_str(), text.as_str())).collect())
        }
    }
}

fn post(post: &Assignment) -> Post<'_> {
    Post {
        from: post.from.value.to_string(),
        to: post.to.as_ref().map(|to: &crate::schema::At<Date>| to.value.to_string()),
        unit: post.unit.as_ref().map(|unit| unit.value.as_str()),
        position: &post.position.value,
        class: post.class.as_ref().map(|class| class.value.as_str()),
        grade: post.grade.as_ref().map(|grade| grade.value.as_str()),
        rater: post.rater.as_ref().map(|rater| rater.value.as_str()),
        head: post.head,
        acting: post.acting,
    }
}

/// The files a period was computed from: its own and its people's, amendments left out, as they may still come.
fn files_of<'s>(sources: &'s Sources, period: &'s str) -> impl Iterator<Item = (&'s File, Span)> {
    sources.iter().filter_map(move |(id, file)| {
        let located = locate(file.path())?;
        belongs(&located, period).then_some((file, Span { file: id, start: 0, end: 0 }))
    })
}

fn belongs(located: &Located, period: &str) -> bool {
    located.period == Some(period)
        && !located.kind.is_amendment()
        && !matches!(located.kind, Kind::Lock | Kind::Ledger | Kind::Awards | Kind::Development)
}

fn hex(hash: &[u8; 32]) -> String {
    hash.iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Compares the files of a locked period with its lock: a file changed, added or gone is a finding, amendments excepted.
pub fn check(period: &Period, sources: &Sources, out: &mut Vec<Finding>) {
    let Some(sealed) = &period.sealed else { return };
    let mut locked: BTreeMap<&str, (&str, Span)> = sealed
        .lock
        .files
        .iter()
        .map(|file| (file.path.value.as_str(), (file.sha256.value.as_str(), file.path.span)))
        .collect();
    for (file, beginning) in files_of(sources, &period.id) {
        match locked.remove(file.path()) {
            Some((sha256, _)) if file.raw_sha256().is_some_and(|now| hex(&now) == sha256) => {}
            Some(_) => {
                out.push(Finding::new(code::LOCKED_FILE_CHANGED, beginning).arg("path", file.path()));
            }
            None => out.push(Finding::new(code::LOCKED_FILE_ADDED, beginning).arg("path", file.path())),
        }
    }
    out.extend(
        locked
            .into_iter()
            .map(|(path, (_, listed))| Finding::new(code::LOCKED_FILE_MISSING, listed).arg("path", path)),
    );
}
