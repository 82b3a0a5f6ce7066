//! Dates, numbers and lists as an office writes them.

use super::Lang;
use crate::calendar::{Date, DateRange, Moment, Weekday};
use crate::num::Exact;

const MONTHS_ID: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const SHORT_ID: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"];
const SHORT_EN: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DAYS_ID: [&str; 7] = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"];
const DAYS_EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// How the last member of a list is joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Join {
    /// "dan", "and".
    And,
    /// "atau", "or".
    Or,
}

/// The name of a month, 1 to 12; empty outside.
pub fn month(lang: Lang, month: i8) -> &'static str {
    name(if lang == Lang::Id { &MONTHS_ID } else { &MONTHS_EN }, month)
}

/// The name of a month in three letters.
pub fn month_short(lang: Lang, month: i8) -> &'static str {
    name(if lang == Lang::Id { &SHORT_ID } else { &SHORT_EN }, month)
}

/// The name of a day of the week.
pub fn weekday(lang: Lang, day: Weekday) -> &'static str {
    name(if lang == Lang::Id { &DAYS_ID } else { &DAYS_EN }, day.to_monday_one_offset())
}

fn name(names: &'static [&'static str], from_one: i8) -> &'static str {
    usize::try_from(from_one).ok().and_then(|n| names.get(n.checked_sub(1)?)).copied().unwrap_or_default()
}

/// A date, such as "22 November 2025".
pub fn date(lang: Lang, day: Date) -> String {
    format!("{} {} {}", day.day(), month(lang, day.month()), day.year())
}

/// A date with its day of the week, such as "Senin, 3 November 2025".
pub fn weekday_and_date(lang: Lang, day: Date) -> String {
    let comma = if lang == Lang::Id { ", " } else { " " };
    format!("{}{comma}{}", weekday(lang, day.weekday()), date(lang, day))
}

/// A moment with its local time, such as "26 Januari 2026 pukul 10.00 WIB" or "26 January 2026, 10:00 UTC+07:00".
pub fn moment(lang: Lang, moment: &Moment) -> String {
    let (hour, minute, _) = moment.time();
    let ahead = moment.minutes_ahead();
    let zone = match (lang, ahead) {
        (Lang::Id, 420) => "WIB".to_owned(),
        (Lang::Id, 480) => "WITA".to_owned(),
        (Lang::Id, 540) => "WIT".to_owned(),
        (_, 0) => "UTC".to_owned(),
        _ => {
            let sign = if ahead < 0 { '-' } else { '+' };
            format!("UTC{sign}{:02}:{:02}", ahead.abs() / 60, ahead.abs() % 60)
        }
    };
    let day = date(lang, moment.date());
    match lang {
        Lang::Id => format!("{day} pukul {hour:02}.{minute:02} {zone}"),
        Lang::En => format!("{day}, {hour:02}:{minute:02} {zone}"),
    }
}

/// A range of days, such as "1 Januari s.d. 31 Desember 2025". What both days share is said once.
pub fn date_range(lang: Lang, range: &DateRange) -> String {
    let first = range.first;
    let Some(last) = range.last else {
        let since = if lang == Lang::Id { "sejak" } else { "since" };
        return format!("{since} {}", date(lang, first));
    };
    let to = if lang == Lang::Id { "s.d." } else { "to" };
    if first == last {
        date(lang, first)
    } else if first.year() != last.year() {
        format!("{} {to} {}", date(lang, first), date(lang, last))
    } else if first.month() != last.month() {
        format!("{} {} {to} {}", first.day(), month(lang, first.month()), date(lang, last))
    } else {
        format!("{} {to} {}", first.day(), date(lang, last))
    }
}

/// A count with its thousands parted: "12.500", "12,500".
pub fn count(lang: Lang, count: i64) -> String {
    let sign = if count < 0 { "-" } else { "" };
    format!("{sign}{}", parted(lang, &count.unsigned_abs().to_string()))
}

/// An exact number with all its decimals, as it can be written in a file: with the language's decimal sign, and without
/// parted thousands.
pub fn number(lang: Lang, value: &Exact) -> String {
    let exact = value.to_string();
    if lang == Lang::Id { exact.replace('.', ",") } else { exact }
}

