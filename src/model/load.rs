//! From files to the agency.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::dossier::{Dossier, Filed, ReviewSide, Slot};
use super::people::{Leads, Person, Unit, Units};
use super::period::{Period, Sealed};
use super::topic::Names;
use super::{Agency, OwnPage};
use crate::calendar::{Date, Holidays};
use crate::diagnostic::{FileId, Finding, Findings, Span, code};
use crate::framework::{self, Framework, OwnFile, read_own};
use crate::schema::fields::{Fields, decode};
use crate::schema::kinds::{Kind, Located, locate};
use crate::schema::{agency, events, lock, period, person, plan, review};
use crate::source::yaml::{self, Limits, Node};
use crate::source::{Sources, csv, front_matter, markdown};

/// A file with its kind.
struct Known<'a> {
    file: FileId,
    text: &'a str,
    /// False if its bytes are no text or it may not be read; why is among the findings already. It counts as there all
    /// the same, so that nothing is said to be missing as well.
    readable: bool,
    at: Located<'a>,
}

impl Known<'_> {
    fn span(&self) -> Span {
        Span { file: self.file, start: 0, end: 0 }
    }
}

/// The agency's settings alone, if they can be read. What is wrong with them is said by [`load`].
pub fn config(sources: &Sources) -> Option<agency::Config> {
    let (file, source) = sources.find("rapor.yaml").filter(|(_, file)| file.is_readable())?;
    let known = Known { file, text: source.text(), readable: true, at: locate("rapor.yaml")? };
    yaml_file(&known, agency::config, &mut vec![])
}

/// Reads the agency out of its files, as seen on a day. Every problem of reading and decoding is among the findings.
pub fn load(sources: &Sources, today: Date) -> (Agency, Findings) {
    let mut out = vec![];
    let files: Vec<Known> = sources
        .iter()
        .filter(|(_, file)| !file.is_asset())
        .filter_map(|(id, file)| {
            let at = locate(file.path())?;
            Some(Known { file: id, text: file.text(), readable: file.is_readable(), at })
        })
        .collect();
    let config_file = sources.find("rapor.yaml").map_or(FileId(0), |(id, _)| id);
    let shared = |kind| files.iter().find(|known| known.at.kind == kind);
    let config = shared(Kind::Config).and_then(|known| yaml_file(known, agency::config, &mut out));
    let units = shared(Kind::Units)
        .and_then(|known| yaml_file(known, agency::units, &mut out))
        .map_or_else(Units::default, Units::from_file);
    let holidays: Holidays = shared(Kind::Holidays)
        .and_then(|known| yaml_file(known, agency::holidays, &mut out))
        .into_iter()
        .flatten()
        .map(|holiday| holiday.date.value)
        .collect();
    let trainings = shared(Kind::Trainings).and_then(|known| yaml_file(known, agency::trainings, &mut out));
    let projects = shared(Kind::Projects).and_then(|known| yaml_file(known, agency::projects, &mut out));
    let people = people(&files, &mut out);
    let frameworks = frameworks(&files, &mut out);
    let mut periods = periods(&files, &frameworks, &people, &mut out);
    dossiers(&files, &mut periods, today, &mut out);
    let pages = own_pages(&files, &mut out);
    let agency = Agency {
        config,
        config_file,
        today,
        units,
        holidays,
        trainings: trainings.unwrap_or_default(),
        projects: projects.unwrap_or_default(),
        leads: Leads::of(&people),
        people,
        periods,
        pages,
    };
    (agency, Findings::from(out))
}

fn yaml_tree(known: &Known, limits: Limits, out: &mut Vec<Finding>) -> Option<Node> {
    if !known.readable {
        return None;
    }
    match yaml::parse_within(limits, known.text, known.file, 0) {
        Ok(node) => Some(node),
        Err(findings) => {
            out.extend(findings);
            None
        }
    }
}

fn yaml_file<T>(
    known: &Known,
    kind: impl FnOnce(&mut Fields) -> Option<T>,
    out: &mut Vec<Finding>,
) -> Option<T> {
    let node = yaml_tree(known, Limits::WRITTEN, out)?;
    decode(file_name(known.at.kind), &node, out, kind)
}

/// What findings call a file of a kind.
fn file_name(kind: Kind) -> &'static str {
    crate::schema::kinds::KINDS.iter().find(|(_, known)| *known == kind).map_or("file", |(name, _)| name)
}

fn yaml_slot<T>(
    known: &Known,
    kind: impl FnOnce(&mut Fields) -> Option<T>,
    out: &mut Vec<Finding>,
) -> Slot<T> {
    match yaml_file(known, kind, out) {
        Some(data) => Slot::Here(Box::new(Filed {
            file: known.file,
            span: known.span(),
            name: known.at.name.to_owned(),
            data,
            passages: vec![],
        })),
        None => Slot::Broken(known.file),
    }
}

