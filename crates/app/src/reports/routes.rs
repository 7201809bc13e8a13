//! Reports over HTTP: the list, one, a new one, and away with one.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::StatusCode;
use fulexo_db::Tx;
use fulexo_http::{Code, Json, Limit, Page, Path, Query};
use fulexo_jobs::enqueue;
use fulexo_kernel::TenantId;
use fulexo_queries::queries::reports as sql;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::jobs::GenerateReports;
use super::model::{MOST, Report, ReportKind, Viewer, filters};
use crate::audit::{self, Act};
use crate::news::{self, Op};
use crate::orders::Filter;
use crate::people::names_of;
use crate::scope::{Scope, permissions};
use crate::words::check;
use crate::{App, Error};

const LIST: &str = "reports";

/// Whoever reads orders may take them with him.
type Read = Scope<permissions::OrdersRead>;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list, create)).routes(routes!(show, delete))
}

/// Lists reports, the newest first.
#[utoipa::path(get, path = "/reports", params(Limit), responses((status = 200, body = Page<Report>)), tag = "reports")]
async fn list(scope: Read, Query(page): Query<Limit>) -> Result<Json<Page<Report>>, Error> {
    let (limit, after) = (page.rows()?, page.cursor::<Uuid>(LIST)?);
    let read = |tx: Tx| async move { Ok(sql::report_page().bind(&tx, &after, &(limit + 1)).all().await?) };
    let rows = scope.merged(limit, |row| row.id, read).await?;
    let people = authors(&scope, &rows).await?;
    let viewer = viewer(&scope);
    Ok(Json(Page::of(LIST, rows, limit, |row| row.id).map(|row| Report::of(row, &people, viewer))))
}

/// Shows a report, and how far it is.
#[utoipa::path(get, path = "/reports/{id}", params(("id" = Uuid, Path)), responses((status = 200, body = Report)), tag = "reports")]
async fn show(scope: Read, Path(id): Path<Uuid>) -> Result<Json<Report>, Error> {
    let row = scope.find(|tx| async move { Ok(sql::report_by_id().bind(&tx, &id).opt().await?) }).await?;
    shown(&scope, row).await
}

/// What a report shall have in it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewReport {
    #[schema(value_type = ReportKind)]
    kind: String,
    /// As those of the list of orders.
    #[serde(default)]
    #[schema(value_type = Filter)]
    filters: Map<String, Value>,
}

/// Begins a report: its rows are written in the background, and its file is kept for seven days.
#[utoipa::path(
    post, path = "/reports", request_body = NewReport, responses((status = 201, body = Report)), tag = "reports"
)]
async fn create(scope: Read, Json(body): Json<NewReport>) -> Result<(StatusCode, Json<Report>), Error> {
    check("kind", Some(&body.kind), ReportKind::ALL)?;
    let (kind, filters, tenant_id) = (body.kind, filters(body.filters)?, scope.tenant()?);
    let (id, now) = (scope.app.clock.id(), scope.now());
    let tx = scope.begin().await?;
    sql::lock_reports().bind(&tx).one().await?;
    if sql::count_reports().bind(&tx).one().await? >= MOST {
        let sentence = format!("There are {MOST} reports already; delete one first.");
        return Err(Error::refuse(Code::Conflict, sentence));
    }
    sql::insert_report().bind(&tx, &id, &kind, &filters, &scope.who.user_id, &now).await?;
    let row = sql::report_by_id().bind(&tx, &id).one().await?;
    audit::record(&tx, &scope, act(&row, "report.create")).await?;
    news::tell(&tx, &scope.app.clock, tenant_id, news::Kind::Report, Op::Created, None, &[id]).await?;
    enqueue(&tx, &scope.app.clock, &GenerateReports { tenant_id, report_id: id }).await?;
    tx.commit().await?;
    scope.app.wake_jobs();
    scope.app.wake_screens();
    Ok((StatusCode::CREATED, shown(&scope, row).await?))
}

/// Deletes a report and its file; one that is being written ends.
#[utoipa::path(delete, path = "/reports/{id}", params(("id" = Uuid, Path)), responses((status = 204)), tag = "reports")]
async fn delete(scope: Read, Path(id): Path<Uuid>) -> Result<StatusCode, Error> {
    let tx = scope.begin().await?;
    let row = sql::lock_report().bind(&tx, &id).opt().await?.ok_or_else(Error::not_found)?;
    if !viewer(&scope).may_delete(row.created_by) {
        let sentence = "Your role deletes only reports of your own; ask somebody who may change orders.";
        return Err(Error::refuse(Code::Forbidden, sentence));
    }
    sql::delete_report().bind(&tx, &id).await?;
    audit::record(&tx, &scope, act(&row, "report.delete")).await?;
    news::tell(&tx, &scope.app.clock, scope.tenant()?, news::Kind::Report, Op::Deleted, None, &[id]).await?;
    tx.commit().await?;
    scope.app.wake_screens();
    Ok(StatusCode::NO_CONTENT)
}

/// What the trail keeps: an export takes personal data out of here.
pub(super) fn act(row: &sql::Report, action: &'static str) -> Act {
    let filters: Value = serde_json::from_str(&row.filters).unwrap_or_default();
    Act {
        tenant: Some(TenantId(row.tenant_id)),
        action,
        subject_type: "report",
        subject_id: row.id.to_string(),
        detail: json!({ "kind": row.kind, "filters": filters, "rows": row.row_count }),
    }
}

fn viewer(scope: &Read) -> Viewer {
    Viewer { user_id: scope.who.user_id, role: scope.who.role() }
}

async fn shown(scope: &Read, row: sql::Report) -> Result<Json<Report>, Error> {
    let people = authors(scope, std::slice::from_ref(&row)).await?;
    Ok(Json(Report::of(row, &people, viewer(scope))))
}

async fn authors(scope: &Read, rows: &[sql::Report]) -> Result<BTreeMap<Uuid, String>, Error> {
    let people: BTreeSet<Uuid> = rows.iter().map(|row| row.created_by).collect();
    names_of(&scope.app, people).await
}
