//! What a signature covers of a file that went on growing, and what was done to the file afterwards.

use std::collections::BTreeSet;

use super::Fault;
use crate::pdf::{Change, Existing, Signature, SignatureField};

/// Most revisions after a signature that are compared.
const MOST_REVISIONS: usize = 100;

/// What a signature covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Covers {
    /// The revision it covers, with all before it, from 1.
    pub revision: usize,
    /// How many revisions the file has.
    pub of: usize,
    /// What was changed afterwards. Empty for the last signature of a file.
    pub later: BTreeSet<Change>,
    /// The signature permits no change at all, and there are some.
    pub is_forbidden: bool,
    /// Bytes follow the last revision.
    pub has_tail: bool,
}

impl Covers {
    /// Says that it covers all that the file shows: what follows are signatures and what belongs to them.
    pub fn is_right(&self) -> bool {
        self.later.iter().all(Change::keeps_content) && !self.is_forbidden && !self.has_tail
    }

    /// Says that it covers every byte.
    pub fn is_whole(&self) -> bool {
        self.revision == self.of && !self.has_tail
    }
}

/// The revisions of a file, opened as they are needed.
pub(super) struct History<'a> {
    file: &'a Existing,
    /// What each revision changed, by its place, as far as it was asked for.
    changes: Vec<Option<BTreeSet<Change>>>,
}

impl<'a> History<'a> {
    pub(super) fn new(file: &'a Existing) -> History<'a> {
        History { file, changes: vec![None; file.revisions().len()] }
    }

    pub(super) fn file(&self) -> &'a Existing {
        self.file
    }

    /// What a signature covers that ends at a byte.
    pub(super) fn covers(
        &mut self,
        field: &SignatureField,
        signature: &Signature,
        end: usize,
    ) -> Result<Covers, Fault> {
        let ends = self.file.revisions();
        let bytes = self.file.bytes();
        // Some signing programs leave the last end of line outside.
        let ends_here = |close: usize| {
            end <= close
                && bytes.get(end..close).is_some_and(|rest| matches!(rest, b"" | b"\n" | b"\r" | b"\r\n"))
        };
        let place = ends.iter().position(|close| ends_here(*close)).ok_or(Fault::Range)?;
        let close = ends.get(place).copied().unwrap_or(end);
        self.was_made_there(field, signature, place, close)?;
        let last = ends.last().copied().unwrap_or(end);
        let is_last = place + 1 == ends.len();
        let tail = bytes.get(if is_last { end } else { last }..).unwrap_or_default();
        let later = self.later(place);
        Ok(Covers {
            revision: place + 1,
            of: ends.len(),
            is_forbidden: signature.docmdp == Some(1)
                && later.iter().any(|change| *change != Change::Evidence),
            has_tail: !tail.iter().all(u8::is_ascii_whitespace) || tail.len() > 2,
            later,
        })
    }

    /// Checks that a signature stands in its field in the revision it covers, and not yet in the one before.
    fn was_made_there(
        &self,
        field: &SignatureField,
        signature: &Signature,
        place: usize,
        close: usize,
    ) -> Result<(), Fault> {
        let own = |file: &Existing| {
            let same = file.fields().iter().find(|known| known.name == field.name);
            same.and_then(|known| known.signature.clone())
        };
        let then = self.file.at(close).map_err(|_| Fault::Moved)?;
        let before = place.checked_sub(1).and_then(|before| self.file.revisions().get(before));
        let was_there = before.is_some_and(|end| self.file.at(*end).is_ok_and(|file| own(&file).is_some()));
        if own(&then).as_ref() == Some(signature) && !was_there { Ok(()) } else { Err(Fault::Moved) }
    }

    /// All changes after a revision.
    fn later(&mut self, place: usize) -> BTreeSet<Change> {
        let count = self.file.revisions().len();
        if count - place > MOST_REVISIONS {
            return BTreeSet::from([Change::Unreadable]);
        }
        (place + 1..count).flat_map(|place| self.changes_in(place)).collect()
    }

    fn changes_in(&mut self, place: usize) -> BTreeSet<Change> {
        if let Some(Some(known)) = self.changes.get(place) {
            return known.clone();
        }
        let at = |place: usize| self.file.revisions().get(place).map(|end| self.file.at(*end));
        let found = match (at(place.saturating_sub(1)), at(place)) {
            (Some(Ok(old)), Some(Ok(new))) => new.changes_since(&old),
            _ => BTreeSet::from([Change::Unreadable]),
        };
        if let Some(slot) = self.changes.get_mut(place) {
            *slot = Some(found.clone());
        }
        found
    }
}
