//! Parts of a period, such as quarters: by the same framework, and without a say in the whole.

use super::*;

const FRAMEWORK: &str = "scales: {angka: {range: {from: 0, to: 100}}}\n\
    components: {k: {label: K, scale: angka}}\n\
    outcome:\n  label: H\n  levels: {rendah: {label: R}, baik: {label: B}}\n  score: {from: 0, to: 100}\n  \
    bands: [{level: baik, from: 90}, {level: rendah, below: 90}]\n";

fn quarters(raters: &str, first: &str) -> Office {
    Office::under(&format!("{FRAMEWORK}{raters}"))
        .with(
            "periods/2025.yaml",
            "label: 2025\nframework: uji\nfrom: 2025-01-01\nto: 2025-12-31\nparts:\n  \
             q1: {label: I, from: 2025-01-01, to: 2025-03-31}\n  q2: {label: II, from: 2025-04-01, to: 2025-06-30}\n",
        )
        .with(
            "reviews/2025/ani/parts/q1/supervisor.md",
            format!("---\nby: budi\ndate: 2025-04-04\nratings: {{{first}}}\n---\n## Kekuatan\n\nBaik.\n"),
        )
}

/// The number and the outcome of a part; `None` if nothing is kept of it.
fn part(office: &Office, part: &str) -> Option<(String, Option<String>)> {
    office.look(|checked| {
        let card = score_part(checked, &checked.agency.periods["2025"], "ani", part)?;
        Some((text(card.value.as_ref()), card.outcome))
    })
}

#[test]
fn a_part_is_scored_by_itself_and_the_whole_without_it() {
    let office = quarters(RATERS, "k: 80");
    assert_eq!(part(&office, "q1"), Some(("80".to_owned(), Some("rendah".to_owned()))));
    assert_eq!([part(&office, "q2"), part(&office, "q9")], [None, None]);
    assert_eq!([office.value(), office.outcome()], ["-", "-"], "a part stands for the whole");

    let whole = quarters(RATERS, "k: 80").superior("k: 95");
    assert_eq!(part(&whole, "q1"), part(&office, "q1"));
    assert_eq!(whole.card(), quarters(RATERS, "k: 10").superior("k: 95").card());
    let without = Office::under(&format!("{FRAMEWORK}{RATERS}")).superior("k: 95");
    assert_eq!(whole.came(), without.came());
}

#[test]
fn colleagues_of_the_whole_have_no_say_in_a_part() {
    let raters = "raters: {superior: {label: A, display: 1, weight: 50}, peer: {label: R, display: 3, weight: 50}}\n\
        missing: {raters: renormalise}\n";
    let office =
        quarters(raters, "k: 80").superior("k: 80").colleagues("peer", &["k: 100", "k: 100", "k: 100"]);
    assert_eq!(office.value(), "90");
    assert_eq!(part(&office, "q1"), Some(("80".to_owned(), Some("rendah".to_owned()))));
}
