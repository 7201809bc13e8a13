//! Products through HTTP: filters, search, pages, one product, and what others may not see.

use std::time::Duration;

use fulexo_db::Sql;
use fulexo_queries::queries::stores::lock_applies;
use serde_json::{Value, json};
use uuid::Uuid;

use super::apply::{Reading, mark_deleted};
use super::list::{Filter, Stock, statement};
use crate::copy::Source;
use crate::testing::{Actor, TestApp, merged};

async fn names(actor: &Actor, query: &str) -> Vec<String> {
    actor.column(&format!("/api/v1/products?{query}"), "name").await
}

fn product(id: i64, name: &str, more: Value) -> Value {
    merged(json!({"id": id, "name": name, "sku": format!("SKU-{id}")}), more)
}

#[tokio::test]
async fn filters_and_search_narrow_the_list() {
    let app = TestApp::new().await;
    let tenant = app.tenant("Nordlicht").await;
    let (eu, uk) = (app.store(tenant, "EU").await, app.store(tenant, "UK").await);
    for (store, fields) in [
        (eu, product(1, "Copper ibrik", json!({}))),
        (eu, product(2, "Çay bardağı", json!({"stock_status": "outofstock", "stock_quantity": 0}))),
        (
            uk,
            product(
                3,
                "Steel pan",
                json!({"manage_stock": false, "stock_quantity": null, "stock_status": "onbackorder"}),
            ),
        ),
        (uk, product(4, "Old pan", json!({"status": "draft"}))),
    ] {
        app.advance(Duration::from_secs(1));
        app.product(tenant, store, fields).await;
    }
    let viewer = app.member(tenant, "viewer").await;
    for (query, want) in [
        ("", vec!["Old pan", "Steel pan", "Çay bardağı", "Copper ibrik"]),
        ("stock=out", vec!["Çay bardağı"]),
        ("stock=unmanaged", vec!["Steel pan"]),
        ("stock=in", vec!["Old pan", "Steel pan", "Copper ibrik"]),
        ("status=draft", vec!["Old pan"]),
        (&*format!("store_id={eu}"), vec!["Çay bardağı", "Copper ibrik"]),
        ("q=cay", vec!["Çay bardağı"]),
        ("q=sku-3", vec!["Steel pan"]),
        (&*format!("q=pan&store_id={uk}&status=publish"), vec!["Steel pan"]),
        ("q=glass", vec![]),
    ] {
        assert_eq!(names(&viewer, query).await, want, "{query}");
    }
    viewer.get("/api/v1/products?stock=some").await.expect(422);
    let page = viewer.get("/api/v1/products?limit=3").await.expect(200);
    assert_eq!(names(&viewer, &format!("limit=3&after={}", page.text("next"))).await, ["Copper ibrik"]);
    app.execute(&format!(
        "update listings set deleted_at = now() where tenant_id = '{tenant}' and external_product_id = 4"
    ))
    .await;
    assert_eq!(names(&viewer, "q=pan").await, ["Steel pan"]);
}

