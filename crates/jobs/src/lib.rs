//! Background work: durable in PostgreSQL, enqueued in the caller's transaction, claimed with a lease, retried with
//! backoff, dead after the last attempt. Knows no feature and no HTTP.

mod backoff;
mod job;
mod registry;
mod settle;
#[cfg(test)]
mod tests;
mod worker;

pub use job::{Failure, Job, Kind, Outcome, enqueue, expedite};
pub use registry::{Registry, Run};
pub use worker::{Attempt, Observer, Worker};
