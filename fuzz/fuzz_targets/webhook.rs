//! A delivery, headers and body, through every reader that it can reach.
//!
//! The input is the topic, a line feed, then the body.
#![no_main]

use fulexo_app::orders::fuzzing;
use fulexo_woo::payload::{Customer, ErrorBody, Head, Order, Product, Refund, Variation, Webhook};
use fulexo_woo::webhook::{Delivery, content_key, is_ping, sign, verify};
use http::{HeaderMap, HeaderValue};
use libfuzzer_sys::fuzz_target;
use serde_json::value::RawValue;

fuzz_target!(|data: &[u8]| {
    let at = data.iter().position(|byte| *byte == b'\n').unwrap_or(data.len());
    let (topic, body) = (&data[..at], data.get(at + 1..).unwrap_or_default());
    if let Ok(value) = HeaderValue::from_bytes(topic) {
        let mut headers = HeaderMap::new();
        headers.insert("x-wc-webhook-topic", value.clone());
        headers.insert("x-wc-webhook-signature", value.clone());
        headers.insert("x-wc-webhook-id", value);
        if let Some(delivery) = Delivery::from_headers(&headers) {
            assert!(!delivery.topic.is_empty() || delivery.signature.is_some());
            assert!(!verify("secret", body, delivery.signature.as_deref().unwrap_or_default()));
            let _ = content_key(&delivery.topic, body);
        }
    }
    let secret = String::from_utf8_lossy(topic);
    assert!(verify(&secret, body, &sign(&secret, body)));
    let _ = is_ping(body);
    if let Ok(raw) = serde_json::from_slice::<&RawValue>(body) {
        records(raw);
    }
});

fn records(raw: &RawValue) {
    let head = Head::of(raw);
    if let Ok(order) = Order::parse(raw) {
        assert_eq!(Some(order.id), head.id);
        assert!(fuzzing::record(raw));
        // what is kept of a record is read again later
        let kept = serde_json::to_string(&order.line_items).unwrap();
        serde_json::from_str::<serde_json::Value>(&kept).unwrap();
    }
    if let Ok(product) = Product::parse(raw) {
        assert_eq!(Some(product.id), head.id);
    }
    if let Ok(customer) = Customer::parse(raw) {
        assert_eq!(Some(customer.id), head.id);
    }
    let _ = (Variation::parse(raw), Refund::parse(raw), Webhook::parse(raw));
    let _ = serde_json::from_str::<ErrorBody>(raw.get()).map(|error| (error.status(), error.params()));
}
