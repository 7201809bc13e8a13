//! The first page adds up the right orders, keeps currencies apart and names what needs somebody.

use std::collections::BTreeMap;

use fulexo_kernel::TenantId;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::testing::{Answer, TestApp};

/// Places orders at moments, in a status, of a total.
async fn place(app: &TestApp, tenant: TenantId, store: Uuid, orders: &[(&str, &str, &str, &str)]) {
    for (placed, status, currency, total) in orders {
        let id = i64::from(rand_id());
        let fields = json!({
            "id": id, "number": id.to_string(), "status": status, "currency": currency, "total": total,
            "date_created_gmt": placed, "date_modified_gmt": placed
        });
        app.order(tenant, store, fields).await;
    }
}

fn rand_id() -> u32 {
    u32::from_be_bytes(Uuid::new_v4().as_bytes()[..4].try_into().unwrap()) / 2
}

fn needs(home: &Answer) -> BTreeMap<String, Value> {
    let needs = home.json["needs"].as_array().unwrap();
    needs.iter().map(|n| (n["kind"].as_str().unwrap().to_owned(), n.clone())).collect()
}

#[tokio::test]
async fn today_is_held_against_the_same_weekday() {
    // it is Monday, 12:30 in Istanbul
    let app = TestApp::new().await;
    let tenant = app.tenant("Nordlicht").await;
    let store = app.store(tenant, "Nordlicht EU").await;
    place(
        &app,
        tenant,
        store,
        &[
            ("2026-03-01T21:00:00", "processing", "EUR", "1.00"), // Monday, 00:00
            ("2026-03-01T20:59:59", "processing", "EUR", "2.00"), // still Sunday
            ("2026-03-02T09:10:00", "completed", "EUR", "4.00"),  // 12:10
            ("2026-03-02T09:11:00", "checkout-draft", "EUR", "8.00"),
            ("2026-03-02T09:12:00", "trash", "EUR", "16.00"),
            ("2026-02-23T09:10:00", "processing", "EUR", "1.00"), // a week ago, 12:10
            ("2026-02-23T09:50:00", "processing", "EUR", "1.00"),
            ("2026-02-23T06:10:00", "processing", "EUR", "1.00"), // 9:10
            ("2026-02-23T12:10:00", "processing", "EUR", "1.00"), // 15:10
            ("2026-02-16T09:10:00", "processing", "EUR", "1.00"), // two weeks ago, 12:10; the others have nothing
        ],
    )
    .await;
    let home = app.member(tenant, "viewer").await.get("/api/v1/home").await.expect(200);
    let today = &home.json["today"];
    assert_eq!(today["timezone"], "Europe/Istanbul");
    assert_eq!(today["orders"], 2);
    assert_eq!(today["by_hour"][0], 1);
    assert_eq!(today["by_hour"][12], 1);
    assert_eq!(today["by_hour"][13], Value::Null);
    assert_eq!(today["by_hour"].as_array().unwrap().len(), 24);
    assert_eq!([&today["usual_by_hour"][9], &today["usual_by_hour"][12], &today["usual_by_hour"][15]], [0.5, 1.5, 0.5]);
    // half of the hour has passed: 0.5 + 1.5 / 2, rounded
    assert_eq!(today["usual"], 1.0);
}

#[tokio::test]
async fn money_of_two_currencies_is_never_added_up() {
    let app = TestApp::new().await;
    let tenant = app.tenant("Nordlicht").await;
    let store = app.store(tenant, "Nordlicht EU").await;
    place(
        &app,
        tenant,
        store,
        &[
            ("2026-03-02T09:00:00", "processing", "EUR", "10.10"),
            ("2026-03-02T08:00:00", "completed", "EUR", "0.90"),
            ("2026-03-02T08:00:00", "processing", "JPY", "537.27"),
            ("2026-03-01T08:00:00", "on-hold", "EUR", "5.00"),
            ("2026-03-01T08:00:00", "cancelled", "EUR", "100.00"),
            ("2026-02-28T08:00:00", "completed", "EUR", "7.00"),
            ("2026-02-27T08:00:00", "completed", "EUR", "9.00"),
        ],
    )
    .await;
    let admin = app.member(tenant, "admin").await;
    let home = admin.get("/api/v1/home?days=2").await.expect(200);
    assert_eq!(
        home.json["revenue"],
        json!([
            {"currency": "EUR", "total": "16.00", "before": "16.00",
             "days": [{"day": "2026-03-01", "total": "5.00"}, {"day": "2026-03-02", "total": "11.00"}]},
            {"currency": "JPY", "total": "537.27", "before": "0",
             "days": [{"day": "2026-03-01", "total": "0"}, {"day": "2026-03-02", "total": "537.27"}]}
        ])
    );
    assert_eq!(admin.get("/api/v1/home").await.expect(200).json["revenue"][0]["days"].as_array().unwrap().len(), 14);
    for days in ["0", "91", "x"] {
        admin.get(&format!("/api/v1/home?days={days}")).await.expect(422);
    }
}

