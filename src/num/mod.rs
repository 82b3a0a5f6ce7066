//! Exact numbers.
//!
//! Takes decimals as people write them and gives exact rationals; reads and prints, adds and compares, rounds only
//! where told how. Must never know floating point, files or what a number means.

mod fraction;

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Div, Mul, Sub};

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{ToPrimitive, Zero};

use fraction::Fraction;

/// The whole, in percent.
pub const WHOLE: i64 = 100;
/// Longest number that is read, in characters; longer ones are a mistake, not a measurement.
const MAX_CHARS: usize = 40;
/// As many digits fit into a machine word.
const WORD_DIGITS: usize = 18;

/// Which way halves go when a number is rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoundingMode {
    /// Away from zero.
    HalfUp,
    /// To the even digit.
    HalfEven,
    /// Whatever is beyond the last digit is dropped.
    Down,
}

/// An exact rational number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Exact(Fraction);

impl Exact {
    /// Zero.
    pub const fn zero() -> Self {
        Exact(Fraction::whole(0))
    }

    /// A fraction. `None` if the denominator is zero.
    pub fn ratio(numerator: i64, denominator: i64) -> Option<Self> {
        (denominator != 0).then(|| Exact(Fraction::quotient(numerator.into(), denominator.into())))
    }

    /// Reads a decimal such as `97.5`, `97,5` or `-3`. Neither exponents nor thousands separators are read, since
    /// `1.250` means different things in different offices.
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() > MAX_CHARS {
            return None;
        }
        let (sign, digits) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text),
        };
        let (whole, fraction) = match digits.split_once(['.', ',']) {
            Some((whole, fraction)) if !fraction.is_empty() => (whole, fraction),
            Some(_) => return None,
            None => (digits, ""),
        };
        if whole.is_empty() || !whole.bytes().chain(fraction.bytes()).all(|b| b.is_ascii_digit()) {
            return None;
        }
        let decimals = u32::try_from(fraction.len()).ok()?;
        if whole.len() + fraction.len() <= WORD_DIGITS {
            let digits = whole.bytes().chain(fraction.bytes()).map(|digit| i128::from(digit - b'0'));
            let numerator = digits.fold(0, |number, digit| 10 * number + digit);
            return Some(Exact(Fraction::quotient(sign * numerator, 10_i128.checked_pow(decimals)?)));
        }
        let numerator: BigInt = format!("{whole}{fraction}").parse().ok()?;
        Some(Exact(Fraction::from_big(BigRational::new(numerator * sign, ten_to(decimals)))))
    }

    /// Says whether it is exactly zero.
    pub fn is_zero(&self) -> bool {
        self.0.sign().is_eq()
    }

    /// Says whether it is below zero.
    pub fn is_negative(&self) -> bool {
        self.0.sign().is_lt()
    }

    /// Says whether it is a whole number.
    pub fn is_integer(&self) -> bool {
        match &self.0 {
            Fraction::Small { d, .. } => *d == 1,
            Fraction::Big(big) => big.is_integer(),
        }
    }

    /// The largest whole number that is not above it.
    pub fn floor(&self) -> Self {
        Exact(self.0.floor())
    }

    /// The number rounded to a number of decimals.
    pub fn rounded(&self, decimals: u32, mode: RoundingMode) -> Self {
        let parts = ten_to(decimals);
        let number = self.0.rounded_parts(&parts, mode);
        Exact(Fraction::from_big(BigRational::new(number, parts)))
    }

    /// Rounds half away from zero to a number of decimals, and prints that many.
    pub fn to_fixed(&self, decimals: u32) -> String {
        let scaled = self.0.rounded_parts(&ten_to(decimals), RoundingMode::HalfUp);
        let digits = scaled.magnitude().to_string();
        let places = decimals as usize;
        let padded = format!("{digits:0>width$}", width = places + 1);
        let (whole, fraction) = padded.split_at(padded.len() - places);
        let sign = if scaled.sign() == num_bigint::Sign::Minus { "-" } else { "" };
        if places == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
    }

    /// The integer nearest to it, half away from zero, if it fits.
    pub fn round_to_integer(&self) -> Option<i64> {
        self.0.rounded_parts(&BigInt::from(1), RoundingMode::HalfUp).to_i64()
    }
}

fn ten_to(decimals: u32) -> BigInt {
    BigInt::from(10).pow(decimals)
}

