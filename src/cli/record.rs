//! `rapor record`

use std::fmt::Display;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::ArgMatches;

use super::documents::{Found, Sealing, named, signed};
use super::origin::{Origins, code_of};
use super::sign::{read, refuse_file, replace_or_create};
use super::terminal::Terminal;
use super::workspace::{Surveyed, clock, source_date_epoch};
use super::{Stop, signatures};
use crate::calendar::{Date, is_near, parse_date};
use crate::model;
use crate::pdf::{Existing, MOST_BYTES};
use crate::schema::events::{SignedDocument, SignedHow};
use crate::seal::FileHash;
use crate::sign::verify::Roots;
use crate::source::Sources;
use crate::text::{self, Lang};
use crate::view::form::{self, ToSign};

/// What is entered.
struct Entry {
    document: ToSign,
    edition: u32,
    how: SignedHow,
    date: Date,
    hash: FileHash,
    place: Option<String>,
}

pub(super) fn run(surveyed: &Surveyed, matches: &ArgMatches, terminal: &Terminal) -> Result<ExitCode, Stop> {
    let path = matches.get_one::<PathBuf>("file").map_or(Path::new(""), PathBuf::as_path);
    let file = Existing::open(read(path, MOST_BYTES, terminal)?)
        .map_err(|error| refuse_file(&error, path, terminal))?;
    let before = surveyed.workspace.before_decisions();
    let before = before.as_ref().map(|workspace| workspace.survey());
    let found = identified(surveyed, before.as_ref(), &file, path, terminal)?;
    let document = named(&found.order).ok_or_else(|| {
        let kind = found.order.kind.title(terminal.lang);
        Stop::could_not(terminal.phrase("record-not-of-a-person", &[("document", &kind)]))
    })?;
    let signed = file.fields().iter().any(|field| field.signature.is_some());
    let how = match matches.get_one::<String>("how").map(String::as_str) {
        Some("ink") => SignedHow::Ink,
        Some(_) => SignedHow::Electronic,
        None if signed => SignedHow::Electronic,
        None => SignedHow::Ink,
    };
    if how == SignedHow::Electronic && !signed {
        return Err(Stop::could_not(terminal.phrase("record-unsigned", &[("path", &path.display())])));
    }
    if !document.kind.is_signed() {
        let kind = document.kind.title(terminal.lang);
        return Err(Stop::could_not(terminal.phrase("record-nobody-signs", &[("document", &kind)])));
    }
    let date = match matches.get_one::<String>("date") {
        Some(text) => parse_date(text)
            .filter(|date| is_near(*date))
            .ok_or_else(|| Stop::could_not(terminal.phrase("say-bad-date", &[("text", text)])))?,
        None => last_signature(&file)
            .filter(|_| how == SignedHow::Electronic)
            .ok_or_else(|| Stop::could_not(terminal.phrase("record-when", &[])))?,
    };
    let place = matches.get_one::<String>("place").cloned();
    let place = place.or_else(|| (how == SignedHow::Electronic).then(|| path.display().to_string()));
    let entry =
        Entry { document, edition: found.edition, how, date, hash: FileHash::of(file.bytes()), place };
    enter(surveyed, &found, &entry, &file, terminal)
}

/// The day of the last signature, as the signatures themselves say it.
fn last_signature(file: &Existing) -> Option<Date> {
    let signatures = file.fields().iter().filter_map(|field| field.signature.as_ref());
    let day = |moment: &str| {
        let digits = moment.strip_prefix("D:")?.get(..8)?;
        parse_date(&format!("{}-{}-{}", digits.get(..4)?, digits.get(4..6)?, digits.get(6..)?))
    };
    signatures.filter_map(|signature| day(signature.moment.as_deref()?)).max()
}

