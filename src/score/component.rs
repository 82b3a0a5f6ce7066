//! What a component comes to: joined from what it is made of, stretched, held, rounded, and looked up in its bands.

use super::arithmetic::{band, band_of, finish, join};
use super::case::Case;
use super::{Banded, ComponentScore, Joined, Step, What, rating, valuation};
use crate::diagnostic::Span;
use crate::schema::framework::{Component, Source};
use crate::schema::value::At;
use crate::schema::{Id, framework};

/// What whoever uses a component asks of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum As {
    /// A level, for a table.
    Level,
    /// A number, to be joined with others.
    Number,
}

/// The components that are part of one, or of none, as far as they are for the person.
pub(super) fn components(case: &Case, parent: Option<&str>, wanted: As) -> Vec<Step> {
    let parts = case.framework.parts_of(parent).filter(|(_, part)| case.applies(&part.applies_to));
    parts.map(|(id, part)| component(case, &id.value, part, wanted)).collect()
}

pub(super) fn component(case: &Case, id: &str, data: &Component, wanted: As) -> Step {
    let what = What::Component { component: id.to_owned() };
    if case.framework.is_ordinal(data) {
        let levels = rating::levels(case, id);
        let level = levels.first().and_then(|level| level.result.clone());
        return Step::made(what, level, levels);
    }
    let number = number(case, id, data);
    let result = if wanted == As::Level && !data.bands.is_empty() {
        let met: Vec<(&str, Span)> = case.conditions().collect();
        band(Banded::Component(id.to_owned()), &data.bands, number, &met)
    } else {
        number
    };
    let weight = data.weight.as_ref().filter(|_| wanted == As::Number);
    Step::made(what, result.result.clone(), vec![result]).weighing(weight.map(|weight| weight.value.clone()))
}

fn number(case: &Case, id: &str, data: &Component) -> Step {
    let policy = data.missing.unwrap_or(case.framework.data.missing.parts);
    let combine = data.combine.as_ref().map(|combine| combine.value);
    let step = match data.source {
        Source::Rating => rating::number(case, data, id),
        Source::Criteria => {
            join(case.framework, Joined::Criteria(id.to_owned()), combine, policy, criteria(case, data))
        }
        Source::Parts => {
            let parts = components(case, Some(id), As::Number);
            join(case.framework, Joined::Parts(id.to_owned()), combine, policy, parts)
        }
        Source::Results => valuation::results(case.framework, case.goals(), case.dossier, (id, data)),
    };
    finish(step, plain(&data.times), plain(&data.cap), data.round.as_ref())
}

fn plain(number: &Option<At<crate::num::Exact>>) -> Option<&crate::num::Exact> {
    number.as_ref().map(|number| &number.value)
}

fn criteria(case: &Case, component: &Component) -> Vec<Step> {
    let criteria = component.criteria.iter().filter(|(_, criterion)| case.applies(&criterion.applies_to));
    let step = |(id, criterion): &(Id, framework::Criterion)| {
        let number = rating::number(case, component, &id.value);
        let weight = criterion.weight.as_ref().map(|weight| weight.value.clone());
        Step::made(What::Criterion { criterion: id.value.clone() }, number.result.clone(), vec![number])
            .weighing(weight)
    };
    criteria.map(step).collect()
}

/// What the components came to, in the framework's order, out of a derivation.
pub(super) fn scores(case: &Case, derivation: &Step) -> Vec<ComponentScore> {
    let mut found: Vec<(&str, &Step)> = vec![];
    derivation.walk(&mut |step| {
        if let What::Component { component } = &step.what {
            found.push((component, step));
        }
    });
    let components = case.framework.data.components.iter();
    components
        .filter_map(|(id, data)| {
            let (_, step) = found.iter().find(|(found, _)| *found == id.value)?;
            Some(score(case, &id.value, data, step))
        })
        .collect()
}

fn score(case: &Case, id: &str, data: &Component, step: &Step) -> ComponentScore {
    // Where a level was wanted, the number is what its band was looked up with.
    let looked_up = step.inputs.first().filter(|input| matches!(input.what, What::Band { .. }));
    let value = looked_up.and_then(|band| band.inputs.first()).unwrap_or(step).number().cloned();
    let in_band = || {
        let met: Vec<(&str, Span)> = case.conditions().collect();
        let at = band_of(&data.bands, value.as_ref()?, &met)?;
        data.bands.get(at).map(|band| band.level.value.clone())
    };
    let level = step.level().map(str::to_owned).or_else(in_band);
    let mut criteria = vec![];
    for criterion in joined_criteria(step) {
        if let What::Criterion { criterion: id } = &criterion.what {
            criteria.push((id.clone(), criterion.number().cloned()));
        }
    }
    ComponentScore { id: id.to_owned(), level, value, before_decision: None, criteria }
}

/// The criteria that a component's number was joined from.
fn joined_criteria(component: &Step) -> &[Step] {
    let mut at = component;
    loop {
        match &at.what {
            What::Join { of: Joined::Criteria(_), .. } => return &at.inputs,
            What::Component { .. }
            | What::Band { .. }
            | What::Times(_)
            | What::Cap(_)
            | What::Round { .. } => match at.inputs.first() {
                Some(input) => at = input,
                None => return &[],
            },
            _ => return &[],
        }
    }
}
