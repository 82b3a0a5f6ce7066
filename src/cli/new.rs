//! `rapor new`: a commented file of a kind, in its place.

use std::io;
use std::process::ExitCode;

use clap::ArgMatches;

use super::init::{unwritable, write_new};
use super::terminal::Terminal;
use super::workspace::Workspace;
use super::{Repository, Stop};
use crate::calendar::Date;
use crate::diagnostic::suggest;
use crate::framework::Framework;
use crate::model::{Agency, Period};
use crate::schema::fields::is_id;
use crate::schema::kinds::{KINDS, Kind, locate, may_name_raters, path_of};
use crate::schema::period::Part;
use crate::schema::scaffold::{Given, scaffold};
use crate::source::Sources;
use crate::text::{self, Join, Lang};

pub(super) fn run(
    repository: &Repository,
    matches: &ArgMatches,
    terminal: &Terminal,
) -> Result<ExitCode, Stop> {
    let workspace = Workspace::read(repository, terminal)?;
    let of = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let kind = of("kind").unwrap_or_default();
    let wanted = Wanted { kind, period: of("period"), person: of("person"), name: of("name") };
    let (path, text) = new(&wanted, &workspace.agency, &workspace.sources, terminal.lang)
        .map_err(|lack| Stop::could_not(lack.in_words(kind, terminal)))?;
    let target = repository.path(&path);
    write_new(&target, &text).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => {
            Stop::could_not(terminal.phrase("say-new-exists", &[("path", &target.display())]))
        }
        _ => unwritable(&target, &error, terminal),
    })?;
    terminal.print(&format!("{}\n", target.display()));
    Ok(ExitCode::SUCCESS)
}

/// What file is wanted, as far as it was said.
struct Wanted<'a> {
    /// A kind of file, or of raters.
    kind: &'a str,
    period: Option<&'a str>,
    person: Option<&'a str>,
    name: Option<&'a str>,
}

/// Why a file cannot be made.
#[derive(Debug, PartialEq, Eq)]
enum Lack {
    /// There is no such kind of file, nor of raters in the period. These there are.
    Kind { found: String, choices: Vec<String> },
    /// It must be said more.
    Option(&'static str),
    /// What was said makes no path of this kind.
    BadPath(String),
    /// Files of this kind are not written by hand.
    NotByHand,
}

impl Lack {
    fn in_words(&self, kind: &str, terminal: &Terminal) -> String {
        match self {
            Lack::Kind { found, choices } => {
                let near = suggest(found, choices.iter().map(String::as_str));
                let near = near.map(|near| terminal.phrase("did-you-mean", &[("x", &near)]));
                let kinds = text::list(terminal.lang, Join::And, choices);
                let none = terminal.phrase("say-new-kind", &[("kind", found), ("kinds", &kinds)]);
                near.into_iter().fold(none, |none, near| format!("{none}; {near}"))
            }
            Lack::Option(option) => terminal.phrase("say-new-needs", &[("kind", &kind), ("option", option)]),
            Lack::BadPath(path) => terminal.phrase("say-new-bad", &[("path", path)]),
            Lack::NotByHand => terminal.phrase("say-new-lock", &[]),
        }
    }
}

/// A kind of file, with the raters it comes from where a word names those.
type KindOf<'a> = (Kind, Option<&'a str>);

/// What a word means: a kind of file, else raters that the period's framework defines.
fn kind_of<'a>(word: &'a str, period: Option<&Period>) -> Result<KindOf<'a>, Lack> {
    if let Some((_, kind)) = KINDS.iter().find(|(name, _)| *name == word) {
        return Ok((*kind, None));
    }
    if raters_of(period).any(|raters| raters == word) {
        return Ok((Kind::RaterReview, Some(word)));
    }
    Err(no_kind(word, period))
}

fn raters_of(period: Option<&Period>) -> impl Iterator<Item = &str> {
    period.and_then(|period| period.framework.as_deref()).into_iter().flat_map(Framework::colleagues)
}

