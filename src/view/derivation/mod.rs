//! How an outcome came about, in sentences that can be followed by hand.
//!
//! Takes a derivation and its audience, gives rows: the inputs first, the rule that joins them last. Single ratings of
//! pooled raters are told to the personnel office only; to everybody else a pool is one row, without names and files.

mod arithmetic;
mod sentence;

use serde::Serialize;

use super::matrix::{Matrix, matrix};
use super::scene::Scene;
use crate::framework::Framework;
use crate::schema::plan::Plan;
use crate::score::{Joined, Scorecard, Step, What};

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
    let dossier = scene.agency.periods.get(&card.period).and_then(|period| period.dossiers.get(&card.person));
    let plan = dossier.and_then(|dossier| dossier.plan.data());
    let mut rows = vec![];
    let own_folder = format!("content/reviews/{}/{}/", card.period, card.person);
    let teller = Teller { scene, framework, plan, audience, own_folder };
    teller.tell(&card.derivation, &Subject::default(), 0, &mut rows);
    // What is missing for several items alike is said once.
    rows.dedup_by(|later, earlier| {
        later.text == earlier.text && later.depth == earlier.depth && later.place == earlier.place
    });
    rows
}

/// What the steps below a component, criterion, result or indicator are about.
#[derive(Debug, Clone, Default)]
struct Subject {
    /// The component or criterion, by id: its scale names the levels.
    rated: Option<String>,
    /// Its name.
    name: String,
}

struct Teller<'s, 'a> {
    scene: &'s Scene<'a>,
    framework: &'s Framework,
    plan: Option<&'s Plan>,
    audience: Audience,
    /// The folder whose files the person may know.
    own_folder: String,
}

impl Teller<'_, '_> {
    fn tell(&self, step: &Step, about: &Subject, depth: usize, rows: &mut Vec<Row>) {
        match &step.what {
            What::Component { .. } if is_rated_whole(step) => {
                let own = self.subject(step, about);
                // What a decision replaced is told first, as it happened first.
                for input in step.inputs.iter().rev() {
                    self.tell(input, &own, depth + 1, rows);
                }
                rows.push(self.row(step, &own, depth));
            }
            // The last of the steps below says what it came to; a step that only names it would say it twice.
            What::Component { .. }
            | What::Criterion { .. }
            | What::Result { .. }
            | What::Indicator { .. } => {
                let own = self.subject(step, about);
                for input in &step.inputs {
                    self.tell(input, &own, depth, rows);
                }
            }
            What::Join { of, .. } if step.inputs.len() == 1 && !matters_alone(of) => {
                self.tell(&step.inputs[0], about, depth, rows);
            }
            What::Pool { .. } => {
                if self.audience == Audience::Personnel {
                    self.tell_all(&step.inputs, about, depth + 1, rows);
                }
                rows.push(self.row(step, about, depth));
            }
            // The rating and the number it counts as are one sentence. A decision has its own.
            What::Counts { .. } => {
                for decision in step.inputs.iter().filter(|input| matches!(input.what, What::Decision { .. }))
                {
                    self.tell(decision, about, depth, rows);
                }
                rows.push(self.row(step, about, depth));
            }
            What::Join { .. } | What::Matrix { .. } | What::Achievement(_) | What::Count { .. } => {
                self.tell_all(&step.inputs, about, depth + 1, rows);
                rows.push(self.row(step, about, depth));
            }
            // The rest goes on from its first input.
            _ => {
                self.tell_all(&step.inputs, about, depth, rows);
                rows.push(self.row(step, about, depth));
            }
        }
    }

    fn tell_all(&self, steps: &[Step], about: &Subject, depth: usize, rows: &mut Vec<Row>) {
        // Figures are part of the sentence that computes with them.
        for step in steps.iter().filter(|step| !matches!(step.what, What::Figure { .. })) {
            self.tell(step, about, depth, rows);
        }
    }

    fn row(&self, step: &Step, about: &Subject, depth: usize) -> Row {
        let written = step.at.or_else(|| step.inputs.iter().find_map(|input| input.at));
        let shows_place = match step.what {
            What::Counts { .. } | What::Achievement(_) => true,
            _ => step.at.is_some(),
        };
        Row {
            depth,
            text: self.sentence(step, about),
            place: written
                .filter(|_| shows_place && self.audience != Audience::Rater)
                .and_then(|at| self.scene.place(at))
                .filter(|place| self.audience != Audience::Own || place.starts_with(&self.own_folder)),
            legal: self.legal(step, about),
        }
    }

    fn subject(&self, step: &Step, about: &Subject) -> Subject {
        match &step.what {
            What::Component { component: id } | What::Criterion { criterion: id } => {
                Subject { rated: Some(id.clone()), name: self.scene.topic(self.framework, id) }
            }
            What::Result { result } => {
                let name = self.planned(result).map_or_else(|| result.clone(), |text| text.to_owned());
                Subject { rated: None, name: format!("“{name}”") }
            }
            What::Indicator { result, indicator } => {
                let name = self.measured(result, indicator).unwrap_or(indicator);
                Subject { rated: None, name: format!("“{name}”") }
            }
            _ => about.clone(),
        }
    }

    fn planned(&self, result: &str) -> Option<&str> {
        let (_, planned) = self.plan?.results.iter().find(|(id, _)| id.value == result)?;
        Some(&planned.result.value)
    }

    fn measured(&self, result: &str, indicator: &str) -> Option<&str> {
        let (_, planned) = self.plan?.results.iter().find(|(id, _)| id.value == result)?;
        let (_, indicator) = planned.indicators.iter().find(|(id, _)| id.value == indicator)?;
        Some(&indicator.measure.value)
    }
}

/// Whether a component is a level that was written, and nothing was computed.
fn is_rated_whole(component: &Step) -> bool {
    component.inputs.iter().all(|input| {
        input.inputs.is_empty()
            && matches!(input.what, What::Rating { .. } | What::Decision { .. } | What::Missing(_))
            && input.number().is_none()
    })
}

/// Whether joining a single input is worth a sentence.
fn matters_alone(of: &Joined) -> bool {
    matches!(of, Joined::Score | Joined::Periods | Joined::Additional)
}
