//! How ratings went over the periods: of a person, and of units.

use super::PeriodInsight;
use super::course::by_date;
use super::lift::is_same_scale;
use super::rated::Rated;
use crate::model::Agency;
use crate::num::Exact;

/// What something came to in one period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrendPoint {
    /// The period.
    pub period: String,
    /// What it came to.
    pub rated: Rated,
    /// Its place on the scale of that period, from 0 to 1. `None` where it has no scale.
    pub place: Option<Exact>,
    /// Whether the scale is the one of the point before. True for the first.
    pub is_comparable: bool,
}

/// What is followed over the periods.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrendLine {
    /// The component or criterion. `None` for the outcome.
    pub id: Option<String>,
    /// Periods in which it was rated, the oldest first.
    pub points: Vec<TrendPoint>,
}

/// How a person's outcome, components and criteria went over those periods that a filter lets through, the outcome first,
/// then as the newest framework that has them orders them. Lines with a single point are left out.
pub fn trend_of(
    survey: &[PeriodInsight],
    person: &str,
    shown: impl Fn(&PeriodInsight) -> bool,
) -> Vec<TrendLine> {
    let course: Vec<&PeriodInsight> = by_date(survey)
        .into_iter()
        .filter(|one| one.scorecards.get(person).is_some_and(|card| card.outcome.is_some()) && shown(one))
        .collect();
    let mut ids: Vec<Option<String>> = vec![None];
    for framework in course.iter().rev().filter_map(|one| one.period.framework.as_deref()) {
        for (id, component) in &framework.data.components {
            let criteria = component.criteria.iter().map(|(id, _)| id);
            for id in std::iter::once(id).chain(criteria) {
                if !ids.iter().any(|known| known.as_ref() == Some(&id.value)) {
                    ids.push(Some(id.value.clone()));
                }
            }
        }
    }
    let line = |id: Option<String>| {
        let mut points: Vec<(&PeriodInsight, TrendPoint)> = vec![];
        for one in &course {
            let Some((rated, place)) = point(one, person, id.as_deref()) else { continue };
            let before = points.last().map(|(before, _)| *before);
            let is_comparable = before.is_none_or(|before| is_comparable(before, one, id.as_deref()));
            points.push((one, TrendPoint { period: one.period.id.clone(), rated, place, is_comparable }));
        }
        let points: Vec<TrendPoint> = points.into_iter().map(|(_, point)| point).collect();
        (points.len() > 1).then_some(TrendLine { id, points })
    };
    ids.into_iter().filter_map(line).collect()
}

fn point(one: &PeriodInsight, person: &str, id: Option<&str>) -> Option<(Rated, Option<Exact>)> {
    let framework = one.period.framework.as_deref()?;
    let card = one.scorecards.get(person)?;
    let Some(id) = id else {
        let place = framework.outcome_position(card.outcome.as_ref()?);
        return Some((Rated { level: card.outcome.clone(), value: card.value.clone() }, place));
    };
    let rated = Rated::of(framework, one.period.dossiers.get(person)?, card, id)?;
    let place = rated.place(framework, id);
    Some((rated, place))
}

/// Whether what came out in two periods lies on the same scale.
fn is_comparable(before: &PeriodInsight, after: &PeriodInsight, id: Option<&str>) -> bool {
    let Some(id) = id else {
        let levels = |one: &PeriodInsight| {
            let framework = one.period.framework.as_deref();
            let levels = framework.map_or(&[][..], |framework| &framework.data.outcome.levels);
            levels.iter().map(|(id, _)| id.value.clone()).collect::<Vec<_>>()
        };
        return levels(before) == levels(after);
    };
    is_same_scale(before, after, id)
}

/// A unit in one period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitPoint {
    /// The period.
    pub period: String,
    /// How outcomes were spread in it and below.
    pub spread: super::Spread,
    /// The organisation's rating, by the framework's id.
    pub rating: Option<String>,
}

/// How outcomes of a unit and those below it went over the periods, the oldest first; of the whole agency without one.
/// Periods in which nobody was in it are left out. For the personnel office: counts are not coarsened.
pub fn unit_trend(agency: &Agency, survey: &[PeriodInsight], unit: Option<&str>) -> Vec<UnitPoint> {
    let of = |one: &PeriodInsight| {
        let units = agency.roster_of(one.period).units;
        let spread = super::spread_of(one, |_, own| match (unit, own) {
            (None, _) => true,
            (Some(unit), Some(own)) => units.is_within(own, unit),
            (Some(_), None) => false,
        });
        let rating = match unit {
            Some(unit) => one.period.unit_rating(unit),
            None => one.period.agency_rating(),
        };
        let rating = rating.map(|rating| rating.rating.value.clone());
        (spread.people > 0).then(|| UnitPoint { period: one.period.id.clone(), spread, rating })
    };
    by_date(survey).into_iter().filter_map(of).collect()
}
