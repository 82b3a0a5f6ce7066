//! What the appraisal came to.

use serde::Serialize;

use super::Reading;
use crate::score::Scorecard;
use crate::view::parts::{self, Rank};

/// The outcome with its components.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OutcomeView {
    /// Its name, such as "Predikat Kinerja".
    pub label: String,
    /// Name of the number behind it, where it has one of its own.
    pub value_label: Option<String>,
    /// What came out. `None` while something is missing.
    pub rank: Option<Rank>,
    /// How many levels its scale has.
    pub of: usize,
    /// The components.
    pub components: Vec<ComponentRow>,
}

/// A component with its level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ComponentRow {
    /// Its name.
    pub label: String,
    /// Whether it is part of another one.
    pub part: bool,
    /// What it came to.
    pub rank: Option<Rank>,
    /// What it was before a decision changed it.
    pub before: Option<Rank>,
}

impl Reading<'_, '_> {
    pub(super) fn outcome(&self, card: &Scorecard) -> Option<OutcomeView> {
        let (lang, framework) = (self.scene.lang, self.framework);
        let component = |score: &crate::score::ComponentScore| ComponentRow {
            label: self.scene.topic(framework, &score.id),
            part: framework.component(&score.id).is_some_and(|component| component.part_of.is_some()),
            rank: parts::component(lang, framework, score),
            before: score.before_decision.as_ref().map(|got| parts::got(lang, framework, &score.id, got)),
        };
        Some(OutcomeView {
            label: self.scene.label(&framework.data.outcome.label.value),
            rank: parts::came_out(lang, framework, card),
            value_label: framework
                .data
                .outcome
                .score
                .as_ref()
                .and_then(|score| Some(self.scene.label(&score.label.as_ref()?.value))),
            of: framework.data.outcome.levels.len(),
            components: card.components.iter().map(component).collect(),
        })
    }
}
