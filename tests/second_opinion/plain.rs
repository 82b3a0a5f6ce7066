//! The formulas, one after the other, as one would work them out on paper.

use num_bigint::BigInt;
use num_rational::BigRational;

use super::case::{
    Component, Indicator, Item, Marks, Person, Policy, Rounding, Scale, Source, System, Target,
};

type Number = BigRational;

fn n(number: i64) -> Number {
    Number::from(BigInt::from(number))
}

/// A decimal such as `1.25`.
fn decimal(text: &str) -> Number {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits: i64 = format!("{whole}{fraction}").parse().unwrap();
    n(digits) / n(10_i64.pow(u32::try_from(fraction.len()).unwrap()))
}

/// Outcome and number of a person.
pub(crate) fn score(system: &System, person: &Person) -> (Option<String>, Option<String>) {
    let values: Vec<(Option<i64>, Option<Number>)> = system
        .components
        .iter()
        .enumerate()
        .map(|(at, component)| (component.weight, component_value(system, person, at, component)))
        .collect();
    let Some(value) = join(&values, system.missing_parts) else { return (None, None) };
    let value = if value > n(system.to) { n(system.to) } else { value };
    let level = system.bands.iter().find(|band| {
        let inside = match band.lower {
            None => true,
            Some((at, true)) => value >= n(at),
            Some((at, false)) => value > n(at),
        };
        inside && (!band.condition || person.condition)
    });
    let mut level = level.unwrap().level;
    if let Some(veto) = &system.veto
        && let Some(given) = item_value(system, person, veto.item)
        && given <= mark_value(system, veto.at_most)
    {
        level = level.min(veto.outcome);
    }
    (Some(format!("o{level}")), Some(printed(&value)))
}

fn component_value(system: &System, person: &Person, at: usize, component: &Component) -> Option<Number> {
    let joined = match &component.source {
        Source::Rating => item_value(system, person, (at, None)),
        Source::Criteria(weights) => {
            let values: Vec<(Option<i64>, Option<Number>)> = weights
                .iter()
                .enumerate()
                .map(|(criterion, weight)| (*weight, item_value(system, person, (at, Some(criterion)))))
                .collect();
            join(&values, component.missing)
        }
        Source::Results(cap) => results(person, *cap, component.missing),
    };
    let mut value = joined?;
    if let Some(times) = component.times {
        value *= decimal(times);
    }
    if let Some(cap) = component.cap
        && value > n(cap)
    {
        value = n(cap);
    }
    Some(component.round.map_or_else(|| value.clone(), |rounding| round(&value, rounding)))
}

/// The value of an item over all raters that count.
fn item_value(system: &System, person: &Person, item: Item) -> Option<Number> {
    let superior = person.superior.as_ref().and_then(|marks| given(system, marks, item))?;
    let Some([own, peer, subordinate]) = system.raters else { return Some(superior) };
    let kinds = [
        (Some(own), Some(superior)),
        (Some(peer), pool(system, &person.peers, item)),
        (Some(subordinate), pool(system, &person.subordinates, item)),
    ];
    join(&kinds, system.missing_raters)
}

fn pool(system: &System, reviews: &[Marks], item: Item) -> Option<Number> {
    let values: Vec<Number> = reviews.iter().filter_map(|marks| given(system, marks, item)).collect();
    (values.len() >= 3).then(|| mean(&values))
}

fn given(system: &System, marks: &Marks, item: Item) -> Option<Number> {
    let (_, mark) = marks.iter().find(|(rated, _)| *rated == item)?;
    Some(mark_value(system, *mark))
}

fn mark_value(system: &System, mark: i64) -> Number {
    match &system.scale {
        Scale::Levels(values) => n(values[usize::try_from(mark).unwrap()]),
        Scale::Range(_) => n(mark),
    }
}

fn mean(values: &[Number]) -> Number {
    values.iter().sum::<Number>() / n(i64::try_from(values.len()).unwrap())
}

/// A mean, by weights where there are any.
fn join(values: &[(Option<i64>, Option<Number>)], missing: Policy) -> Option<Number> {
    let mut used: Vec<(Number, Number)> = vec![];
    for (weight, value) in values {
        let weight = n(weight.unwrap_or(1));
        match (value, missing) {
            (Some(value), _) => used.push((weight, value.clone())),
            (None, Policy::Zero) => used.push((weight, n(0))),
            (None, Policy::Renormalise) => {}
            (None, Policy::Error) => return None,
        }
    }
    if values.iter().all(|(_, value)| value.is_none()) {
        return None;
    }
    let weights: Number = used.iter().map(|(weight, _)| weight.clone()).sum();
    Some(used.iter().map(|(weight, value)| weight * value).sum::<Number>() / weights)
}

fn results(person: &Person, cap: Option<i64>, missing: Policy) -> Option<Number> {
    if person.results.is_empty() {
        return None;
    }
    // Figures count once the superior has stated them.
    let stated = person.superior.is_some();
    let values: Vec<(Option<i64>, Option<Number>)> = person
        .results
        .iter()
        .map(|indicators| {
            let each: Vec<(Option<i64>, Option<Number>)> = indicators
                .iter()
                .map(|one| {
                    (None, one.realised.filter(|_| stated).map(|realised| achieved(one, realised, cap)))
                })
                .collect();
            (None, join(&each, missing))
        })
        .collect();
    join(&values, missing)
}

/// How far an indicator was reached, in percent.
fn achieved(one: &Indicator, realised: i64, cap: Option<i64>) -> Number {
    let tenths = n(realised) / n(10);
    let share = match (&one.target, one.better) {
        (Target::Deed, _) => n(realised),
        (Target::Day(day), _) if realised > *day => n(1) - n(3 * (realised - day)) / n(100),
        (Target::Day(day), _) => n(1) + n(day - realised) / n(100),
        (Target::Number(target), "lower") => n(2) - tenths / n(*target),
        (Target::Number(target), _) => tenths / n(*target),
        (Target::Range(from, to), _) if tenths >= n(*from) && tenths <= n(*to) => n(1),
        (Target::Range(from, _), "lower") if tenths < n(*from) => n(2) - tenths / n(*from),
        (Target::Range(_, to), "lower" | "within") if tenths > n(*to) => n(2) - tenths / n(*to),
        (Target::Range(_, to), _) if tenths > n(*to) => tenths / n(*to),
        (Target::Range(from, _), _) => tenths / n(*from),
    };
    let percent = share * n(100);
    let percent = if percent < n(0) { n(0) } else { percent };
    match cap {
        Some(cap) if percent > n(cap) => n(cap),
        _ => percent,
    }
}

fn round(value: &Number, rounding: Rounding) -> Number {
    let scale = n(10_i64.pow(rounding.decimals));
    let scaled = value * &scale;
    let floor = scaled.floor();
    let rest = &scaled - &floor;
    let half = n(1) / n(2);
    let up = match rounding.mode {
        "down" => false,
        "half-up" => rest >= half,
        _ if rest == half => floor.to_integer() % BigInt::from(2) != BigInt::from(0),
        _ => rest > half,
    };
    (if up { floor + n(1) } else { floor }) / scale
}

/// A number as it is printed exactly: a decimal where it ends, else a fraction.
fn printed(value: &Number) -> String {
    for places in 0..40 {
        let scaled = value * Number::from(BigInt::from(10).pow(places));
        if scaled.is_integer() {
            let digits = format!("{:0>width$}", scaled.to_integer().to_string(), width = places as usize + 1);
            let (whole, fraction) = digits.split_at(digits.len() - places as usize);
            return if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") };
        }
    }
    format!("{}/{}", value.numer(), value.denom())
}
