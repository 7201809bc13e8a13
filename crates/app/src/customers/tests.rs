//! Customers through HTTP: merged shoppers, what they spent, and what others may not see.

use std::time::Duration;

use fulexo_kernel::TenantId;
use fulexo_woo::payload;
use serde_json::value::RawValue;
use serde_json::{Value, json};
use uuid::Uuid;

use super::apply::{Incoming, apply};
use super::list::{Filter, statement};
use crate::copy::content_hash;
use crate::testing::{Actor, TestApp, merged};

async fn names(actor: &Actor, query: &str) -> Vec<String> {
    actor.column(&format!("/api/v1/customers?{query}"), "name").await
}

fn bought(id: i64, first: &str, email: &str, more: Value) -> Value {
    let person = json!({"first_name": first, "last_name": "Yıldız", "email": email, "city": "İzmir", "country": "TR"});
    merged(json!({"id": id, "number": id.to_string(), "billing": person, "shipping": {}}), more)
}

#[tokio::test]
async fn a_shopper_of_two_stores_is_one_customer() {
    let app = TestApp::new().await;
    let tenant = app.tenant("Nordlicht").await;
    let (eu, uk) = (app.store(tenant, "EU").await, app.store(tenant, "UK").await);
    let (mail, at) = ("Isil@example.test", |day: u8| json!(format!("2026-02-{day:02}T09:00:00")));
    let eur = json!({"total": "30.00", "date_created_gmt": at(1), "customer_id": 8, "refunds": [{"id": 1, "total": "-5.00"}]});
    app.order(tenant, eu, bought(1, "Işıl", mail, eur)).await;
    app.order(
        tenant,
        uk,
        bought(2, "Işıl", "ISIL@example.test", json!({"total": "12.00", "currency": "GBP", "date_created_gmt": at(2)})),
    )
    .await;
    app.order(
        tenant,
        uk,
        bought(3, "Işıl", mail, json!({"total": "99.00", "status": "cancelled", "date_created_gmt": at(3)})),
    )
    .await;
    app.advance(Duration::from_secs(1));
    app.order(tenant, eu, bought(4, "Ada", "ada@example.test", json!({}))).await;
    let viewer = app.member(tenant, "viewer").await;
    for (query, want) in [
        ("", vec!["Ada Yıldız", "Işıl Yıldız"]),
        ("q=isil", vec!["Işıl Yıldız"]),
        ("q=ISIL@ex", vec!["Işıl Yıldız"]),
        ("q=yildiz%20ada", vec!["Ada Yıldız"]),
        (&*format!("store_id={uk}"), vec!["Işıl Yıldız"]),
        ("q=nobody", vec![]),
    ] {
        assert_eq!(names(&viewer, query).await, want, "{query}");
    }
    let page = viewer.get("/api/v1/customers?limit=1").await.expect(200);
    let page = viewer.get(&format!("/api/v1/customers?limit=1&after={}", page.text("next"))).await.expect(200);
    assert_eq!(page.json["next"], Value::Null);
    let customer = page.items()[0].clone();
    assert_eq!(customer["orders"], 3);
    assert_eq!(
        customer["spent"],
        json!([{"currency": "EUR", "total": "25.00"}, {"currency": "GBP", "total": "12.00"}])
    );
    assert_eq!(
        (&customer["first_order_at"], &customer["last_order_at"]),
        (&json!("2026-02-01T09:00:00Z"), &json!("2026-02-03T09:00:00Z"))
    );
    let identities = customer["identities"].as_array().unwrap();
    assert!(identities.contains(&json!({"store_id": eu, "external_id": "8", "guest": false})), "{identities:?}");
    assert!(identities.contains(&json!({"store_id": uk, "guest": true})), "{identities:?}");
    let id = customer["id"].as_str().unwrap();
    let shown = viewer.get(&format!("/api/v1/customers/{id}")).await.expect(200).json;
    let orders: Vec<_> = shown["orders"].as_array().unwrap().iter().map(|o| o["number"].clone()).collect();
    assert_eq!((orders, &shown["orders_count"]), (vec![json!("3"), json!("2"), json!("1")], &json!(3)));
    assert_eq!((&shown["billing"]["city"], &shown["shipping"]), (&json!("İzmir"), &Value::Null));
    app.staff("billing", None).await.within(tenant).get("/api/v1/customers").await.expect(403);
    let other = app.member(app.tenant("Kitchen").await, "admin").await;
    let unknown = other.get(&format!("/api/v1/customers/{}", Uuid::nil())).await.expect(404);
    assert_eq!(other.get(&format!("/api/v1/customers/{id}")).await.expect(404).canonical(), unknown.canonical());
}

