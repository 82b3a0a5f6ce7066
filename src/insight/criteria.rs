//! How the criteria of a person stand: strong or weak, and beside what their post requires.

use std::cmp::Ordering;

use super::PeriodInsight;
use super::rated::Rated;
use crate::framework::{Framework, entry};
use crate::model::Agency;
use crate::num::Exact;
use crate::schema::At;
use crate::schema::framework::{Criterion, Scale};
use crate::schema::person::Assignment;

/// What a rating shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shows {
    /// A weakness.
    Weakness,
    /// Neither.
    Neither,
    /// A strength.
    Strength,
}

/// How a criterion of a person stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CriterionState {
    /// The criterion.
    pub criterion: String,
    /// What it came to.
    pub rated: Rated,
    /// What that shows.
    pub shows: Shows,
    /// The level or number that the person's post requires.
    pub required: Option<String>,
    /// How far it is below that, as a part of the scale; zero where it is below and has no place on a scale. `None`
    /// where nothing is required, or it is reached.
    pub gap: Option<Exact>,
}

impl CriterionState {
    /// Whether it calls for development: a weakness, or less than the post requires.
    pub fn is_need(&self) -> bool {
        self.shows == Shows::Weakness || self.gap.is_some()
    }
}

/// How the criteria of a person stand, in the framework's order. Empty while nothing is rated, and for people who are
/// withheld.
pub fn criteria_of(agency: &Agency, insight: &PeriodInsight, person: &str) -> Vec<CriterionState> {
    let period = insight.period;
    let found = insight.scorecards.get(person).zip(period.dossiers.get(person));
    let Some(((card, dossier), framework)) = found.zip(period.framework.as_deref()) else { return vec![] };
    let roster = agency.roster_of(period);
    let post = period.range().and_then(|range| roster.person(person)?.last_assignment_within(range));
    let states = framework.criteria().filter_map(|(_, id, criterion)| {
        let rated = Rated::of(framework, dossier, card, &id.value)?;
        let required = required(criterion, post).map(|mark| mark.value.clone());
        let gap = required.as_ref().and_then(|mark| gap(framework, &id.value, &rated, mark));
        let shows = shows(framework, &id.value, &rated);
        Some(CriterionState { criterion: id.value.clone(), rated, shows, required, gap })
    });
    states.collect()
}

/// What is required of a post: by its own entry, else by that of its class, else by that of everybody.
fn required<'a>(criterion: &'a Criterion, post: Option<&Assignment>) -> Option<&'a At<String>> {
    let post_and_class = post.into_iter().flat_map(|post| [&post.post, &post.class]).flatten();
    let own = post_and_class.into_iter().find_map(|id| entry(&criterion.required, &id.value));
    own.or_else(|| entry(&criterion.required, "all"))
}

fn gap(framework: &Framework, id: &str, rated: &Rated, required: &str) -> Option<Exact> {
    if rated.compare(framework, id, required)? != Ordering::Less {
        return None;
    }
    let place = Rated::given(framework, id, required).place(framework, id);
    let gap = place.zip(rated.place(framework, id)).map(|(required, own)| &required - &own);
    Some(gap.unwrap_or_else(Exact::zero))
}

/// What a rating shows by the scale's own marks; without them only its lowest and its highest place show anything.
fn shows(framework: &Framework, id: &str, rated: &Rated) -> Shows {
    let Some(scale) = framework.scale_of(id) else { return Shows::Neither };
    let Scale { weak_to, strong_from, .. } = scale;
    let against = |mark: &At<String>| rated.compare(framework, id, &mark.value);
    let place = rated.place(framework, id);
    let is_strong = match strong_from {
        Some(mark) => against(mark).is_some_and(Ordering::is_ge),
        None => place.as_ref() == Some(&Exact::from(1)),
    };
    let is_weak = match weak_to {
        Some(mark) => against(mark).is_some_and(Ordering::is_le),
        None => place == Some(Exact::zero()),
    };
    match (is_weak, is_strong) {
        (true, false) => Shows::Weakness,
        (false, true) => Shows::Strength,
        _ => Shows::Neither,
    }
}
