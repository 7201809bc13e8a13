//! Deliveries of a store: what is answered, what is kept, what they change.

use axum::body::Body;
use axum::http::Request;
use fulexo_woo::webhook::sign;
use fulexo_woo_sim::Profile;
use serde_json::{Value, json};

use super::{Shop, Way};
use crate::testing::Answer;

/// A delivery by hand.
pub(super) struct Post<'a> {
    pub topic: &'a str,
    pub body: Vec<u8>,
    pub signature: Option<String>,
}

impl Shop {
    /// Gives the store a webhook secret that the test knows.
    pub async fn with_secret(self, secret: &str) -> Self {
        let place = crate::keys::Place {
            tenant: self.tenant,
            table: "stores",
            column: "webhook_secret",
            row: self.store.parse().unwrap(),
        };
        let sealed = hex::encode(self.app.app.keys.seal(place, secret).await.unwrap());
        let sql = format!("update store_routes set secret = '\\x{sealed}' where store_id = '{}'", self.store);
        self.app.execute(&sql).await;
        self.app.app.forget_route(self.store.parse().unwrap()).await;
        self
    }

    pub(super) async fn deliver_to(&self, store: &str, post: Post<'_>) -> Answer {
        let mut request = Request::post(format!("/api/v1/woo/webhooks/{store}"))
            .header("content-type", "application/json")
            .header("x-wc-webhook-topic", post.topic)
            .header("x-wc-webhook-resource", post.topic.split('.').next().unwrap())
            .header("x-wc-webhook-event", post.topic.split('.').nth(1).unwrap_or(""))
            .header("x-wc-webhook-id", "1")
            .header("x-wc-webhook-delivery-id", "same-for-all");
        if let Some(signature) = &post.signature {
            request = request.header("x-wc-webhook-signature", signature);
        }
        self.app.send(request.body(Body::from(post.body)).unwrap()).await
    }

    async fn signed(&self, topic: &str, body: &Value) -> Answer {
        let body = body.to_string().into_bytes();
        let signature = Some(sign("whsec", &body));
        self.deliver_to(&self.store, Post { topic, body, signature }).await
    }

    pub(super) async fn events(&self) -> Vec<Value> {
        self.rows("select topic, state, reason from webhook_events where store_id = $store order by id").await
    }
}

#[tokio::test]
async fn bad_deliveries_get_their_answer() {
    let shop = Shop::open(Profile::Hpos10, Way::Plain).await.with_secret("whsec").await;
    let store = shop.store.clone();
    let body = br#"{"id":1,"status":"processing"}"#.to_vec();
    let good = sign("whsec", &body);
    let cases: Vec<(&str, &str, Vec<u8>, Option<String>, u16)> = vec![
        ("unsigned", &store, body.clone(), None, 401),
        ("wrongly signed", &store, body.clone(), Some(sign("other", &body)), 401),
        ("signature of another body", &store, b"{}".to_vec(), Some(good.clone()), 401),
        ("signature that is no base64", &store, body.clone(), Some("%%%".into()), 401),
        ("malformed store id", "nonsense", body.clone(), Some(good.clone()), 404),
        ("unknown store", "01900000-0000-7000-8000-000000000000", body.clone(), Some(good.clone()), 404),
        ("too large", &store, vec![b' '; 8 * 1024 * 1024 + 1], Some(good.clone()), 413),
        ("ping", &store, b"webhook_id=1".to_vec(), None, 200),
    ];
    for (what, to, body, signature, status) in cases {
        let answer = shop.deliver_to(to, Post { topic: "order.updated", body, signature }).await;
        assert_eq!(answer.status, status, "{what}");
    }
    assert!(shop.events().await.is_empty(), "nothing of that is kept");
    shop.app.leave_jobs();
}