fn no_kind(found: &str, period: Option<&Period>) -> Lack {
    let kinds = KINDS.iter().map(|(name, _)| *name).filter(|name| *name != found);
    let own = raters_of(period).filter(|raters| may_name_raters(raters));
    Lack::Kind { found: found.to_owned(), choices: kinds.chain(own).map(str::to_owned).collect() }
}

/// What the period's framework calls its own kind of raters, on one line.
fn raters_label<'a>(period: Option<&'a Period>, raters: Option<&str>, lang: Lang) -> Option<&'a str> {
    let own = raters.filter(|raters| may_name_raters(raters))?;
    period?.framework.as_deref()?.rater(own)?.label.get(lang.tag()).lines().next()
}

/// The path and the text of a new file.
fn new(wanted: &Wanted, agency: &Agency, sources: &Sources, lang: Lang) -> Result<(String, String), Lack> {
    let current = current_period(agency).map(|period| period.id.as_str());
    let held = wanted.period.or(current).and_then(|period| agency.periods.get(period));
    let (kind, raters) = kind_of(wanted.kind, held)?;
    if kind == Kind::Lock {
        return Err(Lack::NotByHand);
    }
    let pattern = kind.path_pattern();
    let period = match wanted.period.or(current) {
        Some(period) => period.to_owned(),
        None if pattern.contains("<period>") && kind != Kind::Period => return Err(Lack::Option("--period")),
        None => agency.today.year().to_string(),
    };
    // A new period is not the one there is.
    if kind == Kind::Period && wanted.period.is_none() {
        return Err(Lack::Option("--period"));
    }
    let person = match (wanted.person, pattern.contains("<person>")) {
        (None, true) => return Err(Lack::Option("--person")),
        (person, _) => person.unwrap_or_default(),
    };
    let name = match wanted.name {
        Some(name) => named((kind, raters), name, agency.today),
        None => {
            let is_free = |name: &str| sources.find(&path_of(kind, &period, person, name)).is_none();
            let part = || held.and_then(|held| next_part(held, agency.today, is_free));
            let named = if kind.is_of_part() { part() } else { None };
            named
                .or_else(|| next_name((kind, raters), agency.today, is_free))
                .ok_or(Lack::Option("--name"))?
        }
    };
    let path = path_of(kind, &period, person, &name);
    let Some(at) = locate(&path).filter(|at| at.kind == kind && is_id(&period)) else {
        return Err(Lack::BadPath(path));
    };
    if let Some(raters) = at.raters().filter(|raters| held.is_some_and(|held| !held.has_raters(raters))) {
        return Err(no_kind(raters, held));
    }
    let part = kind.is_of_part().then(|| held?.part(&name)).flatten();
    let superior = held.and_then(|held| superior(agency, held, part, person));
    let given = Given {
        lang,
        date: agency.today,
        period: &period,
        person: if person.is_empty() && kind == Kind::Person { &name } else { person },
        name: &name,
        raters: raters_label(held, at.raters(), lang),
        by: if kind.is_superiors() || kind == Kind::Plan { superior } else { None },
        indicators: held.map(|held| indicators(held, person)).unwrap_or_default(),
        rated: held.map(rated).unwrap_or_default(),
    };
    let text = scaffold(kind, &given);
    Ok((path, text))
}

/// The period today lies in, else the last one.
fn current_period(agency: &Agency) -> Option<&Period> {
    let within = |period: &&Period| period.range().is_some_and(|range| range.contains(agency.today));
    agency.periods.values().find(within).or_else(|| agency.periods.values().next_back())
}

/// Notes of feedback carry their date; whoever gave only a slug means today. Views of raters carry their kind.
fn named((kind, raters): KindOf, name: &str, today: Date) -> String {
    let dated = || name.get(..10).is_some_and(|start| crate::calendar::parse_date(start).is_some());
    match raters {
        Some(raters) if !name.starts_with(&format!("{raters}-")) => format!("{raters}-{name}"),
        _ if kind == Kind::Feedback && !dated() => format!("{today}-{name}"),
        _ => name.to_owned(),
    }
}

