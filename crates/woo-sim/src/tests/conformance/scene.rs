//! What the recorder did to the store, done to the simulated one.

use std::{collections::BTreeMap, sync::Arc};

use axum::{Router, extract::State, http::HeaderMap};
use serde_json::{Value, json};
use tokio::sync::Semaphore;

use crate::{DeliveryFault, OrderRequest, Profile, SimHandle, tests::Shop, tests::webhooks::Receiver};

/// The topics that are listened to.
const TOPICS: [&str; 12] = [
    "order.created",
    "order.updated",
    "order.deleted",
    "order.restored",
    "product.created",
    "product.updated",
    "product.deleted",
    "product.restored",
    "customer.created",
    "customer.updated",
    "customer.deleted",
    "coupon.deleted",
];

/// A store with hooks on everything, and what later steps speak of.
pub(super) struct Scene {
    pub(super) shop: Shop,
    pub(super) receiver: Receiver,
    pub(super) secret: String,
    ids: BTreeMap<&'static str, u64>,
}

impl Scene {
    pub(super) async fn open(profile: Profile) -> Self {
        let shop = Shop::open(|c| c.profile = profile).await;
        let (receiver, secret) = (Receiver::open().await, "plain-secret-1".to_owned());
        let scene = Self { shop, receiver, secret, ids: BTreeMap::new() };
        if !profile.hpos() {
            scene.listen().await;
            scene.receiver.take();
        }
        scene
    }

    fn sim(&self) -> &SimHandle {
        &self.shop.sim
    }

    async fn listen(&self) {
        for topic in TOPICS {
            let hook = json!({"topic": topic, "delivery_url": self.receiver.url, "secret": self.secret});
            assert_eq!(self.shop.send("POST", "webhooks", Some(&hook)).await.status, 201);
        }
    }

    async fn send(&self, method: &str, path: &str, body: Value) -> Value {
        let answer = self.shop.send(method, path, Some(&body)).await;
        assert!(answer.status < 300, "{method} {path}: {}", answer.body);
        answer.body
    }

    /// Sends and keeps the id of what was made.
    async fn make(&mut self, name: &'static str, path: &str, body: Value) {
        let made = self.send("POST", path, body).await["id"].as_u64().unwrap();
        self.ids.insert(name, made);
    }

    async fn put_order(&self, body: Value) {
        self.send("PUT", &format!("orders/{}", self.ids["order"]), body).await;
    }

    /// Does what the recorder did, then runs the queue.
    pub(super) async fn act(&mut self, slug: &str) {
        match slug {
            "ping" => return self.listen().await,
            "update-during-delivery" => return self.update_during_delivery().await,
            slug if slug.contains("product") || slug.contains("stock") || slug.contains("variation") => {
                self.act_on_products(slug).await;
            }
            slug if slug.contains("customer") => self.act_on_customers(slug).await,
            slug if slug.contains("batch") || slug.contains("delivery") => self.act_on_many(slug).await,
            slug if slug.starts_with("checkout") => self.act_at_checkout(slug),
            slug => self.act_on_orders(slug).await,
        }
        self.sim().run_webhook_queue().await;
    }

    /// Returns a product on sale with a counted stock.
    fn counted(&self, place: usize) -> u64 {
        let ids = self.sim().product_ids(false).into_iter();
        let full = ids.filter(|id| self.sim().stock(*id).is_some_and(|stock| stock > 9));
        full.filter(|id| self.sim().product_json(*id).unwrap()["status"] == "publish").nth(place).unwrap()
    }

    fn lines(&self, place: usize) -> Value {
        json!([{"product_id": self.counted(place), "quantity": 1}])
    }

