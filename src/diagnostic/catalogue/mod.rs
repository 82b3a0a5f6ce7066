//! The words of all codes, in both languages, from the YAML files beside this one.

mod message;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::{Code, Severity};
use crate::text::Lang;

pub(super) use message::fill;

const FILES: [&str; 9] = [
    include_str!("r0.yaml"),
    include_str!("r1.yaml"),
    include_str!("r2.yaml"),
    include_str!("r3.yaml"),
    include_str!("r4.yaml"),
    include_str!("r5.yaml"),
    include_str!("r6.yaml"),
    include_str!("r7.yaml"),
    include_str!("r8.yaml"),
];

/// What the catalogue says of a code.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    severity: Weight,
    id: Words,
    en: Words,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Weight {
    Error,
    Warning,
}

/// The words of a code in one language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    /// The kind of problem in a few words, without placeholders.
    pub(super) title: String,
    /// One problem, with placeholders; stands alone.
    pub(super) message: String,
    /// What to do, with placeholders.
    pub(super) help: String,
    /// What is looked at.
    pub(super) what: String,
    /// Why it matters.
    pub(super) why: String,
}

impl Entry {
    /// The words in a language.
    pub(super) fn words(&self, lang: Lang) -> &Words {
        match lang {
            Lang::Id => &self.id,
            Lang::En => &self.en,
        }
    }

    /// How much the code weighs.
    pub(super) fn severity(&self) -> Severity {
        match self.severity {
            Weight::Error => Severity::Error,
            Weight::Warning => Severity::Warning,
        }
    }
}

/// A file that cannot be read leaves its range without words, which the tests notice; the tool goes on with bare codes.
static ENTRIES: LazyLock<BTreeMap<String, Entry>> =
    LazyLock::new(|| FILES.iter().filter_map(|text| read(text).ok()).flatten().collect());

/// A file that holds only comments has no entries yet.
fn read(text: &str) -> Result<BTreeMap<String, Entry>, serde_yaml::Error> {
    Ok(serde_yaml::from_str::<Option<BTreeMap<String, Entry>>>(text)?.unwrap_or_default())
}

/// The entry of a code.
pub(super) fn entry(code: Code) -> Option<&'static Entry> {
    ENTRIES.get(code.0)
}

/// How much a code weighs; an error where the catalogue does not say.
pub(super) fn severity(code: Code) -> Severity {
    entry(code).map_or(Severity::Error, Entry::severity)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::code;
    use std::collections::BTreeSet;

    #[test]
    fn every_file_can_be_read() {
        for text in FILES {
            let read = read(text);
            assert!(read.is_ok(), "{:?}", read.err());
        }
    }

    #[test]
    fn codes_and_entries_are_the_same_set() {
        let codes: BTreeSet<&str> = code::ALL.iter().map(|code| code.0).collect();
        let entries: BTreeSet<&str> = ENTRIES.keys().map(String::as_str).collect();
        assert_eq!(codes.len(), code::ALL.len(), "a code is given twice");
        assert_eq!(codes, entries);
    }

    #[test]
    fn both_languages_ask_for_the_same_arguments() {
        for (code, entry) in ENTRIES.iter() {
            for part in [|words: &Words| words.message.clone(), |words: &Words| words.help.clone()] {
                let (id, en) = (part(&entry.id), part(&entry.en));
                assert_eq!(message::placeholders(&id), message::placeholders(&en), "{code}");
            }
        }
    }

    #[test]
    fn words_keep_the_house_style() {
        for (code, entry) in ENTRIES.iter() {
            for words in [&entry.id, &entry.en] {
                for line in [&words.message, &words.help] {
                    let mut letters = line.chars();
                    // Abbreviations such as YAML keep their capitals.
                    let capital =
                        letters.next().unwrap().is_uppercase() && letters.next().unwrap().is_lowercase();
                    assert!(!capital && !line.ends_with('.') && !line.contains('\n'), "{code}: {line}");
                }
                assert_eq!(message::placeholders(&words.title), Vec::<String>::new(), "{code}");
                assert!(
                    !words.title.is_empty() && words.what.ends_with('.') && words.why.ends_with('.'),
                    "{code}"
                );
            }
        }
    }
}
