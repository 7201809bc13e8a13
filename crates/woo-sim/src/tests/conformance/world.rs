//! A simulated store in the state of the recorded one, and what stands for the recorded ids in it.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{
    recording::{Exchange, Recording},
    wire,
};
use crate::{Access, ApiKey, Profile, tests::Shop, tests::webhooks::Receiver};

/// What an id is the id of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Of {
    Order,
    Refund,
    Note,
    Product,
    Customer,
    Webhook,
    Line,
}

/// A store of one profile with its counterparts of the recorded objects.
pub(super) struct World {
    pub(super) shop: Shop,
    pub(super) receiver: Receiver,
    ids: BTreeMap<(Of, u64), u64>,
    /// Values of a query that depend on the store: recording, parameter, value.
    values: Vec<(&'static str, &'static str, String)>,
}

impl World {
    /// Starts the store and finds, or makes, what the recordings speak of.
    pub(super) async fn open(profile: Profile, recordings: &[Recording]) -> Self {
        let keys = keys(recordings);
        let shop = Shop::open(|c| {
            (c.profile, c.keys) = (profile, keys);
            (c.orders, c.products, c.customers) = if profile.hpos() { (1_500, 300, 60) } else { (300, 300, 60) };
            if !profile.hpos() {
                (c.timezone, c.currency) = ("America/New_York".to_owned(), "USD".to_owned());
            }
        })
        .await;
        let receiver = Receiver::open().await;
        let mut world = Self { shop, receiver, ids: BTreeMap::new(), values: Vec::new() };
        if profile.hpos() {
            world.products().await;
            world.customers().await;
            world.orders().await;
            world.made_orders().await;
            world.times().await;
        } else {
            let drafts = world.shop.get("orders?status=any&per_page=100&customer=3&_fields=id").await;
            world.ids.insert((Of::Order, 961), drafts.ids()[0]);
        }
        world
    }

    fn set(&mut self, of: Of, recorded: u64, ours: &Value) {
        self.ids.insert((of, recorded), ours.as_u64().unwrap());
    }

    /// Returns our id for a recorded one; an id that was never given out stays.
    pub(super) fn id(&self, of: Of, recorded: u64) -> u64 {
        if recorded >= 99_999_999 {
            return recorded;
        }
        *self.ids.get(&(of, recorded)).unwrap_or_else(|| panic!("nothing stands for {of:?} {recorded}"))
    }

    async fn all(&self, path: &str) -> Vec<Value> {
        let mut rows = Vec::new();
        let glue = if path.contains('?') { '&' } else { '?' };
        for page in 1.. {
            let answer = self.shop.get(&format!("{path}{glue}per_page=100&page={page}")).await;
            let found = answer.body.as_array().unwrap();
            if found.is_empty() {
                break;
            }
            rows.extend(found.iter().cloned());
        }
        rows
    }

    async fn products(&mut self) {
        let all = self.all("products?status=any").await;
        let find = |wanted: &dyn Fn(&Value) -> bool| all.iter().find(|p| wanted(p)).unwrap()["id"].clone();
        let counted = |p: &Value| p["type"] == "simple" && p["status"] == "publish" && p["manage_stock"] == true;
        let simple: Vec<Value> = all.iter().filter(|p| counted(p)).map(|p| p["id"].clone()).collect();
        for (recorded, ours) in [657, 650, 649].into_iter().zip(&simple) {
            self.set(Of::Product, recorded, ours);
        }
        let variable = |p: &Value, parent: bool| {
            p["type"] == "variable"
                && p["manage_stock"] == parent
                && p["variations"].as_array().unwrap().len() >= if parent { 2 } else { 5 }
        };
        let parent = find(&|p| variable(p, false));
        let children = all.iter().find(|p| p["id"] == parent).unwrap()["variations"].as_array().unwrap().clone();
        self.set(Of::Product, 651, &parent);
        for (recorded, ours) in [1670, 655, 654].into_iter().zip(&children) {
            self.set(Of::Product, recorded, ours);
        }
        let child = self.shop.get(&format!("products/{}", children[0])).await.body;
        self.values.push(("092", "sku", child["sku"].as_str().unwrap().to_owned()));
        self.set(Of::Product, 660, &find(&|p| variable(p, true)));
        let unmanaged =
            |p: &Value| p["type"] == "simple" && p["manage_stock"] == false && p["stock_status"] == "instock";
        self.set(Of::Product, 658, &find(&unmanaged));
        self.set(Of::Product, 647, &find(&|p| p["type"] == "external"));
        self.set(Of::Product, 597, &find(&|p| p["stock_status"] == "outofstock"));
        self.set(Of::Product, 659, &find(&|p| p["stock_status"] == "onbackorder"));
        self.set(Of::Product, 555, &find(&|p| p["status"] == "draft"));
        self.set(Of::Product, 525, &find(&|p| p["status"] == "private"));
    }

