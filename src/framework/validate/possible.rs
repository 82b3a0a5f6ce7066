//! Which numbers something can come to, so that bands can be looked at for gaps.

use super::rated::{Rated, lacks_numbers};
use crate::framework::entry;
use crate::num::{Exact, WHOLE};
use crate::schema::Id;
use crate::schema::framework::{
    Combine, Component, FrameworkFile, Missing, Rounding, Scale, Score, Source, Valuation,
};
use crate::schema::value::At;

/// The numbers from a lowest to a highest one, both included.
#[derive(Debug, Clone)]
pub(super) struct Possible {
    /// The lowest.
    pub(super) from: Exact,
    /// The highest. None where there is no end.
    pub(super) to: Option<Exact>,
    /// The distance between numbers that are left by rounding. None where there is any number between.
    pub(super) step: Option<Exact>,
}

/// Something with a weight that is joined with others.
struct Joined {
    weight: Option<Exact>,
    /// Whether it is for everybody.
    always: bool,
    possible: Possible,
}

impl Possible {
    fn new(from: Exact, to: Option<Exact>) -> Possible {
        Possible { from, to, step: None }
    }

    /// All numbers of both, and those between them.
    fn with(self, other: Possible) -> Possible {
        let to = self.to.zip(other.to).map(|(one, other)| one.max(other));
        Possible::new(self.from.min(other.from), to)
    }

    fn with_zero_if(self, zero: bool) -> Possible {
        if zero { self.with(Possible::new(Exact::zero(), Some(Exact::zero()))) } else { self }
    }

    fn plus(self, other: Possible) -> Possible {
        let to = self.to.zip(other.to).map(|(one, other)| &one + &other);
        Possible::new(&self.from + &other.from, to)
    }

    fn times(self, by: &Exact) -> Possible {
        Possible::new(&self.from * by, self.to.map(|to| &to * by))
    }

    fn capped(self, cap: Option<&At<Exact>>) -> Possible {
        let Some(At { value: cap, .. }) = cap else { return self };
        let to = self.to.map_or_else(|| cap.clone(), |to| to.min(cap.clone()));
        Possible::new(self.from.min(cap.clone()), Some(to))
    }

    /// What a stated rounding leaves.
    pub(super) fn rounded(self, round: Option<&Rounding>) -> Possible {
        let Some(round) = round else { return self };
        let ten = Exact::from(10);
        let parts = (0..round.decimals.value).fold(Exact::from(1), |parts, _| &parts * &ten);
        let step = &Exact::from(1) / &parts;
        // An end between two steps is rounded away to either of them.
        let down = |number: &Exact| &(number * &parts).floor() / &parts;
        let from = down(&self.from).unwrap_or(self.from);
        Possible { from, to: self.to, step }
    }
}

/// The numbers a component can come to. `None` where it comes to a level, or a fault leaves nothing to say.
pub(super) fn of_component(data: &FrameworkFile, component: &Component) -> Option<Possible> {
    below(data, component, data.components.len())
}

/// The numbers the score can come to, before it is held at its highest.
pub(super) fn of_score(data: &FrameworkFile, score: &Score) -> Option<Possible> {
    let roots = data.components.iter().filter(|(_, component)| component.part_of.is_none());
    let joined =
        join(roots.map(|(_, root)| part(data, root, data.components.len())), combine(&score.combine))?;
    let zero = score.missing.unwrap_or(data.missing.parts) == Missing::Zero;
    Some(times(joined.with_zero_if(zero), &score.times))
}

/// The numbers an achievement can come to.
pub(super) fn of_achievement(valuation: &Valuation) -> Possible {
    let cap = valuation.achievement.cap.as_ref().map(|cap| cap.value.clone());
    Possible::new(Exact::zero(), cap).rounded(valuation.achievement.round.as_ref())
}

