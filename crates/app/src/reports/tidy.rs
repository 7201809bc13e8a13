//! What time does to reports: files past their keep are deleted, and what no job writes any more has failed.

use std::collections::BTreeSet;

use fulexo_jobs::Job as _;
use fulexo_kernel::TenantId;
use fulexo_queries::queries::reports as sql;
use jiff::Timestamp;
use uuid::Uuid;

use super::jobs::{GenerateReports, fail};
use super::model::KEPT;
use crate::news::{self, Op};
use crate::{App, Error};

/// Merchants that are asked for at a time.
const PAGE: i64 = 1_000;

/// Looks after the reports of every merchant, one after the other.
pub(crate) async fn tidy(app: &App) -> Result<(), Error> {
    let before = app.clock.now().checked_sub(KEPT).unwrap_or(Timestamp::UNIX_EPOCH);
    let mut after = None;
    loop {
        let merchants = merchants(app, after).await?;
        for tenant in merchants.iter().copied().map(TenantId) {
            for report_id in given_up(app, tenant).await? {
                fail(app, GenerateReports { tenant_id: tenant, report_id }).await?;
            }
            delete_old(app, tenant, before).await?;
        }
        after = merchants.last().copied();
        if after.is_none() {
            return Ok(());
        }
    }
}

async fn merchants(app: &App, after: Option<Uuid>) -> Result<Vec<Uuid>, Error> {
    let tx = app.db.system("list the merchants whose reports may be old").await?;
    let ids = sql::merchants().bind(&tx, &after, &PAGE).all().await?;
    tx.commit().await?;
    Ok(ids)
}

/// Reports that nobody writes: their job died without a word, or somebody took it out of the queue.
async fn given_up(app: &App, tenant: TenantId) -> Result<Vec<Uuid>, Error> {
    let tx = app.db.tenant(tenant).await?;
    let mut unfinished = sql::unfinished_reports().bind(&tx).all().await?;
    tx.commit().await?;
    if unfinished.is_empty() {
        return Ok(unfinished);
    }
    let keys: Vec<String> = unfinished.iter().map(Uuid::to_string).collect();
    let tx = app.db.system("which reports have a job that goes on").await?;
    let wanted = sql::with_job().bind(&tx, &GenerateReports::KIND.name, &keys).all().await?;
    tx.commit().await?;
    let wanted: BTreeSet<String> = wanted.into_iter().collect();
    unfinished.retain(|id| !wanted.contains(&id.to_string()));
    Ok(unfinished)
}

async fn delete_old(app: &App, tenant: TenantId, before: Timestamp) -> Result<(), Error> {
    let tx = app.db.tenant(tenant).await?;
    let gone = sql::delete_old_reports().bind(&tx, &before).all().await?;
    if gone.is_empty() {
        return Ok(());
    }
    news::tell(&tx, &app.clock, tenant, news::Kind::Report, Op::Deleted, None, &gone).await?;
    tx.commit().await?;
    app.wake_screens();
    Ok(())
}
