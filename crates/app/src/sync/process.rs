//! Applies kept deliveries, a store at a time and many in one transaction. A body is a hint with a version: newer ones
//! are written, what cannot be told from the body is left to `fetch`, and nothing here speaks to a store.

use std::time::Duration;

use fulexo_db::{Step, Tx};
use fulexo_jobs::{Failure, Job, Kind, Outcome, Run, enqueue, expedite};
use fulexo_kernel::TenantId;
use fulexo_queries::queries::{stores as stores_sql, sync as sql};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use uuid::Uuid;

use super::fetch::FetchRecord;
use super::look::{Delivered, Looked, Settled, look};
use super::pages::refuses_content;
use crate::stores::streams::{Stream, SyncOrders};
use crate::{App, Error, causes, orders};

/// Deliveries of one transaction, and the bytes of their bodies: twice the largest, so a batch of less than half took all.
const MOST: usize = 100;
const MOST_BYTES: usize = 16 * 1024 * 1024;
/// Batches of one run; then other stores have their turn.
const BATCHES: usize = 20;
/// What the serial key of a store's job begins with.
pub(super) const SERIAL: &str = "webhook-events:";

/// Applies what a store has delivered.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct ProcessWebhookEvents {
    pub tenant_id: TenantId,
    pub store_id: Uuid,
}

impl Job for ProcessWebhookEvents {
    const KIND: Kind =
        Kind { name: "process-webhook-events", priority: 10, concurrency: 20, per_tenant: 10, ..Kind::PLAIN };

    fn tenant(&self) -> Option<TenantId> {
        Some(self.tenant_id)
    }

    fn store(&self) -> Option<Uuid> {
        Some(self.store_id)
    }

    fn serial_key(&self) -> Option<String> {
        Some(format!("{SERIAL}{}", self.store_id))
    }
}

/// Runs the job: batch after batch until nothing waits.
pub(super) async fn run(app: App, run: Run, job: ProcessWebhookEvents) -> Result<Outcome, Failure> {
    for _ in 0..BATCHES {
        let _turn = app.applying.acquire().await?;
        let tx = app.db.tenant(job.tenant_id).await?;
        let (hears, events) = futures::try_join!(hears(&tx, job.store_id), waiting(&tx, job.store_id))?;
        let (Some(hears), false) = (hears, events.is_empty()) else { return Ok(Outcome::Done) };
        let batch =
            Batch { app: &app, job, skew: SignedDuration::from_millis(hears.clock_skew_ms), deaf: !hears.applies };
        match batch.apply(tx, &events).await {
            Ok(()) => {}
            Err(error) if refuses_content(&error) => batch.each(&events).await?,
            Err(error) => return Err(error.into()),
        }
        app.wake_screens();
        // what arrived after this batch was read has a job of its own
        let bytes: usize = events.iter().map(|e| e.body.len()).sum();
        if events.len() < MOST && bytes < MOST_BYTES / 2 {
            return Ok(Outcome::Done);
        }
        if run.stopping.is_cancelled() {
            break;
        }
    }
    Ok(Outcome::Snooze(Duration::ZERO))
}

async fn hears(tx: &Tx, store: Uuid) -> Result<Option<stores_sql::Hears>, Error> {
    Ok(stores_sql::hears().bind(tx, &store).opt().await?)
}

async fn waiting(tx: &Tx, store: Uuid) -> Result<Vec<sql::Event>, Error> {
    let (most, bytes) = (i64::try_from(MOST).unwrap_or(1), i64::try_from(MOST_BYTES).unwrap_or(1));
    Ok(sql::waiting_events().bind(tx, &store, &most, &bytes).all().await?)
}

/// Some deliveries of one store.
struct Batch<'a> {
    app: &'a App,
    job: ProcessWebhookEvents,
    skew: SignedDuration,
    /// The store is paused or disconnected.
    deaf: bool,
}

