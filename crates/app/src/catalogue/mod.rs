//! Products (the thing a tenant owns) and their listings in stores. Sync hands copies in; nobody else writes these
//! tables.
//!
//! Rank: what.

pub(crate) mod apply;
mod list;
mod listing;
mod pictures;
mod routes;
#[cfg(test)]
mod tests;

pub(crate) use pictures::Pictures;
pub(crate) use routes::routes;
