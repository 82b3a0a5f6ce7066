//! Who qualifies for what, and by which periods.

use super::{Files, of};
use crate::insight::follow_ups;

/// The rules that hold for somebody with these outcomes from 2023 on; `-` stands for none.
fn rules(outcomes: &[&str]) -> Vec<(String, usize)> {
    let mut files = Files::new(&[("ani", "")]);
    for (year, outcome) in
        ["2023", "2024", "2025"].iter().zip(outcomes).filter(|(_, outcome)| **outcome != "-")
    {
        files.outcome(year, "ani", outcome);
    }
    found(&files, "2025")
}

fn found(files: &Files, period: &str) -> Vec<(String, usize)> {
    files.look(|_, survey| {
        let found = follow_ups(survey, of(survey, period), "ani");
        found.into_iter().map(|one| (one.rule, one.counted.len())).collect()
    })
}

fn named(rules: &[&str]) -> Vec<(String, usize)> {
    let counted = |rule: &str| if matches!(rule, "bimbingan" | "perbaikan" | "seminar") { 1 } else { 2 };
    rules.iter().map(|rule| ((*rule).to_owned(), counted(rule))).collect()
}

#[test]
fn rules_ask_for_periods_that_follow_each_other() {
    for (outcomes, wanted) in [
        (["-", "sangat-baik", "sangat-baik"], &["suksesi", "pengembangan", "kenaikan-pangkat"][..]),
        (["-", "baik", "sangat-baik"], &["pengembangan", "kenaikan-pangkat"]),
        (["sangat-baik", "-", "sangat-baik"], &[]),
        (["sangat-baik", "sangat-baik", "-"], &[]),
        (["-", "-", "sangat-baik"], &[]),
        (["-", "baik", "butuh-perbaikan"], &["bimbingan"]),
        (["-", "baik", "kurang"], &["bimbingan", "perbaikan"]),
        (["-", "kurang", "kurang"], &["bimbingan", "perbaikan", "penempatan"]),
    ] {
        assert_eq!(rules(&outcomes), named(wanted), "{outcomes:?}");
    }
}

#[test]
fn a_framework_without_the_level_ends_the_row() {
    let mut files = Files::new(&[("ani", "")]);
    files.outcome("2024", "ani", "sangat-baik");
    files.outcome("2025", "ani", "sangat-baik");
    assert_eq!(found(&files, "2025").len(), 3);
    let other = "extends: permenpan-6-2022\noutcome:\n  levels: {sangat-baik: , istimewa: {label: I, group: sangat-baik}}\n  matrix: {cells: {di-atas: {di-atas: istimewa}}}\ndistribution:\ncredit_points:\nfollow_up:\n";
    files.put("content/frameworks/lain.yaml", other);
    files.period("2024", "lain", "2024", "");
    // `baik` has both; 2024 was `istimewa`, which is at least that, but not the `sangat-baik` that 2025 knows.
    assert_eq!(found(&files, "2025"), named(&["pengembangan", "kenaikan-pangkat"]));
}

#[test]
fn a_rating_is_looked_at_by_its_own_scale() {
    let mut files = Files::new(&[("ani", "")]);
    for (mark, holds) in [("dasar", true), ("cukup", false)] {
        files.rated("2025", "ani", &format!("hasil-kerja: sesuai, perilaku: sesuai, akuntabel: {mark}"));
        assert_eq!(!found(&files, "2025").is_empty(), holds, "{mark}");
    }
    files.rated("2025", "ani", "akuntabel: dasar");
    assert_eq!(found(&files, "2025"), [], "without an outcome nothing is final");
}
