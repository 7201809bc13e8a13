//! Gauges read when somebody asks for the metrics.

use fulexo_kernel::CanFail as _;
use fulexo_queries::queries::work as sql;

use crate::metrics::{KindLabels, QueueLabels};
use crate::{App, Error};

/// Sets the gauges of the queue and the database pools.
pub(crate) async fn refresh_gauges(app: &App) {
    let pool = app.db.status();
    app.metrics.db_connections.set(i64::try_from(pool.active).unwrap_or(i64::MAX));
    app.metrics.db_waiting.set(i64::try_from(pool.waiting).unwrap_or(i64::MAX));
    queue(app).await.can_fail("the gauges of the queue keep their last value");
}

async fn queue(app: &App) -> Result<(), Error> {
    let now = app.clock.now();
    let tx = app.db.system("count jobs by kind and state").await?;
    let counts = sql::counts().bind(&tx, &now).all().await?;
    tx.commit().await?;
    app.metrics.jobs.clear();
    app.metrics.jobs_oldest.clear();
    for row in counts {
        if let Some(at) = row.oldest {
            let oldest = app.metrics.jobs_oldest.get_or_create(&KindLabels { kind: row.kind.clone() });
            let waited = now.duration_since(at).as_secs_f64();
            oldest.set(waited.max(oldest.get()));
        }
        app.metrics.jobs.get_or_create(&QueueLabels { kind: row.kind, state: row.state }).set(row.n);
    }
    Ok(())
}
