//! From numbers and levels to the outcome, and what holds it down or sets it anew.

use super::*;

/// PP 30/2019 Art. 41: results and behaviour on a scale to 120, with the new idea.
fn pp_30(results: u32, behaviour: u32) -> Office {
    Office::under(&format!(
        "scales: {{angka: {{range: {{from: 0, to: 120}}}}}}\n\
         components:\n  skp: {{label: S, weight: {results}, scale: angka}}\n  perilaku: {{label: P, weight: {behaviour}, scale: angka}}\n{RATERS}\
         outcome:\n  label: Predikat\n  levels: {{sangat-kurang: {{label: A}}, kurang: {{label: B}}, cukup: {{label: C}}, baik: {{label: D}}, sangat-baik: {{label: E}}}}\n  \
         score: {{from: 0, to: 120}}\n  conditions: {{ide-baru: {{label: Ide baru}}}}\n  bands:\n  \
         - {{level: sangat-baik, from: 110, to: 120, when: [ide-baru]}}\n  - {{level: baik, from: 90, to: 120}}\n  \
         - {{level: cukup, from: 70, below: 90}}\n  - {{level: kurang, from: 50, below: 70}}\n  - {{level: sangat-kurang, below: 50}}\n"
    ))
}

/// PP 30/2019 Art. 41(3) to (5). In floating point 0.7 x 96 + 0.3 x 76 is less than 90.
#[test]
fn numeric_predicates_follow_the_unrounded_number() {
    for (weights, results, behaviour, idea, value, predicate) in [
        ((70, 30), "112", "108", true, "110.8", "sangat-baik"),
        ((70, 30), "112", "108", false, "110.8", "baik"),
        ((60, 40), "95", "88", false, "92.2", "baik"),
        ((70, 30), "60", "75", false, "64.5", "kurang"),
        ((60, 40), "118", "112", true, "115.6", "sangat-baik"),
        ((70, 30), "96", "76", false, "90", "baik"),
        ((70, 30), "102", "62", false, "90", "baik"),
        ((70, 30), "116", "96", true, "110", "sangat-baik"),
        ((70, 30), "112.4", "105", true, "110.18", "sangat-baik"),
        ((70, 30), "112.4", "105", false, "110.18", "baik"),
        ((70, 30), "120", "120", true, "120", "sangat-baik"),
        ((70, 30), "89.99", "89.99", true, "89.99", "cukup"),
        ((70, 30), "89.9999", "89.9999", true, "89.9999", "cukup"),
        ((70, 30), "70", "70", false, "70", "cukup"),
        ((70, 30), "69.99", "69.99", false, "69.99", "kurang"),
        ((70, 30), "50", "50", false, "50", "kurang"),
        ((70, 30), "49.99", "49.99", false, "49.99", "sangat-kurang"),
        ((70, 30), "0", "0", false, "0", "sangat-kurang"),
    ] {
        let office = pp_30(weights.0, weights.1).superior_and(
            &format!("skp: {results}, perilaku: {behaviour}"),
            if idea { "ide-baru: Antrean" } else { "" },
        );
        let came = (Some(value.to_owned()), Some(predicate.to_owned()));
        assert_eq!(office.came(), came, "{results} {behaviour} {idea}");
    }
}

/// A number that is printed as 90.0 is still below 90.
#[test]
fn every_pair_of_one_decimal_is_exact() {
    for (results, behaviour) in
        (0..=1200).step_by(173).flat_map(|results| (0..=1200).step_by(191).map(move |other| (results, other)))
    {
        let decimal = |tenths: u32| format!("{}.{}", tenths / 10, tenths % 10);
        let office =
            pp_30(70, 30).superior(&format!("skp: {}, perilaku: {}", decimal(results), decimal(behaviour)));
        let hundredths = 7 * results + 3 * behaviour;
        let predicate = match hundredths {
            9000.. => "baik",
            7000.. => "cukup",
            5000.. => "kurang",
            _ => "sangat-kurang",
        };
        assert_eq!(office.outcome(), predicate, "{results} {behaviour}");
    }
}

