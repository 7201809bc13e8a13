//! So many at once, then one every so often, by key (the generic cell rate algorithm). A key is one number, and no more
//! keys are remembered than there is room for.

use std::hash::Hash;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use jiff::Timestamp;

/// Keys of a limit; beyond, the least used are forgotten.
const KEYS: u64 = 50_000;

/// A limit by key.
pub(crate) struct Limit<K> {
    /// Microseconds until one more is allowed, and until all are.
    every: i64,
    all: i64,
    /// When all will be allowed again.
    full_at: moka::sync::Cache<K, Arc<AtomicI64>>,
}

impl<K: Hash + Eq + Send + Sync + 'static> Limit<K> {
    /// So many at once, and one more after each such time.
    pub(crate) fn new((most, every): (u32, Duration)) -> Self {
        let micros = |d: Duration| i64::try_from(d.as_micros()).unwrap_or(i64::MAX);
        let all = every.saturating_mul(most);
        let full_at = moka::sync::Cache::builder().max_capacity(KEYS).time_to_idle(all).build();
        Self { every: micros(every), all: micros(all), full_at }
    }

    /// Takes one; errors with the time until there is one.
    pub(crate) fn take(&self, key: K, now: Timestamp) -> Result<(), Duration> {
        let now = now.as_microsecond();
        let cell = self.full_at.get_with(key, Arc::default);
        let next = |at: i64| at.max(now).saturating_add(self.every);
        let taken = cell.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |at| {
            Some(next(at)).filter(|next| *next - now <= self.all)
        });
        taken.map(drop).map_err(|at| Duration::from_micros((next(at) - now - self.all).unsigned_abs()))
    }

    /// Gives one back that was taken.
    pub(crate) fn give_back(&self, key: &K) {
        if let Some(cell) = self.full_at.get(key) {
            cell.fetch_sub(self.every, Ordering::Relaxed);
        }
    }

    /// Tells whether none is left.
    pub(crate) fn is_over(&self, key: &K, now: Timestamp) -> bool {
        let now = now.as_microsecond();
        let at = self.full_at.get(key).map_or(now, |cell| cell.load(Ordering::Relaxed).max(now));
        at.saturating_add(self.every) - now > self.all
    }
}
