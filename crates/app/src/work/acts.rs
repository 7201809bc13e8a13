//! What a person does to one job.

use fulexo_db::Tx;
use fulexo_http::{Code, Json, Path};
use fulexo_jobs::Keys;
use fulexo_kernel::TenantId;
use fulexo_queries::queries::{jobs, work as sql};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::model::JobDetail;
use super::one::{self, allowed, locate};
use super::waits::lane;
use crate::audit::{self, Act};
use crate::news::{self, Op};
use crate::scope::{Scope, permissions};
use crate::{App, Error};

type Manage = Scope<permissions::JobsManage>;

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
async fn replay(scope: Manage, Path(id): Path<Uuid>, Json(body): Json<Replay>) -> Result<Json<JobDetail>, Error> {
    let found = locate(&scope, id).await?;
    let keys = body.arguments.map(|arguments| edited(&scope, &found, &Value::Object(arguments))).transpose()?;
    let tx = scope.app.db.system("let a job run again").await?;
    let (id, detail) = match found.state.as_str() {
        "dead" => (id, revive(&tx, &scope, &found, keys).await?),
        "completed" | "cancelled" if keys.is_none() => again(&tx, &scope, &found).await?,
        _ => return Err(not_dead()),
    };
    done(tx, &scope, found.tenant_id, id, "job.replay", detail).await
}

/// Gives a dead job up.
#[utoipa::path(post, path = "/jobs/{id}/discard", params(("id" = Uuid, Path)), responses((status = 200, body = JobDetail)), tag = "jobs")]
async fn discard(scope: Manage, Path(id): Path<Uuid>) -> Result<Json<JobDetail>, Error> {
    let found = locate(&scope, id).await?;
    let tx = scope.app.db.system("give a dead job up").await?;
    close(&tx, &scope, &found, &["dead"]).await?.then_some(()).ok_or_else(not_dead)?;
    let detail = json!({ "kind": found.kind, "error": found.last_error });
    done(tx, &scope, found.tenant_id, id, "job.discard", detail).await
}

/// Lets a job that waits for its moment run now.
#[utoipa::path(post, path = "/jobs/{id}/run-now", params(("id" = Uuid, Path)), responses((status = 200, body = JobDetail)), tag = "jobs")]
async fn run_now(scope: Manage, Path(id): Path<Uuid>) -> Result<Json<JobDetail>, Error> {
    let found = locate(&scope, id).await?;
    let tx = scope.app.db.system("let a job run now").await?;
    let ran = sql::run_now().bind(&tx, &scope.now(), &[id].as_slice(), &lane(found.tenant_id)).all().await?;
    if ran.is_empty() {
        let sentence = "The job does not wait for its moment: it runs, is due, or has ended.";
        return Err(Error::refuse(Code::Conflict, sentence));
    }
    let detail = json!({ "kind": found.kind, "run_at": found.run_at });
    done(tx, &scope, found.tenant_id, id, "job.run_now", detail).await
}

/// Takes a job that does not run yet out of the queue.
#[utoipa::path(post, path = "/jobs/{id}/cancel", params(("id" = Uuid, Path)), responses((status = 200, body = JobDetail)), tag = "jobs")]
async fn cancel(scope: Manage, Path(id): Path<Uuid>) -> Result<Json<JobDetail>, Error> {
    let found = locate(&scope, id).await?;
    let tx = scope.app.db.system("take a job out of the queue").await?;
    let may = allowed(&scope, &found.kind, &found.state).contains(&"cancel");
    if !may || !close(&tx, &scope, &found, &["scheduled", "available", "retryable"]).await? {
        let sentence = "The job cannot be cancelled: it runs, has ended, or is one that its store always has.";
        return Err(Error::refuse(Code::Conflict, sentence));
    }
    done(tx, &scope, found.tenant_id, id, "job.cancel", json!({ "kind": found.kind })).await
}

/// Moves a job to the history; false when it is in another state by now.
async fn close(tx: &Tx, scope: &Manage, found: &sql::One, states: &[&str]) -> Result<bool, Error> {
    let (lane, ids) = (lane(found.tenant_id), [found.id]);
    let closed = sql::close().bind(tx, &ids.as_slice(), &lane, &states, &scope.now(), &scope.who.user_id).all().await?;
    Ok(!closed.is_empty())
}

