//! Moments of the day, as signatures bear them.

use std::fmt;

use jiff::civil::DateTime;
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, Zoned};

use super::Date;

/// A moment with the local time it was seen in, to the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    seconds: i64,
    local: DateTime,
    offset: Offset,
}

impl Moment {
    /// A moment given in seconds since 1970-01-01 UTC, seen in a time zone of the tz database. `None` if the zone is
    /// unknown or the moment out of range.
    pub fn at(seconds: i64, zone: &str) -> Option<Moment> {
        let zone = TimeZone::get(zone).ok()?;
        Some(Moment::of(&Timestamp::from_second(seconds).ok()?.to_zoned(zone)))
    }

    /// Reads `2026-01-26T10:00:00+07:00`, or without the difference from UTC as local time of a zone. Seconds may be
    /// left out. A local time that the zone skips or has twice is none.
    pub fn parse(text: &str, zone: &str) -> Option<Moment> {
        let has_offset = text.ends_with('Z') || text.get(11..).is_some_and(|rest| rest.contains(['+', '-']));
        let zoned = if has_offset {
            let pieces = jiff::fmt::temporal::DateTimeParser::new().parse_pieces(text).ok()?;
            let offset = pieces.to_numeric_offset().unwrap_or(Offset::UTC);
            let local = pieces.date().to_datetime(pieces.time()?);
            offset.to_timestamp(local).ok()?.to_zoned(TimeZone::fixed(offset))
        } else {
            text.get(11..)?;
            let local: DateTime = text.parse().ok()?;
            TimeZone::get(zone).ok()?.into_ambiguous_zoned(local).unambiguous().ok()?
        };
        Some(Moment::of(&zoned))
    }

    fn of(zoned: &Zoned) -> Moment {
        Moment { seconds: zoned.timestamp().as_second(), local: zoned.datetime(), offset: zoned.offset() }
    }

    /// Seconds since 1970-01-01 UTC.
    pub fn seconds(&self) -> i64 {
        self.seconds
    }

    /// The local date.
    pub fn date(&self) -> Date {
        self.local.date()
    }

    /// The local time as hours, minutes and seconds.
    pub fn time(&self) -> (i8, i8, i8) {
        (self.local.hour(), self.local.minute(), self.local.second())
    }

    /// Minutes by which local time is ahead of UTC.
    pub fn minutes_ahead(&self) -> i32 {
        self.offset.seconds() / 60
    }
}

/// As programs write it: `2026-01-26T10:00:00+07:00`.
impl fmt::Display for Moment {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ((hour, minute, second), ahead) = (self.time(), self.minutes_ahead());
        let sign = if ahead < 0 { '-' } else { '+' };
        let (hours, minutes) = (ahead.abs() / 60, ahead.abs() % 60);
        write!(out, "{}T{hour:02}:{minute:02}:{second:02}{sign}{hours:02}:{minutes:02}", self.date())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_read_with_and_without_a_difference() {
        let same =
            ["2026-01-26T10:00:00+07:00", "2026-01-26T10:00", "2026-01-26T10:00+07:00", "2026-01-26 10:00"];
        for text in same {
            let moment = Moment::parse(text, "Asia/Jakarta").unwrap_or_else(|| panic!("{text}"));
            assert_eq!(moment.seconds(), 1_769_396_400, "{text}");
            assert_eq!((moment.time(), moment.minutes_ahead()), ((10, 0, 0), 420), "{text}");
        }
        let utc = Moment::parse("2026-01-26T03:00:00Z", "Asia/Jakarta").unwrap();
        assert_eq!((utc.seconds(), utc.minutes_ahead()), (1_769_396_400, 0));
        assert_eq!(Moment::at(1_769_396_400, "Asia/Jayapura").unwrap().time(), (12, 0, 0));
        for wrong in ["2026-01-26", "10:00", "2026-02-30T10:00", "26-01-2026 10:00", "", "2026-01-26T25:00"] {
            assert_eq!(Moment::parse(wrong, "Asia/Jakarta"), None, "{wrong}");
        }
        assert_eq!(Moment::parse("2026-01-26T10:00", "Asia/Nowhere"), None);
        assert_eq!(utc.to_string(), "2026-01-26T03:00:00+00:00");
    }
}
