//! Values as documents print them.

use crate::num::Exact;
use crate::schema::{Label, Measure};
use crate::text::{Lang, decimal, phrase};

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

/// A number with all its decimals; two where they never end.
fn number(lang: Lang, value: &Exact) -> String {
    let exact = value.to_string();
    let decimals =
        if exact.contains('/') { 2 } else { exact.split_once('.').map_or(0, |(_, part)| part.len()) };
    decimal(lang, value, u32::try_from(decimals).unwrap_or(2))
}

/// An identity number. Eighteen digits are parted as offices write them: birth, appointment, sex, serial number.
pub(super) fn identity(number: &str) -> String {
    if number.len() != 18 || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return number.to_owned();
    }
    format!("{} {} {} {}", &number[..8], &number[8..14], &number[14..15], &number[15..])
}

/// The text of a label.
pub(super) fn label(lang: Lang, label: &Label) -> String {
    label.get(lang.tag()).to_owned()
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

    #[test]
    fn only_whole_identity_numbers_are_parted() {
        assert_eq!(identity("199001012020121001"), "19900101 202012 1 001");
        for other in ["19900101", "E-1042", "１９９００１", ""] {
            assert_eq!(identity(other), other);
        }
    }
}
