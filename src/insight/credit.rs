//! Credit points: what a post's rung earns in a year, times the multiplier of the outcome, times the part of the year.

use crate::calendar::{Date, DateRange, days_between};
use crate::check::Checked;
use crate::framework::entry;
use crate::model::Period;
use crate::num::Exact;
use crate::schema::framework::{CreditPoints, Prorate};
use crate::score::Scorecard;

/// Months of a year.
const MONTHS: i64 = 12;

/// The credit points of a person for a period, with how they came about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credit {
    /// For each rung held, in the order they were held first.
    pub parts: Vec<CreditPart>,
    /// Their sum, exact.
    pub total: Exact,
    /// How many decimals are printed.
    pub decimals: u32,
}

/// What one rung earned: points a year x multiplier x part of the year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CreditPart {
    /// The rung.
    pub rung: String,
    /// Points a year.
    pub points: Exact,
    /// The multiplier of the outcome.
    pub multiplier: Exact,
    /// What was counted of the year.
    pub counted: PartOfYear,
    /// The part of a year that it makes.
    pub part: Exact,
    /// What it earned, exact.
    pub earned: Exact,
}

/// What is counted of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartOfYear {
    /// So many months.
    Months(i64),
    /// So many days.
    Days(i64),
    /// The whole, however long the post was held.
    Whole,
}

/// The credit points of a person. `None` where the framework gives none, the outcome is not there yet, or no post in
/// the period has a rung.
pub fn credit(checked: &Checked, period: &Period, card: &Scorecard) -> Option<Credit> {
    let rule = period.framework.as_deref()?.data.credit_points.as_ref()?;
    let multiplier = &entry(&rule.multipliers, card.outcome.as_deref()?)?.value;
    let posts = checked.agency.roster_of(period).person(&card.person)?.posts();
    let rungs: Vec<Held> = posts
        .iter()
        .map(|(range, post)| (*range, post.rung.as_ref().map(|rung| rung.value.as_str())))
        .collect();
    earned(rule, multiplier, &rungs, period.range()?)
}

/// When a post was held, and its rung. Oldest first.
type Held<'a> = (DateRange, Option<&'a str>);

fn earned(rule: &CreditPoints, multiplier: &Exact, held: &[Held], period: DateRange) -> Option<Credit> {
    let of_period: Vec<Held> =
        held.iter().filter_map(|(range, rung)| Some((common(range, &period)?, *rung))).collect();
    let shares = match rule.prorate {
        Prorate::Months => months(&of_period, period),
        Prorate::Days => days(&of_period),
        Prorate::Nothing => {
            let (_, rung) = of_period.last()?;
            rung.map(|rung| (rung, PartOfYear::Whole, Exact::from(1))).into_iter().collect()
        }
    };
    let parts: Vec<CreditPart> = shares
        .into_iter()
        .filter_map(|(rung, counted, part)| {
            let points = entry(&rule.rungs, rung)?.points.value.clone();
            let earned = &(&points * multiplier) * &part;
            let multiplier = multiplier.clone();
            Some(CreditPart { rung: rung.to_owned(), points, multiplier, counted, part, earned })
        })
        .collect();
    let total = parts.iter().map(|part| &part.earned).sum();
    (!parts.is_empty()).then_some(Credit { parts, total, decimals: rule.decimals })
}

/// The days that two ranges share. `None` if there are none, or no end to them.
fn common(one: &DateRange, other: &DateRange) -> Option<DateRange> {
    let last = [one.last, other.last].into_iter().flatten().min()?;
    let first = one.first.max(other.first);
    (first <= last).then_some(DateRange { first, last: Some(last) })
}

fn length(range: &DateRange) -> i64 {
    range.last.map_or(0, |last| days_between(range.first, last) + 1)
}

/// Adds to the count of a rung, in the order in which rungs come first.
fn count<'a, T>(counts: &mut Vec<(&'a str, T)>, rung: &'a str, none: T, add: impl FnOnce(&mut T)) {
    let at = counts.iter().position(|(known, _)| *known == rung).unwrap_or(counts.len());
    if at == counts.len() {
        counts.push((rung, none));
    }
    if let Some((_, value)) = counts.get_mut(at) {
        add(value);
    }
}

