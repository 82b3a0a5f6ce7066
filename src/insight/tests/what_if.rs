//! What contested ratings could be set to.

use super::{Files, of};
use crate::insight::WhatIf;

/// A system of one number, joined over the superior and three peers, with a component rated by levels beside it.
const NUMBERS: &str = "\
label: Angka
scales:
  nilai: {range: {from: 0, to: 10, step: 2}}
  tingkat: {levels: {satu: {label: S, value: 0}, dua: {label: D, value: 10}}}
components:
  sikap: {label: S, from: criteria, scale: nilai, weight: 50, criteria: {jujur: {label: J}}}
  hasil: {label: H, scale: tingkat, weight: 50, raters: {superior: 100}}
raters:
  superior: {label: A, weight: 50, display: 1}
  peer: {label: R, weight: 50, display: 3}
outcome:
  label: O
  levels: {kurang: {label: K}, baik: {label: B}}
  score: {from: 0, to: 10}
  bands: [{level: baik, from: 6}, {level: kurang, below: 6}]
stages: {nilai: {label: N, event: supervisor}}
";

fn found(files: &Files) -> Vec<WhatIf> {
    files.look(|_, survey| of(survey, "2025").what_ifs.get("ani").cloned().unwrap_or_default())
}

fn told(what_if: &WhatIf) -> Vec<String> {
    let told = what_if.tries.iter().map(|one| {
        let value = one.value.as_ref().map_or(String::new(), |(from, to)| format!(" {from}-{to}"));
        let stands = if one.stands { " *" } else { "" };
        format!("{}-{}: {}{value}{stands}", one.from, one.to, one.outcome.as_deref().unwrap_or("-"))
    });
    told.collect()
}

#[test]
fn each_level_is_tried_with_the_others_as_they_are() {
    let mut files = Files::new(&[("ani", "")]);
    files.outcome("2025", "ani", "kurang");
    assert_eq!(found(&files), [], "nobody objected");
    files.objection("2025", "ani", "perilaku, harmonis");
    let all = found(&files);
    assert_eq!(all[0].item, "perilaku");
    assert_eq!(
        told(&all[0]),
        ["di-bawah-di-bawah: kurang *", "sesuai-sesuai: baik", "di-atas-di-atas: baik"]
    );
    // What only informs leads to the same outcome whatever it is.
    assert!(all[1].tries.iter().all(|one| one.outcome.as_deref() == Some("kurang")));
}

#[test]
fn a_decision_sets_what_all_raters_together_came_to() {
    let mut files = Files::new(&[("ani", ""), ("p1", ""), ("p2", ""), ("p3", "")]);
    files.put("content/frameworks/angka.yaml", NUMBERS);
    files.period("2025", "angka", "2025", "");
    files.rated("2025", "ani", "jujur: 4, hasil: dua");
    for (n, by) in ["p1", "p2", "p3"].iter().enumerate() {
        files.put(
            &format!("content/reviews/2025/ani/peer-{}.md", n + 1),
            &format!("---\nby: {by}\ndate: 2025-12-20\nratings: {{jujur: 0}}\n---\n"),
        );
    }
    files.objection("2025", "ani", "jujur, hasil");
    let all = found(&files);
    // Together the four came to 2, which with 10 makes 6. Set to 0 it would make 5.
    assert_eq!(told(&all[0]), ["0-0: kurang 5-5", "2-2: baik 6-6 *", "4-10: baik 7-10"]);
    assert_eq!(told(&all[1]), ["satu-satu: kurang 1-1", "dua-dua: baik 6-6 *"]);
}

#[test]
fn a_contested_result_stands_for_the_component_it_is_rated_under() {
    let mut files = Files::new(&[("ani", "")]);
    files.outcome("2025", "ani", "baik");
    files.put(
        "content/reviews/2025/ani/plan.yaml",
        "agreed: {employee: 2025-01-10, superior: 2025-01-11}\nresults:\n  h1: {kind: utama, result: R, indicators: {m: {measure: M, target: 3}}}\n",
    );
    files.objection("2025", "ani", "h1");
    let all = found(&files);
    assert_eq!((all.len(), all[0].item.as_str()), (1, "hasil-kerja"));
}
