//! What is done with numbers wherever they come from: joining, stretching, holding, rounding, looking up.

use super::{Banded, Got, Joined, Step, What};
use crate::diagnostic::Span;
use crate::framework::Framework;
use crate::num::Exact;
use crate::schema::framework::{Band, Combine, Missing as Policy, Rounding};

/// Joins steps into a number. Without a stated way it is their mean, by weights if any of them has one.
///
/// Where one of them has no number, the policy says what happens; but whatever it says, there is no result as long as
/// nothing is there at all, or as somebody has yet to rate without whom there is none.
pub(super) fn join(
    framework: &Framework,
    of: Joined,
    combine: Option<Combine>,
    policy: Policy,
    mut inputs: Vec<Step>,
) -> Step {
    let combine = combine.unwrap_or(match inputs.iter().any(|input| input.weight.is_some()) {
        true => Combine::WeightedMean,
        false => Combine::Mean,
    });
    let there = inputs.iter().filter(|input| input.number().is_some()).count();
    let waits = inputs.iter().any(|input| input.number().is_none() && is_awaited(framework, input));
    let can = there > 0 && (there == inputs.len() || policy != Policy::Error && !waits);
    if can && policy == Policy::Zero {
        for input in inputs.iter_mut().filter(|input| input.number().is_none()) {
            input.result = Some(Got::Number(Exact::zero()));
        }
    }
    let renormalised = can && inputs.iter().any(|input| input.number().is_none());
    let used: Vec<&Step> = inputs.iter().filter(|input| input.number().is_some()).collect();
    let total = is_weighted(combine).then(|| weights(used.iter().copied()));
    let value = if can { joined(combine, &used, total.as_ref(), weights(&inputs)) } else { None };
    Step::made(What::Join { of, combine, total, renormalised }, value.map(Got::Number), inputs)
}

fn is_weighted(combine: Combine) -> bool {
    matches!(combine, Combine::WeightedMean | Combine::WeightedSum)
}

fn weights<'s>(steps: impl IntoIterator<Item = &'s Step>) -> Exact {
    steps.into_iter().filter_map(|step| step.weight.as_ref()).sum()
}

/// The number that steps come to which have one. `whole` is the sum of all weights, those of missing steps included.
fn joined(combine: Combine, used: &[&Step], total: Option<&Exact>, whole: Exact) -> Option<Exact> {
    let sum = || used.iter().filter_map(|step| step.number()).sum::<Exact>();
    let weighted = || {
        let products = used.iter().filter_map(|step| Some(step.weight.as_ref()? * step.number()?));
        products.fold(Exact::zero(), |sum, product| &sum + &product)
    };
    match (combine, total) {
        (Combine::Sum, _) => Some(sum()),
        (Combine::WeightedMean, Some(total)) => &weighted() / total,
        (Combine::WeightedSum, Some(total)) if *total != whole => &(&weighted() * &whole) / total,
        (Combine::WeightedSum | Combine::WeightedMean, _) => Some(weighted()),
        (Combine::Mean, _) => &sum() / &Exact::from(i64::try_from(used.len()).ok()?),
    }
}

/// Whether something is missing below a step without which there is no result, whatever the policies say: the whole
/// assessment of a superior whose ratings count, or a rating by raters that the framework requires.
pub(super) fn is_awaited(framework: &Framework, step: &Step) -> bool {
    use super::Missing::{Assessment, Raters, Rating};
    let is_required = |kind: &str| framework.rater(kind).is_some_and(|kind| kind.required);
    let own = match &step.what {
        What::Missing(Assessment) => true,
        What::Missing(Rating) => is_required("superior"),
        What::Missing(Raters { kind, .. }) => is_required(kind),
        _ => false,
    };
    own || step.inputs.iter().any(|input| is_awaited(framework, input))
}

/// Multiplies a number, holds it at the most it can be, and rounds it: each where it is stated, in this order.
pub(super) fn finish(
    step: Step,
    times: Option<&Exact>,
    most: Option<&Exact>,
    round: Option<&Rounding>,
) -> Step {
    let step = match times {
        Some(times) => then(step, What::Times(times.clone()), |value| value * times),
        None => step,
    };
    let step = match most {
        Some(most) if step.number().is_some_and(|value| value > most) => {
            then(step, What::Cap(most.clone()), |_| most.clone())
        }
        _ => step,
    };
    let Some(round) = round else { return step };
    let (decimals, mode) = (round.decimals.value, round.mode);
    then(step, What::Round { decimals, mode }, |value| value.rounded(decimals, mode))
}

/// Goes on from a number; a step without one stays as it is.
fn then(step: Step, what: What, rule: impl FnOnce(&Exact) -> Exact) -> Step {
    match step.number().map(rule) {
        Some(value) => Step::made(what, Some(Got::Number(value)), vec![step]),
        None => step,
    }
}

/// The place of the first band that a number lies in and whose conditions are met.
pub(super) fn band_of(bands: &[Band], value: &Exact, met: &[(&str, Span)]) -> Option<usize> {
    bands.iter().position(|band| {
        let is_met = |condition: &str| met.iter().any(|(id, _)| *id == condition);
        band.edges.holds(value) && band.when.iter().all(|condition| is_met(&condition.value))
    })
}

/// Looks the band up that a number lies in.
pub(super) fn band(of: Banded, bands: &[Band], number: Step, met: &[(&str, Span)]) -> Step {
    let band = number.number().and_then(|value| band_of(bands, value, met));
    let found = band.and_then(|at| bands.get(at));
    let conditions = found.into_iter().flat_map(|band| &band.when).filter_map(|condition| {
        let (id, at) = met.iter().find(|(id, _)| *id == condition.value)?;
        Some(Step::written(What::Condition { condition: (*id).to_owned() }, None, *at))
    });
    let inputs = std::iter::once(number).chain(conditions).collect();
    Step::made(What::Band { of, band }, found.map(|band| Got::Level(band.level.value.clone())), inputs)
}
