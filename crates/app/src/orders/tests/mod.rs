//! Orders through HTTP against a real PostgreSQL.

mod detail;
mod list;
pub(crate) mod plans;
mod properties;
