//! Codes of documents: which document has which, and how it is printed.

use std::fmt::Display;

use super::super::terminal::Terminal;
use super::super::workspace::{Surveyed, Workspace};
use super::super::{Stop, key};
use super::orders::{Order, orders};
use super::pack::named;
use crate::calendar::Date;
use crate::report::document::{Document, Seal};
use crate::schema::events::{Decision, DocumentKind as Kind, SignedDocument};
use crate::seal::{Code, FileHash, Identity, Key};
use crate::text::{Lang, fill, phrase};
use crate::view::{Subject, form};

/// What codes are made and printed with.
pub(in crate::cli) struct Sealing {
    pub(in crate::cli) key: Key,
    /// The address that pages of codes are served below. `None` where none are made.
    base: Option<String>,
}

/// The document that a code belongs to.
pub(in crate::cli) struct Found<'a> {
    pub(in crate::cli) order: Order<'a>,
    /// Which edition of it.
    pub(in crate::cli) edition: u32,
}

impl Found<'_> {
    /// Whether there is no newer edition.
    pub(in crate::cli) fn is_newest(&self) -> bool {
        self.edition == self.order.edition()
    }

    /// The day of the decision that a newer edition followed from.
    pub(in crate::cli) fn replaced(&self) -> Option<Date> {
        let decision = self.order.decision().filter(|_| !self.is_newest());
        decision.map(|decision| decision.date.value)
    }
}

impl Sealing {
    /// That of an agency; `None` if it has no key.
    pub(in crate::cli) fn of(workspace: &Workspace, terminal: &Terminal) -> Result<Option<Sealing>, Stop> {
        let Some(key) = key::read(workspace.repository, terminal)? else { return Ok(None) };
        let config = workspace.agency.config.as_ref();
        let closed = config.and_then(|config| config.disclosure.as_ref()?.public.as_ref());
        let is_public = closed.is_none_or(|public| public.value);
        let base = config.and_then(|config| config.base_url.as_ref()).filter(|_| is_public);
        let base = base.map(|base| base.value.trim_end_matches('/').to_owned());
        Ok(Some(Sealing { key, base }))
    }

    /// The code of an edition of a document.
    pub(in crate::cli) fn code(&self, order: &Order, edition: u32) -> Code {
        let about: &[&str] = match &order.subject {
            Subject::Person(person) => &["person", person],
            Subject::Part { person, part } => &["part", person, part],
            Subject::Unit(unit) => &["unit", unit],
            Subject::Agency => &["agency"],
            Subject::Award(award) => &["award", award],
        };
        let (kind, period) = (order.kind.name(Lang::En), order.insight.period.id.as_str());
        self.key.code(&Identity { kind, period, about, edition })
    }

    /// The document with a code, among all that a build makes and their earlier editions.
    pub(in crate::cli) fn identify<'a>(&self, surveyed: &'a Surveyed<'a>, code: &Code) -> Option<Found<'a>> {
        orders(surveyed).into_iter().filter(|order| order.kind.has_code()).find_map(|order| {
            let edition = (1..=order.edition()).find(|edition| self.code(&order, *edition) == *code)?;
            Some(Found { order, edition })
        })
    }

    /// Puts the code of its newest edition on a document, if it is of a kind that has one.
    pub(in crate::cli) fn put(&self, order: &Order, document: &mut Document, lang: Lang) {
        if !order.kind.has_code() {
            return;
        }
        let code = self.code(order, order.edition());
        let printed = code.to_string();
        let (target, how) = match &self.base {
            Some(base) => (format!("{base}/v/{}.html#{}", code.address(), code.letters()), "seal-scan"),
            None => (code.letters(), "seal-ask"),
        };
        if let Some(foot) = &mut document.foot {
            foot.center.clone_from(&printed);
        }
        let values: [(&str, &dyn Display); 1] = [("code", &printed)];
        document.seal = Some(Seal {
            target,
            alt: fill(phrase(lang, "seal-alt"), &values),
            label: phrase(lang, "seal-code").to_owned(),
            words: phrase(lang, how).to_owned(),
            on_every_row: order.kind == Kind::Certificate,
            code: printed,
        });
    }
}

impl<'a> Order<'a> {
    /// Which edition of the document this is: the second once a decision on an objection changed what it says.
    pub(in crate::cli) fn edition(&self) -> u32 {
        if self.decision().is_some() { 2 } else { 1 }
    }

    /// The record's entries on signed files of an edition, with their hashes.
    pub(in crate::cli) fn signatures(&self, edition: u32) -> Vec<(&'a SignedDocument, FileHash)> {
        let Some(document) = named(self) else { return vec![] };
        let of_edition = form::signatures_of(self.insight, &document)
            .into_iter()
            .filter(|signed| form::is_newest(self.insight, &document, signed) == (edition == self.edition()));
        of_edition
            .filter_map(|signed| Some((signed, FileHash::parse(&signed.hash.as_ref()?.value)?)))
            .collect()
    }

    /// The decision that changed what the document says.
    pub(in crate::cli) fn decision(&self) -> Option<&'a Decision> {
        let Subject::Person(person) = &self.subject else { return None };
        form::decision_on(self.insight, person, self.kind)
    }
}
