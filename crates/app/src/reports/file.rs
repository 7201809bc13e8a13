//! The file of a report, a part at a time. What is deleted meanwhile breaks off: a file that looked whole would lie.

use axum::body::{Body, Bytes};
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use fulexo_db::Tx;
use fulexo_http::{Code, Path, Query};
use fulexo_kernel::TenantId;
use fulexo_queries::queries::reports as sql;
use futures::{Stream, StreamExt as _, stream};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::routes::act;
use crate::audit;
use crate::scope::{Scope, permissions};
use crate::{App, Error};

/// Tells spreadsheets that a file is UTF-8.
const MARK: &str = "\u{feff}";

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(file))
}

/// How a file is wanted.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Wish {
    /// With a byte order mark, by which spreadsheets know UTF-8.
    bom: Option<bool>,
    /// Whose report it is, for staff who follow a link and send no header.
    tenant_id: Option<Uuid>,
}

/// Downloads the file of a report: CSV in UTF-8.
#[utoipa::path(
    get, path = "/reports/{id}/file", params(("id" = Uuid, Path), Wish),
    responses((status = 200, body = String, content_type = "text/csv")), tag = "reports"
)]
async fn file(
    scope: Scope<permissions::OrdersRead>,
    Path(id): Path<Uuid>,
    Query(wish): Query<Wish>,
) -> Result<Response, Error> {
    let by_id = |tx: Tx| async move { Ok::<_, Error>(sql::report_by_id().bind(&tx, &id).opt().await?) };
    let report = match wish.tenant_id {
        Some(tenant) => {
            let tenant = scope.enter(TenantId(tenant)).await?;
            by_id(scope.app.db.tenant(tenant).await?).await?.ok_or_else(Error::not_found)?
        }
        None => scope.find(by_id).await?,
    };
    if report.state != "done" {
        return Err(Error::refuse(Code::Conflict, "The report has no file yet, or failed; look at its state."));
    }
    let tx = scope.app.db.tenant(TenantId(report.tenant_id)).await?;
    audit::record(&tx, &scope, act(&report, "report.download")).await?;
    tx.commit().await?;
    Ok(answer(scope.app, report, if wish.bom == Some(true) { MARK } else { "" }))
}

fn answer(app: App, report: sql::Report, mark: &'static str) -> Response {
    let name = format!("{}-{}.csv", report.kind, report.created_at.strftime("%Y-%m-%d"));
    let length = report.bytes + i64::try_from(mark.len()).unwrap_or_default();
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        (header::CONTENT_LENGTH, length.to_string()),
    ];
    (headers, Body::from_stream(bytes(app, report, mark))).into_response()
}

fn bytes(app: App, report: sql::Report, mark: &'static str) -> impl Stream<Item = Result<Bytes, Error>> {
    let (tenant, id) = (TenantId(report.tenant_id), report.id);
    let parts = stream::iter(0..report.parts).then(move |seq| {
        let app = app.clone();
        async move {
            let tx = app.db.tenant(tenant).await?;
            let part = sql::part().bind(&tx, &id, &seq).opt().await?;
            part.map(Bytes::from).ok_or_else(|| Error::Internal("a report was deleted while it was downloaded".into()))
        }
    });
    stream::iter([Ok(Bytes::from_static(mark.as_bytes()))]).chain(parts)
}
