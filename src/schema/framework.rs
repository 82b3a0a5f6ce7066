//! `frameworks/<id>.yaml`: an appraisal system as data.

mod define;

pub use define::framework;

use super::value::{At, Id, Label};
use crate::calendar::Date;
use crate::num::Exact;

/// A framework as written.
#[derive(Debug, Clone)]
pub struct FrameworkFile {
    /// Its name.
    pub label: At<Label>,
    /// How it works, in words (Markdown).
    pub description: Option<At<Label>>,
    /// The rules it rests on.
    pub legal: Vec<LegalBasis>,
    /// First day it may be used.
    pub valid_from: Option<At<Date>>,
    /// Last day it may be used.
    pub valid_to: Option<At<Date>>,
    /// Scales, each an ascending list of levels.
    pub scales: Vec<(Id, Vec<(Id, Level)>)>,
    /// What is rated.
    pub components: Vec<(Id, Component)>,
    /// How results are planned.
    pub results: Option<Results>,
    /// Parts of the plan's annex.
    pub annex: Vec<(Id, At<Label>)>,
    /// Who rates, and from how many their ratings are shown.
    pub raters: Vec<(Id, RaterKind)>,
    /// How the outcome comes about.
    pub outcome: Outcome,
    /// Ratings of organisations.
    pub organisation: Option<OrganisationScale>,
    /// How outcomes should be spread.
    pub distribution: Option<Distribution>,
    /// Stages of the period, in order.
    pub stages: Vec<(Id, Stage)>,
    /// Classes of posts.
    pub classes: Vec<(Id, Class)>,
    /// Grades and their ranks, as documents print them.
    pub grades: Vec<(Id, At<Label>)>,
}

/// A rule the framework rests on.
#[derive(Debug, Clone)]
pub struct LegalBasis {
    /// Its name.
    pub title: At<Label>,
    /// What it governs here.
    pub about: Option<At<Label>>,
}

/// A level of a scale.
#[derive(Debug, Clone)]
pub struct Level {
    /// Its name.
    pub label: At<Label>,
    /// Coarse group for what is published.
    pub group: Option<Id>,
}

/// Something that is rated on a scale.
#[derive(Debug, Clone)]
pub struct Component {
    /// Its name.
    pub label: At<Label>,
    /// How it is judged, in words.
    pub description: Option<At<Label>>,
    /// The scale.
    pub scale: Id,
    /// Criteria below it, which may be rated on the same scale and bear no arithmetic.
    pub criteria: Vec<(Id, Criterion)>,
}

/// A criterion of a component.
#[derive(Debug, Clone)]
pub struct Criterion {
    /// Its name.
    pub label: At<Label>,
    /// What it looks like in practice.
    pub guides: Vec<At<Label>>,
}

/// How results are planned.
#[derive(Debug, Clone)]
pub struct Results {
    /// The component they are rated under.
    pub component: Id,
    /// Kinds of results, in the order they are printed.
    pub kinds: Vec<(Id, At<Label>)>,
    /// The kinds of which every plan has at least one.
    pub required_kinds: Vec<Id>,
    /// The kinds whose results support one of the superior's.
    pub cascading_kinds: Vec<Id>,
    /// Ways to state results.
    pub approaches: Vec<(Id, At<Label>)>,
    /// The way that merges indicator and target into one text.
    pub merged_approach: Option<Id>,
    /// Aspects of indicators.
    pub aspects: Vec<(Id, At<Label>)>,
    /// Perspectives of results.
    pub perspectives: Vec<(Id, At<Label>)>,
    /// First words by which a result is recognised as an activity.
    pub activity_words: Vec<At<String>>,
}

/// A kind of rater.
#[derive(Debug, Clone)]
pub struct RaterKind {
    /// Its name.
    pub label: At<Label>,
    /// From how many raters on their ratings are shown to the person.
    pub display: At<u32>,
}

/// How the outcome comes about: looked up from two components.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// Its name, such as "Predikat Kinerja".
    pub label: At<Label>,
    /// Levels, lowest first.
    pub levels: Vec<(Id, Level)>,
    /// Groups of levels for what is published, lowest first.
    pub groups: Vec<(Id, At<Label>)>,
    /// The table.
    pub matrix: Matrix,
}

