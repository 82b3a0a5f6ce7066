//! A period's dashboard: completeness, and how outcomes are spread against the rule.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{DocumentLink, is_done, printed};
use crate::framework::Framework;
use crate::framework::distribution::{Demand, Violation};
use crate::insight::{PeriodInsight, Spread, Standing, spread_of, spread_under};
use crate::model::Topic;
use crate::view::parts::{self, Day, Link, Markdown};
use crate::view::scene::{Scene, Subject};
use crate::view::status::{SpreadView, outcome_label, spread_view};

/// A period's dashboard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Dashboard {
    /// The period's id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// First and last day.
    pub range: String,
    /// Whether it is locked.
    pub locked: bool,
    /// Name of the outcome.
    pub outcome_label: String,
    /// Whether the framework has a rule for spreads.
    pub has_rule: bool,
    /// How many take part.
    pub people: usize,
    /// How many passed each required stage.
    pub stages: Vec<StageCount>,
    /// The agency and its units.
    pub units: Vec<UnitRow>,
    /// The evaluation meeting.
    pub meeting: Option<MeetingView>,
    /// Printed documents about the whole agency.
    pub documents: Vec<DocumentLink>,
    /// Further pages of the period.
    pub more: Vec<Link>,
}

/// How many passed a stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StageCount {
    /// The stage.
    pub label: String,
    /// How many are done.
    pub done: usize,
    /// How many are overdue.
    pub overdue: usize,
    /// Out of how many.
    pub of: usize,
}

/// A unit of the dashboard, or the agency as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UnitRow {
    /// Its name.
    pub label: String,
    /// Its depth in the tree, the agency being 0.
    pub depth: usize,
    /// Its rating.
    pub rating: Option<String>,
    /// How outcomes are spread in it and below.
    pub spread: SpreadView,
    /// How many required stages are done, and out of how many.
    pub done: usize,
    /// Out of how many.
    pub of: usize,
    /// How the spread stands against the rule: `fits`, `breaks` or `unjudged`.
    pub verdict: &'static str,
    /// That in words: what is broken, or why it is not judged.
    pub verdict_text: Vec<String>,
}

/// The evaluation meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MeetingView {
    /// When.
    pub day: Day,
    /// Where.
    pub place: Option<String>,
    /// Who was there.
    pub present: Vec<String>,
    /// Who was excused.
    pub absent: Vec<String>,
    /// Agenda and minutes, each under its heading.
    pub sections: Vec<MeetingSection>,
}

/// A part of the minutes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MeetingSection {
    /// The heading.
    pub heading: Option<String>,
    /// The words.
    pub text: Markdown,
}

/// A period's dashboard.
pub fn dashboard(scene: &Scene, insight: &PeriodInsight) -> Dashboard {
    let period = insight.period;
    let units = scene.agency.roster_of(period).units;
    let mut rows = vec![unit_row(
        scene,
        insight,
        scene.word("whole-agency").to_owned(),
        0,
        period.agency_rating().map(|rating| rating.rating.value.as_str()),
        |_| true,
    )];
    // One unit at the top is the agency again, unless it has a rating of its own.
    let tops = units.iter().filter(|unit| unit.parent.is_none()).count();
    let shown = units
        .iter()
        .filter(|unit| tops > 1 || unit.parent.is_some() || period.unit_rating(&unit.id.value).is_some());
    rows.extend(shown.map(|unit| {
        let id = unit.id.value.as_str();
        let rating = period.unit_rating(id).map(|rating| rating.rating.value.as_str());
        let depth = units.ancestors(id).len() + usize::from(tops > 1);
        let below: BTreeSet<&str> =
            units.iter().map(|unit| unit.id.value.as_str()).filter(|own| units.is_within(own, id)).collect();
        let within = |own: Option<&str>| own.is_some_and(|own| below.contains(own));
        unit_row(scene, insight, scene.label(&unit.name), depth, rating, within)
    }));
    Dashboard {
        id: period.id.clone(),
        label: scene.period(period),
        range: scene.range(period),
        locked: period.locked,
        outcome_label: outcome_label(scene, insight),
        has_rule: insight
            .period
            .framework
            .as_deref()
            .is_some_and(|framework| framework.data.distribution.is_some()),
        people: insight.progress.len(),
        stages: stage_counts(scene, insight),
        units: rows,
        meeting: meeting(scene, insight),
        documents: printed(scene, &period.id, &Subject::Agency),
        more: more(scene, insight),
    }
}

/// Pages that a period has only if its framework and files say something for them.
fn more(scene: &Scene, insight: &PeriodInsight) -> Vec<Link> {
    let link = |kind: &str, key: &'static str| Link {
        label: scene.word(key).to_owned(),
        href: format!("{}-{kind}.html", insight.period.id),
    };
    let has_needs = insight.period.framework.as_deref().is_some_and(super::needs::has_needs);
    let needs = has_needs.then(|| link("needs", "needs-of-period"));
    let goals = (!insight.goals.is_empty()).then(|| link("goals", "goals-of-period"));
    needs.into_iter().chain([link("talent", "talent")]).chain(goals).collect()
}

