//! Whether what was given for something is on its scale.

use super::index;
use crate::diagnostic::{Finding, code, suggest};
use crate::num::Exact;
use crate::schema::framework::{Level, NumberRange, Scale};
use crate::schema::value::{At, Id};

/// Why something is not on a scale.
#[derive(Debug)]
pub enum OffScale<'a> {
    /// It is none of the levels.
    NoLevel(&'a [(Id, Level)]),
    /// It is no number, or none between the ends.
    NoNumber(&'a NumberRange),
    /// It lies between two numbers that may be given.
    OffStep {
        /// The distance between numbers that may be given.
        step: &'a Exact,
        /// The next number below.
        below: Exact,
        /// The next number above.
        above: Exact,
    },
}

/// Says why a mark is not on a scale; `None` if it is, or the scale has neither levels nor numbers.
pub fn off_scale<'a>(scale: &'a Scale, mark: &str) -> Option<OffScale<'a>> {
    let Some(range) = &scale.range else {
        let given = scale.levels.is_empty() || index(&scale.levels, mark).is_some();
        return (!given).then_some(OffScale::NoLevel(&scale.levels));
    };
    let inside = |number: &Exact| *number >= range.from.value && *number <= range.to.value;
    let Some(number) = Exact::parse(mark).filter(inside) else { return Some(OffScale::NoNumber(range)) };
    let step = &range.step.as_ref()?.value;
    let from = &range.from.value;
    let below = from + &(step * &(&(&number - from) / step)?.floor());
    (below != number).then(|| OffScale::OffStep { step, above: &below + step, below })
}

impl OffScale<'_> {
    /// What to say of it. `key` is what the mark was given for.
    pub fn finding(&self, key: &str, mark: &At<String>) -> Finding {
        let new = |code| Finding::new(code, mark.span).arg("key", key).quoted("found", mark.value.clone());
        match self {
            OffScale::NoLevel(levels) => {
                let choices = || levels.iter().map(|(id, _)| id.value.as_str());
                new(code::LEVEL_OUTSIDE_SCALE)
                    .list("choices", choices())
                    .suggest(suggest(&mark.value, choices()))
            }
            OffScale::NoNumber(range) => {
                new(code::NUMBER_OUTSIDE_SCALE).number("least", &range.from).number("most", &range.to)
            }
            // What lies next to a rating says nearly as much as the rating.
            OffScale::OffStep { step, below, above } => new(code::NUMBER_OFF_STEP)
                .number("step", step)
                .quoted("below", below.to_string())
                .quoted("above", above.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::framework::preset;
    use crate::schema::framework::NumberRange;

    fn numbers(from: &str, to: &str, step: Option<&str>) -> Scale {
        let span = preset("permenpan-6-2022").unwrap().place();
        let number = |text: &str| At { value: Exact::parse(text).unwrap(), span };
        let range = NumberRange { from: number(from), to: number(to), step: step.map(number) };
        Scale { levels: vec![], range: Some(range), weak_to: None, strong_from: None }
    }

    #[test]
    fn numbers_are_on_the_scale_within_its_ends_and_on_its_steps() {
        let scale = numbers("1", "5", Some("0.5"));
        for mark in ["1", "5", "3.5", "3,5", "3.50"] {
            assert!(off_scale(&scale, mark).is_none(), "{mark}");
        }
        for mark in ["0.5", "5.5", "baik", "-1", "1e0"] {
            assert!(matches!(off_scale(&scale, mark), Some(OffScale::NoNumber(_))), "{mark}");
        }
        let Some(OffScale::OffStep { below, above, .. }) = off_scale(&scale, "3.7") else { panic!() };
        assert_eq!((below.to_string(), above.to_string()), ("3.5".to_owned(), "4".to_owned()));
        assert!(off_scale(&numbers("0", "120", None), "97,51").is_none());
    }
}
