//! What each stream asks of a store, and where its records go.

mod customers;
mod orders;
mod products;
mod refunds;
mod variations;

use std::time::Duration;

use jiff::civil::DateTime;
use jiff::tz::{AmbiguousOffset, TimeZone};
use jiff::{SignedDuration, Timestamp};

pub(super) use customers::fetch_one as fetch_customer;
pub(super) use orders::{Ahead, fetch_one as fetch_order};
pub(super) use products::fetch_one as fetch_product;

use super::reader::{Failed, Reader, Step};
use crate::stores::streams::Stream;

/// How often a stream of news is polled while webhooks work, and while they do not.
const EVERY: Duration = Duration::from_secs(60);
const EVERY_WITHOUT_HOOKS: Duration = Duration::from_secs(30);
/// Streams that move slowly.
const SELDOM: Duration = Duration::from_secs(120);

/// Reads one page.
pub(super) async fn step(reader: &mut Reader, stream: Stream) -> Result<Step, Failed> {
    match stream {
        Stream::Orders => orders::step(reader).await,
        Stream::Refunds => refunds::step(reader).await,
        Stream::Products => products::step(reader).await,
        Stream::Variations => variations::step(reader).await,
        Stream::Customers => customers::step(reader).await,
    }
}

fn interval(reader: &Reader) -> Duration {
    if reader.connection.store.webhooks == "active" { EVERY } else { EVERY_WITHOUT_HOOKS }
}

fn rows(n: Option<u64>) -> Option<i64> {
    n.and_then(|n| i64::try_from(n).ok())
}

/// WordPress reads the naive UTC value as the site's local time before it compares it as UTC: a value that falls into
/// the hour that a site skips in spring would move an hour on and hide rows. Such a value is asked an hour earlier.
fn outside_gaps(zone: &str, at: Timestamp) -> Timestamp {
    let Ok(zone) = TimeZone::get(zone) else { return at };
    let naive: DateTime = at.to_zoned(TimeZone::UTC).datetime();
    match zone.to_ambiguous_timestamp(naive).offset() {
        AmbiguousOffset::Gap { .. } => at.saturating_sub(SignedDuration::from_hours(1)).unwrap_or(at),
        _ => at,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_in_the_skipped_hour_is_asked_earlier() {
        // New York skips 02:00–03:00 local on 2026-03-08
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let zone = "America/New_York";
        assert_eq!(outside_gaps(zone, at("2026-03-08T02:30:00Z")), at("2026-03-08T01:30:00Z"));
        assert_eq!(outside_gaps(zone, at("2026-03-08T03:30:00Z")), at("2026-03-08T03:30:00Z"));
        assert_eq!(outside_gaps("Nowhere/Land", at("2026-03-08T02:30:00Z")), at("2026-03-08T02:30:00Z"));
    }

    proptest::proptest! {
        /// As WordPress: the naive value is read in the site's zone, a skipped one moved on, and written again.
        #[test]
        fn no_zone_hides_a_row(second in 1_000_000_000_i64..2_500_000_000, zone in 0..5_usize) {
            let zone = ["UTC", "Europe/Istanbul", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca"][zone];
            let at = Timestamp::from_second(second).unwrap();
            let asked = outside_gaps(zone, at);
            let naive = asked.to_zoned(TimeZone::UTC).datetime();
            let theirs = TimeZone::get(zone).unwrap().to_ambiguous_timestamp(naive).compatible().unwrap();
            let compared = theirs.to_zoned(TimeZone::get(zone).unwrap()).datetime();
            let compared = TimeZone::UTC.to_timestamp(compared).unwrap();
            proptest::prop_assert!(compared <= at, "{zone} {at}: asked {asked}, compared with {compared}");
            proptest::prop_assert!(at.duration_since(compared) <= SignedDuration::from_hours(1));
        }
    }
}
