//! Periods that join others: known ones, within their days, by a rule of their framework.

use super::names;
use crate::diagnostic::{Finding, Span, code};
use crate::model::{Agency, Period};
use crate::num::{Exact, WHOLE};
use crate::schema::framework::IntegrationBy;
use crate::schema::period::Period as Data;

pub(super) fn check(agency: &Agency, out: &mut Vec<Finding>) {
    for period in agency.periods.values() {
        let Some(data) = &period.data else { continue };
        for (id, _) in &data.integrates {
            match agency.periods.get(&id.value).filter(|joined| joined.exists || joined.locked) {
                Some(joined) => within(data, &joined.id, joined.data.as_ref(), id.span, out),
                None => {
                    let known = agency.periods.values().filter(|known| known.exists);
                    let known = known.map(|known| known.id.as_str()).filter(|known| *known != period.id);
                    out.push(names::unknown(code::UNKNOWN_PERIOD, id, known));
                }
            }
        }
        rule(period, data, out);
    }
    circles(agency, out);
}

fn within(data: &Data, id: &str, joined: Option<&Data>, at: Span, out: &mut Vec<Finding>) {
    let Some(joined) = joined else { return };
    if joined.from.value < data.from.value || joined.to.value > data.to.value {
        out.push(
            Finding::new(code::INTEGRATED_OUTSIDE, at)
                .arg("period", id)
                .date("first", data.from.value)
                .date("last", data.to.value),
        );
    }
}

/// The framework says how periods are joined, and weights make a whole where it goes by them.
fn rule(period: &Period, data: &Data, out: &mut Vec<Finding>) {
    let (Some((first, _)), Some(framework)) = (data.integrates.first(), &period.framework) else { return };
    let Some(integration) = &framework.data.integration else {
        out.push(
            Finding::new(code::INTEGRATION_WITHOUT_RULE, first.span).arg("framework", framework.id.clone()),
        );
        return;
    };
    if integration.by != IntegrationBy::Weights {
        return;
    }
    let low = data.integrates.iter().filter(|(_, weight)| weight.value <= Exact::zero());
    let before = out.len();
    for (id, weight) in low {
        out.push(
            Finding::new(code::NUMBER_TOO_LOW, weight.span)
                .arg("key", id.value.clone())
                .phrase("demand", "must-be-above-zero")
                .number("found", weight),
        );
    }
    let sum: Exact = data.integrates.iter().map(|(_, weight)| &weight.value).sum();
    if out.len() == before && sum != Exact::from(WHOLE) {
        out.push(
            Finding::new(code::WEIGHTS_NOT_WHOLE, first.span)
                .list("items", names::keys(&data.integrates))
                .phrase("whom", "everybody")
                .number("sum", &sum),
        );
    }
}

/// Periods that join each other.
fn circles(agency: &Agency, out: &mut Vec<Finding>) {
    for (id, period) in &agency.periods {
        let Some(data) = &period.data else { continue };
        // Each circle is said once, of the first of its periods.
        if let Some(way) = way_back(agency, id).filter(|way| way.iter().all(|other| *other >= id.as_str())) {
            let next = way.get(1).copied().unwrap_or(id);
            let place = data.integrates.iter().find(|(joined, _)| joined.value == next);
            let circle = way.iter().copied().chain([id.as_str()]).collect::<Vec<_>>().join(" → ");
            out.extend(
                place.map(|(at, _)| Finding::new(code::INTEGRATION_CYCLE, at.span).arg("circle", circle)),
            );
        }
    }
}

/// A shortest way from a period through those it joins back to itself.
fn way_back<'a>(agency: &'a Agency, id: &'a str) -> Option<Vec<&'a str>> {
    let mut ways = vec![vec![id]];
    let mut seen: Vec<&str> = vec![];
    while !ways.is_empty() {
        let mut longer = vec![];
        for way in ways {
            let data = way.last().and_then(|last| agency.periods.get(*last)?.data.as_ref());
            for (joined, _) in data.into_iter().flat_map(|data| &data.integrates) {
                if joined.value == id {
                    return Some(way);
                }
                if !seen.contains(&joined.value.as_str()) {
                    seen.push(&joined.value);
                    longer.push(way.iter().copied().chain([joined.value.as_str()]).collect());
                }
            }
        }
        ways = longer;
    }
    None
}
