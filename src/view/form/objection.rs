//! The dossier of an objection, and the decision on it.

use super::desk::{Desk, PaperHead};
use super::{Official, RatingLine};
use crate::calendar::{Date, days_between};
use crate::framework::entry;
use crate::insight::{PeriodInsight, StageState};
use crate::model::Passage;
use crate::schema::framework::StageEvent;
use crate::schema::headings;
use crate::view::dossier::Section;
use crate::view::parts;
use crate::view::rater::decider;
use crate::view::scene::Scene;

/// What the dossier of an objection and the decision on it say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ObjectionPaper {
    /// Its head. The third of its parties is who decides.
    pub head: PaperHead,
    /// When the objection was handed in.
    pub date: Date,
    /// What happened when.
    pub timeline: Vec<Moment>,
    /// What is contested.
    pub items: Vec<Contested>,
    /// What the person says, as Markdown under headings.
    pub reasons: Vec<Section>,
    /// Evidence of the person for contested results.
    pub evidence: Vec<(String, Vec<String>)>,
    /// Who was heard.
    pub hearings: Vec<HearingPaper>,
    /// Ratings before a decision and after it; what is after stays `None` until there is one.
    pub ratings: Vec<RatingChange>,
    /// The outcome before a decision and after it.
    pub outcome: RatingChange,
    /// The rules the framework rests on, and what each governs.
    pub basis: Vec<(String, Option<String>)>,
    /// The rule on objections.
    pub rule: Option<String>,
    /// The decision, once there is one.
    pub decision: Option<Decided>,
}

/// A step on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// What happened.
    pub label: String,
    /// When. `None` while it has not.
    pub date: Option<Date>,
    /// How long after the step before it, and whether that was in time.
    pub remark: Option<String>,
}

/// A contested item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contested {
    /// The result, component or criterion.
    pub label: String,
    /// What the person gave, or their figures.
    pub own: Vec<String>,
    /// What the superior gave, or their figures.
    pub superior: Vec<String>,
    /// What a decision set, where it did so for the item itself.
    pub after: Option<String>,
}

/// Somebody who was heard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HearingPaper {
    /// Who.
    pub name: String,
    /// Whether as the employee, as the rater, or neither.
    pub side: Heard,
    /// When.
    pub date: Date,
    /// What they said.
    pub summary: String,
}

/// As whom somebody was heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// As the person who objects.
    Employee,
    /// As the one who rated.
    Rater,
    /// As somebody else.
    Other,
}

/// What something was before a decision and is after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RatingChange {
    /// What.
    pub label: String,
    /// What it was.
    pub before: Option<String>,
    /// What it is. `None` until there is a decision.
    pub after: Option<String>,
}

/// A decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// When.
    pub date: Date,
    /// Who decided.
    pub by: Official,
    /// How it ended, in words.
    pub outcome: String,
    /// Why.
    pub reasons: Vec<Section>,
    /// What is ruled.
    pub ruling: Vec<Section>,
}

/// The dossier of a person's objection. `None` if there is none.
pub fn objection(scene: &Scene, insight: &PeriodInsight, person: &str) -> Option<ObjectionPaper> {
    let desk = Desk::of(scene, insight, person)?;
    let filed = desk.dossier.objection.get()?;
    let reading = desk.reading();
    let decision = desk.dossier.decided();
    let made = decision.map(|filed| &filed.data);
    let date = filed.data.date.value;
    let decided = reading.decision().zip(decision).map(|(view, filed)| {
        let (by, date) = (&filed.data.by.value, filed.data.date.value);
        let (ruling, reasons): (Vec<Passage>, Vec<Passage>) =
            filed.passages.iter().cloned().partition(|passage| passage.is_under(&headings::RULING));
        Decided {
            date,
            by: desk.official(by, date),
            outcome: view.outcome,
            reasons: apart(reading.sections(&reasons)),
            ruling: apart(reading.sections(&ruling)),
        }
    });
    let mut head = desk.head();
    let decider = decider(scene.agency, insight, person).map(|id| desk.official(id, date));
    head.parties.above = decided.as_ref().map(|decided| decided.by.clone()).or(decider).unwrap_or_default();
    let items = filed.data.items.iter().map(|item| item.value.as_str());
    Some(ObjectionPaper {
        head,
        date,
        timeline: desk.timeline(date),
        items: items.clone().map(|item| desk.contested(item)).collect(),
        reasons: apart(reading.sections(&filed.passages)),
        evidence: items.flat_map(|item| desk.evidence(item)).collect(),
        hearings: made
            .map_or_else(Vec::new, |made| made.hearings.iter().map(|one| desk.heard(one)).collect()),
        ratings: desk.rating_changes(),
        outcome: desk.outcome_change(),
        basis: desk.basis(),
        rule: desk.rule_of(StageEvent::Objection),
        decision: decided,
    })
}

/// Sections without the headings that only say what the paper's own heading says. One that ends a section under another
/// heading stays.
fn apart(mut sections: Vec<Section>) -> Vec<Section> {
    let said = |words: &String| [headings::REASONS, headings::RULING].iter().any(|known| known.is(words));
    for section in &mut sections {
        match &section.heading {
            Some(words) if said(words) => section.heading = None,
            Some(_) => break,
            None => {}
        }
    }
    sections
}

