//! WooCommerce's protocol: client, payloads, signatures.
//!
//! Speaks to one store at a time and knows nothing of our tables or our orders. It opens no
//! connection on its own account: the HTTP client, the guard that every URL passes, the clock and
//! the randomness are handed in.

pub mod oauth;
pub mod payload;
pub mod webhook;

mod auth;
mod client;
mod env;
mod error;
mod probe;
mod query;
mod site;
#[cfg(test)]
mod testing;

pub use auth::{AuthKind, Credentials};
pub use client::{Answer, Client, NewWebhook, Options, Page, Retry, Target};
pub use env::Env;
pub use error::Error;
pub use probe::{Probe, ProbeError, Step, StoreFacts};
pub use query::{Direction, ListQuery, OrderBy};
pub use site::{Guard, Transport, normalise_site_url};
