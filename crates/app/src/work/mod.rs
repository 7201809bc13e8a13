//! Background work as people see it, and the platform's own chores. The queue itself is the `jobs` crate's.
//!
//! Rank: operations.

mod chores;
mod gauges;
mod lag;
mod list;
mod schedules;
#[cfg(test)]
mod tests;

pub(crate) use chores::jobs;
pub(crate) use gauges::refresh_gauges;
pub(crate) use list::routes;
pub(crate) use schedules::keep_schedules;
