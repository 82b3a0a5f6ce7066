//! What follows from a person's outcomes by rule, and what they should learn, in words.

use serde::Serialize;

use super::derivation::Audience;
use super::parts;
use super::scene::Scene;
use crate::framework::entry;
use crate::insight::{
    Answer, Counted, CriterionState, Need, NeedFrom, PeriodInsight, Qualified, Shows, Status,
};
use crate::schema::framework::{FollowUp, FollowUpKind};

/// Something that follows from a person's outcomes by a rule of the framework.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FollowUpView {
    /// Its name.
    pub label: String,
    /// What it is: `talent`, `promotion`, `development`, `reward`, `coaching` or `sanction`.
    pub kind: &'static str,
    /// What it is, in words.
    pub kind_label: String,
    /// What it means for the person, by the framework.
    pub description: Option<String>,
    /// What the reader can do with it: the person, or who rates them.
    pub advice: Option<String>,
    /// The periods that counted, with what came out in them.
    pub because: String,
    /// The training it leads to.
    pub training: Option<String>,
    /// The rule.
    pub legal: Option<String>,
}

/// What a person should learn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NeedView {
    /// The criterion, or the rule that leads to a training.
    pub label: String,
    /// Why, with its numbers.
    pub why: String,
    /// Trainings that answer it.
    pub trainings: Vec<AnswerView>,
    /// Whether something was done about it since, or is planned.
    pub answered: bool,
}

/// A training that answers a need.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AnswerView {
    /// Its name.
    pub label: String,
    /// Its length in lesson hours.
    pub hours: Option<u32>,
    /// Who gives it.
    pub provider: Option<String>,
    /// How it stands: `done`, `late`, `open`, or `none` where nothing is recorded.
    pub mark: &'static str,
    /// How it stands, in words. `None` where nothing is recorded.
    pub status: Option<String>,
}

/// A kind of what follows: its name for machines, and the keys of its name and of what the person, and who rates them,
/// can do with it.
fn kind(kind: FollowUpKind) -> (&'static str, &'static str, &'static str, Option<&'static str>) {
    match kind {
        FollowUpKind::Talent => {
            ("talent", "follow-talent", "follow-talent-advice", Some("follow-talent-rater"))
        }
        FollowUpKind::Promotion => {
            ("promotion", "follow-promotion", "follow-promotion-advice", Some("follow-promotion-rater"))
        }
        FollowUpKind::Development => (
            "development",
            "follow-development",
            "follow-development-advice",
            Some("follow-development-rater"),
        ),
        FollowUpKind::Reward => {
            ("reward", "follow-reward", "follow-reward-advice", Some("follow-reward-rater"))
        }
        FollowUpKind::Coaching => {
            ("coaching", "follow-coaching", "follow-coaching-advice", Some("follow-coaching-rater"))
        }
        // Raters are not told of steps of discipline.
        FollowUpKind::Sanction => ("sanction", "follow-sanction", "follow-sanction-advice", None),
    }
}

/// A rule that holds for a person, in words for a reader. `None` for a rule that the period's framework does not have.
pub(super) fn follow_up(
    scene: &Scene,
    insight: &PeriodInsight,
    qualified: &Qualified,
    reader: Audience,
) -> Option<FollowUpView> {
    let framework = insight.period.framework.as_deref()?;
    let rule = entry(&framework.data.follow_up, &qualified.rule)?;
    let (kind, kind_label, for_person, for_rater) = kind(rule.kind.value);
    let advice = match reader {
        Audience::Own => Some(for_person),
        Audience::Rater => for_rater,
        Audience::Personnel => None,
    };
    let text = |label: &Option<crate::schema::At<crate::schema::Label>>| {
        label.as_ref().map(|label| scene.label(&label.value))
    };
    Some(FollowUpView {
        label: scene.label(&rule.label.value),
        kind,
        kind_label: scene.word(kind_label).to_owned(),
        description: text(&rule.description),
        advice: advice.map(|key| scene.word(key).to_owned()),
        because: because(scene, insight, rule, &qualified.counted),
        training: rule.training.as_ref().map(|training| training_label(scene, &training.value)),
        legal: text(&rule.legal),
    })
}

