//! Printed forms: the plan, the evaluation, the evaluation document, and the recapitulation of a unit.
//!
//! Each form is one file and one function from a view to a document. Words of the forms are phrases; words of the
//! regulation and of people come from the view.

mod behaviour;
mod curve;
mod dossier;
mod evaluation;
mod markdown;
mod parts;
mod plan;
mod recap;
mod results;

use super::document::{Document, Image, Paper};
use crate::view::form::{DocumentKind, FormView, PaperSetting};

pub use recap::recap;

/// How documents are printed.
#[derive(Debug, Clone)]
pub struct Setup {
    /// The sheet.
    pub paper: Paper,
    /// The emblem. An empty frame is printed without one.
    pub emblem: Option<Image>,
}

impl Setup {
    /// The setup for an agency's settings.
    pub fn new(paper: PaperSetting, emblem: Option<Image>) -> Setup {
        let paper = match paper {
            PaperSetting::A4 => Paper::A4,
            PaperSetting::F4 => Paper::F4,
            PaperSetting::Letter => Paper::Letter,
        };
        Setup { paper, emblem }
    }
}

/// One of a person's documents.
pub fn document(kind: DocumentKind, view: &FormView, setup: &Setup) -> Document {
    match kind {
        DocumentKind::Plan => plan::plan(view, setup),
        DocumentKind::Evaluation => evaluation::evaluation(view, setup),
        DocumentKind::EvaluationDocument => dossier::dossier(view, setup),
    }
}
