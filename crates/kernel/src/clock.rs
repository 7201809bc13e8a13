//! Time and the ids made from it come from here, so that tests hold the hands of the clock.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use jiff::Timestamp;
use uuid::Uuid;

/// A source of the present moment; cheap to clone.
#[derive(Clone)]
pub struct Clock(Source);

#[derive(Clone)]
enum Source {
    System,
    Manual(ManualClock),
}

impl Clock {
    /// Reads the machine's clock.
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the machine's clock")]
    pub fn now(&self) -> Timestamp {
        match &self.0 {
            Source::System => Timestamp::now(),
            Source::Manual(manual) => manual.now(),
        }
    }

    /// The clock of the machine.
    pub const fn system() -> Self {
        Self(Source::System)
    }

    /// Makes a UUIDv7 of this moment.
    pub fn id(&self) -> Uuid {
        uuid_at(self.now())
    }

    /// Waits; under a manual clock until it has been moved past the moment.
    pub async fn sleep(&self, duration: Duration) {
        match &self.0 {
            Source::System => tokio::time::sleep(duration).await,
            Source::Manual(manual) => manual.sleep(duration).await,
        }
    }
}

/// The last moment an id was made of, and how many have been made of it.
static LAST: Mutex<(u64, u32)> = Mutex::new((0, 0));

/// Makes a UUIDv7 of a moment: a counter keeps ids of one millisecond in the order they were made, the tail is random.
fn uuid_at(at: Timestamp) -> Uuid {
    let millis = u64::try_from(at.as_millisecond()).unwrap_or(0);
    let count = {
        let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
        *last = if last.0 == millis { (millis, last.1.wrapping_add(1)) } else { (millis, rand::random::<u32>() >> 8) };
        last.1
    };
    // 26 bits of counter around the version and variant bits, 48 random ones behind
    let [_, _, hi, lo] = (count >> 14).to_be_bytes();
    let [_, _, mid, low] = (count & 0x3fff).to_be_bytes();
    let [a, b, c, d, e, f]: [u8; 6] = rand::random();
    uuid::Builder::from_unix_timestamp_millis(millis, &[hi, lo, mid, low, a, b, c, d, e, f]).into_uuid()
}

/// A clock that stands still until a test moves it.
#[derive(Clone)]
pub struct ManualClock {
    now: Arc<Mutex<Timestamp>>,
    moved: Arc<tokio::sync::Notify>,
}

impl ManualClock {
    /// Starts at a moment.
    pub fn at(now: Timestamp) -> Self {
        Self { now: Arc::new(Mutex::new(now)), moved: Arc::default() }
    }

    /// The moment it shows.
    pub fn now(&self) -> Timestamp {
        *self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Moves it and wakes everything that sleeps on it.
    pub fn advance(&self, by: Duration) {
        let mut now = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        *now = now.saturating_add(by).unwrap_or(*now);
        drop(now);
        self.moved.notify_waiters();
    }

    /// Sets it to a moment, which may be earlier, as the clock of a machine may be.
    pub fn set(&self, to: Timestamp) {
        *self.now.lock().unwrap_or_else(PoisonError::into_inner) = to;
        self.moved.notify_waiters();
    }

    async fn sleep(&self, duration: Duration) {
        let until = self.now().saturating_add(duration).unwrap_or(Timestamp::MAX);
        loop {
            let moved = self.moved.notified();
            if self.now() >= until {
                return;
            }
            moved.await;
        }
    }
}

impl From<ManualClock> for Clock {
    fn from(manual: ManualClock) -> Self {
        Self(Source::Manual(manual))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_sort_by_time() {
        let clock = ManualClock::at("2026-01-01T00:00:00Z".parse().unwrap());
        let first = Clock::from(clock.clone()).id();
        clock.advance(Duration::from_millis(1));
        let second = Clock::from(clock).id();
        assert!(first < second);
        assert_eq!(first.get_version_num(), 7);
    }

    #[test]
    fn ids_of_one_moment_keep_their_order() {
        let clock = Clock::from(ManualClock::at("2026-01-01T00:00:00Z".parse().unwrap()));
        let ids: Vec<Uuid> = (0..5000).map(|_| clock.id()).collect();
        assert!(ids.is_sorted());
    }
}
