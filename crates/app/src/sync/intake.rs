//! Deliveries that arrive together are made durable together: one statement and one commit for all that came while the
//! last one was under way. Nobody waits for company, and nobody is answered before his own delivery is on disk.

use std::sync::{Mutex, PoisonError};

use fulexo_jobs::Job as _;
use fulexo_kernel::{CanFail as _, Clock, TenantId};
use fulexo_queries::queries::sync as sql;
use jiff::{SignedDuration, Timestamp};
use tokio::sync::oneshot;
use uuid::Uuid;

use super::pages::refuses_content;
use super::process::{ProcessWebhookEvents, SERIAL};
use crate::{App, Error};

/// Deliveries in one statement, and their bytes.
const MOST: usize = 128;
const MOST_BYTES: usize = 16 * 1024 * 1024;

/// Batches written side by side: while one waits for the disk, another is put together.
const LANES: usize = 2;

/// Equal deliveries are one when the first still waits and is no older than this.
const TWINS_WITHIN: SignedDuration = SignedDuration::from_mins(5);

/// A verified delivery, as it is kept.
#[derive(Debug)]
pub(crate) struct Arrived {
    pub id: Uuid,
    pub tenant: TenantId,
    pub store: Uuid,
    pub at: Timestamp,
    pub topic: String,
    pub resource_id: Option<i64>,
    pub webhook_id: Option<String>,
    pub delivery_id: Option<String>,
    pub content_key: [u8; 32],
    pub body: bytes::Bytes,
    pub state: &'static str,
    pub reason: &'static str,
}

struct Waiting {
    arrived: Arrived,
    done: oneshot::Sender<Result<(), Error>>,
}

/// The ways to the table of deliveries. A store always takes the same: no two of its batches are under way at once.
#[derive(Default)]
pub(crate) struct Intake([Lane; LANES]);

/// One batch at a time.
#[derive(Default)]
struct Lane {
    queue: Mutex<Vec<Waiting>>,
    writing: tokio::sync::Mutex<()>,
}

impl Intake {
    /// Makes a delivery durable, together with whatever else waits.
    pub(crate) async fn keep(&self, app: &App, arrived: Arrived) -> Result<(), Error> {
        let lane = arrived.store.as_bytes().last().map_or(0, |byte| usize::from(*byte) % LANES);
        match self.0.get(lane) {
            Some(lane) => lane.keep(app, arrived).await,
            None => Err(Error::Internal("a store has no lane".into())),
        }
    }
}

impl Lane {
    async fn keep(&self, app: &App, arrived: Arrived) -> Result<(), Error> {
        let (done, mut kept) = oneshot::channel();
        self.queue.lock().unwrap_or_else(PoisonError::into_inner).push(Waiting { arrived, done });
        loop {
            tokio::select! {
                biased;
                kept = &mut kept => {
                    return kept.unwrap_or_else(|_| Err(Error::Internal("writing deliveries ended without a word".into())));
                }
                _turn = self.writing.lock() => {
                    // in a task of its own: the others' deliveries do not end with this request
                    let (app, batch) = (app.clone(), self.take());
                    tokio::spawn(async move { write(&app, batch).await }).await.can_fail("each request hears of its own");
                }
            }
        }
    }

    /// The oldest that fit into one statement.
    fn take(&self) -> Vec<Waiting> {
        let mut queue = self.queue.lock().unwrap_or_else(PoisonError::into_inner);
        let mut bytes = 0;
        let fit = queue.iter().take(MOST).take_while(|w| {
            bytes += w.arrived.body.len();
            bytes <= MOST_BYTES
        });
        let n = fit.count().max(1).min(queue.len());
        queue.drain(..n).collect()
    }
}

async fn write(app: &App, batch: Vec<Waiting>) {
    let (arrived, done): (Vec<Arrived>, Vec<_>) = batch.into_iter().map(|w| (w.arrived, w.done)).unzip();
    let results = match insert(app, &arrived).await {
        Ok(()) => done.iter().map(|_| Ok(())).collect(),
        Err(error) if arrived.len() > 1 && refuses_content(&error) => each(app, &arrived).await,
        Err(error) if arrived.len() > 1 => {
            let why = error.to_string();
            done.iter().map(|_| Err(fulexo_db::Error::Unavailable(why.clone()).into())).collect()
        }
        Err(error) => vec![Err(error)],
    };
    app.wake_jobs();
    for (done, result) in done.into_iter().zip(results) {
        // a request that has gone does not wait for its answer
        drop(done.send(result));
    }
}

/// PostgreSQL refused one of them: only that one fails.
async fn each(app: &App, arrived: &[Arrived]) -> Vec<Result<(), Error>> {
    let mut results = Vec::with_capacity(arrived.len());
    for one in arrived {
        results.push(insert(app, std::slice::from_ref(one)).await);
    }
    results
}

async fn insert(app: &App, rows: &[Arrived]) -> Result<(), Error> {
    fn col<'a, T>(rows: &'a [Arrived], of: impl Fn(&'a Arrived) -> T) -> Vec<T> {
        rows.iter().map(of).collect()
    }
    if rows.is_empty() {
        return Ok(());
    }
    let kind = ProcessWebhookEvents::KIND;
    let job_ids = jobs_for(&app.clock, rows);
    let now = app.clock.now();
    let (since, until) = (least_id(now.saturating_sub(TWINS_WITHIN)), least_id(now.saturating_add(TWINS_WITHIN)));
    let tx = app.db.system("keep stores' deliveries with their jobs").await?;
    sql::insert_events()
        .bind(
            &tx,
            &col(rows, |r| r.id),
            &col(rows, |r| r.tenant.0),
            &col(rows, |r| r.store),
            &col(rows, |r| r.at),
            &col(rows, |r| r.topic.as_str()),
            &col(rows, |r| r.resource_id),
            &col(rows, |r| r.webhook_id.as_deref()),
            &col(rows, |r| r.delivery_id.as_deref()),
            &col(rows, |r| r.content_key.as_slice()),
            &col(rows, |r| r.body.as_ref()),
            &col(rows, |r| r.state),
            &col(rows, |r| r.reason),
            &since,
            &until,
            &SERIAL,
            &now,
            &job_ids,
            &kind.name,
            &kind.priority,
            &kind.max_attempts,
        )
        .await?;
    tx.commit().await?;
    Ok(())
}

/// The least id of a moment: partitions before and after the last minutes need no look.
fn least_id(at: Result<Timestamp, jiff::Error>) -> Uuid {
    let millis = at.unwrap_or_default().as_millisecond();
    Uuid::from_u128(u128::try_from(millis).unwrap_or_default() << 80)
}

fn jobs_for(clock: &Clock, rows: &[Arrived]) -> Vec<Uuid> {
    let mut stores: Vec<Uuid> = rows.iter().map(|r| r.store).collect();
    stores.sort_unstable();
    stores.dedup();
    stores.iter().map(|_| clock.id()).collect()
}
