//! Who may review whom: the person, the superior, and nobody with a conflict of interest.

use super::dossier::Case;
use super::{names, ratings};
use crate::calendar::Date;
use crate::diagnostic::{Finding, Span, code};
use crate::model::{Filed, ReviewSide};
use crate::schema::Id;
use crate::schema::review::Assessment;

pub(super) fn check(case: &Case, out: &mut Vec<Finding>) {
    let Some(dossier) = case.dossier else { return };
    for (side, filed) in dossier.assessments() {
        let review = &filed.data;
        case.recorded(review.recorded.as_ref(), out);
        if !names::person(case.scene, &review.by, out) {
            continue;
        }
        match side {
            ReviewSide::SelfSide => {
                own_report(case, &review.by, out);
                ratings::complete(case, side.id(), filed, out);
            }
            _ if review.by.value == case.person => {
                out.push(Finding::new(code::RATES_SELF, review.by.span).arg("by", case.person));
            }
            _ => {
                conflict(case, &review.by, review.date.value, out);
                if side == ReviewSide::Superior {
                    superior(case, filed, out);
                }
            }
        }
    }
}

fn own_report(case: &Case, by: &Id, out: &mut Vec<Finding>) {
    if by.value != case.person {
        out.push(
            Finding::new(code::SELF_BY_OTHER, by.span)
                .arg("by", by.value.clone())
                .arg("person", case.person)
                .suggest(Some(case.person)),
        );
    }
}

fn superior(case: &Case, filed: &Filed<Assessment>, out: &mut Vec<Finding>) {
    let by = &filed.data.by;
    if case.takes_part && !case.scene.doubts_person(by) {
        let superiors = case.raters(filed.data.date.value);
        let is_one = superiors.iter().any(|(_, superior)| *superior == by.value);
        if let Some((day, expected)) = superiors.first().filter(|_| !is_one) {
            out.push(
                Finding::new(code::RATER_NOT_SUPERIOR, by.span)
                    .arg("by", by.value.clone())
                    .arg("person", case.person)
                    .arg("expected", *expected)
                    .date("day", *day),
            );
        }
    }
    ratings::complete(case, ReviewSide::Superior.id(), filed, out);
    if filed.passages.iter().all(|passage| passage.prose.text.trim().is_empty()) {
        out.push(Finding::new(code::REVIEW_WITHOUT_WORDS, filed.span));
    }
}

/// Reports a review by somebody who may not rate the person, or whom the person may not rate.
pub(super) fn conflict(case: &Case, by: &Id, date: Date, out: &mut Vec<Finding>) {
    let declared =
        declared(case, case.person, &by.value, date).or_else(|| declared(case, &by.value, case.person, date));
    if let Some(place) = declared {
        out.push(
            Finding::new(code::CONFLICT_OF_INTEREST, by.span)
                .arg("by", by.value.clone())
                .arg("person", case.person)
                .note(place, "declared-here"),
        );
    }
}

fn declared(case: &Case, one: &str, other: &str, date: Date) -> Option<Span> {
    let data = case.agency.people.get(one)?.data.as_ref()?;
    let conflict = data.conflicts.iter().find(|conflict| conflict.with.value == other)?;
    (conflict.declared.value <= date).then_some(conflict.with.span)
}
