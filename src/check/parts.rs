//! What is kept of parts of a period, such as quarters: the same rules as for the whole, over the part's own days.

use super::dossier::Case;
use super::{names, ratings, realisation, reviews, sections, stages, valued};
use crate::calendar::add_days;
use crate::diagnostic::{Finding, Span, code, suggest};
use crate::model::{Dossier, PartReview, Slot};
use crate::schema::period::Part;

/// Days after a part in which it is usually reported on and evaluated.
const USUAL: u32 = 183;

pub(super) fn check(case: &Case, out: &mut Vec<Finding>) {
    let Some(dossier) = case.dossier else { return };
    for (id, review) in &dossier.parts {
        let Some(part) = case.period.part(id) else {
            unknown(case, id, review, out);
            continue;
        };
        let ends_well = part.from.value <= part.to.value;
        let Some(own) = dossier.of_part(id, Some(part.range())).filter(|_| ends_well) else { continue };
        let holds_post = case
            .roster
            .person(case.person)
            .is_some_and(|person| person.last_assignment_within(part.range()).is_some());
        if case.takes_part && !holds_post {
            absent(case, part, review, out);
            continue;
        }
        reviewed(&Case { dossier: Some(&own), range: Some(part.range()), ..*case }, part, &own, out);
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
