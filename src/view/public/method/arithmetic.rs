//! How numbers come about under a regulation, in sentences and tables.

use serde::Serialize;

use super::super::Public;
use crate::framework::{Framework, entry};
use crate::num::Exact;
use crate::schema::framework::{
    Band, Combine, Component, CountCase, IndicatorRule, LowerFormula, Source, Valuation,
};
use crate::schema::{At, Id, Label};
use crate::text::{self, Join};
use crate::view::parts::{self, Rank};

/// How the number behind an outcome comes about, and which outcome it gives.
#[derive(Debug, Clone, Serialize)]
pub struct ScoreView {
    /// Its name.
    pub label: String,
    /// What it is made of, and what else is done with it.
    pub sentences: Vec<String>,
    /// From numbers to outcomes, in the order in which they are tried.
    pub bands: Vec<BandView>,
    /// Conditions beside the number: name and what it takes.
    pub conditions: Vec<(String, Option<String>)>,
    /// Ratings that hold the outcome down.
    pub vetoes: Vec<String>,
    /// The rule it comes from.
    pub legal: Option<String>,
}

/// A band.
#[derive(Debug, Clone, Serialize)]
pub struct BandView {
    /// Its ends in words.
    pub range: String,
    /// What it gives.
    pub rank: Rank,
    /// Conditions it asks for.
    pub when: Vec<String>,
    /// The rule it comes from.
    pub legal: Option<String>,
}

pub(super) fn score(public: &Public, framework: &Framework) -> Option<ScoreView> {
    let outcome = &framework.data.outcome;
    let score = outcome.score.as_ref()?;
    let roots: Vec<(&Label, Option<&At<Exact>>)> = framework
        .parts_of(None)
        .map(|(_, component)| (&component.label.value, component.weight.as_ref()))
        .collect();
    let label = public.label(&score.label.as_ref().unwrap_or(&outcome.label).value);
    let mut sentences = vec![made_of(public, &label, score.combine.as_ref().map(|at| at.value), &roots)];
    if let Some(times) = &score.times {
        sentences.push(say(public, "method-times", &[("n", &number(public, times))]));
    }
    let range = [("from", number(public, &score.from)), ("to", number(public, &score.to))];
    sentences.push(say(public, "method-range", &range.each_ref().map(|(slot, n)| (*slot, n.as_str()))));
    let key = if score.round.is_some() { "method-rounded" } else { "method-unrounded" };
    let decimals = score.round.as_ref().map_or(score.decimals, |round| round.decimals.value).to_string();
    sentences.push(say(public, key, &[("n", &decimals)]));
    Some(ScoreView {
        sentences,
        bands: bands(public, framework, &outcome.bands, |id| parts::outcome(public.lang, framework, id)),
        conditions: outcome
            .conditions
            .iter()
            .map(|(_, one)| {
                let description = one.description.as_ref().map(|text| public.label(&text.value));
                (public.label(&one.label.value), description)
            })
            .collect(),
        vetoes: outcome
            .vetoes
            .iter()
            .map(|veto| {
                let named = |id: &Id| framework.rated_label(&id.value).map(|label| public.label(label));
                let of: Vec<String> = veto.of.iter().filter_map(named).collect();
                let of = match of.as_slice() {
                    [] => text::phrase(public.lang, "method-any-rating").to_owned(),
                    some => text::list(public.lang, Join::Or, some),
                };
                let rated = veto.of.first().map(|id| id.value.clone()).or_else(|| first_rated(framework));
                let mark = rated.map_or_else(
                    || veto.at_most.value.clone(),
                    |rated| parts::level(public.lang, framework, &rated, &veto.at_most.value).label,
                );
                let limit = parts::outcome(public.lang, framework, &veto.outcome.value).label;
                say(public, "method-veto", &[("of", &of), ("mark", &mark), ("limit", &limit)])
            })
            .collect(),
        legal: score.legal.as_ref().map(|legal| public.label(&legal.value)),
        label,
    })
}

/// Something that has a scale, where a veto names nothing of its own.
fn first_rated(framework: &Framework) -> Option<String> {
    let criteria = framework.criteria().map(|(_, id, _)| id.value.clone());
    let components = framework.data.components.iter().map(|(id, _)| id.value.clone());
    criteria.chain(components).find(|id| framework.scale_of(id).is_some())
}

