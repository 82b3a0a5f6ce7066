//! What a signature covers of a file that went on growing, and what was done to the file afterwards.

use std::collections::BTreeSet;

use super::Fault;
use crate::pdf::{Change, Existing, Past, Signature, SignatureField};

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

/// A file and how it came about.
pub(super) struct History<'a> {
    file: &'a Existing,
    past: Past,
}

impl<'a> History<'a> {
    /// That of a file, from the revision before the first one whose end a signature reaches.
    pub(super) fn new(file: &'a Existing, signed: &[(&SignatureField, &Signature)]) -> History<'a> {
        let ends = signed.iter().filter_map(|(_, signature)| place(file, end(signature)?));
        let past = ends.min().map_or_else(Past::default, |first| file.past(first.saturating_sub(1)));
        History { file, past }
    }

    pub(super) fn file(&self) -> &'a Existing {
        self.file
    }

    /// What a signature covers that ends at a byte.
    pub(super) fn covers(
        &self,
        field: &SignatureField,
        signature: &Signature,
        end: usize,
    ) -> Result<Covers, Fault> {
        let ends = self.file.revisions();
        let place = place(self.file, end).ok_or(Fault::Range)?;
        let before = place.checked_sub(1).map(|before| self.past.step(before));
        let later = match (self.past.step(place), before, self.past.after(place)) {
            (Some(then), None | Some(Some(_)), Some(after)) => {
                // It stands in its field in the revision it covers, and not yet in the one before.
                let was_there =
                    before.flatten().is_some_and(|before| before.signed.contains_key(&field.name));
                if then.signed.get(&field.name) != Some(&true) || was_there {
                    return Err(Fault::Moved);
                }
                after.iter().flat_map(|step| step.changes.iter().cloned()).collect()
            }
            _ => BTreeSet::from([Change::Unreadable]),
        };
        let last = ends.last().copied().unwrap_or(end);
        let is_last = place + 1 == ends.len();
        let tail = self.file.bytes().get(if is_last { end } else { last }..).unwrap_or_default();
        Ok(Covers {
            revision: place + 1,
            of: ends.len(),
            is_forbidden: signature.docmdp == Some(1)
                && later.iter().any(|change| *change != Change::Evidence),
            has_tail: !tail.iter().all(u8::is_ascii_whitespace) || tail.len() > 2,
            later,
        })
    }
}

/// Where the bytes end that a signature says it covers.
fn end(signature: &Signature) -> Option<usize> {
    signature.byte_range[2].checked_add(signature.byte_range[3])
}

/// The revision that ends at a byte. Some signing programs leave the last end of line outside.
fn place(file: &Existing, end: usize) -> Option<usize> {
    let bytes = file.bytes();
    let ends_here = |close: &usize| {
        end <= *close
            && bytes.get(end..*close).is_some_and(|rest| matches!(rest, b"" | b"\n" | b"\r" | b"\r\n"))
    };
    file.revisions().iter().position(ends_here)
}
