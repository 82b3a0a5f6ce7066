//! How ratings went over the periods: of a person, and of units.

use std::collections::BTreeMap;

use super::PeriodInsight;
use super::course::by_date;
use super::distribution::{Spread, spread_of};
use super::lift::is_same_scale;
use super::rated::Rated;
use crate::model::Agency;
use crate::num::Exact;
use crate::schema::period::OrganisationRating;

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

/// The agency and its units in one period. For the personnel office: counts are not coarsened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeriodTrend {
    /// The period.
    pub period: String,
    /// The agency as a whole.
    pub agency: UnitPoint,
    /// Units with those below them, where anybody takes part.
    pub units: BTreeMap<String, UnitPoint>,
}

/// A unit in one period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitPoint {
    /// How outcomes were spread.
    pub spread: Spread,
    /// The organisation's rating, by the framework's id.
    pub rating: Option<String>,
}

/// How outcomes of the agency and its units went over the periods, the oldest first.
pub fn unit_trends(agency: &Agency, survey: &[PeriodInsight]) -> Vec<PeriodTrend> {
    by_date(survey).into_iter().map(|one| in_period(agency, one)).collect()
}

fn in_period(agency: &Agency, one: &PeriodInsight) -> PeriodTrend {
    let units = agency.roster_of(one.period).units;
    let levels = one.period.framework.iter().flat_map(|framework| &framework.data.outcome.levels);
    let zero = Spread { people: 0, counts: levels.map(|(id, _)| (id.value.clone(), 0)).collect() };
    let mut spreads: BTreeMap<String, Spread> = BTreeMap::new();
    for (person, progress) in &one.progress {
        let Some(own) = progress.unit.as_deref() else { continue };
        let outcome = one.scorecards.get(person).and_then(|card| card.outcome.as_ref());
        let above = units.ancestors(own).into_iter().map(|unit| unit.id.value.as_str());
        for unit in std::iter::once(own).chain(above) {
            let spread = spreads.entry(unit.to_owned()).or_insert_with(|| zero.clone());
            spread.people += 1;
            if let Some((_, count)) = spread.counts.iter_mut().find(|(id, _)| Some(id) == outcome) {
                *count += 1;
            }
        }
    }
    let rating = |rating: Option<&OrganisationRating>| rating.map(|rating| rating.rating.value.clone());
    let point = |(unit, spread): (String, Spread)| {
        let rating = rating(one.period.unit_rating(&unit));
        (unit, UnitPoint { spread, rating })
    };
    PeriodTrend {
        period: one.period.id.clone(),
        agency: UnitPoint { spread: spread_of(one, |_, _| true), rating: rating(one.period.agency_rating()) },
        units: spreads.into_iter().map(point).collect(),
    }
}
