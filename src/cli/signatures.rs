//! The part of `rapor verify` that concerns signatures: the verdicts as text and as JSON.

use std::fmt::Display;

use serde_json::{Value, json};

use super::terminal::Terminal;
use crate::pdf::{Change, Existing};
use crate::sign::verify::{Chain, Covers, Fault, Note, Roots, Standing, Verdict, readable, verify};
use crate::text;

/// What was found of the signatures of a file.
pub(super) struct Signatures(Vec<Verdict>);

/// Judges the signatures of a file at a moment, in seconds since 1970-01-01 UTC.
pub(super) fn judge(file: &Existing, roots: &Roots, now: i64) -> Signatures {
    Signatures(verify(file, roots, now))
}

impl Signatures {
    /// Says that nothing is wrong. A file without signatures is not wrong.
    pub(super) fn is_right(&self) -> bool {
        self.0.iter().all(|verdict| verdict.standing() != Standing::Wrong)
    }

    /// As text, a few lines a signature.
    pub(super) fn text(&self, terminal: &Terminal) -> String {
        let mut lines = Vec::new();
        if self.0.is_empty() {
            lines.push(terminal.phrase("verify-unsigned", &[]));
        }
        for verdict in &self.0 {
            lines.push(heading(verdict, terminal));
            lines.extend(about(verdict, terminal).into_iter().map(|line| format!("  {line}")));
        }
        if !self.0.is_empty() {
            lines.push(terminal.phrase("verify-offline", &[]));
        }
        lines.into_iter().map(|line| format!("  {line}\n")).collect()
    }

    /// As JSON. Words in it are stable names, the same in both languages.
    pub(super) fn json(&self) -> Value {
        self.0.iter().map(data).collect()
    }
}

fn heading(verdict: &Verdict, terminal: &Terminal) -> String {
    let key = match verdict.standing() {
        Standing::Valid => "verify-valid",
        Standing::Unchecked => "verify-unchecked",
        Standing::Wrong => "verify-wrong",
    };
    terminal.phrase(key, &[("field", &verdict.field)])
}

/// What is said below the heading.
fn about(verdict: &Verdict, terminal: &Terminal) -> Vec<String> {
    let say = |key, values: &[(&str, &dyn Display)]| terminal.phrase(key, values);
    let mut lines = Vec::new();
    if let Some(signer) = &verdict.signer {
        let name = signer.name.as_deref().unwrap_or("-");
        lines.push(match &signer.organisation {
            Some(organisation) => say("verify-signer-of", &[("name", &name), ("organisation", organisation)]),
            None => say("verify-signer", &[("name", &name)]),
        });
    }
    if let Some(moment) = &verdict.moment {
        lines.push(say("verify-moment", &[("moment", &text::moment(terminal.lang, moment))]));
    }
    if let Some(fault) = verdict.fault {
        lines.push(say(fault_phrase(fault), &[]));
    }
    if let Some(covers) = &verdict.covers {
        lines.extend(coverage(covers, terminal));
    }
    lines.extend(chain(&verdict.chain, terminal));
    lines.extend(verdict.notes.iter().map(|note| say(note_phrase(*note), &[])));
    lines
}

fn coverage(covers: &Covers, terminal: &Terminal) -> Vec<String> {
    let say = |key, values: &[(&str, &dyn Display)]| terminal.phrase(key, values);
    let mut lines = vec![if covers.is_whole() {
        say("verify-covers-all", &[])
    } else {
        say("verify-covers-part", &[("revision", &covers.revision), ("of", &covers.of)])
    }];
    lines.extend(covers.later.iter().map(|change| {
        let words = match change {
            Change::Signed { field } => say("change-signed", &[("field", &readable(field))]),
            Change::NewField { field, page: None } => say("change-new-field", &[("field", &readable(field))]),
            Change::NewField { field, page: Some(page) } => {
                say("change-new-shown-field", &[("field", &readable(field)), ("page", &(page + 1))])
            }
            Change::Evidence => say("change-evidence", &[]),
            Change::Properties => say("change-properties", &[]),
            Change::Page(page) => say("change-page", &[("page", &(page + 1))]),
            Change::Form => say("change-form", &[]),
            Change::Structure => say("change-structure", &[]),
            Change::Catalog(name) => say("change-catalog", &[("name", &readable(name))]),
            Change::Unreadable => say("change-unreadable", &[]),
        };
        let key = if change.keeps_content() { "verify-later" } else { "verify-changed" };
        say(key, &[("what", &words)])
    }));
    if covers.is_forbidden {
        lines.push(say("verify-forbidden", &[]));
    }
    if covers.has_tail {
        lines.push(say("verify-tail", &[]));
    }
    lines
}

