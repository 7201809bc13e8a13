use aws_lc_rs::hmac;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use fulexo_woo::oauth;
use serde_json::Value;

use crate::files::{exchanges, pairs};

type Pairs = Vec<(String, String)>;

/// One request that was signed, and what was signed.
struct Signed {
    name: String,
    method: String,
    url: String,
    params: Pairs,
    base: String,
    key: String,
    secret: String,
}

impl Signed {
    fn param(&self, name: &str) -> &str {
        self.params.iter().find(|pair| pair.0 == name).map_or("", |pair| pair.1.as_str())
    }

    /// The query without what signing adds.
    fn query(&self) -> Pairs {
        self.params.iter().filter(|pair| !pair.0.starts_with("oauth_")).cloned().collect()
    }

    /// Made with another secret on purpose, to see the refusal.
    fn is_forged(&self) -> bool {
        self.name.contains("bad-signature")
    }
}

fn all() -> Vec<Signed> {
    let text = |of: &Value| of.as_str().unwrap().to_owned();
    let signed = exchanges().into_iter().filter_map(|(name, recording)| {
        let oauth = recording.get("oauth1")?;
        let request = &recording["request"];
        Some(Signed {
            name,
            method: text(&request["method"]),
            url: format!("{}://{}{}", text(&request["scheme"]), text(&request["host"]), text(&request["path"])),
            params: pairs(&request["query"]),
            base: text(&oauth["signature_base_string"]),
            key: text(&oauth["consumer_key"]),
            secret: text(&oauth["consumer_secret"]),
        })
    });
    signed.collect()
}

#[test]
fn every_recorded_base_string_is_rebuilt() {
    let all = all();
    assert_eq!(all.len(), 11, "all that were recorded");
    for signed in all {
        let base = oauth::base_string(&signed.method, &signed.url, &signed.params);
        assert_eq!(base, signed.base, "{}", signed.name);
    }
}

#[test]
fn every_recorded_signature_is_made_again() {
    let mut methods = std::collections::BTreeMap::new();
    for signed in all().into_iter().filter(|signed| !signed.is_forged()) {
        let made = match signed.param("oauth_signature_method") {
            "HMAC-SHA256" => oauth::sign(&signed.base, &signed.secret),
            // The client signs with SHA-256 alone; here only the base string is in question.
            _ => {
                let secret = format!("{}&", signed.secret);
                let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, secret.as_bytes());
                STANDARD.encode(hmac::sign(&key, signed.base.as_bytes()))
            }
        };
        assert_eq!(made, signed.param("oauth_signature"), "{}", signed.name);
        *methods.entry(signed.param("oauth_signature_method").to_owned()).or_insert(0) += 1;
    }
    assert_eq!(methods, [("HMAC-SHA1".to_owned(), 1), ("HMAC-SHA256".to_owned(), 9)].into());
}

#[test]
fn an_attempt_makes_the_recorded_parameters() {
    let all = all().into_iter().filter(|signed| !signed.is_forged());
    let mut seen = 0;
    for signed in all.filter(|signed| signed.param("oauth_signature_method") == "HMAC-SHA256") {
        let attempt = oauth::Attempt {
            consumer_key: &signed.key,
            consumer_secret: &signed.secret,
            nonce: signed.param("oauth_nonce").to_owned(),
            timestamp: signed.param("oauth_timestamp").parse().unwrap(),
        };
        let query = signed.query();
        let made: Pairs = query.iter().cloned().chain(attempt.params(&signed.method, &signed.url, &query)).collect();
        assert_eq!(made, signed.params, "{}", signed.name);
        seen += 1;
    }
    assert_eq!(seen, 9);
}
