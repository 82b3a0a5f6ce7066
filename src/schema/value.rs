//! Values that remember where they were written.

use std::ops::Deref;

use crate::diagnostic::Span;
use crate::num::Exact;

/// A value and the place it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct At<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

impl<T> At<T> {
    /// Puts another value at the same place.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> At<U> {
        At { value: f(self.value), span: self.span }
    }
}

impl<T> Deref for At<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}

/// An id as written: lower-case letters, digits, `-` and `_`.
pub type Id = At<String>;

/// A text in one or several languages, in the order written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Label(pub Vec<(String, String)>);

impl Label {
    /// A label in no particular language.
    pub fn plain(text: impl Into<String>) -> Self {
        Label(vec![(String::new(), text.into())])
    }

    /// The text in a language, else the first there is.
    pub fn get(&self, tag: &str) -> &str {
        self.0.iter().find(|(t, _)| t == tag).or(self.0.first()).map_or("", |(_, text)| text)
    }
}

/// What an indicator aims at, or what was reached: a number where it can be one, else words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Measure {
    /// A number, in the indicator's unit.
    Number(Exact),
    /// From one number to another, both included.
    Range(Exact, Exact),
    /// Words.
    Words(String),
}
