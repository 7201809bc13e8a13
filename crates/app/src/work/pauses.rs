//! What a person holds back: a kind, a store, or a kind of a store.

use axum::http::StatusCode;
use fulexo_db::Tx;
use fulexo_http::{Code, Json, Path};
use fulexo_kernel::TenantId;
use fulexo_queries::queries::work as sql;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::audit::{self, Act};
use crate::news::{self, Op};
use crate::scope::{Permission, Scope, permissions};
use crate::{App, Error};

const REASON_MAX: usize = 200;

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
    /// The name of who did it.
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

impl From<sql::Paused> for Pause {
    fn from(row: sql::Paused) -> Self {
        let sql::Paused { id, kind, tenant_id, store_id, reason, paused_at, by_name, .. } = row;
        Self { id, kind, tenant_id, store_id, by: by_name, at: paused_at, reason }
    }
}

/// What is held back, as far as it is in sight: kinds, and stores of the merchants in question.
pub(super) async fn seen<P: Permission>(scope: &Scope<P>) -> Result<Vec<Pause>, Error> {
    let (everything, tenants) = scope.everything_or().await?;
    let tx = scope.app.db.system("what is paused").await?;
    let rows = sql::pauses_seen().bind(&tx, &everything, &tenants).all().await?;
    tx.commit().await?;
    Ok(rows.into_iter().map(Pause::from).collect())
}

/// Holds back a kind (staff who see every merchant), a store, or a kind of a store. What runs goes on. Held back already:
/// answers the same.
#[utoipa::path(post, path = "/jobs/pauses", request_body = NewPause, responses((status = 201, body = Pause)), tag = "jobs")]
async fn pause(
    scope: Scope<permissions::JobsManage>,
    Json(body): Json<NewPause>,
) -> Result<(StatusCode, Json<Pause>), Error> {
    let (NewPause { kind, store_id, .. }, reason) = (&body, body.checked()?);
    let tenant = whose(&scope, *store_id).await?;
    let (id, now) = (scope.app.clock.id(), scope.now());
    let tx = scope.app.db.system("pause a kind or a store").await?;
    let new = sql::insert_pause().bind(&tx, &id, kind, &tenant, store_id, &reason, &scope.who.user_id, &now).await?;
    let pause = Pause::from(sql::pause_on().bind(&tx, kind, store_id).one().await?);
    if new > 0 {
        changed(&tx, &scope, &pause, "job.pause", Op::Created).await?;
    }
    tx.commit().await?;
    scope.app.wake_screens();
    Ok((StatusCode::CREATED, Json(pause)))
}

/// Lets go on what was held back.
#[utoipa::path(delete, path = "/jobs/pauses/{id}", params(("id" = Uuid, Path)), responses((status = 204)), tag = "jobs")]
async fn resume(scope: Scope<permissions::JobsManage>, Path(id): Path<Uuid>) -> Result<StatusCode, Error> {
    let tx = scope.app.db.system("whose pause this is").await?;
    let found = sql::pause_by_id().bind(&tx, &id).opt().await?;
    tx.commit().await?;
    let pause = Pause::from(found.ok_or_else(Error::not_found)?);
    match pause.tenant_id {
        Some(tenant) => drop(scope.enter(TenantId(tenant)).await?),
        None if scope.oversees() => {}
        None => return Err(Error::not_found()),
    }
    let tx = scope.app.db.system("let a kind or a store go on").await?;
    if sql::delete_pause().bind(&tx, &id).await? > 0 {
        changed(&tx, &scope, &pause, "job.resume", Op::Deleted).await?;
    }
    tx.commit().await?;
    scope.app.wake_jobs();
    scope.app.wake_screens();
    Ok(StatusCode::NO_CONTENT)
}

impl NewPause {
    /// The reason. Errors when it is too long, nothing is named, or a kind that does not exist.
    fn checked(&self) -> Result<&str, Error> {
        let reason = self.reason.as_deref().unwrap_or_default().trim();
        if reason.chars().count() > REASON_MAX || reason.contains(char::is_control) {
            let sentence = format!("must have at most {REASON_MAX} characters, none of them a control character");
            return Err(Error::field("reason", &sentence));
        }
        let registry = App::kinds();
        match &self.kind {
            None if self.store_id.is_none() => Err(Error::field("kind", "name a kind, a store, or both")),
            Some(kind) if !registry.kinds().any(|known| known.name == kind) => {
                let names: Vec<&str> = registry.kinds().map(|known| known.name).collect();
                Err(Error::field("kind", &format!("must be one of {}", names.join(", "))))
            }
            _ => Ok(reason),
        }
    }
}

/// The merchant of a store in sight. Errors when there is none, or a whole kind is meant by somebody who does not see
/// everything.
async fn whose(scope: &Scope<permissions::JobsManage>, store: Option<Uuid>) -> Result<Option<Uuid>, Error> {
    let Some(store) = store else {
        let refuse =
            || Error::refuse(Code::Forbidden, "A kind is paused for everybody: that is for staff of all merchants.");
        return scope.oversees().then_some(None).ok_or_else(refuse);
    };
    let read = |tx: Tx| async move { Ok(sql::store_of().bind(&tx, &store).opt().await?) };
    scope.find(read).await.map(Some)
}

/// Writes the trail, and tells open screens: as news of jobs, under the id of the pause. A whole kind's is the platform's.
async fn changed(
    tx: &Tx,
    scope: &Scope<permissions::JobsManage>,
    pause: &Pause,
    action: &'static str,
    op: Op,
) -> Result<(), Error> {
    let Pause { kind, store_id, reason, .. } = pause;
    let (tenant, subject_id) = (pause.tenant_id.map(TenantId), pause.id.to_string());
    let detail = json!({ "kind": kind, "store_id": store_id, "reason": reason });
    audit::record(tx, scope, Act { tenant, action, subject_type: "job_pause", subject_id, detail }).await?;
    Ok(news::tell(tx, &scope.app.clock, tenant, news::Kind::Job, op, *store_id, &[pause.id]).await?)
}