/// What a rule looked at, and what came out in the periods that counted, the oldest first.
pub(super) fn because(
    scene: &Scene,
    insight: &PeriodInsight,
    rule: &FollowUp,
    counted: &[Counted],
) -> String {
    let Some(framework) = insight.period.framework.as_deref() else { return String::new() };
    let of = |counted: &Counted| {
        let one = scene.survey.iter().find(|one| one.period.id == counted.period)?;
        let framework = one.period.framework.as_deref()?;
        let rank = match &rule.when.rated {
            Some(id) => parts::rated(scene.lang, framework, id, &counted.rated)?,
            None => parts::came_out_as(scene.lang, framework, &counted.rated)?,
        };
        Some(scene.say("follow-in", &[("level", &rank.full()), ("period", &scene.period(one.period))]))
    };
    let periods: Vec<String> = counted.iter().rev().filter_map(of).collect();
    let what = match &rule.when.rated {
        Some(id) => scene.topic(framework, &id.value),
        None => scene.label(&framework.data.outcome.label.value),
    };
    let periods = crate::text::list(scene.lang, crate::text::Join::And, &periods);
    scene.say("follow-because", &[("what", &what), ("periods", &periods)])
}

/// What a person should learn, in words.
pub(super) fn need(scene: &Scene, insight: &PeriodInsight, need: &Need) -> NeedView {
    let framework = insight.period.framework.as_deref();
    let (label, why) = match &need.from {
        NeedFrom::Criterion(state) => {
            let label =
                framework.map_or_else(String::new, |framework| scene.topic(framework, &state.criterion));
            (label, why(scene, insight, state))
        }
        NeedFrom::Rule(rule) => {
            let rule = framework.and_then(|framework| entry(&framework.data.follow_up, rule));
            let label = rule.map_or_else(String::new, |rule| scene.label(&rule.label.value));
            (label, scene.word("need-by-rule").to_owned())
        }
    };
    let mut trainings: Vec<AnswerView> =
        need.trainings.iter().map(|answer| answer_view(scene, answer)).collect();
    // What is on record comes first.
    trainings.sort_by_key(|answer| answer.status.is_none());
    NeedView { label, why, trainings, answered: need.is_answered() }
}

/// Why a criterion is a need: what it came to, and what the post requires.
pub(super) fn why(scene: &Scene, insight: &PeriodInsight, state: &CriterionState) -> String {
    let Some(framework) = insight.period.framework.as_deref() else { return String::new() };
    let id = &state.criterion;
    let reached =
        parts::rated(scene.lang, framework, id, &state.rated).map(|rank| rank.full()).unwrap_or_default();
    let required = state.required.as_ref().filter(|_| state.gap.is_some());
    let Some(required) = required else { return scene.say("need-weak", &[("reached", &reached)]) };
    let required = parts::level(scene.lang, framework, id, required).label;
    let key = if state.shows == Shows::Weakness { "need-weak-below" } else { "need-below" };
    scene.say(key, &[("reached", &reached), ("required", &required)])
}

/// The name of a training.
pub(super) fn training_label(scene: &Scene, training: &str) -> String {
    let known = entry(&scene.agency.trainings, training);
    known.map_or_else(|| training.to_owned(), |training| scene.label(&training.name.value))
}

fn answer_view(scene: &Scene, answer: &Answer) -> AnswerView {
    let known = entry(&scene.agency.trainings, &answer.training);
    let on = |key: &'static str, day| Some(scene.say(key, &[("date", &crate::text::date(scene.lang, day))]));
    let (mark, status) = match answer.status {
        Status::Open => ("none", None),
        Status::Before(day) => ("late", on("answer-before", day)),
        Status::Lapsed(day) => ("overdue", on("answer-lapsed", day)),
        Status::Planned(Some(day)) => ("open", on("answer-planned-for", day)),
        Status::Planned(None) => ("open", Some(scene.word("answer-planned").to_owned())),
        Status::Done(day) => ("done", on("answer-done", day)),
    };
    AnswerView {
        label: training_label(scene, &answer.training),
        hours: known.and_then(|training| training.hours.as_ref()).map(|hours| hours.value),
        provider: known.and_then(|training| training.provider.as_ref()).map(|at| at.value.clone()),
        mark,
        status,
    }
}