    async fn customers(&mut self) {
        let all = self.all("customers?role=all").await;
        for recorded in [3, 7] {
            let mail = format!("customer{recorded}@kunde.example");
            let found = all.iter().find(|c| c["email"] == mail.as_str()).unwrap()["id"].clone();
            self.set(Of::Customer, recorded, &found);
        }
    }

    /// Finds base orders that are of the kind of the recorded ones.
    async fn orders(&mut self) {
        let all = self.all("orders").await;
        let has = |o: &Value, key: &str| o["meta_data"].as_array().unwrap().iter().any(|m| m["key"] == key);
        let full = |o: &Value, list: &str| !o[list].as_array().unwrap().is_empty();
        let member = |o: &Value| o["customer_id"] != 0;
        let part =
            |o: &Value| member(o) && o["status"] == "completed" && full(o, "refunds") && full(o, "shipping_lines");
        let wanted: [(u64, &dyn Fn(&Value) -> bool); 13] = [
            (2357, &part),
            (2351, &|o| o["status"] == "refunded" && full(o, "shipping_lines")),
            (2339, &|o| has(o, "erp_object") && member(o)),
            (2354, &|o| has(o, "erp_bool") && full(o, "shipping_lines")),
            (2335, &|o| has(o, "dup") && member(o) && full(o, "shipping_lines")),
            (2360, &|o| full(o, "fee_lines") && full(o, "shipping_lines")),
            (2261, &|o| o["currency"] == "JPY" && member(o) && full(o, "shipping_lines")),
            (2320, &|o| o["customer_note"] != "" && o["status"] == "refunded"),
            (2330, &|o| o["billing"]["country"] == "JP" && full(o, "shipping_lines")),
            (2314, &|o| o["status"] == "failed" && full(o, "shipping_lines")),
            (2382, &|o| o["status"] == "processing" && o["customer_id"] != 0),
            (2379, &|o| o["status"] == "pending" && o["customer_id"] == 0),
            (2348, &|o| o["status"] == "processing" && full(o, "shipping_lines")),
        ];
        for (recorded, kind) in wanted {
            let found = all.iter().find(|o| kind(o)).unwrap_or_else(|| panic!("no order like {recorded}"));
            self.set(Of::Order, recorded, &found["id"]);
        }
        self.set(Of::Order, 674, &all.last().unwrap()["id"]);
        let twice = self.id(Of::Order, 2357);
        let second = self.shop.sim.refund(twice, "0.50", "Kulanz").unwrap();
        self.ids.insert((Of::Refund, 2359), second);
    }

