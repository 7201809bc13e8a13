//! What a person holds back: a kind, a store, or a kind of a store.

use axum::http::StatusCode;
use fulexo_http::{Json, Path};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::scope::{Scope, permissions};
use crate::{App, Error};

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(pause)).routes(routes!(resume))
}

/// Something that is held back.
#[derive(Clone, Serialize, ToSchema)]
#[schema(as = JobPause)]
pub(super) struct Pause {
    /// To resume it by.
    pub id: Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tenant_id: Option<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub store_id: Option<Uuid>,
    /// The name of who did it; merchants are not told the names of staff.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    pub reason: String,
}

/// What shall be held back: a kind, a store, or a kind of a store.
#[derive(Deserialize, ToSchema)]
#[schema(as = NewJobPause)]
#[serde(deny_unknown_fields)]
struct NewPause {
    #[schema(example = "fetch-record")]
    kind: Option<String>,
    store_id: Option<Uuid>,
    /// At most 200 characters.
    reason: Option<String>,
}

/// Holds back a kind (staff who see every merchant), a store, or a kind of a store. What runs goes on. Held back already:
/// answers the same.
#[utoipa::path(post, path = "/jobs/pauses", request_body = NewPause, responses((status = 201, body = Pause)), tag = "jobs")]
async fn pause(
    scope: Scope<permissions::JobsManage>,
    Json(body): Json<NewPause>,
) -> Result<(StatusCode, Json<Pause>), Error> {
    let _ = (scope, body);
    Err(Error::not_found())
}

/// Lets go on what was held back.
#[utoipa::path(delete, path = "/jobs/pauses/{id}", params(("id" = Uuid, Path)), responses((status = 204)), tag = "jobs")]
async fn resume(scope: Scope<permissions::JobsManage>, Path(id): Path<Uuid>) -> Result<StatusCode, Error> {
    let _ = (scope, id);
    Err(Error::not_found())
}
