//! The nine boxes, and awards by rule.

use super::{Files, of};
use crate::insight::{nine_box, proposals, unit_trends};
use crate::num::Exact;

#[test]
fn people_stand_in_boxes_by_thirds_of_two_scales() {
    let mut files = Files::new(&[("ani", ""), ("budi", ""), ("cici", ""), ("dodi", "")]);
    files.outcome("2025", "ani", "sangat-baik");
    files.outcome("2025", "budi", "baik");
    files.outcome("2025", "cici", "kurang");
    let found = files.look(|_, survey| nine_box(of(survey, "2025"))).unwrap();
    assert_eq!((found.across.as_str(), found.up.as_str()), ("hasil-kerja", "perilaku"));
    assert_eq!((found.people(), found.unplaced), (3, 0));
    assert_eq!(
        (&found.boxes[2][2], &found.boxes[1][1], &found.boxes[0][1]),
        (&vec!["ani".to_owned()], &vec!["budi".to_owned()], &vec!["cici".to_owned()],)
    );
}

#[test]
fn awards_are_proposed_with_all_who_are_level() {
    let people = [
        ("ani", ", unit: b"),
        ("budi", ", unit: b"),
        ("cici", ", unit: c"),
        ("dodi", ", unit: c"),
        ("edi", ", unit: a"),
    ];
    let mut files = Files::new(&people);
    for (person, outcome) in [
        ("ani", "sangat-baik"),
        ("budi", "baik"),
        ("cici", "baik"),
        ("dodi", "kurang"),
        ("edi", "sangat-baik"),
    ] {
        files.outcome("2025", person, outcome);
    }
    files.put(
        "content/goals/2025.yaml",
        "goals:\n  g1: {title: G, owner: b, indicators: {i: {measure: M, target: 4, realised: 5}, j: {measure: M, target: 4, realised: 3}}}\n  \
         g2: {title: G, owner: c, indicators: {k: {measure: M, target: 4, realised: 3}}}\n",
    );
    let found = files.look(|agency, survey| proposals(agency, of(survey, "2025")));
    let of_rule = |at: usize| {
        let proposal = &found[at];
        let named = proposal.candidates.iter().map(|one| format!("{} {} {}", one.place, one.id, one.figure));
        (proposal.rule.as_str(), named.collect::<Vec<_>>(), proposal.is_tied, proposal.compared)
    };
    let both = || vec!["1 ani 1".to_owned(), "1 edi 1".to_owned()];
    assert_eq!(of_rule(0), ("terbaik", both(), false, 5));
    assert_eq!(of_rule(1), ("perilaku", both(), true, 5), "one place for two");
    // Unit b: 1 and 3/4; unit c: 3/4 and 1/4. The top of the agency is no candidate.
    assert_eq!(of_rule(2), ("unit", vec!["1 b 0.875".to_owned()], false, 2));
    assert_eq!(of_rule(3), ("sasaran", vec!["1 b 100".to_owned()], false, 2));

    let course = files.look(unit_trends);
    let counted: Vec<(&str, usize, usize)> = course
        .iter()
        .map(|one| (one.period.as_str(), one.units["b"].spread.people, one.units["a"].spread.rated()))
        .collect();
    assert_eq!(counted, [("2023", 2, 0), ("2024", 2, 0), ("2025", 2, 5)]);
    assert_eq!((course[2].agency.spread.people, course[2].agency.spread.rated()), (5, 5));
    assert_eq!(found[2].candidates[0].figure, Exact::ratio(7, 8).unwrap());
}
