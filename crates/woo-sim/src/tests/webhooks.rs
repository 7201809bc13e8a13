//! Webhooks against a receiver that answers what it is told to.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
};

use axum::{Router, body::Bytes, extract::State, http::HeaderMap, http::StatusCode};
use base64::{Engine, prelude::BASE64_STANDARD};
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha2::Sha256;

use super::Shop;
use crate::{DeliveryFault, OrderRequest, Profile};

type Seen = Arc<Mutex<Vec<(HeaderMap, Vec<u8>)>>>;

/// A receiver that keeps what it gets and answers the scripted statuses, then 200.
pub(super) struct Receiver {
    pub(super) url: String,
    seen: Seen,
    script: Script,
}

/// The next answers, and the one that follows them.
type Script = Arc<Mutex<(VecDeque<u16>, u16)>>;

#[derive(Clone)]
struct Kept(Seen, Script);

async fn take(State(kept): State<Kept>, headers: HeaderMap, body: Bytes) -> StatusCode {
    kept.0.lock().unwrap().push((headers, body.to_vec()));
    let (next, always) = &mut *kept.1.lock().unwrap();
    StatusCode::from_u16(next.pop_front().unwrap_or(*always)).unwrap()
}

impl Receiver {
    pub(super) async fn open() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/hook", listener.local_addr().unwrap());
        let (seen, script) = (Seen::default(), Arc::new(Mutex::new((VecDeque::new(), 200))));
        let app = Router::new().fallback(take).with_state(Kept(Arc::clone(&seen), Arc::clone(&script)));
        tokio::spawn(async move { axum::serve(listener, app).await.unwrap() });
        Self { url, seen, script }
    }

    /// Signs a body as the store does.
    pub(super) fn signature(secret: &str, body: &[u8]) -> String {
        let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
        mac.update(body);
        BASE64_STANDARD.encode(mac.finalize().into_bytes())
    }

    pub(super) fn answer(&self, statuses: &[u16]) {
        self.script.lock().unwrap().0.extend(statuses);
    }

    /// Answers everything so from now on.
    pub(super) fn always(&self, status: u16) {
        *self.script.lock().unwrap() = (VecDeque::new(), status);
    }

    /// Returns what has come since the last time, as it came.
    pub(super) fn take(&self) -> Vec<(HeaderMap, Vec<u8>)> {
        std::mem::take(&mut *self.seen.lock().unwrap())
    }

    /// Returns what has come since the last time: topic (or `ping`) and body.
    fn drain(&self) -> Vec<(String, Value)> {
        self.take()
            .iter()
            .map(|(headers, body)| match headers.get("x-wc-webhook-topic") {
                Some(topic) => (topic.to_str().unwrap().to_owned(), serde_json::from_slice(body).unwrap()),
                None => ("ping".to_owned(), json!(String::from_utf8(body.clone()).unwrap())),
            })
            .collect()
    }
}

async fn hook(shop: &Shop, receiver: &Receiver, topic: &str) -> u64 {
    let body = json!({"topic": topic, "delivery_url": receiver.url, "secret": "s3cret"});
    let made = shop.send("POST", "webhooks", Some(&body)).await;
    assert_eq!(made.status, 201);
    made.body["id"].as_u64().unwrap()
}

fn topics(seen: &[(String, Value)]) -> Vec<&str> {
    seen.iter().map(|(topic, _)| topic.as_str()).collect()
}

#[tokio::test]
async fn a_ping_is_a_form_and_failing_it_fails_nothing() {
    let shop = Shop::open(|_| {}).await;
    let receiver = Receiver::open().await;
    receiver.answer(&[500]);
    let id = hook(&shop, &receiver, "order.updated").await;
    assert_eq!(receiver.drain(), [("ping".to_owned(), json!(format!("webhook_id={id}")))]);
    let order = shop.sim.order_heads()[0].id;
    // The ping comes again with each delivery until it is answered with exactly 200.
    receiver.answer(&[200, 202, 200, 200]);
    for expected in [vec!["order.updated", "ping"], vec!["order.updated", "ping"], vec!["order.updated"]] {
        shop.sim.edit_order(order, &json!({})).unwrap();
        shop.sim.run_webhook_queue().await;
        assert_eq!(topics(&receiver.drain()), expected);
    }
    let body = json!({"topic": "order.updated", "delivery_url": "http://127.0.0.1:9/x"});
    assert_eq!(shop.send("POST", "webhooks", Some(&body)).await.status, 201);
}

