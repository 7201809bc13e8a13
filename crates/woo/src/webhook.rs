//! Deliveries: signature, headers, ping, content key.
//!
//! The delivery id is no key: all deliveries of one webhook in one second share it.

use aws_lc_rs::{digest, hmac};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use reqwest::header::HeaderMap;
use serde::{Deserialize, Serialize};

/// The header that carries the signature.
pub const SIGNATURE_HEADER: &str = "x-wc-webhook-signature";

/// Tells whether `signature` (base64) is WooCommerce's HMAC-SHA256 of the raw body.
///
/// WooCommerce decodes HTML entities in the secret before it signs; a secret that contains any is
/// tried both ways. The comparison takes the same time wherever the tags differ.
#[must_use]
pub fn verify(secret: &str, body: &[u8], signature: &str) -> bool {
    let Ok(tag) = STANDARD.decode(signature.trim()) else {
        return false;
    };
    let matches = |secret: &str| {
        let key = hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes());
        hmac::verify(&key, body, &tag).is_ok()
    };
    if matches(secret) {
        return true;
    }
    let decoded = decode_entities(secret);
    decoded != secret && matches(&decoded)
}

/// Tells whether a text has the form of a signature: what has not need not be compared with anything.
#[must_use]
pub fn may_be_signature(text: &str) -> bool {
    STANDARD.decode(text.trim()).is_ok_and(|tag| tag.len() == 32)
}

/// Returns the signature that WooCommerce would send, for registering and for tests.
#[must_use]
pub fn sign(secret: &str, body: &[u8]) -> String {
    let key = hmac::Key::new(hmac::HMAC_SHA256, decode_entities(secret).as_bytes());
    STANDARD.encode(hmac::sign(&key, body))
}

/// Returns the webhook's id when the body is a ping: form-encoded, unsigned, to be answered with 200.
#[must_use]
pub fn ping(body: &[u8]) -> Option<i64> {
    std::str::from_utf8(body).ok()?.trim().strip_prefix("webhook_id=")?.parse().ok()
}

/// Tells whether the body is a ping.
#[must_use]
pub fn is_ping(body: &[u8]) -> bool {
    ping(body).is_some()
}

/// Returns the SHA-256 over topic and raw body: equal for deliveries that say the same.
#[must_use]
pub fn content_key(topic: &str, body: &[u8]) -> [u8; 32] {
    let mut context = digest::Context::new(&digest::SHA256);
    context.update(topic.as_bytes());
    // No topic contains a zero byte, so topic and body cannot run into each other.
    context.update(&[0]);
    context.update(body);
    let mut key = [0; 32];
    key.iter_mut().zip(context.finish().as_ref()).for_each(|(to, from)| *to = *from);
    key
}

/// The headers of a delivery.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivery {
    /// Such as `order.updated`.
    pub topic: String,
    /// Such as `order`.
    pub resource: String,
    /// Such as `updated`.
    pub event: String,
    /// The webhook's id in its store.
    pub webhook_id: Option<i64>,
    /// Shared by all deliveries of one webhook in one second.
    pub delivery_id: Option<String>,
    /// The store's home URL.
    pub source: Option<String>,
    /// The signature as sent; None on pings.
    pub signature: Option<String>,
}

impl Delivery {
    /// Reads the headers; None without a topic, as on pings.
    #[must_use]
    pub fn from_headers(headers: &HeaderMap) -> Option<Self> {
        let get = |name: &str| {
            let text = headers.get(name)?.to_str().ok()?.trim();
            (!text.is_empty()).then(|| text.to_owned())
        };
        // a signed one without a topic is a delivery all the same, of nothing we know
        let topic = get("x-wc-webhook-topic").or_else(|| get(SIGNATURE_HEADER).map(|_| String::new()))?;
        let (resource, event) = topic.split_once('.').unwrap_or((&topic, ""));
        Some(Self {
            resource: get("x-wc-webhook-resource").unwrap_or_else(|| resource.to_owned()),
            event: get("x-wc-webhook-event").unwrap_or_else(|| event.to_owned()),
            webhook_id: get("x-wc-webhook-id").and_then(|id| id.parse().ok()),
            delivery_id: get("x-wc-webhook-delivery-id"),
            source: get("x-wc-webhook-source"),
            signature: get(SIGNATURE_HEADER),
            topic,
        })
    }
}

/// Decodes as WordPress's `wp_specialchars_decode($text, ENT_QUOTES)`: once, and only & < > " '.
fn decode_entities(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        decoded.push_str(before);
        match after.split_once(';').and_then(|(name, tail)| Some((entity(name)?, tail))) {
            Some((character, tail)) => {
                decoded.push(character);
                rest = tail;
            }
            None => {
                decoded.push('&');
                rest = after;
            }
        }
    }
    decoded.push_str(rest);
    decoded
}

fn entity(name: &str) -> Option<char> {
    match name {
        "amp" => return Some('&'),
        "lt" => return Some('<'),
        "gt" => return Some('>'),
        "quot" => return Some('"'),
        _ => {}
    }
    let number = name.strip_prefix('#')?;
    match number.strip_prefix(['x', 'X']) {
        // WordPress's table has no hexadecimal form of < and >.
        Some(hex) => match hex.trim_start_matches('0') {
            "22" => Some('"'),
            "26" => Some('&'),
            "27" => Some('\''),
            _ => None,
        },
        None => match number.trim_start_matches('0') {
            "34" => Some('"'),
            "38" => Some('&'),
            "39" => Some('\''),
            "60" => Some('<'),
            "62" => Some('>'),
            _ => None,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_are_decoded_once_as_wordpress_does() {
        let table = [
            ("a&lt;b&amp;c", "a<b&c"),
            ("&amp;lt;", "&lt;"),
            ("&quot;&#039;&#39;&#x27;&#0034;", "\"'''\""),
            ("&#60;&#062;&#38;&#X26;", "<>&&"),
            ("&#x3c;&apos;&nbsp;&;&", "&#x3c;&apos;&nbsp;&;&"),
            ("plain", "plain"),
        ];
        for (text, decoded) in table {
            assert_eq!(decode_entities(text), decoded, "{text}");
        }
    }

    #[test]
    fn signatures_are_exact() {
        let signature = sign("s3cret", b"{}");
        assert!(verify("s3cret", b"{}", &signature));
        assert!(!verify("s3cret", b"{} ", &signature));
        assert!(!verify("other", b"{}", &signature));
        assert!(!verify("s3cret", b"{}", ""));
        assert!(!verify("s3cret", b"{}", "not base64"));
        assert!(!verify("s3cret", b"{}", signature.get(..20).unwrap()));
    }

    #[test]
    fn pings_are_told_by_their_form() {
        assert_eq!(ping(b"webhook_id=12"), Some(12));
        for other in [&b"{\"webhook_id\":12}"[..], b"webhook_id=", b"webhook_id=1&x=2", b"", b"\xff"] {
            assert!(!is_ping(other));
        }
    }

    #[test]
    fn topic_and_body_both_count() {
        assert_ne!(content_key("order.updated", b"{}"), content_key("order.created", b"{}"));
        assert_ne!(content_key("a", b"b{}"), content_key("ab", b"{}"));
    }
}
