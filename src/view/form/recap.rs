//! The recapitulation of a unit or of the whole agency.

use super::parties::{Cast, last_post};
use super::person::{issue, organisation_part, rating_for};
use super::{Issue, Official, OrganisationPart};
use crate::framework::Framework;
use crate::insight::{PeriodInsight, Progress, spread_of};
use crate::model::{Agency, Unit, Units};
use crate::text::{Lang, phrase};
use crate::view::parts;
use crate::view::parts::label;

/// What the recapitulation of a unit says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecapView {
    /// The language.
    pub lang: Lang,
    /// Who issues it, for which period.
    pub issue: Issue,
    /// The unit. `None` for the whole agency.
    pub unit: Option<String>,
    /// Names of what is rated.
    pub components: Vec<String>,
    /// Name of the outcome.
    pub outcome: String,
    /// The organisation's rating.
    pub organisation: Option<OrganisationPart>,
    /// People by unit, in the order of the units.
    pub groups: Vec<RecapGroup>,
    /// How many people have each outcome, lowest first.
    pub counts: Vec<(String, usize)>,
    /// How many have none yet.
    pub unrated: usize,
    /// The unit's head, who signs. For the whole agency the personnel official does, whose name is left to be written.
    pub head: Official,
}

impl RecapView {
    /// How many people there are.
    pub fn people(&self) -> usize {
        self.unrated + self.counts.iter().map(|(_, count)| count).sum::<usize>()
    }
}

/// The people of one unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecapGroup {
    /// The unit.
    pub unit: Option<String>,
    /// Its people: the head first, then by name.
    pub rows: Vec<RecapRow>,
}

/// One person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecapRow {
    /// Who.
    pub official: Official,
    /// Ratings by component.
    pub ratings: Vec<Option<String>>,
    /// The outcome.
    pub outcome: Option<String>,
    /// How far the appraisal has come.
    pub status: Option<String>,
}

/// The recapitulation of a unit with the units below it, or of the whole agency. `None` if the period's framework could
/// not be read.
pub fn recap(
    agency: &Agency,
    insight: &PeriodInsight<'_>,
    unit: Option<&str>,
    lang: Lang,
) -> Option<RecapView> {
    let period = insight.period;
    let framework = period.framework.as_deref()?;
    let roster = agency.roster_of(period);
    let cast = Cast { roster, framework, lang };
    let inside = |own: Option<&str>| is_inside(roster.units, unit, own);
    let group = |(unit, people): (Option<&Unit>, Vec<&str>)| RecapGroup {
        unit: unit.map(|unit| label(lang, &unit.name)),
        rows: people
            .into_iter()
            .filter_map(|id| Some(row(insight, framework, &cast, id, insight.progress.get(id)?)))
            .collect(),
    };
    let groups = people_by_unit(agency, insight, unit).into_iter().map(group).collect();

    let spread = spread_of(insight, |_, own| inside(own));
    let outcome =
        |id: &str| framework.outcome_label(id).map_or_else(|| id.to_owned(), |name| label(lang, name));
    let day = period.end().map_or(agency.today, |end| end.min(agency.today));
    let head = unit.and_then(|unit| roster.head_on(unit, day));
    Some(RecapView {
        lang,
        issue: issue(agency, period, lang),
        unit: unit
            .map(|id| roster.units.get(id).map_or_else(|| id.to_owned(), |unit| label(lang, &unit.name))),
        components: framework.parts_of(None).map(|(_, one)| label(lang, &one.label)).collect(),
        outcome: label(lang, &framework.data.outcome.label),
        organisation: organisation_part(framework, rating_for(agency, period, unit), lang),
        groups,
        unrated: spread.people - spread.rated(),
        counts: spread.counts.into_iter().map(|(id, count)| (outcome(&id), count)).collect(),
        head: head.map_or_else(Official::default, |id| cast.official_on(id, day)),
    })
}

/// Whether somebody's unit is a unit or below it; all are within the agency.
pub(super) fn is_inside(units: &Units, unit: Option<&str>, own: Option<&str>) -> bool {
    match (unit, own) {
        (None, _) => true,
        (Some(unit), Some(own)) => units.is_within(own, unit),
        (Some(_), None) => false,
    }
}

/// Who takes part in a period in a unit and those below it, or in the whole agency: by unit in the order of the units, the
/// head first, then by name. People without a known unit come last.
pub fn people_by_unit<'a>(
    agency: &'a Agency,
    insight: &'a PeriodInsight<'a>,
    unit: Option<&str>,
) -> Vec<(Option<&'a Unit>, Vec<&'a str>)> {
    let (roster, range) = (agency.roster_of(insight.period), insight.period.range());
    let people_of = |wanted: Option<&str>| {
        let own =
            |progress: &'a Progress| progress.unit.as_deref().filter(|unit| roster.units.get(unit).is_some());
        let members = insight.progress.iter().filter(|(_, progress)| own(progress) == wanted);
        let mut people: Vec<(bool, &str, &str)> = members
            .map(|(id, _)| {
                let post =
                    range.and_then(|range| last_post(roster, range, id, agency.today)).map(|(post, _)| post);
                let follows = !post.is_some_and(|post| post.head);
                (follows, roster.person(id).map_or(id.as_str(), |person| person.plain_name()), id.as_str())
            })
            .collect();
        people.sort_unstable();
        people.into_iter().map(|(_, _, id)| id).collect::<Vec<&str>>()
    };
    let known = roster.units.iter().filter(|one| is_inside(roster.units, unit, Some(&one.id.value)));
    let named = known.map(|one| (Some(one), people_of(Some(one.id.value.as_str()))));
    let others = unit.is_none().then(|| (None, people_of(None)));
    named.chain(others).filter(|(_, people)| !people.is_empty()).collect()
}

fn row(
    insight: &PeriodInsight<'_>,
    framework: &Framework,
    cast: &Cast<'_>,
    id: &str,
    progress: &Progress,
) -> RecapRow {
    let range = insight.period.range();
    let post = range.and_then(|range| cast.roster.person(id)?.last_assignment_within(range));
    let card = insight.scorecards.get(id);
    let rating = |component: &str| {
        let score = card?.component(component)?;
        parts::component(cast.lang, framework, score).map(|rank| rank.full())
    };
    let outcome = card.and_then(|card| parts::came_out(cast.lang, framework, card));
    let reached = progress.stages.iter().rev().find(|stage| stage.done.is_some());
    let stage = reached.and_then(|stage| crate::framework::entry(&framework.data.stages, &stage.id));
    let status = match card {
        Some(_) => stage.map(|stage| label(cast.lang, &stage.label)),
        None => Some(phrase(cast.lang, "form-held").to_owned()),
    };
    RecapRow {
        official: cast.official(id, post),
        ratings: framework.parts_of(None).map(|(id, _)| rating(&id.value)).collect(),
        outcome: outcome.map(|rank| rank.full()),
        status,
    }
}
