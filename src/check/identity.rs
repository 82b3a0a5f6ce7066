//! The structure of identity numbers.
//!
//! A NIP has 18 digits: date of birth (8), year and month of appointment (6), sex (1), serial number (3). Spreadsheets
//! keep 15 digits of a number, so one that went through a spreadsheet as a number ends in three zeros, which no serial
//! number does, or is written with an exponent.

use crate::calendar::{Date, parse_date};
use crate::num::Exact;

/// Youngest age at appointment.
const LEAST_AGE: i32 = 18;

/// What is wrong with a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    /// A spreadsheet has rounded it.
    Rounded,
    /// Something else, as a phrase.
    Wrong(&'static str),
}

/// Looks at a number of a kind; kinds other than `nip` and `nipppk` are the agency's own.
pub(super) fn fault(kind: &str, number: &str, today: Date) -> Option<Fault> {
    match kind {
        "nip" => digits(number).or_else(|| structure(number, today).map(Fault::Wrong)),
        "nipppk" => digits(number),
        _ => None,
    }
}

fn digits(number: &str) -> Option<Fault> {
    if has_exponent(number) {
        return Some(Fault::Rounded);
    }
    if number.contains([' ', '.', '-']) {
        return Some(Fault::Wrong("id-separators"));
    }
    if !number.bytes().all(|b| b.is_ascii_digit()) {
        return Some(Fault::Wrong("id-not-digits"));
    }
    if number.len() != 18 {
        return Some(Fault::Wrong("id-length"));
    }
    number.ends_with("000").then_some(Fault::Rounded)
}

/// `1.99001012020121E+17` and its like.
fn has_exponent(number: &str) -> bool {
    number.split_once(['E', 'e']).is_some_and(|(mantissa, exponent)| {
        let exponent = exponent.strip_prefix('+').unwrap_or(exponent);
        Exact::parse(mantissa).is_some() && Exact::parse(exponent).is_some()
    })
}

/// The digits are 18 by now.
fn structure(nip: &str, today: Date) -> Option<&'static str> {
    let Some(birth) = parse_date(&format!("{}-{}-{}", &nip[..4], &nip[4..6], &nip[6..8])) else {
        return Some("id-birth");
    };
    if birth > today || birth.year() < 1900 {
        return Some("id-birth");
    }
    let Some(appointed) = parse_date(&format!("{}-{}-01", &nip[8..12], &nip[12..14])) else {
        return Some("id-appointment");
    };
    let months = |day: Date| i32::from(day.year()) * 12 + i32::from(day.month());
    if appointed > today {
        return Some("id-appointment");
    }
    if months(appointed) < months(birth) + LEAST_AGE * 12 {
        return Some("id-too-young");
    }
    (!matches!(&nip[14..15], "1" | "2")).then_some("id-sex")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_apart_by_what_is_wrong_with_them() {
        let today = jiff::civil::date(2026, 1, 16);
        for (kind, number, expected) in [
            ("nip", "199001012020121001", None),
            ("nip", "199001012020122001", None),
            ("nip", "199001012008011001", None),
            ("nip", "1.99001012020121E+17", Some(Fault::Rounded)),
            ("nip", "1,99001E+17", Some(Fault::Rounded)),
            ("nip", "199001012020121000", Some(Fault::Rounded)),
            ("nip", "19900101 202012 1 001", Some(Fault::Wrong("id-separators"))),
            ("nip", "19900101202012100l", Some(Fault::Wrong("id-not-digits"))),
            ("nip", "19900101202012101", Some(Fault::Wrong("id-length"))),
            ("nip", "199002302020121001", Some(Fault::Wrong("id-birth"))),
            ("nip", "203001012050121001", Some(Fault::Wrong("id-birth"))),
            ("nip", "199001012020131001", Some(Fault::Wrong("id-appointment"))),
            ("nip", "199001012027011001", Some(Fault::Wrong("id-appointment"))),
            ("nip", "199001012007121001", Some(Fault::Wrong("id-too-young"))),
            ("nip", "199001012020123001", Some(Fault::Wrong("id-sex"))),
            ("nip", "", Some(Fault::Wrong("id-length"))),
            ("nipppk", "199001012023211001", None),
            ("nipppk", "199001012023211000", Some(Fault::Rounded)),
            ("nipppk", "1990", Some(Fault::Wrong("id-length"))),
            ("nik", "anything", None),
        ] {
            assert_eq!(fault(kind, number, today), expected, "{kind} {number}");
        }
    }
}
