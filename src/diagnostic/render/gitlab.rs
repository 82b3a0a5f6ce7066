//! The Code Quality report of GitLab.

use serde::Serialize;

use super::{Options, fingerprints, message};
use crate::diagnostic::{Finding, Places, Severity, Texts};

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'a str,
    fingerprint: String,
    severity: &'a str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: u32,
}

pub(super) fn render(findings: &[Finding], texts: &dyn Texts, options: &Options) -> String {
    let places = Places::new(texts);
    let issues = findings.iter().zip(fingerprints(findings, texts)).map(|(finding, fingerprint)| Issue {
        description: message(finding, options),
        check_name: finding.code.0,
        fingerprint,
        severity: match finding.severity() {
            Severity::Error => "major",
            Severity::Warning => "minor",
        },
        location: Location {
            path: texts.path(finding.at.file),
            lines: Lines { begin: places.of(finding.at.file, finding.at.start).line },
        },
    });
    super::to_json(&issues.collect::<Vec<_>>())
}
