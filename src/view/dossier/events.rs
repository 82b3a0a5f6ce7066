//! What happened around the appraisal.

use serde::Serialize;

use super::Reading;
use crate::framework::entry;
use crate::model::{Filed, Passage, Period, Slot, Topic};
use crate::schema::events::DecisionOutcome;
use crate::schema::headings::Heading;
use crate::view::derivation::Audience;
use crate::view::parts::{self, Day, Markdown, Rank};
use crate::view::scene::{Scene, Subject};

/// Feedback in the course of the period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FeedbackRow {
    /// When.
    pub day: Day,
    /// Who gave it.
    pub by: String,
    /// What it is about.
    pub about: String,
    /// The words.
    pub text: Markdown,
}

/// The discussion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DiscussionView {
    /// When.
    pub day: Day,
    /// Where.
    pub place: Option<String>,
    /// Who was there.
    pub present: Vec<String>,
    /// Points made clear that are about no result.
    pub clarifications: Vec<ClarificationRow>,
    /// What was said.
    pub voices: Vec<Section>,
}

/// Prose under a heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Section {
    /// The heading, if it has one.
    pub heading: Option<String>,
    /// The words.
    pub text: Markdown,
}

/// A point the person made clear.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClarificationRow {
    /// What it is about.
    pub about: String,
    /// What the person says.
    pub statement: String,
    /// What the superior answers.
    pub response: Option<String>,
}

/// An objection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ObjectionView {
    /// When it was handed in.
    pub day: Day,
    /// What is contested.
    pub items: Vec<String>,
    /// Why.
    pub sections: Vec<Section>,
    /// The decision, where it may be shown.
    pub decision: Option<DecisionView>,
}

/// A decision on an objection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DecisionView {
    /// Who decided.
    pub by: String,
    /// When.
    pub day: Day,
    /// How it ended, in words.
    pub outcome: String,
    /// Who was heard.
    pub hearings: Vec<HearingRow>,
    /// What changed.
    pub changes: Vec<Change>,
    /// The prose.
    pub sections: Vec<Section>,
}

/// A rating that a decision set anew.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The component.
    pub label: String,
    /// What it was.
    pub before: Option<Rank>,
    /// What it is.
    pub after: Rank,
}

/// A hearing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HearingRow {
    /// Who was heard.
    pub of: String,
    /// When.
    pub day: Day,
    /// What they said.
    pub summary: String,
}

/// How the person grows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DevelopmentView {
    /// Trainings.
    pub trainings: Vec<TrainingRow>,
    /// Coaching talks.
    pub coaching: Vec<CoachingRow>,
    /// Career aim.
    pub career: Option<String>,
    /// Steps of discipline.
    pub sanctions: Vec<SanctionRow>,
}

/// A training of the person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TrainingRow {
    /// Its name.
    pub label: String,
    /// Its length in lesson hours.
    pub hours: Option<u32>,
    /// Who gives it.
    pub provider: Option<String>,
    /// What it answers.
    pub answers: Option<String>,
    /// When it is planned.
    pub planned: Option<Day>,
    /// When it was done.
    pub completed: Option<Day>,
    /// Evidence.
    pub evidence: Option<String>,
}

/// A coaching talk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CoachingRow {
    /// When.
    pub day: Day,
    /// By whom.
    pub by: String,
    /// What was said.
    pub notes: String,
    /// What was agreed.
    pub next: Option<String>,
}

/// A step of discipline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SanctionRow {
    /// When.
    pub day: Day,
    /// Which step.
    pub step: String,
    /// The document it rests on.
    pub basis: String,
}

/// An award.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AwardRow {
    /// Its name.
    pub title: String,
    /// When.
    pub day: Day,
    /// The project.
    pub project: Option<String>,
    /// Whether a team received it.
    pub team: bool,
    /// Why.
    pub reason: String,
    /// What came with it.
    pub reward: Option<String>,
    /// Its certificate, from the roots of those who received it and of the office.
    pub certificate: Option<String>,
}

/// Who entered a file for someone else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RecordedLine {
    /// Which file.
    pub what: String,
    /// Who entered it.
    pub by: String,
    /// From what.
    pub medium: String,
    /// The date on the original.
    pub day: Day,
}

