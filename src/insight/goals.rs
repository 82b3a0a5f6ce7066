//! What was achieved of the organisation's goals.

use crate::model::Period;
use crate::num::Exact;
use crate::schema::period::{Better, Goal, GoalIndicator};
use crate::schema::{Id, Measure};

/// A goal with what was achieved.
#[derive(Debug, Clone)]
pub struct GoalStatus {
    /// The goal's id.
    pub id: String,
    /// The goal.
    pub goal: Goal,
    /// Its indicators.
    pub indicators: Vec<IndicatorStatus>,
}

/// An indicator with what was achieved.
#[derive(Debug, Clone)]
pub struct IndicatorStatus {
    /// Its id.
    pub id: String,
    /// The indicator.
    pub indicator: GoalIndicator,
    /// What was achieved, in percent of the target: realised / target, or 2 - realised / target where less is better.
    /// `None` while nothing is realised, or where target or realisation is no number.
    pub achieved: Option<Exact>,
    /// Whether the target was reached. `None` while that cannot be said.
    pub reached: Option<bool>,
}

/// Computes what was achieved of a period's goals.
pub fn goal_status(period: &Period) -> Vec<GoalStatus> {
    let goals = period.goals.data().map_or(&[][..], Vec::as_slice);
    goals
        .iter()
        .map(|(id, goal)| GoalStatus {
            id: id.value.clone(),
            goal: goal.clone(),
            indicators: goal.indicators.iter().map(indicator_status).collect(),
        })
        .collect()
}

fn indicator_status((id, indicator): &(Id, GoalIndicator)) -> IndicatorStatus {
    let realised = indicator.realised.as_ref().and_then(|at| number(&at.value));
    let status = realised.map(|realised| (percent(indicator, realised), reaches(indicator, realised)));
    let (achieved, reached) = status.unwrap_or((None, None));
    IndicatorStatus { id: id.value.clone(), indicator: indicator.clone(), achieved, reached }
}

fn number(measure: &Measure) -> Option<&Exact> {
    match measure {
        Measure::Number(number) => Some(number),
        _ => None,
    }
}

/// PermenPANRB 8/2021, annex: realised / target, or 1 + (1 - realised / target) where less is better; never below 0.
fn percent(indicator: &GoalIndicator, realised: &Exact) -> Option<Exact> {
    let target = match (&indicator.target.value, indicator.better) {
        (Measure::Number(target), _) => target,
        (Measure::Range(from, to), _) if from <= realised && realised <= to => return Some(Exact::from(100)),
        (Measure::Range(from, to), _) => {
            if realised > to {
                to
            } else {
                from
            }
        }
        (Measure::Words(_), _) => return None,
    };
    let ratio = (realised / target)?;
    let share = match indicator.better {
        Better::Higher | Better::Within => ratio,
        Better::OnTime | Better::Done => return None,
        Better::Lower => &Exact::from(2) - &ratio,
    };
    let share = if share.is_negative() { Exact::zero() } else { share };
    Some(&share * &Exact::from(100))
}

fn reaches(indicator: &GoalIndicator, realised: &Exact) -> Option<bool> {
    let (low, high) = match &indicator.target.value {
        Measure::Number(target) => (target, target),
        Measure::Range(from, to) => (from, to),
        Measure::Words(_) => return None,
    };
    Some(match indicator.better {
        Better::Higher => realised >= low,
        Better::Lower => realised <= high,
        Better::Within => low <= realised && realised <= high,
        Better::OnTime | Better::Done => return None,
    })
}
