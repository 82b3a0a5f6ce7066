//! Composing the documents of units, of the agency and of awards.

use crate::report::document::Document;
use crate::report::forms::{self, Setup};
use crate::schema::events::DocumentKind as Kind;
use crate::view::form;

use super::super::pages;
use super::super::workspace::Surveyed;
use super::orders::Order;
use super::pack;

/// A document of a unit, or of the whole agency. `None` where there is nothing to say yet.
pub(super) fn of_unit(
    surveyed: &Surveyed,
    order: &Order,
    unit: Option<&str>,
    setup: &Setup,
) -> Option<Document> {
    let agency = &surveyed.workspace.agency;
    let (insight, lang) = (order.insight, order.lang(surveyed));
    match order.kind {
        Kind::Recap => Some(forms::recap(&form::recap(agency, insight, unit, lang)?, setup)),
        Kind::Register => pack::register(surveyed, order, setup),
        Kind::Keying => Some(forms::keying(&form::keying(agency, insight, unit, lang)?, setup)),
        Kind::Determination => {
            Some(forms::determination(&form::determination(agency, insight, unit, lang)?, setup))
        }
        Kind::TrainingPlan => {
            let plan = form::training_plan(agency, &surveyed.survey, insight, unit, lang)?;
            Some(forms::training_plan(&plan, setup))
        }
        Kind::Meeting => Some(forms::meeting(&form::meeting(agency, insight, lang)?, setup)),
        Kind::Transparency => {
            let report = pages::public_report(surveyed, &insight.period.id, lang)?;
            Some(forms::transparency(&report, setup))
        }
        _ => None,
    }
}
