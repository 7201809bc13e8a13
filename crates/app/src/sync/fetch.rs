//! Reads the record a delivery is about, because the body cannot settle it: a deletion, or two copies of one moment.

use fulexo_db::Tx;
use fulexo_jobs::{Failure, Job, Kind, Outcome, Run};
use fulexo_kernel::TenantId;
use fulexo_queries::queries::sync as sql;
use fulexo_woo::payload::Head;
use fulexo_woo::{Answer, Error as WooError};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::look::{Settled, parts};
use super::pages::{Broken, Records, quarantine};
use super::process::settle;
use super::reader::Failed;
use super::streams;
use crate::causes;
use crate::stores::{Connection, Trouble, open};
use crate::{App, Error};

/// Settles one delivery by asking the store.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) struct FetchRecord {
    pub tenant_id: TenantId,
    pub store_id: Uuid,
    pub event_id: Uuid,
}

impl Job for FetchRecord {
    const KIND: Kind = Kind { name: "fetch-record", priority: 10, concurrency: 10, per_tenant: 5, ..Kind::PLAIN };

    fn tenant(&self) -> Option<TenantId> {
        Some(self.tenant_id)
    }

    fn store(&self) -> Option<Uuid> {
        Some(self.store_id)
    }
}

/// Runs the job.
pub(super) async fn run(app: App, run: Run, job: FetchRecord) -> Result<Outcome, Failure> {
    let tx = app.db.tenant(job.tenant_id).await?;
    let event = sql::fetching_event().bind(&tx, &job.store_id, &job.event_id).opt().await?;
    drop(tx);
    let Some(event) = event else { return Ok(Outcome::Done) };
    let Some(connection) = open(&app, job.tenant_id, job.store_id).await? else {
        return end(&app, job, Settled::ignored(causes::NOT_READ)).await;
    };
    match fetch(&app, &connection, &event).await {
        Ok(state) => end(&app, job, Settled { state, reason: None }).await,
        Err(Failed::Ours(error)) if run.last => {
            tracing::error!(%error, store_id = %job.store_id, event_id = %job.event_id, "a delivery cannot be settled");
            end(&app, job, Settled::new("failed", causes::FAILED_INSIDE)).await
        }
        Err(Failed::Ours(error)) => Err(error.into()),
        Err(Failed::Store(error)) => {
            let trouble = Trouble::from(&error);
            if run.last {
                return end(&app, job, Settled::new("failed", format!("{} The next poll reads it.", trouble.reason)))
                    .await;
            }
            let wait = trouble.wait(i32::from(run.attempt));
            Err(Failure { error: trouble.reason, after: Some(wait), fatal: false })
        }
    }
}

async fn end(app: &App, job: FetchRecord, settled: Settled) -> Result<Outcome, Failure> {
    let tx = app.db.tenant(job.tenant_id).await?;
    settle(&tx, app, job.store_id, &[(job.event_id, settled)]).await?;
    tx.commit().await?;
    app.wake_screens();
    Ok(Outcome::Done)
}

/// Records that a store may say it no longer has.
pub(super) trait Deletable: Records {
    fn delete(&self, tx: &Tx, app: &App, id: i64) -> impl Future<Output = Result<(), Error>> + Send;
}

/// When an answer was made, by the store's clock.
pub(super) fn read_at(connection: &Connection, answer: &Result<Answer, WooError>) -> Timestamp {
    let said = answer.as_ref().ok().and_then(|answer| answer.date);
    said.unwrap_or_else(|| connection.client.store_now())
}

/// Applies one record read again; a tombstone when the store no longer has it.
pub(super) async fn settle_read<R: Deletable>(
    app: &App,
    connection: &Connection,
    id: i64,
    answer: Result<Answer, WooError>,
    records: &R,
) -> Result<&'static str, Failed> {
    app.metrics.store_requests.inc();
    let gone = matches!(answer, Err(WooError::NotFound { .. }));
    let answer = if gone { None } else { Some(answer?) };
    let tx = app.db.tenant(connection.tenant).await?;
    let state = match answer.map(|answer| (records.parse(&answer.body), answer.body)) {
        Some((Ok(record), _)) => records.apply(&tx, app, vec![record]).await.map(|_| "processed")?,
        Some((Err(error), body)) => {
            let broken = Broken::of(R::RESOURCE, body.get(), &error);
            quarantine(&tx, app, connection.store.id, &[broken]).await?;
            "quarantined"
        }
        None => records.delete(&tx, app, id).await.map(|()| "processed")?,
    };
    tx.commit().await?;
    Ok(state)
}

async fn fetch(app: &App, connection: &Connection, event: &sql::Event) -> Result<&'static str, Failed> {
    let id = Head::of_body(&event.body).and_then(|head| head.id);
    let Some(id) = id else { return Err(Error::Internal("a delivery to be read again names no record".into()).into()) };
    read(app, connection, parts(&event.topic).0, id).await
}

/// Reads a record of the store and applies it.
pub(super) async fn read(app: &App, connection: &Connection, resource: &str, id: i64) -> Result<&'static str, Failed> {
    Ok(match resource {
        "order" => streams::fetch_order(app, connection, id).await?,
        "product" => streams::fetch_product(app, connection, id).await?,
        _ => streams::fetch_customer(app, connection, id).await?,
    })
}
