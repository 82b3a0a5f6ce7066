//! Plain values that many pages share.

use serde::Serialize;

use crate::calendar::Date;
use crate::framework::{Framework, entry, index};
use crate::num::Exact;
use crate::schema::framework::Level;
use crate::schema::{Id, Label, Measure};
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
    /// Its place on the scale; the lowest is 1.
    pub place: usize,
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
    Rank { id: id.to_owned(), label: name, tone, place }
}

fn tone(place: usize, of: usize) -> Tone {
    match place {
        0 | 1 => Tone::Low,
        last if last == of => Tone::High,
        _ => Tone::Mid,
    }
}

/// The level of a component or criterion.
pub fn level(lang: Lang, framework: &Framework, rated: &str, id: &str) -> Rank {
    rank(lang, framework, framework.levels_of(rated).unwrap_or(&[]), id)
}

/// An outcome.
pub fn outcome(lang: Lang, framework: &Framework, id: &str) -> Rank {
    rank(lang, framework, &framework.data.outcome.levels, id)
}

/// Every outcome, lowest first.
pub fn outcomes(lang: Lang, framework: &Framework) -> Vec<Rank> {
    framework.data.outcome.levels.iter().map(|(id, _)| outcome(lang, framework, &id.value)).collect()
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

/// A target or realisation with its unit.
pub fn measure(lang: Lang, measure: &Measure, unit: Option<&str>) -> String {
    let number = match measure {
        Measure::Number(value) => number(lang, value),
        Measure::Range(from, to) => format!("{}\u{2013}{}", number(lang, from), number(lang, to)),
        Measure::Words(words) => return words.clone(),
    };
    match unit {
        None => number,
        Some("%") => format!("{number}\u{a0}%"),
        Some(unit) => format!("{number} {unit}"),
    }
}