/// Goes down at most so many components deep, for components can be part of each other in a circle.
fn below(data: &FrameworkFile, component: &Component, depth: usize) -> Option<Possible> {
    let depth = depth.checked_sub(1)?;
    let joined = match component.source {
        Source::Rating => given(data, Rated::Component(component).scale(data)?)?,
        Source::Criteria => {
            let criteria = component.criteria.iter().map(|(_, criterion)| {
                let scale = Rated::Criterion(component, criterion).scale(data)?;
                let weight = criterion.weight.as_ref().map(|weight| weight.value.clone());
                let always = criterion.applies_to.is_empty();
                Some(Joined { weight, always, possible: given(data, scale)? })
            });
            join(criteria, combine(&component.combine))?
        }
        Source::Parts => {
            let own = |part: &&(Id, Component)| {
                part.1.part_of.as_ref().is_some_and(|parent| {
                    entry(&data.components, &parent.value)
                        .is_some_and(|parent| std::ptr::eq(parent, component))
                })
            };
            let parts = data.components.iter().filter(own).map(|(_, own)| part(data, own, depth));
            join(parts, combine(&component.combine))?
        }
        Source::Results => of_results(entry(&data.valuations, &component.valuation.as_ref()?.value)?),
    };
    let zero = component.missing.unwrap_or(data.missing.parts) == Missing::Zero;
    let joined = joined.with_zero_if(zero && component.source != Source::Rating);
    let raised = times(joined, &component.times);
    Some(raised.capped(component.cap.as_ref()).rounded(component.round.as_ref()))
}

fn part(data: &FrameworkFile, component: &Component, depth: usize) -> Option<Joined> {
    let weight = component.weight.as_ref().map(|weight| weight.value.clone());
    let always = component.applies_to.is_empty();
    Some(Joined { weight, always, possible: below(data, component, depth)? })
}

/// The numbers that ratings on a scale can come to, those of several raters together included.
fn given(data: &FrameworkFile, scale: &Scale) -> Option<Possible> {
    let possible = match &scale.range {
        Some(range) => Possible::new(range.from.value.clone(), Some(range.to.value.clone())),
        None if lacks_numbers(scale) => return None,
        None => values(scale.levels.iter().filter_map(|(_, level)| level.value.as_ref()))?,
    };
    Some(possible.with_zero_if(data.missing.raters == Missing::Zero))
}

fn of_results(valuation: &Valuation) -> Possible {
    let written = if valuation.lines.is_empty() {
        values(valuation.categories.iter().filter_map(|(_, category)| category.value.as_ref()))
    } else {
        values(valuation.lines.iter().flat_map(|line| [Some(&line.value), line.to_value.as_ref()]).flatten())
    };
    let valued = written.unwrap_or_else(|| of_achievement(valuation));
    let best = valuation.target_is_max.as_ref().and_then(|best| best.value.as_ref());
    let valued = match values(best.into_iter()) {
        Some(best) => valued.with(best),
        None => valued,
    };
    match &valuation.additional {
        Some(additional) => valued.plus(Possible::new(Exact::zero(), Some(additional.cap.value.clone()))),
        None => valued,
    }
}

fn values<'a>(numbers: impl Iterator<Item = &'a At<Exact>> + Clone) -> Option<Possible> {
    let of = |number: &At<Exact>| number.value.clone();
    Some(Possible::new(numbers.clone().map(of).min()?, numbers.map(of).max()))
}

fn combine(written: &Option<At<Combine>>) -> Option<Combine> {
    written.as_ref().map(|combine| combine.value)
}

fn times(possible: Possible, times: &Option<At<Exact>>) -> Possible {
    match times {
        Some(times) => possible.times(&times.value),
        None => possible,
    }
}

/// What several can come to together. `None` if nothing can be said of one of them, or there are none.
fn join(members: impl Iterator<Item = Option<Joined>>, combine: Option<Combine>) -> Option<Possible> {
    let members = members.collect::<Option<Vec<Joined>>>()?;
    let weigh = |member: &Joined| match (combine, &member.weight) {
        (Some(Combine::WeightedSum), Some(weight)) => member.possible.clone().times(weight),
        _ => member.possible.clone(),
    };
    let hull = members.iter().map(|member| member.possible.clone()).reduce(Possible::with)?;
    match combine {
        // Weights of those who apply together are the whole.
        Some(Combine::WeightedSum) if members.iter().any(|member| !member.always) => {
            Some(hull.times(&Exact::from(WHOLE)))
        }
        Some(Combine::WeightedSum) => members.iter().map(weigh).reduce(Possible::plus),
        Some(Combine::Sum) => {
            members.iter().map(|member| weigh(member).with_zero_if(!member.always)).reduce(Possible::plus)
        }
        Some(Combine::Mean | Combine::WeightedMean) | None => Some(hull),
    }
}