    async fn act_on_orders(&mut self, slug: &str) {
        let lines = self.lines(0);
        match slug {
            "rest-create-pending" => {
                self.make("order", "orders", json!({"status": "pending", "line_items": lines})).await
            }
            "create" => self.make("order", "orders", json!({"status": "pending"})).await,
            "rest-create-processing" => {
                self.make("order", "orders", json!({"status": "processing", "line_items": lines})).await;
                self.ids.insert("trashed", self.ids["order"]);
            }
            "rest-status-processing" => self.put_order(json!({"status": "processing"})).await,
            "rest-meta" | "meta-only" => self.put_order(json!({"meta_data": [{"key": "k", "value": 1}]})).await,
            "rest-put-nothing-changed" => self.put_order(json!({})).await,
            "rest-refund" => {
                let path = format!("orders/{}/refunds", self.ids["order"]);
                self.send("POST", &path, json!({"amount": "1.00", "api_refund": false})).await;
            }
            "rest-trash" | "rest-trash-2" | "trash" => {
                self.send("DELETE", &format!("orders/{}", self.ids["order"]), json!({})).await;
            }
            "php-untrash" | "untrash" => self.sim().untrash_order(self.ids["order"]).unwrap(),
            "php-status" => self.sim().edit_order(self.ids["order"], &json!({"status": "on-hold"})).unwrap(),
            "rest-order-put-line-items" => {
                self.send("PUT", &format!("orders/{}", self.ids["late"]), json!({"line_items": self.lines(2)})).await;
            }
            "rest-order-put-date" => {
                let path = format!("orders/{}", self.ids["late"]);
                for note in ["one", "two"] {
                    self.send("PUT", &path, json!({"customer_note": note})).await;
                }
            }
            "secret-with-html-entities" => {
                self.make("order", "orders", json!({"status": "pending"})).await;
                self.sim().run_webhook_queue().await;
                self.secret = "a&lt;b&amp;c".to_owned();
                for hook in self.sim().webhooks() {
                    self.send("PUT", &format!("webhooks/{}", hook.id), json!({"secret": self.secret})).await;
                }
                self.receiver.take();
                self.put_order(json!({})).await;
            }
            "owner-user-removed" => {
                self.sim().faults().on_delivery("order.updated", Some(1), DeliveryFault::OwnerGone);
                self.put_order(json!({})).await;
            }
            other => panic!("nobody knows how {other} came about"),
        }
    }

    async fn act_on_many(&mut self, slug: &str) {
        let order = |scene: &Self| format!("orders/{}", scene.ids["late"]);
        match slug {
            "late-delivery" => {
                self.make("late", "orders", json!({"status": "pending", "line_items": self.lines(0)})).await;
                for status in ["processing", "on-hold", "completed"] {
                    self.send("PUT", &order(self), json!({"status": status})).await;
                }
                self.ids.insert("order", self.ids["late"]);
            }
            "deleted-before-delivery" => {
                self.make("gone", "orders", json!({})).await;
                self.send("DELETE", &format!("orders/{}?force=true", self.ids["gone"]), json!({})).await;
            }
            "rest-batch-orders" => {
                // The second of the two was in the trash, and nobody is told of its way out.
                let update = json!([
                    {"id": self.ids["late"], "status": "completed"},
                    {"id": self.ids["trashed"], "status": "completed"},
                ]);
                self.send("POST", "orders/batch", json!({"update": update})).await;
            }
            "rest-batch-orders-2" => {
                let heads = self.sim().order_heads();
                let some = heads.iter().filter(|head| head.status == "completed").take(3);
                let update: Vec<_> = some.map(|head| json!({"id": head.id, "status": "completed"})).collect();
                self.send("POST", "orders/batch", json!({"update": update})).await;
            }
            other => panic!("nobody knows how {other} came about"),
        }
    }

