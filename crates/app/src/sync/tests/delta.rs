//! What happens in a store after the import.

use fulexo_woo_sim::{OrderRequest, Profile};
use serde_json::json;

use super::{Shop, Way};

fn some_order(shop: &Shop, status: &str) -> u64 {
    // old ones: what the test itself touched is younger
    let heads = shop.sim.order_heads();
    heads.iter().map(|h| h.id).find(|id| shop.sim.order_json(*id).unwrap()["status"] == status).unwrap()
}

#[tokio::test]
async fn new_edited_trashed_and_refunded_orders_arrive_by_polling() {
    for profile in [Profile::Hpos10, Profile::Posts9] {
        let shop = Shop::open(profile, Way::Plain).await;
        shop.import().await;
        shop.app.advance(std::time::Duration::from_secs(90));
        let product = shop.sim.product_ids(false)[0];
        let new = shop.sim.place_order(&OrderRequest {
            items: vec![(product, 2)],
            email: Some("Yeni@Musteri.example".into()),
            status: Some("processing".into()),
            ..OrderRequest::default()
        });
        let edited = some_order(&shop, "processing");
        shop.sim.edit_order(edited, &json!({ "status": "completed", "shipping": { "city": "Iğdır" } })).unwrap();
        let trashed = some_order(&shop, "on-hold");
        shop.sim.trash_order(trashed).unwrap();
        let refunded = shop
            .sim
            .order_heads()
            .iter()
            .map(|h| h.id)
            .find(|id| *id != edited && shop.sim.order_json(*id).unwrap()["status"] == "completed")
            .unwrap();
        shop.sim.refund(refunded, "1.00", "Kulanz").unwrap();
        shop.sim.set_stock(product, 3).unwrap();
        shop.poll().await;
        shop.assert_mirror().await;

        let timeline = shop.order(edited).await["timeline"].as_array().unwrap().clone();
        assert_eq!(timeline[0]["event"], "changed");
        assert_eq!(timeline[0]["source"], "poll");
        let fields: Vec<&str> =
            timeline[0]["changes"].as_array().unwrap().iter().map(|c| c["field"].as_str().unwrap()).collect();
        assert!(fields.contains(&"status") && fields.contains(&"shipping.city"), "{fields:?}");
        assert_eq!(shop.order(trashed).await["timeline"][0]["event"], "trashed");
        assert_eq!(shop.order(trashed).await["status"], "on_hold");
        assert_eq!(shop.order(refunded).await["timeline"][0]["event"], "refunded");
        let found = shop.admin.get("/api/v1/orders?q=yeni").await.expect(200);
        assert_eq!(found.items().len(), 1);
        assert_eq!(found.items()[0]["external_id"], new.to_string());
    }
}

#[tokio::test]
async fn a_crowded_second_is_read_whole() {
    let shop = Shop::open(Profile::Hpos10, Way::Plain).await;
    shop.import().await;
    shop.app.execute(&format!("update stores set page_size = 5 where id = '{}'", shop.store)).await;
    shop.app.advance(std::time::Duration::from_secs(90));
    let ids: Vec<u64> = shop.sim.order_heads().iter().rev().take(23).map(|h| h.id).collect();
    for id in &ids {
        shop.sim.edit_order(*id, &json!({ "customer_note": "toplu" })).unwrap();
    }
    shop.poll().await;
    shop.poll().await;
    shop.assert_mirror().await;
}

#[tokio::test]
async fn a_quiet_store_is_asked_little() {
    let shop = Shop::open(Profile::Hpos10, Way::Plain).await;
    shop.import().await;
    shop.poll().await;
    shop.sim.clear_request_log();
    shop.poll().await;
    let asked = shop.sim.request_log().len();
    assert!(asked <= 10, "{asked} requests: {:#?}", shop.sim.request_log());
    let runs = shop.count("select from sync_runs where store_id = $store and kind = 'delta'").await;
    assert_eq!(runs, 0, "nothing happened, nothing is logged");
}
