//! JSON bodies and query strings whose errors are problems.

use axum::extract::rejection::{JsonRejection, QueryRejection};
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use crate::{Code, Problem};

/// A JSON body, in and out.
#[derive(Debug)]
pub struct Json<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Json<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        match axum::Json::<Box<RawValue>>::from_request(request, state).await {
            Ok(axum::Json(raw)) => parse(&raw),
            Err(e) if e.status() == StatusCode::PAYLOAD_TOO_LARGE => {
                Err(Problem::new(Code::PayloadTooLarge, "The body is larger than this route accepts."))
            }
            Err(JsonRejection::BytesRejection(_)) => {
                Err(Problem::new(Code::BadRequest, "The body ended before it was complete, or its chunks are none."))
            }
            Err(e) => Err(Problem::new(Code::BadRequest, sentence(&e.body_text()))),
        }
    }
}

/// U+0000 is valid JSON, but no value here may hold it: PostgreSQL cannot keep it.
fn parse<T: DeserializeOwned>(raw: &RawValue) -> Result<Json<T>, Problem> {
    if raw.get().contains("\\u0000") {
        return Err(Problem::new(Code::Validation, "The body holds a NUL character, which no value here may have."));
    }
    let mut json = serde_json::Deserializer::from_str(raw.get());
    serde_path_to_error::deserialize(&mut json).map(Json).map_err(|error| {
        let (path, said) = (error.path().to_string(), error.into_inner().to_string());
        // where in the text it stands helps nobody who sent an object
        refuse("body", &path, said.rsplit_once(" at line ").map_or(said.as_str(), |(what, _)| what))
    })
}

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        // a page of a list; axum begins with 128 bytes
        let mut body = Vec::with_capacity(32 * 1024);
        match serde_json::to_writer(&mut body, &self.0) {
            Ok(()) => ([(CONTENT_TYPE, "application/json")], body).into_response(),
            Err(error) => {
                tracing::error!(%error, "an answer cannot be written as JSON");
                Problem::new(Code::Internal, "The answer cannot be written as JSON.").into_response()
            }
        }
    }
}

/// A query string.
#[derive(Debug)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Query<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        if parts.uri.query().is_some_and(|query| query.contains("%00")) {
            return Err(Problem::new(
                Code::Validation,
                "The query holds a NUL character, which no value here may have.",
            ));
        }
        axum::extract::Query::<T>::from_request_parts(parts, state)
            .await
            .map(|axum::extract::Query(value)| Self(value))
            .map_err(|e: QueryRejection| {
                let text = e.body_text();
                let said = text.strip_prefix("Failed to deserialize query string: ").unwrap_or(&text);
                let (path, said) = said.split_once(": ").unwrap_or((".", said));
                refuse("query", path, said)
            })
    }
}

/// Names the field at fault, which the parser says either in its path or between backticks.
fn refuse(whole: &str, path: &str, said: &str) -> Problem {
    let said = clipped(said);
    let named = said.split('`').nth(1).filter(|_| said.contains(" field `"));
    let field = if path == "." { named } else { Some(path) };
    let problem =
        |at: &str| Problem::new(Code::Validation, sentence(&format!("{at} is not as this route takes it: {said}")));
    match field {
        Some(field) => problem(&format!("`{}` in the {whole}", clipped(field))).field(&clipped(field), said),
        None => problem(&format!("The {whole}")),
    }
}

/// What was sent comes back in some sentences, and it can be long.
fn clipped(said: &str) -> String {
    const MOST: usize = 200;
    let mut text: String = said.chars().take(MOST).map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect();
    if said.chars().nth(MOST).is_some() {
        text.push('…');
    }
    text
}

fn sentence(text: &str) -> String {
    let mut text = text.trim_end_matches('.').to_owned();
    text.push('.');
    text
}
