//! The value of planned results: from figures to indicators, from indicators to results, from results to the component.

use super::arithmetic::{finish, join};
use super::{Got, Joined, Missing, Step, What};
use crate::framework::{Framework, entry};
use crate::model::{Dossier, Period};
use crate::num::{Exact, WHOLE};
use crate::schema::Id;
use crate::schema::framework::{Additional, Combine, Component, IndicatorRule, Missing as Policy, Valuation};
use crate::schema::plan::{Indicator, PlannedResult};
use crate::schema::review::Assessment;

/// A planned result with its id.
type Planned = (Id, PlannedResult);

/// The value of the results of a plan, before what the component itself does with it.
pub(super) fn results(
    framework: &Framework,
    goals: Option<&Period>,
    dossier: &Dossier,
    (id, component): (&str, &Component),
) -> Step {
    let Some(plan) = dossier.plan.get() else { return Step::missing(Missing::Plan, None) };
    let Some(superior) = dossier.supervisor.data() else {
        return Step::missing(Missing::Assessment, None);
    };
    let found = component.valuation.as_ref().and_then(|named| {
        framework.data.valuations.iter().find(|(valuation, _)| valuation.value == named.value)
    });
    let Some((valuation, rule)) = found else { return Step::missing(Missing::Results, None) };
    let valuing = Valuing {
        framework,
        goals,
        superior,
        own: dossier.self_review.data(),
        id: &valuation.value,
        rule,
        policy: component.missing.unwrap_or(framework.data.missing.parts),
    };
    let step = valuing.component(id, &plan.data.results);
    step.unwrap_or_else(|| Step::missing(Missing::Results, Some(plan.span)))
}

/// What is needed to value a person's results.
pub(super) struct Valuing<'a> {
    framework: &'a Framework,
    /// The period whose goals' figures count for those who share them.
    pub(super) goals: Option<&'a Period>,
    pub(super) superior: &'a Assessment,
    pub(super) own: Option<&'a Assessment>,
    /// The valuation.
    pub(super) id: &'a str,
    pub(super) rule: &'a Valuation,
    /// What happens where something has no value.
    policy: Policy,
}

