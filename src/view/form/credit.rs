//! Credit points earned.

use super::RatingLine;
use super::desk::{Desk, PaperHead};
use crate::insight::PeriodInsight;
use crate::view::dossier::CreditView;
use crate::view::scene::Scene;

/// What the credit-point statement says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CreditPaper {
    /// Its head.
    pub head: PaperHead,
    /// The outcome the points follow from.
    pub outcome: RatingLine,
    /// The points.
    pub credit: CreditView,
}

/// A person's credit points. `None` where none were earned.
pub fn credit(scene: &Scene, insight: &PeriodInsight, person: &str) -> Option<CreditPaper> {
    let desk = Desk::of(scene, insight, person)?;
    Some(CreditPaper {
        outcome: desk.form.outcome.clone(),
        credit: desk.reading().credit()?,
        head: desk.head(),
    })
}
