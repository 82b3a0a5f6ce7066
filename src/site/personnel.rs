//! Pages of the personnel office.

use super::chrome::NavLink;
use super::{File, Maker, Room, TemplateError};
use crate::view::derivation::Audience;
use crate::view::{employee, personnel};

impl Maker<'_> {
    fn office(&self) -> Room {
        let mut nav = vec![
            NavLink::new(self.word("home"), "index.html"),
            NavLink::new(self.word("directory"), "people.html"),
        ];
        nav.extend(self.scene.survey.iter().rev().map(|insight| {
            let label = self.scene.period(insight.period);
            NavLink::new(&label, &format!("periods/{}.html", insight.period.id))
        }));
        nav.push(NavLink::new(self.word("development"), "development.html"));
        if let Some(newest) = self.scene.survey.last() {
            let path = |kind: &str| format!("periods/{}-{kind}.html", newest.period.id);
            nav.push(NavLink::new(self.word("talent"), &path("talent")));
            if !newest.goals.is_empty() {
                nav.push(NavLink::new(self.word("goals-of-period"), &path("goals")));
            }
        }
        if self.scene.survey.len() > 1 {
            nav.push(NavLink::new(self.word("trends"), "trends.html"));
        }
        nav.push(NavLink::new(self.word("awards"), "awards.html"));
        nav.extend(
            personnel::own_pages(&self.scene)
                .iter()
                .map(|page| NavLink::new(&page.title, &format!("pages/{}.html", page.slug))),
        );
        Room {
            path: "personnel".to_owned(),
            name: self.word("root-personnel"),
            confidential: Some(self.word("confidential-personnel")),
            nav,
        }
    }

    pub(super) fn personnel(&self) -> Result<Vec<File>, TemplateError> {
        let scene = &self.scene;
        let room = self.office();
        let mut pages = vec![
            self.page(&room, "personnel/home.html", "index.html", room.name, &personnel::home(scene))?,
            self.page(
                &room,
                "personnel/people.html",
                "people.html",
                self.word("directory"),
                &personnel::directory(scene),
            )?,
            self.page(
                &room,
                "personnel/awards.html",
                "awards.html",
                self.word("awards"),
                &personnel::awards(scene),
            )?,
        ];
        let development = personnel::development(scene);
        let title = self.word("development");
        pages.push(self.page(
            &room,
            "personnel/development.html",
            "development.html",
            title,
            &development,
        )?);
        if let Some(trends) = personnel::trends(scene) {
            let title = self.word("trends");
            pages.push(self.page(&room, "personnel/trends.html", "trends.html", title, &trends)?);
        }
        for insight in scene.survey {
            let id = &insight.period.id;
            let label = scene.period(insight.period);
            let path = |kind: &str| format!("periods/{id}{kind}.html");
            let title = |key: &'static str| format!("{} \u{b7} {label}", self.word(key));
            let dashboard = personnel::dashboard(scene, insight);
            pages.push(self.page(&room, "personnel/period.html", &path(""), &label, &dashboard)?);
            let due = personnel::due_list(scene, insight);
            pages.push(self.page(&room, "personnel/due.html", &path("-due"), &title("who-owes"), &due)?);
            let recap = personnel::recap(scene, insight);
            pages.push(self.page(&room, "personnel/recap.html", &path("-recap"), &title("recap"), &recap)?);
            if let Some(page) = personnel::calibration(scene, &self.calibrations, insight) {
                let (path, title) = (path("-calibration"), title("calibration"));
                pages.push(self.page(&room, "personnel/calibration.html", &path, &title, &page)?);
            }
            if let Some(page) = personnel::needs(scene, insight) {
                let (path, title) = (path("-needs"), title("needs-of-period"));
                pages.push(self.page(&room, "personnel/needs.html", &path, &title, &page)?);
            }
            if let Some(page) = personnel::talent(scene, insight) {
                let (path, title) = (path("-talent"), title("talent"));
                pages.push(self.page(&room, "personnel/talent.html", &path, &title, &page)?);
            }
            if let Some(page) = personnel::goals(scene, insight) {
                let (path, title) = (path("-goals"), title("goals-of-period"));
                pages.push(self.page(&room, "personnel/goals.html", &path, &title, &page)?);
            }
        }
        for page in personnel::own_pages(scene) {
            let path = format!("pages/{}.html", page.slug);
            pages.push(self.page(&room, "personnel/page.html", &path, &page.title, &page)?);
        }
        Ok(pages)
    }

    pub(super) fn personnel_on(&self, person: &str) -> Result<Vec<File>, TemplateError> {
        let root = employee::root(&self.scene, person, Audience::Personnel);
        let Some(mut root) = root else { return Ok(vec![]) };
        root.portfolio.stem = format!("{person}/");
        let room = self.office();
        let name = &root.portfolio.head.name;
        let path = format!("people/{person}.html");
        let mut pages = vec![self.page(&room, "employee/index.html", &path, name, &root.portfolio)?];
        for page in &root.periods {
            let path = format!("people/{person}/{}.html", page.id);
            let title = format!("{} \u{b7} {name}", page.label);
            pages.push(self.page(&room, "employee/period.html", &path, &title, page)?);
        }
        Ok(pages)
    }
}
