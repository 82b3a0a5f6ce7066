//! Periods: their dates, parts and frameworks.

use super::scene::Scene;
use super::units::ordered;
use super::{integration, names};
use crate::diagnostic::{Finding, code, suggest};
use crate::framework::{entry, unknown};
use crate::model::{Agency, Period};
use crate::schema::kinds::{Kind, locate};
use crate::schema::period::{Part, Period as Data};
use crate::source::Sources;

pub(super) fn check(scene: &Scene, out: &mut Vec<Finding>) {
    let (agency, sources) = (scene.agency, scene.sources);
    for period in agency.periods.values() {
        // A lock without its period misses the file itself, which is said there.
        if !period.exists && !period.locked {
            let known =
                agency.periods.values().filter(|period| period.exists).map(|period| period.id.as_str());
            out.push(
                Finding::new(code::UNKNOWN_PERIOD, period.span)
                    .arg("found", period.id.clone())
                    .suggest(suggest(&period.id, known)),
            );
        }
        let Some(data) = &period.data else { continue };
        if ordered(data.from.value, data.to.value, data.to.span, out) {
            parts(data, out);
            framework(period, data, sources, out);
        }
        if let Some(framework) = &period.framework {
            for (stage, _) in &data.deadlines {
                names::word("deadlines", stage, &framework.data.stages, out);
            }
        }
    }
    overlaps(agency, out);
    integration::check(agency, out);
}

fn parts(data: &Data, out: &mut Vec<Finding>) {
    let mut earlier: Vec<&Part> = vec![];
    for (id, part) in &data.parts {
        if !ordered(part.from.value, part.to.value, part.to.span, out) {
            continue;
        }
        let outside = part.from.value < data.from.value || part.to.value > data.to.value;
        if outside || earlier.iter().any(|other| other.range().overlaps(&part.range())) {
            out.push(Finding::new(code::PART_OUTSIDE, id.span).arg("part", id.value.clone()));
        } else {
            earlier.push(part);
        }
    }
}

fn framework(period: &Period, data: &Data, sources: &Sources, out: &mut Vec<Finding>) {
    if !period.framework_known {
        let own = sources.under("content/frameworks/").filter_map(|(_, file)| locate(file.path()));
        let own = own.filter(|at| at.kind == Kind::Framework);
        out.push(unknown(&data.framework, own.map(|at| at.name)));
    }
    let Some(framework) = &period.framework else { return };
    let starts_early = framework.data.valid_from.as_ref().is_some_and(|from| data.from.value < from.value);
    let ends_late = framework.data.valid_to.as_ref().is_some_and(|to| data.to.value > to.value);
    if starts_early || ends_late {
        let day = if starts_early { data.from.value } else { data.to.value };
        out.push(
            Finding::new(code::FRAMEWORK_NOT_VALID, data.framework.span)
                .arg("framework", framework.id.clone())
                .date("day", day),
        );
    }
}

/// Periods share no days, but for those that one of them joins. What it joins shares none either.
fn overlaps(agency: &Agency, out: &mut Vec<Finding>) {
    let all: Vec<(&str, &Data)> = agency
        .periods
        .values()
        .filter_map(|period| Some((period.id.as_str(), period.data.as_ref()?)))
        .filter(|(_, data)| data.from.value <= data.to.value)
        .collect();
    let joins = |data: &Data, id: &str| entry(&data.integrates, id).is_some();
    apart(all.iter().copied().filter(|(id, _)| !all.iter().any(|(_, data)| joins(data, id))), out);
    for (_, data) in all.iter().filter(|(_, data)| !data.integrates.is_empty()) {
        apart(all.iter().copied().filter(|(id, _)| joins(data, id)), out);
    }
}

/// Reports periods that share days.
fn apart<'a>(periods: impl Iterator<Item = (&'a str, &'a Data)>, out: &mut Vec<Finding>) {
    let mut sorted: Vec<(&str, &Data)> = periods.collect();
    sorted.sort_by_key(|(id, data)| (data.from.value, data.to.value, *id));
    let mut longest: Option<(&str, &Data)> = None;
    for (id, data) in sorted {
        if let Some((other, earlier)) = longest.filter(|(_, earlier)| data.from.value <= earlier.to.value) {
            out.push(
                Finding::new(code::PERIODS_OVERLAP, data.from.span)
                    .arg("other", other)
                    .date("day", data.from.value)
                    .note(earlier.from.span, "first-given"),
            );
        }
        if longest.is_none_or(|(_, earlier)| earlier.to.value <= data.to.value) {
            longest = Some((id, data));
        }
    }
}
