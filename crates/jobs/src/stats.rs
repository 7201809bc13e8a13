//! What a worker did, in ten minutes of a kind; written now and then, so a killed worker loses some seconds of it.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use fulexo_db::{PgError, Tx};
use fulexo_queries::queries::jobs as sql;
use jiff::Timestamp;
use uuid::Uuid;

/// Seconds of one figure.
const EVERY: i64 = 600;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Sum {
    done: i64,
    first_try: i64,
    snoozed: i64,
    retried: i64,
    died: i64,
    busy_ms: i64,
}

/// Sums that are not written yet.
#[derive(Debug, Default)]
pub(crate) struct Stats(Mutex<BTreeMap<(i64, &'static str), Sum>>);

impl Stats {
    /// Counts an attempt.
    pub(crate) fn add(&self, now: Timestamp, kind: &'static str, outcome: &str, attempt: i16, took: Duration) {
        let at = now.as_second().div_euclid(EVERY) * EVERY;
        let mut sums = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let sum = sums.entry((at, kind)).or_default();
        sum.busy_ms += i64::try_from(took.as_millis()).unwrap_or(0);
        match outcome {
            "done" => {
                sum.done += 1;
                sum.first_try += i64::from(attempt == 1);
            }
            "snooze" => sum.snoozed += 1,
            "retry" => sum.retried += 1,
            "fail" => sum.died += 1,
            _ => {}
        }
    }

    /// Takes what is not written yet.
    pub(crate) fn take(&self) -> Sums {
        Sums(std::mem::take(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner)))
    }
}

/// Sums on their way to the table.
pub(crate) struct Sums(BTreeMap<(i64, &'static str), Sum>);

impl Sums {
    /// Adds them to the worker's rows.
    pub(crate) async fn write(&self, tx: &Tx, worker: Uuid) -> Result<(), PgError> {
        if self.0.is_empty() {
            return Ok(());
        }
        let col = |of: fn(&Sum) -> i64| self.0.values().map(of).collect::<Vec<_>>();
        let ats: Vec<Timestamp> =
            self.0.keys().map(|(at, _)| Timestamp::from_second(*at).unwrap_or_default()).collect();
        let kinds: Vec<&str> = self.0.keys().map(|(_, kind)| *kind).collect();
        sql::add_stats()
            .bind(
                tx,
                &worker,
                &ats,
                &kinds,
                &col(|s| s.done),
                &col(|s| s.first_try),
                &col(|s| s.snoozed),
                &col(|s| s.retried),
                &col(|s| s.died),
                &col(|s| s.busy_ms),
            )
            .await
            .map(drop)
    }
}
