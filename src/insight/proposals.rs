//! Awards proposed by the framework's rules, with the numbers they rest on. Who gets one is decided by people.

use std::collections::BTreeMap;

use super::PeriodInsight;
use super::rated::Rated;
use crate::model::Agency;
use crate::num::Exact;
use crate::schema::framework::{AwardBy, AwardOf, AwardRule};

/// What a rule proposes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The rule, by the framework's id.
    pub rule: String,
    /// Whom it proposes, the highest first; all who are level with the last place are among them.
    pub candidates: Vec<Candidate>,
    /// Whether more are proposed than there are places, as several are level.
    pub is_tied: bool,
    /// How many could be compared.
    pub compared: usize,
}

/// Somebody who is proposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The person or unit.
    pub id: String,
    /// The place; those who are level share it.
    pub place: usize,
    /// What is compared first: a place on a scale from 0 to 1, or achievement in percent.
    pub figure: Exact,
    /// What is compared next: the number behind the outcome, or its mean.
    pub value: Option<Exact>,
    /// The level that was reached, where a person's level is compared.
    pub level: Option<String>,
    /// How many people, or indicators of goals, the figure rests on.
    pub of: usize,
}

/// What the rules of a period's framework propose, in their order.
pub fn proposals(agency: &Agency, insight: &PeriodInsight) -> Vec<Proposal> {
    let Some(framework) = insight.period.framework.as_deref() else { return vec![] };
    let propose = |(id, rule): &(crate::schema::Id, AwardRule)| {
        let all = match (rule.of.value, rule.by.value) {
            (AwardOf::Person, AwardBy::Goals) => by_goals(agency, insight, rule, true),
            (AwardOf::Unit, AwardBy::Goals) => by_goals(agency, insight, rule, false),
            (AwardOf::Person, _) => people(insight, rule),
            (AwardOf::Unit, _) => units(agency, insight, rule),
        };
        best(id.value.clone(), all, rule.places as usize)
    };
    framework.data.awards.iter().map(propose).collect()
}

fn best(rule: String, mut all: Vec<Candidate>, places: usize) -> Proposal {
    let compared = all.len();
    all.sort_by(|a, b| (&b.figure, &b.value, &a.id).cmp(&(&a.figure, &a.value, &b.id)));
    let mut before: Option<(Exact, Option<Exact>)> = None;
    let mut place = 0;
    for (at, candidate) in all.iter_mut().enumerate() {
        let now = (candidate.figure.clone(), candidate.value.clone());
        if before.as_ref() != Some(&now) {
            place = at + 1;
        }
        candidate.place = place;
        before = Some(now);
    }
    all.retain(|candidate| candidate.place <= places);
    Proposal { rule, is_tied: all.len() > places, candidates: all, compared }
}

/// Everybody with an outcome, by what a rule compares.
fn people(insight: &PeriodInsight, rule: &AwardRule) -> Vec<Candidate> {
    let rated = insight.scorecards.keys().filter_map(|person| {
        let (figure, value, level) = figure_of(insight, rule, person)?;
        Some(Candidate { id: person.clone(), place: 0, figure, value, level, of: 1 })
    });
    rated.collect()
}

/// What a rule compares of a person: the place of it, the number behind it, and its level.
fn figure_of(
    insight: &PeriodInsight,
    rule: &AwardRule,
    person: &str,
) -> Option<(Exact, Option<Exact>, Option<String>)> {
    let framework = insight.period.framework.as_deref()?;
    let card = insight.scorecards.get(person)?;
    let outcome = card.outcome.as_ref()?;
    if rule.by.value == AwardBy::Outcome {
        return Some((framework.outcome_position(outcome)?, card.value.clone(), Some(outcome.clone())));
    }
    let id = &rule.rated.as_ref()?.value;
    let rated = Rated::of(framework, insight.period.dossiers.get(person)?, card, id)?;
    Some((rated.place(framework, id)?, rated.value, rated.level))
}

/// Units by the means of their people. A unit holds those below it too; the top of the agency is no candidate, unless it
/// is all there is.
fn units(agency: &Agency, insight: &PeriodInsight, rule: &AwardRule) -> Vec<Candidate> {
    let units = agency.roster_of(insight.period).units;
    let mut sums: BTreeMap<&str, (Exact, Option<Exact>, usize)> = BTreeMap::new();
    for (person, progress) in &insight.progress {
        let Some(own) = progress.unit.as_deref() else { continue };
        let Some((figure, value, _)) = figure_of(insight, rule, person) else { continue };
        let above = units.ancestors(own).into_iter().map(|unit| unit.id.value.as_str());
        for unit in units.get(own).map(|unit| unit.id.value.as_str()).into_iter().chain(above) {
            let sum = sums.entry(unit).or_insert_with(|| (Exact::zero(), Some(Exact::zero()), 0));
            sum.0 = &sum.0 + &figure;
            sum.1 = sum.1.as_ref().zip(value.as_ref()).map(|(sum, value)| sum + value);
            sum.2 += 1;
        }
    }
    let is_below = |unit: &str| units.len() == 1 || units.get(unit).is_some_and(|unit| unit.parent.is_some());
    let candidates =
        sums.into_iter().filter(|(unit, sum)| is_below(unit) && sum.2 >= rule.min_people as usize);
    candidates
        .filter_map(|(unit, (figure, value, of))| {
            let many = Exact::from(i64::try_from(of).ok()?);
            let value = value.and_then(|value| &value / &many);
            let figure = (&figure / &many)?;
            Some(Candidate { id: unit.to_owned(), place: 0, figure, value, level: None, of })
        })
        .collect()
}

/// Units, or people, by the mean achievement of the goals they answer for.
fn by_goals(agency: &Agency, insight: &PeriodInsight, rule: &AwardRule, of_people: bool) -> Vec<Candidate> {
    let roster = agency.roster_of(insight.period);
    let mut sums: BTreeMap<&str, (Exact, usize)> = BTreeMap::new();
    for status in &insight.goals {
        let Some(owner) = status.goal.owner.as_ref().map(|owner| owner.value.as_str()) else { continue };
        for achieved in status.indicators.iter().filter_map(|indicator| indicator.achieved.as_ref()) {
            let sum = sums.entry(owner).or_insert_with(|| (Exact::zero(), 0));
            *sum = (&sum.0 + achieved, sum.1 + 1);
        }
    }
    let many = |unit: &str| {
        let within = |own: &&str| roster.units.is_within(own, unit);
        insight.progress.values().filter_map(|progress| progress.unit.as_deref()).filter(within).count()
    };
    let is_one = |owner: &str| {
        if of_people {
            return insight.progress.contains_key(owner);
        }
        roster.units.get(owner).is_some() && many(owner) >= rule.min_people as usize
    };
    let candidates = sums.into_iter().filter(|(owner, _)| is_one(owner));
    candidates
        .filter_map(|(owner, (sum, of))| {
            let figure = (&sum / &Exact::from(i64::try_from(of).ok()?))?;
            Some(Candidate { id: owner.to_owned(), place: 0, figure, value: None, level: None, of })
        })
        .collect()
}
