//! What the pages of a build are made from.

use super::workspace::Surveyed;
use crate::disclosure;
use crate::framework::Framework;
use crate::view::public::{Pages, Public};

/// The public pages. `None` where nothing may be published.
pub(super) fn public(surveyed: &Surveyed) -> Option<Pages> {
    let checked = &surveyed.checked;
    let periods = disclosure::release(checked, &surveyed.survey);
    let config = checked.agency.config.as_ref().filter(|_| !periods.is_empty())?;
    let public = Public {
        lang: checked.agency.lang(),
        today: checked.agency.today,
        agency: &config.name.value,
        periods: &periods,
        pages: &disclosure::pages(checked),
        frameworks: &frameworks(surveyed),
        bounds: disclosure::bounds(checked),
    };
    Some(public.pages())
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
