//! Finds out how a store is spoken to, and tells a person which step fails when it cannot.

mod facts;
#[cfg(test)]
mod tests;

use std::fmt;

use reqwest::Method;
use serde_json::json;
use url::Url;

pub use facts::StoreFacts;

use crate::client::Retry;
use crate::{
    Answer, AuthKind, Client, Credentials, Env, Error, Guard, ListQuery, Options, Target, Transport, normalise_site_url,
};
use facts::{Index, SystemStatus};

/// How far a probe came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// Reading the typed address.
    Address,
    /// Finding WordPress's API.
    Api,
    /// Finding WooCommerce in it.
    WooCommerce,
    /// Reading orders with the keys.
    Credentials,
}

/// A probe that did not come to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProbeError {
    /// The step that failed.
    pub step: Step,
    /// The cause.
    pub error: Error,
}

impl fmt::Display for ProbeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.error.fmt(f)
    }
}

impl std::error::Error for ProbeError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.error)
    }
}

/// The means of a probe; a pinned certificate is part of the HTTP client.
#[derive(Clone)]
pub struct Probe {
    /// Client that follows no redirects.
    pub http: reqwest::Client,
    /// Asked about every URL.
    pub guard: Guard,
    /// Clock and randomness.
    pub env: Env,
    /// Limits of each call.
    pub options: Options,
}

/// The public index and where it was found.
struct Found {
    target: Target,
    index: Index,
}

impl Probe {
    /// Looks at a store from its typed address to the first order.
    ///
    /// Reads only, but for one empty batch that tells whether the key may write.
    ///
    /// # Errors
    /// The step that failed and why.
    pub async fn run(&self, typed: &str, credentials: &Credentials) -> Result<StoreFacts, ProbeError> {
        let at = |step| move |error| ProbeError { step, error };
        let site = normalise_site_url(typed).map_err(at(Step::Address))?;
        let found = match self.find(&site, credentials).await {
            Err(Error::Connect { .. }) if !typed.contains("://") => {
                let plain = with_scheme(&site, "http").map_err(at(Step::Address))?;
                self.find(&plain, credentials).await
            }
            result => result,
        };
        let Found { target, index } = found.map_err(at(Step::Api))?;
        if !index.has_woocommerce() {
            return Err(at(Step::WooCommerce)(Error::NoApi));
        }
        let (client, orders) = self.sign_in(target, credentials).await.map_err(at(Step::Credentials))?;
        let status = self.system_status(&client).await;
        let can_write = can_write(&client).await;
        Ok(StoreFacts::new(&client, &index, &status, can_write, orders.total))
    }

    /// Tries the transports in turn; follows to HTTPS and to the same site with or without `www`.
    async fn find(&self, site: &Url, credentials: &Credentials) -> Result<Found, Error> {
        let mut site = site.clone();
        for _ in 0..3 {
            match self.find_at(&site, credentials).await {
                Err(Error::Redirect { to }) if is_www_twin(&site, &to) => {
                    site = normalise_site_url(&to)?;
                }
                result => return result,
            }
        }
        Err(Error::Redirect { to: site.to_string() })
    }

    async fn find_at(&self, site: &Url, credentials: &Credentials) -> Result<Found, Error> {
        let mut first = None;
        for transport in Transport::ALL {
            let target = Target {
                site: site.clone(),
                home: site.clone(),
                transport,
                auth: AuthKind::Basic.over(site.scheme()),
                clock_skew_ms: 0,
            };
            match self.index(target, credentials).await {
                Ok(found) => return Ok(found),
                // Only the answer of something that is not the API makes another way worth a try.
                Err(
                    error @ (Error::NoApi
                    | Error::NotFound { .. }
                    | Error::WafOrHtml { .. }
                    | Error::NotJson { .. }
                    | Error::Unexpected { .. }),
                ) => {
                    first.get_or_insert(error);
                }
                Err(error) => return Err(error),
            }
        }
        Err(first.unwrap_or(Error::NoApi))
    }

