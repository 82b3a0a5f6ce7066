//! Composing the papers on one person's period beside the forms of a regulation.

use crate::report::document::Document;
use crate::report::forms::{self, Setup};
use crate::schema::events::DocumentKind as Kind;
use crate::view::form;

use super::super::workspace::Surveyed;
use super::orders::Order;

/// A paper on a person's period. `None` where there is nothing to say yet.
pub(super) fn of_person(surveyed: &Surveyed, order: &Order, person: &str, setup: &Setup) -> Option<Document> {
    let (insight, scene) = (order.insight, surveyed.scene(order.lang(surveyed)));
    let scene = &scene;
    match order.kind {
        Kind::Achievement => Some(forms::achievement(&form::achievement(scene, insight, person)?, setup)),
        Kind::Derivation => Some(forms::derivation(&form::derivation(scene, insight, person)?, setup)),
        Kind::Discussion => Some(forms::discussion(&form::discussion(scene, insight, person)?, setup)),
        Kind::Objection => Some(forms::objection(&form::objection(scene, insight, person)?, setup)),
        Kind::Decision => forms::decision(&form::objection(scene, insight, person)?, setup),
        Kind::Credit => Some(forms::credit(&form::credit(scene, insight, person)?, setup)),
        Kind::Receipt => Some(forms::receipt(&form::receipt(scene, insight, person)?, setup)),
        _ => None,
    }
}
