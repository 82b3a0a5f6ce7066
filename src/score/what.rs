//! What the steps of a derivation do.

use crate::calendar::Date;
use crate::model::ReviewSide;
use crate::num::{Exact, RoundingMode};
use crate::schema::Measure;
use crate::schema::framework::Combine;

/// What a step of a derivation does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// Looks the outcome up in the framework's matrix.
    Matrix {
        /// The component of the rows.
        rows: String,
        /// The component of the columns.
        columns: String,
    },
    /// Finds the band a number lies in. The first input is the number; conditions that the band asks for follow.
    Band {
        /// Of what.
        of: Banded,
        /// Which band, counted from 0 in the order written. `None` where none fits.
        band: Option<usize>,
    },
    /// Holds the outcome down because of a rating. The inputs are the outcome before, and what was rated.
    Veto {
        /// Which veto, counted from 0 in the order written.
        veto: usize,
    },
    /// Joins the inputs into one number.
    Join {
        /// What is joined.
        of: Joined,
        /// How.
        combine: Combine,
        /// The sum of the weights that were used, where they are used.
        total: Option<Exact>,
        /// Whether inputs were missing and left their weight to the others.
        renormalised: bool,
    },
    /// Multiplies the input, to come to another scale.
    Times(Exact),
    /// Holds the input at the most it can come to.
    Cap(Exact),
    /// Rounds the input.
    Round {
        /// To how many decimals.
        decimals: u32,
        /// Which way halves go.
        mode: RoundingMode,
    },
    /// Takes the result of a component.
    Component {
        /// The component.
        component: String,
    },
    /// Takes the result of a criterion.
    Criterion {
        /// The criterion.
        criterion: String,
    },
    /// The mean of several raters of one kind. Its inputs are private to each of them.
    Pool {
        /// Their kind.
        side: ReviewSide,
        /// How many they are.
        raters: usize,
    },
    /// Someone's rating.
    Rating {
        /// Who rated.
        by: String,
        /// As what.
        side: ReviewSide,
        /// When.
        date: Date,
    },
    /// The number a level counts as. The input is the rating.
    Counts {
        /// The component or criterion that was rated.
        rated: String,
    },
    /// A decision on an objection that set a rating anew. The input is what it replaced.
    Decision {
        /// Who decided.
        by: String,
        /// When.
        date: Date,
    },
    /// Takes the value of a planned result.
    Result {
        /// The result.
        result: String,
    },
    /// Takes the value of an indicator.
    Indicator {
        /// The result.
        result: String,
        /// The indicator.
        indicator: String,
    },
    /// How far an indicator was reached, in percent of its target. The inputs are its figures.
    Achievement(Formula),
    /// A figure as written.
    Figure {
        /// Which.
        figure: Figure,
        /// The figure.
        measure: Measure,
        /// Its unit.
        unit: Option<String>,
    },
    /// Takes an achievement to a value along a line.
    Line {
        /// The valuation.
        valuation: String,
        /// Which line, counted from 0 in the order written.
        line: usize,
    },
    /// Gives a target that was reached and cannot be exceeded its own value or category.
    TargetIsMax {
        /// The valuation.
        valuation: String,
    },
    /// Finds a result's category by counting its indicators' categories.
    Count {
        /// The valuation.
        valuation: String,
        /// Which rule, counted from 0 in the order written. `None` where none fits.
        rule: Option<usize>,
        /// How many indicators have each category, lowest first.
        counts: Vec<(String, usize)>,
    },
    /// The value of a category. The input is the category.
    CategoryValue {
        /// The valuation.
        valuation: String,
    },
    /// What one additional result adds: share / 100 x scope weight x value / 100.
    Additional {
        /// The share of its category, in percent.
        share: Exact,
        /// The scope.
        scope: String,
        /// Its weight.
        weight: Exact,
    },
    /// A condition that is met, in the words of whoever stated it.
    Condition {
        /// The condition.
        condition: String,
    },
    /// The value of a period that another one integrates.
    Period {
        /// The period.
        period: String,
    },
    /// Something is not there yet.
    Missing(Missing),
}

/// What a band is looked up for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Banded {
    /// The outcome.
    Outcome,
    /// The level of a component.
    Component(String),
    /// The category of an achievement, in a valuation.
    Category(String),
}

/// What is joined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Joined {
    /// The components the outcome is made of.
    Score,
    /// The parts of a component.
    Parts(String),
    /// The criteria of a component.
    Criteria(String),
    /// The kinds of raters of a component or criterion.
    Raters(String),
    /// The results of a component.
    Results(String),
    /// The results of one kind.
    Kind(String),
    /// The indicators of a result.
    Indicators(String),
    /// The value of the planned results, and what additional results add.
    WithAdditional,
    /// What additional results add together.
    Additional,
    /// The periods that are integrated.
    Periods,
}

/// How an achievement was found; r is what was reached, t the target, b where it stood before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Formula {
    /// r / t. Of a range, its upper end above it, its lower end below it.
    Higher,
    /// 2 - r / t. Of a range, its nearer end.
    LowerMirror,
    /// t / r. Of a range, its nearer end.
    LowerInverse,
    /// t / r where r is nothing: the most an achievement can be.
    LowerNothing,
    /// Inside the range, fully reached.
    Inside,
    /// (r - b) / (t - b).
    FromBaseline,
    /// By days before or after a deadline.
    Deadline {
        /// Days late; negative where it was early.
        late: i64,
    },
    /// Done or not.
    Done,
}

/// Which figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// What was aimed at.
    Target,
    /// What was reached.
    Realised,
    /// What was reached of the goal's indicator it shares.
    Shared,
    /// Where it stood before.
    Baseline,
}

/// What an outcome still waits for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Missing {
    /// The superior's assessment.
    Assessment,
    /// A rating inside the superior's assessment.
    Rating,
    /// Ratings of a kind of rater: there are fewer than count.
    Raters {
        /// Their kind.
        kind: String,
        /// From how many on they count.
        least: u32,
    },
    /// The plan.
    Plan,
    /// Planned results of a kind that counts.
    Results,
    /// What was reached of an indicator.
    Realisation,
    /// A figure that can be computed with: target or realisation is no number, no day, no yes or no.
    Figure,
    /// The scorecard of a period that is integrated.
    Period,
}
