//! People: their names, identity numbers and posts.

use std::collections::BTreeMap;

use super::identity::{Fault, fault};
use super::names;
use super::scene::Scene;
use super::units::ordered;
use crate::calendar::DateRange;
use crate::diagnostic::{Finding, Span, code};
use crate::framework::Framework;
use crate::model::{Agency, Person};
use crate::schema::person::{Assignment, Person as Data};

/// Digits in a row that make an id look like an identity number.
const TELLING_DIGITS: usize = 8;

pub(super) fn check(scene: &Scene, out: &mut Vec<Finding>) {
    let mut numbers: BTreeMap<(&str, &str), (&str, Span)> = BTreeMap::new();
    for person in scene.agency.people.values() {
        if longest_run_of_digits(&person.id) >= TELLING_DIGITS {
            out.push(Finding::new(code::BAD_ID, person.span).quoted("found", person.id.clone()));
        }
        let Some(data) = &person.data else { continue };
        check_names(data, out);
        for (kind, number) in &data.ids {
            match fault(&kind.value, number, scene.agency.today) {
                Some(Fault::Rounded) => out.push(
                    Finding::new(code::ROUNDED_NUMBER, number.span)
                        .arg("key", kind.value.clone())
                        .quoted("found", number.value.clone()),
                ),
                Some(Fault::Wrong(reason)) => out.push(
                    Finding::new(code::BAD_IDENTITY_NUMBER, number.span)
                        .arg("key", kind.value.clone())
                        .quoted("found", number.value.clone())
                        .phrase("reason", reason),
                ),
                None => {
                    let before = numbers.insert((&kind.value, number), (&person.id, number.span));
                    if let Some((other, first)) = before {
                        out.push(
                            Finding::new(code::DUPLICATE_IDENTITY_NUMBER, number.span)
                                .arg("key", kind.value.clone())
                                .arg("person", other)
                                .note(first, "first-given"),
                        );
                    }
                }
            }
        }
        names::people(scene, data.conflicts.iter().map(|conflict| &conflict.with), out);
        posts(scene, person, data, out);
    }
}

fn longest_run_of_digits(text: &str) -> usize {
    text.split(|c: char| !c.is_ascii_digit()).map(str::len).max().unwrap_or(0)
}

fn check_names(data: &Data, out: &mut Vec<Finding>) {
    let names = [("before", data.names.before.as_ref()), ("after", data.names.after.as_ref())];
    let full = [("full", Some(&data.names.full))];
    let posts = data.assignments.iter().flat_map(|assignment| {
        [("position", Some(&assignment.position)), ("institution", assignment.institution.as_ref())]
    });
    for (key, text) in full.into_iter().chain(names).chain(posts) {
        if let Some(text) = text.filter(|text| text.contains('\n')) {
            out.push(Finding::new(code::NOT_ONE_LINE, text.span).arg("key", key));
        }
    }
}

fn posts(scene: &Scene, person: &Person, data: &Data, out: &mut Vec<Finding>) {
    if data.assignments.is_empty() && !data.external && !scene.doubts(person.file) {
        out.push(Finding::new(code::MEMBER_WITHOUT_POST, person.span).arg("person", person.id.clone()));
    }
    for assignment in &data.assignments {
        if let Some(to) = &assignment.to {
            ordered(assignment.from.value, to.value, to.span, out);
        }
        if let (Some(unit), Some(institution)) = (&assignment.unit, &assignment.institution) {
            out.push(
                Finding::new(code::KEYS_EXCLUDE, institution.span)
                    .arg("key", "institution")
                    .arg("other", "unit")
                    .note(unit.span, "other-key"),
            );
        }
        match &assignment.unit {
            Some(unit) => names::unit(scene, &scene.agency.units, unit, out),
            None if !data.external && !scene.doubts(person.file) => out.push(
                Finding::new(code::MEMBER_WITHOUT_UNIT, assignment.position.span)
                    .arg("person", person.id.clone()),
            ),
            None => {}
        }
        if let Some(rater) = &assignment.rater {
            names::person(scene, rater, out);
        }
    }
    overlaps(data, out);
    for (range, assignment) in person.posts() {
        framework_words(scene.agency, range, assignment, out);
    }
}

fn overlaps(data: &Data, out: &mut Vec<Finding>) {
    let mut sorted: Vec<&Assignment> = data.assignments.iter().collect();
    sorted.sort_by_key(|assignment| assignment.from.value);
    for pair in sorted.windows(2) {
        let [earlier, later] = pair else { continue };
        let reversed = earlier.to.as_ref().is_some_and(|to| to.value < earlier.from.value);
        let same_day = earlier.from.value == later.from.value;
        let still_held = earlier.to.as_ref().is_some_and(|to| later.from.value <= to.value);
        if !reversed && (same_day || still_held) {
            out.push(
                Finding::new(code::POSTS_OVERLAP, later.from.span)
                    .date("day", later.from.value)
                    .note(earlier.from.span, "first-given"),
            );
        }
    }
}

/// Classes, posts, rungs and grades must be known to a framework under which the post is appraised.
fn framework_words(agency: &Agency, post: DateRange, assignment: &Assignment, out: &mut Vec<Finding>) {
    let in_force = agency
        .periods
        .values()
        .filter(|period| !period.locked && period.range().is_some_and(|range| range.overlaps(&post)));
    let mut frameworks: Vec<&Framework> = vec![];
    for period in in_force {
        let Some(framework) = period.framework.as_deref() else { return };
        if frameworks.iter().all(|known| known.id != framework.id) {
            frameworks.push(framework);
        }
    }
    if let Some(class) = &assignment.class {
        defined(
            "class",
            class,
            frameworks.iter().map(|framework| names::keys(&framework.data.classes).collect()),
            out,
        );
    }
    if let Some(post) = &assignment.post {
        defined(
            "post",
            post,
            frameworks.iter().map(|framework| names::keys(&framework.data.posts).collect()),
            out,
        );
    }
    if let Some(rung) = &assignment.rung {
        let points = frameworks.iter().filter_map(|framework| framework.data.credit_points.as_ref());
        defined("rung", rung, points.map(|points| names::keys(&points.rungs).collect()), out);
    }
    if let Some(grade) = &assignment.grade {
        defined(
            "grade",
            grade,
            frameworks.iter().map(|framework| names::keys(&framework.data.grades).collect()),
            out,
        );
    }
}

/// Reports a word that none of the frameworks which define such words knows.
fn defined<'a>(
    key: &str,
    word: &crate::schema::Id,
    lists: impl Iterator<Item = Vec<&'a str>>,
    out: &mut Vec<Finding>,
) {
    let lists: Vec<Vec<&str>> = lists.filter(|list| !list.is_empty()).collect();
    let Some(first) = lists.first() else { return };
    if !lists.iter().any(|list| list.contains(&word.value.as_str())) {
        out.push(names::not_in_framework(key, word, first.iter().copied()));
    }
}
