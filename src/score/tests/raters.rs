//! Who counts, with which weight, and what happens where somebody is missing.

use super::*;

/// One component with two criteria, rated from 0 to 120.
fn behaviour(raters: &str, more: &str) -> Office {
    weighing(&format!("self: {{label: D, display: 1}}, {raters}"), more)
}

fn weighing(raters: &str, more: &str) -> Office {
    Office::under(&format!(
        "scales: {{angka: {{range: {{from: 0, to: 120}}}}}}\n\
         components:\n  perilaku: {{label: P, from: criteria, scale: angka, criteria: {{a: {{label: A}}, b: {{label: B}}}}}}\n\
         raters: {{{raters}}}\n{more}\
         outcome: {{label: H, levels: {{x: {{label: X}}}}, score: {{from: 0, to: 120}}, bands: [{{level: x}}]}}\n"
    ))
}

const ROUND: &str = "superior: {label: A, weight: 60, display: 1}, peer: {label: R, weight: 20, display: 3}, \
                     subordinate: {label: B, weight: 20, display: 3}";

/// The same mark for both criteria, from each of several colleagues.
fn each(marks: &[&str]) -> Vec<String> {
    marks.iter().map(|mark| format!("a: {mark}, b: {mark}")).collect()
}

/// PermenPANRB 8/2021: behaviour rated by superior, peers and subordinates, here with 60, 20 and 20 percent.
#[test]
fn kinds_of_raters_are_joined_by_their_weights() {
    let all = &["95", "100", "105"][..];
    for (peers, subordinates, policy, value) in [
        (all, &["90", "95", "100"][..], "renormalise", "105"),
        // Of 60 and 20 percent, 60 is three quarters.
        (all, &[], "renormalise", "107.5"),
        (all, &[], "zero", "86"),
        (all, &[], "error", "-"),
        // Two are too few to count.
        (all, &["0", "0"], "renormalise", "107.5"),
        (&[], &[], "renormalise", "110"),
        (&[], &[], "zero", "66"),
        (&[], &[], "error", "-"),
    ] {
        let office = behaviour(ROUND, &format!("missing: {{raters: {policy}}}\n"))
            .superior("a: 110, b: 110")
            .colleagues("peer", &each(peers))
            .colleagues("subordinate", &each(subordinates));
        assert_eq!(office.value(), value, "{peers:?} {subordinates:?} {policy}");
    }
}

#[test]
fn a_kind_counts_from_so_many_raters_of_an_item_on() {
    // Three rated the first criterion, three others the second.
    let marks = ["a: 90, b: 60", "a: 90", "a: 90, b: 60", "b: 60"];
    for (least, values) in
        [("", ["100", "85"]), (", least: 3", ["100", "85"]), (", least: 4", ["110", "110"])]
    {
        let raters = format!(
            "superior: {{label: A, weight: 50, display: 1}}, peer: {{label: R, weight: 50, display: 3{least}}}"
        );
        let card = behaviour(&raters, "").superior("a: 110, b: 110").colleagues("peer", &marks).card();
        let criteria = card.components[0].criteria.iter().map(|(_, value)| text(value.as_ref()));
        assert_eq!(criteria.collect::<Vec<_>>(), values, "{least}");
    }
}

#[test]
fn only_who_has_a_weight_counts() {
    let of = |own: &str, superior: &str, peer: &str| {
        format!(
            "self: {{label: D{own}, display: 1}}, superior: {{label: A{superior}, display: 1}}, \
             peer: {{label: R{peer}, display: 3}}"
        )
    };
    for (own, superior, peer, value, waits) in [
        ("", "", "", "80", "-"),
        ("", ", weight: 100", "", "80", "-"),
        ("", "", ", weight: 100", "60", "60"),
        (", weight: 100", "", "", "100", "100"),
        (", weight: 25", ", weight: 75", "", "85", "-"),
    ] {
        let raters = of(own, superior, peer);
        let office =
            weighing(&raters, "").own("a: 100, b: 100").colleagues("peer", &each(&["50", "60", "70"]));
        // Nobody else's rating helps as long as the superior has not rated, if theirs counts.
        assert_eq!(office.value(), waits, "{raters}");
        assert_eq!(office.superior("a: 80, b: 80").value(), value, "{raters}");
    }
}

