//! Plain values that many pages share.

use serde::Serialize;

use crate::calendar::{Date, parse_date};
use crate::framework::{Framework, entry, index};
use crate::insight::Rated;
use crate::num::Exact;
use crate::schema::framework::{Edges, Level};
use crate::schema::{At, Id, Label, Measure};
use crate::score::{ComponentScore, Got, Scorecard};
use crate::text::{self, Lang};

/// A date, for machines and for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Day {
    /// As `YYYY-MM-DD`.
    pub iso: String,
    /// In words.
    pub text: String,
}

impl Day {
    /// A date in a language.
    pub fn new(lang: Lang, date: Date) -> Self {
        Day { iso: date.to_string(), text: text::date(lang, date) }
    }
}

/// Where on its scale a level lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Tone {
    /// At its lower end.
    Low,
    /// Between.
    Mid,
    /// At its upper end.
    High,
}

/// A level or an outcome.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Rank {
    /// The framework's id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// Where on the scale it lies.
    pub tone: Tone,
    /// Its place on the scale; the lowest is 1. 0 for a number without a level.
    pub place: usize,
    /// The number behind it, as printed.
    pub value: Option<String>,
}

/// A number of people or ratings at a level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Count {
    /// The level.
    pub rank: Rank,
    /// How many.
    pub count: usize,
}

/// Prose as Markdown, to be rendered by the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Markdown(pub String);

/// A name and the page it leads to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Link {
    /// What it says.
    pub label: String,
    /// Where it leads, from the root.
    pub href: String,
}

/// The text of a label in a language.
pub fn label(lang: Lang, label: &Label) -> String {
    label.get(lang.tag()).to_owned()
}

/// The level of an id among the levels of a scale, lowest first; an id that is none of them is shown as it is.
pub fn rank(lang: Lang, framework: &Framework, levels: &[(Id, Level)], id: &str) -> Rank {
    let place = index(levels, id).map_or(0, |at| at + 1);
    let level = entry(levels, id);
    let group = level.and_then(|level| level.group.as_ref());
    let groups = &framework.data.outcome.groups;
    let tone = match group.and_then(|group| index(groups, &group.value)) {
        Some(at) => tone(at + 1, groups.len()),
        None => tone(place, levels.len()),
    };
    let name = level.map_or_else(|| id.to_owned(), |level| label(lang, &level.label.value));
    Rank { id: id.to_owned(), label: name, tone, place, value: None }
}

fn tone(place: usize, of: usize) -> Tone {
    match place {
        0 | 1 => Tone::Low,
        last if last == of => Tone::High,
        _ => Tone::Mid,
    }
}

/// What was given for a component or criterion: a level, or a number where its scale is numeric.
pub fn level(lang: Lang, framework: &Framework, rated: &str, mark: &str) -> Rank {
    let Some(scale) = framework.scale_of(rated) else { return rank(lang, framework, &[], mark) };
    match Exact::parse(mark).filter(|_| scale.range.is_some()) {
        Some(value) => bare(number(lang, &value), framework.position(rated, mark)),
        None => rank(lang, framework, &scale.levels, mark),
    }
}

/// What a component came to: its level with the number behind it, or the number alone. `None` while it is missing.
pub fn component(lang: Lang, framework: &Framework, score: &ComponentScore) -> Option<Rank> {
    let value = score.value.as_ref().map(|value| text::decimal(lang, value, decimals(framework)));
    match &score.level {
        Some(id) => Some(Rank { value, ..level(lang, framework, &score.id, id) }),
        None => {
            let position =
                score.value.as_ref().and_then(|value| framework.position_of_value(&score.id, value));
            Some(bare(value?, position))
        }
    }
}

/// An outcome with the number behind it. `None` where there is no outcome.
pub fn came_out_as(lang: Lang, framework: &Framework, rated: &Rated) -> Option<Rank> {
    let value = rated.value.as_ref().map(|value| text::decimal(lang, value, decimals(framework)));
    Some(Rank { value, ..outcome(lang, framework, rated.level.as_deref()?) })
}

/// What a component or criterion came to: its level, or its number. `None` where it has neither.
pub fn rated(lang: Lang, framework: &Framework, id: &str, rated: &Rated) -> Option<Rank> {
    match (&rated.level, &rated.value) {
        (Some(at), _) => Some(level(lang, framework, id, at)),
        (None, Some(value)) => Some(got(lang, framework, id, &Got::Number(value.clone()))),
        (None, None) => None,
    }
}

