//! What a person does to one job.

use fulexo_http::{Json, Path};
use serde::Deserialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::model::JobDetail;
use crate::scope::{Scope, permissions};
use crate::{App, Error};

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(replay))
        .routes(routes!(discard))
        .routes(routes!(run_now))
        .routes(routes!(cancel))
}

/// How a job is run again.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Replay {
    /// Instead of what it was given; its merchant and its store stay. Staff only.
    #[schema(value_type = Option<Object>)]
    arguments: Option<Map<String, Value>>,
}

/// Runs a dead job again, from its first attempt; of a finished one, makes another with the same arguments.
#[utoipa::path(
    post, path = "/jobs/{id}/replay", params(("id" = Uuid, Path)), request_body = Replay,
    responses((status = 200, body = JobDetail)), tag = "jobs"
)]
async fn replay(
    scope: Scope<permissions::JobsManage>,
    Path(id): Path<Uuid>,
    Json(body): Json<Replay>,
) -> Result<Json<JobDetail>, Error> {
    let _ = (scope, id, body.arguments);
    Err(Error::not_found())
}

/// Gives a dead job up.
#[utoipa::path(post, path = "/jobs/{id}/discard", params(("id" = Uuid, Path)), responses((status = 200, body = JobDetail)), tag = "jobs")]
async fn discard(scope: Scope<permissions::JobsManage>, Path(id): Path<Uuid>) -> Result<Json<JobDetail>, Error> {
    let _ = (scope, id);
    Err(Error::not_found())
}

/// Lets a job that waits for its moment run now.
#[utoipa::path(post, path = "/jobs/{id}/run-now", params(("id" = Uuid, Path)), responses((status = 200, body = JobDetail)), tag = "jobs")]
async fn run_now(scope: Scope<permissions::JobsManage>, Path(id): Path<Uuid>) -> Result<Json<JobDetail>, Error> {
    let _ = (scope, id);
    Err(Error::not_found())
}

/// Takes a job that does not run yet out of the queue.
#[utoipa::path(post, path = "/jobs/{id}/cancel", params(("id" = Uuid, Path)), responses((status = 200, body = JobDetail)), tag = "jobs")]
async fn cancel(scope: Scope<permissions::JobsManage>, Path(id): Path<Uuid>) -> Result<Json<JobDetail>, Error> {
    let _ = (scope, id);
    Err(Error::not_found())
}
