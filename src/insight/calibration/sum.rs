//! Sums of places on a scale.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::framework::Framework;
use crate::num::Exact;

/// The places that were given in a period, lowest first. Ratings hold their numbers.
pub(super) type Places = Arc<[Exact]>;

/// A sum of places, and of how many. Each place stands with how often it counts, so that long sums are counts of whole
/// numbers until their mean is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Sum {
    times: BTreeMap<usize, i64>,
    pub(super) of: usize,
}

impl Sum {
    /// Adds a place.
    pub(super) fn add(&mut self, place: usize) {
        *self.times.entry(place).or_default() += 1;
        self.of += 1;
    }

    /// Takes a place away that was added before.
    pub(super) fn take(&mut self, place: usize) {
        *self.times.entry(place).or_default() -= 1;
        self.of = self.of.saturating_sub(1);
    }

    pub(super) fn join(&mut self, other: &Sum) {
        for (place, times) in &other.times {
            *self.times.entry(*place).or_default() += times;
        }
        self.of += other.of;
    }

    /// What is left without a part of it.
    pub(super) fn without(&self, part: &Sum) -> Sum {
        let mut left = self.clone();
        for (place, times) in &part.times {
            *left.times.entry(*place).or_default() -= times;
        }
        left.of = left.of.saturating_sub(part.of);
        left
    }

    /// How far places that were added lie apart: the differences of any two of them, and how many pairs there are.
    pub(super) fn apart(&self) -> Sum {
        let all: i64 = self.times.values().sum();
        let mut below = 0;
        let mut apart = Sum { times: BTreeMap::new(), of: self.of * self.of.saturating_sub(1) / 2 };
        for (place, times) in &self.times {
            let above = all - below - times;
            apart.times.insert(*place, times * (below - above));
            below += times;
        }
        apart
    }

    /// The mean; `None` of nothing.
    pub(super) fn mean(&self, places: &[Exact]) -> Option<Exact> {
        let counted = self.times.iter().filter_map(|(place, times)| Some((places.get(*place)?, times)));
        let sum = counted.fold(Exact::zero(), |sum, (place, times)| &sum + &(place * &Exact::from(*times)));
        &sum / &Exact::from(i64::try_from(self.of).ok()?)
    }
}

/// The mean of numbers, each counted so many times; `None` of nothing.
pub(super) fn weighted(numbers: impl IntoIterator<Item = (Exact, usize)>) -> Option<Exact> {
    let mut sum = Exact::zero();
    let mut of = 0;
    for (number, times) in numbers {
        let times = i64::try_from(times).ok()?;
        sum = &sum + &(&number * &Exact::from(times));
        of += times;
    }
    &sum / &Exact::from(of)
}

/// Looks the places of ratings up, each once.
pub(super) struct Scale<'a> {
    framework: &'a Framework,
    places: Vec<Exact>,
    known: BTreeMap<(&'a str, &'a str), Option<usize>>,
}

impl<'a> Scale<'a> {
    pub(super) fn of(framework: &'a Framework) -> Self {
        Scale { framework, places: vec![], known: BTreeMap::new() }
    }

    /// The number of a rating's place, until they are put in order. `None` if it has none.
    pub(super) fn place(&mut self, rated: &'a str, mark: &'a str) -> Option<usize> {
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

    /// The places in order, and the number each has in it.
    pub(super) fn in_order(self) -> (Places, Vec<usize>) {
        let mut order: Vec<usize> = (0..self.places.len()).collect();
        order.sort_by(|a, b| self.places[*a].cmp(&self.places[*b]));
        let mut numbers = vec![0; order.len()];
        order.iter().enumerate().for_each(|(number, found)| numbers[*found] = number);
        (order.into_iter().map(|found| self.places[found].clone()).collect(), numbers)
    }
}
