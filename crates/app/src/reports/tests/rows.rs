//! What is in a file: the rows of the list, in its order, as text.

use std::fs;
use std::path::Path;

use fulexo_kernel::TenantId;
use rand::{Rng as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{begin, column, file, merchant, paged, seed};
use crate::reports::sheet::{LINES, ORDERS, safe};
use crate::testing::{Actor, TestApp};

const NAMES: [&str; 8] =
    ["=HYPERLINK(\"x\")", "Yıldız, Işıl", "Ay\"şe\"", "two\nlines", "-2+3", "@SUM(1)", "佐藤", "Müller"];
const STATUSES: [&str; 7] = ["processing", "pending", "on-hold", "completed", "checkout-draft", "trash", "lieferbar"];

/// Orders of all sorts; some of one moment.
async fn fill(app: &TestApp, tenant: TenantId, stores: &[Uuid], rng: &mut ChaCha8Rng) {
    for id in 1..=60 {
        let placed = format!("2026-03-{:02}T{:02}:00:00", rng.random_range(1..=2), rng.random_range(6..9));
        let name = NAMES[rng.random_range(0..NAMES.len())];
        let total = format!("{}.{:02}", rng.random_range(0..900), rng.random_range(0..100));
        let fields = json!({
            "id": id, "number": format!("#{id}"), "status": STATUSES[rng.random_range(0..STATUSES.len())], "total": total,
            "date_created_gmt": placed, "date_modified_gmt": placed,
            "billing": { "first_name": name, "last_name": "", "email": format!("c{}@example.test", id % 5), "country": "TR" },
        });
        app.order(tenant, stores[rng.random_range(0..stores.len())], fields).await;
    }
}

/// Every order of the list, page by page.
async fn listed(actor: &Actor, query: &str) -> Vec<Value> {
    let (mut all, mut after) = (Vec::new(), String::new());
    loop {
        let page = actor.get(&format!("/api/v1/orders?limit=25{after}{query}")).await.expect(200);
        all.extend_from_slice(page.items());
        match page.json["next"].as_str() {
            Some(next) => after = format!("&after={next}"),
            None => return all,
        }
    }
}

/// A value as a cell holds it.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => safe(text).into_owned(),
        Value::Number(number) => number.as_f64().unwrap().to_string(),
        Value::Null => String::new(),
        other => panic!("{other}"),
    }
}

#[tokio::test]
async fn a_file_is_the_list_under_its_filters() {
    let seed = seed();
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let app = paged(7).await;
    let (tenant, actor) = merchant(&app, 0).await;
    let stores = [app.store(tenant, "=Store").await, app.store(tenant, "UK").await];
    fill(&app, tenant, &stores, &mut rng).await;
    for (filters, query) in [
        (json!({}), String::new()),
        (json!({ "store_id": stores[1] }), format!("&store_id={}", stores[1])),
        (json!({ "status": "processing,unknown" }), "&status=processing,unknown".into()),
        (json!({ "q": "muller" }), "&q=muller".into()),
        (json!({ "q": "c1", "status": "completed,pending" }), "&q=c1&status=completed,pending".into()),
        (json!({ "trashed": true, "include_drafts": true }), "&trashed=true&include_drafts=true".into()),
        (
            json!({ "placed_from": "2026-03-01T07:00:00Z", "placed_to": "2026-03-02T08:00:00Z" }),
            "&placed_from=2026-03-01T07:00:00Z&placed_to=2026-03-02T08:00:00Z".into(),
        ),
        (json!({ "q": "nobody" }), "&q=nobody".into()),
    ] {
        let path = begin(&actor, "orders", filters.clone()).await;
        app.drain(tenant).await;
        let (head, rows) = file(&actor, &path).await;
        assert_eq!(head, ORDERS);
        let list = listed(&actor, &query).await;
        assert_eq!(rows.len(), list.len(), "seed {seed}, {filters}");
        for (row, order) in rows.iter().zip(&list) {
            for (name, cell) in ORDERS.iter().zip(row).filter(|(name, _)| **name != "store") {
                assert_eq!(*cell, text(&order[*name]), "seed {seed}, {filters}, {name} of {order}");
            }
            let store = if order["store_id"] == json!(stores[0]) { "'=Store" } else { "UK" };
            assert_eq!(row[12], store);
        }
    }
}

