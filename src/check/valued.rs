//! Plans and what was reached of them, where the framework values results by arithmetic: weights that make a whole,
//! scopes, goals whose figures are shared, and figures that can be computed with.

use super::dossier::Case;
use super::figures;
use super::names;
use crate::diagnostic::{Finding, code, suggest};
use crate::framework::entry;
use crate::num::{Exact, WHOLE};
use crate::schema::framework::{Additional, Combine, IndicatorRule, Source, Valuation};
use crate::schema::period::GoalIndicator;
use crate::schema::plan::{Indicator, Plan, PlannedResult};
use crate::schema::{At, Id};

pub(super) fn check(case: &Case, out: &mut Vec<Finding>) {
    let (Some(rule), Some(dossier)) = (valuation(case), case.dossier) else { return };
    let Some(plan) = dossier.plan.data().filter(|_| !case.is_unread(&dossier.plan)) else { return };
    weights(rule, plan, out);
    if let Some(additional) = &rule.additional {
        scopes(additional, plan, out);
    }
    for (id, result) in plan.results.iter().filter(|(_, result)| counts(rule, result)) {
        for (indicator, data) in &result.indicators {
            let key = format!("{}/{}", id.value, indicator.value);
            figures::plan(&key, data, out);
            if let Some(path) = &data.goal {
                shared(case, &key, data, path, out);
            }
            figures::realised(case, &key, data, out);
        }
    }
}

/// What was stated of a part of the period. Not every figure of the whole is there for each of its parts.
pub(super) fn stated(case: &Case, out: &mut Vec<Finding>) {
    let (Some(rule), Some(plan)) = (valuation(case), case.plan()) else { return };
    for (id, result) in plan.results.iter().filter(|(_, result)| counts(rule, result)) {
        for (indicator, data) in &result.indicators {
            figures::stated(case, &format!("{}/{}", id.value, indicator.value), data, out);
        }
    }
}

/// The way a person's results are valued. `None` where they are not, or it cannot be told in which of several ways.
fn valuation<'a>(case: &Case<'a>) -> Option<&'a Valuation> {
    let framework = case.framework?;
    let mut ways = framework.data.components.iter().filter_map(|(id, component)| {
        let named = component.valuation.as_ref().filter(|_| component.source == Source::Results)?;
        let own = entry(&framework.data.valuations, &named.value)?;
        case.applies(framework, &id.value).then_some(own)
    });
    ways.next().filter(|_| ways.next().is_none())
}

fn is_additional(rule: &Valuation, result: &PlannedResult) -> bool {
    rule.additional.as_ref().is_some_and(|additional| additional.kind.value == result.kind.value)
}

/// Whether a result has part in the value; where kinds have weights, those without do not.
fn counts(rule: &Valuation, result: &PlannedResult) -> bool {
    let kind = &result.kind.value;
    rule.kinds.is_empty() || entry(&rule.kinds, kind).is_some() || is_additional(rule, result)
}

fn weights(rule: &Valuation, plan: &Plan, out: &mut Vec<Finding>) {
    let counting = || plan.results.iter().filter(|(_, result)| counts(rule, result));
    if rule.indicators == IndicatorRule::WeightedMean {
        for (_, result) in counting() {
            whole(result.indicators.iter().map(|(id, data)| (id, data.weight.as_ref())), out);
        }
    }
    if rule.results == Combine::WeightedMean {
        let main = || counting().filter(|(_, result)| !is_additional(rule, result));
        let group = |kind: Option<&str>, out: &mut Vec<Finding>| {
            let own = main().filter(|(_, result)| kind.is_none_or(|kind| kind == result.kind.value));
            whole(own.map(|(id, result)| (id, result.weight.as_ref())), out);
        };
        if rule.kinds.is_empty() {
            group(None, out);
        }
        rule.kinds.iter().for_each(|(kind, _)| group(Some(&kind.value), out));
    }
}

/// Checks the weights of what is joined: all have one, above zero, and they total 100. Something alone needs none.
fn whole<'a>(items: impl Iterator<Item = (&'a Id, Option<&'a At<Exact>>)>, out: &mut Vec<Finding>) {
    let items: Vec<(&Id, Option<&At<Exact>>)> = items.collect();
    let without: Vec<&Id> = items.iter().filter(|(_, weight)| weight.is_none()).map(|(id, _)| *id).collect();
    if let Some(first) = without.first() {
        if items.len() > 1 {
            let names = without.iter().map(|id| id.value.as_str());
            out.push(Finding::new(code::PLAN_WEIGHT_MISSING, first.span).list("without", names));
        }
        return;
    }
    let weights = || items.iter().filter_map(|(_, weight)| *weight);
    let mut low = weights().filter(|weight| weight.value <= Exact::zero()).peekable();
    if low.peek().is_some() {
        out.extend(low.map(|weight| {
            Finding::new(code::NUMBER_TOO_LOW, weight.span)
                .arg("key", "weight")
                .phrase("demand", "must-be-above-zero")
                .number("found", weight)
        }));
        return;
    }
    let sum: Exact = weights().map(|weight| &weight.value).sum();
    if let Some(last) = weights().next_back().filter(|_| sum != Exact::from(WHOLE)) {
        out.push(
            Finding::new(code::PLAN_WEIGHTS_NOT_WHOLE, last.span)
                .list("items", items.iter().map(|(id, _)| id.value.as_str()))
                .number("sum", &sum),
        );
    }
}

fn scopes(rule: &Additional, plan: &Plan, out: &mut Vec<Finding>) {
    for (id, result) in plan.results.iter().filter(|(_, result)| result.kind.value == rule.kind.value) {
        match &result.scope {
            Some(scope) => names::defined("scope", scope, &rule.scopes, out),
            None => out.push(
                Finding::new(code::SCOPE_MISSING, id.span)
                    .arg("result", id.value.clone())
                    .list("choices", names::keys(&rule.scopes)),
            ),
        }
    }
}

/// An indicator that shares a goal's figures aims at the same.
fn shared(case: &Case, key: &str, indicator: &Indicator, path: &At<String>, out: &mut Vec<Finding>) {
    let goals = &case.period.goals;
    if case.is_unread(goals) {
        return;
    }
    let Some(goal) = case.period.goal_indicator(&path.value) else {
        let all = goals.data().into_iter().flatten();
        let known: Vec<String> = all
            .flat_map(|(goal, data)| {
                names::keys(&data.indicators).map(move |id| format!("{}/{id}", goal.value))
            })
            .collect();
        out.push(
            Finding::new(code::UNKNOWN_GOAL_INDICATOR, path.span)
                .arg("found", path.value.clone())
                .suggest(suggest(&path.value, known.iter().map(String::as_str))),
        );
        return;
    };
    for differing in differences(indicator, goal) {
        out.push(
            Finding::new(code::SHARED_OTHERWISE, indicator.target.span)
                .arg("indicator", key)
                .arg("key", differing)
                .arg("goal", path.value.clone())
                .note(goal.target.span, "goal-is-here"),
        );
    }
}

fn differences(indicator: &Indicator, goal: &GoalIndicator) -> impl Iterator<Item = &'static str> {
    let unit = |unit: &Option<At<String>>| unit.as_ref().map(|unit| unit.value.trim().to_owned());
    [
        ("target", indicator.target.value != goal.target.value),
        ("unit", unit(&indicator.unit) != unit(&goal.unit)),
        ("better", indicator.better != goal.better),
    ]
    .into_iter()
    .filter(|(_, differs)| *differs)
    .map(|(key, _)| key)
}
