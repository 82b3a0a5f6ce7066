//! Figures that are computed with: of the kind that the way of being better asks for.

use super::dossier::Case;
use crate::diagnostic::{Finding, Span, code};
use crate::framework::entry;
use crate::model::Period;
use crate::schema::period::Better;
use crate::schema::plan::Indicator;
use crate::schema::review::Realisation;
use crate::schema::{At, Measure};

/// Target and baseline of an indicator.
pub(super) fn plan(key: &str, indicator: &Indicator, out: &mut Vec<Finding>) {
    let useless = |name: &'static str, figure: &At<Measure>, needs| {
        Finding::new(code::FIGURE_NOT_COMPUTABLE, figure.span)
            .arg("indicator", key)
            .arg("key", name)
            .quoted("found", shown(&figure.value))
            .phrase("needs", needs)
    };
    let needs = target_needs(indicator);
    if let Some(needs) = needs {
        out.push(useless("target", &indicator.target, needs));
    }
    let baseline = indicator.baseline.as_ref().filter(|_| needs.is_none());
    if let Some((baseline, needs)) = baseline.and_then(|at| Some((at, baseline_needs(indicator, &at.value)?)))
    {
        out.push(useless("baseline", baseline, needs));
    }
}

/// What a target should be instead. `None` if it can be computed with, or is reported as no target at all.
fn target_needs(indicator: &Indicator) -> Option<&'static str> {
    let target = &indicator.target.value;
    match indicator.better {
        Better::Higher | Better::Lower | Better::Within => match target.ends() {
            None => Some("needs-number-or-range"),
            // Shares of a target turn round below zero. A baseline takes the target's place, but not within a range.
            Some((low, high)) => {
                let by_share = match indicator.better {
                    Better::Within => true,
                    Better::Lower => indicator.baseline.is_none(),
                    _ => false,
                };
                let turns = low.is_negative() || high.is_negative() || high.is_zero();
                (by_share && turns).then_some("needs-above-zero")
            }
        },
        Better::OnTime => target.day().is_none().then_some("needs-day"),
        Better::Done => None,
    }
}

/// What a baseline should be instead: where it counts, on the worse side of the target.
fn baseline_needs(indicator: &Indicator, baseline: &Measure) -> Option<&'static str> {
    let (low, high) = indicator.target.ends()?;
    match (indicator.better, baseline.number()) {
        (Better::Higher | Better::Lower, None) => Some("needs-number"),
        (Better::Higher, Some(baseline)) => (baseline >= low).then_some("needs-below-target"),
        (Better::Lower, Some(baseline)) => (baseline <= high).then_some("needs-above-target"),
        _ => None,
    }
}

/// What was reached of an indicator, once the superior has rated: it is there, and can be computed with.
pub(super) fn realised(case: &Case, key: &str, indicator: &Indicator, out: &mut Vec<Finding>) {
    stated(case, key, indicator, out);
    let Some(dossier) = case.dossier else { return };
    if let Some(superior) = dossier.supervisor.get()
        && entry(&superior.data.realisation, key).is_none()
        && !case.is_unread(&dossier.supervisor)
        && !is_shared(case, indicator)
    {
        out.push(Finding::new(code::REALISATION_MISSING, superior.span).arg("indicator", key));
    }
}

/// What was stated to be reached of an indicator can be computed with.
pub(super) fn stated(case: &Case, key: &str, indicator: &Indicator, out: &mut Vec<Finding>) {
    let Some(dossier) = case.dossier else { return };
    let own = dossier.self_review.data().and_then(|own| entry(&own.realisation, key));
    let superior = dossier.supervisor.data().and_then(|superior| entry(&superior.realisation, key));
    // The person's own figure counts as long as the superior has no other.
    let counting = superior.filter(|at| at.value != Realisation::Accept).or(own);
    figure(key, indicator, counting, out);
}

/// Whether what was reached comes with a goal's figures, or would, could they be read.
fn is_shared(case: &Case, indicator: &Indicator) -> bool {
    let Some(path) = &indicator.goal else { return false };
    let goal = case.period.goal_indicator(&path.value);
    case.is_unread(&case.period.goals) || goal.is_none_or(|goal| goal.realised.is_some())
}

fn figure(key: &str, indicator: &Indicator, stated: Option<&At<Realisation>>, out: &mut Vec<Finding>) {
    let Some(At { value: Realisation::Value { value, .. }, span }) = stated else { return };
    if target_needs(indicator).is_some() {
        return;
    }
    if let Some(needs) = realised_needs(indicator.better, value) {
        out.push(not_computable(key, value, *span, needs));
    } else if indicator.target_is_max && exceeds(indicator, value) {
        out.push(
            Finding::new(code::MOST_EXCEEDED, *span)
                .arg("indicator", key)
                .quoted("found", shown(value))
                .quoted("target", shown(&indicator.target.value))
                .note(indicator.target.span, "target-is-here"),
        );
    }
}

