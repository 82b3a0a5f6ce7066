//! The printed documents of a build: which there are, and making them.

mod checks;
mod compose;
mod office;
mod orders;
mod pack;
mod papers;
mod sealing;
pub(super) mod signed;
mod uncoded;

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::Stop;
use super::terminal::Terminal;
use super::workspace::{Surveyed, Workspace};
use crate::pdf::{Image, Press};
use crate::publish::Content;
use crate::report::document::Document;
use crate::report::forms::Setup;
use crate::report::render;
use crate::schema::agency::Paper;
use crate::schema::events::DocumentKind;
use crate::site::Check;
use crate::text::Lang;
use crate::view::DocumentFile;

use compose::compose;
pub(super) use orders::Order;
pub(super) use pack::named;
pub(super) use sealing::{Found, Sealing};
pub(super) use signed::SIGNED;
use signed::SignedFiles;
pub(super) use uncoded::uncoded;

/// All documents of a build.
#[derive(Default)]
pub(super) struct Documents {
    /// Bytes by path in the output.
    pub(super) files: BTreeMap<String, Content>,
    /// Where they lie, for the links on pages.
    pub(super) links: Vec<DocumentFile>,
    /// Reports for the public, by period: where they lie from the public root.
    pub(super) public: BTreeMap<String, String>,
    /// How many different documents there are.
    pub(super) count: usize,
    /// Pages on which those with a code are checked.
    pub(super) checks: Vec<Check>,
}

/// What documents are made with.
pub(super) struct Means {
    setup: Setup,
    press: Press,
    /// What codes are made with. `None` if the agency has no key.
    pub(super) sealing: Option<Sealing>,
}

impl Means {
    /// Those of an agency.
    pub(super) fn of(workspace: &Workspace, terminal: &Terminal) -> Result<Means, Stop> {
        Ok(Means {
            setup: setup(workspace, terminal),
            press: Press::new().map_err(|error| Stop::could_not(error.to_string()))?,
            sealing: Sealing::of(workspace, terminal)?,
        })
    }

    /// The document of an order with its code. `None` where there is nothing to say yet.
    fn document(&self, surveyed: &Surveyed, order: &Order) -> Option<Document> {
        let mut document = compose(surveyed, order, &self.setup)?;
        if let Some(sealing) = &self.sealing {
            sealing.put(order, &mut document, order.lang(surveyed));
        }
        Some(document)
    }
}

/// How an agency's documents are printed. Without a usable emblem an empty frame is printed.
fn setup(workspace: &Workspace, terminal: &Terminal) -> Setup {
    let config = workspace.agency.config.as_ref();
    let emblem = config.and_then(|config| config.emblem.as_ref()).and_then(|name| {
        let path = format!("content/assets/{}", name.value);
        let read = workspace.sources.bytes(&path)?.map_err(|reason| reason.to_string());
        match read.and_then(|bytes| Image::read(&bytes).map_err(|reason| reason.to_string())) {
            Ok(image) => Some(image),
            Err(reason) => {
                terminal.say("say-unreadable", &[("path", &path), ("reason", &reason)]);
                None
            }
        }
    });
    Setup::new(config.map_or(Paper::A4, |config| config.paper), emblem)
}

/// Makes the documents of all people and units.
pub(super) fn make(surveyed: &Surveyed, terminal: &Terminal) -> Result<Documents, Stop> {
    let means = Means::of(surveyed.workspace, terminal)?;
    let orders = orders::orders(surveyed);
    let printed: Result<Vec<_>, Stop> =
        orders.par_iter().map(|order| produce(surveyed, order, &means, terminal)).collect();
    let signed = SignedFiles::of(surveyed.workspace);
    let (mut differing, mut missing) = (vec![], vec![]);
    let mut documents = Documents::default();
    let lang = surveyed.workspace.agency.lang();
    let mut made = vec![];
    for (order, content) in orders.iter().zip(printed?) {
        if let Some(content) = content {
            let chosen = signed.choose(order, content.clone());
            made.push((order, [content, chosen.content.clone()]));
            let name = order.file_name(order.lang(surveyed));
            missing.extend(chosen.missing);
            differing.extend(chosen.differs_from.map(|signed| format!("{name} ({signed})")));
            documents.add(order, chosen.content, lang);
        }
    }
    if !missing.is_empty() {
        terminal.say("say-signed-missing", &[("files", &missing.join(", "))]);
    }
    if !differing.is_empty() {
        terminal.say("say-signed-differs", &[("documents", &differing.join(", "))]);
    }
    documents.checks = checks::checks(surveyed, &made, &means, terminal)?;
    Ok(documents)
}

impl Documents {
    fn add(&mut self, order: &Order, content: Content, lang: Lang) {
        let (office, own) = (order.office_path(lang), order.own_path(lang));
        for rater in &order.raters {
            self.files.insert(format!("raters/{rater}/{office}"), content.clone());
        }
        for person in &order.own {
            self.files.insert(format!("employees/{person}/{own}"), content.clone());
        }
        if let Some(public) = order.public_path(lang) {
            self.files.insert(format!("public/{public}"), content.clone());
            self.public.insert(order.insight.period.id.clone(), public);
        }
        self.files.insert(format!("personnel/{office}"), content);
        self.count += 1;
        self.links.push(DocumentFile {
            period: order.insight.period.id.clone(),
            subject: order.subject.clone(),
            kind: order.kind,
            own: (!order.own.is_empty()).then_some(own),
            office,
            raters: order.raters.iter().map(|rater| (*rater).to_owned()).collect(),
        });
    }
}

/// Makes and prints the document of an order, and says which characters its font lacks. `None` where there is nothing to
/// say yet.
pub(super) fn produce(
    surveyed: &Surveyed,
    order: &Order,
    means: &Means,
    terminal: &Terminal,
) -> Result<Option<Content>, Stop> {
    let rendered = match order.kind {
        DocumentKind::Pack => pack::pack(surveyed, order, means),
        _ => means.document(surveyed, order).map(|document| render(&document, &means.press)),
    };
    let rendered = rendered.transpose().map_err(|error| Stop::could_not(error.to_string()))?;
    if let Some(rendered) = rendered.as_ref().filter(|rendered| !rendered.missing.is_empty()) {
        let letters: String = rendered.missing.iter().collect();
        let document = order.file_name(order.lang(surveyed));
        terminal.say("say-missing-glyphs", &[("document", &document), ("letters", &letters)]);
    }
    Ok(rendered.map(|rendered| Content::from(rendered.bytes)))
}