/// Twelfths: each month the period touches counts whole for the rung that was held longest in it, the later of two held
/// as long. A month held longest without a rung counts for none.
fn months<'a>(held: &[Held<'a>], period: DateRange) -> Vec<(&'a str, PartOfYear, Exact)> {
    let mut counts: Vec<(&str, i64)> = vec![];
    let mut at = Some(period.first);
    while let Some(first) = at.filter(|first| period.last.is_some_and(|last| *first <= last)) {
        let end = first.last_of_month();
        let month = DateRange { first, last: Some(end) };
        if let Some(rung) = longest(held, &month) {
            count(&mut counts, rung, 0, |months| *months += 1);
        }
        at = end.tomorrow().ok();
    }
    let share = |(rung, months): (&'a str, i64)| {
        Some((rung, PartOfYear::Months(months), Exact::ratio(months, MONTHS)?))
    };
    counts.into_iter().filter_map(share).collect()
}

fn longest<'a>(held: &[Held<'a>], month: &DateRange) -> Option<&'a str> {
    let mut days: Vec<(Option<&str>, i64, Date)> = vec![];
    for (range, rung) in held {
        let Some(DateRange { last: Some(last), first }) = common(range, month) else { continue };
        let length = days_between(first, last) + 1;
        match days.iter_mut().find(|(known, _, _)| known == rung) {
            Some((_, sum, latest)) => {
                *sum += length;
                *latest = last;
            }
            None => days.push((*rung, length, last)),
        }
    }
    days.into_iter().max_by_key(|(_, length, last)| (*length, *last))?.0
}

