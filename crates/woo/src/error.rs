use std::time::Duration;

use serde_json::value::RawValue;

/// Why a store did not answer as hoped, precise enough to tell its owner what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The site's address cannot be used.
    #[error("The address cannot be used: {reason}.")]
    BadUrl { reason: String },
    /// The name does not resolve.
    #[error("The name {host} does not exist in DNS. Check the address.")]
    Dns { host: String },
    /// Nothing accepts connections there.
    #[error("{host} did not accept a connection ({reason}). Is the shop's server running?")]
    Connect { host: String, reason: String },
    /// No connection in time.
    #[error("{host} did not answer the connection in time. A firewall may be dropping it.")]
    ConnectTimeout { host: String },
    /// Connected, but no complete answer in time.
    #[error("The shop did not finish its answer within {} seconds.", .after.as_secs())]
    Timeout { after: Duration },
    /// The certificate or the handshake failed.
    #[error("The shop's TLS certificate was not accepted: {reason}.")]
    Tls {
        /// SHA-256 of the presented certificate, to be pinned after a look.
        fingerprint: Option<String>,
        reason: String,
    },
    /// The address is one we must not connect to.
    #[error("The address is refused: {reason}.")]
    Refused { reason: String },
    /// The shop sends us elsewhere, where the keys must not follow.
    #[error("The shop redirects to {to}. If that is right, use it as the shop's address.")]
    Redirect { to: String },
    /// 401.
    #[error("The shop does not accept the keys: {message}")]
    Unauthorized { code: String, message: String },
    /// 403 by WordPress.
    #[error("The keys' user may not do this: {message} An administrator's or shop manager's key can.")]
    Forbidden { code: String, message: String },
    /// A page made for people where JSON was expected.
    #[error(
        "A web page{} came instead of data (HTTP {status}): a firewall, a security plugin or a password protection stands before the shop's API.",
        titled(.title.as_deref())
    )]
    WafOrHtml { status: u16, title: Option<String> },
    /// There is no API at this address.
    #[error(
        "The shop's API was not found there. Is WooCommerce active, and are permalinks saved (Settings → Permalinks)?"
    )]
    NoApi,
    /// 404 for one object.
    #[error("The shop has no such object: {message}")]
    NotFound { code: String, message: String },
    /// 429.
    #[error("The shop asks for a pause: too many requests.")]
    RateLimited { retry_after: Option<Duration> },
    /// 5xx.
    #[error("The shop failed inside (HTTP {status}{}).", coded(.code.as_deref()))]
    Server { status: u16, code: Option<String>, retry_after: Option<Duration> },
    /// Any other refusal of the request itself.
    #[error("The shop refused the request: {message}{}", listed(.params))]
    BadRequest { status: u16, code: String, message: String, params: Vec<(String, String)> },
    /// Neither JSON nor a page.
    #[error("The shop's answer is not JSON. It begins: {snippet}")]
    NotJson { snippet: String },
    /// JSON, but of another form than this call gives.
    #[error("The shop's answer has an unexpected form: {reason}.")]
    Unexpected { reason: String },
    /// The answer ended early.
    #[error("The shop's answer ended early.")]
    Truncated,
    /// The answer exceeds the cap.
    #[error("The shop's answer is larger than {limit} bytes.")]
    TooLarge { limit: usize },
}

impl Error {
    /// Returns the stable word that is stored and translated.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::BadUrl { .. } => "bad-url",
            Self::Dns { .. } => "dns",
            Self::Connect { .. } => "connect",
            Self::ConnectTimeout { .. } => "connect-timeout",
            Self::Timeout { .. } => "timeout",
            Self::Tls { .. } => "tls",
            Self::Refused { .. } => "refused-target",
            Self::Redirect { .. } => "redirect",
            Self::Unauthorized { .. } => "unauthorized",
            Self::Forbidden { .. } => "forbidden",
            Self::WafOrHtml { .. } => "waf-or-html",
            Self::NoApi => "no-api",
            Self::NotFound { .. } => "not-found",
            Self::RateLimited { .. } => "rate-limited",
            Self::Server { .. } => "server-error",
            Self::BadRequest { .. } => "bad-request",
            Self::NotJson { .. } => "not-json",
            Self::Unexpected { .. } => "unexpected-answer",
            Self::Truncated => "truncated",
            Self::TooLarge { .. } => "too-large",
        }
    }

    /// Tells whether the same request may well succeed a little later.
    #[must_use]
    pub fn is_transient(&self) -> bool {
        match self {
            Self::Dns { .. }
            | Self::Connect { .. }
            | Self::ConnectTimeout { .. }
            | Self::Timeout { .. }
            | Self::Truncated
            | Self::RateLimited { .. } => true,
            // WooCommerce's own 500 is a decision ("refund too large"), not an accident.
            Self::Server { status, code, .. } => {
                !matches!(status, 501 | 505)
                    && !code.as_deref().is_some_and(|code| code.starts_with("woocommerce_rest_"))
            }
            _ => false,
        }
    }

    /// Returns how long the store asked us to wait.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::RateLimited { retry_after } | Self::Server { retry_after, .. } => *retry_after,
            _ => None,
        }
    }

    /// Tells whether fewer rows per page may help: the store ran out of time or memory, or one of
    /// the rows breaks it.
    #[must_use]
    pub fn suggests_smaller_page(&self) -> bool {
        match self {
            Self::Timeout { .. } | Self::Truncated | Self::TooLarge { .. } => true,
            // 508 and 524 are a host's and Cloudflare's words for the same.
            Self::Server { status, .. } => matches!(status, 500 | 502 | 504 | 508 | 524),
            _ => false,
        }
    }

    /// Returns the fingerprint that a person may choose to trust.
    #[must_use]
    pub fn fingerprint(&self) -> Option<&str> {
        match self {
            Self::Tls { fingerprint, .. } => fingerprint.as_deref(),
            _ => None,
        }
    }

    /// Tells what is wrong with a payload that is no list or no object.
    pub(crate) fn unexpected(reason: &str, body: &RawValue) -> Self {
        let begin: String = body.get().chars().take(80).collect();
        Self::Unexpected { reason: format!("{reason}: {begin}") }
    }
}

fn titled(title: Option<&str>) -> String {
    title.map(|title| format!(" (“{title}”)")).unwrap_or_default()
}

fn coded(code: Option<&str>) -> String {
    code.map(|code| format!(", {code}")).unwrap_or_default()
}

fn listed(params: &[(String, String)]) -> String {
    params.iter().map(|(name, why)| format!(" {name}: {}.", why.trim_end_matches('.'))).collect()
}
