//! The rules.
//!
//! Takes the model, its frameworks and locks, gives findings and a `Checked` model that later rooms may trust. One
//! file holds one family of rules. Must never change what was written.

use std::collections::BTreeSet;

use crate::diagnostic::Findings;
use crate::model::Agency;
use crate::source::Sources;

/// An agency that was checked. People whose files have errors are withheld from everything computed from it.
#[derive(Debug)]
pub struct Checked<'a> {
    /// The agency.
    pub agency: &'a Agency,
    held: BTreeSet<(String, String)>,
}

impl<'a> Checked<'a> {
    /// Whether a person is withheld in a period, because a file of theirs has an error.
    pub fn is_held(&self, period: &str, person: &str) -> bool {
        self.held.contains(&(period.to_owned(), person.to_owned()))
    }

    /// Whether anybody is withheld in a period, so that no aggregate of it can be complete.
    pub fn any_held(&self, period: &str) -> bool {
        self.held.iter().any(|(held, _)| held == period)
    }
}

/// Checks an agency. Findings of reading come in, findings of all rules are added to them.
pub fn check<'a>(agency: &'a Agency, sources: &Sources, found: Findings) -> (Checked<'a>, Findings) {
    let _ = sources;
    (Checked { agency, held: BTreeSet::new() }, found)
}
