//! Stores over HTTP.

use axum::http::StatusCode;
use fulexo_db::Tx;
use fulexo_http::{Code, Json, Limit, Page, Path, Query, record};
use fulexo_kernel::TenantId;
use fulexo_queries::queries::stores as sql;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::card::{Store, StoreState, cards};
use super::streams::{hurry_all, start_all};
use crate::audit::{self, Act};
use crate::news::{self, Kind, Op};
use crate::scope::{Scope, permissions};
use crate::{App, Error, words};

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list, super::connect::connect))
        .routes(routes!(get, disconnect))
        .routes(routes!(pause))
        .routes(routes!(resume))
        .routes(routes!(sync_now))
}

/// A store with what only its own page shows.
#[derive(Serialize, ToSchema)]
pub(crate) struct StoreDetail {
    #[serde(flatten)]
    store: Store,
    webhook_hooks: Vec<Hook>,
    clock_skew_ms: i64,
    page_size: i32,
    /// Where the store posts its deliveries; none without a public address.
    webhook_url: Option<String>,
    public_url_set: bool,
}

/// A webhook registered at the store.
#[derive(Serialize, ToSchema)]
struct Hook {
    topic: String,
    status: String,
    external_id: String,
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct StoreFilter {
    /// Only stores in this state.
    state: Option<String>,
}

/// Lists stores.
#[utoipa::path(get, path = "/woo/stores", params(StoreFilter, Limit), tag = "stores", responses((status = 200, body = Page<Store>)))]
async fn list(
    scope: Scope<permissions::StoresRead>,
    Query(filter): Query<StoreFilter>,
    Query(page): Query<Limit>,
) -> Result<Json<Page<Store>>, Error> {
    let (limit, after, now) = (page.rows()?, page.cursor::<Uuid>("stores")?, scope.now());
    let state = filter.state.as_deref();
    words::check("state", state, StoreState::ALL)?;
    let rows = scope
        .merged(
            limit,
            |s: &Store| std::cmp::Reverse(s.id),
            |tx| async move {
                let rows = sql::store_page().bind(&tx, &state, &after, &(limit + 1)).all().await?;
                cards(&tx, now, rows).await
            },
        )
        .await?;
    Ok(Json(Page::of("stores", rows, limit, |s| s.id)))
}

/// Shows a store.
#[utoipa::path(get, path = "/woo/stores/{id}", tag = "stores", responses((status = 200, body = StoreDetail)))]
async fn get(scope: Scope<permissions::StoresRead>, Path(id): Path<Uuid>) -> Result<Json<StoreDetail>, Error> {
    record(|line| line.store_id = Some(id));
    let app = &scope.app;
    Ok(Json(scope.find(|tx| async move { detail(app, &tx, id).await }).await?))
}

/// A store with its hooks.
pub(super) async fn detail(app: &App, tx: &Tx, id: Uuid) -> Result<Option<StoreDetail>, Error> {
    let Some(row) = sql::store_by_id().bind(tx, &id).opt().await? else { return Ok(None) };
    let (clock_skew_ms, page_size) = (row.clock_skew_ms, row.page_size);
    let hooks = sql::hooks_of().bind(tx, &id).all().await?;
    let hook = |h: sql::HooksOf| Hook { topic: h.topic, status: h.status, external_id: h.external_id.to_string() };
    let store = cards(tx, app.clock.now(), vec![row]).await?.into_iter().next();
    Ok(store.map(|store| StoreDetail {
        store,
        webhook_hooks: hooks.into_iter().map(hook).collect(),
        clock_skew_ms,
        page_size,
        webhook_url: super::hooks::delivery_url(app, id),
        public_url_set: app.config.public_url.is_some(),
    }))
}

/// Stops reading a store; deliveries are kept but not applied.
#[utoipa::path(post, path = "/woo/stores/{id}/pause", tag = "stores", responses((status = 200, body = StoreDetail)))]
async fn pause(scope: Scope<permissions::StoresWrite>, Path(id): Path<Uuid>) -> Result<Json<StoreDetail>, Error> {
    switch(scope, id, "paused", "store.pause", &["connecting", "healthy", "degraded", "unreachable"]).await
}

/// Reads a paused store again.
#[utoipa::path(post, path = "/woo/stores/{id}/resume", tag = "stores", responses((status = 200, body = StoreDetail)))]
async fn resume(scope: Scope<permissions::StoresWrite>, Path(id): Path<Uuid>) -> Result<Json<StoreDetail>, Error> {
    switch(scope, id, "connecting", "store.resume", &["paused"]).await
}

/// Forgets a store's keys for good; what was read stays.
#[utoipa::path(delete, path = "/woo/stores/{id}", tag = "stores", responses((status = 200, body = StoreDetail)))]
async fn disconnect(scope: Scope<permissions::StoresWrite>, Path(id): Path<Uuid>) -> Result<Json<StoreDetail>, Error> {
    let from = ["connecting", "healthy", "degraded", "unreachable", "paused"];
    if let Some(tenant) = scope.maybe_tenant() {
        super::hooks::remove(&scope.app, tenant, id).await?;
    }
    switch(scope, id, "disconnected", "store.disconnect", &from).await
}

/// Polls every stream of a store now.
#[utoipa::path(post, path = "/woo/stores/{id}/sync", tag = "stores", responses((status = 202, body = StoreDetail)))]
async fn sync_now(
    scope: Scope<permissions::StoresWrite>,
    Path(id): Path<Uuid>,
) -> Result<(StatusCode, Json<StoreDetail>), Error> {
    let (tenant, app) = (scope.tenant()?, &scope.app);
    let tx = scope.begin().await?;
    let state = sql::lock_store().bind(&tx, &id).opt().await?.ok_or_else(Error::not_found)?;
    if matches!(state.as_str(), "paused" | "disconnected") {
        return Err(Error::refuse(Code::Conflict, format!("A {state} store is not read; resume it first.")));
    }
    start_all(&tx, &app.clock, tenant, id).await?;
    audit::record(&tx, &scope, act(tenant, "store.sync", id)).await?;
    tx.commit().await?;
    hurry(app, tenant, id).await?;
    app.wake_jobs();
    let tx = scope.begin().await?;
    Ok((StatusCode::ACCEPTED, Json(detail(app, &tx, id).await?.ok_or_else(Error::not_found)?)))
}

async fn hurry(app: &App, tenant: TenantId, id: Uuid) -> Result<(), Error> {
    let tx = app.db.system("run the standing jobs of a store now").await?;
    hurry_all(&tx, &app.clock, tenant, id).await?;
    tx.commit().await?;
    super::hooks::expedite_hooks(app, tenant, id).await
}

fn act(tenant: TenantId, action: &'static str, id: Uuid) -> Act {
    Act { tenant: Some(tenant), action, subject_type: "store", subject_id: id.to_string(), detail: json!({}) }
}

async fn switch(
    scope: Scope<permissions::StoresWrite>,
    id: Uuid,
    to: &'static str,
    action: &'static str,
    from: &[&str],
) -> Result<Json<StoreDetail>, Error> {
    record(|line| line.store_id = Some(id));
    let (tenant, app, now) = (scope.tenant()?, &scope.app, scope.now());
    let tx = scope.begin().await?;
    let state = sql::lock_store().bind(&tx, &id).opt().await?.ok_or_else(Error::not_found)?;
    if !from.contains(&state.as_str()) {
        return Err(Error::refuse(Code::Conflict, format!("A store that is {state} cannot become {to}.")));
    }
    sql::switch_store().bind(&tx, &to, &said_by(&scope.who.name, to), &now, &id).await?;
    sql::set_route_accepts().bind(&tx, &(to == "connecting"), &id).await?;
    if to == "connecting" {
        sql::resume_streams().bind(&tx, &id).await?;
        start_all(&tx, &app.clock, tenant, id).await?;
    } else {
        sql::pause_streams().bind(&tx, &id).await?;
    }
    audit::record(&tx, &scope, act(tenant, action, id)).await?;
    news::tell(&tx, &app.clock, tenant, Kind::Store, Op::Updated, Some(id), &[id]).await?;
    let detail = detail(app, &tx, id).await?.ok_or_else(Error::not_found)?;
    tx.commit().await?;
    if to == "connecting" {
        hurry(app, tenant, id).await?;
    }
    app.forget_route(id).await;
    app.wake_jobs();
    app.wake_screens();
    Ok(Json(detail))
}

fn said_by(name: &str, to: &str) -> Option<String> {
    match to {
        "paused" => Some(format!("Paused by {name}. What happens meanwhile is read after resuming.")),
        "disconnected" => Some(format!("Disconnected by {name}. What was read stays.")),
        _ => None,
    }
}
