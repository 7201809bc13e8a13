//! Orders through HTTP against a real PostgreSQL.

mod detail;
mod list;
mod plans;
mod properties;
