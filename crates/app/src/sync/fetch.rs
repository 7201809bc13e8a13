//! Reads the record a delivery is about, because the body cannot settle it: a deletion, or two copies of one moment.

use std::time::Duration;

use fulexo_jobs::{Failure, Job, Kind, Outcome, Run};
use fulexo_kernel::TenantId;
use fulexo_queries::queries::sync as sql;
use fulexo_woo::payload::Head;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use uuid::Uuid;

use super::look::{Settled, parts};
use super::process::settle;
use super::reader::Failed;
use super::streams;
use crate::copy::Source;
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
    const KIND: Kind = Kind {
        name: "fetch-record",
        priority: 10,
        concurrency: 10,
        timeout: Duration::from_secs(300),
        max_attempts: 10,
    };

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
    let event = sql::fetching_event().bind(&tx, &job.event_id).opt().await?;
    drop(tx);
    let Some(event) = event else { return Ok(Outcome::Done) };
    let Some(connection) = open(&app, job.tenant_id, job.store_id).await? else {
        return end(&app, job, Settled::ignored("The store is paused or disconnected.")).await;
    };
    match fetch(&app, &connection, &event).await {
        Ok(state) => end(&app, job, Settled { state, reason: None }).await,
        Err(Failed::Ours(error)) if run.last => {
            tracing::error!(%error, store_id = %job.store_id, event_id = %job.event_id, "a delivery cannot be settled");
            end(&app, job, Settled::new("failed", "Fulexo failed inside; the next poll reads it.")).await
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

async fn fetch(app: &App, connection: &Connection, event: &sql::Event) -> Result<&'static str, Failed> {
    let id = serde_json::from_slice::<&RawValue>(&event.body).ok().and_then(|raw| Head::of(raw).id);
    let Some(id) = id else { return Err(Error::Internal("a delivery to be read again names no record".into()).into()) };
    Ok(match parts(&event.topic).0 {
        "order" => streams::fetch_order(app, connection, id, Source::Webhook).await?,
        "product" => streams::fetch_product(app, connection, id).await?,
        _ => streams::fetch_customer(app, connection, id).await?,
    })
}
