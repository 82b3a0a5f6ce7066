//! What the personnel office may know: everybody, with what is owed and how outcomes are spread.

use serde::Serialize;

use super::dossier::{AwardRow, TrainingRow, awards_of, numbers};
use super::parts::{Day, Markdown, Rank};
use super::scene::Scene;
use super::status::{
    DueRow, PersonRow, SpreadView, component_labels, due_rows, outcome_label, person_row, spread_view,
    stage_label,
};
use super::{employee, parts};
use crate::check::Checked;
use crate::framework::Framework;
use crate::framework::distribution::{Demand, Violation};
use crate::insight::{PeriodInsight, Spread, Standing, spread_of, spread_under};
use crate::model::Topic;
use crate::schema::events::Audience;

/// The home of the office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Home {
    /// Periods, newest first.
    pub periods: Vec<PeriodCard>,
    /// The first of what is overdue, in all periods.
    pub overdue: Vec<DueRow>,
    /// How much is overdue altogether.
    pub overdue_count: usize,
    /// How many people take part in the newest period.
    pub people: usize,
    /// How many of them are rated.
    pub rated: usize,
    /// How many of them have had their result released.
    pub released: usize,
}

/// A period on the home page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PeriodCard {
    /// Its id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// First and last day.
    pub range: String,
    /// How many take part.
    pub people: usize,
    /// How many have an outcome.
    pub rated: usize,
    /// Whether it is locked.
    pub locked: bool,
}

/// Everybody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Directory {
    /// Names of the periods, newest first.
    pub periods: Vec<String>,
    /// The people, by name.
    pub people: Vec<DirectoryRow>,
}

/// A person in the directory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DirectoryRow {
    /// Name with titles.
    pub name: String,
    /// Their page.
    pub href: String,
    /// Identity number, grouped.
    pub number: Option<String>,
    /// The post today or last held.
    pub position: Option<String>,
    /// The unit.
    pub unit: Option<String>,
    /// How each period stands.
    pub periods: Vec<DirectoryCell>,
}

/// A person's period in the directory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DirectoryCell {
    /// Whether they take part in it.
    pub takes_part: bool,
    /// The outcome.
    pub outcome: Option<Rank>,
    /// Whether an error keeps it back.
    pub held: bool,
}

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
    /// How many take part.
    pub people: usize,
    /// How many passed each required stage.
    pub stages: Vec<StageCount>,
    /// The agency and its units.
    pub units: Vec<UnitRow>,
    /// The evaluation meeting.
    pub meeting: Option<MeetingView>,
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

/// Who owes what in a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DueList {
    /// The period's id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// By stage, in the framework's order.
    pub stages: Vec<DueStage>,
    /// How much is overdue.
    pub overdue: usize,
    /// How much is owed.
    pub all: usize,
}

/// What is owed at a stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DueStage {
    /// The stage.
    pub label: String,
    /// Rows, overdue first.
    pub rows: Vec<DueRow>,
}

/// A recapitulation of a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Recap {
    /// The period's id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// Names of the components.
    pub components: Vec<String>,
    /// Name of the outcome.
    pub outcome_label: String,
    /// By unit, in the order of the units.
    pub units: Vec<RecapUnit>,
}

/// A unit of the recapitulation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RecapUnit {
    /// Its name.
    pub label: String,
    /// Its people, by name.
    pub people: Vec<PersonRow>,
}

/// Trainings of everybody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DevelopmentList {
    /// One row a person and training, open ones first.
    pub rows: Vec<DevelopmentRow>,
    /// Lesson hours done.
    pub hours: u32,
    /// How many are done.
    pub completed: usize,
    /// How many are planned and not done.
    pub planned: usize,
}

/// A training of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DevelopmentRow {
    /// The person.
    pub name: String,
    /// Their page.
    pub href: String,
    /// The period it was written in.
    pub period: String,
    /// The training.
    pub training: TrainingRow,
}

/// Awards of everybody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AwardList {
    /// Newest first.
    pub awards: Vec<AwardEntry>,
}

/// An award with those who received it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AwardEntry {
    /// The award.
    pub award: AwardRow,
    /// Who received it.
    pub members: Vec<String>,
}

/// A page of the agency's own for the office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OwnPage {
    /// What tells it apart.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Its text.
    pub text: Markdown,
}

fn person_path(person: &str) -> String {
    format!("people/{person}.html")
}

fn dossier_path(period: &str, person: &str) -> String {
    format!("people/{person}/{period}.html")
}

