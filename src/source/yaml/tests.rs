//! Tables and hostile input for the YAML reader.

use super::{Limits, Node, Value, parse, parse_within};
use crate::diagnostic::{FileId, Finding, code, place};

fn fault(text: &str) -> (Finding, u32, u32) {
    let finding = parse(text, FileId(0), 0).unwrap_err().remove(0);
    let at = place(text, finding.at.start);
    (finding, at.line, at.column)
}

fn scalars(node: &Node, found: &mut Vec<(String, bool, std::ops::Range<usize>)>) {
    match &node.value {
        Value::Scalar { text, plain } => {
            found.push((text.clone(), *plain, node.span.start as usize..node.span.end as usize));
        }
        Value::Seq(members) => members.iter().for_each(|member| scalars(member, found)),
        Value::Map(pairs) => pairs.iter().for_each(|(key, value)| {
            scalars(key, found);
            scalars(value, found);
        }),
    }
}

#[test]
fn scalars_keep_their_text_and_place() {
    let text = "é: 職 # komentar\n\"k\\u00e9y\": 'it''s'\nno: no\nnip: 0123\nkosong:\nnihil: ~\nteks: |\n  satu\n  dua\n\nlipat: >-\n  satu\n  dua\nalir: [a, {b: c}]\n";
    let mut found = Vec::new();
    scalars(&parse(text, FileId(0), 0).unwrap(), &mut found);
    let shown: Vec<(&str, bool, &str)> =
        found.iter().map(|(value, plain, range)| (value.as_str(), *plain, &text[range.clone()])).collect();
    assert_eq!(
        shown,
        [
            ("é", true, "é"),
            ("職", true, "職"),
            ("kéy", false, "\"k\\u00e9y\""),
            ("it's", false, "'it''s'"),
            ("no", true, "no"),
            ("no", true, "no"),
            ("nip", true, "nip"),
            ("0123", true, "0123"),
            ("kosong", true, "kosong"),
            ("", true, ""),
            ("nihil", true, "nihil"),
            ("~", true, "~"),
            ("teks", true, "teks"),
            ("satu\ndua\n", false, "satu\n  dua"),
            ("lipat", true, "lipat"),
            ("satu dua", false, "satu\n  dua"),
            ("alir", true, "alir"),
            ("a", true, "a"),
            ("b", true, "b"),
            ("c", true, "c"),
        ]
    );
}

#[test]
fn an_empty_value_stands_right_after_its_colon() {
    let text = "a:\nb: 1\n";
    let mut found = Vec::new();
    scalars(&parse(text, FileId(0), 0).unwrap(), &mut found);
    assert_eq!(found[1], (String::new(), true, 2..2));
}

#[test]
fn collections_span_from_their_first_to_their_last_member() {
    let text = "a:\n  b: 1\n  c: [1, 2]  # komentar\n\nd:\n- x\n- y\n";
    let Value::Map(pairs) = parse(text, FileId(0), 0).unwrap().value else { panic!("a mapping") };
    let slice = |node: &Node| text[node.span.start as usize..node.span.end as usize].to_owned();
    assert_eq!(slice(&pairs[0].1), "b: 1\n  c: [1, 2]");
    assert_eq!(slice(&pairs[1].1), "- x\n- y");
}

#[test]
fn escapes_bring_in_nothing_that_a_file_may_not_hold() {
    for text in ["a: \"x\\0y\"", "a: \"x\\e[31m\"", "a: \"x\\u202ey\"", "\"x\\uFFFE\": y", "a: \"\\N\""] {
        let found = parse(text, FileId(0), 0).unwrap_err();
        assert_eq!(found.iter().map(|finding| finding.code.0).collect::<Vec<_>>(), ["R017"], "{text}");
    }
    assert!(parse("a: \"x\\ty\\n\\xe9\"", FileId(0), 0).is_ok());
}

#[test]
fn windows_lines_read_like_others() {
    let text = "a: satu\r\nb: |\r\n  dua\r\n  tiga\r\nc: \"x\r\n  y\"\r\n";
    let mut found = Vec::new();
    scalars(&parse(text, FileId(0), 0).unwrap(), &mut found);
    let values: Vec<&str> = found.iter().map(|(value, ..)| value.as_str()).collect();
    assert_eq!(values, ["a", "satu", "b", "dua\ntiga\n", "c", "x y"]);
    assert_eq!(&text[found[3].2.clone()], "dua\r\n  tiga");
}

#[test]
fn spans_count_from_the_base() {
    let node = parse("a: 1\n", FileId(7), 100).unwrap();
    assert_eq!((node.span.file, node.span.start, node.span.end), (FileId(7), 100, 104));
}

