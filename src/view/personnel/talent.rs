//! Talent: the nine boxes, who qualifies for what by rule, and awards that rules propose.

use serde::Serialize;

use super::{dossier_path, person_path};
use crate::framework::entry;
use crate::insight::{
    Candidate, NineBox, PeriodInsight, Proposal, Qualified, follow_ups, nine_box, proposals,
};
use crate::schema::framework::{AwardBy, AwardOf, AwardRule, FollowUpKind};
use crate::view::derivation::Audience;
use crate::view::growth::{self, FollowUpView};
use crate::view::parts::{self, Link, Rank};
use crate::view::scene::Scene;

/// Talent of a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TalentPage {
    /// The period's id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// How many take part.
    pub people: usize,
    /// How many have an outcome.
    pub rated: usize,
    /// The nine boxes.
    pub boxes: Option<BoxesView>,
    /// Who qualifies for what, by rule, in the framework's order.
    pub rules: Vec<RuleList>,
    /// Awards that rules propose.
    pub proposals: Vec<ProposalView>,
}

/// The nine boxes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BoxesView {
    /// Name of the component that grows to the right.
    pub across: String,
    /// Name of the component that grows upwards.
    pub up: String,
    /// Names of the thirds, lowest first.
    pub thirds: Vec<String>,
    /// Rows, the highest third first.
    pub rows: Vec<BoxRow>,
    /// How many have an outcome and no place.
    pub unplaced: usize,
}

/// A row of boxes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BoxRow {
    /// The third.
    pub third: String,
    /// Boxes, the lowest third first.
    pub cells: Vec<BoxCell>,
}

/// A box.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BoxCell {
    /// Where it lies: `low`, `mid` or `high`, by the sum of its thirds.
    pub tone: &'static str,
    /// Who stands in it, by name.
    pub people: Vec<Link>,
}

/// Who qualifies by a rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RuleList {
    /// The rule.
    pub label: String,
    /// What it is, in words.
    pub kind_label: String,
    /// What it is, for machines.
    pub kind: &'static str,
    /// What it means, by the framework.
    pub description: Option<String>,
    /// The rule it comes from.
    pub legal: Option<String>,
    /// Who qualifies, by name.
    pub people: Vec<RulePerson>,
}

/// Somebody who qualifies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RulePerson {
    /// Their name.
    pub name: String,
    /// Their page.
    pub href: String,
    /// Their unit.
    pub unit: Option<String>,
    /// The periods that counted.
    pub because: String,
    /// What was recorded beside, in words.
    pub recorded: Option<String>,
}

/// What a rule proposes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProposalView {
    /// The award.
    pub label: String,
    /// What is compared, and among how many.
    pub by: String,
    /// That several are level, in words.
    pub tied: Option<String>,
    /// Whom it proposes.
    pub candidates: Vec<CandidateRow>,
}

/// Somebody, or a unit, that is proposed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CandidateRow {
    /// The place.
    pub place: usize,
    /// Its name.
    pub name: String,
    /// The page of a person.
    pub href: Option<String>,
    /// The level that was reached.
    pub rank: Option<Rank>,
    /// What was compared, in words.
    pub figure: String,
}

/// Talent of a period. `None` if its framework cannot be read.
pub fn talent(scene: &Scene, insight: &PeriodInsight) -> Option<TalentPage> {
    let framework = insight.period.framework.as_deref()?;
    let qualified: Vec<(&str, Vec<Qualified>)> = insight
        .scorecards
        .keys()
        .map(|person| (person.as_str(), follow_ups(scene.survey, insight, person)))
        .collect();
    let rules = framework
        .data
        .follow_up
        .iter()
        .filter_map(|(id, _)| rule_list(scene, insight, &qualified, &id.value));
    Some(TalentPage {
        id: insight.period.id.clone(),
        label: scene.period(insight.period),
        people: insight.progress.len(),
        rated: insight.scorecards.values().filter(|card| card.outcome.is_some()).count(),
        boxes: nine_box(insight).filter(|found| found.people() > 0).map(|found| boxes(scene, insight, found)),
        rules: rules.collect(),
        proposals: proposals(scene.agency, insight)
            .iter()
            .filter_map(|proposal| proposal_view(scene, insight, proposal))
            .collect(),
    })
}