fn chain(chain: &Chain, terminal: &Terminal) -> Option<String> {
    let (key, name) = match chain {
        Chain::Trusted { root } => ("chain-trusted", root.as_str()),
        Chain::NotChecked => ("chain-not-checked", ""),
        Chain::Unknown => ("chain-unknown", ""),
        Chain::Expired { certificate } => ("chain-expired", certificate.as_str()),
        Chain::NotYet { certificate } => ("chain-not-yet", certificate.as_str()),
        Chain::NotForSigning => ("chain-not-for-signing", ""),
        Chain::NotAuthority { certificate } => ("chain-not-authority", certificate.as_str()),
        Chain::UnknownTerms { certificate } => ("chain-unknown-terms", certificate.as_str()),
        Chain::NoMoment => ("chain-no-moment", ""),
        Chain::NotReached => return None,
    };
    Some(terminal.phrase(key, &[("name", &name)]))
}

fn fault_phrase(fault: Fault) -> &'static str {
    match fault {
        Fault::Kind => "fault-kind",
        Fault::Range => "fault-range",
        Fault::Gap => "fault-gap",
        Fault::Moved => "fault-moved",
        Fault::Unreadable => "fault-unreadable",
        Fault::Algorithm => "fault-algorithm",
        Fault::Digest => "fault-digest",
        Fault::Certificate => "fault-certificate",
        Fault::Signature => "fault-signature",
        Fault::TooMany => "fault-too-many",
    }
}

fn note_phrase(note: Note) -> &'static str {
    match note {
        Note::TimeStamp => "note-time-stamp",
        Note::Strangers => "note-strangers",
        Note::Odd => "note-odd",
        Note::Future => "note-future",
        Note::Times => "note-times",
    }
}

fn data(verdict: &Verdict) -> Value {
    let standing = match verdict.standing() {
        Standing::Valid => "valid",
        Standing::Unchecked => "signer-not-checked",
        Standing::Wrong => "wrong",
    };
    let (state, certificate) = match &verdict.chain {
        Chain::Trusted { root } => ("trusted", Some(root)),
        Chain::NotChecked => ("not-checked", None),
        Chain::Unknown => ("unknown", None),
        Chain::Expired { certificate } => ("expired", Some(certificate)),
        Chain::NotYet { certificate } => ("not-yet-valid", Some(certificate)),
        Chain::NotForSigning => ("not-for-signing", None),
        Chain::NotAuthority { certificate } => ("not-an-authority", Some(certificate)),
        Chain::UnknownTerms { certificate } => ("unknown-terms", Some(certificate)),
        Chain::NoMoment => ("no-time", None),
        Chain::NotReached => ("not-reached", None),
    };
    let signer = verdict.signer.as_ref();
    json!({
        "field": verdict.field,
        "standing": standing,
        "signer": signer.map(|signer| json!({ "name": signer.name, "organisation": signer.organisation })),
        "time": verdict.moment.map(|moment| moment.to_string()),
        "holds": verdict.fault.is_none(),
        "fault": verdict.fault.map(|fault| name_of(fault_phrase(fault))),
        "covers": verdict.covers.as_ref().map(covers_data),
        "chain": { "state": state, "certificate": certificate },
        "notes": verdict.notes.iter().map(|note| name_of(note_phrase(*note))).collect::<Vec<_>>(),
    })
}

fn covers_data(covers: &Covers) -> Value {
    json!({
        "whole": covers.is_whole(),
        "revision": covers.revision,
        "of": covers.of,
        "later": covers.later.iter().map(change_data).collect::<Vec<_>>(),
        "changed": !covers.later.iter().all(Change::keeps_content),
        "forbidden": covers.is_forbidden,
        "tail": covers.has_tail,
    })
}

fn change_data(change: &Change) -> Value {
    match change {
        Change::Signed { field } => json!({ "what": "signed", "field": field }),
        Change::NewField { field, page } => {
            json!({ "what": "new-field", "field": field, "page": page.map(|page| page + 1) })
        }
        Change::Evidence => json!({ "what": "evidence" }),
        Change::Properties => json!({ "what": "properties" }),
        Change::Page(page) => json!({ "what": "page", "page": page + 1 }),
        Change::Form => json!({ "what": "form" }),
        Change::Structure => json!({ "what": "structure" }),
        Change::Catalog(name) => json!({ "what": "catalog", "entry": name }),
        Change::Unreadable => json!({ "what": "unreadable" }),
    }
}

/// The stable name in a phrase's key.
fn name_of(key: &'static str) -> &'static str {
    key.split_once('-').map_or(key, |(_, name)| name)
}
