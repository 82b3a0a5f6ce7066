//! What someone who rates may know: their own subordinates, and the objections they decide.

use std::collections::BTreeSet;

use serde::Serialize;

use super::derivation::Audience;
use super::dossier;
use super::parts::Day;
use super::scene::Scene;
use super::status::{
    DueRow, PersonRow, SpreadView, component_labels, due_rows, outcome_label, person_row, spread_view,
};
use crate::calendar::Date;
use crate::check::Checked;
use crate::insight::{PeriodInsight, spread_of};

/// Everything in a rater's root.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Root {
    /// The rater's id.
    pub id: String,
    /// Their name.
    pub name: String,
    /// Their post today.
    pub position: Option<String>,
    /// What waits, in all periods.
    pub due: Vec<DueRow>,
    /// Periods, newest first.
    pub periods: Vec<PeriodPage>,
    /// Their subordinates' periods, and those of people whose objections they decide.
    #[serde(skip)]
    pub people: Vec<dossier::PeriodPage>,
}

/// A rater's period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PeriodPage {
    /// Its id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// First and last day.
    pub range: String,
    /// The rater's name.
    pub rater: String,
    /// What waits in it.
    pub due: Vec<DueRow>,
    /// Names of the components.
    pub components: Vec<String>,
    /// Name of the outcome.
    pub outcome_label: String,
    /// Subordinates.
    pub subordinates: Vec<PersonRow>,
    /// How their outcomes are spread.
    pub spread: SpreadView,
    /// Objections to decide.
    pub objections: Vec<ObjectionRow>,
}

/// An objection to decide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ObjectionRow {
    /// Who objected.
    pub name: String,
    /// Their page.
    pub href: String,
    /// Who rated.
    pub rater: String,
    /// When it was handed in.
    pub day: Day,
    /// When it was decided.
    pub decided: Option<Day>,
}

/// Ids of everybody who rates somebody or decides an objection, in order.
pub fn raters(scene: &Scene) -> Vec<String> {
    let mut raters = BTreeSet::new();
    for insight in scene.survey {
        raters.extend(insight.progress.values().filter_map(|progress| progress.superior.clone()));
        raters.extend(contested(scene, insight).map(|(_, decider, _)| decider));
    }
    raters.into_iter().collect()
}

/// People who objected, each with who decides and when it was handed in: the superior of the one who rated.
fn contested<'s>(
    scene: &'s Scene,
    insight: &'s PeriodInsight,
) -> impl Iterator<Item = (&'s str, String, Date)> {
    let roster = scene.agency.roster_of(insight.period);
    insight.period.dossiers.iter().filter_map(move |(person, dossier)| {
        let day = dossier.objection.data()?.date.value;
        let rater = insight.progress.get(person)?.superior.as_deref()?;
        Some((person.as_str(), roster.superior_on(rater, day)?.to_owned(), day))
    })
}

fn page_path(period: &str, person: &str) -> String {
    format!("{period}/{person}.html")
}

/// What a rater may know.
pub fn root(scene: &Scene, checked: &Checked, rater: &str) -> Root {
    let is_theirs = |insight: &PeriodInsight, person: &str| {
        insight.progress.get(person).is_some_and(|progress| progress.superior.as_deref() == Some(rater))
    };
    let link = |insight: &PeriodInsight, person: &str| Some(page_path(&insight.period.id, person));
    let mut periods = vec![];
    let mut people = vec![];
    for insight in scene.survey.iter().rev() {
        let decides: Vec<(&str, Date)> = contested(scene, insight)
            .filter(|(_, decider, _)| decider == rater)
            .map(|(person, _, day)| (person, day))
            .collect();
        let own: Vec<&str> =
            insight.progress.keys().map(String::as_str).filter(|person| is_theirs(insight, person)).collect();
        if own.is_empty() && decides.is_empty() {
            continue;
        }
        let id = insight.period.id.as_str();
        let mut shown: Vec<&str> = own.iter().copied().chain(decides.iter().map(|(id, _)| *id)).collect();
        shown.sort_unstable();
        shown.dedup();
        people.extend(shown.into_iter().filter_map(|person| {
            dossier::period_page(scene, insight, person, Audience::Rater, checked.is_held(id, person))
        }));
        periods.push(PeriodPage {
            id: id.to_owned(),
            label: scene.period(insight.period),
            range: scene.range(insight.period),
            rater: scene.name(rater),
            due: due_rows(scene, std::iter::once(insight), is_theirs, link),
            components: component_labels(scene, insight),
            outcome_label: outcome_label(scene, insight),
            subordinates: own
                .iter()
                .map(|person| person_row(scene, checked, insight, person, page_path(id, person)))
                .collect(),
            spread: spread_view(scene, insight, &spread_of(insight, |person, _| is_theirs(insight, person))),
            objections: decides.iter().map(|(person, day)| objection(scene, insight, person, *day)).collect(),
        });
    }
    let person = scene.agency.people.get(rater);
    let post = person.and_then(|person| person.assignment_on(scene.agency.today));
    Root {
        id: rater.to_owned(),
        name: scene.name(rater),
        position: post.map(|post| post.position.value.clone()),
        due: due_rows(scene, scene.survey.iter(), is_theirs, link),
        periods,
        people,
    }
}

fn objection(scene: &Scene, insight: &PeriodInsight, person: &str, day: Date) -> ObjectionRow {
    let decision = insight.period.dossiers.get(person).and_then(|dossier| dossier.decision.data());
    let superior = insight.progress.get(person).and_then(|progress| progress.superior.as_deref());
    ObjectionRow {
        name: scene.name(person),
        href: page_path(&insight.period.id, person),
        rater: superior.map(|superior| scene.name(superior)).unwrap_or_default(),
        day: scene.day(day),
        decided: decision.map(|decision| scene.day(decision.date.value)),
    }
}
