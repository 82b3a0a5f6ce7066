//! Periods with everything that belongs to them.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::dossier::{Dossier, Slot};
use super::people::{Leads, Person, Units};
use crate::calendar::{Date, DateRange, Holidays};
use crate::diagnostic::{FileId, Span};
use crate::framework::{Framework, entry};
use crate::schema::Id;
use crate::schema::events::{Award, Ledger, Meeting};
use crate::schema::framework::{AfterMove, StageEvent};
use crate::schema::lock::Lock;
use crate::schema::period::{Goal, GoalIndicator, OrganisationRating, Part, Period as PeriodFile};

/// Goals of a period.
pub type Goals = Vec<(Id, Goal)>;

/// A period.
#[derive(Debug)]
pub struct Period {
    /// The id.
    pub id: String,
    /// Its file. Where dossiers stand without one, the file of the first of them.
    pub file: FileId,
    /// The beginning of its file.
    pub span: Span,
    /// What is written of it. `None` if its file is missing or could not be decoded.
    pub data: Option<PeriodFile>,
    /// Whether its file exists.
    pub exists: bool,
    /// The framework it is scored under: a locked period's own copy, else the agency's file, else a preset.
    pub framework: Option<Arc<Framework>>,
    /// Whether a framework of the name exists, even if it could not be read.
    pub framework_known: bool,
    /// What its lock holds.
    pub sealed: Option<Sealed>,
    /// Whether there is a lock, readable or not.
    pub locked: bool,
    /// Its goals.
    pub goals: Slot<Goals>,
    /// What is kept of each person. Everybody who has a folder is in it, known or not.
    pub dossiers: BTreeMap<String, Dossier>,
    /// Where each person's folder is first seen, for findings about people nobody knows.
    pub dossier_places: BTreeMap<String, Span>,
    /// The evaluation meeting.
    pub meeting: Slot<Meeting>,
    /// Awards.
    pub awards: Slot<Vec<(Id, Award)>>,
    /// What was published about it.
    pub ledger: Slot<Ledger>,
}

/// What a locked period is computed from.
#[derive(Debug)]
pub struct Sealed {
    /// The lock's file.
    pub file: FileId,
    /// The lock as written.
    pub lock: Lock,
    /// Units as they were.
    pub units: Units,
    /// Days off as they were.
    pub holidays: Holidays,
    /// People with their posts as they were.
    pub people: BTreeMap<String, Person>,
    /// Who led which unit when, by those posts.
    pub leads: Leads,
}

impl Period {
    /// First and last day, if the period could be decoded.
    pub fn range(&self) -> Option<DateRange> {
        self.data.as_ref().map(|data| DateRange { first: data.from.value, last: Some(data.to.value) })
    }

    /// The last day, if the period could be decoded.
    pub fn end(&self) -> Option<Date> {
        self.data.as_ref().map(|data| data.to.value)
    }

    /// A part of it.
    pub fn part(&self, id: &str) -> Option<&Part> {
        entry(&self.data.as_ref()?.parts, id)
    }

    /// Who rates people that moved within it, by its framework; the superior at the end while that cannot be read.
    pub fn after_move(&self) -> AfterMove {
        self.framework.as_deref().map_or(AfterMove::Last, |framework| framework.data.after_move)
    }

    /// Whether a stage belongs to the periods that this one joins, since people are rated there.
    pub fn is_joined(&self, event: StageEvent) -> bool {
        let joins = self.data.as_ref().is_some_and(|data| !data.integrates.is_empty());
        let of_rating = matches!(
            event,
            StageEvent::Plan
                | StageEvent::SelfReview
                | StageEvent::Colleagues
                | StageEvent::Supervisor
                | StageEvent::Discussion
        );
        joins && of_rating
    }

    /// The rating of a unit in this period.
    pub fn unit_rating(&self, unit: &str) -> Option<&OrganisationRating> {
        let organisation = self.data.as_ref()?.organisation.as_ref()?;
        entry(&organisation.units, unit)
    }

    /// The agency's rating in this period.
    pub fn agency_rating(&self) -> Option<&OrganisationRating> {
        self.data.as_ref()?.organisation.as_ref()?.agency.as_ref()
    }

    /// An indicator of its goals, by `<goal>/<indicator>`.
    pub fn goal_indicator(&self, path: &str) -> Option<&GoalIndicator> {
        let (goal, indicator) = path.split_once('/')?;
        entry(&entry(self.goals.data()?, goal)?.indicators, indicator)
    }

    /// Whether files may come from a kind of raters: one its framework defines. While that cannot be read, from any.
    pub fn has_raters(&self, raters: &str) -> bool {
        self.framework.as_deref().is_none_or(|framework| framework.rater(raters).is_some())
    }

    /// Days off as they count in this period.
    pub fn holidays<'a>(&'a self, today: &'a Holidays) -> &'a Holidays {
        self.sealed.as_ref().map_or(today, |sealed| &sealed.holidays)
    }
}
