//! A store that behaves like WooCommerce, seeded.
//!
//! It answers real HTTP and TLS on loopback with the semantics measured on running stores. Its state at a
//! logical tick is a function of the seed: `state = base(seed, epoch) + ticks since the epoch` (+ what was
//! written to it since it started, which is forgotten when it stops).
//!
//! Nothing here may know our client or our product: an error must not stand on both sides.

mod config;
mod error;
mod fault;
mod handle;
mod hooks;
mod http;
mod log;
mod model;
mod money;
mod php;
mod render;
mod seed;
mod shop;
mod sim;
mod store;
mod tables;
#[cfg(test)]
mod tests;
#[cfg(test)]
use http::testing as http_testing;
mod time;
mod truth;

pub use config::{Access, ApiKey, Identity, ManualClock, Profile, SavedWebhook, SimClock, SimConfig};
pub use error::SimError;
pub use fault::{Corruption, DeliveryFault, Fault, FaultSwitch};
pub use handle::SimHandle;
pub use hooks::{Delivery, QueueRun};
pub use log::LoggedRequest;
pub use shop::OrderRequest;
pub use sim::Sim;
pub use truth::{Counts, OrderHead};
