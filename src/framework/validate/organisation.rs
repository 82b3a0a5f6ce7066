//! Ratings of organisations, and how outcomes are spread under them.

use super::rated::{Comes, Rated, on_scale};
use super::{broken, defined};
use crate::diagnostic::{Finding, Span, code};
use crate::framework::entry;
use crate::num::Exact;
use crate::schema::framework::{Constraint, Distribution, FrameworkFile, OrganisationScale};

const LEAST_PERCENT: i64 = 0;
const MOST_PERCENT: i64 = 100;

pub(super) fn check(data: &FrameworkFile, out: &mut Vec<Finding>) {
    if let Some(scale) = &data.organisation {
        heads(data, scale, out);
    }
    if let Some(rule) = &data.distribution {
        distribution(data, rule, out);
    }
}

/// What the heads of organisations are rated as is on the scale of their component.
fn heads(data: &FrameworkFile, scale: &OrganisationScale, out: &mut Vec<Finding>) {
    let Some(id) = &scale.component else { return };
    defined("component", id, &data.components, out);
    let component = entry(&data.components, &id.value).map(Rated::Component);
    let Some(comes) = component.and_then(|component| component.comes(data)) else { return };
    for rating in scale.levels.iter().filter_map(|(_, level)| level.head_rating.as_ref()) {
        match comes {
            Comes::Given(scale) => on_scale("head_rating", rating, scale, out),
            Comes::Computed | Comes::Banded(_) => comes.compare("head_rating", rating, out),
        }
    }
}

fn distribution(data: &FrameworkFile, distribution: &Distribution, out: &mut Vec<Finding>) {
    for (level, rule) in &distribution.rules {
        match &data.organisation {
            Some(scale) => defined("rules", level, &scale.levels, out),
            None => out.push(broken("rules", level, std::iter::empty())),
        }
        let (found, expected) = (rule.curve.len(), data.outcome.levels.len());
        if found != 0 && found != expected {
            out.push(
                Finding::new(code::CURVE_LENGTH, level.span)
                    .count("expected", expected)
                    .count("found", found),
            );
        }
        for constraint in &rule.constraints {
            for outcome in &constraint.levels {
                defined("levels", outcome, &data.outcome.levels, out);
            }
            bounds(constraint, level.span, out);
        }
    }
}

fn bounds(constraint: &Constraint, place: Span, out: &mut Vec<Finding>) {
    let place = constraint.levels.first().map_or(place, |level| level.span);
    if constraint.levels.is_empty() {
        out.push(Finding::new(code::LIST_TOO_SHORT, place).arg("key", "levels").count("least", 1));
    }
    let percents = [
        ("at_most_percent", &constraint.at_most_percent),
        ("at_least_percent", &constraint.at_least_percent),
    ];
    for (key, percent) in percents {
        let inside = Exact::from(LEAST_PERCENT)..=Exact::from(MOST_PERCENT);
        if let Some(percent) = percent.as_ref().filter(|percent| !inside.contains(&percent.value)) {
            out.push(
                Finding::new(code::OUT_OF_RANGE, percent.span)
                    .arg("key", key)
                    .quoted("found", percent.to_string())
                    .count("least", LEAST_PERCENT)
                    .count("most", MOST_PERCENT),
            );
        }
    }
    let given = percents.iter().any(|(_, percent)| percent.is_some()) || constraint.at_least.is_some();
    if !given {
        let keys = ["at_most_percent", "at_least_percent", "at_least"];
        out.push(Finding::new(code::ONE_KEY_NEEDED, place).list("keys", keys));
    }
}
