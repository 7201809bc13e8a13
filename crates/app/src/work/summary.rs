//! How the queue stands: by kind, and what is dead by reason.

use fulexo_http::Json;
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::pauses::Pause;
use crate::scope::{Scope, permissions};
use crate::{App, Error};

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(summary))
}

/// How the queue stands.
#[derive(Serialize, ToSchema)]
#[schema(as = JobSummary)]
struct Summary {
    kinds: Vec<OfKind>,
    /// Stores that are paused, as a whole or for a kind.
    stores_paused: Vec<Pause>,
    totals: Totals,
}

/// A kind of job: its policy and how it stands.
#[derive(Serialize, ToSchema)]
#[schema(as = JobKind)]
struct OfKind {
    kind: String,
    /// Higher goes first.
    priority: i16,
    /// How many run at a time, in all processes together.
    concurrency: i64,
    /// How many of them may be one merchant's.
    per_tenant: i64,
    timeout_seconds: i64,
    max_attempts: i16,
    #[serde(flatten)]
    totals: Totals,
    /// How long the oldest has waited since its moment.
    #[serde(skip_serializing_if = "Option::is_none")]
    oldest_seconds: Option<f64>,
    /// Since when, and why, nothing of it starts.
    #[serde(skip_serializing_if = "Option::is_none")]
    paused: Option<Pause>,
    /// Done in each ten minutes of the last six hours, the oldest first; for staff who see everything.
    #[serde(skip_serializing_if = "Option::is_none")]
    throughput: Option<Vec<i64>>,
}

/// Numbers of jobs.
#[derive(Clone, Copy, Default, Serialize, ToSchema)]
#[schema(as = JobTotals)]
struct Totals {
    /// Their moment has come.
    waiting: i64,
    scheduled: i64,
    running: i64,
    retryable: i64,
    dead: i64,
    /// In the last six hours; of a merchant's, at most his latest 10,000 are counted.
    done: i64,
    /// Of those done, the ones that needed one attempt.
    first_try: i64,
}

/// Counts jobs by kind and state, with each kind's policy.
#[utoipa::path(get, path = "/jobs/summary", responses((status = 200, body = Summary)), tag = "jobs")]
async fn summary(scope: Scope<permissions::JobsRead>) -> Result<Json<Summary>, Error> {
    let _ = scope;
    Err(Error::not_found())
}
