//! What the public report of a period says: the period's public page, the method it was scored by, and nothing more.

use super::{MethodPage, PeriodPage, Public, method};
use crate::calendar::Date;
use crate::text::Lang;
use crate::view::parts;

/// The public report of a period.
#[derive(Debug, Clone)]
pub struct PublicReport {
    /// The language.
    pub lang: Lang,
    /// The agency.
    pub agency: String,
    /// The day it is seen from: the period's last or, while it runs, today.
    pub day: Date,
    /// What the public page says.
    pub page: PeriodPage,
    /// What the page of the method says.
    pub method: Option<MethodPage>,
}

impl Public<'_> {
    /// The public report of a period. `None` if nothing of it may be published.
    pub fn report(&self, period: &str) -> Option<PublicReport> {
        let period = self.periods.iter().find(|one| one.id == period)?;
        let last = period.range.get().last;
        Some(PublicReport {
            lang: self.lang,
            agency: parts::label(self.lang, self.agency),
            day: last.map_or(self.today, |last| last.min(self.today)),
            page: self.period(period),
            method: self.framework(&period.framework).map(|framework| method::page(self, framework)),
        })
    }
}