/// An exact number rounded half away from zero to some decimals, with the language's decimal sign and parted
/// thousands.
pub fn decimal(lang: Lang, value: &Exact, decimals: u32) -> String {
    let fixed = value.to_fixed(decimals);
    let (sign, digits) = fixed.strip_prefix('-').map_or(("", fixed.as_str()), |digits| ("-", digits));
    match digits.split_once('.') {
        Some((whole, fraction)) => {
            let point = if lang == Lang::Id { ',' } else { '.' };
            format!("{sign}{}{point}{fraction}", parted(lang, whole))
        }
        None => format!("{sign}{}", parted(lang, digits)),
    }
}

fn parted(lang: Lang, digits: &str) -> String {
    let separator = if lang == Lang::Id { '.' } else { ',' };
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

/// Members joined as a sentence does it: "a", "a dan b", "a, b, dan c"; "a, b and c".
pub fn list<S: AsRef<str>>(lang: Lang, join: Join, members: &[S]) -> String {
    let word = match (lang, join) {
        (Lang::Id, Join::And) => "dan",
        (Lang::Id, Join::Or) => "atau",
        (Lang::En, Join::And) => "and",
        (Lang::En, Join::Or) => "or",
    };
    match members {
        [] => String::new(),
        [only] => only.as_ref().to_owned(),
        [first, second] => format!("{} {word} {}", first.as_ref(), second.as_ref()),
        [most @ .., last] => {
            let most: Vec<&str> = most.iter().map(AsRef::as_ref).collect();
            // Indonesian spelling wants the comma before the last member too.
            let comma = if lang == Lang::Id { "," } else { "" };
            format!("{}{comma} {word} {}", most.join(", "), last.as_ref())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date as day;

    #[test]
    fn dates_read_naturally() {
        assert_eq!(date(Lang::Id, day(2025, 8, 17)), "17 Agustus 2025");
        assert_eq!(date(Lang::En, day(2025, 8, 17)), "17 August 2025");
        assert_eq!(weekday_and_date(Lang::Id, day(2025, 11, 3)), "Senin, 3 November 2025");
        assert_eq!(weekday_and_date(Lang::En, day(2025, 11, 9)), "Sunday 9 November 2025");
        assert_eq!((month_short(Lang::Id, 5), month_short(Lang::En, 13)), ("Mei", ""));
    }

    #[test]
    fn ranges_say_once_what_both_days_share() {
        let range = |first, last| DateRange { first, last: Some(last) };
        for (range, id) in [
            (range(day(2025, 1, 1), day(2025, 12, 31)), "1 Januari s.d. 31 Desember 2025"),
            (range(day(2025, 1, 1), day(2025, 1, 31)), "1 s.d. 31 Januari 2025"),
            (range(day(2024, 12, 30), day(2025, 1, 3)), "30 Desember 2024 s.d. 3 Januari 2025"),
            (range(day(2025, 1, 1), day(2025, 1, 1)), "1 Januari 2025"),
            (DateRange { first: day(2025, 1, 1), last: None }, "sejak 1 Januari 2025"),
        ] {
            assert_eq!(date_range(Lang::Id, &range), id);
        }
    }

    #[test]
    fn numbers_take_the_signs_of_the_language() {
        for (n, id, en) in [
            (0, "0", "0"),
            (999, "999", "999"),
            (-1000, "-1.000", "-1,000"),
            (1_234_567, "1.234.567", "1,234,567"),
        ] {
            assert_eq!((count(Lang::Id, n).as_str(), count(Lang::En, n).as_str()), (id, en));
        }
        assert_eq!(count(Lang::En, i64::MIN), "-9,223,372,036,854,775,808");
        let value = Exact::parse("-12345.675").unwrap();
        assert_eq!(decimal(Lang::Id, &value, 2), "-12.345,68");
        assert_eq!(decimal(Lang::En, &value, 0), "-12,346");
    }

    #[test]
    fn lists_are_joined_as_sentences_do() {
        let members = ["a", "b", "c"];
        for (n, id, en) in
            [(0, "", ""), (1, "a", "a"), (2, "a atau b", "a or b"), (3, "a, b, atau c", "a, b or c")]
        {
            assert_eq!(list(Lang::Id, Join::Or, &members[..n]), id);
            assert_eq!(list(Lang::En, Join::Or, &members[..n]), en);
        }
    }
}
