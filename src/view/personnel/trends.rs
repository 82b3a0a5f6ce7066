//! How outcomes of the agency and its units went over the periods.

use serde::Serialize;

use crate::insight::{PeriodTrend, UnitPoint, unit_trends};
use crate::view::parts::{self, Count};
use crate::view::scene::Scene;

/// How outcomes went over the periods.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TrendsPage {
    /// The agency, then its units.
    pub units: Vec<UnitTrend>,
}

/// A unit over the periods.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UnitTrend {
    /// Its name.
    pub label: String,
    /// Its depth in the tree, the agency being 0.
    pub depth: usize,
    /// Periods, the oldest first.
    pub points: Vec<UnitRow>,
}

/// A unit in a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UnitRow {
    /// The period.
    pub period: String,
    /// The organisation's rating.
    pub rating: Option<String>,
    /// How many take part.
    pub people: usize,
    /// How many have an outcome.
    pub rated: usize,
    /// How many have each outcome, lowest first.
    pub counts: Vec<Count>,
}

/// How outcomes went over the periods. `None` while there are not two of them.
pub fn trends(scene: &Scene) -> Option<TrendsPage> {
    if scene.survey.len() < 2 {
        return None;
    }
    let course = unit_trends(scene.agency, scene.survey);
    let of = |label: String, depth: usize, unit: Option<&str>| {
        let at = |one: &PeriodTrend| match unit {
            None => row(scene, &one.period, &one.agency),
            Some(unit) => row(scene, &one.period, one.units.get(unit)?),
        };
        UnitTrend { label, depth, points: course.iter().filter_map(at).collect() }
    };
    let units = &scene.agency.units;
    let whole = of(scene.word("whole-agency").to_owned(), 0, None);
    let below = units.iter().filter(|unit| unit.parent.is_some()).map(|unit| {
        let id = unit.id.value.as_str();
        of(scene.label(&unit.name), units.ancestors(id).len(), Some(id))
    });
    let mut units: Vec<UnitTrend> = std::iter::once(whole).chain(below).collect();
    units.retain(|unit| !unit.points.is_empty());
    Some(TrendsPage { units })
}

fn row(scene: &Scene, period: &str, point: &UnitPoint) -> Option<UnitRow> {
    let one = scene.survey.iter().find(|one| one.period.id == period)?;
    let framework = one.period.framework.as_deref()?;
    let count = |(id, count): &(String, usize)| Count {
        rank: parts::outcome(scene.lang, framework, id),
        count: *count,
    };
    let rating = point.rating.as_ref().map(|rating| {
        framework.organisation_label(rating).map_or_else(|| rating.clone(), |label| scene.label(label))
    });
    Some(UnitRow {
        period: scene.period(one.period),
        rating,
        people: point.spread.people,
        rated: point.spread.rated(),
        counts: point.spread.counts.iter().map(count).collect(),
    })
}
