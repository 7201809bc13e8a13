//! Stores that misbehave: said in words, nothing lost, nothing hot.

use std::collections::BTreeSet;
use std::time::Duration;

use fulexo_woo_sim::{Corruption, Fault, Profile};

use super::{Shop, Way};

impl Shop {
    /// Resource and id of every record that waits for a person.
    async fn quarantined(&self) -> BTreeSet<(String, String)> {
        let answer = self.admin.get("/api/v1/sync/quarantine").await.expect(200);
        let text = |item: &serde_json::Value, field: &str| item[field].as_str().unwrap().to_owned();
        answer.items().iter().map(|item| (text(item, "resource"), text(item, "external_id"))).collect()
    }
}

#[tokio::test]
async fn a_failing_store_is_unreachable_in_words_and_recovers() {
    for (fault, cause, state) in [
        (Fault::Status { status: 503, retry_after: None }, "server-error", "unreachable"),
        (Fault::Status { status: 401, retry_after: None }, "unauthorized", "unreachable"),
        (Fault::Status { status: 429, retry_after: Some(240) }, "rate-limited", "degraded"),
        (Fault::Html, "waf-or-html", "unreachable"),
        (Fault::Drop, "", "unreachable"),
        (Fault::Truncate, "truncated", "unreachable"),
    ] {
        let shop = Shop::open(Profile::Hpos10, Way::Plain).await;
        shop.import().await;
        shop.sim.faults().on("/wc/v3/", fault.clone());
        shop.app.advance(Duration::from_secs(130));
        shop.app.drain(shop.tenant).await;
        let card = shop.card().await;
        assert_eq!(card["state"], state, "{fault:?}: {card:#?}");
        assert!(cause.is_empty() || card["cause"] == cause, "{fault:?}: {}", card["cause"]);
        assert!(
            card["reason"].as_str().unwrap().ends_with('.') || card["reason"].as_str().unwrap().contains(':'),
            "{}",
            card["reason"]
        );
        assert!(card["next_try_at"].is_string());
        let asked = shop.sim.requests();
        shop.app.drain(shop.tenant).await;
        assert_eq!(shop.sim.requests(), asked, "{fault:?}: nothing is due before its time");
        shop.sim.faults().clear();
        shop.app.advance(Duration::from_secs(900));
        shop.poll().await;
        assert_eq!(shop.card().await["state"], "healthy", "{fault:?}");
        shop.assert_mirror().await;
    }
}

#[tokio::test]
async fn a_broken_record_is_kept_raw_and_the_rest_goes_on() {
    let shop = Shop::open(Profile::Hpos10, Way::Plain).await;
    let broken = shop.sim.order_heads()[100].id;
    shop.sim.faults().on("/wc/v3/orders", Fault::Corrupt { id: broken, how: Corruption::TotalObject });
    shop.import().await;
    assert_eq!(
        shop.count("select from orders where store_id = $store").await,
        i64::try_from(shop.sim.order_heads().len()).unwrap() - 1
    );
    let quarantine = shop.admin.get("/api/v1/sync/quarantine").await.expect(200);
    assert_eq!(quarantine.items().len(), 1);
    assert_eq!(quarantine.items()[0]["external_id"], broken.to_string());
    assert!(quarantine.items()[0]["raw"].as_str().unwrap().contains("total"));
    // mended in the store: the next copy resolves it
    shop.sim.faults().clear();
    shop.app.advance(Duration::from_secs(60));
    shop.sim.edit_order(broken, &serde_json::json!({ "customer_note": "mended" })).unwrap();
    shop.poll().await;
    shop.assert_mirror().await;
    assert!(shop.admin.get("/api/v1/sync/quarantine").await.expect(200).items().is_empty());
}

#[tokio::test]
async fn a_store_that_chokes_on_large_pages_is_asked_for_less() {
    let shop = Shop::open(Profile::Hpos10, Way::Plain).await;
    shop.sim.faults().next("/wc/v3/orders", 3, Fault::Status { status: 500, retry_after: None });
    shop.import().await;
    shop.assert_mirror().await;
    assert!(shop.card().await["page_size"].as_i64().unwrap() < 100);
}

