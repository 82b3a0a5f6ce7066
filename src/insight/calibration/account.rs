//! Ratings added up, rater by rater and item by item.

use std::collections::BTreeMap;

use crate::calendar::Date;
use crate::framework::Framework;
use crate::insight::PeriodInsight;
use crate::model::{Agency, Period, ReviewSide};
use crate::num::Exact;

/// A sum, and of how many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sum {
    pub(super) sum: Exact,
    pub(super) of: usize,
}

impl Sum {
    pub(super) fn nothing() -> Self {
        Sum { sum: Exact::zero(), of: 0 }
    }

    pub(super) fn add(&mut self, value: &Exact, times: usize) {
        self.sum = &self.sum + &(value * &whole(times));
        self.of += times;
    }

    pub(super) fn join(&mut self, other: &Sum) {
        self.sum = &self.sum + &other.sum;
        self.of += other.of;
    }

    pub(super) fn without(&self, other: &Sum) -> Sum {
        Sum { sum: &self.sum - &other.sum, of: self.of.saturating_sub(other.of) }
    }

    /// The mean; `None` of nothing.
    pub(super) fn mean(&self) -> Option<Exact> {
        &self.sum / &whole(self.of)
    }
}

/// A count as an exact number.
pub(super) fn whole(count: usize) -> Exact {
    Exact::from(i64::try_from(count).unwrap_or(i64::MAX))
}

/// What one rater gave one person.
#[derive(Debug)]
pub(super) struct Given<'a> {
    pub(super) side: ReviewSide,
    pub(super) by: &'a str,
    /// Components and criteria, each with its place on the scale, by number in [`Table::places`].
    pub(super) marks: Vec<(&'a str, usize)>,
}

/// What one rater gave as one kind of rater.
#[derive(Debug, Default)]
pub(super) struct Account<'a> {
    /// The components and criteria rated of each person.
    pub(super) given: Vec<Vec<&'a str>>,
    /// By component or criterion.
    pub(super) items: BTreeMap<&'a str, Item>,
    /// How far ratings of the same person lie apart, over all pairs of items.
    pub(super) within: Option<Sum>,
    /// Of how many people.
    pub(super) within_people: usize,
}

/// What one rater gave for one component or criterion.
#[derive(Debug)]
pub(super) struct Item {
    /// The places given.
    pub(super) level: Sum,
    /// How far they lie apart, over all pairs of people.
    pub(super) between: Sum,
}

/// What all raters of a kind gave for one component or criterion.
#[derive(Debug)]
pub(super) struct Total {
    pub(super) level: Sum,
    pub(super) between: Sum,
    /// How many raters.
    pub(super) raters: usize,
    /// How many ratings the two who gave most of them gave.
    pub(super) largest: [usize; 2],
}

/// All raters of one kind.
#[derive(Debug, Default)]
pub(super) struct Side<'a> {
    pub(super) accounts: BTreeMap<&'a str, Account<'a>>,
    pub(super) totals: BTreeMap<&'a str, Total>,
    pub(super) within: Option<Sum>,
    pub(super) within_raters: usize,
    /// How many raters rated which items, and which of them for several people.
    patterns: [BTreeMap<Vec<&'a str>, usize>; 2],
}

impl Side<'_> {
    /// How many raters rated any of some items.
    pub(super) fn raters_of(&self, items: &[&str]) -> usize {
        count(&self.patterns[0], items)
    }

    /// How many raters rated any of some items for several people.
    pub(super) fn comparers_of(&self, items: &[&str]) -> usize {
        count(&self.patterns[1], items)
    }
}

fn count(patterns: &BTreeMap<Vec<&str>, usize>, items: &[&str]) -> usize {
    let touches = |pattern: &Vec<&str>| pattern.iter().any(|item| items.contains(item));
    patterns.iter().filter(|(pattern, _)| touches(pattern)).map(|(_, raters)| raters).sum()
}

/// The ratings of a period. People who are withheld are not in it.
#[derive(Debug)]
pub(super) struct Table<'a> {
    pub(super) period: &'a Period,
    pub(super) framework: &'a str,
    pub(super) first: Date,
    /// How many people are withheld.
    pub(super) held: usize,
    /// Places on a scale that were given.
    pub(super) places: Vec<Exact>,
    /// What was given to each person.
    pub(super) given: BTreeMap<&'a str, Vec<Given<'a>>>,
    /// Added up by kind of rater; a person's own view is not among them.
    pub(super) sides: BTreeMap<ReviewSide, Side<'a>>,
}

