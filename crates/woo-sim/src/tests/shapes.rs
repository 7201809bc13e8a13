//! The shape of every object equals the recordings: the same keys, the same JSON types.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::{Shop, recording};
use crate::Profile;

type Shape = BTreeMap<String, BTreeSet<&'static str>>;

fn scan(value: &Value, path: &str, out: &mut Shape) {
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "bool",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    out.entry(path.to_owned()).or_default().insert(kind);
    // What metadata hold is anybody's.
    if path.ends_with("meta_data[].value") {
        return;
    }
    match value {
        Value::Array(items) => items.iter().for_each(|item| scan(item, &format!("{path}[]"), out)),
        Value::Object(fields) => {
            fields.iter().for_each(|(key, inner)| scan(inner, &format!("{path}.{key}"), out));
        }
        _ => {}
    }
}

fn shape(values: &[Value]) -> Shape {
    let mut out = Shape::new();
    values.iter().for_each(|value| scan(value, "", &mut out));
    out
}

/// Every path and type of ours stands in the recordings, and no field of the recordings is missing.
fn alike(ours: &[Value], recorded: &[Value], not_simulated: &[&str]) {
    assert!(!ours.is_empty() && !recorded.is_empty());
    let (ours, theirs) = (shape(ours), shape(recorded));
    for (path, kinds) in &ours {
        let known = theirs.get(path).unwrap_or_else(|| panic!("{path} is not in the recordings"));
        let strange: Vec<_> = kinds.difference(known).collect();
        assert!(strange.is_empty(), "{path}: {strange:?} instead of {known:?}");
    }
    for path in theirs.keys() {
        let skipped = not_simulated.iter().any(|skip| path.starts_with(skip));
        assert!(skipped || ours.contains_key(path), "{path} of the recordings is missing");
    }
}

fn rows(name: &str) -> Vec<Value> {
    match recording(name)["response"]["body"].clone() {
        Value::Array(items) => items.into_iter().filter(Value::is_object).collect(),
        one => vec![one],
    }
}

fn many(names: &[&str]) -> Vec<Value> {
    names.iter().flat_map(|name| rows(name)).collect()
}

#[tokio::test]
async fn orders_and_refunds() {
    let shop = Shop::open(|c| c.orders = 600).await;
    let mut ours = Vec::new();
    for page in 1..=6 {
        let answer = shop.get(&format!("orders?per_page=100&page={page}")).await;
        ours.extend(answer.body.as_array().unwrap().clone());
    }
    // A deleted product leaves a null SKU behind.
    let line = ours.iter().find_map(|o| o["line_items"][0]["product_id"].as_u64()).unwrap();
    shop.sim.delete_product_forever(line).unwrap();
    ours.extend(shop.get("orders?per_page=100").await.body.as_array().unwrap().clone());
    for order in &mut ours {
        order["line_items"].as_array_mut().unwrap().retain(|l| !l["sku"].is_null() || l["product_id"] == 0);
    }
    let recorded = many(&[
        "api/017-orders-page1-100",
        "api/018-orders-page2-100",
        "api/021-orders-last-page-100",
        "api/023-orders-modified-asc",
    ]);
    alike(&ours, &recorded, &[]);
    let refunds = shop.get("refunds?per_page=100").await.body.as_array().unwrap().clone();
    alike(&refunds, &many(&["api/069-order-refunds", "api/070-all-refunds"]), &[]);
    let of_one = refunds.iter().find(|r| !r["line_items"].as_array().unwrap().is_empty()).unwrap();
    let path = format!("orders/{}/refunds", of_one["parent_id"]);
    alike(shop.get(&path).await.body.as_array().unwrap(), &rows("api/069-order-refunds"), &[]);
}

#[tokio::test]
async fn products_and_variations() {
    let shop = Shop::open(|_| {}).await;
    let products = shop.get("products?per_page=100").await.body.as_array().unwrap().clone();
    let skip = [
        "[].tags[]",
        ".tags[]",
        ".related_ids[]",
        ".upsell_ids[]",
        ".cross_sell_ids[]",
        ".images[]",
        ".grouped_products[]",
        ".downloads[]",
    ];
    alike(&products, &rows("api/075-products-page1-100"), &skip);
    let parent = products.iter().find(|p| p["type"] == "variable").unwrap();
    let path = format!("products/{}/variations?per_page=100", parent["id"]);
    let variations = shop.get(&path).await.body.as_array().unwrap().clone();
    let recorded = rows("api/079-product-variations");
    alike(&variations, &recorded, &[]);
    let flat = shop.get("variations?per_page=100").await.body.as_array().unwrap().clone();
    let flat_recorded = rows("api/084-variations-all-endpoint");
    alike(&flat, &flat_recorded, &[]);
    assert!(flat.iter().any(|v| v["manage_stock"] == "parent"));
    let as_product = shop.get(&format!("products/{}", variations[0]["id"])).await.body;
    assert_eq!(as_product["type"], "variation");
    let mut skip_options = skip.to_vec();
    skip_options.push(".attributes[]");
    let mut recorded = rows("api/081-product-variation-as-product");
    recorded[0]["attributes"] = json!([{"id": 1, "name": "Color", "slug": "pa_color", "option": "Red"}]);
    alike(&[as_product], &recorded, &skip_options);
}

#[tokio::test]
async fn customers_webhooks_notes_and_the_site() {
    let shop = Shop::open(|_| {}).await;
    let customers = shop.get("customers?role=all&per_page=100").await.body.as_array().unwrap().clone();
    let recorded = many(&["api/117-customers-page1", "api/119-customers-role-all"]);
    alike(&customers, &recorded, &[]);
    let hook = json!({"name": "n", "topic": "order.updated", "delivery_url": "http://127.0.0.1:9/x", "secret": "s"});
    let made = shop.send("POST", "webhooks", Some(&hook)).await;
    assert_eq!(made.status, 201);
    alike(&[made.body], &rows("api/160-webhook-create"), &[]);
    let id = shop.sim.order_heads()[0].id;
    let note = shop.send("POST", &format!("orders/{id}/notes"), Some(&json!({"note": "x"}))).await;
    assert_eq!(note.status, 201);
    alike(&[note.body], &rows("api/140-order-note-post"), &[]);
    alike(&[shop.get("data/currencies/current").await.body], &rows("api/009-data-currencies-current"), &[]);
    let totals = shop.get("reports/orders/totals").await.body;
    alike(totals.as_array().unwrap(), &rows("api/134-reports-orders-totals"), &[]);
    let status = shop.get("system_status").await.body;
    assert_eq!(status["settings"]["HPOS_enabled"], true);
    alike(&[status], &rows("api/005-system-status"), &[".environment", ".settings"]);
}

#[tokio::test]
async fn the_older_store_lacks_what_it_lacks() {
    let shop = Shop::open(|c| c.profile = Profile::Posts9).await;
    assert_eq!(shop.get("variations").await.status, 404);
    let line = shop.get("orders?per_page=1&status=completed").await.body[0]["line_items"][0].clone();
    assert!(line.get("global_unique_id").is_none());
    let past = shop.get("orders?per_page=100&page=9").await;
    assert_eq!(past.total().1, past.total().0.parse::<u32>().unwrap().div_ceil(100).to_string());
    assert_eq!(shop.get("system_status").await.body["settings"]["HPOS_enabled"], false);
}
