//! The printed documents of a build: which there are, and making them.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::Stop;
use super::terminal::Terminal;
use super::workspace::{Surveyed, Workspace};
use crate::calendar::Date;
use crate::insight::PeriodInsight;
use crate::pdf::{Image, Press};
use crate::publish::Content;
use crate::report::document::Document;
use crate::report::forms::{self, Setup};
use crate::report::render;
use crate::schema::agency::Paper;
use crate::schema::events::DocumentKind;
use crate::text::{Lang, phrase};
use crate::view::form;
use crate::view::{DocumentFile, RecapFile};

/// A document of one person in one period, and the roots that hold it.
struct Sheet<'a> {
    insight: &'a PeriodInsight<'a>,
    person: &'a str,
    kind: DocumentKind,
    /// Whether the person may see it already.
    open: bool,
}

/// All documents of a build.
pub(super) struct Documents {
    /// Bytes by path in the output.
    pub(super) files: BTreeMap<String, Content>,
    /// Those the people themselves may see, for the links on their pages.
    pub(super) links: Vec<DocumentFile>,
    /// Recaps, for the links on the pages of the personnel office.
    pub(super) recaps: Vec<RecapFile>,
    /// How many different documents there are.
    pub(super) count: usize,
}

/// The name of a document kind in the names of files.
pub(super) fn kind_name(kind: DocumentKind, lang: Lang) -> &'static str {
    phrase(
        lang,
        match kind {
            DocumentKind::Plan => "file-plan",
            DocumentKind::Evaluation => "file-evaluation",
            DocumentKind::EvaluationDocument => "file-evaluation-document",
        },
    )
}

/// How an agency's documents are printed. Without a usable emblem an empty frame is printed.
pub(super) fn setup(workspace: &Workspace, terminal: &Terminal) -> Setup {
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
    let workspace = surveyed.workspace;
    let press = Press::new().map_err(|error| Stop::could_not(error.to_string()))?;
    let setup = setup(workspace, terminal);
    let sheets: Vec<Sheet> =
        surveyed.survey.iter().flat_map(|insight| sheets_of(insight, workspace.agency.today)).collect();
    let units = recaps(surveyed);
    let agency = &workspace.agency;
    let lang = agency.lang();
    let people: Result<Vec<_>, Stop> = sheets
        .par_iter()
        .map(|sheet| {
            let card = sheet.insight.scorecards.get(sheet.person);
            let view = form::form(agency, sheet.insight.period, sheet.person, card, lang);
            let document = view.map(|view| forms::document(sheet.kind, &view, &setup));
            document.map(|document| print(&document, &press, terminal)).transpose()
        })
        .collect();
    let recaps: Result<Vec<_>, Stop> = units
        .par_iter()
        .map(|(insight, unit)| {
            let view = form::recap(agency, insight, *unit, lang);
            view.map(|view| print(&forms::recap(&view, &setup), &press, terminal)).transpose()
        })
        .collect();
    let mut documents = Documents { files: BTreeMap::new(), links: vec![], recaps: vec![], count: 0 };
    for (sheet, content) in sheets.iter().zip(people?) {
        documents.count += usize::from(content.is_some());
        if let Some(content) = content {
            documents.add(sheet, content, lang);
        }
    }
    for ((insight, unit), content) in units.iter().zip(recaps?) {
        documents.count += usize::from(content.is_some());
        let Some(content) = content else { continue };
        let unit_name = unit.unwrap_or(phrase(lang, "file-whole"));
        let path = format!("{}/{}-{unit_name}.pdf", phrase(lang, "file-recaps"), insight.period.id);
        documents.files.insert(format!("personnel/{path}"), content);
        let (period, unit) = (insight.period.id.clone(), unit.map(str::to_owned));
        documents.recaps.push(RecapFile { period, unit, path });
    }
    Ok(documents)
}

impl Documents {
    fn add(&mut self, sheet: &Sheet, content: Content, lang: Lang) {
        let (period, person) = (&sheet.insight.period.id, sheet.person);
        let (folder, kind) = (phrase(lang, "file-documents"), kind_name(sheet.kind, lang));
        let rater = sheet.insight.progress.get(person).and_then(|progress| progress.superior.as_deref());
        let member = rater.filter(|rater| *rater != person);
        let office = format!("{folder}/{period}/{person}-{kind}.pdf");
        self.files.insert(format!("personnel/{office}"), content.clone());
        if let Some(rater) = member {
            self.files.insert(format!("raters/{rater}/{office}"), content.clone());
        }
        let own = sheet.open.then(|| format!("{folder}/{period}-{kind}.pdf"));
        if let Some(own) = &own {
            self.files.insert(format!("employees/{person}/{own}"), content);
        }
        let (period, person) = (period.clone(), person.to_owned());
        self.links.push(DocumentFile { period, person, kind: sheet.kind, own, office });
    }
}

/// The plan once there is one; evaluations once the superior has rated, open to the person once released.
fn sheets_of<'a>(insight: &'a PeriodInsight<'a>, today: Date) -> Vec<Sheet<'a>> {
    let mut sheets = vec![];
    for person in insight.scorecards.keys() {
        let Some(dossier) = insight.period.dossiers.get(person) else { continue };
        if dossier.plan.get().is_some() {
            sheets.push(Sheet { insight, person, kind: DocumentKind::Plan, open: true });
        }
        if dossier.supervisor.get().is_some() {
            let open = dossier.released().is_some_and(|released| released <= today);
            sheets.push(Sheet { insight, person, kind: DocumentKind::Evaluation, open });
            sheets.push(Sheet { insight, person, kind: DocumentKind::EvaluationDocument, open });
        }
    }
    sheets
}

/// A recap of every unit and of the whole agency in every period. Where somebody is withheld there is none: it would
/// be wrong without them.
fn recaps<'a>(surveyed: &'a Surveyed<'a>) -> Vec<(&'a PeriodInsight<'a>, Option<&'a str>)> {
    let mut recaps = vec![];
    for insight in &surveyed.survey {
        if surveyed.checked.any_held(&insight.period.id) {
            continue;
        }
        let units = surveyed.checked.agency.roster_of(insight.period).units;
        let has_people = |unit: &str| {
            insight
                .progress
                .values()
                .filter_map(|one| one.unit.as_deref())
                .any(|own| units.is_within(own, unit))
        };
        let named = units.iter().map(|unit| unit.id.value.as_str()).filter(|unit| has_people(unit));
        recaps.extend(named.map(|unit| (insight, Some(unit))));
        recaps.push((insight, None));
    }
    recaps
}

/// Prints a document, and says which characters its font lacks.
pub(super) fn print(document: &Document, press: &Press, terminal: &Terminal) -> Result<Content, Stop> {
    let rendered = render(document, press).map_err(|error| Stop::could_not(error.to_string()))?;
    if !rendered.missing.is_empty() {
        let letters: String = rendered.missing.iter().collect();
        terminal.say("say-missing-glyphs", &[("document", &document.title), ("letters", &letters)]);
    }
    Ok(Content::from(rendered.bytes))
}
