//! An HTTP client that a merchant's URL cannot turn against our own network.
//!
//! Three gates, and no request may pass only one of them: [`Net::check_url`] looks at every URL
//! (scheme, credentials, port, IP literals: the resolver never sees those), the resolver looks at
//! every DNS answer, and redirects are never followed by the client, so that each hop comes back
//! to the first gate. Proxies of the environment are ignored: they would resolve for us.

mod address;
mod allow;
mod resolver;
#[cfg(test)]
mod tests;
mod tls;

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use reqwest::redirect;
use url::{Host, Url};

pub use address::is_global;
pub use allow::{AllowList, HostPort, MalformedHostPort};
pub use resolver::NoGlobalAddress;
pub use rustls::pki_types::CertificateDer;
pub use tls::{Fingerprint, MalformedFingerprint, Untrusted, untrusted};

use resolver::GuardedResolver;
use tls::Trust;

/// What every URL passes before a request, callable from crates that do not know this one.
pub type Guard = Arc<dyn Fn(&Url) -> Result<(), String> + Send + Sync>;

/// How the client behaves.
#[derive(Debug, Clone)]
pub struct Options {
    /// Private targets that may be reached all the same.
    pub allow_private: Vec<HostPort>,
    /// Sent with every request.
    pub user_agent: String,
    /// Covers DNS, TCP and TLS.
    pub connect_timeout: Duration,
    /// Idle connections are closed after this long.
    pub pool_idle_timeout: Duration,
    /// Certificate authorities besides the machine's own.
    pub extra_roots: Vec<CertificateDer<'static>>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            allow_private: Vec::new(),
            user_agent: concat!("Fulexo/", env!("CARGO_PKG_VERSION")).to_owned(),
            connect_timeout: Duration::from_secs(5),
            pool_idle_timeout: Duration::from_secs(30),
            extra_roots: Vec::new(),
        }
    }
}

/// Why a URL is not requested.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Neither http nor https.
    #[error("only http and https addresses are allowed, not {0}:")]
    Scheme(String),
    /// User name or password in the URL.
    #[error("the address must not contain a user name or password")]
    Credentials,
    /// No host.
    #[error("the address has no host")]
    NoHost,
    /// A private, reserved or local address.
    #[error("{0} is a private or reserved address; FULEXO_ALLOW_PRIVATE_TARGETS can allow it (host:port)")]
    Private(String),
    /// A host of the allow list at a port that is not listed.
    #[error("{0} is allowed only at the ports listed in FULEXO_ALLOW_PRIVATE_TARGETS")]
    Port(String),
}

/// Why no client could be made.
#[derive(Debug, thiserror::Error)]
pub enum NetError {
    /// TLS could not be set up.
    #[error("TLS could not be set up: {0}")]
    Tls(#[from] rustls::Error),
    /// The HTTP client could not be built.
    #[error("the HTTP client could not be built: {0}")]
    Client(#[from] reqwest::Error),
}

/// Makes guarded HTTP clients, one per trusted certificate, and checks URLs for them.
#[derive(Clone)]
pub struct Net {
    inner: Arc<Inner>,
}

struct Inner {
    options: Options,
    allow: Arc<AllowList>,
    trust: Trust,
    // Clients keep connection pools: one per pin, made when first asked for.
    clients: Mutex<HashMap<Option<Fingerprint>, reqwest::Client>>,
}

impl Net {
    /// Loads the machine's certificate authorities and prepares the guards.
    ///
    /// # Errors
    /// [`NetError::Tls`] when an extra root is unusable.
    pub fn new(options: Options) -> Result<Self, NetError> {
        let trust = Trust::load(&options.extra_roots)?;
        let allow = Arc::new(AllowList::new(options.allow_private.iter().cloned()));
        let clients = Mutex::new(HashMap::new());
        Ok(Self { inner: Arc::new(Inner { options, allow, trust, clients }) })
    }

    /// Returns the client that trusts the machine's authorities, or exactly the pinned certificate.
    ///
    /// The caller passes every URL through [`Net::check_url`] first, redirects included.
    ///
    /// # Errors
    /// [`NetError`] when TLS or the client cannot be built.
    pub fn client(&self, pin: Option<Fingerprint>) -> Result<reqwest::Client, NetError> {
        let mut clients = self.inner.clients.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(client) = clients.get(&pin) {
            return Ok(client.clone());
        }
        let client = self.build(pin)?;
        clients.insert(pin, client.clone());
        Ok(client)
    }

    /// Refuses URLs that must not be requested; names are checked again when they are resolved.
    ///
    /// # Errors
    /// [`Refused`], a sentence for the person who typed the URL.
    pub fn check_url(&self, url: &Url) -> Result<(), Refused> {
        if !matches!(url.scheme(), "http" | "https") {
            return Err(Refused::Scheme(url.scheme().to_owned()));
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(Refused::Credentials);
        }
        let port = url.port_or_known_default().ok_or(Refused::NoHost)?;
        let allow = &self.inner.allow;
        match url.host().ok_or(Refused::NoHost)? {
            Host::Domain(name) if allow.knows_host(name) && !allow.allows(name, port) => {
                Err(Refused::Port(name.to_owned()))
            }
            Host::Domain(_) => Ok(()),
            Host::Ipv4(ip) => allow.check_ip(ip.into(), port),
            Host::Ipv6(ip) => allow.check_ip(ip.into(), port),
        }
    }

    /// Returns [`Net::check_url`] as a closure.
    #[must_use]
    pub fn guard(&self) -> Guard {
        let net = self.clone();
        Arc::new(move |url| net.check_url(url).map_err(|refused| refused.to_string()))
    }

    fn build(&self, pin: Option<Fingerprint>) -> Result<reqwest::Client, NetError> {
        let Inner { options, allow, trust, .. } = &*self.inner;
        let client = reqwest::Client::builder()
            .tls_backend_preconfigured(trust.config(pin)?)
            .dns_resolver(Arc::new(GuardedResolver::new(Arc::clone(allow))))
            .redirect(redirect::Policy::none())
            .referer(false)
            .no_proxy()
            .user_agent(options.user_agent.clone())
            .connect_timeout(options.connect_timeout)
            .pool_idle_timeout(options.pool_idle_timeout)
            .build()?;
        Ok(client)
    }
}

impl fmt::Debug for Net {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Net").field("options", &self.inner.options).finish_non_exhaustive()
    }
}
