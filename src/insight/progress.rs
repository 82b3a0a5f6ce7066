//! How far each person's appraisal is, stage by stage.

use std::collections::BTreeMap;

use crate::calendar::{Date, Holidays, add_days};
use crate::check::Checked;
use crate::model::{Dossier, Period, Slot};
use crate::schema::framework::{AfterMove, Anchor, Deadline, StageEvent};

/// A person's way through the stages of a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// Who rates them: the superior at the end of the period, or today while it runs; under frameworks that say so, the
    /// superior of most days.
    pub superior: Option<String>,
    /// The unit they belong to then.
    pub unit: Option<String>,
    /// Stages in the framework's order, without those that belong to periods which this one joins.
    pub stages: Vec<StageState>,
}

/// One stage of one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StageState {
    /// The stage's id.
    pub id: String,
    /// What happens in it.
    pub event: StageEvent,
    /// Whether everybody passes through it.
    pub required: bool,
    /// When it was done.
    pub done: Option<Date>,
    /// When it is due, once that can be known.
    pub due: Option<Date>,
    /// How it stands today.
    pub standing: Standing,
}

/// How a stage stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Done, in time or without a deadline.
    Done,
    /// Done after its deadline.
    DoneLate,
    /// Not done, and its deadline has passed.
    Overdue,
    /// Not done yet.
    Open,
    /// Not done, and nobody must do it.
    Optional,
}

/// Computes the progress of everybody who takes part in a period, by person.
pub fn progress(checked: &Checked, period: &Period) -> BTreeMap<String, Progress> {
    let agency = checked.agency;
    let roster = agency.roster_of(period);
    let Some(end) = period.end() else { return BTreeMap::new() };
    let nothing = Dossier::default();
    let people = agency.participants(period).into_iter();
    people
        .map(|person| {
            let dossier = period.dossiers.get(person).unwrap_or(&nothing);
            let range = period.range();
            let post = range.and_then(|range| roster.person(person)?.last_assignment_within(range));
            let last_day = post.and_then(|post| post.to.as_ref()).map_or(end, |to| to.value.min(end));
            let seen_from = last_day.min(agency.today);
            let stages = stages(period, dossier, period.holidays(&agency.holidays), agency.today);
            let superior = match period.after_move() {
                AfterMove::Last => roster.superior_on(person, seen_from),
                longest => range
                    .and_then(|range| roster.rater_within(person, range, longest))
                    .map(|(_, superior)| superior),
            };
            let progress = Progress {
                superior: superior.map(str::to_owned),
                unit: post.and_then(|post| post.unit.as_ref()).map(|unit| unit.value.clone()),
                stages,
            };
            (person.to_owned(), progress)
        })
        .collect()
}

impl Progress {
    /// The state of the stage in which something happens.
    pub fn stage(&self, event: StageEvent) -> Option<&StageState> {
        self.stages.iter().find(|stage| stage.event == event)
    }
}

fn stages(period: &Period, dossier: &Dossier, holidays: &Holidays, today: Date) -> Vec<StageState> {
    let Some(framework) = period.framework.as_deref() else { return vec![] };
    let own = framework.data.stages.iter().filter(|(_, stage)| !period.is_joined(stage.event.value));
    own.map(|(id, stage)| {
        let done = done(dossier, stage.event.value);
        let fixed = period.data.as_ref().and_then(|data| crate::framework::entry(&data.deadlines, &id.value));
        let due = match fixed {
            Some(date) => Some(date.value),
            None => stage.deadline.as_ref().and_then(|deadline| due(period, dossier, holidays, deadline)),
        };
        let late = |day: Date| due.is_some_and(|due| day > due);
        let standing = match done {
            Some(day) if late(day) => Standing::DoneLate,
            Some(_) => Standing::Done,
            None if !stage.required => Standing::Optional,
            None if late(today) => Standing::Overdue,
            None => Standing::Open,
        };
        StageState {
            id: id.value.clone(),
            event: stage.event.value,
            required: stage.required,
            done,
            due,
            standing,
        }
    })
    .collect()
}

/// The day on which a stage was done.
fn done(dossier: &Dossier, event: StageEvent) -> Option<Date> {
    let record = dossier.record.data();
    match event {
        StageEvent::Plan => {
            let agreed = dossier.plan.data()?.agreed.as_ref()?;
            Some(agreed.employee.as_ref()?.value.max(agreed.superior.as_ref()?.value))
        }
        StageEvent::SelfReview => Some(dossier.self_review.data()?.date.value),
        StageEvent::Colleagues => {
            let colleagues = dossier.colleagues.values().flatten();
            colleagues.filter_map(Slot::data).map(|assessment| assessment.date.value).max()
        }
        StageEvent::Supervisor => Some(dossier.supervisor.data()?.date.value),
        StageEvent::Discussion => Some(dossier.discussion.data()?.date.value),
        StageEvent::Release => record?.released.as_ref().map(|date| date.value),
        StageEvent::Delivery => record?.delivered.as_ref().map(|date| date.value),
        StageEvent::Receipt => record?.received.as_ref().map(|date| date.value),
        StageEvent::Objection => Some(dossier.objection.data()?.date.value),
        StageEvent::Decision => Some(dossier.decided()?.data.date.value),
    }
}

