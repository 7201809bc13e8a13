//! Live news for open screens. Features write what changed into the outbox (see `news`); here it is followed, in
//! order of (transaction, sequence) and only below the oldest running transaction, and handed to the screens.
//!
//! Rank: operations.

mod hub;
mod position;
mod pump;
mod routes;
mod screen;
#[cfg(test)]
mod tests;

pub(crate) use hub::Hub;
pub(crate) use pump::pump;
pub(crate) use routes::routes;
