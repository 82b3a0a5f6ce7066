//! Units, holidays, trainings and projects.

use std::collections::{BTreeMap, BTreeSet};

use super::names;
use super::scene::Scene;
use crate::calendar::Date;
use crate::diagnostic::{Finding, Span, code};
use crate::model::Agency;

pub(super) fn check(scene: &Scene, out: &mut Vec<Finding>) {
    let agency = scene.agency;
    for unit in agency.units.iter() {
        if let Some(parent) = &unit.parent {
            names::unit(scene, &agency.units, parent, out);
        }
    }
    for circle in circles(agency) {
        let place = agency.units.get(circle[0]).and_then(|unit| unit.parent.as_ref());
        if let Some(parent) = place {
            out.push(Finding::new(code::UNIT_CYCLE, parent.span).list("units", circle));
        }
    }
    for (_, project) in &agency.projects {
        names::people(scene, &project.members, out);
        names::distinct(&project.members, out);
        if let (Some(from), Some(to)) = (&project.from, &project.to) {
            ordered(from.value, to.value, to.span, out);
        }
    }
    trainings(agency, out);
}

/// Reports a range of days that ends before it begins. Says whether it was in order.
pub(super) fn ordered(first: Date, last: Date, at: Span, out: &mut Vec<Finding>) -> bool {
    let ordered = first <= last;
    if !ordered {
        out.push(Finding::new(code::RANGE_REVERSED, at).date("first", first).date("last", last));
    }
    ordered
}

/// Units that lie below each other.
pub(super) fn circles(agency: &Agency) -> Vec<Vec<&str>> {
    let above = agency.units.iter().filter_map(|unit| {
        let parent = agency.units.get(&unit.parent.as_ref()?.value)?;
        Some((unit.id.value.as_str(), parent.id.value.as_str()))
    });
    circles_of(&above.collect())
}

/// The circles that following `next` leads into, each once, beginning with its first member by name.
pub(super) fn circles_of<'a, K: Ord + Copy + 'a>(next: &BTreeMap<K, K>) -> Vec<Vec<K>> {
    let mut done: BTreeSet<K> = BTreeSet::new();
    let mut circles = vec![];
    for &start in next.keys() {
        let mut path: Vec<K> = vec![];
        let mut on_path: BTreeSet<K> = BTreeSet::new();
        let mut at = Some(start);
        while let Some(node) = at.filter(|node| !done.contains(node)) {
            if !on_path.insert(node) {
                let from = path.iter().position(|known| *known == node).unwrap_or(0);
                let mut circle = path.split_off(from);
                done.extend(circle.iter().copied());
                let least = circle.iter().enumerate().min_by_key(|(_, node)| **node).map_or(0, |(at, _)| at);
                circle.rotate_left(least);
                circles.push(circle);
                break;
            }
            path.push(node);
            at = next.get(&node).copied();
        }
        done.extend(path);
    }
    circles
}

/// A training strengthens what some framework of the agency rates.
fn trainings(agency: &Agency, out: &mut Vec<Finding>) {
    let frameworks: Vec<_> =
        agency.periods.values().filter_map(|period| period.framework.as_deref()).collect();
    let any_unread = agency.periods.values().any(|period| period.framework.is_none());
    let known: BTreeSet<&str> = frameworks.iter().flat_map(|framework| names::rated(framework)).collect();
    if known.is_empty() || any_unread {
        return;
    }
    for criterion in agency.trainings.iter().flat_map(|(_, training)| &training.strengthens) {
        if !known.contains(criterion.value.as_str()) {
            out.push(names::not_in_framework("strengthens", criterion, known.iter().copied()));
        }
    }
}
