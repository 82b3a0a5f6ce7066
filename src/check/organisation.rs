//! Ratings of the agency and its units.

use super::names;
use super::scene::Scene;
use crate::diagnostic::{Finding, code};
use crate::framework::Framework;
use crate::model::Period;
use crate::schema::period::OrganisationRating;

pub(super) fn check(scene: &Scene, period: &Period, out: &mut Vec<Finding>) {
    let Some(data) = &period.data else { return };
    let roster = scene.agency.roster_of(period);
    if let Some(organisation) = &data.organisation {
        for (unit, rating) in &organisation.units {
            names::unit(scene, roster.units, unit, out);
            check_rating(scene, period, rating, out);
            let head = rating.date.as_ref().map_or(period.end(), |date| Some(date.value));
            let head = head.and_then(|day| roster.head_on(&unit.value, day));
            if let Some(by) = rating.by.as_ref().filter(|by| head == Some(by.value.as_str())) {
                out.push(
                    Finding::new(code::RATES_OWN_ORGANISATION, by.span)
                        .arg("person", by.value.clone())
                        .arg("unit", unit.value.clone()),
                );
            }
        }
        if let Some(rating) = &organisation.agency {
            check_rating(scene, period, rating, out);
        }
    }
    if let Some(framework) = period.framework.as_ref().filter(|_| !scene.doubts(period.file)) {
        missing(scene, period, framework, out);
    }
}

fn check_rating(scene: &Scene, period: &Period, rating: &OrganisationRating, out: &mut Vec<Finding>) {
    let scale = period.framework.as_ref().and_then(|framework| framework.data.organisation.as_ref());
    if let Some(scale) = scale {
        names::word("rating", &rating.rating, &scale.levels, out);
    }
    if let Some(by) = &rating.by {
        names::person(scene, by, out);
    }
    if let Some(date) = rating.date.as_ref().filter(|date| date.value > scene.agency.today) {
        out.push(
            Finding::new(code::DATE_IN_FUTURE, date.span)
                .date("date", date.value)
                .date("today", scene.agency.today),
        );
    }
}

/// The organisation comes first: once people were rated, so must be the agency, and the unit of every head who was.
fn missing(scene: &Scene, period: &Period, framework: &Framework, out: &mut Vec<Finding>) {
    let follows = framework.data.organisation.as_ref().and_then(|scale| scale.component.as_ref());
    let (Some(_), Some(data), Some(range)) = (follows, &period.data, period.range()) else { return };
    let rated: Vec<&str> = period
        .dossiers
        .iter()
        .filter(|(_, dossier)| dossier.supervisor.data().is_some_and(|review| !review.ratings.is_empty()))
        .map(|(person, _)| person.as_str())
        .collect();
    if rated.is_empty() {
        return;
    }
    let place = data.to.span;
    let report = |unit: &str| Finding::new(code::ORGANISATION_NOT_RATED, place).arg("unit", unit);
    if period.agency_rating().is_none() {
        let name = scene.agency.config.as_ref().map(|config| config.short.as_ref().unwrap_or(&config.name));
        out.push(report(name.map_or("rapor.yaml", |name| name.get(scene.agency.lang().tag()))));
    }
    let roster = scene.agency.roster_of(period);
    for person in rated.into_iter().filter(|_| !scene.units_unsettled()) {
        let post = roster.person(person).and_then(|person| person.last_assignment_within(range));
        let Some(unit) = post.filter(|post| post.head).and_then(|post| post.unit.as_ref()) else { continue };
        let is_top = roster.units.get(&unit.value).is_some_and(|unit| unit.parent.is_none());
        if !is_top && period.unit_rating(&unit.value).is_none() {
            out.push(report(&unit.value));
        }
    }
}
