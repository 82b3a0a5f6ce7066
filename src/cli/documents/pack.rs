//! Signing packs and registers: which documents of a unit people sign.

use crate::pdf::PressError;
use crate::report::document::Document;
use crate::report::forms::{self, Setup};
use crate::report::{Rendered, render_bound};
use crate::view::Subject;
use crate::view::form::{self, RegisterView, ToSign};

use super::super::workspace::Surveyed;
use super::Means;
use super::orders::{Order, of_person};

/// Documents that people sign, in the order in which they are signed: unit by unit, the head first, then by name.
fn to_sign<'a>(surveyed: &'a Surveyed<'a>, order: &Order<'a>) -> Vec<Order<'a>> {
    let agency = &surveyed.workspace.agency;
    let unit = unit_of(order);
    let people = form::people_by_unit(agency, order.insight, unit).into_iter();
    // Units below have packs of their own.
    let own = people
        .filter(|(one, _)| unit.is_none() || one.is_some_and(|one| Some(one.id.value.as_str()) == unit));
    let documents = own.flat_map(|(_, people)| people).flat_map(|person| {
        let mut documents = of_person(agency, order.insight, person);
        documents.sort_by_key(|document| document.kind);
        documents
    });
    documents.filter(|order| order.kind.is_signed()).collect()
}

fn unit_of<'o>(order: &'o Order) -> Option<&'o str> {
    match &order.subject {
        Subject::Unit(unit) => Some(unit),
        _ => None,
    }
}

/// A document of a person as records name it.
pub(in crate::cli) fn named(order: &Order) -> Option<ToSign> {
    let (person, part) = match &order.subject {
        Subject::Person(person) => (person, None),
        Subject::Part { person, part } => (person, Some(part.clone())),
        _ => return None,
    };
    Some(ToSign { person: person.clone(), kind: order.kind, part })
}

fn view(surveyed: &Surveyed, order: &Order, documents: &[ToSign]) -> Option<RegisterView> {
    let agency = &surveyed.workspace.agency;
    form::register(agency, order.insight, unit_of(order), documents, order.lang(surveyed))
}

/// The register of a unit's documents. `None` while there are none.
pub(super) fn register(surveyed: &Surveyed, order: &Order, setup: &Setup) -> Option<Document> {
    let documents: Vec<ToSign> = to_sign(surveyed, order).iter().filter_map(named).collect();
    let view = view(surveyed, order, &documents).filter(|view| !view.people.is_empty())?;
    Some(forms::register(&view, setup))
}

/// All documents of a unit that are still to be signed, behind their checklist. `None` where none is.
pub(super) fn pack(
    surveyed: &Surveyed,
    order: &Order,
    means: &Means,
) -> Option<Result<Rendered, PressError>> {
    let made = to_sign(surveyed, order).into_iter().filter_map(|one| {
        let document = named(&one)?;
        let signed = form::signature_of(order.insight, &document).is_some();
        let sheet = if signed { None } else { Some(means.document(surveyed, &one)?) };
        Some((document, sheet))
    });
    let (named, sheets): (Vec<ToSign>, Vec<Option<Document>>) = made.unzip();
    let open: Vec<Document> = sheets.into_iter().flatten().collect();
    if open.is_empty() {
        return None;
    }
    let view = view(surveyed, order, &named)?;
    let contents = |pages: &[(usize, usize)]| {
        let bound: Vec<forms::Bound> =
            pages.iter().zip(&open).map(|(pages, document)| (*pages, document.signers())).collect();
        forms::pack(&view, &bound, &means.setup)
    };
    Some(render_bound(&open, &contents, &means.press))
}
