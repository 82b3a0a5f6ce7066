//! Locks: what a closed period was computed from, and whether it still is.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::calendar::Date;
use crate::diagnostic::{Finding, Span, code};
use crate::model::{Agency, Period};
use crate::schema::kinds::{Kind, Located, locate};
use crate::schema::lock;
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
    #[serde(skip_serializing_if = "Option::is_none")]
    institution: Option<&'a str>,
    position: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    class: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    post: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rung: Option<&'a str>,
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
    let files: Vec<LockedFile> = files_of(sources, period)
        .filter_map(|(file, _)| Some(LockedFile { path: file.path(), sha256: fingerprint(file)? }))
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
        institution: post.institution.as_ref().map(|name| name.value.as_str()),
        position: &post.position.value,
        class: post.class.as_ref().map(|class| class.value.as_str()),
        post: post.post.as_ref().map(|post| post.value.as_str()),
        rung: post.rung.as_ref().map(|rung| rung.value.as_str()),
        grade: post.grade.as_ref().map(|grade| grade.value.as_str()),
        rater: post.rater.as_ref().map(|rater| rater.value.as_str()),
        head: post.head,
        acting: post.acting,
    }
}

/// SHA-256 of a file with `\n` at line ends, as git stores it: a checkout on Windows may hold `\r\n`.
fn fingerprint(file: &File) -> Option<String> {
    let raw = file.raw()?;
    let mut hash = Sha256::new();
    let mut rest = raw;
    while let Some(at) = rest.windows(2).position(|pair| pair == b"\r\n") {
        hash.update(&rest[..at]);
        rest = &rest[at + 1..];
    }
    hash.update(rest);
    let digest = hash.finalize();
    Some(digest.iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    }))
}

/// The files a period was computed from: its own and its people's, amendments left out, as they may still come.
fn files_of<'s>(sources: &'s Sources, period: &'s Period) -> impl Iterator<Item = (&'s File, Span)> {
    sources.iter().filter_map(move |(id, file)| {
        let located = locate(file.path())?;
        let read = located.raters().is_none_or(|raters| period.has_raters(raters));
        (read && belongs(&located, &period.id)).then_some((file, Span { file: id, start: 0, end: 0 }))
    })
}

fn belongs(located: &Located, period: &str) -> bool {
    located.period == Some(period)
        && !located.kind.is_amendment()
        && !matches!(located.kind, Kind::Lock | Kind::Ledger | Kind::Awards | Kind::Development)
}

/// Compares the files of a locked period with its lock: a file changed, added or gone is a finding, amendments excepted.
pub fn check(period: &Period, sources: &Sources, out: &mut Vec<Finding>) {
    let Some(lock) = period.sealed.as_ref().map(|sealed| &sealed.lock) else { return };
    let mut listed: BTreeSet<&str> = BTreeSet::new();
    for file in &lock.files {
        let belongs = locate(&file.path).is_some_and(|located| belongs(&located, &period.id));
        let fault = if !is_hash(&file.sha256) {
            Some((file.sha256.span, "lock-hash"))
        } else if !belongs {
            Some((file.path.span, "lock-path"))
        } else if listed.contains(file.path.as_str()) {
            Some((file.path.span, "lock-twice"))
        } else {
            None
        };
        match fault {
            Some((place, reason)) => {
                out.push(Finding::new(code::LOCK_BROKEN, place).phrase("reason", reason))
            }
            None => compare(file, sources, out),
        }
        listed.insert(&file.path);
    }
    for (file, beginning) in files_of(sources, period).filter(|(file, _)| !listed.contains(file.path())) {
        out.push(Finding::new(code::LOCKED_FILE_ADDED, beginning).arg("path", file.path()));
    }
}

fn compare(listed: &lock::LockedFile, sources: &Sources, out: &mut Vec<Finding>) {
    let path = listed.path.value.as_str();
    match sources.find(path) {
        None => out.push(Finding::new(code::LOCKED_FILE_MISSING, listed.path.span).arg("path", path)),
        // Why a file cannot be read is said already.
        Some((id, file)) if file.is_readable() => {
            if fingerprint(file).is_none_or(|found| !found.eq_ignore_ascii_case(&listed.sha256)) {
                out.push(Finding::new(code::LOCKED_FILE_CHANGED, Span::start_of(id)).arg("path", path));
            }
        }
        Some(_) => {}
    }
}

