//! What a code means, with examples that are tests as well.

use std::borrow::Cow;

use super::{Severity, catalogue, code};
use crate::embedded;
use crate::text::{self, Lang};

/// A file of an example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// Path in the agency's repository.
    pub path: &'static str,
    /// The text.
    pub text: Cow<'static, str>,
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
    let code = code::ALL.iter().copied().find(|known| known.0.eq_ignore_ascii_case(code.trim()))?;
    let entry = catalogue::entry(code)?;
    let words = entry.words(lang);
    Some(Explanation {
        code: code.0,
        severity: entry.severity(),
        title: &words.title,
        what: &words.what,
        why: &words.why,
        wrong: examples(code.0, "err"),
        right: examples(code.0, "ok"),
    })
}

/// The files of `tests/cases/<code>/<side>`, each at its path in the agency. What is there for the tests alone is
/// left out: the list of what is expected, and marks that take a file away.
fn examples(code: &str, side: &str) -> Vec<Example> {
    let folder = format!("{code}/{side}/");
    let files = embedded::under(embedded::CASES, &folder);
    let example = |file: &'static embedded::File| {
        let path = file.path.strip_prefix(&folder)?;
        if path == "expect" || path.ends_with(".absent") {
            return None;
        }
        Some(Example { path, text: String::from_utf8_lossy(file.bytes) })
    };
    files.iter().filter_map(example).collect()
}

impl Explanation {
    /// The explanation as text for a terminal.
    pub fn to_text(&self, lang: Lang) -> String {
        let severity = match self.severity {
            Severity::Error => text::phrase(lang, "error"),
            Severity::Warning => text::phrase(lang, "warning"),
        };
        let mut out = format!("{} ({severity}): {}\n", self.code, self.title);
        for (heading, words) in [("explain-what", self.what), ("explain-why", self.why)] {
            out.push_str(&format!("\n{}\n  {words}\n", text::phrase(lang, heading)));
        }
        for (heading, examples) in [("explain-wrong", &self.wrong), ("explain-right", &self.right)] {
            if !examples.is_empty() {
                out.push_str(&format!("\n{}\n", text::phrase(lang, heading)));
            }
            for example in examples {
                out.push_str(&format!("  {}\n", example.path));
                for line in example.text.lines() {
                    out.push_str(format!("    {}", visible(line)).trim_end());
                    out.push('\n');
                }
            }
        }
        out
    }
}

/// Examples may hold the very characters they warn of.
fn visible(line: &str) -> String {
    line.chars()
        .map(|c| {
            if c == '\t' {
                '→'
            } else if c.is_control() {
                '\u{fffd}'
            } else {
                c
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_explained_in_both_languages() {
        for code in code::ALL {
            for lang in [Lang::Id, Lang::En] {
                let explanation = explain(&code.0.to_lowercase(), lang).unwrap();
                assert!(explanation.to_text(lang).starts_with(code.0), "{code:?}");
            }
        }
        assert_eq!(explain("R999", Lang::Id), None);
    }

    #[test]
    fn examples_are_shown_as_they_are_written() {
        let text = explain("R103", Lang::En).unwrap().to_text(Lang::En);
        for part in ["R103 (error): Unknown key", "\nWrong\n", "\nRight\n", "  content/"] {
            assert!(text.contains(part), "{part}: {text}");
        }
    }
}
