//! A regulation in words: how an outcome comes about, who rates, which stages there are.

use serde::Serialize;

mod arithmetic;

pub(super) use arithmetic::ScoreView;

use super::Public;
use crate::framework::Framework;
use crate::num::Exact;
use crate::schema::framework::{
    Anchor, Approval, Component, Constraint, Criterion, Deadline, Distribution, FollowUpKind,
    OrganisationScale, Party, Scale,
};
use crate::schema::{Id, Label};
use crate::text::{self, Join};
use crate::view::matrix::{Matrix, matrix};
use crate::view::parts::{self, Day, Markdown, Rank};

/// The page of a regulation.
#[derive(Debug, Clone, Serialize)]
pub struct MethodPage {
    /// Its name.
    pub label: String,
    /// How it works.
    pub description: Option<Markdown>,
    /// Since when it may be used.
    pub valid_from: Option<Day>,
    /// The rules it rests on: name, and what it governs here.
    pub legal: Vec<(String, Option<String>)>,
    /// What is rated.
    pub components: Vec<ComponentView>,
    /// Who rates.
    pub raters: Vec<RaterView>,
    /// Name of the outcome.
    pub outcome: String,
    /// The number that gives the outcome, where there is one.
    pub score: Option<ScoreView>,
    /// The table that gives the outcome, where there is one.
    pub matrix: Option<Matrix>,
    /// Groups of outcomes as they are published, highest first.
    pub groups: Vec<Ladder>,
    /// Ratings of organisations.
    pub organisation: Option<OrganisationView>,
    /// How outcomes should be spread.
    pub distribution: Option<DistributionView>,
    /// The stages, in order.
    pub stages: Vec<StageView>,
    /// Who agreed to it: the day and the side. Who spoke for a side is a person, and stays inside.
    pub approvals: Vec<ApprovalView>,
    /// What was changed in it: the day, what, and why.
    pub changes: Vec<ChangeView>,
    /// Facts that are shown and count for nothing: name and meaning.
    pub context: Vec<(String, Option<String>)>,
    /// What follows from outcomes and ratings: name, what it is, and its meaning.
    pub follow_up: Vec<(String, String, Option<String>)>,
    /// Fewest people behind headcount and completeness.
    pub least_people: usize,
    /// Fewest people behind shares of outcomes.
    pub least_outcomes: usize,
    /// Fewest people that must be left beside those one rater decided on.
    pub least_beside: usize,
}

/// An agreement to a regulation.
#[derive(Debug, Clone, Serialize)]
pub struct ApprovalView {
    /// When.
    pub day: Day,
    /// For which side.
    pub party: String,
}

/// A change of a regulation.
#[derive(Debug, Clone, Serialize)]
pub struct ChangeView {
    /// When.
    pub day: Day,
    /// What was changed.
    pub what: String,
    /// Why.
    pub reason: Option<String>,
}

/// Something that is rated.
#[derive(Debug, Clone, Serialize)]
pub struct ComponentView {
    /// Its name.
    pub label: String,
    /// How it is judged.
    pub description: Option<String>,
    /// Whether it is part of another one.
    pub part: bool,
    /// Its weight among its siblings.
    pub weight: Option<String>,
    /// Its levels, lowest first.
    pub scale: Vec<Rank>,
    /// The numbers of its scale, where it is numeric.
    pub numbers: Option<String>,
    /// How it comes about, where it is computed.
    pub how: Vec<String>,
    /// Criteria.
    pub criteria: Vec<CriterionView>,
}

/// A criterion.
#[derive(Debug, Clone, Serialize)]
pub struct CriterionView {
    /// Its name.
    pub label: String,
    /// Its weight.
    pub weight: Option<String>,
    /// What it looks like in practice.
    pub guides: Vec<String>,
    /// What each level looks like, lowest first.
    pub levels: Vec<(String, String)>,
    /// What classes and posts require.
    pub required: Option<String>,
}

/// A kind of rater.
#[derive(Debug, Clone, Serialize)]
pub struct RaterView {
    /// Its name.
    pub label: String,
    /// From how many raters on what they say is shown to the person.
    pub display: u32,
}

/// A name with what belongs to it.
#[derive(Debug, Clone, Serialize)]
pub struct Ladder {
    /// The name.
    pub label: String,
    /// What belongs to it.
    pub entries: Vec<String>,
}

/// Ratings of organisations, highest first.
#[derive(Debug, Clone, Serialize)]
pub struct OrganisationView {
    /// Its name.
    pub label: String,
    /// The component of a head that follows from it.
    pub component: Option<String>,
    /// Levels with the rating their heads have then.
    pub levels: Vec<(String, Option<String>)>,
    /// The rule it comes from.
    pub legal: Option<String>,
}

/// The rule on spreads.
#[derive(Debug, Clone, Serialize)]
pub struct DistributionView {
    /// Fewest people it looks at.
    pub least: u32,
    /// What must hold by rating of the organisation, highest first.
    pub rules: Vec<Ladder>,
    /// The rule it comes from.
    pub legal: Option<String>,
}

