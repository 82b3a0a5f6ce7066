//! Headings of Markdown files.

use super::dossier::Case;
use crate::diagnostic::{Finding, Span, code, suggest};
use crate::model::{Passage, Slot, Topic};
use crate::schema::headings::{self, Heading};
use crate::schema::kinds::Kind;
use crate::text::Lang;

pub(super) fn check(case: &Case, out: &mut Vec<Finding>) {
    let Some(dossier) = case.dossier else { return };
    // Without framework or plan nobody knows which further headings there may be.
    let Some(items) = case.items() else { return };
    let each = |slot: &Slot<_>, kind, out: &mut Vec<Finding>| {
        if let Some(filed) = slot.get() {
            passages(&filed.passages, kind, &items, case.agency.lang(), out);
        }
    };
    each(&dossier.self_review, Kind::SelfReview, out);
    each(&dossier.supervisor, Kind::SupervisorReview, out);
    // All colleagues write under the same headings.
    dossier.colleagues.values().flatten().for_each(|slot| each(slot, Kind::PeerReview, out));
    let lang = case.agency.lang();
    if let Some(filed) = dossier.discussion.get() {
        passages(&filed.passages, Kind::Discussion, &items, lang, out);
    }
    if let Some(filed) = dossier.objection.get() {
        passages(&filed.passages, Kind::Objection, &items, lang, out);
        let says_why = |passage: &Passage| !passage.prose.text.is_empty();
        needs(filed.passages.iter().any(says_why), &headings::REASONS, filed.span, lang, out);
    }
    if let Some(filed) = dossier.decision.get() {
        passages(&filed.passages, Kind::Decision, &items, lang, out);
        let rules = filed.passages.iter().any(|passage| passage.is_under(&headings::RULING));
        needs(rules, &headings::RULING, filed.span, lang, out);
    }
}

fn needs(there: bool, heading: &Heading, at: Span, lang: Lang, out: &mut Vec<Finding>) {
    if !there {
        out.push(Finding::new(code::MISSING_HEADING, at).arg("heading", shown(heading, lang)));
    }
}

fn shown(heading: &Heading, lang: Lang) -> &'static str {
    match lang {
        Lang::Id => heading.indonesian,
        Lang::En => heading.english,
    }
}

/// Reports headings that are unknown or come twice, and prose that stands above all of them.
pub(super) fn passages(passages: &[Passage], kind: Kind, items: &[&str], lang: Lang, out: &mut Vec<Finding>) {
    let known = kind.headings().unwrap_or_default();
    let expected = || known.iter().map(|heading| shown(heading, lang)).chain(items.iter().copied());
    for (at, passage) in passages.iter().enumerate() {
        match &passage.topic {
            Topic::Unknown => {
                let written = passage.heading.trim();
                let every = known
                    .iter()
                    .flat_map(|heading| [heading.indonesian, heading.english, heading.id])
                    .chain(items.iter().copied());
                out.push(
                    Finding::new(code::UNKNOWN_HEADING, passage.at)
                        .quoted("heading", written)
                        .list("expected", expected())
                        .suggest(suggest(written, every)),
                );
            }
            Topic::Whole => {
                out.push(Finding::new(code::TEXT_BEFORE_HEADING, passage.at).list("expected", expected()));
            }
            topic => {
                if let Some(first) = passages[..at].iter().find(|first| first.topic == *topic) {
                    out.push(
                        Finding::new(code::DUPLICATE_HEADING, passage.at)
                            .arg("heading", passage.heading.trim())
                            .note(first.at, "first-given"),
                    );
                }
            }
        }
    }
}