/// What a component was before a decision.
pub fn got(lang: Lang, framework: &Framework, rated: &str, got: &Got) -> Rank {
    match got {
        Got::Level(id) => level(lang, framework, rated, id),
        Got::Number(value) => {
            let position = framework.position_of_value(rated, value);
            bare(text::decimal(lang, value, decimals(framework)), position)
        }
    }
}

/// The outcome of a scorecard with the number behind it. `None` while something is missing.
pub fn came_out(lang: Lang, framework: &Framework, card: &Scorecard) -> Option<Rank> {
    let value = card.value.as_ref().map(|value| text::decimal(lang, value, decimals(framework)));
    Some(Rank { value, ..outcome(lang, framework, card.outcome.as_deref()?) })
}

/// How many decimals a framework prints.
pub fn decimals(framework: &Framework) -> u32 {
    const OTHERWISE: u32 = 2;
    framework.data.outcome.score.as_ref().map_or(OTHERWISE, |score| score.decimals)
}

/// A number without a level.
fn bare(label: String, position: Option<Exact>) -> Rank {
    let third = |n| Exact::ratio(n, 3);
    let tone = match position {
        Some(at) if Some(&at) < third(1).as_ref() => Tone::Low,
        Some(at) if Some(&at) > third(2).as_ref() => Tone::High,
        _ => Tone::Mid,
    };
    Rank { id: label.clone(), label, tone, place: 0, value: None }
}

impl Rank {
    /// Its name, with the number behind it in brackets.
    pub fn full(&self) -> String {
        match &self.value {
            Some(value) => format!("{} ({value})", self.label),
            None => self.label.clone(),
        }
    }
}

/// An outcome.
pub fn outcome(lang: Lang, framework: &Framework, id: &str) -> Rank {
    rank(lang, framework, &framework.data.outcome.levels, id)
}

/// Every outcome, lowest first.
pub fn outcomes(lang: Lang, framework: &Framework) -> Vec<Rank> {
    framework.data.outcome.levels.iter().map(|(id, _)| outcome(lang, framework, &id.value)).collect()
}

/// The ends of a band in words.
pub fn range(lang: Lang, edges: &Edges) -> String {
    let end = |key: &'static str, at: &Option<At<Exact>>| {
        at.as_ref().map(|at| text::fill(text::phrase(lang, key), &[("n", &number(lang, &at.value))]))
    };
    if let (Some(from), Some(to)) = (&edges.from, &edges.to)
        && from.value == to.value
    {
        return number(lang, &from.value);
    }
    let lower = end("edge-from", &edges.from).or_else(|| end("edge-above", &edges.above));
    let bounded = if lower.is_some() { "edge-up-to-below" } else { "edge-below" };
    let upper = end("edge-to", &edges.to).or_else(|| end(bounded, &edges.below));
    let both: Vec<String> = lower.into_iter().chain(upper).collect();
    if both.is_empty() { text::phrase(lang, "edge-any").to_owned() } else { both.join(" ") }
}

/// A number with as many decimals as it has.
pub fn number(lang: Lang, value: &Exact) -> String {
    let exact = value.to_string();
    if exact.contains('/') {
        return text::decimal(lang, value, 2);
    }
    let decimals = exact.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    text::decimal(lang, value, u32::try_from(decimals).unwrap_or(0))
}

/// An identity number. Eighteen digits are parted as offices write them: birth, appointment, sex, serial number.
pub fn identity(number: &str) -> String {
    if number.len() != 18 || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return number.to_owned();
    }
    format!("{} {} {} {}", &number[..8], &number[8..14], &number[14..15], &number[15..])
}

/// A target or realisation with its unit.
pub fn measure(lang: Lang, measure: &Measure, unit: Option<&str>) -> String {
    let number = match measure {
        Measure::Number(value) => number(lang, value),
        Measure::Range(from, to) => format!("{}\u{2013}{}", number(lang, from), number(lang, to)),
        Measure::Words(words) => {
            return parse_date(words).map_or_else(|| words.clone(), |day| text::date(lang, day));
        }
    };
    match unit {
        None => number,
        Some("%") => format!("{number}\u{a0}%"),
        Some(unit) => format!("{number} {unit}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_identity_numbers_are_parted() {
        assert_eq!(identity("199001012020121001"), "19900101 202012 1 001");
        for other in ["19900101", "E-1042", "１９９００１", ""] {
            assert_eq!(identity(other), other);
        }
    }
}
