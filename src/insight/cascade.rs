//! Who contributes to which goal: results that support a goal themselves or through a superior's result, and goals'
//! indicators that several people share.

use std::collections::{BTreeMap, BTreeSet};

use super::PeriodInsight;
use crate::model::Slot;
use crate::schema::plan::PlannedResult;

/// What a result supports, before its first `/`, where that is a goal and not a person.
const GOAL: &str = "goal";

/// How plans lead to the goals of a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cascade {
    /// The goals in their order, each with the results that support it themselves.
    pub goals: Vec<GoalBranch>,
    /// Results that lead to no goal, by person and in the plan's order: they name nothing, or what they name leads nowhere.
    pub loose: Vec<LooseResult>,
    /// People of whose results none leads to a goal, by id.
    pub without_link: Vec<String>,
    /// People who take part and have no plan, by id.
    pub without_plan: Vec<String>,
    /// Indicators of goals that plans share, in the order of the goals.
    pub shared: Vec<SharedIndicator>,
}

/// A goal with what supports it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoalBranch {
    /// The goal.
    pub goal: String,
    /// What supports it: each result is followed by those that support it, one deeper. Results that support the same are
    /// in the order of the people's ids, then of the plan.
    pub results: Vec<Branch>,
}

/// A result on its way to a goal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Branch {
    /// Whose it is.
    pub person: String,
    /// The result.
    pub result: String,
    /// How many results lie between it and the goal.
    pub depth: usize,
}

/// A result that leads to no goal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LooseResult {
    /// Whose it is.
    pub person: String,
    /// The result.
    pub result: String,
    /// What it names.
    pub supports: Option<String>,
}

/// An indicator of a goal that plans share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedIndicator {
    /// The goal.
    pub goal: String,
    /// The indicator.
    pub indicator: String,
    /// Who shares it, by person and in the plan's order.
    pub sharers: Vec<Sharer>,
}

/// Somebody who shares an indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sharer {
    /// Who.
    pub person: String,
    /// Their result.
    pub result: String,
    /// What they do for it, in their words.
    pub contribution: Option<String>,
}

impl GoalBranch {
    /// Everybody who contributes to it, by id.
    pub fn people(&self) -> BTreeSet<&str> {
        self.results.iter().map(|branch| branch.person.as_str()).collect()
    }
}

/// Results by what they support: a goal or a person's result, as written.
type Supporters<'a> = BTreeMap<&'a str, Vec<(&'a str, &'a str)>>;

/// How plans lead to the goals of a period. People who are withheld are left out.
pub fn cascade(insight: &PeriodInsight) -> Cascade {
    let period = insight.period;
    let people: Vec<&str> = insight.scorecards.keys().map(String::as_str).collect();
    let mut supporters: Supporters = BTreeMap::new();
    let mut results: Vec<(&str, &str, &PlannedResult)> = vec![];
    let mut without_plan = vec![];
    for person in people {
        let plan = period.dossiers.get(person).map_or(&Slot::Absent, |dossier| &dossier.plan);
        let Some(plan) = plan.data() else {
            without_plan.push(person.to_owned());
            continue;
        };
        for (id, result) in &plan.results {
            results.push((person, &id.value, result));
            if let Some(supports) = &result.supports {
                supporters.entry(&supports.value).or_default().push((person, &id.value));
            }
        }
    }
    let data = period.goals.data().map_or(&[][..], Vec::as_slice);
    let goals: Vec<GoalBranch> = data
        .iter()
        .map(|(id, _)| {
            let results = branches(&supporters, &format!("{GOAL}/{}", id.value));
            GoalBranch { goal: id.value.clone(), results }
        })
        .collect();
    let branches = goals.iter().flat_map(|goal| &goal.results);
    let linked: BTreeSet<(&str, &str)> =
        branches.map(|branch| (branch.person.as_str(), branch.result.as_str())).collect();
    let people_linked: BTreeSet<&str> = linked.iter().map(|(person, _)| *person).collect();
    let mut without_link: Vec<String> = results
        .iter()
        .filter(|(person, ..)| !people_linked.contains(person))
        .map(|(person, ..)| (*person).to_owned())
        .collect();
    without_link.dedup();
    let loose = results.iter().filter(|(person, result, _)| !linked.contains(&(*person, *result)));
    let loose = loose.map(|(person, result, planned)| LooseResult {
        person: (*person).to_owned(),
        result: (*result).to_owned(),
        supports: planned.supports.as_ref().map(|supports| supports.value.clone()),
    });
    let loose = loose.collect();
    Cascade { shared: shared(insight, &results), loose, without_link, without_plan, goals }
}

/// The results that support something, each followed by those that support it. A result supports one thing alone, so
/// none is met twice.
fn branches(supporters: &Supporters, goal: &str) -> Vec<Branch> {
    let of = |what: &str| supporters.get(what).map_or(&[][..], Vec::as_slice).iter().rev();
    let mut waiting: Vec<(usize, (&str, &str))> = of(goal).map(|result| (0, *result)).collect();
    let mut found = vec![];
    while let Some((depth, (person, result))) = waiting.pop() {
        found.push(Branch { person: person.to_owned(), result: result.to_owned(), depth });
        waiting.extend(of(&format!("{person}/{result}")).map(|below| (depth + 1, *below)));
    }
    found
}

fn shared(insight: &PeriodInsight, results: &[(&str, &str, &PlannedResult)]) -> Vec<SharedIndicator> {
    let mut sharers: BTreeMap<&str, Vec<Sharer>> = BTreeMap::new();
    for (person, result, planned) in results {
        for (_, indicator) in &planned.indicators {
            let Some(goal) = &indicator.goal else { continue };
            sharers.entry(&goal.value).or_default().push(Sharer {
                person: (*person).to_owned(),
                result: (*result).to_owned(),
                contribution: indicator.contribution.as_ref().map(|words| words.value.clone()),
            });
        }
    }
    let goals = insight.period.goals.data().map_or(&[][..], Vec::as_slice);
    let all = goals.iter().flat_map(|(goal, data)| {
        data.indicators.iter().map(move |(indicator, _)| (&goal.value, &indicator.value))
    });
    all.filter_map(|(goal, indicator)| {
        let sharers = sharers.remove(format!("{goal}/{indicator}").as_str())?;
        Some(SharedIndicator { goal: goal.clone(), indicator: indicator.clone(), sharers })
    })
    .collect()
}
