//! Ratings: of what there is, on its scale, and for heads after their organisation.

use super::dossier::Case;
use super::names;
use crate::diagnostic::{Finding, code, suggest};
use crate::framework::{Framework, entry};
use crate::schema::Id;

pub(super) fn check(case: &Case, out: &mut Vec<Finding>) {
    let (Some(framework), Some(dossier)) = (case.framework, case.dossier) else { return };
    let rated = names::rated(framework);
    for (_, filed) in dossier.assessments() {
        for (key, level) in &filed.data.ratings {
            check_rating(framework, key, level, &rated, out);
        }
    }
    if let Some(decision) = dossier.decision.data() {
        let components: Vec<&str> = names::keys(&framework.data.components).collect();
        for (key, level) in &decision.changes {
            check_rating(framework, key, level, &components, out);
        }
    }
    head(case, framework, out);
}

fn check_rating(framework: &Framework, key: &Id, level: &Id, known: &[&str], out: &mut Vec<Finding>) {
    if !known.contains(&key.value.as_str()) {
        out.push(
            Finding::new(code::UNKNOWN_RATED, key.span)
                .arg("found", key.value.clone())
                .list("choices", known.iter().copied())
                .suggest(suggest(&key.value, known.iter().copied())),
        );
        return;
    }
    let Some(levels) = framework.levels_of(&key.value) else { return };
    if entry(levels, &level.value).is_none() {
        out.push(
            Finding::new(code::LEVEL_OUTSIDE_SCALE, level.span)
                .arg("key", key.value.clone())
                .quoted("found", level.value.clone())
                .list("choices", names::keys(levels))
                .suggest(suggest(&level.value, names::keys(levels))),
        );
    }
}

/// The rating of an organisation is its head's own.
fn head(case: &Case, framework: &Framework, out: &mut Vec<Finding>) {
    if !case.takes_part {
        return;
    }
    let Some((unit, rating)) = case.agency.headed(case.period, case.person) else { return };
    let expected = framework.head_rating(&rating.rating.value);
    let Some((component, expected)) = expected else { return };
    let dossier = case.dossier;
    let changed = dossier.and_then(|dossier| entry(&dossier.decision.data()?.changes, &component.value));
    let given = dossier.and_then(|dossier| entry(&dossier.supervisor.data()?.ratings, &component.value));
    let Some(level) = changed.or(given) else { return };
    let on_scale = framework.level_label(&component.value, &level.value).is_some();
    if on_scale && level.value != expected.value {
        out.push(
            Finding::new(code::HEAD_AGAINST_ORGANISATION, level.span)
                .arg("unit", unit.value.clone())
                .arg("component", component.value.clone())
                .quoted("found", level.value.clone())
                .quoted("expected", expected.value.clone()),
        );
    }
}
