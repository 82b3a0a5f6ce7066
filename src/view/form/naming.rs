//! What the forms of a person are called, and those who stand in them.

use crate::framework::Framework;
use crate::schema::value::{At, Label};
use crate::text::{Lang, phrase};
use crate::view::parts::label;

/// What the forms of a person are called, and those who stand in them: as the framework says, else in general words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Naming {
    /// The plan.
    pub plan: String,
    /// The plan's annex.
    pub annex: String,
    /// The evaluation.
    pub evaluation: String,
    /// The evaluation document.
    pub evaluation_document: String,
    /// The superior who rates.
    pub rater: String,
    /// Their superior.
    pub above: String,
    /// The number of a person of whom none is kept.
    pub number: String,
    /// Rank and grade.
    pub rank: String,
    /// Whether the framework knows ranks, so that forms leave room for rank and number.
    pub has_ranks: bool,
}

impl Naming {
    /// The names of a framework.
    pub(super) fn of(framework: &Framework, lang: Lang) -> Naming {
        let forms = framework.forms();
        let named = |own: &Option<At<Label>>, general: &'static str| {
            own.as_ref().map_or_else(|| phrase(lang, general).to_owned(), |own| label(lang, own))
        };
        let superior = framework.rater("superior").map(|rater| rater.label.clone());
        Naming {
            plan: named(&forms.plan, "form-plan"),
            annex: named(&forms.annex, "form-annex"),
            evaluation: named(&forms.evaluation, "form-evaluation"),
            evaluation_document: named(&forms.evaluation_document, "form-dossier"),
            rater: named(&forms.rater.or(superior), "form-rater"),
            above: named(&forms.above, "form-above"),
            number: named(&forms.number, "form-id"),
            rank: named(&forms.rank, "form-rank"),
            has_ranks: !framework.data.grades.is_empty(),
        }
    }
}
