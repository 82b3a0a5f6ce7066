//! A rater's own ratings in the mirror: their own figures, and the others' in bands.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::insight::calibration::{FEWEST_RATERS, Reflection, Seen};
use crate::insight::{PeriodInsight, Standing};
use crate::schema::framework::StageEvent;
use crate::view::calibration::{Calibrations, Placing, figure};
use crate::view::scene::Scene;

/// How a rater's ratings stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MirrorView {
    /// Whether some of them may still change, since a result is not released yet.
    pub open: bool,
    /// This period, then the latest earlier one.
    pub rows: Vec<MirrorRow>,
    /// What else their own ratings show, with its numbers.
    pub lines: Vec<String>,
}

/// A rater's ratings of one period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MirrorRow {
    /// The period.
    pub label: String,
    /// How many people they rated.
    pub people: usize,
    /// The mean. `None` if they rated nobody.
    pub mean: Option<String>,
    /// Where it lies.
    pub placing: Option<Placing>,
    /// What the others gave, or why it is not shown.
    pub others: String,
    /// How many others there are, in words. `None` while what they gave is not shown.
    pub raters: Option<String>,
}

/// How a rater's ratings of a period stand. `None` if they gave none. `known` names the people of a period whose ratings
/// they can read.
pub(super) fn mirror<'k>(
    scene: &Scene,
    calibrations: &Calibrations,
    insight: &PeriodInsight,
    rater: &str,
    own: &BTreeSet<&str>,
    known: impl Fn(&str) -> BTreeSet<&'k str>,
) -> Option<MirrorView> {
    let mirror = calibrations.ratings.mirror(&insight.period.id, rater, known)?;
    let released = |person: &&&str| {
        let stage = insight.progress.get(**person).and_then(|progress| progress.stage(StageEvent::Release));
        stage.is_some_and(|stage| matches!(stage.standing, Standing::Done | Standing::DoneLate))
    };
    let mut rows = vec![row(scene, scene.period(insight.period), &mirror.now)];
    if let Some((period, before)) = &mirror.before {
        let label =
            scene.agency.periods.get(period).map_or_else(|| period.clone(), |period| scene.period(period));
        rows.push(row(scene, label, before));
    }
    Some(MirrorView {
        open: !insight.period.locked && own.iter().filter(released).count() < own.len(),
        rows,
        lines: lines(scene, &mirror.now),
    })
}

fn row(scene: &Scene, label: String, reflection: &Reflection) -> MirrorRow {
    let band = match &reflection.others {
        Seen::Band { from, to, .. } => Some((from, to)),
        Seen::TooFew | Seen::Held => None,
    };
    let others = match &reflection.others {
        Seen::Band { from, to, .. } => {
            scene.say("mirror-band", &[("from", &figure(scene, from)), ("to", &figure(scene, to))])
        }
        Seen::TooFew => scene.say("mirror-too-few", &[("least", &FEWEST_RATERS)]),
        Seen::Held => scene.word("mirror-held").to_owned(),
    };
    let raters = match &reflection.others {
        Seen::Band { raters, .. } => Some(scene.say("mirror-raters", &[("raters", raters)])),
        Seen::TooFew | Seen::Held => None,
    };
    MirrorRow {
        label,
        raters,
        people: reflection.people,
        mean: reflection.mean.as_ref().map(|mean| figure(scene, mean)),
        placing: reflection.mean.as_ref().map(|mean| Placing::new(mean, band)),
        others,
    }
}

/// How far a rater's own ratings lie apart.
fn lines(scene: &Scene, reflection: &Reflection) -> Vec<String> {
    let line = |apart: Option<&crate::num::Exact>, same: &'static str, apart_by: &'static str| {
        apart.map(|apart| {
            let key = if apart.is_zero() { same } else { apart_by };
            scene.say(key, &[("people", &reflection.people), ("apart", &figure(scene, apart))])
        })
    };
    let between = line(reflection.between.as_ref(), "mirror-people-same", "mirror-people-apart");
    let within = line(reflection.within.as_ref(), "mirror-items-same", "mirror-items-apart");
    between.into_iter().chain(within).collect()
}
