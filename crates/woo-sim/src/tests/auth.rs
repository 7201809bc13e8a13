//! Credentials, and what is said without good ones.

use super::{Answer, Shop, read, recording, start_of_time};
use crate::http_testing::{base_string, sign};

fn same(answer: &Answer, name: &str) {
    let recorded = recording(name);
    let response = &recorded["response"];
    assert_eq!(u64::from(answer.status), response["status"].as_u64().unwrap(), "{name}");
    assert_eq!(answer.body, response["body"], "{name}");
    let allow = response["headers"].as_array().unwrap().iter().find(|h| h[0] == "Allow");
    assert_eq!(answer.header("allow"), allow.map_or("", |h| h[1].as_str().unwrap()), "{name}");
}

struct Signed<'a> {
    key: &'a str,
    secret: &'a str,
    method: &'a str,
    at: i64,
    nonce: &'a str,
    more: &'a [(&'a str, &'a str)],
}

fn signed(shop: &Shop, ask: &Signed<'_>) -> reqwest::RequestBuilder {
    let url = format!("{}/wp-json/wc/v3/orders", shop.sim.http_url());
    let mut params: Vec<(String, String)> = ask.more.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
    let at = ask.at.to_string();
    let oauth = [
        ("oauth_consumer_key", ask.key),
        ("oauth_nonce", ask.nonce),
        ("oauth_signature_method", ask.method),
        ("oauth_timestamp", at.as_str()),
    ];
    params.extend(oauth.map(|(k, v)| (k.to_owned(), v.to_owned())));
    let base = base_string("GET", &url, &params);
    params.push(("oauth_signature".to_owned(), sign(ask.method, ask.secret, &base).unwrap()));
    let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(&params).finish();
    shop.client.get(format!("{url}?{query}"))
}

#[tokio::test]
async fn oauth_is_judged_as_recorded() {
    let shop = Shop::open(|_| {}).await;
    let (key, secret) = (shop.sim.consumer_key(), shop.sim.consumer_secret());
    let now = start_of_time().as_second();
    let good = Signed { key, secret, method: "HMAC-SHA256", at: now, nonce: "a", more: &[] };
    assert_eq!(read(signed(&shop, &good)).await.status, 200);
    same(&read(signed(&shop, &good)).await, "api/181-err-401-nonce-reused");
    let sha1 = Signed { nonce: "b", method: "HMAC-SHA1", more: &[("search", "Müller & Söhne+%~")], ..good };
    assert_eq!(read(signed(&shop, &sha1)).await.status, 200);
    let listed = Signed { nonce: "c", more: &[("status[0]", "completed"), ("status[1]", "on-hold")], ..good };
    assert_eq!(read(signed(&shop, &listed)).await.status, 200);
    let brackets = Signed { nonce: "d", more: &[("status[]", "completed")], ..good };
    same(&read(signed(&shop, &brackets)).await, "api/014-oauth1-array-status-empty-brackets");
    let wrong = Signed { nonce: "e", secret: "cs_0", ..good };
    same(&read(signed(&shop, &wrong)).await, "api/178-err-401-bad-signature");
    let unknown = Signed { nonce: "f", key: "ck_0", ..good };
    same(&read(signed(&shop, &unknown)).await, "api/177-err-401-unknown-key-oauth");
    let old = Signed { nonce: "g", at: now - 3601, ..good };
    same(&read(signed(&shop, &old)).await, "api/179-err-401-old-timestamp");
}

#[tokio::test]
async fn errors_of_routes_and_parameters_are_those_of_the_recordings() {
    let shop = Shop::open(|_| {}).await;
    for (path, name) in [
        ("orders/99999999", "184-err-404-order"),
        ("products/99999999", "187-err-404-product"),
        ("nosuch", "188-err-404-route"),
        ("orders/abc", "189-err-404-route-id-text"),
        ("orders?per_page=101", "191-err-400-per-page-101"),
        ("orders?per_page=0", "192-err-400-per-page-0"),
        ("orders?page=0", "193-err-400-page-0"),
        ("orders?modified_after=yesterday-ish", "194-err-400-bad-date"),
        ("orders?orderby=nope", "195-err-400-bad-orderby"),
        ("products?status=nope", "196-err-400-bad-status"),
        ("orders?status=shipped", "039-orders-status-unknown"),
        ("customers?orderby=modified", "121-customers-orderby-modified"),
        ("orders/statuses", "135-order-statuses-data"),
    ] {
        same(&shop.get(path).await, &format!("api/{name}"));
    }
    let id = shop.sim.order_heads()[0].id;
    let one = format!("orders/{id}");
    let put = |body: serde_json::Value| {
        let (shop, one) = (&shop, &one);
        async move { shop.send("PUT", one, Some(&body)).await }
    };
    use serde_json::json;
    same(&put(json!({"status": "teslim-edildi"})).await, "api/138-order-put-unknown-status");
    same(&put(json!({"status": 5, "line_items": "x"})).await, "api/198-err-body-wrong-type");
    let unknown = shop.send("PUT", "orders/99999999", Some(&json!({"status": "completed"}))).await;
    same(&unknown, "api/185-err-put-unknown-order");
    same(&shop.send("DELETE", "orders/99999999?force=true", None).await, "api/186-err-delete-unknown-order");
    same(&shop.send("PATCH", "orders", Some(&json!({}))).await, "api/201-method-not-allowed");
    let broken = shop
        .client
        .put(format!("{}/wp-json/wc/v3/{one}", shop.sim.https_url()))
        .basic_auth(shop.sim.consumer_key(), Some(shop.sim.consumer_secret()))
        .header("content-type", "application/json")
        .body("{\"status\": \"completed\"");
    same(&read(broken).await, "api/197-err-400-malformed-json");
}
