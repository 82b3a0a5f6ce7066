//! What the pages of a build are made from.

use std::collections::BTreeMap;

use super::workspace::Surveyed;
use crate::disclosure;
use crate::framework::Framework;
use crate::text::Lang;
use crate::view::public::{Pages, Public, PublicReport};

/// The public pages, with the printed reports of periods, each by its period and path. `None` where nothing may be
/// published.
pub(super) fn public(surveyed: &Surveyed, reports: &BTreeMap<String, String>) -> Option<Pages> {
    let mut pages = with_public(surveyed, surveyed.workspace.agency.lang(), |public| public.pages())?;
    for (_, page) in &mut pages.periods {
        page.report = reports.get(&page.id).cloned();
    }
    Some(pages)
}

/// What the public report of a period says. `None` where nothing of it may be published.
pub(super) fn public_report(surveyed: &Surveyed, period: &str, lang: Lang) -> Option<PublicReport> {
    with_public(surveyed, lang, |public| public.report(period))?
}

fn with_public<T>(surveyed: &Surveyed, lang: Lang, make: impl FnOnce(&Public) -> T) -> Option<T> {
    let checked = &surveyed.checked;
    let periods = disclosure::release(checked, &surveyed.survey);
    let config = checked.agency.config.as_ref().filter(|_| !periods.is_empty())?;
    let public = Public {
        lang,
        today: checked.agency.today,
        agency: &config.name.value,
        periods: &periods,
        pages: &disclosure::pages(checked),
        frameworks: &frameworks(surveyed),
        bounds: disclosure::bounds(checked),
    };
    Some(make(&public))
}

/// The frameworks of published periods, each once; that of the newest period where an id stands for several.
fn frameworks<'s>(surveyed: &'s Surveyed) -> Vec<&'s Framework> {
    let mut frameworks: Vec<&Framework> = vec![];
    for insight in surveyed.survey.iter().rev() {
        let Some(framework) = insight.period.framework.as_deref() else { continue };
        if frameworks.iter().all(|known| known.id != framework.id) {
            frameworks.push(framework);
        }
    }
    frameworks
}