/// The home of the office.
pub fn home(scene: &Scene) -> Home {
    let link = |insight: &PeriodInsight, person: &str| Some(dossier_path(&insight.period.id, person));
    let mut overdue = due_rows(scene, scene.survey.iter(), |_, _| true, link);
    overdue.retain(|row| row.overdue);
    let overdue_count = overdue.len();
    overdue.truncate(8);
    let card = |insight: &PeriodInsight| {
        let spread = spread_of(insight, |_, _| true);
        PeriodCard {
            id: insight.period.id.clone(),
            label: scene.period(insight.period),
            range: scene.range(insight.period),
            people: spread.people,
            rated: spread.rated(),
            locked: insight.period.locked,
        }
    };
    let periods: Vec<PeriodCard> = scene.survey.iter().rev().map(card).collect();
    let released = scene.survey.last().map_or(0, |insight| {
        let released = |progress: &&crate::insight::Progress| {
            progress
                .stage(crate::schema::framework::StageEvent::Release)
                .is_some_and(|stage| is_done(stage.standing))
        };
        insight.progress.values().filter(released).count()
    });
    Home {
        overdue,
        overdue_count,
        people: periods.first().map_or(0, |card| card.people),
        rated: periods.first().map_or(0, |card| card.rated),
        released,
        periods,
    }
}

fn is_done(standing: Standing) -> bool {
    matches!(standing, Standing::Done | Standing::DoneLate)
}

/// Everybody, by name.
pub fn directory(scene: &Scene, checked: &Checked) -> Directory {
    let mut people: Vec<DirectoryRow> = employee::people(scene.survey)
        .into_iter()
        .map(|person| {
            let newest = scene.survey.iter().rev().find(|insight| insight.progress.contains_key(person));
            let post = newest.and_then(|insight| {
                let period = scene.agency.periods.get(&insight.period.id)?;
                scene.post(period, person)
            });
            DirectoryRow {
                name: scene.name(person),
                href: person_path(person),
                number: numbers(scene, person).into_iter().next().map(|identity| identity.number),
                position: post.map(|post| post.position.value.clone()),
                unit: post
                    .and_then(|post| post.unit.as_ref())
                    .zip(newest)
                    .map(|(unit, insight)| scene.unit(insight.period, &unit.value)),
                periods: scene
                    .survey
                    .iter()
                    .rev()
                    .map(|insight| directory_cell(scene, checked, insight, person))
                    .collect(),
            }
        })
        .collect();
    people.sort_by(|a, b| (a.name.to_lowercase(), &a.href).cmp(&(b.name.to_lowercase(), &b.href)));
    Directory {
        periods: scene.survey.iter().rev().map(|insight| scene.period(insight.period)).collect(),
        people,
    }
}