fn markdown_slot<T>(
    known: &Known,
    names: Names,
    kind: impl FnOnce(&mut Fields) -> Option<T>,
    out: &mut Vec<Finding>,
) -> Slot<T> {
    if !known.readable {
        return Slot::Broken(known.file);
    }
    let split = front_matter(known.text, known.file);
    let broken = !split.findings.is_empty();
    out.extend(split.findings);
    let Some(node) = split.yaml else {
        if !broken {
            out.push(Finding::new(code::FRONT_MATTER_MISSING, known.span()));
        }
        return Slot::Broken(known.file);
    };
    let Some(data) = decode(file_name(known.at.kind), &node, out, kind) else {
        return Slot::Broken(known.file);
    };
    let passages = match known.at.kind.headings() {
        Some(headings) => {
            let sections = markdown::sections(known.text, known.file, split.body_start);
            names.passages(known.file, sections, Some(headings))
        }
        None => names.whole(known.file, known.text, split.body_start),
    };
    Slot::Here(Box::new(Filed {
        file: known.file,
        span: node.span,
        name: known.at.name.to_owned(),
        data,
        passages,
    }))
}

fn people(files: &[Known], out: &mut Vec<Finding>) -> BTreeMap<String, Person> {
    let mut people = BTreeMap::new();
    for known in files.iter().filter(|known| known.at.kind == Kind::Person) {
        let data = yaml_file(known, person::person, out);
        let id = known.at.name.to_owned();
        people.insert(id.clone(), Person { id, file: known.file, span: known.span(), data });
    }
    if let Some(table) = files.iter().find(|known| known.at.kind == Kind::PeopleTable && known.readable) {
        let (rows, findings) = csv::read(table.text, table.file);
        out.extend(findings);
        for person in person::from_table(&rows, table.file, out) {
            match people.get(&person.id.value) {
                Some(first) => out.push(
                    Finding::new(code::DUPLICATE_ITEM, person.id.span)
                        .arg("found", person.id.value.clone())
                        .note(first.span, "first-given"),
                ),
                None => {
                    let (id, span) = (person.id.value.clone(), person.id.span);
                    people.insert(id.clone(), Person { id, file: table.file, span, data: person.data });
                }
            }
        }
    }
    people
}

fn frameworks(files: &[Known], out: &mut Vec<Finding>) -> BTreeMap<String, Option<Arc<Framework>>> {
    let own = files.iter().filter(|known| known.at.kind == Kind::Framework);
    let own: Vec<OwnFile> = own
        .map(|known| OwnFile {
            id: known.at.name,
            file: known.file,
            text: known.readable.then_some(known.text),
        })
        .collect();
    read_own(&own, out)
}

fn empty_period(id: &str, known: &Known) -> Period {
    Period {
        id: id.to_owned(),
        file: known.file,
        span: known.span(),
        data: None,
        exists: false,
        framework: None,
        framework_known: false,
        sealed: None,
        locked: false,
        goals: Slot::Absent,
        dossiers: BTreeMap::new(),
        dossier_places: BTreeMap::new(),
        meeting: Slot::Absent,
        awards: Slot::Absent,
        ledger: Slot::Absent,
    }
}

fn periods(
    files: &[Known],
    frameworks: &BTreeMap<String, Option<Arc<Framework>>>,
    people: &BTreeMap<String, Person>,
    out: &mut Vec<Finding>,
) -> BTreeMap<String, Period> {
    let mut periods: BTreeMap<String, Period> = BTreeMap::new();
    for known in files.iter().filter(|known| known.at.kind == Kind::Period) {
        let mut period = empty_period(known.at.name, known);
        period.exists = true;
        period.data = yaml_file(known, period::period, out);
        periods.insert(known.at.name.to_owned(), period);
    }
    for known in files {
        let Some(id) = known.at.period.filter(|_| known.at.kind != Kind::Period) else { continue };
        let period = periods.entry(id.to_owned()).or_insert_with(|| empty_period(id, known));
        match known.at.kind {
            Kind::Goals => period.goals = yaml_slot(known, period::goals, out),
            Kind::Awards => period.awards = yaml_slot(known, events::awards, out),
            Kind::Ledger => period.ledger = yaml_slot(known, events::ledger, out),
            Kind::Meeting => period.meeting = markdown_slot(known, Names::default(), events::meeting, out),
            Kind::Lock => {
                period.locked = true;
                period.sealed = sealed(known, people, out);
            }
            _ => {}
        }
    }
    for period in periods.values_mut() {
        find_framework(period, frameworks, out);
    }
    periods
}

fn find_framework(
    period: &mut Period,
    frameworks: &BTreeMap<String, Option<Arc<Framework>>>,
    out: &mut Vec<Finding>,
) {
    if let Some(sealed) = &period.sealed {
        let lock = &sealed.lock;
        // Places inside a sealed copy mean nothing to the reader of the lock, so its findings are said of the lock.
        let mut inside = vec![];
        let framework =
            Framework::read(&lock.framework.value, &lock.framework_text.value, sealed.file, &mut inside);
        out.extend(inside.into_iter().map(|finding| Finding { at: lock.framework_text.span, ..finding }));
        period.framework_known = true;
        period.framework = framework.map(Arc::new);
        return;
    }
    let Some(id) = period.data.as_ref().map(|data| data.framework.value.as_str()) else { return };
    let own = frameworks.get(id);
    period.framework = match own {
        Some(framework) => framework.clone(),
        None => framework::preset(id),
    };
    period.framework_known = own.is_some() || period.framework.is_some();
}

