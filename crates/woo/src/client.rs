//! One store's REST API: authenticated requests, their answers, and nothing that outlives a call.

mod answer;
mod body;
mod calls;
mod classify;
mod redirect;
mod retry;
mod send;
#[cfg(test)]
mod tests;

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use reqwest::Method;
use serde::Serialize;
use url::Url;

pub use answer::{Answer, Page};
pub use calls::NewWebhook;
pub use retry::Retry;

use crate::{AuthKind, Credentials, Env, Error, Guard, ListQuery, Transport};

/// Where and how one store is spoken to, as [`crate::Probe`] found out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The site's address that is connected to.
    pub site: Url,
    /// The site's own idea of its address, which signatures are made over.
    pub home: Url,
    /// Where the API lives on the site.
    pub transport: Transport,
    /// How the credentials travel.
    pub auth: AuthKind,
    /// The store's clock minus ours, as last learnt.
    pub clock_skew_ms: i64,
}

/// Limits of one call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Covers one attempt: connecting, redirects and the whole body. Connecting alone is limited by
    /// the HTTP client that is handed in.
    pub timeout: Duration,
    /// Largest (decompressed) answer in bytes.
    pub max_bytes: usize,
    /// How reads are tried again.
    pub retry: Retry,
}

impl Default for Options {
    fn default() -> Self {
        Self { timeout: Duration::from_secs(60), max_bytes: 32 * 1024 * 1024, retry: Retry::default() }
    }
}

/// Speaks to one store; clones share the learnt clock skew.
#[derive(Clone)]
pub struct Client {
    http: reqwest::Client,
    guard: Guard,
    env: Env,
    target: Target,
    credentials: Credentials,
    options: Options,
    skew_ms: Arc<AtomicI64>,
}

impl Client {
    /// Puts a client together; nothing is sent.
    ///
    /// `http` must not follow redirects by itself; `guard` is asked about every URL.
    #[must_use]
    pub fn new(
        http: reqwest::Client,
        guard: Guard,
        env: Env,
        target: Target,
        credentials: Credentials,
        options: Options,
    ) -> Self {
        let skew_ms = Arc::new(AtomicI64::new(target.clock_skew_ms));
        Self { http, guard, env, target, credentials, options, skew_ms }
    }

    /// Returns where this client speaks to.
    #[must_use]
    pub fn target(&self) -> &Target {
        &self.target
    }

    /// Returns the store's clock minus ours in milliseconds, as last seen in a `Date` header.
    #[must_use]
    pub fn clock_skew_ms(&self) -> i64 {
        self.skew_ms.load(Ordering::Relaxed)
    }

    /// Returns the store's time now, as far as its last answers tell.
    #[must_use]
    pub fn store_now(&self) -> Timestamp {
        let now = self.env.now();
        now.saturating_add(SignedDuration::from_millis(self.clock_skew_ms())).unwrap_or(now)
    }

    /// Reads one route such as `wc/v3/orders/7`; transient failures are tried again.
    ///
    /// # Errors
    /// The last attempt's [`Error`].
    pub async fn get(&self, route: &str, query: &[(String, String)]) -> Result<Answer, Error> {
        retry::run(&self.options.retry, &self.env, || self.once(Method::GET, route, query, None, true)).await
    }

    /// Reads one page of a list.
    ///
    /// # Errors
    /// As [`Client::get`], and [`Error::Unexpected`] when no list came.
    pub async fn list(&self, route: &str, query: &ListQuery) -> Result<Page, Error> {
        self.get(route, &query.pairs()).await?.into_page()
    }

    /// Creates; never tried again, since WooCommerce knows no idempotency key.
    ///
    /// # Errors
    /// The attempt's [`Error`].
    pub async fn post(&self, route: &str, body: &(impl Serialize + Sync)) -> Result<Answer, Error> {
        self.once(Method::POST, route, &[], Some(encode(body)?), true).await
    }

    /// Changes; not tried again.
    ///
    /// # Errors
    /// The attempt's [`Error`].
    pub async fn put(&self, route: &str, body: &(impl Serialize + Sync)) -> Result<Answer, Error> {
        self.once(Method::PUT, route, &[], Some(encode(body)?), true).await
    }

    /// Deletes; with `force` for good, otherwise to the trash. Not tried again.
    ///
    /// # Errors
    /// The attempt's [`Error`].
    pub async fn delete(&self, route: &str, force: bool) -> Result<Answer, Error> {
        let query = [("force".to_owned(), force.to_string())];
        self.once(Method::DELETE, route, &query, None, true).await
    }

    /// Learns the skew from a fresh answer; a cached one (`Age`) tells an older time.
    fn learn_skew(&self, date: Option<Timestamp>, cached: bool) {
        if let (Some(date), false) = (date, cached) {
            // The header is cut to the second: half of one is the expected loss.
            let skew = date.as_millisecond() + 500 - self.env.now().as_millisecond();
            self.skew_ms.store(skew, Ordering::Relaxed);
        }
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("target", &self.target).finish_non_exhaustive()
    }
}

fn encode(body: &impl Serialize) -> Result<Vec<u8>, Error> {
    serde_json::to_vec(body)
        .map_err(|e| Error::Unexpected { reason: format!("the request could not be written as JSON ({e})") })
}
