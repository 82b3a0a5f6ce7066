//! The agency's goals with what was achieved, and the places of their figures on charts.

use serde::Serialize;

use super::Public;
use crate::disclosure::{PublicGoal, PublicIndicator, PublicPeriod};
use crate::num::Exact;
use crate::schema::Measure;
use crate::text;
use crate::view::parts;

/// Most points of a course over the years; the table holds all of them.
const MOST_POINTS: usize = 6;

/// A goal.
#[derive(Debug, Clone, Serialize)]
pub struct GoalView {
    /// What is to be reached.
    pub title: String,
    /// Earlier years any of its indicators has a figure for, oldest first.
    pub years: Vec<String>,
    /// What shows that it is reached.
    pub indicators: Vec<IndicatorView>,
}

/// Whether a target was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reach {
    /// It was.
    Reached,
    /// It was not, and the period is over.
    Missed,
    /// Not so far.
    NotYet,
    /// Nothing can be said.
    Unknown,
}

/// A measure of a goal.
#[derive(Debug, Clone, Serialize)]
pub struct IndicatorView {
    /// What is measured.
    pub measure: String,
    /// Its unit.
    pub unit: Option<String>,
    /// Whether less is better.
    pub lower_is_better: bool,
    /// Where it stood before.
    pub baseline: Option<String>,
    /// Where it should be.
    pub target: String,
    /// Where it is.
    pub realised: Option<String>,
    /// What was achieved, in percent of the target.
    pub achieved: Option<String>,
    /// How much of the way from where it stood before was covered, in percent.
    pub covered: Option<String>,
    /// Whether the target was reached.
    pub reach: Reach,
    /// Where the figures come from.
    pub source: Option<String>,
    /// Figures of earlier years, for each of the goal's years.
    pub history: Vec<Option<String>>,
    /// The bar. `None` where there are no numbers.
    pub bar: Option<Bar>,
    /// The course over the years. `None` below two numbers.
    pub trend: Option<Trend>,
}

/// Places on a bar of a thousand steps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Bar {
    /// Where it stood before.
    pub baseline: Option<i64>,
    /// Where the target begins.
    pub target: i64,
    /// Where the target ends; the same place unless it is a range.
    pub target_to: i64,
    /// Where it is.
    pub realised: Option<i64>,
}

/// A course over the years.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Trend {
    /// The points, oldest first.
    pub points: Vec<TrendPoint>,
    /// The points as SVG wants them.
    pub line: String,
    /// The height of the target.
    pub target: Option<i64>,
    /// The points as a sentence.
    pub said: String,
}

/// A point of a course.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TrendPoint {
    /// The year or period.
    pub label: String,
    /// The figure.
    pub value: String,
    /// From the left.
    pub x: i64,
    /// From the top.
    pub y: i64,
}

pub(super) fn goal(public: &Public, period: &PublicPeriod, goal: &PublicGoal) -> GoalView {
    let mut years: Vec<String> = goal
        .indicators
        .iter()
        .flat_map(|indicator| indicator.history.iter().map(|(year, _)| year.clone()))
        .collect();
    years.sort();
    years.dedup();
    let indicators = goal.indicators.iter();
    GoalView {
        title: public.label(&goal.title),
        indicators: indicators.map(|indicator| view(public, period, indicator, &years)).collect(),
        years,
    }
}

