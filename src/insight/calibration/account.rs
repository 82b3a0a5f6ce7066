//! Ratings added up, rater by rater and item by item.

use std::collections::BTreeMap;

use super::sum::{Places, Scale, Sum};
use crate::calendar::Date;
use crate::insight::PeriodInsight;
use crate::model::{Agency, Period, ReviewSide};
use crate::num::Exact;

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
    pub(super) within: Sum,
    /// Of how many people.
    pub(super) within_people: usize,
}

/// What one rater gave for one component or criterion.
#[derive(Debug, Default)]
pub(super) struct Item {
    /// The places given.
    pub(super) level: Sum,
    /// How far they lie apart, over all pairs of people.
    pub(super) between: Sum,
}

/// What all raters of a kind gave for one component or criterion.
#[derive(Debug, Default)]
pub(super) struct Total {
    pub(super) level: Sum,
    pub(super) between: Sum,
    /// How many raters.
    pub(super) raters: usize,
    /// How many ratings the two who gave most of them gave.
    pub(super) largest: [usize; 2],
}

/// All raters of one kind.
#[derive(Debug)]
pub(super) struct Side<'a> {
    places: Places,
    pub(super) accounts: BTreeMap<&'a str, Account<'a>>,
    pub(super) totals: BTreeMap<&'a str, Total>,
    pub(super) within: Sum,
    pub(super) within_raters: usize,
    /// How many raters rated which items, and which of them for several people.
    patterns: [BTreeMap<Vec<&'a str>, usize>; 2],
}

impl Side<'_> {
    /// The mean of a sum; `None` of nothing.
    pub(super) fn mean(&self, sum: &Sum) -> Option<Exact> {
        sum.mean(&self.places)
    }

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
    /// The places that were given.
    pub(super) places: Places,
    /// What was given to each person.
    pub(super) given: BTreeMap<&'a str, Vec<Given<'a>>>,
    /// Added up by kind of rater; a person's own view is not among them.
    pub(super) sides: BTreeMap<ReviewSide, Side<'a>>,
}

impl<'a> Table<'a> {
    pub(super) fn of(agency: &'a Agency, insight: &'a PeriodInsight<'a>) -> Option<Self> {
        let period = insight.period;
        let framework = period.framework.as_deref()?;
        let mut scale = Scale::of(framework);
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
        let (places, numbers) = scale.in_order();
        for (_, place) in given.values_mut().flatten().flat_map(|given| &mut given.marks) {
            *place = numbers[*place];
        }
        let mut table = Table {
            period,
            framework: &framework.id,
            first: period.range()?.first,
            held: insight.progress.len().saturating_sub(insight.scorecards.len()),
            places,
            given,
            sides: BTreeMap::new(),
        };
        table.sides = table.added_up();
        Some(table)
    }

    fn added_up(&self) -> BTreeMap<ReviewSide, Side<'a>> {
        let mut sides: BTreeMap<ReviewSide, Side<'a>> = BTreeMap::new();
        let all = self.given.values().flatten().filter(|given| given.side != ReviewSide::SelfSide);
        for given in all {
            let side = sides.entry(given.side.clone()).or_insert_with(|| Side::new(self.places.clone()));
            let account = side.accounts.entry(given.by).or_default();
            let mut own = Sum::default();
            for (rated, place) in &given.marks {
                account.items.entry(rated).or_default().level.add(*place);
                own.add(*place);
            }
            account.given.push(given.marks.iter().map(|(rated, _)| *rated).collect());
            if given.marks.len() >= super::FEWEST_ITEMS {
                account.within.join(&own.apart());
                account.within_people += 1;
            }
        }
        sides.values_mut().for_each(Side::add_up);
        sides
    }
}

impl Side<'_> {
    fn new(places: Places) -> Self {
        Side {
            places,
            accounts: BTreeMap::new(),
            totals: BTreeMap::new(),
            within: Sum::default(),
            within_raters: 0,
            patterns: [BTreeMap::new(), BTreeMap::new()],
        }
    }

    fn add_up(&mut self) {
        for account in self.accounts.values_mut() {
            for (rated, item) in &mut account.items {
                item.between = item.level.apart();
                let total = self.totals.entry(rated).or_default();
                total.level.join(&item.level);
                total.between.join(&item.between);
                total.raters += 1;
                let [first, second] = total.largest;
                let count = item.level.of;
                total.largest = [first.max(count), second.max(first.min(count))];
            }
            if account.within_people > 0 {
                self.within.join(&account.within);
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
