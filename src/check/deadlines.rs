//! What is due: stages that are overdue, late or passed over.

use super::dossier::Case;
use super::stages::{date_of, happened, is_unread, kind_of, label};
use crate::calendar::{Date, add_days};
use crate::diagnostic::{Finding, Span, code};
use crate::framework::entry;
use crate::schema::Id;
use crate::schema::framework::{Anchor, Stage, StageEvent};
use crate::schema::kinds::Kind;

pub(super) fn check(case: &Case, out: &mut Vec<Finding>) {
    let (Some(framework), true) = (case.framework, case.takes_part) else { return };
    let stages = &framework.data.stages;
    for (at, (id, stage)) in stages.iter().enumerate() {
        let event = stage.event.value;
        let deadline = deadline(case, &id.value, stage);
        if let Some(date) = date_of(case, event) {
            if let Some(deadline) = deadline.filter(|deadline| date.value > *deadline)
                && matches!(event, StageEvent::Receipt | StageEvent::Objection)
            {
                out.push(
                    Finding::new(code::STAGE_LATE, date.span)
                        .arg("stage", label(case, stage))
                        .date("date", date.value)
                        .date("deadline", deadline),
                );
            }
        } else if is_due(case, stage) && !is_needed(case, id) {
            let later = stages[at + 1..].iter().find(|(_, later)| date_of(case, later.event.value).is_some());
            match (deadline.filter(|deadline| case.agency.today > *deadline), later) {
                (Some(deadline), _) => {
                    out.push(missing(case, code::STAGE_OVERDUE, stage).date("deadline", deadline));
                }
                (None, Some((_, later))) => {
                    out.push(missing(case, code::STAGE_SKIPPED, stage).arg("later", label(case, later)));
                }
                (None, None) => {}
            }
        }
    }
}

fn missing(case: &Case, code: crate::diagnostic::Code, stage: &Stage) -> Finding {
    let kind = kind_of(stage.event.value);
    Finding::new(code, place(case, stage.event.value))
        .arg("stage", label(case, stage))
        .arg("path", case.path(kind))
}

/// A file that lacks only the date is where the date belongs.
fn place(case: &Case, event: StageEvent) -> Span {
    let in_file = case.dossier.and_then(|dossier| match kind_of(event) {
        Kind::Plan => dossier.plan.get().map(|filed| filed.span),
        Kind::Record => dossier.record.get().map(|filed| filed.span),
        _ => None,
    });
    in_file.unwrap_or_else(|| case.place())
}

/// Whether a stage that took place needs another one, which is said of it.
fn is_needed(case: &Case, id: &Id) -> bool {
    let stages = case.framework.map_or(&[][..], |framework| &framework.data.stages);
    stages.iter().any(|(_, stage)| {
        stage.needs.iter().any(|needed| needed.value == id.value) && happened(case, stage.event.value)
    })
}

/// Whether a stage without a date is missed: it must be required, must not wait for another one that is missed
/// already, must not be hidden in a file that cannot be read, and must still be possible if the period is locked.
fn is_due(case: &Case, stage: &Stage) -> bool {
    let event = stage.event.value;
    let happened = |event| date_of(case, event).is_some();
    let objected = case.dossier.is_some_and(|dossier| !dossier.objection.is_absent());
    let (required, ready) = match event {
        StageEvent::Plan | StageEvent::SelfReview | StageEvent::Supervisor => (stage.required, true),
        StageEvent::Discussion | StageEvent::Release => (stage.required, happened(StageEvent::Supervisor)),
        StageEvent::Delivery => (stage.required, happened(StageEvent::Release)),
        StageEvent::Receipt => (stage.required, happened(StageEvent::Delivery)),
        StageEvent::Decision => (objected, objected),
        StageEvent::Colleagues | StageEvent::Objection => return false,
    };
    let missed = required && ready && !is_unread(case, event) && !case.period.is_joined(event);
    missed && (!case.period.locked || kind_of(event).is_amendment())
}

/// The last day of a stage: the period's own, else the framework's. `None` where it counts from something that has
/// not happened.
fn deadline(case: &Case, id: &str, stage: &Stage) -> Option<Date> {
    if let Some(own) = entry(&case.period.data.as_ref()?.deadlines, id) {
        return Some(own.value);
    }
    let deadline = stage.deadline.as_ref()?;
    let range = case.range?;
    let from = match deadline.after.value {
        // Whoever comes later has the same time to agree on a plan.
        Anchor::Start => first_day(case)?.max(range.first),
        Anchor::End => range.last?,
        Anchor::Delivered => date_of(case, StageEvent::Delivery)?.value,
        Anchor::Received => date_of(case, StageEvent::Receipt)?.value,
        Anchor::Objection => date_of(case, StageEvent::Objection)?.value,
    };
    match (&deadline.days, &deadline.workdays) {
        (Some(days), _) => Some(add_days(from, days.value)),
        (None, Some(workdays)) => {
            Some(case.period.holidays(&case.agency.holidays).add_workdays(from, workdays.value))
        }
        (None, None) => None,
    }
}

fn first_day(case: &Case) -> Option<Date> {
    let posts = case.roster.person(case.person)?.posts();
    let range = case.range?;
    posts.iter().find(|(post, _)| post.overlaps(&range)).map(|(post, _)| post.first)
}
