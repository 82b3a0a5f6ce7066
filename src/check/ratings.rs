//! Ratings: of what there is, on its scale, and for heads after their organisation.

use super::dossier::Case;
use super::names;
use crate::diagnostic::{Finding, code, suggest};
use crate::framework::{Framework, entry, off_scale};
use crate::model::Filed;
use crate::num::Exact;
use crate::schema::framework::Source;
use crate::schema::value::At;
use crate::schema::{Id, review::Assessment};

pub(super) fn check(case: &Case, out: &mut Vec<Finding>) {
    given(case, out);
    head(case, out);
}

/// What was given, by assessments and by a decision.
pub(super) fn given(case: &Case, out: &mut Vec<Finding>) {
    let (Some(framework), Some(dossier)) = (case.framework, case.dossier) else { return };
    let rated = names::rated(framework);
    for (_, filed) in dossier.assessments() {
        for (key, mark) in &filed.data.ratings {
            check_rating(case, framework, key, mark, &rated, out);
        }
        stated(framework, &filed.data, out);
    }
    if let Some(decision) = dossier.decision.data() {
        for (key, mark) in &decision.changes {
            check_rating(case, framework, key, mark, &rated, out);
        }
    }
}

fn check_rating(
    case: &Case,
    framework: &Framework,
    key: &Id,
    mark: &At<String>,
    known: &[&str],
    out: &mut Vec<Finding>,
) {
    if !known.contains(&key.value.as_str()) {
        out.push(
            Finding::new(code::UNKNOWN_RATED, key.span)
                .arg("found", key.value.clone())
                .list("choices", known.iter().copied())
                .suggest(suggest(&key.value, known.iter().copied())),
        );
        return;
    }
    if let Some(from) = computed_from(framework, &key.value) {
        let finding = Finding::new(code::RATED_IS_COMPUTED, key.span).arg("found", key.value.clone());
        out.push(match from.as_slice() {
            [] => finding.phrase("from", "the-planned-results"),
            parts => finding.list("from", parts.iter().copied()),
        });
        return;
    }
    if let Some(off) = framework.scale_of(&key.value).and_then(|scale| off_scale(scale, &mark.value)) {
        out.push(off.finding(&key.value, mark));
    }
    if !case.applies(framework, &key.value) {
        out.push(Finding::new(code::NOT_FOR_POST, key.span).arg("found", key.value.clone()));
    }
}

/// What a component is computed from where nobody rates it: criteria or parts, or planned results if it names none.
fn computed_from<'a>(framework: &'a Framework, id: &'a str) -> Option<Vec<&'a str>> {
    let component = framework.component(id)?;
    match component.source {
        Source::Rating => None,
        Source::Criteria => Some(names::keys(&component.criteria).collect()),
        Source::Parts => Some(framework.parts_of(Some(id)).map(|(part, _)| part.value.as_str()).collect()),
        Source::Results => Some(vec![]),
    }
}

/// Conditions that are met and facts beside the ratings are those of the framework.
fn stated(framework: &Framework, review: &Assessment, out: &mut Vec<Finding>) {
    for (condition, _) in &review.conditions {
        names::defined("conditions", condition, &framework.data.outcome.conditions, out);
    }
    for (fact, _) in &review.context {
        names::defined("context", fact, &framework.data.context, out);
    }
}

/// The rating of an organisation is its head's own.
fn head(case: &Case, out: &mut Vec<Finding>) {
    let Some(framework) = case.framework.filter(|_| case.takes_part) else { return };
    let Some((unit, rating)) = case.agency.headed(case.period, case.person) else { return };
    let expected = framework.head_rating(&rating.rating.value);
    let Some((component, expected)) = expected else { return };
    let dossier = case.dossier;
    let changed = dossier.and_then(|dossier| entry(&dossier.decision.data()?.changes, &component.value));
    let given = dossier.and_then(|dossier| entry(&dossier.supervisor.data()?.ratings, &component.value));
    let Some(level) = changed.or(given) else { return };
    let on_scale =
        framework.scale_of(&component.value).is_some_and(|scale| off_scale(scale, &level.value).is_none());
    if on_scale && !is_same(&level.value, &expected.value) {
        out.push(
            Finding::new(code::HEAD_AGAINST_ORGANISATION, level.span)
                .arg("unit", unit.value.clone())
                .arg("component", component.value.clone())
                .quoted("found", level.value.clone())
                .quoted("expected", expected.value.clone()),
        );
    }
}

/// Marks are the same if they read the same, or are the same number.
fn is_same(one: &str, other: &str) -> bool {
    one == other || Exact::parse(one).is_some_and(|one| Exact::parse(other) == Some(one))
}

/// Reports what a rater of a kind that counts has not rated.
pub(super) fn complete(case: &Case, kind: &str, filed: &Filed<Assessment>, out: &mut Vec<Finding>) {
    let Some(framework) = case.framework.filter(|_| !case.scene.doubts(filed.file)) else { return };
    for (id, component) in &framework.data.components {
        let rated: Vec<&Id> = match component.source {
            Source::Rating => vec![id],
            Source::Criteria => component.criteria.iter().map(|(id, _)| id).collect(),
            Source::Parts | Source::Results => continue,
        };
        let counts = framework.counts(component, kind);
        for id in rated.into_iter().filter(|id| counts && case.applies(framework, &id.value)) {
            if entry(&filed.data.ratings, &id.value).is_none() {
                out.push(
                    Finding::new(code::COMPONENT_NOT_RATED, filed.span).arg("component", id.value.clone()),
                );
            }
        }
    }
}
