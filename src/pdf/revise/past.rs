//! How a file came about: what each of its revisions changed, and what was signed by then.

use std::collections::{BTreeMap, BTreeSet};

use super::{Change, Existing, FileError, Signature};

/// Most revisions that are compared, from the last one back.
const MOST_COMPARED: usize = 101;
/// Most bytes that are read for it: each revision is read with all before it.
const MOST_READ: usize = 512 << 20;

/// One revision.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Step {
    /// The fields signed by then that are signed in the whole file, and whether with the signature that is in them now.
    pub signed: BTreeMap<String, bool>,
    /// What it changed in the one before it.
    pub changes: BTreeSet<Change>,
}

/// The revisions of a file, as far back as is looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Past {
    from: usize,
    steps: Vec<Step>,
}

impl Past {
    /// A revision by its place, from 0; `None` if it lies too far back. What the first one that is looked at changed is
    /// not told.
    pub fn step(&self, place: usize) -> Option<&Step> {
        self.steps.get(place.checked_sub(self.from)?)
    }

    /// The revisions after one; `None` if they lie too far back.
    pub fn after(&self, place: usize) -> Option<&[Step]> {
        self.steps.get((place + 1).checked_sub(self.from).filter(|place| *place > 0)?..)
    }
}

impl Existing {
    /// How the file came about from a revision on. Each is read once.
    pub fn past(&self, first: usize) -> Past {
        let ends = self.revisions();
        let mut left = MOST_READ;
        let read = ends.iter().rev().take(MOST_COMPARED).take_while(|end| {
            let fits = left >= **end;
            left = left.saturating_sub(**end);
            fits
        });
        let from = first.max(ends.len() - read.count());
        let now: BTreeMap<&str, &Signature> = signatures(self).collect();
        let mut before: Option<Result<Existing, FileError>> = None;
        let mut steps = Vec::new();
        for end in ends.iter().skip(from) {
            let then = self.at(*end);
            let changes = match (&before, &then) {
                (None, _) => BTreeSet::new(),
                (Some(Ok(before)), Ok(then)) => then.changes_since(before),
                _ => BTreeSet::from([Change::Unreadable]),
            };
            let fields = then.iter().flat_map(signatures);
            let signed = fields.filter_map(|(name, own)| Some((name.to_owned(), *now.get(name)? == own)));
            steps.push(Step { signed: signed.collect(), changes });
            before = Some(then);
        }
        Past { from, steps }
    }
}

fn signatures(file: &Existing) -> impl Iterator<Item = (&str, &Signature)> {
    file.fields().iter().filter_map(|field| Some((field.name.as_str(), field.signature.as_ref()?)))
}
