//! Filling the placeholders of a message.
//!
//! `{name}` stands for an argument; a list is joined with "and", by `{name|or}` with "or". By `{name|one/many}` a word
//! follows a count.

use super::super::Arg;
use crate::text::{self, Join, Lang, Part, by_count, parts};

/// Members of a list that are shown; the rest is counted.
const MAX_LISTED: usize = 12;

/// What stands where source text may not be shown.
const WITHHELD: &str = "…";

/// A message with its arguments put in. `show_quoted` says whether text from the files may appear.
pub(in crate::diagnostic) fn fill(
    template: &str,
    args: &[(&'static str, Arg)],
    lang: Lang,
    show_quoted: bool,
) -> String {
    let mut out = String::with_capacity(template.len() + 32);
    for part in parts(template) {
        match part {
            Part::Words(words) => out.push_str(words),
            Part::Place { whole, name, form } => match args.iter().find(|(key, _)| *key == name) {
                Some((_, arg)) => out.push_str(&shown(arg, form, lang, show_quoted)),
                None => out.push_str(whole),
            },
        }
    }
    out
}

/// The names of the placeholders in a template, sorted, each once.
#[cfg(test)]
pub(super) fn placeholders(template: &str) -> Vec<String> {
    let names = parts(template).filter_map(|part| match part {
        Part::Place { name, .. } => Some(name.to_owned()),
        Part::Words(_) => None,
    });
    let unique: std::collections::BTreeSet<String> = names.collect();
    unique.into_iter().collect()
}

fn shown(arg: &Arg, form: Option<&str>, lang: Lang, show_quoted: bool) -> String {
    if let Some(word) = form.and_then(|form| by_count(form, *arg == Arg::Count(1))) {
        return word.to_owned();
    }
    match arg {
        Arg::Text(words) => one_line(words),
        Arg::Quoted(words) if show_quoted => one_line(words),
        Arg::Quoted(_) => WITHHELD.to_owned(),
        Arg::Count(count) => text::count(lang, *count),
        Arg::Number(number) => text::number(lang, number),
        Arg::Date(date) => text::date(lang, *date),
        Arg::List(members) => listed(members, if form == Some("or") { Join::Or } else { Join::And }, lang),
        Arg::Phrase(key) => text::phrase(lang, key).to_owned(),
    }
}

fn listed(members: &[String], join: Join, lang: Lang) -> String {
    let mut shown: Vec<String> =
        members.iter().take(MAX_LISTED).map(|member| format!("`{}`", one_line(member))).collect();
    if let Some(rest) = members.len().checked_sub(MAX_LISTED).filter(|&rest| rest > 0) {
        shown.push(text::fill(text::phrase(lang, "n-more"), &[("n", &rest)]));
    }
    text::list(lang, join, &shown)
}

/// Text from a file must not break the line of a report or carry terminal commands into it.
fn one_line(words: &str) -> String {
    const MAX_CHARS: usize = 120;
    let mut out: String = words
        .chars()
        .take(MAX_CHARS)
        .map(|c| if c.is_control() || is_direction_mark(c) { '\u{fffd}' } else { c })
        .collect();
    if words.chars().nth(MAX_CHARS).is_some() {
        out.push('…');
    }
    out
}

/// Marks that turn the direction of what follows, and would let a file rewrite the line it is shown in.
fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_are_put_in_by_language() {
        let args = [
            ("key", Arg::Text("by".into())),
            ("n", Arg::Count(12_500)),
            ("choices", Arg::List(vec!["a".into(), "b".into(), "c".into()])),
            ("day", Arg::Date(jiff::civil::date(2025, 11, 2))),
        ];
        let template = "`{key}` {n} {n|day/days} {choices} {choices|or} {day} {missing} {";
        assert_eq!(
            fill(template, &args, Lang::Id, true),
            "`by` 12.500 days `a`, `b`, dan `c` `a`, `b`, atau `c` 2 November 2025 {missing} {"
        );
        assert_eq!(
            fill(template, &args, Lang::En, true),
            "`by` 12,500 days `a`, `b` and `c` `a`, `b` or `c` 2 November 2025 {missing} {"
        );
    }

    #[test]
    fn text_of_files_can_be_withheld_and_cannot_break_lines() {
        let args = [("found", Arg::Quoted("rahasia\n\u{1b}[31m\u{202e}".into()))];
        assert_eq!(fill("`{found}`", &args, Lang::Id, false), "`…`");
        assert_eq!(fill("`{found}`", &args, Lang::Id, true), "`rahasia\u{fffd}\u{fffd}[31m\u{fffd}`");
    }

    #[test]
    fn long_lists_are_cut_and_counted() {
        let args = [("all", Arg::List((0..14).map(|n| n.to_string()).collect()))];
        assert!(fill("{all|or}", &args, Lang::En, true).ends_with("`11` or 2 more"));
    }
}
