//! What can be named where something is rated or compared: components, criteria and the outcome.

use std::cmp::Ordering;

use super::{broken, names};
use crate::diagnostic::{Finding, code};
use crate::framework::{OffScale, entry, index, off_scale};
use crate::num::Exact;
use crate::schema::Id;
use crate::schema::framework::{Component, Criterion, FrameworkFile, Level, Scale, Source};
use crate::schema::value::At;

/// Something that is rated or computed.
#[derive(Debug, Clone, Copy)]
pub(super) enum Rated<'a> {
    Component(&'a Component),
    Criterion(&'a Component, &'a Criterion),
}

/// What a component or criterion comes to.
#[derive(Debug, Clone, Copy)]
pub(super) enum Comes<'a> {
    /// To what is given on a scale.
    Given(&'a Scale),
    /// To any number.
    Computed,
    /// To a number, and with it to a level.
    Banded(&'a [(Id, Level)]),
}

/// Finds a component or criterion.
pub(super) fn find<'a>(data: &'a FrameworkFile, id: &str) -> Option<Rated<'a>> {
    let criterion = |(_, component): &'a (Id, Component)| {
        entry(&component.criteria, id).map(|criterion| Rated::Criterion(component, criterion))
    };
    entry(&data.components, id).map(Rated::Component).or_else(|| data.components.iter().find_map(criterion))
}

/// Finds a component or criterion, or reports that there is none.
pub(super) fn known<'a>(
    data: &'a FrameworkFile,
    key: &str,
    id: &Id,
    out: &mut Vec<Finding>,
) -> Option<Rated<'a>> {
    let found = find(data, &id.value);
    if found.is_none() {
        let criteria = data.components.iter().flat_map(|(_, component)| names(&component.criteria));
        out.push(broken(key, id, names(&data.components).chain(criteria)));
    }
    found
}

/// All components and criteria.
pub(super) fn all(data: &FrameworkFile) -> impl Iterator<Item = Rated<'_>> {
    data.components.iter().flat_map(|(_, component)| {
        let criteria = component.criteria.iter().map(move |(_, own)| Rated::Criterion(component, own));
        std::iter::once(Rated::Component(component)).chain(criteria)
    })
}

impl<'a> Rated<'a> {
    /// The scale it is given on. `None` if it names none, or one that is not defined.
    pub(super) fn scale(self, data: &'a FrameworkFile) -> Option<&'a Scale> {
        let scale = match self {
            Rated::Component(component) => component.scale.as_ref(),
            Rated::Criterion(component, criterion) => criterion.scale.as_ref().or(component.scale.as_ref()),
        };
        entry(&data.scales, &scale?.value)
    }

    /// What it comes to. `None` if nothing can be said because of a fault that is said elsewhere.
    pub(super) fn comes(self, data: &'a FrameworkFile) -> Option<Comes<'a>> {
        match self {
            Rated::Component(component) if !component.bands.is_empty() => {
                Some(self.scale(data)?.levels.as_slice())
                    .filter(|levels| !levels.is_empty())
                    .map(Comes::Banded)
            }
            Rated::Component(component) if component.source != Source::Rating => Some(Comes::Computed),
            _ => self.scale(data).map(Comes::Given),
        }
    }

    /// Whether it is a level and never a number.
    pub(super) fn is_ordinal(self, data: &'a FrameworkFile) -> bool {
        let given = match self {
            Rated::Component(component) => component.source == Source::Rating,
            Rated::Criterion(..) => true,
        };
        given && self.scale(data).is_some_and(lacks_numbers)
    }
}

/// Whether none of a scale's levels has a number. A scale of which some have one has a fault of its own.
pub(super) fn lacks_numbers(scale: &Scale) -> bool {
    scale.range.is_none()
        && !scale.levels.is_empty()
        && scale.levels.iter().all(|(_, level)| level.value.is_none())
}

impl Comes<'_> {
    /// Reports a bound that it can never be compared with.
    pub(super) fn compare(self, key: &str, bound: &At<String>, out: &mut Vec<Finding>) {
        let number = Exact::parse(&bound.value).is_some();
        match self {
            Comes::Given(scale) => match off_scale(scale, &bound.value) {
                Some(OffScale::NoLevel(_)) if number && !lacks_numbers(scale) => {}
                Some(OffScale::NoLevel(levels)) => out.push(broken(key, bound, names(levels))),
                Some(off @ OffScale::NoNumber(_)) => out.push(off.finding(key, bound)),
                // Means of several ratings lie between the steps.
                Some(OffScale::OffStep { .. }) | None => {}
            },
            Comes::Computed if !number => out.push(
                Finding::new(code::NOT_A_NUMBER, bound.span)
                    .arg("key", key)
                    .quoted("found", bound.value.clone()),
            ),
            Comes::Banded(levels) if !number && entry(levels, &bound.value).is_none() => {
                out.push(broken(key, bound, names(levels)));
            }
            Comes::Computed | Comes::Banded(_) => {}
        }
    }
}

impl Comes<'_> {
    /// Which of two bounds is lower. `None` where they cannot be compared.
    pub(super) fn order(self, one: &str, other: &str) -> Option<Ordering> {
        let levels = match self {
            Comes::Given(scale) => scale.levels.as_slice(),
            Comes::Banded(levels) => levels,
            Comes::Computed => &[],
        };
        match (index(levels, one), index(levels, other)) {
            (Some(one), Some(other)) => Some(one.cmp(&other)),
            _ => Some(Exact::parse(one)?.cmp(&Exact::parse(other)?)),
        }
    }

    /// Whether it can be compared with a bound.
    pub(super) fn takes(self, bound: &At<String>) -> bool {
        let mut out = vec![];
        self.compare("", bound, &mut out);
        out.is_empty()
    }
}

/// Reports a mark that is not on a scale of the framework.
pub(super) fn on_scale(key: &str, mark: &At<String>, scale: &Scale, out: &mut Vec<Finding>) {
    match off_scale(scale, &mark.value) {
        Some(OffScale::NoLevel(levels)) => out.push(broken(key, mark, names(levels))),
        Some(off) => out.push(off.finding(key, mark)),
        None => {}
    }
}