#[test]
fn what_is_not_read_is_refused_at_its_place() {
    for (text, code, line, column) in [
        ("", code::EMPTY_FILE, 1, 1),
        ("# hanya komentar\n", code::EMPTY_FILE, 1, 1),
        ("a: 1\n---\nb: 2\n", code::SECOND_DOCUMENT, 2, 1),
        ("a: 1\n...\nb: 2\n", code::SECOND_DOCUMENT, 3, 1),
        ("a: &x 1\nb: 2\n", code::YAML_REFERENCE, 1, 4),
        ("a: 1\nb: *x\n", code::YAML_REFERENCE, 2, 4),
        ("a: !!str 1\n", code::YAML_REFERENCE, 1, 4),
        ("a: !x 1\n", code::YAML_REFERENCE, 1, 4),
        ("%YAML 1.2\n---\na: 1\n", code::YAML_REFERENCE, 1, 1),
        ("a:\n\tb: 1\n", code::TAB_INDENT, 2, 1),
        ("a:\n  - x\n\t- y\n", code::TAB_INDENT, 3, 1),
        ("é: \"職\n", code::YAML_SYNTAX, 1, 4),
        ("a: [1, 2\nb: 3\n", code::YAML_SYNTAX, 1, 4),
        ("a: [1, 2\n", code::YAML_SYNTAX, 1, 4),
        ("a: 1, 2]\nb: ]\n", code::YAML_SYNTAX, 2, 4),
        ("a: b: c\n", code::YAML_SYNTAX, 1, 5),
        ("a: 1\n  b: 2\n", code::YAML_SYNTAX, 2, 4),
        ("a: 1\nbukan kunci\nc: 2\n", code::YAML_SYNTAX, 2, 1),
        ("a: @x\n", code::YAML_SYNTAX, 1, 4),
        ("a: \"\\q\"\n", code::YAML_SYNTAX, 1, 4),
    ] {
        let (finding, at_line, at_column) = fault(text);
        assert_eq!((finding.code, at_line, at_column), (code, line, column), "{text:?} {:?}", finding.args);
    }
}

#[test]
fn limits_come_before_everything_else() {
    let deep = |n: usize| format!("{}{}", "[".repeat(n), "]".repeat(n));
    assert!(parse(&deep(16), FileId(0), 0).is_ok());
    assert_eq!(fault(&deep(17)).0.code, code::TOO_DEEP);
    assert_eq!(fault(&"[".repeat(200 * 1024)).0.code, code::TOO_DEEP);
    assert_eq!(fault(&"- ".repeat(100 * 1024)).0.code, code::TOO_DEEP);
    assert_eq!(fault(&"{a: ".repeat(50 * 1024)).0.code, code::TOO_DEEP);
    assert_eq!(fault(&"? ".repeat(100 * 1024)).0.code, code::TOO_DEEP);
    assert_eq!(fault(&"[".repeat(800 * 1024)).0.code, code::FILE_TOO_LARGE);
    let many = "- a\n".repeat(20_000);
    assert_eq!(fault(&many).0.code, code::TOO_MANY_NODES);
    assert!(parse_within(Limits::MADE, &many, FileId(0), 0).is_ok());
    let block: String = (0..40).map(|n| format!("{}k:\n", " ".repeat(n))).collect();
    assert_eq!(fault(&block).0.code, code::TOO_DEEP);
}

/// A generator of the same bytes on every run.
struct Noise(u64);

impl Noise {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn text(&mut self, pieces: &[&str]) -> String {
        let length = self.next() % 60;
        (0..length).map(|_| pieces[(self.next() % pieces.len() as u64) as usize]).collect()
    }
}

#[test]
fn random_text_never_panics_and_spans_stay_inside() {
    let pieces = [
        "a", "b:", ": ", "- ", "\n", "\n  ", "\n\t", "[", "]", "{", "}", ",", "\"", "'", "|\n", ">-\n", "#",
        " #x", "&a ", "*a", "!t ", "---\n", "...\n", "%", "\\", "é", "職", "\u{feff}", "\r\n", "\r", "\0",
        "? ", "~", "\u{85}", "\u{2028}", "1", "@", "`", "    ",
    ];
    let mut noise = Noise(0x9e37_79b9_7f4a_7c15);
    for _ in 0..6_000 {
        let text = noise.text(&pieces);
        match parse(&text, FileId(0), 0) {
            Ok(node) => {
                let mut found = vec![];
                scalars(&node, &mut found);
                for (_, _, range) in found {
                    assert!(text.get(range.clone()).is_some(), "{text:?} {range:?}");
                }
            }
            Err(findings) => {
                for finding in findings {
                    assert!(
                        text.get(finding.at.start as usize..finding.at.end as usize).is_some(),
                        "{text:?}"
                    );
                }
            }
        }
        let split = crate::source::front_matter(&text, FileId(0));
        crate::source::markdown::sections(&text, FileId(0), split.body_start);
        crate::source::csv::read(&text, FileId(0));
    }
}
