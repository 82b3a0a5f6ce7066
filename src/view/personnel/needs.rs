//! What people should learn by a period's ratings: how many by unit and criterion, and a programme with names.

use std::collections::BTreeSet;

use serde::Serialize;

use super::dossier_path;
use crate::framework::Framework;
use crate::insight::{Need, NeedCount, PeriodInsight, follow_ups, need_counts, needs_of};
use crate::view::growth::{self, NeedView};
use crate::view::scene::Scene;

/// What people should learn by a period's ratings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NeedsPage {
    /// The period's id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// How many have ratings of criteria.
    pub rated: usize,
    /// How many of them should learn something.
    pub people: usize,
    /// For how many of those something is planned or done since.
    pub answered: usize,
    /// Names of the criteria that anybody is rated on.
    pub criteria: Vec<String>,
    /// The agency, then its units.
    pub units: Vec<NeedUnit>,
    /// The programme: what is to be learned, that which most people need first.
    pub programme: Vec<ProgrammePart>,
}

/// A unit with those below it, or the whole agency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NeedUnit {
    /// Its name.
    pub label: String,
    /// Its depth in the tree, the agency being 0.
    pub depth: usize,
    /// By criterion.
    pub cells: Vec<NeedCell>,
}

/// How many of a unit need to learn something about a criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct NeedCell {
    /// How many.
    pub need: usize,
    /// Of how many who are rated on it.
    pub rated: usize,
}

/// A part of the programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProgrammePart {
    /// The criterion, or the rule that leads to a training.
    pub label: String,
    /// Names of trainings that answer it, with their lesson hours.
    pub trainings: Vec<String>,
    /// For how many nothing is planned or done yet.
    pub open: usize,
    /// Who needs it: those for whom nothing is planned first, then by name.
    pub people: Vec<ProgrammePerson>,
}

/// Somebody who should learn something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProgrammePerson {
    /// Their name.
    pub name: String,
    /// Their page.
    pub href: String,
    /// Their unit.
    pub unit: Option<String>,
    /// The need.
    pub need: NeedView,
}

/// What people should learn by a period's ratings. `None` if its framework has no criteria and no rule that leads to a
/// training.
pub fn needs(scene: &Scene, insight: &PeriodInsight) -> Option<NeedsPage> {
    insight.period.framework.as_deref().filter(|framework| has_needs(framework))?;
    let all: Vec<(&str, Vec<Need>)> = insight
        .scorecards
        .keys()
        .map(|person| {
            let qualified = follow_ups(scene.survey, insight, person);
            (person.as_str(), needs_of(scene.agency, scene.survey, insight, person, &qualified, |_| true))
        })
        .collect();
    let counts = need_counts(scene.agency, insight);
    let shown: BTreeSet<&str> =
        counts.agency.iter().filter(|count| count.rated > 0).map(|count| count.criterion.as_str()).collect();
    let cells = |counts: &[NeedCount]| {
        let shown = counts.iter().filter(|count| shown.contains(count.criterion.as_str()));
        shown.map(|count| NeedCell { need: count.need, rated: count.rated }).collect()
    };
    let units = scene.agency.roster_of(insight.period).units;
    let below = units.iter().filter(|unit| unit.parent.is_some()).filter_map(|unit| {
        let id = unit.id.value.as_str();
        let cells = cells(counts.units.get(id)?);
        Some(NeedUnit { label: scene.label(&unit.name), depth: units.ancestors(id).len(), cells })
    });
    let label = scene.word("whole-agency").to_owned();
    let agency = NeedUnit { label, depth: 0, cells: cells(&counts.agency) };
    let in_need = || all.iter().filter(|(_, needs)| !needs.is_empty());
    Some(NeedsPage {
        id: insight.period.id.clone(),
        label: scene.period(insight.period),
        rated: counts.agency.iter().map(|count| count.rated).max().unwrap_or(0),
        people: in_need().count(),
        answered: in_need().filter(|(_, needs)| needs.iter().all(Need::is_answered)).count(),
        criteria: shown_labels(scene, insight, &shown),
        units: std::iter::once(agency).chain(below).collect(),
        programme: programme(scene, insight, &all),
    })
}

/// Whether a framework has criteria, or a rule that leads to a training.
pub(super) fn has_needs(framework: &Framework) -> bool {
    let mut rules = framework.data.follow_up.iter();
    framework.criteria().next().is_some() || rules.any(|(_, rule)| rule.training.is_some())
}

fn unit_of<'i>(insight: &'i PeriodInsight, person: &str) -> Option<&'i str> {
    insight.progress.get(person)?.unit.as_deref()
}

/// Names of criteria in the framework's order.
fn shown_labels(scene: &Scene, insight: &PeriodInsight, shown: &BTreeSet<&str>) -> Vec<String> {
    let criteria = insight.period.framework.iter().flat_map(|framework| framework.criteria());
    let shown = criteria.filter(|(_, id, _)| shown.contains(id.value.as_str()));
    shown.map(|(_, _, criterion)| scene.label(&criterion.label.value)).collect()
}

fn programme(scene: &Scene, insight: &PeriodInsight, all: &[(&str, Vec<Need>)]) -> Vec<ProgrammePart> {
    let mut parts: Vec<ProgrammePart> = vec![];
    for (person, needs) in all {
        for need in needs {
            let view = growth::need(scene, insight, need);
            let row = ProgrammePerson {
                name: scene.name(person),
                href: dossier_path(&insight.period.id, person),
                unit: unit_of(insight, person).map(|unit| scene.unit(insight.period, unit)),
                need: view,
            };
            let at = parts.iter().position(|part| part.label == row.need.label).unwrap_or_else(|| {
                let trainings = row.need.trainings.iter().map(|training| match training.hours {
                    Some(hours) => {
                        scene.say("training-hours", &[("training", &training.label), ("hours", &hours)])
                    }
                    None => training.label.clone(),
                });
                parts.push(ProgrammePart {
                    label: row.need.label.clone(),
                    trainings: trainings.collect(),
                    open: 0,
                    people: vec![],
                });
                parts.len() - 1
            });
            parts[at].open += usize::from(!row.need.answered);
            parts[at].people.push(row);
        }
    }
    for part in &mut parts {
        part.people.sort_by_cached_key(|row| (row.need.answered, row.name.to_lowercase(), row.href.clone()));
    }
    parts.sort_by(|a, b| (b.open, b.people.len(), &a.label).cmp(&(a.open, a.people.len(), &b.label)));
    parts
}
