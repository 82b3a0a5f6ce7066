//! The kinds of files an agency keeps, and where each stands.

use super::agency;
use super::events::{
    awards, decision, development, discussion, feedback, ledger, meeting, objection, page, record,
};
use super::fields::{FieldDoc, describe, is_id};
use super::framework::framework;
use super::headings::{self, Heading};
use super::lock::lock;
use super::period::{goals, period};
use super::person::person;
use super::plan::plan;
use super::review::{colleague_review, self_review, supervisor_review};

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// `rapor.yaml`
    Config,
    /// `content/units.yaml`
    Units,
    /// `content/holidays.yaml`
    Holidays,
    /// `content/trainings.yaml`
    Trainings,
    /// `content/projects.yaml`
    Projects,
    /// `content/people/<id>.yaml`
    Person,
    /// `content/people.csv`
    PeopleTable,
    /// `content/frameworks/<id>.yaml`
    Framework,
    /// `content/periods/<period>.yaml`
    Period,
    /// `content/periods/<period>.lock`
    Lock,
    /// `content/goals/<period>.yaml`
    Goals,
    /// `plan.yaml` of a dossier
    Plan,
    /// `self.md` of a dossier
    SelfReview,
    /// `supervisor.md` of a dossier
    SupervisorReview,
    /// `parts/<part>/self.md` of a dossier
    PartSelf,
    /// `parts/<part>/supervisor.md` of a dossier
    PartSupervisor,
    /// `peer-<n>.md` of a dossier
    PeerReview,
    /// `subordinate-<n>.md` of a dossier
    SubordinateReview,
    /// `<kind>-<n>.md` of a dossier, by raters of a kind that the framework defines
    RaterReview,
    /// `feedback/<date>-<slug>.md` of a dossier
    Feedback,
    /// `discussion.md` of a dossier
    Discussion,
    /// `objection.md` of a dossier
    Objection,
    /// `decision.md` of a dossier
    Decision,
    /// `development.yaml` of a dossier
    Development,
    /// `record.yaml` of a dossier
    Record,
    /// `content/meetings/<period>.md`
    Meeting,
    /// `content/awards/<period>.yaml`
    Awards,
    /// `content/disclosure/<period>.yaml`
    Ledger,
    /// `content/pages/<slug>.md`
    Page,
    /// `content/allowed_signers`
    AllowedSigners,
}

/// All kinds that are defined by fields, with their names on the command line.
pub const KINDS: &[(&str, Kind)] = &[
    ("config", Kind::Config),
    ("units", Kind::Units),
    ("holidays", Kind::Holidays),
    ("trainings", Kind::Trainings),
    ("projects", Kind::Projects),
    ("person", Kind::Person),
    ("framework", Kind::Framework),
    ("period", Kind::Period),
    ("lock", Kind::Lock),
    ("goals", Kind::Goals),
    ("plan", Kind::Plan),
    ("self", Kind::SelfReview),
    ("supervisor", Kind::SupervisorReview),
    ("part-self", Kind::PartSelf),
    ("part-supervisor", Kind::PartSupervisor),
    ("peer", Kind::PeerReview),
    ("subordinate", Kind::SubordinateReview),
    ("rater", Kind::RaterReview),
    ("feedback", Kind::Feedback),
    ("discussion", Kind::Discussion),
    ("objection", Kind::Objection),
    ("decision", Kind::Decision),
    ("development", Kind::Development),
    ("record", Kind::Record),
    ("meeting", Kind::Meeting),
    ("awards", Kind::Awards),
    ("disclosure", Kind::Ledger),
    ("page", Kind::Page),
];

/// A file's kind, and whose it is by its path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located<'p> {
    /// The kind.
    pub kind: Kind,
    /// The period in the path.
    pub period: Option<&'p str>,
    /// The person in the path.
    pub person: Option<&'p str>,
    /// The rest of the name that tells files of one kind apart: an id, a number, a date with a slug, a part of the period.
    pub name: &'p str,
}

impl<'p> Located<'p> {
    /// The kind of rater that a colleague's file comes from, as frameworks name it. `None` for other files.
    pub fn raters(&self) -> Option<&'p str> {
        match self.kind {
            Kind::PeerReview => Some("peer"),
            Kind::SubordinateReview => Some("subordinate"),
            Kind::RaterReview => self.name.rsplit_once('-').map(|(raters, _)| raters),
            _ => None,
        }
    }
}

/// Whether a framework may call a kind of raters of its own by an id: one that means no other kind of file, nor a rater
/// that every framework knows.
pub fn may_name_raters(id: &str) -> bool {
    is_id(id) && id != "superior" && KINDS.iter().all(|(name, _)| *name != id)
}

