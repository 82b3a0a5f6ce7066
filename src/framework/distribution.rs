//! The rule on how outcomes should be spread, by the organisation's rating (SE MenPANRB 3/2023).

use std::collections::BTreeMap;

use super::{Framework, entry};
use crate::num::Exact;

/// A constraint that a spread does not meet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// The outcomes counted together.
    pub levels: Vec<String>,
    /// How many people have one of them.
    pub count: usize,
    /// Out of how many.
    pub people: usize,
    /// What was demanded.
    pub demand: Demand,
}

/// A bound on a count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Demand {
    /// At most this many percent.
    AtMostPercent(Exact),
    /// At least this many percent.
    AtLeastPercent(Exact),
    /// At least this many people.
    AtLeast(usize),
}

/// The constraints that counts of outcomes break under an organisation's level. Shares are compared exactly, never
/// rounded: `100 x count <= percent x people`.
pub fn violations(
    framework: &Framework,
    organisation_level: &str,
    counts: &BTreeMap<String, usize>,
) -> Vec<Violation> {
    let rule = framework.data.distribution.as_ref().and_then(|rule| entry(&rule.rules, organisation_level));
    let people: usize = counts.values().sum();
    let exact = |count: usize| Exact::from(i64::try_from(count).unwrap_or(i64::MAX));
    let mut broken = vec![];
    for constraint in rule.iter().flat_map(|rule| &rule.constraints) {
        let levels: Vec<String> = constraint.levels.iter().map(|level| level.value.clone()).collect();
        let count = levels.iter().filter_map(|level| counts.get(level)).sum();
        let in_percent = &exact(100) * &exact(count);
        let most = constraint.at_most_percent.as_ref().map(|at| &at.value);
        let least = constraint.at_least_percent.as_ref().map(|at| &at.value);
        let fewest = constraint.at_least.as_ref().map(|at| at.value as usize);
        let demands = [
            most.filter(|most| in_percent > *most * &exact(people)).cloned().map(Demand::AtMostPercent),
            least.filter(|least| in_percent < *least * &exact(people)).cloned().map(Demand::AtLeastPercent),
            fewest.filter(|fewest| count < *fewest).map(Demand::AtLeast),
        ];
        broken.extend(demands.into_iter().flatten().map(|demand| Violation {
            levels: levels.clone(),
            count,
            people,
            demand,
        }));
    }
    broken
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framework::preset;

    /// SE MenPANRB 3/2023: counts are Sangat Baik, Baik, Butuh Perbaikan, Kurang, Sangat Kurang.
    #[test]
    fn spreads_are_judged_by_the_rating_of_the_organisation() {
        let framework = preset("permenpan-6-2022").unwrap();
        let levels = ["sangat-baik", "baik", "butuh-perbaikan", "kurang", "sangat-kurang"];
        for (rating, counts, fits) in [
            ("baik", [1, 7, 1, 1, 0], true),
            ("baik", [1, 8, 1, 0, 0], false),
            ("baik", [3, 7, 0, 0, 0], false),
            ("istimewa", [8, 2, 0, 0, 0], false),
            ("istimewa", [7, 3, 0, 0, 0], true),
            ("butuh-perbaikan", [1, 3, 6, 0, 0], true),
            ("butuh-perbaikan", [2, 2, 6, 0, 0], false),
            ("kurang", [1, 1, 1, 6, 1], true),
            ("kurang", [0, 4, 0, 6, 0], false),
            ("sangat-kurang", [0, 3, 0, 1, 6], true),
            ("sangat-kurang", [1, 2, 0, 1, 6], false),
            // Small units cannot meet the rule: a single person under `baik` may not be Baik.
            ("baik", [0, 1, 0, 0, 0], false),
            ("istimewa", [1, 0, 0, 0, 0], false),
        ] {
            let counts = levels.iter().map(|level| (*level).to_owned()).zip(counts).collect();
            let broken = violations(&framework, rating, &counts);
            assert_eq!(broken.is_empty(), fits, "{rating} {counts:?}: {broken:?}");
        }
    }

    /// The limits for small head counts: floor(0.7 n) and ceil(0.6 n), without rounding anything.
    #[test]
    fn limits_for_small_head_counts_are_exact() {
        let framework = preset("permenpan-6-2022").unwrap();
        for (people, most_good) in [(5usize, 3usize), (7, 4), (10, 7), (20, 14)] {
            for good in 0..people {
                let counts = [("baik".to_owned(), good), ("kurang".to_owned(), people - good)].into();
                let broken = violations(&framework, "baik", &counts);
                assert_eq!(broken.is_empty(), good <= most_good, "{good} of {people}");
            }
        }
    }
}
