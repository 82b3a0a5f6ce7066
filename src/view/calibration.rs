//! How figures of calibration are shown: as decimals of the scale, and as places on a line.

use serde::Serialize;

use super::scene::Scene;
use crate::insight::calibration::Ratings;
use crate::num::Exact;
use crate::text;

/// The ratings of all periods, added up once for all pages.
#[derive(Debug)]
pub struct Calibrations<'a> {
    pub(super) ratings: Ratings<'a>,
}

impl<'a> Calibrations<'a> {
    /// Adds up the ratings of all periods.
    pub fn of(scene: &Scene<'a>) -> Self {
        Calibrations { ratings: Ratings::of(scene.agency, scene.survey) }
    }
}

/// A mean on the scale beside what others gave, in thousandths of the scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Placing {
    /// The mean.
    pub own: i64,
    /// Where what the others gave begins. `None` if it is not shown.
    pub from: Option<i64>,
    /// Where it ends; the same if it is a single mean.
    pub to: Option<i64>,
}

impl Placing {
    pub(super) fn new(own: &Exact, others: Option<(&Exact, &Exact)>) -> Self {
        let thousandths =
            |value: &Exact| (value * &Exact::from(1000)).round_to_integer().unwrap_or(0).clamp(0, 1000);
        Placing {
            own: thousandths(own),
            from: others.map(|(from, _)| thousandths(from)),
            to: others.map(|(_, to)| thousandths(to)),
        }
    }
}

/// A figure between 0 and 1, with two decimals.
pub(super) fn figure(scene: &Scene, value: &Exact) -> String {
    text::decimal(scene.lang, value, 2)
}

/// A difference with its sign.
pub(super) fn signed(scene: &Scene, value: &Exact) -> String {
    let shown = figure(scene, value);
    match shown.strip_prefix('-') {
        Some(size) => format!("\u{2212}{size}"),
        None if shown.bytes().all(|byte| !matches!(byte, b'1'..=b'9')) => shown,
        None => format!("+{shown}"),
    }
}

/// The size of a difference.
pub(super) fn size(scene: &Scene, value: &Exact) -> String {
    figure(scene, value).trim_start_matches('-').to_owned()
}
