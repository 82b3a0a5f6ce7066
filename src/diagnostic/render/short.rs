//! One line a finding: `path:line:column: severity[code]: message`.

use super::{Options, message, severity_name, shown_path};
use crate::diagnostic::{Finding, Places, Texts};

pub(super) fn render(findings: &[Finding], texts: &dyn Texts, options: &Options) -> String {
    let places = Places::new(texts);
    let mut out = String::new();
    for finding in findings {
        let path = shown_path(texts, finding.at.file);
        let at = places.of(finding.at.file, finding.at.start);
        let (severity, code) = (severity_name(finding), finding.code.0);
        let message = message(finding, options);
        out.push_str(&format!("{path}:{}:{}: {severity}[{code}]: {message}\n", at.line, at.column));
    }
    out
}