/// How a component comes about.
pub(super) fn component(
    public: &Public,
    framework: &Framework,
    component: &Component,
    id: &str,
) -> Vec<String> {
    let name = public.label(&component.label.value);
    let combine = component.combine.as_ref().map(|at| at.value);
    let mut sentences = match component.source {
        Source::Rating => vec![text::phrase(public.lang, "method-rated").to_owned()],
        Source::Criteria => {
            let criteria: Vec<(&Label, Option<&At<Exact>>)> = component
                .criteria
                .iter()
                .map(|(_, criterion)| (&criterion.label.value, criterion.weight.as_ref()))
                .collect();
            vec![made_of(public, &name, combine, &criteria)]
        }
        Source::Parts => {
            let within: Vec<(&Label, Option<&At<Exact>>)> = framework
                .parts_of(Some(id))
                .map(|(_, part)| (&part.label.value, part.weight.as_ref()))
                .collect();
            vec![made_of(public, &name, combine, &within)]
        }
        Source::Results => {
            let valuation =
                component.valuation.as_ref().and_then(|id| entry(&framework.data.valuations, &id.value));
            valuation.map_or_else(Vec::new, |valuation| valued(public, framework, valuation))
        }
    };
    sentences.extend(raters(public, framework, component));
    if !component.applies_to.is_empty() {
        let for_whom: Vec<String> =
            component.applies_to.iter().map(|id| class_or_post(public, framework, &id.value)).collect();
        let for_whom = text::list(public.lang, Join::And, &for_whom);
        sentences.push(say(public, "method-applies", &[("list", &for_whom)]));
    }
    if let Some(times) = &component.times {
        sentences.push(say(public, "method-times", &[("n", &number(public, times))]));
    }
    if let Some(cap) = &component.cap {
        sentences.push(say(public, "method-cap", &[("n", &number(public, cap))]));
    }
    if let Some(round) = &component.round {
        sentences.push(say(public, "method-rounded", &[("n", &round.decimals.value.to_string())]));
    }
    for band in
        bands(public, framework, &component.bands, |level| parts::level(public.lang, framework, id, level))
    {
        sentences.push(format!("{}: {}", band.range, band.rank.label));
    }
    sentences
}

/// The name of a class or post.
pub(super) fn class_or_post(public: &Public, framework: &Framework, id: &str) -> String {
    let class = framework.class(id).map(|class| &class.label);
    let label = class.or_else(|| entry(&framework.data.posts, id));
    label.map_or_else(|| id.to_owned(), |label| public.label(&label.value))
}

/// Who counts how much, where a component says so or several kinds count.
fn raters(public: &Public, framework: &Framework, component: &Component) -> Option<String> {
    if matches!(component.source, Source::Results | Source::Parts) || framework.is_ordinal(component) {
        return None;
    }
    let weights = framework.rater_weights(component);
    let share = |(id, weight): &(&str, &Exact)| {
        let label =
            framework.rater(id).map_or_else(|| (*id).to_owned(), |kind| public.label(&kind.label.value));
        format!("{label} {} %", number(public, weight))
    };
    let shares: Vec<String> = weights.iter().map(share).collect();
    (!shares.is_empty())
        .then(|| say(public, "method-raters", &[("list", &text::list(public.lang, Join::And, &shares))]))
}

/// What something is made of: `X = 70 % A + 30 % B`.
fn made_of(
    public: &Public,
    name: &str,
    combine: Option<Combine>,
    of: &[(&Label, Option<&At<Exact>>)],
) -> String {
    let weighted = of.iter().any(|(_, weight)| weight.is_some());
    let combine = combine.unwrap_or(if weighted { Combine::WeightedMean } else { Combine::Mean });
    let terms: Vec<String> = of
        .iter()
        .map(|(label, weight)| {
            let label = public.label(label);
            match (combine, weight) {
                (Combine::WeightedMean, Some(weight)) => format!("{} % {label}", number(public, weight)),
                (Combine::WeightedSum, Some(weight)) => format!("{} × {label}", number(public, weight)),
                _ => label,
            }
        })
        .collect();
    match combine {
        Combine::Mean if terms.len() > 1 => {
            let list = text::list(public.lang, Join::And, &terms);
            say(public, "method-mean", &[("name", name), ("list", &list)])
        }
        _ => say(public, "method-sum", &[("name", name), ("list", &terms.join(" + "))]),
    }
}

