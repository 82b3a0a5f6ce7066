//! Goals of a period: what was achieved, and whose results lead to them.

use std::collections::BTreeMap;

use serde::Serialize;

use super::dossier_path;
use crate::framework::entry;
use crate::insight::{Branch, GoalStatus, IndicatorStatus, PeriodInsight, SharedIndicator, cascade};
use crate::schema::plan::PlannedResult;
use crate::view::parts::{self, Link};
use crate::view::scene::Scene;

/// Goals of a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GoalsPage {
    /// The period's id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// The goals.
    pub goals: Vec<GoalRow>,
    /// How many people have a plan.
    pub planned: usize,
    /// How many of them contribute to a goal.
    pub linked: usize,
    /// People of whose results none leads to a goal.
    pub without_link: Vec<Link>,
    /// People without a plan.
    pub without_plan: Vec<Link>,
    /// Results of others that lead to no goal.
    pub loose: Vec<LooseRow>,
}

/// A goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GoalRow {
    /// What is to be reached.
    pub title: String,
    /// Who answers for it.
    pub owner: Option<String>,
    /// Its indicators.
    pub indicators: Vec<IndicatorRow>,
    /// Results that lead to it, each followed by those that support it.
    pub results: Vec<ResultRow>,
    /// How many people contribute.
    pub people: usize,
}

/// An indicator of a goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct IndicatorRow {
    /// What is measured.
    pub measure: String,
    /// What is aimed at.
    pub target: String,
    /// What was reached.
    pub realised: Option<String>,
    /// That in percent of the target.
    pub achieved: Option<String>,
    /// Whether the target was reached.
    pub reached: Option<bool>,
    /// Who shares it, with what they do for it.
    pub sharers: Vec<SharerRow>,
}

/// Somebody who shares an indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SharerRow {
    /// Who.
    pub person: Link,
    /// What they do for it.
    pub contribution: Option<String>,
}

/// A result that leads to a goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ResultRow {
    /// Whose it is.
    pub person: Link,
    /// Their post.
    pub position: Option<String>,
    /// The result.
    pub result: String,
    /// How many results lie between it and the goal.
    pub depth: usize,
}

/// A result that leads to no goal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LooseRow {
    /// Whose it is.
    pub person: Link,
    /// The result.
    pub result: String,
}

/// Goals of a period. `None` while it has none.
pub fn goals(scene: &Scene, insight: &PeriodInsight) -> Option<GoalsPage> {
    if insight.goals.is_empty() {
        return None;
    }
    let found = cascade(insight);
    let page = Page { scene, insight };
    let shared: BTreeMap<(&str, &str), &SharedIndicator> =
        found.shared.iter().map(|one| ((one.goal.as_str(), one.indicator.as_str()), one)).collect();
    let goals = insight.goals.iter().map(|status| {
        let branch = found.goals.iter().find(|branch| branch.goal == status.id);
        page.goal(status, branch.map_or(&[][..], |branch| &branch.results), &shared)
    });
    let people = |ids: &[String]| {
        let mut links: Vec<Link> = ids.iter().map(|person| page.person(person)).collect();
        links.sort_by_cached_key(|link| (link.label.to_lowercase(), link.href.clone()));
        links
    };
    let linked: std::collections::BTreeSet<&str> =
        found.goals.iter().flat_map(crate::insight::GoalBranch::people).collect();
    let is_other = |person: &String| !found.without_link.contains(person);
    Some(GoalsPage {
        id: insight.period.id.clone(),
        label: scene.period(insight.period),
        planned: insight.scorecards.len() - found.without_plan.len(),
        linked: linked.len(),
        without_link: people(&found.without_link),
        without_plan: people(&found.without_plan),
        loose: found
            .loose
            .iter()
            .filter(|loose| is_other(&loose.person))
            .map(|loose| LooseRow {
                person: page.person(&loose.person),
                result: page.result(&loose.person, &loose.result),
            })
            .collect(),
        goals: goals.collect(),
    })
}

struct Page<'s, 'a> {
    scene: &'s Scene<'a>,
    insight: &'s PeriodInsight<'a>,
}

impl Page<'_, '_> {
    fn person(&self, person: &str) -> Link {
        Link { label: self.scene.name(person), href: dossier_path(&self.insight.period.id, person) }
    }

    fn planned(&self, person: &str, result: &str) -> Option<&PlannedResult> {
        entry(&self.insight.period.dossiers.get(person)?.plan.data()?.results, result)
    }

    /// The words of a result.
    fn result(&self, person: &str, result: &str) -> String {
        self.planned(person, result).map_or_else(|| result.to_owned(), |planned| planned.result.value.clone())
    }

    fn goal(
        &self,
        status: &GoalStatus,
        results: &[Branch],
        shared: &BTreeMap<(&str, &str), &SharedIndicator>,
    ) -> GoalRow {
        let scene = self.scene;
        let period = self.insight.period;
        let owner = status.goal.owner.as_ref().map(|owner| match scene.agency.people.get(&owner.value) {
            Some(person) => person.name(),
            None => scene.unit(period, &owner.value),
        });
        let row = |branch: &Branch| {
            let post =
                scene.agency.periods.get(&period.id).and_then(|period| scene.post(period, &branch.person));
            ResultRow {
                person: self.person(&branch.person),
                position: post.map(|post| post.position.value.clone()),
                result: self.result(&branch.person, &branch.result),
                depth: branch.depth,
            }
        };
        let people: std::collections::BTreeSet<&str> =
            results.iter().map(|branch| branch.person.as_str()).collect();
        GoalRow {
            title: scene.label(&status.goal.title.value),
            owner,
            indicators: status
                .indicators
                .iter()
                .map(|one| self.indicator(one, shared.get(&(status.id.as_str(), one.id.as_str())).copied()))
                .collect(),
            results: results.iter().map(row).collect(),
            people: people.len(),
        }
    }

    fn indicator(&self, status: &IndicatorStatus, shared: Option<&SharedIndicator>) -> IndicatorRow {
        let (scene, data) = (self.scene, &status.indicator);
        let unit = data.unit.as_ref().map(|unit| unit.value.as_str());
        let measure = |at: &crate::schema::At<crate::schema::Measure>| parts::measure(scene.lang, at, unit);
        let sharers = shared.map_or(&[][..], |shared| &shared.sharers).iter();
        IndicatorRow {
            measure: scene.label(&data.measure.value),
            target: measure(&data.target),
            realised: data.realised.as_ref().map(measure),
            achieved: status.achieved.as_ref().map(|percent| crate::text::decimal(scene.lang, percent, 1)),
            reached: status.reached,
            sharers: sharers
                .map(|one| SharerRow {
                    person: self.person(&one.person),
                    contribution: one.contribution.clone(),
                })
                .collect(),
        }
    }
}