/// A stage.
#[derive(Debug, Clone, Serialize)]
pub struct StageView {
    /// Its name.
    pub label: String,
    /// Whether everybody passes through it.
    pub required: bool,
    /// When it ends.
    pub deadline: Option<String>,
    /// The rule it comes from.
    pub legal: Option<String>,
}

pub(super) fn page(public: &Public, framework: &Framework) -> MethodPage {
    let data = &framework.data;
    let label = |label: &Label| public.label(label);
    MethodPage {
        label: label(&data.label.value),
        description: data.description.as_ref().map(|text| Markdown(label(&text.value))),
        valid_from: data.valid_from.as_ref().map(|date| Day::new(public.lang, date.value)),
        legal: data
            .legal
            .iter()
            .map(|basis| (label(&basis.title.value), basis.about.as_ref().map(|about| label(&about.value))))
            .collect(),
        components: components(public, framework),
        raters: data
            .raters
            .iter()
            .map(|(_, kind)| RaterView { label: label(&kind.label.value), display: kind.display.value })
            .collect(),
        outcome: label(&data.outcome.label.value),
        score: arithmetic::score(public, framework),
        matrix: matrix(public.lang, framework, None),
        groups: groups(public, framework),
        approvals: data.approvals.iter().map(|approval| approved(public, approval)).collect(),
        changes: data
            .changes
            .iter()
            .map(|change| ChangeView {
                day: Day::new(public.lang, change.date.value),
                what: label(&change.what.value),
                reason: change.reason.as_ref().map(|reason| label(&reason.value)),
            })
            .collect(),
        context: data
            .context
            .iter()
            .map(|(_, fact)| {
                (label(&fact.label.value), fact.description.as_ref().map(|text| label(&text.value)))
            })
            .collect(),
        follow_up: data
            .follow_up
            .iter()
            .map(|(_, rule)| {
                let description = rule.description.as_ref().map(|text| label(&text.value));
                (label(&rule.label.value), public.say(kind_word(rule.kind.value), &[]), description)
            })
            .collect(),
        organisation: data.organisation.as_ref().map(|scale| organisation(public, framework, scale)),
        distribution: data.distribution.as_ref().map(|rule| distribution(public, framework, rule)),
        stages: data
            .stages
            .iter()
            .map(|(_, stage)| StageView {
                label: label(&stage.label.value),
                required: stage.required,
                deadline: stage.deadline.as_ref().map(|deadline| when(public, deadline)),
                legal: stage
                    .deadline
                    .as_ref()
                    .and_then(|deadline| deadline.legal.as_ref())
                    .map(|legal| label(&legal.value)),
            })
            .collect(),
        least_people: public.bounds.people,
        least_outcomes: public.bounds.outcomes,
        least_beside: public.bounds.beside_one_rater,
    }
}

/// The word for what follows.
fn kind_word(kind: FollowUpKind) -> &'static str {
    match kind {
        FollowUpKind::Talent => "follow-talent",
        FollowUpKind::Promotion => "follow-promotion",
        FollowUpKind::Development => "follow-development",
        FollowUpKind::Reward => "follow-reward",
        FollowUpKind::Coaching => "follow-coaching",
        FollowUpKind::Sanction => "follow-sanction",
    }
}

fn approved(public: &Public, approval: &Approval) -> ApprovalView {
    let party = match approval.party.value {
        Party::Official => "party-official",
        Party::Expert => "party-expert",
        Party::Staff => "party-staff",
    };
    ApprovalView { day: Day::new(public.lang, approval.date.value), party: public.say(party, &[]) }
}

fn components(public: &Public, framework: &Framework) -> Vec<ComponentView> {
    let view = |(id, component): &(Id, Component)| ComponentView {
        label: public.label(&component.label.value),
        description: component.description.as_ref().map(|text| public.label(&text.value)),
        part: component.part_of.is_some(),
        weight: component.weight.as_ref().map(|weight| weight_words(public, weight)),
        scale: framework
            .levels_of(&id.value)
            .unwrap_or(&[])
            .iter()
            .map(|(level, _)| parts::level(public.lang, framework, &id.value, &level.value))
            .collect(),
        numbers: framework.scale_of(&id.value).and_then(|scale| numbers(public, scale)),
        how: if framework.is_ordinal(component) {
            vec![]
        } else {
            arithmetic::component(public, framework, component, &id.value)
        },
        criteria: component.criteria.iter().map(|(id, one)| criterion(public, framework, id, one)).collect(),
    };
    framework.data.components.iter().map(view).collect()
}

