//! The road from a shopper's click to the screen by webhook, over real HTTP, and the care for our hooks.

use std::time::Duration;

use fulexo_woo_sim::{OrderRequest, Profile, Sim, SimHandle};
use serde_json::json;

use super::{Shop, Way, connection, small};
use crate::testing::TestApp;

/// A shop whose store reaches us over real HTTP.
async fn reachable(profile: Profile) -> Shop {
    let first = TestApp::new().await;
    let sim = Sim::start(small(&first, profile)).await.unwrap();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let mut config = super::config_for(&sim);
    config.public_url = Some(format!("http://{address}").parse().unwrap());
    let app = first.again(config).await;
    let router = app.router();
    tokio::spawn(async move { axum::serve(listener, router).await });
    let tenant = app.tenant("Merchant").await;
    let admin = app.member(tenant, "admin").await;
    let made = admin.post("/api/v1/woo/stores", connection(&sim, Way::Plain)).await.expect(201);
    assert_eq!(made.json["webhooks"], "pending");
    Shop { store: made.text("id").to_owned(), app, tenant, admin, sim }
}

fn ours(sim: &SimHandle, store: &str) -> usize {
    sim.webhooks().iter().filter(|h| h.active && h.url.ends_with(store)).count()
}

#[tokio::test]
async fn an_order_comes_by_webhook_before_any_poll() {
    for profile in [Profile::Hpos10, Profile::Posts9] {
        let shop = reachable(profile).await;
        shop.import().await;
        assert_eq!(shop.card().await["webhooks"], "active");
        assert_eq!(ours(&shop.sim, &shop.store), 11);
        let asked = shop.sim.request_log().iter().filter(|r| format!("{r:?}").contains("/orders")).count();
        let product = shop.sim.product_ids(false)[0];
        shop.app.advance(Duration::from_secs(5));
        let id = shop.sim.place_order(&OrderRequest {
            items: vec![(product, 1)],
            email: Some("zeynep@musteri.example".into()),
            status: Some("processing".into()),
            ..OrderRequest::default()
        });
        let run = shop.sim.run_webhook_queue().await;
        assert!(
            run.deliveries.iter().all(|d| d.status == Some(200)),
            "{:?}",
            run.deliveries.iter().map(|d| d.status).collect::<Vec<_>>()
        );
        shop.app.drain(shop.tenant).await;
        let order = shop.order(id).await;
        assert_eq!(order["timeline"].as_array().unwrap().last().unwrap()["source"], "webhook");
        assert_eq!(order["status"], "processing");
        let now = shop.sim.request_log().iter().filter(|r| format!("{r:?}").contains("/orders")).count();
        assert_eq!(now, asked, "nothing had to be asked");
        assert!(shop.card().await["last_event_at"].is_string());
        shop.assert_mirror().await;
    }
}

#[tokio::test]
async fn dead_hooks_are_made_anew_and_foreign_ones_left_alone() {
    let shop = reachable(Profile::Hpos10).await;
    shop.import().await;
    let before: Vec<u64> = shop.sim.webhooks().iter().map(|h| h.id).collect();
    let client =
        crate::stores::open(&shop.app.app, shop.tenant, shop.store.parse().unwrap()).await.unwrap().unwrap().client;
    let foreign = fulexo_woo::NewWebhook {
        name: "Other".into(),
        topic: "order.updated".into(),
        delivery_url: "http://127.0.0.1:9/other".into(),
        secret: "other".into(),
        status: "active".into(),
    };
    client.create_webhook(&foreign).await.unwrap();
    let dead = i64::try_from(before[3]).unwrap();
    client.update_webhook(dead, &json!({ "status": "disabled" })).await.unwrap();
    crate::stores::expedite_hooks(&shop.app.app, shop.tenant, shop.store.parse().unwrap()).await.unwrap();
    shop.app.drain(shop.tenant).await;
    let after = shop.sim.webhooks();
    assert_eq!(ours(&shop.sim, &shop.store), 11);
    assert!(after.iter().all(|h| h.id != before[3]), "the dead one was deleted");
    assert_eq!(after.iter().filter(|h| before.contains(&h.id)).count(), 10, "the others were adopted");
    assert_eq!(after.iter().filter(|h| h.url.ends_with("/other")).count(), 1);
    let shown = shop.card().await["webhook_hooks"].as_array().unwrap().clone();
    assert_eq!(shown.len(), 11);
    assert!(shown.iter().all(|h| h["status"] == "active"));
}

#[tokio::test]
async fn a_paused_store_that_is_disconnected_is_rid_of_our_hooks() {
    let shop = reachable(Profile::Hpos10).await;
    shop.import().await;
    assert_eq!(ours(&shop.sim, &shop.store), 11);
    let path = format!("/api/v1/woo/stores/{}", shop.store);
    shop.admin.post(&format!("{path}/pause"), json!(null)).await.expect(200);
    shop.admin.delete(&path).await.expect(200);
    assert_eq!(shop.sim.webhooks().len(), 0);
}