/// Lets a dead job run again, with other arguments when there are some. Returns what the trail keeps.
async fn revive(tx: &Tx, scope: &Manage, found: &sql::One, keys: Option<Keys>) -> Result<Value, Error> {
    let (lane, ids) = (lane(found.tenant_id), [found.id]);
    let mut changed = Value::Null;
    if let Some(Keys { unique_key, serial_key, args, .. }) = keys {
        sql::edit().bind(tx, &args, &unique_key, &serial_key, &found.id, &lane).await?;
        let value = |text: &str| serde_json::from_str::<Value>(text).unwrap_or_default();
        changed = json!({ "from": value(&found.args), "to": value(&args) });
    }
    let replayed = sql::replay().bind(tx, &ids.as_slice(), &lane, &scope.now()).all().await.map_err(key_taken)?;
    if replayed.is_empty() {
        let dead = sql::still_dead().bind(tx, &ids.as_slice(), &lane).one().await? > 0;
        return Err(if dead { taken() } else { not_dead() });
    }
    Ok(json!({ "kind": found.kind, "error": found.last_error, "arguments": changed }))
}

/// Makes another job with the arguments of a finished one. Returns its id and what the trail keeps.
async fn again(tx: &Tx, scope: &Manage, found: &sql::One) -> Result<(Uuid, Value), Error> {
    let registry = App::kinds();
    let keys = registry.read(&found.kind, &found.args).map_err(|why| Error::field("arguments", &why))?;
    let (id, now) = (scope.app.clock.id(), scope.now());
    let statement = jobs::enqueue();
    let new = statement.bind(
        tx,
        &id,
        &found.kind,
        &found.tenant_id,
        &found.store_id,
        &keys.args,
        &now,
        &now,
        &found.priority,
        &found.max_attempts,
        &keys.unique_key,
        &keys.serial_key,
    );
    if new.await.map_err(key_taken)? == 0 {
        return Err(taken());
    }
    Ok((id, json!({ "kind": found.kind, "again": found.id })))
}

/// Reads other arguments as the kind reads them. Errors when whoever asks may not, or they name another merchant or store.
fn edited(scope: &Manage, found: &sql::One, arguments: &Value) -> Result<Keys, Error> {
    if found.state != "dead" {
        return Err(not_dead());
    }
    if !allowed(scope, &found.kind, &found.state).contains(&"edit") {
        return Err(Error::refuse(Code::Forbidden, "Your role does not change the arguments of jobs."));
    }
    let refuse = |why: &str| Error::field("arguments", why);
    let keys = App::kinds().read(&found.kind, &arguments.to_string()).map_err(|why| refuse(&why))?;
    if keys.tenant.map(|t| t.0) != found.tenant_id || keys.store != found.store_id {
        return Err(refuse("the merchant and the store must stay"));
    }
    Ok(keys)
}

/// Audits, commits, wakes the workers and shows the job as it stands now.
async fn done(
    tx: Tx,
    scope: &Manage,
    tenant: Option<Uuid>,
    id: Uuid,
    action: &'static str,
    detail: Value,
) -> Result<Json<JobDetail>, Error> {
    let tenant = tenant.map(TenantId);
    audit::record(&tx, scope, Act { tenant, action, subject_type: "job", subject_id: id.to_string(), detail }).await?;
    news::tell(&tx, &scope.app.clock, tenant, news::Kind::Job, Op::Updated, None, &[id]).await?;
    tx.commit().await?;
    scope.app.wake_jobs();
    scope.app.wake_screens();
    let found = locate(scope, id).await?;
    Ok(Json(one::detail(scope, found).await?))
}

fn not_dead() -> Error {
    Error::refuse(Code::JobNotDead, "Only a dead job can be replayed, edited or discarded; it is in another state now.")
}

fn taken() -> Error {
    Error::refuse(Code::JobKeyTaken, "Another job of the same key waits or runs; it does the same work.")
}

pub(super) fn key_taken(error: fulexo_db::PgError) -> Error {
    if fulexo_db::is_unique_violation(&error, "jobs_unique_idx") { taken() } else { error.into() }
}
