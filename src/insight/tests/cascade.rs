//! Who contributes to which goal.

use super::{Files, of};
use crate::insight::cascade;

fn plan(results: &[(&str, &str, &str)]) -> String {
    let mut text = "agreed: {employee: 2025-01-10, superior: 2025-01-11}\nresults:\n".to_owned();
    for (id, supports, more) in results {
        let supports = if supports.is_empty() { String::new() } else { format!("supports: {supports}, ") };
        text.push_str(&format!(
            "  {id}: {{kind: tambahan, {supports}result: R, indicators: {{m: {{measure: M, target: 3{more}}}}}}}\n"
        ));
    }
    text
}

#[test]
fn results_lead_to_goals_themselves_or_through_a_superior() {
    let mut files = Files::new(&["ani", "budi", "cici", "dodi", "edi"].map(|person| (person, "")));
    let below = |of: &str| {
        format!("names: {{full: N}}\nassignments:\n  - {{from: 2020-01-01, position: P, rater: {of}}}\n")
    };
    files.put("content/people/budi.yaml", &below("ani"));
    files.put("content/people/cici.yaml", &below("budi"));
    files.put("content/people/dodi.yaml", &below("ani"));
    files.put(
        "content/goals/2025.yaml",
        "goals:\n  g1:\n    title: G\n    indicators: {i: {measure: M, target: 3}, j: {measure: M, target: 3}}\n  g2:\n    title: G\n    indicators: {k: {measure: M, target: 3}}\n",
    );
    files.put(
        "content/reviews/2025/ani/plan.yaml",
        &plan(&[("a1", "goal/g1", ", goal: g1/i, contribution: Memimpin"), ("a2", "", "")]),
    );
    files.put(
        "content/reviews/2025/budi/plan.yaml",
        &plan(&[("b1", "ani/a1", ", goal: g1/i"), ("b2", "ani/a2", "")]),
    );
    files.put("content/reviews/2025/cici/plan.yaml", &plan(&[("c1", "budi/b1", "")]));
    files.put("content/reviews/2025/dodi/plan.yaml", &plan(&[("d1", "ani/a2", "")]));
    let found = files.look(|_, survey| cascade(of(survey, "2025")));
    let tree: Vec<(&str, usize)> =
        found.goals[0].results.iter().map(|branch| (branch.result.as_str(), branch.depth)).collect();
    assert_eq!(tree, [("a1", 0), ("b1", 1), ("c1", 2)]);
    assert_eq!(found.goals[0].people().into_iter().collect::<Vec<_>>(), ["ani", "budi", "cici"]);
    assert_eq!((found.goals[1].goal.as_str(), found.goals[1].results.len()), ("g2", 0));
    let loose: Vec<(&str, Option<&str>)> =
        found.loose.iter().map(|loose| (loose.result.as_str(), loose.supports.as_deref())).collect();
    assert_eq!(loose, [("a2", None), ("b2", Some("ani/a2")), ("d1", Some("ani/a2"))]);
    assert_eq!((found.without_link, found.without_plan), (vec!["dodi".to_owned()], vec!["edi".to_owned()]));
    let [shared] = found.shared.as_slice() else { panic!("{:?}", found.shared) };
    let sharers: Vec<(&str, Option<&str>)> =
        shared.sharers.iter().map(|one| (one.person.as_str(), one.contribution.as_deref())).collect();
    assert_eq!((shared.indicator.as_str(), sharers), ("i", vec![("ani", Some("Memimpin")), ("budi", None)]));
}
