//! When things happened: in the framework's order, near the period, and not in the future.

use super::dossier::Case;
use crate::calendar::{Date, add_days, days_before};
use crate::diagnostic::{Finding, code};
use crate::framework::entry;
use crate::model::Slot;
use crate::schema::At;
use crate::schema::framework::{Stage, StageEvent};
use crate::schema::kinds::Kind;

/// Days before a period on which it may be planned already.
const EARLIEST_PLAN: u32 = 366;
/// Days after a period in which it may still be dealt with.
const LATEST: u32 = 2 * 366;

pub(super) fn check(case: &Case, out: &mut Vec<Finding>) {
    order(case, out);
    gates(case, out);
    let mut late_dates = vec![];
    let mut plan_dates = vec![];
    gather(case, &mut plan_dates, &mut late_dates);
    for date in plan_dates.iter().chain(&late_dates) {
        future(case, date, out);
    }
    let Some((first, Some(last))) = case.range.map(|range| (range.first, range.last)) else { return };
    let latest = add_days(last, LATEST);
    let early = days_before(first, EARLIEST_PLAN);
    let near = plan_dates.iter().map(|date| (date, early)).chain(late_dates.iter().map(|date| (date, first)));
    for (date, earliest) in near.filter(|(date, earliest)| date.value < *earliest || date.value > latest) {
        out.push(
            Finding::new(code::DATE_OUT_OF_RANGE, date.span)
                .date("date", date.value)
                .date("first", earliest)
                .date("last", latest),
        );
    }
}

/// Reports a date that is still to come; says whether it is.
pub(super) fn future(case: &Case, date: &At<Date>, out: &mut Vec<Finding>) -> bool {
    let is_future = date.value > case.agency.today;
    if is_future {
        out.push(
            Finding::new(code::DATE_IN_FUTURE, date.span)
                .date("date", date.value)
                .date("today", case.agency.today),
        );
    }
    is_future
}

/// When what a stage asks for happened; `None` where it has not, or has no single day.
pub(super) fn date_of<'a>(case: &Case<'a>, event: StageEvent) -> Option<&'a At<Date>> {
    let dossier = case.dossier?;
    let record = dossier.record.data();
    match event {
        StageEvent::Plan => {
            let agreed = dossier.plan.data()?.agreed.as_ref()?;
            [agreed.employee.as_ref()?, agreed.superior.as_ref()?].into_iter().max_by_key(|date| date.value)
        }
        StageEvent::SelfReview => Some(&dossier.self_review.data()?.date),
        StageEvent::Colleagues => None,
        StageEvent::Supervisor => Some(&dossier.supervisor.data()?.date),
        StageEvent::Discussion => Some(&dossier.discussion.data()?.date),
        StageEvent::Release => record?.released.as_ref(),
        StageEvent::Delivery => record?.delivered.as_ref(),
        StageEvent::Receipt => record?.received.as_ref(),
        StageEvent::Objection => Some(&dossier.objection.data()?.date),
        StageEvent::Decision => Some(&dossier.decision.data()?.date),
    }
}

/// A stage's name in the agency's language.
pub(super) fn label<'a>(case: &Case, stage: &'a Stage) -> &'a str {
    stage.label.get(case.agency.lang().tag())
}

/// Compares each stage with the one before it that has a date, so that one wrong date is reported once.
fn order(case: &Case, out: &mut Vec<Finding>) {
    let Some(framework) = case.framework else { return };
    let mut earlier: Option<(&Stage, &At<Date>)> = None;
    for (_, stage) in &framework.data.stages {
        let Some(date) = date_of(case, stage.event.value) else { continue };
        if let Some((before, limit)) = earlier.filter(|(_, limit)| date.value < limit.value) {
            out.push(
                Finding::new(code::STAGE_ORDER, date.span)
                    .arg("stage", label(case, stage))
                    .date("date", date.value)
                    .arg("earlier", label(case, before))
                    .date("limit", limit.value)
                    .note(limit.span, "earlier-stage"),
            );
        }
        earlier = Some((stage, date));
    }
}