fn boxes(scene: &Scene, insight: &PeriodInsight, found: NineBox) -> BoxesView {
    let topic = |id: &str| {
        insight
            .period
            .framework
            .as_deref()
            .map_or_else(|| id.to_owned(), |framework| scene.topic(framework, id))
    };
    let thirds = ["third-low", "third-mid", "third-high"].map(|key| scene.word(key).to_owned());
    let tones = ["low", "low", "mid", "high", "high"];
    let cell = |(up, across): (usize, usize), people: &[String]| {
        let mut people: Vec<Link> = people
            .iter()
            .map(|person| Link { label: scene.name(person), href: dossier_path(&insight.period.id, person) })
            .collect();
        people.sort_by_cached_key(|link| (link.label.to_lowercase(), link.href.clone()));
        BoxCell { tone: tones[up + across], people }
    };
    let rows = found.boxes.iter().enumerate().rev().map(|(up, row)| BoxRow {
        third: thirds[up].clone(),
        cells: row.iter().enumerate().map(|(across, people)| cell((up, across), people)).collect(),
    });
    BoxesView {
        across: topic(&found.across),
        up: topic(&found.up),
        rows: rows.collect(),
        thirds: thirds.to_vec(),
        unplaced: found.unplaced,
    }
}

fn rule_list(
    scene: &Scene,
    insight: &PeriodInsight,
    qualified: &[(&str, Vec<Qualified>)],
    id: &str,
) -> Option<RuleList> {
    let framework = insight.period.framework.as_deref()?;
    let rule = entry(&framework.data.follow_up, id)?;
    let holds = qualified
        .iter()
        .filter_map(|(person, found)| Some((*person, found.iter().find(|one| one.rule == id)?)));
    let mut people: Vec<RulePerson> = holds
        .map(|(person, found)| RulePerson {
            name: scene.name(person),
            href: dossier_path(&insight.period.id, person),
            unit: insight
                .progress
                .get(person)
                .and_then(|progress| progress.unit.as_ref())
                .map(|unit| scene.unit(insight.period, unit)),
            because: growth::because(scene, insight, rule, &found.counted),
            recorded: recorded(scene, insight, person, rule.kind.value),
        })
        .collect();
    people.sort_by_cached_key(|row| (row.name.to_lowercase(), row.href.clone()));
    // The words of the rule, whoever it holds for.
    let nobody = Qualified { rule: id.to_owned(), counted: vec![] };
    let FollowUpView { label, kind, kind_label, description, legal, .. } =
        growth::follow_up(scene, insight, &nobody, Audience::Personnel)?;
    Some(RuleList { label, kind_label, kind, description, legal, people })
}

