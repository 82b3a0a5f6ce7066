//! What colleagues say of one person, put together.

use std::collections::BTreeMap;

use crate::framework::{Framework, index};
use crate::model::{Dossier, ReviewSide, Slot};
use crate::num::Exact;
use crate::schema::review::Assessment;

/// Ratings of several raters of one kind, put together so that none of them can be told apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pool {
    /// How many raters.
    pub raters: usize,
    /// For each component or criterion: how many gave each level, lowest first.
    pub counts: BTreeMap<String, Vec<usize>>,
    /// For each component or criterion rated by numbers: their mean.
    pub means: BTreeMap<String, Exact>,
}

/// Pools the assessments of colleagues of one side. `None` where there are fewer than the framework wants shown: then
/// neither ratings nor comments may be shown.
pub fn pool(framework: &Framework, dossier: &Dossier, side: &ReviewSide) -> Option<Pool> {
    let assessments: Vec<&Assessment> = dossier.colleagues_of(side).iter().filter_map(Slot::data).collect();
    let least = framework.rater(side.id()).map_or(usize::MAX, |kind| kind.display.value as usize);
    if assessments.len() < least {
        return None;
    }
    let mut counts: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut numbers: BTreeMap<String, Vec<Exact>> = BTreeMap::new();
    for assessment in &assessments {
        for (rated, mark) in &assessment.ratings {
            let Some(levels) = framework.levels_of(&rated.value) else { continue };
            if levels.is_empty() {
                let number = framework.value_of(&rated.value, &mark.value);
                numbers.entry(rated.value.clone()).or_default().extend(number);
                continue;
            }
            let Some(at) = index(levels, &mark.value) else { continue };
            counts.entry(rated.value.clone()).or_insert_with(|| vec![0; levels.len()])[at] += 1;
        }
    }
    // An item that fewer than the least have rated would show what single raters gave.
    counts.retain(|_, levels| levels.iter().sum::<usize>() >= least);
    numbers.retain(|_, numbers| numbers.len() >= least);
    let means = numbers.into_iter().filter_map(|(rated, numbers)| Some((rated, mean(&numbers)?)));
    Some(Pool { raters: assessments.len(), counts, means: means.collect() })
}

/// The mean of some numbers. `None` if there are none.
fn mean(numbers: &[Exact]) -> Option<Exact> {
    let sum: Exact = numbers.iter().sum();
    &sum / &Exact::from(i64::try_from(numbers.len()).ok()?)
}
