//! What the public may know.
//!
//! Takes insight, gives aggregates as `Released<T>`, of which this room is the only maker. Must never let a person's
//! value out.
//!
//! Whether a group's figures may be shown is decided from head counts and from who rated whom, never from values.
//! So far the only group is the agency as a whole: nothing can be subtracted from it.

mod coarse;

use std::collections::{BTreeMap, BTreeSet};

pub use coarse::{Share, coarse_share};

use crate::check::Checked;
use crate::insight::{GoalStatus, PeriodInsight, Standing};
use crate::schema::Label;
use crate::schema::framework::StageEvent;

/// Fewest people behind a published figure where the agency sets nothing else.
pub const DEFAULT_THRESHOLD: usize = 10;
/// No agency may go below this.
pub const LEAST_THRESHOLD: usize = 5;
/// People that must be left when those one rater decided on, and that rater, are taken away.
const LEAST_BESIDE_ONE_RATER: usize = 3;

/// A value the public may know. Only this room makes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Released<T>(T);

impl<T> Released<T> {
    /// The value.
    pub fn get(&self) -> &T {
        &self.0
    }
}

/// What may be published about a period.
#[derive(Debug, Clone)]
pub struct PublicPeriod {
    /// The period's id.
    pub id: String,
    /// Its name.
    pub label: Released<Label>,
    /// The framework's id.
    pub framework: String,
    /// The agency's rating by recorded decision, as the framework's id.
    pub rating: Option<Released<String>>,
    /// Figures over the whole agency, or why there are none.
    pub figures: Figures,
    /// The agency's own goals and what was achieved of them.
    pub goals: Vec<Released<GoalStatus>>,
}

/// Figures over the whole agency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Figures {
    /// Nothing may be shown.
    Withheld(Why),
    /// How many take part, and how far the period is.
    Shown {
        /// How many take part.
        people: Released<usize>,
        /// Share of them whose result is released.
        released: Released<Share>,
        /// Shares of the framework's groups of outcomes, lowest first. `None` with a reason where only the head count
        /// may be shown.
        groups: Result<Vec<(String, Released<Share>)>, Why>,
    },
}

/// Why a figure is withheld.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Too few people.
    TooFew {
        /// The fewest that would do.
        least: usize,
    },
    /// Somebody has no outcome yet; a later figure would give the difference away.
    NotComplete,
    /// One rater decided on nearly everybody.
    OneRater,
}

/// Decides what may be published about each period. Nothing where the agency publishes nothing.
pub fn release(checked: &Checked, survey: &[PeriodInsight]) -> Vec<PublicPeriod> {
    let settings = checked.agency.config.as_ref().and_then(|config| config.disclosure.as_ref());
    if settings.and_then(|settings| settings.public.as_ref()).is_some_and(|public| !public.value) {
        return vec![];
    }
    let threshold = settings
        .and_then(|settings| settings.threshold.as_ref())
        .map_or(DEFAULT_THRESHOLD, |threshold| threshold.value as usize)
        .max(LEAST_THRESHOLD);
    survey.iter().map(|insight| public_period(checked, insight, threshold)).collect()
}

fn public_period(checked: &Checked, insight: &PeriodInsight, threshold: usize) -> PublicPeriod {
    let period = insight.period;
    let label = period.data.as_ref().map_or_else(Label::default, |data| data.label.value.clone());
    PublicPeriod {
        id: period.id.clone(),
        label: Released(label),
        framework: period.framework.as_ref().map_or_else(String::new, |framework| framework.id.clone()),
        rating: period.agency_rating().map(|rating| Released(rating.rating.value.clone())),
        figures: figures(checked, insight, threshold),
        goals: insight.goals.iter().map(|goal| Released(goal.clone())).collect(),
    }
}

fn figures(checked: &Checked, insight: &PeriodInsight, threshold: usize) -> Figures {
    let people = insight.progress.len();
    if people < threshold {
        return Figures::Withheld(Why::TooFew { least: threshold });
    }
    let is_released =
        |stage: &crate::insight::StageState| matches!(stage.standing, Standing::Done | Standing::DoneLate);
    let released = insight
        .progress
        .values()
        .filter(|progress| progress.stage(StageEvent::Release).is_some_and(is_released))
        .count();
    Figures::Shown {
        people: Released(people),
        released: Released(coarse_share(released, people)),
        groups: groups(checked, insight, 2 * threshold),
    }
}

fn groups(
    checked: &Checked,
    insight: &PeriodInsight,
    least: usize,
) -> Result<Vec<(String, Released<Share>)>, Why> {
    if insight.progress.len() < least {
        return Err(Why::TooFew { least });
    }
    if !insight.is_complete() || checked.any_held(&insight.period.id) {
        return Err(Why::NotComplete);
    }
    if !stands_without_any_one_rater(insight) {
        return Err(Why::OneRater);
    }
    let Some(framework) = insight.period.framework.as_deref() else { return Ok(vec![]) };
    let outcome = &framework.data.outcome;
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for card in insight.scorecards.values() {
        let level = card.outcome.as_deref().and_then(|level| crate::framework::entry(&outcome.levels, level));
        if let Some(group) = level.and_then(|level| level.group.as_ref()) {
            *counts.entry(group.value.as_str()).or_default() += 1;
        }
    }
    let share = |id: &str| coarse_share(counts.get(id).copied().unwrap_or(0), insight.progress.len());
    Ok(outcome.groups.iter().map(|(id, _)| (id.value.clone(), Released(share(&id.value)))).collect())
}

/// Whether, for every rater, the people they did not decide on (without the rater) are none or enough to hide in.
fn stands_without_any_one_rater(insight: &PeriodInsight) -> bool {
    let mut decided: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (person, card) in &insight.scorecards {
        for rater in card.deciders() {
            decided.entry(rater).or_default().insert(person);
        }
    }
    decided.iter().all(|(rater, theirs)| {
        let rest = insight
            .progress
            .keys()
            .filter(|person| !theirs.contains(person.as_str()) && person.as_str() != *rater)
            .count();
        rest == 0 || rest >= LEAST_BESIDE_ONE_RATER
    })
}
