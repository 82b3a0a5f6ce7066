//! Dates, periods and workdays.
//!
//! Takes dates and a list of holidays, gives comparisons, spans and workday arithmetic. Must never ask the clock:
//! today is an input that enters at the command line.

mod moment;

use std::collections::BTreeSet;

pub use jiff::civil::{Date, Weekday};

pub use self::moment::Moment;

/// Reads a date as `YYYY-MM-DD`, and nothing else.
pub fn parse_date(text: &str) -> Option<Date> {
    let shape = text.len() == 10
        && text
            .bytes()
            .enumerate()
            .all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() });
    if shape { text.parse().ok() } else { None }
}

/// The years a date may lie in, both included. What lies outside is mistyped.
pub const YEARS: (i16, i16) = (1900, 2200);

/// Says whether a date lies in [`YEARS`].
pub fn is_near(date: Date) -> bool {
    (YEARS.0..=YEARS.1).contains(&date.year())
}

/// The date of a moment given in seconds since 1970-01-01 UTC, in a time zone of the tz database.
/// `None` if the zone is unknown or the moment out of range.
pub fn date_of_moment(seconds: i64, zone: &str) -> Option<Date> {
    let moment = jiff::Timestamp::from_second(seconds).ok()?;
    let zone = jiff::tz::TimeZone::get(zone).ok()?;
    Some(moment.to_zoned(zone).date())
}

/// The first and last day of something, both included. `last` is `None` while it is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct DateRange {
    /// First day.
    pub first: Date,
    /// Last day, if there is one yet.
    pub last: Option<Date>,
}

impl DateRange {
    /// Says whether a day lies inside.
    pub fn contains(&self, day: Date) -> bool {
        self.first <= day && self.last.is_none_or(|last| day <= last)
    }

    /// Says whether two ranges share a day.
    pub fn overlaps(&self, other: &DateRange) -> bool {
        self.last.is_none_or(|last| other.first <= last) && other.last.is_none_or(|last| self.first <= last)
    }
}

/// Days on which the agency does not work besides Saturdays and Sundays.
#[derive(Debug, Clone, Default)]
pub struct Holidays(BTreeSet<Date>);

impl FromIterator<Date> for Holidays {
    fn from_iter<I: IntoIterator<Item = Date>>(days: I) -> Self {
        Holidays(days.into_iter().collect())
    }
}

impl Holidays {
    /// The days, in order.
    pub fn iter(&self) -> impl Iterator<Item = Date> {
        self.0.iter().copied()
    }

    /// Says whether a day is neither weekend nor holiday.
    pub fn is_workday(&self, day: Date) -> bool {
        !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && !self.0.contains(&day)
    }

    /// The day `count` workdays after `day`; the day itself does not count. Stays at the calendar's end if it is
    /// reached.
    pub fn add_workdays(&self, day: Date, count: u32) -> Date {
        let mut at = day;
        let mut left = count;
        while left > 0 {
            let Ok(next) = at.tomorrow() else { return at };
            at = next;
            if self.is_workday(at) {
                left -= 1;
            }
        }
        at
    }
}

/// The day `count` days after `day`, or the calendar's end.
pub fn add_days(day: Date, count: u32) -> Date {
    day.saturating_add(jiff::Span::new().days(i64::from(count)))
}

/// The day `count` days before `day`, or the calendar's beginning.
pub fn days_before(day: Date, count: u32) -> Date {
    day.saturating_sub(jiff::Span::new().days(i64::from(count)))
}

/// How many days lie from one day to another; negative where the other comes first.
pub fn days_between(from: Date, to: Date) -> i64 {
    from.duration_until(to).as_hours() / HOURS
}

/// Hours of a day, as dates alone count them.
const HOURS: i64 = 24;

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn dates_are_read_in_one_form_only() {
        assert_eq!(parse_date("2025-01-31"), Some(date(2025, 1, 31)));
        for wrong in ["2025-1-31", "2025-02-30", "31-01-2025", "2025-01-31T00:00", "", "２０２５-01-31"] {
            assert_eq!(parse_date(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn far_off_dates_are_told_apart() {
        assert!(is_near(date(1900, 1, 1)) && is_near(date(2200, 12, 31)));
        assert!(!is_near(date(0, 1, 1)) && !is_near(date(1899, 12, 31)) && !is_near(date(2201, 1, 1)));
    }

    #[test]
    fn workdays_skip_weekends_and_holidays() {
        let holidays: Holidays = [date(2025, 12, 25), date(2025, 12, 26)].into_iter().collect();
        assert_eq!(holidays.add_workdays(date(2025, 12, 24), 1), date(2025, 12, 29));
        assert_eq!(holidays.add_workdays(date(2025, 12, 19), 14), date(2026, 1, 12));
        assert_eq!(holidays.add_workdays(date(2025, 12, 24), 0), date(2025, 12, 24));
    }

    #[test]
    fn days_are_counted_in_both_directions() {
        assert_eq!(days_between(date(2024, 2, 28), date(2024, 3, 1)), 2);
        assert_eq!(days_between(date(2025, 3, 1), date(2025, 2, 28)), -1);
        assert_eq!(days_between(Date::MIN, Date::MIN), 0);
        assert_eq!(days_between(date(2025, 1, 1), date(2025, 12, 31)), 364);
    }

    #[test]
    fn ranges_that_touch_overlap() {
        let a = DateRange { first: date(2025, 1, 1), last: Some(date(2025, 6, 30)) };
        let b = DateRange { first: date(2025, 6, 30), last: None };
        let c = DateRange { first: date(2025, 7, 1), last: None };
        assert!(a.overlaps(&b) && b.overlaps(&a) && !a.overlaps(&c) && b.overlaps(&c));
    }
}
