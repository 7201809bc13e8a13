//! One order: everything the store says of it, and nothing for others.

use std::time::Duration;

use serde_json::json;
use uuid::Uuid;

use crate::testing::{TestApp, merged};

#[tokio::test]
async fn an_order_shows_the_stores_figures_lines_refunds_and_timeline() {
    let app = TestApp::new().await;
    let tenant = app.tenant("Nordlicht").await;
    let store = app.store(tenant, "EU").await;
    app.product(tenant, store, json!({})).await;
    let first = json!({"id": 9007199254740993_i64, "number": "B-20771", "total": "25.80", "status": "on-hold"});
    let id = app.order(tenant, store, first.clone()).await;
    app.advance(Duration::from_secs(5));
    let second = merged(
        first,
        json!({
            "status": "processing", "date_modified_gmt": "2026-03-02T09:30:02",
            "shipping_lines": [{"id": 12, "method_title": "DHL", "total": "2.00", "total_tax": "0.00"}],
            "shipping_total": "2.00", "refunds": [{"id": 501, "reason": "broken", "total": "-5.50"}],
            "transaction_id": "tx-1", "customer_note": "Ring twice", "parent_id": 7,
            "meta_data": [{"id": 1, "key": "_gift", "value": {"wrap": true}}]
        }),
    );
    app.order(tenant, store, second).await;
    let order = app.member(tenant, "viewer").await.get(&format!("/api/v1/orders/{id}")).await.expect(200).json;
    assert_eq!(order["external_id"], "9007199254740993");
    assert_eq!((order["status"].as_str(), order["store_status"].as_str()), (Some("processing"), Some("processing")));
    assert_eq!(order["items"], 2.0);
    assert_eq!(
        order["totals"],
        json!({
            "subtotal": "20.00", "discount_total": "0.00", "discount_tax": "0.00", "shipping_total": "2.00",
            "shipping_tax": "0.00", "fees_total": "0", "cart_tax": "3.80", "total_tax": "3.80", "total": "25.80", "refunded": "5.50"
        })
    );
    assert_eq!(
        (order["billing"]["city"].as_str(), order["shipping"]["country"].as_str()),
        (Some("Istanbul"), Some("TR"))
    );
    assert_eq!((order["parent_external_id"].as_str(), order["transaction_id"].as_str()), (Some("7"), Some("tx-1")));
    assert_eq!(order["meta"], json!([{"key": "_gift", "value": {"wrap": true}}]));
    assert_eq!(order["allowed"], json!([]));
    let product = app.rows(&format!("select id from products where tenant_id = '{tenant}'")).await[0]["id"].clone();
    let line = &order["lines"][0];
    assert_eq!(
        [&line["kind"], &line["quantity"], &line["price"], &line["total"], &line["sku"], &line["external_product_id"]],
        ["item", "2", "10.00", "20.00", "IBRIK-1", "71"]
    );
    assert_eq!((&line["image_url"], &line["product_id"]), (&json!("https://img.example.test/ibrik.jpg"), &product));
    assert_eq!(
        (order["lines"][1]["kind"].as_str(), order["lines"][1]["name"].as_str()),
        (Some("shipping"), Some("DHL"))
    );
    let refund = &order["refunds"][0];
    assert_eq!([&refund["external_id"], &refund["reason"], &refund["amount"]], ["501", "broken", "5.50"]);
    let timeline = order["timeline"].as_array().unwrap();
    assert_eq!(timeline.len(), 2);
    assert_eq!((timeline[0]["event"].as_str(), timeline[0]["source"].as_str()), (Some("refunded"), Some("webhook")));
    assert_eq!(timeline[0]["lag_seconds"], 3.0);
    let changes = timeline[0]["changes"].as_array().unwrap();
    assert!(changes.contains(&json!({"field": "status", "from": "on-hold", "to": "processing"})), "{changes:?}");
    let url = format!("https://{store}.example.test");
    let admin_url = format!("{url}/wp-admin/post.php?post=9007199254740993&action=edit");
    assert_eq!(order["store"], json!({"id": store, "name": "EU", "url": url, "admin_url": admin_url}));
}

#[tokio::test]
async fn what_is_not_yours_does_not_exist() {
    let app = TestApp::new().await;
    let (ours, theirs) = (app.tenant("Nordlicht").await, app.tenant("Kitchen").await);
    let store = app.store(theirs, "Shop").await;
    let id = app.order(theirs, store, json!({})).await;
    let member = app.member(ours, "admin").await;
    let unknown = member.get(&format!("/api/v1/orders/{}", Uuid::nil())).await.expect(404);
    let staff = app.staff("owner", Some(&[ours])).await;
    for actor in [&member, &staff, &staff.within(ours)] {
        let answer = actor.get(&format!("/api/v1/orders/{id}")).await.expect(404);
        assert_eq!(answer.canonical(), unknown.canonical());
        assert_eq!(actor.get("/api/v1/orders/x").await.expect(404).canonical(), unknown.canonical());
    }
    let granted = app.staff("warehouse", Some(&[ours, theirs])).await;
    assert_eq!(granted.get(&format!("/api/v1/orders/{id}")).await.expect(200).text("tenant_id"), theirs.to_string());
}
