//! What makes a copy of a store's record newer than another, and when two say the same.

mod canonical;

use fulexo_platform::digest::sha256;
use jiff::{SignedDuration, Timestamp};

use self::canonical::canonical;

/// Fields that change without meaning: links, renderings, random picks.
const VOLATILE: &[&str] = &[
    "_links",
    "date_modified",
    "date_modified_gmt",
    "price_html",
    "related_ids",
    "payment_url",
    "permalink",
    "avatar_url",
];

/// When the store changed the record last, and when we read this copy, by the store's clock.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Version {
    pub modified_at: Timestamp,
    pub read_at: Timestamp,
}

/// When a record was changed, as far as that can be true: a store whose clock was once years ahead would otherwise keep
/// its copy from ever being newer again.
pub(crate) fn plausible(modified_at: Timestamp, read_at: Timestamp) -> Timestamp {
    let ahead = modified_at.duration_since(read_at) > SignedDuration::from_hours(24);
    if ahead { read_at } else { modified_at }
}

/// How a copy reached us.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Source {
    /// Pushed by the store; built at an unknown moment.
    Webhook,
    /// Read from the store.
    Poll,
}

impl Source {
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Webhook => "webhook",
            Self::Poll => "poll",
        }
    }
}

/// What to do with an arriving copy.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Verdict {
    /// Write it.
    Newer,
    /// Same content at a newer version: remember the version only.
    Touch,
    /// Nothing new.
    Same,
    /// We know better already.
    Older,
    /// Same date, other content, pushed: only the store can tell which is later.
    Fetch,
}

/// Compares an arriving copy with ours. Newer dates win; at an equal date the later read wins.
pub(crate) fn judge(ours: Version, our_hash: &[u8], theirs: Version, their_hash: &[u8], source: Source) -> Verdict {
    let same = our_hash == their_hash;
    match theirs.modified_at.cmp(&ours.modified_at) {
        std::cmp::Ordering::Less => Verdict::Older,
        std::cmp::Ordering::Greater if same => Verdict::Touch,
        std::cmp::Ordering::Greater => Verdict::Newer,
        std::cmp::Ordering::Equal if same => Verdict::Same,
        std::cmp::Ordering::Equal if source == Source::Webhook => Verdict::Fetch,
        std::cmp::Ordering::Equal if theirs.read_at >= ours.read_at => Verdict::Newer,
        std::cmp::Ordering::Equal => Verdict::Older,
    }
}

/// Hashes a record's meaning: sorted keys, without its dates of change and what varies by itself.
pub(crate) fn content_hash(raw: &str) -> [u8; 32] {
    canonical(raw, VOLATILE).map_or_else(|| sha256(raw.as_bytes()), |form| sha256(&form))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(modified: i64, read: i64) -> Version {
        Version {
            modified_at: Timestamp::from_second(modified).unwrap(),
            read_at: Timestamp::from_second(read).unwrap(),
        }
    }

    #[test]
    fn verdicts() {
        use Source::{Poll, Webhook};
        use Verdict::{Fetch, Newer, Older, Same, Touch};
        for (ours, theirs, same, source, want) in [
            (at(5, 5), at(6, 6), false, Webhook, Newer),
            (at(5, 5), at(6, 6), true, Webhook, Touch),
            (at(5, 5), at(4, 9), false, Poll, Older),
            (at(5, 5), at(4, 9), true, Webhook, Older),
            (at(5, 5), at(5, 6), true, Webhook, Same),
            (at(5, 5), at(5, 6), false, Webhook, Fetch),
            (at(5, 5), at(5, 6), false, Poll, Newer),
            (at(5, 5), at(5, 5), false, Poll, Newer),
            (at(5, 7), at(5, 6), false, Poll, Older),
        ] {
            let hash: &[u8] = if same { b"a" } else { b"b" };
            assert_eq!(judge(ours, b"a", theirs, hash, source), want, "{ours:?} {theirs:?} {same} {source:?}");
        }
    }

    #[test]
    fn a_date_of_next_year_is_the_moment_of_reading() {
        let (read, day) = (Timestamp::from_second(1_000_000).unwrap(), SignedDuration::from_hours(24));
        assert_eq!(plausible(read + day, read), read + day, "clocks differ");
        assert_eq!(plausible(read + day * 2, read), read);
        assert_eq!(plausible(read - day * 9, read), read - day * 9);
    }

    #[test]
    fn order_of_keys_and_volatile_fields_do_not_count() {
        let a = r#"{"id":1,"total":"1.00","_links":{"x":1},"date_modified_gmt":"2026-01-01T00:00:00"}"#;
        let b = r#"{"total":"1.00","id":1,"date_modified_gmt":"2026-02-01T00:00:00"}"#;
        assert_eq!(content_hash(a), content_hash(b));
        assert_ne!(content_hash(a), content_hash(r#"{"id":1,"total":"1.0"}"#));
        assert_ne!(content_hash(r#"{"a":["b","c"]}"#), content_hash(r#"{"a":["b,c"]}"#));
    }
}
