//! Applies kept deliveries. A body is a hint with a version: newer ones are written, what cannot be told from the body
//! is read from the store, and a deletion is believed only when a read confirms it.

use std::time::Duration;

use fulexo_db::Tx;
use fulexo_jobs::{Failure, Job, Kind, Outcome, Run, expedite};
use fulexo_kernel::TenantId;
use fulexo_queries::queries::{stores as stores_sql, sync as sql};
use fulexo_woo::payload::{Customer, ErrorBody, Head};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use uuid::Uuid;

use super::pages::{Broken, quarantine};
use super::reader::Failed;
use super::streams;
use crate::copy::{Source, content_hash};
use crate::news::{self, Op};
use crate::stores::streams::{Stream, SyncOrders};
use crate::stores::{Connection, Trouble, open};
use crate::{App, Error, catalogue, customers, orders};

/// Applies one kept delivery.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct ProcessWebhookEvents {
    pub event_id: Uuid,
    pub store_id: Uuid,
    #[serde(skip)]
    tenant: Option<TenantId>,
}

impl Job for ProcessWebhookEvents {
    const KIND: Kind = Kind {
        name: "process-webhook-events",
        priority: 10,
        concurrency: 20,
        timeout: Duration::from_secs(300),
        max_attempts: 10,
    };

    fn tenant(&self) -> Option<TenantId> {
        self.tenant
    }

    fn store(&self) -> Option<Uuid> {
        Some(self.store_id)
    }
}

/// How a delivery ended.
struct Settled {
    state: &'static str,
    reason: Option<String>,
}

impl Settled {
    const fn processed() -> Self {
        Self { state: "processed", reason: None }
    }

    fn ignored(reason: impl Into<String>) -> Self {
        Self { state: "ignored", reason: Some(reason.into()) }
    }
}

/// What looking at the body in one transaction led to.
enum Looked {
    Settled(Settled),
    /// Only the store can tell.
    Fetch(i64),
}

/// Runs the job.
pub(super) async fn run(app: App, run: Run, job: ProcessWebhookEvents) -> Result<Outcome, Failure> {
    let Some(tenant) = tenant_of(&app, job.store_id).await? else { return Ok(Outcome::Cancel) };
    let tx = app.db.tenant(tenant).await?;
    let event = sql::event_by_id().bind(&tx, &job.event_id).opt().await?;
    drop(tx);
    let Some(event) = event.filter(|e| e.state == "received") else { return Ok(Outcome::Done) };
    let Some(connection) = open(&app, tenant, job.store_id).await? else {
        let settled = Settled::ignored("The store is paused or disconnected.");
        return settle_alone(&app, tenant, job, settled).await;
    };
    match apply(&app, &connection, job, &event).await {
        Ok(()) => Ok(Outcome::Done),
        Err(Failed::Ours(error)) => {
            if run.last {
                let reason = Some("Fulexo failed inside; the next poll reads it.".to_owned());
                settle_alone(&app, tenant, job, Settled { state: "failed", reason }).await?;
            }
            Err(error.into())
        }
        Err(Failed::Store(error)) => {
            let trouble = Trouble::from(&error);
            if run.last {
                let reason = format!("{} The next poll reads it.", trouble.reason);
                return settle_alone(&app, tenant, job, Settled { state: "failed", reason: Some(reason) }).await;
            }
            let wait = trouble.wait(i32::from(run.attempt));
            Err(Failure { error: trouble.reason, after: Some(wait), fatal: false })
        }
    }
}

async fn tenant_of(app: &App, store: Uuid) -> Result<Option<TenantId>, Error> {
    let tx = app.db.system("find whose delivery a job is for").await?;
    let row = stores_sql::route().bind(&tx, &store).opt().await?;
    tx.commit().await?;
    Ok(row.map(|r| TenantId(r.tenant_id)))
}

async fn settle_alone(
    app: &App,
    tenant: TenantId,
    job: ProcessWebhookEvents,
    settled: Settled,
) -> Result<Outcome, Failure> {
    let tx = app.db.tenant(tenant).await?;
    settle(&tx, app, job, &settled).await?;
    tx.commit().await?;
    Ok(Outcome::Done)
}

async fn settle(tx: &Tx, app: &App, job: ProcessWebhookEvents, settled: &Settled) -> Result<(), Error> {
    let now = app.clock.now();
    sql::settle_event().bind(tx, &settled.state, &settled.reason.as_deref(), &now, &job.event_id).await?;
    if settled.state == "processed" {
        stores_sql::touch_event().bind(tx, &now, &job.store_id).await?;
        stores_sql::count_activity().bind(tx, &job.store_id, &now, &1, &0, &0).await?;
    }
    Ok(())
}

async fn apply(
    app: &App,
    connection: &Connection,
    job: ProcessWebhookEvents,
    event: &sql::EventById,
) -> Result<(), Failed> {
    let Ok(raw) = serde_json::from_slice::<Box<RawValue>>(&event.body) else {
        settle_quarantined(app, connection, job, "The body is not JSON.").await?;
        return Ok(());
    };
    let (resource, happened) = event.topic.split_once('.').unwrap_or((event.topic.as_str(), ""));
    let tx = app.db.tenant(connection.tenant).await?;
    let looked = if happened == "deleted" {
        Head::of(&raw).id.map_or_else(|| no_id(&raw), Looked::Fetch)
    } else {
        look(&tx, app, connection, resource, &raw, event).await?
    };
    match looked {
        Looked::Settled(settled) => {
            settle(&tx, app, job, &settled).await?;
            tx.commit().await?;
            if settled.state == "ignored" && Head::of(&raw).id.is_none() {
                poll_now(app, connection).await?;
            }
        }
        Looked::Fetch(id) => {
            drop(tx);
            let state = fetch(app, connection, resource, id).await?;
            let tx = app.db.tenant(connection.tenant).await?;
            settle(&tx, app, job, &Settled { state, reason: None }).await?;
            tx.commit().await?;
        }
    }
    app.wake_screens();
    Ok(())
}