fn sealed(known: &Known, people: &BTreeMap<String, Person>, out: &mut Vec<Finding>) -> Option<Sealed> {
    let node = yaml_tree(known, Limits::MADE, out)?;
    let lock = decode(file_name(Kind::Lock), &node, out, lock::lock)?;
    let units = lock
        .units
        .iter()
        .map(|unit| Unit { id: unit.id.clone(), name: unit.name.value.clone(), parent: unit.parent.clone() })
        .collect();
    let mut then = people.clone();
    for locked in &lock.people {
        if let Some(data) = then.get_mut(&locked.id.value).and_then(|person| person.data.as_mut()) {
            data.assignments.clone_from(&locked.assignments);
        }
    }
    Some(Sealed {
        file: known.file,
        units: Units::new(units),
        holidays: lock.holidays.iter().map(|day| day.value).collect(),
        leads: Leads::of(&then),
        people: then,
        lock,
    })
}

fn dossiers(files: &[Known], periods: &mut BTreeMap<String, Period>, today: Date, out: &mut Vec<Finding>) {
    let mut folders: BTreeMap<(&str, &str), Vec<&Known>> = BTreeMap::new();
    for known in files {
        let (Some(period), Some(person)) = (known.at.period, known.at.person) else { continue };
        // What comes from raters nobody knows may be anything; that it does is for `check` to say.
        let has = |raters| periods.get(period).is_none_or(|period| period.has_raters(raters));
        if known.at.raters().is_none_or(has) {
            folders.entry((period, person)).or_default().push(known);
        }
    }
    for (&(period, _), files) in &folders {
        if !periods.contains_key(period) {
            periods.insert(period.to_owned(), empty_period(period, files[0]));
        }
    }
    let read: Vec<_> = folders
        .into_par_iter()
        .map(|((period, person), files)| {
            let framework = periods.get(period).and_then(|period| period.framework.clone());
            let mut findings = vec![];
            let mut dossier = dossier(&files, framework.as_deref(), &mut findings);
            let decision = dossier.decision.data();
            dossier.decision_is_to_come = decision.is_some_and(|decision| decision.date.value > today);
            (period, person, files[0].span(), dossier, findings)
        })
        .collect();
    for (period, person, place, dossier, findings) in read {
        out.extend(findings);
        if let Some(period) = periods.get_mut(period) {
            period.dossiers.insert(person.to_owned(), dossier);
            period.dossier_places.insert(person.to_owned(), place);
        }
    }
}

fn dossier(files: &[&Known], framework: Option<&Framework>, out: &mut Vec<Finding>) -> Dossier {
    let mut dossier = Dossier::default();
    if let Some(known) = files.iter().find(|known| known.at.kind == Kind::Plan) {
        dossier.plan = yaml_slot(known, plan::plan, out);
    }
    let plan = dossier.plan.data().cloned();
    let names = Names { framework, plan: plan.as_ref() };
    for known in files {
        if let Some(raters) = known.at.raters() {
            let slot = markdown_slot(known, names, review::colleague_review, out);
            dossier.colleagues.entry(ReviewSide::of(raters)).or_default().push(slot);
        }
        match known.at.kind {
            Kind::SelfReview => dossier.self_review = markdown_slot(known, names, review::self_review, out),
            Kind::SupervisorReview => {
                dossier.supervisor = markdown_slot(known, names, review::supervisor_review, out);
            }
            Kind::PartSelf => {
                let own = markdown_slot(known, names, review::self_review, out);
                dossier.parts.entry(known.at.name.to_owned()).or_default().own = own;
            }
            Kind::PartSupervisor => {
                let superior = markdown_slot(known, names, review::supervisor_review, out);
                dossier.parts.entry(known.at.name.to_owned()).or_default().superior = superior;
            }
            Kind::Feedback => dossier.feedback.push(markdown_slot(known, names, events::feedback, out)),
            Kind::Discussion => dossier.discussion = markdown_slot(known, names, events::discussion, out),
            Kind::Objection => dossier.objection = markdown_slot(known, names, events::objection, out),
            Kind::Decision => dossier.decision = markdown_slot(known, names, events::decision, out),
            Kind::Development => dossier.development = yaml_slot(known, events::development, out),
            Kind::Record => dossier.record = yaml_slot(known, events::record, out),
            _ => {}
        }
    }
    dossier
}

fn own_pages(files: &[Known], out: &mut Vec<Finding>) -> BTreeMap<String, OwnPage> {
    let mut pages = BTreeMap::new();
    for known in files.iter().filter(|known| known.at.kind == Kind::Page) {
        let Slot::Here(filed) = markdown_slot(known, Names::default(), events::page, out) else { continue };
        let Filed { file, data, passages, .. } = *filed;
        if let Some(passage) = passages.into_iter().next() {
            pages.insert(known.at.name.to_owned(), OwnPage { file, data, body: passage.prose });
        }
    }
    pages
}
