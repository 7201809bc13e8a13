//! More deliveries than can be kept whole, and more that nobody signed: what is rightly signed is always taken.

use std::convert::Infallible;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::Request;
use fulexo_db::testing;
use fulexo_woo_sim::{Fault, Profile, Sim};
use futures::stream;
use serde_json::{Value, json};

use super::bad_deliveries::{Signed, post};
use super::{Shop, Way, config_for, small};
use crate::testing::{Answer, TestApp};
use crate::{Config, Limits};

const HOUR: Duration = Duration::from_secs(3600);

impl Shop {
    /// The same shop behind a process of other limits.
    async fn limited(mut self, limits: Limits) -> Self {
        self.app.leave_jobs();
        self.app = self.app.again(Config { limits, ..config_for(&self.sim) }).await;
        self
    }

    async fn say(&self, topic: &'static [u8], signed: Signed, body: &Value) -> Answer {
        let mut post = post("", "", signed, body.to_string());
        post.topic = topic;
        self.deliver(&post).await
    }

    async fn marks(&self) -> Vec<Value> {
        self.rows("select args from jobs where kind = 'fetch-marked' and store_id = $store order by id").await
    }
}

async fn shop() -> Shop {
    let shop = Shop::open(Profile::Hpos10, Way::Plain).await.with_secret("whsec").await;
    shop.import().await;
    shop
}