async fn settle_quarantined(
    app: &App,
    connection: &Connection,
    job: ProcessWebhookEvents,
    reason: &str,
) -> Result<(), Error> {
    let tx = app.db.tenant(connection.tenant).await?;
    let settled = Settled { state: "quarantined", reason: Some(reason.to_owned()) };
    settle(&tx, app, job, &settled).await?;
    tx.commit().await?;
    Ok(())
}

/// A body without an id: an error the store signed, or nonsense. The next poll tells what really happened.
fn no_id(raw: &RawValue) -> Looked {
    let said = serde_json::from_str::<ErrorBody>(raw.get()).ok();
    Looked::Settled(Settled::ignored(match said {
        Some(error) if error.code == "woocommerce_rest_cannot_view" => {
            "The person who owns the webhook at the store lost his rights or was removed; the poll reads on.".to_owned()
        }
        Some(error) => format!("The store sent an error instead of the record: {} The poll reads on.", error.message),
        None => "The body names no record; the poll reads on.".to_owned(),
    }))
}

/// By the store's clock: when it was pushed, as far as we can know.
fn read_at(connection: &Connection, received_at: Timestamp) -> Timestamp {
    let skew = SignedDuration::from_millis(connection.store.clock_skew_ms);
    received_at.saturating_add(skew).unwrap_or(received_at)
}

async fn look(
    tx: &Tx,
    app: &App,
    connection: &Connection,
    resource: &str,
    raw: &RawValue,
    event: &sql::EventById,
) -> Result<Looked, Error> {
    if Head::of(raw).id.is_none() {
        return Ok(no_id(raw));
    }
    let (tenant, store, source) = (connection.tenant, connection.store.id, Source::Webhook);
    let read_at = read_at(connection, event.received_at);
    match resource {
        "order" => match orders::apply::Incoming::parse(raw) {
            Ok(incoming) => {
                let reading = orders::apply::Reading { tenant, store, read_at, source };
                let applied = orders::apply::apply(tx, app, reading, vec![incoming]).await?;
                Ok(judged(applied.fetch.first().copied(), applied.older, applied.unchanged))
            }
            Err(error) => broken(tx, app, store, "order", raw, &error).await,
        },
        "product" => match catalogue::apply::Incoming::parse(raw) {
            Ok(incoming) => {
                let reading = catalogue::apply::Reading { tenant, store, read_at, source };
                let applied = catalogue::apply::apply(tx, app, reading, vec![incoming]).await?;
                let fetch = applied.fetch.first().map(|key| if key.1 == 0 { key.0 } else { key.1 });
                Ok(judged(fetch, 0, applied.unchanged))
            }
            Err(error) => broken(tx, app, store, "product", raw, &error).await,
        },
        _ => customer(tx, app, connection, raw, read_at).await,
    }
}

fn judged(fetch: Option<i64>, older: usize, unchanged: usize) -> Looked {
    match fetch {
        Some(id) => Looked::Fetch(id),
        None if older > 0 => Looked::Settled(Settled::ignored("A newer copy is here already.")),
        None if unchanged > 0 => Looked::Settled(Settled::ignored("The same copy is here already.")),
        None => Looked::Settled(Settled::processed()),
    }
}

async fn broken(
    tx: &Tx,
    app: &App,
    store: Uuid,
    resource: &'static str,
    raw: &RawValue,
    error: &fulexo_woo::payload::PayloadError,
) -> Result<Looked, Error> {
    quarantine(tx, app, store, &[Broken::of(resource, raw.get(), error)]).await?;
    Ok(Looked::Settled(Settled { state: "quarantined", reason: Some(error.to_string()) }))
}

async fn customer(
    tx: &Tx,
    app: &App,
    connection: &Connection,
    raw: &RawValue,
    read_at: Timestamp,
) -> Result<Looked, Error> {
    let (tenant, store) = (connection.tenant, connection.store.id);
    let customer = match Customer::parse(raw) {
        Ok(customer) => customer,
        Err(error) => return broken(tx, app, store, "customer", raw, &error).await,
    };
    let incoming = customers::apply::Incoming { customer, raw: raw.get().to_owned(), hash: content_hash(raw.get()) };
    let applied = customers::apply::apply(tx, &app.clock, store, read_at, vec![incoming]).await?;
    if applied.changed == 0 {
        return Ok(Looked::Settled(Settled::ignored("The same copy is here already.")));
    }
    news::tell(tx, &app.clock, tenant, news::Kind::Customer, Op::Updated, Some(store), &applied.ids).await?;
    Ok(Looked::Settled(Settled::processed()))
}

async fn fetch(app: &App, connection: &Connection, resource: &str, id: i64) -> Result<&'static str, Failed> {
    Ok(match resource {
        "order" => streams::fetch_order(app, connection, id, Source::Webhook).await?,
        "product" => streams::fetch_product(app, connection, id).await?,
        _ => streams::fetch_customer(app, connection, id).await?,
    })
}

/// Lets the orders' standing job run at once.
async fn poll_now(app: &App, connection: &Connection) -> Result<(), Error> {
    let job = SyncOrders { tenant_id: connection.tenant, store_id: connection.store.id, stream: Stream::Orders };
    let tx = app.db.system("poll a store now").await?;
    expedite(&tx, &app.clock, &job).await?;
    tx.commit().await?;
    app.wake_jobs();
    Ok(())
}
