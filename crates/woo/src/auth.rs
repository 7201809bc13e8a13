use std::fmt;

use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize};

/// A consumer key and its secret.
#[derive(Clone)]
pub struct Credentials {
    /// Consumer key, `ck_…`; no secret by itself, but never logged either.
    pub key: String,
    /// Consumer secret, `cs_…`.
    pub secret: SecretString,
}

impl Credentials {
    /// Takes a pasted pair, without the blanks that pasting brings.
    #[must_use]
    pub fn new(key: &str, secret: &str) -> Self {
        Self { key: key.trim().to_owned(), secret: SecretString::from(secret.trim()) }
    }

    pub(crate) fn secret(&self) -> &str {
        self.secret.expose_secret()
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Credentials")
    }
}

/// How a store accepts the credentials.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AuthKind {
    /// `Authorization` header, TLS only.
    Basic,
    /// `consumer_key` and `consumer_secret` in the query, TLS only; for servers that drop the header.
    Query,
    /// OAuth 1.0a in the query; the only one that plain HTTP may carry.
    OAuth1,
}

impl AuthKind {
    /// Returns the kind that may really be used: on plain HTTP the secret itself is never sent.
    #[must_use]
    pub fn over(self, scheme: &str) -> Self {
        if scheme == "https" { self } else { Self::OAuth1 }
    }

    /// Returns the stable word.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Basic => "basic",
            Self::Query => "query",
            Self::OAuth1 => "oauth1",
        }
    }
}
