//! The pages of the public root.

use super::chrome::NavLink;
use super::{File, Maker, Room, TemplateError};
use crate::view::public::Pages;

impl Maker<'_> {
    /// Makes the public root; nothing where nothing may be published.
    pub(super) fn public(&self) -> Result<Vec<File>, TemplateError> {
        let Some(pages) = self.inputs.public else { return Ok(vec![]) };
        let room = Room {
            path: "public".to_owned(),
            name: self.word("root-public"),
            confidential: None,
            nav: self.menu(pages),
        };
        let mut files = vec![self.page(
            &room,
            "public/index.html",
            "index.html",
            self.word("root-public"),
            &pages.home,
        )?];
        for (path, page) in &pages.periods {
            let title = format!("{} \u{b7} {}", self.word("public-goals"), page.label);
            files.push(self.page(&room, "public/goals.html", path, &title, page)?);
        }
        for (path, page) in &pages.methods {
            files.push(self.page(
                &room,
                "public/methodology.html",
                path,
                self.word("public-method"),
                page,
            )?);
        }
        for (path, page) in &pages.own {
            files.push(self.page(&room, "public/page.html", path, &page.title, page)?);
        }
        let title = self.word("public-not-found");
        files.push(self.page(&room, "public/404.html", "404.html", title, &())?);
        files.extend(self.checks(&room)?);
        Ok(files)
    }

    fn menu(&self, pages: &Pages) -> Vec<NavLink> {
        let home = std::iter::once(NavLink::new(self.word("public-home"), "index.html"));
        let goals = (!pages.home.current_href.is_empty())
            .then(|| NavLink::new(self.word("public-goals"), &pages.home.current_href));
        let method = pages.methods.first().map(|(path, _)| NavLink::new(self.word("public-method"), path));
        let own = pages.own.iter().map(|(path, page)| NavLink::new(&page.title, path));
        let path = format!("{}/index.html", super::checks::FOLDER);
        let check = (!self.inputs.checks.is_empty()).then(|| NavLink::new(self.word("check-title"), &path));
        home.chain(goals).chain(method).chain(own).chain(check).collect()
    }
}
