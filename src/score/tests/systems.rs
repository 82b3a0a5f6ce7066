//! Whole systems: regulations at home, and published schemes from elsewhere, with the results their sources give.

use super::*;

/// A built-in framework, or one of `tests/frameworks/`.
fn system(id: &str, text: Option<&str>) -> Office {
    let mut office = Office::under("").with(
        "periods/2025.yaml",
        format!("label: 2025\nframework: {id}\nfrom: 2025-01-01\nto: 2025-12-31\n"),
    );
    office.0.remove("content/frameworks/uji.yaml");
    match text {
        Some(text) => office.with(&format!("frameworks/{id}.yaml"), text),
        None => office,
    }
}

fn foreign(id: &'static str) -> Office {
    let text = match id {
        "opm-ses" => include_str!("../../../tests/frameworks/opm-ses.yaml"),
        "dod-dpmap" => include_str!("../../../tests/frameworks/dod-dpmap.yaml"),
        "doc-points" => include_str!("../../../tests/frameworks/doc-points.yaml"),
        _ => include_str!("../../../tests/frameworks/frappe-hr.yaml"),
    };
    system(id, Some(text))
}

fn rated(items: &[&str], marks: &[&str]) -> String {
    items.iter().zip(marks).map(|(item, mark)| format!("{item}: {mark}")).collect::<Vec<_>>().join(", ")
}

/// PermenPANRB 6/2022, annex: all nine cells, which tell rows from columns.
#[test]
fn the_table_of_permenpan_6_2022() {
    let levels = ["di-bawah", "sesuai", "di-atas"];
    for (results, predicates) in levels.iter().zip([
        ["sangat-kurang", "butuh-perbaikan", "butuh-perbaikan"],
        ["kurang", "baik", "baik"],
        ["kurang", "baik", "sangat-baik"],
    ]) {
        for (behaviour, predicate) in levels.iter().zip(predicates) {
            let office = system("permenpan-6-2022", None)
                .superior(&format!("hasil-kerja: {results}, perilaku: {behaviour}"));
            assert_eq!(office.came(), (None, Some(predicate.to_owned())), "{results} {behaviour}");
        }
    }
}

/// PermenPANRB 8/2021: two results of three aspects, an additional one, and behaviour.
#[test]
fn an_official_under_pp_30_2019() {
    let indicators = |targets: [&str; 3]| {
        let each = targets
            .iter()
            .enumerate()
            .map(|(at, _)| format!("      i{at}: {{measure: M, target: 100, unit: persen}}\n"));
        each.collect::<String>()
    };
    let (first, second) = (["110", "105", "100"], ["100", "100", "90"]);
    let result = |id: &str, kind: &str, more: &str, of: &str| {
        format!("  {id}:\n    kind: {kind}\n    result: Tersusunnya R\n{more}    indicators:\n{of}")
    };
    let plan = [
        "results:\n".to_owned(),
        result("satu", "utama", "", &indicators(first)),
        result("dua", "utama", "", &indicators(second)),
        result(
            "tambah",
            "tambahan",
            "    scope: unit-kerja\n",
            "      i0: {measure: M, target: 1, unit: kali}\n",
        ),
    ]
    .concat();
    let mut realised: Vec<String> = vec!["tambah/i0: 2".to_owned()];
    for (id, figures) in [("satu", first), ("dua", second)] {
        realised.extend(figures.iter().enumerate().map(|(at, figure)| format!("{id}/i{at}: {figure}")));
    }
    let behaviour = ["orientasi-pelayanan", "komitmen", "inisiatif-kerja", "kerja-sama"];
    for (idea, predicate) in [("", "baik"), ("conditions: {ide-baru: Antrean}\n", "sangat-baik")] {
        let office = system("pp-30-2019", None)
            .with(
                "people/ani.yaml",
                "names: {full: A}\nassignments:\n  - {from: 2020-01-01, position: P, class: jf, rater: budi}\n",
            )
            .with("reviews/2025/ani/plan.yaml", plan.clone())
            .review(
                "supervisor",
                "budi",
                &format!(
                    "ratings: {{{}}}\n{idea}realisation: {{{}}}",
                    rated(&behaviour, &["105"; 4]),
                    realised.join(", ")
                ),
            );
        let card = office.card();
        let value = |id: &str| text(card.component(id).unwrap().value.as_ref());
        assert_eq!([value("skp"), value("perilaku")], ["112.4", "105"]);
        assert_eq!(text(card.value.as_ref()), "110.18");
        assert_eq!(card.outcome.as_deref(), Some(predicate));
        assert_eq!(card.deciders(), ["budi"]);
    }
}

/// Levels of behaviour from 1 to 5, taken to 120 and joined in three groups.
#[test]
fn behaviour_on_five_levels_taken_to_120() {
    let group = |id: &str, criteria: &[&str]| {
        let criteria = criteria.iter().map(|id| format!("{id}: {{label: K}}")).collect::<Vec<_>>().join(", ");
        format!("  {id}: {{label: G, from: criteria, scale: bars, times: 24, criteria: {{{criteria}}}}}\n")
    };
    let office = Office::under(&format!(
        "scales: {{bars: {{levels: {{satu: {{label: 1, value: 1}}, dua: {{label: 2, value: 2}}, tiga: {{label: 3, value: 3}}, empat: {{label: 4, value: 4}}, lima: {{label: 5, value: 5}}}}}}}}\n\
         components:\n{}{}{}{RATERS}\
         outcome: {{label: H, levels: {{x: {{label: X}}}}, score: {{from: 24, to: 120}}, bands: [{{level: x}}]}}\n",
        group("eksekusi", &["ak", "ko", "lo"]),
        group("cara-baru", &["ad", "kol"]),
        group("pelayanan", &["bp", "ha"]),
    ))
    .superior("bp: empat, ak: empat, ko: tiga, ha: empat, lo: lima, ad: empat, kol: tiga");
    let card = office.card();
    let values = card.components.iter().map(|component| text(component.value.as_ref()));
    assert_eq!(values.collect::<Vec<_>>(), ["96", "84", "96"]);
    assert_eq!(text(card.value.as_ref()), "92");
}

