//! Every stream of every working store has its standing job, and every store whose deliveries wait has one that applies
//! them, whatever happened to the last one.

use fulexo_kernel::TenantId;
use fulexo_queries::queries::stores as sql;

use crate::stores::streams::start_all;
use crate::{App, Error};

/// Queues the jobs that are missing.
pub(crate) async fn ensure_standing_jobs(app: &App) -> Result<(), Error> {
    let tx = app.db.system("give every stream its standing job").await?;
    let stores = sql::stores_to_sync().bind(&tx).all().await?;
    for store in stores {
        start_all(&tx, &app.clock, TenantId(store.tenant_id), store.store_id).await?;
    }
    super::process::ensure_jobs(&tx, app).await?;
    tx.commit().await?;
    app.wake_jobs();
    Ok(())
}