/// The awards a person received in a period, alone or in a team.
pub fn awards_of(scene: &Scene, period: &Period, person: &str) -> Vec<AwardRow> {
    let awards = period.awards.data().map_or(&[][..], Vec::as_slice);
    let theirs = awards.iter().filter(|(_, award)| award.members.iter().any(|member| member.value == person));
    let certificate = |award: &str| {
        let files = scene.documents_of(&period.id, &Subject::Award(award.to_owned()));
        files.iter().find_map(|file| file.own.clone())
    };
    theirs
        .map(|(id, award)| AwardRow {
            certificate: certificate(&id.value),
            title: scene.label(&award.title.value),
            day: scene.day(award.date.value),
            project: award
                .project
                .as_ref()
                .and_then(|project| entry(&scene.agency.projects, &project.value))
                .map(|project| scene.label(&project.name.value)),
            team: award.members.len() > 1,
            reason: award.reason.value.clone(),
            reward: award.reward.as_ref().map(|reward| reward.value.clone()),
        })
        .collect()
}

impl Reading<'_, '_> {
    /// The name of an item, which may be a result of the plan.
    pub(in crate::view) fn item(&self, id: &str) -> String {
        let plan = self.dossier.plan.data();
        let result = plan.and_then(|plan| entry(&plan.results, id));
        match result {
            Some(result) => result.result.value.clone(),
            None => self.scene.topic(self.framework, id),
        }
    }

    pub(in crate::view) fn sections(&self, passages: &[Passage]) -> Vec<Section> {
        let filled = passages.iter().filter(|passage| !passage.prose.text.is_empty());
        filled
            .map(|passage| Section {
                heading: match &passage.topic {
                    Topic::Whole => None,
                    Topic::Heading(heading) => Some(self.heading(heading)),
                    Topic::Result(id) | Topic::Rated(id) => Some(self.item(id)),
                    Topic::Unknown => Some(passage.heading.clone()),
                },
                text: Markdown(passage.prose.text.clone()),
            })
            .collect()
    }

    fn heading(&self, heading: &Heading) -> String {
        match self.scene.lang {
            crate::text::Lang::Id => heading.indonesian.to_owned(),
            crate::text::Lang::En => heading.english.to_owned(),
        }
    }

    pub(super) fn feedback(&self) -> Vec<FeedbackRow> {
        let row = |filed: &Filed<crate::schema::events::Feedback>| FeedbackRow {
            day: self.scene.day(filed.data.date.value),
            by: self.scene.name(&filed.data.by.value),
            about: self.item(&filed.data.about.value),
            text: Markdown(
                filed
                    .passages
                    .iter()
                    .map(|passage| passage.prose.text.as_str())
                    .collect::<Vec<_>>()
                    .join("\n\n"),
            ),
        };
        self.dossier.feedback.iter().filter_map(Slot::get).map(row).collect()
    }

    pub(super) fn clarifications_on(&self, item: &str) -> Vec<ClarificationRow> {
        let discussion = self.dossier.discussion.data().filter(|_| self.open);
        let points = discussion.map_or(&[][..], |discussion| discussion.clarifications.as_slice());
        let about = points.iter().filter(|point| point.item.value == item);
        about
            .map(|point| ClarificationRow {
                about: self.item(item),
                statement: point.statement.value.clone(),
                response: point.response.as_ref().map(|response| response.value.clone()),
            })
            .collect()
    }

    pub(super) fn discussion(&self) -> Option<DiscussionView> {
        let filed = self.dossier.discussion.get().filter(|_| self.open)?;
        let plan = self.dossier.plan.data();
        let is_result =
            |item: &str| plan.is_some_and(|plan| plan.results.iter().any(|(id, _)| id.value == item));
        let mut items: Vec<&str> =
            filed.data.clarifications.iter().map(|point| point.item.value.as_str()).collect();
        items.retain(|item| !is_result(item));
        items.dedup();
        Some(DiscussionView {
            day: self.scene.day(filed.data.date.value),
            place: filed.data.place.as_ref().map(|place| place.value.clone()),
            present: filed.data.present.iter().map(|person| self.scene.name(&person.value)).collect(),
            clarifications: items.into_iter().flat_map(|item| self.clarifications_on(item)).collect(),
            voices: self.sections(&filed.passages),
        })
    }

    pub(super) fn objection(&self) -> Option<ObjectionView> {
        let filed = self.dossier.objection.get()?;
        Some(ObjectionView {
            day: self.scene.day(filed.data.date.value),
            items: filed.data.items.iter().map(|item| self.item(&item.value)).collect(),
            sections: self.sections(&filed.passages),
            decision: self.decision().filter(|_| self.open),
        })
    }

