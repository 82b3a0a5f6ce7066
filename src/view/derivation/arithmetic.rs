//! Numbers and formulas as people write them.

use crate::num::Exact;
use crate::schema::framework::Combine;
use crate::score::Step;
use crate::text::{self, Lang};
use crate::view::parts;

/// How many decimals a number that does not end is shown with.
const SHOWN: u32 = 4;

/// A number to compute with: a decimal that ends early, else a fraction.
pub(super) fn number(lang: Lang, value: &Exact) -> String {
    let exact = value.to_string();
    if exact.contains('/') { exact } else { parts::number(lang, value) }
}

/// A number that came out: exact where it ends early, else the fraction and about what it is.
pub(super) fn result(lang: Lang, value: &Exact) -> String {
    let exact = number(lang, value);
    let places = exact.split_once([',', '.']).map_or(0, |(_, fraction)| fraction.len());
    if exact.contains('/') {
        format!("{exact} ≈ {}", text::decimal(lang, value, SHOWN))
    } else if places > 2 * SHOWN as usize {
        format!("≈ {}", text::decimal(lang, value, SHOWN))
    } else {
        exact
    }
}

/// A fraction in brackets, where a product would be misread without.
fn factor(lang: Lang, value: &Exact) -> String {
    let shown = number(lang, value);
    if shown.contains('/') || shown.starts_with('-') { format!("({shown})") } else { shown }
}

/// The left side of joining some numbers: `(70 × 112 + 30 × 108) / 100`.
pub(super) fn joined(lang: Lang, combine: Combine, total: Option<&Exact>, inputs: &[Step]) -> String {
    let used: Vec<(&Exact, Option<&Exact>)> =
        inputs.iter().filter_map(|input| Some((input.number()?, input.weight.as_ref()))).collect();
    let plain = || used.iter().map(|(value, _)| factor(lang, value)).collect::<Vec<_>>().join(" + ");
    let weighted = || {
        let product = |(value, weight): &(&Exact, Option<&Exact>)| match weight {
            Some(weight) => format!("{} × {}", number(lang, weight), factor(lang, value)),
            None => factor(lang, value),
        };
        used.iter().map(product).collect::<Vec<_>>().join(" + ")
    };
    match (combine, total) {
        (Combine::Mean, _) | (Combine::WeightedMean, None) if used.len() == 1 => plain(),
        (Combine::Mean, _) | (Combine::WeightedMean, None) => format!("({}) / {}", plain(), used.len()),
        (Combine::WeightedMean, Some(total)) => format!("({}) / {}", weighted(), number(lang, total)),
        // Where something is missing its weight goes to the others, so that the sum keeps its height.
        (Combine::WeightedSum, Some(total)) if used.len() < inputs.len() => {
            let weights = inputs.iter().filter_map(|input| input.weight.as_ref());
            let whole: Exact = weights.sum();
            format!("({}) × {} / {}", weighted(), number(lang, &whole), number(lang, total))
        }
        (Combine::WeightedSum, _) => weighted(),
        (Combine::Sum, _) => plain(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::{Got, Missing, What};

    fn step(value: &str, weight: Option<&str>) -> Step {
        let number = |text: &str| Exact::parse(text).unwrap();
        Step::made(What::Missing(Missing::Figure), Some(Got::Number(number(value))), vec![])
            .weighing(weight.map(number))
    }

    #[test]
    fn numbers_end_or_stay_fractions() {
        let third = Exact::ratio(109, 30).unwrap();
        assert_eq!(number(Lang::Id, &third), "109/30");
        assert_eq!(result(Lang::Id, &third), "109/30 ≈ 3,6333");
        assert_eq!(result(Lang::En, &Exact::parse("110.8").unwrap()), "110.8");
        assert_eq!(result(Lang::Id, &Exact::parse("1234.5").unwrap()), "1.234,5");
    }

    #[test]
    fn formulas_can_be_followed() {
        let inputs = [step("112", Some("70")), step("108.5", Some("30"))];
        let total = Exact::from(100);
        let say = |combine, total| joined(Lang::Id, combine, total, &inputs);
        assert_eq!(say(Combine::WeightedMean, Some(&total)), "(70 × 112 + 30 × 108,5) / 100");
        assert_eq!(say(Combine::WeightedSum, None), "70 × 112 + 30 × 108,5");
        assert_eq!(say(Combine::Mean, None), "(112 + 108,5) / 2");
        assert_eq!(say(Combine::Sum, None), "112 + 108,5");
        let missing = Step { result: None, ..step("0", Some("100")) };
        let inputs = [&inputs[..], &[missing]].concat();
        let said = joined(Lang::Id, Combine::WeightedSum, Some(&total), &inputs);
        assert_eq!(said, "(70 × 112 + 30 × 108,5) × 200 / 100");
    }
}
