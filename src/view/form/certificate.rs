//! The certificate of an award. It says nothing of how anybody was rated.

use super::parties::{Cast, chief};
use super::person::issue;
use super::{Issue, Official};
use crate::calendar::Date;
use crate::framework::entry;
use crate::model::{Agency, Period};
use crate::text::Lang;
use crate::view::parts::label;

/// What the certificate of an award says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CertificateView {
    /// The language.
    pub lang: Lang,
    /// Who gives it, for which period.
    pub issue: Issue,
    /// The award's name.
    pub title: String,
    /// When it is given.
    pub date: Date,
    /// What it is given for.
    pub reason: String,
    /// The project it was earned in.
    pub project: Option<String>,
    /// Names of those who receive it, with titles; several are a team.
    pub recipients: Vec<String>,
    /// Who signs: the agency's leader on that day.
    pub leader: Official,
}

/// What an award's certificate says. `None` if there is no such award, nobody receives it, or the period's framework
/// could not be read.
pub fn certificate(agency: &Agency, period: &Period, award: &str, lang: Lang) -> Option<CertificateView> {
    let framework = period.framework.as_deref()?;
    let award = entry(period.awards.data()?, award)?;
    // Awards are often given after the period was locked, by those who are in office then.
    let roster = agency.roster();
    let day = award.date.value;
    let cast = Cast { roster, framework, lang };
    let mut recipients: Vec<String> = vec![];
    for member in &award.members {
        let name = roster.person(&member.value).map_or_else(|| member.value.clone(), |person| person.name());
        if !recipients.contains(&name) {
            recipients.push(name);
        }
    }
    let project = award.project.as_ref().and_then(|id| entry(&agency.projects, &id.value));
    (!recipients.is_empty()).then(|| CertificateView {
        lang,
        issue: issue(agency, period, lang),
        title: label(lang, &award.title.value),
        date: day,
        reason: award.reason.value.clone(),
        project: project.map(|project| label(lang, &project.name.value)),
        recipients,
        leader: chief(roster, day).map_or_else(Official::default, |id| cast.official_on(id, day)),
    })
}
