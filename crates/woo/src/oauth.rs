//! OAuth 1.0a as WooCommerce checks it on plain HTTP: one-legged, in the query, HMAC-SHA256.
//!
//! `status[]=a` cannot be signed: PHP renumbers it before WooCommerce looks. Lists are sent as `a,b`.

use std::fmt::Write as _;

use aws_lc_rs::hmac;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// Returns the text that is signed: method, base URL and the sorted parameters.
///
/// `base_url` has no query; a signature among the parameters is left out.
#[must_use]
pub fn base_string(method: &str, base_url: &str, params: &[(String, String)]) -> String {
    let mut pairs: Vec<(String, String)> = params
        .iter()
        .filter(|(name, _)| name != "oauth_signature")
        .map(|(name, value)| (encode(name), encode(value)))
        .collect();
    pairs.sort();
    let joined: Vec<String> = pairs.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let method = method.to_ascii_uppercase();
    format!("{method}&{}&{}", encode(base_url), encode(&joined.join("&")))
}

/// Returns the base64 HMAC-SHA256 of a base string under a consumer secret.
#[must_use]
pub fn sign(base_string: &str, consumer_secret: &str) -> String {
    // The key ends in "&": WooCommerce has no token secret.
    let key = hmac::Key::new(hmac::HMAC_SHA256, format!("{consumer_secret}&").as_bytes());
    STANDARD.encode(hmac::sign(&key, base_string.as_bytes()))
}

/// What one attempt is signed with; neither nonce nor timestamp may be used twice.
#[derive(Debug, Clone)]
pub struct Attempt<'a> {
    /// Consumer key, `ck_…`.
    pub consumer_key: &'a str,
    /// Consumer secret, `cs_…`.
    pub consumer_secret: &'a str,
    /// Unique text.
    pub nonce: String,
    /// Seconds since 1970 by the store's clock (it accepts 15 minutes either way).
    pub timestamp: i64,
}

impl Attempt<'_> {
    /// Returns the `oauth_…` parameters to add to the query, signature last.
    #[must_use]
    pub fn params(&self, method: &str, base_url: &str, query: &[(String, String)]) -> Vec<(String, String)> {
        let mut oauth = vec![
            ("oauth_consumer_key".to_owned(), self.consumer_key.to_owned()),
            ("oauth_nonce".to_owned(), self.nonce.clone()),
            ("oauth_signature_method".to_owned(), "HMAC-SHA256".to_owned()),
            ("oauth_timestamp".to_owned(), self.timestamp.to_string()),
        ];
        let all: Vec<_> = query.iter().chain(&oauth).cloned().collect();
        let signature = sign(&base_string(method, base_url, &all), self.consumer_secret);
        oauth.push(("oauth_signature".to_owned(), signature));
        oauth
    }
}

/// Percent-encodes as RFC 3986 asks: everything but letters, digits and `-._~`.
#[must_use]
pub fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len() + 8);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            encoded.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}
