//! The views of colleagues: from the right side, and once each.

use super::dossier::Case;
use crate::diagnostic::{Finding, code};
use crate::model::{Filed, ReviewSide, Slot};
use crate::schema::review::Assessment;

pub(super) fn check(case: &Case, out: &mut Vec<Finding>) {
    let Some(dossier) = case.dossier else { return };
    for (side, slots) in &dossier.colleagues {
        let reviews: Vec<_> = slots.iter().filter_map(Slot::get).collect();
        once_each(&reviews, out);
        for review in &reviews {
            after_release(case, review, out);
        }
        for review in reviews.into_iter().filter(|_| case.takes_part) {
            match side {
                ReviewSide::Subordinate => subordinate(case, review, out),
                _ => other(case, side, review, out),
            }
        }
    }
}

/// Reports a view that came after the person saw the others' pool: what changed in it would be that one's.
fn after_release(case: &Case, review: &Filed<Assessment>, out: &mut Vec<Finding>) {
    let record = case.dossier.and_then(|dossier| dossier.record.data());
    let Some(released) = record.and_then(|record| record.released.as_ref()) else { return };
    let date = &review.data.date;
    if date.value > released.value {
        out.push(
            Finding::new(code::VIEW_AFTER_RELEASE, date.span)
                .date("date", date.value)
                .date("released", released.value)
                .note(released.span, "released-here"),
        );
    }
}

fn once_each(reviews: &[&Filed<Assessment>], out: &mut Vec<Finding>) {
    for (at, review) in reviews.iter().enumerate() {
        let by = &review.data.by;
        if let Some(first) = reviews[..at].iter().find(|first| first.data.by.value == by.value) {
            out.push(
                Finding::new(code::DOUBLED_REVIEW, by.span)
                    .arg("by", by.value.clone())
                    .note(first.data.by.span, "first-given"),
            );
        }
    }
}

/// Whether somebody is known and somebody else, so that their place is worth looking at.
fn is_other(case: &Case, review: &Filed<Assessment>) -> bool {
    let by = &review.data.by.value;
    by != case.person && case.roster.person(by).is_some() && !case.scene.doubts_person(by)
}

/// Peers are neither superior nor direct reports. In a kind of the framework's own direct reports may be, but not the
/// superior, who would count twice and could tell the others' ratings from their own.
fn other(case: &Case, side: &ReviewSide, review: &Filed<Assessment>, out: &mut Vec<Finding>) {
    let by = &review.data.by;
    if !is_other(case, review) {
        return;
    }
    let days = case.rating_days(review.data.date.value);
    let rates = |rater: &str, person: &str| {
        days.iter().all(|day| case.roster.superior_on(person, *day) == Some(rater))
    };
    let is = if rates(&by.value, case.person) {
        "is-superior"
    } else if *side == ReviewSide::Peer && rates(case.person, &by.value) {
        "is-subordinate"
    } else {
        return;
    };
    out.push(
        Finding::new(code::NOT_A_COLLEAGUE, by.span)
            .arg("by", by.value.clone())
            .arg("person", case.person)
            .arg("rater", side.id())
            .phrase("is", is),
    );
}

fn subordinate(case: &Case, review: &Filed<Assessment>, out: &mut Vec<Finding>) {
    let by = &review.data.by;
    let Some(range) = case.range.filter(|_| is_other(case, review)) else { return };
    let on_the_day = case.roster.superior_on(&by.value, review.data.date.value);
    let within = case.roster.superiors_within(&by.value, range);
    if !within.into_iter().chain(on_the_day).any(|superior| superior == case.person) {
        out.push(
            Finding::new(code::NOT_A_SUBORDINATE, by.span)
                .arg("by", by.value.clone())
                .arg("person", case.person),
        );
    }
}
