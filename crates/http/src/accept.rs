//! `Accept: application/vnd.fulexo.v1+json` is honoured; another version is refused.

use axum::extract::Request;
use axum::http::header;
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use crate::{Code, Problem};

/// Refuses versions of the API that do not exist.
pub async fn accept_version(request: Request, next: Next) -> Response {
    let unknown = request
        .headers()
        .get_all(header::ACCEPT)
        .iter()
        .filter_map(|v| v.to_str().ok())
        .flat_map(|v| v.split(','))
        .filter_map(|v| v.trim().strip_prefix("application/vnd.fulexo."))
        .map(|v| v.split([';', '+']).next().unwrap_or_default().trim().chars().take(20).collect::<String>())
        .find(|version| version != "v1");
    match unknown {
        Some(version) => Problem::new(
            Code::NotAcceptable,
            format!("Version {version:?} does not exist; ask for application/vnd.fulexo.v1+json."),
        )
        .into_response(),
        None => next.run(request).await,
    }
}
