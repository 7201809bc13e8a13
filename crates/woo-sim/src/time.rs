//! Instants in unix seconds, the site's zone, and WordPress's way with dates in a query.

use jiff::{Timestamp, civil::DateTime, tz::Offset, tz::TimeZone};

/// The site's time zone.
#[derive(Clone, Debug)]
pub(crate) struct Zone {
    pub(crate) name: String,
    tz: TimeZone,
}

/// A bound of a date filter, as it reaches the database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Bound {
    /// Compared with the GMT column: unix seconds.
    Gmt(i64),
    /// Compared with the local column: wall-clock seconds.
    Wall(i64),
}

impl Zone {
    pub(crate) fn new(name: &str) -> Option<Self> {
        let tz = TimeZone::get(name).ok()?;
        Some(Self { name: name.to_owned(), tz })
    }

    /// Returns the offset in seconds that holds at an instant.
    pub(crate) fn offset(&self, at: i64) -> i64 {
        i64::from(self.tz.to_offset(stamp(at)).seconds())
    }

    /// Writes an instant in local time, as `date_created` does.
    pub(crate) fn local(&self, at: i64) -> String {
        gmt(at + self.offset(at))
    }

    /// Returns the wall clock of an instant, counted as if it were UTC.
    pub(crate) fn wall(&self, at: i64) -> i64 {
        at + self.offset(at)
    }

    /// Returns the instant of a wall clock; a time skipped by DST moves on, as in PHP.
    fn instant(&self, wall: DateTime) -> Option<i64> {
        let stamp = self.tz.to_ambiguous_timestamp(wall).compatible().ok()?;
        Some(stamp.as_second())
    }

    /// Turns a date of a query into the bound WordPress compares with.
    ///
    /// WordPress reads the text (its own offset or the site's zone), writes it as a local wall clock and
    /// compares *that* with the GMT column when `dates_are_gmt` is given. A `Z` is therefore wrong by the
    /// site's offset, and a naive date inside a DST gap moves by an hour.
    pub(crate) fn bound(&self, text: &str, dates_are_gmt: bool, wall_column: bool) -> Option<Bound> {
        let (wall, offset) = split_date(text)?;
        let instant = match offset {
            Some(offset) => offset.to_timestamp(wall).ok()?.as_second(),
            None => self.instant(wall)?,
        };
        Some(if dates_are_gmt {
            Bound::Gmt(self.wall(instant))
        } else if wall_column {
            Bound::Wall(self.wall(instant))
        } else {
            Bound::Gmt(instant)
        })
    }

    /// Returns an instant that is not beyond what a bound lets pass, whatever the zone's offset.
    pub(crate) const fn loose(bound: Bound, after: bool) -> i64 {
        match bound {
            Bound::Gmt(limit) => limit,
            // No zone is further than a day from UTC.
            Bound::Wall(limit) => limit + if after { -86_400 } else { 86_400 },
        }
    }

    /// Tells whether an instant lies strictly after a bound (or before it).
    pub(crate) fn beyond(&self, at: i64, bound: Bound, after: bool) -> bool {
        let (value, limit) = match bound {
            Bound::Gmt(limit) => (at, limit),
            Bound::Wall(limit) => (self.wall(at), limit),
        };
        if after { value > limit } else { value < limit }
    }
}

/// Writes an instant in UTC, as `date_created_gmt` does.
pub(crate) fn gmt(at: i64) -> String {
    Offset::UTC.to_datetime(stamp(at)).strftime("%Y-%m-%dT%H:%M:%S").to_string()
}

/// Writes the `Date` header.
pub(crate) fn http_date(at: i64) -> String {
    Offset::UTC.to_datetime(stamp(at)).strftime("%a, %d %b %Y %H:%M:%S GMT").to_string()
}

/// Writes the date in the name of a webhook without a name.
pub(crate) fn webhook_name(at: i64) -> String {
    let date = Offset::UTC.to_datetime(stamp(at)).strftime("%b %d, %Y @ %I:%M %p").to_string();
    format!("Webhook created on {date}")
}

fn stamp(at: i64) -> Timestamp {
    Timestamp::from_second(at).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// Reads `2026-10-15T12:00:00`, also with a blank, a fraction, `Z` or an offset; nothing shorter.
fn split_date(text: &str) -> Option<(DateTime, Option<Offset>)> {
    let head = text.get(..19)?;
    let wall = DateTime::strptime("%Y-%m-%dT%H:%M:%S", head)
        .or_else(|_| DateTime::strptime("%Y-%m-%d %H:%M:%S", head))
        .ok()?;
    let mut rest = text.get(19..)?;
    if let Some(fraction) = rest.strip_prefix('.') {
        let digits = fraction.bytes().take_while(u8::is_ascii_digit).count();
        rest = fraction.get(digits..)?;
    }
    match rest {
        "" => Some((wall, None)),
        "Z" | "z" => Some((wall, Some(Offset::UTC))),
        rest => Some((wall, Some(parse_offset(rest)?))),
    }
}

fn parse_offset(text: &str) -> Option<Offset> {
    let sign = match text.get(..1)? {
        "+" | " " => 1,
        "-" => -1,
        _ => return None,
    };
    let digits: String = text.get(1..)?.chars().filter(|c| *c != ':').collect();
    let hours: i32 = digits.get(..2)?.parse().ok()?;
    let minutes: i32 = digits.get(2..).filter(|m| !m.is_empty()).unwrap_or("0").parse().ok()?;
    Offset::from_seconds(sign * (hours * 3600 + minutes * 60)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: i64 = 1_795_079_840; // 2026-11-19T09:17:20Z

    #[test]
    fn a_z_with_the_gmt_flag_is_wrong_by_the_offset() {
        let zone = Zone::new("Europe/Istanbul").unwrap();
        let naive = zone.bound("2026-11-19T09:17:20", true, false);
        assert_eq!(naive, Some(Bound::Gmt(NOON)));
        assert_eq!(zone.bound("2026-11-19T09:17:20Z", true, false), Some(Bound::Gmt(NOON + 3 * 3600)));
        assert_eq!(zone.bound("2026-11-19T09:17:20+03:00", true, false), naive);
        assert_eq!(zone.bound("2026-11-19T09:17:20", false, false), Some(Bound::Gmt(NOON - 3 * 3600)));
        assert_eq!(zone.bound("2026-11-19T09:17:20Z", false, false), Some(Bound::Gmt(NOON)));
        assert_eq!(zone.bound("2026-11-19T09:17:20.000", true, false), naive);
        assert_eq!(zone.bound("2026-11-19", true, false), None);
        assert_eq!(zone.bound("1795079840", true, false), None);
    }

    #[test]
    fn dates_are_written_like_wordpress_writes_them() {
        let zone = Zone::new("Europe/Istanbul").unwrap();
        assert_eq!(gmt(NOON), "2026-11-19T09:17:20");
        assert_eq!(zone.local(NOON), "2026-11-19T12:17:20");
        assert_eq!(http_date(NOON), "Thu, 19 Nov 2026 09:17:20 GMT");
    }
}