/// A table from two components' levels to an outcome.
#[derive(Debug, Clone)]
pub struct Matrix {
    /// The component of the rows.
    pub rows: Id,
    /// The component of the columns.
    pub columns: Id,
    /// Outcomes by row level and column level.
    pub cells: Vec<(Id, Vec<(Id, Id)>)>,
    /// The rule it comes from.
    pub legal: Option<At<Label>>,
}

/// Ratings of organisations, and what they mean for their heads.
#[derive(Debug, Clone)]
pub struct OrganisationScale {
    /// Its name, such as "Capaian Kinerja Organisasi".
    pub label: At<Label>,
    /// The component of a head that follows from it.
    pub component: Option<Id>,
    /// Levels, lowest first.
    pub levels: Vec<(Id, OrganisationLevel)>,
    /// The rule it comes from.
    pub legal: Option<At<Label>>,
}

/// A level of organisations.
#[derive(Debug, Clone)]
pub struct OrganisationLevel {
    /// Its name.
    pub label: At<Label>,
    /// The level its head's component has then.
    pub head_rating: Option<Id>,
}

/// How outcomes should be spread, by the organisation's rating.
#[derive(Debug, Clone)]
pub struct Distribution {
    /// Fewest people from which on it is looked at.
    pub min_headcount: At<u32>,
    /// The rule it comes from.
    pub legal: Option<At<Label>>,
    /// Constraints by organisation level.
    pub rules: Vec<(Id, DistributionRule)>,
}

/// The constraints under one organisation level.
#[derive(Debug, Clone)]
pub struct DistributionRule {
    /// What must hold.
    pub constraints: Vec<Constraint>,
    /// Heights of the curve that the form prints, lowest outcome first; a picture, not a rule.
    pub curve: Vec<At<u32>>,
}

/// A bound on how many people have one of some outcomes.
#[derive(Debug, Clone)]
pub struct Constraint {
    /// The outcomes counted together.
    pub levels: Vec<Id>,
    /// Largest share, in percent.
    pub at_most_percent: Option<At<Exact>>,
    /// Smallest share, in percent.
    pub at_least_percent: Option<At<Exact>>,
    /// Fewest people.
    pub at_least: Option<At<u32>>,
}

/// What a stage's deadline counts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// First day of the period.
    Start,
    /// Last day of the period.
    End,
    /// The day the evaluation document was handed over.
    Delivered,
    /// The day it was received.
    Received,
    /// The day the objection was handed in.
    Objection,
}

/// What happens in a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum StageEvent {
    /// Both sides agreed to the plan.
    Plan,
    /// The person reported.
    SelfReview,
    /// Colleagues gave their view.
    Colleagues,
    /// The superior rated.
    Supervisor,
    /// The appraisal was talked over.
    Discussion,
    /// The person was shown the result.
    Release,
    /// The document was handed over.
    Delivery,
    /// The person confirmed having it.
    Receipt,
    /// The person objected.
    Objection,
    /// The objection was decided.
    Decision,
}

/// A stage of the period.
#[derive(Debug, Clone)]
pub struct Stage {
    /// Its name.
    pub label: At<Label>,
    /// What happens in it.
    pub event: At<StageEvent>,
    /// Whether everybody passes through it.
    pub required: bool,
    /// When it ends.
    pub deadline: Option<Deadline>,
}

/// When a stage ends.
#[derive(Debug, Clone)]
pub struct Deadline {
    /// What it counts from.
    pub after: At<Anchor>,
    /// Calendar days after it.
    pub days: Option<At<u32>>,
    /// Workdays after it.
    pub workdays: Option<At<u32>>,
    /// The rule it comes from.
    pub legal: Option<At<Label>>,
}

/// A class of posts.
#[derive(Debug, Clone)]
pub struct Class {
    /// Its name.
    pub label: At<Label>,
    /// Whom the plan's form is for, as its title says it.
    pub form_title: Option<At<Label>>,
    /// Whether results carry perspectives instead of a superior's result.
    pub perspectives: bool,
}
