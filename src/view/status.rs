//! What is owed, and how a person stands in a period, as lists for raters and for the office.

use serde::Serialize;

use super::parts::{self, Count, Day, Rank};
use super::scene::Scene;
use crate::framework::entry;
use crate::insight::{PeriodInsight, Spread, Standing};
use crate::schema::framework::StageEvent;

/// Something somebody owes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DueRow {
    /// The person whose appraisal waits.
    pub name: String,
    /// Their page, from the root. `None` where there is none.
    pub href: Option<String>,
    /// Their unit.
    pub unit: Option<String>,
    /// The period.
    pub period: String,
    /// The stage.
    pub stage: String,
    /// When it is due.
    pub due: Option<Day>,
    /// Whether that has passed.
    pub overdue: bool,
    /// Who is to act.
    pub actor: String,
}

/// A person in a list of a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PersonRow {
    /// Name with titles.
    pub name: String,
    /// Their page, from the root.
    pub href: String,
    /// Identity number, grouped.
    pub number: Option<String>,
    /// The post.
    pub position: Option<String>,
    /// The unit.
    pub unit: Option<String>,
    /// Levels of the components, in the framework's order.
    pub components: Vec<Option<Rank>>,
    /// The outcome.
    pub outcome: Option<Rank>,
    /// Whether an error keeps it back.
    pub held: bool,
    /// The next stage that must be passed.
    pub next: Option<String>,
    /// When that is due.
    pub due: Option<Day>,
    /// Whether that has passed.
    pub overdue: bool,
}

/// How outcomes are spread.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SpreadView {
    /// How many take part.
    pub people: usize,
    /// How many have an outcome.
    pub rated: usize,
    /// How many have each outcome, lowest first.
    pub counts: Vec<Count>,
}

/// What is owed of people in periods: overdue first, then by day, then by name.
pub(super) fn due_rows<'a>(
    scene: &Scene,
    people: impl Iterator<Item = (&'a PeriodInsight<'a>, &'a str)>,
    href: impl Fn(&PeriodInsight, &str) -> Option<String>,
) -> Vec<DueRow> {
    let mut rows = vec![];
    for (insight, person) in people {
        if let Some(progress) = insight.progress.get(person) {
            let mut next_seen = false;
            for stage in &progress.stages {
                let overdue = stage.standing == Standing::Overdue;
                let next = stage.standing == Standing::Open && !next_seen;
                next_seen |= overdue || next;
                if !overdue && !next {
                    continue;
                }
                let actor = if acts(stage.event) { "actor-person" } else { "actor-superior" };
                rows.push((
                    (!overdue, stage.due.is_none(), stage.due, scene.name(person)),
                    DueRow {
                        name: scene.name(person),
                        href: href(insight, person),
                        unit: progress.unit.as_ref().map(|unit| scene.unit(insight.period, unit)),
                        period: scene.period(insight.period),
                        stage: stage_label(scene, insight, &stage.id),
                        due: stage.due.map(|day| scene.day(day)),
                        overdue,
                        actor: scene.word(actor).to_owned(),
                    },
                ));
            }
        }
    }
    rows.sort_by(|(a, _), (b, _)| a.cmp(b));
    rows.into_iter().map(|(_, row)| row).collect()
}

/// Whether a stage waits for the person and not for the superior.
fn acts(event: StageEvent) -> bool {
    matches!(event, StageEvent::Plan | StageEvent::SelfReview | StageEvent::Receipt | StageEvent::Objection)
}

/// The name of a stage.
pub(super) fn stage_label(scene: &Scene, insight: &PeriodInsight, id: &str) -> String {
    let framework = insight.period.framework.as_deref();
    let stage = framework.and_then(|framework| entry(&framework.data.stages, id));
    stage.map_or_else(|| id.to_owned(), |stage| scene.label(&stage.label.value))
}

/// A person as a list of a period shows them.
pub(super) fn person_row(scene: &Scene, insight: &PeriodInsight, person: &str, href: String) -> PersonRow {
    let head = super::dossier::head_in(scene, insight, person);
    let held = (scene.held)(&insight.period.id, person);
    let card = insight.scorecards.get(person).filter(|_| !held);
    let framework = insight.period.framework.as_deref();
    let components = card.zip(framework).map_or_else(Vec::new, |(card, framework)| {
        let roots = framework.parts_of(None);
        roots.map(|(id, _)| parts::component(scene.lang, framework, card.component(&id.value)?)).collect()
    });
    let outcome =
        card.zip(framework).and_then(|(card, framework)| parts::came_out(scene.lang, framework, card));
    let stages = insight.progress.get(person).map_or(&[][..], |progress| progress.stages.as_slice());
    let next = stages
        .iter()
        .find(|stage| matches!(stage.standing, Standing::Overdue | Standing::Open))
        .filter(|_| !held);
    PersonRow {
        name: head.name,
        href,
        number: head.numbers.into_iter().next().map(|identity| identity.number),
        position: head.position,
        unit: head.unit,
        components,
        outcome,
        held,
        next: next.map(|stage| stage_label(scene, insight, &stage.id)),
        due: next.and_then(|stage| stage.due).map(|day| scene.day(day)),
        overdue: next.is_some_and(|stage| stage.standing == Standing::Overdue),
    }
}

/// A spread with the names of its levels.
pub(super) fn spread_view(scene: &Scene, insight: &PeriodInsight, spread: &Spread) -> SpreadView {
    let framework = insight.period.framework.as_deref();
    let count = |(id, count): &(String, usize)| {
        Some(Count { rank: parts::outcome(scene.lang, framework?, id), count: *count })
    };
    SpreadView {
        people: spread.people,
        rated: spread.rated(),
        counts: spread.counts.iter().filter_map(count).collect(),
    }
}

/// The names of the components a period's outcome is made of.
pub(super) fn component_labels(scene: &Scene, insight: &PeriodInsight) -> Vec<String> {
    let framework = insight.period.framework.as_deref();
    let roots = framework.into_iter().flat_map(|framework| framework.parts_of(None));
    roots.map(|(_, component)| scene.label(&component.label.value)).collect()
}

/// The name of a period's outcome.
pub(super) fn outcome_label(scene: &Scene, insight: &PeriodInsight) -> String {
    let framework = insight.period.framework.as_deref();
    framework.map_or_else(String::new, |framework| scene.label(&framework.data.outcome.label.value))
}