fn stage_counts(scene: &Scene, insight: &PeriodInsight) -> Vec<StageCount> {
    let stages = insight.period.framework.iter().flat_map(|framework| &framework.data.stages);
    let required = stages.filter(|(_, stage)| stage.required);
    required
        .map(|(id, stage)| {
            let states = || {
                let of = |progress: &'_ crate::insight::Progress| {
                    progress.stages.iter().find(|state| state.id == id.value).map(|state| state.standing)
                };
                insight.progress.values().filter_map(of)
            };
            StageCount {
                label: scene.label(&stage.label.value),
                done: states().filter(|standing| is_done(*standing)).count(),
                overdue: states().filter(|standing| *standing == Standing::Overdue).count(),
                of: insight.progress.len(),
            }
        })
        .collect()
}

fn unit_row(
    scene: &Scene,
    insight: &PeriodInsight,
    label: String,
    depth: usize,
    rating: Option<&str>,
    within: impl Fn(Option<&str>) -> bool,
) -> UnitRow {
    let spread = spread_of(insight, |_, unit| within(unit));
    let members = insight.progress.values().filter(|progress| within(progress.unit.as_deref()));
    let stages = members.flat_map(|progress| &progress.stages).filter(|stage| stage.required);
    let framework = insight.period.framework.as_deref();
    let (verdict, verdict_text) = verdict(scene, insight, rating, &spread);
    UnitRow {
        label,
        depth,
        rating: rating.map(|rating| {
            let label = framework.and_then(|framework| framework.organisation_label(rating));
            label.map_or_else(|| rating.to_owned(), |label| scene.label(label))
        }),
        spread: spread_view(scene, insight, &spread),
        done: stages.clone().filter(|stage| is_done(stage.standing)).count(),
        of: stages.count(),
        verdict,
        verdict_text,
    }
}

/// How a spread stands against the rule.
fn verdict(
    scene: &Scene,
    insight: &PeriodInsight,
    rating: Option<&str>,
    spread: &Spread,
) -> (&'static str, Vec<String>) {
    let why = |key: &'static str| ("unjudged", vec![scene.word(key).to_owned()]);
    let Some(framework) = insight.period.framework.as_deref() else { return why("spread-no-rule") };
    if framework.data.distribution.is_none() {
        return ("none", vec![]);
    }
    let Some(rating) = rating else { return why("spread-no-rating") };
    match spread_under(insight, rating, spread) {
        None if spread.rated() < spread.people => why("spread-incomplete"),
        None => match framework.data.distribution.as_ref() {
            Some(rule) if spread.people < rule.min_headcount.value as usize => {
                let text = scene.say("spread-few", &[("n", &rule.min_headcount.value)]);
                ("unjudged", vec![text])
            }
            _ => why("spread-no-rule"),
        },
        Some(broken) if broken.is_empty() => ("fits", vec![scene.word("spread-fits").to_owned()]),
        Some(broken) => ("breaks", broken.iter().map(|broken| in_words(scene, framework, broken)).collect()),
    }
}

fn in_words(scene: &Scene, framework: &Framework, broken: &Violation) -> String {
    let levels: Vec<String> =
        broken.levels.iter().map(|level| parts::outcome(scene.lang, framework, level).label).collect();
    let (key, demand) = match &broken.demand {
        Demand::AtMostPercent(percent) => ("spread-at-most", parts::number(scene.lang, percent)),
        Demand::AtLeastPercent(percent) => ("spread-at-least", parts::number(scene.lang, percent)),
        Demand::AtLeast(count) => ("spread-fewest", count.to_string()),
    };
    let levels = crate::text::list(scene.lang, crate::text::Join::Or, &levels);
    let values: [(&str, &dyn std::fmt::Display); 4] =
        [("levels", &levels), ("count", &broken.count), ("people", &broken.people), ("demand", &demand)];
    scene.say(key, &values)
}

fn meeting(scene: &Scene, insight: &PeriodInsight) -> Option<MeetingView> {
    let filed = insight.period.meeting.get()?;
    let names = |ids: &[crate::schema::Id]| ids.iter().map(|id| scene.name(&id.value)).collect();
    let heading = |topic: &Topic, written: &str| match (topic, scene.lang) {
        (Topic::Heading(heading), crate::text::Lang::Id) => Some(heading.indonesian.to_owned()),
        (Topic::Heading(heading), crate::text::Lang::En) => Some(heading.english.to_owned()),
        (Topic::Whole, _) => None,
        _ => Some(written.to_owned()),
    };
    Some(MeetingView {
        day: scene.day(filed.data.date.value),
        place: filed.data.place.as_ref().map(|place| place.value.clone()),
        present: names(&filed.data.present),
        absent: names(&filed.data.absent),
        sections: filed
            .passages
            .iter()
            .filter(|passage| !passage.prose.text.is_empty())
            .map(|passage| MeetingSection {
                heading: heading(&passage.topic, &passage.heading),
                text: Markdown(passage.prose.text.clone()),
            })
            .collect(),
    })
}
