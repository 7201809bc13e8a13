//! One job, with its attempts and what may be done to it.

use fulexo_http::{Json, Path};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::model::JobDetail;
use crate::scope::{Scope, permissions};
use crate::{App, Error};

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(show))
}

/// Shows a job with its attempts, why it waits, and what may be done to it.
#[utoipa::path(get, path = "/jobs/{id}", params(("id" = Uuid, Path)), responses((status = 200, body = JobDetail)), tag = "jobs")]
async fn show(scope: Scope<permissions::JobsRead>, Path(id): Path<Uuid>) -> Result<Json<JobDetail>, Error> {
    let _ = (scope, id);
    Err(Error::not_found())
}
