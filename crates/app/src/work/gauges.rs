//! Gauges read when somebody asks for the metrics.

use fulexo_kernel::CanFail as _;
use fulexo_queries::queries::jobs as sql;

use crate::metrics::QueueLabels;
use crate::{App, Error};

/// Sets the gauges of the queue and the database pools.
pub(crate) async fn refresh_gauges(app: &App) {
    let pool = app.db.status();
    app.metrics.db_connections.set(i64::try_from(pool.active).unwrap_or(i64::MAX));
    app.metrics.db_waiting.set(i64::try_from(pool.waiting).unwrap_or(i64::MAX));
    queue(app).await.can_fail("the gauges of the queue keep their last value");
}

async fn queue(app: &App) -> Result<(), Error> {
    let tx = app.db.system("count jobs by kind and state").await?;
    let counts = sql::job_counts().bind(&tx).all().await?;
    tx.commit().await?;
    app.metrics.jobs.clear();
    for row in counts {
        app.metrics.jobs.get_or_create(&QueueLabels { kind: row.kind, state: row.state }).set(row.n);
    }
    Ok(())
}
