//! The plan with what was reached.

use serde::Serialize;

use super::{ClarificationRow, Reading, Voice};
use crate::framework::{Framework, entry};
use crate::schema::period::Better;
use crate::schema::plan::{Indicator, PlannedResult};
use crate::schema::review::{Assessment, Realisation};
use crate::schema::{Id, Label, Measure};
use crate::view::parts::{self, Day};

/// The plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlanView {
    /// How results are stated.
    pub approach: Option<String>,
    /// When the person agreed.
    pub agreed_employee: Option<Day>,
    /// When the superior agreed.
    pub agreed_superior: Option<Day>,
    /// Changes after that, each with its day.
    pub revisions: Vec<Revision>,
    /// Results.
    pub results: Vec<ResultRow>,
    /// What the superior expects.
    pub expectations: Vec<Expectation>,
    /// The annex.
    pub annex: Vec<AnnexPart>,
}

/// A change of an agreed plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Revision {
    /// When.
    pub day: Day,
    /// What and why.
    pub reason: String,
}

/// An expectation of the superior.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Expectation {
    /// The criterion.
    pub label: String,
    /// What is expected.
    pub text: String,
}

/// A part of the annex.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AnnexPart {
    /// Its name.
    pub label: String,
    /// Its rows.
    pub rows: Vec<String>,
}

/// A result to reach.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ResultRow {
    /// Its id.
    pub id: String,
    /// Kind of result.
    pub kind: String,
    /// Perspective.
    pub perspective: Option<String>,
    /// The result, in words.
    pub result: String,
    /// What of the superior's or the agency's it supports.
    pub supports: Option<String>,
    /// Its indicators.
    pub indicators: Vec<IndicatorRow>,
    /// What was said about it.
    pub voices: Vec<Voice>,
    /// Points the person made clear about it.
    pub clarifications: Vec<ClarificationRow>,
}

/// An indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct IndicatorRow {
    /// Aspect.
    pub aspect: Option<String>,
    /// What is measured.
    pub measure: String,
    /// What is aimed at.
    pub target: String,
    /// Whether less is better.
    pub lower: bool,
    /// What the person reports.
    pub reported: Option<Reached>,
    /// What the superior accepts, where it may be shown.
    pub accepted: Option<Reached>,
    /// Whether the person's own figure was accepted as it is.
    pub as_reported: bool,
    /// Where it stood before.
    pub baseline: Option<String>,
    /// What was reached of the goal it shares with others; nobody reports that on their own.
    pub shared: Option<SharedFigure>,
    /// What the person does for it.
    pub contribution: Option<String>,
}

/// The figure of a goal's indicator that several people share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SharedFigure {
    /// The goal.
    pub goal: String,
    /// What was reached so far.
    pub value: Option<String>,
}

/// What was reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reached {
    /// The figure or words.
    pub value: String,
    /// Evidence.
    pub evidence: Vec<String>,
    /// A remark.
    pub note: Option<String>,
}

impl Reading<'_, '_> {
    pub(super) fn plan(&self) -> Option<PlanView> {
        let plan = self.dossier.plan.data()?;
        let results = self.framework.data.results.as_ref();
        let named = |labels: Option<&[(Id, crate::schema::At<Label>)]>, id: &str| {
            let label = labels.and_then(|labels| entry(labels, id));
            label.map_or_else(|| id.to_owned(), |label| self.scene.label(&label.value))
        };
        let approach = plan.approach.as_ref();
        let agreed = plan.agreed.as_ref();
        let day = |at: &crate::schema::At<crate::calendar::Date>| self.scene.day(at.value);
        Some(PlanView {
            approach: approach.map(|id| named(results.map(|r| r.approaches.as_slice()), &id.value)),
            agreed_employee: agreed.and_then(|agreed| agreed.employee.as_ref()).map(day),
            agreed_superior: agreed.and_then(|agreed| agreed.superior.as_ref()).map(day),
            revisions: plan
                .revisions
                .iter()
                .map(|revision| Revision { day: day(&revision.date), reason: revision.reason.value.clone() })
                .collect(),
            results: plan.results.iter().map(|(id, result)| self.result(id, result)).collect(),
            expectations: plan
                .expectations
                .iter()
                .map(|(id, text)| Expectation {
                    label: self.scene.topic(self.framework, &id.value),
                    text: text.value.clone(),
                })
                .collect(),
            annex: plan
                .annex
                .iter()
                .map(|(id, rows)| AnnexPart {
                    label: named(Some(self.framework.data.annex.as_slice()), &id.value),
                    rows: rows.iter().map(|row| row.value.clone()).collect(),
                })
                .collect(),
        })
    }