/// How results are valued.
fn valued(public: &Public, framework: &Framework, valuation: &Valuation) -> Vec<String> {
    let word = |key: &'static str| text::phrase(public.lang, key).to_owned();
    let mut said = vec![word("method-achievement")];
    said.push(word(match valuation.achievement.lower {
        LowerFormula::Mirror => "method-lower-mirror",
        LowerFormula::Inverse => "method-lower-inverse",
    }));
    if let Some(day) = &valuation.achievement.late_day {
        said.push(say(public, "method-late", &[("n", &number(public, day))]));
    }
    if let Some(cap) = &valuation.achievement.cap {
        said.push(say(public, "method-achievement-cap", &[("n", &number(public, cap))]));
    }
    for line in &valuation.lines {
        let range = parts::range(public.lang, &line.edges);
        said.push(match &line.to_value {
            Some(to) => say(
                public,
                "method-line",
                &[("range", &range), ("from", &number(public, &line.value)), ("to", &number(public, to))],
            ),
            None => {
                say(public, "method-line-flat", &[("range", &range), ("value", &number(public, &line.value))])
            }
        });
    }
    for band in &valuation.bands {
        let range = parts::range(public.lang, &band.edges);
        let category = category(public, valuation, &band.level.value);
        said.push(say(public, "method-category", &[("range", &range), ("category", &category)]));
    }
    if valuation.indicators == IndicatorRule::Count {
        for rule in &valuation.count_rules {
            let category = category(public, valuation, &rule.category.value);
            let cases: Vec<String> = rule.any.iter().map(|case| counted(public, valuation, case)).collect();
            said.push(match cases.as_slice() {
                [] => say(public, "method-count-otherwise", &[("category", &category)]),
                some => {
                    let cases = text::list(public.lang, Join::Or, some);
                    say(public, "method-count", &[("cases", &cases), ("category", &category)])
                }
            });
        }
    }
    let kinds = framework.data.results.as_ref().map_or(&[][..], |results| results.kinds.as_slice());
    if valuation.kinds.len() > 1 {
        let shares: Vec<String> = valuation
            .kinds
            .iter()
            .map(|(id, weight)| {
                let label = entry(kinds, &id.value);
                let label = label.map_or_else(|| id.value.clone(), |label| public.label(&label.value));
                format!("{} % {label}", number(public, weight))
            })
            .collect();
        said.push(say(public, "method-kinds", &[("list", &shares.join(" + "))]));
    }
    if let Some(additional) = &valuation.additional {
        said.push(say(public, "method-additional", &[("cap", &number(public, &additional.cap))]));
    }
    said
}

fn counted(public: &Public, valuation: &Valuation, case: &CountCase) -> String {
    let least: Vec<String> = case
        .at_least
        .iter()
        .map(|(id, count)| format!("{} × {}", count.value, category(public, valuation, &id.value)))
        .collect();
    let least = text::list(public.lang, Join::And, &least);
    if case.only.is_empty() {
        return say(public, "method-count-least", &[("list", &least)]);
    }
    let only: Vec<String> = case.only.iter().map(|id| category(public, valuation, &id.value)).collect();
    let only = text::list(public.lang, Join::Or, &only);
    say(public, "method-count-only", &[("list", &least), ("only", &only)])
}

fn category(public: &Public, valuation: &Valuation, id: &str) -> String {
    entry(&valuation.categories, id).map_or_else(
        || id.to_owned(),
        |category| {
            let label = public.label(&category.label.value);
            match &category.value {
                Some(value) => format!("{label} ({})", number(public, value)),
                None => label,
            }
        },
    )
}

fn bands(
    public: &Public,
    framework: &Framework,
    bands: &[Band],
    rank: impl Fn(&str) -> Rank,
) -> Vec<BandView> {
    let condition = |id: &Id| {
        let known = entry(&framework.data.outcome.conditions, &id.value);
        known.map_or_else(|| id.value.clone(), |known| public.label(&known.label.value))
    };
    bands
        .iter()
        .map(|band| BandView {
            range: parts::range(public.lang, &band.edges),
            rank: rank(&band.level.value),
            when: band.when.iter().map(condition).collect(),
            legal: band.legal.as_ref().map(|legal| public.label(&legal.value)),
        })
        .collect()
}

fn number(public: &Public, value: &Exact) -> String {
    parts::number(public.lang, value)
}

fn say(public: &Public, key: &'static str, values: &[(&str, &str)]) -> String {
    let values: Vec<(&str, &dyn std::fmt::Display)> =
        values.iter().map(|(slot, value)| (*slot, value as &dyn std::fmt::Display)).collect();
    public.say(key, &values)
}
