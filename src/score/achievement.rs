//! How far an indicator was reached, in percent of its target: formulas that know nothing but figures.

use super::Formula;
use crate::calendar::days_between;
use crate::num::{Exact, WHOLE};
use crate::schema::Measure;
use crate::schema::framework::{Achievement, LowerFormula};
use crate::schema::period::Better;

/// What is aimed at.
#[derive(Debug, Clone, Copy)]
pub struct Aim<'a> {
    /// The target.
    pub target: &'a Measure,
    /// Which way is better.
    pub better: Better,
    /// Where it stood before, where achievement counts from there. Counts for more and for less is better only.
    pub baseline: Option<&'a Measure>,
}

/// How far something was reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reached {
    /// By which formula.
    pub formula: Formula,
    /// In percent of the target, never below zero; neither capped nor rounded yet.
    pub percent: Exact,
}

/// How far an aim was reached (PermenPANRB 8/2021, annex, for more and for less is better). `None` where its figures
/// cannot be computed with: one of them is not of the kind that this way of being better asks for, the formula would
/// divide by zero, or the baseline is no worse than the target.
pub fn reached(rule: &Achievement, aim: Aim, realised: &Measure) -> Option<Reached> {
    let (formula, percent) = match aim.better {
        Better::Higher | Better::Lower | Better::Within => by_figure(rule, aim, realised)?,
        Better::OnTime => by_day(rule, aim.target, realised)?,
        Better::Done => (Formula::Done, Exact::from(if realised.is_done()? { WHOLE } else { 0 })),
    };
    Some(Reached { formula, percent: percent.max(Exact::zero()) })
}

fn by_figure(rule: &Achievement, aim: Aim, realised: &Measure) -> Option<(Formula, Exact)> {
    let r = realised.number()?;
    let (low, high) = aim.target.ends()?;
    let is_range = matches!(aim.target, Measure::Range(..)) || aim.better == Better::Within;
    if is_range && low <= r && r <= high {
        return Some((Formula::Inside, Exact::from(WHOLE)));
    }
    let t = if r > high { high } else { low };
    let (formula, share) = match (aim.better, aim.baseline) {
        (Better::Higher | Better::Lower, Some(baseline)) => {
            let b = baseline.number()?;
            let is_worse = if aim.better == Better::Higher { b < low } else { b > high };
            if !is_worse {
                return None;
            }
            (Formula::FromBaseline, (&(r - b) / &(t - b))?)
        }
        (Better::Lower, None) => return lower(rule, r, t),
        (Better::Within, _) if r > high => (Formula::LowerMirror, mirror(r, t)?),
        _ => (Formula::Higher, (r / t)?),
    };
    Some((formula, percent(&share)))
}

fn lower(rule: &Achievement, r: &Exact, t: &Exact) -> Option<(Formula, Exact)> {
    match rule.lower {
        LowerFormula::Mirror => Some((Formula::LowerMirror, percent(&mirror(r, t)?))),
        LowerFormula::Inverse if r.is_zero() && !t.is_zero() => {
            Some((Formula::LowerNothing, rule.cap.as_ref()?.value.clone()))
        }
        LowerFormula::Inverse => Some((Formula::LowerInverse, percent(&(t / r)?))),
    }
}

fn mirror(r: &Exact, t: &Exact) -> Option<Exact> {
    Some(&Exact::from(2) - &(r / t)?)
}

fn percent(share: &Exact) -> Exact {
    share * &Exact::from(WHOLE)
}

