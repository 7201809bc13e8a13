use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use fulexo_woo::webhook::{Delivery, content_key, is_ping, verify};
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use serde_json::Value;

use crate::files::{deliveries, pairs};

struct Recorded {
    name: String,
    body: Vec<u8>,
    secret: Option<String>,
    headers: HeaderMap,
}

fn all() -> Vec<Recorded> {
    deliveries().into_iter().map(|(name, delivery)| recorded(name, &delivery)).collect()
}

fn recorded(name: String, delivery: &Value) -> Recorded {
    let mut headers = HeaderMap::new();
    for (header, value) in pairs(&delivery["headers"]) {
        let header: HeaderName = header.parse().unwrap();
        headers.append(header, HeaderValue::from_str(&value).unwrap());
    }
    let body = STANDARD.decode(delivery["body_base64"].as_str().unwrap()).unwrap();
    Recorded { name, body, secret: delivery["secret"].as_str().map(str::to_owned), headers }
}

#[test]
fn every_recorded_signature_verifies() {
    let (mut signed, mut pings) = (0, 0);
    for Recorded { name, body, secret, headers } in all() {
        let Some(delivery) = Delivery::from_headers(&headers) else {
            assert!(is_ping(&body), "{name}");
            pings += 1;
            continue;
        };
        assert!(!is_ping(&body), "{name}");
        let (secret, signature) = (secret.unwrap(), delivery.signature.unwrap());
        assert!(verify(&secret, &body, &signature), "{name}");
        assert!(!verify(&format!("{secret}x"), &body, &signature), "{name}");
        let mut other = body.clone();
        other[0] ^= 1;
        assert!(!verify(&secret, &other, &signature), "{name}");
        signed += 1;
    }
    assert_eq!((signed, pings), (69, 2));
}

#[test]
fn the_headers_say_what_the_file_name_says() {
    for Recorded { name, headers, .. } in all() {
        let Some(delivery) = Delivery::from_headers(&headers) else {
            continue;
        };
        let topic = format!("{}.{}", delivery.resource, delivery.event);
        assert_eq!(delivery.topic, topic);
        assert!(name.replace('-', ".").contains(&topic), "{name}");
        assert!(delivery.webhook_id.is_some() && delivery.delivery_id.is_some(), "{name}");
        assert!(delivery.source.is_some_and(|source| source.ends_with('/')), "{name}");
    }
}

#[test]
fn delivery_ids_repeat_but_content_keys_tell_bodies_apart() {
    let mut by_key = std::collections::HashMap::new();
    let mut delivery_ids = std::collections::HashMap::<_, std::collections::HashSet<_>>::new();
    for Recorded { body, headers, .. } in all() {
        let Some(delivery) = Delivery::from_headers(&headers) else {
            continue;
        };
        let key = content_key(&delivery.topic, &body);
        let said = (delivery.topic, body);
        assert_eq!(by_key.entry(key).or_insert_with(|| said.clone()), &said);
        delivery_ids.entry((delivery.source, delivery.delivery_id)).or_default().insert(key);
    }
    assert!(delivery_ids.values().any(|keys| keys.len() > 1), "the recorded trap is there");
}
