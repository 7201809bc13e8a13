//! OAuth's base string against a second writing of the rules, and the address a person types.
//!
//! The input is a method, a URL and a query, each on a line.
#![no_main]

use fulexo_woo::{normalise_site_url, oauth};
use libfuzzer_sys::fuzz_target;

/// RFC 3986 in the plainest words.
fn escape(text: &[u8]) -> String {
    let free = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    let digits = b"0123456789ABCDEF";
    let mut out = String::new();
    for byte in text {
        if free.contains(byte) {
            out.push(char::from(*byte));
        } else {
            let (high, low) = (usize::from(byte >> 4), usize::from(byte & 15));
            out.extend(['%', char::from(digits[high]), char::from(digits[low])]);
        }
    }
    out
}

/// RFC 5849, 3.4.1, with the pairs sorted by insertion.
fn expected(method: &str, url: &str, params: &[(String, String)]) -> String {
    let mut sorted: Vec<(String, String)> = Vec::new();
    for (name, value) in params {
        if name != "oauth_signature" {
            let pair = (escape(name.as_bytes()), escape(value.as_bytes()));
            let at = sorted.iter().position(|other| *other > pair).unwrap_or(sorted.len());
            sorted.insert(at, pair);
        }
    }
    let twice = |text: &str| escape(text.as_bytes());
    let joined: Vec<_> = sorted.iter().map(|(name, value)| format!("{}%3D{}", twice(name), twice(value))).collect();
    let joined = joined.join("%26");
    format!("{}&{}&{joined}", method.to_ascii_uppercase(), escape(url.as_bytes()))
}

fuzz_target!(|text: &str| {
    let mut lines = text.splitn(3, '\n');
    let (method, url) = (lines.next().unwrap_or_default(), lines.next().unwrap_or_default());
    let query = lines.next().unwrap_or_default();
    let params: Vec<_> = url::form_urlencoded::parse(query.as_bytes()).into_owned().collect();
    let base = oauth::base_string(method, url, &params);
    assert_eq!(base, expected(method, url, &params));
    assert_eq!(oauth::sign(&base, url).len(), 44);
    if let Ok(site) = normalise_site_url(url) {
        assert_eq!(normalise_site_url(site.as_str()).as_ref(), Ok(&site), "{url}");
        assert!(site.query().is_none() && site.username().is_empty() && site.password().is_none());
    }
});
