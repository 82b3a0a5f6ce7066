//! Weights: those of all that is joined for somebody make a whole.

use super::{above_zero, excluded, names};
use crate::diagnostic::{Finding, code};
use crate::framework::{applies, entry};
use crate::num::{Exact, WHOLE};
use crate::schema::Id;
use crate::schema::framework::{Combine, Component, Criterion, FrameworkFile, Source};
use crate::schema::value::At;

/// One of several that are joined.
#[derive(Debug, Clone, Copy)]
struct Member<'a> {
    id: &'a Id,
    weight: Option<&'a At<Exact>>,
    applies_to: &'a [Id],
}

/// For whom weights are added up. None for any class, or post, that no member names.
#[derive(Debug, Clone, Copy)]
struct Whom<'a> {
    class: Option<&'a str>,
    post: Option<&'a str>,
}

/// What is joined into one value.
struct Group<'a> {
    data: &'a FrameworkFile,
    members: Vec<Member<'a>>,
    /// For whom the value is, and all that it is part of: a list of classes and posts each.
    above: Vec<&'a [Id]>,
    combine: Option<&'a At<Combine>>,
}

pub(super) fn check(data: &FrameworkFile, out: &mut Vec<Finding>) {
    if let Some(score) = &data.outcome.score {
        let roots = data.components.iter().filter(|(_, component)| component.part_of.is_none());
        let members = roots.map(of_component).collect();
        joined(&Group { data, members, above: vec![], combine: score.combine.as_ref() }, out);
    }
    for (id, component) in &data.components {
        let members = match component.source {
            Source::Criteria => component.criteria.iter().map(of_criterion).collect(),
            Source::Parts => {
                let is_part = |(_, part): &&(Id, Component)| {
                    part.part_of.as_ref().is_some_and(|parent| parent.value == id.value)
                };
                data.components.iter().filter(is_part).map(of_component).collect()
            }
            Source::Rating | Source::Results => continue,
        };
        let (above, combine) = (above(data, component), component.combine.as_ref());
        joined(&Group { data, members, above, combine }, out);
    }
}

/// For whom a component is, and whatever it is part of.
fn above<'a>(data: &'a FrameworkFile, component: &'a Component) -> Vec<&'a [Id]> {
    let whole = |part: &&'a Component| entry(&data.components, &part.part_of.as_ref()?.value);
    // Components can be part of each other in a circle.
    let way = std::iter::successors(Some(component), whole).take(data.components.len());
    way.map(|component| component.applies_to.as_slice()).collect()
}

/// Reports weights that everybody is weighed with and that do not make a whole.
pub(super) fn plain<'a>(weights: impl Iterator<Item = (&'a Id, &'a At<Exact>)>, out: &mut Vec<Finding>) {
    let members: Vec<Member> =
        weights.map(|(id, weight)| Member { id, weight: Some(weight), applies_to: &[] }).collect();
    if positive(&members, out) && !is_whole(&members) {
        out.extend(not_whole(&members).map(|finding| finding.phrase("whom", "everybody")));
    }
}

fn of_component((id, component): &(Id, Component)) -> Member<'_> {
    Member { id, weight: component.weight.as_ref(), applies_to: &component.applies_to }
}

fn of_criterion((id, criterion): &(Id, Criterion)) -> Member<'_> {
    Member { id, weight: criterion.weight.as_ref(), applies_to: &criterion.applies_to }
}

/// Checks what is joined: all have weights or none, as the way of joining asks, and they make a whole for everybody.
fn joined(group: &Group, out: &mut Vec<Finding>) {
    let Group { data, members, combine, .. } = group;
    let weighed = members.iter().find_map(|member| member.weight);
    match (combine.map(|combine| (combine.value, combine.span)), weighed) {
        (Some((Combine::Mean, place)), Some(weight)) => {
            out.push(excluded("weight", weight.span, "combine: mean", place));
            return;
        }
        (Some((Combine::Sum, place)), Some(weight)) => {
            out.push(excluded("weight", weight.span, "combine: sum", place));
            return;
        }
        (Some((Combine::Mean | Combine::Sum, _)) | None, None) => return,
        _ => {}
    }
    let without: Vec<&Id> = members.iter().filter(|member| member.weight.is_none()).map(|m| m.id).collect();
    if let Some(first) = without.first() {
        let finding = Finding::new(code::WEIGHT_MISSING, first.span)
            .list("without", without.iter().map(|id| id.value.as_str()));
        let asks = weighed.map(|weight| weight.span).or(combine.map(|combine| combine.span));
        out.push(match asks {
            Some(place) => finding.note(place, "asks-for-weights"),
            None => finding,
        });
        return;
    }
    // For whom a class is meant that nobody knows cannot be said.
    let known =
        |id: &Id| entry(&data.classes, &id.value).is_some() || entry(&data.posts, &id.value).is_some();
    if positive(members, out) && group.named().all(known) {
        whole_for_all(group, out);
    }
}

