//! The client against the simulated store: every way to the API, with every kind of credentials.
#![cfg(test)]

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use fulexo_woo::{AuthKind, Client, Credentials, Env, ListQuery, Options, Probe, Retry, StoreFacts, Target, Transport};
use fulexo_woo_sim::{Fault, Profile, Sim, SimClock, SimConfig, SimHandle};
use jiff::{SignedDuration, Timestamp};
use serde_json::json;

const NOW: &str = "2026-11-22T06:40:00Z";

fn now() -> Timestamp {
    NOW.parse().unwrap()
}

/// A store whose clock goes wrong by so many minutes.
async fn store(profile: Profile, pretty_permalinks: bool, wrong: i64) -> SimHandle {
    let clock = SimClock::from_fn(move || now() + SignedDuration::from_mins(wrong));
    let config =
        SimConfig { profile, pretty_permalinks, clock, orders: 30, products: 5, customers: 5, ..SimConfig::default() };
    Sim::start(config).await.unwrap()
}

fn http() -> reqwest::Client {
    let none = reqwest::redirect::Policy::none();
    // Certificates are the concern of those who hand in the client.
    reqwest::Client::builder().redirect(none).no_proxy().tls_danger_accept_invalid_certs(true).build().unwrap()
}

fn env() -> Env {
    // One for all: a store remembers nonces, whoever sent them.
    static NUMBERS: AtomicU64 = AtomicU64::new(1);
    Env::new(now, || NUMBERS.fetch_add(1, Ordering::Relaxed))
}

fn options() -> Options {
    Options { retry: Retry::never(), ..Options::default() }
}

fn credentials(sim: &SimHandle) -> Credentials {
    Credentials::new(sim.consumer_key(), sim.consumer_secret())
}

fn client(sim: &SimHandle, tls: bool, transport: Transport, auth: AuthKind) -> Client {
    let site = if tls { sim.https_url() } else { sim.http_url() };
    let site: url::Url = site.parse().unwrap();
    let target = Target { home: site.clone(), site, transport, auth, clock_skew_ms: 0 };
    Client::new(http(), Arc::new(|_| Ok(())), env(), target, credentials(sim), options())
}

async fn probe(sim: &SimHandle, site: &str) -> StoreFacts {
    let probe = Probe { http: http(), guard: Arc::new(|_| Ok(())), env: env(), options: options() };
    probe.run(site, &credentials(sim)).await.unwrap()
}

#[tokio::test]
async fn every_way_to_the_api_reads_filters_and_writes() {
    for profile in [Profile::Hpos10, Profile::Posts9] {
        let sim = store(profile, true, 0).await;
        let id = i64::try_from(sim.order_heads()[0].id).unwrap();
        for transport in Transport::ALL {
            for (tls, auth) in
                [(false, AuthKind::OAuth1), (true, AuthKind::OAuth1), (true, AuthKind::Basic), (true, AuthKind::Query)]
            {
                let what = format!("{profile:?} {transport:?} tls: {tls} {auth:?}");
                let client = client(&sim, tls, transport, auth);
                let query = ListQuery::new().per_page(7).page(2).status(&["processing", "completed"]).fields(&["id"]);
                let page = client.orders(&query).await.unwrap_or_else(|error| panic!("{what}: {error}"));
                assert_eq!(page.items.len(), 7, "{what}");
                assert!(page.total.is_some_and(|total| total > 7 && total < 30), "{what}: {:?}", page.total);
                let changed = client.put(&format!("wc/v3/orders/{id}"), &json!({"customer_note": what})).await.unwrap();
                assert!(changed.body.get().contains(&what), "{what}");
                let gone = client.delete("wc/v3/orders/99999999", true).await.unwrap_err();
                assert_eq!(gone.code(), "not-found", "{what}");
            }
        }
    }
}

#[tokio::test]
async fn the_probe_finds_plain_permalinks_with_each_kind_of_keys() {
    let sim = store(Profile::Hpos10, false, 0).await;
    for (site, auth) in [(sim.http_url(), AuthKind::OAuth1), (sim.https_url(), AuthKind::Basic)] {
        let facts = probe(&sim, site).await;
        assert_eq!((facts.transport, facts.auth), (Transport::RestRoute, auth));
        assert_eq!(facts.can_write, Some(true));
        assert!(facts.orders_total.is_some_and(|total| total > 20), "{facts:?}");
    }
}

#[tokio::test]
async fn a_wrong_clock_of_either_side_is_learnt_and_signed_with() {
    for wrong in [-3 * 60, -16, 16, 26 * 60] {
        let sim = store(Profile::Hpos10, true, wrong).await;
        let client = client(&sim, false, Transport::PrettyJson, AuthKind::OAuth1);
        client.orders(&ListQuery::new()).await.unwrap_or_else(|error| panic!("{wrong} min: {error}"));
        assert_eq!(client.clock_skew_ms(), wrong * 60_000 + 500);
        let store_now = now() + SignedDuration::from_mins(wrong) + SignedDuration::from_millis(500);
        assert_eq!(client.store_now(), store_now);
        sim.clear_request_log();
        client.orders(&ListQuery::new()).await.unwrap();
        assert_eq!(sim.request_log().len(), 1, "once learnt, the first signature holds: {wrong} min");
        assert_eq!(probe(&sim, sim.http_url()).await.clock_skew_ms, wrong * 60_000 + 500);
    }
}

#[tokio::test]
async fn a_redirecting_store_is_followed_on_its_own_host_alone() {
    let sim = store(Profile::Hpos10, true, 0).await;
    let client = client(&sim, false, Transport::PrettyJson, AuthKind::OAuth1);
    let id = i64::try_from(sim.order_heads()[0].id).unwrap();
    let to = format!("{}/index.php/wp-json/wc/v3/orders/{id}", sim.http_url());
    sim.faults().on("/wc/v3/orders", Fault::Redirect { status: 302, to: "https://elsewhere.example/".to_owned() });
    assert_eq!(client.order(id).await.unwrap_err().code(), "redirect");
    sim.faults().clear();
    sim.faults().next("/wc/v3/orders", 1, Fault::Redirect { status: 301, to });
    let answer = client.order(id).await.unwrap();
    assert!(answer.redirected_to.is_some_and(|to| to.contains("/index.php/")));
}
