//! Colleagues who rated each other higher than the others rated them.

use std::collections::BTreeMap;

use super::account::{Given, Table};
use super::gap::View;
use super::{CLEAR_PERCENT, percent};
use crate::model::ReviewSide;
use crate::num::Exact;

/// Colleagues who rated each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pairs {
    /// How many pairs could be looked at.
    pub looked_at: usize,
    /// Those who both gave the other clearly more than the others did, in the order of their ids.
    pub clear: Vec<Pair>,
}

/// Two colleagues.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// What each gave the other; the one whose id comes first comes first.
    pub favours: [Favour; 2],
}

/// What one colleague gave another, beside what the others gave on the same items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Favour {
    /// Who gave.
    pub by: String,
    /// To whom.
    pub to: String,
    /// On how many components and criteria.
    pub items: usize,
    /// The mean of what was given.
    pub gave: Exact,
    /// How many others rated them there.
    pub raters: usize,
    /// The mean over the items of the mean of the others.
    pub others: Exact,
}

impl Favour {
    /// How much more it is than what the others gave.
    pub fn difference(&self) -> Exact {
        &self.gave - &self.others
    }
}

pub(super) fn pairs(table: &Table) -> Pairs {
    type Key<'a> = (ReviewSide, &'a str, &'a str);
    let mut views: BTreeMap<Key, &Given> = BTreeMap::new();
    for (person, given) in &table.given {
        let sides = given.iter().filter(|given| given.side != ReviewSide::SelfSide);
        views.extend(sides.map(|given| ((given.side.clone(), given.by, *person), given)));
    }
    // Only colleagues can rate each other as the same.
    let both = views.iter().filter_map(|((side, by, to), one)| {
        let other = views.get(&(side.clone(), to, by)).filter(|_| by < to)?;
        Some([favour(table, one, to)?, favour(table, other, by)?])
    });
    let all: Vec<Pair> = both.map(|favours| Pair { favours }).collect();
    let looked_at = all.len();
    let least = percent(CLEAR_PERCENT);
    let is_clear = |pair: &Pair| pair.favours.iter().all(|favour| favour.difference() >= least);
    Pairs { looked_at, clear: all.into_iter().filter(is_clear).collect() }
}

fn favour(table: &Table, one: &Given, to: &str) -> Option<Favour> {
    let view = View::of(table, one, table.given.get(to)?)?;
    Some(Favour {
        by: one.by.to_owned(),
        to: to.to_owned(),
        items: view.items,
        gave: view.gave,
        raters: view.raters,
        others: view.others,
    })
}
