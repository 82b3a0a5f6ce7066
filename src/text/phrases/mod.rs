//! Short phrases by key, in both languages. Each area has its own table.

mod calibration;
mod cli;
mod derivation;
mod findings;
mod forms;
mod growth;
mod method;
mod office;
mod papers;
mod public;
mod seal;
mod sign;
mod signing;
mod site;
mod verify;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::Lang;

/// Key, Indonesian, English.
type Row = (&'static str, &'static str, &'static str);

const TABLES: &[&[Row]] = &[
    calibration::ROWS,
    cli::ROWS,
    derivation::ROWS,
    findings::ROWS,
    forms::ROWS,
    growth::ROWS,
    method::ROWS,
    office::ROWS,
    papers::ROWS,
    public::ROWS,
    seal::ROWS,
    sign::ROWS,
    signing::ROWS,
    site::ROWS,
    verify::ROWS,
];

static PHRASES: LazyLock<BTreeMap<&'static str, (&'static str, &'static str)>> = LazyLock::new(|| {
    TABLES.iter().flat_map(|rows| rows.iter()).map(|&(key, id, en)| (key, (id, en))).collect()
});

/// The phrase of a key; the key itself where there is none.
pub fn phrase(lang: Lang, key: &'static str) -> &'static str {
    match (PHRASES.get(key), lang) {
        (Some((id, _)), Lang::Id) => id,
        (Some((_, en)), Lang::En) => en,
        (None, _) => key,
    }
}

/// The phrase of a key that comes from a template; `None` where there is none.
pub fn known_phrase(lang: Lang, key: &str) -> Option<&'static str> {
    let (id, en) = PHRASES.get(key)?;
    Some(if lang == Lang::Id { id } else { en })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_given_once_and_in_both_languages() {
        assert_eq!(PHRASES.len(), TABLES.iter().map(|rows| rows.len()).sum::<usize>());
        for (key, (id, en)) in PHRASES.iter() {
            assert!(!id.is_empty() && !en.is_empty(), "{key}");
        }
    }

    /// English words for many follow a count only by the form that knows the word for one too.
    #[test]
    fn counted_words_have_a_singular() {
        use super::super::{Part, parts};
        let verbs = ["is", "has", "was", "takes", "exists", "holds", "stands", "bears", "belongs"];
        for (key, (_, en)) in PHRASES.iter() {
            let mut after_value = false;
            for part in parts(en) {
                if let Part::Words(words) = part
                    && after_value
                {
                    let word =
                        words.strip_prefix(' ').and_then(|rest| rest.split([' ', ',', '.', ';']).next());
                    let many =
                        word.is_some_and(|word| word == "people" || (word.len() > 1 && word.ends_with('s')));
                    assert!(!many || word.is_some_and(|word| verbs.contains(&word)), "{key}: {en}");
                }
                after_value = matches!(part, Part::Place { form: None, .. });
            }
        }
    }
}
