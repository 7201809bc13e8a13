//! Writes down how an attempt ended. Fenced: a worker that lost its lease changes nothing.

use fulexo_db::{Db, Error};
use fulexo_kernel::Clock;
use fulexo_queries::queries::jobs as sql;
use jiff::Timestamp;
use uuid::Uuid;

use crate::backoff;
use crate::job::{Failure, Outcome};

/// A job in the hands of a worker.
#[derive(Clone, Debug)]
pub(crate) struct Claimed {
    pub id: Uuid,
    pub attempt: i16,
    pub max_attempts: i16,
    pub worker: Uuid,
}

/// Where a job goes after an attempt.
struct Next<'a> {
    state: &'a str,
    run_at: Timestamp,
    counts: bool,
    outcome: &'a str,
    error: Option<String>,
}

/// Writes the end of an attempt and names it (`done`, `retry`, `fail`, `snooze`, `cancel`).
pub(crate) async fn settle(
    db: &Db,
    clock: &Clock,
    job: &Claimed,
    result: Result<Outcome, Failure>,
) -> Result<&'static str, Error> {
    let now = clock.now();
    match result {
        Ok(Outcome::Done) => finish(db, clock, job, "completed", "done").await,
        Ok(Outcome::Cancel) => finish(db, clock, job, "cancelled", "cancel").await,
        Ok(Outcome::Snooze(wait)) => {
            let run_at = now.saturating_add(wait).unwrap_or(now);
            let next = Next { state: "scheduled", run_at, counts: false, outcome: "snooze", error: None };
            put_back(db, clock, job, next).await?;
            Ok("snooze")
        }
        Err(failure) if failure.fatal || job.attempt >= job.max_attempts => {
            let next = Next { state: "dead", run_at: now, counts: true, outcome: "fail", error: Some(failure.error) };
            put_back(db, clock, job, next).await?;
            Ok("fail")
        }
        Err(failure) => {
            let wait = failure.after.unwrap_or_else(|| backoff::wait(job.attempt, rand::random()));
            let run_at = now.saturating_add(wait).unwrap_or(now);
            let next = Next { state: "retryable", run_at, counts: true, outcome: "retry", error: Some(failure.error) };
            put_back(db, clock, job, next).await?;
            Ok("retry")
        }
    }
}

/// Gives a job back unharmed, because the process stops.
pub(crate) async fn hand_back(db: &Db, clock: &Clock, job: &Claimed) -> Result<(), Error> {
    let next = Next { state: "available", run_at: clock.now(), counts: false, outcome: "snooze", error: None };
    put_back(db, clock, job, next).await
}

async fn finish(
    db: &Db,
    clock: &Clock,
    job: &Claimed,
    state: &'static str,
    outcome: &'static str,
) -> Result<&'static str, Error> {
    let tx = db.system("complete a job").await?;
    sql::complete().bind(&tx, &job.id, &job.worker, &job.attempt, &state, &clock.now(), &clock.id(), &outcome).await?;
    tx.commit().await?;
    Ok(outcome)
}

async fn put_back(db: &Db, clock: &Clock, job: &Claimed, next: Next<'_>) -> Result<(), Error> {
    let tx = db.system("put a job back").await?;
    sql::put_back()
        .bind(
            &tx,
            &next.state,
            &next.run_at,
            &next.counts,
            &next.error,
            &clock.now(),
            &job.id,
            &job.worker,
            &job.attempt,
            &clock.id(),
            &next.outcome,
        )
        .await?;
    tx.commit().await
}
