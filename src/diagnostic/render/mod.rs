//! Findings as reports, one small file a format.

mod github;
mod gitlab;
mod human;
mod json;
mod sarif;
mod short;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::{Arg, FileId, Finding, Severity, Texts, catalogue};
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
        Format::Human => human::render(findings, texts, options),
        Format::Short => short::render(findings, texts, options),
        Format::Json => json::render(findings, texts, options),
        Format::Github => github::render(findings, texts, options),
        Format::Gitlab => gitlab::render(findings, texts, options),
        Format::Sarif => sarif::render(findings, texts, options),
    }
}

/// The message of a finding, without place.
fn message(finding: &Finding, options: &Options) -> String {
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

/// What to do about a finding: what was probably meant, then the advice of the catalogue.
fn advice(finding: &Finding, options: &Options) -> Vec<String> {
    let meant = finding.suggestion.as_ref().map(|meant| {
        let args = [("x", Arg::Text(meant.clone()))];
        catalogue::fill(text::phrase(options.lang, "did-you-mean"), &args, options.lang, options.show_source)
    });
    let advice = catalogue::entry(finding.code).map(|entry| {
        catalogue::fill(&entry.words(options.lang).help, &finding.args, options.lang, options.show_source)
    });
    meant.into_iter().chain(advice).collect()
}

/// The word that programs know a severity by.
fn severity_name(finding: &Finding) -> &'static str {
    match finding.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// A path as one line, whatever characters it holds.
fn shown_path(texts: &dyn Texts, file: FileId) -> String {
    texts.path(file).chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}

/// An identity of each finding that stays when lines move above it. Text from the files is no part of it, since a
/// hash of it could be used to test guesses.
fn fingerprints(findings: &[Finding], texts: &dyn Texts) -> Vec<String> {
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    let mut fingerprint = |finding: &Finding| {
        let mut facts = format!("{}\n{}\n", finding.code.0, texts.path(finding.at.file));
        for (name, arg) in finding.args.iter().filter(|(_, arg)| !matches!(arg, Arg::Quoted(_))) {
            facts.push_str(&format!("{name}={arg:?}\n"));
        }
        let nth = seen.entry(facts.clone()).or_default();
        *nth += 1;
        let digest = Sha256::digest(format!("{facts}{nth}"));
        digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
    };
    findings.iter().map(&mut fingerprint).collect()
}

/// JSON with a line end. The types written here have nothing in them that could fail.
fn to_json(value: &impl serde::Serialize) -> String {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}