#[test]
fn senior_executives_of_opm() {
    let items =
        ["leading-change", "leading-people", "business-acumen", "building-coalitions", "results-driven"];
    for (marks, value, outcome) in [
        // The worked example that OPM publishes.
        ([4, 5, 3, 4, 4], "400", "level-4"),
        ([5, 5, 5, 5, 5], "500", "level-5"),
        ([5, 4, 5, 5, 5], "490", "level-5"),
        ([3, 4, 4, 5, 5], "460", "level-4"),
        ([4, 4, 4, 4, 4], "400", "level-4"),
        ([4, 4, 4, 3, 4], "390", "level-3"),
        ([3, 3, 3, 3, 3], "300", "level-3"),
        ([3, 3, 3, 2, 3], "290", "level-2"),
        ([2, 2, 2, 2, 2], "200", "level-2"),
        // One critical element at level 1, whatever the rest comes to.
        ([1, 5, 5, 5, 5], "460", "level-1"),
        ([5, 5, 5, 5, 1], "260", "level-1"),
        ([1, 1, 1, 1, 1], "100", "level-1"),
    ] {
        let marks = marks.map(|mark| format!("level-{mark}"));
        let marks: Vec<&str> = marks.iter().map(String::as_str).collect();
        let office = foreign("opm-ses").superior(&rated(&items, &marks));
        assert_eq!(office.came(), (Some(value.to_owned()), Some(outcome.to_owned())), "{marks:?}");
    }
}

#[test]
fn the_program_of_the_department_of_defense() {
    let items = ["element-1", "element-2", "element-3", "element-4"];
    for (marks, value, outcome) in [
        (&[5, 5, 3, 5][..], "4.5", "outstanding"),
        (&[5, 3, 3], "11/3", "fully-successful"),
        (&[5, 5, 1], "11/3", "unacceptable"),
        (&[5, 5, 3], "13/3", "outstanding"),
        (&[5, 3], "4", "fully-successful"),
        (&[5, 3, 5, 3], "4", "fully-successful"),
        (&[3], "3", "fully-successful"),
        (&[5, 5, 5, 5], "5", "outstanding"),
        (&[5, 5, 5, 1], "4", "unacceptable"),
    ] {
        let levels = marks.iter().map(|mark| match mark {
            5 => "outstanding",
            3 => "fully-successful",
            _ => "unacceptable",
        });
        let office = foreign("dod-dpmap").superior(&rated(&items, &levels.collect::<Vec<_>>()));
        assert_eq!(office.came(), (Some(value.to_owned()), Some(outcome.to_owned())), "{marks:?}");
    }
}

#[test]
fn the_table_of_the_department_of_commerce() {
    for (marks, value, outcome) in [
        (["5", "5", "5"], "500", "outstanding"),
        (["5", "4", "5"], "470", "outstanding"),
        (["5", "5", "3"], "450", "superior"),
        (["4", "4", "3"], "375", "fully-successful"),
        (["4", "3", "4"], "370", "fully-successful"),
        (["5", "3", "3"], "390", "superior"),
        (["3", "3", "3"], "300", "fully-successful"),
        (["3", "3", "2"], "275", "marginal"),
        (["2", "2", "2"], "200", "marginal"),
        (["2", "2", "1"], "175", "unsatisfactory"),
        (["1", "1", "1"], "100", "unsatisfactory"),
    ] {
        let office = foreign("doc-points").superior(&rated(&["mission", "service", "leadership"], &marks));
        assert_eq!(office.came(), (Some(value.to_owned()), Some(outcome.to_owned())), "{marks:?}");
    }
}

#[test]
fn the_appraisal_of_frappe_hr() {
    let area = |id: &str, weight: u32| {
        format!(
            "  {id}: {{kind: kra, result: R, weight: {weight}, indicators: {{done: {{measure: Done, target: 100, unit: '%'}}}}}}\n"
        )
    };
    let office = |first: &str, second: &str| {
        foreign("frappe-hr")
            .with("reviews/2025/ani/plan.yaml", format!("results:\n{}{}", area("a", 60), area("b", 40)))
            .review("supervisor", "budi", &format!("realisation: {{a/done: {first}, b/done: {second}}}"))
    };
    let full = office("80", "50")
        .own("quality: 0.8, teamwork: 0.6")
        .colleagues("peer", &["feedback: 4", "feedback: 3.5", "feedback: 4.2"]);
    let card = full.card();
    let values = card.components.iter().map(|component| text(component.value.as_ref()));
    assert_eq!(values.collect::<Vec<_>>(), ["3.4", "3.9", "3.5"]);
    assert_eq!((text(card.value.as_ref()), card.outcome.as_deref()), ("3.6".to_owned(), Some("four")));
    // frappe/hrms #2023: without the own rating, goals of 5 and feedback of 5 are 5, and not two thirds of it.
    let without = office("100", "100").colleagues("peer", &["feedback: 5"; 3]);
    assert_eq!(without.came(), (Some("5".to_owned()), Some("five".to_owned())));
    let What::Band { .. } = without.card().derivation.what else { panic!() };
    let join = without.card().derivation.inputs.remove(0);
    assert!(matches!(join.what, What::Join { renormalised: true, .. }));
}