/// Finds a file's kind by its path. `None` for files that are none of Rapor's kinds.
pub fn locate(path: &str) -> Option<Located<'_>> {
    if path == "rapor.yaml" {
        return Some(Located { kind: Kind::Config, period: None, person: None, name: "" });
    }
    let parts: Vec<&str> = path.strip_prefix("content/")?.split('/').collect();
    let plain = |kind, name| Some(Located { kind, period: None, person: None, name });
    let of_period = |kind, period| Some(Located { kind, period: Some(period), person: None, name: period });
    match parts.as_slice() {
        ["units.yaml"] => plain(Kind::Units, ""),
        ["holidays.yaml"] => plain(Kind::Holidays, ""),
        ["trainings.yaml"] => plain(Kind::Trainings, ""),
        ["projects.yaml"] => plain(Kind::Projects, ""),
        ["people.csv"] => plain(Kind::PeopleTable, ""),
        ["allowed_signers"] => plain(Kind::AllowedSigners, ""),
        ["people", file] => plain(Kind::Person, stem(file, ".yaml")?),
        ["frameworks", file] => plain(Kind::Framework, stem(file, ".yaml")?),
        ["pages", file] => plain(Kind::Page, stem(file, ".md")?),
        ["periods", file] if file.ends_with(".lock") => of_period(Kind::Lock, stem(file, ".lock")?),
        ["periods", file] => of_period(Kind::Period, stem(file, ".yaml")?),
        ["goals", file] => of_period(Kind::Goals, stem(file, ".yaml")?),
        ["meetings", file] => of_period(Kind::Meeting, stem(file, ".md")?),
        ["awards", file] => of_period(Kind::Awards, stem(file, ".yaml")?),
        ["disclosure", file] => of_period(Kind::Ledger, stem(file, ".yaml")?),
        ["reviews", period, person, rest @ ..] if is_id(period) && is_id(person) => {
            let (kind, name) = in_dossier(rest)?;
            Some(Located { kind, period: Some(period), person: Some(person), name })
        }
        _ => None,
    }
}

/// Where a file of a kind belongs. `name` is what tells it apart within its kind: an id, a period, a number, a slug,
/// a part of the period.
pub fn path_of(kind: Kind, period: &str, person: &str, name: &str) -> String {
    let dossier = format!("content/reviews/{period}/{person}");
    match kind {
        Kind::Config => "rapor.yaml".into(),
        Kind::Units => "content/units.yaml".into(),
        Kind::Holidays => "content/holidays.yaml".into(),
        Kind::Trainings => "content/trainings.yaml".into(),
        Kind::Projects => "content/projects.yaml".into(),
        Kind::PeopleTable => "content/people.csv".into(),
        Kind::AllowedSigners => "content/allowed_signers".into(),
        Kind::Person => format!("content/people/{name}.yaml"),
        Kind::Framework => format!("content/frameworks/{name}.yaml"),
        Kind::Page => format!("content/pages/{name}.md"),
        Kind::Period => format!("content/periods/{period}.yaml"),
        Kind::Lock => format!("content/periods/{period}.lock"),
        Kind::Goals => format!("content/goals/{period}.yaml"),
        Kind::Meeting => format!("content/meetings/{period}.md"),
        Kind::Awards => format!("content/awards/{period}.yaml"),
        Kind::Ledger => format!("content/disclosure/{period}.yaml"),
        Kind::Plan => format!("{dossier}/plan.yaml"),
        Kind::SelfReview => format!("{dossier}/self.md"),
        Kind::SupervisorReview => format!("{dossier}/supervisor.md"),
        Kind::PartSelf => format!("{dossier}/parts/{name}/self.md"),
        Kind::PartSupervisor => format!("{dossier}/parts/{name}/supervisor.md"),
        Kind::PeerReview => format!("{dossier}/peer-{name}.md"),
        Kind::SubordinateReview => format!("{dossier}/subordinate-{name}.md"),
        Kind::RaterReview => format!("{dossier}/{name}.md"),
        Kind::Feedback => format!("{dossier}/feedback/{name}.md"),
        Kind::Discussion => format!("{dossier}/discussion.md"),
        Kind::Objection => format!("{dossier}/objection.md"),
        Kind::Decision => format!("{dossier}/decision.md"),
        Kind::Development => format!("{dossier}/development.yaml"),
        Kind::Record => format!("{dossier}/record.yaml"),
    }
}

fn stem<'p>(file: &'p str, ending: &str) -> Option<&'p str> {
    file.strip_suffix(ending).filter(|stem| is_id(stem))
}

fn in_dossier<'p>(parts: &[&'p str]) -> Option<(Kind, &'p str)> {
    match parts {
        ["plan.yaml"] => Some((Kind::Plan, "")),
        ["self.md"] => Some((Kind::SelfReview, "")),
        ["supervisor.md"] => Some((Kind::SupervisorReview, "")),
        ["discussion.md"] => Some((Kind::Discussion, "")),
        ["objection.md"] => Some((Kind::Objection, "")),
        ["decision.md"] => Some((Kind::Decision, "")),
        ["development.yaml"] => Some((Kind::Development, "")),
        ["record.yaml"] => Some((Kind::Record, "")),
        ["parts", part, "self.md"] if is_id(part) => Some((Kind::PartSelf, part)),
        ["parts", part, "supervisor.md"] if is_id(part) => Some((Kind::PartSupervisor, part)),
        ["feedback", file] => Some((Kind::Feedback, stem(file, ".md")?)),
        [file] => by_colleague(file),
        _ => None,
    }
}

