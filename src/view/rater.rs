//! What someone who rates may know: their own subordinates, and the objections they decide.

mod mirror;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::calibration::Calibrations;
use super::derivation::Audience;
use super::dossier;
use super::parts::Day;
use super::scene::Scene;
use super::status::{
    DueRow, PersonRow, SpreadView, component_labels, due_rows, outcome_label, person_row, spread_view,
};
use crate::calendar::Date;
use crate::insight::{PeriodInsight, spread_of};
use crate::model::Agency;

pub use mirror::{MirrorRow, MirrorView};

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
    /// How their ratings stand.
    pub mirror: Option<MirrorView>,
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

/// Whom someone rates, and whose objections they decide, in one period.
#[derive(Debug, Default)]
struct Charge<'a> {
    own: Vec<&'a str>,
    decides: Vec<(&'a str, Date)>,
}

/// Everybody who rates somebody or decides an objection, each with whom, period by period.
#[derive(Debug)]
pub struct Charges<'a> {
    by_rater: BTreeMap<&'a str, Vec<(&'a PeriodInsight<'a>, Charge<'a>)>>,
}

impl<'a> Charge<'a> {
    /// Everybody whose ratings can be read because of it.
    fn shown(&self) -> BTreeSet<&'a str> {
        self.own.iter().copied().chain(self.decides.iter().map(|(person, _)| *person)).collect()
    }
}

impl<'a> Charges<'a> {
    /// Goes once through everybody.
    pub fn of(scene: &Scene<'a>) -> Self {
        let mut by_rater: BTreeMap<&str, Vec<(&PeriodInsight, Charge)>> = BTreeMap::new();
        for insight in scene.survey.iter().rev() {
            let mut charges: BTreeMap<&str, Charge> = BTreeMap::new();
            for (person, progress) in &insight.progress {
                if let Some(superior) = &progress.superior {
                    charges.entry(superior).or_default().own.push(person);
                }
            }
            for (person, decider, day) in contested(scene, insight) {
                charges.entry(decider).or_default().decides.push((person, day));
            }
            for (rater, charge) in charges {
                by_rater.entry(rater).or_default().push((insight, charge));
            }
        }
        Charges { by_rater }
    }

    /// Ids of the raters, in order.
    pub fn raters(&self) -> impl Iterator<Item = &'a str> {
        self.by_rater.keys().copied()
    }
}

/// People who objected, each with who decides and when it was handed in.
fn contested<'a>(
    scene: &Scene<'a>,
    insight: &'a PeriodInsight<'a>,
) -> impl Iterator<Item = (&'a str, &'a str, Date)> {
    let agency = scene.agency;
    insight.period.dossiers.iter().filter_map(move |(person, dossier)| {
        let day = dossier.objection.data()?.date.value;
        Some((person.as_str(), decider(agency, insight, person)?, day))
    })
}

/// Who decides on a person's objection: on the day it was handed in, the superior of the one who rated.
pub fn decider<'a>(agency: &'a Agency, insight: &'a PeriodInsight<'a>, person: &str) -> Option<&'a str> {
    let day = insight.period.dossiers.get(person)?.objection.data()?.date.value;
    let rater = insight.progress.get(person)?.superior.as_deref()?;
    agency.roster_of(insight.period).superior_on(rater, day)
}

fn page_path(period: &str, person: &str) -> String {
    format!("{period}/{person}.html")
}

/// What a rater may know.
pub fn root(scene: &Scene, charges: &Charges, calibrations: &Calibrations, rater: &str) -> Root {
    let link = |insight: &PeriodInsight, person: &str| Some(page_path(&insight.period.id, person));
    let charges = charges.by_rater.get(rater).map_or(&[][..], Vec::as_slice);
    let known = |period: &str| {
        let of_period = charges.iter().filter(|(insight, _)| insight.period.id == period);
        of_period.flat_map(|(_, charge)| charge.shown()).collect::<BTreeSet<&str>>()
    };
    let mut periods = vec![];
    let mut people = vec![];
    for (insight, charge) in charges {
        let id = insight.period.id.as_str();
        let own: BTreeSet<&str> = charge.own.iter().copied().collect();
        people.extend(charge.shown().into_iter().filter_map(|person| {
            let held = (scene.held)(id, person);
            let sees = |one: &PeriodInsight| known(&one.period.id).contains(person);
            let mut page = dossier::period_page(scene, insight, person, Audience::Rater, held, &sees)?;
            // Documents lie in the root of the superior, those of an objection in that of who decides too.
            let lies_here = |raters: &[String]| raters.iter().any(|one| one == rater);
            page.documents.retain(|document| own.contains(person) || lies_here(&document.raters));
            page.awards.iter_mut().for_each(|award| award.certificate = None);
            for part in page.periodic.iter_mut().flat_map(|periodic| &mut periodic.parts) {
                part.documents.retain(|_| own.contains(person));
            }
            page.what_ifs.retain(|_| charge.decides.iter().any(|(contested, _)| *contested == person));
            Some(page)
        }));
        periods.push(PeriodPage {
            id: id.to_owned(),
            label: scene.period(insight.period),
            range: scene.range(insight.period),
            rater: scene.name(rater),
            due: due_rows(scene, charge.own.iter().map(|person| (*insight, *person)), link),
            components: component_labels(scene, insight),
            outcome_label: outcome_label(scene, insight),
            subordinates: own
                .iter()
                .map(|person| person_row(scene, insight, person, page_path(id, person)))
                .collect(),
            spread: spread_view(scene, insight, &spread_of(insight, |person, _| own.contains(person))),
            mirror: mirror::mirror(scene, calibrations, insight, rater, &own, known),
            objections: charge
                .decides
                .iter()
                .map(|(person, day)| objection(scene, insight, person, *day))
                .collect(),
        });
    }
    let person = scene.agency.people.get(rater);
    let post = person.and_then(|person| person.assignment_on(scene.agency.today));
    let everybody =
        charges.iter().flat_map(|(insight, charge)| charge.own.iter().map(|person| (*insight, *person)));
    Root {
        id: rater.to_owned(),
        name: scene.name(rater),
        position: post.map(|post| post.position.value.clone()),
        due: due_rows(scene, everybody, link),
        periods,
        people,
    }
}

fn objection(scene: &Scene, insight: &PeriodInsight, person: &str, day: Date) -> ObjectionRow {
    let decision = insight.period.dossiers.get(person).and_then(|dossier| dossier.decided());
    let superior = insight.progress.get(person).and_then(|progress| progress.superior.as_deref());
    ObjectionRow {
        name: scene.name(person),
        href: page_path(&insight.period.id, person),
        rater: superior.map(|superior| scene.name(superior)).unwrap_or_default(),
        day: scene.day(day),
        decided: decision.map(|decision| scene.day(decision.data.date.value)),
    }
}
