//! An agency's repository, read and checked for a command.

use std::process::ExitCode;
use std::time::Instant;

use clap::ArgMatches;

use super::terminal::Terminal;
use super::{Repository, Stop};
use crate::calendar::{Date, date_of_moment, is_near, parse_date};
use crate::check::{Checked, check};
use crate::diagnostic::{Finding, Findings, Severity};
use crate::insight::{self, PeriodInsight};
use crate::model::{self, Agency};
use crate::schema::agency::Config;
use crate::schema::kinds::{Kind, locate};
use crate::source::Sources;
use crate::text::Lang;
use crate::view::Scene;

/// A repository that was read.
pub(super) struct Workspace<'r> {
    pub(super) repository: &'r Repository,
    /// When the reading began.
    pub(super) started: Instant,
    pub(super) sources: Sources,
    pub(super) agency: Agency,
    found: Findings,
}

/// A repository that was read, checked and computed.
pub(super) struct Surveyed<'a> {
    pub(super) workspace: &'a Workspace<'a>,
    pub(super) checked: Checked<'a>,
    pub(super) survey: Vec<PeriodInsight<'a>>,
    /// Findings in the order they are shown.
    pub(super) findings: Vec<Finding>,
}

/// A command about a repository that was read, checked and computed.
pub(super) type Command = fn(&Surveyed, &ArgMatches, &Terminal) -> Result<ExitCode, Stop>;

/// Reads, checks and computes a repository, and hands it to a command.
pub(super) fn run(
    command: Command,
    repository: &Repository,
    matches: &ArgMatches,
    terminal: &Terminal,
) -> Result<ExitCode, Stop> {
    terminal.progress("progress-reading");
    let workspace = Workspace::read(repository, terminal)?;
    command(&workspace.survey(), matches, terminal)
}

impl<'r> Workspace<'r> {
    /// Reads a repository as seen on its day.
    pub(super) fn read(repository: &'r Repository, terminal: &Terminal) -> Result<Workspace<'r>, Stop> {
        let started = Instant::now();
        let root = repository.root.as_path();
        let shown = root.display();
        if !root.join("rapor.yaml").is_file() {
            return Err(Stop::could_not(terminal.phrase("say-no-repository", &[("path", &shown)])));
        }
        let (sources, found) = Sources::read(root, &[]).map_err(|reason| {
            Stop::could_not(terminal.phrase("say-unreadable", &[("path", &shown), ("reason", &reason)]))
        })?;
        let config = model::config(&sources);
        let today = today(repository.as_of.as_deref(), config.as_ref(), terminal)?;
        let (agency, more) = model::load(&sources, today);
        let found = found.into_iter().chain(more).collect();
        Ok(Workspace { repository, started, sources, agency, found })
    }

    /// The same repository as if no objection had been decided yet. `None` if none has.
    pub(super) fn before_decisions(&self) -> Option<Workspace<'r>> {
        let is_decision = |path: &str| locate(path).is_some_and(|located| located.kind == Kind::Decision);
        self.sources.iter().find(|(_, file)| is_decision(file.path()))?;
        let (sources, found) = self.sources.without(is_decision);
        let (agency, more) = model::load(&sources, self.agency.today);
        let found = found.into_iter().chain(more).collect();
        Some(Workspace { repository: self.repository, started: self.started, sources, agency, found })
    }

    /// Checks and computes everything.
    pub(super) fn survey(&self) -> Surveyed<'_> {
        let (checked, mut findings) = check(&self.agency, &self.sources, self.found.clone());
        let survey = insight::survey(&checked);
        findings.extend(insight::findings(&self.agency, &survey));
        Surveyed { workspace: self, checked, survey, findings: findings.into_sorted() }
    }
}

impl Surveyed<'_> {
    /// What views for the terminal are made from: everything, and no files of pages.
    pub(super) fn scene(&self, lang: Lang) -> Scene<'_> {
        Scene {
            agency: &self.workspace.agency,
            survey: &self.survey,
            texts: &self.workspace.sources,
            documents: &[],
            held: &|_, _| false,
            lang,
        }
    }

    /// The errors among the findings.
    pub(super) fn errors(&self) -> Vec<Finding> {
        self.findings.iter().filter(|finding| finding.severity() == Severity::Error).cloned().collect()
    }

    /// Shows the errors, and ends the command with words on what therefore was not done.
    pub(super) fn refuse(&self, key: &'static str, terminal: &Terminal) -> Stop {
        super::check::show(&self.errors(), self.workspace, false, terminal);
        Stop::Findings(Some(terminal.phrase(key, &[])))
    }
}

/// The date everything is seen from: `--as-of`, else SOURCE_DATE_EPOCH, else the agency's setting, else today.
pub(super) fn today(as_of: Option<&str>, config: Option<&Config>, terminal: &Terminal) -> Result<Date, Stop> {
    if let Some(text) = as_of {
        let bad = || Stop::could_not(terminal.phrase("say-bad-date", &[("text", &text)]));
        return parse_date(text).filter(|date| is_near(*date)).ok_or_else(bad);
    }
    let zone = config.and_then(|config| config.time_zone.as_ref()).map_or("UTC", |zone| zone.value.as_str());
    if let Some(seconds) = source_date_epoch(terminal)? {
        return date_of_moment(seconds, "UTC").ok_or_else(|| bad_epoch(terminal));
    }
    if let Some(date) = config.and_then(|config| config.as_of.as_ref()) {
        return Ok(date.value);
    }
    date_of_moment(clock(), zone)
        .ok_or_else(|| Stop::could_not(terminal.phrase("say-bad-zone", &[("zone", &zone)])))
}

/// The moment that SOURCE_DATE_EPOCH sets in place of the clock's, in seconds since 1970-01-01 UTC.
pub(super) fn source_date_epoch(terminal: &Terminal) -> Result<Option<i64>, Stop> {
    let Some(epoch) = std::env::var_os("SOURCE_DATE_EPOCH") else { return Ok(None) };
    let seconds = epoch.to_str().and_then(|text| text.parse::<i64>().ok());
    let is_near = |seconds: &i64| date_of_moment(*seconds, "UTC").is_some_and(is_near);
    seconds.filter(is_near).map(Some).ok_or_else(|| bad_epoch(terminal))
}

fn bad_epoch(terminal: &Terminal) -> Stop {
    Stop::could_not(terminal.phrase("say-bad-epoch", &[]))
}

/// Seconds since 1970-01-01 UTC by this computer's clock.
pub(super) fn clock() -> i64 {
    let since_epoch = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    since_epoch.ok().and_then(|time| i64::try_from(time.as_secs()).ok()).unwrap_or(0)
}
