//! What the forms of a framework are called, and those who stand in them.

use super::super::fields::Fields;
use super::super::types::label;
use super::super::value::{At, Label};

/// Names of a framework's own. Forms say it in general words where one is missing.
#[derive(Debug, Clone, Default)]
pub struct FormNames {
    /// The plan.
    pub plan: Option<At<Label>>,
    /// The plan's annex.
    pub annex: Option<At<Label>>,
    /// The evaluation.
    pub evaluation: Option<At<Label>>,
    /// The evaluation document.
    pub evaluation_document: Option<At<Label>>,
    /// The superior who rates; otherwise as the raters name them.
    pub rater: Option<At<Label>>,
    /// Their superior.
    pub above: Option<At<Label>>,
    /// The number of a person of whom none is kept.
    pub number: Option<At<Label>>,
    /// Rank and grade.
    pub rank: Option<At<Label>>,
}

impl FormNames {
    /// Whether it names nothing.
    pub fn is_empty(&self) -> bool {
        let FormNames { plan, annex, evaluation, evaluation_document, rater, above, number, rank } = self;
        [plan, annex, evaluation, evaluation_document, rater, above, number, rank]
            .into_iter()
            .all(Option::is_none)
    }
}

/// Defines `forms`.
pub(super) fn forms(f: &mut Fields) -> FormNames {
    let about =
        ("Sebutan pada formulir; tanpa ini formulir memakai kata umum", "Names on forms; else general words");
    let names = f.nested("forms", about, false, |f| {
        Some(FormNames {
            plan: f.optional("plan", ("Rencana", "The plan"), label()),
            annex: f.optional("annex", ("Lampiran rencana", "The plan's annex"), label()),
            evaluation: f.optional("evaluation", ("Evaluasi", "The evaluation"), label()),
            evaluation_document: f.optional(
                "evaluation_document",
                ("Dokumen evaluasi", "The evaluation document"),
                label(),
            ),
            rater: f.optional("rater", ("Atasan yang menilai", "The superior who rates"), label()),
            above: f.optional("above", ("Atasan penilai itu", "That superior's own superior"), label()),
            number: f.optional("number", ("Nomor pegawai", "The number of a person"), label()),
            rank: f.optional("rank", ("Pangkat dan golongan", "Rank and grade"), label()),
        })
    });
    names.unwrap_or_default()
}