    /// Makes the orders that the recorded store's people had made.
    async fn made_orders(&mut self) {
        for recorded in [2384, 2381, 2375] {
            let made = self.shop.send("POST", "orders", Some(&json!({"status": "pending"}))).await;
            self.set(Of::Order, recorded, &made.body["id"]);
        }
        let product =
            json!({"name": "Webhook Ürünü ☕", "regular_price": "9.90", "manage_stock": true, "stock_quantity": 9});
        let product = self.shop.send("POST", "products", Some(&product)).await.body["id"].clone();
        let body = json!({
            "status": "processing", "billing": {"country": "TR", "first_name": "Gülşah"},
            "line_items": [{"product_id": product, "quantity": 2}], "meta_data": [{"key": "list", "value": [1]}],
        });
        let made = self.shop.send("POST", "orders", Some(&body)).await;
        self.set(Of::Order, 1657, &made.body["id"]);
        self.shop.send("DELETE", &format!("products/{product}?force=true"), None).await;
        let counted = self.id(Of::Product, 650);
        let priced = json!({"regular_price": "43.00", "sale_price": ""});
        self.shop.send("PUT", &format!("products/{counted}"), Some(&priced)).await;
        let lines = json!([{"product_id": counted, "quantity": 2}]);
        let body = json!({"status": "processing", "line_items": lines});
        let made = self.shop.send("POST", "orders", Some(&body)).await.body;
        self.set(Of::Order, 2377, &made["id"]);
        self.set(Of::Line, 8228, &made["line_items"][0]["id"]);
        let member = self.id(Of::Customer, 3);
        let ship = json!([{"method_id": "flat_rate", "method_title": "送料", "total": "9.50"}]);
        let (country, coupon) = (json!({"country": "DE"}), json!([{"code": "welcome10"}]));
        let kuwait = json!({
            "currency": "KWD", "status": "processing", "customer_id": member, "billing": country, "line_items": lines, "coupon_lines": coupon,
        });
        let turkey = json!({
            "currency": "TRY", "customer_id": member, "billing": country, "line_items": lines, "shipping_lines": ship,
            "fee_lines": [{"name": "Hediye paketi", "total": "3.99"}], "status": "processing",
        });
        let plain = json!({"status": "processing", "line_items": lines, "billing": country});
        for (recorded, body) in [(2036, kuwait), (2301, turkey), (2378, plain)] {
            let made = self.shop.send("POST", "orders", Some(&body)).await;
            self.set(Of::Order, recorded, &made.body["id"]);
        }
        let variation = self.id(Of::Product, 655);
        let body = json!({
            "status": "processing", "customer_id": member, "billing": {"country": "FR"}, "customer_note": "ギフト包装をお願いします",
            "line_items": [{"variation_id": variation, "quantity": 1}, {"product_id": counted, "quantity": 1}],
            "shipping_lines": ship, "fee_lines": [{"name": "Nachnahmegebühr", "total": "-1.50"}], "coupon_lines": [{"code": "welcome10"}],
            "meta_data": [{"key": "erp_flags", "value": {"synced": true}}, {"key": "erp_json", "value": "{}"}],
        });
        let made = self.shop.send("POST", "orders", Some(&body)).await;
        self.set(Of::Order, 2355, &made.body["id"]);
    }

    /// Finds the seconds and pages that the questions about them need.
    async fn times(&mut self) {
        for head in self.shop.sim.order_heads().iter().filter(|head| head.status == "trash") {
            self.shop.sim.delete_order_forever(head.id).unwrap();
        }
        let second = |row: &Value| row["date_modified_gmt"].as_str().unwrap().to_owned();
        let all = "orders?orderby=modified&order=asc&_fields=id,date_modified_gmt";
        let orders = self.all(all).await;
        // The date of a known order, as recorded: one of many that share their second, with fifty after it.
        let seconds: Vec<String> = orders.iter().map(second).collect();
        let old = |w: &&[String]| w[0] == w[2] && w[0].as_str() < "2026-11-22";
        let tied = seconds.windows(3).rfind(old).unwrap()[0].clone();
        let after = seconds.iter().filter(|s| **s > tied).count();
        for row in orders.iter().take(50_usize.checked_sub(after).unwrap()) {
            self.shop.sim.edit_order(row["id"].as_u64().unwrap(), &json!({})).unwrap();
        }
        let between = seconds.iter().filter(|s| "2026-11-10" < s.as_str()).nth(5).unwrap().clone();
        self.values.push(("027", "modified_before", between));
        for (name, tail) in [("024", ""), ("025", "Z"), ("026", ""), ("048", "+00:00"), ("049", ".000")] {
            self.values.push((name, "modified_after", format!("{tied}{tail}")));
        }
        let products = self.all("products?orderby=modified&order=desc&_fields=id,date_modified_gmt").await;
        self.values.push(("094", "modified_after", second(&products[8])));
        let total = orders.len();
        let pages = total.div_ceil(100);
        self.values.push(("021", "page", pages.to_string()));
        self.values.push(("022", "page", (pages + 1).to_string()));
        self.values.push(("045", "offset", (total - 24).to_string()));
    }

