//! Reading stores completely: standing jobs walk every stream, deliveries bring news early, and both meet in the
//! version of a copy. No transaction is open while a store is spoken to; a page and the place it leads to are written
//! together, so a killed process goes on where it stopped.
//!
//! Rank: flow.

mod fetch;
mod ingest;
mod intake;
mod look;
mod marked;
mod pages;
mod process;
mod reader;
mod routes;
mod sender;
mod standing;
mod streams;
#[cfg(test)]
pub(crate) mod tests;
mod walk;

use fulexo_jobs::Registry;

use crate::App;

pub(crate) use ingest::webhook_routes;
pub(crate) use intake::Intake;
pub(crate) use routes::routes;
pub(crate) use standing::ensure_standing_jobs;

/// The jobs of this feature.
pub(crate) fn jobs(registry: &mut Registry<App>) {
    registry.add(reader::sync_orders);
    registry.add(reader::sync_products);
    registry.add(reader::sync_customers);
    registry.add(process::run);
    registry.add(fetch::run);
    registry.add(marked::run);
}