/// Writes what a store says of one of its customers.
async fn account(app: &TestApp, tenant: TenantId, store: Uuid, first: &str, changed: &str) {
    let record = json!({"id": 8, "email": "ada@example.test", "first_name": first, "date_modified_gmt": changed});
    let raw = RawValue::from_string(record.to_string()).unwrap();
    let incoming = Incoming {
        customer: payload::Customer::parse(&raw).unwrap(),
        raw: raw.get().into(),
        hash: content_hash(raw.get()),
    };
    let tx = app.app.db.tenant(tenant).await.unwrap();
    apply(&tx, &app.app.clock, store, app.clock.now(), vec![incoming]).await.unwrap();
    tx.commit().await.unwrap();
}

/// The one customer there is.
async fn only(app: &TestApp, tenant: TenantId) -> Value {
    app.rows(&format!("select id, name, phone, city, updated_at from customers where tenant_id = '{tenant}'"))
        .await
        .remove(0)
}

fn in_city(id: i64, city: &str, created: &str) -> Value {
    let person = json!({"first_name": "Ada", "email": "ada@example.test", "city": city});
    json!({"id": id, "billing": person, "shipping": {}, "date_created_gmt": created, "date_modified_gmt": created})
}

#[tokio::test]
async fn a_date_of_years_ahead_freezes_nobody() {
    let app = TestApp::new().await;
    let tenant = app.tenant("Nordlicht").await;
    let store = app.store(tenant, "EU").await;
    app.order(tenant, store, in_city(1, "İzmir", "2036-01-01T00:00:00")).await;
    app.advance(Duration::from_secs(7200));
    app.order(tenant, store, in_city(2, "Ankara", "2026-03-02T10:30:00")).await;
    assert_eq!(only(&app, tenant).await["city"], "Ankara");
    account(&app, tenant, store, "Ada", "2036-01-01T00:00:00").await;
    app.advance(Duration::from_secs(7200));
    account(&app, tenant, store, "Adalet", "2026-03-02T13:00:00").await;
    assert_eq!(only(&app, tenant).await["name"], "Adalet");
    let raw = app.rows(&format!("select raw->>'first_name' as name from customer_identities where external_id = 8 and tenant_id = '{tenant}'")).await;
    assert_eq!(raw, [json!({"name": "Adalet"})]);
}

#[tokio::test]
async fn the_newest_fact_wins_in_whatever_order_facts_come() {
    let app = TestApp::new().await;
    let tenant = app.tenant("Nordlicht").await;
    let store = app.store(tenant, "EU").await;
    let at = |day: u8| format!("2026-02-{day:02}T09:00:00");
    for (id, city, day, want) in [
        (1, "İzmir", 1, "İzmir"),
        (2, "İzmir", 5, "İzmir"),
        // older than what was seen last, though newer than what was written last
        (3, "Ankara", 3, "İzmir"),
        (4, "Bursa", 6, "Bursa"),
        (5, "İzmir", 5, "Bursa"),
        // nothing said is no fact
        (6, "", 7, "Bursa"),
    ] {
        app.order(tenant, store, in_city(id, city, &at(day))).await;
        assert_eq!(only(&app, tenant).await["city"], want, "order {id}");
    }
    // what an account says counts as seen, too
    account(&app, tenant, store, "Ada", &at(12)).await;
    app.order(tenant, store, in_city(7, "Konya", &at(11))).await;
    assert_eq!(only(&app, tenant).await["city"], "Bursa");
}

