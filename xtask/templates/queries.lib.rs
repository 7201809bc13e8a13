//! Typed queries, generated from queries/*.sql by `cargo xtask gen`. Do not edit.

mod array_iterator;
pub mod client;
mod domain;
pub mod queries;
mod type_traits;
pub mod types;
mod utils;
pub use array_iterator::ArrayIterator;
pub use domain::{Domain, DomainArray};
pub use tokio_postgres::fallible_iterator;
pub use type_traits::{ArraySql, BytesSql, IterSql, StringSql};
pub(crate) use utils::slice_iter;