/// Days of each year, in parts of that year.
fn days<'a>(held: &[Held<'a>]) -> Vec<(&'a str, PartOfYear, Exact)> {
    let mut counts: Vec<(&str, (i64, Exact))> = vec![];
    for (range, rung) in held {
        let Some(rung) = rung else { continue };
        let mut at = Some(range.first);
        while let Some(first) = at.filter(|first| range.last.is_some_and(|last| *first <= last)) {
            let end = first.last_of_year();
            let own = common(range, &DateRange { first, last: Some(end) }).map_or(0, |own| length(&own));
            let part = Exact::ratio(own, i64::from(first.days_in_year())).unwrap_or(Exact::zero());
            count(&mut counts, rung, (0, Exact::zero()), |(days, parts)| {
                *days += own;
                *parts = &*parts + &part;
            });
            at = end.tomorrow().ok();
        }
    }
    counts.into_iter().map(|(rung, (days, part))| (rung, PartOfYear::Days(days), part)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::parse_date;
    use crate::framework::{Framework, PRESET_FILE, preset};

    fn n(text: &str) -> Exact {
        Exact::parse(text).unwrap()
    }

    /// `2025-06-01..2025-12-31`, or without an end.
    fn range(text: &str) -> DateRange {
        let (first, last) = text.split_once("..").unwrap();
        DateRange { first: parse_date(first).unwrap(), last: parse_date(last) }
    }

    const YEAR: &str = "2025-01-01..2025-12-31";

    fn of(framework: &Framework, outcome: &str, held: &[(&str, &str)], period: &str) -> Option<Credit> {
        let rule = framework.data.credit_points.as_ref().unwrap();
        let multiplier = &entry(&rule.multipliers, outcome).unwrap().value;
        let held: Vec<Held> = held
            .iter()
            .map(|(days, rung)| (range(days), Some(*rung).filter(|rung| !rung.is_empty())))
            .collect();
        earned(rule, multiplier, &held, range(period))
    }

    fn total(outcome: &str, held: &[(&str, &str)], period: &str) -> Option<Exact> {
        of(&preset("permenpan-6-2022").unwrap(), outcome, held, period).map(|credit| credit.total)
    }

    /// PermenPANRB 1/2023.
    #[test]
    fn outcomes_turn_into_credit_points() {
        for (rung, outcome, points) in [
            ("ahli-pertama", "sangat-baik", "18.75"),
            ("ahli-muda", "baik", "25"),
            ("ahli-madya", "butuh-perbaikan", "28.125"),
            ("penyelia", "kurang", "12.5"),
            ("terampil", "sangat-kurang", "1.25"),
        ] {
            assert_eq!(total(outcome, &[("2020-01-01..", rung)], YEAR), Some(n(points)), "{rung}");
        }
        let seven = total("sangat-baik", &[("2025-06-01..", "ahli-pertama")], YEAR);
        assert_eq!(seven, Some(n("10.9375")));
        assert_eq!(seven.unwrap().to_fixed(3), "10.938");
    }

    #[test]
    fn months_count_for_the_rung_held_longest_in_them() {
        for (held, period, points) in [
            (&[("2025-06-20..", "ahli-muda")][..], YEAR, "14.58333"),
            (&[("2020-01-01..2025-06-20", "ahli-pertama"), ("2025-06-21..", "ahli-muda")], YEAR, "18.75"),
            (&[("2020-01-01..2025-06-15", "ahli-pertama"), ("2025-06-16..", "ahli-muda")], YEAR, "19.79167"),
            (&[("2020-01-01..2025-03-31", "ahli-muda"), ("2025-04-01..", "")], YEAR, "6.25"),
            (
                &[
                    ("2025-01-01..2025-01-12", "ahli-muda"),
                    ("2025-01-13..2025-01-20", ""),
                    ("2025-01-21..2025-01-31", "ahli-muda"),
                ],
                YEAR,
                "2.08333",
            ),
            (&[("2020-01-01..", "ahli-muda")], "2025-01-02..2025-06-30", "12.5"),
        ] {
            assert_eq!(total("baik", held, period).unwrap().to_fixed(5), n(points).to_fixed(5), "{held:?}");
        }
        assert_eq!(total("baik", &[("2020-01-01..", "")], YEAR), None);
        assert_eq!(total("baik", &[("2026-01-01..", "ahli-muda")], YEAR), None);
    }

    #[test]
    fn credit_points_can_be_followed() {
        let framework = preset("permenpan-6-2022").unwrap();
        let held = [("2020-01-01..2025-05-31", "ahli-pertama"), ("2025-06-01..", "ahli-muda")];
        let credit = of(&framework, "sangat-baik", &held, YEAR).unwrap();
        let told: Vec<(&str, PartOfYear, &Exact)> =
            credit.parts.iter().map(|part| (part.rung.as_str(), part.counted, &part.earned)).collect();
        let (first, second) = (n("7.8125"), n("21.875"));
        assert_eq!(
            told,
            [("ahli-pertama", PartOfYear::Months(5), &first), ("ahli-muda", PartOfYear::Months(7), &second)]
        );
        assert_eq!((credit.total, credit.decimals), (n("29.6875"), 3));
    }

    #[test]
    fn days_and_whole_years_count_where_a_framework_says_so() {
        let with = |prorate: &str| {
            let text = crate::framework::presets().find(|(id, _)| *id == "permenpan-6-2022").unwrap().1;
            assert!(text.contains("prorate: months"));
            let text = text.replace("prorate: months", &format!("prorate: {prorate}"));
            Framework::read("contoh", &text, PRESET_FILE, &mut vec![]).unwrap()
        };
        let held = [("2020-01-01..2025-01-10", "ahli-muda"), ("2025-01-11..", "ahli-madya")];
        let days = of(&with("days"), "baik", &held, YEAR).unwrap();
        assert_eq!(
            days.total,
            &Exact::ratio(250, 365).unwrap() + &(&n("37.5") * &Exact::ratio(355, 365).unwrap())
        );
        assert_eq!(days.parts[1].counted, PartOfYear::Days(355));
        let leap = of(&with("days"), "baik", &held[..1], "2023-07-01..2024-06-30").unwrap();
        let part = &Exact::ratio(184, 365).unwrap() + &Exact::ratio(182, 366).unwrap();
        assert_eq!(leap.total, &n("25") * &part);
        let whole = of(&with("nothing"), "baik", &held, YEAR).unwrap();
        assert_eq!((whole.total, whole.parts[0].counted), (n("37.5"), PartOfYear::Whole));
        assert_eq!(whole.parts.len(), 1);
    }
}
