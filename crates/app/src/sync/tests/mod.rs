//! Stores read completely, against a store that answers like WooCommerce.

mod answers;
mod bad_deliveries;
mod deliveries;
mod delta;
mod hooks;
mod import;
mod overload;
mod recorded;
mod records;
mod transports;
mod trouble;

use std::collections::BTreeMap;
use std::time::Duration;

use fulexo_kernel::{Clock, TenantId};
use fulexo_woo_sim::{Profile, Sim, SimClock, SimConfig, SimHandle};
use serde_json::{Value, json};

use crate::Config;
use crate::copy::content_hash;
use crate::testing::{Actor, TestApp};

/// How the store is reached.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Way {
    Tls,
    Plain,
}

/// A merchant with one connected store.
pub(crate) struct Shop {
    pub app: TestApp,
    pub tenant: TenantId,
    pub admin: Actor,
    pub sim: SimHandle,
    pub store: String,
}

/// The size and kind of a test's store.
pub(crate) fn small(app: &TestApp, profile: Profile) -> SimConfig {
    let clock: Clock = app.clock.clone().into();
    SimConfig {
        seed: 7,
        orders: 230,
        products: 40,
        customers: 120,
        profile,
        clock: SimClock::from_fn(move || clock.now()),
        ..SimConfig::default()
    }
}

/// Settings that may reach this simulated store and no other private address.
pub(crate) fn config_for(sim: &SimHandle) -> Config {
    let targets = [sim.http_url(), sim.https_url()].map(|url| url.split("//").nth(1).unwrap().parse().unwrap());
    Config {
        allow_private_targets: targets.to_vec(),
        store_retry: fulexo_woo::Retry::never(),
        store_timeout: Duration::from_secs(3),
        ..TestApp::config()
    }
}

/// A product with those settings.
pub(crate) async fn app_for(sim: &SimHandle, app: &TestApp) -> TestApp {
    app.again(config_for(sim)).await
}

impl Shop {
    pub async fn open(profile: Profile, way: Way) -> Self {
        let first = TestApp::new().await;
        let config = small(&first, profile);
        Self::of(&first, config, way).await
    }

    pub async fn of(first: &TestApp, config: SimConfig, way: Way) -> Self {
        let sim = Sim::start(config).await.unwrap();
        let app = app_for(&sim, first).await;
        let tenant = app.tenant("Merchant").await;
        let admin = app.member(tenant, "admin").await;
        let answer = admin.post("/api/v1/woo/stores", connection(&sim, way)).await.expect(201);
        let store = answer.text("id").to_owned();
        Self { app, tenant, admin, sim, store }
    }

    /// Runs everything due, moving the clock on until every stream is live.
    pub async fn import(&self) {
        for _ in 0..40 {
            self.app.drain(self.tenant).await;
            if self.streams().await.values().all(|s| s["state"] == "live") {
                return;
            }
            self.app.advance(Duration::from_secs(3));
        }
        panic!("the import does not end: {:#?}", self.streams().await);
    }

    /// Lets two minutes pass and polls every stream.
    pub async fn poll(&self) {
        self.app.advance(Duration::from_secs(130));
        self.app.drain(self.tenant).await;
        self.app.advance(Duration::from_secs(3));
        self.app.drain(self.tenant).await;
    }

    pub async fn card(&self) -> Value {
        self.admin.get(&format!("/api/v1/woo/stores/{}", self.store)).await.expect(200).json
    }

    pub async fn streams(&self) -> BTreeMap<String, Value> {
        let card = self.card().await;
        let streams = card["streams"].as_array().unwrap().clone();
        streams.into_iter().map(|s| (s["stream"].as_str().unwrap().to_owned(), s)).collect()
    }

    pub async fn rows(&self, sql: &str) -> Vec<Value> {
        self.app.rows(&sql.replace("$store", &format!("'{}'", self.store))).await
    }

    pub async fn count(&self, sql: &str) -> i64 {
        self.rows(&format!("select count(*) as n from ({sql}) x")).await[0]["n"].as_i64().unwrap()
    }

    /// The order as our API shows it.
    pub async fn order(&self, external: u64) -> Value {
        let sql = format!("select id from orders where store_id = $store and external_id = {external}");
        let id = self.rows(&sql).await[0]["id"].as_str().unwrap().to_owned();
        self.admin.get(&format!("/api/v1/orders/{id}")).await.expect(200).json
    }

    /// Panics unless every record is here exactly as the store has it.
    pub async fn assert_mirror(&self) {
        let ours = self
            .rows("select external_id, raw, trashed_at is not null as trashed from orders where store_id = $store and deleted_at is null")
            .await;
        let ours: BTreeMap<u64, Value> = ours.into_iter().map(|o| (o["external_id"].as_u64().unwrap(), o)).collect();
        let heads = self.sim.order_heads();
        assert_eq!(ours.len(), heads.len(), "orders");
        for head in heads {
            let mine = &ours[&head.id];
            let truth = self.sim.order_json(head.id).unwrap();
            assert_eq!(mine["trashed"], json!(truth["status"] == "trash"), "trash of order {}", head.id);
            assert_eq!(hash(&mine["raw"]), hash(&truth), "order {}: {} {}", head.id, mine["raw"], truth);
        }
        for id in self.sim.product_ids(true) {
            let sql = format!(
                "select raw from listings where store_id = $store and deleted_at is null
                 and (external_variation_id = {id} or (external_product_id = {id} and external_variation_id = 0))"
            );
            let mine = self.rows(&sql).await;
            let truth = self.sim.product_json(id).unwrap();
            assert_eq!(mine.len(), 1, "product {id}");
            for field in ["sku", "price", "stock_quantity", "status", "date_modified_gmt"] {
                assert_eq!(mine[0]["raw"][field], truth[field], "{field} of product {id}");
            }
        }
    }
}

fn hash(value: &Value) -> [u8; 32] {
    content_hash(&value.to_string())
}

/// The body that connects a simulated store.
pub(crate) fn connection(sim: &SimHandle, way: Way) -> Value {
    json!({
        "name": "Shop",
        "url": if way == Way::Tls { sim.https_url() } else { sim.http_url() },
        "consumer_key": sim.consumer_key(),
        "consumer_secret": sim.consumer_secret(),
        "tls_fingerprint_sha256": (way == Way::Tls).then(|| sim.tls_fingerprint_sha256()),
    })
}
