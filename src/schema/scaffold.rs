//! A commented file of each kind, to be filled in.
//!
//! What must be there is filled with a placeholder; what may be there is commented out with a `#` and no blank, so
//! that removing the `#` is all it takes. No placeholder states a rating or an outcome that somebody could forget to
//! change: those are commented out or left blank, and a blank one is a finding until it is filled.

mod example;
mod hints;

use self::example::{is_left_blank, is_wanted, keys, scalar};
use super::fields::FieldDoc;
use super::json_schema::words;
use super::kinds::{Kind, path_of};
use super::types::TypeDoc;
use crate::calendar::Date;
use crate::text::Lang;

/// What is known of the file to be written.
#[derive(Debug, Clone)]
pub struct Given<'a> {
    /// The language of comments and headings.
    pub lang: Lang,
    /// Today.
    pub date: Date,
    /// The period.
    pub period: &'a str,
    /// The person it is about.
    pub person: &'a str,
    /// What tells the file apart within its kind: an id, a number, a slug.
    pub name: &'a str,
    /// What the framework calls the kind of raters it comes from, where that is a kind of the framework's own.
    pub raters: Option<&'a str>,
    /// Who writes it. A placeholder if unknown.
    pub by: Option<&'a str>,
    /// Indicators of the person's plan as `<result>/<indicator>`; empty if there is none yet.
    pub indicators: Vec<String>,
    /// Components and criteria that are rated; empty if unknown.
    pub rated: Vec<String>,
}

impl Given<'_> {
    /// The indicators' results, each once, in order.
    fn results(&self) -> Vec<&str> {
        let mut results: Vec<&str> = vec![];
        for result in self.indicators.iter().filter_map(|path| path.split('/').next()) {
            if !results.contains(&result) {
                results.push(result);
            }
        }
        results
    }

    fn pick(&self, indonesian: &'static str, english: &'static str) -> &'static str {
        words((indonesian, english), self.lang)
    }
}

/// The text of a new file of a kind.
pub fn scaffold(kind: Kind, given: &Given) -> String {
    let fields = kind.fields();
    let meaning = match given.raters {
        Some(raters) => format!("# {}: {raters}.", given.pick("Pandangan dari", "A view from")),
        None => format!("# {}.", words(kind.meaning(), given.lang)),
    };
    let mut lines = vec![modeline(kind, given), meaning];
    lines.push(
        given
            .pick(
                "# Baris yang diawali # tanpa spasi bersifat opsional: hapus tanda # itu untuk memakainya.",
                "# A line that begins with # and no blank is optional: remove that # to use it.",
            )
            .to_owned(),
    );
    for field in in_use(kind, &fields) {
        lines.push(String::new());
        lines.push(comment(field.of, given));
        lines.extend(commented_out(value_lines(kind, field.of, given, &mut vec![]), field.used));
    }
    if kind.is_markdown() {
        lines.insert(0, "---".to_owned());
        lines.push("---".to_owned());
        lines.extend(hints::body(kind, given));
    }
    lines.push(String::new());
    lines.join("\n")
}

/// Tells editors which schema the file follows.
pub fn modeline(kind: Kind, given: &Given) -> String {
    let depth = path_of(kind, given.period, given.person, given.name).matches('/').count();
    format!("# yaml-language-server: $schema={}schemas/{}.json", "../".repeat(depth), kind.name())
}

struct Field<'f> {
    of: &'f FieldDoc,
    used: bool,
}

/// The fields, and which are filled: those that are needed, else the first, so that a mapping is never empty.
fn in_use(kind: Kind, fields: &[FieldDoc]) -> impl Iterator<Item = Field<'_>> {
    let needed = move |field: &FieldDoc| {
        field.required || is_wanted(kind, field.key) || is_left_blank(kind, field.key)
    };
    let none_needed = !fields.iter().any(needed);
    fields.iter().enumerate().map(move |(n, of)| Field { of, used: needed(of) || (none_needed && n == 0) })
}

