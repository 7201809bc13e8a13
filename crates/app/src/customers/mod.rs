//! Shoppers, merged across a tenant's stores by e-mail. Other features hand in whom they saw; nobody else writes these
//! tables.
//!
//! Rank: what.

mod address;
pub(crate) mod apply;
mod card;
mod list;
mod resolve;
mod routes;
#[cfg(test)]
mod tests;

pub(crate) use address::Address;
pub(crate) use resolve::{Seen, resolve};

pub(crate) use routes::routes;
