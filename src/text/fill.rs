//! Putting values into the places of a phrase.
//!
//! `{n}` stands for a value; `{n|person/people}` for the first word where that value is one, else for the second. What is
//! put in is never read for places again.

use std::fmt::Display;

/// A piece of a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part<'a> {
    /// Words that stand as they are.
    Words(&'a str),
    /// A place for a value.
    Place {
        /// The place as it is written, braces included.
        whole: &'a str,
        /// The name of the value.
        name: &'a str,
        /// What follows the bar.
        form: Option<&'a str>,
    },
}

/// The pieces of a phrase, in order.
pub fn parts(phrase: &str) -> impl Iterator<Item = Part<'_>> {
    let mut rest = phrase;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        if let Some(body) = rest.strip_prefix('{')
            && let Some(close) = body.find('}')
        {
            let (whole, after) = rest.split_at(close + 2);
            rest = after;
            let inside = &body[..close];
            let (name, form) =
                inside.split_once('|').map_or((inside, None), |(name, form)| (name, Some(form)));
            return Some(Part::Place { whole, name, form });
        }
        let skip = usize::from(rest.starts_with('{'));
        let end = rest[skip..].find('{').map_or(rest.len(), |at| at + skip);
        let (words, after) = rest.split_at(end);
        rest = after;
        Some(Part::Words(words))
    })
}

/// The word of a form such as `person/people`. `None` where the form is no such pair.
pub fn by_count(form: &str, is_one: bool) -> Option<&str> {
    let (one, more) = form.split_once('/')?;
    Some(if is_one { one } else { more })
}

/// A phrase with its places filled. A place without a value stays as it is; a word that depends on it stands for many.
pub fn fill(phrase: &str, values: &[(&str, &dyn Display)]) -> String {
    let mut out = String::with_capacity(phrase.len() + 32);
    for part in parts(phrase) {
        match part {
            Part::Words(words) => out.push_str(words),
            Part::Place { whole, name, form } => {
                let value =
                    values.iter().find(|(known, _)| *known == name).map(|(_, value)| value.to_string());
                let word = form.and_then(|form| by_count(form, value.as_deref() == Some("1")));
                out.push_str(word.or(value.as_deref()).unwrap_or(whole));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_follow_the_count() {
        let phrase = "{n} {n|person has/people have} an outcome";
        for (n, words) in
            [(0, "0 people have"), (1, "1 person has"), (2, "2 people have"), (11, "11 people have")]
        {
            assert_eq!(fill(phrase, &[("n", &n)]), format!("{words} an outcome"));
        }
        assert_eq!(fill(phrase, &[]), "{n} people have an outcome");
    }

    #[test]
    fn what_is_put_in_is_not_read_again() {
        let values: [(&str, &dyn Display); 2] = [("name", &"{path} {"), ("path", &"a/b")];
        assert_eq!(fill("{name} in {path}: {other} {", &values), "{path} { in a/b: {other} {");
    }
}
