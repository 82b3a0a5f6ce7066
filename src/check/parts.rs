//! What is kept of parts of a period, such as quarters: the same rules as for the whole, over the part's own days.

use super::dossier::Case;
use super::{names, ratings, realisation, reviews, sections, stages, valued};
use crate::calendar::{Date, add_days};
use crate::diagnostic::{Finding, Span, code, suggest};
use crate::model::{Dossier, PartReview, Slot};
use crate::schema::framework::{Anchor, Deadline};
use crate::schema::kinds::{Kind, path_of};
use crate::schema::period::Part;

/// Days after a part in which it is usually reported on and evaluated.
const USUAL: u32 = 183;

pub(super) fn check(case: &Case, out: &mut Vec<Finding>) {
    overdue(case, out);
    let Some(dossier) = case.dossier else { return };
    for (id, review) in &dossier.parts {
        let Some(part) = case.period.part(id) else {
            unknown(case, id, review, out);
            continue;
        };
        let ends_well = part.from.value <= part.to.value;
        let Some(own) = dossier.of_part(id, Some(part.range())).filter(|_| ends_well) else { continue };
        if case.takes_part && !holds_post(case, part) {
            absent(case, part, review, out);
            continue;
        }
        reviewed(&Case { dossier: Some(&own), range: Some(part.range()), ..*case }, part, &own, out);
    }
}

fn holds_post(case: &Case, part: &Part) -> bool {
    let person = case.roster.person(case.person);
    person.is_some_and(|person| person.last_assignment_within(part.range()).is_some())
}

/// Parts that should have been evaluated by now, where the framework says until when.
fn overdue(case: &Case, out: &mut Vec<Finding>) {
    let deadline = case.framework.and_then(|framework| framework.data.part_deadline.as_ref());
    let Some(deadline) = deadline.filter(|_| case.takes_part && !case.period.locked) else { return };
    let parts = case.period.data.as_ref().map_or(&[][..], |data| data.parts.as_slice());
    for (id, part) in parts.iter().filter(|(_, part)| holds_post(case, part)) {
        let review = case.dossier.and_then(|dossier| dossier.parts.get(&id.value));
        let is_missing = review.is_none_or(|review| review.superior.is_absent());
        let due = due(case, part, deadline).filter(|due| is_missing && case.agency.today > *due);
        if let Some(due) = due {
            let path = path_of(Kind::PartSupervisor, &case.period.id, case.person, &id.value);
            out.push(
                Finding::new(code::PART_OVERDUE, case.place())
                    .arg("part", label(case, part))
                    .arg("path", path)
                    .date("deadline", due),
            );
        }
    }
}

fn due(case: &Case, part: &Part, deadline: &Deadline) -> Option<Date> {
    let from = match deadline.after.value {
        Anchor::Start => part.from.value,
        _ => part.to.value,
    };
    match (&deadline.days, &deadline.workdays) {
        (Some(days), _) => Some(add_days(from, days.value)),
        (None, Some(days)) => {
            Some(case.period.holidays(&case.agency.holidays).add_workdays(from, days.value))
        }
        (None, None) => None,
    }
}

/// A part that its period does not have, said of its first file.
fn unknown(case: &Case, id: &str, review: &PartReview, out: &mut Vec<Finding>) {
    let (Some(data), Some(file)) = (&case.period.data, review.files().next()) else { return };
    let known = names::keys(&data.parts);
    let finding = Finding::new(code::UNKNOWN_PART, Span::start_of(file))
        .arg("period", case.period.id.clone())
        .arg("found", id)
        .suggest(suggest(id, known.clone()));
    out.push(match known.clone().next() {
        Some(_) => finding.list("choices", known),
        None => finding.phrase("choices", "no-parts"),
    });
}

/// A part in which the person held no post.
fn absent(case: &Case, part: &Part, review: &PartReview, out: &mut Vec<Finding>) {
    let Some(file) = review.files().next() else { return };
    out.push(
        Finding::new(code::NOT_A_PARTICIPANT, Span::start_of(file))
            .arg("person", case.person)
            .arg("period", label(case, part)),
    );
}

fn label<'p>(case: &Case, part: &'p Part) -> &'p str {
    part.label.get(case.agency.lang().tag())
}

/// The rating of the organisation is that of the whole period, so no part's is compared with it.
fn reviewed(case: &Case, part: &Part, own: &Dossier, out: &mut Vec<Finding>) {
    reviews::check(case, out);
    ratings::given(case, out);
    realisation::check(case, out);
    valued::stated(case, out);
    sections::check(case, out);
    let last = add_days(part.to.value, USUAL);
    let dates = [&own.self_review, &own.supervisor].into_iter().filter_map(Slot::data).map(|said| &said.date);
    for date in dates {
        let is_usual = (part.from.value..=last).contains(&date.value);
        if !stages::future(case, date, out) && !is_usual {
            out.push(
                Finding::new(code::PART_DATED_ODDLY, date.span)
                    .arg("part", label(case, part))
                    .date("date", date.value)
                    .date("first", part.from.value)
                    .date("last", last),
            );
        }
    }
}