impl Batch<'_> {
    /// Applies them all in one transaction.
    async fn apply(&self, tx: Tx, events: &[sql::Event]) -> Result<(), Error> {
        let mut settled: Vec<(Uuid, Settled)> = Vec::with_capacity(events.len());
        let mut orders: Vec<(Uuid, orders::apply::Incoming)> = Vec::new();
        let mut nameless = false;
        for event in events {
            let delivered = self.delivered(event);
            match look(&tx, self.app, delivered).await? {
                Looked::Settled(fate) => settled.push((event.id, fate)),
                Looked::Fetch => settled.push((event.id, self.fetch(&tx, event.id).await?)),
                Looked::Order(incoming) => orders.push((event.id, *incoming)),
                Looked::Nameless(fate) => {
                    nameless = true;
                    settled.push((event.id, fate));
                }
            }
        }
        self.orders(&tx, orders, &mut settled).await?;
        self.settle(&tx, &settled).await?;
        tx.commit().await?;
        if settled.iter().any(|(_, s)| s.state == "fetching") {
            self.app.wake_jobs();
        }
        if nameless {
            poll_now(self.app, self.job).await?;
        }
        Ok(())
    }

    /// PostgreSQL refused the content of one of them: each in a transaction of its own, so that only that one fails.
    async fn each(&self, events: &[sql::Event]) -> Result<(), Error> {
        for event in events {
            let tx = self.app.db.tenant(self.job.tenant_id).await?;
            match self.apply(tx, std::slice::from_ref(event)).await {
                Err(error) if refuses_content(&error) => {
                    tracing::warn!(%error, store_id = %self.job.store_id, event_id = %event.id, "a delivery cannot be applied");
                    let tx = self.app.db.tenant(self.job.tenant_id).await?;
                    let reason = causes::CONTENT_REFUSED;
                    self.settle(&tx, &[(event.id, Settled::new("failed", reason))]).await?;
                    tx.commit().await?;
                }
                other => other?,
            }
        }
        Ok(())
    }

    fn delivered<'e>(&self, event: &'e sql::Event) -> Delivered<'e> {
        Delivered {
            tenant: self.job.tenant_id,
            store: self.job.store_id,
            topic: &event.topic,
            raw: serde_json::from_slice::<&RawValue>(&event.body).ok(),
            read_at: event.received_at.saturating_add(self.skew).unwrap_or(event.received_at),
            deaf: self.deaf,
        }
    }

    /// Applies copies of orders: each order once a round, so that every delivered change has its place in the timeline.
    async fn orders(
        &self,
        tx: &Tx,
        mut waiting: Vec<(Uuid, orders::apply::Incoming)>,
        settled: &mut Vec<(Uuid, Settled)>,
    ) -> Result<(), Error> {
        let (tenant, store) = (self.job.tenant_id, self.job.store_id);
        let reading = orders::apply::Reading { tenant, store, source: crate::copy::Source::Webhook };
        while !waiting.is_empty() {
            let mut seen = std::collections::BTreeSet::new();
            let (round, later) = waiting.into_iter().partition::<Vec<_>, _>(|(_, i)| seen.insert(i.order.id));
            let events: Vec<(Uuid, i64)> = round.iter().map(|(event, i)| (*event, i.order.id)).collect();
            let applied = orders::apply::apply(tx, self.app, reading, round.into_iter().map(|r| r.1).collect()).await?;
            for (event, id) in events {
                let fate = match applied.0.get(&id) {
                    Some(orders::apply::Fate::Fetch) => self.fetch(tx, event).await?,
                    Some(orders::apply::Fate::Older) => Settled::ignored(causes::NEWER_COPY),
                    Some(orders::apply::Fate::Unchanged) => Settled::ignored(causes::SAME_COPY),
                    _ => Settled::processed(),
                };
                settled.push((event, fate));
            }
            waiting = later;
        }
        Ok(())
    }

    async fn fetch(&self, tx: &Tx, event_id: Uuid) -> Result<Settled, Error> {
        let job = FetchRecord { tenant_id: self.job.tenant_id, store_id: self.job.store_id, event_id };
        enqueue(tx, &self.app.clock, &job).await?;
        Ok(Settled { state: "fetching", reason: None })
    }

    async fn settle(&self, tx: &Tx, settled: &[(Uuid, Settled)]) -> Result<(), Error> {
        settle(tx, self.app, self.job.store_id, settled).await
    }
}

/// Writes down what became of deliveries, and counts those that brought something.
pub(super) async fn settle(tx: &Tx, app: &App, store: Uuid, settled: &[(Uuid, Settled)]) -> Result<(), Error> {
    let now = app.clock.now();
    let ids: Vec<Uuid> = settled.iter().map(|(id, _)| *id).collect();
    let states: Vec<&str> = settled.iter().map(|(_, s)| s.state).collect();
    let reasons: Vec<Option<&str>> = settled.iter().map(|(_, s)| s.reason.as_deref()).collect();
    let (Some(first), Some(last)) = (ids.iter().min(), ids.iter().max()) else { return Ok(()) };
    let processed = states.iter().filter(|s| **s == "processed").count();
    let processed = i32::try_from(processed).unwrap_or(i32::MAX);
    let mut steps: Vec<Step<'_, Error>> = vec![Box::pin(async {
        Ok(sql::settle_events().bind(tx, &now, &ids, &states, &reasons, &store, first, last).await.map(drop)?)
    })];
    if processed > 0 {
        steps.push(Box::pin(async { Ok(stores_sql::touch_event().bind(tx, &now, &store).await.map(drop)?) }));
        steps.push(Box::pin(async {
            Ok(stores_sql::count_activity().bind(tx, &store, &now, &processed, &0, &0).await.map(drop)?)
        }));
    }
    tx.in_order(steps).await
}

/// Lets the orders' standing job run at once.
async fn poll_now(app: &App, job: ProcessWebhookEvents) -> Result<(), Error> {
    let job = SyncOrders { tenant_id: job.tenant_id, store_id: job.store_id, stream: Stream::Orders };
    let tx = app.db.system("poll a store now").await?;
    expedite(&tx, &app.clock, &job).await?;
    tx.commit().await?;
    app.wake_jobs();
    Ok(())
}

/// Gives stores whose deliveries wait without a job a new one: nothing that was acknowledged is forgotten.
pub(super) async fn ensure_jobs(tx: &Tx, app: &App) -> Result<(), Error> {
    let before: Timestamp = app.clock.now().saturating_sub(SignedDuration::from_secs(60)).unwrap_or_default();
    for row in sql::stores_with_deliveries().bind(tx, &SERIAL, &before).all().await? {
        let job = ProcessWebhookEvents { tenant_id: TenantId(row.tenant_id), store_id: row.store_id };
        enqueue(tx, &app.clock, &job).await?;
    }
    Ok(())
}
