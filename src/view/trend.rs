//! How a person's ratings went over the periods.

use serde::Serialize;

use super::parts::{self, Rank};
use super::scene::Scene;
use crate::framework::Framework;
use crate::insight::{PeriodInsight, TrendLine, TrendPoint, by_date, trend_of};
use crate::num::Exact;

/// How a person's ratings went over the periods.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TrendView {
    /// Names of the periods, the oldest first.
    pub periods: Vec<String>,
    /// The outcome, components and criteria that were rated more than once.
    pub rows: Vec<TrendRow>,
    /// Whether a scale changed between, so that places cannot be set beside each other.
    pub changed: bool,
    /// The course of the outcome.
    pub course: Option<CourseView>,
}

/// Something over the periods.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TrendRow {
    /// Its name.
    pub label: String,
    /// Whether it is a criterion of the component above it.
    pub criterion: bool,
    /// What it came to in each period. `None` where it was not rated.
    pub cells: Vec<Option<Rank>>,
    /// Its places on the scale in thousandths, period by period. Empty where its scale changed.
    pub places: Vec<Option<i64>>,
}

/// The course of the outcome as a chart draws it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CourseView {
    /// Levels, lowest first. Empty where they changed.
    pub levels: Vec<CourseLevel>,
    /// Periods with an outcome, the oldest first.
    pub points: Vec<CoursePoint>,
}

/// A level of the course.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CourseLevel {
    /// Its name.
    pub label: String,
    /// Its place in thousandths.
    pub at: i64,
}

/// A period of the course.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CoursePoint {
    /// The period.
    pub label: String,
    /// The outcome.
    pub outcome: String,
    /// Its place in thousandths.
    pub at: i64,
    /// Whether the levels are those of the point before.
    pub joined: bool,
}

/// How a person's ratings went over those periods that a reader may see. `None` while there are not two of them.
pub(super) fn trend(scene: &Scene, person: &str, sees: impl Fn(&PeriodInsight) -> bool) -> Option<TrendView> {
    let lines = trend_of(scene.survey, person, sees);
    let periods: Vec<&PeriodInsight> = by_date(scene.survey)
        .into_iter()
        .filter(|one| lines.iter().flat_map(|line| &line.points).any(|point| point.period == one.period.id))
        .collect();
    let rows: Vec<TrendRow> = lines.iter().filter_map(|line| row(scene, &periods, line)).collect();
    (periods.len() > 1).then(|| TrendView {
        periods: periods.iter().map(|one| scene.period(one.period)).collect(),
        changed: lines.iter().flat_map(|line| &line.points).any(|point| !point.is_comparable),
        course: lines.iter().find(|line| line.id.is_none()).map(|line| course(scene, &periods, line)),
        rows,
    })
}

fn thousandths(place: &Exact) -> i64 {
    (place * &Exact::from(1000)).round_to_integer().unwrap_or(0).clamp(0, 1000)
}

fn in_words(scene: &Scene, framework: &Framework, line: &TrendLine, point: &TrendPoint) -> Option<Rank> {
    match &line.id {
        Some(id) => parts::rated(scene.lang, framework, id, &point.rated),
        None => parts::came_out_as(scene.lang, framework, &point.rated),
    }
}

fn row(scene: &Scene, periods: &[&PeriodInsight], line: &TrendLine) -> Option<TrendRow> {
    let last = line.points.last()?;
    let framework = |id: &str| periods.iter().find(|one| one.period.id == id)?.period.framework.as_deref();
    let newest = framework(&last.period)?;
    let at = |one: &&PeriodInsight| line.points.iter().find(|point| point.period == one.period.id);
    let is_one_scale = line.points.iter().all(|point| point.is_comparable);
    Some(TrendRow {
        label: match &line.id {
            Some(id) => scene.topic(newest, id),
            None => scene.label(&newest.data.outcome.label.value),
        },
        criterion: line.id.as_ref().is_some_and(|id| newest.criterion(id).is_some()),
        cells: periods
            .iter()
            .map(|one| {
                let point = at(one)?;
                in_words(scene, framework(&point.period)?, line, point)
            })
            .collect(),
        places: if is_one_scale {
            periods.iter().map(|one| at(one)?.place.as_ref().map(thousandths)).collect()
        } else {
            vec![]
        },
    })
}

fn course(scene: &Scene, periods: &[&PeriodInsight], line: &TrendLine) -> CourseView {
    let of = |point: &TrendPoint| {
        let one = periods.iter().find(|one| one.period.id == point.period)?;
        let rank = in_words(scene, one.period.framework.as_deref()?, line, point)?;
        Some(CoursePoint {
            label: scene.period(one.period),
            outcome: rank.full(),
            at: thousandths(point.place.as_ref()?),
            joined: point.is_comparable,
        })
    };
    let newest = periods.last().and_then(|one| one.period.framework.as_deref());
    let levels = newest.filter(|_| line.points.iter().all(|point| point.is_comparable)).map(|framework| {
        let levels = framework.data.outcome.levels.iter();
        let level =
            |id: &str| Some((parts::outcome(scene.lang, framework, id), framework.outcome_position(id)?));
        let levels = levels.filter_map(|(id, _)| level(&id.value));
        levels.map(|(rank, place)| CourseLevel { label: rank.label, at: thousandths(&place) }).collect()
    });
    CourseView { levels: levels.unwrap_or_default(), points: line.points.iter().filter_map(of).collect() }
}
