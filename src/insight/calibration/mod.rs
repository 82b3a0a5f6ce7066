//! How raters use their scales: who rates higher or lower than others, who tells people or criteria less apart, who
//! changed, where a person sees themselves otherwise than others do, and who rated each other high.
//!
//! Every figure is exact and lies between 0, the lowest level, and 1, the highest. None says that a rating is wrong: a
//! unit may be better than others. Below the smallest numbers named here nothing is said. What is looked at is what was
//! given; decisions on objections change results, not what a rater gave.

mod account;
mod gap;
mod mirror;
mod pair;
mod rater;
mod sum;
#[cfg(test)]
mod tests;

use rayon::prelude::*;

pub use gap::{Gap, Gaps};
pub use mirror::{Mirror, Reflection, Seen};
pub use pair::{Favour, Pair, Pairs};
pub use rater::{Beside, Earlier, Others, RaterFigures, Sign};

use super::PeriodInsight;
use crate::model::{Agency, ReviewSide};
use crate::num::Exact;
use account::Table;

/// Fewest people somebody must have rated before their ratings are set beside those of others: with fewer, one person
/// moves a mean by more than what counts as clear.
pub const FEWEST_PEOPLE: usize = 5;

/// Fewest other raters that make up what "others" gave, for each item by itself.
pub const FEWEST_RATERS: usize = 3;

/// Fewest components and criteria by which the views of one person are compared.
pub const FEWEST_ITEMS: usize = 3;

/// From which difference of two means on it is worth a look, in hundredths of the scale.
pub const CLEAR_PERCENT: i64 = 15;

/// From which difference on between a person's own view and that of others it is worth a look, in hundredths of the
/// scale. Larger than that between raters, since it rests on few ratings.
pub const CLEAR_GAP_PERCENT: i64 = 25;

/// Ratings count as alike if they lie at most this part as far apart as those of others: a quarter.
pub const ALIKE_PART: i64 = 4;

/// What the ratings of a period say of how they were given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calibration {
    /// How many people are left out because of errors in their files.
    pub held: usize,
    /// Raters, by what they rated as.
    pub sides: Vec<SideFigures>,
    /// Where people see themselves otherwise than others do.
    pub gaps: Gaps,
    /// Who rated each other higher than others did. For the personnel office alone.
    pub pairs: Pairs,
}

/// Everybody who rated as one kind of rater.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SideFigures {
    /// As what.
    pub side: ReviewSide,
    /// Those who rated enough people, in the order of their ids.
    pub raters: Vec<RaterFigures>,
    /// How many rated too few people for anything to be said.
    pub few: usize,
}

/// The ratings of all periods, added up once.
#[derive(Debug)]
pub struct Ratings<'a> {
    tables: Vec<Table<'a>>,
}

impl<'a> Ratings<'a> {
    /// Adds up the ratings of all periods.
    pub fn of(agency: &'a Agency, survey: &'a [PeriodInsight<'a>]) -> Self {
        Ratings { tables: survey.par_iter().filter_map(|insight| Table::of(agency, insight)).collect() }
    }

    /// What the ratings of a period say of how they were given. `None` if there is no such period.
    pub fn calibration(&self, period: &str) -> Option<Calibration> {
        let table = self.table(period)?;
        let earlier = self.earlier(table);
        let sides = table.sides.iter().map(|(side, whole)| SideFigures {
            side: side.clone(),
            raters: rater::figures(side, whole, &earlier),
            few: whole.accounts.values().filter(|account| account.given.len() < FEWEST_PEOPLE).count(),
        });
        Some(Calibration {
            held: table.held,
            sides: sides.collect(),
            gaps: gap::gaps(table),
            pairs: pair::pairs(table),
        })
    }

    fn table(&self, period: &str) -> Option<&Table<'a>> {
        self.tables.iter().find(|table| table.period.id == period)
    }

    /// Earlier periods under the same framework, the latest first.
    fn earlier(&self, table: &Table) -> Vec<&Table<'a>> {
        let before = |other: &&Table| other.framework == table.framework && other.first < table.first;
        let mut earlier: Vec<&Table> = self.tables.iter().filter(before).collect();
        earlier.sort_by(|a, b| (b.first, &b.period.id).cmp(&(a.first, &a.period.id)));
        earlier
    }
}

fn percent(hundredths: i64) -> Exact {
    Exact::ratio(hundredths, 100).unwrap_or_else(Exact::zero)
}

/// Whether two means lie clearly apart.
fn is_clear(difference: &Exact, least: i64) -> bool {
    let least = percent(least);
    *difference >= least || &Exact::zero() - difference >= least
}
