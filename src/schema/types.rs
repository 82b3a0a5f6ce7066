//! What a field may hold.

mod measure;

pub use measure::{MeasureType, measure};

use super::fields::{FieldDoc, is_id, wrong_type};
use super::value::Label;
use crate::calendar::{Date, YEARS, is_near, parse_date};
use crate::diagnostic::{Finding, code, suggest};
use crate::num::Exact;
use crate::source::yaml::{Node, Value};

/// Longest text of a field, in bytes; longer prose belongs in the body of a Markdown file.
const MAX_TEXT: usize = 8 * 1024;

/// A type of field: reads a node, or says what it reads.
pub trait Type {
    /// What reading gives.
    type Out;
    /// Reads a node; what is wrong goes to `out`.
    fn decode(&self, node: &Node, out: &mut Vec<Finding>) -> Option<Self::Out>;
    /// Says what it reads.
    fn describe(&self) -> TypeDoc;
}

/// A type as described, for schema, scaffold and reference.
#[derive(Debug, Clone)]
pub enum TypeDoc {
    /// Text, with an example.
    Text(&'static str),
    /// An id, and what it names.
    Id(&'static str),
    /// One id or several joined by `/`, and what they name.
    IdPath(&'static str),
    /// A date.
    Date,
    /// A decimal number, with an example.
    Number(&'static str),
    /// A whole number: the least, the most, and an example.
    Count(u32, u32, &'static str),
    /// Yes or no.
    Bool,
    /// One of some words.
    Choice(Vec<&'static str>),
    /// Text in one language or several.
    Label,
    /// Several forms.
    OneOf(Vec<TypeDoc>),
    /// A list.
    List(Box<TypeDoc>),
    /// A mapping by ids.
    Map(Box<TypeDoc>),
    /// A mapping with named fields.
    Object(Vec<FieldDoc>),
}

fn scalar<'n>(node: &'n Node, expected: &'static str, out: &mut Vec<Finding>) -> Option<&'n str> {
    match &node.value {
        Value::Scalar { text, .. } => Some(text),
        _ => {
            out.push(wrong_type(node, expected));
            None
        }
    }
}

/// Text of one line or several.
pub struct Text {
    example: &'static str,
    limit: usize,
}

/// Text, with an example of it.
pub fn text(example: &'static str) -> Text {
    Text { example, limit: MAX_TEXT }
}

impl Text {
    /// Lifts the limit on its length; the file's own limit holds.
    pub fn long(self) -> Self {
        Text { limit: usize::MAX, ..self }
    }
}

impl Type for Text {
    type Out = String;
    fn decode(&self, node: &Node, out: &mut Vec<Finding>) -> Option<String> {
        let text = scalar(node, "type-text", out)?.trim();
        if text.is_empty() {
            out.push(Finding::new(code::EMPTY_TEXT, node.span));
            return None;
        }
        if text.len() > self.limit {
            out.push(Finding::new(code::TEXT_TOO_LONG, node.span).count("limit", self.limit));
            return None;
        }
        Some(text.to_owned())
    }
    fn describe(&self) -> TypeDoc {
        TypeDoc::Text(self.example)
    }
}

/// An id, or several joined by `/`.
pub struct IdType {
    names: &'static str,
    joined: bool,
}

/// An id of something of this kind, such as `person`.
pub fn id(names: &'static str) -> IdType {
    IdType { names, joined: false }
}

/// Ids joined by `/`, such as `hasan/hk2`.
pub fn id_path(names: &'static str) -> IdType {
    IdType { names, joined: true }
}

impl Type for IdType {
    type Out = String;
    fn decode(&self, node: &Node, out: &mut Vec<Finding>) -> Option<String> {
        let text = scalar(node, "type-text", out)?;
        let good = if self.joined { text.split('/').all(is_id) } else { is_id(text) };
        if !good {
            out.push(Finding::new(code::BAD_ID, node.span).quoted("found", text));
            return None;
        }
        Some(text.to_owned())
    }
    fn describe(&self) -> TypeDoc {
        if self.joined { TypeDoc::IdPath(self.names) } else { TypeDoc::Id(self.names) }
    }
}

/// A level's id or a number, as a scale asks.
pub struct MarkType;

/// What a rating is: a level or a number.
pub fn mark() -> MarkType {
    MarkType
}

impl Type for MarkType {
    type Out = String;
    fn decode(&self, node: &Node, out: &mut Vec<Finding>) -> Option<String> {
        let text = scalar(node, "type-text", out)?;
        if !is_id(text) && Exact::parse(text).is_none() {
            out.push(Finding::new(code::BAD_ID, node.span).quoted("found", text));
            return None;
        }
        Some(text.to_owned())
    }
    fn describe(&self) -> TypeDoc {
        TypeDoc::OneOf(vec![TypeDoc::Id("level"), TypeDoc::Number("4")])
    }
}

/// A date as `YYYY-MM-DD`.
pub struct DateType;

/// A date.
pub fn date() -> DateType {
    DateType
}

impl Type for DateType {
    type Out = Date;
    fn decode(&self, node: &Node, out: &mut Vec<Finding>) -> Option<Date> {
        let text = scalar(node, "type-date", out)?;
        let Some(date) = parse_date(text) else {
            out.push(Finding::new(code::NOT_A_DATE, node.span).quoted("found", text));
            return None;
        };
        if !is_near(date) {
            out.push(
                Finding::new(code::DATE_FAR_OFF, node.span)
                    .quoted("found", text)
                    .arg("least", YEARS.0.to_string())
                    .arg("most", YEARS.1.to_string()),
            );
            return None;
        }
        Some(date)
    }
    fn describe(&self) -> TypeDoc {
        TypeDoc::Date
    }
}

/// A decimal number, with point or comma.
pub struct NumberType(&'static str);

/// A number, with an example of it.
pub fn number(example: &'static str) -> NumberType {
    NumberType(example)
}

impl Type for NumberType {
    type Out = Exact;
    fn decode(&self, node: &Node, out: &mut Vec<Finding>) -> Option<Exact> {
        let text = scalar(node, "type-number", out)?;
        let number = Exact::parse(text);
        if number.is_none() {
            out.push(Finding::new(code::NOT_A_NUMBER, node.span).quoted("found", text));
        }
        number
    }
    fn describe(&self) -> TypeDoc {
        TypeDoc::Number(self.0)
    }
}

/// A whole number between two bounds, both included.
pub struct CountType {
    low: u32,
    high: u32,
    example: &'static str,
}

/// A whole number within bounds.
pub fn count(low: u32, high: u32, example: &'static str) -> CountType {
    CountType { low, high, example }
}

impl Type for CountType {
    type Out = u32;
    fn decode(&self, node: &Node, out: &mut Vec<Finding>) -> Option<u32> {
        let text = scalar(node, "type-number", out)?;
        if let Some(value) = text.parse().ok().filter(|value| (self.low..=self.high).contains(value)) {
            return Some(value);
        }
        let digits = text.strip_prefix('-').unwrap_or(text);
        let whole = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
        out.push(if whole {
            let outside = Finding::new(code::OUT_OF_RANGE, node.span).quoted("found", text);
            outside.count("least", self.low).count("most", self.high)
        } else {
            Finding::new(code::NOT_A_WHOLE_NUMBER, node.span).quoted("found", text)
        });
        None
    }
    fn describe(&self) -> TypeDoc {
        TypeDoc::Count(self.low, self.high, self.example)
    }
}

/// `true` or `false`; `yes`, `no`, `ya` and `tidak` are understood.
pub struct YesNo;

/// Yes or no.
pub fn yes_no() -> YesNo {
    YesNo
}

impl Type for YesNo {
    type Out = bool;
    fn decode(&self, node: &Node, out: &mut Vec<Finding>) -> Option<bool> {
        match scalar(node, "type-text", out)?.to_ascii_lowercase().as_str() {
            "true" | "yes" | "ya" => Some(true),
            "false" | "no" | "tidak" => Some(false),
            other => {
                out.push(Finding::new(code::NOT_A_BOOL, node.span).quoted("found", other));
                None
            }
        }
    }
    fn describe(&self) -> TypeDoc {
        TypeDoc::Bool
    }
}

/// One of some words, each standing for a value.
pub struct Choice<T: 'static>(&'static [(&'static str, T)]);

/// One of some words.
pub fn choice<T: Copy>(options: &'static [(&'static str, T)]) -> Choice<T> {
    Choice(options)
}

impl<T: Copy> Type for Choice<T> {
    type Out = T;
    fn decode(&self, node: &Node, out: &mut Vec<Finding>) -> Option<T> {
        let text = scalar(node, "type-text", out)?;
        let found = self.0.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
        if found.is_none() {
            let words = || self.0.iter().map(|(word, _)| *word);
            out.push(
                Finding::new(code::NOT_A_CHOICE, node.span)
                    .quoted("found", text)
                    .list("choices", words().map(str::to_owned))
                    .suggest(suggest(text, words()).map(str::to_owned)),
            );
        }
        found
    }
    fn describe(&self) -> TypeDoc {
        TypeDoc::Choice(self.0.iter().map(|(word, _)| *word).collect())
    }
}

/// Text in one language, or a mapping from language tags to texts.
pub struct LabelType;

/// A label.
pub fn label() -> LabelType {
    LabelType
}

impl Type for LabelType {
    type Out = Label;
    fn decode(&self, node: &Node, out: &mut Vec<Finding>) -> Option<Label> {
        let Value::Map(pairs) = &node.value else {
            return text("").decode(node, out).map(Label::plain);
        };
        if pairs.is_empty() {
            out.push(Finding::new(code::EMPTY_TEXT, node.span));
        }
        let mut texts = vec![];
        for (key, value) in pairs {
            let tag = scalar(key, "type-text", out)?;
            let tag_shaped =
                (2..=12).contains(&tag.len()) && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
            if !tag_shaped {
                out.push(Finding::new(code::BAD_ID, key.span).quoted("found", tag));
                continue;
            }
            if let Some(text) = text("").decode(value, out) {
                texts.push((tag.to_owned(), text));
            }
        }
        (!texts.is_empty()).then_some(Label(texts))
    }
    fn describe(&self) -> TypeDoc {
        TypeDoc::Label
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::FileId;
    use crate::source::yaml::parse;

    #[test]
    fn whole_numbers_out_of_bounds_are_told_from_what_is_none() {
        for (yaml, expected) in [
            ("5", Ok(Some(5))),
            ("4", Err("R107")),
            ("-1", Err("R107")),
            ("99999999999999999999", Err("R107")),
            ("10.5", Err("R112")),
            ("-", Err("R112")),
            ("1e3", Err("R112")),
        ] {
            let node = parse(&format!("\"{yaml}\""), FileId(0), 0).unwrap();
            let mut found = vec![];
            let read = count(5, 1000, "10").decode(&node, &mut found);
            let read = found.first().map_or(Ok(read), |finding| Err(finding.code.0));
            assert_eq!(read, expected, "{yaml}");
        }
    }
}
