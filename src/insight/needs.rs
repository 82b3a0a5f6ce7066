//! What people should learn: criteria that are weak or below what a post requires, the trainings that answer them, and
//! what is planned or done already.

use std::collections::BTreeMap;

use super::PeriodInsight;
use super::criteria::{CriterionState, Shows, criteria_of};
use super::follow_up::Qualified;
use crate::calendar::Date;
use crate::framework::entry;
use crate::model::Agency;
use crate::schema::events::PlannedTraining;

/// What one person should learn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    /// Why.
    pub from: NeedFrom,
    /// Trainings that answer it, in the framework's order, then in that of the agency's list; what the person has of
    /// others that answer it comes last.
    pub trainings: Vec<Answer>,
}

/// Why somebody should learn something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NeedFrom {
    /// A criterion is weak, or below what the post requires.
    Criterion(CriterionState),
    /// A rule of follow-up leads to a training, by the framework's id.
    Rule(String),
}

/// A training that answers a need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The training.
    pub training: String,
    /// Whether the person has it already.
    pub status: Status,
}

/// Whether a person has a training.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Nothing is recorded of it.
    Open,
    /// It was done before the period ended, so that its rating has seen it.
    Before(Date),
    /// It was planned for a day that passed or lies before the period's end, and is not done.
    Lapsed(Date),
    /// It is planned, for a day if one is set.
    Planned(Option<Date>),
    /// It was done after the period.
    Done(Date),
}

impl Need {
    /// Whether something was done about it since, or is planned.
    pub fn is_answered(&self) -> bool {
        self.trainings.iter().any(|answer| matches!(answer.status, Status::Planned(_) | Status::Done(_)))
    }

    /// The criterion it is about.
    pub fn criterion(&self) -> Option<&str> {
        match &self.from {
            NeedFrom::Criterion(state) => Some(&state.criterion),
            NeedFrom::Rule(_) => None,
        }
    }
}

/// How many people need to learn something about a criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NeedCount {
    /// The criterion.
    pub criterion: String,
    /// How many are rated on it.
    pub rated: usize,
    /// For how many it shows a weakness.
    pub weak: usize,
    /// How many are below what their post requires.
    pub below: usize,
    /// For how many one or the other holds.
    pub need: usize,
}

/// What a person should learn by a period's ratings and by the rules that hold for them, in the framework's order.
/// Trainings are looked for in the periods that `seen` lets through.
pub fn needs_of(
    agency: &Agency,
    survey: &[PeriodInsight],
    insight: &PeriodInsight,
    person: &str,
    qualified: &[Qualified],
    seen: impl Fn(&PeriodInsight) -> bool,
) -> Vec<Need> {
    let Some(framework) = insight.period.framework.as_deref() else { return vec![] };
    let taken: Vec<&PlannedTraining> = survey
        .iter()
        .filter(|one| one.scorecards.contains_key(person) && seen(one))
        .filter_map(|one| one.period.dossiers.get(person)?.development.data())
        .flat_map(|development| &development.trainings)
        .collect();
    let end = insight.period.end();
    let status = |wanted: &dyn Fn(&PlannedTraining) -> bool| {
        let of = |taken: &&PlannedTraining| match (&taken.completed, &taken.planned) {
            (Some(day), _) if end.is_some_and(|end| day.value <= end) => Status::Before(day.value),
            (Some(day), _) => Status::Done(day.value),
            (None, Some(day)) if end.is_some_and(|end| day.value <= end) || day.value < agency.today => {
                Status::Lapsed(day.value)
            }
            (None, planned) => Status::Planned(planned.as_ref().map(|day| day.value)),
        };
        taken.iter().filter(|taken| wanted(taken)).map(of).max()
    };
    let answer = |training: &str| Answer {
        training: training.to_owned(),
        status: status(&|taken| taken.training.value == training).unwrap_or(Status::Open),
    };
    let about = |state: CriterionState| {
        let id = state.criterion.as_str();
        let named = framework.criterion(id).map_or(&[][..], |(_, criterion)| &criterion.trainings);
        let mut ids: Vec<&str> = named.iter().map(|id| id.value.as_str()).collect();
        let strengthens = agency
            .trainings
            .iter()
            .filter(|(_, training)| training.strengthens.iter().any(|strong| strong.value == id));
        ids.extend(strengthens.map(|(id, _)| id.value.as_str()));
        let answers = |taken: &&&PlannedTraining| taken.answers.as_ref().is_some_and(|at| at.value == id);
        ids.extend(taken.iter().filter(answers).map(|taken| taken.training.value.as_str()));
        let mut seen = std::collections::BTreeSet::new();
        ids.retain(|id| seen.insert(*id));
        let trainings = ids.into_iter().map(answer).collect();
        Need { from: NeedFrom::Criterion(state), trainings }
    };
    let by_rating =
        criteria_of(agency, insight, person).into_iter().filter(CriterionState::is_need).map(about);
    let by_rule = qualified.iter().filter_map(|qualified| {
        let training = entry(&framework.data.follow_up, &qualified.rule)?.training.as_ref()?;
        Some(Need { from: NeedFrom::Rule(qualified.rule.clone()), trainings: vec![answer(&training.value)] })
    });
    by_rating.chain(by_rule).collect()
}

/// How many need to learn something, by criterion in the framework's order: of everybody, and of each unit with those
/// below it. For the personnel office: counts are not coarsened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NeedCounts {
    /// Of everybody.
    pub agency: Vec<NeedCount>,
    /// By unit.
    pub units: BTreeMap<String, Vec<NeedCount>>,
}

/// Counts who needs to learn something by a period's ratings.
pub fn need_counts(agency: &Agency, insight: &PeriodInsight) -> NeedCounts {
    let framework = insight.period.framework.as_deref();
    let none = |id: &str| NeedCount { criterion: id.to_owned(), rated: 0, weak: 0, below: 0, need: 0 };
    let criteria = framework.into_iter().flat_map(crate::framework::Framework::criteria);
    let zero: Vec<NeedCount> = criteria.map(|(_, id, _)| none(&id.value)).collect();
    let mut counts = NeedCounts { agency: zero.clone(), units: BTreeMap::new() };
    let units = agency.roster_of(insight.period).units;
    for (person, progress) in &insight.progress {
        let states = criteria_of(agency, insight, person);
        add(&mut counts.agency, &states);
        let Some(own) = progress.unit.as_deref().filter(|_| !states.is_empty()) else { continue };
        let above = units.ancestors(own).into_iter().map(|unit| unit.id.value.as_str());
        for unit in std::iter::once(own).chain(above) {
            add(counts.units.entry(unit.to_owned()).or_insert_with(|| zero.clone()), &states);
        }
    }
    counts
}

fn add(counts: &mut [NeedCount], states: &[CriterionState]) {
    for state in states {
        if let Some(count) = counts.iter_mut().find(|count| count.criterion == state.criterion) {
            count.rated += 1;
            count.weak += usize::from(state.shows == Shows::Weakness);
            count.below += usize::from(state.gap.is_some());
            count.need += usize::from(state.is_need());
        }
    }
}
