//! Rows of a person's documents: results, criteria, annex.

use super::values::measure;
use super::{AnnexPart, CriterionRow, IndicatorRow, Realised, Remark, ResultGroup, ResultRow};
use crate::framework::{Framework, entry};
use crate::model::{Dossier, Period, Topic};
use crate::schema::framework::Component;
use crate::schema::plan::{Indicator, Plan, PlannedResult};
use crate::schema::review::{Assessment, Realisation};
use crate::schema::{At, Id, Label};
use crate::text::Lang;
use crate::view::parts::label;

/// What rows are made from.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    pub(super) period: &'a Period,
    pub(super) framework: &'a Framework,
    pub(super) dossier: &'a Dossier,
    pub(super) lang: Lang,
    /// Whose feedback in the course of the period counts as the superior's.
    pub(super) superiors: [Option<&'a str>; 3],
}

impl Source<'_> {
    /// Results by kind. Kinds of the framework without results stay, as empty groups; kinds it does not know follow.
    pub(super) fn groups(&self, plan: Option<&Plan>) -> Vec<ResultGroup> {
        let planned = plan.map_or(&[][..], |plan| plan.results.as_slice());
        let known = self.framework.data.results.as_ref().map_or(&[][..], |results| results.kinds.as_slice());
        let mut kinds: Vec<(&str, String)> =
            known.iter().map(|(id, name)| (id.value.as_str(), label(self.lang, name))).collect();
        for (_, result) in planned {
            if !kinds.iter().any(|(kind, _)| *kind == result.kind.value) {
                kinds.push((&result.kind.value, result.kind.value.clone()));
            }
        }
        let of_kind = |kind: &str| {
            let own = planned.iter().filter(|(_, result)| result.kind.value == kind);
            own.map(|(id, result)| self.result(id, result)).collect()
        };
        kinds.into_iter().map(|(kind, label)| ResultGroup { label, results: of_kind(kind) }).collect()
    }

    fn result(&self, id: &Id, result: &PlannedResult) -> ResultRow {
        let settings = self.framework.data.results.as_ref();
        let named = |list: &[(Id, At<Label>)], id: &Id| match entry(list, &id.value) {
            Some(name) => label(self.lang, name),
            None => id.value.clone(),
        };
        let perspectives = settings.map_or(&[][..], |settings| settings.perspectives.as_slice());
        let aspects = settings.map_or(&[][..], |settings| settings.aspects.as_slice());
        let indicator = |(key, indicator): &(Id, Indicator)| IndicatorRow {
            aspect: indicator.aspect.as_ref().map(|aspect| named(aspects, aspect)),
            measure: indicator.measure.value.clone(),
            target: measure(self.lang, &indicator.target, unit(indicator)),
            realised: self.realised(&format!("{}/{}", id.value, key.value), unit(indicator)),
        };
        ResultRow {
            supports: result.supports.as_ref().and_then(|supports| self.supported(&supports.value)),
            result: result.result.value.clone(),
            perspective: result.perspective.as_ref().map(|id| named(perspectives, id)),
            indicators: result.indicators.iter().map(indicator).collect(),
            feedback: self.remarks(&id.value, &Topic::Result(id.value.clone())),
        }
    }

    /// The words of the superior's result or the goal that is supported.
    fn supported(&self, path: &str) -> Option<String> {
        let (owner, id) = path.split_once('/')?;
        if owner == "goal" {
            return Some(label(self.lang, &entry(self.period.goals.data()?, id)?.title));
        }
        let plan = self.period.dossiers.get(owner)?.plan.data()?;
        Some(entry(&plan.results, id)?.result.value.clone())
    }

    /// What was reached: the superior's figure, else the person's own.
    fn realised(&self, path: &str, unit: Option<&str>) -> Option<Realised> {
        let of = |assessment: Option<&Assessment>| match &entry(&assessment?.realisation, path)?.value {
            Realisation::Accept => None,
            Realisation::Value { value, evidence, note } => Some(Realised {
                value: measure(self.lang, value, unit),
                evidence: evidence.clone(),
                note: note.clone(),
            }),
        };
        of(self.dossier.supervisor.data()).or_else(|| of(self.dossier.self_review.data()))
    }

    /// Criteria of a component.
    pub(super) fn criteria(&self, component: &Component, plan: Option<&Plan>) -> Vec<CriterionRow> {
        let expectation = |id: &str| Some(entry(&plan?.expectations, id)?.value.clone());
        let criteria = component.criteria.iter();
        criteria
            .map(|(id, criterion)| CriterionRow {
                label: label(self.lang, &criterion.label),
                guides: criterion.guides.iter().map(|guide| label(self.lang, guide)).collect(),
                expectation: expectation(&id.value),
                feedback: self.rated_remarks(&id.value),
            })
            .collect()
    }

    /// What the superior says about a component or criterion.
    pub(super) fn rated_remarks(&self, id: &str) -> Vec<Remark> {
        self.remarks(id, &Topic::Rated(id.to_owned()))
    }

    /// What the superior said about something, in the course of the period and in the assessment.
    fn remarks(&self, about: &str, topic: &Topic) -> Vec<Remark> {
        let given = self.dossier.feedback.iter().filter_map(|slot| slot.get());
        let during = given
            .filter(|filed| filed.data.about.value == about)
            .filter(|filed| self.superiors.contains(&Some(filed.data.by.value.as_str())))
            .flat_map(|filed| filed.passages.iter().map(|passage| (Some(filed.data.date.value), passage)));
        let assessed = self.dossier.supervisor.get().into_iter();
        let finally = assessed
            .flat_map(|filed| filed.passages.iter().filter(|passage| passage.topic == *topic))
            .map(|passage| (None, passage));
        let all = during.chain(finally).filter(|(_, passage)| !passage.prose.text.is_empty());
        all.map(|(date, passage)| Remark { date, text: passage.prose.text.clone() }).collect()
    }

    /// The annex, by the framework's parts; parts it does not know follow.
    pub(super) fn annex(&self, plan: Option<&Plan>) -> Vec<AnnexPart> {
        let written = plan.map_or(&[][..], |plan| plan.annex.as_slice());
        let known = &self.framework.data.annex;
        let rows = |rows: &Vec<At<String>>| rows.iter().map(|row| row.value.clone()).collect();
        let parts = known.iter().map(|(id, name)| AnnexPart {
            label: label(self.lang, name),
            rows: entry(written, &id.value).map(rows).unwrap_or_default(),
        });
        let others = written
            .iter()
            .filter(|(id, _)| entry(known, &id.value).is_none())
            .map(|(id, own)| AnnexPart { label: id.value.clone(), rows: rows(own) });
        parts.chain(others).collect()
    }
}

fn unit(indicator: &Indicator) -> Option<&str> {
    indicator.unit.as_ref().map(|unit| unit.value.as_str())
}
