//! Somebody who sends requests, and what comes back.

use axum::body::Body;
use axum::http::{HeaderMap, Method, Request, header};
use fulexo_kernel::TenantId;
use serde_json::Value;
use tower::ServiceExt as _;
use uuid::Uuid;

use super::{TestApp, must};

/// Somebody who sends requests.
#[derive(Clone)]
pub struct Actor {
    app: TestApp,
    /// Who he is; the nil id for nobody.
    pub user_id: Uuid,
    /// His e-mail.
    pub email: String,
    headers: Vec<(&'static str, String)>,
}

/// What came back.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Vec<u8>,
    /// The body as JSON; null when it is none.
    pub json: Value,
}

impl Actor {
    pub(super) fn new(app: &TestApp, user_id: Uuid, email: &str, token: Option<&str>) -> Self {
        let headers = token.map(|token| ("authorization", format!("Bearer {token}"))).into_iter().collect();
        Self { app: app.clone(), user_id, email: email.to_owned(), headers }
    }

    /// The same person acting for one merchant (staff).
    #[must_use]
    pub fn within(&self, tenant: TenantId) -> Self {
        self.with("x-tenant-id", &tenant.to_string())
    }

    /// The same person sending one more header.
    #[must_use]
    pub fn with(&self, name: &'static str, value: &str) -> Self {
        let mut other = self.clone();
        other.headers.push((name, value.to_owned()));
        other
    }

    /// What he sends with every request.
    pub fn headers(&self) -> &[(&'static str, String)] {
        &self.headers
    }

    /// Reads.
    pub async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, None).await
    }

    /// Creates or commands; `Value::Null` sends no body.
    pub async fn post(&self, path: &str, body: Value) -> Answer {
        self.send(Method::POST, path, Some(body)).await
    }

    /// Replaces.
    pub async fn put(&self, path: &str, body: Value) -> Answer {
        self.send(Method::PUT, path, Some(body)).await
    }

    /// Changes.
    pub async fn patch(&self, path: &str, body: Value) -> Answer {
        self.send(Method::PATCH, path, Some(body)).await
    }

    /// Removes.
    pub async fn delete(&self, path: &str) -> Answer {
        self.send(Method::DELETE, path, None).await
    }

    /// Reads a list and returns one field of its items, as text.
    pub async fn column(&self, path: &str, field: &str) -> Vec<String> {
        let answer = self.get(path).await.expect(200);
        answer.items().iter().map(|item| item[field].as_str().unwrap_or_default().to_owned()).collect()
    }

    /// Sends a request with a JSON body, if any.
    pub async fn send(&self, method: Method, path: &str, body: Option<Value>) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        let body = match body {
            None | Some(Value::Null) => Body::empty(),
            Some(json) => {
                request = request.header(header::CONTENT_TYPE, "application/json");
                Body::from(json.to_string())
            }
        };
        self.app.send(must("the request", request.body(body))).await
    }
}

impl TestApp {
    /// Sends any request and reads the whole answer.
    pub async fn send(&self, request: Request<Body>) -> Answer {
        let Ok(response) = self.router().oneshot(request).await;
        let (parts, body) = response.into_parts();
        // a stream has no end
        let endless = parts.headers.get(header::CONTENT_TYPE).is_some_and(|v| v == "text/event-stream");
        let body = if endless { Body::empty() } else { body };
        let body = must("the answer", axum::body::to_bytes(body, usize::MAX).await).to_vec();
        let json = serde_json::from_slice(&body).unwrap_or(Value::Null);
        Answer { status: parts.status.as_u16(), headers: parts.headers, body, json }
    }
}

impl Answer {
    /// Itself when the status is as expected.
    ///
    /// # Panics
    ///
    /// When it is not; shows the body.
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{}", String::from_utf8_lossy(&self.body));
        self
    }

    /// The problem's code; empty when it is none.
    pub fn code(&self) -> &str {
        self.json.get("code").and_then(Value::as_str).unwrap_or_default()
    }

    /// The items of a list.
    pub fn items(&self) -> &[Value] {
        self.json.get("items").and_then(Value::as_array).map_or(&[], Vec::as_slice)
    }

    /// A field that is a text; empty when it is none.
    pub fn text(&self, field: &str) -> &str {
        self.json.get(field).and_then(Value::as_str).unwrap_or_default()
    }

    /// The body without what differs between two equal answers.
    pub fn canonical(&self) -> String {
        let mut json = self.json.clone();
        match json.as_object_mut() {
            Some(object) => {
                object.remove("request_id");
                json.to_string()
            }
            None => String::from_utf8_lossy(&self.body).into_owned(),
        }
    }
}
