//! How criteria, parts and components become numbers.

use super::*;

/// Two components rated from 0 to 120, with what their definitions and the score's say besides.
fn two(a: &str, b: &str, score: &str) -> Office {
    Office::under(&format!(
        "scales: {{angka: {{range: {{from: 0, to: 120}}}}}}\n\
         components:\n  a: {{label: A, scale: angka{a}}}\n  b: {{label: B, scale: angka{b}}}\n{RATERS}\
         outcome: {{label: H, levels: {{x: {{label: X}}}}, score: {{from: 0, to: 10000{score}}}, bands: [{{level: x}}]}}\n"
    ))
}

#[test]
fn values_are_joined_as_stated() {
    let (seventy, thirty) = (", weight: 70", ", weight: 30");
    for (a, b, score, value) in [
        ("", "", "", "85"),
        ("", "", ", combine: mean", "85"),
        ("", "", ", combine: sum", "170"),
        (seventy, thirty, "", "89"),
        (seventy, thirty, ", combine: weighted-mean", "89"),
        (seventy, thirty, ", combine: weighted-sum", "8900"),
        (seventy, thirty, ", combine: weighted-sum, times: 0.2", "1780"),
    ] {
        assert_eq!(two(a, b, score).superior("a: 95, b: 75").value(), value, "{a} {b} {score}");
    }
}

#[test]
fn numbers_are_stretched_then_held_then_rounded() {
    for (component, value) in [
        ("", "95.5"),
        (", times: 0.5", "47.75"),
        (", cap: 90", "90"),
        (", cap: 96", "95.5"),
        (", times: 2, cap: 120", "120"),
        (", times: 0.5, cap: 90", "47.75"),
        (", round: {decimals: 0}", "96"),
        (", round: {decimals: 0, mode: half-even}", "96"),
        (", round: {decimals: 0, mode: down}", "95"),
        (", times: 0.5, round: {decimals: 1}", "47.8"),
        (", cap: 90.25, round: {decimals: 1, mode: half-even}", "90.2"),
    ] {
        let card = two(component, "", "").superior("a: 95.5, b: 100").card();
        assert_eq!(text(card.component("a").unwrap().value.as_ref()), value, "{component}");
        assert_eq!(text(card.component("b").unwrap().value.as_ref()), "100");
    }
}

#[test]
fn what_is_missing_counts_as_stated() {
    let (a, b) = (", weight: 60", ", weight: 40");
    for (policy, a, b, value) in [
        ("", a, b, "-"),
        (", missing: error", a, b, "-"),
        (", missing: renormalise", a, b, "95"),
        (", missing: zero", a, b, "57"),
        (", missing: renormalise", "", "", "95"),
        (", missing: zero", "", "", "47.5"),
        (", missing: renormalise, combine: sum", "", "", "95"),
        // The weight of what is missing goes to the rest, so that the sum keeps its height.
        (", missing: renormalise, combine: weighted-sum", a, b, "9500"),
        (", missing: zero, combine: weighted-sum", a, b, "5700"),
    ] {
        let office = two(a, b, policy);
        assert_eq!(office.clone().superior("a: 95").value(), value, "{policy} {a}");
        // As long as there is nothing, there is nothing to join.
        assert_eq!(office.clone().superior("").value(), "-", "{policy}");
        assert_eq!(office.value(), "-", "{policy}");
    }
}

#[test]
fn the_framework_says_what_happens_unless_components_do() {
    let framework = |framework: &str, component: &str| {
        Office::under(&format!(
            "scales: {{angka: {{range: {{from: 0, to: 120}}}}}}\nmissing: {{parts: {framework}}}\n\
             components:\n  a: {{label: A, from: criteria, scale: angka{component}, criteria: {{c: {{label: C}}, d: {{label: D}}}}}}\n{RATERS}\
             outcome: {{label: H, levels: {{x: {{label: X}}}}, score: {{from: 0, to: 120}}, bands: [{{level: x}}]}}\n"
        ))
        .superior("c: 90")
        .value()
    };
    assert_eq!(framework("error", ""), "-");
    assert_eq!(framework("zero", ""), "45");
    assert_eq!(framework("renormalise", ""), "90");
    assert_eq!(framework("renormalise", ", missing: zero"), "45");
    assert_eq!(framework("zero", ", missing: error"), "-");
}

