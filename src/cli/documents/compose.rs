//! From an order to a document: the view it is made from, and the form that says it.

use crate::report::document::Document;
use crate::report::forms::{self, Setup};
use crate::schema::events::DocumentKind as Kind;
use crate::view::{Subject, form};

use super::super::workspace::Surveyed;
use super::office;
use super::orders::Order;
use super::papers;

/// The document of an order. `None` where there is nothing to say yet.
pub(in crate::cli) fn compose(surveyed: &Surveyed, order: &Order, setup: &Setup) -> Option<Document> {
    let agency = &surveyed.workspace.agency;
    let (insight, lang) = (order.insight, order.lang(surveyed));
    match (order.kind, &order.subject) {
        (Kind::Plan | Kind::Evaluation | Kind::EvaluationDocument, Subject::Person(person)) => {
            let card = insight.scorecards.get(person);
            let view = form::form(agency, insight.period, person, card, lang)?;
            Some(match order.kind {
                Kind::Plan => forms::plan(&view, setup),
                Kind::Evaluation => forms::evaluation(&view, setup),
                _ => forms::evaluation_document(&view, setup),
            })
        }
        (Kind::PeriodicEvaluation, Subject::Part { person, part }) => {
            let card = insight.part_card(person, part);
            let view = form::form_of_part(agency, insight.period, part, person, card, lang)?;
            Some(forms::evaluation(&view, setup))
        }
        (_, Subject::Person(person)) => papers::of_person(surveyed, order, person, setup),
        (_, Subject::Unit(unit)) => office::of_unit(surveyed, order, Some(unit), setup),
        (Kind::Certificate, Subject::Award(award)) => {
            Some(forms::certificate(&form::certificate(agency, insight.period, award, lang)?, setup))
        }
        (_, Subject::Agency) => office::of_unit(surveyed, order, None, setup),
        _ => None,
    }
}
