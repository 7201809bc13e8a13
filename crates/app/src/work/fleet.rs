//! The processes that work, and the platform's schedules.

use fulexo_http::{Code, Json};
use fulexo_queries::queries::work as sql;
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::model::{AttemptOutcome, JobState, millis};
use super::schedules::CHORES;
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
    overseers_only(&scope)?;
    let tx = scope.app.db.system("list the workers").await?;
    let rows = sql::workers().bind(&tx).all().await?;
    tx.commit().await?;
    let worker = |row: sql::Workers| OneWorker {
        id: row.id,
        name: row.name,
        version: row.version,
        started_at: row.started_at,
        seen_at: row.seen_at,
        lease_seconds: row.lease_seconds,
        stopping: row.stopping,
        running: row.running,
        kinds: row.kinds,
    };
    Ok(Json(Workers { items: rows.into_iter().map(worker).collect() }))
}

/// What belongs to the platform is for those who see all of it.
fn overseers_only(scope: &Scope<permissions::JobsRead>) -> Result<(), Error> {
    let refuse = || Error::refuse(Code::Forbidden, "This belongs to the platform: it is for staff of all merchants.");
    scope.oversees().then_some(()).ok_or_else(refuse)
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
    overseers_only(&scope)?;
    let tx = scope.app.db.system("when the chores ran").await?;
    let rows = sql::chore_history().bind(&tx, &CHORES.map(|(kind, _)| kind).as_slice()).all().await?;
    tx.commit().await?;
    let items = CHORES.iter().map(|(kind, every)| {
        let of_kind = || rows.iter().filter(|row| row.kind == *kind);
        let last = of_kind().next();
        let ended =
            |row: &sql::ChoreHistory| row.started_at.zip(row.finished_at).map(|(start, end)| millis(start, end));
        let next_at = last.and_then(|row| row.created_at.checked_add(*every).ok()).unwrap_or_else(|| scope.now());
        Schedule {
            kind: (*kind).to_owned(),
            every_seconds: every.as_secs(),
            last_at: last.map(|row| row.created_at),
            last_state: last.map(|row| row.state.clone()),
            last_duration_ms: last.and_then(ended),
            next_at,
            history: of_kind().filter_map(tick).take(10).collect(),
        }
    });
    Ok(Json(Schedules { items: items.collect() }))
}

/// A time that has ended; none while it waits or runs.
fn tick(row: &sql::ChoreHistory) -> Option<Tick> {
    let outcome = match row.state.as_str() {
        "completed" => "done",
        "cancelled" => "cancel",
        "dead" => "fail",
        _ => return None,
    };
    let duration_ms = millis(row.started_at?, row.finished_at?);
    Some(Tick { at: row.created_at, outcome: outcome.to_owned(), duration_ms })
}