/// The document that a file is: one that this repository made, with sound signatures if it has any.
fn identified<'a>(
    surveyed: &'a Surveyed<'a>,
    before: Option<&'a Surveyed<'a>>,
    file: &Existing,
    path: &Path,
    terminal: &Terminal,
) -> Result<Found<'a>, Stop> {
    let say = |key| Stop::could_not(terminal.phrase(key, &[("path", &path.display())]));
    if Sealing::of(surveyed.workspace, terminal)?.is_none() {
        return Err(say("record-no-key"));
    }
    if code_of(file).is_none() {
        return Err(say("record-no-code"));
    }
    let examined = Origins::of(surveyed, before, terminal)?.examine(file, terminal)?;
    let is_ours = examined.is_right();
    let found = examined.into_found().ok_or_else(|| say("record-unknown"))?;
    if !is_ours {
        return Err(say("record-other"));
    }
    let signatures =
        signatures::judge(file, &Roots::default(), source_date_epoch(terminal)?.unwrap_or_else(clock));
    if signatures.is_right() { Ok(found) } else { Err(say("record-broken")) }
}

/// Enters it in the person's record; what stands there already keeps its words and comments.
fn enter(
    surveyed: &Surveyed,
    found: &Found,
    entry: &Entry,
    file: &Existing,
    terminal: &Terminal,
) -> Result<ExitCode, Stop> {
    let insight = found.order.insight;
    let (period, person) = (insight.period, &entry.document.person);
    let path = format!("content/reviews/{}/{person}/record.yaml", period.id);
    let place = surveyed.workspace.repository.path(&path);
    let shown = place.display();
    let written = match std::fs::read_to_string(&place) {
        Ok(text) => text,
        Err(reason) if reason.kind() == ErrorKind::NotFound => String::new(),
        Err(reason) => {
            let values: [(&str, &dyn Display); 2] = [("path", &shown), ("reason", &reason)];
            return Err(Stop::could_not(terminal.phrase("say-unreadable", &values)));
        }
    };
    let known = form::signatures_of(insight, &entry.document).into_iter();
    let newest = entry.edition == found.order.edition();
    let mut of_this = known.filter(|signed| form::is_newest(insight, &entry.document, signed) == newest);
    let line = entry.line(surveyed.workspace.agency.lang());
    let by_hand = || {
        let values: [(&str, &dyn Display); 2] = [("path", &shown), ("entry", &line)];
        Stop::could_not(terminal.phrase("record-by-hand", &values))
    };
    // The day tells which edition was signed, so the day of the decision parts them.
    let decided = form::decision_on(insight, person, entry.document.kind).map(|decision| decision.date.value);
    if decided.is_some_and(|decided| (decided <= entry.date) != newest) {
        let day = decided.map_or_else(String::new, |day| text::date(terminal.lang, day));
        let values: [(&str, &dyn Display); 2] = [("edition", &entry.edition), ("date", &day)];
        return Err(Stop::could_not(terminal.phrase("record-edition", &values)));
    }
    let changed = match of_this.next().map(|signed| (signed, &signed.hash)) {
        Some((_, Some(hash))) if FileHash::parse(&hash.value) == Some(entry.hash) => {
            terminal.say("record-known", &[("path", &shown)]);
            return Ok(ExitCode::SUCCESS);
        }
        // A further signature continues the file: its hash takes the place of the one before. Any other file is one too
        // many, and people decide which of them counts.
        Some((signed, Some(hash))) => {
            let old = FileHash::parse(&hash.value);
            let continues = signed::earlier(file.bytes()).into_iter().any(|hash| Some(hash) == old);
            if !continues || signed.how.value != entry.how {
                return Err(by_hand());
            }
            let (start, end) = (hash.span.start as usize, hash.span.end as usize);
            let before = written.get(..start).ok_or_else(by_hand)?;
            format!("{before}{}{}", entry.hash.hex(), written.get(end..).ok_or_else(by_hand)?)
        }
        Some((_, None)) => return Err(by_hand()),
        None => with_entry(&written, &line).ok_or_else(by_hand)?,
    };
    // Whatever the file looks like, nothing is written that would not be read as meant.
    if !says(&changed, &path, &period.id, entry, surveyed.workspace.agency.today) {
        return Err(by_hand());
    }
    replace_or_create(&place, changed.as_bytes()).map_err(|reason| {
        Stop::could_not(terminal.phrase("say-unwritable", &[("path", &shown), ("reason", &reason)]))
    })?;
    terminal.say("record-entered", &[("path", &shown), ("entry", &line)]);
    let open: Vec<&str> = file
        .fields()
        .iter()
        .filter(|field| field.signature.is_none())
        .map(|field| field.name.as_str())
        .collect();
    if entry.how == SignedHow::Electronic && !open.is_empty() {
        terminal.say("record-open", &[("fields", &open.join(", "))]);
    }
    Ok(ExitCode::SUCCESS)
}

