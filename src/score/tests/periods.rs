//! Periods that join the values of others.

use super::*;

const FRAMEWORK: &str = "scales: {angka: {range: {from: 0, to: 120}}}\n\
    components: {k: {label: K, scale: angka}}\n\
    outcome:\n  label: H\n  levels: {rendah: {label: R}, baik: {label: B}, tinggi: {label: T}}\n  \
    score: {from: 0, to: 120}\n  conditions: {ide: {label: I}}\n  \
    bands: [{level: tinggi, from: 110, when: [ide]}, {level: baik, from: 90}, {level: rendah, below: 90}]\n  \
    vetoes: [{of: [k], at_most: 40, outcome: rendah}]\n";

/// A year of two halves, with what the superior gives in each; empty where they give nothing.
fn year(rule: &str, first: &str, second: &str) -> Office {
    let period = |label: &str, from: &str, to: &str, more: &str| {
        format!("label: {label}\nframework: uji\nfrom: {from}\nto: {to}\n{more}")
    };
    let mut office = Office::under(&format!("{FRAMEWORK}{RATERS}integration: {{{rule}}}\n"))
        .with("periods/2025.yaml", period("T", "2025-01-01", "2025-12-31", "integrates: {a: 30, b: 70}\n"))
        .with("periods/a.yaml", period("A", "2025-01-01", "2025-03-14", ""))
        .with("periods/b.yaml", period("B", "2025-03-15", "2025-12-31", ""))
        .with(
            "people/ani.yaml",
            "names: {full: A}\nassignments:\n  - {from: 2020-01-01, position: P, rater: budi}\n  \
             - {from: 2025-03-15, position: P, rater: citra}\n",
        );
    for (half, by, given) in [("a", "budi", first), ("b", "citra", second)] {
        if !given.is_empty() {
            office = office.with(
                &format!("reviews/{half}/ani/supervisor.md"),
                format!("---\nby: {by}\ndate: 2025-12-01\n{given}\n---\n## Kekuatan\n\nBaik.\n"),
            );
        }
    }
    office
}

#[test]
fn values_of_periods_are_joined() {
    let (first, second) = ("ratings: {k: 80}", "ratings: {k: 100}");
    for (rule, first, second, value, outcome) in [
        ("by: mean", first, second, "90", "baik"),
        ("by: weights", first, second, "94", "baik"),
        // 73 days and 292: a fifth and four fifths of the year.
        ("by: days", first, second, "96", "baik"),
        ("by: mean", "ratings: {k: 79.9}", second, "89.95", "rendah"),
        // As long as the superior has not rated in one of them, there is no result.
        ("by: mean", first, "", "-", "-"),
        ("by: mean, missing: zero", first, "", "-", "-"),
        ("by: mean, missing: renormalise", "", second, "-", "-"),
        // A condition that is met in one of them is met.
        ("by: mean", "ratings: {k: 110}\nconditions: {ide: Antrean}", "ratings: {k: 110}", "110", "tinggi"),
        ("by: mean", "ratings: {k: 110}", "ratings: {k: 110}", "110", "baik"),
        // What was rated low in one of them holds all of it down.
        ("by: weights", "ratings: {k: 40}", "ratings: {k: 120}", "96", "rendah"),
    ] {
        let office = year(rule, first, second);
        assert_eq!([office.value(), office.outcome()], [value, outcome], "{rule} {first} {second}");
    }
    let card = year("by: mean", first, second).card();
    assert_eq!(card.deciders(), ["budi", "citra"]);
    assert_eq!(card.components, []);
    let What::Band { .. } = card.derivation.what else { panic!("{card:?}") };
    let of: Vec<(&What, String)> =
        card.derivation.inputs[0].inputs.iter().map(|step| (&step.what, text(step.number()))).collect();
    let period = |period: &str| What::Period { period: period.to_owned() };
    assert_eq!(of, [(&period("a"), "80".to_owned()), (&period("b"), "100".to_owned())]);
}

/// Somebody who came in the second half has no value in the first.
#[test]
fn a_period_somebody_took_no_part_in_counts_as_stated() {
    for (missing, value) in
        [("", "-"), (", missing: error", "-"), (", missing: renormalise", "100"), (", missing: zero", "70")]
    {
        let office = year(&format!("by: weights{missing}"), "", "ratings: {k: 100}").with(
            "people/ani.yaml",
            "names: {full: A}\nassignments:\n  - {from: 2025-04-01, position: P, rater: citra}\n",
        );
        assert_eq!(office.value(), value, "{missing}");
    }
}

#[test]
fn periods_that_lie_in_themselves_have_no_value() {
    let office = year("by: mean, missing: renormalise", "ratings: {k: 80}", "ratings: {k: 100}");
    let looped = |period: &str, of: &str| {
        let text = office.0[&format!("content/periods/{period}.yaml")].clone();
        office.clone().with(&format!("periods/{period}.yaml"), format!("{text}integrates: {{{of}}}\n"))
    };
    assert_eq!(looped("b", "2025: 100").value(), "-");
    assert_eq!(looped("b", "b: 100").value(), "-");
    assert_eq!(looped("b", "tidak-ada: 100").value(), "-");
    assert_eq!(looped("b", "a: 100").value(), "80");
}