    /// Does what the recorder did between two recordings.
    pub(super) async fn before(&self, name: &str) {
        if name.ends_with("webhook-list-empty") {
            for hook in self.all("webhooks").await {
                self.shop.send("DELETE", &format!("webhooks/{}?force=true", hook["id"]), None).await;
            }
        }
    }

    /// Puts our ids, values and addresses into a recorded request.
    pub(super) fn ask(&self, recording: &Recording) -> Exchange {
        let mut ask = recording.seen.clone();
        ask.route = self.route(&recording.seen);
        let number = recording.name.rsplit('/').next().unwrap();
        for (name, value) in &mut ask.query {
            let mine =
                self.values.iter().find(|v| recording.seen.profile.hpos() && number.starts_with(v.0) && v.1 == name);
            match (name.as_str(), mine) {
                (_, Some((_, _, ours))) => value.clone_from(ours),
                ("customer", _) => *value = self.id(Of::Customer, value.parse().unwrap()).to_string(),
                ("include", _) => {
                    let ids = value.split(',').map(|id| self.id(Of::Order, id.parse().unwrap()).to_string());
                    *value = ids.collect::<Vec<_>>().join(",");
                }
                _ => {}
            }
        }
        let of = if ask.route.contains("/products") { Of::Product } else { Of::Order };
        self.put_ids(&mut ask.sent, of);
        ask
    }

    fn route(&self, seen: &Exchange) -> String {
        let mut out = String::new();
        let mut of = Of::Order;
        for part in seen.route.split('/').skip(1) {
            of = match part {
                "orders" => Of::Order,
                "refunds" => Of::Refund,
                "notes" => Of::Note,
                "products" | "variations" => Of::Product,
                "customers" => Of::Customer,
                "webhooks" => Of::Webhook,
                _ => of,
            };
            let ours = part.parse().map_or_else(|_| part.to_owned(), |id| self.id(of, id).to_string());
            out.push('/');
            out.push_str(&ours);
        }
        out
    }

    fn put_ids(&self, body: &mut Value, of: Of) {
        match body {
            Value::Array(items) => items.iter_mut().for_each(|item| self.put_ids(item, of)),
            Value::Object(fields) => {
                for (name, value) in fields {
                    let of = match name.as_str() {
                        "product_id" | "variation_id" => Of::Product,
                        "line_items" => Of::Line,
                        _ => of,
                    };
                    match (name.as_str(), value.as_u64()) {
                        ("id" | "product_id" | "variation_id", Some(id)) => *value = json!(self.id(of, id)),
                        ("delivery_url", _) => {
                            let url = value.as_str().unwrap().replace("http://127.0.0.1:9099/ok", &self.receiver.url);
                            *value = json!(url);
                        }
                        ("meta_data" | "billing", _) => {}
                        _ => self.put_ids(value, of),
                    }
                }
            }
            _ => {}
        }
    }

    /// Remembers what a request made: later recordings speak of it.
    pub(super) fn remember(&mut self, recorded: &Exchange, ours: &Exchange) {
        if recorded.status != 201 || ours.status != 201 {
            return;
        }
        let of = match recorded.kind().as_str() {
            "order" => Of::Order,
            "refund of an order" => Of::Refund,
            "note" => Of::Note,
            "product" => Of::Product,
            "customer" => Of::Customer,
            _ => Of::Webhook,
        };
        self.set(of, recorded.body["id"].as_u64().unwrap(), &ours.body["id"]);
    }
}

/// The keys the recordings were made with; those that were unknown there are unknown here.
fn keys(recordings: &[Recording]) -> Vec<ApiKey> {
    let mut keys: Vec<ApiKey> = Vec::new();
    for recording in recordings {
        let name = &recording.name;
        if name.contains("unknown-key") || name.contains("wrong-secret") {
            continue;
        }
        let Some((key, secret)) = wire::credentials(recording) else { continue };
        let access = match name {
            name if name.contains("readonly") => Access::Read,
            name if name.contains("writeonly") => Access::Write,
            _ => Access::ReadWrite,
        };
        if keys.iter().all(|known| known.key != key) {
            keys.push(ApiKey { key, secret, access });
        }
    }
    keys
}
