//! The stream of changes over HTTP.

use std::convert::Infallible;

use axum::http::{HeaderMap, HeaderName};
use axum::response::Sse;
use axum::response::sse::Event;
use futures::{Stream, stream};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::hub::Change;
use super::screen::Screen;
use crate::scope::LiveScope;
use crate::{App, Error};

const LAST_EVENT_ID: HeaderName = HeaderName::from_static("last-event-id");

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(listen))
}

/// Whose changes.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[expect(dead_code, reason = "documents what LiveScope reads")]
struct Whose {
    /// Of one merchant; staff who name none hear of all they were granted.
    tenant: Option<Uuid>,
}

/// Streams changes as server-sent events: `change` with what changed, `ping` every 15 s, `reset` when so much was
/// missed that everything has to be read again. `Last-Event-ID` tells again what came after.
#[utoipa::path(
    get,
    path = "/events",
    params(Whose, ("Last-Event-ID" = Option<String>, Header, description = "id of the last event seen")),
    responses((status = 200, body = Change, content_type = "text/event-stream")),
    tag = "events"
)]
async fn listen(
    scope: LiveScope,
    headers: HeaderMap,
) -> Result<([(HeaderName, &'static str); 1], Sse<impl Stream<Item = Result<Event, Infallible>>>), Error> {
    let last_id = headers.get(LAST_EVENT_ID).and_then(|id| id.to_str().ok());
    let screen = Screen::open(scope, last_id).await?;
    let events = stream::unfold(screen, |mut screen| async {
        let event = screen.next().await?;
        Some((Ok(event), screen))
    });
    // proxies that collect answers would hold the events back
    Ok(([(HeaderName::from_static("x-accel-buffering"), "no")], Sse::new(events)))
}