/// The `#` stands after the indentation, so that what is left without it stands right.
fn commented_out(lines: Vec<String>, used: bool) -> Vec<String> {
    if used {
        return lines;
    }
    let comment_out = |line: String| {
        let (blank, rest) = line.split_at(line.len() - line.trim_start().len());
        if rest.starts_with('#') { line } else { format!("{blank}#{rest}") }
    };
    lines.into_iter().map(comment_out).collect()
}

fn comment(field: &FieldDoc, given: &Given) -> String {
    let doc = words(field.doc, given.lang);
    match &field.ty {
        TypeDoc::Choice(options) => format!("# {doc}: {}", options.join(", ")),
        _ => format!("# {doc}"),
    }
}

/// The lines of a field with its value. `trail` holds the keys above it.
fn value_lines(kind: Kind, field: &FieldDoc, given: &Given, trail: &mut Vec<&'static str>) -> Vec<String> {
    let key = field.key;
    if is_left_blank(kind, key) {
        return vec![format!("{key}:")];
    }
    trail.push(key);
    let lines = of_type(kind, &field.ty, given, trail);
    trail.pop();
    under(key, lines)
}

/// A value under its key: a scalar beside it, a block below it.
fn under(key: &str, value: Lines) -> Vec<String> {
    match value {
        Lines::Inline(value) => vec![format!("{key}: {value}")],
        Lines::Block(lines) => std::iter::once(format!("{key}:"))
            .chain(lines.into_iter().map(|line| indent("  ", &line)))
            .collect(),
    }
}

enum Lines {
    Inline(String),
    Block(Vec<String>),
}

fn indent(by: &str, line: &str) -> String {
    if line.is_empty() { String::new() } else { format!("{by}{line}") }
}

fn of_type(kind: Kind, ty: &TypeDoc, given: &Given, trail: &mut Vec<&'static str>) -> Lines {
    match ty {
        TypeDoc::List(item) => match of_type(kind, item, given, trail) {
            Lines::Inline(value) => Lines::Inline(format!("[{value}]")),
            Lines::Block(lines) => Lines::Block(as_item(lines)),
        },
        TypeDoc::Map(value) => {
            let keys = keys(kind, given, trail);
            let entry = |key: String, trail: &mut Vec<&'static str>| {
                trail.push("");
                let lines = of_type(kind, value, given, trail);
                trail.pop();
                under(&key, lines)
            };
            Lines::Block(keys.into_iter().flat_map(|key| entry(key, trail)).collect())
        }
        TypeDoc::Object(fields) => Lines::Block(members(kind, fields, given, trail)),
        TypeDoc::OneOf(forms) => match form_to_show(forms) {
            Some(form) => of_type(kind, form, given, trail),
            None => Lines::Inline(String::new()),
        },
        plain => Lines::Inline(scalar(kind, plain, given, trail)),
    }
}

/// Of several forms the shortest word, else the first.
fn form_to_show(forms: &[TypeDoc]) -> Option<&TypeDoc> {
    forms.iter().find(|form| matches!(form, TypeDoc::Choice(_))).or(forms.first())
}

fn members(kind: Kind, fields: &[FieldDoc], given: &Given, trail: &mut Vec<&'static str>) -> Vec<String> {
    let (used, unused): (Vec<Field>, Vec<Field>) = in_use(kind, fields).partition(|field| field.used);
    let mut out = vec![];
    for field in used.into_iter().chain(unused) {
        let mut lines = value_lines(kind, field.of, given, trail);
        let comment = comment(field.of, given);
        match lines.as_mut_slice() {
            [only] => *only = format!("{only}  {comment}"),
            [key, ..] => *key = format!("{key}  {comment}"),
            [] => {}
        }
        out.extend(commented_out(lines, field.used));
    }
    out
}

/// A block as the only item of a list.
fn as_item(lines: Vec<String>) -> Vec<String> {
    lines
        .iter()
        .enumerate()
        .map(|(n, line)| if n == 0 { format!("- {line}") } else { indent("  ", line) })
        .collect()
}

#[cfg(test)]
mod tests;
