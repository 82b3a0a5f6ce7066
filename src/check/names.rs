//! Names that lead to something: people, units, projects, trainings, and the words of a framework.

use crate::diagnostic::{Code, Finding, code, suggest};
use crate::framework::{Framework, entry};
use crate::model::Units;

use crate::schema::Id;

use super::scene::Scene;

/// Reports an id that leads nowhere, with the one that was probably meant.
pub(super) fn unknown<'a>(code: Code, id: &Id, candidates: impl IntoIterator<Item = &'a str>) -> Finding {
    Finding::new(code, id.span).arg("found", id.value.clone()).suggest(suggest(&id.value, candidates))
}

/// Says whether a person is known; reports it if not.
pub(super) fn person(scene: &Scene, id: &Id, out: &mut Vec<Finding>) -> bool {
    let known = scene.agency.people.contains_key(&id.value);
    if !known && !scene.doubts_people() {
        out.push(unknown(code::UNKNOWN_PERSON, id, scene.agency.people.keys().map(String::as_str)));
    }
    known
}

/// Reports people nobody knows.
pub(super) fn people<'a>(scene: &Scene, ids: impl IntoIterator<Item = &'a Id>, out: &mut Vec<Finding>) {
    for id in ids {
        person(scene, id, out);
    }
}

/// Reports members of a list that come again.
pub(super) fn distinct(ids: &[Id], out: &mut Vec<Finding>) {
    for (at, id) in ids.iter().enumerate() {
        if let Some(first) = ids[..at].iter().find(|first| first.value == id.value) {
            out.push(
                Finding::new(code::DUPLICATE_ITEM, id.span)
                    .arg("found", id.value.clone())
                    .note(first.span, "first-given"),
            );
        }
    }
}

/// Reports a unit nobody knows.
pub(super) fn unit(scene: &Scene, units: &Units, id: &Id, out: &mut Vec<Finding>) {
    if units.get(&id.value).is_none() && !scene.doubts_units() {
        out.push(unknown(code::UNKNOWN_UNIT, id, units.iter().map(|unit| unit.id.value.as_str())));
    }
}

/// Reports a project nobody knows.
pub(super) fn project(scene: &Scene, id: &Id, out: &mut Vec<Finding>) {
    let unread = scene.doubts_path("content/projects.yaml");
    if !unread && entry(&scene.agency.projects, &id.value).is_none() {
        out.push(unknown(code::UNKNOWN_PROJECT, id, keys(&scene.agency.projects)));
    }
}

/// The ids of a list of entries.
pub(super) fn keys<T>(entries: &[(Id, T)]) -> impl Iterator<Item = &str> + Clone {
    entries.iter().map(|(id, _)| id.value.as_str())
}

/// Reports a word that the framework does not define, where it defines any.
pub(super) fn word<T>(key: &str, id: &Id, defined: &[(Id, T)], out: &mut Vec<Finding>) {
    if !defined.is_empty() && entry(defined, &id.value).is_none() {
        out.push(not_in_framework(key, id, keys(defined)));
    }
}

/// Reports a word that the framework does not define, even where it defines none.
pub(super) fn defined<T>(key: &str, id: &Id, defined: &[(Id, T)], out: &mut Vec<Finding>) {
    if entry(defined, &id.value).is_none() {
        out.push(not_in_framework(key, id, keys(defined)));
    }
}

/// A word that the framework does not define.
pub(super) fn not_in_framework<'a>(
    key: &str,
    id: &Id,
    choices: impl Iterator<Item = &'a str> + Clone,
) -> Finding {
    let finding = Finding::new(code::NOT_IN_FRAMEWORK, id.span)
        .arg("key", key)
        .quoted("found", id.value.clone())
        .suggest(suggest(&id.value, choices.clone()));
    match choices.clone().next() {
        Some(_) => finding.list("choices", choices),
        None => finding.phrase("choices", "a-defined-name"),
    }
}

/// Everything a framework rates: its components, then their criteria.
pub(super) fn rated(framework: &Framework) -> Vec<&str> {
    let components = keys(&framework.data.components);
    let criteria = framework.criteria().map(|(_, id, _)| id.value.as_str());
    components.chain(criteria).collect()
}