fn directory_cell(scene: &Scene, checked: &Checked, insight: &PeriodInsight, person: &str) -> DirectoryCell {
    let held = checked.is_held(&insight.period.id, person);
    let outcome = insight.scorecards.get(person).filter(|_| !held).and_then(|card| {
        let framework = insight.period.framework.as_deref()?;
        Some(parts::outcome(scene.lang, framework, card.outcome.as_deref()?))
    });
    DirectoryCell { takes_part: insight.progress.contains_key(person), outcome, held }
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
    rows.extend(units.iter().map(|unit| {
        let id = unit.id.value.as_str();
        let rating = period.unit_rating(id).map(|rating| rating.rating.value.as_str());
        let depth = units.ancestors(id).len() + 1;
        let within = |own: Option<&str>| own.is_some_and(|own| units.is_within(own, id));
        unit_row(scene, insight, scene.label(&unit.name), depth, rating, within)
    }));
    Dashboard {
        id: period.id.clone(),
        label: scene.period(period),
        range: scene.range(period),
        locked: period.locked,
        outcome_label: outcome_label(scene, insight),
        people: insight.progress.len(),
        stages: stage_counts(scene, insight),
        units: rows,
        meeting: meeting(scene, insight),
    }
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
    let Some(rating) = rating else { return why("spread-no-rating") };
    let Some(framework) = insight.period.framework.as_deref() else { return why("spread-no-rule") };
    match spread_under(insight, rating, spread) {
        None if spread.rated() < spread.people => why("spread-incomplete"),
        None => match framework.data.distribution.as_ref() {
            Some(rule) if spread.people < rule.min_headcount.value as usize => {
                let text = scene.word("spread-few").replace("{n}", &rule.min_headcount.value.to_string());
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
    scene
        .word(key)
        .replace("{levels}", &crate::text::list(scene.lang, crate::text::Join::Or, &levels))
        .replace("{count}", &broken.count.to_string())
        .replace("{people}", &broken.people.to_string())
        .replace("{demand}", &demand)
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

/// Who owes what in a period.
pub fn due_list(scene: &Scene, insight: &PeriodInsight) -> DueList {
    let link = |insight: &PeriodInsight, person: &str| Some(dossier_path(&insight.period.id, person));
    let rows = due_rows(scene, std::iter::once(insight), |_, _| true, link);
    let stages = insight.period.framework.iter().flat_map(|framework| &framework.data.stages);
    let stages: Vec<DueStage> = stages
        .map(|(id, _)| {
            let label = stage_label(scene, insight, &id.value);
            let rows = rows.iter().filter(|row| row.stage == label).cloned().collect();
            DueStage { label, rows }
        })
        .filter(|stage: &DueStage| !stage.rows.is_empty())
        .collect();
    DueList {
        id: insight.period.id.clone(),
        label: scene.period(insight.period),
        stages,
        overdue: rows.iter().filter(|row| row.overdue).count(),
        all: rows.len(),
    }
}

/// A recapitulation of a period, unit by unit.
pub fn recap(scene: &Scene, checked: &Checked, insight: &PeriodInsight) -> Recap {
    let units = scene.agency.roster_of(insight.period).units;
    let people_of = |unit: Option<&str>| {
        let members = insight.progress.iter().filter(|(_, progress)| progress.unit.as_deref() == unit);
        let mut people: Vec<PersonRow> = members
            .map(|(person, _)| {
                person_row(scene, checked, insight, person, dossier_path(&insight.period.id, person))
            })
            .collect();
        people.sort_by(|a, b| (&a.name, &a.href).cmp(&(&b.name, &b.href)));
        people
    };
    let known = units
        .iter()
        .map(|unit| RecapUnit { label: scene.label(&unit.name), people: people_of(Some(&unit.id.value)) });
    let without = RecapUnit { label: scene.word("no-unit").to_owned(), people: people_of(None) };
    Recap {
        id: insight.period.id.clone(),
        label: scene.period(insight.period),
        components: component_labels(scene, insight),
        outcome_label: outcome_label(scene, insight),
        units: known.chain([without]).filter(|unit| !unit.people.is_empty()).collect(),
    }
}

/// Trainings of everybody, from what is shown of each person's periods.
pub fn development<'r>(roots: impl Iterator<Item = &'r employee::Root>) -> DevelopmentList {
    let mut rows: Vec<DevelopmentRow> = vec![];
    for root in roots {
        for page in &root.periods {
            let trainings = page.development.iter().flat_map(|development| &development.trainings);
            rows.extend(trainings.map(|training| DevelopmentRow {
                name: page.head.name.clone(),
                href: dossier_path(&page.id, &page.head.id),
                period: page.label.clone(),
                training: training.clone(),
            }));
        }
    }
    let day = |day: &Option<Day>| day.as_ref().map(|day| day.iso.clone());
    rows.sort_by_key(|row| {
        let training = &row.training;
        let open = training.completed.is_none();
        (!open, day(&training.planned), day(&training.completed), row.name.clone())
    });
    let done = || rows.iter().filter(|row| row.training.completed.is_some());
    DevelopmentList {
        hours: done().filter_map(|row| row.training.hours).sum(),
        completed: done().count(),
        planned: rows.len() - done().count(),
        rows,
    }
}

/// Awards of all periods, newest period first.
pub fn awards(scene: &Scene) -> AwardList {
    let mut awards = vec![];
    for insight in scene.survey.iter().rev() {
        for (_, award) in insight.period.awards.data().map_or(&[][..], Vec::as_slice) {
            let first = award.members.first().map_or("", |member| member.value.as_str());
            let of_first = awards_of(scene, insight.period, first);
            let title = scene.label(&award.title.value);
            if let Some(row) = of_first.into_iter().find(|row| row.title == title) {
                let members = award.members.iter().map(|member| scene.name(&member.value)).collect();
                awards.push(AwardEntry { award: row, members });
            }
        }
    }
    AwardList { awards }
}

/// The agency's own pages for the office, in the order of the menu.
pub fn own_pages(scene: &Scene) -> Vec<OwnPage> {
    let mut pages: Vec<_> =
        scene.agency.pages.iter().filter(|(_, page)| page.data.audience == Audience::Personnel).collect();
    pages.sort_by_key(|(slug, page)| (page.data.order, slug.as_str()));
    pages
        .into_iter()
        .map(|(slug, page)| OwnPage {
            slug: slug.clone(),
            title: scene.label(&page.data.title.value),
            text: Markdown(page.body.text.clone()),
        })
        .collect()
}
