//! What the agency's own frameworks name of the agency: trainings.

use super::names;
use super::scene::Scene;
use crate::diagnostic::{Finding, code};
use crate::framework::{Framework, PRESET_FILE, entry};

pub(super) fn check(scene: &Scene, out: &mut Vec<Finding>) {
    if scene.doubts_path("content/trainings.yaml") {
        return;
    }
    let mut seen: Vec<&str> = vec![];
    for period in scene.agency.periods.values().filter(|period| !period.locked) {
        let Some(framework) = period.framework.as_deref() else { continue };
        if framework.place().file != PRESET_FILE && !seen.contains(&framework.id.as_str()) {
            seen.push(&framework.id);
            trainings(scene, framework, out);
        }
    }
}

fn trainings(scene: &Scene, framework: &Framework, out: &mut Vec<Finding>) {
    let of_criteria = framework.criteria().flat_map(|(_, _, criterion)| &criterion.trainings);
    let of_follow_up = framework.data.follow_up.iter().filter_map(|(_, rule)| rule.training.as_ref());
    for training in of_criteria.chain(of_follow_up) {
        if entry(&scene.agency.trainings, &training.value).is_none() {
            let known = names::keys(&scene.agency.trainings);
            out.push(names::unknown(code::UNKNOWN_TRAINING, training, known));
        }
    }
}
