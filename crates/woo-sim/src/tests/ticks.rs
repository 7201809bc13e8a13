//! The live shop is a function of the seed and the tick.

use std::{
    collections::BTreeSet,
    time::{Duration, Instant},
};

use super::{Shop, start_of_time};
use crate::SimConfig;

/// Everything a store shows of its orders, without its ports.
fn picture(shop: &Shop) -> Vec<String> {
    let home = shop.sim.https_url().to_owned();
    let show = |id| shop.sim.order_json(id).unwrap().to_string().replace(&home, "");
    shop.sim.order_heads().iter().map(|o| show(o.id)).collect()
}

fn with_epoch(config: &mut SimConfig) {
    config.epoch = Some(start_of_time());
    config.orders = 100;
}

#[tokio::test]
async fn a_restart_shows_the_same_orders() {
    let first = Shop::open(with_epoch).await;
    for _ in 0..400 {
        first.sim.tick();
    }
    // What is done by hand moves no id of the ticks.
    let again = Shop::open(|c| {
        with_epoch(c);
        let later = start_of_time() + Duration::from_secs(5 * 400);
        c.clock = crate::SimClock::from_fn(move || later);
    })
    .await;
    assert_eq!(again.sim.ticks_done(), 400);
    assert_eq!(picture(&first), picture(&again));
    let other = Shop::open(|c| {
        with_epoch(c);
        c.seed = 2;
    })
    .await;
    assert_ne!(picture(&first)[..50], picture(&other)[..50]);
}

#[tokio::test]
async fn orders_by_hand_do_not_move_those_of_the_ticks() {
    let plain = Shop::open(with_epoch).await;
    let handled = Shop::open(with_epoch).await;
    for round in 0..60 {
        plain.sim.tick();
        handled.sim.tick();
        if round % 7 == 0 {
            handled.sim.place_order(&crate::OrderRequest::default());
        }
    }
    let ids = |shop: &Shop| shop.sim.order_heads().iter().map(|o| o.id).collect::<BTreeSet<_>>();
    assert!(ids(&plain).is_subset(&ids(&handled)));
    assert_eq!(ids(&handled).len(), ids(&plain).len() + 9);
}

#[tokio::test]
async fn the_shop_lives() {
    let shop = Shop::open(with_epoch).await;
    let before = shop.sim.counts();
    shop.hand.advance(Duration::from_secs(5 * 1500));
    assert_eq!(shop.sim.advance_to_now(), 1500);
    let after = shop.sim.counts();
    assert_eq!(after.orders, before.orders + 1500);
    assert_eq!(after.customers, before.customers + 60);
    assert!(after.refunds > before.refunds + 10);
    let mut seen = BTreeSet::new();
    for _ in 0..40 {
        shop.sim.tick();
        let heads = shop.sim.order_heads();
        seen.extend(heads[100..].iter().map(|o| o.status.clone()));
    }
    for status in ["processing", "completed", "cancelled", "checkout-draft", "pending", "on-hold"] {
        assert!(seen.contains(status), "{status}");
    }
    let noted = shop.sim.order_heads().iter().rev().map(|o| o.id).collect::<Vec<_>>();
    let mut notes = 0;
    for id in noted.iter().skip(40).take(60) {
        let answer = shop.get(&format!("orders/{id}/notes?type=customer")).await;
        notes += answer.body.as_array().unwrap().len();
    }
    assert!(notes > 0);
}

#[tokio::test]
async fn the_background_keeps_up_with_the_clock() {
    let shop = Shop::open(|c| {
        with_epoch(c);
        c.shoppers = true;
    })
    .await;
    shop.hand.advance(Duration::from_secs(50));
    let deadline = Instant::now() + Duration::from_secs(20);
    while shop.sim.ticks_done() < 10 {
        assert!(Instant::now() < deadline);
        tokio::task::yield_now().await;
    }
    shop.sim.shutdown().await;
}

#[tokio::test]
async fn twenty_thousand_orders_are_there_at_once() {
    let shop = Shop::open(|c| c.orders = 20_000).await;
    let counts = shop.sim.counts();
    assert_eq!(counts.orders + counts.trashed_orders, 20_000);
    let oldest = shop.sim.order_heads().iter().map(|o| o.created).min().unwrap();
    let year = start_of_time().as_second() - 365 * 86_400;
    assert!((year..year + 86_400).contains(&oldest));
    assert_eq!(shop.get("orders?per_page=100&page=150").await.ids().len(), 100);
}
