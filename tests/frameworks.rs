//! Published appraisal schemes from elsewhere: an agency that writes one down as a file can check, score and build.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a failure here is what the test is for"
)]

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

const RESULTS: &str = "results:
  a: {kind: kra, result: Applications answered, weight: 60, indicators: {done: {measure: Done, target: 100, unit: '%'}}}
  b: {kind: kra, result: Archive moved, weight: 40, indicators: {done: {measure: Done, target: 100, unit: '%'}}}
";

/// A scheme, what the superior gives under it, files beside, and the number and outcome that follow.
type Scheme<'a> = (&'a str, &'a str, &'a [(&'a str, &'a str)], &'a str, &'a str);

const SCHEMES: &[Scheme] = &[
    (
        "opm-ses",
        "ratings: {leading-change: level-4, leading-people: level-5, business-acumen: level-3, building-coalitions: level-4, results-driven: level-4}",
        &[],
        "400",
        "level-4",
    ),
    (
        "dod-dpmap",
        "ratings: {element-1: outstanding, element-2: fully-successful, element-3: fully-successful}",
        &[],
        "11/3",
        "fully-successful",
    ),
    ("doc-points", "ratings: {mission: 5, service: 5, leadership: 3}", &[], "450", "superior"),
    (
        "frappe-hr",
        "realisation: {a/done: 80, b/done: 50}",
        &[("plan.yaml", RESULTS), ("self.md", "ratings: {quality: 0.8, teamwork: 0.6}")],
        "3.45",
        "four",
    ),
];

fn put(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

#[test]
fn a_scheme_from_elsewhere_is_a_file() {
    let home = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/frameworks");
    let files = fs::read_dir(&home).unwrap().count();
    assert_eq!(files, SCHEMES.len(), "every scheme is tried");
    for (scheme, given, beside, value, outcome) in SCHEMES {
        let root = std::env::temp_dir().join(format!("rapor-{scheme}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        let content = root.join("content");
        put(&root.join("rapor.yaml"), "name: Office\nlocale: en\n");
        fs::create_dir_all(content.join("frameworks")).unwrap();
        let file = format!("{scheme}.yaml");
        fs::copy(home.join(&file), content.join("frameworks").join(&file)).unwrap();
        put(
            &content.join("periods/2025.yaml"),
            &format!("label: Year 2025\nframework: {scheme}\nfrom: 2025-01-01\nto: 2025-12-31\n"),
        );
        put(&content.join("units.yaml"), "units:\n  office: {name: Office}\n");
        for (person, more) in [("ann", ""), ("bob", ", head: true")] {
            let post = format!("  - {{from: 2020-01-01, unit: office, position: Clerk{more}}}\n");
            put(
                &content.join(format!("people/{person}.yaml")),
                &format!("names: {{full: {person}}}\nassignments:\n{post}"),
            );
        }
        let folder = content.join("reviews/2025/ann");
        let review = |by: &str, given: &str| {
            format!("---\nby: {by}\ndate: 2026-01-10\n{given}\n---\n## Strengths\n\nAs agreed.\n")
        };
        put(&folder.join("supervisor.md"), &review("bob", given));
        for (file, text) in *beside {
            let text = if *file == "self.md" { review("ann", text) } else { (*text).to_owned() };
            put(&folder.join(file), &text);
        }

        let run = |arguments: &[&str]| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_rapor"));
            command.current_dir(&root).args(arguments).env("SOURCE_DATE_EPOCH", "1772409600");
            let output = command.output().unwrap();
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(output.status.success(), "{scheme}: {arguments:?}\n{said}");
            String::from_utf8(output.stdout).unwrap()
        };
        run(&["check"]);
        let cards: Value =
            serde_json::from_str(&run(&["score", "--person", "ann", "--format", "json"])).unwrap();
        assert_eq!(
            (&cards[0]["value"], &cards[0]["outcome"]),
            (&Value::from(*value), &Value::from(*outcome))
        );
        let explained = run(&["score", "--person", "ann", "--explain"]);
        assert!(explained.lines().count() > 3, "{explained}");
        run(&["build", "--no-pdf"]);
        let page = fs::read_to_string(root.join("output/employees/ann/index.html")).unwrap();
        assert!(page.contains("Year 2025"), "{scheme}");
        fs::remove_dir_all(&root).unwrap();
    }
}
