//! Values as documents print them.

use crate::num::Exact;
use crate::schema::Measure;
use crate::text::{Lang, count, decimal, phrase};
use crate::view::parts::number;

/// A target or realisation with its unit: "97,5 %", "7 s.d. 8 bulan".
pub(super) fn measure(lang: Lang, measure: &Measure, unit: Option<&str>) -> String {
    let number = match measure {
        Measure::Number(value) => number(lang, value),
        Measure::Range(from, to) => {
            format!("{} {} {}", number(lang, from), phrase(lang, "form-range"), number(lang, to))
        }
        Measure::Words(words) => return words.clone(),
    };
    match unit {
        // A number and its sign stay on one line.
        Some(unit) if unit.chars().count() <= 2 => format!("{number}\u{a0}{unit}"),
        Some(unit) => format!("{number} {unit}"),
        None => number,
    }
}

/// A number of people with its share of all: "7 (70,0 %)". Shares are shown to one decimal and never judged by that.
pub(super) fn with_share(lang: Lang, some: usize, all: usize) -> String {
    let whole = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let share = Exact::ratio(whole(some), whole(all)).map(|share| &share * &Exact::from(100));
    match share {
        Some(share) => format!("{} ({}\u{a0}%)", count(lang, whole(some)), decimal(lang, &share, 1)),
        None => count(lang, whole(some)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_carry_unit_and_signs_of_the_language() {
        let n = |text: &str| Exact::parse(text).unwrap();
        let number = |text: &str| Measure::Number(n(text));
        let range = Measure::Range(n("7"), n("8.5"));
        assert_eq!(measure(Lang::Id, &number("97.5"), Some("%")), "97,5\u{a0}%");
        assert_eq!(measure(Lang::En, &number("97,50"), Some("%")), "97.5\u{a0}%");
        assert_eq!(measure(Lang::Id, &number("68000"), Some("orang")), "68.000 orang");
        assert_eq!(measure(Lang::Id, &range, Some("bulan")), "7 s.d. 8,5 bulan");
        assert_eq!(measure(Lang::En, &range, None), "7 to 8.5");
        assert_eq!(measure(Lang::Id, &Measure::Words("Tuntas".into()), Some("%")), "Tuntas");
    }
}