/// What was recorded of a person since a period began that belongs to a kind of follow-up, in words.
fn recorded(scene: &Scene, insight: &PeriodInsight, person: &str, kind: FollowUpKind) -> Option<String> {
    let begins = insight.period.range()?.first;
    let since: Vec<&PeriodInsight> = scene
        .survey
        .iter()
        .filter(|one| {
            one.period.end().is_some_and(|end| end >= begins) && one.scorecards.contains_key(person)
        })
        .collect();
    let development = || since.iter().filter_map(|one| one.period.dossiers.get(person)?.development.data());
    let date = |day| crate::text::date(scene.lang, day);
    match kind {
        FollowUpKind::Coaching => {
            let talks = || development().flat_map(|found| &found.coaching).map(|talk| talk.date.value);
            let last = date(talks().max()?);
            Some(scene.say("recorded-coaching", &[("n", &talks().count()), ("date", &last)]))
        }
        FollowUpKind::Sanction => {
            let steps = development().flat_map(|found| &found.sanctions);
            let last = steps.max_by_key(|step| step.date.value)?;
            let day = date(last.date.value);
            Some(scene.say("recorded-sanction", &[("step", &last.step.value), ("date", &day)]))
        }
        FollowUpKind::Development => {
            let trainings = || development().flat_map(|found| &found.trainings);
            let done = trainings().filter(|training| training.completed.is_some()).count();
            let planned = trainings().count() - done;
            (done + planned > 0)
                .then(|| scene.say("recorded-trainings", &[("done", &done), ("planned", &planned)]))
        }
        FollowUpKind::Reward => {
            let awards = since.iter().filter_map(|one| one.period.awards.data()).flatten();
            let theirs =
                awards.filter(|(_, award)| award.members.iter().any(|member| member.value == person));
            let titles: Vec<String> = theirs.map(|(_, award)| scene.label(&award.title.value)).collect();
            (!titles.is_empty()).then(|| titles.join("; "))
        }
        FollowUpKind::Talent | FollowUpKind::Promotion => development()
            .filter_map(|found| found.career.as_ref())
            .next_back()
            .map(|career| career.value.clone()),
    }
}

fn proposal_view(scene: &Scene, insight: &PeriodInsight, proposal: &Proposal) -> Option<ProposalView> {
    let framework = insight.period.framework.as_deref()?;
    let rule = entry(&framework.data.awards, &proposal.rule)?;
    let what = match (&rule.rated, rule.by.value) {
        (_, AwardBy::Goals) => scene.word("proposal-goals").to_owned(),
        (Some(id), AwardBy::Rated) => scene.topic(framework, &id.value),
        _ => scene.label(&framework.data.outcome.label.value),
    };
    let among = match rule.of.value {
        AwardOf::Person => "proposal-by-people",
        AwardOf::Unit => "proposal-by-units",
    };
    let tied = proposal
        .is_tied
        .then(|| scene.say("proposal-tied", &[("n", &proposal.candidates.len()), ("places", &rule.places)]));
    Some(ProposalView {
        label: scene.label(&rule.label.value),
        by: scene.say(among, &[("what", &what), ("n", &proposal.compared), ("least", &rule.min_people)]),
        tied,
        candidates: proposal.candidates.iter().map(|one| candidate(scene, insight, rule, one)).collect(),
    })
}

fn candidate(scene: &Scene, insight: &PeriodInsight, rule: &AwardRule, one: &Candidate) -> CandidateRow {
    let is_person = rule.of.value == AwardOf::Person;
    let framework = insight.period.framework.as_deref();
    let rank = one.level.as_ref().zip(framework).map(|(level, framework)| match &rule.rated {
        Some(id) if rule.by.value == AwardBy::Rated => parts::level(scene.lang, framework, &id.value, level),
        _ => parts::outcome(scene.lang, framework, level),
    });
    let decimals = framework.map_or(2, parts::decimals);
    let value = one.value.as_ref().map(|value| crate::text::decimal(scene.lang, value, decimals));
    let figure = match (rule.by.value, value) {
        (AwardBy::Goals, _) => {
            let percent = crate::text::decimal(scene.lang, &one.figure, 1);
            scene.say("figure-goals", &[("percent", &percent), ("n", &one.of)])
        }
        (_, Some(value)) if is_person => value,
        (_, None) if is_person && rank.is_some() => String::new(),
        (_, Some(value)) => scene.say("figure-mean", &[("value", &value), ("n", &one.of)]),
        (_, None) if is_person => place(scene, &one.figure),
        (_, None) => scene.say("figure-mean-place", &[("value", &place(scene, &one.figure)), ("n", &one.of)]),
    };
    CandidateRow {
        place: one.place,
        name: if is_person { scene.name(&one.id) } else { scene.unit(insight.period, &one.id) },
        href: is_person.then(|| person_path(&one.id)),
        rank,
        figure,
    }
}

/// A place on a scale between 0 and 1.
fn place(scene: &Scene, place: &crate::num::Exact) -> String {
    crate::view::calibration::figure(scene, place)
}
