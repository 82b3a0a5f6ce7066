//! What a rater may know of how their ratings stand: their own figures exactly, and those of the others in bands, from
//! so many that nobody else's rating can be found by taking away what the rater knows.

use std::collections::{BTreeMap, BTreeSet};

use super::account::{Account, Side, Table};
use super::rater::{Beside, between, mean_of, mixed, within};
use super::{FEWEST_RATERS, Ratings};
use crate::model::ReviewSide;
use crate::num::Exact;

/// Bands of others' means: eighths of the scale, as for everything that is shown coarsely.
const BANDS: i64 = 8;

/// How a superior's ratings stand, for the superior.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mirror {
    /// This period.
    pub now: Reflection,
    /// The latest earlier period under the same framework, with its id. What the others gave in it is taken in the
    /// proportions of now.
    pub before: Option<(String, Reflection)>,
}

/// A superior's ratings of a period beside those of the other superiors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reflection {
    /// How many people they rated.
    pub people: usize,
    /// How many ratings they gave.
    pub ratings: usize,
    /// The mean. `None` if they gave none.
    pub mean: Option<Exact>,
    /// How far their ratings of any two people on the same item lie apart, on average. `None` for too few people.
    pub between: Option<Exact>,
    /// How far their ratings of the same person on any two items lie apart, on average. `None` for too few people.
    pub within: Option<Exact>,
    /// What the others gave.
    pub others: Seen,
}

/// What others gave, as far as it may be seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seen {
    /// Their mean lies in this band. Its upper end is outside it, unless it is the end of the scale.
    Band {
        /// How many raters there are at least for each item.
        raters: usize,
        /// The lower end.
        from: Exact,
        /// The upper end.
        to: Exact,
    },
    /// There are too few of them, or one of them gave more than half of it.
    TooFew,
    /// Somebody is withheld because of an error, and what is seen with and without them would show what they got.
    Held,
}

impl Ratings<'_> {
    /// How a superior's ratings of a period stand. `None` if they gave none in it. `known` names the people of a period
    /// whose ratings the superior can read: what others gave them is no part of what "others" gave.
    pub fn mirror<'k>(
        &self,
        period: &str,
        rater: &str,
        known: impl Fn(&str) -> BTreeSet<&'k str>,
    ) -> Option<Mirror> {
        let table = self.table(period)?;
        let account = table.sides.get(&ReviewSide::Superior)?.accounts.get(rater)?;
        let reflect = |table: &Table| Reflection {
            others: seen(table, rater, account, &known(&table.period.id)),
            ..own(table, rater)
        };
        let before = self.earlier(table).first().map(|before| (before.period.id.clone(), reflect(before)));
        Some(Mirror { now: reflect(table), before })
    }
}

fn own(table: &Table, rater: &str) -> Reflection {
    let side = table.sides.get(&ReviewSide::Superior);
    let account = side.and_then(|side| side.accounts.get(rater));
    let items: Vec<&str> = account.iter().flat_map(|account| account.items.keys().copied()).collect();
    let of = |figure: fn(&Side, &Account) -> Option<Beside>| Some(figure(side?, account?)?.own);
    Reflection {
        people: account.map_or(0, |account| account.given.len()),
        ratings: account.map_or(0, |account| account.items.values().map(|item| item.level.of).sum()),
        mean: side.zip(account).and_then(|(side, account)| mean_of(side, account, &items)),
        between: of(between),
        within: of(within),
        others: Seen::TooFew,
    }
}

/// What the other superiors gave in a period, in the proportions of a rater's account.
fn seen(table: &Table, rater: &str, account: &Account, known: &BTreeSet<&str>) -> Seen {
    if table.held > 0 {
        return Seen::Held;
    }
    let Some(side) = table.sides.get(&ReviewSide::Superior) else { return Seen::TooFew };
    let unknown = Unknown::of(table, side, rater, known);
    let items: Vec<&str> =
        account.items.keys().copied().filter(|item| unknown.means.contains_key(item)).collect();
    let mean = mixed(account, &items, |item| unknown.means.get(item).map(|(_, mean)| mean.clone()));
    let raters = items.iter().filter_map(|item| unknown.means.get(item)).map(|(raters, _)| *raters).min();
    let band = mean.and_then(|mean| Some((raters?, band(&mean)?)));
    band.map_or(Seen::TooFew, |(raters, (from, to))| Seen::Band { raters, from, to })
}

/// What others gave that a rater does not know from elsewhere: for each item that can be shown, how many raters, and
/// their mean.
struct Unknown<'a> {
    means: BTreeMap<&'a str, (usize, Exact)>,
}

impl<'a> Unknown<'a> {
    fn of(table: &Table<'a>, side: &Side<'a>, rater: &str, known: &BTreeSet<&str>) -> Self {
        // What the rater knows of others' ratings, by item and by who gave it.
        let mut read: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
        let people = known.iter().chain([&rater]).collect::<BTreeSet<_>>();
        let given = people.into_iter().filter_map(|person| table.given.get(person)).flatten();
        for given in given.filter(|given| given.side == ReviewSide::Superior && given.by != rater) {
            for (rated, place) in &given.marks {
                read.entry((rated, given.by)).or_default().push(*place);
            }
        }
        let own = side.accounts.get(rater);
        let means = side.totals.iter().filter_map(|(item, total)| {
            let mut level = total.level.clone();
            let [mut largest, second] = total.largest;
            let mut raters = total.raters;
            if let Some(own) = own.and_then(|own| own.items.get(item)) {
                level = level.without(&own.level);
                raters -= 1;
                if own.level.of == largest {
                    largest = second;
                }
            }
            for ((_, by), places) in read.range((*item, "")..).take_while(|((rated, _), _)| rated == item) {
                let gave = side.accounts.get(by)?.items.get(item)?.level.of;
                places.iter().for_each(|place| level.take(*place));
                raters -= usize::from(places.len() == gave);
            }
            let shown = raters >= FEWEST_RATERS && 2 * largest <= level.of;
            shown.then_some((*item, (raters, side.mean(&level)?)))
        });
        Unknown { means: means.collect() }
    }
}

/// The band a mean lies in.
fn band(mean: &Exact) -> Option<(Exact, Exact)> {
    let step = (0..BANDS).rev().find(|step| Exact::ratio(*step, BANDS).is_some_and(|from| from <= *mean))?;
    Some((Exact::ratio(step, BANDS)?, Exact::ratio(step + 1, BANDS)?))
}