#[test]
fn the_derivation_shows_number_band_and_condition() {
    let card = pp_30(70, 30).superior_and("skp: 112, perilaku: 108", "ide-baru: Antrean").card();
    let What::Band { of: Banded::Outcome, band: Some(0) } = card.derivation.what else { panic!("{card:?}") };
    let [join, condition] = card.derivation.inputs.as_slice() else { panic!("{card:?}") };
    assert_eq!(condition.what, What::Condition { condition: "ide-baru".to_owned() });
    assert!(condition.at.is_some());
    let total = Some(Exact::from(100));
    let of = Joined::Score;
    let combine = crate::schema::framework::Combine::WeightedMean;
    assert_eq!(join.what, What::Join { of, combine, total, renormalised: false });
    let weights: Vec<String> = join.inputs.iter().map(|input| text(input.weight.as_ref())).collect();
    assert_eq!(weights, ["70", "30"]);
    let waits = pp_30(70, 30).superior("skp: 112").card();
    assert_eq!((waits.value, waits.outcome), (None, None));
    assert_eq!(missing(&waits.derivation), [Missing::Rating]);
    assert_eq!(missing(&pp_30(70, 30).card().derivation), [Missing::Assessment]);
}

#[test]
fn bands_hold_what_lies_at_their_open_and_closed_ends() {
    let bands = "- {level: a, to: 10}\n  - {level: b, above: 10, below: 20}\n  - {level: c, from: 20, to: 30}\n  - {level: d, above: 30}\n";
    let office = |mark: &str| {
        Office::under(&format!(
            "scales: {{angka: {{range: {{from: 0, to: 100}}}}}}\ncomponents: {{k: {{label: K, scale: angka}}}}\n{RATERS}\
             outcome:\n  label: H\n  levels: {{a: {{label: A}}, b: {{label: B}}, c: {{label: C}}, d: {{label: D}}}}\n  score: {{from: 0, to: 50}}\n  bands:\n  {bands}"
        ))
        .superior(&format!("k: {mark}"))
        .came()
    };
    for (mark, value, outcome) in [
        ("0", "0", "a"),
        ("10", "10", "a"),
        ("10.0001", "10.0001", "b"),
        ("19.9999", "19.9999", "b"),
        ("20", "20", "c"),
        ("30", "30", "c"),
        ("30.0001", "30.0001", "d"),
        // More than the highest value counts as that.
        ("100", "50", "d"),
    ] {
        assert_eq!(office(mark), (Some(value.to_owned()), Some(outcome.to_owned())), "{mark}");
    }
}

/// A table of a level that is given and a level that follows from a number.
#[test]
fn tables_take_levels_that_follow_from_numbers() {
    let framework = format!(
        "scales:\n  tiga: {{levels: {{rendah: {{label: R}}, sedang: {{label: S}}, tinggi: {{label: T}}}}}}\n  angka: {{range: {{from: 0, to: 100}}}}\n\
         components:\n  hasil: {{label: H, from: criteria, scale: tiga, criteria: {{a: {{label: A, scale: angka}}, b: {{label: B, scale: angka}}}}, bands: [{{level: tinggi, from: 80}}, {{level: sedang, from: 60, below: 80}}, {{level: rendah, below: 60}}]}}\n  \
         sikap: {{label: S, scale: tiga}}\n{RATERS}\
         outcome:\n  label: H\n  levels: {{kurang: {{label: K}}, baik: {{label: B}}, sangat-baik: {{label: S}}}}\n  matrix:\n    rows: hasil\n    columns: sikap\n    cells:\n      \
         rendah: {{rendah: kurang, sedang: kurang, tinggi: kurang}}\n      sedang: {{rendah: kurang, sedang: baik, tinggi: baik}}\n      tinggi: {{rendah: kurang, sedang: baik, tinggi: sangat-baik}}\n"
    );
    for (ratings, level, value, outcome) in [
        ("a: 80, b: 80, sikap: tinggi", "tinggi", "80", "sangat-baik"),
        ("a: 79, b: 80, sikap: tinggi", "sedang", "79.5", "baik"),
        ("a: 59, b: 60.9, sikap: tinggi", "rendah", "59.95", "kurang"),
        ("a: 100, b: 90, sikap: rendah", "tinggi", "95", "kurang"),
        ("a: 100, sikap: rendah", "-", "-", "-"),
        ("a: 100, b: 90", "tinggi", "95", "-"),
    ] {
        let card = Office::under(&framework).superior(ratings).card();
        let results = card.component("hasil").unwrap();
        assert_eq!(results.level.as_deref().unwrap_or("-"), level, "{ratings}");
        assert_eq!(text(results.value.as_ref()), value, "{ratings}");
        assert_eq!(card.outcome.as_deref().unwrap_or("-"), outcome, "{ratings}");
        assert_eq!(card.value, None);
    }
}

