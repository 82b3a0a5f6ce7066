//! What the appraisal came to.

use serde::Serialize;

use super::Reading;
use crate::score::{Got, Scorecard};
use crate::view::parts::{self, Rank};

/// The outcome with its components.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OutcomeView {
    /// Its name, such as "Predikat Kinerja".
    pub label: String,
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
    /// Its level.
    pub rank: Option<Rank>,
    /// Its level before a decision changed it.
    pub before: Option<Rank>,
}

impl Reading<'_, '_> {
    pub(super) fn outcome(&self, card: &Scorecard) -> Option<OutcomeView> {
        let (lang, framework) = (self.scene.lang, self.framework);
        let component = |score: &crate::score::ComponentScore| {
            let level = |id: &str| parts::level(lang, framework, &score.id, id);
            ComponentRow {
                label: self.scene.topic(framework, &score.id),
                rank: score.level.as_deref().map(level),
                before: score.before_decision.as_ref().and_then(Got::level).map(level),
            }
        };
        Some(OutcomeView {
            label: self.scene.label(&framework.data.outcome.label.value),
            rank: card.outcome.as_deref().map(|outcome| parts::outcome(lang, framework, outcome)),
            of: framework.data.outcome.levels.len(),
            components: card.components.iter().map(component).collect(),
        })
    }
}
