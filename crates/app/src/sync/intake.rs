//! Deliveries that arrive together are made durable together: one statement and one commit for all that came while the
//! last one was under way. Nobody waits for company, and nobody is answered before his own delivery is on disk. When too
//! much waits, a delivery is reduced to a mark, without its body.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use fulexo_db::Tx;
use fulexo_jobs::{Job as _, enqueue_all};
use fulexo_kernel::{CanFail as _, Clock, TenantId};
use fulexo_queries::queries::sync as sql;
use jiff::{SignedDuration, Timestamp};
use tokio::sync::{OwnedSemaphorePermit, oneshot};
use uuid::Uuid;

use super::look::parts;
use super::marked::FetchMarked;
use super::pages::refuses_content;
use super::process::{ProcessWebhookEvents, SERIAL};
use crate::{App, Error, Limits, causes};

/// Resources whose deliveries mean something to us.
pub(super) const RESOURCES: [&str; 3] = ["order", "product", "customer"];

/// Deliveries in one statement, and their bytes.
const MOST: usize = 128;
const MOST_BYTES: usize = 16 * 1024 * 1024;
/// A body that is kept even when too much waits.
const SMALL: usize = 4096;

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
    /// The room its body takes.
    pub _room: OwnedSemaphorePermit,
}

/// What is made durable of a delivery.
#[derive(Debug)]
pub(super) enum Kept {
    Whole(Arrived),
    Mark(FetchMarked),
}

impl Arrived {
    /// Itself without its body: a mark, or, when it names no record, the note that it came.
    pub(super) fn reduced(mut self) -> Kept {
        let resource = parts(&self.topic).0;
        if let ("received", Some(external_id), true) = (self.state, self.resource_id, RESOURCES.contains(&resource)) {
            let resource = resource.to_owned();
            return Kept::Mark(FetchMarked { tenant_id: self.tenant, store_id: self.store, resource, external_id });
        }
        if self.body.len() > SMALL {
            self.body = bytes::Bytes::new();
            if self.state == "received" {
                (self.state, self.reason) = ("quarantined", causes::BODY_NOT_KEPT);
            }
        }
        Kept::Whole(self)
    }
}

impl Kept {
    /// What became of it, for metrics.
    pub(super) const fn answer(&self) -> &'static str {
        match self {
            Self::Whole(arrived) => arrived.state,
            Self::Mark(_) => "marked",
        }
    }

    fn reduced(self) -> Self {
        match self {
            Self::Whole(arrived) => arrived.reduced(),
            mark @ Self::Mark(_) => mark,
        }
    }

    fn bytes(&self) -> usize {
        match self {
            Self::Whole(arrived) => arrived.body.len(),
            Self::Mark(_) => 0,
        }
    }

    const fn store(&self) -> Uuid {
        match self {
            Self::Whole(arrived) => arrived.store,
            Self::Mark(mark) => mark.store_id,
        }
    }
}

struct Waiting {
    kept: Kept,
    done: oneshot::Sender<Result<(), Error>>,
}

/// The ways to the table of deliveries. A store always takes the same: no two of its batches are under way at once.
pub(crate) struct Intake {
    lanes: [Lane; LANES],
    /// Deliveries that may wait in a lane, and their bytes.
    most: usize,
    most_bytes: usize,
}

/// One batch at a time.
#[derive(Default)]
struct Lane {
    queue: Mutex<Queue>,
    writing: tokio::sync::Mutex<()>,
}

#[derive(Default)]
struct Queue {
    waiting: VecDeque<Waiting>,
    bytes: usize,
}

impl Intake {
    pub(crate) fn new(limits: &Limits) -> Self {
        Self { lanes: Default::default(), most: limits.waiting, most_bytes: limits.waiting_bytes }
    }

    /// Makes a delivery durable, together with whatever else waits. Returns what became of it.
    pub(super) async fn keep(&self, app: &App, kept: Kept) -> Result<&'static str, Error> {
        let lane = kept.store().as_bytes().last().map_or(0, |byte| usize::from(*byte) % LANES);
        let Some(lane) = self.lanes.get(lane) else { return Err(Error::Internal("a store has no lane".into())) };
        let (done, kept_is) = oneshot::channel();
        let answer = lane.join(kept, done, (self.most, self.most_bytes));
        lane.write(app, kept_is).await.map(|()| answer)
    }
}

