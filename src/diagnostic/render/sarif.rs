//! SARIF 2.1.0, which code hosts and editors read.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{Options, advice, fingerprints, message, severity_name};
use crate::diagnostic::{Code, Finding, Places, Severity, Span, Texts, catalogue, range};
use crate::text;

pub(super) fn render(findings: &[Finding], texts: &dyn Texts, options: &Options) -> String {
    let places = Places::new(texts);
    let codes: Vec<Code> = {
        let mut codes: Vec<Code> = findings.iter().map(|finding| finding.code).collect();
        codes.sort();
        codes.dedup();
        codes
    };
    let index: BTreeMap<Code, usize> = codes.iter().enumerate().map(|(n, &code)| (code, n)).collect();
    let results: Vec<Value> = findings
        .iter()
        .zip(fingerprints(findings, texts))
        .map(|(finding, fingerprint)| {
            json!({
                "ruleId": finding.code.0,
                "ruleIndex": index.get(&finding.code),
                "level": severity_name(finding),
                "message": { "text": said(finding, options) },
                "locations": [{ "physicalLocation": physical(finding.at, texts, &places) }],
                "relatedLocations": related(finding, texts, &places, options),
                "partialFingerprints": { "rapor/v1": fingerprint },
            })
        })
        .collect();
    let rules: Vec<Value> = codes.iter().map(|&code| rule(code, options)).collect();
    super::to_json(&json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "Rapor", "version": env!("CARGO_PKG_VERSION"), "rules": rules } },
            "columnKind": "unicodeCodePoints",
            "language": options.lang.tag(),
            "results": results,
        }],
    }))
}

fn said(finding: &Finding, options: &Options) -> String {
    let mut lines = vec![message(finding, options)];
    lines.extend(advice(finding, options));
    lines.join("\n")
}

fn rule(code: Code, options: &Options) -> Value {
    let level = match catalogue::severity(code) {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let words = catalogue::entry(code).map(|entry| entry.words(options.lang));
    let (title, what, why) = words
        .map_or((code.0, "", ""), |words| (words.title.as_str(), words.what.as_str(), words.why.as_str()));
    json!({
        "id": code.0,
        "shortDescription": { "text": title },
        "fullDescription": { "text": format!("{what} {why}") },
        "defaultConfiguration": { "level": level },
    })
}

fn related(finding: &Finding, texts: &dyn Texts, places: &Places, options: &Options) -> Vec<Value> {
    let note = |note: &crate::diagnostic::Note| {
        json!({
            "physicalLocation": physical(note.at, texts, places),
            "message": { "text": text::phrase(options.lang, note.phrase) },
        })
    };
    finding.notes.iter().map(note).collect()
}

fn physical(at: Span, texts: &dyn Texts, places: &Places) -> Value {
    let end = range(texts.text(at.file), at).end;
    let (start, end) =
        (places.of(at.file, at.start), places.of(at.file, u32::try_from(end).unwrap_or(at.end)));
    json!({
        "artifactLocation": { "uri": uri(texts.path(at.file)), "uriBaseId": "%SRCROOT%" },
        "region": {
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        },
    })
}

/// A path as a relative reference: everything but the plainest characters is written as its bytes.
fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'.' | b'_' | b'~' => {
                out.push(char::from(byte))
            }
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}
