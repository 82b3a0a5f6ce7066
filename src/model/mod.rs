//! The agency: units, people with their assignments, periods, and each person's dossier.
//!
//! Takes decoded files, gives one indexed, ordered picture of the agency, in which a file that could not be decoded
//! still registers its id. Must never judge: whether things fit together is for `check` to say.

mod dossier;
mod load;
mod people;
mod period;
mod roster;
mod topic;

use std::collections::BTreeMap;

pub use dossier::{Dossier, Filed, PartReview, ReviewSide, Slot};
pub use load::{config, load};
pub use people::{Lead, Leads, Person, Unit, Units};
pub use period::{Goals, Period, Sealed};
pub use roster::Roster;
pub use topic::{Passage, Topic};

use crate::calendar::{Date, Holidays};
use crate::diagnostic::FileId;
use crate::schema::Id;
use crate::schema::agency::{Config, Project, Training};
use crate::schema::events::Page;
use crate::schema::period::OrganisationRating;
use crate::source::markdown::Prose;

/// An agency as its files describe it.
#[derive(Debug)]
pub struct Agency {
    /// `rapor.yaml`, if it could be read.
    pub config: Option<Config>,
    /// The file `rapor.yaml`, for findings about the agency as a whole.
    pub config_file: FileId,
    /// The day everything is seen from.
    pub today: Date,
    /// Units of today.
    pub units: Units,
    /// Days off.
    pub holidays: Holidays,
    /// Trainings on offer.
    pub trainings: Vec<(Id, Training)>,
    /// Projects.
    pub projects: Vec<(Id, Project)>,
    /// People by id, externals included.
    pub people: BTreeMap<String, Person>,
    /// Who leads which unit when, by today's posts.
    pub leads: Leads,
    /// Periods by id.
    pub periods: BTreeMap<String, Period>,
    /// The agency's own pages, by slug.
    pub pages: BTreeMap<String, OwnPage>,
}

/// A page of the agency's own.
#[derive(Debug, Clone)]
pub struct OwnPage {
    /// Where it was written.
    pub file: FileId,
    /// Its front matter.
    pub data: Page,
    /// Its text.
    pub body: Prose,
}

impl Agency {
    /// The agency's language.
    pub fn lang(&self) -> crate::text::Lang {
        self.config.as_ref().map_or(crate::text::Lang::Id, |config| config.locale)
    }

    /// The language of a period's documents: its own setting, else the agency's language.
    pub fn lang_of(&self, period: &Period) -> crate::text::Lang {
        let own = period.data.as_ref().and_then(|data| data.language.as_ref());
        own.map_or_else(|| self.lang(), |own| own.value)
    }

    /// People and units of today.
    pub fn roster(&self) -> Roster<'_> {
        Roster { people: &self.people, units: &self.units, leads: &self.leads }
    }

    /// People and units as they count in a period: those of its lock, else those of today.
    pub fn roster_of<'a>(&'a self, period: &'a Period) -> Roster<'a> {
        match &period.sealed {
            Some(sealed) => Roster { people: &sealed.people, units: &sealed.units, leads: &sealed.leads },
            None => self.roster(),
        }
    }

    /// Ids of the people who take part in a period: members who hold a post in it, in order.
    pub fn participants<'a>(&'a self, period: &'a Period) -> Vec<&'a str> {
        let Some(range) = period.range() else { return vec![] };
        let roster = self.roster_of(period);
        let takes_part =
            |person: &&Person| !person.is_external() && person.last_assignment_within(range).is_some();
        roster.people.values().filter(takes_part).map(|person| person.id.as_str()).collect()
    }

    /// The unit that a person heads at the end of a period, with the rating that is the head's own: the unit's, or the
    /// agency's for the head of a unit at the top. `None` for people who head none, or while it has no rating.
    pub fn headed<'a>(
        &'a self,
        period: &'a Period,
        person: &str,
    ) -> Option<(&'a Id, &'a OrganisationRating)> {
        let roster = self.roster_of(period);
        let post = roster.person(person)?.last_assignment_within(period.range()?)?;
        let unit = post.unit.as_ref().filter(|_| post.head)?;
        let is_top = || roster.units.get(&unit.value).is_some_and(|unit| unit.parent.is_none());
        let rating =
            period.unit_rating(&unit.value).or_else(|| period.agency_rating().filter(|_| is_top()))?;
        Some((unit, rating))
    }
}
