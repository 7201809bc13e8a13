//! What a job is, and how it enters the queue.

use std::time::Duration;

use fulexo_db::{PgError, Tx};
use fulexo_kernel::{Clock, TenantId};
use fulexo_queries::queries::jobs as sql;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::backoff::Backoff;

/// A sort of work, with its policy.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// Stable name, kebab case.
    pub name: &'static str,
    /// Higher goes first; waiting raises it (see [`Kind::urgency`]).
    pub priority: i16,
    /// How many of it run at a time, in all processes together.
    pub concurrency: usize,
    /// How many of them may be one merchant's.
    pub per_tenant: usize,
    /// How long one attempt may take.
    pub timeout: Duration,
    /// Attempts before it is dead.
    pub max_attempts: i16,
    /// How long to wait after a failed attempt.
    pub backoff: Backoff,
}

/// A job that has waited this long counts as one priority higher.
const AGED: SignedDuration = SignedDuration::from_secs(30);

impl Kind {
    /// What a kind does not say otherwise.
    pub const PLAIN: Self = Self {
        name: "",
        priority: 1,
        concurrency: 1,
        per_tenant: usize::MAX,
        timeout: Duration::from_secs(300),
        max_attempts: 10,
        backoff: Backoff::PLAIN,
    };

    /// Its priority, one higher for every thirty seconds that its oldest job has waited: nothing starves.
    pub(crate) fn urgency(&self, waited: SignedDuration) -> f64 {
        f64::from(self.priority) + waited.as_secs_f64().max(0.0) / AGED.as_secs_f64()
    }
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
    let now = clock.now();
    let rows = sql::enqueue()
        .bind(
            tx,
            &clock.id(),
            &J::KIND.name,
            &job.tenant().map(|t| t.0),
            &job.store(),
            &args,
            &at,
            &now,
            &J::KIND.priority,
            &J::KIND.max_attempts,
            &unique_key,
            &serial_key,
        )
        .await?;
    Ok(rows == 1)
}

/// Enqueues many jobs of a kind in the caller's transaction with one statement, to run at once. Returns how many were
/// new: those whose unique key is taken are left out.
pub async fn enqueue_all<J: Job>(tx: &Tx, clock: &Clock, jobs: &[J]) -> Result<u64, PgError> {
    fn col<J, T>(jobs: &[J], of: impl Fn(&J) -> T) -> Vec<T> {
        jobs.iter().map(of).collect()
    }
    sql::enqueue_all()
        .bind(
            tx,
            &J::KIND.name,
            &J::KIND.priority,
            &clock.now(),
            &J::KIND.max_attempts,
            &col(jobs, |_| clock.id()),
            &col(jobs, |job| job.tenant().map(|t| t.0)),
            &col(jobs, Job::store),
            &col(jobs, |job| serde_json::to_string(job).unwrap_or_else(|_| "{}".into())),
            &col(jobs, Job::unique_key),
            &col(jobs, Job::serial_key),
        )
        .await
}

/// Makes the waiting job of this unique key run now. Needs a system transaction.
pub async fn expedite<J: Job>(tx: &Tx, clock: &Clock, job: &J) -> Result<bool, PgError> {
    let key = job.unique_key().unwrap_or_default();
    Ok(sql::expedite().bind(tx, &clock.now(), &J::KIND.name, &key).await? == 1)
}

/// Lets another job of a job's unique key be enqueued although it is unfinished: what is asked for from here on may come
/// too late for it. Needs a system transaction.
pub async fn release_key(tx: &Tx, job: Uuid) -> Result<(), PgError> {
    sql::release_key().bind(tx, &job).await.map(drop)
}