impl Desk<'_, '_> {
    /// The way from the release to the decision.
    fn timeline(&self, objected: Date) -> Vec<Moment> {
        use StageEvent as E;
        let Some(progress) = self.insight.progress.get(self.person) else { return vec![] };
        let given = self.dossier.supervisor.data().map(|given| given.date.value);
        let made = self.dossier.decided().map(|filed| &filed.data);
        let received =
            self.dossier.record.data().and_then(|record| record.received.as_ref()).map(|at| at.value);
        let stage = |event: E, key: &'static str, since: Option<Date>| {
            let state = progress.stage(event);
            let done = state.and_then(|state| state.done);
            Moment {
                label: self.scene.word(key).to_owned(),
                date: done,
                remark: self.remark(state, done, since, event),
            }
        };
        let mut moments =
            vec![Moment { label: self.scene.word("paper-rated").to_owned(), date: given, remark: None }];
        moments.push(stage(E::Release, "paper-released", None));
        moments.push(stage(E::Delivery, "paper-document-delivered", None));
        moments.push(stage(E::Receipt, "paper-document-received", None));
        moments.push(Moment { date: Some(objected), ..stage(E::Objection, "paper-objected", received) });
        let hearings = made.map_or(&[][..], |made| made.hearings.as_slice());
        moments.extend(hearings.iter().map(|one| Moment {
            label: self.scene.say("paper-heard", &[("name", &self.name(&one.of.value))]),
            date: Some(one.date.value),
            remark: None,
        }));
        moments.push(stage(E::Decision, "paper-decided", Some(objected)));
        moments
    }

    /// How long something took, and until when it was to be done.
    fn remark(
        &self,
        state: Option<&StageState>,
        done: Option<Date>,
        since: Option<Date>,
        event: StageEvent,
    ) -> Option<String> {
        let period = self.insight.period;
        let holidays = period.holidays(&self.scene.agency.holidays);
        let took = done.zip(since).filter(|(done, since)| since <= done).map(|(done, since)| {
            let mut at = since;
            let mut workdays = 0_u32;
            while let Ok(next) = at.tomorrow()
                && next <= done
            {
                at = next;
                workdays += u32::from(holidays.is_workday(at));
            }
            let days = days_between(since, done);
            let key = match event {
                StageEvent::Decision => "paper-took-objection",
                _ => "paper-took-receipt",
            };
            self.scene.say(key, &[("workdays", &workdays), ("days", &days)])
        });
        let due = state.and_then(|state| state.due).filter(|_| since.is_some()).map(|due| {
            let date = crate::text::date(self.lang(), due);
            match self.rule_of(event) {
                Some(rule) => self.scene.say("paper-due-rule", &[("date", &date), ("rule", &rule)]),
                None => self.scene.say("paper-due", &[("date", &date)]),
            }
        });
        let said: Vec<String> = took.into_iter().chain(due).collect();
        (!said.is_empty()).then(|| said.join(" "))
    }

    fn heard(&self, hearing: &crate::schema::events::Hearing) -> HearingPaper {
        let rater = self.dossier.supervisor.data().map(|given| given.by.value.as_str());
        let of = hearing.of.value.as_str();
        HearingPaper {
            name: self.name(of),
            side: match of {
                of if of == self.person => Heard::Employee,
                of if Some(of) == rater => Heard::Rater,
                _ => Heard::Other,
            },
            date: hearing.date.value,
            summary: hearing.summary.value.clone(),
        }
    }

    /// Components, and criteria that a decision set, before it and after it.
    fn rating_changes(&self) -> Vec<RatingChange> {
        let made = self.dossier.decided().map(|filed| &filed.data);
        let card = self.insight.scorecards.get(self.person);
        let component = |score: &crate::score::ComponentScore| {
            let now = parts::component(self.lang(), self.framework, score).map(|rank| rank.full());
            let before = score.before_decision.as_ref();
            let before = before.map(|got| parts::got(self.lang(), self.framework, &score.id, got).full());
            RatingChange {
                label: self.scene.topic(self.framework, &score.id),
                before: before.or_else(|| now.clone()),
                after: now.filter(|_| made.is_some()),
            }
        };
        let components = card.map_or(&[][..], |card| card.components.as_slice());
        let known = |id: &str| components.iter().any(|score| score.id == id);
        let given = self.dossier.supervisor.data();
        let level = |id: &str, mark: &str| parts::level(self.lang(), self.framework, id, mark).full();
        let criteria = made.map_or(&[][..], |made| made.changes.as_slice());
        let criteria = criteria.iter().filter(|(id, _)| !known(&id.value)).map(|(id, mark)| RatingChange {
            label: self.scene.topic(self.framework, &id.value),
            before: given
                .and_then(|given| entry(&given.ratings, &id.value))
                .map(|before| level(&id.value, &before.value)),
            after: Some(level(&id.value, &mark.value)),
        });
        criteria.chain(components.iter().map(component)).collect()
    }

    fn outcome_change(&self) -> RatingChange {
        let RatingLine { label, value, .. } = self.form.outcome.clone();
        let made = self.dossier.decided().map(|filed| &filed.data);
        RatingChange {
            label,
            before: self.outcome_before().or_else(|| value.clone()),
            after: value.filter(|_| made.is_some()),
        }
    }

    fn basis(&self) -> Vec<(String, Option<String>)> {
        let legal = self.framework.data.legal.iter();
        legal
            .map(|basis| {
                let about = basis.about.as_ref().map(|about| self.scene.label(&about.value));
                (self.scene.label(&basis.title.value), about)
            })
            .collect()
    }
}