#[tokio::test]
async fn a_placed_order_is_told_like_the_storefront_tells_it() {
    let shop = Shop::open(|_| {}).await;
    let receiver = Receiver::open().await;
    for topic in ["order.created", "order.updated", "product.updated"] {
        hook(&shop, &receiver, topic).await;
    }
    receiver.drain();
    let variations = shop.sim.product_ids(true);
    let own = *variations.iter().find(|id| shop.sim.stock(**id).is_some()).unwrap();
    let stock = shop.sim.stock(own).unwrap();
    let ask = OrderRequest { items: vec![(own, 2)], ..OrderRequest::default() };
    let order = shop.sim.place_order(&ask);
    assert_eq!(shop.sim.stock(own), Some(stock - 2));
    let run = shop.sim.run_webhook_queue().await;
    let signatures: Vec<_> = receiver.seen.lock().unwrap().clone();
    for (headers, body) in &signatures {
        assert_eq!(headers["x-wc-webhook-signature"], Receiver::signature("s3cret", body).as_str());
        assert_eq!(headers["user-agent"], "WooCommerce/10.5.0 Hookshot (WordPress/6.9.1)");
        assert_eq!(headers["x-wc-webhook-source"], format!("{}/", shop.sim.http_url()).as_str());
        assert!(body.is_ascii());
    }
    let seen = receiver.drain();
    assert_eq!(topics(&seen), ["order.updated", "order.created", "product.updated"]);
    assert_eq!((&seen[1].1["id"], &seen[1].1["status"]), (&json!(order), &json!("processing")));
    // A variation with its own stock is told by its own id.
    assert_eq!((&seen[2].1["id"], &seen[2].1["type"]), (&json!(own), &json!("variation")));
    assert_eq!(run.deliveries.len(), 3);
}

#[tokio::test]
async fn changes_coalesce_and_the_body_is_built_when_sent() {
    let shop = Shop::open(|_| {}).await;
    let receiver = Receiver::open().await;
    hook(&shop, &receiver, "order.created").await;
    hook(&shop, &receiver, "order.updated").await;
    receiver.drain();
    let made = shop.send("POST", "orders", Some(&json!({"status": "pending"}))).await;
    let path = format!("orders/{}", made.body["id"]);
    for status in ["processing", "on-hold", "completed"] {
        shop.send("PUT", &path, Some(&json!({"status": status}))).await;
    }
    shop.sim.run_webhook_queue().await;
    let seen = receiver.drain();
    assert_eq!(topics(&seen), ["order.created", "order.updated"]);
    assert!(seen.iter().all(|(_, body)| body["status"] == "completed"));
    let gone = shop.send("POST", "orders", Some(&json!({}))).await;
    shop.send("DELETE", &format!("orders/{}?force=true", gone.body["id"]), None).await;
    shop.sim.run_webhook_queue().await;
    let seen = receiver.drain();
    assert_eq!(
        seen[0].1,
        json!({
            "code": "woocommerce_rest_shop_order_invalid_id", "message": "Invalid ID.", "data": {"status": 404},
        })
    );
}

#[tokio::test]
async fn the_seventh_failure_disables_and_activating_forgets_nothing() {
    let shop = Shop::open(|_| {}).await;
    let receiver = Receiver::open().await;
    let id = hook(&shop, &receiver, "order.updated").await;
    let order = shop.sim.order_heads()[0].id;
    let deliver = |status: u16| {
        receiver.answer(&[status]);
        shop.sim.edit_order(order, &json!({})).unwrap();
        shop.sim.run_webhook_queue()
    };
    for failures in 1..=6 {
        deliver(500).await;
        assert_eq!(shop.sim.webhook_state(id), Some(("active".to_owned(), failures)));
    }
    deliver(410).await;
    assert_eq!(shop.sim.webhook_state(id), Some(("disabled".to_owned(), 6)));
    assert_eq!(shop.get(&format!("webhooks/{id}")).await.body["status"], "disabled");
    shop.sim.edit_order(order, &json!({})).unwrap();
    assert_eq!(shop.sim.pending_webhooks(), 0);
    let path = format!("webhooks/{id}");
    shop.send("PUT", &path, Some(&json!({"status": "active"}))).await;
    deliver(404).await;
    assert_eq!(shop.sim.webhook_state(id), Some(("disabled".to_owned(), 6)));
    shop.send("PUT", &path, Some(&json!({"status": "active"}))).await;
    // A redirect counts as delivered though nobody follows it.
    deliver(302).await;
    assert_eq!(shop.sim.webhook_state(id), Some(("active".to_owned(), 0)));
}

