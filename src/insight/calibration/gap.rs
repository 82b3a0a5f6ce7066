//! Where people see themselves otherwise than others do.

use std::collections::{BTreeMap, BTreeSet};

use super::account::{Given, Table};
use super::sum::{Sum, weighted};
use super::{CLEAR_GAP_PERCENT, FEWEST_ITEMS, FEWEST_RATERS, is_clear};
use crate::model::ReviewSide;
use crate::num::Exact;

/// Own views beside those of others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gaps {
    /// How many people could be looked at.
    pub people: usize,
    /// Those with a clear gap, in the order of their ids.
    pub clear: Vec<Gap>,
}

/// A person's own view beside that of everybody who rated them on the same items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The person.
    pub person: String,
    /// How many components and criteria both sides rated.
    pub items: usize,
    /// The mean of their own ratings.
    pub own: Exact,
    /// How many others rated.
    pub raters: usize,
    /// The mean over the items of the mean of the others.
    pub others: Exact,
}

impl Gap {
    /// How much higher the person's own view is.
    pub fn difference(&self) -> Exact {
        &self.own - &self.others
    }
}

pub(super) fn gaps(table: &Table) -> Gaps {
    let all: Vec<Gap> = table
        .given
        .iter()
        .filter_map(|(person, given)| {
            let own = given.iter().find(|given| given.side == ReviewSide::SelfSide)?;
            let view = View::of(table, own, given)?;
            Some(Gap {
                person: (*person).to_owned(),
                items: view.items,
                own: view.gave,
                raters: view.raters,
                others: view.others,
            })
        })
        .collect();
    let people = all.len();
    let clear = all.into_iter().filter(|gap| is_clear(&gap.difference(), CLEAR_GAP_PERCENT)).collect();
    Gaps { people, clear }
}

/// One rater's view of a person, beside that of the others.
pub(super) struct View {
    pub(super) items: usize,
    pub(super) gave: Exact,
    pub(super) raters: usize,
    pub(super) others: Exact,
}

impl View {
    /// Sets one view beside the others on the same items. The person's own view is nobody else's. `None` where there
    /// are too few items or others.
    pub(super) fn of(table: &Table, one: &Given, all: &[Given]) -> Option<View> {
        let mut others: BTreeMap<&str, Sum> = BTreeMap::new();
        let mut raters: BTreeSet<&str> = BTreeSet::new();
        let is_other = |given: &&Given| given.side != ReviewSide::SelfSide && given.by != one.by;
        for given in all.iter().filter(is_other) {
            for (rated, place) in &given.marks {
                if one.marks.iter().any(|(own, _)| own == rated) {
                    others.entry(rated).or_default().add(*place);
                    raters.insert(given.by);
                }
            }
        }
        let mut gave = Sum::default();
        let shared = one.marks.iter().filter(|(rated, _)| others.contains_key(rated));
        shared.for_each(|(_, place)| gave.add(*place));
        if gave.of < FEWEST_ITEMS || raters.len() < FEWEST_RATERS {
            return None;
        }
        let means = others.values().map(|sum| Some((sum.mean(&table.places)?, 1)));
        Some(View {
            items: gave.of,
            gave: gave.mean(&table.places)?,
            raters: raters.len(),
            others: weighted(means.collect::<Option<Vec<_>>>()?)?,
        })
    }
}
