//! All routes, their edge, and the OpenAPI document made from them.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use axum::{Router, middleware};
use fulexo_http::{
    Code, Parameters, Problem, Sink, accept_version, known_parameters, log_requests, no_store, security_headers,
};
use tower::ServiceBuilder;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use utoipa::OpenApi;
use utoipa::openapi::path::{Operation, ParameterIn};
use utoipa::openapi::{OpenApi as OpenApiDocument, RefOr};
use utoipa_axum::router::OpenApiRouter;

use crate::App;

/// The document's head.
#[derive(OpenApi)]
#[openapi(
    info(title = "Fulexo", version = "1", description = "Operations of many WooCommerce stores of many merchants."),
    components(schemas(Problem, Code))
)]
struct Document;

/// Every route of the API, with its documentation.
fn api() -> OpenApiRouter<App> {
    OpenApiRouter::with_openapi(Document::openapi()).nest(
        "/api/v1",
        OpenApiRouter::new()
            .merge(crate::audit::routes())
            .merge(crate::people::routes())
            .merge(crate::stores::routes())
            .merge(crate::catalogue::routes())
            .merge(crate::customers::routes())
            .merge(crate::orders::routes())
            .merge(crate::sync::routes())
            .merge(crate::tags::routes())
            .merge(crate::reports::routes())
            .merge(crate::work::routes())
            .merge(crate::events::routes())
            .merge(crate::home::routes()),
    )
}

/// The routes and their document. Handlers of several features bear one name: an operation's id is its method and path.
fn parts() -> (Router<App>, utoipa::openapi::OpenApi) {
    let (routes, mut document) = api().split_for_parts();
    for (path, item) in &mut document.paths.paths {
        let words: Vec<&str> =
            path.trim_start_matches("/api/v1").split(['/', '{', '}']).filter(|w| !w.is_empty()).collect();
        let name = words.join("_");
        let most = [("get", &mut item.get), ("put", &mut item.put), ("post", &mut item.post)];
        let others = [("delete", &mut item.delete), ("patch", &mut item.patch)];
        for (method, operation) in most.into_iter().chain(others) {
            if let Some(operation) = operation {
                operation.operation_id = Some(format!("{method}_{name}"));
            }
        }
    }
    (routes, document)
}

/// The OpenAPI 3.1 document.
pub fn openapi() -> utoipa::openapi::OpenApi {
    parts().1
}

/// The routes with their edge: request id and log line, panics caught, timeouts, body limit, headers, compression.
pub fn router(app: App) -> Router {
    let (routes, document) = parts();
    let known = parameters(&document);
    let document = Arc::new(document.to_json().unwrap_or_default());
    let metrics = app.clone();
    let sink: Sink =
        Arc::new(move |method, route, status, elapsed| metrics.metrics.request(method, route, status, elapsed));
    let in_turn = middleware::from_fn_with_state(app.clone(), crate::load::in_turn);
    let timed = routes
        .route_layer(in_turn)
        .route(
            "/api/v1/openapi.json",
            axum::routing::get(move || async move {
                ([(axum::http::header::CONTENT_TYPE, "application/json")], document.as_str().to_owned())
            }),
        )
        .merge(crate::sync::webhook_routes())
        .fallback(|| async { Problem::not_found() })
        .method_not_allowed_fallback(|| async {
            Problem::new(Code::MethodNotAllowed, "This address does not offer that method.")
        })
        .layer(middleware::from_fn_with_state(known, known_parameters))
        .layer(middleware::from_fn_with_state(app.config.request_timeout, in_time));
    timed.merge(crate::health::routes()).with_state(app).layer(
        ServiceBuilder::new()
            .layer(CompressionLayer::new().compress_when(compressible()))
            .layer(middleware::from_fn_with_state(sink, log_requests))
            .layer(middleware::from_fn(security_headers))
            .layer(middleware::from_fn(no_store))
            .layer(CatchPanicLayer::custom(|_| {
                Problem::new(Code::Internal, "Something broke on our side. Quote the request id when asking for help.")
                    .into_response()
            }))
            .layer(middleware::from_fn(accept_version))
            .layer(DefaultBodyLimit::max(1024 * 1024)),
    )
}

/// The parameters of each operation's query, as the document has them.
fn parameters(document: &OpenApiDocument) -> Parameters {
    let operations = document.paths.paths.iter().flat_map(|(path, item)| {
        [
            (Method::GET, &item.get),
            (Method::PUT, &item.put),
            (Method::POST, &item.post),
            (Method::DELETE, &item.delete),
            (Method::PATCH, &item.patch),
        ]
        .into_iter()
        .filter_map(move |(method, operation)| Some(((method, path.clone()), operation.as_ref()?)))
    });
    let of_query = |operation: &Operation| -> Vec<String> {
        let all = operation.parameters.iter().flatten().filter_map(|parameter| match parameter {
            RefOr::T(parameter) => Some(parameter),
            RefOr::Ref(_) => None,
        });
        all.filter(|p| p.parameter_in == ParameterIn::Query).map(|p| p.name.clone()).collect()
    };
    Arc::new(operations.map(|(key, operation)| (key, of_query(operation))).collect())
}

/// Gives up on a request that takes too long. What it had begun is rolled back, but a commit may have been under way, or
/// a shop have been told something.
async fn in_time(State(limit): State<Duration>, request: Request, next: Next) -> Response {
    match tokio::time::timeout(limit, next.run(request)).await {
        Ok(response) => response,
        Err(_) => {
            let detail = "It took longer than a request may, and was taken back where that was possible. Look before \
                          you try again.";
            Problem::new(Code::Timeout, detail).into_response()
        }
    }
}

/// Everything but tiny answers and event streams.
fn compressible() -> impl tower_http::compression::Predicate {
    use tower_http::compression::predicate::{NotForContentType, Predicate as _, SizeAbove};
    SizeAbove::new(512).and(NotForContentType::const_new("text/event-stream"))
}
