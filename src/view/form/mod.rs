//! One person's documents for a period, and those of a unit, of the agency and of awards.
//!
//! Plain values as they stand: what is missing is `None` and is printed as a blank to be filled in by hand. Words that
//! belong to a regulation come from its framework.

mod achievement;
mod certificate;
mod contested;
mod credit;
mod derivation;
mod desk;
mod determination;
mod discussion;
mod keying;
mod meeting;
mod naming;
mod objection;
mod parties;
mod person;
mod recap;
mod receipt;
mod rows;
mod signing;
mod training_plan;
mod values;

use crate::calendar::{Date, DateRange};
use crate::text::Lang;
use crate::view::derivation::Row;

pub use crate::schema::agency::Paper as PaperSetting;
pub use crate::schema::events::SignedHow;
pub use achievement::{AchievedIndicator, AchievedResult, AchievementPaper, achievement};
pub use certificate::{CertificateView, certificate};
pub use credit::{CreditPaper, credit};
pub use derivation::{DerivationPaper, derivation};
pub use desk::PaperHead;
pub use determination::{DemandRow, DeterminationView, RatingSet, SpreadRule, Verdict, determination};
pub use discussion::{DiscussionPaper, discussion};
pub use keying::{KeyingPerson, KeyingView, Screen, keying};
pub use meeting::{Attendant, MeetingView, Presenter, SlotRow, meeting};
pub use naming::Naming;
pub use objection::{
    Contested, Decided, Heard, HearingPaper, Moment, ObjectionPaper, RatingChange, objection,
};
pub use person::{form, form_of_part};
pub use recap::{RecapGroup, RecapRow, RecapView, people_by_unit, recap};
pub use receipt::{HandedOver, ReceiptPaper, follows, receipt};
pub use signing::{
    RegisterPerson, RegisterRow, RegisterView, SignedLine, ToSign, decision_on, is_newest, register,
    signature_of, signatures_of,
};
pub use training_plan::{
    CompletedRow, NeedRow, Participant, TrainingBlock, TrainingPlanView, When, quarter, training_plan,
};

/// What the documents of one person say in a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormView {
    /// The language of the documents.
    pub lang: Lang,
    /// What they are called, and those who stand in them.
    pub naming: Naming,
    /// Who issues them, and for which period.
    pub issue: Issue,
    /// The person's name without titles.
    pub person: String,
    /// How results are stated, such as "Kuantitatif".
    pub approach: Option<String>,
    /// Whether the framework knows ways to state results at all.
    pub has_approaches: bool,
    /// Whether indicator and target are one text below the result.
    pub merged: bool,
    /// Who was concerned when the plan was agreed.
    pub at_plan: Parties,
    /// Who is concerned at the evaluation.
    pub at_evaluation: Parties,
    /// When both sides had agreed to the plan.
    pub agreed: Option<Date>,
    /// When the superior rated or, where an objection was decided later, when that was decided.
    pub evaluated: Option<Date>,
    /// When the person received the evaluation as it stands now.
    pub received: Option<Date>,
    /// Results. `None` where the framework plans none.
    pub results: Option<ResultsPart>,
    /// What else is rated, in the framework's order.
    pub behaviours: Vec<BehaviourPart>,
    /// The rating of the organisation. `None` where the framework knows none.
    pub organisation: Option<OrganisationPart>,
    /// The outcome.
    pub outcome: RatingLine,
    /// How the outcome was computed, in sentences; empty where it is looked up in a table of ratings that the document
    /// shows.
    pub derivation: Vec<Row>,
    /// When ratings were changed by a decision on an objection.
    pub decided: Option<Date>,
    /// The superior's notes and recommendation, as Markdown.
    pub recommendation: Option<String>,
    /// The plan's annex.
    pub annex: Vec<AnnexPart>,
}

/// Who issues a document, for which period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// The agency.
    pub agency: String,
    /// Its short name, else its name.
    pub short: String,
    /// The town in which documents are signed.
    pub place: Option<String>,
    /// The period's name, or that of the part of it that the document is about.
    pub period: String,
    /// The name of the whole period, where the document is about a part of it.
    pub whole: Option<String>,
    /// First and last day.
    pub range: Option<DateRange>,
    /// The day everything is seen from.
    pub today: Date,
}

