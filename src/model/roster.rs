//! Who rates whom, on a day and over a time.

use std::collections::{BTreeMap, BTreeSet};

use super::people::{Leads, Person, Units};
use crate::calendar::{Date, DateRange, days_between};
use crate::schema::framework::AfterMove;

/// A time for which somebody rates somebody.
#[derive(Debug, Clone, Copy)]
struct Term<'a> {
    first: Date,
    last: Date,
    superior: &'a str,
}

/// People and units as they count at some time.
#[derive(Debug, Clone, Copy)]
pub struct Roster<'a> {
    /// People by id.
    pub people: &'a BTreeMap<String, Person>,
    /// Units.
    pub units: &'a Units,
    /// Who led which unit when.
    pub leads: &'a Leads,
}

impl<'a> Roster<'a> {
    /// A person.
    pub fn person(&self, id: &str) -> Option<&'a Person> {
        self.people.get(id)
    }

    /// Who rates a person on a day: the rater named in their post, else the head of their unit, else, for a head, the
    /// head of the nearest unit above. `None` if nobody can be found.
    pub fn superior_on(&self, person: &str, day: Date) -> Option<&'a str> {
        let assignment = self.people.get(person)?.assignment_on(day)?;
        if let Some(rater) = &assignment.rater {
            return self.people.get_key_value(&rater.value).map(|(id, _)| id.as_str());
        }
        let own = &assignment.unit.as_ref()?.value;
        let above = self.units.ancestors(own).into_iter().map(|unit| unit.id.value.as_str());
        std::iter::once(own.as_str())
            .chain(above)
            .find_map(|unit| self.head_on(unit, day).filter(|head| *head != person))
    }

    /// Who rates a person for a range of days, with the last of these on which they were the superior: the superior on
    /// the last day on which the person holds a post, or the superior of most days, by the framework's rule for people
    /// who move. `None` if nobody can be found, or the range is open.
    pub fn rater_within(
        &self,
        person: &str,
        range: DateRange,
        after_move: AfterMove,
    ) -> Option<(Date, &'a str)> {
        let superiors = self.terms_within(person, range)?;
        match after_move {
            AfterMove::Last => superiors.last().map(|term| (term.last, term.superior)),
            AfterMove::Longest => {
                let days = |of: &str| {
                    let own = superiors.iter().filter(|term| term.superior == of);
                    own.map(|term| days_between(term.first, term.last) + 1).sum::<i64>()
                };
                // Of two that had as many days, the later one comes last and is taken.
                let longest = superiors.iter().max_by_key(|term| days(term.superior));
                longest.map(|term| (term.last, term.superior))
            }
        }
    }

    /// Who rates a person from when to when within a range, earliest first. `None` if the range is open.
    fn terms_within(&self, person: &str, range: DateRange) -> Option<Vec<Term<'a>>> {
        let end = range.last?;
        let starts: Vec<Date> = self.turning_days(person, range).into_iter().collect();
        let before = starts.iter().skip(1).map(|next| next.yesterday().unwrap_or(*next)).chain([end]);
        let terms = starts.iter().zip(before).filter_map(|(first, last)| {
            Some(Term { first: *first, last, superior: self.superior_on(person, *first)? })
        });
        Some(terms.collect())
    }

    /// Who leads a unit on a day. The holder of the post comes before a substitute.
    pub fn head_on(&self, unit: &str, day: Date) -> Option<&'a str> {
        self.leads
            .of_unit(unit)
            .iter()
            .filter(|lead| lead.range.contains(day))
            .map(|lead| (lead.acting, lead.person.as_str()))
            .min()
            .map(|(_, person)| person)
    }

    /// Everybody who rates a person at some time within a range, the latest first.
    pub fn superiors_within(&self, person: &str, range: DateRange) -> Vec<&'a str> {
        let mut superiors: Vec<&str> = vec![];
        for day in self.turning_days(person, range).into_iter().rev() {
            superiors.extend(self.superior_on(person, day).filter(|found| !superiors.contains(found)));
        }
        superiors
    }

    /// The days within a range on which somebody else may begin to rate a person.
    fn turning_days(&self, person: &str, range: DateRange) -> BTreeSet<Date> {
        let posts = self.people.get(person).map(Person::posts).unwrap_or_default();
        let mut days = BTreeSet::from([range.first]);
        for (held, assignment) in posts.iter().filter(|(held, _)| held.overlaps(&range)) {
            let after = held.last.and_then(|last| last.tomorrow().ok());
            days.extend([held.first].into_iter().chain(after));
            let Some(unit) = &assignment.unit else { continue };
            let above = self.units.ancestors(unit).into_iter().map(|unit| unit.id.value.as_str());
            for lead in std::iter::once(unit.as_str()).chain(above).flat_map(|unit| self.leads.of_unit(unit))
            {
                let after = lead.range.last.and_then(|last| last.tomorrow().ok());
                days.extend([lead.range.first].into_iter().chain(after));
            }
        }
        days.retain(|day| range.contains(*day));
        days
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    /// Who rates `ani` in 2025, with the last day, by both rules.
    fn raters(posts: &[&str], heads: &[(&str, &str, &str)]) -> [String; 2] {
        let mut files = vec![
            ("rapor.yaml".to_owned(), "name: Kantor\n".to_owned()),
            ("content/units.yaml".to_owned(), "units:\n  a: {name: A}\n  b: {name: B}\n".to_owned()),
        ];
        let mut person = |id: &str, posts: &[String]| {
            let posts: String = posts.iter().map(|post| format!("  - {{position: P, {post}}}\n")).collect();
            files.push((
                format!("content/people/{id}.yaml"),
                format!("names: {{full: N}}\nassignments:\n{posts}"),
            ));
        };
        person("ani", &posts.iter().map(|post| (*post).to_owned()).collect::<Vec<_>>());
        for (head, unit, from) in heads {
            person(head, &[format!("from: {from}, unit: {unit}, head: true")]);
        }
        let (sources, _) =
            Sources::from_files(files.into_iter().map(|(path, text)| (path, text.into_bytes())));
        let (agency, found) = crate::model::load(&sources, "2026-01-10".parse().unwrap());
        assert!(found.iter().next().is_none(), "{found:?}");
        let day = |text: &str| text.parse::<Date>().unwrap();
        let year = DateRange { first: day("2025-01-01"), last: Some(day("2025-12-31")) };
        [AfterMove::Last, AfterMove::Longest].map(|rule| {
            let rater = agency.roster().rater_within("ani", year, rule);
            rater.map_or_else(|| "-".to_owned(), |(last, superior)| format!("{superior} {last}"))
        })
    }

    #[test]
    fn those_who_move_are_rated_by_the_last_superior_or_by_the_longest() {
        let heads = [("budi", "a", "2020-01-01"), ("citra", "b", "2020-01-01")];
        let moved = |day: &str| {
            let posts = ["from: 2020-01-01, unit: a".to_owned(), format!("from: {day}, unit: b")];
            raters(&posts.each_ref().map(String::as_str), &heads)
        };
        assert_eq!(moved("2020-06-01"), ["citra 2025-12-31", "citra 2025-12-31"]);
        assert_eq!(moved("2025-12-31"), ["citra 2025-12-31", "budi 2025-12-30"]);
        assert_eq!(moved("2025-07-02"), ["citra 2025-12-31", "citra 2025-12-31"]);
        assert_eq!(moved("2025-07-03"), ["citra 2025-12-31", "budi 2025-07-02"]);
        assert_eq!(moved("2026-01-01"), ["budi 2025-12-31", "budi 2025-12-31"]);
    }

    #[test]
    fn times_add_up_and_the_later_of_equals_rates() {
        let heads = [("budi", "a", "2020-01-01"), ("citra", "b", "2020-01-01")];
        // 100 days, 101 days, 164 days under the first again.
        let posts = ["from: 2025-01-01, unit: a", "from: 2025-04-11, unit: b", "from: 2025-07-21, unit: a"];
        assert_eq!(raters(&posts, &heads), ["budi 2025-12-31", "budi 2025-12-31"]);
        // Half a year each, with a day of nobody's between them.
        let posts = ["from: 2025-01-01, to: 2025-07-01, unit: a", "from: 2025-07-03, unit: b"];
        assert_eq!(raters(&posts, &heads), ["citra 2025-12-31", "citra 2025-12-31"]);
        // Whoever leads the unit may change as well.
        let heads = [("budi", "a", "2020-01-01"), ("dodi", "b", "2025-11-01")];
        let posts = ["from: 2020-01-01, to: 2025-09-30, unit: a"];
        assert_eq!(raters(&posts, &heads), ["budi 2025-09-30", "budi 2025-09-30"]);
        assert_eq!(raters(&["from: 2026-01-01, unit: a"], &heads), ["-", "-"]);
    }
}
