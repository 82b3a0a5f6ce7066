//! Fractions in lowest terms: in two machine words while they fit, else in as many as they need.

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive};

use super::RoundingMode;

/// A fraction. Every number has one form only, so that equal ones are equal as they stand.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Fraction {
    /// In lowest terms, the denominator above zero.
    Small {
        /// The numerator.
        n: i64,
        /// The denominator.
        d: i64,
    },
    /// What does not fit into [`Fraction::Small`].
    Big(Box<BigRational>),
}

impl Fraction {
    /// A whole number.
    pub(super) const fn whole(n: i64) -> Self {
        Fraction::Small { n, d: 1 }
    }

    /// The quotient of two numbers, of which the second is not zero.
    pub(super) fn quotient(n: i128, d: i128) -> Self {
        // In lowest terms already: most sums and products of whole numbers come by here.
        let divisor = if d == 1 { 1 } else { gcd(n.unsigned_abs(), d.unsigned_abs()) };
        let small = i128::try_from(divisor).ok().and_then(|divisor| {
            let sign = if d < 0 { -1 } else { 1 };
            let (n, d) = (n / divisor, d / divisor);
            Some((i64::try_from(n.checked_mul(sign)?).ok()?, i64::try_from(d.checked_mul(sign)?).ok()?))
        });
        match small {
            Some((n, d)) => Fraction::Small { n, d },
            None => Fraction::from_big(BigRational::new(n.into(), d.into())),
        }
    }

    /// The one form of a fraction.
    pub(super) fn from_big(big: BigRational) -> Self {
        match (big.numer().to_i64(), big.denom().to_i64()) {
            (Some(n), Some(d)) => Fraction::Small { n, d },
            _ => Fraction::Big(Box::new(big)),
        }
    }

    /// The fraction in any size.
    pub(super) fn to_big(&self) -> BigRational {
        match self {
            Fraction::Small { n, d } => BigRational::new_raw(BigInt::from(*n), BigInt::from(*d)),
            Fraction::Big(big) => (**big).clone(),
        }
    }

    /// The sign: below, at or above zero.
    pub(super) fn sign(&self) -> Ordering {
        match self {
            Fraction::Small { n, .. } => n.cmp(&0),
            Fraction::Big(big) if big.is_negative() => Ordering::Less,
            Fraction::Big(_) => Ordering::Greater,
        }
    }

    pub(super) fn plus(&self, other: &Self) -> Self {
        match (self, other) {
            // Two products of words stay below half of the largest number each.
            (Fraction::Small { n: a, d: b }, Fraction::Small { n: c, d }) => {
                let (a, b, c, d) = wide(*a, *b, *c, *d);
                if b == d { Fraction::quotient(a + c, b) } else { Fraction::quotient(a * d + c * b, b * d) }
            }
            _ => Fraction::from_big(self.to_big() + other.to_big()),
        }
    }

    pub(super) fn minus(&self, other: &Self) -> Self {
        match (self, other) {
            (Fraction::Small { n: a, d: b }, Fraction::Small { n: c, d }) => {
                let (a, b, c, d) = wide(*a, *b, *c, *d);
                if b == d { Fraction::quotient(a - c, b) } else { Fraction::quotient(a * d - c * b, b * d) }
            }
            _ => Fraction::from_big(self.to_big() - other.to_big()),
        }
    }

    pub(super) fn times(&self, other: &Self) -> Self {
        match (self, other) {
            (Fraction::Small { n: a, d: b }, Fraction::Small { n: c, d }) => {
                let (a, b, c, d) = wide(*a, *b, *c, *d);
                Fraction::quotient(a * c, b * d)
            }
            _ => Fraction::from_big(self.to_big() * other.to_big()),
        }
    }

    /// Divides; `None` where the divisor is zero.
    pub(super) fn over(&self, other: &Self) -> Option<Self> {
        if other.sign().is_eq() {
            return None;
        }
        Some(match (self, other) {
            (Fraction::Small { n: a, d: b }, Fraction::Small { n: c, d }) => {
                let (a, b, c, d) = wide(*a, *b, *c, *d);
                Fraction::quotient(a * d, b * c)
            }
            _ => Fraction::from_big(self.to_big() / other.to_big()),
        })
    }

    /// The largest whole number that is not above it.
    pub(super) fn floor(&self) -> Self {
        match self {
            Fraction::Small { n, d } => Fraction::whole(n.div_euclid(*d)),
            Fraction::Big(big) => Fraction::from_big(big.floor()),
        }
    }

    /// How many `1 / parts` it is, rounded to a whole number.
    pub(super) fn rounded_parts(&self, parts: &BigInt, mode: RoundingMode) -> BigInt {
        if let (Fraction::Small { n, d }, Some(parts)) = (self, parts.to_i64()) {
            return rounded_words(i128::from(*n) * i128::from(parts), i128::from(*d), mode).into();
        }
        let scaled = self.to_big() * BigRational::from(parts.clone());
        let rest = scaled.fract().abs() * BigInt::from(2);
        let half = rest.cmp(&BigRational::from(BigInt::from(1)));
        let down = scaled.trunc().to_integer();
        let away = goes_away(mode, half, down.bit(0));
        if away { down + scaled.numer().signum() } else { down }
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Fraction::Small { n: a, d: b }, Fraction::Small { n: c, d }) => {
                let (a, b, c, d) = wide(*a, *b, *c, *d);
                (a * d).cmp(&(c * b))
            }
            _ => self.to_big().cmp(&other.to_big()),
        }
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

