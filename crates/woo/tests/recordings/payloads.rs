use std::collections::BTreeMap;

use fulexo_woo::payload::{Customer, ErrorBody, Head, Order, Product, Refund, Variation, Webhook};
use serde_json::Value;
use serde_json::value::{RawValue, to_raw_value};

use crate::files::{deliveries, exchanges};

/// Returns the resource a recorded request is about, from its path.
fn resource(path: &str) -> Option<&'static str> {
    let parts: Vec<&str> = path.split("/wc/v3/").nth(1)?.trim_end_matches('/').split('/').collect();
    let is_id = |part: &str| part.parse::<u64>().is_ok();
    match parts.as_slice() {
        ["orders"] => Some("order"),
        ["orders", id] if is_id(id) => Some("order"),
        ["refunds"] | ["orders", _, "refunds"] | ["orders", _, "refunds", _] => Some("refund"),
        ["products"] => Some("product"),
        ["products", id] if is_id(id) => Some("product"),
        ["variations"] | ["products", _, "variations"] => Some("variation"),
        ["products", _, "variations", id] if is_id(id) => Some("variation"),
        ["customers"] => Some("customer"),
        ["customers", id] if is_id(id) => Some("customer"),
        ["webhooks"] | ["webhooks", _] => Some("webhook"),
        _ => None,
    }
}

fn read(resource: &str, raw: &RawValue) -> Result<(), String> {
    let told = |error: fulexo_woo::payload::PayloadError| error.to_string();
    match resource {
        "order" => Order::parse(raw).map(|order| check_order(&order, raw)).map_err(told),
        "refund" => Refund::parse(raw).map(drop).map_err(told),
        "product" => Product::parse(raw).map(|product| check_product(&product, raw)).map_err(told),
        "variation" => Variation::parse(raw).map(drop).map_err(told),
        "customer" => Customer::parse(raw).map(drop).map_err(told),
        "webhook" => Webhook::parse(raw).map(drop).map_err(told),
        other => Err(format!("no reader for {other}")),
    }
}

fn check_order(order: &Order, raw: &RawValue) {
    let value: Value = serde_json::from_str(raw.get()).unwrap();
    assert_eq!(Some(order.id), value["id"].as_i64());
    assert_eq!(order.number, value["number"].as_str().unwrap());
    assert_eq!(order.status, value["status"].as_str().unwrap());
    assert_eq!(order.total.unwrap().to_string(), value["total"].as_str().unwrap());
    assert_eq!(order.billing.email, value["billing"]["email"].as_str().unwrap());
    for (list, length) in [
        ("line_items", order.line_items.len()),
        ("shipping_lines", order.shipping_lines.len()),
        ("fee_lines", order.fee_lines.len()),
        ("coupon_lines", order.coupon_lines.len()),
        ("tax_lines", order.tax_lines.len()),
        ("refunds", order.refunds.len()),
        ("meta_data", order.meta_data.0.len()),
    ] {
        assert_eq!(length, value[list].as_array().unwrap().len(), "{list} of {}", order.id);
    }
    let modified = order.date_modified_gmt.strftime("%Y-%m-%dT%H:%M:%S").to_string();
    assert_eq!(modified, value["date_modified_gmt"].as_str().unwrap());
}

fn check_product(product: &Product, raw: &RawValue) {
    let value: Value = serde_json::from_str(raw.get()).unwrap();
    assert_eq!(product.r#type, value["type"].as_str().unwrap());
    assert_eq!(product.sku.as_deref().unwrap_or_default(), value["sku"].as_str().unwrap());
    let quantity = product.stock_quantity.map(|quantity| quantity.to_string());
    let recorded = Some(&value["stock_quantity"]).filter(|q| !q.is_null()).map(Value::to_string);
    assert_eq!(quantity, recorded);
}

fn rows(body: &Value) -> Vec<&Value> {
    match body {
        Value::Array(rows) => rows.iter().collect(),
        Value::Object(_) => vec![body],
        _ => Vec::new(),
    }
}

#[test]
fn every_full_record_of_the_api_is_read() {
    let mut counts = BTreeMap::new();
    for (name, recording) in exchanges() {
        let (request, response) = (&recording["request"], &recording["response"]);
        let query = request["query"].to_string();
        let ok = response["status"].as_u64().is_some_and(|status| status < 300);
        let Some(resource) = resource(request["path"].as_str().unwrap_or_default()) else {
            continue;
        };
        // Cut-down rows are the next test's.
        if !ok || query.contains("_fields") || response["body"].is_string() {
            continue;
        }
        for row in rows(&response["body"]) {
            // A force delete answers with what is left of the record.
            let gone = row.get("date_modified_gmt").is_none() && row.get("number").is_none();
            if matches!(resource, "order" | "product") && gone {
                continue;
            }
            let raw = to_raw_value(row).unwrap();
            read(resource, &raw).unwrap_or_else(|error| panic!("{name}: {error}\n{raw}"));
            *counts.entry(resource).or_insert(0) += 1;
        }
    }
    for (resource, least) in
        [("order", 300), ("product", 150), ("variation", 8), ("customer", 25), ("refund", 20), ("webhook", 5)]
    {
        assert!(counts.get(resource).is_some_and(|n| *n >= least), "{resource}: {counts:?}");
    }
}

#[test]
fn cut_down_rows_have_a_head() {
    let mut seen = 0;
    for (name, recording) in exchanges() {
        let query = recording["request"]["query"].to_string();
        if !query.contains("id,date_modified_gmt") {
            continue;
        }
        for row in rows(&recording["response"]["body"]) {
            let head = Head::of(&to_raw_value(row).unwrap());
            assert!(head.id.is_some() && head.date_modified_gmt.is_some(), "{name}: {row}");
            seen += 1;
        }
    }
    assert!(seen > 20, "{seen}");
}

#[test]
fn every_delivered_body_is_a_record_an_id_or_an_error() {
    let (mut records, mut ids, mut errors) = (0, 0, 0);
    for (name, delivery) in deliveries() {
        let header = |wanted: &str| {
            let headers = crate::files::pairs(&delivery["headers"]);
            headers.into_iter().find(|(name, _)| name.eq_ignore_ascii_case(wanted)).map(|h| h.1)
        };
        let Some(resource) = header("x-wc-webhook-resource") else {
            continue;
        };
        let body = delivery["body_text"].as_str().unwrap();
        let raw: Box<RawValue> = serde_json::from_str(body).unwrap();
        let head = Head::of(&raw);
        if header("x-wc-webhook-event").as_deref() == Some("deleted") {
            assert!(head.id.is_some() && head.date_modified_gmt.is_none(), "{name}");
            ids += 1;
        } else if head.id.is_none() {
            let error: ErrorBody = serde_json::from_str(body).unwrap();
            assert!(error.status().is_some_and(|status| status >= 400), "{name}");
            let refused = Order::parse(&raw).unwrap_err();
            assert_eq!((refused.field, refused.id), ("id", None));
            errors += 1;
        } else if resource != "coupon" {
            read(&resource, &raw).unwrap_or_else(|error| panic!("{name}: {error}"));
            records += 1;
        }
    }
    assert_eq!(errors, 3);
    assert!(records >= 45 && ids >= 10, "{records} records, {ids} ids");
}