#[tokio::test]
async fn what_is_told_of_deletions_and_what_is_not() {
    let shop = Shop::open(|_| {}).await;
    let receiver = Receiver::open().await;
    for topic in ["order.deleted", "order.updated", "order.restored", "product.deleted", "coupon.deleted"] {
        hook(&shop, &receiver, topic).await;
    }
    receiver.drain();
    let order = shop.sim.order_heads().iter().find(|o| o.status == "completed").unwrap().id;
    shop.send("POST", &format!("orders/{order}/notes"), Some(&json!({"note": "x"}))).await;
    assert_eq!(shop.sim.pending_webhooks(), 0);
    let refund = shop.sim.refund(order, "0.50", "Kulanz").unwrap();
    assert_eq!(shop.sim.pending_webhooks(), 1);
    shop.sim.run_webhook_queue().await;
    shop.sim.delete_refund(refund).unwrap();
    shop.send("DELETE", &format!("orders/{order}"), None).await;
    shop.sim.run_webhook_queue().await;
    assert_eq!(receiver.drain()[1..], [("order.deleted".to_owned(), json!({"id": order}))]);
    // A status takes it out of the trash; nobody is told.
    shop.send("PUT", &format!("orders/{order}"), Some(&json!({"status": "completed"}))).await;
    shop.send("DELETE", &format!("orders/{order}?force=true"), None).await;
    assert_eq!(shop.sim.pending_webhooks(), 0);
    let product = shop.sim.product_ids(false)[0];
    shop.sim.trash_product(product).unwrap();
    shop.sim.run_webhook_queue().await;
    let seen = receiver.drain();
    assert_eq!(topics(&seen), ["coupon.deleted", "product.deleted"]);
    assert!(seen.iter().all(|(_, body)| *body == json!({"id": product})));
}

#[tokio::test]
async fn orders_kept_as_posts_are_told_differently() {
    let shop = Shop::open(|c| c.profile = Profile::Posts9).await;
    let receiver = Receiver::open().await;
    for topic in ["order.deleted", "order.updated", "product.deleted", "coupon.deleted"] {
        hook(&shop, &receiver, topic).await;
    }
    receiver.drain();
    let head = shop.sim.order_heads().iter().find(|o| o.status == "completed").unwrap().clone();
    let meta = json!({"meta_data": [{"key": "k", "value": 7}]});
    shop.send("PUT", &format!("orders/{}", head.id), Some(&meta)).await;
    shop.sim.run_webhook_queue().await;
    let seen = receiver.drain();
    assert_eq!(topics(&seen), ["order.updated"]);
    assert_eq!(seen[0].1["date_modified_gmt"], crate::time::gmt(head.modified));
    shop.sim.trash_order(head.id).unwrap();
    shop.sim.run_webhook_queue().await;
    assert_eq!(topics(&receiver.drain()), ["order.deleted", "product.deleted", "coupon.deleted"]);
    shop.send("PUT", &format!("orders/{}", head.id), Some(&json!({"status": "completed"}))).await;
    shop.sim.run_webhook_queue().await;
    assert_eq!(topics(&receiver.drain()), ["order.updated"]);
}

#[tokio::test]
async fn webhooks_are_sent_once() {
    let shop = Shop::open(|_| {}).await;
    let receiver = Receiver::open().await;
    hook(&shop, &receiver, "order.updated").await;
    receiver.take();
    receiver.answer(&[500]);
    shop.sim.edit_order(shop.sim.order_heads()[0].id, &json!({})).unwrap();
    shop.sim.run_webhook_queue().await;
    assert_eq!(receiver.take().len(), 1);
    shop.hand.advance(std::time::Duration::from_secs(86_400));
    assert!(shop.sim.run_webhook_queue().await.deliveries.is_empty());
    assert!(receiver.take().is_empty());
}

