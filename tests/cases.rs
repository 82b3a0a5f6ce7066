//! Every code has a case that gives it and one that does not; `rapor explain` shows the same files.
//!
//! A case is a folder `tests/cases/<code>/{err,ok}` laid over the agency in `tests/cases/base`: its files replace or
//! join the agency's, and a file `<name>.absent` takes one away. `expect` in the `err` folder lists all that is found
//! there, a line `<code> <path>:<line>` for each; nothing else may be found, since a fault is reported once.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use rapor::check::check;
use rapor::diagnostic::{Finding, Format, Options, Texts, code, place, render};
use rapor::model::load;
use rapor::source::Sources;
use rapor::text::Lang;

type Files = BTreeMap<String, Vec<u8>>;

/// Codes whose files cannot stand in a repository: too large or too many, links, files nobody may read. The tests of
/// `source` make them.
const MADE: [&str; 5] = ["R001", "R003", "R009", "R014", "R015"];
/// Codes that are found from outcomes, after the checks.
const LATER: [&str; 1] = ["R550"];

fn cases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases")
}

fn read(root: &Path) -> Files {
    let mut files = Files::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap().map(Result::unwrap) {
            if entry.file_type().unwrap().is_dir() {
                folders.push(entry.path());
            } else {
                let path = entry.path().strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
                files.insert(path, std::fs::read(entry.path()).unwrap());
            }
        }
    }
    files
}

fn base() -> Files {
    read(&cases().join("base"))
}

/// The base with the files of a folder laid over it.
fn overlaid(folder: &str) -> Files {
    let mut files = base();
    for (path, bytes) in read(&cases().join(folder)) {
        match path.strip_suffix(".absent") {
            Some(gone) => {
                files.remove(gone).unwrap_or_else(|| panic!("{folder}: {gone} is not in the base"));
            }
            None if path == "expect" => {}
            None => {
                files.insert(path, bytes);
            }
        }
    }
    files
}

/// What is found in an agency, in order.
fn findings(files: Files) -> (Sources, Vec<Finding>) {
    let (sources, mut findings) = Sources::from_files(files);
    let (agency, loaded) = load(&sources, jiff::civil::date(2026, 6, 2));
    findings.extend(loaded);
    let (_, findings) = check(&agency, &sources, findings);
    (sources, findings.into_sorted())
}

/// The same as `<code> <path>:<line>`.
fn found(files: Files) -> Vec<String> {
    let (sources, findings) = findings(files);
    let shown = findings.iter().map(|finding| {
        let line = place(sources.text(finding.at.file), finding.at.start).line;
        format!("{} {}:{line}", finding.code.0, sources.path(finding.at.file))
    });
    shown.collect()
}

fn lines(folder: &str) -> Vec<String> {
    let text = std::fs::read_to_string(cases().join(folder).join("expect")).unwrap_or_default();
    text.lines().map(str::to_owned).collect()
}

/// Codes with a folder of their own.
fn with_cases() -> BTreeSet<String> {
    let names = std::fs::read_dir(cases()).unwrap().map(|entry| entry.unwrap().file_name());
    names.map(|name| name.to_str().unwrap().to_owned()).filter(|name| name != "base").collect()
}

#[test]
fn the_base_is_clean() {
    assert_eq!(found(base()), Vec::<String>::new());
}

#[test]
fn wrong_examples_have_their_problem_alone_and_right_ones_have_none() {
    let mut wrong = String::new();
    for code in with_cases().iter().filter(|code| !LATER.contains(&code.as_str())) {
        let (expected, given) = (lines(&format!("{code}/err")), found(overlaid(&format!("{code}/err"))));
        if given != expected || !given.iter().any(|line| line.starts_with(code)) {
            wrong.push_str(&format!("{code}/err: expected {expected:#?}, found {given:#?}\n"));
        }
        let given = found(overlaid(&format!("{code}/ok")));
        if !given.is_empty() {
            wrong.push_str(&format!("{code}/ok: found {given:#?}\n"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
#[ignore = "cases are being written"]
fn every_code_of_the_files_has_a_case() {
    let known: BTreeSet<&str> = code::ALL.iter().map(|code| code.0).collect();
    let cases = with_cases();
    let unknown: Vec<&String> = cases.iter().filter(|code| !known.contains(code.as_str())).collect();
    assert_eq!(unknown, Vec::<&String>::new());
    let without: Vec<&str> = known
        .into_iter()
        .filter(|code| {
            *code < "R700" && !MADE.contains(code) && !LATER.contains(code) && !cases.contains(*code)
        })
        .collect();
    assert_eq!(without, Vec::<&str>::new());
}

#[test]
fn messages_have_all_their_arguments() {
    for code in with_cases() {
        let (sources, findings) = findings(overlaid(&format!("{code}/err")));
        for lang in [Lang::Id, Lang::En] {
            let options = Options { lang, color: false, show_source: false, width: 120 };
            for format in [Format::Short, Format::Json] {
                let report = render(format, &findings, &sources, &options);
                let open = report.match_indices('{').any(|(at, _)| {
                    let inside = report[at + 1..].split(['}', '"', ' ']).next().unwrap_or_default();
                    format == Format::Short && !inside.is_empty()
                        || inside.starts_with(|c: char| c.is_ascii_lowercase())
                });
                assert!(!open, "{code}: {report}");
            }
        }
    }
}

#[test]
fn a_file_that_cannot_be_read_is_reported_once() {
    for bytes in [&b"names: \xff"[..], b"names: \x07", b"names: [", b""] {
        let broken =
            ["people/hasan.yaml", "dewi/supervisor.md", "content/units.yaml", "2026/hasan/plan.yaml"];
        for name in broken {
            let files = base().into_iter().map(|(path, text)| {
                let is_broken = path.ends_with(name);
                (path, if is_broken { bytes.to_vec() } else { text })
            });
            let given = found(files.collect());
            assert!(given.len() == 1 && given[0].contains(name), "{name}: {given:#?}");
        }
    }
}

/// The project's own agency: honest gaps, so warnings, but no errors.
#[test]
#[ignore = "prints what is found; run by hand"]
fn the_sample_agency() {
    let root = std::env::var("RAPOR_SAMPLE").unwrap_or_else(|_| env!("CARGO_MANIFEST_DIR").to_owned());
    let (sources, mut findings) = Sources::read(Path::new(&root), &[]).unwrap();
    let (agency, loaded) = load(&sources, jiff::civil::date(2026, 1, 16));
    findings.extend(loaded);
    let start = std::time::Instant::now();
    let (checked, findings) = check(&agency, &sources, findings);
    eprintln!("checked in {:?}, {} shared errors", start.elapsed(), checked.shared_errors());
    let options = Options { lang: Lang::Id, color: false, show_source: true, width: 100 };
    eprintln!("{}", render(Format::Short, &findings.into_sorted(), &sources, &options));
}
