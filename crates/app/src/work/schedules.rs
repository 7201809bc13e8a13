//! Sees to it that regular work is queued. Nothing is remembered in the process: what is due is read from the queue
//! and its history, so restarts and several processes change nothing.

use std::time::Duration;

use fulexo_jobs::{Job as _, enqueue};
use fulexo_kernel::CanFail as _;
use fulexo_queries::queries::jobs as sql;
use jiff::{SignedDuration, Timestamp};
use tokio_util::sync::CancellationToken;

use super::chores::{CleanupCache, CleanupSessions};
use super::lag::Lag;
use crate::{App, Error};

const EVERY: Duration = Duration::from_secs(60);
const LAG_EVERY: Duration = Duration::from_secs(15);
/// The platform's chores, and how often each is queued.
pub(super) const CHORES: [(&str, SignedDuration); 2] = [
    (CleanupCache::KIND.name, SignedDuration::from_mins(10)),
    (CleanupSessions::KIND.name, SignedDuration::from_hours(1)),
];

/// Sees to it that chores and the stores' standing jobs are queued, until told to stop.
pub(crate) async fn keep_schedules(app: App, stop: CancellationToken) {
    let queue = async {
        loop {
            match queue_chores(&app).await {
                Ok(0) => {}
                Ok(_) => app.wake_jobs(),
                Err(error) => tracing::warn!(%error, "cannot queue the platform's chores; trying again in a minute"),
            }
            crate::sync::ensure_standing_jobs(&app).await.can_fail("tried again in a minute");
            app.clock.sleep(EVERY).await;
        }
    };
    let measure = async {
        let mut lag = Lag::default();
        loop {
            lag.measure(&app).await.can_fail("a gauge; measured again in seconds");
            app.clock.sleep(LAG_EVERY).await;
        }
    };
    tokio::select! {
        () = stop.cancelled() => {}
        ((), ()) = async { tokio::join!(queue, measure) } => {}
    }
}

/// Queues the chores whose interval has passed; returns how many.
pub(super) async fn queue_chores(app: &App) -> Result<usize, Error> {
    let tx = app.db.system("queue the platform's chores").await?;
    sql::lock_schedules().bind(&tx).one().await?;
    let kinds = CHORES.map(|(kind, _)| kind);
    let last = sql::last_chores().bind(&tx, &kinds.as_slice()).all().await?;
    let now = app.clock.now();
    let mut queued = 0;
    for (kind, every) in CHORES {
        let at = last.iter().find(|row| row.kind == kind).map_or(Timestamp::UNIX_EPOCH, |row| row.at);
        if now.duration_since(at) < every {
            continue;
        }
        queued += usize::from(match kind {
            name if name == CleanupCache::KIND.name => enqueue(&tx, &app.clock, &CleanupCache {}).await?,
            _ => enqueue(&tx, &app.clock, &CleanupSessions {}).await?,
        });
    }
    tx.commit().await?;
    Ok(queued)
}
