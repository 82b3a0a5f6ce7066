//! Findings as reports, one small file a format.

mod short;

use super::{Finding, Severity, Texts, catalogue};
use crate::text::{self, Lang};

/// A form of report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For people at a terminal, with source lines.
    Human,
    /// One line a finding.
    Short,
    /// Rapor's own JSON.
    Json,
    /// Workflow commands of GitHub Actions.
    Github,
    /// Code Quality report of GitLab.
    Gitlab,
    /// SARIF 2.1.0.
    Sarif,
}

/// How a report is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Language of the words.
    pub lang: Lang,
    /// Colour and bold for terminals; only the human form knows it.
    pub color: bool,
    /// Whether text from the files may appear.
    pub show_source: bool,
    /// Width of the terminal in columns; only the human form knows it.
    pub width: usize,
}

/// How many findings there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Summary {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
}

/// Counts findings.
pub fn summary(findings: &[Finding]) -> Summary {
    let errors = findings.iter().filter(|finding| finding.severity() == Severity::Error).count();
    Summary { errors, warnings: findings.len() - errors }
}

/// Renders findings, in the order given.
pub fn render(format: Format, findings: &[Finding], texts: &dyn Texts, options: &Options) -> String {
    match format {
        Format::Short | Format::Human | Format::Json | Format::Github | Format::Gitlab | Format::Sarif => {
            short::render(findings, texts, options)
        }
    }
}

/// The message of a finding, without place.
pub(super) fn message(finding: &Finding, options: &Options) -> String {
    match catalogue::entry(finding.code) {
        Some(entry) => catalogue::fill(
            &entry.words(options.lang).message,
            &finding.args,
            options.lang,
            options.show_source,
        ),
        None => finding.code.0.to_owned(),
    }
}

fn severity_word(finding: &Finding, lang: Lang) -> &'static str {
    match finding.severity() {
        Severity::Error => text::phrase(lang, "error"),
        Severity::Warning => text::phrase(lang, "warning"),
    }
}
