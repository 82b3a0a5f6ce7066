//! Gathering what one person's documents say.

use super::parties::{Cast, last_post};
use super::rows::Source;
use super::{BehaviourPart, Curve, FormView, Issue, Naming, OrganisationPart, RatingLine, ResultsPart};
use crate::calendar::{Date, DateRange};
use crate::framework::{Framework, entry};
use crate::model::{Agency, Dossier, Passage, Period};
use crate::schema::headings;
use crate::schema::period::OrganisationRating;
use crate::schema::plan::Plan;
use crate::score::Scorecard;
use crate::text::Lang;
use crate::view::Scene;
use crate::view::derivation::{Audience, rows};
use crate::view::parts;
use crate::view::parts::label;

/// What a person's documents say in a period. Ratings are those of the scorecard; without one they stay blank. `None`
/// if the person is not known, or the period or its framework could not be read.
pub fn form(
    agency: &Agency,
    period: &Period,
    person: &str,
    card: Option<&Scorecard>,
    lang: Lang,
) -> Option<FormView> {
    let range = period.range()?;
    let nothing = Dossier::default();
    let dossier = period.dossiers.get(person).unwrap_or(&nothing);
    let unit = unit_within(agency, period, range, person);
    let (issue, organisation) = (issue(agency, period, lang), rating_for(agency, period, unit));
    let frame = Frame { range, dossier, issue, organisation };
    gather(agency, period, person, card, frame, lang)
}

/// What a person's evaluation says of a part of a period, such as a quarter. Ratings are those of the part's own scorecard;
/// without one they stay blank. The organisation's rating is that of the whole period, so it is said only if it was known
/// when the part was evaluated. `None` if nothing is kept of the part, or the period or its framework could not be read.
pub fn form_of_part(
    agency: &Agency,
    period: &Period,
    part: &str,
    person: &str,
    card: Option<&Scorecard>,
    lang: Lang,
) -> Option<FormView> {
    let days = period.part(part)?;
    let range = days.range();
    let dossier = period.dossiers.get(person)?.of_part(part, Some(range))?;
    let evaluated = dossier.supervisor.data().map(|assessment| assessment.date.value);
    let whole = issue(agency, period, lang);
    let issue =
        Issue { period: label(lang, &days.label), whole: Some(whole.period), range: Some(range), ..whole };
    let rating = rating_for(agency, period, unit_within(agency, period, range, person));
    let known = |rating: &&OrganisationRating| {
        rating.date.as_ref().zip(evaluated).is_some_and(|(set, evaluated)| set.value <= evaluated)
    };
    let frame = Frame { range, dossier: &dossier, issue, organisation: rating.filter(known) };
    gather(agency, period, person, card, frame, lang)
}

/// What a document is about: a whole period or a part of it.
struct Frame<'a> {
    range: DateRange,
    dossier: &'a Dossier,
    issue: Issue,
    organisation: Option<&'a OrganisationRating>,
}

fn gather(
    agency: &Agency,
    period: &Period,
    person: &str,
    card: Option<&Scorecard>,
    frame: Frame,
    lang: Lang,
) -> Option<FormView> {
    let framework = period.framework.as_deref()?;
    let Frame { range, dossier, issue, organisation } = frame;
    let roster = agency.roster_of(period);
    let employee = roster.person(person)?;
    let plan = dossier.plan.data();
    let cast = Cast { roster, framework, lang };

    let agreed = plan.and_then(agreed);
    let last = last_post(roster, range, person, agency.today);
    let last_day = last.map_or(range.first, |(_, day)| day);
    // Without an agreement the plan still concerns the post in which the person entered the period.
    let planned_on = agreed.unwrap_or(range.first);
    let planned_post = employee.assignment_on(planned_on).or(last.map(|(post, _)| post));
    let planned_on = planned_post.map_or(planned_on, |post| planned_on.max(post.from.value));

    let supervisor = dossier.supervisor.data();
    let decision = dossier.decided().map(|filed| &filed.data);
    let rater = supervisor.map(|assessment| assessment.by.value.as_str());
    let decider = decision.map(|decision| decision.by.value.as_str());
    let superiors = [rater, roster.superior_on(person, planned_on), roster.superior_on(person, last_day)];
    let source = Source { period, framework, dossier, lang, superiors };

    let decided =
        decision.filter(|decision| !decision.changes.is_empty()).map(|decision| decision.date.value);
    let evaluated = supervisor.map(|assessment| assessment.date.value).max(decided);
    let received = dossier.record.data().and_then(|record| record.received.as_ref()).map(|at| at.value);
    let approach = plan.and_then(|plan| plan.approach.as_ref()).map(|id| id.value.as_str());
    let settings = framework.data.results.as_ref();
    let merged_approach = settings.and_then(|settings| settings.merged_approach.as_ref());
    let ratings = Ratings { framework, source: &source, card, lang };

    Some(FormView {
        lang,
        naming: Naming::of(framework, lang),
        issue,
        person: employee.plain_name().to_owned(),
        approach: approach.map(|id| {
            let name = settings.and_then(|settings| entry(&settings.approaches, id));
            name.map_or_else(|| id.to_owned(), |name| label(lang, name))
        }),
        has_approaches: settings.is_some_and(|settings| !settings.approaches.is_empty()),
        merged: approach.is_some() && approach == merged_approach.map(|id| id.value.as_str()),
        at_plan: cast.parties(person, planned_post, planned_on, None, None),
        at_evaluation: cast.parties(person, last.map(|(post, _)| post), last_day, rater, decider),
        agreed,
        evaluated,
        received: received.filter(|day| evaluated.is_some_and(|evaluated| *day >= evaluated)),
        results: ratings.results(plan),
        behaviours: ratings.behaviours(plan),
        organisation: organisation_part(framework, organisation, lang),
        outcome: ratings.outcome(),
        derivation: card.filter(|card| card.value.is_some()).map_or_else(Vec::new, |card| {
            rows(&Scene::on_paper(agency, lang), framework, card, Audience::Rater)
        }),
        decided,
        recommendation: recommendation(dossier),
        annex: source.annex(plan),
    })
}