fn wide(a: i64, b: i64, c: i64, d: i64) -> (i128, i128, i128, i128) {
    (a.into(), b.into(), c.into(), d.into())
}

/// A quotient, the divisor above zero, rounded to a whole number.
fn rounded_words(n: i128, d: i128, mode: RoundingMode) -> i128 {
    let (down, rest) = (n / d, (n % d).abs());
    let half = rest.cmp(&(d - rest));
    if goes_away(mode, half, down % 2 != 0) { down + n.signum() } else { down }
}

/// Whether rounding goes away from zero, by how the rest compares with a half and whether the whole below is odd.
fn goes_away(mode: RoundingMode, half: Ordering, is_odd: bool) -> bool {
    match mode {
        RoundingMode::HalfUp => half.is_ge(),
        RoundingMode::HalfEven => half.is_gt() || half.is_eq() && is_odd,
        RoundingMode::Down => false,
    }
}

/// The greatest common divisor; one word is divided much faster than two.
fn gcd(mut a: u128, mut b: u128) -> u128 {
    while b != 0 {
        if let (Ok(small_a), Ok(small_b)) = (u64::try_from(a), u64::try_from(b)) {
            return gcd_words(small_a, small_b).into();
        }
        (a, b) = (b, a % b);
    }
    a
}

fn gcd_words(mut a: u64, mut b: u64) -> u64 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

#[cfg(test)]
mod tests {
    use super::*;

    const EDGES: [i64; 12] =
        [0, 1, -1, 2, 3, -10, 360, i64::MAX, i64::MAX - 1, i64::MIN, i64::MIN + 1, 1 << 62];

    fn fractions() -> Vec<Fraction> {
        let mut all = vec![];
        for n in EDGES {
            all.extend(EDGES.iter().filter(|d| **d != 0).map(|d| Fraction::quotient(n.into(), (*d).into())));
        }
        // Beyond words in all directions.
        let big = |n: &str, d: &str| BigRational::new(n.parse().unwrap(), d.parse().unwrap());
        let large = "123456789012345678901234567890123456789012345";
        all.extend([(large, "7"), ("7", large), ("-1", large)].map(|(n, d)| Fraction::from_big(big(n, d))));
        all.sort();
        all.dedup();
        all
    }

    /// Whatever words compute is what numbers of any size compute, in the one form there is.
    #[test]
    fn words_compute_like_numbers_of_any_size() {
        let all = fractions();
        for one in &all {
            for other in &all {
                let (a, b) = (one.to_big(), other.to_big());
                assert_eq!(one.plus(other), Fraction::from_big(&a + &b), "{a} + {b}");
                assert_eq!(one.minus(other), Fraction::from_big(&a - &b), "{a} - {b}");
                assert_eq!(one.times(other), Fraction::from_big(&a * &b), "{a} * {b}");
                assert_eq!(one.cmp(other), a.cmp(&b), "{a} ? {b}");
                assert_eq!(one == other, a == b, "{a} = {b}");
                match one.over(other) {
                    Some(quotient) => assert_eq!(quotient, Fraction::from_big(&a / &b), "{a} / {b}"),
                    None => assert!(other.sign().is_eq()),
                }
            }
        }
    }

    #[test]
    fn a_number_has_one_form() {
        assert_eq!(Fraction::quotient(6, -4), Fraction::Small { n: -3, d: 2 });
        assert_eq!(Fraction::quotient(0, -5), Fraction::whole(0));
        assert!(matches!(Fraction::quotient(i64::MIN.into(), -1), Fraction::Big(_)));
        let back = Fraction::quotient(i128::MAX, 1).minus(&Fraction::quotient(i128::MAX - 5, 1));
        assert_eq!(back, Fraction::whole(5));
        for fraction in fractions() {
            if let Fraction::Small { n, d } = fraction {
                assert!(d > 0 && (n == 0 && d == 1 || gcd_words(n.unsigned_abs(), d.unsigned_abs()) == 1));
            }
        }
    }

    #[test]
    fn words_round_like_numbers_of_any_size() {
        let modes = [RoundingMode::HalfUp, RoundingMode::HalfEven, RoundingMode::Down];
        for fraction in fractions().iter().chain(&[Fraction::quotient(-5, 2), Fraction::quotient(7, 2)]) {
            for mode in modes {
                for parts in [1, 2, 100] {
                    let parts = BigInt::from(parts);
                    let big = Fraction::Big(Box::new(fraction.to_big()));
                    assert_eq!(
                        fraction.rounded_parts(&parts, mode),
                        big.rounded_parts(&parts, mode),
                        "{fraction:?}"
                    );
                }
            }
            assert_eq!(fraction.floor().to_big(), fraction.to_big().floor());
        }
    }
}
