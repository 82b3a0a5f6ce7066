//! What a code means, with examples that are tests as well.

use super::{Severity, catalogue, code};
use crate::text::Lang;

/// A file of an example.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Example {
    /// Path in the agency's repository.
    pub path: &'static str,
    /// The text.
    pub text: &'static str,
}

/// All that is known of a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The code.
    pub code: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// The kind of problem in a few words.
    pub title: &'static str,
    /// What is looked at.
    pub what: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// Files that have the problem.
    pub wrong: Vec<Example>,
    /// The same files without it.
    pub right: Vec<Example>,
}

/// Explains a code, written in upper or lower case. `None` if there is no such code.
pub fn explain(code: &str, lang: Lang) -> Option<Explanation> {
    let code = code::ALL.iter().copied().find(|known| known.0.eq_ignore_ascii_case(code))?;
    let entry = catalogue::entry(code)?;
    let words = entry.words(lang);
    Some(Explanation {
        code: code.0,
        severity: entry.severity(),
        title: &words.title,
        what: &words.what,
        why: &words.why,
        wrong: Vec::new(),
        right: Vec::new(),
    })
}