#[tokio::test]
async fn only_customers_are_announced() {
    let shop = Shop::open(|_| {}).await;
    let receiver = Receiver::open().await;
    hook(&shop, &receiver, "customer.deleted").await;
    receiver.take();
    let all = shop.get("customers?role=all&per_page=100").await.body;
    let of = |role: &str| all.as_array().unwrap().iter().find(|c| c["role"] == role).unwrap()["id"].clone();
    for (role, told) in [("subscriber", 0), ("customer", 1)] {
        let path = format!("customers/{}?force=true", of(role));
        assert_eq!(shop.send("DELETE", &path, None).await.status, 200);
        shop.sim.run_webhook_queue().await;
        assert_eq!(receiver.take().len(), told, "{role}");
    }
}

#[tokio::test]
async fn deliveries_of_one_second_share_their_id() {
    let shop = Shop::open(|_| {}).await;
    let receiver = Receiver::open().await;
    hook(&shop, &receiver, "order.updated").await;
    for head in &shop.sim.order_heads()[..3] {
        shop.sim.edit_order(head.id, &json!({})).unwrap();
    }
    let run = shop.sim.run_webhook_queue().await;
    let ids: Vec<_> = run.deliveries.iter().map(|d| d.delivery_id.clone()).collect();
    assert_eq!(ids.len(), 3);
    assert!(ids.iter().all(|id| *id == ids[0]));
    shop.hand.advance(std::time::Duration::from_secs(1));
    shop.sim.edit_order(shop.sim.order_heads()[0].id, &json!({})).unwrap();
    assert_ne!(shop.sim.run_webhook_queue().await.deliveries[0].delivery_id, ids[0]);
}

#[tokio::test]
async fn deliveries_go_wrong_when_told_to() {
    let shop = Shop::open(|_| {}).await;
    let receiver = Receiver::open().await;
    hook(&shop, &receiver, "order.updated").await;
    receiver.drain();
    let order = shop.sim.order_heads()[0].id;
    let deliver = |fault| {
        shop.sim.faults().on_delivery("order.", Some(1), fault);
        shop.sim.edit_order(order, &json!({})).unwrap();
        shop.sim.run_webhook_queue()
    };
    deliver(DeliveryFault::Lose).await;
    assert!(receiver.drain().is_empty());
    deliver(DeliveryFault::Twice).await;
    assert_eq!(receiver.drain().len(), 2);
    deliver(DeliveryFault::OwnerGone).await;
    assert_eq!(receiver.drain()[0].1["code"], "woocommerce_rest_cannot_view");
    let wrong = deliver(DeliveryFault::BadSignature).await;
    let (headers, body) = receiver.seen.lock().unwrap().pop().unwrap();
    assert_ne!(headers["x-wc-webhook-signature"], Receiver::signature("s3cret", &body).as_str());
    assert_eq!(wrong.deliveries[0].body, body);
}

#[tokio::test]
async fn webhooks_and_the_certificate_outlive_a_restart() {
    let receiver = Receiver::open().await;
    let first = Shop::open(|_| {}).await;
    let id = hook(&first, &receiver, "order.updated").await;
    let (hooks, identity) = (first.sim.webhooks(), first.sim.identity().clone());
    let fingerprint = first.sim.tls_fingerprint_sha256().to_owned();
    first.sim.shutdown().await;
    let second = Shop::open(|c| {
        c.webhooks = hooks;
        c.identity = Some(identity);
    })
    .await;
    assert_eq!(second.sim.tls_fingerprint_sha256(), fingerprint);
    receiver.drain();
    let order = second.sim.order_heads()[0].id;
    second.sim.edit_order(order, &json!({})).unwrap();
    assert_eq!(second.sim.run_webhook_queue().await.deliveries[0].webhook_id, id);
    assert_eq!(topics(&receiver.drain()), ["order.updated"]);
    assert_ne!(hook(&second, &receiver, "order.created").await, id);
}