    async fn act_on_products(&mut self, slug: &str) {
        let product = |scene: &Self| format!("products/{}", scene.ids["product"]);
        match slug {
            "rest-product-create" => {
                let body = json!({"name": "Webhook Ürünü ☕", "sku": "WH-1", "regular_price": "9.90", "manage_stock": true,
                    "stock_quantity": 40});
                self.make("product", "products", body).await;
            }
            "rest-product-stock" => drop(self.send("PUT", &product(self), json!({"stock_quantity": 41})).await),
            "php-stock-by-order" => {
                let lines = json!([{"product_id": self.ids["product"], "quantity": 2}]);
                self.make("bought", "orders", json!({"status": "processing", "line_items": lines})).await;
            }
            "php-wc-update-product-stock" => self.sim().set_stock(self.ids["product"], 33).unwrap(),
            "rest-variation-put" => {
                let variations = self.sim().product_ids(true);
                let own = variations.into_iter().find(|id| self.sim().stock(*id).is_some()).unwrap();
                let parent = self.sim().product_json(own).unwrap()["parent_id"].clone();
                self.send("PUT", &format!("products/{parent}/variations/{own}"), json!({"stock_quantity": 7})).await;
            }
            "rest-batch-products" => {
                let update: Vec<_> = (1..4).map(|n| json!({"id": self.counted(n), "stock_quantity": 50 + n})).collect();
                self.send("POST", "products/batch", json!({"update": update})).await;
            }
            "rest-product-trash" => drop(self.send("DELETE", &product(self), json!({})).await),
            "php-product-untrash" => self.sim().untrash_product(self.ids["product"]).unwrap(),
            other => panic!("nobody knows how {other} came about"),
        }
    }

    async fn act_on_customers(&mut self, slug: &str) {
        match slug {
            "rest-customer-create" => {
                self.make("customer", "customers", json!({"email": "yeni@kunde.example", "first_name": "Yeni"})).await;
            }
            "rest-customer-update" => {
                let path = format!("customers/{}", self.ids["customer"]);
                self.send("PUT", &path, json!({"first_name": "Eski"})).await;
            }
            _ => {
                let path = format!("customers/{}?force=true", self.ids["customer"]);
                self.send("DELETE", &path, json!({})).await;
            }
        }
    }

    fn act_at_checkout(&mut self, slug: &str) {
        let status = if slug == "checkout-post" { "on-hold" } else { "checkout-draft" };
        let items = vec![(self.counted(0), 1)];
        let ask = OrderRequest { items, status: Some(status.to_owned()), ..OrderRequest::default() };
        self.ids.insert("order", self.sim().place_order(&ask));
    }

    /// While a receiver takes its time, every further update queues another delivery.
    async fn update_during_delivery(&mut self) {
        let (came, go) = (Arc::new(Semaphore::new(0)), Arc::new(Semaphore::new(0)));
        let url = slow(self.receiver.url.clone(), Arc::clone(&came), Arc::clone(&go)).await;
        for hook in self.sim().webhooks() {
            self.send("PUT", &format!("webhooks/{}", hook.id), json!({"delivery_url": url})).await;
        }
        self.put_order(json!({})).await;
        let meanwhile = async {
            came.acquire().await.unwrap().forget();
            for _ in 0..2 {
                self.put_order(json!({})).await;
            }
            go.add_permits(9);
        };
        tokio::join!(self.sim().run_webhook_queue(), meanwhile);
        self.sim().run_webhook_queue().await;
    }
}

/// A receiver that says when something came, answers when told to, and hands it on.
async fn slow(onward: String, came: Arc<Semaphore>, go: Arc<Semaphore>) -> String {
    type Gate = (String, Arc<Semaphore>, Arc<Semaphore>);
    async fn take(State((onward, came, go)): State<Gate>, mut headers: HeaderMap, body: axum::body::Bytes) {
        came.add_permits(1);
        go.acquire().await.unwrap().forget();
        headers.remove("host");
        headers.remove("content-length");
        let client = reqwest::Client::builder().no_proxy().build().unwrap();
        client.post(onward).headers(headers).body(body).send().await.unwrap();
    }
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/slow", listener.local_addr().unwrap());
    let app = Router::new().fallback(take).with_state((onward, came, go));
    tokio::spawn(async move { axum::serve(listener, app).await.unwrap() });
    url
}
