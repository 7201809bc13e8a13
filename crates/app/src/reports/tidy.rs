//! What time does to reports: files past their keep are deleted, and what no job writes any more has failed.

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
    for (tenant_id, report_id) in given_up(app).await? {
        fail(app, GenerateReports { tenant_id, report_id }).await?;
    }
    let before = app.clock.now().checked_sub(KEPT).unwrap_or(Timestamp::UNIX_EPOCH);
    let mut after = None;
    loop {
        let merchants = merchants(app, after).await?;
        for tenant in &merchants {
            delete_old(app, TenantId(*tenant), before).await?;
        }
        after = merchants.last().copied();
        if after.is_none() {
            return Ok(());
        }
    }
}

/// Reports whose job is dead: its last attempt could not say so itself.
async fn given_up(app: &App) -> Result<Vec<(TenantId, Uuid)>, Error> {
    let tx = app.db.system("which reports are given up").await?;
    let rows = sql::given_up().bind(&tx, &GenerateReports::KIND.name).all().await?;
    tx.commit().await?;
    Ok(rows.into_iter().filter_map(|row| Some((TenantId(row.tenant_id?), row.report_id?))).collect())
}

async fn merchants(app: &App, after: Option<Uuid>) -> Result<Vec<Uuid>, Error> {
    let tx = app.db.system("list the merchants whose reports may be old").await?;
    let ids = sql::merchants().bind(&tx, &after, &PAGE).all().await?;
    tx.commit().await?;
    Ok(ids)
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