/// A name nobody needs to think of: the next number. `None` where there is none.
fn next_name((kind, raters): KindOf, today: Date, is_free: impl Fn(&str) -> bool) -> Option<String> {
    let next = |before: String| {
        let names = (1..1000).map(|number: u32| format!("{before}{number}"));
        names.into_iter().find(|name| is_free(name))
    };
    match kind {
        Kind::PeerReview | Kind::SubordinateReview => next(String::new()),
        Kind::RaterReview => next(format!("{}-", raters?)),
        Kind::Feedback => next(format!("{today}-")),
        Kind::Person | Kind::Framework | Kind::Page | Kind::PartSelf | Kind::PartSupervisor => None,
        _ => Some(String::new()),
    }
}

/// The part that is to be looked at next: the last one that is over and has no such file, else the one today lies in.
fn next_part(period: &Period, today: Date, is_free: impl Fn(&str) -> bool) -> Option<String> {
    let parts = period.data.as_ref()?.parts.iter().filter(|(id, _)| is_free(&id.value));
    let over = parts.clone().rev().find(|(_, part)| part.to.value < today);
    let (id, _) = over.or_else(|| parts.clone().find(|(_, part)| part.range().contains(today)))?;
    Some(id.value.clone())
}

/// Who rates the person today, or on the last day of the period or its part once that is over.
fn superior<'a>(agency: &'a Agency, period: &Period, part: Option<&Part>, person: &str) -> Option<&'a str> {
    let end = part.map(|part| part.to.value).or_else(|| period.end());
    let day = end.map_or(agency.today, |end| end.min(agency.today));
    agency.roster().superior_on(person, day)
}

fn indicators(period: &Period, person: &str) -> Vec<String> {
    let plan = period.dossiers.get(person).and_then(|dossier| dossier.plan.data());
    plan.into_iter()
        .flat_map(|plan| &plan.results)
        .flat_map(|(result, planned)| {
            planned.indicators.iter().map(|(id, _)| format!("{}/{}", result.value, id.value))
        })
        .collect()
}