fn criterion(public: &Public, framework: &Framework, id: &Id, one: &Criterion) -> CriterionView {
    let mark = |mark: &str| parts::level(public.lang, framework, &id.value, mark).label;
    let required: Vec<String> = one
        .required
        .iter()
        .map(|(who, level)| {
            let who = match who.value.as_str() {
                "all" => text::phrase(public.lang, "method-required-all").to_owned(),
                id => arithmetic::class_or_post(public, framework, id),
            };
            format!("{who} {}", mark(&level.value))
        })
        .collect();
    let required = (!required.is_empty()).then(|| text::list(public.lang, Join::And, &required));
    CriterionView {
        label: public.label(&one.label.value),
        weight: one.weight.as_ref().map(|weight| weight_words(public, weight)),
        guides: one.guides.iter().map(|guide| public.label(&guide.value)).collect(),
        levels: one
            .levels
            .iter()
            .map(|(level, text)| (mark(&level.value), public.label(&text.value)))
            .collect(),
        required: required.map(|list| public.say("method-required", &[("list", &list)])),
    }
}

fn weight_words(public: &Public, weight: &Exact) -> String {
    public.say("method-weight", &[("n", &parts::number(public.lang, weight))])
}

fn numbers(public: &Public, scale: &Scale) -> Option<String> {
    let range = scale.range.as_ref()?;
    let n = |at: &Exact| parts::number(public.lang, at);
    let (from, to) = (n(&range.from), n(&range.to));
    Some(match &range.step {
        Some(step) => public.say("method-numbers-step", &[("from", &from), ("to", &to), ("step", &n(step))]),
        None => public.say("method-numbers", &[("from", &from), ("to", &to)]),
    })
}

fn groups(public: &Public, framework: &Framework) -> Vec<Ladder> {
    let outcome = &framework.data.outcome;
    let inside = |group: &str| {
        let levels = outcome.levels.iter();
        levels
            .filter(|(_, level)| level.group.as_ref().is_some_and(|own| own.value == group))
            .map(|(_, level)| public.label(&level.label.value))
            .collect()
    };
    let groups = outcome.groups.iter().rev();
    groups
        .map(|(id, label)| Ladder { label: public.label(&label.value), entries: inside(&id.value) })
        .collect()
}

fn organisation(public: &Public, framework: &Framework, scale: &OrganisationScale) -> OrganisationView {
    let component = scale.component.as_ref().map(|component| component.value.as_str());
    let levels = scale.levels.iter().rev().map(|(_, level)| {
        let head = level.head_rating.as_ref().zip(component).and_then(|(rating, component)| {
            framework.level_label(component, &rating.value).map(|label| public.label(label))
        });
        (public.label(&level.label.value), head)
    });
    OrganisationView {
        label: public.label(&scale.label.value),
        component: component
            .and_then(|component| framework.rated_label(component))
            .map(|label| public.label(label)),
        levels: levels.collect(),
        legal: scale.legal.as_ref().map(|legal| public.label(&legal.value)),
    }
}

fn distribution(public: &Public, framework: &Framework, rule: &Distribution) -> DistributionView {
    let rules = rule.rules.iter().map(|(id, rule)| Ladder {
        label: framework
            .organisation_label(&id.value)
            .map_or_else(|| id.value.clone(), |label| public.label(label)),
        entries: rule.constraints.iter().flat_map(|demand| demands(public, framework, demand)).collect(),
    });
    DistributionView {
        least: rule.min_headcount.value,
        rules: rules.collect(),
        legal: rule.legal.as_ref().map(|legal| public.label(&legal.value)),
    }
}

/// What a constraint demands, as sentences.
fn demands(public: &Public, framework: &Framework, constraint: &Constraint) -> Vec<String> {
    let names: Vec<String> = constraint
        .levels
        .iter()
        .map(|level| {
            let label = framework.outcome_label(&level.value);
            label.map_or_else(|| level.value.clone(), |label| public.label(label))
        })
        .collect();
    let levels = text::list(public.lang, Join::Or, &names);
    let say = |key, limit: String| public.say(key, &[("levels", &levels), ("limit", &limit)]);
    let percent = |at: &crate::schema::At<crate::num::Exact>| parts::number(public.lang, &at.value);
    let most = constraint.at_most_percent.as_ref().map(|at| match at.value.is_zero() {
        true => say("public-nobody", String::new()),
        false => say("public-at-most-percent", percent(at)),
    });
    let least = constraint.at_least_percent.as_ref().map(|at| say("public-at-least-percent", percent(at)));
    let fewest = constraint.at_least.as_ref().map(|at| say("public-at-least-people", at.value.to_string()));
    [most, least, fewest].into_iter().flatten().collect()
}

fn when(public: &Public, deadline: &Deadline) -> String {
    let after = match deadline.after.value {
        Anchor::Start => "public-after-start",
        Anchor::End => "public-after-end",
        Anchor::Delivered => "public-after-delivered",
        Anchor::Received => "public-after-received",
        Anchor::Objection => "public-after-objection",
    };
    let after = public.say(after, &[]);
    let (key, count) = match (&deadline.days, &deadline.workdays) {
        (Some(days), _) => ("public-days", days.value),
        (None, Some(workdays)) => ("public-workdays", workdays.value),
        (None, None) => return after,
    };
    public.say(key, &[("n", &count), ("after", &after)])
}
