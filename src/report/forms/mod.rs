//! Printed forms: the documents of a person, of a unit and of the agency.
//!
//! Each form is one file and one function from a view to a document. Words of the forms are phrases; words of the
//! regulation and of people come from the view.

mod achievement;
mod behaviour;
mod certificate;
mod credit;
mod curve;
mod decision;
mod derivation;
mod determination;
mod discussion;
mod evaluation;
mod evaluation_document;
mod keying;
mod markdown;
mod meeting;
mod objection;
mod pack;
mod papers;
mod parts;
mod plan;
mod recap;
mod receipt;
mod register;
mod results;
mod training_plan;
mod transparency;

use super::document::{Image, Paper};
use crate::view::form::PaperSetting;

pub use achievement::achievement;
pub use certificate::certificate;
pub use credit::credit;
pub use decision::decision;
pub use derivation::derivation;
pub use determination::determination;
pub use discussion::discussion;
pub use evaluation::evaluation;
pub use evaluation_document::evaluation_document;
pub use keying::keying;
pub use meeting::meeting;
pub use objection::objection;
pub use pack::{Bound, pack};
pub use plan::plan;
pub use recap::recap;
pub use receipt::receipt;
pub use register::register;
pub use training_plan::training_plan;
pub use transparency::transparency;

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