/// Stages that took place before one they need. A file that cannot be read may show what seems to be missing.
fn gates(case: &Case, out: &mut Vec<Finding>) {
    let Some(framework) = case.framework else { return };
    let stages = &framework.data.stages;
    for (_, stage) in stages.iter().filter(|(_, stage)| happened(case, stage.event.value)) {
        for needed in stage.needs.iter().filter_map(|needed| entry(stages, &needed.value)) {
            let event = needed.event.value;
            let settled =
                case.period.locked && !kind_of(event).is_amendment() || case.period.is_joined(event);
            if !happened(case, event) && !is_unread(case, event) && !settled {
                let place = date_of(case, stage.event.value).map_or(case.place(), |date| date.span);
                out.push(
                    Finding::new(code::STAGE_NEEDS_MISSING, place)
                        .arg("stage", label(case, stage))
                        .arg("needs", label(case, needed))
                        .arg("path", case.path(kind_of(event))),
                );
            }
        }
    }
}

/// Whether what a stage asks for has happened, on a single day or, with several colleagues, on several.
pub(super) fn happened(case: &Case, event: StageEvent) -> bool {
    match event {
        StageEvent::Colleagues => {
            let colleagues =
                case.dossier.into_iter().flat_map(|dossier| dossier.colleagues.values().flatten());
            colleagues.into_iter().any(|slot| !slot.is_absent())
        }
        _ => date_of(case, event).is_some(),
    }
}

/// The file that shows that something happened.
pub(super) fn kind_of(event: StageEvent) -> Kind {
    match event {
        StageEvent::Plan => Kind::Plan,
        StageEvent::SelfReview => Kind::SelfReview,
        StageEvent::Colleagues => Kind::PeerReview,
        StageEvent::Supervisor => Kind::SupervisorReview,
        StageEvent::Discussion => Kind::Discussion,
        StageEvent::Release | StageEvent::Delivery | StageEvent::Receipt => Kind::Record,
        StageEvent::Objection => Kind::Objection,
        StageEvent::Decision => Kind::Decision,
    }
}

/// Whether a file is there that may show that something happened, of which not everything could be read.
pub(super) fn is_unread(case: &Case, event: StageEvent) -> bool {
    let Some(dossier) = case.dossier else { return false };
    match event {
        StageEvent::Plan => case.is_unread(&dossier.plan),
        StageEvent::SelfReview => case.is_unread(&dossier.self_review),
        StageEvent::Supervisor => case.is_unread(&dossier.supervisor),
        StageEvent::Discussion => case.is_unread(&dossier.discussion),
        StageEvent::Release | StageEvent::Delivery | StageEvent::Receipt => case.is_unread(&dossier.record),
        StageEvent::Objection => case.is_unread(&dossier.objection),
        StageEvent::Decision => case.is_unread(&dossier.decision),
        StageEvent::Colleagues => dossier.colleagues.values().flatten().any(|slot| case.is_unread(slot)),
    }
}

/// All dates of things that happened: those of the plan, and those that cannot be before the period.
fn gather<'a>(case: &Case<'a>, plan: &mut Vec<&'a At<Date>>, late: &mut Vec<&'a At<Date>>) {
    let Some(dossier) = case.dossier else { return };
    if let Some(data) = dossier.plan.data() {
        let agreed = data.agreed.iter().flat_map(|agreed| [&agreed.employee, &agreed.superior]).flatten();
        plan.extend(agreed.chain(data.revisions.iter().map(|revision| &revision.date)));
    }
    late.extend(dossier.assessments().map(|(_, filed)| &filed.data.date));
    late.extend(dossier.feedback.iter().filter_map(Slot::data).map(|feedback| &feedback.date));
    late.extend(dossier.discussion.data().map(|discussion| &discussion.date));
    late.extend(dossier.objection.data().map(|objection| &objection.date));
    if let Some(decision) = dossier.decision.data() {
        late.push(&decision.date);
        late.extend(decision.hearings.iter().map(|hearing| &hearing.date));
    }
    if let Some(development) = dossier.development.data() {
        late.extend(development.coaching.iter().map(|talk| &talk.date));
        late.extend(development.sanctions.iter().map(|sanction| &sanction.date));
        plan.extend(development.trainings.iter().filter_map(|training| training.completed.as_ref()));
    }
    if let Some(record) = dossier.record.data() {
        let happened = [&record.released, &record.delivered, &record.received, &record.keyed];
        late.extend(happened.into_iter().flatten());
        plan.extend(record.signed.iter().map(|signed| &signed.date));
    }
}
