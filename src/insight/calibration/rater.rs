//! One rater beside the others of the same kind, and beside themselves in an earlier period.

use super::account::{Account, Side, Table};
use super::sum::{Sum, weighted};
use super::{ALIKE_PART, CLEAR_PERCENT, FEWEST_PEOPLE, FEWEST_RATERS, is_clear};
use crate::model::ReviewSide;
use crate::num::Exact;

/// How one rater used the scales.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RaterFigures {
    /// Who.
    pub by: String,
    /// How many people they rated.
    pub people: usize,
    /// How many ratings they gave.
    pub ratings: usize,
    /// The mean of all they gave.
    pub mean: Exact,
    /// The mean of what they gave, beside that of the others for the same items in the same proportions. `None` where
    /// too few people or raters make it up.
    pub level: Option<Beside>,
    /// How far their ratings of any two people on the same item lie apart, on average. `None` for too few people.
    pub between: Option<Beside>,
    /// How far their ratings of the same person on any two items lie apart, on average. `None` for too few people with
    /// enough items.
    pub within: Option<Beside>,
    /// What they gave in the latest earlier period that has enough of it. `None` if there is none.
    pub earlier: Option<Earlier>,
}

/// A figure of one rater, and the same of the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    /// How many people it rests on.
    pub people: usize,
    /// The rater's.
    pub own: Exact,
    /// That of the others. `None` if they are too few.
    pub others: Option<Others>,
}

/// What other raters gave, taken together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Others {
    /// How many raters.
    pub raters: usize,
    /// The figure.
    pub figure: Exact,
}

impl Beside {
    /// How much higher the rater's figure is than that of the others.
    pub fn difference(&self) -> Option<Exact> {
        self.others.as_ref().map(|others| &self.own - &others.figure)
    }

    /// Whether the ratings lie hardly apart, though those of the others do.
    fn is_alike(&self) -> bool {
        match &self.others {
            Some(others) => !others.figure.is_zero() && &self.own * &Exact::from(ALIKE_PART) <= others.figure,
            None => self.own.is_zero(),
        }
    }
}

/// A rater's mean now and before, over the items rated both times, in the proportions of now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// The earlier period.
    pub period: String,
    /// How many people they rated then.
    pub people: usize,
    /// The mean now.
    pub now: Exact,
    /// The mean then.
    pub then: Exact,
    /// By how much the mean of the others rose between. `None` if they are too few.
    pub others_rose: Option<Exact>,
}

impl Earlier {
    /// By how much the mean rose.
    pub fn rose(&self) -> Exact {
        &self.now - &self.then
    }

    /// Whether it changed clearly, and otherwise than that of the others.
    fn is_drift(&self) -> bool {
        let rose = self.rose();
        let alone = self.others_rose.as_ref().is_none_or(|others| is_clear(&(&rose - others), CLEAR_PERCENT));
        is_clear(&rose, CLEAR_PERCENT) && alone
    }
}

/// Something worth a look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// Rates higher than the others.
    Higher,
    /// Rates lower than the others.
    Lower,
    /// Rates people alike.
    PeopleAlike,
    /// Rates one person alike in everything.
    ItemsAlike,
    /// Rates higher than before.
    Rose,
    /// Rates lower than before.
    Fell,
}

impl Sign {
    /// Its name for machines.
    pub fn id(self) -> &'static str {
        match self {
            Sign::Higher => "higher",
            Sign::Lower => "lower",
            Sign::PeopleAlike => "people-alike",
            Sign::ItemsAlike => "items-alike",
            Sign::Rose => "rose",
            Sign::Fell => "fell",
        }
    }
}

impl RaterFigures {
    /// What is worth a look.
    pub fn signs(&self) -> Vec<Sign> {
        let either = |difference: Exact, up, down| if difference.is_negative() { down } else { up };
        let clear = |difference: &Exact| is_clear(difference, CLEAR_PERCENT);
        let level = self.level.as_ref().and_then(Beside::difference).filter(clear);
        let between = self.between.as_ref().filter(|beside| beside.is_alike());
        let within = self.within.as_ref().filter(|beside| beside.is_alike());
        let earlier = self.earlier.as_ref().filter(|earlier| earlier.is_drift());
        let found = [
            level.map(|difference| either(difference, Sign::Higher, Sign::Lower)),
            between.map(|_| Sign::PeopleAlike),
            within.map(|_| Sign::ItemsAlike),
            earlier.map(|earlier| either(earlier.rose(), Sign::Rose, Sign::Fell)),
        ];
        found.into_iter().flatten().collect()
    }
}

/// The figures of all raters of one kind who rated enough people.
pub(super) fn figures(kind: &ReviewSide, side: &Side, earlier: &[&Table]) -> Vec<RaterFigures> {
    let enough = side.accounts.iter().filter(|(_, account)| account.given.len() >= FEWEST_PEOPLE);
    enough
        .filter_map(|(by, account)| {
            let mut all = Sum::default();
            account.items.values().for_each(|item| all.join(&item.level));
            Some(RaterFigures {
                by: (*by).to_owned(),
                people: account.given.len(),
                ratings: all.of,
                mean: side.mean(&all)?,
                level: level(side, account),
                between: between(side, account),
                within: within(side, account),
                earlier: earlier.iter().find_map(|before| since(kind, by, side, account, before)),
            })
        })
        .collect()
}

