//! What was achieved of the organisation's goals.

use crate::calendar::days_between;
use crate::model::Period;
use crate::num::Exact;
use crate::schema::framework::Achievement;
use crate::schema::period::{Better, Goal, GoalIndicator};
use crate::schema::{Id, Measure};
use crate::score::{Aim, reached};

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
    /// What was achieved, in percent of the target: realised / target, or 2 - realised / target where less is better;
    /// whole or nothing for days and deeds. `None` while nothing is realised, or where the figures cannot be computed
    /// with. Where it stood before changes nothing here, so that the percentages of all years mean the same.
    pub achieved: Option<Exact>,
    /// How much of the way from where it stood before to the target was covered, in percent. `None` where that is not
    /// known, or more and less are both worse.
    pub covered: Option<Exact>,
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
    let realised = indicator.realised.as_ref().map(|at| &at.value);
    let percent = |baseline| {
        let aim = Aim { target: &indicator.target.value, better: indicator.better, baseline };
        Some(reached(&Achievement::default(), aim, realised?)?.percent)
    };
    let has_way = matches!(indicator.better, Better::Higher | Better::Lower);
    let baseline = indicator.baseline.as_ref().filter(|_| has_way);
    IndicatorStatus {
        id: id.value.clone(),
        achieved: percent(None),
        covered: baseline.and_then(|baseline| percent(Some(&baseline.value))),
        reached: realised.and_then(|realised| reaches(indicator, realised)),
        indicator: indicator.clone(),
    }
}

fn reaches(indicator: &GoalIndicator, realised: &Measure) -> Option<bool> {
    let target = &indicator.target.value;
    let ends = || Some((target.ends()?, realised.number()?));
    Some(match indicator.better {
        Better::Higher => ends().map(|((low, _), realised)| realised >= low)?,
        Better::Lower => ends().map(|((_, high), realised)| realised <= high)?,
        Better::Within => ends().map(|((low, high), realised)| low <= realised && realised <= high)?,
        Better::OnTime => days_between(target.day()?, realised.day()?) <= 0,
        Better::Done => realised.is_done()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::FileId;
    use crate::schema::fields::decode;
    use crate::schema::period::goals;
    use crate::source::yaml::parse;

    fn status(fields: &str) -> (Option<String>, Option<String>, Option<bool>) {
        let text =
            format!("goals: {{g: {{title: Sasaran, indicators: {{i: {{measure: Ukuran, {fields}}}}}}}}}");
        let node = parse(&text, FileId(0), 0).unwrap();
        let decoded = decode("goals", &node, &mut vec![], goals).unwrap();
        let status = indicator_status(&decoded[0].1.indicators[0]);
        let shown = |percent: Option<Exact>| percent.map(|percent| percent.to_fixed(1));
        (shown(status.achieved), shown(status.covered), status.reached)
    }

    #[test]
    fn goals_are_reached_by_figures_days_and_deeds() {
        for (fields, achieved, covered, reached) in [
            ("target: 80", None, None, None),
            ("target: 80, realised: 60", Some("75.0"), None, Some(false)),
            ("target: 80, realised: 70, baseline: 60", Some("87.5"), Some("50.0"), Some(false)),
            ("target: {from: 80, to: 90}, realised: 85", Some("100.0"), None, Some(true)),
            (
                "target: 20, realised: 25, baseline: 40, better: lower",
                Some("75.0"),
                Some("75.0"),
                Some(false),
            ),
            ("target: 0, realised: 0, baseline: 4, better: lower", None, Some("100.0"), Some(true)),
            (
                "target: {from: 40, to: 50}, realised: 60, baseline: 90, better: within",
                Some("80.0"),
                None,
                Some(false),
            ),
            ("target: 2025-06-30, realised: 2025-06-29, better: on-time", Some("100.0"), None, Some(true)),
            ("target: 2025-06-30, realised: 2025-07-01, better: on-time", Some("0.0"), None, Some(false)),
            ("target: terbit, realised: ya, better: done", Some("100.0"), None, Some(true)),
            ("target: terbit, realised: belum, better: done", Some("0.0"), None, Some(false)),
            ("target: baik, realised: baik", None, None, None),
        ] {
            let expected = (achieved.map(str::to_owned), covered.map(str::to_owned), reached);
            assert_eq!(status(fields), expected, "{fields}");
        }
    }
}
