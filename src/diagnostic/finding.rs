//! Building findings and gathering them.

use crate::calendar::Date;
use crate::num::Exact;

use super::{Arg, Code, Finding, Note, Severity, Span, catalogue};

impl Finding {
    /// A finding at a place; its words come from the catalogue.
    pub fn new(code: Code, at: Span) -> Self {
        Finding { code, at, args: Vec::new(), notes: Vec::new(), suggestion: None }
    }

    /// Fills a placeholder with a name, id or key of the project's own: shown everywhere.
    pub fn arg(self, name: &'static str, value: impl Into<String>) -> Self {
        self.with(name, Arg::Text(value.into()))
    }

    /// Fills a placeholder with what stands in a file: left out where no source text may be shown.
    pub fn quoted(self, name: &'static str, value: impl Into<String>) -> Self {
        self.with(name, Arg::Quoted(value.into()))
    }

    /// Fills a placeholder with a count.
    pub fn count(self, name: &'static str, value: impl TryInto<i64>) -> Self {
        self.with(name, Arg::Count(value.try_into().unwrap_or(i64::MAX)))
    }

    /// Fills a placeholder with a number.
    pub fn number(self, name: &'static str, value: &Exact) -> Self {
        self.with(name, Arg::Number(value.clone()))
    }

    /// Fills a placeholder with a date.
    pub fn date(self, name: &'static str, value: Date) -> Self {
        self.with(name, Arg::Date(value))
    }

    /// Fills a placeholder with alternatives or members.
    pub fn list<S: Into<String>>(self, name: &'static str, values: impl IntoIterator<Item = S>) -> Self {
        self.with(name, Arg::List(values.into_iter().map(Into::into).collect()))
    }

    /// Fills a placeholder with a phrase, looked up in the reader's language.
    pub fn phrase(self, name: &'static str, key: &'static str) -> Self {
        self.with(name, Arg::Phrase(key))
    }

    /// Says what was probably meant.
    pub fn suggest(mut self, suggestion: Option<impl Into<String>>) -> Self {
        self.suggestion = suggestion.map(Into::into);
        self
    }

    /// Adds a second place and the phrase that says what it has to do with this.
    pub fn note(mut self, at: Span, phrase: &'static str) -> Self {
        self.notes.push(Note { at, phrase });
        self
    }

    /// How much it weighs, by the catalogue.
    pub fn severity(&self) -> Severity {
        catalogue::severity(self.code)
    }

    fn with(mut self, name: &'static str, value: Arg) -> Self {
        self.args.push((name, value));
        self
    }
}

/// Findings of a run as they come in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Findings(Vec<Finding>);

impl Findings {
    /// No findings yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one.
    pub fn push(&mut self, finding: Finding) {
        self.0.push(finding);
    }

    /// Says whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// In the order they came in.
    pub fn iter(&self) -> std::slice::Iter<'_, Finding> {
        self.0.iter()
    }

    /// In the order they are shown: by path, place and code, each once.
    pub fn into_sorted(mut self) -> Vec<Finding> {
        self.0.sort_by(|a, b| sort_key(a).cmp(&sort_key(b)).then_with(|| a.args.cmp(&b.args)));
        self.0.dedup();
        self.0
    }
}

/// Files are numbered in the order of their paths, so a span sorts by path and place.
fn sort_key(finding: &Finding) -> (Span, Code, &Option<String>) {
    (finding.at, finding.code, &finding.suggestion)
}

impl Extend<Finding> for Findings {
    fn extend<I: IntoIterator<Item = Finding>>(&mut self, findings: I) {
        self.0.extend(findings);
    }
}

impl FromIterator<Finding> for Findings {
    fn from_iter<I: IntoIterator<Item = Finding>>(findings: I) -> Self {
        Findings(findings.into_iter().collect())
    }
}

impl From<Vec<Finding>> for Findings {
    fn from(findings: Vec<Finding>) -> Self {
        Findings(findings)
    }
}

impl IntoIterator for Findings {
    type Item = Finding;
    type IntoIter = std::vec::IntoIter<Finding>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}
