//! One line a finding: `path:line:column: severity[code]: message`.

use super::{Options, message, severity_word};
use crate::diagnostic::{Finding, Texts, place};

pub(super) fn render(findings: &[Finding], texts: &dyn Texts, options: &Options) -> String {
    let mut out = String::new();
    for finding in findings {
        let at = place(texts.text(finding.at.file), finding.at.start);
        out.push_str(&format!(
            "{}:{}:{}: {}[{}]: {}\n",
            texts.path(finding.at.file),
            at.line,
            at.column,
            severity_word(finding, options.lang),
            finding.code.0,
            message(finding, options)
        ));
    }
    out
}
