//! Connected WooCommerce sites: connecting them, their keys, their state in words. Reading them is the work of `sync`,
//! which is reached by jobs only.
//!
//! Rank: what.

mod card;
mod connect;
mod connection;
mod hooks;
mod routes;
mod state;
pub(crate) mod streams;
#[cfg(test)]
mod tests;

use fulexo_jobs::Registry;

use crate::App;

pub(crate) use card::{Store, cards};
pub(crate) use connect::{NewStore, add, probe};
pub(crate) use connection::{Connection, open};
pub(crate) use hooks::expedite_hooks;
pub(crate) use routes::routes;
pub(crate) use state::{Trouble, recovered, troubled};

/// The jobs of this feature.
pub(crate) fn jobs(registry: &mut Registry<App>) {
    registry.add(hooks::run);
}
