//! Writing through the API.

use std::time::Duration;

use serde_json::{Value, json};

use super::{Shop, recording};

async fn modified(shop: &Shop, path: &str) -> String {
    shop.get(&format!("{path}?_fields=date_modified_gmt")).await.body["date_modified_gmt"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn metadata_is_kept_as_recorded() {
    let shop = Shop::open(|_| {}).await;
    let path = format!("orders/{}", shop.sim.order_heads()[0].id);
    let body = recording("api/144-order-put-meta")["request"]["body"].clone();
    let answer = shop.send("PUT", &path, Some(&body)).await;
    let pairs = |rows: &Value| -> Vec<(String, Value)> {
        let ours = ["_tracking", "ext_bool", "ext_int", "ext_list", "ext_null"];
        let rows = rows.as_array().unwrap().iter();
        let named = rows.map(|r| (r["key"].as_str().unwrap().to_owned(), r["value"].clone()));
        named.filter(|(key, _)| ours.contains(&key.as_str())).collect()
    };
    let recorded = recording("api/145-order-get-meta-after")["response"]["body"]["meta_data"].clone();
    assert_eq!(pairs(&answer.body["meta_data"]), pairs(&recorded));
}

#[tokio::test]
async fn what_moves_the_modified_date() {
    let shop = Shop::open(|_| {}).await;
    let id = shop.sim.order_heads().iter().find(|o| o.status == "completed").unwrap().id;
    let path = format!("orders/{id}");
    let second = || shop.hand.advance(Duration::from_secs(1));
    let mut last = modified(&shop, &path).await;
    for body in [json!({}), json!({"customer_note": "x"}), json!({"meta_data": [{"key": "a", "value": 1}]})] {
        second();
        shop.send("PUT", &path, Some(&body)).await;
        let now = modified(&shop, &path).await;
        assert!(now > last);
        last = now;
    }
    second();
    shop.send("POST", &format!("{path}/notes"), Some(&json!({"note": "n"}))).await;
    assert_eq!(modified(&shop, &path).await, last);
    let refund = json!({"amount": "0.50", "api_refund": false});
    let made = shop.send("POST", &format!("{path}/refunds"), Some(&refund)).await;
    assert_eq!((made.status, &made.body["amount"]), (201, &json!("0.50")));
    let moved = modified(&shop, &path).await;
    assert!(moved > last);
    second();
    shop.send("DELETE", &format!("{path}/refunds/{}?force=true", made.body["id"]), None).await;
    assert_eq!(modified(&shop, &path).await, moved);
}

#[tokio::test]
async fn refunds_add_up_to_refunded() {
    let shop = Shop::open(|_| {}).await;
    let head = shop.sim.order_heads().iter().find(|o| o.status == "processing").unwrap().clone();
    let path = format!("orders/{}/refunds", head.id);
    let refund = |amount: String| {
        let (shop, path) = (&shop, &path);
        async move { shop.send("POST", path, Some(&json!({"amount": amount, "api_refund": false}))).await }
    };
    let much = refund("99999999".to_owned()).await;
    assert_eq!(much.body, recording("api/149-refund-post-too-much")["response"]["body"]);
    let gateway = shop.send("POST", &path, Some(&json!({"amount": "1.00", "api_refund": true}))).await;
    assert_eq!(gateway.body, recording("api/150-refund-post-gateway-unsupported")["response"]["body"]);
    let rest = head.total_cents - 100;
    assert_eq!(refund("1.00".to_owned()).await.status, 201);
    let order = shop.get(&format!("orders/{}", head.id)).await.body;
    assert_eq!((&order["status"], &order["refunds"][0]["total"]), (&json!("processing"), &json!("-1.00")));
    assert_eq!(refund(format!("{}.{:02}", rest / 100, rest % 100)).await.status, 201);
    assert_eq!(shop.get(&format!("orders/{}", head.id)).await.body["status"], "refunded");
}

#[tokio::test]
async fn stock_follows_orders() {
    let shop = Shop::open(|_| {}).await;
    let product = *shop.sim.product_ids(false).iter().find(|id| shop.sim.stock(**id) > Some(20)).unwrap();
    let before = shop.sim.stock(product).unwrap();
    let body = json!({"set_paid": true, "line_items": [{"product_id": product, "quantity": 3}]});
    let made = shop.send("POST", "orders", Some(&body)).await;
    assert_eq!((made.status, &made.body["status"]), (201, &json!("processing")));
    assert_eq!(shop.sim.stock(product), Some(before - 3));
    let path = format!("orders/{}", made.body["id"]);
    shop.send("PUT", &path, Some(&json!({"status": "completed"}))).await;
    assert_eq!(shop.sim.stock(product), Some(before - 3));
    shop.send("PUT", &path, Some(&json!({"status": "cancelled"}))).await;
    assert_eq!(shop.sim.stock(product), Some(before));
    let unknown = json!({"line_items": [{"product_id": 99_999_999, "quantity": 1}]});
    let empty = shop.send("POST", "orders", Some(&unknown)).await;
    assert_eq!((empty.status, &empty.body["total"]), (201, &json!("0.00")));
    assert!(empty.body["line_items"][0]["sku"].is_null());
}

#[tokio::test]
async fn stock_is_written_as_recorded() {
    let shop = Shop::open(|_| {}).await;
    let id = *shop.sim.product_ids(false).iter().find(|id| shop.sim.stock(**id).is_some()).unwrap();
    let path = format!("products/{id}?_fields=id,stock_quantity,manage_stock");
    for (value, expected) in [(json!(123), 123), (json!("124"), 124), (Value::Null, 0)] {
        let answer = shop.send("PUT", &path, Some(&json!({"stock_quantity": value}))).await;
        assert_eq!(answer.body["stock_quantity"], expected);
    }
    let float = shop.send("PUT", &path, Some(&json!({"stock_quantity": 124.7}))).await;
    assert_eq!(float.body, recording("api/101-product-put-stock-float")["response"]["body"]);
    let delta = shop.send("PUT", &path, Some(&json!({"inventory_delta": -4}))).await;
    assert_eq!(delta.body["stock_quantity"], -4);
    let all = shop.get("products?per_page=100").await.body;
    let unmanaged = all.as_array().unwrap().iter().find(|p| p["manage_stock"] == false).unwrap();
    let path = format!("products/{}", unmanaged["id"]);
    let ignored = shop.send("PUT", &path, Some(&json!({"stock_quantity": 9}))).await;
    assert_eq!((ignored.status, &ignored.body["stock_quantity"]), (200, &Value::Null));
    let batch = json!({"update": [{"id": id, "stock_quantity": "12.9"}, {"id": 99_999_999, "stock_quantity": 1}]});
    let rows = shop.send("POST", "products/batch", Some(&batch)).await.body;
    assert_eq!(rows["update"][0]["stock_quantity"], 12);
    assert_eq!(rows["update"][1]["error"]["data"]["status"], 400);
    let many: Vec<Value> = (0..101).map(|_| json!({"id": id})).collect();
    let large = shop.send("POST", "products/batch", Some(&json!({"update": many}))).await;
    assert_eq!(large.body, recording("api/106-products-batch-over-100")["response"]["body"]);
    assert_eq!(large.status, 413);
}

#[tokio::test]
async fn bodies_that_are_not_json() {
    let shop = Shop::open(|_| {}).await;
    let path = format!("orders/{}", shop.sim.order_heads()[0].id);
    let url = |query: &str| format!("{}/wp-json/wc/v3/{path}{query}", shop.sim.https_url());
    let key = || (shop.sim.consumer_key(), Some(shop.sim.consumer_secret()));
    let send = |request: reqwest::RequestBuilder| super::read(request.basic_auth(key().0, key().1));
    let form = shop.client.put(url("")).header("content-type", "application/x-www-form-urlencoded");
    let answer = send(form.body("customer_note=form%20de%C4%9Fer")).await;
    assert_eq!(answer.body["customer_note"], "form değer");
    let text = shop.client.put(url("")).header("content-type", "text/plain");
    let answer = send(text.body("{\"customer_note\":\"yok\"}")).await;
    assert_eq!((answer.status, &answer.body["customer_note"]), (200, &json!("form değer")));
    let over = shop.client.post(url("?_method=PUT")).json(&json!({"customer_note": "override"}));
    assert_eq!(send(over).await.body["customer_note"], "override");
    let batch = json!({"update": [{"id": shop.sim.order_heads()[0].id, "status": "teslim"}]});
    let rows = shop.send("POST", "orders/batch", Some(&batch)).await;
    assert_eq!(rows.body["update"][0]["status"], "pending");
}

#[tokio::test]
async fn webhooks_products_and_customers_are_refused_as_recorded() {
    let shop = Shop::open(|_| {}).await;
    let post = |path: &'static str, body: Value| {
        let shop = &shop;
        async move { shop.send("POST", path, Some(&body)).await }
    };
    let topic = json!({"topic": "order.shipped", "delivery_url": "http://127.0.0.1:9/ok"});
    let refused = post("webhooks", topic).await;
    assert_eq!(refused.body, recording("api/162-webhook-create-bad-topic")["response"]["body"]);
    let url = json!({"topic": "order.created", "delivery_url": "notaurl"});
    let refused = post("webhooks", url).await;
    assert_eq!(refused.body, recording("api/163-webhook-create-bad-url")["response"]["body"]);
    let hook = json!({"topic": "order.created", "delivery_url": "http://127.0.0.1:9/x"});
    let made = post("webhooks", hook).await;
    let named = "Webhook created on Nov 22, 2026 @ 06:40 AM";
    assert_eq!((&made.body["name"], &made.body["date_modified"]), (&json!(named), &Value::Null));
    let path = format!("webhooks/{}", made.body["id"]);
    let kept = shop.send("DELETE", &path, None).await;
    assert_eq!(kept.body, recording("api/169-webhook-delete-no-force")["response"]["body"]);
    assert_eq!(shop.send("DELETE", &format!("{path}?force=true"), None).await.status, 200);
    let new = json!({"name": "Yeni Ürün", "sku": "NEW-1", "regular_price": "19.90"});
    assert_eq!(post("products", new.clone()).await.body["slug"], "yeni-urun");
    assert_eq!(post("products", new).await.body["code"], "product_invalid_sku");
    let person = json!({"email": "yeni1795329656@kunde.example"});
    assert_eq!(post("customers", person.clone()).await.status, 201);
    let refused = post("customers", person).await;
    assert_eq!(refused.body, recording("api/125-customer-create-duplicate")["response"]["body"]);
}
