//! Errors on the wire: problem+json (RFC 9457) with a closed list of codes.

use std::collections::BTreeMap;
use std::time::Duration;

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use utoipa::ToSchema;

/// What went wrong, for programs.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// The request cannot be understood.
    BadRequest,
    /// `after` is no cursor of this list.
    InvalidCursor,
    /// Some fields are not acceptable; see `fields`.
    Validation,
    /// Staff must name the tenant with `X-Tenant-Id`.
    TenantRequired,
    /// Members act in their own tenant and may not name one.
    TenantHeaderForbidden,
    /// Nobody is signed in.
    Unauthenticated,
    /// The e-mail or the password is wrong.
    InvalidCredentials,
    /// Signed in, but not allowed.
    Forbidden,
    /// A browser sent this from another site.
    Csrf,
    /// It does not exist, or not for you.
    NotFound,
    /// The method is not offered here.
    MethodNotAllowed,
    /// It is not in a state for this, or exists already.
    Conflict,
    /// Only a dead job can be replayed or discarded.
    JobNotDead,
    /// Another unfinished job has its unique key.
    JobKeyTaken,
    /// More jobs match than when the person said yes.
    JobsChanged,
    /// An unknown API version was asked for.
    NotAcceptable,
    /// The body is too large.
    PayloadTooLarge,
    /// Too much of one person, address or e-mail; `Retry-After` says when to try again.
    RateLimited,
    /// The store cannot be reached or does not answer as WooCommerce.
    StoreUnreachable,
    /// The store refuses the keys.
    StoreRefused,
    /// The address is inside a private network.
    PrivateTarget,
    /// Our fault.
    Internal,
    /// More is asked than can be answered; `Retry-After` says when to try again.
    Overloaded,
    /// The database is away.
    Unavailable,
    /// It took too long.
    Timeout,
}

impl Code {
    const fn title(self) -> &'static str {
        match self {
            Self::BadRequest => "The request cannot be understood",
            Self::InvalidCursor => "The cursor is not of this list",
            Self::Validation => "Some fields are not acceptable",
            Self::TenantRequired => "Name the merchant",
            Self::TenantHeaderForbidden => "Members act in their own merchant",
            Self::Unauthenticated => "Sign in first",
            Self::InvalidCredentials => "E-mail or password is wrong",
            Self::Forbidden => "Not allowed",
            Self::Csrf => "The request came from another site",
            Self::NotFound => "Not found",
            Self::MethodNotAllowed => "The method is not offered here",
            Self::Conflict => "Not possible now",
            Self::JobNotDead => "The job is not dead",
            Self::JobKeyTaken => "Another job of its key waits or runs",
            Self::JobsChanged => "Other jobs match now",
            Self::NotAcceptable => "Unknown API version",
            Self::PayloadTooLarge => "Too large",
            Self::RateLimited => "Too many requests",
            Self::StoreUnreachable => "The store cannot be reached",
            Self::StoreRefused => "The store refuses the keys",
            Self::PrivateTarget => "The address is private",
            Self::Internal => "Something broke on our side",
            Self::Overloaded => "Too much to do",
            Self::Unavailable => "The database is away",
            Self::Timeout => "It took too long",
        }
    }

    const fn status(self) -> StatusCode {
        match self {
            Self::BadRequest | Self::InvalidCursor | Self::TenantRequired => StatusCode::BAD_REQUEST,
            Self::Validation | Self::StoreUnreachable | Self::StoreRefused | Self::PrivateTarget => {
                StatusCode::UNPROCESSABLE_ENTITY
            }
            Self::Unauthenticated | Self::InvalidCredentials => StatusCode::UNAUTHORIZED,
            Self::Forbidden | Self::TenantHeaderForbidden | Self::Csrf => StatusCode::FORBIDDEN,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::Conflict | Self::JobNotDead | Self::JobKeyTaken | Self::JobsChanged => StatusCode::CONFLICT,
            Self::NotAcceptable => StatusCode::NOT_ACCEPTABLE,
            Self::PayloadTooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
            Self::RateLimited => StatusCode::TOO_MANY_REQUESTS,
            Self::Overloaded | Self::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            Self::Timeout => StatusCode::GATEWAY_TIMEOUT,
        }
    }

    /// When to try again at the earliest, where nothing else is known.
    const fn retry_after(self) -> Option<Duration> {
        match self {
            Self::RateLimited | Self::Overloaded => Some(Duration::from_secs(2)),
            Self::Unavailable => Some(Duration::from_secs(5)),
            _ => None,
        }
    }

    /// The code as it stands on the wire.
    pub fn as_str(self) -> String {
        serde_json::to_value(self).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
    }
}

/// An error as a client sees it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Problem {
    /// A URI reference naming the kind of problem.
    #[serde(rename = "type")]
    kind: String,
    title: &'static str,
    status: u16,
    pub code: Code,
    /// What happened and what to do, in a sentence.
    pub detail: String,
    /// Sentences by field, when fields are at fault.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub fields: BTreeMap<String, String>,
    /// What exactly a store does wrong (a stable word).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cause: Option<String>,
    /// What the cause is about: where the shop redirects to, what it said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// The certificate a store presented, to be pinned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tls_fingerprint_sha256: Option<String>,
    /// Quote it when asking for help.
    pub request_id: String,
    /// When to try again, as the header `Retry-After`.
    #[serde(skip)]
    retry_after: Option<Duration>,
}

impl Problem {
    /// Makes a problem with a sentence.
    pub fn new(code: Code, detail: impl Into<String>) -> Self {
        Self {
            kind: format!("/problems/{}", code.as_str().replace('_', "-")),
            title: code.title(),
            status: code.status().as_u16(),
            code,
            detail: detail.into(),
            fields: BTreeMap::new(),
            cause: None,
            about: None,
            tls_fingerprint_sha256: None,
            request_id: String::new(),
            retry_after: code.retry_after(),
        }
    }

    /// The one answer for what does not exist and for what is not yours.
    pub fn not_found() -> Self {
        Self::new(Code::NotFound, "There is nothing here, or it is not yours to see.")
    }

    /// Says when to try again.
    #[must_use]
    pub fn after(mut self, wait: Duration) -> Self {
        self.retry_after = Some(wait);
        self
    }

    /// Names a field and what is wrong with it.
    #[must_use]
    pub fn field(mut self, name: &str, sentence: impl Into<String>) -> Self {
        self.fields.insert(name.to_owned(), sentence.into());
        self
    }
}

impl IntoResponse for Problem {
    fn into_response(mut self) -> Response {
        let status = self.code.status();
        self.request_id = crate::log::current_request_id();
        crate::log::record(|line| line.code = Some(self.code.as_str()));
        let body = serde_json::to_vec(&self).unwrap_or_default();
        let mut response = (status, body).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if let Some(wait) = self.retry_after {
            // whole seconds, and never too early
            let seconds = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds.max(1)));
        }
        response
    }
}
