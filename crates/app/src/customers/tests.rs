//! Customers through HTTP: merged shoppers, what they spent, and what others may not see.

use std::time::Duration;

use serde_json::{Value, json};
use uuid::Uuid;

use super::list::{Filter, statement};
use crate::testing::{Actor, TestApp};

async fn names(actor: &Actor, query: &str) -> Vec<String> {
    let answer = actor.get(&format!("/api/v1/customers?{query}")).await.expect(200);
    answer.items().iter().map(|c| c["name"].as_str().unwrap().to_owned()).collect()
}

fn bought(id: i64, first: &str, email: &str, more: Value) -> Value {
    let person = json!({"first_name": first, "last_name": "Yıldız", "email": email, "city": "İzmir", "country": "TR"});
    let mut fields = json!({"id": id, "number": id.to_string(), "billing": person, "shipping": {}});
    fields.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    fields
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
