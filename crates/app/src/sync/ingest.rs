//! Deliveries of stores: verified, written down with their job (`intake`), then answered. A correctly signed
//! delivery is never refused while the database is up: a refusal is a lost payload, and the seventh ends the hook.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Bytes, to_bytes};
use axum::extract::{DefaultBodyLimit, FromRequest as _, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use axum::routing::post;
use fulexo_http::{Code, Path, Problem, record};
use fulexo_kernel::{TenantId, text};
use fulexo_queries::queries::stores as stores_sql;
use fulexo_woo::payload::Head;
use fulexo_woo::webhook::{Delivery, SIGNATURE_HEADER, content_key, is_ping, may_be_signature, verify};
use secrecy::ExposeSecret as _;
use uuid::Uuid;

use super::intake::{Arrived, Kept, RESOURCES};
use super::sender::Sender;
use crate::causes;
use crate::keys::Place;
use crate::metrics::AnswerLabels;
use crate::state::Route;
use crate::{App, Error};

const MAX_BODY: usize = 8 * 1024 * 1024;
/// More than a ping has.
const PING: usize = 64;
/// How long a body may take to arrive: it holds its room meanwhile.
const BODY_WITHIN: Duration = Duration::from_secs(20);

/// The way in for stores; outside the documented API.
pub(crate) fn webhook_routes() -> Router<App> {
    Router::new().route("/api/v1/woo/webhooks/{store_id}", post(receive)).layer(DefaultBodyLimit::max(MAX_BODY))
}

/// Takes a delivery.
async fn receive(State(app): State<App>, store: Result<Path<Uuid>, Problem>, request: Request) -> Response {
    let (answer, response) = match accept(&app, store, request).await {
        Ok(answer) => (answer.to_owned(), StatusCode::OK.into_response()),
        Err(error) => {
            let problem = Problem::from(error);
            (problem.code.as_str(), problem.into_response())
        }
    };
    app.metrics.webhooks.get_or_create(&AnswerLabels { answer }).inc();
    response
}

async fn accept(app: &App, store: Result<Path<Uuid>, Problem>, request: Request) -> Result<&'static str, Error> {
    let mut sender = Sender::of(app, &request);
    let Path(store) = store.map_err(|problem| sender.refuse(problem.into()))?;
    record(|line| line.store_id = Some(store));
    let _turn = sender.turn(store).await?;
    let Some(route) = route(app, store).await? else { return Err(sender.refuse(Error::not_found())) };
    record(|line| line.tenant_id = Some(route.tenant.0));
    sender.store = Some(store);
    let delivery = Delivery::from_headers(request.headers());
    let Some(delivery) = delivery.filter(|d| d.signature.as_deref().is_some_and(may_be_signature)) else {
        return unsigned(&sender, request).await;
    };
    let room = app.load.room(length(request.headers())).await?;
    let body = body(request).await.map_err(|error| sender.refuse(error))?;
    let signed = delivery.signature.as_deref().is_some_and(|s| verify(route.secret.expose_secret(), &body, s));
    if !signed {
        return Err(sender.refuse(not_signed()));
    }
    let verdict = look(&delivery, &body, route.accepts);
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
        _room: room,
    };
    let within = app.load.deliveries_of_store.take(store, arrived.at).is_ok();
    app.intake.keep(app, if within { Kept::Whole(arrived) } else { arrived.reduced() }).await
}

/// What carries no signature is a ping or nothing: no more of it is read than a ping has.
async fn unsigned(sender: &Sender<'_>, request: Request) -> Result<&'static str, Error> {
    sender.count()?;
    let pings = !request.headers().contains_key(SIGNATURE_HEADER);
    let body = to_bytes(request.into_body(), PING);
    match body.await {
        Ok(body) if pings && is_ping(&body) => Ok("ping"),
        _ => Err(not_signed()),
    }
}

fn not_signed() -> Error {
    Error::refuse(Code::Unauthenticated, "The delivery is not signed with this store's secret.")
}

/// The bytes a body says it has; what does not say may be as large as any.
fn length(headers: &HeaderMap) -> usize {
    let said = headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    said.unwrap_or(MAX_BODY).min(MAX_BODY)
}

async fn body(request: Request) -> Result<Bytes, Error> {
    let read = tokio::time::timeout(BODY_WITHIN, Bytes::from_request(request, &())).await;
    read.map_err(|_| Error::refuse(Code::BadRequest, "The body did not come in time."))?.map_err(|e| match e.status() {
        StatusCode::PAYLOAD_TOO_LARGE => Error::refuse(Code::PayloadTooLarge, "A delivery has at most 8 MiB."),
        _ => Error::refuse(Code::BadRequest, "The body ended before it was complete."),
    })
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
    let tx = app.db.system_patiently("find whose store a delivery is for").await?;
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