/// `<kind>-<n>.md`. Whether there are raters of that kind is for the period's framework to say.
fn by_colleague(file: &str) -> Option<(Kind, &str)> {
    let stem = file.strip_suffix(".md")?;
    let (raters, number) = stem.rsplit_once('-')?;
    if !(1..=3).contains(&number.len()) || !number.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    match raters {
        "peer" => Some((Kind::PeerReview, number)),
        "subordinate" => Some((Kind::SubordinateReview, number)),
        own => may_name_raters(own).then_some((Kind::RaterReview, stem)),
    }
}

impl Kind {
    /// Whether it is what the person says of themselves.
    pub fn is_own(self) -> bool {
        matches!(self, Kind::SelfReview | Kind::PartSelf)
    }

    /// Whether it is what the superior says.
    pub fn is_superiors(self) -> bool {
        matches!(self, Kind::SupervisorReview | Kind::PartSupervisor)
    }

    /// Whether it is kept of a part of the period, whose id tells it apart.
    pub fn is_of_part(self) -> bool {
        matches!(self, Kind::PartSelf | Kind::PartSupervisor)
    }

    /// Whether it is Markdown with front matter.
    pub fn is_markdown(self) -> bool {
        self.headings().is_some() || matches!(self, Kind::Feedback | Kind::Page)
    }

    /// The headings its body is written under; `None` where the body is free or there is none. Assessments and
    /// objections may use the ids and names of results, components and criteria besides.
    pub fn headings(self) -> Option<&'static [Heading]> {
        match self {
            Kind::SelfReview | Kind::PartSelf => Some(headings::SELF),
            Kind::SupervisorReview | Kind::PartSupervisor => Some(headings::SUPERVISOR),
            Kind::PeerReview | Kind::SubordinateReview | Kind::RaterReview => Some(headings::COLLEAGUE),
            Kind::Discussion => Some(headings::DISCUSSION),
            Kind::Objection => Some(headings::OBJECTION),
            Kind::Decision => Some(headings::DECISION),
            Kind::Meeting => Some(headings::MEETING),
            _ => None,
        }
    }

    /// Its fields, described.
    pub fn fields(self) -> Vec<FieldDoc> {
        match self {
            Kind::Config => describe(agency::config),
            Kind::Units => describe(agency::units),
            Kind::Holidays => describe(agency::holidays),
            Kind::Trainings => describe(agency::trainings),
            Kind::Projects => describe(agency::projects),
            Kind::Person | Kind::PeopleTable => describe(person),
            Kind::Framework => describe(framework),
            Kind::Period => describe(period),
            Kind::Lock => describe(lock),
            Kind::Goals => describe(goals),
            Kind::Plan => describe(plan),
            Kind::SelfReview | Kind::PartSelf => describe(self_review),
            Kind::SupervisorReview | Kind::PartSupervisor => describe(supervisor_review),
            Kind::PeerReview | Kind::SubordinateReview | Kind::RaterReview => describe(colleague_review),
            Kind::Feedback => describe(feedback),
            Kind::Discussion => describe(discussion),
            Kind::Objection => describe(objection),
            Kind::Decision => describe(decision),
            Kind::Development => describe(development),
            Kind::Record => describe(record),
            Kind::Meeting => describe(meeting),
            Kind::Awards => describe(awards),
            Kind::Ledger => describe(ledger),
            Kind::Page => describe(page),
            Kind::AllowedSigners => vec![],
        }
    }

    /// Whether a file of this kind may still come or change after its period was locked.
    pub fn is_amendment(self) -> bool {
        matches!(self, Kind::Objection | Kind::Decision | Kind::Record)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_is_found_where_it_belongs() {
        for (_, kind) in KINDS {
            let name = match kind {
                Kind::PeerReview | Kind::SubordinateReview => "2",
                Kind::RaterReview => "client-2",
                _ => "2026",
            };
            let path = path_of(*kind, "2026", "dewi", name);
            assert_eq!(locate(&path).map(|at| at.kind), Some(*kind), "{path}");
        }
    }

    #[test]
    fn files_of_colleagues_tell_their_kind_of_rater() {
        let raters =
            |file: &str| locate(&format!("content/reviews/2026/dewi/{file}"))?.raters().map(str::to_owned);
        for (file, kind) in [
            ("peer-1.md", "peer"),
            ("subordinate-12.md", "subordinate"),
            ("client-1.md", "client"),
            ("panel-2-100.md", "panel-2"),
        ] {
            assert_eq!(raters(file).as_deref(), Some(kind), "{file}");
        }
        for file in [
            "peer.md",
            "peer-1000.md",
            "client-1.yaml",
            "Client-1.md",
            "-1.md",
            "client-.md",
            "self-1.md",
            "supervisor-1.md",
            "superior-1.md",
            "plan-1.md",
            "feedback-1.md",
            "feedback/client-1.md",
        ] {
            assert_eq!(raters(file), None, "{file}");
        }
    }
}
