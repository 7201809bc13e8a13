//! Sales, as the stores computed them. The store's record is kept verbatim beside what we read of it; copies are
//! ordered by version. Sync hands copies in; nobody else writes these tables.
//!
//! Rank: flow.

pub(crate) mod apply;
mod detail;
mod detail_lines;
mod find;
#[cfg(any(test, feature = "testing"))]
pub mod fuzzing;
mod lines;
mod list;
mod model;
mod people;
pub(crate) mod refunds;
mod routes;
#[cfg(test)]
pub(crate) mod tests;
mod tokens;
mod write;

pub(crate) use list::{Filter, Place, Wanted};
pub use model::Change;
pub use people::changed_by_person;
pub(crate) use people::{matching, tag};
pub(crate) use routes::routes;
