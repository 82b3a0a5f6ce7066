//! Workflow commands that GitHub Actions shows at the lines of a change.

use super::{Options, advice, message, severity_name};
use crate::diagnostic::{Finding, Places, Texts};

pub(super) fn render(findings: &[Finding], texts: &dyn Texts, options: &Options) -> String {
    let places = Places::new(texts);
    let mut out = String::new();
    for finding in findings {
        let at = places.of(finding.at.file, finding.at.start);
        let mut lines = vec![message(finding, options)];
        lines.extend(advice(finding, options));
        out.push_str(&format!(
            "::{} file={},line={},col={},title={}::{}\n",
            severity_name(finding),
            property(texts.path(finding.at.file)),
            at.line,
            at.column,
            property(finding.code.0),
            data(&lines.join("\n"))
        ));
    }
    out
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