    async fn index(&self, mut target: Target, credentials: &Credentials) -> Result<Found, Error> {
        let client = self.client(target.clone(), credentials, &Retry::never());
        let fields = [("_fields".to_owned(), Index::FIELDS.to_owned())];
        let public = client.once(Method::GET, "", &fields, None, false).await;
        let (answer, index) = match public {
            // Some sites hide the public index; WooCommerce's own opens with the keys.
            Err(Error::Unauthorized { .. } | Error::Forbidden { .. }) => {
                let answer = client.once(Method::GET, "wc/v3", &[], None, true).await?;
                let index = Index::of_woocommerce(&answer.body)?;
                (answer, index)
            }
            answer => {
                let answer = answer?;
                let index = Index::parse(&answer.body)?;
                (answer, index)
            }
        };
        if let Some(to) = &answer.redirected_to {
            target.site = normalise_site_url(to)?;
        }
        target.home = index.home().unwrap_or_else(|| target.site.clone());
        target.auth = AuthKind::Basic.over(target.site.scheme());
        target.clock_skew_ms = client.clock_skew_ms();
        Ok(Found { target, index })
    }

    /// Climbs the ladder: header, then query (servers that drop the header); OAuth on plain HTTP.
    async fn sign_in(&self, target: Target, credentials: &Credentials) -> Result<(Client, crate::Page), Error> {
        let query = ListQuery::new().per_page(1).fields(&["id"]);
        let client = self.client(target.clone(), credentials, &self.options.retry);
        let error = match client.orders(&query).await {
            Ok(page) => return Ok((client, page)),
            Err(error) => error,
        };
        if target.auth != AuthKind::Basic || !keys_unseen(&error) {
            return Err(error);
        }
        let target = Target { auth: AuthKind::Query, ..target };
        let client = self.client(target, credentials, &self.options.retry);
        match client.orders(&query).await {
            Ok(page) => Ok((client, page)),
            // The query was looked at, so its complaint is the better one.
            Err(seen @ Error::Unauthorized { .. }) if !keys_unseen(&seen) => Err(seen),
            Err(_) => Err(error),
        }
    }

    /// Reads versions and currency; a key of a lesser role may not, and that is no failure.
    async fn system_status(&self, client: &Client) -> SystemStatus {
        let fields = [("_fields".to_owned(), "environment,settings".to_owned())];
        let read = client.get("wc/v3/system_status", &fields).await;
        let mut status = read.ok().map(|a| SystemStatus::parse(&a.body)).unwrap_or_default();
        if status.currency().is_none() {
            let read = client.get("wc/v3/data/currencies/current", &[]).await;
            status.learn_currency(read.ok().as_ref().map(|answer| &*answer.body));
        }
        status
    }

    fn client(&self, target: Target, credentials: &Credentials, retry: &Retry) -> Client {
        let options = Options { retry: retry.clone(), ..self.options.clone() };
        let (http, guard, env) = (self.http.clone(), self.guard.clone(), self.env.clone());
        Client::new(http, guard, env, target, credentials.clone(), options)
    }
}

/// Asks with a batch of nothing: it passes the same permission checks as a real one.
async fn can_write(client: &Client) -> Option<bool> {
    match client.post("wc/v3/products/batch", &json!({})).await {
        Ok(Answer { .. }) => Some(true),
        Err(Error::Unauthorized { .. } | Error::Forbidden { .. }) => Some(false),
        Err(_) => None,
    }
}

/// Tells whether WooCommerce answered as it does to somebody without keys.
fn keys_unseen(error: &Error) -> bool {
    match error {
        Error::Unauthorized { code, .. } => code != "woocommerce_rest_authentication_error",
        // A server's own password protection also claims the header.
        Error::WafOrHtml { status: 401, .. } => true,
        _ => false,
    }
}

fn is_www_twin(site: &Url, to: &str) -> bool {
    let Ok(to) = Url::parse(to) else { return false };
    let bare = |url: &Url| url.host_str().map(|host| host.strip_prefix("www.").unwrap_or(host).to_owned());
    let worse = site.scheme() == "https" && to.scheme() != "https";
    !worse && bare(site) == bare(&to) && site.host_str() != to.host_str()
}

fn with_scheme(site: &Url, scheme: &str) -> Result<Url, Error> {
    let rest = site.as_str().split_once("://").map_or("", |(_, rest)| rest);
    Url::parse(&format!("{scheme}://{rest}")).map_err(|e| Error::BadUrl { reason: e.to_string() })
}
