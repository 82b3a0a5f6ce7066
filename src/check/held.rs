//! Whom an error concerns.

use std::collections::BTreeSet;

use crate::diagnostic::{Arg, Finding, Findings, Severity, Texts};
use crate::model::Agency;
use crate::schema::fields::is_id;
use crate::schema::kinds::{Kind, locate};
use crate::source::Sources;

/// The people with errors in files of their own, by period, and how many errors are in nobody's own files.
#[derive(Debug, Clone, Default)]
pub(super) struct Held {
    people: BTreeSet<(String, String)>,
    shared: usize,
}

impl Held {
    /// Sorts errors by whom they concern.
    pub(super) fn by(findings: &Findings, agency: &Agency, sources: &Sources) -> Held {
        let mut held = Held::default();
        for finding in findings.iter().filter(|finding| finding.severity() == Severity::Error) {
            match owner(sources.path(finding.at.file)).or_else(|| owner(named_path(finding)?)) {
                Some(Owner::Dossier(period, person)) => {
                    held.people.insert((period.to_owned(), person.to_owned()));
                }
                Some(Owner::Person(person)) => {
                    held.people.extend(agency.periods.keys().map(|p| (p.clone(), person.to_owned())));
                }
                None => held.shared += 1,
            }
        }
        held
    }

    pub(super) fn holds(&self, period: &str, person: &str) -> bool {
        self.people.contains(&(period.to_owned(), person.to_owned()))
    }

    pub(super) fn people<'a>(&'a self, period: &'a str) -> impl Iterator<Item = &'a str> {
        self.people.iter().filter(move |(held, _)| held == period).map(|(_, person)| person.as_str())
    }

    pub(super) fn shared_errors(&self) -> usize {
        self.shared
    }
}

enum Owner<'p> {
    Dossier(&'p str, &'p str),
    Person(&'p str),
}

/// Whose a file is. A file of no known kind below a person's folder is theirs as well.
fn owner(path: &str) -> Option<Owner<'_>> {
    if let Some(at) = locate(path).filter(|at| at.kind == Kind::Person) {
        return Some(Owner::Person(at.name));
    }
    let mut parts = path.strip_prefix("content/reviews/")?.split('/');
    let (period, person) = (parts.next()?, parts.next()?);
    (is_id(period) && is_id(person) && parts.next().is_some()).then_some(Owner::Dossier(period, person))
}

/// The file that a finding of a lock is about, which may be gone.
fn named_path(finding: &Finding) -> Option<&str> {
    finding.args.iter().find_map(|(name, arg)| match arg {
        Arg::Text(path) if *name == "path" => Some(path.as_str()),
        _ => None,
    })
}
