//! Who leads units and who rates whom.

use std::collections::{BTreeMap, BTreeSet};

use super::scene::Scene;
use super::units::circles_of;
use crate::calendar::Date;
use crate::diagnostic::{Finding, Span, code};
use crate::model::{Agency, Lead, Roster};
use crate::schema::framework::AfterMove;

pub(super) fn check(scene: &Scene, out: &mut Vec<Finding>) {
    for (unit, leads) in scene.agency.leads.iter() {
        for acting in [false, true] {
            let same: Vec<&Lead> = leads.iter().filter(|lead| lead.acting == acting).collect();
            two_heads(unit, &same, out);
        }
    }
    for (circle, day) in &scene.circles {
        out.push(
            Finding::new(code::SUPERVISION_CYCLE, place(scene.agency.roster(), circle, *day))
                .list("people", circle.iter().copied())
                .date("day", *day),
        );
    }
    if !scene.units_unsettled() {
        without_superior(scene, out);
    }
}

/// Members whom nobody rates today.
fn without_superior(scene: &Scene, out: &mut Vec<Finding>) {
    let (roster, today) = (scene.agency.roster(), scene.agency.today);
    for person in scene.agency.people.values().filter(|person| !person.is_external()) {
        let Some(post) = person.assignment_on(today).filter(|_| !scene.doubts_person(&person.id)) else {
            continue;
        };
        if roster.superior_on(&person.id, today).is_none() {
            out.push(
                Finding::new(code::NO_SUPERIOR, post.position.span)
                    .arg("person", person.id.clone())
                    .date("day", today),
            );
        }
    }
}

fn two_heads(unit: &str, leads: &[&Lead], out: &mut Vec<Finding>) {
    let mut longest: Option<&Lead> = None;
    for &lead in leads {
        if let Some(other) =
            longest.filter(|other| other.range.overlaps(&lead.range) && other.person != lead.person)
        {
            out.push(
                Finding::new(code::TWO_HEADS, lead.span)
                    .arg("unit", unit)
                    .arg("other", other.person.clone())
                    .date("day", lead.range.first)
                    .note(other.span, "other-head"),
            );
        }
        let ends = |lead: &Lead| lead.range.last.unwrap_or(Date::MAX);
        if longest.is_none_or(|other| ends(other) <= ends(lead)) {
            longest = Some(lead);
        }
    }
}

/// People who rate each other, each circle once, with the first day on which they do: at the end of each period that
/// may still change, or for it under frameworks that go by most days, and today.
pub(super) fn circles(agency: &Agency) -> Vec<(Vec<&str>, Date)> {
    let roster = agency.roster();
    let on = |day: Date| {
        let rates = move |person: &'_ str| roster.superior_on(person, day);
        (day, raters(agency, rates))
    };
    let mut of_days = vec![on(agency.today)];
    for period in agency.periods.values().filter(|period| !period.locked) {
        let Some((range, end)) = period.range().zip(period.end()) else { continue };
        of_days.push(match period.after_move() {
            AfterMove::Last => on(end),
            longest => {
                let rates = |person: &str| Some(roster.rater_within(person, range, longest)?.1);
                (end, raters(agency, rates))
            }
        });
    }
    of_days.sort_by_key(|(day, _)| *day);
    let mut seen = BTreeSet::new();
    let mut found = vec![];
    for (day, next) in of_days {
        for circle in circles_of(&next) {
            if seen.insert(circle.clone()) {
                found.push((circle, day));
            }
        }
    }
    found
}

/// Who rates whom.
fn raters<'a>(agency: &'a Agency, rates: impl Fn(&'a str) -> Option<&'a str>) -> BTreeMap<&'a str, &'a str> {
    let people = agency.people.keys().map(String::as_str);
    people.filter_map(|person| Some((person, rates(person)?))).collect()
}

/// Where a rater is named, if any of them names one: that is where it can be mended.
fn place(roster: Roster, circle: &[&str], day: Date) -> Span {
    let post = |person: &&str| roster.person(person)?.assignment_on(day);
    let named = circle.iter().filter_map(post).find_map(|post| post.rater.as_ref());
    let first = circle.iter().filter_map(post).next().map(|post| post.from.span);
    named.map(|rater| rater.span).or(first).unwrap_or(Span::start_of(crate::diagnostic::FileId(0)))
}
