//! What surrounds every page.

use serde::Serialize;

use super::{Maker, Room};
use crate::text;

/// A link of a room's menu.
#[derive(Debug, Clone, Serialize)]
pub(super) struct NavLink {
    label: String,
    href: String,
    current: bool,
}

impl NavLink {
    pub(super) fn new(label: &str, href: &str) -> Self {
        NavLink { label: label.to_owned(), href: href.to_owned(), current: false }
    }
}

/// What surrounds a page: names, menu, and the way up to its root.
#[derive(Debug, Serialize)]
pub(super) struct Chrome {
    lang: &'static str,
    title: String,
    agency: String,
    root: &'static str,
    confidential: Option<&'static str>,
    public: bool,
    nav: Vec<NavLink>,
    up: String,
    today: String,
    tool: String,
}

impl Chrome {
    pub(super) fn new(maker: &Maker, room: &Room, path: &str, title: &str) -> Self {
        let config = maker.scene.agency.config.as_ref();
        let agency = config.map_or_else(String::new, |config| maker.scene.label(&config.name.value));
        let short = config.and_then(|config| config.short.as_ref());
        let short = short.map_or_else(|| agency.clone(), |short| maker.scene.label(&short.value));
        let nav = room.nav.iter().cloned().map(|link| NavLink { current: link.href == path, ..link });
        Chrome {
            lang: maker.scene.lang.tag(),
            title: format!("{title} \u{b7} {short}"),
            agency,
            root: room.name,
            confidential: room.confidential,
            public: room.confidential.is_none(),
            nav: nav.collect(),
            up: "../".repeat(path.matches('/').count()),
            today: text::date(maker.scene.lang, maker.scene.agency.today),
            tool: maker.inputs.tool.to_owned(),
        }
    }
}
