//! One canonical log line per request, and the request id that ties everything to it.

use std::cell::RefCell;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use uuid::Uuid;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

tokio::task_local! {
    static LINE: RefCell<Line>;
}

/// What a request's log line says beside method, path, status and duration.
#[derive(Clone, Default, Debug)]
pub struct Line {
    /// The id of the request.
    pub request_id: String,
    /// The merchant it was about.
    pub tenant_id: Option<Uuid>,
    /// Who asked.
    pub user_id: Option<Uuid>,
    /// The store it was about.
    pub store_id: Option<Uuid>,
    /// The order it was about.
    pub order_id: Option<Uuid>,
    /// The problem's code.
    pub code: Option<String>,
}

/// The id of this request.
#[derive(Clone, Debug)]
pub struct RequestId(pub String);

/// Receives method, route, status and duration of each request, for metrics.
pub type Sink = Arc<dyn Fn(&str, &str, u16, Duration) + Send + Sync>;

/// Adds to the log line of the current request.
pub fn record(add: impl FnOnce(&mut Line)) {
    // outside a request there is no line to add to
    let _ = LINE.try_with(|line| add(&mut line.borrow_mut()));
}

pub(crate) fn current_request_id() -> String {
    LINE.try_with(|line| line.borrow().request_id.clone()).unwrap_or_default()
}

/// Gives the request its id, runs it, and writes its line.
pub async fn log_requests(State(sink): State<Sink>, mut request: Request, next: Next) -> Response {
    let request_id = accept_id(&request).unwrap_or_else(|| Uuid::new_v4().simple().to_string());
    let route = request.extensions().get::<MatchedPath>().map_or("other", |m| m.as_str()).to_owned();
    let (method, path) = (request.method().clone(), request.uri().path().to_owned());
    request.extensions_mut().insert(RequestId(request_id.clone()));
    let line = RefCell::new(Line { request_id: request_id.clone(), ..Line::default() });
    let started = Instant::now();
    let (mut response, line) = LINE
        .scope(line, async {
            let response = next.run(request).await;
            (response, LINE.with(|line| line.borrow().clone()))
        })
        .await;
    let elapsed = started.elapsed();
    let status = response.status().as_u16();
    sink(method.as_str(), &route, status, elapsed);
    write(&method, &path, status, elapsed, &line);
    if let Ok(id) = HeaderValue::from_str(&request_id) {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    response
}

fn write(method: &axum::http::Method, path: &str, status: u16, elapsed: Duration, line: &Line) {
    let duration_ms = elapsed.as_secs_f64() * 1000.0;
    let (tenant_id, user_id) = (text(line.tenant_id), text(line.user_id));
    let (store_id, order_id) = (text(line.store_id), text(line.order_id));
    macro_rules! line {
        ($level:ident) => {
            tracing::$level!(
                target: "request", %method, path, status, duration_ms, request_id = line.request_id,
                tenant_id, user_id, store_id, order_id, code = line.code, "{method} {path} {status}"
            )
        };
    }
    if status >= 500 {
        line!(warn);
    } else {
        line!(info);
    }
}

fn text(id: Option<Uuid>) -> Option<String> {
    id.map(|id| id.to_string())
}

/// An id from a proxy is kept when it looks like one.
fn accept_id(request: &Request) -> Option<String> {
    let given = request.headers().get(REQUEST_ID)?.to_str().ok()?;
    let fits = (8..=64).contains(&given.len()) && given.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    fits.then(|| given.to_owned())
}
