//! One person's folder in one period, with all that its rules ask for.

use super::names;
use super::scene::Scene;
use crate::calendar::{Date, DateRange};
use crate::diagnostic::{Finding, Span, code, suggest};
use crate::framework::Framework;
use crate::model::{Agency, Dossier, Period, Roster, Slot};
use crate::schema::framework::AfterMove;
use crate::schema::kinds::{Kind, path_of};
use crate::schema::plan::Plan;
use crate::schema::review::Recorded;
use crate::schema::{At, Id};

/// A person in a period.
#[derive(Debug, Clone, Copy)]
pub(super) struct Case<'a> {
    pub(super) scene: &'a Scene<'a>,
    pub(super) agency: &'a Agency,
    pub(super) period: &'a Period,
    pub(super) roster: Roster<'a>,
    pub(super) person: &'a str,
    /// What is kept of them; `None` if they have no folder.
    pub(super) dossier: Option<&'a Dossier>,
    pub(super) framework: Option<&'a Framework>,
    /// The period's days; `None` while they are not known or make no sense.
    pub(super) range: Option<DateRange>,
    /// Whether they hold a post in the period, so that they have a superior and deadlines.
    pub(super) takes_part: bool,
}

impl<'a> Case<'a> {
    /// Everybody who takes part in a period or has a folder in it.
    pub(super) fn of_period(scene: &'a Scene<'a>, period: &'a Period) -> Vec<Case<'a>> {
        let agency = scene.agency;
        let roster = agency.roster_of(period);
        let range = period.range().filter(|range| range.last.is_none_or(|last| range.first <= last));
        let participants = if range.is_some() { agency.participants(period) } else { vec![] };
        let takes_part = |person: &str| participants.binary_search(&person).is_ok();
        let others = period.dossiers.keys().map(String::as_str).filter(|person| !takes_part(person));
        participants
            .iter()
            .copied()
            .map(|person| (person, true))
            .chain(others.map(|person| (person, false)))
            .map(|(person, takes_part)| Case {
                scene,
                agency,
                period,
                roster,
                person,
                dossier: period.dossiers.get(person),
                framework: period.framework.as_deref(),
                range,
                takes_part: takes_part && !scene.units_unsettled() && !scene.doubts_person(person),
            })
            .collect()
    }

    /// Whether a file is there of which not everything could be read.
    pub(super) fn is_unread<T>(&self, slot: &Slot<T>) -> bool {
        slot.is_broken() || slot.get().is_some_and(|filed| self.scene.doubts(filed.file))
    }

    /// Whether a component or criterion is for the person's post; yes where that is not known.
    pub(super) fn applies(&self, framework: &Framework, rated: &str) -> bool {
        let Some(range) = self.range.filter(|_| self.takes_part) else { return true };
        let held = self.roster.person(self.person).and_then(|person| person.last_assignment_within(range));
        let Some(post) = held else { return true };
        let id = |id: &'a Option<Id>| id.as_ref().map(|id| id.value.as_str());
        framework.applies(rated, id(&post.class), id(&post.post))
    }

    /// The plan, if it is there and whole.
    pub(super) fn plan(&self) -> Option<&'a Plan> {
        self.dossier?.plan.data()
    }

    /// The days on which the person's superior counts as the one who rates: the day of the review, and the last day
    /// in the period on which the person held a post.
    pub(super) fn rating_days(&self, review: Date) -> Vec<Date> {
        let last = self.range.and_then(|range| range.last);
        let held = self.roster.person(self.person).map(|person| person.posts()).unwrap_or_default();
        let ends = held
            .iter()
            .rev()
            .find(|(post, _)| self.range.is_some_and(|range| post.overlaps(&range)))
            .and_then(|(post, _)| post.last.into_iter().chain(last).min());
        [Some(review), ends].into_iter().flatten().collect()
    }

    /// Who may rate the person as their superior, each with a day on which they were it: the superior on the day of the
    /// review and on the last day in the period; under frameworks that say so, only the superior of most days.
    pub(super) fn raters(&self, review: Date) -> Vec<(Date, &'a str)> {
        match self.period.after_move() {
            AfterMove::Last => {
                let days = self.rating_days(review).into_iter();
                days.filter_map(|day| Some((day, self.roster.superior_on(self.person, day)?))).collect()
            }
            longest => {
                let rater = |range| self.roster.rater_within(self.person, range, longest);
                self.range.and_then(rater).into_iter().collect()
            }
        }
    }

    /// Everybody who rates the person at some time in the period.
    pub(super) fn superiors(&self) -> Vec<&'a str> {
        self.range.map(|range| self.roster.superiors_within(self.person, range)).unwrap_or_default()
    }

    /// What items of the appraisal may be called: results of the plan, then what the framework rates. `None` while
    /// one of the two cannot be read.
    pub(super) fn items(&self) -> Option<Vec<&'a str>> {
        let framework = self.framework?;
        let mut items = vec![];
        if let Some(dossier) = self.dossier {
            if self.is_unread(&dossier.plan) {
                return None;
            }
            items.extend(dossier.plan.data().into_iter().flat_map(|plan| names::keys(&plan.results)));
        }
        items.extend(names::rated(framework));
        Some(items)
    }

    /// Reports an item that is neither in the plan nor in the framework.
    pub(super) fn item(&self, item: &At<String>, out: &mut Vec<Finding>) {
        if let Some(known) = self.items().filter(|known| !known.contains(&item.value.as_str())) {
            out.push(
                Finding::new(code::UNKNOWN_ITEM, item.span)
                    .arg("found", item.value.clone())
                    .list("choices", known.iter().copied())
                    .suggest(suggest(&item.value, known)),
            );
        }
    }

    /// Where findings about files that are missing point: the folder's first file, else the person.
    pub(super) fn place(&self) -> Span {
        let folder = self.period.dossier_places.get(self.person).copied();
        let person = || self.roster.person(self.person).map(|person| person.span);
        folder.or_else(person).unwrap_or(self.period.span)
    }

    /// Where a file of the folder belongs.
    pub(super) fn path(&self, kind: Kind) -> String {
        path_of(kind, &self.period.id, self.person, "")
    }

    /// Reports somebody nobody knows among those who wrote an entry down.
    pub(super) fn recorded(&self, recorded: Option<&Recorded>, out: &mut Vec<Finding>) {
        if let Some(recorded) = recorded {
            names::person(self.scene, &recorded.by, out);
        }
    }
}

/// Folders of people nobody knows, or who take no part in the period.
pub(super) fn check(case: &Case, out: &mut Vec<Finding>) {
    let Some(&place) = case.period.dossier_places.get(case.person) else { return };
    if !case.agency.people.contains_key(case.person) && !case.scene.doubts_people() {
        let known = case.agency.people.keys().map(String::as_str);
        out.push(
            Finding::new(code::UNKNOWN_PERSON, place)
                .arg("found", case.person)
                .suggest(suggest(case.person, known)),
        );
        return;
    }
    let unknown = case.scene.doubts_person(case.person) || case.scene.units_unsettled();
    if !case.takes_part && case.range.is_some() && !unknown {
        out.push(
            Finding::new(code::NOT_A_PARTICIPANT, place)
                .arg("person", case.person)
                .arg("period", case.period.id.clone()),
        );
    }
}
