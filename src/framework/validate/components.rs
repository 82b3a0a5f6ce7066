//! Components and criteria: where each comes from, for whom it is, and what it needs for that.

use super::rated::{Rated, on_scale};
use super::{above_zero, bands, broken, defined, names, possible};
use crate::diagnostic::{Finding, code};
use crate::framework::entry;
use crate::schema::Id;
use crate::schema::framework::{Component, Criterion, FrameworkFile, Source};

/// The key of what is required of everybody who is not named.
const ALL: &str = "all";

pub(super) fn check(data: &FrameworkFile, out: &mut Vec<Finding>) {
    once_each(data, out);
    circles(data, out);
    for (id, component) in &data.components {
        if let Some(scale) = &component.scale {
            defined("scale", scale, &data.scales, out);
        }
        applies_to(data, &component.applies_to, out);
        part(data, id, component, out);
        source(data, id, component, out);
        numbers(data, id, component, out);
        levels(data, id, component, out);
        for (id, criterion) in &component.criteria {
            check_criterion(data, component, id, criterion, out);
        }
    }
    if data.outcome.score.is_some() {
        let roots = data.components.iter().filter(|(_, component)| component.part_of.is_none());
        roots.for_each(|(id, root)| needs_number(data, id, Rated::Component(root), out));
    }
}

/// Ratings are given by the id of a component or criterion, and things are meant for a class or post by its id.
fn once_each(data: &FrameworkFile, out: &mut Vec<Finding>) {
    let rated = data
        .components
        .iter()
        .flat_map(|(id, component)| std::iter::once(id).chain(component.criteria.iter().map(|(id, _)| id)));
    unlike(rated, out);
    let classes = data.classes.iter().map(|(id, _)| id);
    unlike(classes.chain(data.posts.iter().map(|(id, _)| id)), out);
}

fn unlike<'a>(ids: impl Iterator<Item = &'a Id>, out: &mut Vec<Finding>) {
    let mut seen: Vec<&Id> = vec![];
    for id in ids {
        match seen.iter().find(|first| first.value == id.value) {
            Some(first) => out.push(
                Finding::new(code::AMBIGUOUS_ID, id.span)
                    .arg("found", id.value.clone())
                    .note(first.span, "first-given"),
            ),
            None => seen.push(id),
        }
    }
}

/// Components that are part of each other.
fn circles(data: &FrameworkFile, out: &mut Vec<Finding>) {
    let mut done: Vec<&str> = vec![];
    for (id, _) in &data.components {
        let mut way: Vec<&str> = vec![];
        let mut next = Some(id.value.as_str());
        while let Some(id) = next.filter(|id| !done.contains(id)) {
            if let Some(start) = way.iter().position(|on_way| *on_way == id) {
                let circle = way.iter().skip(start).chain([&id]).copied().collect::<Vec<_>>().join(" → ");
                let place = parent(data, id).map(|parent| parent.span);
                out.extend(place.map(|at| Finding::new(code::PARTS_CYCLE, at).arg("circle", circle)));
                break;
            }
            way.push(id);
            next = parent(data, id).map(|parent| parent.value.as_str());
        }
        done.extend(way);
    }
}

fn parent<'a>(data: &'a FrameworkFile, component: &str) -> Option<&'a Id> {
    entry(&data.components, component)?.part_of.as_ref()
}

fn part(data: &FrameworkFile, id: &Id, component: &Component, out: &mut Vec<Finding>) {
    let Some(whole) = &component.part_of else { return };
    match entry(&data.components, &whole.value) {
        None => defined("part_of", whole, &data.components, out),
        Some(parent) if parent.source != Source::Parts => out.push(
            Finding::new(code::PARENT_WITHOUT_PARTS, whole.span)
                .arg("component", id.value.clone())
                .arg("parent", whole.value.clone()),
        ),
        Some(_) => needs_number(data, id, Rated::Component(component), out),
    }
}

