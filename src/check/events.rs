//! Feedback, discussion, objection, decision, development; the meeting and the awards of a period.

use super::dossier::Case;
use super::reviews::conflict;
use super::scene::Scene;
use super::{names, sections};
use crate::diagnostic::{Finding, code};
use crate::framework::entry;
use crate::model::{Period, Slot};
use crate::schema::At;
use crate::schema::events::{Decision, DecisionOutcome};
use crate::schema::kinds::Kind;

pub(super) fn check(case: &Case, out: &mut Vec<Finding>) {
    let Some(dossier) = case.dossier else { return };
    for feedback in dossier.feedback.iter().filter_map(Slot::data) {
        names::person(case.scene, &feedback.by, out);
        case.recorded(feedback.recorded.as_ref(), out);
        match feedback.about.split_once('/') {
            Some(("project", project)) => {
                let at = At { value: project.to_owned(), span: feedback.about.span };
                names::project(case.scene, &at, out);
            }
            _ => case.item(&feedback.about, out),
        }
    }
    if let Some(discussion) = dossier.discussion.data() {
        names::people(case.scene, &discussion.present, out);
        names::distinct(&discussion.present, out);
        case.recorded(discussion.recorded.as_ref(), out);
        for clarification in &discussion.clarifications {
            case.item(&clarification.item, out);
        }
    }
    if let Some(filed) = dossier.objection.get() {
        case.recorded(filed.data.recorded.as_ref(), out);
        if filed.data.items.is_empty() && !case.scene.doubts(filed.file) {
            out.push(Finding::new(code::LIST_TOO_SHORT, filed.span).arg("key", "items").count("least", 1));
        }
        names::distinct(&filed.data.items, out);
        for item in &filed.data.items {
            case.item(item, out);
        }
    }
    if let Some(filed) = dossier.decision.get() {
        if dossier.objection.is_absent() {
            out.push(Finding::new(code::DECISION_WITHOUT_OBJECTION, filed.span));
        }
        decision(case, &filed.data, out);
    }
    development(case, out);
}

fn decision(case: &Case, decision: &Decision, out: &mut Vec<Finding>) {
    names::people(case.scene, decision.hearings.iter().map(|hearing| &hearing.of), out);
    if decision.outcome.value == DecisionOutcome::Rejected && !decision.changes.is_empty() {
        out.push(Finding::new(code::DECISION_CONTRADICTS_ITSELF, decision.outcome.span));
    }
    if !names::person(case.scene, &decision.by, out) || !case.takes_part {
        return;
    }
    let day = decision.date.value;
    let review = case.dossier.and_then(|dossier| dossier.supervisor.data());
    let rater = match review {
        Some(review) => Some(review.by.value.as_str()),
        None => case.roster.superior_on(case.person, day),
    };
    let Some(rater) = rater else { return };
    let above: Vec<&str> = case.roster.superior_on(rater, day).into_iter().collect();
    let by = decision.by.value.as_str();
    if case.scene.doubts_person(by) || case.scene.doubts_person(rater) {
        return;
    }
    let is_party = by == rater || by == case.person;
    if is_party || !above.is_empty() && !above.contains(&by) {
        out.push(Finding::new(code::WRONG_DECIDER, decision.by.span).arg("by", by).list("expected", above));
    } else {
        conflict(case, &decision.by, day, out);
    }
    let heard = |person: &&str| decision.hearings.iter().any(|hearing| hearing.of.value == **person);
    let unheard: Vec<&str> = [case.person, rater].into_iter().filter(|person| !heard(person)).collect();
    if !unheard.is_empty() && !case.dossier.is_some_and(|dossier| case.is_unread(&dossier.decision)) {
        out.push(Finding::new(code::HEARING_INCOMPLETE, decision.outcome.span).list("people", unheard));
    }
}

fn development(case: &Case, out: &mut Vec<Finding>) {
    let Some(development) = case.dossier.and_then(|dossier| dossier.development.data()) else { return };
    for planned in &development.trainings {
        let unread = case.scene.doubts_path("content/trainings.yaml");
        if !unread && entry(&case.agency.trainings, &planned.training.value).is_none() {
            let known = names::keys(&case.agency.trainings);
            out.push(names::unknown(code::UNKNOWN_TRAINING, &planned.training, known));
        }
        if let Some(answers) = &planned.answers {
            case.item(answers, out);
        }
    }
    names::people(case.scene, development.coaching.iter().map(|talk| &talk.by), out);
}

/// The meeting and the awards.
pub(super) fn check_period(scene: &Scene, period: &Period, out: &mut Vec<Finding>) {
    if let Some(filed) = period.meeting.get() {
        let meeting = &filed.data;
        let slots = meeting.slots.iter().map(|slot| &slot.person);
        names::people(scene, meeting.chair.iter().chain(&meeting.secretary).chain(slots), out);
        names::people(scene, meeting.present.iter().chain(&meeting.absent), out);
        let attendance: Vec<_> = meeting.present.iter().chain(&meeting.absent).cloned().collect();
        names::distinct(&attendance, out);
        for slot in meeting.slots.iter().filter(|slot| !is_time(&slot.at)) {
            out.push(
                Finding::new(code::NOT_A_TIME, slot.at.span)
                    .arg("key", "at")
                    .quoted("found", slot.at.value.clone()),
            );
        }
        sections::passages(&filed.passages, Kind::Meeting, &[], scene.agency.lang(), out);
    }
    let unread = period.awards.get().is_some_and(|filed| scene.doubts(filed.file));
    for (id, award) in period.awards.data().into_iter().flatten() {
        if award.members.is_empty() && !unread {
            out.push(Finding::new(code::LIST_TOO_SHORT, id.span).arg("key", "members").count("least", 1));
        }
        names::people(scene, &award.members, out);
        names::distinct(&award.members, out);
        if let Some(project) = &award.project {
            names::project(scene, project, out);
        }
    }
}

fn is_time(text: &str) -> bool {
    let (Some((hours, minutes)), 5) = (text.split_once(':'), text.len()) else { return false };
    let within = |part: &str, most: u8| {
        part.bytes().all(|b| b.is_ascii_digit()) && part.parse::<u8>().is_ok_and(|value| value <= most)
    };
    hours.len() == 2 && within(hours, 23) && within(minutes, 59)
}
