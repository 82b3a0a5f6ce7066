//! How results support those of the superior, up to the goals of the organisation.

use std::collections::BTreeMap;

use super::dossier::Case;
use super::names;
use super::units::circles_of;
use crate::calendar::Date;
use crate::diagnostic::{Finding, code, suggest};
use crate::framework::entry;
use crate::model::{Period, Slot};
use crate::schema::At;
use crate::schema::plan::{Plan, PlannedResult};

/// The first part of a reference to a goal.
const GOAL: &str = "goal";

type Node<'a> = (&'a str, &'a str);

pub(super) fn check(case: &Case, out: &mut Vec<Finding>) {
    let Some(plan) = case.plan() else { return };
    for (id, result) in &plan.results {
        match &result.supports {
            Some(supports) => check_reference(case, plan, &id.value, supports, out),
            None if case.dossier.is_some_and(|dossier| case.is_unread(&dossier.plan)) => {}
            None => check_missing(case, result, out),
        }
    }
}

fn check_reference(case: &Case, plan: &Plan, id: &str, supports: &At<String>, out: &mut Vec<Finding>) {
    let Some((person, result)) = parts(supports) else {
        out.push(Finding::new(code::BAD_SUPPORT, supports.span).quoted("found", supports.value.clone()));
        return;
    };
    if person == GOAL {
        check_goal(case, result, supports, out);
    } else if case.scene.doubts_person(person) {
        // Whether they are the superior cannot be known.
    } else if !case.agency.people.contains_key(person) {
        let known = case.agency.people.keys().map(String::as_str);
        out.push(
            Finding::new(code::UNKNOWN_PERSON, supports.span)
                .arg("found", person)
                .suggest(suggest(person, known)),
        );
    } else if is_superior(case, plan, person) {
        check_result(case, person, result, supports, out);
    } else if !leads_back(case.period, (case.person, id)) {
        let expected = case.superiors();
        let expected = if expected.is_empty() { vec![GOAL] } else { expected };
        out.push(
            Finding::new(code::SUPPORTS_STRANGER, supports.span)
                .arg("person", person)
                .list("expected", expected),
        );
    }
}

/// The two parts of a reference.
fn parts(supports: &At<String>) -> Option<(&str, &str)> {
    supports.value.split_once('/').filter(|(_, item)| !item.contains('/'))
}

/// Whether somebody rates the person at some time in the period, or did when the plan was agreed. Where that cannot
/// be known, nothing is said.
fn is_superior(case: &Case, plan: &Plan, superior: &str) -> bool {
    if !case.takes_part {
        return true;
    }
    let agreed = plan.agreed.as_ref();
    let days = agreed.into_iter().flat_map(|agreed| [&agreed.employee, &agreed.superior]).flatten();
    let on = |day: Date| case.roster.superior_on(case.person, day) == Some(superior);
    case.superiors().contains(&superior) || days.map(|day| day.value).any(on)
}

fn check_goal(case: &Case, goal: &str, supports: &At<String>, out: &mut Vec<Finding>) {
    let known = match &case.period.goals {
        unread if case.is_unread(unread) => return,
        Slot::Broken(_) | Slot::Absent => &[][..],
        Slot::Here(filed) => &filed.data,
    };
    if entry(known, goal).is_none() {
        let near = suggest(goal, names::keys(known)).map(|near| format!("{GOAL}/{near}"));
        out.push(Finding::new(code::UNKNOWN_GOAL, supports.span).arg("found", goal).suggest(near));
    }
}

fn check_result(case: &Case, person: &str, result: &str, supports: &At<String>, out: &mut Vec<Finding>) {
    let plan = match case.period.dossiers.get(person).map(|dossier| &dossier.plan) {
        Some(unread) if case.is_unread(unread) => return,
        Some(Slot::Here(filed)) => &filed.data,
        None | Some(Slot::Absent | Slot::Broken(_)) => {
            out.push(Finding::new(code::SUPERIOR_WITHOUT_PLAN, supports.span).arg("person", person));
            return;
        }
    };
    if entry(&plan.results, result).is_none() {
        let near = suggest(result, names::keys(&plan.results)).map(|near| format!("{person}/{near}"));
        out.push(
            Finding::new(code::UNKNOWN_RESULT, supports.span)
                .arg("found", result)
                .arg("person", person)
                .list("choices", names::keys(&plan.results).map(|id| format!("{person}/{id}")))
                .suggest(near),
        );
    }
}

/// Posts whose results carry a perspective need no superior's result.
fn check_missing(case: &Case, result: &PlannedResult, out: &mut Vec<Finding>) {
    let Some(framework) = case.framework else { return };
    let Some(results) = &framework.data.results else { return };
    let Some(range) = case.range.filter(|_| case.takes_part) else { return };
    let post = case.roster.person(case.person).and_then(|person| person.last_assignment_within(range));
    let class = post.and_then(|post| post.class.as_ref()).and_then(|class| framework.class(&class.value));
    let cascades = results.cascading_kinds.iter().any(|kind| kind.value == result.kind.value);
    if cascades && !class.is_some_and(|class| class.perspectives) {
        out.push(
            Finding::new(code::CASCADE_MISSING, result.result.span).arg("kind", result.kind.value.clone()),
        );
    }
}

fn next<'a>(period: &'a Period, (person, result): Node<'a>) -> Option<Node<'a>> {
    let plan = period.dossiers.get(person)?.plan.data()?;
    let (person, result) = parts(entry(&plan.results, result)?.supports.as_ref()?)?;
    (person != GOAL).then_some((person, result))
}

/// Whether following references from a result leads back to it.
fn leads_back(period: &Period, start: Node) -> bool {
    let mut seen = vec![];
    let mut at = next(period, start);
    while let Some(node) = at.filter(|node| !seen.contains(node)) {
        if node == start {
            return true;
        }
        seen.push(node);
        at = next(period, node);
    }
    false
}

/// Reports results that support each other in a circle.
pub(super) fn check_circles(period: &Period, out: &mut Vec<Finding>) {
    let mut edges: BTreeMap<Node, Node> = BTreeMap::new();
    for (person, dossier) in &period.dossiers {
        for (id, _) in dossier.plan.data().into_iter().flat_map(|plan| &plan.results) {
            let from = (person.as_str(), id.value.as_str());
            edges.extend(next(period, from).map(|to| (from, to)));
        }
    }
    for circle in circles_of(&edges) {
        let (person, result) = circle[0];
        let plan = period.dossiers.get(person).and_then(|dossier| dossier.plan.data());
        let supports = plan.and_then(|plan| entry(&plan.results, result)?.supports.as_ref());
        if let Some(supports) = supports {
            let members = circle.iter().map(|(person, result)| format!("{person}/{result}"));
            out.push(Finding::new(code::CASCADE_CYCLE, supports.span).list("results", members));
        }
    }
}