/// Who issues documents, for which period.
pub(super) fn issue(agency: &Agency, period: &Period, lang: Lang) -> Issue {
    let config = agency.config.as_ref();
    let name = config.map_or_else(String::new, |config| label(lang, &config.name));
    let short = config.and_then(|config| config.short.as_ref()).map(|short| label(lang, short));
    let named = period.data.as_ref().map(|data| label(lang, &data.label));
    Issue {
        short: short.unwrap_or_else(|| name.clone()),
        agency: name,
        place: config.and_then(|config| config.place.as_ref()).map(|place| place.value.clone()),
        period: named.unwrap_or_else(|| period.id.clone()),
        whole: None,
        range: period.range(),
        today: agency.today,
    }
}

/// The day on which both sides had agreed.
fn agreed(plan: &Plan) -> Option<Date> {
    let agreed = plan.agreed.as_ref()?;
    Some(agreed.employee.as_ref()?.value.max(agreed.superior.as_ref()?.value))
}

fn recommendation(dossier: &Dossier) -> Option<String> {
    let passages = &dossier.supervisor.get()?.passages;
    let under = |passage: &&Passage| passage.is_under(&headings::RECOMMENDATION);
    let text = passages.iter().find(under)?.prose.text.clone();
    (!text.is_empty()).then_some(text)
}

/// The unit whose rating counts for a person in a range of days.
fn unit_within<'a>(
    agency: &'a Agency,
    period: &'a Period,
    range: DateRange,
    person: &str,
) -> Option<&'a str> {
    let (post, _) = last_post(agency.roster_of(period), range, person, agency.today)?;
    post.unit.as_ref().map(|unit| unit.value.as_str())
}

/// The rating of a unit, else of the nearest unit above it, else of the agency.
pub(super) fn rating_for<'a>(
    agency: &'a Agency,
    period: &'a Period,
    unit: Option<&str>,
) -> Option<&'a OrganisationRating> {
    let units = agency.roster_of(period).units;
    let above = unit.into_iter().flat_map(|unit| units.ancestors(unit)).map(|unit| unit.id.value.as_str());
    let ids: Vec<&str> = unit.into_iter().chain(above).collect();
    ids.into_iter().find_map(|unit| period.unit_rating(unit)).or_else(|| period.agency_rating())
}

pub(super) fn organisation_part(
    framework: &Framework,
    rating: Option<&OrganisationRating>,
    lang: Lang,
) -> Option<OrganisationPart> {
    let scale = framework.data.organisation.as_ref()?;
    let level = rating.map(|rating| rating.rating.value.as_str());
    let name = |level: &str| {
        framework.organisation_label(level).map_or_else(|| level.to_owned(), |name| label(lang, name))
    };
    let curve = framework.data.distribution.as_ref().map(|distribution| {
        let rule = level.and_then(|level| entry(&distribution.rules, level));
        Curve {
            labels: framework
                .data
                .outcome
                .levels
                .iter()
                .map(|(_, level)| label(lang, &level.label))
                .collect(),
            heights: rule.map_or_else(Vec::new, |rule| rule.curve.iter().map(|at| at.value).collect()),
        }
    });
    Some(OrganisationPart { label: label(lang, &scale.label), value: level.map(name), curve })
}

/// What ratings are read from.
struct Ratings<'a> {
    framework: &'a Framework,
    source: &'a Source<'a>,
    card: Option<&'a Scorecard>,
    lang: Lang,
}

impl Ratings<'_> {
    fn results(&self, plan: Option<&Plan>) -> Option<ResultsPart> {
        let component = &self.framework.data.results.as_ref()?.component.value;
        let rating = self.line(component);
        Some(ResultsPart { label: rating.label.clone(), groups: self.source.groups(plan), rating })
    }

    fn behaviours(&self, plan: Option<&Plan>) -> Vec<BehaviourPart> {
        let results = self.framework.data.results.as_ref().map(|results| results.component.value.as_str());
        let components = self.framework.data.components.iter();
        components
            .filter(|(id, _)| Some(id.value.as_str()) != results)
            .map(|(id, component)| BehaviourPart {
                label: label(self.lang, &component.label),
                criteria: self.source.criteria(component, plan),
                rating: self.line(&id.value),
            })
            .collect()
    }

    /// The rating of a component.
    fn line(&self, component: &str) -> RatingLine {
        let score = self.card.and_then(|card| card.components.iter().find(|score| score.id == component));
        let name = self.framework.component(component).map(|component| label(self.lang, &component.label));
        RatingLine {
            label: name.unwrap_or_else(|| component.to_owned()),
            value: score
                .and_then(|score| parts::component(self.lang, self.framework, score))
                .map(|rank| rank.full()),
            before: score
                .and_then(|score| Some((score, score.before_decision.as_ref()?)))
                .map(|(score, got)| parts::got(self.lang, self.framework, &score.id, got).full()),
            feedback: self.source.rated_remarks(component),
        }
    }

    fn outcome(&self) -> RatingLine {
        let outcome = self.card.and_then(|card| parts::came_out(self.lang, self.framework, card));
        RatingLine {
            label: label(self.lang, &self.framework.data.outcome.label),
            value: outcome.map(|rank| rank.full()),
            before: None,
            feedback: vec![],
        }
    }
}
