//! Figures of units, as far as they may stand beside those of the agency and of each other.

use std::collections::{BTreeMap, BTreeSet};

use super::attack::{Rule, Shown, attack};
use super::cohorts::{Cohort, Verdict, decide, members};
use super::figures::{self, Figures, Why};
use super::{Bounds, PublicPeriod, Released, bounds};
use crate::check::Checked;
use crate::insight::PeriodInsight;
use crate::schema::Label;

/// What may be published about a unit with all units below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitFigures {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Released<Label>,
    /// How many units it lies in.
    pub depth: usize,
    /// Its figures, or why there are none.
    pub figures: Figures,
}

/// A group whose figures would betray few people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breach {
    /// The period's id.
    pub period: String,
    /// The unit's id; none where it is the agency.
    pub unit: Option<String>,
    /// What broke.
    pub rule: Rule,
}

/// What the figures of a group say of head counts in each class.
type Counts = fn(&Figures) -> Option<Vec<(usize, usize)>>;

/// The agency and its units in a period, and who decided on whom; people by their place among those who take part.
struct Groups<'a> {
    people: Vec<&'a str>,
    cohorts: Vec<Cohort>,
    names: Vec<Label>,
    deciders: Vec<BTreeSet<usize>>,
}

/// The figures of each unit, after the unit it lies in. Nothing of any of them while one may still change: it would show
/// whose outcome did.
pub(super) fn units(
    checked: &Checked,
    insight: &PeriodInsight,
    bounds: Bounds,
) -> Result<Vec<UnitFigures>, Why> {
    if checked.any_held(&insight.period.id) {
        return Err(Why::Held);
    }
    if !figures::is_final(checked, insight) {
        return Err(Why::NotFinal);
    }
    let groups = groups(checked, insight);
    let everybody = members(&groups.cohorts);
    let verdicts = decide(&groups.cohorts, &groups.deciders, bounds);
    // The first is the agency itself, whose figures stand by themselves.
    let units = (1..groups.cohorts.len()).map(|at| UnitFigures {
        id: groups.cohorts[at].id.clone(),
        name: Released(groups.names[at - 1].clone()),
        depth: std::iter::successors(groups.cohorts[at].parent, |at| groups.cohorts[*at].parent).count() - 1,
        figures: match verdicts[at] {
            Verdict::Released => {
                let own: BTreeSet<&str> = everybody[at].iter().map(|person| groups.people[*person]).collect();
                figures::of(insight, &own, bounds)
            }
            Verdict::TooFew => Figures::Withheld(Why::TooFew { least: bounds.people }),
            Verdict::Protects => Figures::Withheld(Why::Protects),
        },
    });
    Ok(units.collect())
}

/// Tries to compute more than is shown from everything that is about to be published. A period in which that succeeds
/// must not be published.
pub fn breach(checked: &Checked, survey: &[PeriodInsight], released: &[PublicPeriod]) -> Option<Breach> {
    let threshold = bounds(checked).people;
    released.iter().find_map(|period| {
        let insight = survey.iter().find(|insight| insight.period.id == period.id)?;
        let groups = groups(checked, insight);
        let everybody = members(&groups.cohorts);
        let units = period.units.iter().flatten();
        let figures: BTreeMap<&str, &Figures> = units.map(|unit| (unit.id.as_str(), &unit.figures)).collect();
        let published = |at: usize, counts: Counts| {
            let id = &groups.cohorts[at].id;
            let figures = if at == 0 { &period.figures } else { figures.get(id.as_str())? };
            let members = everybody[at].clone();
            matches!(figures, Figures::Shown { .. }).then(|| Shown {
                id: id.clone(),
                members,
                counts: counts(figures),
            })
        };
        [Figures::outcomes_between as Counts, Figures::released_between].into_iter().find_map(|counts| {
            let shown: Vec<Shown> =
                (0..groups.cohorts.len()).filter_map(|at| published(at, counts)).collect();
            let (unit, rule) = attack(&shown, threshold)?;
            Some(Breach { period: period.id.clone(), unit: Some(unit).filter(|unit| !unit.is_empty()), rule })
        })
    })
}

fn groups<'a>(checked: &Checked, insight: &'a PeriodInsight) -> Groups<'a> {
    let people: Vec<&str> = insight.progress.keys().map(String::as_str).collect();
    let units = checked.agency.roster_of(insight.period).units;
    let mut cohorts = vec![Cohort { id: String::new(), parent: None, direct: vec![] }];
    let mut names = vec![];
    let is_root = |parent: Option<&str>| parent.is_none_or(|parent| units.get(parent).is_none());
    let roots = units.iter().filter(|unit| is_root(unit.parent.as_ref().map(|parent| parent.value.as_str())));
    let mut waiting: Vec<_> = roots.map(|unit| (unit, 0)).collect();
    waiting.reverse();
    while let Some((unit, parent)) = waiting.pop() {
        let at = cohorts.len();
        cohorts.push(Cohort { id: unit.id.value.clone(), parent: Some(parent), direct: vec![] });
        names.push(unit.name.clone());
        let mut below: Vec<_> = units.children(&unit.id.value).map(|unit| (unit, at)).collect();
        below.reverse();
        waiting.append(&mut below);
    }
    let place: BTreeMap<String, usize> =
        cohorts.iter().enumerate().map(|(at, cohort)| (cohort.id.clone(), at)).collect();
    for (at, progress) in insight.progress.values().enumerate() {
        let unit = progress.unit.as_ref().and_then(|unit| place.get(unit));
        cohorts[unit.copied().unwrap_or(0)].direct.push(at);
    }
    Groups { deciders: deciders(insight, &people), people, cohorts, names }
}

fn deciders(insight: &PeriodInsight, people: &[&str]) -> Vec<BTreeSet<usize>> {
    let mut numbers: BTreeMap<&str, usize> =
        people.iter().enumerate().map(|(at, person)| (*person, at)).collect();
    let of = people.iter().map(|person| {
        let card = insight.scorecards.get(*person);
        card.into_iter().flat_map(|card| card.deciders()).collect::<Vec<&str>>()
    });
    of.map(|raters| {
        raters
            .into_iter()
            .map(|rater| {
                let next = numbers.len();
                *numbers.entry(rater).or_insert(next)
            })
            .collect()
    })
    .collect()
}
