//! One job, with its attempts and what may be done to it.

use fulexo_http::{Json, Path};
use fulexo_kernel::TenantId;
use fulexo_queries::queries::work as sql;
use serde_json::value::RawValue;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::model::{At, Job, JobDetail, Tried, millis};
use super::waits::{Reasons, Waiting, lane};
use crate::causes;
use crate::scope::{Permission, Role, Scope, may, permissions};
use crate::stores::streams::STANDING;
use crate::{App, Error};

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(show))
}

/// Shows a job with its attempts, why it waits, and what may be done to it.
#[utoipa::path(get, path = "/jobs/{id}", params(("id" = Uuid, Path)), responses((status = 200, body = JobDetail)), tag = "jobs")]
async fn show(scope: Scope<permissions::JobsRead>, Path(id): Path<Uuid>) -> Result<Json<JobDetail>, Error> {
    let found = locate(&scope, id).await?;
    Ok(Json(detail(&scope, found).await?))
}

/// Finds a job in sight of whoever asks. Errors with 404 otherwise; nothing of it is read before that is known.
pub(super) async fn locate<P: Permission>(scope: &Scope<P>, id: Uuid) -> Result<sql::One, Error> {
    let tx = scope.app.db.system("whose job this is").await?;
    let tenant = sql::whose().bind(&tx, &id).opt().await?;
    tx.commit().await?;
    match tenant.ok_or_else(Error::not_found)? {
        Some(tenant) => drop(scope.enter(TenantId(tenant)).await?),
        None if scope.sees_everything() => {}
        None => return Err(Error::not_found()),
    }
    let tx = scope.app.db.system("read a job that is in sight").await?;
    let found = sql::one().bind(&tx, &id).opt().await?;
    tx.commit().await?;
    found.ok_or_else(Error::not_found)
}

/// What may be done to a job by whoever asks.
pub(super) fn allowed<P: Permission>(scope: &Scope<P>, kind: &str, state: &str) -> Vec<&'static str> {
    let role = scope.who.role();
    if !may(role, permissions::JobsManage::NAME) {
        return Vec::new();
    }
    let edits = matches!(role, Role::Staff(_)) && may(role, permissions::JobsArguments::NAME);
    match state {
        "dead" if edits => vec!["replay", "edit", "discard"],
        "dead" => vec!["replay", "discard"],
        "completed" | "cancelled" => vec!["replay"],
        "scheduled" | "retryable" if STANDING.contains(&kind) => vec!["run_now"],
        "scheduled" | "retryable" => vec!["run_now", "cancel"],
        "available" if !STANDING.contains(&kind) => vec!["cancel"],
        _ => Vec::new(),
    }
}

/// Everything known of a job.
pub(super) async fn detail<P: Permission>(scope: &Scope<P>, mut found: sql::One) -> Result<JobDetail, Error> {
    let app = &scope.app;
    let tx = app.db.system("the attempts of a job in sight").await?;
    let attempts = sql::attempts().bind(&tx, &found.id).all().await?;
    let at = sql::runs_where().bind(&tx, &found.id).opt().await?;
    let lane = lane(found.tenant_id);
    let ahead = match found.state.as_str() {
        "available" => Some(sql::ahead().bind(&tx, &found.kind, &lane, &found.run_at, &found.id).one().await?),
        _ => None,
    };
    tx.commit().await?;
    let waiting = Waiting {
        kind: &found.kind,
        state: &found.state,
        tenant_id: found.tenant_id,
        store_id: found.store_id,
        serial_key: found.serial_key.as_deref(),
        run_at: found.run_at,
    };
    let reasons = Reasons::read(app, std::slice::from_ref(&waiting)).await?;
    let mut waits = reasons.and_then(|reasons| reasons.of(&waiting));
    if let Some(waits) = &mut waits {
        waits.ahead = ahead;
    }
    let sees = may(scope.who.role(), permissions::JobsArguments::NAME);
    let args = std::mem::take(&mut found.args);
    Ok(JobDetail {
        arguments: sees.then(|| RawValue::from_string(args).ok()).flatten(),
        worker: at.map(|at| At { id: at.worker, name: at.name.unwrap_or_default() }),
        attempts: last(&found).into_iter().chain(attempts.into_iter().map(tried)).take(50).collect(),
        allowed: allowed(scope, &found.kind, &found.state),
        job: Job { waits, ..Job::from(listed(found)) },
    })
}

fn tried(row: sql::Attempts) -> Tried {
    let (cause, about) = causes::columns(row.error.as_deref());
    Tried {
        cause,
        about,
        attempt: row.attempt,
        outcome: row.outcome,
        started_at: row.started_at,
        finished_at: row.finished_at,
        duration_ms: millis(row.started_at, row.finished_at),
        error: row.error,
        worker: row.worker,
        run_id: row.id,
    }
}

/// The attempt that ended a job well: its row in the history is the record of it.
fn last(found: &sql::One) -> Option<Tried> {
    let outcome = if found.state == "completed" { "done" } else { "cancel" };
    let (started_at, finished_at) = found.started_at.zip(found.finished_at)?;
    Some(Tried {
        attempt: found.attempt,
        outcome: outcome.to_owned(),
        started_at,
        finished_at,
        duration_ms: millis(started_at, finished_at),
        error: None,
        cause: None,
        about: None,
        // only the history names the worker
        worker: found.worker?,
        run_id: found.run_id?,
    })
}

fn listed(row: sql::One) -> sql::Listed {
    sql::Listed {
        id: row.id,
        kind: row.kind,
        tenant_id: row.tenant_id,
        store_id: row.store_id,
        state: row.state,
        priority: row.priority,
        attempt: row.attempt,
        max_attempts: row.max_attempts,
        run_at: row.run_at,
        created_at: row.created_at,
        started_at: row.started_at,
        finished_at: row.finished_at,
        last_error: row.last_error,
        fault: row.fault,
        serial_key: row.serial_key,
    }
}
