//! The value of an indicator: from its figures to what was achieved, and from there to a value or a category.

use super::achievement::{Aim, reached};
use super::arithmetic::{band, finish};
use super::valuation::Valuing;
use super::{Banded, Figure, Got, Missing, Step, What};
use crate::diagnostic::Span;
use crate::framework::entry;
use crate::num::{Exact, WHOLE};
use crate::schema::framework::Line;
use crate::schema::period::Better;
use crate::schema::plan::Indicator;
use crate::schema::review::Realisation;
use crate::schema::{Id, Measure};

impl Valuing<'_> {
    /// What an achievement is worth: by its line, else by its category, else it stands for itself.
    pub(super) fn value(&self, indicator: &Indicator, achieved: Step) -> Step {
        let Some(percent) = achieved.number().cloned() else { return achieved };
        let most = self.rule.target_is_max.as_ref().filter(|_| is_most(indicator, &percent));
        if let Some(value) = most.and_then(|most| most.value.as_ref()) {
            let what = What::TargetIsMax { valuation: self.id.to_owned() };
            return Step::made(what, Some(Got::Number(value.value.clone())), vec![achieved]);
        }
        if most.is_some_and(|most| most.category.is_some()) {
            return self.category_value(self.category(indicator, achieved));
        }
        let line = self.rule.lines.iter().position(|line| line.edges.holds(&percent));
        match line.and_then(|at| Some((at, self.rule.lines.get(at)?))) {
            Some((at, line)) => {
                let what = What::Line { valuation: self.id.to_owned(), line: at };
                let value = along(line, &percent);
                Step::made(what, Some(Got::Number(value)), vec![achieved])
            }
            None if !self.rule.bands.is_empty() => self.category_value(self.in_bands(achieved)),
            None => achieved,
        }
    }

    /// The category of an achievement.
    pub(super) fn category(&self, indicator: &Indicator, achieved: Step) -> Step {
        let most = achieved.number().filter(|percent| is_most(indicator, percent));
        let category = most.and_then(|_| self.rule.target_is_max.as_ref()?.category.as_ref());
        match category {
            Some(category) => {
                let what = What::TargetIsMax { valuation: self.id.to_owned() };
                Step::made(what, Some(Got::Level(category.value.clone())), vec![achieved])
            }
            None => self.in_bands(achieved),
        }
    }

    pub(super) fn in_bands(&self, achieved: Step) -> Step {
        if achieved.number().is_none() {
            return achieved;
        }
        band(Banded::Category(self.id.to_owned()), &self.rule.bands, achieved, &[])
    }

    pub(super) fn category_value(&self, category: Step) -> Step {
        let known = category.level().and_then(|category| entry(&self.rule.categories, category));
        let value = known.and_then(|known| known.value.as_ref()).map(|value| value.value.clone());
        let what = What::CategoryValue { valuation: self.id.to_owned() };
        Step::made(what, value.map(Got::Number), vec![category])
    }

    /// How far an indicator was reached, capped and rounded as stated.
    pub(super) fn achievement(&self, key: &str, id: &Id, data: &Indicator) -> Step {
        let (figure, realised, at) = match self.realised(key, id, data) {
            Ok(found) => found,
            Err(at) => return Step::missing(Missing::Realisation, Some(at)),
        };
        let unit = data.unit.as_ref().map(|unit| unit.value.clone());
        let written = |figure: Figure, measure: &Measure, at: Span| {
            Step::written(What::Figure { figure, measure: measure.clone(), unit: unit.clone() }, None, at)
        };
        let from = matches!(data.better, Better::Higher | Better::Lower);
        let baseline = data.baseline.as_ref().filter(|_| from);
        let figures = std::iter::once(written(figure, realised, at))
            .chain([written(Figure::Target, &data.target.value, data.target.span)])
            .chain(baseline.map(|at| written(Figure::Baseline, &at.value, at.span)))
            .collect();
        let rule = &self.rule.achievement;
        let aim =
            Aim { target: &data.target.value, better: data.better, baseline: baseline.map(|at| &at.value) };
        let Some(found) = reached(rule, aim, realised) else {
            return Step { inputs: figures, ..Step::missing(Missing::Figure, Some(at)) };
        };
        let step = Step::made(What::Achievement(found.formula), Some(Got::Number(found.percent)), figures);
        finish(step, None, rule.cap.as_ref().map(|cap| &cap.value), rule.round.as_ref())
    }

    /// What was reached: by the superior's word, by the person's own where the superior accepts it, or by the goal's
    /// figure that the indicator shares. Else the place where it is missed.
    fn realised(&self, key: &str, id: &Id, data: &Indicator) -> Result<(Figure, &Measure, Span), Span> {
        if let Some(stated) = entry(&self.superior.realisation, key) {
            if let Realisation::Value { value, .. } = &stated.value {
                return Ok((Figure::Realised, value, stated.span));
            }
            let own = self.own.and_then(|own| entry(&own.realisation, key));
            return match own.map(|own| (&own.value, own.span)) {
                Some((Realisation::Value { value, .. }, at)) => Ok((Figure::Realised, value, at)),
                _ => Err(stated.span),
            };
        }
        let shared = data.goal.as_ref().and_then(|path| self.goals?.goal_indicator(&path.value));
        match shared.and_then(|goal| goal.realised.as_ref()) {
            Some(realised) => Ok((Figure::Shared, &realised.value, realised.span)),
            None => Err(id.span),
        }
    }
}

/// Whether a target was fully reached that cannot be exceeded.
fn is_most(indicator: &Indicator, percent: &Exact) -> bool {
    indicator.target_is_max && *percent >= Exact::from(WHOLE)
}

/// The value of an achievement along a line.
fn along(line: &Line, percent: &Exact) -> Exact {
    let start = &line.value.value;
    let ends = line.edges.lower().zip(line.edges.upper()).zip(line.to_value.as_ref());
    let rise = ends.and_then(|((lower, upper), to)| {
        let way = (&(percent - &lower.value) / &(&upper.value - &lower.value))?;
        Some(&(&to.value - start) * &way)
    });
    rise.map_or_else(|| start.clone(), |rise| start + &rise)
}
