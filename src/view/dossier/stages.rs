//! The stages of a period as one person passes them.

use serde::Serialize;

use crate::framework::entry;
use crate::insight::{PeriodInsight, Standing};
use crate::schema::framework::StageEvent;
use crate::view::parts::Day;
use crate::view::scene::Scene;

/// A stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StageRow {
    /// Its name.
    pub label: String,
    /// How it stands: `done`, `late`, `overdue`, `open` or `optional`.
    pub standing: &'static str,
    /// How it stands, in words.
    pub standing_label: String,
    /// When it was done.
    pub done: Option<Day>,
    /// When it is due.
    pub due: Option<Day>,
    /// The rule the deadline comes from.
    pub legal: Option<String>,
}

/// The mark and the words for how a stage stands.
pub(in crate::view) fn standing_marks(standing: Standing) -> (&'static str, &'static str) {
    match standing {
        Standing::Done => ("done", "standing-done"),
        Standing::DoneLate => ("late", "standing-late"),
        Standing::Overdue => ("overdue", "standing-overdue"),
        Standing::Open => ("open", "standing-open"),
        Standing::Optional => ("optional", "standing-optional"),
    }
}

/// The stages of a person's period. Steps that only an objection brings are left out until there is one.
pub fn stage_rows(scene: &Scene, insight: &PeriodInsight, person: &str) -> Vec<StageRow> {
    let Some(progress) = insight.progress.get(person) else { return vec![] };
    let Some(framework) = insight.period.framework.as_deref() else { return vec![] };
    let objected = progress.stage(StageEvent::Objection).is_some_and(|stage| stage.done.is_some());
    let stages = progress.stages.iter().filter(|stage| objected || stage.event != StageEvent::Decision);
    stages
        .filter_map(|state| {
            let stage = entry(&framework.data.stages, &state.id)?;
            let (standing, word) = standing_marks(state.standing);
            let deadline = stage.deadline.as_ref();
            Some(StageRow {
                label: scene.label(&stage.label.value),
                standing,
                standing_label: scene.word(word).to_owned(),
                // The day would tell when the last of the colleagues wrote.
                done: state.done.filter(|_| state.event != StageEvent::Colleagues).map(|day| scene.day(day)),
                due: state.due.map(|day| scene.day(day)),
                legal: deadline
                    .and_then(|deadline| deadline.legal.as_ref())
                    .map(|legal| scene.label(&legal.value)),
            })
        })
        .collect()
}