fn by_day(rule: &Achievement, target: &Measure, realised: &Measure) -> Option<(Formula, Exact)> {
    let late = days_between(target.day()?, realised.day()?);
    let whole = Exact::from(WHOLE);
    let days = Exact::from(late);
    let percent = match (&rule.late_day, &rule.early_day) {
        (Some(a_day), _) if late > 0 => &whole - &(&days * &a_day.value),
        (None, _) if late > 0 => Exact::zero(),
        (_, Some(a_day)) => &whole - &(&days * &a_day.value),
        (_, None) => whole,
    };
    Some((Formula::Deadline { late }, percent))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{FileId, Span};
    use crate::schema::At;

    fn n(text: &str) -> Exact {
        Exact::parse(text).unwrap()
    }

    fn at(text: &str) -> Option<At<Exact>> {
        Some(At { value: n(text), span: Span { file: FileId(0), start: 0, end: 0 } })
    }

    /// `80`, `80..90`, or words.
    fn measure(text: &str) -> Measure {
        match text.split_once("..") {
            Some((from, to)) => Measure::Range(n(from), n(to)),
            None => Exact::parse(text).map_or_else(|| Measure::Words(text.to_owned()), Measure::Number),
        }
    }

    fn percent_of(rule: &Achievement, better: Better, target: &str, realised: &str) -> Option<Exact> {
        let target = measure(target);
        let aim = Aim { target: &target, better, baseline: None };
        reached(rule, aim, &measure(realised)).map(|reached| reached.percent)
    }

    /// PermenPANRB 8/2021, annex. Its own figure for 92 of 80 to 90, 113, is wrong by its own formula.
    #[test]
    fn examples_of_the_annex_come_out() {
        let rule = Achievement::default();
        for (better, target, realised, whole, part) in [
            (Better::Higher, "80..90", "70", 175, 2),
            (Better::Higher, "80..90", "92", 9200, 90),
            (Better::Higher, "80..90", "85", 100, 1),
            (Better::Lower, "7..8", "6.5", 750, 7),
            (Better::Lower, "7..8", "9", 175, 2),
        ] {
            let found = percent_of(&rule, better, target, realised);
            assert_eq!(found, Exact::ratio(whole, part), "{target}: {realised}");
        }
        assert_eq!(percent_of(&rule, Better::Higher, "80..90", "92").unwrap().to_fixed(2), "102.22");
        assert_eq!(percent_of(&rule, Better::Lower, "7..8", "6.5").unwrap().to_fixed(2), "107.14");
    }

    #[test]
    fn each_way_of_being_better_has_its_formula() {
        let rule = Achievement { late_day: at("2"), early_day: at("0.5"), ..Achievement::default() };
        for (better, target, realised, percent) in [
            (Better::Higher, "80", "60", "75"),
            (Better::Higher, "80", "100", "125"),
            (Better::Higher, "80", "-5", "0"),
            (Better::Lower, "10", "5", "150"),
            (Better::Lower, "10", "20", "0"),
            (Better::Lower, "10", "25", "0"),
            (Better::Lower, "10", "0", "200"),
            (Better::Within, "40..50", "40", "100"),
            (Better::Within, "40..50", "60", "80"),
            (Better::Within, "40..50", "30", "75"),
            (Better::Within, "50", "50", "100"),
            (Better::Within, "50", "55", "90"),
            (Better::OnTime, "2025-06-30", "2025-06-30", "100"),
            (Better::OnTime, "2025-06-30", "2025-07-03", "94"),
            (Better::OnTime, "2025-06-30", "2025-06-20", "105"),
            (Better::OnTime, "2025-06-30", "2026-06-30", "0"),
            (Better::Done, "selesai", "ya", "100"),
            (Better::Done, "selesai", "belum", "0"),
        ] {
            assert_eq!(percent_of(&rule, better, target, realised), Some(n(percent)), "{target}: {realised}");
        }
    }

    #[test]
    fn without_a_rule_for_days_only_being_in_time_counts() {
        let rule = Achievement::default();
        for (realised, percent) in [("2025-06-01", 100), ("2025-06-30", 100), ("2025-07-01", 0)] {
            let found = percent_of(&rule, Better::OnTime, "2025-06-30", realised);
            assert_eq!(found, Some(Exact::from(percent)), "{realised}");
        }
    }

    #[test]
    fn the_inverse_of_nothing_is_the_cap() {
        let inverse = Achievement { lower: LowerFormula::Inverse, ..Achievement::default() };
        assert_eq!(percent_of(&inverse, Better::Lower, "10", "5"), Some(Exact::from(200)));
        assert_eq!(percent_of(&inverse, Better::Lower, "10", "40"), Some(Exact::from(25)));
        assert_eq!(percent_of(&inverse, Better::Lower, "10", "0"), None);
        let capped = Achievement { cap: at("120"), ..inverse };
        assert_eq!(percent_of(&capped, Better::Lower, "10", "0"), Some(Exact::from(120)));
    }

    #[test]
    fn from_a_baseline_both_directions_count_the_same() {
        for (better, baseline, target, realised, percent) in [
            (Better::Higher, "60", "80", "70", Some("50")),
            (Better::Higher, "60", "80", "90", Some("150")),
            (Better::Higher, "60", "80", "50", Some("0")),
            (Better::Higher, "60", "80..90", "85", Some("100")),
            (Better::Higher, "60", "80..90", "105", Some("150")),
            (Better::Lower, "40", "20", "25", Some("75")),
            (Better::Lower, "40", "0", "10", Some("75")),
            (Better::Lower, "40", "20", "45", Some("0")),
            (Better::Higher, "80", "80", "85", None),
            (Better::Higher, "85", "80..90", "70", None),
            (Better::Lower, "10", "20", "25", None),
            (Better::Higher, "belum ada", "80", "85", None),
            (Better::Within, "10", "40..50", "60", Some("80")),
        ] {
            let (target, baseline) = (measure(target), measure(baseline));
            let aim = Aim { target: &target, better, baseline: Some(&baseline) };
            let found = reached(&Achievement::default(), aim, &measure(realised));
            assert_eq!(found.map(|reached| reached.percent), percent.map(n), "{aim:?}: {realised}");
        }
    }

    #[test]
    fn figures_of_the_wrong_kind_are_not_computed_with() {
        let rule = Achievement::default();
        for (better, target, realised) in [
            (Better::Higher, "0", "5"),
            (Better::Lower, "0", "5"),
            (Better::Higher, "80", "banyak"),
            (Better::Higher, "banyak", "80"),
            (Better::Higher, "80", "70..75"),
            (Better::OnTime, "2025-06-30", "Juni"),
            (Better::OnTime, "30", "2025-06-30"),
            (Better::Done, "selesai", "hampir"),
            (Better::Done, "selesai", "1"),
        ] {
            assert_eq!(percent_of(&rule, better, target, realised), None, "{target}: {realised}");
        }
    }
}
