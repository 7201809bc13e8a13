//! Files of what a list shows. A person asks for one, a job writes it a page at a time into the database, and it is kept
//! for some days. Neither is ever whole in memory. A report belongs to one merchant.
//!
//! Rank: operations.

mod file;
mod jobs;
mod model;
mod routes;
mod sheet;
#[cfg(test)]
mod tests;
mod tidy;

use std::time::Duration;

use utoipa_axum::router::OpenApiRouter;

use crate::App;

pub(crate) use jobs::jobs;
pub(crate) use tidy::tidy;

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().merge(routes::routes()).merge(file::routes())
}

/// How large a report may become, and how it is written.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// Rows a file may have.
    pub rows: i64,
    /// Orders that are read at a time.
    pub page: i64,
    /// One attempt writes this long, then makes room for others.
    pub slice: Duration,
}

impl Default for Bounds {
    fn default() -> Self {
        Self { rows: 1_000_000, page: 1_000, slice: Duration::from_secs(20) }
    }
}
