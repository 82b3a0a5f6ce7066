//! Findings: what is wrong, where, why and what to do.
//!
//! A finding is a code with typed arguments and places; its words are put in at the edge, in the reader's language,
//! from the catalogue. Takes findings and the texts they point into, gives reports in several formats as strings.
//! Must never print, read files, or know what an agency is.

mod catalogue;
pub mod code;
mod explain;
mod finding;
mod render;
mod suggest;
mod texts;

use crate::calendar::Date;
use crate::num::Exact;

pub use explain::{Example, Explanation, explain};
pub use finding::Findings;
pub use render::{Format, Options, Summary, render, summary};
pub use suggest::suggest;
pub use texts::{Place, Places, Texts, place, range};

/// A file of this run, numbered in the order of sorted paths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A stretch of bytes in a file. Line and column are worked out where a finding is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// Byte after the last; equal to `start` where a place rather than a stretch is meant.
    pub end: u32,
}

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Data is false or unreadable; nothing is published.
    Error,
    /// Data is incomplete, late or unwise.
    Warning,
}

/// A value inside a message. Rendered by language, so that dates and lists read naturally.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Arg {
    /// Names, ids and keys, as they are.
    Text(String),
    /// What stands in a file. Left out where no source text may be shown.
    Quoted(String),
    /// A count.
    Count(i64),
    /// A number, shown as it can be written.
    Number(Exact),
    /// A date.
    Date(Date),
    /// Alternatives or members.
    List(Vec<String>),
    /// A phrase of the word list, looked up in the reader's language.
    Phrase(&'static str),
}

impl Span {
    /// A stretch of a file.
    pub fn new(file: FileId, start: usize, end: usize) -> Self {
        let clamp = |byte: usize| u32::try_from(byte).unwrap_or(u32::MAX);
        Span { file, start: clamp(start), end: clamp(end) }
    }

    /// The start of a file.
    pub fn start_of(file: FileId) -> Self {
        Span { file, start: 0, end: 0 }
    }
}

/// The stable code of a kind of finding, such as `R103`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(pub &'static str);

/// A second place that belongs to a finding, with the phrase that says how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Where.
    pub at: Span,
    /// Key of the phrase, such as `first-given`.
    pub phrase: &'static str,
}

/// One problem in the agency's files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What kind of problem.
    pub code: Code,
    /// Where it is. A finding about a missing file points at the start of the file that asks for it.
    pub at: Span,
    /// Values for the placeholders of the message.
    pub args: Vec<(&'static str, Arg)>,
    /// Further places.
    pub notes: Vec<Note>,
    /// What the writer probably meant.
    pub suggestion: Option<String>,
}
