//! What reading the stores did, over HTTP: runs, records nobody could read, raw deliveries.

#[cfg(test)]
mod tests;

use fulexo_http::{Json, Limit, Page, Path, Query, record};
use fulexo_queries::queries::sync as sql;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::causes;
use crate::order_row::said;
use crate::scope::{Scope, permissions};
use crate::stores::streams::Stream;
use crate::words;
use crate::{App, Error};

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(runs)).routes(routes!(quarantine)).routes(routes!(deliveries))
}

words::words! {
    /// Why a stream is read: for the first time, or for what changed.
    RunKind: "import" "delta";
    /// How a pass went.
    RunState: "running" "succeeded" "partial" "failed";
    /// What became of a delivery.
    DeliveryState: "received" "fetching" "processed" "ignored" "quarantined" "failed";
}

/// Which runs.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct RunFilter {
    /// Of one store.
    store_id: Option<Uuid>,
    /// orders, refunds, products, variations or customers.
    stream: Option<String>,
    /// running, succeeded, partial or failed.
    state: Option<String>,
}

/// One pass over one stream of one store.
#[derive(Serialize, ToSchema)]
struct SyncRun {
    id: Uuid,
    store_id: Uuid,
    tenant_id: Uuid,
    #[schema(value_type = Stream)]
    stream: String,
    #[schema(value_type = RunKind)]
    kind: String,
    /// How the store was asked.
    source: &'static str,
    #[schema(value_type = RunState)]
    state: String,
    #[schema(value_type = String, format = DateTime)]
    started_at: Timestamp,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    ended_at: Option<Timestamp>,
    /// Requests sent to the store.
    requests: i32,
    read: i32,
    created: i32,
    updated: i32,
    unchanged: i32,
    quarantined: i32,
    /// What went wrong (a stable word).
    #[serde(skip_serializing_if = "Option::is_none")]
    cause: Option<String>,
    /// The same as a sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    /// What the cause is about: a name, an address, a field, or what somebody else said.
    #[serde(skip_serializing_if = "Option::is_none")]
    about: Option<String>,
}

impl From<sql::RunPage> for SyncRun {
    fn from(row: sql::RunPage) -> Self {
        Self {
            id: row.id,
            store_id: row.store_id,
            tenant_id: row.tenant_id,
            stream: row.stream,
            kind: row.kind,
            source: crate::copy::Source::Poll.word(),
            state: row.state,
            started_at: row.started_at,
            ended_at: row.ended_at,
            requests: row.requests,
            read: row.read,
            created: row.created,
            updated: row.updated,
            unchanged: row.unchanged,
            quarantined: row.quarantined,
            about: causes::columns(row.reason.as_deref()).1,
            cause: row.cause,
            reason: row.reason,
        }
    }
}

/// Lists passes over the stores, newest first.
#[utoipa::path(get, path = "/sync/runs", params(RunFilter, Limit), responses((status = 200, body = Page<SyncRun>)), tag = "sync")]
async fn runs(
    scope: Scope<permissions::SyncRead>,
    Query(filter): Query<RunFilter>,
    Query(page): Query<Limit>,
) -> Result<Json<Page<SyncRun>>, Error> {
    let (limit, after) = (page.rows()?, page.cursor::<Uuid>("runs")?);
    let RunFilter { store_id, stream, state } = &filter;
    words::check("stream", stream.as_deref(), &Stream::ALL.map(Stream::word))?;
    words::check("state", state.as_deref(), RunState::ALL)?;
    let read =
        |tx| async move { Ok(sql::run_page().bind(&tx, store_id, stream, state, &after, &(limit + 1)).all().await?) };
    let rows = scope.merged(limit, |row: &sql::RunPage| row.id, read).await?;
    Ok(Json(Page::of("runs", rows, limit, |row| row.id).map(SyncRun::from)))
}

/// Of which store.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct OfStore {
    /// Of one store.
    store_id: Option<Uuid>,
}