#[tokio::test]
async fn signed_deliveries_are_never_refused() {
    let shop = Shop::open(Profile::Hpos10, Way::Plain).await.with_secret("whsec").await;
    shop.import().await;
    let not_json = b"<html>".to_vec();
    let signature = Some(sign("whsec", &not_json));
    shop.deliver_to(&shop.store, Post { topic: "order.updated", body: not_json, signature }).await.expect(200);
    shop.signed("action.something", &json!({ "a": 1 })).await.expect(200);
    shop.signed(
        "order.updated",
        &json!({ "code": "woocommerce_rest_cannot_view", "message": "No.", "data": { "status": 401 } }),
    )
    .await
    .expect(200);
    shop.signed("order.updated", &json!([1, 2])).await.expect(200);
    shop.signed("order.updated", &json!({ "id": 5, "status": "processing" })).await.expect(200);
    shop.app.drain(shop.tenant).await;
    let states: Vec<String> = shop.events().await.iter().map(|e| e["state"].as_str().unwrap().to_owned()).collect();
    assert_eq!(
        states,
        ["quarantined", "ignored", "ignored", "quarantined", "quarantined"],
        "{:#?}",
        shop.events().await
    );
    shop.admin.post(&format!("/api/v1/woo/stores/{}/pause", shop.store), Value::Null).await.expect(200);
    shop.signed("order.updated", &json!({ "id": 6 })).await.expect(200);
    assert_eq!(shop.events().await[5]["state"], "ignored");
}

#[tokio::test]
async fn a_delivery_is_newer_older_or_the_same() {
    let shop = Shop::open(Profile::Hpos10, Way::Plain).await.with_secret("whsec").await;
    shop.import().await;
    let id = shop.sim.order_heads()[50].id;
    let before = shop.sim.order_json(id).unwrap();
    shop.app.advance(std::time::Duration::from_secs(5));
    shop.sim.edit_order(id, &json!({ "customer_note": "hediye paketi" })).unwrap();
    let after = shop.sim.order_json(id).unwrap();
    shop.signed("order.updated", &after).await.expect(200);
    shop.app.drain(shop.tenant).await;
    assert_eq!(shop.order(id).await["customer_note"], "hediye paketi");
    assert_eq!(shop.order(id).await["timeline"][0]["source"], "webhook");
    // the same again, then an old one: by content and version, never by the delivery id
    shop.signed("order.updated", &after).await.expect(200);
    shop.app.drain(shop.tenant).await;
    shop.signed("order.updated", &before).await.expect(200);
    shop.app.drain(shop.tenant).await;
    // same date, other content: only the store can tell
    let mut odd = after.clone();
    odd["customer_note"] = json!("never said");
    shop.signed("order.updated", &odd).await.expect(200);
    shop.app.drain(shop.tenant).await;
    assert_eq!(shop.order(id).await["customer_note"], "hediye paketi");
    let states: Vec<Value> = shop.events().await.into_iter().map(|e| e["state"].clone()).collect();
    assert_eq!(states, ["processed", "ignored", "ignored", "processed"]);
    shop.assert_mirror().await;
}

#[tokio::test]
async fn a_deletion_is_believed_only_when_the_store_confirms_it() {
    let shop = Shop::open(Profile::Hpos10, Way::Plain).await.with_secret("whsec").await;
    shop.import().await;
    let (kept, gone, trashed) =
        (shop.sim.order_heads()[10].id, shop.sim.order_heads()[11].id, shop.sim.order_heads()[12].id);
    shop.sim.delete_order_forever(gone).unwrap();
    shop.app.advance(std::time::Duration::from_secs(5));
    shop.sim.trash_order(trashed).unwrap();
    for id in [kept, gone, trashed] {
        shop.signed("order.deleted", &json!({ "id": id })).await.expect(200);
    }
    // trashing a plain page says this too
    shop.signed("product.deleted", &json!({ "id": 999_999 })).await.expect(200);
    shop.app.drain(shop.tenant).await;
    assert_eq!(shop.order(kept).await["deleted"], false);
    assert_eq!(shop.order(gone).await["deleted"], true);
    assert_eq!(shop.order(gone).await["timeline"][0]["event"], "deleted");
    assert_eq!(shop.order(trashed).await["trashed"], true);
    shop.assert_mirror().await;
}