/// The day on which a stage ends; `None` while the day it counts from is not known.
fn due(period: &Period, dossier: &Dossier, holidays: &Holidays, deadline: &Deadline) -> Option<Date> {
    let range = period.range()?;
    let from = match deadline.after.value {
        Anchor::Start => range.first,
        Anchor::End => range.last?,
        Anchor::Delivered => done(dossier, StageEvent::Delivery)?,
        Anchor::Received => done(dossier, StageEvent::Receipt)?,
        Anchor::Objection => done(dossier, StageEvent::Objection)?,
    };
    match (&deadline.days, &deadline.workdays) {
        (Some(days), _) => Some(add_days(from, days.value)),
        (None, Some(workdays)) => Some(holidays.add_workdays(from, workdays.value)),
        (None, None) => Some(from),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::check;
    use crate::diagnostic::code;
    use crate::source::Sources;

    /// The superior of `ani`, who moved from `budi` to `citra` in October, and whether a review by each is accepted.
    fn rated(after_move: &str) -> (Option<String>, [bool; 2]) {
        let accepted = ["budi", "citra"].map(|by| looked(after_move, by).1);
        (looked(after_move, "budi").0, accepted)
    }

    fn looked(after_move: &str, by: &str) -> (Option<String>, bool) {
        let person = |posts: &str| format!("names: {{full: N}}\nassignments:\n{posts}");
        let post = |more: &str| person(&format!("  - {{from: 2020-01-01, position: P{more}}}\n"));
        let moved = "  - {from: 2020-01-01, position: P, rater: budi}\n  - {from: 2025-10-01, position: P, rater: citra}\n";
        let files = [
            ("rapor.yaml", "name: Kantor\n".to_owned()),
            ("content/frameworks/uji.yaml", format!("extends: permenpan-6-2022\n{after_move}")),
            (
                "content/periods/2025.yaml",
                "label: P\nframework: uji\nfrom: 2025-01-01\nto: 2025-12-31\n".to_owned(),
            ),
            ("content/people/ani.yaml", person(moved)),
            ("content/people/budi.yaml", post("")),
            ("content/people/citra.yaml", post("")),
            (
                "content/reviews/2025/ani/supervisor.md",
                format!(
                    "---\nby: {by}\ndate: 2026-01-05\nratings: {{hasil-kerja: sesuai, perilaku: sesuai}}\n---\n"
                ),
            ),
        ];
        let files = files.map(|(path, text)| (path.to_owned(), text.into_bytes()));
        let (sources, found) = Sources::from_files(files);
        let (agency, more) = crate::model::load(&sources, "2026-02-01".parse().unwrap());
        let (checked, findings) = check(&agency, &sources, found.into_iter().chain(more).collect());
        let is_accepted = findings.iter().all(|finding| finding.code != code::RATER_NOT_SUPERIOR);
        let of_all = progress(&checked, &agency.periods["2025"]);
        (of_all["ani"].superior.clone(), is_accepted)
    }

    #[test]
    fn whoever_moved_is_rated_by_the_framework_s_rule() {
        assert_eq!(rated(""), (Some("citra".to_owned()), [false, true]));
        assert_eq!(rated("after_move: last\n"), (Some("citra".to_owned()), [false, true]));
        assert_eq!(rated("after_move: longest\n"), (Some("budi".to_owned()), [true, false]));
    }

    /// People are rated in the halves; of the year only what follows is shown.
    #[test]
    fn a_period_that_joins_others_asks_for_no_ratings_of_its_own() {
        let half = "label: H\nframework: pp-30-2019\nfrom: 2025-01-01\nto: 2025-06-30\n";
        let files = [
            ("rapor.yaml", "name: Kantor\n"),
            ("content/periods/a.yaml", half),
            (
                "content/periods/2025.yaml",
                "label: P\nframework: pp-30-2019\nfrom: 2025-01-01\nto: 2025-12-31\nintegrates: {a: 100}\n",
            ),
            (
                "content/people/ani.yaml",
                "names: {full: N}\nassignments:\n  - {from: 2020-01-01, position: P, class: jf}\n",
            ),
        ];
        let files = files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
        let (sources, found) = Sources::from_files(files);
        let (agency, more) = crate::model::load(&sources, "2026-06-01".parse().unwrap());
        let (checked, _) = check(&agency, &sources, found.into_iter().chain(more).collect());
        let required = |period: &str| {
            let of_all = progress(&checked, &agency.periods[period]);
            let stages = of_all["ani"].stages.iter().filter(|stage| stage.required);
            stages.map(|stage| stage.event).collect::<Vec<_>>()
        };
        use StageEvent::{Delivery, Plan, Receipt, Release, SelfReview, Supervisor};
        assert_eq!(required("a"), [Plan, SelfReview, Supervisor, Release, Delivery, Receipt]);
        assert_eq!(required("2025"), [Release, Delivery, Receipt]);
    }
}
