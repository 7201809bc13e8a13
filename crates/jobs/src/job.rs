//! What a job is, and how it enters the queue.

use std::time::Duration;

use fulexo_db::{PgError, Tx};
use fulexo_kernel::{Clock, TenantId};
use fulexo_queries::queries::jobs as sql;
use jiff::Timestamp;
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

/// A sort of work, with its policy.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// Stable name, kebab case.
    pub name: &'static str,
    /// Higher goes first.
    pub priority: i16,
    /// How many of it one process runs at a time.
    pub concurrency: usize,
    /// How long one attempt may take.
    pub timeout: Duration,
    /// Attempts before it is dead.
    pub max_attempts: i16,
}

/// A unit of work; its fields are ids, and they are its payload.
pub trait Job: Serialize + DeserializeOwned + Send + Sync + 'static {
    /// Its sort.
    const KIND: Kind;

    /// The merchant it works for; none for work of the platform.
    fn tenant(&self) -> Option<TenantId>;

    /// The store it is about.
    fn store(&self) -> Option<Uuid> {
        None
    }

    /// While a job of this key is unfinished, another is not enqueued.
    fn unique_key(&self) -> Option<String> {
        None
    }

    /// Jobs of one key never run side by side.
    fn serial_key(&self) -> Option<String> {
        None
    }
}

/// How an attempt ended.
#[derive(Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The work is done.
    Done,
    /// Run again later; does not count as an attempt.
    Snooze(Duration),
    /// It is no longer wanted.
    Cancel,
}

/// Why an attempt failed.
#[derive(Debug)]
pub struct Failure {
    /// The chain of causes, as a sentence.
    pub error: String,
    /// When to try again; the backoff decides when absent.
    pub after: Option<Duration>,
    /// Trying again cannot help.
    pub fatal: bool,
}

impl<E: std::error::Error> From<E> for Failure {
    fn from(error: E) -> Self {
        let mut text = error.to_string();
        let mut cause = error.source();
        while let Some(c) = cause {
            text = format!("{text}: {c}");
            cause = c.source();
        }
        Self { error: text, after: None, fatal: false }
    }
}

/// Enqueues a job in the caller's transaction, to run at once. False when its unique key is taken.
pub async fn enqueue<J: Job>(tx: &Tx, clock: &Clock, job: &J) -> Result<bool, PgError> {
    enqueue_at(tx, clock, job, clock.now()).await
}

/// Enqueues a job in the caller's transaction, to run at a moment.
pub(crate) async fn enqueue_at<J: Job>(tx: &Tx, clock: &Clock, job: &J, at: Timestamp) -> Result<bool, PgError> {
    let args = serde_json::to_string(job).unwrap_or_else(|_| "{}".into());
    let (unique_key, serial_key) = (job.unique_key(), job.serial_key());
    let rows = sql::enqueue()
        .bind(
            tx,
            &clock.id(),
            &J::KIND.name,
            &job.tenant().map(|t| t.0),
            &job.store(),
            &args,
            &J::KIND.priority,
            &at,
            &J::KIND.max_attempts,
            &unique_key,
            &serial_key,
            &clock.now(),
        )
        .await?;
    Ok(rows == 1)
}

/// Makes the waiting job of this unique key run now. Needs a system transaction.
pub async fn expedite<J: Job>(tx: &Tx, clock: &Clock, job: &J) -> Result<bool, PgError> {
    let key = job.unique_key().unwrap_or_default();
    Ok(sql::expedite().bind(tx, &clock.now(), &J::KIND.name, &key).await? == 1)
}
