//! The edge: problems, pages, JSON in, request log, headers. Knows neither tables nor features.

mod accept;
mod headers;
mod json;
mod log;
mod page;
mod parameters;
mod path;
mod problem;

pub use accept::accept_version;
pub use headers::{no_store, security_headers};
pub use json::{Json, Query};
pub use log::{RequestId, Sink, log_requests, record};
pub use page::{Cursor, Limit, Page};
pub use parameters::{Parameters, known_parameters};
pub use path::Path;
pub use problem::{Code, Problem};
