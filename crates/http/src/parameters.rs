//! Parameters nobody offers are refused: a misspelled filter would otherwise show everything as if it had matched.

use std::collections::HashMap;
use std::sync::Arc;

use axum::extract::{MatchedPath, Request, State};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};

use crate::{Code, Problem};

/// The parameters that the query of each route may have, by its method and path.
pub type Parameters = Arc<HashMap<(Method, String), Vec<String>>>;

/// Refuses a query with a parameter that its route does not take. Routes that are not listed take any.
pub async fn known_parameters(State(known): State<Parameters>, request: Request, next: Next) -> Response {
    match unknown(&known, &request) {
        Some(problem) => problem.into_response(),
        None => next.run(request).await,
    }
}

fn unknown(known: &Parameters, request: &Request) -> Option<Problem> {
    let query = request.uri().query()?;
    let path = request.extensions().get::<MatchedPath>()?.as_str().to_owned();
    let offered = known.get(&(request.method().clone(), path))?;
    let mut names = query.split('&').map(|pair| pair.split('=').next().unwrap_or_default());
    let stranger = names.find(|name| !name.is_empty() && !offered.iter().any(|known| known == name))?;
    let stranger: String = stranger.chars().take(50).collect();
    let takes = if offered.is_empty() { "none".to_owned() } else { offered.join(", ") };
    let detail = format!("There is no parameter `{stranger}` here; this route takes {takes}.");
    Some(Problem::new(Code::Validation, detail).field(&stranger, "is not a parameter of this route"))
}
