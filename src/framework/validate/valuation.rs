//! Valuations: every achievement has a value, and every set of categories a result.

use super::{above_zero, bands, defined, excluded, names, not_negative, possible, scales, weights};
use crate::diagnostic::{Finding, code};
use crate::framework::entry;
use crate::schema::Id;
use crate::schema::framework::{Additional, CountRule, FrameworkFile, IndicatorRule, Results, Valuation};

/// So many indicators of one result are tried; more are rare, and rules for more follow from those for fewer.
const INDICATORS: usize = 4;
/// Among more categories than these so many are not tried, for the sets would be too many.
const CATEGORIES: usize = 20;

pub(super) fn check(data: &FrameworkFile, out: &mut Vec<Finding>) {
    for (id, valuation) in &data.valuations {
        achievement(valuation, out);
        categories(data, id, valuation, out);
        kinds(data, valuation, out);
        if let Some(additional) = &valuation.additional {
            check_additional(data, valuation, additional, out);
        }
        match valuation.indicators {
            IndicatorRule::Count => counting(id, valuation, out),
            IndicatorRule::Mean | IndicatorRule::WeightedMean => {
                out.extend(valuation.count_rules.first().map(never_fits));
            }
        }
    }
}

fn achievement(valuation: &Valuation, out: &mut Vec<Finding>) {
    let achievement = &valuation.achievement;
    for (key, percent) in [("late_day", &achievement.late_day), ("early_day", &achievement.early_day)] {
        if let Some(percent) = percent {
            not_negative(key, percent, out);
        }
    }
    let capped = achievement.cap.as_ref().is_none_or(|cap| above_zero("cap", cap, out));
    let possible = capped.then(|| possible::of_achievement(valuation));
    bands::check(&valuation.bands, possible.as_ref(), out);
    bands::check_lines(&valuation.lines, possible.as_ref(), out);
}

fn categories(data: &FrameworkFile, id: &Id, valuation: &Valuation, out: &mut Vec<Finding>) {
    let categories = &valuation.categories;
    let values = categories.iter().filter_map(|(id, category)| Some((id, category.value.as_ref()?)));
    scales::ascending(values, out);
    let before = out.len();
    bands::lead_to(&valuation.bands, categories, &data.outcome, out);
    let best = valuation.target_is_max.as_ref();
    if let Some(best) = best {
        if best.value.is_none() && best.category.is_none() {
            out.push(Finding::new(code::ONE_KEY_NEEDED, id.span).list("keys", ["value", "category"]));
        }
        best.category.iter().for_each(|category| defined("category", category, categories, out));
    }
    let banded = || valuation.bands.iter().map(|band| &band.level);
    let best = best.and_then(|best| best.category.as_ref().filter(|_| best.value.is_none()));
    let counted = || valuation.count_rules.iter().map(|rule| &rule.category);
    if out.len() == before {
        bands::all_given(categories, banded().chain(best).chain(counted()), None, out);
    }
    let valued: Vec<&Id> = match valuation.indicators {
        IndicatorRule::Count => counted().collect(),
        _ if valuation.lines.is_empty() => banded().chain(best).collect(),
        _ => best.into_iter().collect(),
    };
    for (id, category) in categories {
        if category.value.is_none() && valued.iter().any(|valued| valued.value == id.value) {
            out.push(without(id, "value"));
        }
    }
}

fn without(category: &Id, key: &str) -> Finding {
    Finding::new(code::CATEGORY_WITHOUT, category.span)
        .arg("category", category.value.clone())
        .arg("key", key)
}

