//! Where a file comes from: whether this repository made its bytes, and what it says otherwise if not.

use super::super::Stop;
use super::super::documents::{Found, Means, produce, uncoded};
use super::super::terminal::Terminal;
use super::super::workspace::Surveyed;
use super::compare::{Difference, compare};
use crate::pdf::{Change, Existing, Step};
use crate::schema::events::SignedDocument;
use crate::seal::{Code, FileHash};

/// What a file is to this repository.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Origin {
    /// Byte by byte what the repository makes today.
    Same,
    /// Recorded as signed.
    Recorded,
    /// It begins with such bytes, and what was added are signatures as far as its fields say.
    Continued,
    /// It begins with such bytes, but there is something added that is no signature.
    Appended,
    /// It says the same as what the repository makes today, in other bytes.
    Alike,
    /// It bears the code of a document, and says something else.
    Different(Vec<Difference>),
    /// It bears the code of a document that the repository cannot make any more.
    Gone,
    /// It bears a code that belongs to no document of the repository.
    Unknown,
    /// It bears no code, and is no document without one either, as they are made today.
    Bare,
}

impl Origin {
    /// Its name in JSON.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Origin::Same => "same",
            Origin::Recorded => "recorded",
            Origin::Continued => "continued",
            Origin::Appended => "appended",
            Origin::Alike => "alike",
            Origin::Different(_) => "different",
            Origin::Gone => "gone",
            Origin::Unknown => "unknown",
            Origin::Bare => "no-code",
        }
    }
}

/// What was found out of a file.
pub(in crate::cli) struct Examined<'a> {
    pub(super) origin: Origin,
    /// The code it bears.
    pub(super) code: Option<Code>,
    /// The document the code belongs to.
    pub(super) found: Option<Found<'a>>,
    /// The entry in the record that names these bytes or those it begins with.
    pub(super) signed: Option<&'a SignedDocument>,
}

impl Examined<'_> {
    /// Whether the file is what its code claims it to be.
    pub(in crate::cli) fn is_right(&self) -> bool {
        matches!(self.origin, Origin::Same | Origin::Recorded | Origin::Continued)
    }
}

/// Examines a file. `before` is the repository as it was before decisions on objections, if there are any: what first
/// editions are made from.
pub(super) fn examine<'a>(
    file: &Existing,
    now: &'a Surveyed<'a>,
    before: Option<&'a Surveyed<'a>>,
    means: &Means,
    terminal: &Terminal,
) -> Result<Examined<'a>, Stop> {
    let code = code_of(file);
    let mut examined = Examined { origin: Origin::Bare, code, found: None, signed: None };
    // What gathers others shows their codes on its pages, and has none of its own.
    if file.identifier().is_none()
        && let Some(found) = uncoded(file.bytes(), now, means, terminal)?
    {
        return Ok(Examined { origin: Origin::Same, code: None, found: Some(found), signed: None });
    }
    let (Some(code), Some(sealing)) = (code, &means.sealing) else { return Ok(examined) };
    let Some(found) = sealing.identify(now, &code) else {
        examined.origin = Origin::Unknown;
        return Ok(examined);
    };
    // A first edition says what was so before the decision.
    let made = if found.is_newest() {
        produce(now, &found.order, means, terminal)?
    } else {
        let first = before.and_then(|before| Some((before, sealing.identify(before, &code)?)));
        let made = first.map(|(before, first)| produce(before, &first.order, means, terminal));
        made.transpose()?.flatten()
    };
    let made = made.as_ref().map_or(&[][..], |content| content.bytes());
    let recorded = found.order.signatures(found.edition);
    let entry = |hash: &FileHash| recorded.iter().find(|(_, known)| known == hash).map(|(signed, _)| *signed);
    examined.signed = entry(&FileHash::of(file.bytes()));
    examined.origin = if examined.signed.is_some() {
        Origin::Recorded
    } else if file.bytes() == made {
        Origin::Same
    } else {
        let starts = beginnings(file);
        let hashes = FileHash::of_beginnings(file.bytes(), &starts);
        let own = starts.iter().zip(&hashes).rev().find_map(|(start, hash)| Some((*start, entry(hash)?)));
        examined.signed = own.map(|(_, signed)| signed);
        let start = own.map(|(start, _)| start);
        let is_made = |start: &usize| file.bytes().get(..*start) == Some(made);
        match start.or_else(|| starts.into_iter().rev().find(is_made)) {
            Some(start) => continued(file, start),
            None if made.is_empty() => Origin::Gone,
            None => compared(file, made),
        }
    };
    examined.found = Some(found);
    Ok(examined)
}

/// How long what a file continues may be, in rising order. A continuation may have ended the last line itself.
fn beginnings(file: &Existing) -> Vec<usize> {
    let ends = file.revisions().iter().flat_map(|end| {
        let start = file.bytes().get(..*end).unwrap_or_default();
        [start.trim_ascii_end().len(), *end]
    });
    ends.collect()
}

/// What a file is that begins with so many bytes known to be right. Each revision after them must have added something,
/// and nothing but signatures and what belongs to them.
fn continued(file: &Existing, start: usize) -> Origin {
    let earlier = file.bytes().get(..start).map(<[u8]>::to_vec).unwrap_or_default();
    let Ok(earlier) = Existing::open(earlier) else { return Origin::Appended };
    let differences = compare(&file.words(), &earlier.words());
    if !differences.is_empty() {
        return Origin::Different(differences);
    }
    let place = earlier.revisions().len().saturating_sub(1);
    let past = file.past(place);
    let last = file.revisions().last().copied().unwrap_or(0);
    let is_closed = file.bytes().get(last..).is_some_and(|tail| tail.trim_ascii().is_empty());
    let keeps = |step: &Step| !step.changes.is_empty() && step.changes.iter().all(Change::keeps_content);
    let signs = |change: &Change| matches!(change, Change::Signed { .. } | Change::NewField { .. });
    let later = past.after(place).unwrap_or_default();
    let are_signatures = later.iter().all(keeps) && later.iter().any(|step| step.changes.iter().any(signs));
    if is_closed && are_signatures { Origin::Continued } else { Origin::Appended }
}

/// What a file is that shares no bytes with the one that was made.
fn compared(file: &Existing, made: &[u8]) -> Origin {
    let Ok(made) = Existing::open(made.to_vec()) else { return Origin::Gone };
    let differences = compare(&file.words(), &made.words());
    if differences.is_empty() { Origin::Alike } else { Origin::Different(differences) }
}

/// The code a file bears: in its description, or else printed on its pages, as when it was printed to a file anew.
pub(in crate::cli) fn code_of(file: &Existing) -> Option<Code> {
    let described = file.identifier().and_then(|identifier| Code::parse(&identifier));
    described.or_else(|| {
        let words = file.words();
        let printed = words.iter().flatten().flat_map(|entry| entry.split_whitespace());
        // Words of so many letters and no hyphen are no codes of ours.
        printed.filter(|word| word.contains('-')).find_map(Code::parse)
    })
}
