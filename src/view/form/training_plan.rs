//! The training plan of a unit or of the whole agency: what people need, by which trainings, and who takes part when.
//! For the personnel office and those it gives it to: it names people.

use std::collections::BTreeMap;

use super::parties::{Cast, chief, last_post};
use super::person::issue;
use super::recap::is_inside;
use super::{Issue, Official};
use crate::calendar::Date;
use crate::framework::entry;
use crate::insight::{Need, NeedFrom, PeriodInsight, Status, follow_ups, need_counts, needs_of};
use crate::model::Agency;
use crate::schema::events::PlannedTraining;
use crate::text::{Lang, phrase};
use crate::view::Scene;
use crate::view::growth::training_label;
use crate::view::parts::label;

/// What a training plan says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrainingPlanView {
    /// The language.
    pub lang: Lang,
    /// Who issues it, by which period's ratings.
    pub issue: Issue,
    /// The unit. `None` for the whole agency.
    pub unit: Option<String>,
    /// What people need, by criterion and rule.
    pub needs: Vec<NeedRow>,
    /// The programme: that which most people are to take first.
    pub programme: Vec<TrainingBlock>,
    /// Needs that no training on the list answers, with those who have them.
    pub unanswered: Vec<(String, Vec<String>)>,
    /// Trainings that were completed since the period ended.
    pub completed: Vec<CompletedRow>,
    /// The unit's head or the agency's leader, who signs.
    pub head: Official,
}

/// How many people need something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NeedRow {
    /// The criterion, or the rule that leads to a training.
    pub label: String,
    /// How many are rated on it. `None` for a rule.
    pub rated: Option<usize>,
    /// How many need it.
    pub people: usize,
    /// For how many of those something is planned or done.
    pub answered: usize,
}

/// A training with those who are to take it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrainingBlock {
    /// Its name.
    pub label: String,
    /// Its length in lesson hours.
    pub hours: Option<u32>,
    /// Who gives it.
    pub provider: Option<String>,
    /// Who takes part, by name.
    pub participants: Vec<Participant>,
}

/// Somebody who is to take a training.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// Who.
    pub official: Official,
    /// The needs it answers.
    pub answers: Vec<String>,
    /// When.
    pub when: When,
}

/// When somebody takes a training.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// On a day that is set.
    Planned(Date),
    /// It is planned; the day is not set.
    Undated,
    /// The day passed without its being done.
    Lapsed(Date),
    /// It answers a need and nothing is planned yet.
    Proposed,
}

/// A training that somebody completed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompletedRow {
    /// The training.
    pub training: String,
    /// Its length in lesson hours.
    pub hours: Option<u32>,
    /// Who.
    pub name: String,
    /// When.
    pub date: Date,
}

/// The training plan by a period's ratings of a unit with the units below it, or of the whole agency. `None` if the
/// framework could not be read, or there is nothing to plan and nothing was done.
pub fn training_plan(
    agency: &Agency,
    survey: &[PeriodInsight<'_>],
    insight: &PeriodInsight<'_>,
    unit: Option<&str>,
    lang: Lang,
) -> Option<TrainingPlanView> {
    let period = insight.period;
    let framework = period.framework.as_deref()?;
    let roster = agency.roster_of(period);
    let cast = Cast { roster, framework, lang };
    let mut gathered = Gathered::new(agency, insight, cast);
    let inside =
        insight.progress.iter().filter(|(_, one)| is_inside(roster.units, unit, one.unit.as_deref()));
    for (person, _) in inside.filter(|(person, _)| insight.scorecards.contains_key(*person)) {
        let qualified = follow_ups(survey, insight, person);
        let needs = needs_of(agency, survey, insight, person, &qualified, |_| true);
        gathered.needs(person, &needs);
        gathered.recorded(person);
    }
    let counts = need_counts(agency, insight);
    let of_unit = unit.map_or(Some(&counts.agency), |unit| counts.units.get(unit));
    let rated = |criterion: &str| {
        let count = of_unit.into_iter().flatten().find(|count| count.criterion == criterion)?;
        Some(count.rated)
    };
    let day = period.end().map_or(agency.today, |end| end.min(agency.today));
    let head = match unit {
        Some(unit) => roster.head_on(unit, day),
        None => chief(roster, day),
    };
    let view = TrainingPlanView {
        lang,
        issue: issue(agency, period, lang),
        unit: unit
            .map(|id| roster.units.get(id).map_or_else(|| id.to_owned(), |unit| label(lang, &unit.name))),
        needs: gathered.need_rows(rated),
        programme: gathered.programme(),
        completed: gathered.completed(),
        unanswered: gathered.unanswered(),
        head: head.map_or_else(Official::default, |id| cast.official_on(id, day)),
    };
    let is_empty = view.needs.is_empty() && view.programme.is_empty() && view.completed.is_empty();
    (!is_empty).then_some(view)
}

/// What people need for one reason; two reasons may bear the same name.
struct Gap {
    from: Reason,
    label: String,
    /// How many need it, and for how many of these something is planned or done.
    people: usize,
    answered: usize,
    /// Names of those for whom no training answers it.
    open: Vec<String>,
}

/// What a need comes from.
#[derive(PartialEq, Eq)]
enum Reason {
    Criterion(String),
    Rule(String),
}

impl Reason {
    fn of(need: &Need) -> Reason {
        match &need.from {
            NeedFrom::Criterion(state) => Reason::Criterion(state.criterion.clone()),
            NeedFrom::Rule(rule) => Reason::Rule(rule.clone()),
        }
    }
}

/// What is gathered over people, each in the order of the framework or of the agency's list.
struct Gathered<'a> {
    agency: &'a Agency,
    insight: &'a PeriodInsight<'a>,
    cast: Cast<'a>,
    /// Needs in the order in which they came up.
    needs: Vec<Gap>,
    /// Takers by training and person: the needs it answers, and when.
    takers: BTreeMap<(String, String), (Vec<String>, When)>,
    /// What was completed, by training and person.
    done: BTreeMap<(String, String), Date>,
}