#[tokio::test]
async fn beyond_a_stores_limit_a_delivery_becomes_a_mark() {
    let shop = shop().await.limited(Limits { deliveries_of_store: (1, HOUR), ..Limits::default() }).await;
    let (whole, marked) = (shop.sim.order_heads()[5].id, shop.sim.order_heads()[6].id);
    shop.app.advance(Duration::from_secs(5));
    for id in [whole, marked] {
        shop.sim.edit_order(id, &json!({ "customer_note": "kapıya bırakın" })).unwrap();
        let body = shop.sim.order_json(id).unwrap();
        shop.say(b"order.updated", Signed::Rightly, &body).await.expect(200);
    }
    // said again while it waits, it is one mark
    shop.say(b"order.updated", Signed::Rightly, &shop.sim.order_json(marked).unwrap()).await.expect(200);
    assert_eq!(shop.events().await.len(), 1, "one is kept whole");
    let marks = shop.marks().await;
    assert_eq!(marks.len(), 1);
    assert_eq!((&marks[0]["args"]["resource"], &marks[0]["args"]["external_id"]), (&json!("order"), &json!(marked)));
    shop.app.drain(shop.tenant).await;
    for id in [whole, marked] {
        assert_eq!(shop.order(id).await["customer_note"], "kapıya bırakın");
    }
    // a deletion is asked for like everything else
    shop.sim.delete_order_forever(marked).unwrap();
    shop.say(b"order.deleted", Signed::Rightly, &json!({ "id": marked })).await.expect(200);
    shop.app.drain(shop.tenant).await;
    assert_eq!(shop.order(marked).await["deleted"], true);
    let metrics = shop.app.app.metrics_text().await;
    assert!(metrics.contains(r#"webhook_deliveries_total{answer="marked"} 3"#), "{metrics}");
}

#[tokio::test]
async fn what_is_marked_while_it_is_read_is_read_again() {
    let shop = shop().await.limited(Limits { waiting: 0, ..Limits::default() }).await;
    let body = shop.sim.order_json(shop.sim.order_heads()[5].id).unwrap();
    shop.say(b"order.updated", Signed::Rightly, &body).await.expect(200);
    assert_eq!(shop.marks().await.len(), 1);
    // a store that does not answer: the job has begun, and waits to try again
    shop.sim.faults().on("/wc/v3/", Fault::Status { status: 503, retry_after: None });
    shop.app.drain(shop.tenant).await;
    shop.say(b"order.updated", Signed::Rightly, &body).await.expect(200);
    assert_eq!(shop.marks().await.len(), 2, "the first may have read the record before this");
}

#[tokio::test]
async fn a_full_queue_keeps_no_bodies() {
    let shop = shop().await.limited(Limits { waiting: 0, ..Limits::default() }).await;
    let id = shop.sim.order_heads()[5].id;
    shop.say(b"order.updated", Signed::Rightly, &json!({ "id": id, "note": "x".repeat(9000) })).await.expect(200);
    assert_eq!((shop.events().await.len(), shop.marks().await.len()), (0, 1));
    // what names no record stays as a note of it
    shop.say(b"order.updated", Signed::Rightly, &json!({ "note": "x".repeat(9000) })).await.expect(200);
    shop.say(b"order.updated", Signed::Rightly, &json!({ "code": "rest_oops", "message": "" })).await.expect(200);
    let kept = shop
        .rows("select state, octet_length(body) as n from webhook_events where store_id = $store order by id")
        .await;
    assert_eq!((&kept[0]["state"], &kept[0]["n"]), (&json!("quarantined"), &json!(0)));
    assert_eq!((&kept[1]["state"], kept[1]["n"].as_i64() > Some(0)), (&json!("received"), true));
}

#[tokio::test]
async fn bodies_wait_for_room() {
    let shop = shop().await.limited(Limits { bodies: 16 * 1024, ..Limits::default() }).await;
    let room = shop.app.app.load.room(16 * 1024).await.unwrap();
    let body = shop.sim.order_json(shop.sim.order_heads()[5].id).unwrap();
    let mut delivery = Box::pin(shop.say(b"order.updated", Signed::Rightly, &body));
    for _ in 0..1000 {
        assert!(futures::poll!(&mut delivery).is_pending(), "it is read although there is no room");
        tokio::task::yield_now().await;
    }
    drop(room);
    delivery.await.expect(200);
    shop.app.load_is_idle();
}

impl TestApp {
    /// Every body has given its room back.
    fn load_is_idle(&self) {
        assert_eq!(self.app.load.free_room(), self.app.config.limits.bodies / 1024);
    }
}

#[tokio::test]
async fn the_unsigned_are_limited_and_the_signed_are_not() {
    let limits = Limits { unsigned_for_store: (2, Duration::from_secs(60)), ..Limits::default() };
    let shop = shop().await.limited(limits).await;
    let body = shop.sim.order_json(shop.sim.order_heads()[5].id).unwrap();
    shop.say(b"order.updated", Signed::Not, &body).await.expect(401);
    shop.say(b"order.updated", Signed::WithAnother, &body).await.expect(401);
    for signed in [Signed::Not, Signed::WithAnother] {
        let refused = shop.say(b"order.updated", signed, &body).await.expect(429);
        assert_eq!((refused.code(), refused.headers["retry-after"].to_str().unwrap()), ("rate_limited", "60"));
    }
    // without a signature nothing is read: this body never ends
    let endless = Body::from_stream(stream::pending::<Result<Bytes, Infallible>>());
    let request =
        Request::post(format!("/api/v1/woo/webhooks/{}", shop.store)).header("x-wc-webhook-topic", "order.updated");
    shop.app.send(request.body(endless).unwrap()).await.expect(429);
    shop.say(b"order.updated", Signed::Rightly, &body).await.expect(200);
    assert_eq!(shop.events().await.len(), 1);
    shop.app.advance(Duration::from_secs(60));
    shop.say(b"order.updated", Signed::Not, &body).await.expect(401);
}

#[tokio::test]
async fn without_the_database_the_store_is_told_to_come_back() {
    let own = TestApp::on(testing::isolated().await, TestApp::config(), 4).await;
    let sim = Sim::start(small(&own, Profile::Hpos10)).await.unwrap();
    let app = own.again(config_for(&sim)).await;
    let tenant = app.tenant("Merchant").await;
    let admin = app.member(tenant, "admin").await;
    let answer = admin.post("/api/v1/woo/stores", super::connection(&sim, Way::Plain)).await.expect(201);
    let store = answer.text("id").to_owned();
    let shop = Shop { app, tenant, admin, sim, store }.with_secret("whsec").await;
    shop.app.leave_jobs();
    let body = json!({ "id": 1, "status": "processing" });
    shop.say(b"order.updated", Signed::Rightly, &body).await.expect(200);
    let wall = testing::superuser(&shop.app.urls).await;
    let most = |n: i32| {
        format!("do $$ begin execute format('alter database %I connection limit {n}', current_database()); end $$")
    };
    let cut = "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";
    wall.batch_execute(&most(0)).await.unwrap();
    wall.batch_execute(cut).await.unwrap();
    for _ in 0..2 {
        let refused = shop.say(b"order.updated", Signed::Rightly, &json!({ "id": 2 })).await.expect(503);
        assert_eq!((refused.code(), refused.headers["retry-after"].to_str().unwrap()), ("unavailable", "5"));
    }
    wall.batch_execute(&most(-1)).await.unwrap();
    shop.say(b"order.updated", Signed::Rightly, &json!({ "id": 2 })).await.expect(200);
    assert_eq!(shop.events().await.len(), 2);
}