/// Kinds of results that are weighed: all or none, but those that add to the others.
fn kinds(data: &FrameworkFile, valuation: &Valuation, out: &mut Vec<Finding>) {
    let Some((first, _)) = valuation.kinds.first() else { return };
    let known = data.results.as_ref().map_or(&[][..], |results: &Results| &results.kinds);
    valuation.kinds.iter().for_each(|(kind, _)| defined("kinds", kind, known, out));
    weights::plain(valuation.kinds.iter().map(|(kind, weight)| (kind, weight)), out);
    let added = valuation.additional.as_ref().map(|additional| &additional.kind);
    if let Some(added) = added
        && let Some((kind, _)) = valuation.kinds.iter().find(|(kind, _)| kind.value == added.value)
    {
        out.push(excluded(&format!("kinds: {}", kind.value), kind.span, "additional", added.span));
    }
    let missing: Vec<&str> = names(known)
        .filter(|kind| {
            entry(&valuation.kinds, kind).is_none() && added.is_none_or(|added| added.value != *kind)
        })
        .collect();
    if !missing.is_empty() {
        out.push(Finding::new(code::WEIGHT_MISSING, first.span).list("without", missing));
    }
}

fn check_additional(
    data: &FrameworkFile,
    valuation: &Valuation,
    additional: &Additional,
    out: &mut Vec<Finding>,
) {
    let kinds = data.results.as_ref().map_or(&[][..], |results| &results.kinds);
    defined("kind", &additional.kind, kinds, out);
    for (category, share) in &additional.shares {
        defined("shares", category, &valuation.categories, out);
        not_negative("shares", share, out);
    }
    for (category, _) in &valuation.categories {
        if entry(&additional.shares, &category.value).is_none() {
            out.push(without(category, "shares"));
        }
    }
    for (_, scope) in &additional.scopes {
        above_zero("weight", &scope.weight, out);
    }
    above_zero("cap", &additional.cap, out);
}

/// Rules that count categories: each can fit, and one of them always does.
fn counting(id: &Id, valuation: &Valuation, out: &mut Vec<Finding>) {
    let before = out.len();
    for (key, missing) in
        [("bands", valuation.bands.is_empty()), ("count_rules", valuation.count_rules.is_empty())]
    {
        if missing {
            out.push(Finding::new(code::MISSING_KEY, id.span).arg("key", key));
        }
    }
    for rule in &valuation.count_rules {
        let counted = rule.any.iter().flat_map(|case| case.at_least.iter().map(|(category, _)| category));
        let only = rule.any.iter().flat_map(|case| &case.only);
        defined("category", &rule.category, &valuation.categories, out);
        counted.for_each(|category| defined("at_least", category, &valuation.categories, out));
        only.for_each(|category| defined("only", category, &valuation.categories, out));
    }
    if out.len() > before {
        return;
    }
    match valuation.count_rules.iter().position(always_fits) {
        Some(always) => out.extend(valuation.count_rules[always + 1..].iter().map(never_fits)),
        None => uncaught(valuation, out),
    }
}

fn always_fits(rule: &CountRule) -> bool {
    rule.any.is_empty() || rule.any.iter().any(|case| case.at_least.is_empty() && case.only.is_empty())
}

fn never_fits(rule: &CountRule) -> Finding {
    Finding::new(code::RULE_UNREACHABLE, rule.category.span).arg("category", rule.category.value.clone())
}

/// Names the first set of categories that no rule fits.
fn uncaught(valuation: &Valuation, out: &mut Vec<Finding>) {
    let given = |id: &&str| valuation.bands.iter().any(|band| band.level.value == **id);
    let categories: Vec<&str> = names(&valuation.categories).filter(given).collect();
    let most = if categories.len() > CATEGORIES { 1 } else { INDICATORS };
    let sets = (1..=most).flat_map(|size| sets(&categories, size));
    let missed = sets.into_iter().find(|set| !valuation.count_rules.iter().any(|rule| rule.fits(set)));
    if let (Some(set), Some(last)) = (missed, valuation.count_rules.last()) {
        out.push(Finding::new(code::COUNT_UNCAUGHT, last.category.span).list("categories", set));
    }
}

/// All sets of so many categories, each of which may come several times.
fn sets<'a>(categories: &[&'a str], size: usize) -> Vec<Vec<&'a str>> {
    if size == 0 {
        return vec![vec![]];
    }
    let from = |(at, category): (usize, &&'a str)| {
        let category = *category;
        let rest = sets(&categories[at..], size - 1).into_iter();
        rest.map(move |rest| std::iter::once(category).chain(rest).collect()).collect::<Vec<_>>()
    };
    categories.iter().enumerate().flat_map(from).collect()
}