impl<'a> Table<'a> {
    pub(super) fn of(agency: &'a Agency, insight: &'a PeriodInsight<'a>) -> Option<Self> {
        let period = insight.period;
        let framework = period.framework.as_deref()?;
        let mut scale = Scale { framework, places: vec![], known: BTreeMap::new() };
        let mut given: BTreeMap<&str, Vec<Given>> = BTreeMap::new();
        for person in insight.scorecards.keys() {
            let Some(dossier) = period.dossiers.get(person) else { continue };
            // What follows from the organisation's rating is no choice of the superior.
            let bound = agency
                .headed(period, person)
                .and_then(|(_, rating)| framework.head_rating(&rating.rating.value))
                .map(|(component, _)| component.value.as_str());
            let all = dossier.assessments().map(|(side, filed)| {
                let free = |rated: &str| side != ReviewSide::Superior || bound != Some(rated);
                let ratings = filed.data.ratings.iter().filter(|(rated, _)| free(&rated.value));
                let mut marks: Vec<(&str, usize)> = ratings
                    .filter_map(|(rated, mark)| {
                        Some((rated.value.as_str(), scale.place(&rated.value, &mark.value)?))
                    })
                    .collect();
                marks.sort_unstable();
                Given { side, by: &filed.data.by.value, marks }
            });
            given.insert(person, all.filter(|given| !given.marks.is_empty()).collect());
        }
        let mut table = Table {
            period,
            framework: &framework.id,
            first: period.range()?.first,
            held: insight.progress.len().saturating_sub(insight.scorecards.len()),
            places: scale.places,
            given,
            sides: BTreeMap::new(),
        };
        table.sides = table.added_up();
        Some(table)
    }

    /// The place of a number.
    pub(super) fn place(&self, number: usize) -> &Exact {
        &self.places[number]
    }

    fn added_up(&self) -> BTreeMap<ReviewSide, Side<'a>> {
        type Tallies<'a> = BTreeMap<(ReviewSide, &'a str), BTreeMap<&'a str, BTreeMap<usize, usize>>>;
        let mut tallies = Tallies::new();
        let mut sides: BTreeMap<ReviewSide, Side<'a>> = BTreeMap::new();
        let all = self.given.values().flatten().filter(|given| given.side != ReviewSide::SelfSide);
        for given in all {
            let tally = tallies.entry((given.side.clone(), given.by)).or_default();
            let mut own: BTreeMap<usize, usize> = BTreeMap::new();
            for (rated, place) in &given.marks {
                *tally.entry(rated).or_default().entry(*place).or_default() += 1;
                *own.entry(*place).or_default() += 1;
            }
            let account = sides.entry(given.side.clone()).or_default().accounts.entry(given.by).or_default();
            account.given.push(given.marks.iter().map(|(rated, _)| *rated).collect());
            if given.marks.len() >= super::FEWEST_ITEMS {
                account.within.get_or_insert_with(Sum::nothing).join(&self.apart(&own));
                account.within_people += 1;
            }
        }
        for ((side, by), items) in tallies {
            let Some(account) = sides.get_mut(&side).and_then(|side| side.accounts.get_mut(by)) else {
                continue;
            };
            account.items = items
                .into_iter()
                .map(|(rated, tally)| {
                    let mut level = Sum::nothing();
                    tally.iter().for_each(|(place, times)| level.add(self.place(*place), *times));
                    (rated, Item { level, between: self.apart(&tally) })
                })
                .collect();
        }
        sides.values_mut().for_each(Side::add_up);
        sides
    }

    /// How far some places lie apart: over every pair of them.
    fn apart(&self, tally: &BTreeMap<usize, usize>) -> Sum {
        let all: usize = tally.values().sum();
        let mut apart = Sum { sum: Exact::zero(), of: all * all.saturating_sub(1) / 2 };
        for (one, times) in tally {
            for (other, others) in tally.range(one + 1..) {
                let difference = self.place(*one) - self.place(*other);
                let difference =
                    if difference.is_negative() { &Exact::zero() - &difference } else { difference };
                apart.sum = &apart.sum + &(&difference * &whole(times * others));
            }
        }
        apart
    }
}

impl Side<'_> {
    fn add_up(&mut self) {
        for account in self.accounts.values() {
            for (rated, item) in &account.items {
                let total = self.totals.entry(rated).or_insert_with(|| Total {
                    level: Sum::nothing(),
                    between: Sum::nothing(),
                    raters: 0,
                    largest: [0; 2],
                });
                total.level.join(&item.level);
                total.between.join(&item.between);
                total.raters += 1;
                let [first, second] = total.largest;
                let count = item.level.of;
                total.largest = [first.max(count), second.max(first.min(count))];
            }
            if let Some(within) = &account.within {
                self.within.get_or_insert_with(Sum::nothing).join(within);
                self.within_raters += 1;
            }
            let rated = account.items.keys().copied();
            let compared =
                account.items.iter().filter(|(_, item)| item.between.of > 0).map(|(rated, _)| *rated);
            *self.patterns[0].entry(rated.collect()).or_default() += 1;
            *self.patterns[1].entry(compared.collect()).or_default() += 1;
        }
    }
}

/// Places of what is given, each looked up once.
struct Scale<'a> {
    framework: &'a Framework,
    places: Vec<Exact>,
    known: BTreeMap<(&'a str, &'a str), Option<usize>>,
}

impl<'a> Scale<'a> {
    fn place(&mut self, rated: &'a str, mark: &'a str) -> Option<usize> {
        if let Some(known) = self.known.get(&(rated, mark)) {
            return *known;
        }
        let number = self.framework.position(rated, mark).map(|place| {
            self.places.iter().position(|known| *known == place).unwrap_or_else(|| {
                self.places.push(place);
                self.places.len() - 1
            })
        });
        self.known.insert((rated, mark), number);
        number
    }
}