#[tokio::test]
async fn what_needs_somebody_is_named_with_the_way_there() {
    let app = TestApp::isolated().await;
    app.leave_jobs();
    let (ours, theirs) = (app.tenant("Nordlicht").await, app.tenant("Kitchen").await);
    let (one, two) = (app.store(ours, "Nordlicht EU").await, app.store(theirs, "Kitchen Co").await);
    place(
        &app,
        ours,
        one,
        &[("2026-03-02T08:00:00", "lieferbar", "EUR", "1"), ("2026-03-01T08:00:00", "failed", "EUR", "1")],
    )
    .await;
    place(&app, theirs, two, &[("2026-03-02T07:00:00", "failed", "EUR", "1")]).await;
    app.execute(&format!(
        "update stores set state = 'unreachable', reason = 'It answers 503.', state_since = '2026-03-02T08:55:00Z' where id = '{one}';
         insert into quarantine (tenant_id, id, store_id, resource, raw_hash, raw, reason, first_seen_at, last_seen_at)
         values ('{ours}', '{one}', '{one}', 'order', sha256('x'), 'x', 'odd', '2026-03-02T08:00:00Z', '2026-03-02T08:00:00Z');
         insert into jobs (id, kind, tenant_id, args, state, priority, run_at, max_attempts, created_at, finished_at)
         values ('{one}', 'sync-orders', '{ours}', '{{}}', 'dead', 1, now(), 1, now(), '2026-03-02T08:30:00Z')"
    ))
    .await;
    let home = app.member(ours, "admin").await.get("/api/v1/home").await.expect(200);
    let found = needs(&home);
    let slug = app.rows(&format!("select slug from tenants where id = '{ours}'")).await[0]["slug"].clone();
    let base = format!("/t/{}", slug.as_str().unwrap());
    let unreachable = &found["stores_unreachable"];
    assert_eq!(unreachable["detail"], "Nordlicht EU: It answers 503.");
    assert_eq!(
        (&unreachable["oldest_at"], &unreachable["link"]),
        (&json!("2026-03-02T08:55:00Z"), &json!(format!("{base}/stores")))
    );
    assert_eq!(found["unmapped_status"]["detail"], "“lieferbar”");
    let counts: BTreeMap<&str, i64> = found.iter().map(|(k, n)| (k.as_str(), n["count"].as_i64().unwrap())).collect();
    let want =
        [("dead_jobs", 1), ("failed_orders", 1), ("quarantined", 1), ("stores_unreachable", 1), ("unmapped_status", 1)];
    assert_eq!(counts, BTreeMap::from(want));
    assert_eq!(home.json["setup"], json!({"tenant": true, "store": true, "imported": false}));
    assert_eq!(home.json["stores"].as_array().unwrap().len(), 1);
    // a viewer is not sent where he may not go
    let viewer = needs(&app.member(ours, "viewer").await.get("/api/v1/home").await.expect(200));
    assert!(!viewer.contains_key("dead_jobs") && !viewer.contains_key("quarantined"), "{viewer:?}");
    // staff over all of them
    let all = app.owner().await.get("/api/v1/home").await.expect(200);
    assert_eq!(needs(&all)["failed_orders"]["count"], 2);
    assert_eq!(needs(&all)["failed_orders"]["link"], "/all/orders?status=failed");
    assert_eq!(all.json["stores"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn an_empty_house_shows_the_first_steps() {
    let app = TestApp::isolated().await;
    let owner = app.owner().await;
    let home = owner.get("/api/v1/home").await.expect(200);
    assert_eq!(home.json["setup"], json!({"tenant": false, "store": false, "imported": false}));
    assert_eq!((&home.json["needs"], &home.json["today"]["orders"]), (&json!([]), &json!(0)));
    app.tenant("Nordlicht").await;
    let home = owner.get("/api/v1/home").await.expect(200);
    assert_eq!(home.json["setup"], json!({"tenant": true, "store": false, "imported": false}));
}
