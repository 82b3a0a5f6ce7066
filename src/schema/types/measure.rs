//! What is aimed at and what is reached: numbers, ranges, words.

use super::{Type, TypeDoc, number, text};
use crate::diagnostic::{Finding, code};
use crate::num::Exact;
use crate::schema::fields::{Doc, Fields, decode, describe};
use crate::schema::value::Measure;
use crate::source::yaml::{Node, Value};

/// A number, a range `{from, to}`, or words.
pub struct MeasureType;

/// A target or a realisation.
pub fn measure() -> MeasureType {
    MeasureType
}

const RANGE_FROM: Doc = ("Batas bawah", "Lower end");
const RANGE_TO: Doc = ("Batas atas", "Upper end");

fn range(f: &mut Fields) -> Option<Measure> {
    let from = f.required("from", RANGE_FROM, number("80"));
    let to = f.required("to", RANGE_TO, number("90"));
    let (from, to) = (from?, to?);
    if from.value > to.value {
        let reversed = Finding::new(code::RANGE_REVERSED, to.span);
        f.report(reversed.arg("first", from.to_string()).arg("last", to.to_string()));
    }
    Some(Measure::Range(from.value, to.value))
}

/// Whether a text holds nothing but digits and what stands between and before them in numbers of any kind. Dates,
/// and ranges such as `3-5`, are words.
fn looks_like_a_number(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (digits, exponent) = match digits.split_once(['e', 'E']) {
        Some((digits, exponent)) => (digits, exponent.strip_prefix(['-', '+']).unwrap_or(exponent)),
        None => (digits, "0"),
    };
    let part = |c: char| c.is_numeric() || c.is_whitespace() || matches!(c, '.' | ',' | '_' | '\'' | '’');
    digits.contains(char::is_numeric)
        && digits.chars().all(part)
        && !exponent.is_empty()
        && exponent.chars().all(|c| c.is_ascii_digit())
}

impl Type for MeasureType {
    type Out = Measure;
    fn decode(&self, node: &Node, out: &mut Vec<Finding>) -> Option<Measure> {
        match &node.value {
            Value::Map(_) => decode("range", node, out, range),
            Value::Scalar { text, plain: true } if Exact::parse(text).is_some() => {
                Exact::parse(text).map(Measure::Number)
            }
            Value::Scalar { text, plain: true } if looks_like_a_number(text) => {
                out.push(Finding::new(code::UNREAD_NUMBER, node.span).quoted("found", text.as_str()));
                None
            }
            _ => text("").decode(node, out).map(Measure::Words),
        }
    }
    fn describe(&self) -> TypeDoc {
        TypeDoc::OneOf(vec![TypeDoc::Number("100"), TypeDoc::Text(""), TypeDoc::Object(describe(range))])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::FileId;
    use crate::source::yaml::parse;

    fn read(yaml: &str) -> Result<Option<Measure>, Vec<&'static str>> {
        let node = parse(yaml, FileId(0), 0).unwrap();
        let mut found = vec![];
        let measure = measure().decode(&node, &mut found);
        if found.is_empty() { Ok(measure) } else { Err(found.iter().map(|finding| finding.code.0).collect()) }
    }

    #[test]
    fn numbers_that_are_not_read_never_pass_as_words() {
        let long = "9".repeat(60);
        for wrong in
            ["1e308", "-2E+5", "1.250,00", "1 000", "1_000", "+5", ".5", "7.", "１２", "½", long.as_str()]
        {
            assert_eq!(read(wrong), Err(vec!["R125"]), "{wrong}");
        }
    }

    #[test]
    fn words_may_hold_numbers() {
        for words in
            ["12 dokumen", "3-5", "2026-12-31", "100%", "e5", "1/3", "\"1e308\"", "selesai", "e", "--"]
        {
            assert!(matches!(read(words), Ok(Some(Measure::Words(_)))), "{words}");
        }
        for number in ["12", "-3", "97,5", "0.125"] {
            assert!(matches!(read(number), Ok(Some(Measure::Number(_)))), "{number}");
        }
    }
}
