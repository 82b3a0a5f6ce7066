//! Figures over the whole agency.

use std::collections::{BTreeMap, BTreeSet};

use super::{Bounds, Released, Share, coarse_share};
use crate::check::Checked;
use crate::framework::entry;
use crate::insight::{PeriodInsight, Progress, Standing};
use crate::schema::framework::StageEvent;

/// Figures over the whole agency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Figures {
    /// Nothing may be shown.
    Withheld(Why),
    /// How many take part, and how far the period is.
    Shown {
        /// How many take part.
        people: Released<usize>,
        /// Share of them whose result is released. Withheld while a file with an error hides how far somebody is.
        released: Result<Released<Share>, Why>,
        /// Shares of the framework's groups of outcomes, lowest first. Withheld with a reason where only the head
        /// count may be shown.
        groups: Result<Vec<(String, Released<Share>)>, Why>,
    },
}

/// Why a figure is withheld.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Too few people.
    TooFew {
        /// The fewest that would do.
        least: usize,
    },
    /// A file has an error, so that the figure would not be of everybody.
    Held,
    /// Somebody has no outcome yet, or one that may still change; a later figure would give the difference away.
    NotFinal,
    /// One rater decided on nearly everybody.
    OneRater,
    /// Together the figures would tell for certain that nobody is in one of the groups.
    Certain,
}

pub(super) fn figures(checked: &Checked, insight: &PeriodInsight, bounds: Bounds) -> Figures {
    let people = insight.progress.len();
    if people < bounds.people {
        return Figures::Withheld(Why::TooFew { least: bounds.people });
    }
    let held = checked.any_held(&insight.period.id);
    let released =
        insight.progress.values().filter(|progress| is_done(progress, StageEvent::Release)).count();
    let share = coarse_share(released, people);
    // Below twice the threshold a step of ten percent is one person.
    let share = if people < bounds.outcomes { share.wide() } else { share };
    Figures::Shown {
        people: Released(people),
        released: if held { Err(Why::Held) } else { Ok(Released(share)) },
        groups: if held { Err(Why::Held) } else { groups(checked, insight, bounds) },
    }
}

fn groups(
    checked: &Checked,
    insight: &PeriodInsight,
    bounds: Bounds,
) -> Result<Vec<(String, Released<Share>)>, Why> {
    let people = insight.progress.len();
    if people < bounds.outcomes {
        return Err(Why::TooFew { least: bounds.outcomes });
    }
    if !is_final(checked, insight) {
        return Err(Why::NotFinal);
    }
    if !stands_without_any_one_rater(insight, bounds.beside_one_rater) {
        return Err(Why::OneRater);
    }
    let Some(framework) = insight.period.framework.as_deref() else { return Ok(vec![]) };
    let outcome = &framework.data.outcome;
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for card in insight.scorecards.values() {
        let level = card.outcome.as_deref().and_then(|level| entry(&outcome.levels, level));
        if let Some(group) = level.and_then(|level| level.group.as_ref()) {
            *counts.entry(group.value.as_str()).or_default() += 1;
        }
    }
    let share = |id: &str| coarse_share(counts.get(id).copied().unwrap_or(0), people);
    let shares: Vec<(String, Share)> =
        outcome.groups.iter().map(|(id, _)| (id.value.clone(), share(&id.value))).collect();
    if some_group_is_surely_empty(people, &shares) {
        return Err(Why::Certain);
    }
    Ok(shares.into_iter().map(|(id, share)| (id, Released(share))).collect())
}

fn is_done(progress: &Progress, event: StageEvent) -> bool {
    let stage = progress.stage(event);
    stage.is_some_and(|stage| matches!(stage.standing, Standing::Done | Standing::DoneLate))
}

/// Whether no outcome of a period changes any more: it is locked, everybody has an outcome, every objection is decided
/// and nobody may object any longer. A share published before would move when one person's objection is granted.
fn is_final(checked: &Checked, insight: &PeriodInsight) -> bool {
    let today = checked.agency.today;
    insight.period.locked
        && insight.is_complete()
        && insight.progress.values().all(|progress| {
            let window_open = progress
                .stage(StageEvent::Objection)
                .and_then(|stage| stage.due)
                .is_some_and(|last_day| today <= last_day);
            match is_done(progress, StageEvent::Objection) {
                true => is_done(progress, StageEvent::Decision),
                false => !window_open,
            }
        })
}

/// Whether, for every rater, the people they did not decide on (without the rater) are none or enough to hide in.
fn stands_without_any_one_rater(insight: &PeriodInsight, least: usize) -> bool {
    let mut decided: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (person, card) in &insight.scorecards {
        for rater in card.deciders() {
            decided.entry(rater).or_default().insert(person);
        }
    }
    decided.iter().all(|(rater, theirs)| {
        let rest = insight
            .progress
            .keys()
            .filter(|person| !theirs.contains(person.as_str()) && person.as_str() != *rater)
            .count();
        rest == 0 || rest >= least
    })
}

/// The attack on what is about to be published: whether the shares, put together, leave no room for anybody in one of
/// the groups. Then everybody would be known not to be in it.
pub(super) fn some_group_is_surely_empty(people: usize, shares: &[(String, Share)]) -> bool {
    let fewest = |share: Share| (people * usize::from(share.from_percent())).div_ceil(100);
    shares.iter().enumerate().any(|(at, _)| {
        let others = shares.iter().enumerate().filter(|(other, _)| *other != at);
        let taken: usize = others.map(|(_, (_, share))| fewest(*share)).sum();
        taken >= people
    })
}
