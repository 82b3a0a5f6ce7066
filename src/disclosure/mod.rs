//! What the public may know.
//!
//! Takes insight, gives aggregates as `Released<T>`, of which this room is the only maker. Must never let a person's
//! value out.
//!
//! Whether a group's figures may be shown is decided from head counts and from who rated whom, never from values.
//! So far the only group is the agency as a whole: nothing can be subtracted from it. What is released holds no type of
//! the model, so that nothing behind it can be reached.

mod awards;
mod coarse;
mod figures;
mod goals;
#[cfg(test)]
mod tests;

pub use awards::TeamAward;
pub use coarse::{Share, coarse_share};
pub use figures::{Figures, Why};
pub use goals::{PublicGoal, PublicIndicator};

use crate::calendar::{Date, DateRange};
use crate::check::Checked;
use crate::insight::PeriodInsight;
use crate::schema::Label;
use crate::schema::events::Audience;

/// Fewest people behind a published figure where the agency sets nothing else.
pub const DEFAULT_THRESHOLD: usize = 10;
/// No agency may go below this.
pub const LEAST_THRESHOLD: usize = 5;
/// People that must be left when those one rater decided on, and that rater, are taken away.
pub const LEAST_BESIDE_ONE_RATER: usize = 3;

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
    /// First and last day.
    pub range: Released<DateRange>,
    /// The framework's id.
    pub framework: String,
    /// The agency's rating by recorded decision.
    pub rating: Option<Released<AgencyRating>>,
    /// Figures over the whole agency, or why there are none.
    pub figures: Figures,
    /// The agency's own goals and what was achieved of them.
    pub goals: Vec<Released<PublicGoal>>,
    /// Awards to teams.
    pub awards: Vec<Released<TeamAward>>,
}

/// The rating of the agency as a whole, as it was decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgencyRating {
    /// The level, as the framework's id.
    pub level: String,
    /// The day of the decision.
    pub date: Date,
    /// The document it rests on; left out where that names somebody.
    pub basis: Option<String>,
}

/// A page of the agency's own for the public.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicPage {
    /// Its file name without ending.
    pub slug: String,
    /// Its title.
    pub title: Label,
    /// Its text, as Markdown.
    pub text: String,
}

/// The bounds that decide what is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// Fewest people behind headcount and completeness.
    pub people: usize,
    /// Fewest people behind shares of outcomes.
    pub outcomes: usize,
    /// Fewest people that must be left beside those any one rater decided on.
    pub beside_one_rater: usize,
}

/// The bounds an agency works with.
pub fn bounds(checked: &Checked) -> Bounds {
    let settings = checked.agency.config.as_ref().and_then(|config| config.disclosure.as_ref());
    let people = settings
        .and_then(|settings| settings.threshold.as_ref())
        .map_or(DEFAULT_THRESHOLD, |threshold| threshold.value as usize)
        .max(LEAST_THRESHOLD);
    Bounds { people, outcomes: 2 * people, beside_one_rater: LEAST_BESIDE_ONE_RATER }
}

/// Decides what may be published about each period. Nothing where the agency publishes nothing.
pub fn release(checked: &Checked, survey: &[PeriodInsight]) -> Vec<PublicPeriod> {
    if !publishes(checked) {
        return vec![];
    }
    let bounds = bounds(checked);
    survey.iter().filter_map(|insight| public_period(checked, insight, bounds)).collect()
}

/// The agency's own pages for the public, in the order of its menu. None where it publishes nothing.
pub fn pages(checked: &Checked) -> Vec<Released<PublicPage>> {
    if !publishes(checked) {
        return vec![];
    }
    let mut pages: Vec<_> =
        checked.agency.pages.iter().filter(|(_, page)| page.data.audience == Audience::Public).collect();
    pages.sort_by_key(|(slug, page)| (page.data.order, slug.as_str()));
    let released = pages.into_iter().map(|(slug, page)| PublicPage {
        slug: slug.clone(),
        title: page.data.title.value.clone(),
        text: page.body.text.clone(),
    });
    released.map(Released).collect()
}

fn publishes(checked: &Checked) -> bool {
    let settings = checked.agency.config.as_ref().and_then(|config| config.disclosure.as_ref());
    settings.and_then(|settings| settings.public.as_ref()).is_none_or(|public| public.value)
}

fn public_period(checked: &Checked, insight: &PeriodInsight, bounds: Bounds) -> Option<PublicPeriod> {
    let period = insight.period;
    let data = period.data.as_ref()?;
    let framework = period.framework.as_ref()?;
    Some(PublicPeriod {
        id: period.id.clone(),
        label: Released(data.label.value.clone()),
        range: Released(period.range()?),
        framework: framework.id.clone(),
        rating: agency_rating(checked, insight).map(Released),
        figures: figures::figures(checked, insight, bounds),
        goals: goals::goals(checked, insight),
        awards: awards::team_awards(checked, insight),
    })
}

/// The agency's rating once it was decided: what bears no date is a draft.
fn agency_rating(checked: &Checked, insight: &PeriodInsight) -> Option<AgencyRating> {
    let rating = insight.period.agency_rating()?;
    let date = rating.date.as_ref()?.value;
    let decided = AgencyRating {
        level: rating.rating.value.clone(),
        date,
        basis: rating
            .basis
            .as_ref()
            .map(|basis| basis.value.clone())
            .filter(|basis| !awards::names_somebody(checked, &[], basis)),
    };
    (date <= checked.agency.today).then_some(decided)
}