impl fmt::Display for Exact {
    /// Prints the exact value: as a decimal where it ends, else as a fraction such as `1/3`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let exact = self.0.to_big();
        let mut denominator = exact.denom().clone();
        let mut places = [0u32; 2];
        for (prime, count) in [2u32, 5].into_iter().zip(places.iter_mut()) {
            while (&denominator % prime).is_zero() {
                denominator /= prime;
                *count += 1;
            }
        }
        if denominator == BigInt::from(1) {
            f.write_str(&self.to_fixed(places[0].max(places[1])))
        } else {
            write!(f, "{}/{}", exact.numer(), exact.denom())
        }
    }
}

impl From<i64> for Exact {
    fn from(value: i64) -> Self {
        Exact(Fraction::whole(value))
    }
}

macro_rules! arithmetic {
    ($($op:ident $method:ident $own:ident),*) => {$(
        impl $op<&Exact> for &Exact {
            type Output = Exact;
            fn $method(self, other: &Exact) -> Exact {
                Exact(self.0.$own(&other.0))
            }
        }
    )*};
}
arithmetic!(Add add plus, Sub sub minus, Mul mul times);

impl<'a> Sum<&'a Exact> for Exact {
    fn sum<I: Iterator<Item = &'a Exact>>(numbers: I) -> Exact {
        numbers.fold(Exact::zero(), |sum, number| &sum + number)
    }
}

impl Div<&Exact> for &Exact {
    type Output = Option<Exact>;
    /// Divides; `None` where the divisor is zero.
    fn div(self, other: &Exact) -> Option<Exact> {
        self.0.over(&other.0).map(Exact)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn n(text: &str) -> Exact {
        Exact::parse(text).unwrap()
    }

    #[test]
    fn decimals_are_exact() {
        let sum = &(&n("0.7") * &n("96")) + &(&n("0,3") * &n("76"));
        assert_eq!(sum, Exact::from(90));
        assert_eq!([n("0.7"), n("0,3")].iter().sum::<Exact>(), Exact::from(1));
        let seventh = Exact::ratio(1, 7).unwrap();
        assert_eq!(&seventh * &Exact::from(7), Exact::from(1));
    }

    #[test]
    fn only_plain_decimals_are_read() {
        for wrong in ["", "-", "1e3", "1.", ".5", "1.250,00", "1 000", "0x1", "+1", "１", &"9".repeat(41)] {
            assert_eq!(Exact::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn numbers_of_any_length_are_exact() {
        let long = "123456789012345678901234567890.123456789";
        assert_eq!(n(long).to_string(), long);
        assert_eq!(&n(long) - &n(long), Exact::zero());
        assert_eq!(n("0.0000000000000000000000001").to_string(), "0.0000000000000000000000001");
        for (short, long) in [("0.5", "0.50000000000000000000"), ("-97.5", "-97,5000000000000000000")] {
            assert_eq!(n(short), n(long));
        }
    }

    #[test]
    fn rounding_sends_halves_the_way_it_is_told() {
        use RoundingMode::{Down, HalfEven, HalfUp};
        for (value, places, up, even, down) in [
            ("99.4", 0, "99", "99", "99"),
            ("99.5", 0, "100", "100", "99"),
            ("98.5", 0, "99", "98", "98"),
            ("-98.5", 0, "-99", "-98", "-98"),
            ("-0.5", 0, "-1", "0", "0"),
            ("1.25", 1, "1.3", "1.2", "1.2"),
            ("1.35", 1, "1.4", "1.4", "1.3"),
            ("1.3501", 1, "1.4", "1.4", "1.3"),
            ("7", 2, "7", "7", "7"),
        ] {
            for (mode, rounded) in [(HalfUp, up), (HalfEven, even), (Down, down)] {
                assert_eq!(n(value).rounded(places, mode), n(rounded), "{value} {mode:?}");
            }
        }
        assert_eq!(Exact::ratio(2, 3).unwrap().rounded(2, HalfUp), n("0.67"));
    }

    #[test]
    fn the_floor_is_below() {
        for (value, floor) in [("2.5", 2), ("2", 2), ("-2.5", -3), ("0.1", 0)] {
            assert_eq!(n(value).floor(), Exact::from(floor), "{value}");
        }
    }

    #[test]
    fn values_print_exactly_and_round_half_away_from_zero() {
        for (value, shown) in [("97.50", "97.5"), ("-0.125", "-0.125"), ("100", "100"), ("0.0", "0")] {
            assert_eq!(n(value).to_string(), shown);
        }
        assert_eq!(Exact::ratio(1, 3).unwrap().to_string(), "1/3");
        for (value, places, shown) in [
            ("0.125", 2, "0.13"),
            ("-0.125", 2, "-0.13"),
            ("-0.004", 2, "0.00"),
            ("9.96", 1, "10.0"),
            ("2.5", 0, "3"),
        ] {
            assert_eq!(n(value).to_fixed(places), shown);
        }
    }
}
