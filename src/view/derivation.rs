//! How an outcome came about, in sentences that can be followed by hand.
//!
//! Takes a derivation and its audience, gives rows: the inputs first, the rule that joins them last. Views of pooled
//! raters never pass through here, so that neither their names nor their files can.

use serde::Serialize;

use super::matrix::{Matrix, matrix};
use super::parts::{self, Rank};
use super::scene::Scene;
use crate::framework::Framework;
use crate::score::{Missing, Scorecard, Step, What};
use crate::text;

/// Who reads a derivation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// The person: sees files of their own folder.
    Own,
    /// Somebody who rates or decides: sees no files.
    Rater,
    /// The personnel office: sees every file.
    Personnel,
}

/// One step in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    /// How deep it lies below the result, from 0.
    pub depth: usize,
    /// The sentence.
    pub text: String,
    /// What came out of the step. `None` while something is missing.
    pub result: Option<Rank>,
    /// File and line it was written at, where the reader may know.
    pub place: Option<String>,
    /// The rule it follows.
    pub legal: Option<String>,
}

/// The table of a scorecard, marked where it came out. `None` where its outcome is not looked up in one.
pub fn matrix_of(scene: &Scene, framework: &Framework, card: &Scorecard) -> Option<Matrix> {
    let table = framework.matrix()?;
    let level = |component: &str| {
        card.components.iter().find(|found| found.id == component).and_then(|found| found.level.as_deref())
    };
    let marked = level(&table.rows.value).zip(level(&table.columns.value));
    matrix(scene.lang, framework, marked)
}

/// A derivation as rows, inputs before what is made from them.
pub fn rows(scene: &Scene, framework: &Framework, card: &Scorecard, audience: Audience) -> Vec<Row> {
    let mut rows = vec![];
    let teller = Teller { scene, framework, audience };
    teller.tell(&card.derivation, None, 0, &mut rows);
    rows
}

struct Teller<'s, 'a> {
    scene: &'s Scene<'a>,
    framework: &'s Framework,
    audience: Audience,
}

impl Teller<'_, '_> {
    fn tell(&self, step: &Step, component: Option<&str>, depth: usize, rows: &mut Vec<Row>) {
        let own = match &step.what {
            What::Component { component } => Some(component.as_str()),
            _ => component,
        };
        // What a decision replaced is told first, as it happened first.
        for input in step.inputs.iter().rev().filter(|_| matches!(step.what, What::Component { .. })) {
            self.tell(input, own, depth + 1, rows);
        }
        for input in step.inputs.iter().filter(|_| !matches!(step.what, What::Component { .. })) {
            self.tell(input, own, depth + 1, rows);
        }
        rows.push(Row {
            depth,
            text: self.sentence(step, own),
            result: self.result(step, own),
            place: step.at.filter(|_| self.audience != Audience::Rater).and_then(|at| self.scene.place(at)),
            legal: match step.what {
                What::Matrix { .. } => self.matrix_law(),
                _ => None,
            },
        });
    }

    fn matrix_law(&self) -> Option<String> {
        self.framework.matrix()?.legal.as_ref().map(|legal| self.scene.label(&legal.value))
    }

    fn result(&self, step: &Step, component: Option<&str>) -> Option<Rank> {
        let result = step.level()?;
        Some(match (&step.what, component) {
            (What::Matrix { .. }, _) | (_, None) => parts::outcome(self.scene.lang, self.framework, result),
            (_, Some(component)) => parts::level(self.scene.lang, self.framework, component, result),
        })
    }

    fn sentence(&self, step: &Step, component: Option<&str>) -> String {
        let scene = self.scene;
        let result = self.result(step, component).map(|rank| rank.label);
        let name = |id: &str| scene.topic(self.framework, id);
        let component = component.map(name).unwrap_or_default();
        match &step.what {
            What::Matrix { rows, columns } => match &result {
                Some(result) => {
                    let outcome = scene.label(&self.framework.data.outcome.label.value);
                    let (rows, columns) = (name(rows), name(columns));
                    scene.say(
                        "derive-matrix",
                        &[("rows", &rows), ("columns", &columns), ("outcome", &outcome), ("result", result)],
                    )
                }
                None => scene.say("derive-no-outcome", &[]),
            },
            What::Component { .. } => match &result {
                Some(result) => {
                    scene.say("derive-component", &[("component", &component), ("level", result)])
                }
                None => scene.say("derive-no-component", &[("component", &component)]),
            },
            What::Rating { by, date, .. } => scene.say(
                "derive-rating",
                &[
                    ("by", &scene.name(by)),
                    ("component", &component),
                    ("level", &result.as_deref().unwrap_or_default()),
                    ("date", &text::date(scene.lang, *date)),
                ],
            ),
            What::Decision { by, date } => scene.say(
                "derive-decision",
                &[
                    ("by", &scene.name(by)),
                    ("component", &component),
                    ("level", &result.as_deref().unwrap_or_default()),
                    ("date", &text::date(scene.lang, *date)),
                ],
            ),
            What::Missing(Missing::Assessment) => scene.say("derive-no-assessment", &[]),
            What::Missing(Missing::Rating) => scene.say("derive-no-rating", &[("component", &component)]),
            _ => String::new(),
        }
    }
}