#[tokio::test]
async fn a_product_shows_its_listings_and_how_often_it_was_ordered() {
    let app = TestApp::new().await;
    let tenant = app.tenant("Nordlicht").await;
    let store = app.store(tenant, "EU").await;
    let listing = app.product(tenant, store, json!({"attributes": [{"name": "Size", "option": "L"}]})).await;
    for (n, placed) in (1_i64..).zip(["2026-03-01T09:00:00", "2026-02-01T09:00:00", "2026-01-01T09:00:00"]) {
        app.order(tenant, store, json!({"id": n, "date_created_gmt": placed})).await;
    }
    app.order(tenant, store, json!({"id": 4, "line_items": []})).await;
    let viewer = app.member(tenant, "viewer").await;
    let listed = viewer.get("/api/v1/products").await.expect(200).items()[0].clone();
    let id = listed["id"].as_str().unwrap();
    let shown = viewer.get(&format!("/api/v1/products/{id}")).await.expect(200).json;
    assert_eq!(shown["orders_30d"], 2);
    let one = &shown["listings"][0];
    assert_eq!(one["id"], json!(listing));
    assert_eq!(
        [&one["price"], &one["currency"], &one["manage_stock"], &one["stock_quantity"], &one["external_product_id"]],
        ["10.00", "EUR", "yes", "5", "71"]
    );
    assert_eq!((&one["raw"]["sku"], &listed["listings"][0]["raw"]), (&json!("IBRIK-1"), &Value::Null));
    assert_eq!((&one["deleted"], &one["modified_at"]), (&json!(false), &json!("2026-03-01T08:00:00Z")));
    let other = app.member(app.tenant("Kitchen").await, "admin").await;
    let unknown = other.get(&format!("/api/v1/products/{}", Uuid::nil())).await.expect(404);
    assert_eq!(other.get(&format!("/api/v1/products/{id}")).await.expect(404).canonical(), unknown.canonical());
    assert!(other.get("/api/v1/products").await.expect(200).items().is_empty());
}

#[tokio::test]
async fn a_deletion_waits_for_other_writes_of_its_store() {
    let app = TestApp::new().await;
    let tenant = app.tenant("Nordlicht").await;
    let store = app.store(tenant, "EU").await;
    app.product(tenant, store, json!({})).await;
    let writing = app.app.db.tenant(tenant).await.unwrap();
    lock_applies().bind(&writing, &store).one().await.unwrap();
    let tx = app.app.db.tenant(tenant).await.unwrap();
    Sql::new("select set_config('lock_timeout', '20ms', true)").rows(&tx).await.unwrap();
    let reading = Reading { tenant, store, read_at: app.clock.now(), source: Source::Poll };
    let error = mark_deleted(&tx, &app.app, reading, 71).await.unwrap_err();
    assert!(format!("{error:?}").contains("lock timeout"), "{error:?}");
}

#[tokio::test]
async fn every_shape_enters_an_index_by_its_tenant() {
    let app = TestApp::isolated().await;
    let mut tenant = app.tenant("Nordlicht").await;
    for name in ["Kitchen", "Third", "Fourth"] {
        let store = app.store(tenant, name).await;
        app.execute(&format!(
            "insert into products (tenant_id, id, name, created_at, updated_at)
             select '{tenant}', gen_random_uuid(), n::text, now(), now() - make_interval(mins => n) from generate_series(1, 4000) n;
             insert into listings (tenant_id, id, store_id, product_id, external_product_id, type, status, name, manage_stock
               , stock_status, raw, content_hash, store_modified_at, read_at, created_at, updated_at)
             select tenant_id, id, '{store}', id, name::int, 'simple', 'publish', name, 'yes', 'instock', '{{}}', '', now(), now(), now(), now()
             from products where tenant_id = '{tenant}';
             insert into product_tokens select tenant_id, 'n' || name, id from products where tenant_id = '{tenant}'"
        ))
        .await;
        tenant = app.tenant(name).await;
    }
    app.execute("analyze products; analyze listings; analyze product_tokens").await;
    let tx = app.app.db.tenant(tenant).await.unwrap();
    for store_id in [None, Some(Uuid::nil())] {
        for stock in [None, Some(Stock::In), Some(Stock::Out), Some(Stock::Unmanaged)] {
            for q in [None, Some("n17".to_owned()), Some("n".to_owned())] {
                for status in [None, Some("publish".to_owned())] {
                    for after in [None, Some((app.clock.now(), Uuid::max()))] {
                        let filter = Filter { q: q.clone(), store_id, stock, status: status.clone() };
                        let plan = statement(&filter, after, 50).plan(&tx).await.unwrap();
                        assert!(!plan.contains("Seq Scan"), "{filter:?}\n{plan}");
                    }
                }
            }
        }
    }
}