/// Levels that count as numbers, three of them, of which the lowest holds the outcome down.
fn elements(vetoes: &str) -> Office {
    Office::under(&format!(
        "scales: {{lima: {{levels: {{satu: {{label: 1, value: 1}}, tiga: {{label: 3, value: 3}}, lima: {{label: 5, value: 5}}}}}}, angka: {{range: {{from: 0, to: 100}}}}, huruf: {{levels: {{c: {{label: C}}, b: {{label: B}}, a: {{label: A}}}}}}}}\n\
         components:\n  e: {{label: E, from: criteria, scale: lima, criteria: {{x: {{label: X}}, y: {{label: Y}}, z: {{label: Z}}}}}}\n  \
         n: {{label: N, scale: angka, times: 0.05, criteria: {{disiplin: {{label: D, scale: huruf}}}}}}\n\
         raters: {{superior: {{label: A, weight: 50, display: 1}}, peer: {{label: R, weight: 50, display: 3}}}}\n\
         outcome:\n  label: H\n  levels: {{buruk: {{label: B}}, cukup: {{label: C}}, baik: {{label: I}}}}\n  score: {{from: 0, to: 5}}\n  \
         bands: [{{level: baik, from: 4}}, {{level: cukup, from: 2, below: 4}}, {{level: buruk, below: 2}}]\n  vetoes: [{vetoes}]\n"
    ))
}

#[test]
fn low_ratings_hold_the_outcome_down() {
    let good = "x: lima, y: lima, z: lima, n: 100, disiplin: a";
    let low = |item: &str, mark: &str| {
        let parts = good.split(", ").map(|part| match part.split_once(": ") {
            Some((own, _)) if own == item => format!("{item}: {mark}"),
            _ => part.to_owned(),
        });
        parts.collect::<Vec<_>>().join(", ")
    };
    for (vetoes, ratings, outcome) in [
        ("", good.to_owned(), "baik"),
        ("{at_most: satu, outcome: buruk}", good.to_owned(), "baik"),
        ("{at_most: satu, outcome: buruk}", low("y", "satu"), "buruk"),
        ("{at_most: satu, outcome: buruk}", low("y", "tiga"), "baik"),
        ("{at_most: tiga, outcome: cukup}", low("z", "tiga"), "cukup"),
        ("{of: [x], at_most: satu, outcome: buruk}", low("y", "satu"), "baik"),
        ("{of: [x, y], at_most: satu, outcome: buruk}", low("y", "satu"), "buruk"),
        // A level that counts as a number can be compared with one.
        ("{of: [x], at_most: 3, outcome: buruk}", low("x", "tiga"), "buruk"),
        ("{of: [x], at_most: 2.9, outcome: buruk}", low("x", "tiga"), "baik"),
        // What is rated as a number is compared as it was rated, before it is stretched.
        ("{of: [n], at_most: 80, outcome: cukup}", low("n", "80"), "cukup"),
        ("{of: [n], at_most: 80, outcome: cukup}", low("n", "80.1"), "baik"),
        // What is computed is compared with what it came to.
        ("{of: [e], at_most: 4.5, outcome: cukup}", low("x", "tiga"), "cukup"),
        ("{of: [e], at_most: 4.3, outcome: cukup}", low("x", "tiga"), "baik"),
        // Levels without numbers are compared by their order.
        ("{of: [disiplin], at_most: b, outcome: buruk}", low("disiplin", "b"), "buruk"),
        ("{of: [disiplin], at_most: c, outcome: buruk}", low("disiplin", "b"), "baik"),
        // The lowest of several holds, and none of them lifts.
        ("{at_most: tiga, outcome: cukup}, {at_most: satu, outcome: buruk}", low("z", "satu"), "buruk"),
        ("{at_most: satu, outcome: buruk}, {at_most: tiga, outcome: cukup}", low("z", "satu"), "buruk"),
        ("{at_most: satu, outcome: baik}", low("y", "satu"), "baik"),
    ] {
        let office = elements(vetoes).superior(&ratings);
        assert_eq!(office.outcome(), outcome, "{vetoes} {ratings}");
    }
}

#[test]
fn the_mean_of_several_raters_is_compared_with_the_number_of_a_level() {
    let office = elements("{of: [x], at_most: tiga, outcome: buruk}")
        .superior("x: lima, y: lima, z: lima, n: 100")
        .colleagues("peer", &["x: satu", "x: satu", "x: satu"]);
    assert_eq!(office.outcome(), "buruk");
    let office = office.colleagues("peer", &["x: satu", "x: satu", "x: tiga"]);
    assert_eq!(office.outcome(), "baik");
}