/// The people a document concerns, with their posts of that time.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parties {
    /// Whose document it is.
    pub employee: Official,
    /// Who rates them.
    pub rater: Official,
    /// The superior of the rater.
    pub above: Official,
    /// Whom the form is for, as its title says it.
    pub form_title: Option<String>,
    /// Whether results carry a perspective instead of a superior's result.
    pub perspectives: bool,
}

/// A person as identity blocks name them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Official {
    /// Name with titles.
    pub name: Option<String>,
    /// What their number is called, such as "NIP".
    pub number_kind: Option<String>,
    /// Their number as documents print it.
    pub number: Option<String>,
    /// Rank and grade, such as "Penata (III/c)".
    pub rank: Option<String>,
    /// The post.
    pub position: Option<String>,
    /// The unit.
    pub unit: Option<String>,
    /// Whether they are from outside the agency. Officials from outside stand for an institution rather than a unit.
    pub outside: bool,
    /// The institution, where it is known of an official from outside.
    pub institution: Option<String>,
}

/// The part on results.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultsPart {
    /// The component's name.
    pub label: String,
    /// Results by their kinds, in the framework's order.
    pub groups: Vec<ResultGroup>,
    /// The rating of all of them.
    pub rating: RatingLine,
}

/// Results of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultGroup {
    /// The kind's name.
    pub label: String,
    /// The results.
    pub results: Vec<ResultRow>,
}

/// A result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultRow {
    /// The superior's result or the goal it supports.
    pub supports: Option<String>,
    /// The result.
    pub result: String,
    /// Its perspective.
    pub perspective: Option<String>,
    /// What shows that it is reached.
    pub indicators: Vec<IndicatorRow>,
    /// What the superior says about it.
    pub feedback: Vec<Remark>,
}

/// An indicator with its target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndicatorRow {
    /// The aspect it measures.
    pub aspect: Option<String>,
    /// What is measured.
    pub measure: String,
    /// What is aimed at, with its unit.
    pub target: String,
    /// What was reached.
    pub realised: Option<Realised>,
}

/// What was reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Realised {
    /// The value, with its unit.
    pub value: String,
    /// Evidence for it.
    pub evidence: Vec<String>,
    /// A remark on it.
    pub note: Option<String>,
}

/// What the superior says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// When it was said, for what was said in the course of the period.
    pub date: Option<Date>,
    /// The words, as Markdown.
    pub text: String,
}

/// A component that is rated by what the person does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BehaviourPart {
    /// The component's name.
    pub label: String,
    /// Its criteria.
    pub criteria: Vec<CriterionRow>,
    /// The rating of the whole.
    pub rating: RatingLine,
}

/// A criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CriterionRow {
    /// Its name.
    pub label: String,
    /// What it looks like in practice.
    pub guides: Vec<String>,
    /// What the superior expects in particular.
    pub expectation: Option<String>,
    /// What the superior says about it.
    pub feedback: Vec<Remark>,
}

/// A rating.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RatingLine {
    /// What is rated.
    pub label: String,
    /// The level's name.
    pub value: Option<String>,
    /// The level's name before a decision changed it.
    pub before: Option<String>,
    /// What the superior says about it.
    pub feedback: Vec<Remark>,
}

/// The organisation's rating and the spread of outcomes that goes with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganisationPart {
    /// What it is called.
    pub label: String,
    /// The level's name.
    pub value: Option<String>,
    /// The curve. `None` where the framework has none.
    pub curve: Option<Curve>,
}

/// A curve over the outcomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Curve {
    /// Names of the outcomes, lowest first.
    pub labels: Vec<String>,
    /// Heights above them; empty while the organisation is not rated.
    pub heights: Vec<u32>,
}

/// A part of the annex.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnnexPart {
    /// Its name.
    pub label: String,
    /// Its rows.
    pub rows: Vec<String>,
}
