//! The first import.

use std::time::Duration;

use fulexo_woo_sim::{Corruption, Fault, Profile};

use super::{Shop, Way};

#[tokio::test]
async fn everything_of_a_new_store_is_here() {
    let shop = Shop::open(Profile::Hpos10, Way::Tls).await;
    shop.import().await;
    shop.assert_mirror().await;
    let counts = shop.sim.counts();
    let streams = shop.streams().await;
    for (stream, truth) in
        [("products", counts.products), ("variations", counts.variations), ("refunds", counts.refunds)]
    {
        assert_eq!(streams[stream]["done"].as_u64().unwrap(), u64::try_from(truth).unwrap(), "{stream}");
    }
    let customers = shop
        .count(
            "select from customer_identities where store_id = $store and external_id is not null and raw is not null",
        )
        .await;
    assert_eq!(usize::try_from(customers).unwrap(), shop.sim.customer_ids().len());
    assert_eq!(shop.count("select from order_refunds r join orders o on o.id = r.order_id where o.store_id = $store and refunded_at is null").await, 0);
    assert_eq!(shop.card().await["state"], "healthy");
}

#[tokio::test]
async fn an_older_store_over_plain_http_is_read_too() {
    let shop = Shop::open(Profile::Posts9, Way::Plain).await;
    shop.import().await;
    shop.assert_mirror().await;
    assert_eq!(shop.card().await["auth"], "oauth1");
}

#[tokio::test]
async fn the_same_pages_again_change_nothing() {
    let shop = Shop::open(Profile::Hpos10, Way::Plain).await;
    shop.import().await;
    let before = shop.rows("select id, updated_at from orders where store_id = $store order by id").await;
    let timeline =
        shop.count("select from order_timeline t join orders o on o.id = t.order_id where o.store_id = $store").await;
    shop.app.execute(&format!("update store_streams set cursor = '{{}}' where store_id = '{}'", shop.store)).await;
    shop.poll().await;
    assert_eq!(shop.rows("select id, updated_at from orders where store_id = $store order by id").await, before);
    assert_eq!(
        shop.count("select from order_timeline t join orders o on o.id = t.order_id where o.store_id = $store").await,
        timeline
    );
}

#[tokio::test]
async fn an_import_goes_on_where_it_was_cut_off() {
    let shop = Shop::open(Profile::Hpos10, Way::Plain).await;
    // some pages of orders arrive, then the shop dies of one
    shop.app.execute(&format!("update stores set page_size = 25 where id = '{}'", shop.store)).await;
    let id = shop.sim.order_heads()[120].id;
    shop.sim.faults().on("/wc/v3/orders", Fault::Corrupt { id, how: Corruption::Fatal });
    shop.app.drain(shop.tenant).await;
    let orders = shop.streams().await["orders"].clone();
    assert_eq!(orders["state"], "failed");
    let saved = orders["done"].as_i64().unwrap();
    assert!(saved > 0);
    shop.sim.faults().clear();
    shop.app.advance(Duration::from_secs(60));
    shop.sim.clear_request_log();
    shop.import().await;
    shop.assert_mirror().await;
    let asked: Vec<String> =
        shop.sim.request_log().iter().map(|r| format!("{r:?}")).filter(|r| r.contains("/orders")).collect();
    assert!(asked[0].contains("modified_after"), "{}", asked[0]);
}

#[tokio::test]
async fn runs_of_long_ago_are_forgotten() {
    let shop = Shop::open(Profile::Hpos10, Way::Plain).await;
    shop.app
        .execute(&format!(
            "insert into sync_runs (tenant_id, id, store_id, stream, kind, state, started_at)
             values ('{}', app.uuid_at('2025-01-01'), '{}', 'orders', 'delta', 'succeeded', '2025-01-01')",
            shop.tenant, shop.store
        ))
        .await;
    shop.import().await;
    assert_eq!(shop.count("select from sync_runs where store_id = $store and started_at < '2025-06-01'").await, 0);
    assert!(shop.count("select from sync_runs where store_id = $store").await > 0);
}
