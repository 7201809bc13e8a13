//! Background work as people see it, and the platform's own chores. The queue itself is the `jobs` crate's.
//!
//! Rank: operations.

mod acts;
mod bulk;
mod chores;
mod faults;
mod fleet;
mod gauges;
mod lag;
mod list;
mod model;
mod one;
mod pauses;
mod schedules;
mod summary;
#[cfg(test)]
mod tests;
mod waits;

pub(crate) use chores::jobs;
pub(crate) use gauges::refresh_gauges;
pub(crate) use schedules::keep_schedules;

use utoipa_axum::router::OpenApiRouter;

use crate::App;

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(list::routes())
        .merge(summary::routes())
        .merge(faults::routes())
        .merge(fleet::routes())
        .merge(pauses::routes())
        .merge(bulk::routes())
        .merge(one::routes())
        .merge(acts::routes())
}
