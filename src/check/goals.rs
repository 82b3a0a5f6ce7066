//! Goals of the organisation.

use super::names;
use super::scene::Scene;
use crate::diagnostic::{Finding, code};
use crate::model::Period;
use crate::schema::Measure;

pub(super) fn check(scene: &Scene, period: &Period, out: &mut Vec<Finding>) {
    // A unit or direction that cannot be read is not missed as well.
    let unread = period.goals.get().is_some_and(|filed| scene.doubts(filed.file));
    let roster = scene.agency.roster_of(period);
    for (id, goal) in period.goals.data().into_iter().flatten() {
        if let Some(owner) = &goal.owner
            && roster.units.get(&owner.value).is_none()
            && roster.person(&owner.value).is_none()
            && !scene.doubts_units()
            && !scene.doubts_people()
        {
            let units = roster.units.iter().map(|unit| unit.id.value.as_str());
            let people = roster.people.keys().map(String::as_str);
            out.push(names::unknown(code::UNKNOWN_UNIT, owner, units.chain(people)));
        }
        for (indicator, data) in &goal.indicators {
            if is_number(&data.target) && data.unit.is_none() && !unread {
                out.push(
                    Finding::new(code::TARGET_WITHOUT_UNIT, data.target.span)
                        .arg("indicator", format!("{}/{}", id.value, indicator.value)),
                );
            }
        }
    }
}

/// Whether a measure is in numbers.
pub(super) fn is_number(measure: &Measure) -> bool {
    matches!(measure, Measure::Number(_) | Measure::Range(..))
}