/// A record that could not be understood, kept raw.
#[derive(Serialize, ToSchema)]
struct Quarantined {
    id: Uuid,
    store_id: Uuid,
    tenant_id: Uuid,
    /// order, product and so on.
    resource: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    external_id: Option<String>,
    reason: String,
    /// Why, as a stable word, when the sentence is one of ours.
    #[serde(skip_serializing_if = "Option::is_none")]
    cause: Option<String>,
    /// What the cause is about: a name, an address, a field, or what somebody else said.
    #[serde(skip_serializing_if = "Option::is_none")]
    about: Option<String>,
    /// As the store sent it.
    raw: String,
    #[schema(value_type = String, format = DateTime)]
    first_seen_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    last_seen_at: Timestamp,
    /// How often it came.
    count: i32,
}

impl From<sql::QuarantinePage> for Quarantined {
    fn from(row: sql::QuarantinePage) -> Self {
        let (cause, about) = causes::columns(Some(&row.reason));
        Self {
            cause,
            about,
            id: row.id,
            store_id: row.store_id,
            tenant_id: row.tenant_id,
            resource: row.resource,
            external_id: said(row.external_id),
            reason: row.reason,
            raw: row.raw,
            first_seen_at: row.first_seen_at,
            last_seen_at: row.last_seen_at,
            count: row.count,
        }
    }
}

/// Lists records that could not be understood and still are not, the latest found first.
#[utoipa::path(get, path = "/sync/quarantine", params(OfStore, Limit), responses((status = 200, body = Page<Quarantined>)), tag = "sync")]
async fn quarantine(
    scope: Scope<permissions::SyncRead>,
    Query(of): Query<OfStore>,
    Query(page): Query<Limit>,
) -> Result<Json<Page<Quarantined>>, Error> {
    let (limit, after) = (page.rows()?, page.cursor::<Uuid>("quarantine")?);
    let store = of.store_id;
    let read = |tx| async move { Ok(sql::quarantine_page().bind(&tx, &store, &after, &(limit + 1)).all().await?) };
    let rows = scope.merged(limit, |row: &sql::QuarantinePage| row.id, read).await?;
    Ok(Json(Page::of("quarantine", rows, limit, |row| row.id).map(Quarantined::from)))
}

/// In which state.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct DeliveryFilter {
    /// received, fetching, processed, ignored, quarantined or failed.
    state: Option<String>,
}

/// A webhook delivery, kept raw for thirty days.
#[derive(Serialize, ToSchema)]
struct Delivery {
    id: Uuid,
    #[schema(value_type = String, format = DateTime)]
    received_at: Timestamp,
    topic: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    resource_id: Option<String>,
    #[schema(value_type = DeliveryState)]
    state: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    /// Why, as a stable word, when the sentence is one of ours.
    #[serde(skip_serializing_if = "Option::is_none")]
    cause: Option<String>,
    /// What the cause is about: a name, an address, a field, or what somebody else said.
    #[serde(skip_serializing_if = "Option::is_none")]
    about: Option<String>,
    /// Size of the body.
    bytes: i32,
}

impl From<sql::EventPage> for Delivery {
    fn from(row: sql::EventPage) -> Self {
        let (cause, about) = causes::columns(row.reason.as_deref());
        Self {
            cause,
            about,
            id: row.id,
            received_at: row.received_at,
            topic: row.topic,
            resource_id: row.resource_id.map(|id| id.to_string()),
            state: row.state,
            reason: row.reason,
            bytes: row.bytes,
        }
    }
}

/// Lists what a store delivered by webhook, newest first.
#[utoipa::path(get, path = "/woo/stores/{id}/deliveries", params(("id" = Uuid, Path), DeliveryFilter, Limit), responses((status = 200, body = Page<Delivery>)), tag = "sync")]
async fn deliveries(
    scope: Scope<permissions::SyncRead>,
    Path(id): Path<Uuid>,
    Query(filter): Query<DeliveryFilter>,
    Query(page): Query<Limit>,
) -> Result<Json<Page<Delivery>>, Error> {
    record(|line| line.store_id = Some(id));
    let (limit, after) = (page.rows()?, page.cursor::<Uuid>("deliveries")?);
    let state = &filter.state;
    words::check("state", state.as_deref(), DeliveryState::ALL)?;
    let read = |tx| async move {
        if !sql::store_exists().bind(&tx, &id).one().await? {
            return Ok(None);
        }
        Ok(Some(sql::event_page().bind(&tx, &id, state, &after, &(limit + 1)).all().await?))
    };
    let rows = scope.find(read).await?;
    Ok(Json(Page::of("deliveries", rows, limit, |row| row.id).map(Delivery::from)))
}
