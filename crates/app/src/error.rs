//! What a feature answers when it cannot do what was asked, whatever the transport.

use axum::response::{IntoResponse, Response};
use fulexo_http::{Code, Problem};

/// Why something was not done.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A refusal with a sentence for a person.
    #[error("{}", .0.detail)]
    Problem(Box<Problem>),
    /// The database failed.
    #[error(transparent)]
    Db(#[from] fulexo_db::Error),
    /// A secret could not be sealed or opened.
    #[error("a secret cannot be read or written: {0}")]
    Secret(String),
    /// A bug, in a sentence.
    #[error("{0}")]
    Internal(String),
}

impl Error {
    /// Refuses with a code and a sentence.
    pub fn refuse(code: Code, sentence: impl Into<String>) -> Self {
        Problem::new(code, sentence).into()
    }

    /// It does not exist, or not for this person.
    pub fn not_found() -> Self {
        Problem::not_found().into()
    }

    /// One field is not acceptable.
    pub fn field(name: &str, sentence: &str) -> Self {
        Problem::new(Code::Validation, format!("{name}: {}.", sentence.trim_end_matches('.')))
            .field(name, sentence)
            .into()
    }
}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        Self::Problem(Box::new(problem))
    }
}

impl From<fulexo_db::PgError> for Error {
    fn from(error: fulexo_db::PgError) -> Self {
        Self::Db(error.into())
    }
}

impl From<fulexo_platform::secrets::Error> for Error {
    fn from(error: fulexo_platform::secrets::Error) -> Self {
        Self::Secret(error.to_string())
    }
}

impl From<fulexo_platform::digest::NoRandomness> for Error {
    fn from(error: fulexo_platform::digest::NoRandomness) -> Self {
        Self::Internal(error.to_string())
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        match error {
            Error::Problem(problem) => *problem,
            Error::Db(fulexo_db::Error::Busy) => Self::new(
                Code::Overloaded,
                "The database has too much to do. Nothing was changed; try again in a moment.",
            ),
            Error::Db(e) if e.is_unavailable() => {
                tracing::warn!(error = %e, "the database is away");
                Self::new(
                    Code::Unavailable,
                    "The database does not answer. Nothing was changed; try again in a moment.",
                )
            }
            other => {
                tracing::error!(error = ?other, "a request failed");
                Self::new(
                    Code::Internal,
                    "Something broke on our side. Nothing was changed; quote the request id when asking for help.",
                )
            }
        }
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        Problem::from(self).into_response()
    }
}
