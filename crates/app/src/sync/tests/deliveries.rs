//! Deliveries of a store: what is answered, what is kept, what they change.

use fulexo_woo_sim::Profile;
use serde_json::{Value, json};

use super::bad_deliveries::{Signed, post};
use super::{Shop, Way};
use crate::testing::Answer;

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

    async fn signed(&self, topic: &'static str, body: &Value) -> Answer {
        let mut post = post("", "", Signed::Rightly, body.to_string());
        post.topic = topic.as_bytes();
        self.deliver(&post).await
    }

    pub(super) async fn events(&self) -> Vec<Value> {
        self.rows("select topic, state, reason from webhook_events where store_id = $store order by id").await
    }
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
async fn equal_deliveries_that_wait_are_one_and_ask_for_one_job() {
    let shop = Shop::open(Profile::Hpos10, Way::Plain).await.with_secret("whsec").await;
    shop.import().await;
    let body = shop.sim.order_json(shop.sim.order_heads()[50].id).unwrap();
    let other = shop.sim.order_json(shop.sim.order_heads()[51].id).unwrap();
    let say = |body| shop.signed("order.updated", body);
    let at_once = futures::join!(say(&body), say(&body), say(&other), say(&body));
    for answer in [at_once.0, at_once.1, at_once.2, at_once.3] {
        answer.expect(200);
    }
    say(&body).await.expect(200);
    let events = shop.events().await;
    let waiting = events.iter().filter(|e| e["state"] == "received").count();
    let twins = events.iter().filter(|e| e["reason"] == "An equal delivery is already waiting.").count();
    assert_eq!((waiting, twins), (2, 3), "{events:?}");
    let jobs = shop.rows("select id from jobs where kind = 'process-webhook-events' and store_id = $store").await;
    assert_eq!(jobs.len(), 1);
    shop.app.drain(shop.tenant).await;
    // what no longer waits has no twin
    say(&body).await.expect(200);
    shop.app.drain(shop.tenant).await;
    let last = shop.events().await.pop().unwrap();
    assert_eq!(last["reason"], "The same copy is here already.");
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
