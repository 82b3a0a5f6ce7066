//! Every example that `rapor explain` shows has its problem, and its counterpart does not.
//!
//! `tests/cases/base` is a small agency without errors. `tests/cases/<code>/err` and `<code>/ok` hold files that are
//! laid over it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::date;
use rapor::check;
use rapor::diagnostic::{Finding, Format, Options, Texts, code, render};
use rapor::embedded;
use rapor::model;
use rapor::source::Sources;
use rapor::text::Lang;

/// The base with the files of a folder laid over it, and what is found in it.
fn findings(overlay: &str) -> (Sources, Vec<Finding>) {
    let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for folder in ["base/", overlay] {
        for file in embedded::under(embedded::CASES, folder) {
            files.insert(file.path[folder.len()..].to_owned(), file.bytes.to_vec());
        }
    }
    read(files)
}

fn read(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> (Sources, Vec<Finding>) {
    let (sources, mut found) = Sources::from_files(files);
    let (agency, of_model) = model::load(&sources, date(2026, 1, 20));
    found.extend(of_model);
    let (_, found) = check::check(&agency, &sources, found);
    (sources, found.into_sorted())
}

fn report((sources, findings): &(Sources, Vec<Finding>)) -> String {
    let options = Options { lang: Lang::En, color: false, show_source: true, width: 120 };
    render(Format::Short, findings, sources, &options)
}

fn cases() -> BTreeSet<&'static str> {
    let folder = |file: &'static embedded::File| file.path.split('/').next();
    embedded::CASES.iter().filter_map(folder).filter(|&name| name != "base").collect()
}

#[test]
fn the_base_has_no_errors() {
    let base = findings("base/");
    assert!(
        !base.1.iter().any(|finding| finding.severity() == rapor::diagnostic::Severity::Error),
        "{}",
        report(&base)
    );
}

#[test]
fn wrong_examples_have_their_problem_and_right_ones_do_not() {
    let mut wrong = String::new();
    for name in cases() {
        let has = |side: &str| {
            let found = findings(&format!("{name}/{side}/"));
            (found.1.iter().any(|finding| finding.code.0 == name), report(&found))
        };
        let (err, ok) = (has("err"), has("ok"));
        if !err.0 {
            wrong.push_str(&format!("{name}/err lacks it:\n{}", err.1));
        }
        if ok.0 {
            wrong.push_str(&format!("{name}/ok has it:\n{}", ok.1));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn every_case_belongs_to_a_code() {
    let codes: BTreeSet<&str> = code::ALL.iter().map(|code| code.0).collect();
    assert!(cases().is_subset(&codes));
}

#[test]
fn messages_have_all_their_arguments() {
    for name in cases() {
        let report = report(&findings(&format!("{name}/err/")));
        assert!(!report.contains('{'), "{name}: {report}");
    }
}

#[test]
fn a_file_that_cannot_be_read_is_reported_once() {
    for bytes in [&b"names: \xff"[..], b"names: \x07", b"names: [", b""] {
        let files = embedded::under(embedded::CASES, "base/").iter().map(|file| {
            let path = file.path["base/".len()..].to_owned();
            let broken = ["hasan.yaml", "supervisor.md"].iter().any(|name| path.ends_with(name));
            (path, if broken { bytes.to_vec() } else { file.bytes.to_vec() })
        });
        let files: Vec<_> = files.collect();
        let (sources, found) = read(files);
        let faults: Vec<&str> = found.iter().map(|finding| sources.path(finding.at.file)).collect();
        assert_eq!(faults, ["content/people/hasan.yaml", "content/reviews/2025/dewi/supervisor.md"]);
    }
}
