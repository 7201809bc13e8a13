//! Writes a report. Where it stands is kept in its row and changes together with the parts, under the row's lock: whoever
//! takes it up goes on from there, and two who write it at once take turns at the pages.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use fulexo_db::Tx;
use fulexo_jobs::{Failure, Job, Kind, Outcome, Registry, Run};
use fulexo_kernel::{CanFail as _, TenantId};
use fulexo_queries::queries::orders::{self, LinesOfOrders};
use fulexo_queries::queries::reports as sql;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::sheet::{self, Sheet};
use crate::causes::REPORT_FAILED;
use crate::news::{self, Op};
use crate::order_row::OrderRow;
use crate::orders::{Filter, Place, Wanted};
use crate::{App, Error};

/// Bytes of a part: what is in memory of a file that is downloaded.
const PART: usize = 512 * 1024;
/// Screens hear this often how far it is.
const TELL_EVERY: Duration = Duration::from_secs(1);

/// Writes one report.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(super) struct GenerateReports {
    pub tenant_id: TenantId,
    pub report_id: Uuid,
}

impl Job for GenerateReports {
    // one of a merchant at a time: the other place is for somebody else
    const KIND: Kind =
        Kind { name: "generate-reports", priority: 3, concurrency: 2, per_tenant: 1, max_attempts: 5, ..Kind::PLAIN };

    fn tenant(&self) -> Option<TenantId> {
        Some(self.tenant_id)
    }

    fn unique_key(&self) -> Option<String> {
        Some(self.report_id.to_string())
    }
}

pub(crate) fn jobs(registry: &mut Registry<App>) {
    registry.add(run);
}

/// Whether there is more to write.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Step {
    More,
    /// The report is done, or cannot be.
    Ended,
    /// Somebody deleted it.
    Gone,
}

/// Runs the job: pages until the list ends or the slice is used up.
pub(super) async fn run(app: App, run: Run, job: GenerateReports) -> Result<Outcome, Failure> {
    let began = Instant::now();
    let mut told: Option<Instant> = None;
    loop {
        let tell = told.is_none_or(|at| at.elapsed() >= TELL_EVERY);
        match step(&app, job, tell).await {
            Ok(Step::More) if began.elapsed() < app.config.reports.slice && !run.stopping.is_cancelled() => {}
            Ok(Step::More) => return Ok(Outcome::Snooze(Duration::ZERO)),
            Ok(Step::Ended) => return Ok(Outcome::Done),
            Ok(Step::Gone) => return Ok(Outcome::Cancel),
            Err(error) => {
                if run.last {
                    fail(&app, job).await.can_fail("the chores find reports whose job is dead");
                }
                return Err(error.into());
            }
        }
        if tell {
            told = Some(Instant::now());
        }
    }
}

/// Writes the next page, in one transaction.
pub(super) async fn step(app: &App, job: GenerateReports, tell: bool) -> Result<Step, Error> {
    let tx = app.db.tenant(job.tenant_id).await?;
    let Some(report) = sql::lock_report().bind(&tx, &job.report_id).opt().await? else { return Ok(Step::Gone) };
    if report.state == "done" {
        return Ok(Step::Ended);
    }
    let page = Page::read(&tx, app.config.reports.page, &report).await?;
    let next = page.write(&tx, &report, app.config.reports.rows).await?;
    next.save(&tx, app, &report).await?;
    let ended = next.state != "running";
    if tell || ended {
        let (tenant, ids) = (job.tenant_id, [job.report_id]);
        news::tell(&tx, &app.clock, tenant, news::Kind::Report, Op::Updated, None, &ids).await?;
    }
    tx.commit().await?;
    app.wake_screens();
    Ok(if ended { Step::Ended } else { Step::More })
}

/// Says that a report was given up; nothing when it has ended already.
pub(super) async fn fail(app: &App, job: GenerateReports) -> Result<(), Error> {
    let tx = app.db.tenant(job.tenant_id).await?;
    if sql::fail_report().bind(&tx, &REPORT_FAILED, &app.clock.now(), &job.report_id).await? == 0 {
        return Ok(());
    }
    let (tenant, ids) = (job.tenant_id, [job.report_id]);
    news::tell(&tx, &app.clock, tenant, news::Kind::Report, Op::Updated, None, &ids).await?;
    tx.commit().await?;
    app.wake_screens();
    Ok(())
}

