//! The processes that work, and the platform's schedules.

use fulexo_http::Json;
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::model::{AttemptOutcome, JobState};
use crate::scope::{Scope, permissions};
use crate::{App, Error};

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(workers)).routes(routes!(schedules))
}

/// The processes that run jobs.
#[derive(Serialize, ToSchema)]
#[schema(as = JobWorkers)]
struct Workers {
    items: Vec<OneWorker>,
}

/// A process that runs jobs.
#[derive(Serialize, ToSchema)]
#[schema(as = JobWorker)]
struct OneWorker {
    id: Uuid,
    /// Host and process.
    name: String,
    version: String,
    #[schema(value_type = String, format = DateTime)]
    started_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    seen_at: Timestamp,
    /// What is left of its lease; negative: it is silent, and its jobs are taken from it.
    lease_seconds: f64,
    /// It lets its jobs end and takes no more.
    stopping: bool,
    /// How many jobs it runs.
    running: i64,
    kinds: Vec<String>,
}

/// Lists the processes that run jobs, for staff who see every merchant.
#[utoipa::path(get, path = "/jobs/workers", responses((status = 200, body = Workers)), tag = "jobs")]
async fn workers(scope: Scope<permissions::JobsRead>) -> Result<Json<Workers>, Error> {
    let _ = scope;
    Err(Error::not_found())
}

/// The platform's regular work.
#[derive(Serialize, ToSchema)]
#[schema(as = JobSchedules)]
struct Schedules {
    items: Vec<Schedule>,
}

/// A chore that is queued again and again.
#[derive(Serialize, ToSchema)]
#[schema(as = JobSchedule)]
struct Schedule {
    kind: String,
    every_seconds: i64,
    /// When it was queued last.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    last_at: Option<Timestamp>,
    /// What became of that one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<JobState>)]
    last_state: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_duration_ms: Option<f64>,
    #[schema(value_type = String, format = DateTime)]
    next_at: Timestamp,
    /// The latest first, at most 10.
    history: Vec<Tick>,
}

/// A time a chore ran.
#[derive(Serialize, ToSchema)]
#[schema(as = JobTick)]
struct Tick {
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    #[schema(value_type = AttemptOutcome)]
    outcome: String,
    duration_ms: f64,
}

/// Lists the platform's regular work, for staff who see every merchant.
#[utoipa::path(get, path = "/jobs/schedules", responses((status = 200, body = Schedules)), tag = "jobs")]
async fn schedules(scope: Scope<permissions::JobsRead>) -> Result<Json<Schedules>, Error> {
    let _ = scope;
    Err(Error::not_found())
}
