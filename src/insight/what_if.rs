//! What an outcome would be if a decision on an objection set a contested rating anew.

use std::cmp::Ordering;

use super::rated::Rated;
use crate::check::Checked;
use crate::framework::Framework;
use crate::model::Period;
use crate::num::Exact;
use crate::schema::framework::NumberRange;
use crate::score::{Scorecard, score_decided};

/// Most numbers of a scale that are tried for one item; of a finer scale, so many that lie equally far apart.
const MOST_TRIED: i64 = 201;

/// What a contested component or criterion could be set to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhatIf {
    /// The component or criterion.
    pub item: String,
    /// What it would lead to, the lowest first. Neighbouring numbers with the same outcome stand together.
    pub tries: Vec<Try>,
}

/// What a rating would lead to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Try {
    /// The rating, or the lowest of neighbouring numbers.
    pub from: String,
    /// The highest of neighbouring numbers; the same for a single rating.
    pub to: String,
    /// The outcome. `None` where there would be none.
    pub outcome: Option<String>,
    /// The number behind the outcome, at the lowest and at the highest. `None` where outcomes have none.
    pub value: Option<(Exact, Exact)>,
    /// Whether it is what stands now.
    pub stands: bool,
}

/// What each contested rating of a person could be set to, in the order they are contested. A contested result stands for
/// the component that results are rated under, where that takes ratings.
pub fn what_ifs(checked: &Checked, period: &Period, person: &str, card: &Scorecard) -> Vec<WhatIf> {
    let found = period.framework.as_deref().zip(period.dossiers.get(person));
    let Some((framework, dossier)) = found else { return vec![] };
    let Some(objection) = dossier.objection.data() else { return vec![] };
    let results = framework.data.results.as_ref().map(|results| results.component.value.as_str());
    let mut items: Vec<&str> = vec![];
    for item in &objection.items {
        let is_rated = framework.rated_label(&item.value).is_some();
        let item = if is_rated { Some(item.value.as_str()) } else { results };
        items.extend(item.filter(|item| framework.scale_of(item).is_some() && !items.contains(item)));
    }
    let of_item = |item: &str| {
        let now = Rated::of(framework, dossier, card, item);
        let tried = marks(framework, item).into_iter().filter_map(|mark| {
            let card = score_decided(checked, period, person, &[(item, &mark)])?;
            let value = card.value.map(|value| (value.clone(), value));
            let is_it = |now: &Rated| now.compare(framework, item, &mark).is_some_and(Ordering::is_eq);
            let stands = now.as_ref().is_some_and(is_it);
            Some(Try { from: mark.clone(), to: mark, outcome: card.outcome, value, stands })
        });
        let is_number = framework.scale_of(item).is_some_and(|scale| scale.range.is_some());
        let tries = if is_number { together(tried) } else { tried.collect() };
        WhatIf { item: item.to_owned(), tries }
    };
    // What takes no rating of its own cannot be set.
    let set = items.into_iter().map(of_item).filter(|what_if| what_if.tries.len() > 1);
    set.collect()
}

/// Everything that may be given for an item, the lowest first.
fn marks(framework: &Framework, item: &str) -> Vec<String> {
    let Some(scale) = framework.scale_of(item) else { return vec![] };
    match &scale.range {
        Some(range) => numbers(range),
        None => scale.levels.iter().map(|(id, _)| id.value.clone()).collect(),
    }
}

fn numbers(range: &NumberRange) -> Vec<String> {
    let one = Exact::from(1);
    let step = range.step.as_ref().map_or(&one, |step| &step.value);
    let whole =
        (&(&range.to.value - &range.from.value) / step).and_then(|steps| steps.floor().round_to_integer());
    let steps = whole.unwrap_or(0).max(0);
    let apart = (steps / MOST_TRIED + 1).max(1);
    let at = |n: i64| &range.from.value + &(step * &Exact::from(n));
    let mut numbers: Vec<Exact> = (0..=steps / apart).map(|n| at(n * apart)).collect();
    if numbers.last().is_some_and(|last| *last < at(steps)) {
        numbers.push(at(steps));
    }
    numbers.iter().map(Exact::to_string).collect()
}

/// Neighbouring numbers with the same outcome as one; what stands now is kept by itself.
fn together(tried: impl Iterator<Item = Try>) -> Vec<Try> {
    let mut tries: Vec<Try> = vec![];
    for next in tried {
        match tries.last_mut() {
            Some(last) if last.outcome == next.outcome && !last.stands && !next.stands => {
                last.to = next.to;
                last.value = last.value.take().zip(next.value).map(|((from, _), (_, to))| (from, to));
            }
            _ => tries.push(next),
        }
    }
    tries
}
