//! The list of orders by tag, beside a model that asks every order: random orders, random acts, random questions.

use std::collections::BTreeSet;

use fulexo_kernel::TenantId;
use rand::{Rng as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use serde_json::{Value, json};
use uuid::Uuid;

use super::create;
use crate::testing::{Actor, TestApp};

const ORDERS: i64 = 60;
const ROUNDS: i64 = 25;
const WORDS: [(&str, &str); 5] = [
    ("processing", "processing"),
    ("completed", "completed"),
    ("on-hold", "on_hold"),
    ("failed", "failed"),
    ("checkout-draft", "draft"),
];
const NAMES: [&str; 3] = ["Ayse", "Jurgen", "Emre"];

/// An order as the model knows it.
struct Known {
    id: String,
    store: usize,
    status: usize,
    minute: i64,
    trashed: bool,
    name: usize,
    tags: BTreeSet<usize>,
}

struct World {
    app: TestApp,
    tenant: TenantId,
    member: Actor,
    stores: [Uuid; 2],
    tags: Vec<String>,
    orders: Vec<Known>,
    /// When a store changed something last.
    changes: i64,
}

/// A question, and which orders answer it.
struct Question {
    query: Vec<(&'static str, String)>,
    wanted: Vec<String>,
}

impl World {
    async fn new(rng: &mut ChaCha8Rng) -> Self {
        let app = TestApp::new().await;
        let tenant = app.tenant("Nordlicht").await;
        let stores = [app.store(tenant, "EU").await, app.store(tenant, "UK").await];
        let member = app.member(tenant, "member").await;
        let mut tags = Vec::new();
        for name in ["VIP", "Gift", "Seldom"] {
            tags.push(create(&member, name, "blue").await.expect(201).text("id").to_owned());
        }
        let mut world = Self { app, tenant, member, stores, tags, orders: Vec::new(), changes: 0 };
        for n in 0..ORDERS {
            let known = Known {
                id: String::new(),
                store: rng.random_range(0..2),
                status: rng.random_range(0..WORDS.len()),
                minute: rng.random_range(0..20),
                trashed: false,
                name: rng.random_range(0..NAMES.len()),
                tags: BTreeSet::new(),
            };
            world.orders.push(known);
            world.write(usize::try_from(n).unwrap()).await;
        }
        world
    }

    /// The store says what the model knows of an order.
    async fn write(&mut self, n: usize) {
        self.changes += 1;
        let known = &self.orders[n];
        let status = if known.trashed { "trash" } else { WORDS[known.status].0 };
        let fields = json!({
            "id": n + 1, "number": format!("n{n}"), "status": status,
            "date_created_gmt": format!("2026-03-02T09:{:02}:00", known.minute),
            "date_modified_gmt": format!("2026-03-03T{:02}:{:02}:00", self.changes / 60, self.changes % 60),
            "billing": { "first_name": NAMES[known.name], "last_name": "Y", "email": "", "phone": "", "city": "" },
        });
        let id = self.app.order(self.tenant, self.stores[known.store], fields).await;
        self.orders[n].id = id.to_string();
    }

    /// Somebody puts a tag on orders or takes it off; the store changes or trashes some.
    async fn act(&mut self, rng: &mut ChaCha8Rng) {
        let n = rng.random_range(0..self.orders.len());
        match rng.random_range(0..6) {
            // in the trash an order keeps the status it had
            0 if !self.orders[n].trashed => {
                self.orders[n].status = rng.random_range(0..WORDS.len());
                self.write(n).await;
            }
            1 => {
                self.orders[n].trashed = !self.orders[n].trashed;
                self.write(n).await;
            }
            2 => {
                self.orders[n].minute = rng.random_range(0..20);
                self.write(n).await;
            }
            3 => {
                let tag = rng.random_range(0..2);
                let Question { query, wanted } = self.question(rng);
                let filter: serde_json::Map<String, Value> = query
                    .into_iter()
                    .map(|(name, value)| (name.to_owned(), if value == "true" { json!(true) } else { json!(value) }))
                    .collect();
                let put = rng.random();
                let body = json!({ "put": put, "filter": filter, "expected": ORDERS });
                let path = format!("/api/v1/tags/{}/matching", self.tags[tag]);
                let answer = self.member.post(&path, body).await.expect(200).json;
                assert_eq!(answer["matching"], wanted.len());
                self.set(tag, put, |order| wanted.contains(&order.id));
            }
            _ => {
                let tag = rng.random_range(0..3);
                // the last tag lies on few
                let size = if tag == 2 { 1 } else { 20 };
                let some: Vec<String> =
                    (0..size).map(|_| self.orders[rng.random_range(0..self.orders.len())].id.clone()).collect();
                let put = rng.random_range(0..3) > 0;
                let none: [&str; 0] = [];
                let body =
                    if put { json!({ "add": some, "remove": none }) } else { json!({ "add": none, "remove": some }) };
                self.member.post(&format!("/api/v1/tags/{}/orders", self.tags[tag]), body).await.expect(200);
                self.set(tag, put, |order| some.contains(&order.id));
            }
        }
    }

    fn set(&mut self, tag: usize, put: bool, of: impl Fn(&Known) -> bool) {
        for order in self.orders.iter_mut().filter(|order| of(order)) {
            if put {
                order.tags.insert(tag)
            } else {
                order.tags.remove(&tag)
            };
        }
    }

    /// A filter that names tags, or none, with any others.
    fn question(&self, rng: &mut ChaCha8Rng) -> Question {
        let some = |rng: &mut ChaCha8Rng, of: usize| (0..of).filter(|_| rng.random()).collect::<BTreeSet<usize>>();
        let tags = some(rng, 3);
        let statuses = if rng.random() { some(rng, WORDS.len()) } else { BTreeSet::new() };
        let store = rng.random_bool(0.3).then(|| rng.random_range(0..2));
        let (from, to) = (rng.random_bool(0.3).then_some(5), rng.random_bool(0.3).then_some(15));
        let name = rng.random_bool(0.3).then(|| rng.random_range(0..NAMES.len()));
        let (drafts, trashed) = (rng.random_bool(0.3), rng.random_bool(0.3));
        let mut query = Vec::new();
        let mut ask = |name, value: Option<String>| query.extend(value.map(|value| (name, value)));
        let joined = |words: Vec<&str>| (!words.is_empty()).then(|| words.join(","));
        ask("tag", joined(tags.iter().map(|&t| self.tags[t].as_str()).collect()));
        ask("status", joined(statuses.iter().map(|&s| WORDS[s].1).collect()));
        ask("store_id", store.map(|s: usize| self.stores[s].to_string()));
        ask("placed_from", from.map(|m| format!("2026-03-02T09:{m:02}:00Z")));
        ask("placed_to", to.map(|m| format!("2026-03-02T09:{m:02}:00Z")));
        ask("q", name.map(|n| NAMES[n].to_owned()));
        ask("include_drafts", drafts.then(|| "true".to_owned()));
        ask("trashed", trashed.then(|| "true".to_owned()));
        let fits = |order: &&Known| {
            (tags.is_empty() || !tags.is_disjoint(&order.tags))
                && (if statuses.is_empty() { drafts || order.status != 4 } else { statuses.contains(&order.status) })
                && store.is_none_or(|store| store == order.store)
                && from.is_none_or(|from| order.minute >= from)
                && to.is_none_or(|to| order.minute < to)
                && name.is_none_or(|name| name == order.name)
                && (trashed || !order.trashed)
        };
        let mut found: Vec<&Known> = self.orders.iter().filter(fits).collect();
        found.sort_by(|a, b| (b.minute, &b.id).cmp(&(a.minute, &a.id)));
        Question { query, wanted: found.into_iter().map(|order| order.id.clone()).collect() }
    }

    /// All pages of an answer.
    async fn ask(&self, query: &[(&'static str, String)], limit: usize) -> Vec<Value> {
        let query: String = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(query).finish();
        let (mut rows, mut after) = (Vec::new(), String::new());
        loop {
            let page = self.member.get(&format!("/api/v1/orders?limit={limit}&{query}{after}")).await.expect(200);
            rows.extend(page.items().iter().cloned());
            match page.json["next"].as_str() {
                Some(next) => after = format!("&after={next}"),
                None => return rows,
            }
        }
    }

    /// Counts by status with tags, as the model counts.
    async fn check_counts(&self, tags: BTreeSet<usize>) {
        let ids: Vec<&str> = tags.iter().map(|&t| self.tags[t].as_str()).collect();
        let counts = self.member.get(&format!("/api/v1/orders/counts?tag={}", ids.join(","))).await.expect(200).json;
        for (n, (_, word)) in WORDS.iter().enumerate() {
            let fits = |o: &&Known| o.status == n && !o.trashed && (tags.is_empty() || !tags.is_disjoint(&o.tags));
            let wanted = self.orders.iter().filter(fits).count();
            assert_eq!(
                counts["by_status"][word].as_u64().unwrap_or_default(),
                u64::try_from(wanted).unwrap(),
                "{word}"
            );
        }
    }
}

#[tokio::test]
#[expect(clippy::print_stdout, reason = "a failing run names its seed")]
async fn the_list_by_tag_is_what_a_model_finds() {
    let seed: u64 = rand::random();
    println!("FULEXO_SEED={seed}");
    let rng = &mut ChaCha8Rng::seed_from_u64(seed);
    let mut world = World::new(rng).await;
    for _ in 0..ROUNDS {
        for _ in 0..4 {
            world.act(rng).await;
        }
        for _ in 0..4 {
            let Question { query, wanted } = world.question(rng);
            let rows = world.ask(&query, rng.random_range(1..12)).await;
            let ids: Vec<&str> = rows.iter().map(|row| row["id"].as_str().unwrap()).collect();
            assert_eq!(ids, wanted, "{query:?}");
            for row in &rows {
                let known = world.orders.iter().find(|order| row["id"] == order.id.as_str()).unwrap();
                let bears: BTreeSet<&str> =
                    row["tag_ids"].as_array().into_iter().flatten().map(|id| id.as_str().unwrap()).collect();
                let wanted: BTreeSet<&str> = known.tags.iter().map(|&tag| world.tags[tag].as_str()).collect();
                assert_eq!(bears, wanted);
            }
        }
    }
    super::at_once::check(&world.app, world.tenant).await;
    world.check_counts(BTreeSet::new()).await;
    world.check_counts(BTreeSet::from([0])).await;
    world.check_counts(BTreeSet::from([0, 1, 2])).await;
}

#[tokio::test]
async fn a_tag_that_is_none_is_told_and_one_that_is_unknown_finds_nothing() {
    let app = TestApp::new().await;
    let (_, member, orders) = super::merchant(&app).await;
    let (_, elsewhere, others) = super::merchant(&app).await;
    let vip = create(&member, "VIP", "red").await.expect(201).text("id").to_owned();
    let foreign = create(&elsewhere, "VIP", "red").await.expect(201).text("id").to_owned();
    member.post(&format!("/api/v1/tags/{vip}/orders"), json!({ "add": orders[..1], "remove": [] })).await.expect(200);
    let on = json!({ "add": others, "remove": [] });
    elsewhere.post(&format!("/api/v1/tags/{foreign}/orders"), on).await.expect(200);
    for route in ["orders", "orders/counts"] {
        let answer = member.get(&format!("/api/v1/{route}?tag=VIP")).await.expect(422);
        assert!(answer.json["fields"]["tag"].is_string(), "{route}");
        // another merchant's tag looks like one that never was
        let (guess, known) =
            (format!("/api/v1/{route}?tag={}", Uuid::new_v4()), format!("/api/v1/{route}?tag={foreign}"));
        assert_eq!(member.get(&guess).await.expect(200).json, member.get(&known).await.expect(200).json, "{route}");
    }
    let both = format!("/api/v1/orders?tag={foreign},{vip},");
    assert_eq!(member.get(&both).await.expect(200).items().len(), 1);
    let many = (0..101).map(|_| Uuid::new_v4().to_string()).collect::<Vec<_>>().join(",");
    member.get(&format!("/api/v1/orders?tag={many}")).await.expect(422);
}

#[tokio::test]
async fn an_order_that_leaves_the_store_leaves_the_list_of_its_tag() {
    let app = TestApp::new().await;
    let (tenant, member, orders) = super::merchant(&app).await;
    let vip = create(&member, "VIP", "red").await.expect(201).text("id").to_owned();
    member.post(&format!("/api/v1/tags/{vip}/orders"), json!({ "add": orders, "remove": [] })).await.expect(200);
    // whoever writes it, in whatever way
    app.execute(&format!("update orders set deleted_at = now() where tenant_id = '{tenant}' and number = '2'")).await;
    let numbers = async |query: &str| member.column(&format!("/api/v1/orders?tag={vip}{query}"), "number").await;
    assert_eq!(numbers("").await, ["3", "1"]);
    assert_eq!(numbers("&trashed=true").await, ["3", "2", "1"]);
    member.delete(&format!("/api/v1/tags/{vip}")).await.expect(204);
    assert!(numbers("&trashed=true").await.is_empty());
    let order = member.get(&format!("/api/v1/orders/{}", orders[0])).await.expect(200).json;
    assert_eq!(order.get("tag_ids"), None);
}
