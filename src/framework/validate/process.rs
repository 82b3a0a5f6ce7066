//! The course of a period and what follows from it: stages, follow-up, awards, credit points.

use std::cmp::Ordering;

use super::rated::{self, Comes};
use super::{above_zero, defined, excluded, not_negative};
use crate::diagnostic::{Finding, code};
use crate::framework::index;
use crate::schema::framework::{
    AwardBy, AwardRule, CreditPoints, Deadline, FollowUpWhen, FrameworkFile, Results, Stage,
};
use crate::schema::value::{At, Id};

pub(super) fn check(data: &FrameworkFile, out: &mut Vec<Finding>) {
    if let Some(results) = &data.results {
        check_results(data, results, out);
    }
    for (at, (id, stage)) in data.stages.iter().enumerate() {
        check_stage(data, at, id, stage, out);
    }
    if let Some(deadline) = &data.part_deadline {
        check_deadline(deadline, out);
    }
    for (id, follow_up) in &data.follow_up {
        when(data, id, &follow_up.when, out);
    }
    data.awards.iter().for_each(|(_, award)| check_award(data, award, out));
    if let Some(points) = &data.credit_points {
        credit_points(data, points, out);
    }
}

fn check_results(data: &FrameworkFile, results: &Results, out: &mut Vec<Finding>) {
    defined("component", &results.component, &data.components, out);
    results.required_kinds.iter().for_each(|kind| defined("required_kinds", kind, &results.kinds, out));
    results.cascading_kinds.iter().for_each(|kind| defined("cascading_kinds", kind, &results.kinds, out));
    if let Some(approach) = &results.merged_approach {
        defined("merged_approach", approach, &results.approaches, out);
    }
}

fn check_stage(data: &FrameworkFile, at: usize, id: &Id, stage: &Stage, out: &mut Vec<Finding>) {
    let event = stage.event.value;
    if let Some((first, _)) = data.stages[..at].iter().find(|(_, first)| first.event.value == event) {
        out.push(
            Finding::new(code::AMBIGUOUS_ID, stage.event.span)
                .arg("found", id.value.clone())
                .note(first.span, "first-given"),
        );
    }
    for needed in &stage.needs {
        match index(&data.stages, &needed.value) {
            None => defined("needs", needed, &data.stages, out),
            Some(place) if place >= at => out.push(
                Finding::new(code::STAGE_NEEDS_LATER, needed.span)
                    .arg("stage", id.value.clone())
                    .arg("needs", needed.value.clone()),
            ),
            Some(_) => {}
        }
    }
    if let Some(deadline) = &stage.deadline {
        check_deadline(deadline, out);
    }
}

fn check_deadline(deadline: &Deadline, out: &mut Vec<Finding>) {
    match (&deadline.days, &deadline.workdays) {
        (Some(days), Some(workdays)) => out.push(excluded("workdays", workdays.span, "days", days.span)),
        (None, None) => out
            .push(Finding::new(code::ONE_KEY_NEEDED, deadline.after.span).list("keys", ["days", "workdays"])),
        _ => {}
    }
}

/// Bounds that outcomes or ratings can be compared with, the lower one first.
fn when(data: &FrameworkFile, id: &Id, when: &FollowUpWhen, out: &mut Vec<Finding>) {
    let (least, most) = (&when.at_least, &when.at_most);
    if least.is_none() && most.is_none() {
        let place = when.rated.as_ref().map_or(id.span, |rated| rated.span);
        out.push(Finding::new(code::ONE_KEY_NEEDED, place).list("keys", ["at_least", "at_most"]));
    }
    let levels = &data.outcome.levels;
    let comes = match &when.rated {
        Some(rated) => rated::known(data, "rated", rated, out).and_then(|rated| rated.comes(data)),
        None => Some(Comes::Banded(levels)),
    };
    let Some(comes) = comes else { return };
    let before = out.len();
    for (key, bound) in [("at_least", least), ("at_most", most)] {
        let Some(bound) = bound else { continue };
        match &when.rated {
            // Without a number behind it an outcome is a level only.
            None if data.outcome.score.is_none() => defined(key, bound, levels, out),
            _ => comes.compare(key, bound, out),
        }
    }
    if let (Some(least), Some(most)) = (least, most)
        && out.len() == before
        && comes.order(&least.value, &most.value) == Some(Ordering::Greater)
    {
        out.push(
            Finding::new(code::RANGE_REVERSED, most.span)
                .arg("first", least.value.clone())
                .arg("last", most.value.clone()),
        );
    }
}

fn check_award(data: &FrameworkFile, award: &AwardRule, out: &mut Vec<Finding>) {
    let At { value: by, span } = award.by;
    match (&award.rated, by) {
        (None, AwardBy::Rated) => out.push(Finding::new(code::MISSING_KEY, span).arg("key", "rated")),
        (Some(rated), AwardBy::Outcome) => out.push(excluded("rated", rated.span, "by: outcome", span)),
        (Some(rated), AwardBy::Goals) => out.push(excluded("rated", rated.span, "by: goals", span)),
        (Some(rated), AwardBy::Rated) => {
            rated::known(data, "rated", rated, out);
        }
        (None, AwardBy::Outcome | AwardBy::Goals) => {}
    }
}

fn credit_points(data: &FrameworkFile, points: &CreditPoints, out: &mut Vec<Finding>) {
    let levels = &data.outcome.levels;
    for (outcome, multiplier) in &points.multipliers {
        defined("multipliers", outcome, levels, out);
        not_negative("multipliers", multiplier, out);
    }
    let without = levels.iter().map(|(id, _)| id.value.as_str());
    let without: Vec<&str> = without.filter(|id| index(&points.multipliers, id).is_none()).collect();
    if !without.is_empty() {
        out.push(Finding::new(code::MULTIPLIER_MISSING, points.label.span).list("without", without));
    }
    for (_, rung) in &points.rungs {
        above_zero("points", &rung.points, out);
    }
}
