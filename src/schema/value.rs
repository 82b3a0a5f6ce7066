//! Values that remember where they were written.

use std::ops::Deref;

use crate::calendar::{Date, parse_date};
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

/// Words that say that something is done.
const DONE: [&str; 5] = ["yes", "ya", "true", "selesai", "done"];
/// Words that say that it is not.
const NOT_DONE: [&str; 5] = ["no", "tidak", "false", "belum", "not done"];

impl Measure {
    /// The number, where it is one.
    pub fn number(&self) -> Option<&Exact> {
        match self {
            Measure::Number(number) => Some(number),
            _ => None,
        }
    }

    /// The lower and the upper end; a number is both.
    pub fn ends(&self) -> Option<(&Exact, &Exact)> {
        match self {
            Measure::Number(number) => Some((number, number)),
            Measure::Range(from, to) => Some((from, to)),
            Measure::Words(_) => None,
        }
    }

    /// The day, where it is one.
    pub fn day(&self) -> Option<Date> {
        match self {
            Measure::Words(words) => parse_date(words.trim()),
            _ => None,
        }
    }

    /// Whether it says that something is done. `None` where it says neither that nor the opposite.
    pub fn is_done(&self) -> Option<bool> {
        let Measure::Words(words) = self else { return None };
        let said = words.trim().to_lowercase();
        let says = |words: &[&str]| words.contains(&said.as_str());
        if says(&DONE) { Some(true) } else { says(&NOT_DONE).then_some(false) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_are_numbers_days_or_deeds() {
        let words = |text: &str| Measure::Words(text.to_owned());
        for (text, done) in [
            ("Ya", Some(true)),
            (" selesai ", Some(true)),
            ("true", Some(true)),
            ("tidak", Some(false)),
            ("Belum", Some(false)),
            ("hampir selesai", None),
            ("", None),
        ] {
            assert_eq!(words(text).is_done(), done, "{text}");
        }
        assert_eq!(words("2025-06-30").day(), parse_date("2025-06-30"));
        assert_eq!(words("30 Juni 2025").day(), None);
        let one = Exact::from(1);
        assert_eq!(Measure::Number(one.clone()).ends(), Some((&one, &one)));
        assert_eq!(Measure::Range(one.clone(), one.clone()).number(), None);
    }
}