impl Lane {
    /// Joins the queue; as a mark when it is full.
    fn join(&self, mut kept: Kept, done: oneshot::Sender<Result<(), Error>>, most: (usize, usize)) -> &'static str {
        let mut queue = self.queue.lock().unwrap_or_else(PoisonError::into_inner);
        let full = queue.waiting.len() >= most.0 || queue.bytes + kept.bytes() > most.1;
        if full {
            kept = kept.reduced();
        }
        queue.bytes += kept.bytes();
        let answer = kept.answer();
        queue.waiting.push_back(Waiting { kept, done });
        answer
    }

    /// Waits until one's own is written, or writes what waits.
    async fn write(&self, app: &App, mut done: oneshot::Receiver<Result<(), Error>>) -> Result<(), Error> {
        loop {
            tokio::select! {
                biased;
                done = &mut done => {
                    return done.unwrap_or_else(|_| Err(Error::Internal("writing deliveries ended without a word".into())));
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
        let fit = queue.waiting.iter().take(MOST).take_while(|w| {
            bytes += w.kept.bytes();
            bytes <= MOST_BYTES
        });
        let n = fit.count().max(1).min(queue.waiting.len());
        let taken: Vec<Waiting> = queue.waiting.drain(..n).collect();
        queue.bytes -= taken.iter().map(|w| w.kept.bytes()).sum::<usize>();
        taken
    }
}

async fn write(app: &App, batch: Vec<Waiting>) {
    let (kept, done): (Vec<Kept>, Vec<_>) = batch.into_iter().map(|w| (w.kept, w.done)).unzip();
    let results = match insert(app, &kept).await {
        Ok(()) => done.iter().map(|_| Ok(())).collect(),
        Err(error) if kept.len() > 1 && refuses_content(&error) => each(app, &kept).await,
        Err(error) if kept.len() > 1 => {
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
async fn each(app: &App, kept: &[Kept]) -> Vec<Result<(), Error>> {
    let mut results = Vec::with_capacity(kept.len());
    for one in kept {
        results.push(insert(app, std::slice::from_ref(one)).await);
    }
    results
}

async fn insert(app: &App, kept: &[Kept]) -> Result<(), Error> {
    let (mut whole, mut marks) = (Vec::with_capacity(kept.len()), Vec::new());
    for one in kept {
        match one {
            Kept::Whole(arrived) => whole.push(arrived),
            Kept::Mark(mark) => marks.push(mark.clone()),
        }
    }
    // it may not be refused while the database is up
    let tx = app.db.system_patiently("keep stores' deliveries with their jobs").await?;
    if !whole.is_empty() {
        insert_whole(&tx, app, &whole).await?;
    }
    if !marks.is_empty() {
        enqueue_all(&tx, &app.clock, &marks).await?;
    }
    Ok(tx.commit().await?)
}

async fn insert_whole(tx: &Tx, app: &App, rows: &[&Arrived]) -> Result<(), Error> {
    fn col<'a, T>(rows: &[&'a Arrived], of: impl Fn(&'a Arrived) -> T) -> Vec<T> {
        rows.iter().map(|row| of(row)).collect()
    }
    let kind = ProcessWebhookEvents::KIND;
    let job_ids = jobs_for(&app.clock, rows);
    let now = app.clock.now();
    let (since, until) = (least_id(now.saturating_sub(TWINS_WITHIN)), least_id(now.saturating_add(TWINS_WITHIN)));
    sql::insert_events()
        .bind(
            tx,
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
    Ok(())
}

/// The least id of a moment: partitions before and after the last minutes need no look.
fn least_id(at: Result<Timestamp, jiff::Error>) -> Uuid {
    let millis = at.unwrap_or_default().as_millisecond();
    Uuid::from_u128(u128::try_from(millis).unwrap_or_default() << 80)
}

fn jobs_for(clock: &Clock, rows: &[&Arrived]) -> Vec<Uuid> {
    let mut stores: Vec<Uuid> = rows.iter().map(|r| r.store).collect();
    stores.sort_unstable();
    stores.dedup();
    stores.iter().map(|_| clock.id()).collect()
}