fn level(side: &Side, account: &Account) -> Option<Beside> {
    let items: Vec<&str> =
        account.items.keys().copied().filter(|item| others_gave(side, account, item)).collect();
    let people = rated_any(account, &items);
    let own = mean_of(side, account, &items)?;
    let others = mixed(account, &items, |item| others_mean(side, account, item))?;
    let raters = side.raters_of(&items).saturating_sub(1);
    (people >= FEWEST_PEOPLE).then_some(Beside {
        people,
        own,
        others: Some(Others { raters, figure: others }),
    })
}

pub(super) fn between(side: &Side, account: &Account) -> Option<Beside> {
    let compared = account.items.iter().filter(|(_, item)| item.between.of > 0);
    let items: Vec<&str> = compared.map(|(item, _)| *item).collect();
    let mut own = Sum::default();
    let mut all = Sum::default();
    for item in &items {
        own.join(&account.items.get(item)?.between);
        all.join(&side.totals.get(item)?.between);
    }
    let people = rated_any(account, &items);
    let raters = side.comparers_of(&items).saturating_sub(1);
    beside(side, people, &own, &all, raters)
}

pub(super) fn within(side: &Side, account: &Account) -> Option<Beside> {
    let raters = side.within_raters.saturating_sub(1);
    beside(side, account.within_people, &account.within, &side.within, raters)
}

fn beside(side: &Side, people: usize, own: &Sum, all: &Sum, raters: usize) -> Option<Beside> {
    let others = side.mean(&all.without(own)).filter(|_| raters >= FEWEST_RATERS);
    let others = others.map(|figure| Others { raters, figure });
    (people >= FEWEST_PEOPLE).then_some(Beside { people, own: side.mean(own)?, others })
}

/// A rater now beside themselves in an earlier period: on the items by which the change of the others is known too, else
/// on all.
fn since(kind: &ReviewSide, by: &str, side: &Side, account: &Account, before: &Table) -> Option<Earlier> {
    let side_then = before.sides.get(kind)?;
    let then = side_then.accounts.get(by)?;
    let both: Vec<&str> =
        account.items.keys().copied().filter(|item| then.items.contains_key(item)).collect();
    let by_others = |item: &&str| others_gave(side, account, item) && others_gave(side_then, then, item);
    let compared: Vec<&str> = both.iter().copied().filter(by_others).collect();
    let earlier = |items: &[&str]| {
        let people = rated_any(then, items);
        let enough = people.min(rated_any(account, items)) >= FEWEST_PEOPLE;
        enough.then_some(Earlier {
            period: before.period.id.clone(),
            people,
            now: mean_of(side, account, items)?,
            then: mixed(account, items, |item| side_then.mean(&then.items.get(item)?.level))?,
            others_rose: None,
        })
    };
    let others_rose = || {
        let now = mixed(account, &compared, |item| others_mean(side, account, item))?;
        let before = mixed(account, &compared, |item| others_mean(side_then, then, item))?;
        Some(&now - &before)
    };
    let beside = earlier(&compared).map(|earlier| Earlier { others_rose: others_rose(), ..earlier });
    beside.or_else(|| earlier(&both))
}

/// Whether enough others rated an item.
fn others_gave(side: &Side, account: &Account, item: &str) -> bool {
    let raters = side.totals.get(item).map_or(0, |total| total.raters);
    raters.saturating_sub(usize::from(account.items.contains_key(item))) >= FEWEST_RATERS
}

fn others_mean(side: &Side, account: &Account, item: &str) -> Option<Exact> {
    let all = &side.totals.get(item)?.level;
    account.items.get(item).map_or_else(|| side.mean(all), |own| side.mean(&all.without(&own.level)))
}

/// How many people a rater rated on any of some items.
fn rated_any(account: &Account, items: &[&str]) -> usize {
    account.given.iter().filter(|given| given.iter().any(|item| items.contains(item))).count()
}

/// The mean of what a rater gave on some items.
pub(super) fn mean_of(side: &Side, account: &Account, items: &[&str]) -> Option<Exact> {
    let mut all = Sum::default();
    items.iter().filter_map(|item| account.items.get(item)).for_each(|item| all.join(&item.level));
    side.mean(&all)
}

/// The mean of some figures by item, each counted as often as the rater rated the item, so that it makes no difference
/// which items somebody chose to rate.
pub(super) fn mixed(
    account: &Account,
    items: &[&str],
    figure: impl Fn(&str) -> Option<Exact>,
) -> Option<Exact> {
    let figures = items.iter().map(|item| Some((figure(item)?, account.items.get(item)?.level.of)));
    weighted(figures.collect::<Option<Vec<_>>>()?)
}
