//! People with their posts, units, and who leads them.

use std::collections::BTreeMap;

use crate::calendar::{Date, DateRange};
use crate::diagnostic::{FileId, Span};
use crate::schema::Id;
use crate::schema::agency;
use crate::schema::person::{Assignment, Person as PersonFile};
use crate::schema::value::{At, Label};

/// A person of the agency, or an external rater.
#[derive(Debug, Clone)]
pub struct Person {
    /// The id.
    pub id: String,
    /// The file they are written in.
    pub file: FileId,
    /// Where in it.
    pub span: Span,
    /// What is known of them. `None` if it could not be decoded.
    pub data: Option<PersonFile>,
}

impl Person {
    /// Whether they only rate, from outside. Someone who could not be decoded counts as a member.
    pub fn is_external(&self) -> bool {
        self.data.as_ref().is_some_and(|data| data.external)
    }

    /// The name with titles; the id where it is not known.
    pub fn name(&self) -> String {
        self.data.as_ref().map_or_else(|| self.id.clone(), |data| data.names.titled())
    }

    /// The name without titles; the id where it is not known.
    pub fn plain_name(&self) -> &str {
        self.data.as_ref().map_or(&self.id, |data| &data.names.full.value)
    }

    /// Posts with their dates: each ends where it says, else the day before the next one begins.
    pub fn posts(&self) -> Vec<(DateRange, &Assignment)> {
        let assignments = self.data.as_ref().map_or(&[][..], |data| &data.assignments);
        let mut sorted: Vec<&Assignment> = assignments.iter().collect();
        sorted.sort_by_key(|assignment| assignment.from.value);
        let starts: Vec<Date> = sorted.iter().map(|assignment| assignment.from.value).collect();
        sorted
            .into_iter()
            .enumerate()
            .map(|(at, assignment)| {
                let until_next = starts.get(at + 1).and_then(|next| next.yesterday().ok());
                let last = assignment.to.as_ref().map(|to| to.value).or(until_next);
                (DateRange { first: assignment.from.value, last }, assignment)
            })
            .collect()
    }

    /// The post held on a day; the latest to begin where several overlap.
    pub fn assignment_on(&self, day: Date) -> Option<&Assignment> {
        self.posts()
            .into_iter()
            .rev()
            .find(|(range, _)| range.contains(day))
            .map(|(_, assignment)| assignment)
    }

    /// The last post held within a range of days.
    pub fn last_assignment_within(&self, range: DateRange) -> Option<&Assignment> {
        self.posts()
            .into_iter()
            .rev()
            .find(|(post, _)| post.overlaps(&range))
            .map(|(_, assignment)| assignment)
    }

    /// An identity number by kind, such as `nip`.
    pub fn identity(&self, kind: &str) -> Option<&At<String>> {
        self.data.as_ref()?.ids.iter().find(|(key, _)| key.value == kind).map(|(_, number)| number)
    }
}

/// A unit.
#[derive(Debug, Clone)]
pub struct Unit {
    /// Its id, with the place it was written.
    pub id: Id,
    /// Its name.
    pub name: Label,
    /// The unit it belongs to.
    pub parent: Option<Id>,
}

/// Units in the order written, with their tree.
#[derive(Debug, Clone, Default)]
pub struct Units {
    list: Vec<Unit>,
    by_id: BTreeMap<String, usize>,
}

impl Units {
    /// Indexes units.
    pub fn new(list: Vec<Unit>) -> Self {
        let by_id = list.iter().enumerate().map(|(at, unit)| (unit.id.value.clone(), at)).collect();
        Units { list, by_id }
    }

    pub(super) fn from_file(units: Vec<(Id, agency::Unit)>) -> Self {
        Units::new(
            units
                .into_iter()
                .map(|(id, unit)| Unit { id, name: unit.name.value, parent: unit.parent })
                .collect(),
        )
    }

    /// A unit.
    pub fn get(&self, id: &str) -> Option<&Unit> {
        self.by_id.get(id).map(|&at| &self.list[at])
    }

    /// All units in the order written.
    pub fn iter(&self) -> impl Iterator<Item = &Unit> {
        self.list.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The units directly below one, in the order written.
    pub fn children<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a Unit> {
        self.list.iter().filter(move |unit| unit.parent.as_ref().is_some_and(|parent| parent.value == id))
    }

    /// The units above one, nearest first; ends where a unit would come again.
    pub fn ancestors<'a>(&'a self, id: &'a str) -> Vec<&'a Unit> {
        let mut above: Vec<&Unit> = vec![];
        let mut at = self.get(id);
        while let Some(parent) = at.and_then(|unit| unit.parent.as_ref()).and_then(|p| self.get(&p.value)) {
            if parent.id.value == id || above.iter().any(|unit| unit.id.value == parent.id.value) {
                break;
            }
            above.push(parent);
            at = Some(parent);
        }
        above
    }

    /// Whether a unit is another one or lies below it.
    pub fn is_within(&self, unit: &str, ancestor: &str) -> bool {
        unit == ancestor || self.ancestors(unit).iter().any(|above| above.id.value == ancestor)
    }
}

/// A post that leads a unit.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lead {
    /// From when to when.
    pub range: DateRange,
    /// Whether it is held for someone else.
    pub acting: bool,
    /// Who holds it.
    pub person: String,
    /// Where it was written.
    pub span: Span,
}

/// Who led which unit when. Asking every person for every unit would take too long in a large agency.
#[derive(Debug, Clone, Default)]
pub struct Leads(BTreeMap<String, Vec<Lead>>);

impl Leads {
    /// Gathers the posts that lead units.
    pub fn of(people: &BTreeMap<String, Person>) -> Self {
        let mut leads: BTreeMap<String, Vec<Lead>> = BTreeMap::new();
        for person in people.values() {
            for (range, assignment) in person.posts() {
                if let Some(unit) = assignment.unit.as_ref().filter(|_| assignment.head) {
                    leads.entry(unit.value.clone()).or_default().push(Lead {
                        range,
                        acting: assignment.acting,
                        person: person.id.clone(),
                        span: assignment.from.span,
                    });
                }
            }
        }
        for of_unit in leads.values_mut() {
            of_unit.sort();
        }
        Leads(leads)
    }

    /// The posts that lead a unit, oldest first.
    pub fn of_unit(&self, unit: &str) -> &[Lead] {
        self.0.get(unit).map_or(&[], Vec::as_slice)
    }

    /// All units that somebody leads at some time.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[Lead])> {
        self.0.iter().map(|(unit, leads)| (unit.as_str(), leads.as_slice()))
    }
}
