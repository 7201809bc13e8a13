//! Every fault, as a client meets it.

use std::time::Duration;

use serde_json::json;

use super::Shop;
use crate::{Corruption, Fault};

const ORDERS: &str = "/wc/v3/orders";

#[tokio::test]
async fn statuses_html_and_redirects() {
    let shop = Shop::open(|_| {}).await;
    let busy = Fault::Status { status: 429, retry_after: Some(7) };
    shop.sim.faults().next(ORDERS, 2, busy);
    for _ in 0..2 {
        let answer = shop.get("orders?per_page=1").await;
        assert_eq!((answer.status, answer.header("retry-after")), (429, "7"));
    }
    assert_eq!(shop.get("orders?per_page=1").await.status, 200);
    let number = shop.sim.faults().on(ORDERS, Fault::Html);
    let page = shop.get("orders").await;
    assert_eq!((page.status, page.header("content-type")), (200, "text/html; charset=UTF-8"));
    assert_eq!(shop.get("products?per_page=1").await.status, 200);
    shop.sim.faults().off(number);
    shop.sim.faults().on(ORDERS, Fault::Redirect { status: 301, to: "https://elsewhere.example/".to_owned() });
    let moved = shop.get("orders").await;
    assert_eq!((moved.status, moved.header("location")), (301, "https://elsewhere.example/"));
    shop.sim.faults().clear();
    assert_eq!(shop.get("orders").await.status, 200);
}

#[tokio::test]
async fn answers_that_break_off() {
    let shop = Shop::open(|_| {}).await;
    let url = format!("{}/wp-json/wc/v3/orders?per_page=50", shop.sim.https_url());
    let ask = || shop.client.get(&url).basic_auth(shop.sim.consumer_key(), Some(shop.sim.consumer_secret()));
    shop.sim.faults().next(ORDERS, 1, Fault::Truncate);
    let response = ask().send().await.unwrap();
    assert_eq!(response.status(), 200);
    assert!(response.bytes().await.is_err());
    shop.sim.faults().on(ORDERS, Fault::Drop);
    assert!(ask().send().await.is_err());
    shop.sim.faults().clear();
    shop.sim.faults().next(ORDERS, 1, Fault::Hang);
    let hung = ask().timeout(Duration::from_millis(50)).send().await;
    assert!(hung.unwrap_err().is_timeout());
    // On a busy machine the question may not even have arrived.
    shop.sim.faults().clear();
    shop.sim.faults().next(ORDERS, 1, Fault::Notice);
    let text = ask().send().await.unwrap().text().await.unwrap();
    assert!(text.starts_with("<br />") && text.ends_with(']'));
}

#[tokio::test]
async fn an_answer_is_lost_after_the_write() {
    let shop = Shop::open(|_| {}).await;
    let before = shop.sim.counts().orders;
    shop.sim.faults().on_method("POST", ORDERS, Some(9), Fault::LoseAnswer);
    let url = format!("{}/wp-json/wc/v3/orders", shop.sim.https_url());
    let post = shop.client.post(url).basic_auth(shop.sim.consumer_key(), Some(shop.sim.consumer_secret()));
    assert!(post.json(&json!({})).send().await.is_err());
    assert!(shop.sim.counts().orders > before);
}

#[tokio::test]
async fn one_record_is_spoiled() {
    let shop = Shop::open(|_| {}).await;
    let ids = shop.get("orders?per_page=3&_fields=id").await.ids();
    let spoil = |how| shop.sim.faults().on(ORDERS, Fault::Corrupt { id: ids[1], how });
    let number = spoil(Corruption::TotalObject);
    let rows = shop.get("orders?per_page=3").await.body;
    assert!(rows[1]["total"].is_object() && rows[0]["total"].is_string());
    shop.sim.faults().off(number);
    let number = spoil(Corruption::NoId);
    assert!(shop.get("orders?per_page=3").await.body[1].get("id").is_none());
    shop.sim.faults().off(number);
    let number = spoil(Corruption::Written("total".to_owned(), "\"1\",\"total\":\"2\"".to_owned()));
    assert_eq!(shop.get("orders?per_page=3").await.body[1]["total"], "2", "the later of two fields counts");
    shop.sim.faults().off(number);
    spoil(Corruption::Fatal);
    assert_eq!(shop.get("orders?per_page=3").await.status, 500);
    assert_eq!(shop.get("orders?per_page=1").await.status, 200);
    assert_eq!(shop.get(&format!("orders/{}", ids[1])).await.status, 500);
}

#[tokio::test]
async fn requests_are_remembered() {
    let shop = Shop::open(|_| {}).await;
    shop.get("orders?per_page=1").await;
    shop.get("nosuch").await;
    let log = shop.sim.request_log();
    let brief: Vec<_> = log.iter().map(|r| (r.route.as_str(), r.query.as_str(), r.status)).collect();
    assert_eq!(brief, [("/wc/v3/orders", "per_page=1", 200), ("/wc/v3/nosuch", "", 404)]);
    assert_eq!(shop.sim.requests(), 2);
}
