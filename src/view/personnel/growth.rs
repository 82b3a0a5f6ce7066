//! Trainings and awards of everybody.

use serde::Serialize;

use super::{DocumentLink, dossier_path, printed};
use crate::insight::{Lift, PeriodInsight, Seen, TrainingLift, lifts};
use crate::view::dossier::{AwardRow, TrainingRow, awards_of, development_of};
use crate::view::growth::training_label;
use crate::view::parts::{self, Day, Link};
use crate::view::scene::{Scene, Subject};

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
    /// What was seen after trainings, by name.
    pub lifts: Vec<LiftRow>,
    /// What people should learn, period by period, the newest first.
    pub periods: Vec<Link>,
}

/// What was seen after a training.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LiftRow {
    /// The training.
    pub label: String,
    /// How many have ratings before and after.
    pub compared: usize,
    /// How many of them rose.
    pub rose: usize,
    /// How many stayed.
    pub same: usize,
    /// How many fell.
    pub fell: usize,
    /// How many of those without it rose who had stood at the same place, in words.
    pub others: Option<String>,
    /// That they are few, or that some cannot be compared yet, in words.
    pub remark: Option<String>,
    /// Who they are.
    pub people: Vec<LiftPerson>,
}

/// Somebody who did a training.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LiftPerson {
    /// Their name.
    pub name: String,
    /// Their page.
    pub href: String,
    /// The component or criterion it answered.
    pub about: String,
    /// The rating before, with its period.
    pub before: String,
    /// The rating after, with its period.
    pub after: String,
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
    /// Its printed documents.
    pub documents: Vec<DocumentLink>,
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
        lifts: lift_rows(scene),
        periods: need_pages(scene),
        rows,
    }
}

/// Links to what people should learn, the newest period first.
fn need_pages(scene: &Scene) -> Vec<Link> {
    let has = |one: &&PeriodInsight| one.period.framework.as_deref().is_some_and(super::needs::has_needs);
    let link = |one: &PeriodInsight| Link {
        label: format!("{}, {}", scene.word("needs-of-period"), scene.period(one.period)),
        href: format!("periods/{}-needs.html", one.period.id),
    };
    scene.survey.iter().rev().filter(has).map(link).collect()
}

fn lift_rows(scene: &Scene) -> Vec<LiftRow> {
    let seen = |about: &str, seen: &Seen| {
        let one = scene.survey.iter().find(|one| one.period.id == seen.period)?;
        let rank = parts::rated(scene.lang, one.period.framework.as_deref()?, about, &seen.rated)?;
        Some(scene.say("follow-in", &[("level", &rank.full()), ("period", &scene.period(one.period))]))
    };
    let person = |lift: &Lift| {
        let after = scene.survey.iter().find(|one| one.period.id == lift.after.period)?;
        Some(LiftPerson {
            name: scene.name(&lift.person),
            href: dossier_path(&lift.after.period, &lift.person),
            about: scene.topic(after.period.framework.as_deref()?, &lift.about),
            before: seen(&lift.about, &lift.before)?,
            after: seen(&lift.about, &lift.after)?,
        })
    };
    let row = |found: &TrainingLift| {
        let [rose, same, fell] = found.moves();
        let few = (!found.is_enough() && !found.lifts.is_empty()).then(|| scene.word("lifts-few").to_owned());
        let unseen = (found.unseen > 0).then(|| scene.say("lifts-unseen", &[("n", &found.unseen)]));
        let remarks: Vec<String> = few.into_iter().chain(unseen).collect();
        LiftRow {
            label: training_label(scene, &found.training),
            compared: found.lifts.len(),
            rose,
            same,
            fell,
            others: (found.others > 0)
                .then(|| scene.say("lifts-others-of", &[("n", &found.others_rose), ("m", &found.others)])),
            remark: (!remarks.is_empty()).then(|| remarks.join("; ")),
            people: found.lifts.iter().filter_map(person).collect(),
        }
    };
    let mut rows: Vec<LiftRow> = lifts(scene.survey).iter().map(row).collect();
    rows.sort_by_cached_key(|row| (row.compared == 0, row.label.to_lowercase()));
    rows
}

/// Awards of all periods, newest period first.
pub fn awards(scene: &Scene) -> AwardList {
    let mut awards = vec![];
    for insight in scene.survey.iter().rev() {
        for (id, award) in insight.period.awards.data().map_or(&[][..], Vec::as_slice) {
            let first = award.members.first().map_or("", |member| member.value.as_str());
            let of_first = awards_of(scene, insight.period, first);
            let title = scene.label(&award.title.value);
            if let Some(row) = of_first.into_iter().find(|row| row.title == title) {
                let members = award.members.iter().map(|member| scene.name(&member.value)).collect();
                let subject = Subject::Award(id.value.clone());
                let documents = printed(scene, &insight.period.id, &subject);
                awards.push(AwardEntry { award: row, members, documents });
            }
        }
    }
    AwardList { awards }
}
