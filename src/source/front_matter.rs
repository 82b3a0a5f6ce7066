//! The short facts at the head of a Markdown file, between two lines of `---`.

use super::yaml::{self, Node, Value};
use crate::diagnostic::{FileId, Finding, Span, code};

/// A Markdown file cut into facts and prose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    /// The front matter. `None` if there is none, or if it cannot be read, which `findings` then says.
    pub yaml: Option<Node>,
    /// The byte at which the prose begins.
    pub body_start: usize,
    /// What is wrong with the front matter. A file without front matter is not a finding here.
    pub findings: Vec<Finding>,
}

/// Cuts a Markdown file. Spans of the YAML count in the whole file.
pub fn front_matter(text: &str, file: FileId) -> Split {
    let mut lines = Lines { text, at: 0 };
    let Some((_, yaml_start)) = lines.next().filter(|(line, _)| is_fence(line)) else {
        return Split { yaml: None, body_start: 0, findings: Vec::new() };
    };
    let mut yaml_end = yaml_start;
    for (line, next) in lines {
        if is_fence(line) {
            return read(text, file, yaml_start..yaml_end, next);
        }
        yaml_end = next;
    }
    let unclosed = Finding::new(code::FRONT_MATTER_UNCLOSED, Span::new(file, 0, 3));
    Split { yaml: None, body_start: text.len(), findings: vec![unclosed] }
}

fn read(text: &str, file: FileId, range: std::ops::Range<usize>, body_start: usize) -> Split {
    let facts = &text[range.clone()];
    if facts.trim().is_empty() {
        let span = Span::new(file, range.start, range.start);
        return Split {
            yaml: Some(Node { value: Value::Map(Vec::new()), span }),
            body_start,
            findings: Vec::new(),
        };
    }
    match yaml::parse(facts, file, u32::try_from(range.start).unwrap_or(u32::MAX)) {
        Ok(node) => Split { yaml: Some(node), body_start, findings: Vec::new() },
        Err(findings) => Split { yaml: None, body_start, findings },
    }
}

/// A fence is exactly three dashes; blanks after them do not show in an editor and are let pass.
fn is_fence(line: &str) -> bool {
    line.trim_end() == "---"
}

/// Lines with the byte at which the next one begins.
struct Lines<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Iterator for Lines<'a> {
    type Item = (&'a str, usize);
    fn next(&mut self) -> Option<Self::Item> {
        let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
        let length = rest.find('\n').map_or(rest.len(), |at| at + 1);
        self.at += length;
        Some((&rest[..length], self.at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: FileId = FileId(0);

    #[test]
    fn facts_and_prose_are_parted_with_their_places() {
        for text in ["---\nby: hasan\n---\n## hk1\n", "---\r\nby: hasan\r\n--- \r\n## hk1\r\n"] {
            let split = front_matter(text, FILE);
            assert_eq!(split.findings, []);
            assert!(text[split.body_start..].starts_with("## hk1"));
            let Value::Map(pairs) = split.yaml.unwrap().value else { panic!("a mapping") };
            let span = pairs[0].1.span;
            assert_eq!(&text[span.start as usize..span.end as usize], "hasan");
        }
    }

    #[test]
    fn missing_empty_and_unclosed_are_told_apart() {
        let missing = front_matter("# Judul\n---\n", FILE);
        assert_eq!((missing.yaml, missing.body_start, missing.findings), (None, 0, vec![]));
        let empty = front_matter("---\n---\nisi", FILE);
        assert!(matches!(empty.yaml.unwrap().value, Value::Map(pairs) if pairs.is_empty()));
        let unclosed = front_matter("---\nby: hasan\n\n## hk1\n", FILE);
        assert_eq!(unclosed.findings[0].code, code::FRONT_MATTER_UNCLOSED);
        assert_eq!(unclosed.findings[0].at, Span::new(FILE, 0, 3));
    }

    #[test]
    fn a_rule_of_four_dashes_is_no_fence() {
        assert_eq!(front_matter("----\nby: x\n", FILE).yaml, None);
    }
}