fn rated(period: &Period) -> Vec<String> {
    let Some(framework) = &period.framework else { return vec![] };
    let components = framework.data.components.iter().map(|(id, _)| id.value.clone());
    components.chain(framework.criteria().map(|(_, id, _)| id.value.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model;

    const FILES: &[(&str, &str)] = &[
        ("rapor.yaml", "name: Dinas\n"),
        ("content/units.yaml", "units: {dinas: {name: Dinas}}\n"),
        (
            "content/people/hasan.yaml",
            "names: {full: Hasan}\nassignments: [{from: 2020-01-01, unit: dinas, position: Kepala, head: true}]\n",
        ),
        (
            "content/people/dewi.yaml",
            "names: {full: Dewi}\nassignments: [{from: 2020-01-01, unit: dinas, position: Analis}]\n",
        ),
        (
            "content/frameworks/layanan.yaml",
            "extends: permenpan-6-2022\nraters: {client: {label: Pengguna layanan, display: 3}, subordinate:}\n",
        ),
        (
            "content/periods/2026.yaml",
            "label: 2026\nframework: layanan\nfrom: 2026-01-01\nto: 2026-12-31\nparts:\n  \
             jan: {label: Januari, from: 2026-01-01, to: 2026-01-31}\n  feb: {label: Februari, from: 2026-02-01, to: 2026-02-28}\n  \
             mar: {label: Maret, from: 2026-03-01, to: 2026-03-31}\n",
        ),
        ("content/reviews/2026/dewi/parts/feb/self.md", "---\nby: dewi\ndate: 2026-03-01\n---\n"),
        (
            "content/reviews/2026/dewi/plan.yaml",
            "results: {hk1: {kind: utama, result: Ada, indicators: {mutu: {measure: m, target: 1}}}}\n",
        ),
        ("content/reviews/2026/dewi/peer-1.md", "---\nby: hasan\ndate: 2026-01-01\n---\n"),
    ];

    fn made(kind: &str, person: Option<&str>, name: Option<&str>) -> Result<(String, String), Lack> {
        let files = FILES.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
        let (sources, _) = Sources::from_files(files);
        let (agency, _) = model::load(&sources, "2026-03-02".parse().unwrap());
        new(&Wanted { kind, period: None, person, name }, &agency, &sources, Lang::Id)
    }

    #[test]
    fn what_is_known_is_filled_in() {
        let (path, text) = made("supervisor", Some("dewi"), None).unwrap();
        assert_eq!(path, "content/reviews/2026/dewi/supervisor.md");
        assert!(text.contains("by: hasan\n") && text.contains("  #hk1/mutu: accept"), "{text}");
        assert!(text.contains("  #akuntabel: sesuai") && text.contains("\n## hk1\n"), "{text}");
    }

    #[test]
    fn names_are_found_or_asked_for() {
        let path = |kind, person, name| made(kind, person, name).map(|(path, _)| path);
        assert_eq!(path("peer", Some("dewi"), None).unwrap(), "content/reviews/2026/dewi/peer-2.md");
        assert_eq!(
            path("feedback", Some("dewi"), Some("loket")).unwrap(),
            "content/reviews/2026/dewi/feedback/2026-03-02-loket.md"
        );
        let client = |name| path("client", Some("dewi"), name).unwrap();
        assert_eq!(client(None), "content/reviews/2026/dewi/client-1.md");
        let (_, text) = made("client", Some("dewi"), None).unwrap();
        assert!(text.contains("\n# Pandangan dari: Pengguna layanan.\n"), "{text}");
        assert_eq!(client(Some("7")), "content/reviews/2026/dewi/client-7.md");
        assert_eq!(client(Some("client-8")), "content/reviews/2026/dewi/client-8.md");
        assert_eq!(
            path("rater", Some("dewi"), Some("client-2")).unwrap(),
            "content/reviews/2026/dewi/client-2.md"
        );
        let part = |kind, name| {
            path(kind, Some("dewi"), name).unwrap().replace("content/reviews/2026/dewi/parts/", "")
        };
        assert_eq!(part("part-supervisor", None), "feb/supervisor.md");
        assert_eq!(part("part-supervisor", Some("mar")), "mar/supervisor.md");
        assert_eq!(part("part-self", None), "jan/self.md");
        let (_, text) = made("part-supervisor", Some("dewi"), None).unwrap();
        assert!(text.contains("by: hasan\n") && text.contains("  #hk1/mutu: accept"), "{text}");
        assert_eq!(path("plan", None, None), Err(Lack::Option("--person")));
        assert_eq!(path("person", None, None), Err(Lack::Option("--name")));
        assert_eq!(path("period", None, None), Err(Lack::Option("--period")));
        assert_eq!(path("lock", None, None), Err(Lack::NotByHand));
        assert_eq!(path("rater", Some("dewi"), None), Err(Lack::Option("--name")));
        assert!(matches!(path("person", None, Some("../dewi")), Err(Lack::BadPath(_))));
        assert!(matches!(path("plan", Some("Dewi L"), None), Err(Lack::BadPath(_))));
    }

    #[test]
    fn kinds_of_raters_are_those_of_the_period() {
        for (kind, name, found) in [
            ("clinet", None, "clinet"),
            ("subordinate", None, "subordinate"),
            ("rater", Some("juri-1"), "juri"),
        ] {
            let Err(Lack::Kind { found: said, choices }) = made(kind, Some("dewi"), name) else {
                panic!("{kind}")
            };
            assert_eq!(said, found);
            assert!(
                ["peer", "client", "plan"].iter().all(|known| choices.iter().any(|choice| choice == known))
            );
        }
    }
}
