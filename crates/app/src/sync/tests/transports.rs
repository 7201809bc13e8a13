//! The ways to a store, from the connection to the copy: plain permalinks, a wrong clock, a changed certificate.

use std::time::Duration;

use fulexo_kernel::Clock;
use fulexo_woo_sim::{Profile, SimClock};
use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use super::{Shop, Way, small};
use crate::testing::TestApp;

#[tokio::test]
async fn a_store_with_plain_permalinks_is_read_whole() {
    for way in [Way::Tls, Way::Plain] {
        let first = TestApp::new().await;
        let config = fulexo_woo_sim::SimConfig { pretty_permalinks: false, ..small(&first, Profile::Hpos10) };
        let shop = Shop::of(&first, config, way).await;
        let facts = shop.rows("select api::jsonb ->> 'transport' as transport from stores where id = $store").await;
        assert_eq!(facts[0]["transport"], "rest-route", "{way:?}");
        shop.import().await;
        shop.assert_mirror().await;
    }
}

#[tokio::test]
async fn the_stores_clock_is_learnt_and_deltas_go_by_it() {
    for wrong in [SignedDuration::from_hours(2), SignedDuration::from_hours(-2)] {
        let first = TestApp::new().await;
        let clock: Clock = first.clock.clone().into();
        let theirs = move || clock.now() + wrong;
        let config =
            fulexo_woo_sim::SimConfig { clock: SimClock::from_fn(theirs.clone()), ..small(&first, Profile::Hpos10) };
        // Over plain HTTP each request is signed with a time that the store must believe.
        let shop = Shop::of(&first, config, Way::Plain).await;
        shop.import().await;
        let skew = shop.card().await["clock_skew_ms"].as_i64().unwrap();
        assert!((skew - i64::try_from(wrong.as_millis()).unwrap()).abs() <= 1000, "{skew}");

        shop.app.advance(Duration::from_secs(90));
        let edited = shop.sim.order_heads()[3].id;
        shop.sim.edit_order(edited, &json!({ "customer_note": "saat" })).unwrap();
        shop.poll().await;
        shop.assert_mirror().await;
        let place = shop.rows("select cursor #>> '{place,main,reached}' as at from store_streams where store_id = $store and stream = 'orders'").await;
        let reached: Timestamp = place[0]["at"].as_str().unwrap().parse().unwrap();
        let behind = theirs().duration_since(reached);
        assert!(behind.abs() < SignedDuration::from_mins(5), "the place is a time of the store: {behind:?}");
    }
}

#[tokio::test]
async fn a_certificate_that_was_not_accepted_stops_the_reading_in_words() {
    let shop = Shop::open(Profile::Hpos10, Way::Tls).await;
    shop.import().await;
    let other = "5a".repeat(32);
    shop.app.execute(&format!("update stores set tls_fingerprint = '\\x{other}' where id = '{}'", shop.store)).await;
    shop.sim.clear_request_log();
    shop.poll().await;
    assert!(shop.sim.request_log().is_empty(), "no request leaves before the certificate is known");
    let orders = shop.streams().await["orders"].clone();
    assert_eq!((orders["state"].as_str(), orders["cause"].as_str()), (Some("failed"), Some("tls")), "{orders}");
    let card = shop.card().await.to_string();
    assert!(card.contains("not the certificate that was accepted"), "{card}");
    shop.app.leave_jobs();
}