fn not_computable(key: &str, value: &Measure, at: Span, needs: &'static str) -> Finding {
    Finding::new(code::FIGURE_NOT_COMPUTABLE, at)
        .arg("indicator", key)
        .arg("key", "realisation")
        .quoted("found", shown(value))
        .phrase("needs", needs)
}

fn realised_needs(better: Better, realised: &Measure) -> Option<&'static str> {
    match better {
        Better::Higher | Better::Lower | Better::Within => {
            realised.number().is_none().then_some("needs-number")
        }
        Better::OnTime => realised.day().is_none().then_some("needs-day"),
        Better::Done => realised.is_done().is_none().then_some("needs-yes-or-no"),
    }
}

fn exceeds(indicator: &Indicator, realised: &Measure) -> bool {
    let figures = indicator.target.ends().zip(realised.number());
    figures.is_some_and(|((low, high), realised)| match indicator.better {
        Better::Higher => realised > high,
        Better::Lower => realised < low,
        Better::Within | Better::OnTime | Better::Done => false,
    })
}

/// The figures of goals that indicators of valued plans share.
pub(super) fn goals(period: &Period, out: &mut Vec<Finding>) {
    let valued = period.framework.as_deref().is_some_and(|framework| !framework.data.valuations.is_empty());
    if !valued {
        return;
    }
    let plans = period.dossiers.values().filter_map(|dossier| dossier.plan.data());
    let indicators = plans.flat_map(|plan| &plan.results).flat_map(|(_, result)| &result.indicators);
    let mut shared: Vec<&str> =
        indicators.filter_map(|(_, data)| data.goal.as_ref()).map(|path| path.value.as_str()).collect();
    shared.sort_unstable();
    shared.dedup();
    for path in shared {
        let Some(goal) = period.goal_indicator(path) else { continue };
        if let Some(realised) = &goal.realised
            && let Some(needs) = realised_needs(goal.better, &realised.value)
        {
            out.push(not_computable(path, &realised.value, realised.span, needs));
        }
    }
}

fn shown(measure: &Measure) -> String {
    match measure {
        Measure::Number(number) => number.to_string(),
        Measure::Range(from, to) => format!("{from}-{to}"),
        Measure::Words(words) => words.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::FileId;
    use crate::num::Exact;
    use crate::schema::fields::decode;
    use crate::source::yaml::parse;

    /// What figures of an indicator and of its realisation should be instead.
    fn needs(fields: &str, realised: &str) -> [Option<&'static str>; 3] {
        let text =
            format!("results: {{r: {{kind: k, result: R, indicators: {{i: {{measure: M, {fields}}}}}}}}}");
        let node = parse(&text, FileId(0), 0).unwrap();
        let plan = decode("plan", &node, &mut vec![], crate::schema::plan::plan).unwrap();
        let indicator = &plan.results[0].1.indicators[0].1;
        let reached =
            Exact::parse(realised).map_or_else(|| Measure::Words(realised.to_owned()), Measure::Number);
        let baseline = indicator.baseline.as_ref();
        [
            target_needs(indicator),
            baseline.and_then(|baseline| baseline_needs(indicator, &baseline.value)),
            realised_needs(indicator.better, &reached),
        ]
    }

    #[test]
    fn figures_are_of_the_kind_that_is_asked_for() {
        for (fields, realised, expected) in [
            ("target: 80", "85", [None; 3]),
            ("target: {from: 0, to: 5}, better: lower", "0", [None; 3]),
            ("target: baik", "baik", [Some("needs-number-or-range"), None, Some("needs-number")]),
            ("target: 0, better: lower", "2", [Some("needs-above-zero"), None, None]),
            ("target: 0, better: within", "2", [Some("needs-above-zero"), None, None]),
            ("target: -10, better: lower", "-20", [Some("needs-above-zero"), None, None]),
            ("target: {from: -5, to: 5}, better: within", "-6", [Some("needs-above-zero"), None, None]),
            ("target: 0, better: lower, baseline: 4", "2", [None; 3]),
            ("target: 80, baseline: rendah", "85", [None, Some("needs-number"), None]),
            ("target: 80, baseline: 80", "85", [None, Some("needs-below-target"), None]),
            ("target: 20, baseline: 15, better: lower", "18", [None, Some("needs-above-target"), None]),
            ("target: 2024-06-30, better: on-time", "2024-07-01", [None; 3]),
            ("target: 6, better: on-time", "7", [Some("needs-day"), None, Some("needs-day")]),
            ("target: terbit, better: done", "Ya", [None; 3]),
            ("target: terbit, better: done", "hampir", [None, None, Some("needs-yes-or-no")]),
        ] {
            assert_eq!(needs(fields, realised), expected, "{fields}: {realised}");
        }
    }
}
