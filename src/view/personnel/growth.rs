//! Trainings and awards of everybody.

use serde::Serialize;

use super::dossier_path;
use crate::view::dossier::{AwardRow, TrainingRow, awards_of, development_of};
use crate::view::parts::Day;
use crate::view::scene::Scene;

/// Trainings of everybody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DevelopmentList {
    /// One row a person and training, open ones first.
    pub rows: Vec<DevelopmentRow>,
    /// Lesson hours done.
    pub hours: u32,
    /// How many are done.
    pub completed: usize,
    /// How many are planned and not done.
    pub planned: usize,
}

/// A training of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DevelopmentRow {
    /// The person.
    pub name: String,
    /// Their page.
    pub href: String,
    /// The period it was written in.
    pub period: String,
    /// The training.
    pub training: TrainingRow,
}

/// Awards of everybody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AwardList {
    /// Newest first.
    pub awards: Vec<AwardEntry>,
}

/// An award with those who received it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AwardEntry {
    /// The award.
    pub award: AwardRow,
    /// Who received it.
    pub members: Vec<String>,
}

/// Trainings of everybody.
pub fn development(scene: &Scene) -> DevelopmentList {
    let mut rows: Vec<DevelopmentRow> = vec![];
    for insight in scene.survey {
        let id = &insight.period.id;
        for person in insight.progress.keys().filter(|person| !(scene.held)(id, person)) {
            let Some(development) = development_of(scene, insight, person) else { continue };
            rows.extend(development.trainings.into_iter().map(|training| DevelopmentRow {
                name: scene.name(person),
                href: dossier_path(id, person),
                period: scene.period(insight.period),
                training,
            }));
        }
    }
    let day = |day: &Option<Day>| day.as_ref().map(|day| day.iso.clone());
    rows.sort_by_key(|row| {
        let training = &row.training;
        let open = training.completed.is_none();
        (!open, day(&training.planned), day(&training.completed), row.name.clone())
    });
    let done = || rows.iter().filter(|row| row.training.completed.is_some());
    DevelopmentList {
        hours: done().filter_map(|row| row.training.hours).sum(),
        completed: done().count(),
        planned: rows.len() - done().count(),
        rows,
    }
}

/// Awards of all periods, newest period first.
pub fn awards(scene: &Scene) -> AwardList {
    let mut awards = vec![];
    for insight in scene.survey.iter().rev() {
        for (_, award) in insight.period.awards.data().map_or(&[][..], Vec::as_slice) {
            let first = award.members.first().map_or("", |member| member.value.as_str());
            let of_first = awards_of(scene, insight.period, first);
            let title = scene.label(&award.title.value);
            if let Some(row) = of_first.into_iter().find(|row| row.title == title) {
                let members = award.members.iter().map(|member| scene.name(&member.value)).collect();
                awards.push(AwardEntry { award: row, members });
            }
        }
    }
    AwardList { awards }
}
