//! Every format on the same findings.

use super::{Format, Options, render};
use crate::diagnostic::{FileId, Finding, Span, Texts, code};
use crate::text::Lang;

struct Files;

const PATHS: [&str; 2] = ["content/periods/2025.yaml", "content/reviews/2025/déwi, a/self.md"];
const TEXTS: [&str; 2] = ["by: hasan\r\n\tdata: 職é rahasia\r\nby: dewi\r\n", "---\nby: dewi\n---\n"];

impl Texts for Files {
    fn path(&self, file: FileId) -> &str {
        PATHS[file.0 as usize]
    }
    fn text(&self, file: FileId) -> &str {
        TEXTS[file.0 as usize]
    }
}

fn findings() -> Vec<Finding> {
    let first = FileId(0);
    let rahasia = TEXTS[0].find("rahasia").unwrap();
    vec![
        Finding::new(code::UNKNOWN_KEY, Span::new(first, 12, 16)).arg("key", "data").suggest(Some("date")),
        Finding::new(code::NOT_A_DATE, Span::new(first, rahasia, rahasia + 7))
            .arg("key", "data")
            .quoted("found", "rahasia"),
        Finding::new(code::DUPLICATE_KEY, Span::new(first, rahasia + 9, rahasia + 11))
            .arg("key", "by")
            .note(Span::new(first, 0, 2), "first-given")
            .note(Span::new(FileId(1), 4, 6), "other-key"),
        Finding::new(code::FRONT_MATTER_UNCLOSED, Span::new(FileId(1), 9_999, 10_000)),
    ]
}

fn report(format: Format, show_source: bool) -> String {
    let options = Options { lang: Lang::En, color: false, show_source, width: 100 };
    render(format, &findings(), &Files, &options)
}

#[test]
fn short_is_one_line_a_finding() {
    let report = report(Format::Short, true);
    let lines: Vec<&str> = report.lines().collect();
    assert_eq!(lines.len(), 4);
    assert_eq!(lines[0], "content/periods/2025.yaml:2:2: error[R103]: unknown key `data`");
    assert!(lines[1].starts_with("content/periods/2025.yaml:2:11: error[R105]:"), "{}", lines[1]);
    assert!(lines[3].starts_with("content/reviews/2025/déwi, a/self.md:4:1: error[R021]:"), "{}", lines[3]);
}

#[test]
fn human_shows_the_lines() {
    let report = report(Format::Human, true);
    let expected = "\
error[R103]: unknown key `data`
 --> content/periods/2025.yaml:2:2
  |
2 |     data: 職é rahasia
  |     ^^^^
  |
  = help: did you mean `date`?
";
    assert!(report.starts_with(expected), "{report}");
    assert!(report.contains("first given here") && report.contains("self.md:2:1"), "{report}");
    let options = Options { lang: Lang::Id, color: true, show_source: true, width: 0 };
    assert!(render(Format::Human, &findings(), &Files, &options).contains("\u{1b}["));
}

#[test]
fn no_format_shows_source_when_told_not_to() {
    let all = [Format::Human, Format::Short, Format::Json, Format::Github, Format::Gitlab, Format::Sarif];
    for format in all {
        assert!(!report(format, false).contains("rahasia"), "{format:?}");
        let shown = report(format, true);
        assert!(shown.contains("rahasia"), "{format:?}: {shown}");
    }
}

#[test]
fn json_has_exactly_the_promised_keys() {
    let report: serde_json::Value = serde_json::from_str(&report(Format::Json, true)).unwrap();
    let keys = |value: &serde_json::Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&report), ["diagnostics", "summary"]);
    assert_eq!(
        keys(&report["diagnostics"][0]),
        ["code", "severity", "path", "line", "column", "message", "help"]
    );
    assert_eq!(report["diagnostics"][1]["column"], 11);
    assert_eq!(report["summary"], serde_json::json!({"errors": 4, "warnings": 0}));
}

#[test]
fn workflow_commands_are_escaped() {
    let report = report(Format::Github, true);
    assert_eq!(report.lines().count(), 4);
    assert!(
        report.contains("file=content/reviews/2025/déwi%2C a/self.md,line=4,col=1,title=R021::"),
        "{report}"
    );
    assert!(report.contains("unknown key `data`%0Adid you mean `date`?%0A"), "{report}");
}

#[test]
fn fingerprints_stay_when_lines_move() {
    let prints = |findings: &[Finding]| super::fingerprints(findings, &Files);
    let before = findings();
    let mut after = before.clone();
    after[0].at.start += 5;
    assert_eq!(prints(&before), prints(&after));
    let twice = [before[0].clone(), before[0].clone()];
    assert_ne!(prints(&twice)[0], prints(&twice)[1]);
}

#[test]
fn sarif_names_rules_and_places() {
    let report: serde_json::Value = serde_json::from_str(&report(Format::Sarif, true)).unwrap();
    let run = &report["runs"][0];
    assert_eq!(run["tool"]["driver"]["rules"].as_array().unwrap().len(), 4);
    let first = &run["results"][0];
    assert_eq!(
        first["ruleId"],
        run["tool"]["driver"]["rules"][first["ruleIndex"].as_u64().unwrap() as usize]["id"]
    );
    let region = &first["locations"][0]["physicalLocation"]["region"];
    assert_eq!((region["startLine"].as_u64(), region["endColumn"].as_u64()), (Some(2), Some(6)));
    let last = &run["results"][3]["locations"][0]["physicalLocation"];
    assert_eq!(last["artifactLocation"]["uri"], "content/reviews/2025/d%C3%A9wi%2C%20a/self.md");
    assert_eq!(run["results"][2]["relatedLocations"].as_array().unwrap().len(), 2);
}

struct One(String);

impl Texts for One {
    fn path(&self, _: FileId) -> &str {
        "content/a\u{7}b.md"
    }
    fn text(&self, _: FileId) -> &str {
        &self.0
    }
}

#[test]
fn no_place_in_any_text_stops_a_report() {
    let pieces =
        ["a", "é", "職", "\t", "\n", "\r\n", "\r", "\u{0}", "\u{202e}", "\u{1b}[1m", "  ", "\u{feff}", "👩‍🚀"];
    let mut seed = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = |below: u64| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        seed % below
    };
    for round in 0..1_500 {
        let text: String = (0..next(30)).map(|_| pieces[next(pieces.len() as u64) as usize]).collect();
        let mut span = || Span::new(FileId(0), next(70) as usize, next(70) as usize);
        let finding = Finding::new(code::DUPLICATE_KEY, span()).arg("key", "by").note(span(), "first-given");
        let texts = One(text);
        for format in [Format::Human, Format::Short, Format::Json, Format::Sarif] {
            let options = Options { lang: Lang::Id, color: round % 2 == 0, show_source: true, width: 80 };
            let report = render(format, std::slice::from_ref(&finding), &texts, &options);
            assert!(!report.is_empty());
            let commands = report.contains(['\u{1b}', '\u{7}', '\u{202e}']);
            assert!(options.color || !commands, "{report:?}");
        }
    }
}