fn is_hash(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| b.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Findings;
    use crate::embedded::{CASES, under};
    use crate::model::load;

    const PATH: &str = "content/periods/2025.lock";

    fn base(change: impl Fn(&str, &[u8]) -> Option<Vec<u8>>, lock: Option<&str>) -> Vec<(String, Vec<u8>)> {
        let files = under(CASES, "base/").iter().filter_map(|file| {
            let path = file.path.strip_prefix("base/")?;
            Some((path.to_owned(), change(path, file.bytes)?))
        });
        files.chain(lock.map(|text| (PATH.to_owned(), text.as_bytes().to_vec()))).collect()
    }

    fn lock_of_the_base() -> String {
        let (sources, _) = Sources::from_files(base(|_, bytes| Some(bytes.to_vec()), None));
        let (agency, _) = load(&sources, jiff::civil::date(2026, 6, 2));
        lock_text(&agency, &sources, &agency.periods["2025"], "0.0.0").unwrap().0
    }

    fn found(files: Vec<(String, Vec<u8>)>) -> Vec<(&'static str, String)> {
        let (sources, mut findings) = Sources::from_files(files);
        let (agency, loaded) = load(&sources, jiff::civil::date(2026, 6, 2));
        findings.extend(loaded);
        let mut out = vec![];
        check(&agency.periods["2025"], &sources, &mut out);
        findings.extend(Findings::from(out));
        let shown = findings.into_sorted().into_iter();
        shown
            .map(|finding| (finding.code.0, sources.file(finding.at.file).unwrap().path().to_owned()))
            .collect()
    }

    #[test]
    fn a_lock_is_read_back_and_holds() {
        let lock = lock_of_the_base();
        assert_eq!(lock, lock_of_the_base());
        assert_eq!(found(base(|_, bytes| Some(bytes.to_vec()), Some(&lock))), []);
    }

    #[test]
    fn a_locked_period_needs_neither_its_framework_nor_what_that_extends() {
        let kota = "extends: dinas\nlabel: Kerangka kota\n";
        let dinas = "extends: permenpan-6-2022\nraters: {peer: {display: 4}}\n";
        let under_kota = |path: &str, bytes: &[u8]| match path {
            "content/periods/2025.yaml" => {
                Some(String::from_utf8_lossy(bytes).replace("permenpan-6-2022", "kota").into_bytes())
            }
            _ => Some(bytes.to_vec()),
        };
        let mut files = base(under_kota, None);
        for (id, text) in [("kota", kota), ("dinas", dinas)] {
            files.push((format!("content/frameworks/{id}.yaml"), text.as_bytes().to_vec()));
        }
        let (sources, _) = Sources::from_files(files);
        let (agency, findings) = load(&sources, jiff::civil::date(2026, 6, 2));
        assert!(findings.is_empty());
        let lock = lock_text(&agency, &sources, &agency.periods["2025"], "0.0.0").unwrap().0;

        let locked = base(under_kota, Some(&lock));
        assert_eq!(found(locked.clone()), []);
        let (sources, _) = Sources::from_files(locked);
        let (agency, _) = load(&sources, jiff::civil::date(2026, 6, 2));
        let framework = agency.periods["2025"].framework.as_ref().unwrap();
        assert_eq!((framework.id.as_str(), framework.data.label.get("id")), ("kota", "Kerangka kota"));
        assert_eq!(framework.rater("peer").unwrap().display.value, 4);
        assert_eq!(framework.outcome_of("di-atas", "di-atas").unwrap().value, "sangat-baik");
    }

    #[test]
    fn line_ends_of_another_system_change_nothing() {
        let lock = lock_of_the_base();
        let windows =
            |_: &str, bytes: &[u8]| Some(String::from_utf8_lossy(bytes).replace('\n', "\r\n").into_bytes());
        assert_eq!(found(base(windows, Some(&lock))), []);
    }

    #[test]
    fn changed_missing_and_added_files_are_told_and_amendments_are_not() {
        let lock = lock_of_the_base();
        let mut files = base(
            |path, bytes| match path {
                "content/reviews/2025/dewi/peer-1.md" => None,
                "content/reviews/2025/dewi/supervisor.md" | "content/reviews/2025/dewi/record.yaml" => {
                    Some([bytes, b"\n"].concat())
                }
                _ => Some(bytes.to_vec()),
            },
            Some(&lock),
        );
        let peer = b"---\nby: dewi\ndate: 2026-01-05\n---\n\n## Kekuatan\n\nRapi.\n";
        files.push(("content/reviews/2025/tono/peer-1.md".to_owned(), peer.to_vec()));
        assert_eq!(
            found(files),
            [
                ("R603", PATH.to_owned()),
                ("R601", "content/reviews/2025/dewi/supervisor.md".to_owned()),
                ("R602", "content/reviews/2025/tono/peer-1.md".to_owned()),
            ]
        );
    }

    #[test]
    fn assessments_of_parts_are_locked_and_are_no_amendments() {
        let path = "content/reviews/2025/dewi/parts/q1/supervisor.md".to_owned();
        let part = b"---\nby: hasan\ndate: 2025-04-05\n---\n\n## Kekuatan\n\nRapi.\n".to_vec();
        let files = |lock: Option<&str>| base(|_, bytes| Some(bytes.to_vec()), lock);
        let late = [files(Some(&lock_of_the_base())), vec![(path.clone(), part.clone())]].concat();
        assert_eq!(found(late), [("R602", path.clone())]);

        let open = [files(None), vec![(path.clone(), part.clone())]].concat();
        let (sources, _) = Sources::from_files(open);
        let (agency, _) = load(&sources, jiff::civil::date(2026, 6, 2));
        let (lock, _) = lock_text(&agency, &sources, &agency.periods["2025"], "0.0.0").unwrap();
        assert!(lock.contains(&path), "{lock}");
        let with = |bytes: Vec<u8>| [files(Some(&lock)), vec![(path.clone(), bytes)]].concat();
        assert_eq!(found(with(part.clone())), []);
        assert_eq!(found(with([part, b"\n".to_vec()].concat())), [("R601", path.clone())]);
        assert_eq!(found(files(Some(&lock))), [("R603", PATH.to_owned())]);
    }

    #[test]
    fn raters_of_own_kinds_are_locked_with_the_framework_that_defines_them() {
        let path = |file: &str| format!("content/reviews/2025/dewi/{file}");
        let view = b"---\nby: lina\ndate: 2026-01-05\n---\n\n## Kekuatan\n\nRapi.\n".to_vec();
        let mut files = base(
            |path, bytes| match path {
                "content/periods/2025.yaml" => {
                    Some(String::from_utf8_lossy(bytes).replace("permenpan-6-2022", "layanan").into_bytes())
                }
                _ => Some(bytes.to_vec()),
            },
            None,
        );
        let client = (path("client-1.md"), view.clone());
        let framework = "extends: permenpan-6-2022\nraters: {client: {label: Klien, display: 3}}\n";
        let framework = ("content/frameworks/layanan.yaml".to_owned(), framework.as_bytes().to_vec());
        let open = [files.clone(), vec![client.clone(), framework]].concat();
        let (sources, _) = Sources::from_files(open);
        let (agency, _) = load(&sources, jiff::civil::date(2026, 6, 2));
        let (lock, _) = lock_text(&agency, &sources, &agency.periods["2025"], "0.0.0").unwrap();
        files.push((PATH.to_owned(), lock.into_bytes()));

        assert_eq!(found(files.clone()), [("R603", PATH.to_owned())]);
        files.push(client);
        assert_eq!(found(files.clone()), []);
        // What the framework of then does not know is no file of the period.
        files.push((path("panel-1.md"), view.clone()));
        assert_eq!(found(files.clone()), []);
        files.push((path("client-2.md"), view));
        assert_eq!(found(files), [("R602", path("client-2.md"))]);
    }
}
