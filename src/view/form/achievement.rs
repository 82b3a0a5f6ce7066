//! What the employee reports of the period.

use super::Realised;
use super::desk::{Desk, PaperHead};
use super::values::measure;
use crate::calendar::Date;
use crate::framework::entry;
use crate::insight::PeriodInsight;
use crate::model::{Passage, Topic};
use crate::num::Exact;
use crate::schema::framework::Achievement as Rule;
use crate::schema::period::Better;
use crate::schema::plan::{Indicator, PlannedResult};
use crate::schema::review::Realisation;
use crate::schema::{Id, Measure};
use crate::score::{Aim, reached};
use crate::text;
use crate::view::dossier::{Section, TrainingRow};
use crate::view::scene::Scene;

/// Decimals of percentages that do not end.
const DECIMALS: u32 = 2;

/// What the achievement report says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AchievementPaper {
    /// Its head.
    pub head: PaperHead,
    /// When it was handed in. `None` in a form that is still to be filled in.
    pub date: Option<Date>,
    /// The name of results. `None` where the framework plans none.
    pub results_label: Option<String>,
    /// The results as planned, with what was reached.
    pub results: Vec<AchievedResult>,
    /// What the person says, under headings.
    pub sections: Vec<Section>,
    /// Trainings done.
    pub trainings: Vec<TrainingRow>,
}

/// A result with what was reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AchievedResult {
    /// The result.
    pub result: String,
    /// Its indicators.
    pub indicators: Vec<AchievedIndicator>,
    /// What the person says about it, as Markdown.
    pub narrative: Vec<String>,
}

/// An indicator with what was reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AchievedIndicator {
    /// What is measured.
    pub measure: String,
    /// What is aimed at.
    pub target: String,
    /// What was reached, by the person's word or by the goal's figure.
    pub realised: Option<Realised>,
    /// Whether the figure is that of a goal shared with others.
    pub shared: bool,
    /// What the person does for it.
    pub contribution: Option<String>,
    /// In percent of the target. `None` where the figures cannot be computed with.
    pub percent: Option<String>,
}

/// A person's report; a form to be filled in where it was not handed in yet. `None` where there is neither a plan nor a
/// report.
pub fn achievement(scene: &Scene, insight: &PeriodInsight, person: &str) -> Option<AchievementPaper> {
    let desk = Desk::of(scene, insight, person)?;
    let own = desk.dossier.self_review.get();
    let plan = desk.dossier.plan.data();
    if own.is_none() && plan.is_none() {
        return None;
    }
    let passages = own.map_or(&[][..], |filed| filed.passages.as_slice());
    let is_on_plan = |passage: &&Passage| match &passage.topic {
        Topic::Result(id) => plan.is_some_and(|plan| entry(&plan.results, id).is_some()),
        _ => false,
    };
    let others: Vec<Passage> = passages.iter().filter(|one| !is_on_plan(one)).cloned().collect();
    let settings = desk.framework.data.results.as_ref();
    let development = desk.reading().development();
    let trainings = development.map_or_else(Vec::new, |development| development.trainings);
    // A report tells of nothing that came after it.
    let until = own.map_or(scene.agency.today, |filed| filed.data.date.value).to_string();
    let is_done = |training: &TrainingRow| training.completed.as_ref().is_some_and(|day| day.iso <= until);
    Some(AchievementPaper {
        date: own.map(|filed| filed.data.date.value),
        results_label: settings.map(|settings| scene.topic(desk.framework, &settings.component.value)),
        results: plan.map_or_else(Vec::new, |plan| {
            plan.results.iter().map(|(id, result)| desk.achieved(id, result, passages)).collect()
        }),
        sections: desk.reading().sections(&others),
        trainings: trainings.into_iter().filter(is_done).collect(),
        head: desk.head(),
    })
}

impl Desk<'_, '_> {
    fn achieved(&self, id: &Id, result: &PlannedResult, passages: &[Passage]) -> AchievedResult {
        let about = passages.iter().filter(|passage| passage.topic == Topic::Result(id.value.clone()));
        let words = about.map(|passage| passage.prose.text.clone()).filter(|text| !text.is_empty());
        let indicators = result.indicators.iter();
        AchievedResult {
            result: result.result.value.clone(),
            indicators: indicators
                .map(|(key, indicator)| self.indicator(&format!("{}/{}", id.value, key.value), indicator))
                .collect(),
            narrative: words.collect(),
        }
    }

    fn indicator(&self, path: &str, indicator: &Indicator) -> AchievedIndicator {
        let unit = indicator.unit.as_ref().map(|unit| unit.value.as_str());
        let own = self.dossier.self_review.data().and_then(|own| entry(&own.realisation, path));
        let own = own.and_then(|at| match &at.value {
            Realisation::Value { value, evidence, note } => Some((value, evidence.clone(), note.clone())),
            Realisation::Accept => None,
        });
        let goal = indicator.goal.as_ref().and_then(|path| self.insight.period.goal_indicator(&path.value));
        let goal = goal.and_then(|goal| goal.realised.as_ref()).map(|at| (&at.value, vec![], None));
        let shared = own.is_none() && goal.is_some();
        let found = own.or(goal);
        AchievedIndicator {
            measure: indicator.measure.value.clone(),
            target: measure(self.lang(), &indicator.target.value, unit),
            percent: found.as_ref().and_then(|(value, ..)| self.percent(indicator, value)),
            realised: found.map(|(value, evidence, note)| Realised {
                value: measure(self.lang(), value, unit),
                evidence,
                note,
            }),
            shared,
            contribution: indicator.contribution.as_ref().map(|text| text.value.clone()),
        }
    }

    /// How far a figure reaches its target, by the framework's own formulas where it has some.
    fn percent(&self, indicator: &Indicator, value: &Measure) -> Option<String> {
        let data = &self.framework.data;
        let component =
            data.results.as_ref().and_then(|results| self.framework.component(&results.component.value));
        let valuation = component.and_then(|component| component.valuation.as_ref());
        let valuation = valuation.and_then(|id| entry(&data.valuations, &id.value));
        let plain = Rule::default();
        let rule = valuation.map_or(&plain, |valuation| &valuation.achievement);
        let has_way = matches!(indicator.better, Better::Higher | Better::Lower);
        let baseline = indicator.baseline.as_ref().filter(|_| has_way).map(|at| &at.value);
        let aim = Aim { target: &indicator.target.value, better: indicator.better, baseline };
        let percent = reached(rule, aim, value)?.percent;
        let percent = match &rule.cap {
            Some(cap) => percent.min(cap.value.clone()),
            None => percent,
        };
        Some(format!("{}\u{a0}%", shown(self.lang(), &percent)))
    }
}

/// A percentage, with no more decimals than it needs.
fn shown(lang: text::Lang, percent: &Exact) -> String {
    let places = (0..DECIMALS).find(|places| percent.to_fixed(*places) == percent.to_string());
    text::decimal(lang, percent, places.unwrap_or(DECIMALS))
}
