//! The rules.
//!
//! Takes the model, its frameworks and locks, gives findings and a `Checked` model that later rooms may trust. One
//! file holds one family of rules. Must never change what was written.

mod cascade;
mod colleagues;
mod deadlines;
mod dossier;
mod events;
mod figures;
mod files;
mod frameworks;
mod goals;
mod held;
mod identity;
mod integration;
mod names;
mod organisation;
mod parts;
mod people;
mod periods;
mod plans;
mod ratings;
mod realisation;
mod reviews;
mod scene;
mod sections;
mod settings;
mod stages;
mod supervision;
mod units;
mod valued;

use rayon::prelude::*;

use crate::diagnostic::{Finding, Findings};
use crate::model::Agency;
use crate::provenance;
use crate::source::Sources;

use dossier::Case;
use held::Held;
use scene::Scene;

/// An agency that was checked. People whose files have errors are withheld from everything computed from it.
#[derive(Debug)]
pub struct Checked<'a> {
    /// The agency.
    pub agency: &'a Agency,
    held: Held,
}

impl<'a> Checked<'a> {
    /// Whether a person is withheld in a period, because a file of theirs has an error.
    pub fn is_held(&self, period: &str, person: &str) -> bool {
        self.held.holds(period, person)
    }

    /// Whether anybody is withheld in a period, so that no aggregate of it can be complete.
    pub fn any_held(&self, period: &str) -> bool {
        self.held.people(period).next().is_some()
    }

    /// The people who are withheld in a period, in order.
    pub fn held(&self, period: &'a str) -> impl Iterator<Item = &str> {
        self.held.people(period)
    }

    /// How many errors are nobody's own: in files that everybody depends on. Only without them can a build go on by
    /// withholding people.
    pub fn shared_errors(&self) -> usize {
        self.held.shared_errors()
    }
}

/// Checks an agency. Findings of reading come in, findings of all rules are added to them.
pub fn check<'a>(agency: &'a Agency, sources: &Sources, found: Findings) -> (Checked<'a>, Findings) {
    let scene = Scene::new(agency, sources, &found);
    let mut out: Vec<Finding> = vec![];
    settings::check(&scene, &mut out);
    files::check(&scene, &mut out);
    units::check(&scene, &mut out);
    people::check(&scene, &mut out);
    supervision::check(&scene, &mut out);
    periods::check(&scene, &mut out);
    frameworks::check(&scene, &mut out);
    for period in agency.periods.values() {
        goals::check(&scene, period, &mut out);
        figures::goals(period, &mut out);
        events::check_period(&scene, period, &mut out);
        organisation::check(&scene, period, &mut out);
        cascade::check_circles(period, &mut out);
        provenance::check(period, sources, &mut out);
    }
    out.extend(dossiers(&scene));
    let mut findings = found;
    findings.extend(out);
    let held = Held::by(&findings, agency, sources);
    (Checked { agency, held }, findings)
}

/// What is wrong with the dossiers of all periods, each person's on its own.
fn dossiers(scene: &Scene) -> Vec<Finding> {
    let cases: Vec<Case> =
        scene.agency.periods.values().flat_map(|period| Case::of_period(scene, period)).collect();
    cases
        .par_iter()
        .flat_map_iter(|case| {
            let mut out = vec![];
            dossier::check(case, &mut out);
            plans::check(case, &mut out);
            cascade::check(case, &mut out);
            reviews::check(case, &mut out);
            colleagues::check(case, &mut out);
            ratings::check(case, &mut out);
            realisation::check(case, &mut out);
            valued::check(case, &mut out);
            sections::check(case, &mut out);
            events::check(case, &mut out);
            parts::check(case, &mut out);
            stages::check(case, &mut out);
            deadlines::check(case, &mut out);
            out
        })
        .collect()
}
