//! The product: one folder per feature. A feature hands on its facade and its routes; only the owner of a table
//! writes it. Each says its rank – who, what, flow, operations – and knows those of its own and of earlier ranks.
//! Knows no environment variable, socket or command line.

mod api;
mod causes;
mod copy;
mod error;
mod keys;
mod load;
mod metrics;
mod news;
mod order_row;
mod scope;
mod search;
mod state;
mod words;

pub mod audit;
pub mod catalogue;
pub mod customers;
pub mod events;
pub mod health;
pub mod home;
pub mod orders;
pub mod people;
pub mod reports;
pub mod stores;
pub mod sync;
pub mod tags;
pub mod work;

pub mod demo;
#[cfg(test)]
mod fence;
#[cfg(test)]
mod plans;
pub mod sample;
#[cfg(any(test, feature = "testing"))]
pub mod testing;

pub use api::{openapi, router};
pub use error::Error;
pub use load::Limits;
pub use metrics::Metrics;
pub use scope::{Permission, Scope, permissions};
pub use state::{App, Config};
