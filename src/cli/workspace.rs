//! An agency's repository, read and checked for a command.

use std::path::Path;

use super::Stop;
use super::terminal::Terminal;
use crate::calendar::{Date, date_of_moment, parse_date};
use crate::check::{Checked, check};
use crate::diagnostic::Finding;
use crate::insight::{self, PeriodInsight};
use crate::model::{self, Agency};
use crate::schema::agency::Config;
use crate::source::Sources;

/// A repository that was read.
pub(super) struct Workspace {
    pub(super) sources: Sources,
    pub(super) agency: Agency,
    found: crate::diagnostic::Findings,
}

/// A repository that was read, checked and computed.
pub(super) struct Surveyed<'a> {
    pub(super) checked: Checked<'a>,
    pub(super) survey: Vec<PeriodInsight<'a>>,
    /// Findings in the order they are shown.
    pub(super) findings: Vec<Finding>,
}

impl Workspace {
    /// Reads a repository as seen on a day.
    pub(super) fn read(root: &Path, as_of: Option<&str>, terminal: &Terminal) -> Result<Workspace, Stop> {
        let shown = root.display();
        if !root.join("rapor.yaml").is_file() {
            return Err(Stop::could_not(terminal.phrase("say-no-repository", &[("path", &shown)])));
        }
        let (sources, found) = Sources::read(root, &[]).map_err(|reason| {
            Stop::could_not(terminal.phrase("say-unreadable", &[("path", &shown), ("reason", &reason)]))
        })?;
        let config = model::config(&sources);
        let today = today(as_of, config.as_ref(), terminal)?;
        let (agency, more) = model::load(&sources, today);
        let found = found.into_iter().chain(more).collect();
        Ok(Workspace { sources, agency, found })
    }

    /// Checks and computes everything.
    pub(super) fn survey(&self) -> Surveyed<'_> {
        let (checked, mut findings) = check(&self.agency, &self.sources, self.found.clone());
        let survey = insight::survey(&checked);
        findings.extend(insight::findings(&self.agency, &survey));
        Surveyed { checked, survey, findings: findings.into_sorted() }
    }
}

/// The date everything is seen from: `--as-of`, else SOURCE_DATE_EPOCH, else the agency's setting, else today.
pub(super) fn today(as_of: Option<&str>, config: Option<&Config>, terminal: &Terminal) -> Result<Date, Stop> {
    if let Some(text) = as_of {
        let bad = || Stop::could_not(terminal.phrase("say-bad-date", &[("text", &text)]));
        return parse_date(text).ok_or_else(bad);
    }
    let zone = config.and_then(|config| config.time_zone.as_ref()).map_or("UTC", |zone| zone.value.as_str());
    if let Some(epoch) = std::env::var_os("SOURCE_DATE_EPOCH") {
        let seconds = epoch.to_str().and_then(|text| text.parse::<i64>().ok());
        return seconds
            .and_then(|seconds| date_of_moment(seconds, "UTC"))
            .ok_or_else(|| Stop::could_not(terminal.phrase("say-bad-epoch", &[])));
    }
    if let Some(date) = config.and_then(|config| config.as_of.as_ref()) {
        return Ok(date.value);
    }
    let since_epoch = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    let seconds = since_epoch.ok().and_then(|time| i64::try_from(time.as_secs()).ok()).unwrap_or(0);
    date_of_moment(seconds, zone)
        .ok_or_else(|| Stop::could_not(terminal.phrase("say-bad-zone", &[("zone", &zone)])))
}
