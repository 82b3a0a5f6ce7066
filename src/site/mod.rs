//! Pages: views through templates.
//!
//! Takes views, gives HTML, SVG charts, style sheets and downloads as bytes. Must never reach behind a view.

#[cfg(test)]
mod calibration_tests;
mod chart;
mod checks;
mod chrome;
mod employees;
#[cfg(test)]
mod growth_tests;
mod html;
mod markdown;
mod personnel;
mod public;
#[cfg(test)]
mod public_tests;
mod raters;
mod templates;
#[cfg(test)]
mod tests;

use rayon::prelude::*;
use serde::Serialize;

pub use checks::Check;
pub use templates::{Override, TemplateError};

use crate::view::calibration::Calibrations;
use crate::view::public::Pages;
use crate::view::{Scene, employee, rater};
use chrome::{Chrome, NavLink};
use templates::Engine;

/// What the pages are made from.
#[derive(Clone, Copy)]
pub struct Inputs<'a> {
    /// What pages on people are made from.
    pub scene: Scene<'a>,
    /// The public pages. `None` where nothing may be published.
    pub public: Option<&'a Pages>,
    /// Pages on which documents are checked; made only beside public pages.
    pub checks: &'a [Check],
    /// The agency's own templates.
    pub overrides: &'a [Override],
    /// The version of the tool, as pages say it.
    pub tool: &'a str,
}

/// A file of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its path from the output directory, with `/` between its parts.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// The site.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Site {
    /// The roots, such as `public` or `employees/dewi`, in order.
    pub roots: Vec<String>,
    /// The pages of all roots, sorted by path.
    pub pages: Vec<File>,
    /// Files that every root holds under `<root>/<path>`.
    pub assets: Vec<File>,
}

impl Site {
    /// Every file with its full path: the pages, and each root's copy of the assets.
    pub fn files(&self) -> impl Iterator<Item = (String, &[u8])> {
        let pages = self.pages.iter().map(|page| (page.path.clone(), page.bytes.as_slice()));
        let assets = self.roots.iter().flat_map(|root| {
            self.assets.iter().map(move |asset| (format!("{root}/{}", asset.path), asset.bytes.as_slice()))
        });
        pages.chain(assets)
    }
}

/// Makes all pages. Where templates of the agency's own are broken, says which and why instead.
pub fn build(inputs: &Inputs) -> Result<Site, Vec<TemplateError>> {
    let scene = inputs.scene;
    let engine = Engine::new(scene.lang, inputs.overrides)?;
    let maker = Maker { engine, scene, inputs, calibrations: Calibrations::of(&scene) };
    let charges = rater::Charges::of(&scene);
    let mut jobs = vec![Job::Public, Job::Personnel];
    jobs.extend(employee::people(scene.survey).into_iter().map(Job::Employee));
    jobs.extend(employee::people(scene.survey).into_iter().map(Job::PersonnelOn));
    jobs.extend(charges.raters().map(|id| Job::Rater(&charges, id)));
    let made: Vec<Result<Vec<File>, TemplateError>> = jobs.par_iter().map(|job| maker.make(job)).collect();
    let mut site = Site { assets: maker.engine.assets(), ..Site::default() };
    let mut errors = vec![];
    for result in made {
        match result {
            Ok(pages) => site.pages.extend(pages),
            Err(error) => errors.push(error),
        }
    }
    if !errors.is_empty() {
        errors.sort();
        errors.dedup();
        return Err(errors);
    }
    site.pages.sort_by(|a, b| a.path.cmp(&b.path));
    site.roots = roots(&site.pages);
    Ok(site)
}

/// The roots that pages lie in.
fn roots(pages: &[File]) -> Vec<String> {
    let mut roots: Vec<String> = pages
        .iter()
        .map(|page| {
            let mut parts = page.path.split('/');
            match (parts.next(), parts.next()) {
                (Some(first @ ("employees" | "raters")), Some(person)) => format!("{first}/{person}"),
                (first, _) => first.unwrap_or_default().to_owned(),
            }
        })
        .collect();
    roots.dedup();
    roots
}

/// A root, or a part of one that can be made by itself.
enum Job<'a> {
    Public,
    Employee(&'a str),
    Rater(&'a rater::Charges<'a>, &'a str),
    /// The office's pages but for those on each person.
    Personnel,
    /// The office's pages on a person.
    PersonnelOn(&'a str),
}

struct Maker<'a> {
    engine: Engine,
    scene: Scene<'a>,
    inputs: &'a Inputs<'a>,
    calibrations: Calibrations<'a>,
}

/// A root that pages are made for.
struct Room {
    /// Its path from the output directory.
    path: String,
    /// Its name in the masthead.
    name: &'static str,
    /// Who alone may read it; nobody in particular for the public.
    confidential: Option<&'static str>,
    /// Its menu.
    nav: Vec<NavLink>,
}

impl Maker<'_> {
    fn make(&self, job: &Job) -> Result<Vec<File>, TemplateError> {
        match job {
            Job::Public => self.public(),
            Job::Employee(person) => self.employee(person),
            Job::Rater(charges, person) => self.rater(charges, person),
            Job::Personnel => self.personnel(),
            Job::PersonnelOn(person) => self.personnel_on(person),
        }
    }

    fn word(&self, key: &'static str) -> &'static str {
        self.scene.word(key)
    }

    /// Makes a page of a room.
    fn page<T: Serialize>(
        &self,
        room: &Room,
        template: &str,
        path: &str,
        title: &str,
        page: &T,
    ) -> Result<File, TemplateError> {
        let chrome = Chrome::new(self, room, path, title);
        let bytes = self.engine.render(template, &chrome, page)?.into_bytes();
        Ok(File { path: format!("{}/{path}", room.path), bytes })
    }
}