#[tokio::test]
async fn the_same_facts_again_write_nothing() {
    let app = TestApp::new().await;
    let tenant = app.tenant("Nordlicht").await;
    let store = app.store(tenant, "EU").await;
    app.order(tenant, store, bought(1, "Ada", "ada@example.test", json!({}))).await;
    let before = app.rows(&format!("select *, xmin from customers where tenant_id = '{tenant}'")).await;
    app.advance(Duration::from_secs(60));
    let later = json!({"date_created_gmt": "2026-03-02T09:20:00", "date_modified_gmt": "2026-03-02T09:20:00"});
    app.order(tenant, store, bought(2, "Ada", "ada@example.test", later.clone())).await;
    let mut silent = bought(3, "Ada", "ada@example.test", later);
    silent["billing"]["city"] = json!("");
    app.order(tenant, store, silent).await;
    assert_eq!(app.rows(&format!("select *, xmin from customers where tenant_id = '{tenant}'")).await, before);
}

#[tokio::test]
async fn his_page_counts_the_orders_it_shows() {
    let app = TestApp::new().await;
    let tenant = app.tenant("Nordlicht").await;
    let store = app.store(tenant, "EU").await;
    let mail = "ada@example.test";
    for (id, status, city) in [
        (1, "completed", "İzmir"),
        (2, "on-hold", "İzmir"),
        (3, "awaiting-wood", "Bursa"),
        (4, "pending", "Bursa"),
        (5, "checkout-draft", "Draft"),
        (6, "trash", "Trash"),
        (7, "processing", "Gone"),
    ] {
        let at = format!("2026-02-{id:02}T09:00:00");
        let mut order = bought(id, "Ada", mail, json!({"status": status, "total": "10.00", "date_created_gmt": at}));
        order["billing"]["city"] = json!(city);
        app.order(tenant, store, order).await;
    }
    app.execute(&format!("update orders set deleted_at = now() where tenant_id = '{tenant}' and external_id = 7"))
        .await;
    let id = only(&app, tenant).await["id"].clone();
    let viewer = app.member(tenant, "viewer").await;
    let shown = viewer.get(&format!("/api/v1/customers/{}", id.as_str().unwrap())).await.expect(200).json;
    let orders: Vec<_> = shown["orders"].as_array().unwrap().iter().map(|o| o["number"].clone()).collect();
    assert_eq!((orders, &shown["orders_count"]), (["4", "3", "2", "1"].map(Value::from).to_vec(), &json!(4)));
    assert_eq!(shown["billing"]["city"], "Bursa");
    // neither what nobody paid nor what nobody knows the state of
    assert_eq!(shown["spent"], json!([{"currency": "EUR", "total": "20.00"}]));
}

#[tokio::test]
async fn every_shape_enters_an_index_by_its_tenant() {
    let app = TestApp::isolated().await;
    let mut tenant = app.tenant("Nordlicht").await;
    for name in ["Kitchen", "Third", "Fourth"] {
        let store = app.store(tenant, name).await;
        app.execute(&format!(
            "insert into customers (tenant_id, id, email_norm, seen_at, created_at, updated_at)
             select '{tenant}', gen_random_uuid(), 'c' || n, now(), now(), now() - make_interval(mins => n) from generate_series(1, 4000) n;
             insert into customer_identities (tenant_id, id, customer_id, store_id, email_norm, created_at)
             select tenant_id, id, id, '{store}', email_norm, now() from customers where tenant_id = '{tenant}';
             insert into customer_tokens select tenant_id, email_norm, id from customers where tenant_id = '{tenant}'"
        ))
        .await;
        tenant = app.tenant(name).await;
    }
    app.execute("analyze customers; analyze customer_identities; analyze customer_tokens").await;
    let tx = app.app.db.tenant(tenant).await.unwrap();
    for store_id in [None, Some(Uuid::nil())] {
        for q in [None, Some("c17".to_owned()), Some("c".to_owned()), Some("c1 c2".to_owned())] {
            for after in [None, Some((app.clock.now(), Uuid::max()))] {
                let filter = Filter { q: q.clone(), store_id };
                let plan = statement(&filter, after, 50).plan(&tx).await.unwrap();
                assert!(!plan.contains("Seq Scan"), "{filter:?}\n{plan}");
            }
        }
    }
}