#[tokio::test]
async fn a_paused_store_is_left_alone_and_read_on_after() {
    let shop = Shop::open(Profile::Hpos10, Way::Plain).await;
    shop.import().await;
    let path = |verb: &str| format!("/api/v1/woo/stores/{}/{verb}", shop.store);
    let paused = shop.admin.post(&path("pause"), serde_json::Value::Null).await.expect(200);
    assert_eq!(paused.json["allowed"], serde_json::json!(["resume", "disconnect"]));
    let asked = shop.sim.requests();
    shop.poll().await;
    assert_eq!(shop.sim.requests(), asked);
    shop.admin.post(&path("pause"), serde_json::Value::Null).await.expect(409);
    shop.sim.edit_order(shop.sim.order_heads()[5].id, &serde_json::json!({ "status": "completed" })).unwrap();
    shop.admin.post(&path("resume"), serde_json::Value::Null).await.expect(200);
    shop.poll().await;
    shop.assert_mirror().await;
    let gone = shop.admin.delete(&format!("/api/v1/woo/stores/{}", shop.store)).await.expect(200);
    assert_eq!(gone.json["state"], "disconnected");
    let keys = shop.rows("select consumer_key, consumer_secret from stores where id = $store").await;
    assert!(keys[0]["consumer_key"].is_null() && keys[0]["consumer_secret"].is_null());
}

#[tokio::test]
async fn nul_characters_and_impossible_figures_stop_nothing() {
    let shop = Shop::open(Profile::Hpos10, Way::Plain).await;
    let heads = shop.sim.order_heads();
    let (odd, huge) = (heads[20].id, heads[21].id);
    let meta = serde_json::json!([{ "id": 1, "key": "a\u{0}b", "value": { "\u{0}*\u{0}secret": "x\u{0}y" } }]);
    shop.import().await;
    shop.app.advance(Duration::from_secs(60));
    shop.sim.faults().on("/wc/v3/orders", Fault::Corrupt { id: odd, how: Corruption::Field("meta_data".into(), meta) });
    let figure = serde_json::json!("79228162514264337593543950335");
    shop.sim.faults().on("/wc/v3/orders", Fault::Corrupt { id: huge, how: Corruption::Field("total".into(), figure) });
    for id in [odd, huge, heads[22].id] {
        shop.sim.edit_order(id, &serde_json::json!({ "customer_note": "değişti" })).unwrap();
    }
    shop.poll().await;
    for id in [odd, huge, heads[22].id] {
        assert_eq!(shop.order(id).await["customer_note"], "değişti", "order {id}");
    }
    assert_eq!(shop.streams().await["orders"]["state"], "live");
}

#[tokio::test]
async fn a_record_that_cannot_be_kept_goes_to_quarantine_alone() {
    let shop = Shop::open(Profile::Hpos10, Way::Plain).await;
    let heads = shop.sim.order_heads();
    let bad = [
        ("order", heads[30].id, "date_created_gmt"),
        ("customer", shop.sim.customer_ids()[40], "date_modified_gmt"),
        ("refund", shop.sim.refund_ids()[3], "date_created_gmt"),
    ];
    for (resource, id, field) in bad {
        // PostgreSQL knows no such moment
        let how = Corruption::Field(field.into(), serde_json::json!("-009998-01-01T00:00:00"));
        shop.sim.faults().on(&format!("/wc/v3/{resource}s"), Fault::Corrupt { id, how });
    }
    shop.import().await;
    let kept = shop.count("select from orders where store_id = $store").await;
    assert_eq!(usize::try_from(kept).unwrap(), heads.len() - 1);
    let kept = shop.count("select from customer_identities where store_id = $store and raw is not null").await;
    assert_eq!(usize::try_from(kept).unwrap(), shop.sim.customer_ids().len() - 1);
    let quarantined: BTreeSet<(String, String)> = shop.quarantined().await;
    assert_eq!(quarantined, bad.map(|(resource, id, _)| (resource.to_owned(), id.to_string())).into());
    // mended in the store and read anew: nobody needs to look any more
    shop.sim.faults().clear();
    shop.app.execute(&format!("update store_streams set cursor = '{{}}' where store_id = '{}'", shop.store)).await;
    shop.poll().await;
    assert_eq!(shop.quarantined().await, BTreeSet::new());
    shop.assert_mirror().await;
}

#[tokio::test]
async fn many_new_customers_at_once_are_all_found() {
    let shop = Shop::open(Profile::Hpos10, Way::Plain).await;
    shop.import().await;
    shop.app.execute(&format!("update stores set page_size = 5 where id = '{}'", shop.store)).await;
    let client =
        crate::stores::open(&shop.app.app, shop.tenant, shop.store.parse().unwrap()).await.unwrap().unwrap().client;
    for n in 0..33 {
        let customer = serde_json::json!({ "email": format!("yeni{n}@musteri.example"), "first_name": "Yeni", "last_name": n.to_string() });
        client.post("wc/v3/customers", &customer).await.unwrap();
    }
    shop.poll().await;
    let found = shop
        .count(
            "select from customer_identities where store_id = $store and external_id is not null and raw is not null",
        )
        .await;
    assert_eq!(usize::try_from(found).unwrap(), shop.sim.customer_ids().len());
}
