//! Background work: durable in PostgreSQL, enqueued in the caller's transaction, shared fairly between merchants,
//! claimed with a lease, retried with backoff, dead after the last attempt. Knows no feature and no HTTP.

mod backoff;
mod claim;
mod fault;
mod job;
mod lease;
mod registry;
mod settle;
mod stats;
#[cfg(test)]
mod tests;
mod worker;

pub use backoff::Backoff;
pub use job::{Failure, Job, Kind, Outcome, enqueue, enqueue_all, expedite, release_key};
pub use registry::{Keys, Registry, Run};
pub use worker::{Attempt, Name, Observer, Worker};
