//! A mark: a record that its store has said changed, without what it said. Beyond what can be kept whole, deliveries
//! become marks; the mark is a job that asks the store. Marks of one record that wait are one.

use fulexo_jobs::{Failure, Job, Kind, Outcome, Run, release_key};
use fulexo_kernel::TenantId;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::fetch::read;
use super::reader::Failed;
use crate::App;
use crate::stores::{Trouble, open};

/// Reads a record that a store has said changed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct FetchMarked {
    pub tenant_id: TenantId,
    pub store_id: Uuid,
    /// Such as `order`.
    pub resource: String,
    pub external_id: i64,
}

impl Job for FetchMarked {
    const KIND: Kind = Kind { name: "fetch-marked", priority: 8, concurrency: 10, per_tenant: 5, ..Kind::PLAIN };

    fn tenant(&self) -> Option<TenantId> {
        Some(self.tenant_id)
    }

    fn store(&self) -> Option<Uuid> {
        Some(self.store_id)
    }

    fn unique_key(&self) -> Option<String> {
        Some(format!("{}:{}:{}", self.store_id, self.resource, self.external_id))
    }
}

/// Runs the job.
pub(super) async fn run(app: App, run: Run, job: FetchMarked) -> Result<Outcome, Failure> {
    let Some(connection) = open(&app, job.tenant_id, job.store_id).await? else { return Ok(Outcome::Done) };
    // what is marked from here on may not be in the answer: it makes a job of its own
    let tx = app.db.system("let a record be marked again").await?;
    release_key(&tx, run.id).await?;
    tx.commit().await?;
    match read(&app, &connection, &job.resource, job.external_id).await {
        Ok(_) => {
            app.wake_screens();
            Ok(Outcome::Done)
        }
        Err(Failed::Ours(error)) => Err(error.into()),
        Err(Failed::Store(error)) => {
            let trouble = Trouble::from(&error);
            if run.last {
                tracing::info!(store_id = %job.store_id, why = trouble.reason, "a marked record is left to the next poll");
                return Ok(Outcome::Done);
            }
            let wait = trouble.wait(i32::from(run.attempt));
            Err(Failure { error: trouble.reason, after: Some(wait), fatal: false })
        }
    }
}
