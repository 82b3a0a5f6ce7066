//! Pages of each rater's root.

use super::chrome::NavLink;
use super::{File, Maker, Room, TemplateError};
use crate::view::rater;

impl Maker<'_> {
    pub(super) fn rater(&self, charges: &rater::Charges, person: &str) -> Result<Vec<File>, TemplateError> {
        let root = rater::root(&self.scene, charges, &self.calibrations, person);
        let nav = std::iter::once(NavLink::new(self.word("what-waits"), "index.html"))
            .chain(root.periods.iter().map(|page| NavLink::new(&page.label, &format!("{}.html", page.id))));
        let room = Room {
            path: format!("raters/{person}"),
            name: self.word("root-rater"),
            confidential: Some(self.word("confidential-rater")),
            nav: nav.collect(),
        };
        let mut pages = vec![self.page(&room, "rater/index.html", "index.html", &root.name, &root)?];
        for page in &root.periods {
            let path = format!("{}.html", page.id);
            let title = format!("{} \u{b7} {}", page.label, root.name);
            pages.push(self.page(&room, "rater/period.html", &path, &title, page)?);
        }
        for page in &root.people {
            let path = format!("{}/{}.html", page.id, page.head.id);
            let title = format!("{} \u{b7} {}", page.label, page.head.name);
            pages.push(self.page(&room, "employee/period.html", &path, &title, page)?);
        }
        Ok(pages)
    }
}