#[tokio::test]
async fn lines_are_rows_of_their_own() {
    let app = paged(2).await;
    let (tenant, actor) = merchant(&app, 0).await;
    let store = app.store(tenant, "EU").await;
    let item = |id: i64, sku: &str, quantity: i64| json!({ "id": id, "name": sku.to_lowercase(), "product_id": 70 + id, "variation_id": 0, "quantity": quantity, "sku": sku, "subtotal": "12.00", "total": "10.50", "total_tax": "1.99", "meta_data": [] });
    for id in 1..=5 {
        let fields = json!({
            "id": id, "number": format!("N{id}"), "date_created_gmt": format!("2026-03-02T08:0{id}:00"),
            "line_items": if id == 3 { json!([]) } else { json!([item(1, "IBRIK-1", 2), item(2, "=CUP", 1)]) },
            "shipping_lines": [{ "id": 9, "method_title": "Post", "total": "4.90", "total_tax": "0.93", "meta_data": [] }],
            "coupon_lines": [{ "id": 8, "code": "ten", "discount": "3.00", "discount_tax": "0.00", "meta_data": [] }],
        });
        app.order(tenant, store, fields).await;
    }
    let path = begin(&actor, "order-lines", json!({ "store_id": store })).await;
    app.drain(tenant).await;
    let (head, rows) = file(&actor, &path).await;
    assert_eq!(head, LINES);
    let store = store.to_string();
    let row = |id: i64, rest: [&str; 9]| {
        let (number, id, placed) = (format!("N{id}"), id.to_string(), format!("2026-03-02T08:0{id}:00Z"));
        let start = [&*number, &*id, &*store, "EU", &*placed, "processing", "EUR"];
        start.into_iter().chain(rest).map(str::to_owned).collect::<Vec<_>>()
    };
    let mut want = Vec::new();
    for id in (1..=5).rev() {
        if id != 3 {
            want.push(row(id, ["item", "IBRIK-1", "ibrik-1", "71", "", "2", "12.00", "10.50", "1.99"]));
            want.push(row(id, ["item", "'=CUP", "'=cup", "72", "", "1", "12.00", "10.50", "1.99"]));
        }
        want.push(row(id, ["shipping", "", "Post", "", "", "", "", "4.90", "0.93"]));
    }
    assert_eq!(rows, want);
}

#[tokio::test]
async fn a_large_page_becomes_several_parts_wherever_letters_end() {
    let app = TestApp::new().await;
    let (tenant, actor) = merchant(&app, 0).await;
    let store = app.store(tenant, "EU").await;
    let names: Vec<String> = (0..20).map(|n| format!("{n}{}", "ş".repeat(20_000))).collect();
    for (id, name) in (1_i64..).zip(&names) {
        let fields = json!({ "id": id, "billing": { "first_name": name, "last_name": "", "email": "" } });
        app.order(tenant, store, fields).await;
    }
    let path = begin(&actor, "orders", json!({})).await;
    app.drain(tenant).await;
    let mut found = column(&actor, &path, "customer_name").await;
    found.sort_unstable();
    let mut want = names;
    want.sort_unstable();
    assert!(found == want, "a name was cut or changed");
    let parts = app
        .rows(&format!("select length(body) as n from report_parts where tenant_id = '{tenant}' order by seq"))
        .await;
    assert_eq!((parts.len(), &parts[0]["n"]), (2, &json!(512 * 1024)));
}

#[tokio::test]
async fn a_file_with_no_rows_has_its_head() {
    let app = paged(7).await;
    let (tenant, actor) = merchant(&app, 2).await;
    let path = begin(&actor, "orders", json!({ "status": "failed" })).await;
    app.drain(tenant).await;
    assert!(column(&actor, &path, "number").await.is_empty());
}

#[test]
fn no_cell_is_a_formula() {
    for (text, cell) in [
        ("=1+1", "'=1+1"),
        ("+90 555", "'+90 555"),
        ("-5", "-5"),
        ("-5.25", "-5.25"),
        ("-5.", "'-5."),
        ("-5-5", "'-5-5"),
        ("--5", "'--5"),
        ("-", "'-"),
        ("+5", "'+5"),
        ("@x", "'@x"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("a=1", "a=1"),
        ("", ""),
    ] {
        assert_eq!(safe(text), cell, "{text:?}");
    }
}

#[test]
fn the_web_app_s_export_has_the_same_names() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web/src/features/orders/csv.ts");
    let text = fs::read_to_string(file).unwrap();
    let columns = text.split("const columns = [").nth(1).unwrap().split(']').next().unwrap();
    let names: Vec<&str> = columns.split(',').map(|name| name.trim().trim_matches('"')).collect();
    assert_eq!(names, ORDERS[..names.len()]);
}