fn view(
    public: &Public,
    period: &PublicPeriod,
    indicator: &PublicIndicator,
    years: &[String],
) -> IndicatorView {
    let lang = public.lang;
    let unit = indicator.unit.as_deref();
    let full = |measure: &Measure| parts::measure(lang, measure, unit);
    let bare = |measure: &Measure| parts::measure(lang, measure, unit.filter(|unit| *unit == "%"));
    let percent = |percent: &Exact| format!("{}\u{a0}%", text::decimal(lang, percent, 1));
    let in_year = |year: &String| indicator.history.iter().find(|(other, _)| other == year);
    let is_over = period.range.get().last.is_some_and(|last| last < public.today);
    IndicatorView {
        measure: public.label(&indicator.measure),
        unit: indicator.unit.clone(),
        lower_is_better: indicator.lower_is_better,
        baseline: indicator.baseline.as_ref().map(bare),
        target: full(&indicator.target),
        realised: indicator.realised.as_ref().map(full),
        achieved: indicator.achieved.as_ref().map(percent),
        covered: indicator.covered.as_ref().map(percent),
        reach: match indicator.reached {
            Some(true) => Reach::Reached,
            Some(false) if is_over => Reach::Missed,
            Some(false) => Reach::NotYet,
            None => Reach::Unknown,
        },
        source: indicator.source.clone(),
        history: years.iter().map(|year| in_year(year).map(|(_, value)| bare(value))).collect(),
        bar: bar(indicator),
        trend: trend(public, period, indicator),
    }
}

/// Places on a bar that begins at zero and ends a little beyond the largest figure.
fn bar(indicator: &PublicIndicator) -> Option<Bar> {
    let (from, to) = match &indicator.target {
        Measure::Number(target) => (target, target),
        Measure::Range(from, to) => (from, to),
        Measure::Words(_) => return None,
    };
    let baseline = indicator.baseline.as_ref().and_then(Measure::number);
    let realised = indicator.realised.as_ref().and_then(Measure::number);
    let figures = || [Some(from), Some(to), baseline, realised].into_iter().flatten();
    let most = figures().max()?;
    if figures().any(Exact::is_negative) || most.is_zero() {
        return None;
    }
    let place = |figure: &Exact| ((&(figure * &Exact::from(930))) / most)?.round_to_integer();
    Some(Bar {
        baseline: baseline.and_then(place),
        target: place(from)?,
        target_to: place(to)?,
        realised: realised.and_then(place),
    })
}

/// The course over earlier years and this period, in a field of 320 by 132.
fn trend(public: &Public, period: &PublicPeriod, indicator: &PublicIndicator) -> Option<Trend> {
    const LEFT: i64 = 34;
    const WIDTH: i64 = 252;
    const TOP: i64 = 34;
    const HEIGHT: i64 = 60;
    let mut figures: Vec<(&str, &Exact)> =
        indicator.history.iter().filter_map(|(year, value)| Some((year.as_str(), value.number()?))).collect();
    figures.sort_by_key(|(year, _)| *year);
    let realised = indicator.realised.as_ref().and_then(Measure::number);
    figures.retain(|(year, _)| *year != period.id || realised.is_none());
    figures.extend(realised.map(|realised| (period.id.as_str(), realised)));
    let figures = &figures[figures.len().saturating_sub(MOST_POINTS)..];
    let target = indicator.target.number();
    let values = || figures.iter().map(|(_, value)| *value).chain(target);
    let (least, most) = (values().min()?, values().max()?);
    let span = most - least;
    let height = |value: &Exact| {
        let above = (&(&(value - least) * &Exact::from(HEIGHT)) / &span)
            .and_then(|share| share.round_to_integer())
            .unwrap_or(HEIGHT / 2);
        TOP + HEIGHT - above
    };
    let steps = i64::try_from(figures.len()).ok()?.checked_sub(1).filter(|steps| *steps > 0)?;
    let points: Vec<TrendPoint> = (0i64..)
        .zip(figures)
        .map(|(at, (year, value))| TrendPoint {
            label: (*year).to_owned(),
            value: parts::number(public.lang, value),
            x: LEFT + WIDTH * at / steps,
            y: height(value),
        })
        .collect();
    let line: Vec<String> = points.iter().map(|point| format!("{},{}", point.x, point.y)).collect();
    let said: Vec<String> = points.iter().map(|point| format!("{}: {}", point.label, point.value)).collect();
    Some(Trend { line: line.join(" "), said: said.join("; "), target: target.map(height), points })
}
