//! What parts of a period, such as quarters, came to.

use std::collections::BTreeMap;

use crate::check::Checked;
use crate::model::Period;
use crate::score::{Scorecard, score_part};

/// What a part of a period came to for one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartCard {
    /// The part.
    pub part: String,
    /// What it came to by the part's own assessments.
    pub card: Scorecard,
}

/// The parts that the superior evaluated, in the period's order, by those who were evaluated. Withheld people are left
/// out.
pub fn part_cards(checked: &Checked, period: &Period) -> BTreeMap<String, Vec<PartCard>> {
    let parts = period.data.as_ref().map_or(&[][..], |data| data.parts.as_slice());
    let mut cards = BTreeMap::new();
    for person in checked.agency.participants(period) {
        let Some(dossier) = period.dossiers.get(person).filter(|_| !checked.is_held(&period.id, person))
        else {
            continue;
        };
        let is_rated =
            |part: &str| dossier.parts.get(part).is_some_and(|review| review.superior.get().is_some());
        let rated = parts.iter().map(|(id, _)| id.value.as_str()).filter(|part| is_rated(part));
        let own: Vec<PartCard> = rated
            .filter_map(|part| {
                let card = score_part(checked, period, person, part)?;
                Some(PartCard { part: part.to_owned(), card })
            })
            .collect();
        if !own.is_empty() {
            cards.insert(person.to_owned(), own);
        }
    }
    cards
}
