//! Days and hours of a zone as windows of time.

use jiff::civil::Date;
use jiff::fmt::temporal::DateTimeParser;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

/// Weeks looked back for what is usual.
pub(super) const WEEKS: i64 = 4;

/// Today in a zone.
pub(super) struct Calendar {
    pub timezone: String,
    zone: TimeZone,
    now: Timestamp,
    today: Date,
}

/// Windows of time, as columns for a query.
#[derive(Default, Debug, PartialEq, Eq)]
pub(super) struct Windows {
    pub starts: Vec<Timestamp>,
    pub ends: Vec<Timestamp>,
}

impl Windows {
    fn push(&mut self, start: Timestamp, end: Timestamp) {
        self.starts.push(start);
        self.ends.push(end);
    }
}

impl Calendar {
    /// Today where a zone is; UTC when nobody knows the zone. Stores also name plain offsets.
    pub(super) fn at(now: Timestamp, timezone: &str) -> Self {
        let known = DateTimeParser::new().parse_time_zone(timezone).ok();
        let (timezone, zone) = known.map_or(("UTC".to_owned(), TimeZone::UTC), |zone| (timezone.to_owned(), zone));
        let today = now.to_zoned(zone.clone()).date();
        Self { timezone, zone, now, today }
    }

    /// The hour it is, and how much of it has passed.
    pub(super) fn hour(&self) -> (usize, f64) {
        let now = self.now.to_zoned(self.zone.clone());
        (usize::try_from(now.hour()).unwrap_or(0), f64::from(now.minute()) / 60.0)
    }

    /// The day so many days ago; 0 is today.
    pub(super) fn day(&self, ago: i64) -> Date {
        Span::new().try_days(ago).ok().and_then(|days| self.today.checked_sub(days).ok()).unwrap_or(self.today)
    }

    /// The 24 hours of today and of the same weekday of the weeks before, day after day. An hour that a change of
    /// clocks skips is empty, one that comes twice is twice as long.
    pub(super) fn hours(&self) -> Windows {
        let mut windows = Windows::default();
        for week in 0..=WEEKS {
            let day = self.day(week * 7);
            for hour in 0..24_i8 {
                let end = if hour == 23 { self.begin(self.after(day), 0) } else { self.begin(day, hour + 1) };
                windows.push(self.begin(day, hour), end);
            }
        }
        windows
    }

    /// So many days up to today, oldest first, and as one window as many days before those.
    pub(super) fn days(&self, count: i64) -> Windows {
        let mut windows = Windows::default();
        for ago in (0..count).rev() {
            let day = self.day(ago);
            windows.push(self.begin(day, 0), self.begin(self.after(day), 0));
        }
        windows.push(self.begin(self.day(2 * count - 1), 0), self.begin(self.day(count - 1), 0));
        windows
    }

    fn after(&self, day: Date) -> Date {
        day.tomorrow().unwrap_or(day)
    }

    fn begin(&self, day: Date, hour: i8) -> Timestamp {
        day.at(hour, 0, 0, 0).to_zoned(self.zone.clone()).map_or(self.now, |begin| begin.timestamp())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(now: &str, zone: &str) -> Calendar {
        Calendar::at(now.parse().unwrap(), zone)
    }

    #[test]
    fn days_begin_at_midnight_of_the_zone() {
        let calendar = at("2026-03-02T22:30:00Z", "Europe/Istanbul");
        assert_eq!(calendar.day(0).to_string(), "2026-03-03");
        let windows = calendar.days(2);
        let starts: Vec<String> = windows.starts.iter().map(ToString::to_string).collect();
        assert_eq!(starts, ["2026-03-01T21:00:00Z", "2026-03-02T21:00:00Z", "2026-02-27T21:00:00Z"]);
        assert_eq!(windows.ends[2], windows.starts[0]);
        assert_eq!(calendar.hour(), (1, 0.5));
    }

    #[test]
    fn hours_follow_a_change_of_clocks() {
        // the night to 29 March 2026, 02:00 became 03:00 in Berlin
        let windows = at("2026-03-29T12:00:00Z", "Europe/Berlin").hours();
        assert_eq!(windows.starts.len(), 5 * 24);
        let long = |n: usize| windows.ends[n].duration_since(windows.starts[n]).as_hours();
        assert_eq!([long(1), long(2), long(3)], [1, 0, 1]);
        assert_eq!(windows.starts[0].to_string(), "2026-03-28T23:00:00Z");
        assert_eq!(windows.starts[24].to_string(), "2026-03-21T23:00:00Z");
        assert!(windows.starts.iter().zip(&windows.ends).all(|(start, end)| start <= end));
    }

    #[test]
    fn zones_may_be_offsets_or_unknown() {
        assert_eq!(at("2026-03-02T22:30:00Z", "+02:00").hour().0, 0);
        assert_eq!(at("2026-03-02T22:30:00Z", "+02:00").timezone, "+02:00");
        assert_eq!(at("2026-03-02T22:30:00Z", "Middle/Earth").timezone, "UTC");
    }
}
