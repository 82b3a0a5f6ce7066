//! Pages of each person's own root.

use super::chrome::NavLink;
use super::{File, Maker, Room, TemplateError};
use crate::view::derivation::Audience;
use crate::view::employee;

impl Maker<'_> {
    pub(super) fn employee(&self, person: &str) -> Result<Vec<File>, TemplateError> {
        let Some(root) = employee::root(&self.scene, person, Audience::Own) else {
            return Ok(vec![]);
        };
        let nav = std::iter::once(NavLink::new(self.word("portfolio"), "index.html"))
            .chain(root.periods.iter().map(|page| NavLink::new(&page.label, &format!("{}.html", page.id))));
        let room = Room {
            path: format!("employees/{person}"),
            name: self.word("root-employee"),
            confidential: Some(self.word("confidential-own")),
            nav: nav.collect(),
        };
        let name = &root.portfolio.head.name;
        let mut pages = vec![self.page(&room, "employee/index.html", "index.html", name, &root.portfolio)?];
        for page in &root.periods {
            let title = format!("{} \u{b7} {name}", page.label);
            pages.push(self.page(
                &room,
                "employee/period.html",
                &format!("{}.html", page.id),
                &title,
                page,
            )?);
        }
        Ok(pages)
    }
}
