//! How attempts end. Ends that come together are written together; whoever lost his run changes nothing.

use std::collections::BTreeSet;

use fulexo_db::{Db, Error};
use fulexo_kernel::Clock;
use fulexo_queries::queries::jobs as sql;
use jiff::Timestamp;
use uuid::Uuid;

use crate::backoff::Backoff;
use crate::fault;
use crate::job::{Failure, Outcome};

/// Ends in one transaction.
pub(crate) const MOST: usize = 500;

/// A job in the hands of a worker.
#[derive(Clone, Debug)]
pub(crate) struct Claimed {
    pub id: Uuid,
    /// The fence: who ends the attempt must name it.
    pub run_id: Uuid,
    pub attempt: i16,
    pub max_attempts: i16,
}

/// The end of an attempt, as it is written down.
#[derive(Clone, Debug)]
pub(crate) struct Ending {
    id: Uuid,
    pub run_id: Uuid,
    /// done, retry, fail, snooze, cancel, or back: handed back before it ended.
    pub outcome: &'static str,
    state: &'static str,
    run_at: Timestamp,
    pub error: Option<String>,
    at: Timestamp,
}

impl Ending {
    /// Where a job goes after an attempt.
    pub(crate) fn of(clock: &Clock, backoff: Backoff, job: &Claimed, result: Result<Outcome, Failure>) -> Self {
        let now = clock.now();
        let end =
            |outcome, state| Self { id: job.id, run_id: job.run_id, outcome, state, run_at: now, error: None, at: now };
        let later = |wait| now.saturating_add(wait).unwrap_or(now);
        match result {
            Ok(Outcome::Done) => end("done", "completed"),
            Ok(Outcome::Cancel) => end("cancel", "cancelled"),
            Ok(Outcome::Snooze(wait)) => Self { run_at: later(wait), ..end("snooze", "scheduled") },
            Err(failure) if failure.fatal || job.attempt >= job.max_attempts => {
                Self { error: Some(text(&failure.error)), ..end("fail", "dead") }
            }
            Err(failure) => {
                let wait = failure.after.unwrap_or_else(|| backoff.wait(job.attempt, rand::random()));
                Self { run_at: later(wait), error: Some(text(&failure.error)), ..end("retry", "retryable") }
            }
        }
    }

    /// Gives a job back unharmed, because the process stops.
    pub(crate) fn back(clock: &Clock, job: &Claimed) -> Self {
        let now = clock.now();
        let (id, run_id) = (job.id, job.run_id);
        Self { id, run_id, outcome: "back", state: "available", run_at: now, error: None, at: now }
    }

    /// It leaves the queue.
    fn finishes(&self) -> bool {
        matches!(self.outcome, "done" | "cancel")
    }
}

/// PostgreSQL keeps no NUL.
fn text(error: &str) -> String {
    error.replace('\0', "\u{fffd}")
}

/// Writes ends down in one transaction; returns the jobs that were still in these hands.
pub(crate) async fn write(db: &Db, endings: &[Ending]) -> Result<BTreeSet<Uuid>, Error> {
    let (finished, back): (Vec<&Ending>, Vec<&Ending>) = endings.iter().partition(|e| e.finishes());
    let tx = db.system("write down how attempts ended").await?;
    let mut ended = BTreeSet::new();
    if !finished.is_empty() {
        let ids = sql::complete()
            .bind(
                &tx,
                &col(&finished, |e| e.id),
                &col(&finished, |e| e.run_id),
                &col(&finished, |e| e.state),
                &col(&finished, |e| e.at),
            )
            .all()
            .await?;
        ended.extend(ids);
    }
    if !back.is_empty() {
        let ids = sql::put_back()
            .bind(
                &tx,
                &col(&back, |e| e.id),
                &col(&back, |e| e.run_id),
                &col(&back, |e| e.state),
                &col(&back, |e| e.run_at),
                &col(&back, |e| e.outcome),
                &col(&back, |e| e.error.as_deref()),
                &col(&back, |e| e.error.as_deref().map(fault::of)),
                &col(&back, |e| e.at),
            )
            .all()
            .await?;
        ended.extend(ids);
    }
    tx.commit().await?;
    Ok(ended)
}

fn col<'a, T>(endings: &[&'a Ending], of: impl Fn(&'a Ending) -> T) -> Vec<T> {
    endings.iter().map(|e| of(e)).collect()
}
