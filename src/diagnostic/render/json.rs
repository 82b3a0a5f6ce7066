//! Rapor's own JSON: `diagnostics` and a `summary`.

use serde::Serialize;

use super::{Options, advice, message, severity_name, summary};
use crate::diagnostic::{Finding, Places, Texts};

#[derive(Serialize)]
struct Report<'a> {
    diagnostics: Vec<Diagnostic<'a>>,
    summary: Counts,
}

#[derive(Serialize)]
struct Diagnostic<'a> {
    code: &'a str,
    severity: &'a str,
    path: &'a str,
    line: u32,
    column: u32,
    message: String,
    help: String,
}

#[derive(Serialize)]
struct Counts {
    errors: usize,
    warnings: usize,
}

pub(super) fn render(findings: &[Finding], texts: &dyn Texts, options: &Options) -> String {
    let places = Places::new(texts);
    let diagnostics = findings.iter().map(|finding| {
        let at = places.of(finding.at.file, finding.at.start);
        Diagnostic {
            code: finding.code.0,
            severity: severity_name(finding),
            path: texts.path(finding.at.file),
            line: at.line,
            column: at.column,
            message: message(finding, options),
            help: advice(finding, options).join(" "),
        }
    });
    let counts = summary(findings);
    let summary = Counts { errors: counts.errors, warnings: counts.warnings };
    super::to_json(&Report { diagnostics: diagnostics.collect(), summary })
}