impl<'a> Gathered<'a> {
    fn new(agency: &'a Agency, insight: &'a PeriodInsight<'a>, cast: Cast<'a>) -> Self {
        Gathered { agency, insight, cast, needs: vec![], takers: BTreeMap::new(), done: BTreeMap::new() }
    }

    fn scene(&self) -> Scene<'a> {
        Scene::on_paper(self.agency, self.cast.lang)
    }

    /// The name of what is needed.
    fn label(&self, need: &Need) -> String {
        match &need.from {
            NeedFrom::Criterion(state) => self.scene().topic(self.cast.framework, &state.criterion),
            NeedFrom::Rule(rule) => {
                let known = entry(&self.cast.framework.data.follow_up, rule);
                known.map_or_else(|| rule.clone(), |rule| label(self.cast.lang, &rule.label.value))
            }
        }
    }

    /// What somebody needs. A need with nothing planned or done proposes the first training that answers it.
    fn needs(&mut self, person: &str, needs: &[Need]) {
        for need in needs {
            let name = self.label(need);
            let from = Reason::of(need);
            let at = self.needs.iter().position(|known| known.from == from).unwrap_or_else(|| {
                let label = name.clone();
                self.needs.push(Gap { from, label, people: 0, answered: 0, open: vec![] });
                self.needs.len() - 1
            });
            self.needs[at].people += 1;
            self.needs[at].answered += usize::from(need.is_answered());
            for answer in &need.trainings {
                match answer.status {
                    Status::Planned(Some(day)) => {
                        self.take(&answer.training, person, &name, When::Planned(day));
                    }
                    Status::Planned(None) => self.take(&answer.training, person, &name, When::Undated),
                    Status::Lapsed(day) => self.take(&answer.training, person, &name, When::Lapsed(day)),
                    Status::Done(day) => {
                        self.done.insert((answer.training.clone(), person.to_owned()), day);
                    }
                    Status::Open | Status::Before(_) => {}
                }
            }
            let lapsed = need.trainings.iter().any(|answer| matches!(answer.status, Status::Lapsed(_)));
            if need.is_answered() || lapsed {
                continue;
            }
            let open = need.trainings.iter().find(|answer| answer.status == Status::Open);
            match open.or(need.trainings.first()) {
                Some(answer) => self.take(&answer.training, person, &name, When::Proposed),
                None => {
                    let person = self.name(person);
                    self.needs[at].open.push(person);
                }
            }
        }
    }

    /// Somebody's name as it counted in the period.
    fn name(&self, person: &str) -> String {
        self.cast.roster.person(person).map_or_else(|| person.to_owned(), |person| person.name())
    }

    fn take(&mut self, training: &str, person: &str, need: &str, when: When) {
        let key = (training.to_owned(), person.to_owned());
        let (answers, at) = self.takers.entry(key).or_insert_with(|| (vec![], when));
        if !need.is_empty() && !answers.iter().any(|known| known == need) {
            answers.push(need.to_owned());
        }
        *at = (*at).min(when);
    }

    /// What is recorded of somebody beside their needs: what else they plan, and what they completed.
    fn recorded(&mut self, person: &str) {
        let end = self.insight.period.end();
        let recorded = self.insight.period.dossiers.get(person).and_then(|one| one.development.data());
        let trainings: &[PlannedTraining] = recorded.map_or(&[], |recorded| recorded.trainings.as_slice());
        for taken in trainings {
            let training = taken.training.value.as_str();
            let answers = taken.answers.as_ref();
            let answers = answers.map(|id| self.scene().topic(self.cast.framework, &id.value));
            let answers = answers.as_deref().unwrap_or_default();
            match (&taken.completed, &taken.planned) {
                (Some(day), _) if end.is_none_or(|end| day.value > end) => {
                    self.done.insert((training.to_owned(), person.to_owned()), day.value);
                }
                (Some(_), _) => {}
                (None, Some(day))
                    if end.is_some_and(|end| day.value <= end) || day.value < self.agency.today =>
                {
                    self.take(training, person, answers, When::Lapsed(day.value));
                }
                (None, Some(day)) => self.take(training, person, answers, When::Planned(day.value)),
                (None, None) => self.take(training, person, answers, When::Undated),
            }
        }
    }

    fn need_rows(&self, rated: impl Fn(&str) -> Option<usize>) -> Vec<NeedRow> {
        let mut rows: Vec<NeedRow> = self
            .needs
            .iter()
            .map(|need| NeedRow {
                label: need.label.clone(),
                rated: match &need.from {
                    Reason::Criterion(criterion) => rated(criterion),
                    Reason::Rule(_) => None,
                },
                people: need.people,
                answered: need.answered,
            })
            .collect();
        rows.sort_by(|a, b| (b.people, &a.label).cmp(&(a.people, &b.label)));
        rows
    }

    fn unanswered(&self) -> Vec<(String, Vec<String>)> {
        let open = self.needs.iter().filter(|need| !need.open.is_empty());
        open.map(|need| (need.label.clone(), need.open.clone())).collect()
    }

    fn programme(&self) -> Vec<TrainingBlock> {
        let mut blocks: Vec<(&str, TrainingBlock)> = vec![];
        for ((training, person), (answers, when)) in &self.takers {
            let at = blocks.iter().position(|(known, _)| known == training).unwrap_or_else(|| {
                let known = entry(&self.agency.trainings, training);
                let block = TrainingBlock {
                    label: training_label(&self.scene(), training),
                    hours: self.hours(training),
                    provider: known.and_then(|known| known.provider.as_ref()).map(|at| at.value.clone()),
                    participants: vec![],
                };
                blocks.push((training, block));
                blocks.len() - 1
            });
            let range = self.insight.period.range();
            let post = range.and_then(|range| last_post(self.cast.roster, range, person, self.agency.today));
            let official = self.cast.official(person, post.map(|(post, _)| post));
            let participant = Participant { official, answers: answers.clone(), when: *when };
            blocks[at].1.participants.push(participant);
        }
        let mut blocks: Vec<TrainingBlock> = blocks.into_iter().map(|(_, block)| block).collect();
        for block in &mut blocks {
            block.participants.sort_by(|a, b| (a.when, &a.official.name).cmp(&(b.when, &b.official.name)));
        }
        let count = |block: &TrainingBlock| block.participants.len();
        blocks.sort_by(|a, b| (count(b), &a.label).cmp(&(count(a), &b.label)));
        blocks
    }

    fn hours(&self, training: &str) -> Option<u32> {
        entry(&self.agency.trainings, training)?.hours.as_ref().map(|hours| hours.value)
    }

    fn completed(&self) -> Vec<CompletedRow> {
        let mut rows: Vec<CompletedRow> = self
            .done
            .iter()
            .map(|((training, person), date)| CompletedRow {
                training: training_label(&self.scene(), training),
                hours: self.hours(training),
                name: self.name(person),
                date: *date,
            })
            .collect();
        rows.sort_by(|a, b| (a.date, &a.training, &a.name).cmp(&(b.date, &b.training, &b.name)));
        rows
    }
}

/// The quarter of a day: "Triwulan II 2025".
pub fn quarter(lang: Lang, day: Date) -> String {
    const KEYS: [&str; 4] = ["office-quarter-1", "office-quarter-2", "office-quarter-3", "office-quarter-4"];
    let at = usize::try_from((day.month() - 1) / 3).unwrap_or(0).min(3);
    format!("{} {}", phrase(lang, KEYS[at]), day.year())
}
