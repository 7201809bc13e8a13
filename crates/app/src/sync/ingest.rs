//! Deliveries of stores: verified, written down with their job (`intake`), then answered. A correctly signed
//! delivery is never refused while the database is up: a refusal is a lost payload, and the seventh ends the hook.

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{DefaultBodyLimit, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use axum::routing::post;
use fulexo_http::{Code, Path, Problem, record};
use fulexo_kernel::{TenantId, text};
use fulexo_queries::queries::stores as stores_sql;
use fulexo_woo::payload::Head;
use fulexo_woo::webhook::{Delivery, content_key, is_ping, verify};
use secrecy::ExposeSecret as _;
use uuid::Uuid;

use super::intake::Arrived;
use crate::causes;
use crate::keys::Place;
use crate::metrics::AnswerLabels;
use crate::state::Route;
use crate::{App, Error};

const MAX_BODY: usize = 8 * 1024 * 1024;
/// Resources whose deliveries mean something to us.
const RESOURCES: [&str; 3] = ["order", "product", "customer"];

/// The way in for stores; outside the documented API.
pub(crate) fn webhook_routes() -> Router<App> {
    Router::new().route("/api/v1/woo/webhooks/{store_id}", post(receive)).layer(DefaultBodyLimit::max(MAX_BODY))
}

/// Takes a delivery.
async fn receive(
    State(app): State<App>,
    store: Result<Path<Uuid>, Problem>,
    headers: HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Response {
    let (answer, response) = match accept(&app, store, &headers, body).await {
        Ok(answer) => (answer, StatusCode::OK.into_response()),
        Err(error) => {
            let problem = Problem::from(error);
            (problem.code.as_str(), problem.into_response())
        }
    };
    app.metrics.webhooks.get_or_create(&AnswerLabels { answer }).inc();
    response
}

async fn accept(
    app: &App,
    store: Result<Path<Uuid>, Problem>,
    headers: &HeaderMap,
    body: Result<Bytes, BytesRejection>,
) -> Result<String, Error> {
    let Path(store) = store?;
    record(|line| line.store_id = Some(store));
    let route = route(app, store).await?.ok_or_else(Error::not_found)?;
    record(|line| line.tenant_id = Some(route.tenant.0));
    let body = body.map_err(|e| match e.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Error::refuse(Code::PayloadTooLarge, "A delivery has at most 8 MiB."),
        _ => Error::refuse(Code::BadRequest, "The body ended before it was complete."),
    })?;
    let delivery = Delivery::from_headers(headers);
    let signature = delivery.as_ref().and_then(|d| d.signature.as_deref());
    if signature.is_none() && is_ping(&body) {
        return Ok("ping".into());
    }
    let signed = signature.is_some_and(|s| verify(route.secret.expose_secret(), &body, s));
    let Some(delivery) = delivery.filter(|_| signed) else {
        return Err(Error::refuse(Code::Unauthenticated, "The delivery is not signed with this store's secret."));
    };
    let verdict = look(&delivery, &body, route.accepts);
    let answer = verdict.state.to_owned();
    let topic = text::storable(&delivery.topic).chars().take(100).collect::<String>();
    let arrived = Arrived {
        id: app.clock.id(),
        tenant: route.tenant,
        store,
        at: app.clock.now(),
        content_key: content_key(&topic, &body),
        topic,
        resource_id: verdict.resource_id,
        webhook_id: delivery.webhook_id.map(|id| id.to_string()),
        delivery_id: delivery.delivery_id,
        body,
        state: verdict.state,
        reason: verdict.reason,
    };
    app.intake.keep(app, arrived).await?;
    Ok(answer)
}

/// What becomes of a delivery, as far as one can tell by looking at it.
struct Verdict {
    state: &'static str,
    reason: &'static str,
    resource_id: Option<i64>,
}

fn look(delivery: &Delivery, body: &[u8], accepts: bool) -> Verdict {
    let head = Head::of_body(body);
    let resource_id = head.as_ref().and_then(|head| head.id);
    let (state, reason) = match head {
        _ if !accepts => ("ignored", causes::NOT_READ),
        None => ("quarantined", causes::BODY_NOT_JSON),
        Some(_) if !RESOURCES.contains(&delivery.resource.as_str()) => ("ignored", causes::TOPIC_UNUSED),
        Some(_) => ("received", ""),
    };
    Verdict { state, reason, resource_id }
}

/// A store's merchant and secret; remembered for a minute.
async fn route(app: &App, store: Uuid) -> Result<Option<Arc<Route>>, Error> {
    if let Some(route) = app.routes.get(&store).await {
        return Ok(Some(route));
    }
    let tx = app.db.system("find whose store a delivery is for").await?;
    let row = stores_sql::route().bind(&tx, &store).opt().await?;
    tx.commit().await?;
    let Some(row) = row else { return Ok(None) };
    let tenant = TenantId(row.tenant_id);
    let place = Place { tenant, table: "stores", column: "webhook_secret", row: store };
    let secret = app.keys.open(place, &row.secret).await?;
    let route = Arc::new(Route { tenant, secret, accepts: row.accepts });
    app.routes.insert(store, Arc::clone(&route)).await;
    Ok(Some(route))
}
