//! `rapor new`: a commented file of a kind, in its place.

use std::io;
use std::process::ExitCode;

use clap::ArgMatches;

use super::init::{unwritable, write_new};
use super::terminal::Terminal;
use super::workspace::Workspace;
use super::{Repository, Stop};
use crate::calendar::Date;
use crate::model::{Agency, Period};
use crate::schema::fields::is_id;
use crate::schema::kinds::{KINDS, Kind, locate, path_of};
use crate::schema::scaffold::{Given, scaffold};
use crate::source::Sources;
use crate::text::Lang;

pub(super) fn run(
    repository: &Repository,
    matches: &ArgMatches,
    terminal: &Terminal,
) -> Result<ExitCode, Stop> {
    let workspace = Workspace::read(repository, terminal)?;
    let of = |name: &str| matches.get_one::<String>(name).map(String::as_str);
    let kind = KINDS.iter().find(|(name, _)| Some(*name) == of("kind")).map(|(_, kind)| *kind);
    let Some(kind) = kind else { return Ok(ExitCode::from(2)) };
    let wanted = Wanted { kind, period: of("period"), person: of("person"), name: of("name") };
    let (path, text) =
        new(&wanted, &workspace.agency, &workspace.sources, terminal.lang).map_err(|lack| {
            Stop::could_not(match lack {
                Lack::Option(option) => {
                    terminal.phrase("say-new-needs", &[("kind", &kind.name()), ("option", &option)])
                }
                Lack::BadPath(path) => terminal.phrase("say-new-bad", &[("path", &path)]),
                Lack::NotByHand => terminal.phrase("say-new-lock", &[]),
            })
        })?;
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
    kind: Kind,
    period: Option<&'a str>,
    person: Option<&'a str>,
    name: Option<&'a str>,
}

/// Why a file cannot be made.
#[derive(Debug, PartialEq, Eq)]
enum Lack {
    /// It must be said more.
    Option(&'static str),
    /// What was said makes no path of this kind.
    BadPath(String),
    /// Files of this kind are not written by hand.
    NotByHand,
}

/// The path and the text of a new file.
fn new(wanted: &Wanted, agency: &Agency, sources: &Sources, lang: Lang) -> Result<(String, String), Lack> {
    let Wanted { kind, .. } = *wanted;
    if kind == Kind::Lock {
        return Err(Lack::NotByHand);
    }
    let pattern = kind.path_pattern();
    let current = current_period(agency).map(|period| period.id.as_str());
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
        Some(name) => named(kind, name, agency.today),
        None => next_name(kind, &period, person, agency.today, sources).ok_or(Lack::Option("--name"))?,
    };
    let path = path_of(kind, &period, person, &name);
    let in_place = locate(&path).is_some_and(|at| at.kind == kind);
    if !in_place || !is_id(&period) {
        return Err(Lack::BadPath(path));
    }
    let held = agency.periods.get(&period);
    let superior = held.and_then(|held| superior(agency, held, person));
    let given = Given {
        lang,
        date: agency.today,
        period: &period,
        person: if person.is_empty() && kind == Kind::Person { &name } else { person },
        name: &name,
        by: if matches!(kind, Kind::SupervisorReview | Kind::Plan) { superior } else { None },
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

/// Notes of feedback carry their date; whoever gave only a slug means today.
fn named(kind: Kind, name: &str, today: Date) -> String {
    let dated = name.get(..10).is_some_and(|start| crate::calendar::parse_date(start).is_some());
    if kind == Kind::Feedback && !dated { format!("{today}-{name}") } else { name.to_owned() }
}

/// A name nobody needs to think of: the next number. `None` where there is none.
fn next_name(kind: Kind, period: &str, person: &str, today: Date, sources: &Sources) -> Option<String> {
    match kind {
        Kind::PeerReview | Kind::SubordinateReview => (1..1000)
            .map(|number: u32| number.to_string())
            .find(|number| sources.find(&path_of(kind, period, person, number)).is_none()),
        Kind::Feedback => (1..1000)
            .map(|number: u32| format!("{today}-{number}"))
            .find(|name| sources.find(&path_of(kind, period, person, name)).is_none()),
        Kind::Person | Kind::Framework | Kind::Page => None,
        _ => Some(String::new()),
    }
}

/// Who rates the person today, or on the period's last day once it is over.
fn superior<'a>(agency: &'a Agency, period: &Period, person: &str) -> Option<&'a str> {
    let day = period.end().map_or(agency.today, |end| end.min(agency.today));
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
            "content/periods/2026.yaml",
            "label: 2026\nframework: permenpan-6-2022\nfrom: 2026-01-01\nto: 2026-12-31\n",
        ),
        (
            "content/reviews/2026/dewi/plan.yaml",
            "results: {hk1: {kind: utama, result: Ada, indicators: {mutu: {measure: m, target: 1}}}}\n",
        ),
        ("content/reviews/2026/dewi/peer-1.md", "---\nby: hasan\ndate: 2026-01-01\n---\n"),
    ];

    fn made(kind: Kind, person: Option<&str>, name: Option<&str>) -> Result<(String, String), Lack> {
        let files = FILES.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
        let (sources, _) = Sources::from_files(files);
        let (agency, _) = model::load(&sources, "2026-03-02".parse().unwrap());
        new(&Wanted { kind, period: None, person, name }, &agency, &sources, Lang::Id)
    }

    #[test]
    fn what_is_known_is_filled_in() {
        let (path, text) = made(Kind::SupervisorReview, Some("dewi"), None).unwrap();
        assert_eq!(path, "content/reviews/2026/dewi/supervisor.md");
        assert!(text.contains("by: hasan\n") && text.contains("  #hk1/mutu: accept"), "{text}");
        assert!(text.contains("  #akuntabel: sesuai") && text.contains("\n## hk1\n"), "{text}");
    }

    #[test]
    fn names_are_found_or_asked_for() {
        let path = |kind, person, name| made(kind, person, name).map(|(path, _)| path);
        assert_eq!(
            path(Kind::PeerReview, Some("dewi"), None).unwrap(),
            "content/reviews/2026/dewi/peer-2.md"
        );
        assert_eq!(
            path(Kind::Feedback, Some("dewi"), Some("loket")).unwrap(),
            "content/reviews/2026/dewi/feedback/2026-03-02-loket.md"
        );
        assert_eq!(path(Kind::Plan, None, None), Err(Lack::Option("--person")));
        assert_eq!(path(Kind::Person, None, None), Err(Lack::Option("--name")));
        assert_eq!(path(Kind::Period, None, None), Err(Lack::Option("--period")));
        assert_eq!(path(Kind::Lock, None, None), Err(Lack::NotByHand));
        assert!(matches!(path(Kind::Person, None, Some("../dewi")), Err(Lack::BadPath(_))));
        assert!(matches!(path(Kind::Plan, Some("Dewi L"), None), Err(Lack::BadPath(_))));
    }
}
