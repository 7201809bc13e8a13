//! Webhook headers and bodies, OAuth's base string.

use fulexo_woo::oauth;
use fulexo_woo::webhook::{Delivery, content_key, ping, sign, verify};
use proptest::prelude::*;
use reqwest::header::{HeaderMap, HeaderValue};

/// RFC 3986 and RFC 5849 (3.4.1.3.2) written a second time, as tables and plain loops.
fn escaped(text: &str) -> String {
    const FREE: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    let one = |b: u8| if FREE.as_bytes().contains(&b) { char::from(b).to_string() } else { format!("%{b:02X}") };
    text.bytes().map(one).collect()
}

fn base(method: &str, url: &str, params: &[(String, String)]) -> String {
    let signed = params.iter().filter(|(name, _)| name != "oauth_signature");
    let mut lines: Vec<[String; 2]> = signed.map(|(name, value)| [escaped(name), escaped(value)]).collect();
    lines.sort();
    let lines: Vec<String> = lines.iter().map(|line| line.join("=")).collect();
    [method.to_uppercase(), escaped(url), escaped(&lines.join("&"))].join("&")
}

fn unescaped(text: &str) -> String {
    // The library's decoder takes "+" for a blank, which an escaped text does not have.
    url::form_urlencoded::parse(format!("x={text}").as_bytes()).map(|(_, value)| value.into_owned()).collect()
}

fn params() -> impl Strategy<Value = Vec<(String, String)>> {
    let name =
        prop_oneof!["[a-z_]{1,8}", "[a-z]{1,4}\\[[0-9a-z]{0,2}\\]", Just("oauth_signature".to_owned()), "\\PC{0,6}"];
    let value = prop_oneof!["[ -~]{0,12}", "\\PC{0,12}", any::<String>()];
    prop::collection::vec((name, value), 0..8)
}

proptest! {
    #[test]
    fn base_strings_are_what_the_rules_say(method in "(get|POST|Put|DELETE)", url in "http://[a-z.]{1,9}/\\PC{0,9}", params in params()) {
        prop_assert_eq!(oauth::base_string(&method, &url, &params), base(&method, &url, &params));
    }

    #[test]
    fn the_order_of_parameters_signs_the_same(params in params(), turn in 0_usize..8) {
        let mut turned = params.clone();
        turned.rotate_left(turn.min(params.len()));
        prop_assert_eq!(oauth::base_string("GET", "http://x", &params), oauth::base_string("GET", "http://x", &turned));
    }

    #[test]
    fn escapes_are_of_one_form_and_lead_back(text in any::<String>()) {
        let encoded = oauth::encode(&text);
        prop_assert_eq!(&encoded, &escaped(&text));
        prop_assert_eq!(unescaped(&encoded), text);
    }

    #[test]
    fn what_is_signed_verifies_and_nothing_else_does(
        secret in any::<String>(),
        body in prop::collection::vec(any::<u8>(), 0..200),
        at in any::<prop::sample::Index>(),
        bit in 0_u32..8,
    ) {
        let signature = sign(&secret, &body);
        prop_assert!(verify(&secret, &body, &signature));
        let mut other = body.clone();
        if other.is_empty() {
            other.push(0);
        } else {
            let at = at.index(other.len());
            other[at] ^= 1 << bit;
        }
        prop_assert!(!verify(&secret, &other, &signature));
        prop_assert_ne!(content_key("order.updated", &body), content_key("order.updated", &other));
    }

    #[test]
    fn a_wrong_signature_is_no_accident(body in any::<Vec<u8>>(), signature in "\\PC{0,60}") {
        prop_assert!(!verify("secret", &body, &signature));
    }

    #[test]
    fn headers_of_any_bytes_are_read(values in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..30), 7)) {
        let names = ["topic", "resource", "event", "signature", "id", "delivery-id", "source"];
        let mut headers = HeaderMap::new();
        for (name, value) in names.iter().zip(&values) {
            if let Ok(value) = HeaderValue::from_bytes(value) {
                let name: reqwest::header::HeaderName = format!("x-wc-webhook-{name}").parse().unwrap();
                headers.insert(name, value);
            }
        }
        if let Some(delivery) = Delivery::from_headers(&headers) {
            let texts = [&delivery.topic, &delivery.resource];
            prop_assert!(texts.iter().all(|text| text.trim() == text.as_str()));
            prop_assert!(!delivery.topic.is_empty() || delivery.signature.is_some(), "only a signed one may lack a topic");
        }
    }

    #[test]
    fn pings_are_numbers_and_nothing_more(id in any::<i64>(), body in any::<Vec<u8>>()) {
        prop_assert_eq!(ping(format!("webhook_id={id}").as_bytes()), Some(id));
        if let Some(id) = ping(&body) {
            prop_assert!(String::from_utf8(body).unwrap().contains(&id.to_string()));
        }
    }
}
