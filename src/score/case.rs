//! One person in one period, with all that scoring asks for.

use crate::diagnostic::Span;
use crate::framework::{Framework, applies, entry};
use crate::model::{Agency, Dossier, Filed, Period, Slot};
use crate::num::Exact;
use crate::schema::events::{Decision, DecisionOutcome};
use crate::schema::period::Part;
use crate::schema::person::Assignment;
use crate::schema::{At, Id};

/// A person in a period.
#[derive(Debug, Clone, Copy)]
pub(super) struct Case<'a> {
    pub(super) framework: &'a Framework,
    pub(super) period: &'a Period,
    pub(super) dossier: &'a Dossier,
    /// The person's last post in the period.
    post: Option<&'a Assignment>,
    /// Marks that stand in for the superior's, by component or criterion.
    instead: &'a [(&'a str, &'a str)],
    /// Whether what was decided on an objection counts.
    decided: bool,
    /// Whether it is the whole period, and not a part of it.
    whole: bool,
}

/// The dossier of somebody of whom nothing is kept.
static NOTHING: std::sync::LazyLock<Dossier> = std::sync::LazyLock::new(Dossier::default);

/// A dossier with a decision that sets these marks too. Where they would be written there is nothing yet, so they stand at
/// the beginning of the objection.
pub(super) fn decided(dossier: &Dossier, changes: &[(&str, &str)]) -> Dossier {
    let Some(objection) = dossier.objection.get() else { return dossier.clone() };
    let span = objection.span;
    let at = |text: &str| At { value: text.to_owned(), span };
    let before = dossier.decided().map(|filed| filed.data.clone());
    let mut decision = before.unwrap_or_else(|| Decision {
        by: at(""),
        date: objection.data.date.clone(),
        outcome: At { value: DecisionOutcome::Granted, span },
        hearings: vec![],
        changes: vec![],
    });
    decision.changes.retain(|(item, _)| changes.iter().all(|(changed, _)| item.value != *changed));
    decision.changes.extend(changes.iter().map(|(item, mark)| (at(item), at(mark))));
    let filed = Filed { file: objection.file, span, name: String::new(), data: decision, passages: vec![] };
    Dossier { decision: Slot::Here(Box::new(filed)), decision_is_to_come: false, ..dossier.clone() }
}

impl<'a> Case<'a> {
    /// A person as their files describe them. `None` if the period has no framework that could be read.
    pub(super) fn of(
        agency: &'a Agency,
        period: &'a Period,
        person: &str,
        instead: &'a [(&'a str, &'a str)],
    ) -> Option<Case<'a>> {
        let post = || agency.roster_of(period).person(person)?.last_assignment_within(period.range()?);
        Some(Case {
            framework: period.framework.as_deref()?,
            period,
            dossier: period.dossiers.get(person).unwrap_or(&NOTHING),
            post: post(),
            instead,
            decided: true,
            whole: true,
        })
    }

    /// A person in a part of a period, by what is kept of that part. `None` if the period has no framework that could be
    /// read.
    pub(super) fn of_part(
        agency: &'a Agency,
        period: &'a Period,
        person: &str,
        (part, dossier): (&Part, &'a Dossier),
    ) -> Option<Case<'a>> {
        let known = agency.roster_of(period).person(person);
        Some(Case {
            framework: period.framework.as_deref()?,
            period,
            dossier,
            post: known.and_then(|known| known.last_assignment_within(part.range())),
            instead: &[],
            decided: false,
            whole: false,
        })
    }

    /// The same with another dossier.
    pub(super) fn with<'b>(&self, dossier: &'b Dossier) -> Case<'b>
    where
        'a: 'b,
    {
        Case { dossier, ..*self }
    }

    /// The same without what was decided on an objection. `None` if that changes nothing.
    pub(super) fn before_decision(&self) -> Option<Case<'a>> {
        let decision = &self.dossier.decided()?.data;
        (self.decided && !decision.changes.is_empty()).then_some(Case { decided: false, ..*self })
    }

    /// Whether the person holds a post in the period.
    pub(super) fn takes_part(&self) -> bool {
        self.post.is_some()
    }

    /// The period whose goals' figures count for those who share them. They are figures of the whole period, so of none of
    /// its parts.
    pub(super) fn goals(&self) -> Option<&'a Period> {
        self.whole.then_some(self.period)
    }

    /// The periods that this one integrates, with their weights.
    pub(super) fn integrates(&self) -> &'a [(Id, At<Exact>)] {
        self.period.data.as_ref().map_or(&[], |data| data.integrates.as_slice())
    }

    /// Whether what is for these classes and posts is for the person.
    pub(super) fn applies(&self, applies_to: &[Id]) -> bool {
        let id = |id: &'a Option<Id>| id.as_ref().map(|id| id.value.as_str());
        let (class, post) = self.post.map_or((None, None), |held| (id(&held.class), id(&held.post)));
        applies(applies_to, class, post)
    }

    /// What was decided on an objection about a component or criterion.
    pub(super) fn decision(&self, rated: &str) -> Option<(&'a Decision, &'a At<String>)> {
        let decision = &self.dossier.decided().filter(|_| self.decided)?.data;
        Some((decision, entry(&decision.changes, rated)?))
    }

    /// The mark that stands in for the superior's.
    pub(super) fn instead(&self, rated: &str) -> Option<&'a str> {
        self.instead.iter().find(|(item, _)| *item == rated).map(|(_, mark)| *mark)
    }

    /// Conditions that the superior states to be met, with the places where they do.
    pub(super) fn conditions(&self) -> impl Iterator<Item = (&'a str, Span)> + use<'a> {
        let stated = self.dossier.supervisor.data().map_or(&[][..], |filed| filed.conditions.as_slice());
        stated.iter().map(|(id, _)| (id.value.as_str(), id.span))
    }
}