    fn result(&self, id: &Id, result: &PlannedResult) -> ResultRow {
        let names = self.framework.data.results.as_ref();
        let label = |labels: Option<&Vec<(Id, crate::schema::At<Label>)>>, id: &Id| {
            let label = labels.and_then(|labels| entry(labels, &id.value));
            label.map_or_else(|| id.value.clone(), |label| self.scene.label(&label.value))
        };
        ResultRow {
            id: id.value.clone(),
            kind: label(names.map(|names| &names.kinds), &result.kind),
            perspective: result
                .perspective
                .as_ref()
                .map(|perspective| label(names.map(|names| &names.perspectives), perspective)),
            result: result.result.value.clone(),
            supports: result.supports.as_ref().map(|supports| self.supported(&supports.value)),
            indicators: result
                .indicators
                .iter()
                .map(|(indicator, data)| self.indicator(&format!("{}/{}", id.value, indicator.value), data))
                .collect(),
            voices: self.voices_on_result(&id.value),
            clarifications: self.clarifications_on(&id.value),
        }
    }

    /// The superior's result or the agency's goal that a result supports, in words.
    fn supported(&self, path: &str) -> String {
        let Some((owner, id)) = path.split_once('/') else { return path.to_owned() };
        if owner == "goal" {
            let goals = self.period.goals.data().map_or(&[][..], Vec::as_slice);
            return entry(goals, id)
                .map_or_else(|| id.to_owned(), |goal| self.scene.label(&goal.title.value));
        }
        let plan = self.period.dossiers.get(owner).and_then(|dossier| dossier.plan.data());
        let result = plan.and_then(|plan| entry(&plan.results, id));
        match result {
            Some(result) => format!("{}: {}", self.scene.name(owner), result.result.value),
            None => path.to_owned(),
        }
    }

    fn indicator(&self, key: &str, indicator: &Indicator) -> IndicatorRow {
        let unit = indicator.unit.as_ref().map(|unit| unit.value.as_str());
        let of = |slot: Option<&Assessment>| {
            slot.and_then(|assessment| entry(&assessment.realisation, key)).map(|at| at.value.clone())
        };
        let own = of(self.dossier.self_review.data());
        let superior = of(self.dossier.supervisor.data()).filter(|_| self.open);
        let as_reported = superior == Some(Realisation::Accept);
        let accepted = if as_reported { own.clone() } else { superior };
        let reached = |realisation: Realisation| self.reached(realisation, unit);
        IndicatorRow {
            aspect: indicator.aspect.as_ref().map(|aspect| aspect_label(self, self.framework, aspect)),
            measure: indicator.measure.value.clone(),
            target: self.figure(&indicator.target.value, unit),
            lower: indicator.better == Better::Lower,
            reported: own.and_then(reached),
            accepted: accepted.and_then(reached),
            as_reported,
            baseline: indicator.baseline.as_ref().map(|at| self.figure(&at.value, unit)),
            shared: indicator.goal.as_ref().map(|path| self.shared(&path.value, unit)),
            contribution: indicator.contribution.as_ref().map(|text| text.value.clone()),
        }
    }

    fn shared(&self, path: &str, unit: Option<&str>) -> SharedFigure {
        let goal = path.split_once('/').map_or(path, |(goal, _)| goal);
        let realised = self.period.goal_indicator(path).and_then(|indicator| indicator.realised.as_ref());
        SharedFigure {
            goal: self.supported(&format!("goal/{goal}")),
            value: realised.map(|at| self.figure(&at.value, unit)),
        }
    }

    fn figure(&self, measure: &Measure, unit: Option<&str>) -> String {
        parts::measure(self.scene.lang, measure, unit)
    }

    fn reached(&self, realisation: Realisation, unit: Option<&str>) -> Option<Reached> {
        match realisation {
            Realisation::Accept => None,
            Realisation::Value { value, evidence, note } => {
                Some(Reached { value: self.figure(&value, unit), evidence, note })
            }
        }
    }
}

fn aspect_label(reading: &Reading, framework: &Framework, aspect: &Id) -> String {
    let aspects = framework.data.results.as_ref().map(|results| &results.aspects);
    let label = aspects.and_then(|aspects| entry(aspects, &aspect.value));
    label.map_or_else(|| aspect.value.clone(), |label| reading.scene.label(&label.value))
}