/// Says whether no weight is zero or less; reports those that are.
fn positive(members: &[Member], out: &mut Vec<Finding>) -> bool {
    let before = out.len();
    for weight in members.iter().filter_map(|member| member.weight) {
        above_zero("weight", weight, out);
    }
    out.len() == before
}

/// Adds weights up for everybody who is weighed by a set of members of their own.
fn whole_for_all(group: &Group, out: &mut Vec<Finding>) {
    let mut wrong: Vec<(Vec<Member>, Vec<&str>)> = vec![];
    for whom in group.everybody() {
        let apply = group.members_for(&whom);
        if apply.is_empty() || is_whole(&apply) {
            continue;
        }
        let same = wrong.iter_mut().find(|(known, _)| {
            known.len() == apply.len() && known.iter().zip(&apply).all(|(one, other)| one.id == other.id)
        });
        match same {
            Some((_, people)) => people.extend(whom.named()),
            None => wrong.push((apply, whom.named().collect())),
        }
    }
    let for_all = group.named().next().is_none();
    for (apply, whom) in wrong {
        out.extend(not_whole(&apply).map(|finding| match whom.is_empty() {
            true if for_all => finding.phrase("whom", "everybody"),
            true => finding.phrase("whom", "everybody-else"),
            false => finding.list("whom", whom),
        }));
    }
}

impl<'a> Group<'a> {
    /// The classes and posts that make a difference.
    fn named(&self) -> impl Iterator<Item = &'a Id> {
        let own = self.members.iter().flat_map(|member| member.applies_to);
        own.chain(self.above.iter().copied().flatten())
    }

    /// The members somebody is weighed by. None at all for whom the value is not.
    fn members_for(&self, whom: &Whom) -> Vec<Member<'a>> {
        let is_for = |applies_to: &[Id]| applies(applies_to, whom.class, whom.post);
        match self.above.iter().all(|above| is_for(above)) {
            true => self.members.iter().copied().filter(|member| is_for(member.applies_to)).collect(),
            false => vec![],
        }
    }

    /// Everybody who is weighed by different members: each class and post that is named, and all the others. Which
    /// classes a post can have is not known, so a post counts as whole if it is in one of them.
    fn everybody(&self) -> Vec<Whom<'a>> {
        let is_named = |id: &&str| self.named().any(|named| named.value == **id);
        let classes: Vec<&str> = names(&self.data.classes).filter(is_named).collect();
        let all_classes = !classes.is_empty() && classes.len() == self.data.classes.len();
        let others = (!all_classes).then_some(None);
        let of_class = classes.iter().map(|class| Some(*class)).chain(others);
        let mut people: Vec<Whom> = of_class.clone().map(|class| Whom { class, post: None }).collect();
        for post in names(&self.data.posts).filter(is_named) {
            let mut held = of_class.clone().map(|class| Whom { class, post: Some(post) });
            let good = held.find(|whom| is_whole(&self.members_for(whom)));
            people.push(good.unwrap_or(Whom { class: None, post: Some(post) }));
        }
        people
    }
}

impl<'a> Whom<'a> {
    /// The names it goes by: a post says more than its class.
    fn named(self) -> impl Iterator<Item = &'a str> {
        self.post.or(self.class).into_iter()
    }
}

fn sum(members: &[Member]) -> Exact {
    members.iter().filter_map(|member| Some(&member.weight?.value)).sum()
}

fn is_whole(members: &[Member]) -> bool {
    sum(members) == Exact::from(WHOLE)
}

/// `None` where there is nothing to add up.
fn not_whole(members: &[Member]) -> Option<Finding> {
    let last = members.iter().rev().find_map(|member| member.weight)?;
    let items = members.iter().map(|member| member.id.value.as_str());
    Some(Finding::new(code::WEIGHTS_NOT_WHOLE, last.span).list("items", items).number("sum", &sum(members)))
}