/// Where a component comes from asks for something to come from.
fn source(data: &FrameworkFile, id: &Id, component: &Component, out: &mut Vec<Finding>) {
    let mut lacks = |from: &str, needs: &str| {
        out.push(
            Finding::new(code::SOURCE_INCOMPLETE, id.span)
                .arg("component", id.value.clone())
                .arg("from", from)
                .arg("needs", needs),
        );
    };
    match component.source {
        Source::Rating if component.scale.is_none() => lacks("rating", "scale"),
        Source::Criteria if component.criteria.is_empty() => lacks("criteria", "criteria"),
        Source::Parts => {
            let is_part = |part: &Component| part.part_of.as_ref().is_some_and(|of| of.value == id.value);
            if !data.components.iter().any(|(_, part)| is_part(part)) {
                lacks("parts", &format!("part_of: {}", id.value));
            }
        }
        Source::Results => {
            if component.valuation.is_none() {
                lacks("results", "valuation");
            }
            if data.results.is_none() {
                lacks("results", "results");
            }
        }
        Source::Rating | Source::Criteria => {}
    }
    if let Some(valuation) = &component.valuation {
        defined("valuation", valuation, &data.valuations, out);
    }
}

fn numbers(data: &FrameworkFile, id: &Id, component: &Component, out: &mut Vec<Finding>) {
    for (key, number) in [("times", &component.times), ("cap", &component.cap)] {
        if let Some(number) = number {
            above_zero(key, number, out);
        }
    }
    let works_on_numbers = component.times.is_some() || component.cap.is_some() || component.round.is_some();
    if works_on_numbers || !component.bands.is_empty() {
        needs_number(data, id, Rated::Component(component), out);
    }
}

/// The levels that bands lead to.
fn levels(data: &FrameworkFile, id: &Id, component: &Component, out: &mut Vec<Finding>) {
    let Some(first) = component.bands.first() else { return };
    let scale = component.scale.as_ref();
    match scale.map(|scale| entry(&data.scales, &scale.value)) {
        Some(None) => {}
        Some(Some(scale)) if !scale.levels.is_empty() => {
            let before = out.len();
            bands::lead_to(&component.bands, &scale.levels, &data.outcome, out);
            let possible = possible::of_component(data, component);
            bands::check(&component.bands, possible.as_ref(), out);
            if out.len() == before {
                let given = component.bands.iter().map(|band| &band.level);
                bands::all_given(&scale.levels, given, Some(first.level.span), out);
            }
        }
        _ => out.push(
            Finding::new(code::BANDS_WITHOUT_LEVELS, first.level.span).arg("component", id.value.clone()),
        ),
    }
}

fn check_criterion(
    data: &FrameworkFile,
    component: &Component,
    id: &Id,
    criterion: &Criterion,
    out: &mut Vec<Finding>,
) {
    applies_to(data, &criterion.applies_to, out);
    if let Some(scale) = &criterion.scale {
        defined("scale", scale, &data.scales, out);
    }
    for (whom, _) in &criterion.required {
        if whom.value != ALL && !is_class_or_post(data, whom) {
            out.push(broken("required", whom, classes_and_posts(data).chain([ALL])));
        }
    }
    if criterion.scale.is_none() && component.scale.is_none() && component.source != Source::Rating {
        out.push(Finding::new(code::SCALE_MISSING, id.span).arg("found", id.value.clone()));
    }
    let rated = Rated::Criterion(component, criterion);
    if component.source == Source::Criteria {
        needs_number(data, id, rated, out);
    }
    let Some(scale) = rated.scale(data) else { return };
    for (_, level) in &criterion.required {
        on_scale("required", level, scale, out);
    }
    for (level, _) in &criterion.levels {
        on_scale("levels", level, scale, out);
    }
}

fn applies_to(data: &FrameworkFile, whom: &[Id], out: &mut Vec<Finding>) {
    for id in whom.iter().filter(|id| !is_class_or_post(data, id)) {
        out.push(broken("applies_to", id, classes_and_posts(data)));
    }
}

fn is_class_or_post(data: &FrameworkFile, id: &Id) -> bool {
    entry(&data.classes, &id.value).is_some() || entry(&data.posts, &id.value).is_some()
}

fn classes_and_posts(data: &FrameworkFile) -> impl Iterator<Item = &str> + Clone {
    names(&data.classes).chain(names(&data.posts))
}

/// Reports a level that is reckoned with as a number.
fn needs_number(data: &FrameworkFile, id: &Id, rated: Rated, out: &mut Vec<Finding>) {
    if rated.is_ordinal(data) {
        let known = out.iter().any(|found| found.code == code::LEVEL_NOT_A_NUMBER && found.at == id.span);
        if !known {
            out.push(Finding::new(code::LEVEL_NOT_A_NUMBER, id.span).arg("found", id.value.clone()));
        }
    }
}
