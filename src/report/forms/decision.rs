//! The decision on an objection.

use crate::report::document::{Block, Document, List, Marker, Signatures, Signer};
use crate::text::{self, fill, phrase};
use crate::view::form::{Decided, ObjectionPaper};

use super::Setup;
use super::objection::ratings;
use super::papers::{dated, heading, paper, passages, people, signer};

/// The decision as a document. `None` until there is one.
pub fn decision(view: &ObjectionPaper, setup: &Setup) -> Option<Document> {
    let (head, lang) = (&view.head, view.head.lang);
    let decided = view.decision.as_ref()?;
    let mut document = paper("paper-decision", head, Some(decided.date), setup);
    document.push(people(
        head,
        &[
            (head.rater.clone(), &head.parties.rater),
            (phrase(lang, "paper-decider").to_owned(), &head.parties.above),
        ],
    ));
    document.push(heading(phrase(lang, "paper-considering")));
    document.push(List::of(Marker::Letter, considered(view)));
    document.extend(passages(&decided.reasons));
    let basis = basis(view);
    if !basis.is_empty() {
        document.push(heading(phrase(lang, "paper-based-on")));
        document.push(List::numbered(basis));
    }
    document.push(heading(phrase(lang, "paper-decides")));
    document.push(Block::paragraph(ruling(view, decided)));
    document.extend(passages(&decided.ruling));
    document.push(Block::Together(vec![heading(phrase(lang, "paper-ratings")), ratings(view).into()]));
    document.push(Signatures::new([decider(view).place_date(dated(head, Some(decided.date)))]));
    Some(document)
}

/// The objection and those who were heard.
fn considered(view: &ObjectionPaper) -> Vec<String> {
    let lang = view.head.lang;
    let items: Vec<String> = view.items.iter().map(|item| format!("“{}”", item.label)).collect();
    let name = view.head.parties.employee.name.clone().unwrap_or_else(|| view.head.person.clone());
    let objection = fill(
        phrase(lang, "paper-considered-objection"),
        &[
            ("name", &name),
            ("date", &text::date(lang, view.date)),
            ("items", &text::list(lang, text::Join::And, &items)),
        ],
    );
    let heard = view.hearings.iter().map(|one| {
        fill(
            phrase(lang, "paper-considered-hearing"),
            &[("name", &one.name), ("date", &text::date(lang, one.date)), ("summary", &one.summary)],
        )
    });
    std::iter::once(objection).chain(heard).collect()
}

/// The rule on objections, and what the framework rests on.
fn basis(view: &ObjectionPaper) -> Vec<String> {
    let lang = view.head.lang;
    let rule = view.rule.iter().map(|rule| fill(phrase(lang, "paper-rule-of-objection"), &[("rule", rule)]));
    let others = view.basis.iter().map(|(title, about)| match about {
        Some(about) => format!("{title} ({about})"),
        None => title.clone(),
    });
    rule.chain(others).collect()
}

/// How it ended, as a sentence.
pub(super) fn ruling(view: &ObjectionPaper, decided: &Decided) -> String {
    let lang = view.head.lang;
    let date = text::date(lang, decided.date);
    fill(phrase(lang, "paper-ruled"), &[("outcome", &decided.outcome), ("date", &date)])
}

/// Who decides.
pub(super) fn decider(view: &ObjectionPaper) -> Signer {
    signer(&view.head, "pejabat-pemutus", phrase(view.head.lang, "paper-decider"), &view.head.parties.above)
}
