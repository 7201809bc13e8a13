//! The REST API: requests in, replies out. Nothing here keeps state of its own.

mod auth;
mod customers;
mod list;
mod notes;
mod oauth;
mod orders;
mod orders_write;
mod params;
mod products;
mod products_write;
mod refunds;
mod reply;
mod request;
mod route;
mod server;
mod site;
mod tls;
mod webhooks;

use std::{
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

pub(crate) use auth::Nonces;
pub(crate) use orders_write::patch_order;
pub(crate) use server::{bind, serve};
pub(crate) use tls::SiteCertificate;

use crate::{
    config::{ApiKey, Profile, SimClock},
    fault::FaultSwitch,
    log::RequestLog,
    store::Store,
};

/// A running store: its state and everything around it.
pub(crate) struct App {
    pub(crate) profile: Profile,
    pub(crate) clock: SimClock,
    pub(crate) keys: Vec<ApiKey>,
    pub(crate) latency: Duration,
    pub(crate) pretty_permalinks: bool,
    pub(crate) http_home: String,
    pub(crate) https_home: String,
    pub(crate) faults: FaultSwitch,
    pub(crate) sender: reqwest::Client,
    pub(crate) pinger: reqwest::Client,
    pub(crate) queue_turn: tokio::sync::Mutex<()>,
    pub(crate) nonces: Mutex<Nonces>,
    pub(crate) state: Mutex<Store>,
    pub(crate) requests: Mutex<RequestLog>,
}

impl App {
    /// Returns the time of the store.
    pub(crate) fn now(&self) -> i64 {
        self.clock.seconds()
    }

    /// Locks the state; never held while something is awaited.
    pub(crate) fn store(&self) -> MutexGuard<'_, Store> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Locks the request log.
    pub(crate) fn log(&self) -> MutexGuard<'_, RequestLog> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns the site's URL as this listener knows it.
    pub(crate) fn home(&self, tls: bool) -> &str {
        if tls { &self.https_home } else { &self.http_home }
    }
}

/// What a test needs to sign a request.
#[cfg(test)]
pub(crate) mod testing {
    pub(crate) use super::oauth::{base_string, sign};
}