fn is_of(signed: &SignedDocument, document: &ToSign) -> bool {
    let part = signed.part.as_ref().map(|part| &part.value);
    signed.document.value == document.kind && part == document.part.as_ref()
}

impl Entry {
    fn line(&self, lang: Lang) -> String {
        let part = self.document.part.as_ref().map(|part| format!(", part: {part}")).unwrap_or_default();
        let how = match self.how {
            SignedHow::Ink => "ink",
            SignedHow::Electronic => "electronic",
        };
        let place = self.place.as_ref().map(|place| serde_json::Value::String(place.clone()));
        let place = place.map(|place| format!(", place: {place}")).unwrap_or_default();
        let document = self.document.kind.name(lang);
        format!(
            "{{document: {document}{part}, how: {how}, date: {}, hash: {}{place}}}",
            self.date,
            self.hash.hex()
        )
    }
}

/// A record with one more entry among those signed. `None` where they are written in a way that cannot be added to by
/// lines.
fn with_entry(text: &str, line: &str) -> Option<String> {
    let break_ = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let Some(head) = lines.iter().position(|line| line.starts_with("signed:")) else {
        let closed = text.is_empty() || text.ends_with('\n');
        let end = if closed { "" } else { break_ };
        return Some(format!("{text}{end}signed:{break_}  - {line}{break_}"));
    };
    let first = lines.get(head + 1)?;
    let indent = first.len() - first.trim_start().len();
    let is_list = lines.get(head)?.trim_end() == "signed:" && first.trim_start().starts_with("- ");
    let entry = format!("{}- {line}{break_}", first.get(..indent)?);
    // The end of the list: the first line that belongs neither to it nor to its entries.
    let rest = lines.get(head + 1..)?;
    let in_list = |line: &&&str| {
        let own = line.len() - line.trim_start().len();
        line.trim().is_empty() || own > indent || (own == indent && line.trim_start().starts_with("- "))
    };
    let mut count = rest.iter().take_while(in_list).count();
    while count > 0 && rest.get(count - 1).is_some_and(|line| line.trim().is_empty()) {
        count -= 1;
    }
    let (before, after) = lines.split_at(head + 1 + count);
    let before = before.concat();
    let end = if before.ends_with('\n') { "" } else { break_ };
    is_list.then(|| format!("{before}{end}{entry}{}", after.concat()))
}

/// Whether a record, read anew, holds the entry.
fn says(text: &str, path: &str, period: &str, entry: &Entry, today: Date) -> bool {
    let (sources, _) = Sources::from_files([(path.to_owned(), text.as_bytes().to_vec())]);
    let (agency, _) = model::load(&sources, today);
    let dossier = agency.periods.get(period).and_then(|period| period.dossiers.get(&entry.document.person));
    let signed = dossier.and_then(|dossier| dossier.record.data()).map(|record| &record.signed);
    signed.into_iter().flatten().any(|signed| {
        let hash = signed.hash.as_ref().and_then(|hash| FileHash::parse(&hash.value));
        is_of(signed, &entry.document) && hash == Some(entry.hash) && signed.how.value == entry.how
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_comes_at_the_end_of_those_there_are() {
        let cases = [
            ("", "signed:\n  - {x}\n"),
            ("released: 2026-01-01", "released: 2026-01-01\nsigned:\n  - {x}\n"),
            (
                "signed:\n  - {document: skp}\n# keyed by hand\nkeyed: 2026-02-01\n",
                "signed:\n  - {document: skp}\n  - {x}\n# keyed by hand\nkeyed: 2026-02-01\n",
            ),
            ("signed:\n- document: skp\n  how: ink\n", "signed:\n- document: skp\n  how: ink\n- {x}\n"),
            ("signed:\r\n  - {document: skp}\r\n", "signed:\r\n  - {document: skp}\r\n  - {x}\r\n"),
        ];
        for (before, after) in cases {
            assert_eq!(with_entry(before, "{x}").as_deref(), Some(after), "{before:?}");
        }
        assert_eq!(with_entry("signed: [{document: skp}]\nkeyed: 2026-02-01\n", "{x}"), None);
    }
}