/// Some rows of a report.
struct Page {
    bytes: Vec<u8>,
    rows: i64,
    /// Where the list goes on; none: this was its end.
    place: Option<Place>,
}

impl Page {
    /// Reads the orders after a report's place, up to a limit, as rows of its file.
    async fn read(tx: &Tx, limit: i64, report: &sql::Report) -> Result<Self, Error> {
        let filter: Filter = serde_json::from_str(&report.filters)
            .map_err(|error| Error::Internal(format!("the filters of a report cannot be read: {error}")))?;
        let after = report.place_at.zip(report.place_id);
        let mut orders = Wanted::of(filter, after, limit)?.read(tx).await?;
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let more = orders.len() > limit;
        orders.truncate(limit);
        let place = orders.last().filter(|_| more).map(|order| (order.placed_at, order.id));
        let sheet = sheet(tx, report, &orders).await?;
        Ok(Self { rows: sheet.rows, bytes: sheet.into_bytes()?, place })
    }

    /// Adds the page to a report, and says where that leaves it: no file is longer than `most` rows.
    async fn write(self, tx: &Tx, report: &sql::Report, most: i64) -> Result<Next, Error> {
        let rows = report.row_count + self.rows;
        if rows > most {
            sql::delete_parts().bind(tx, &report.id).await?;
            let reason =
                format!("More than {most} rows match; a report has no more. Choose fewer, by date for instance.");
            return Ok(Next { state: "failed", reason: Some(reason), place: None, parts: 0, rows: 0, bytes: 0 });
        }
        let bodies: Vec<&[u8]> = self.bytes.chunks(PART).collect();
        let seqs: Vec<i32> = (report.parts..).take(bodies.len()).collect();
        sql::insert_parts().bind(tx, &report.id, &seqs, &bodies).await?;
        Ok(Next {
            state: if self.place.is_some() { "running" } else { "done" },
            reason: None,
            place: self.place,
            parts: report.parts + i32::try_from(bodies.len()).unwrap_or(i32::MAX),
            rows,
            bytes: report.bytes + i64::try_from(self.bytes.len()).unwrap_or(i64::MAX),
        })
    }
}

/// Orders, or their lines, as rows; the head before the first of them.
async fn sheet(tx: &Tx, report: &sql::Report, orders: &[OrderRow]) -> Result<Sheet, Error> {
    let stores = sql::store_names().bind(tx).all().await?;
    let stores: BTreeMap<Uuid, String> = stores.into_iter().map(|store| (store.id, store.name)).collect();
    let store = |order: &OrderRow| stores.get(&order.store_id).map_or("", String::as_str);
    let (mut sheet, of_lines) = (Sheet::new(), report.kind == "order-lines");
    if report.parts == 0 {
        sheet.head(if of_lines { &sheet::LINES } else { &sheet::ORDERS })?;
    }
    let lines = if of_lines { lines_of(tx, orders).await? } else { BTreeMap::new() };
    for order in orders {
        if !of_lines {
            sheet.order(order, store(order))?;
        }
        for line in lines.get(&order.id).into_iter().flatten() {
            sheet.line(order, store(order), line)?;
        }
    }
    Ok(sheet)
}

/// The lines of some orders, as each order has them.
async fn lines_of(tx: &Tx, orders: &[OrderRow]) -> Result<BTreeMap<Uuid, Vec<LinesOfOrders>>, Error> {
    let ids: Vec<Uuid> = orders.iter().map(|order| order.id).collect();
    let mut of: BTreeMap<Uuid, Vec<LinesOfOrders>> = BTreeMap::new();
    for line in orders::lines_of_orders().bind(tx, &ids).all().await? {
        of.entry(line.order_id).or_default().push(line);
    }
    Ok(of)
}

/// Where a page leaves a report.
struct Next {
    state: &'static str,
    reason: Option<String>,
    place: Option<Place>,
    parts: i32,
    rows: i64,
    bytes: i64,
}

impl Next {
    async fn save(&self, tx: &Tx, app: &App, report: &sql::Report) -> Result<(), Error> {
        let now = app.clock.now();
        let finished_at = (self.state != "running").then_some(now);
        let (place_at, place_id) = self.place.unzip();
        sql::advance_report()
            .bind(
                tx,
                &self.state,
                &self.reason.as_deref(),
                &place_at,
                &place_id,
                &self.parts,
                &self.rows,
                &self.bytes,
                &now,
                &finished_at,
                &report.id,
            )
            .await?;
        Ok(())
    }
}
