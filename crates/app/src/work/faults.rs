//! Dead jobs by kind and reason.

use fulexo_http::Json;
use fulexo_queries::queries::work as sql;
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::causes;
use crate::scope::{Scope, permissions};
use crate::{App, Error};

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(faults))
}

/// Reasons why jobs died.
#[derive(Serialize, ToSchema)]
#[schema(as = JobFaults)]
struct Faults {
    /// The most frequent first, at most 100.
    items: Vec<Fault>,
}

/// Dead jobs of one kind and one reason.
#[derive(Serialize, ToSchema)]
#[schema(as = JobFault)]
struct Fault {
    kind: String,
    /// What failed, without what differs between jobs.
    fault: String,
    /// Why, as a stable word, when the sentence is one of ours.
    #[serde(skip_serializing_if = "Option::is_none")]
    cause: Option<String>,
    /// What the cause is about: a name, an address, a field, or what somebody else said.
    #[serde(skip_serializing_if = "Option::is_none")]
    about: Option<String>,
    n: i64,
    /// When the first of them died.
    #[schema(value_type = String, format = DateTime)]
    oldest: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    newest: Timestamp,
    /// One of them.
    sample_id: Uuid,
}

/// Groups dead jobs by kind and reason.
#[utoipa::path(get, path = "/jobs/faults", responses((status = 200, body = Faults)), tag = "jobs")]
async fn faults(scope: Scope<permissions::JobsRead>) -> Result<Json<Faults>, Error> {
    let (everything, tenants) = scope.everything_or().await?;
    let tx = scope.app.db.system("group dead jobs by reason").await?;
    let rows = sql::faults().bind(&tx, &everything, &tenants).all().await?;
    tx.commit().await?;
    let fault = |row: sql::Faults| {
        let sql::Faults { kind, fault, n, oldest, newest, sample_id } = row;
        let (cause, about) = causes::columns(Some(&fault));
        // where numbers were taken out, nothing is named
        let about = about.filter(|about| !about.contains('#'));
        Fault { kind, fault, cause, about, n, oldest, newest, sample_id }
    };
    Ok(Json(Faults { items: rows.into_iter().map(fault).collect() }))
}