impl Valuing<'_> {
    /// `None` if the plan has no result that counts.
    fn component(&self, id: &str, planned: &[Planned]) -> Option<Step> {
        let is_additional = |result: &PlannedResult| {
            self.rule.additional.as_ref().is_some_and(|rule| rule.kind.value == result.kind.value)
        };
        let (additional, main): (Vec<&Planned>, Vec<&Planned>) =
            planned.iter().partition(|(_, result)| is_additional(result));
        let main = self.main(id, &main)?;
        match &self.rule.additional {
            Some(rule) if !additional.is_empty() => Some(self.with_additional(main, rule, &additional)),
            _ => Some(main),
        }
    }

    /// The results that do not merely add: all together, or each kind by its weight.
    fn main(&self, id: &str, planned: &[&Planned]) -> Option<Step> {
        let of = Joined::Results(id.to_owned());
        if self.rule.kinds.is_empty() {
            let results: Vec<Step> = planned.iter().map(|result| self.result(result)).collect();
            return (!results.is_empty()).then(|| self.join(of, self.rule.results, results));
        }
        let kinds: Vec<Step> = self
            .rule
            .kinds
            .iter()
            .filter_map(|(kind, weight)| {
                let own = planned.iter().filter(|(_, result)| result.kind.value == kind.value);
                let results: Vec<Step> = own.map(|result| self.result(result)).collect();
                let of = Joined::Kind(kind.value.clone());
                (!results.is_empty())
                    .then(|| self.join(of, self.rule.results, results).weighing(Some(weight.value.clone())))
            })
            .collect();
        if kinds.is_empty() {
            return None;
        }
        let all_there = kinds.len() == self.rule.kinds.len();
        let mut step = self.join(of, Combine::WeightedMean, kinds);
        if let What::Join { renormalised, .. } = &mut step.what {
            *renormalised |= !all_there;
        }
        Some(step)
    }

    fn with_additional(&self, main: Step, rule: &Additional, planned: &[&Planned]) -> Step {
        let each = planned.iter().map(|result| self.additional(rule, result)).collect();
        let sum =
            finish(self.join(Joined::Additional, Combine::Sum, each), None, Some(&rule.cap.value), None);
        // What is added is never the whole.
        let policy = if main.number().is_some() { self.policy } else { Policy::Error };
        join(self.framework, Joined::WithAdditional, Some(Combine::Sum), policy, vec![main, sum])
    }

    /// What one additional result adds. As long as it has no value, the result itself.
    fn additional(&self, rule: &Additional, planned: &Planned) -> Step {
        let result = self.result(planned);
        let Some(value) = result.number().cloned() else { return result };
        let category = self.category_of(planned, &result);
        let share = category.level().and_then(|category| entry(&rule.shares, category));
        let named = planned.1.scope.as_ref();
        let scope = named.and_then(|scope| Some((scope, entry(&rule.scopes, &scope.value)?)));
        let (Some(share), Some((scope, weight))) = (share, scope) else {
            return Step::missing(Missing::Figure, Some(named.map_or(planned.0.span, |scope| scope.span)));
        };
        let (share, weight) = (share.value.clone(), weight.weight.value.clone());
        let parts = &Exact::from(WHOLE) * &Exact::from(WHOLE);
        let adds = &(&(&share * &weight) * &value) / &parts;
        let what = What::Additional { share, scope: scope.value.clone(), weight };
        let mut is_told = false;
        result.walk(&mut |step| is_told |= *step == category);
        let inputs = if is_told { vec![result] } else { vec![result, category] };
        Step::made(what, adds.map(Got::Number), inputs)
    }

    /// The category of a result: the one its indicators are counted to; else that of its only indicator, or of what
    /// its indicators achieved together.
    fn category_of(&self, (id, planned): &Planned, result: &Step) -> Step {
        if self.rule.indicators == IndicatorRule::Count {
            let counted = result.inputs.first().and_then(|value| value.inputs.first());
            return counted.cloned().unwrap_or_else(|| Step::missing(Missing::Figure, Some(id.span)));
        }
        let achieved = planned.indicators.iter().map(|(indicator, data)| {
            let key = format!("{}/{}", id.value, indicator.value);
            (data, self.achievement(&key, indicator, data))
        });
        let mut achieved: Vec<(&Indicator, Step)> = achieved.collect();
        match achieved.pop() {
            Some((only, step)) if achieved.is_empty() => self.category(only, step),
            last => {
                let steps = achieved.into_iter().chain(last);
                let steps = steps.map(|(data, step)| step.weighing(self.weight_in_result(data))).collect();
                let of = Joined::Indicators(id.value.clone());
                self.in_bands(self.join(of, self.indicators_combine(), steps))
            }
        }
    }

    fn result(&self, (id, planned): &Planned) -> Step {
        let value = match self.rule.indicators {
            IndicatorRule::Count => self.category_value(self.counted(id, planned)),
            IndicatorRule::Mean | IndicatorRule::WeightedMean => {
                let indicators = planned.indicators.iter().map(|(indicator, data)| {
                    let step = self.indicator(id, indicator, data, |achieved| self.value(data, achieved));
                    step.weighing(self.weight_in_result(data))
                });
                let of = Joined::Indicators(id.value.clone());
                self.join(of, self.indicators_combine(), indicators.collect())
            }
        };
        let weight = planned.weight.as_ref().filter(|_| self.rule.results == Combine::WeightedMean);
        Step::made(What::Result { result: id.value.clone() }, value.result.clone(), vec![value])
            .weighing(weight.map(|weight| weight.value.clone()))
    }

    /// The category of a result by those of its indicators.
    fn counted(&self, id: &Id, planned: &PlannedResult) -> Step {
        let indicators: Vec<Step> = planned
            .indicators
            .iter()
            .map(|(indicator, data)| {
                self.indicator(id, indicator, data, |mut achieved| {
                    if self.policy == Policy::Zero && achieved.result.is_none() {
                        achieved.result = Some(Got::Number(Exact::zero()));
                    }
                    self.category(data, achieved)
                })
            })
            .collect();
        let found: Vec<&str> = indicators.iter().filter_map(Step::level).collect();
        let may = found.len() == indicators.len() || self.policy != Policy::Error;
        let counts: Vec<(String, usize)> = self
            .rule
            .categories
            .iter()
            .map(|(category, _)| {
                let own = found.iter().filter(|level| **level == category.value).count();
                (category.value.clone(), own)
            })
            .collect();
        let rules = &self.rule.count_rules;
        let rule = rules.iter().position(|rule| rule.fits(&found)).filter(|_| may && !found.is_empty());
        let category = rule.and_then(|at| rules.get(at)).map(|rule| rule.category.value.clone());
        let what = What::Count { valuation: self.id.to_owned(), rule, counts };
        Step::made(what, category.map(Got::Level), indicators)
    }

    fn indicator(&self, result: &Id, id: &Id, data: &Indicator, value: impl FnOnce(Step) -> Step) -> Step {
        let achieved = self.achievement(&format!("{}/{}", result.value, id.value), id, data);
        let value = value(achieved);
        let what = What::Indicator { result: result.value.clone(), indicator: id.value.clone() };
        Step::made(what, value.result.clone(), vec![value])
    }

    fn weight_in_result(&self, data: &Indicator) -> Option<Exact> {
        let weight = data.weight.as_ref().filter(|_| self.rule.indicators == IndicatorRule::WeightedMean);
        weight.map(|weight| weight.value.clone())
    }

    fn indicators_combine(&self) -> Combine {
        match self.rule.indicators {
            IndicatorRule::WeightedMean => Combine::WeightedMean,
            IndicatorRule::Mean | IndicatorRule::Count => Combine::Mean,
        }
    }

    /// Joins steps. Something alone needs no weight in the plan.
    fn join(&self, of: Joined, combine: Combine, inputs: Vec<Step>) -> Step {
        let is_weighed = inputs.iter().any(|input| input.weight.is_some());
        let combine = if combine == Combine::WeightedMean && !is_weighed { Combine::Mean } else { combine };
        join(self.framework, of, Some(combine), self.policy, inputs)
    }
}

#[cfg(test)]
mod tests;