    pub(in crate::view) fn decision(&self) -> Option<DecisionView> {
        let filed = self.dossier.decided()?;
        let word = match filed.data.outcome.value {
            DecisionOutcome::Rejected => "decision-rejected",
            DecisionOutcome::Granted => "decision-granted",
            DecisionOutcome::PartlyGranted => "decision-partly",
        };
        let given = self.dossier.supervisor.data();
        let level = |component: &str, id: &str| parts::level(self.scene.lang, self.framework, component, id);
        Some(DecisionView {
            by: self.scene.name(&filed.data.by.value),
            day: self.scene.day(filed.data.date.value),
            outcome: self.scene.word(word).to_owned(),
            hearings: filed
                .data
                .hearings
                .iter()
                .map(|hearing| HearingRow {
                    of: self.scene.name(&hearing.of.value),
                    day: self.scene.day(hearing.date.value),
                    summary: hearing.summary.value.clone(),
                })
                .collect(),
            changes: filed
                .data
                .changes
                .iter()
                .map(|(component, after)| Change {
                    label: self.scene.topic(self.framework, &component.value),
                    before: given
                        .and_then(|given| entry(&given.ratings, &component.value))
                        .map(|before| level(&component.value, &before.value)),
                    after: level(&component.value, &after.value),
                })
                .collect(),
            sections: self.sections(&filed.passages),
        })
    }

    pub(in crate::view) fn development(&self) -> Option<DevelopmentView> {
        let data = self.dossier.development.data()?;
        let day = |at: &crate::schema::At<crate::calendar::Date>| self.scene.day(at.value);
        let training = |planned: &crate::schema::events::PlannedTraining| {
            let known = entry(&self.scene.agency.trainings, &planned.training.value);
            TrainingRow {
                label: known.map_or_else(
                    || planned.training.value.clone(),
                    |training| self.scene.label(&training.name.value),
                ),
                hours: known.and_then(|training| training.hours.as_ref()).map(|hours| hours.value),
                provider: known
                    .and_then(|training| training.provider.as_ref())
                    .map(|provider| provider.value.clone()),
                answers: planned.answers.as_ref().map(|id| self.scene.topic(self.framework, &id.value)),
                planned: planned.planned.as_ref().map(day),
                completed: planned.completed.as_ref().map(day),
                evidence: planned.evidence.as_ref().map(|evidence| evidence.value.clone()),
            }
        };
        let sanctions = data.sanctions.iter().filter(|_| self.audience != Audience::Rater);
        Some(DevelopmentView {
            trainings: data.trainings.iter().map(training).collect(),
            coaching: data
                .coaching
                .iter()
                .map(|talk| CoachingRow {
                    day: day(&talk.date),
                    by: self.scene.name(&talk.by.value),
                    notes: talk.notes.value.clone(),
                    next: talk.next.as_ref().map(|next| next.value.clone()),
                })
                .collect(),
            career: data.career.as_ref().map(|career| career.value.clone()),
            sanctions: sanctions
                .map(|sanction| SanctionRow {
                    day: day(&sanction.date),
                    step: sanction.step.value.clone(),
                    basis: sanction.basis.value.clone(),
                })
                .collect(),
        })
    }

    /// Who entered files for someone else. Colleagues' files are left out: they would tell who wrote them.
    pub(super) fn recorded(&self) -> Vec<RecordedLine> {
        let dossier = self.dossier;
        let own = dossier.self_review.data().and_then(|data| data.recorded.as_ref());
        let superior = dossier.supervisor.data().and_then(|data| data.recorded.as_ref());
        let discussion = dossier.discussion.data().and_then(|data| data.recorded.as_ref());
        let objection = dossier.objection.data().and_then(|data| data.recorded.as_ref());
        let feedback = dossier.feedback.iter().filter_map(Slot::data).filter_map(|data| {
            let what = self.scene.word("file-feedback");
            Some((what, data.recorded.as_ref()?))
        });
        let named = [
            ("file-self", own),
            ("file-superior", superior.filter(|_| self.open)),
            ("file-discussion", discussion.filter(|_| self.open)),
            ("file-objection", objection),
        ];
        let one = named.into_iter().filter_map(|(key, recorded)| Some((self.scene.word(key), recorded?)));
        one.chain(feedback).map(|(what, recorded)| self.scene.recorded(what.to_owned(), recorded)).collect()
    }
}