#[test]
fn components_can_be_made_of_parts() {
    let office = Office::under(&format!(
        "scales: {{angka: {{range: {{from: 0, to: 120}}}}}}\n\
         components:\n  skp: {{label: S, weight: 60, from: parts, cap: 100}}\n  \
         utama: {{label: U, part_of: skp, weight: 75, scale: angka}}\n  \
         inovasi: {{label: I, part_of: skp, weight: 25, from: parts}}\n  \
         ide: {{label: D, part_of: inovasi, scale: angka, times: 2}}\n  \
         perilaku: {{label: P, weight: 40, scale: angka}}\n{RATERS}\
         outcome: {{label: H, levels: {{x: {{label: X}}}}, score: {{from: 0, to: 120}}, bands: [{{level: x}}]}}\n"
    ));
    let card = office.superior("utama: 100, ide: 60, perilaku: 80").card();
    let values: Vec<(&str, String)> =
        card.components.iter().map(|score| (score.id.as_str(), text(score.value.as_ref()))).collect();
    let expected = [("skp", "100"), ("utama", "100"), ("inovasi", "120"), ("ide", "120"), ("perilaku", "80")];
    assert_eq!(values, expected.map(|(id, value)| (id, value.to_owned())));
    assert_eq!(text(card.value.as_ref()), "92");
}

#[test]
fn nothing_comes_of_nothing() {
    for combine in ["mean", "sum"] {
        let office = Office::under(&format!(
            "scales: {{angka: {{range: {{from: 0, to: 120}}}}}}\nclasses: {{staf: {{label: S}}, kepala: {{label: K}}}}\n\
             components:\n  a: {{label: A, from: criteria, scale: angka, combine: {combine}, criteria: {{c: {{label: C, applies_to: [kepala]}}}}}}\n{RATERS}\
             outcome: {{label: H, levels: {{x: {{label: X}}}}, score: {{from: 0, to: 120}}, bands: [{{level: x}}]}}\n"
        ));
        assert_eq!(office.superior("").value(), "-", "{combine}");
    }
}

/// What is not for the person's class or post takes no part, and neither does its weight.
#[test]
fn what_is_for_others_is_left_out() {
    let framework = "scales: {angka: {range: {from: 0, to: 120}}}\n\
        classes: {staf: {label: S}, kepala: {label: K}}\nposts: {bendahara: B}\n\
        components:\n  a:\n    label: A\n    from: criteria\n    scale: angka\n    criteria:\n      \
        kerja-sama: {label: K, weight: 60}\n      \
        kepemimpinan: {label: P, weight: 40, applies_to: [kepala]}\n      \
        ketelitian: {label: T, weight: 40, applies_to: [staf]}\n  \
        b: {label: B, scale: angka, applies_to: [kepala, bendahara]}\n";
    let office = |post: &str| {
        Office::under(&format!(
            "{framework}{RATERS}\
             outcome: {{label: H, levels: {{x: {{label: X}}}}, score: {{from: 0, to: 120}}, bands: [{{level: x}}]}}\n"
        ))
        .with("people/ani.yaml", format!("names: {{full: A}}\nassignments:\n{post}"))
        .superior("kerja-sama: 80, ketelitian: 100, kepemimpinan: 60, b: 100")
        .card()
    };
    let post = |from: &str, more: &str| format!("  - {{from: {from}, position: P, rater: budi{more}}}\n");
    for (posts, criteria, value) in [
        (post("2020-01-01", ", class: staf"), &["kerja-sama", "ketelitian"][..], "88"),
        (post("2020-01-01", ", class: staf, post: bendahara"), &["kerja-sama", "ketelitian"], "94"),
        (post("2020-01-01", ", class: kepala"), &["kerja-sama", "kepemimpinan"], "86"),
        (post("2020-01-01", ", post: bendahara"), &["kerja-sama"], "90"),
        (post("2020-01-01", ""), &["kerja-sama"], "80"),
        // The last post within the period says what is for them.
        (post("2020-01-01", ", class: staf") + &post("2025-12-31", ""), &["kerja-sama"], "80"),
        (post("2020-01-01", ", class: staf") + &post("2026-01-01", ""), &["kerja-sama", "ketelitian"], "88"),
    ] {
        let card = office(&posts);
        let counted = card.components[0].criteria.iter().map(|(id, _)| id.as_str());
        assert_eq!(counted.collect::<Vec<_>>(), criteria, "{posts}");
        assert_eq!(text(card.value.as_ref()), value, "{posts}");
    }
}
