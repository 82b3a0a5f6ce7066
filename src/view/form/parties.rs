//! Whom documents name.

use super::{Official, Parties};
use crate::calendar::{Date, DateRange};
use crate::framework::Framework;
use crate::model::Roster;
use crate::schema::person::Assignment;
use crate::text::{Lang, phrase};
use crate::view::parts::{identity, label};

/// People and regulation as they count in a period.
#[derive(Clone, Copy)]
pub(super) struct Cast<'a> {
    pub(super) roster: Roster<'a>,
    pub(super) framework: &'a Framework,
    pub(super) lang: Lang,
}

impl<'a> Cast<'a> {
    /// The parties on a day, with the employee in a given post and a rater where one is known by name.
    pub(super) fn parties(
        &self,
        person: &str,
        post: Option<&Assignment>,
        day: Date,
        rater: Option<&str>,
        above: Option<&str>,
    ) -> Parties {
        let rater = rater.or_else(|| self.roster.superior_on(person, day));
        let above = above.or_else(|| rater.and_then(|rater| self.roster.superior_on(rater, day)));
        let class = post.and_then(|post| self.framework.class(&post.class.as_ref()?.value));
        let form_title = class.and_then(|class| class.form_title.as_ref());
        Parties {
            employee: self.official(person, post),
            rater: rater.map_or_else(Official::default, |id| self.official_on(id, day)),
            above: above.map_or_else(Official::default, |id| self.official_on(id, day)),
            form_title: form_title.map(|title| label(self.lang, title)),
            perspectives: class.is_some_and(|class| class.perspectives),
        }
    }

    /// Somebody in the post they hold on a day or, where they hold none, in their last one before it.
    pub(super) fn official_on(&self, id: &str, day: Date) -> Official {
        let person = self.roster.person(id);
        let post = person.and_then(|person| {
            let last = || person.posts().into_iter().rev().find(|(range, _)| range.first <= day);
            person.assignment_on(day).or_else(|| last().map(|(_, post)| post))
        });
        self.official(id, post)
    }

    /// Somebody in a post.
    pub(super) fn official(&self, id: &str, post: Option<&Assignment>) -> Official {
        let Some(person) = self.roster.person(id) else {
            return Official { name: Some(id.to_owned()), ..Official::default() };
        };
        let number = person.data.as_ref().and_then(|data| data.ids.first());
        let unit = post.and_then(|post| self.roster.units.get(&post.unit.as_ref()?.value));
        Official {
            name: Some(person.name()),
            number_kind: number.map(|(kind, _)| kind.value.to_uppercase()),
            number: number.map(|(_, number)| identity(&number.value)),
            rank: post.and_then(|post| post.grade.as_ref()).map(|grade| self.rank(&grade.value)),
            position: post.map(|post| post.position.value.clone()),
            unit: unit.map(|unit| label(self.lang, &unit.name)),
            outside: person.is_external(),
            institution: post.and_then(|post| post.institution.as_ref()).map(|name| name.value.clone()),
        }
    }

    /// Rank and grade; the grade alone where the framework has no rank for it, or the same word for many grades.
    fn rank(&self, grade: &str) -> String {
        let grades = &self.framework.data.grades;
        let own = self.framework.rank(grade);
        let bearers = grades.iter().filter(|(_, rank)| Some(&rank.value) == own).count();
        match own.filter(|_| bearers == 1) {
            Some(rank) => format!("{} ({grade})", label(self.lang, rank)),
            None => format!("{} {grade}", phrase(self.lang, "form-grade")),
        }
    }
}

/// Who leads the agency on a day: the head of the one unit at the top. `None` where several stand there.
pub(super) fn chief<'a>(roster: Roster<'a>, day: Date) -> Option<&'a str> {
    let mut tops = roster.units.iter().filter(|unit| unit.parent.is_none());
    let top = tops.next().filter(|_| tops.next().is_none())?;
    roster.head_on(&top.id.value, day)
}

/// The post in which a person counts at the end of a range of days, and the last of these days on which they held it, as
/// far as today goes.
pub(super) fn last_post<'a>(
    roster: Roster<'a>,
    range: DateRange,
    person: &str,
    today: Date,
) -> Option<(&'a Assignment, Date)> {
    let post = roster.person(person)?.last_assignment_within(range)?;
    let end = post.to.as_ref().map(|to| to.value).into_iter().chain(range.last).min()?;
    Some((post, end.min(today).max(post.from.value)))
}
