//! How the outcome was computed, step by step.

use super::RatingLine;
use super::desk::{Desk, PaperHead};
use crate::calendar::Date;
use crate::insight::PeriodInsight;
use crate::view::derivation::{Audience, Row, matrix_of, rows};
use crate::view::matrix::Matrix;
use crate::view::parts;
use crate::view::scene::Scene;

/// What the derivation sheet says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DerivationPaper {
    /// Its head.
    pub head: PaperHead,
    /// The framework's name.
    pub framework: String,
    /// What each component came to.
    pub components: Vec<RatingLine>,
    /// The outcome, with what it was before a decision.
    pub outcome: RatingLine,
    /// The steps, inputs before what is made from them.
    pub steps: Vec<Row>,
    /// The table the outcome is looked up in.
    pub matrix: Option<Matrix>,
    /// When a decision on an objection changed ratings.
    pub decided: Option<Date>,
}

/// How a person's outcome was computed. `None` while there is nothing to compute from.
pub fn derivation(scene: &Scene, insight: &PeriodInsight, person: &str) -> Option<DerivationPaper> {
    let desk = Desk::of(scene, insight, person)?;
    let card = insight.scorecards.get(person)?;
    let (lang, framework) = (desk.lang(), desk.framework);
    let component = |score: &crate::score::ComponentScore| RatingLine {
        label: scene.topic(framework, &score.id),
        value: parts::component(lang, framework, score).map(|rank| rank.full()),
        before: score.before_decision.as_ref().map(|got| parts::got(lang, framework, &score.id, got).full()),
        feedback: vec![],
    };
    Some(DerivationPaper {
        framework: scene.label(&framework.data.label.value),
        components: card.components.iter().map(component).collect(),
        outcome: RatingLine { before: desk.outcome_before(), ..desk.form.outcome.clone() },
        steps: rows(scene, framework, card, Audience::Own),
        matrix: matrix_of(scene, framework, card),
        decided: desk.form.decided,
        head: desk.head(),
    })
}

impl Desk<'_, '_> {
    /// The outcome before a decision changed ratings, even where it stayed the same.
    pub(super) fn outcome_before(&self) -> Option<String> {
        let before = self.insight.undecided.get(self.person)?;
        parts::came_out(self.lang(), self.framework, before).map(|rank| rank.full())
    }
}
