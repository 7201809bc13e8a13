//! Work of the platform itself: it belongs to no merchant and keeps the house small.

use fulexo_jobs::{Failure, Job, Kind, Outcome, Registry};
use fulexo_kernel::TenantId;
use fulexo_queries::queries::{audit, fence, jobs as sql, people};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::{App, Error};

/// News older than this are of no use: a screen that missed them reads everything again.
const NEWS_KEPT: SignedDuration = SignedDuration::from_hours(1);
/// Sums of what workers did.
const STATS_KEPT: SignedDuration = SignedDuration::from_hours(7 * 24);
/// A look is written down once an hour; what is older cannot be asked for again.
const LOOKS_KEPT: SignedDuration = SignedDuration::from_hours(48);

const fn chore(name: &'static str) -> Kind {
    Kind { name, max_attempts: 5, ..Kind::PLAIN }
}

/// Makes the partitions of the days to come, drops those past their keep, forgets old news, looks, sums and reports.
#[derive(Serialize, Deserialize)]
pub(super) struct CleanupCache {}

impl Job for CleanupCache {
    const KIND: Kind = chore("cleanup-cache");

    fn tenant(&self) -> Option<TenantId> {
        None
    }

    fn unique_key(&self) -> Option<String> {
        Some(Self::KIND.name.to_owned())
    }
}

/// Forgets sessions that have ended.
#[derive(Serialize, Deserialize)]
pub(super) struct CleanupSessions {}

impl Job for CleanupSessions {
    const KIND: Kind = chore("cleanup-sessions");

    fn tenant(&self) -> Option<TenantId> {
        None
    }

    fn unique_key(&self) -> Option<String> {
        Some(Self::KIND.name.to_owned())
    }
}

pub(crate) fn jobs(registry: &mut Registry<App>) {
    registry.add(|app: App, _, _: CleanupCache| async move { ended(cleanup_cache(&app).await) });
    registry.add(|app: App, _, _: CleanupSessions| async move { ended(cleanup_sessions(&app).await) });
}

fn ended(result: Result<(), Error>) -> Result<Outcome, Failure> {
    Ok(result.map(|()| Outcome::Done)?)
}

pub(super) async fn cleanup_cache(app: &App) -> Result<(), Error> {
    let now = app.clock.now();
    let tx = app.db.system("make and drop partitions").await?;
    fence::maintain_partitions().bind(&tx, &now).one().await?;
    tx.commit().await?;
    app.learn_sizes().await?;
    let tx = app.db.system("forget old news, looks and sums").await?;
    sql::delete_old_news().bind(&tx, &before(now, NEWS_KEPT)).await?;
    sql::delete_old_stats().bind(&tx, &before(now, STATS_KEPT)).await?;
    audit::delete_old_looks().bind(&tx, &before(now, LOOKS_KEPT)).await?;
    tx.commit().await?;
    crate::reports::tidy(app).await
}

pub(super) async fn cleanup_sessions(app: &App) -> Result<(), Error> {
    let tx = app.db.system("forget sessions that have ended").await?;
    people::delete_expired_sessions().bind(&tx, &app.clock.now()).await?;
    Ok(tx.commit().await?)
}

fn before(now: Timestamp, kept: SignedDuration) -> Timestamp {
    now.checked_sub(kept).unwrap_or(Timestamp::UNIX_EPOCH)
}