#[test]
fn a_component_may_weigh_raters_in_its_own_way() {
    let office = Office::under(
        "scales: {angka: {range: {from: 0, to: 5}}}\n\
         components:\n  tujuan: {label: T, scale: angka}\n  rekan: {label: R, scale: angka, raters: {peer: 100}}\n  diri: {label: D, scale: angka, raters: {self: 100}}\n\
         raters: {self: {label: D, display: 1}, superior: {label: A, display: 1}, peer: {label: R, display: 3}}\n\
         outcome: {label: H, levels: {x: {label: X}}, score: {from: 0, to: 5}, bands: [{level: x}]}\n",
    );
    let office = office
        .superior("tujuan: 3.4, rekan: 0, diri: 0")
        .own("tujuan: 5, diri: 3.5")
        .colleagues("peer", &["rekan: 4", "rekan: 3.5", "rekan: 4.2"]);
    assert_eq!(office.value(), "3.6");
}

#[test]
fn without_required_raters_there_is_no_result() {
    let raters =
        ROUND.replace("weight: 20, display: 3}, sub", "weight: 20, display: 3, required: true}, sub");
    let office = |peers: &[&str]| {
        behaviour(&raters, "missing: {raters: zero, parts: zero}\n")
            .superior("a: 110, b: 110")
            .colleagues("peer", &each(peers))
    };
    assert_eq!(office(&["95", "100", "105"]).value(), "86");
    let few = office(&["95", "100"]).card();
    assert_eq!((few.value, few.outcome), (None, None));
    let lacks = [
        Missing::Raters { kind: "peer".into(), least: 3 },
        Missing::Raters { kind: "subordinate".into(), least: 3 },
    ];
    assert_eq!(missing(&few.derivation), lacks);
}

#[test]
fn colleagues_appear_together_and_decide_nothing_alone() {
    let office = behaviour(ROUND, "")
        .superior("a: 110, b: 110")
        .colleagues("peer", &each(&["95", "100", "105"]))
        .colleagues("subordinate", &each(&["0", "0"]));
    let card = office.card();
    let mut pools = vec![];
    card.derivation.walk(&mut |step| {
        if let What::Pool { side, raters } = &step.what {
            pools.push((side.clone(), *raters, text(step.number()), text(step.weight.as_ref())));
        }
    });
    assert_eq!(pools, [(); 2].map(|()| (ReviewSide::Peer, 3, "100".to_owned(), "20".to_owned())));
    assert_eq!(card.deciders(), ["budi"]);
    // Of the two who are too few, nothing is there at all.
    let mut ratings = vec![];
    card.derivation.walk(&mut |step| {
        if let What::Rating { side, .. } = &step.what {
            ratings.push(side.id().to_owned());
        }
    });
    assert!(!ratings.contains(&"subordinate".to_owned()));
}

/// A system may give those without subordinates weights of their own: 60 and 40 instead of three quarters and one.
#[test]
fn weights_can_be_set_for_those_without_subordinates() {
    let office = Office::under(
        "scales: {angka: {range: {from: 0, to: 120}}}\nclasses: {staf: {label: S}, kepala: {label: K}}\n\
         components:\n  kepala: {label: K, applies_to: [kepala], scale: angka}\n  \
         staf: {label: S, applies_to: [staf], scale: angka, raters: {superior: 60, peer: 40}}\n\
         raters: {superior: {label: A, weight: 60, display: 1}, peer: {label: R, weight: 20, display: 3}, subordinate: {label: B, weight: 20, display: 3}}\n\
         outcome: {label: H, levels: {x: {label: X}}, score: {from: 0, to: 120}, bands: [{level: x}]}\n",
    );
    let office = office.superior("staf: 110").colleagues("peer", &["staf: 95", "staf: 100", "staf: 105"]);
    assert_eq!(office.value(), "106");
}
