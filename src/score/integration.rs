//! The value of a period that joins the values of others.

use super::arithmetic::{finish, is_awaited, join};
use super::case::Case;
use super::outcome::banded;
use super::{Got, Joined, Missing, Scorecard, Step, What, card, deciders};
use crate::calendar::days_between;
use crate::check::Checked;
use crate::diagnostic::Span;
use crate::model::Period;
use crate::num::Exact;
use crate::schema::framework::{Combine, Integration, IntegrationBy, Missing as Policy};

/// How deep periods may lie in each other: months in quarters, quarters in halves, halves in a year.
const DEEPEST: usize = 3;

/// A person's part in one of the periods that are integrated.
struct Part<'a> {
    period: &'a Period,
    case: Case<'a>,
    card: Scorecard,
}

impl Part<'_> {
    /// Whether its value is still to come, so that no rule for missing ones applies.
    fn is_awaited(&self) -> bool {
        let mut lacks_period = false;
        self.card.derivation.walk(&mut |step| lacks_period |= step.what == What::Missing(Missing::Period));
        let is_awaited = lacks_period || is_awaited(self.case.framework, &self.card.derivation);
        self.card.value.is_none() && self.case.takes_part() && is_awaited
    }
}

/// A person's scorecard in a period that integrates others, by the outcome of its own framework: bands see the joined
/// value, conditions hold that are met in any of the periods, and vetoes look at what was rated in each. `above` are
/// the periods that ask for it.
pub(super) fn integrated(
    checked: &Checked,
    case: &Case,
    person: &str,
    rule: &Integration,
    above: &[&str],
) -> Scorecard {
    let within: Vec<&str> = above.iter().copied().chain([case.period.id.as_str()]).collect();
    let mut parts: Vec<Part> = vec![];
    let mut waits = false;
    let mut inputs = vec![];
    for (id, weight) in case.integrates() {
        let part = part(checked, person, &id.value, &within);
        // A period that nobody knows, that is withheld or that lies in itself has no value that could be left out.
        waits |= part.as_ref().is_none_or(Part::is_awaited);
        let weight = match rule.by {
            IntegrationBy::Mean => None,
            IntegrationBy::Weights => Some(weight.value.clone()),
            IntegrationBy::Days => part.as_ref().and_then(|part| days(part.period)),
        };
        inputs.push(step(&id.value, part.as_ref()).weighing(weight));
        parts.extend(part);
    }
    let combine = match rule.by {
        IntegrationBy::Mean => Combine::Mean,
        IntegrationBy::Weights | IntegrationBy::Days => Combine::WeightedMean,
    };
    let policy = if waits { Policy::Error } else { rule.missing };
    let joined = join(case.framework, Joined::Periods, Some(combine), policy, inputs);
    let score = case.framework.data.outcome.score.as_ref();
    let most = score.map(|score| &score.to.value);
    let number = finish(joined, None, most, score.and_then(|score| score.round.as_ref()));
    let value = number.number().cloned();
    let cases: Vec<Case> = std::iter::once(*case).chain(parts.iter().map(|part| part.case)).collect();
    let met: Vec<(&str, Span)> = cases.iter().flat_map(Case::conditions).collect();
    let derivation = super::veto::vetoed(case, &cases, banded(case, number, &met));
    let mut deciders = deciders(case, &derivation);
    deciders.extend(parts.into_iter().flat_map(|part| part.card.deciders));
    deciders.sort_unstable();
    deciders.dedup();
    Scorecard {
        period: case.period.id.clone(),
        person: person.to_owned(),
        framework: case.framework.id.clone(),
        outcome: derivation.level().map(str::to_owned),
        value,
        components: vec![],
        derivation,
        deciders,
    }
}

/// `None` if the period is not there, cannot be read, is withheld, or is one of those that ask for it.
fn part<'a>(checked: &Checked<'a>, person: &str, id: &str, within: &[&str]) -> Option<Part<'a>> {
    let period = checked.agency.periods.get(id)?;
    if within.len() > DEEPEST || within.contains(&id) || checked.is_held(id, person) {
        return None;
    }
    let case = Case::of(checked.agency, period, person, &[])?;
    Some(Part { period, case, card: card(checked, &case, person, within) })
}

/// The value of a period, or that there is none. How it came about stands in that period's own derivation.
fn step(id: &str, part: Option<&Part>) -> Step {
    let value = part.and_then(|part| part.card.value.clone()).map(Got::Number);
    let missing = value.is_none().then(|| Step::missing(Missing::Period, None));
    Step::made(What::Period { period: id.to_owned() }, value, missing.into_iter().collect())
}

fn days(period: &Period) -> Option<Exact> {
    let range = period.range()?;
    Some(Exact::from(days_between(range.first, range.last?) + 1))
}