#[test]
fn a_veto_says_what_it_looked_at() {
    let card = elements("{of: [x], at_most: satu, outcome: buruk}")
        .superior("x: satu, y: lima, z: lima, n: 100")
        .card();
    assert_eq!(card.derivation.what, What::Veto { veto: 0 });
    let [before, reason] = card.derivation.inputs.as_slice() else { panic!("{card:?}") };
    assert_eq!(before.level(), Some("baik"));
    assert_eq!(reason.what, What::Criterion { criterion: "x".to_owned() });
    assert_eq!(text(card.value.as_ref()), "13/3");
}

/// A decision sets what all raters together came to.
#[test]
fn decisions_set_items_anew() {
    let office = elements("")
        .superior("x: satu, y: lima, z: lima, n: 100")
        .colleagues("peer", &["x: satu", "x: tiga", "x: lima"]);
    let before = office.card();
    assert_eq!(before.components[0].criteria[0].1, Some(Exact::from(2)));
    assert_eq!(before.components[0].before_decision, None);
    let card = office.clone().decision("x: lima, n: 80").card();
    let [elements, number] = card.components.as_slice() else { panic!("{card:?}") };
    assert_eq!(text(elements.value.as_ref()), "5");
    assert_eq!(elements.before_decision, Some(Got::Number(Exact::from(4))));
    assert_eq!(text(number.value.as_ref()), "4");
    assert_eq!(number.before_decision, Some(Got::Number(Exact::from(5))));
    assert_eq!(card.deciders(), ["budi", "citra"]);
    let mut decided = vec![];
    card.derivation.walk(&mut |step| {
        if let What::Decision { .. } = &step.what {
            decided.push((step.result.clone(), text(step.inputs[0].number())));
        }
    });
    let expected = [(Got::Level("lima".to_owned()), "2"), (Got::Number(Exact::from(80)), "100")];
    assert_eq!(decided, expected.map(|(got, before)| (Some(got), before.to_owned())));
}

#[test]
fn what_the_superior_might_have_rated_can_be_tried() {
    let office = elements("{of: [x], at_most: satu, outcome: buruk}")
        .superior("x: satu, y: lima, z: lima, n: 100")
        .colleagues("peer", &["x: satu", "x: satu", "x: satu"]);
    let tried = |office: &Office, changes: &[(&str, &str)]| {
        office.look(|checked| {
            let card = score_with(checked, &checked.agency.periods["2025"], "ani", changes).unwrap();
            (text(card.value.as_ref()), card.outcome.unwrap_or_default())
        })
    };
    let came = |value: &str, outcome: &str| (value.to_owned(), outcome.to_owned());
    assert_eq!(tried(&office, &[]), came("13/3", "buruk"));
    assert_eq!(tried(&office, &[("x", "lima")]), came("14/3", "baik"));
    assert_eq!(tried(&office, &[("x", "lima"), ("n", "80")]), came("25/6", "baik"));
    // What is not on the scale is no rating.
    assert_eq!(tried(&office, &[("x", "sepuluh")]).0, "-");
    // A decision stands whatever the superior might have rated.
    let decided = office.decision("x: tiga");
    assert_eq!(tried(&decided, &[("x", "lima")]), tried(&decided, &[]));
    assert_eq!(tried(&elements(""), &[("x", "lima")]).0, "-");
}

#[test]
fn ordinal_outcomes_can_be_tried_too() {
    let office = Office::under("").with(
        "periods/2025.yaml",
        "label: 2025\nframework: permenpan-6-2022\nfrom: 2025-01-01\nto: 2025-12-31\n",
    );
    let mut office = office;
    office.0.remove("content/frameworks/uji.yaml");
    let office = office.superior("hasil-kerja: sesuai, perilaku: di-bawah");
    office.look(|checked| {
        let period = &checked.agency.periods["2025"];
        let tried = |changes: &[(&str, &str)]| score_with(checked, period, "ani", changes).unwrap().outcome;
        assert_eq!(tried(&[]).as_deref(), Some("kurang"));
        assert_eq!(tried(&[("perilaku", "sesuai")]).as_deref(), Some("baik"));
        let all = [("perilaku", "di-atas"), ("hasil-kerja", "di-atas")];
        assert_eq!(tried(&all).as_deref(), Some("sangat-baik"));
    });
}
