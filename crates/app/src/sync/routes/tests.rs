//! Runs, quarantine and deliveries through HTTP.

use std::time::Duration;

use fulexo_kernel::{Clock, TenantId};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::testing::{Answer, TestApp};

fn id(app: &TestApp) -> Uuid {
    app.advance(Duration::from_millis(1));
    Clock::from(app.clock.clone()).id()
}

fn ids(answer: &Answer) -> Vec<Uuid> {
    answer.items().iter().map(|i| serde_json::from_value(i["id"].clone()).unwrap()).collect()
}

async fn run(app: &TestApp, tenant: TenantId, store: Uuid, stream: &str, state: &str) -> Uuid {
    let id = id(app);
    app.execute(&format!(
        "insert into sync_runs (tenant_id, id, store_id, stream, kind, state, started_at, read)
         values ('{tenant}', '{id}', '{store}', '{stream}', 'delta', '{state}', '2026-03-02T09:00:00Z', 7)"
    ))
    .await;
    id
}

#[tokio::test]
async fn runs_are_listed_newest_first_and_merged_for_staff() {
    let app = TestApp::new().await;
    let (one, two) = (app.tenant("Nordlicht").await, app.tenant("Kitchen").await);
    let (shop, other) = (app.store(one, "EU").await, app.store(two, "UK").await);
    let a = run(&app, one, shop, "orders", "succeeded").await;
    let b = run(&app, two, other, "orders", "failed").await;
    let c = run(&app, one, shop, "products", "running").await;
    let member = app.member(one, "member").await;
    let all = member.get("/api/v1/sync/runs").await.expect(200);
    assert_eq!(ids(&all), [c, a]);
    let row = &all.items()[0];
    assert_eq!(
        [&row["stream"], &row["kind"], &row["source"], &row["state"], &row["started_at"]],
        ["products", "delta", "poll", "running", "2026-03-02T09:00:00Z"]
    );
    assert_eq!((&row["read"], &row["ended_at"]), (&json!(7), &Value::Null));
    for (query, want) in
        [("stream=orders", vec![a]), ("state=running", vec![c]), (&*format!("store_id={other}"), vec![])]
    {
        assert_eq!(ids(&member.get(&format!("/api/v1/sync/runs?{query}")).await.expect(200)), want, "{query}");
    }
    let staff = app.staff("admin", Some(&[one, two])).await;
    let page = staff.get("/api/v1/sync/runs?limit=2").await.expect(200);
    assert_eq!(ids(&page), [c, b]);
    let rest = staff.get(&format!("/api/v1/sync/runs?limit=2&after={}", page.text("next"))).await.expect(200);
    assert_eq!(ids(&rest), [a]);
    app.member(one, "viewer").await.get("/api/v1/sync/runs").await.expect(403);
}

#[tokio::test]
async fn quarantined_records_are_shown_raw_until_resolved() {
    let app = TestApp::new().await;
    let tenant = app.tenant("Nordlicht").await;
    let store = app.store(tenant, "EU").await;
    let (open, done) = (id(&app), id(&app));
    for (id, resolved) in [(open, "null"), (done, "now()")] {
        app.execute(&format!(
            "insert into quarantine (tenant_id, id, store_id, resource, raw_hash, raw, reason, first_seen_at, last_seen_at, resolved_at)
             values ('{tenant}', '{id}', '{store}', 'order', sha256('{id}'), '{{\"id\":', 'It ends in the middle.', now(), now(), {resolved})"
        ))
        .await;
    }
    let member = app.member(tenant, "member").await;
    let list = member.get(&format!("/api/v1/sync/quarantine?store_id={store}")).await.expect(200);
    assert_eq!(ids(&list), [open]);
    let row = &list.items()[0];
    assert_eq!((&row["raw"], &row["external_id"], &row["count"]), (&json!("{\"id\":"), &Value::Null, &json!(1)));
}

#[tokio::test]
async fn deliveries_of_a_store_are_its_merchants_alone() {
    let app = TestApp::new().await;
    let (tenant, other) = (app.tenant("Nordlicht").await, app.tenant("Kitchen").await);
    let store = app.store(tenant, "EU").await;
    let (a, b) = (id(&app), id(&app));
    for (id, state) in [(a, "processed"), (b, "ignored")] {
        app.execute(&format!(
            "insert into webhook_events (id, tenant_id, store_id, received_at, topic, resource_id, content_key, body, state)
             values ('{id}', '{tenant}', '{store}', now(), 'order.updated', 9007199254740993, sha256('{id}'), 'abc', '{state}')"
        ))
        .await;
    }
    let member = app.member(tenant, "member").await;
    let path = format!("/api/v1/woo/stores/{store}/deliveries");
    let all = member.get(&path).await.expect(200);
    assert_eq!(ids(&all), [b, a]);
    assert_eq!((&all.items()[0]["bytes"], &all.items()[0]["resource_id"]), (&json!(3), &json!("9007199254740993")));
    assert_eq!(ids(&member.get(&format!("{path}?state=processed")).await.expect(200)), [a]);
    let stranger = app.member(other, "admin").await;
    let unknown = stranger.get(&format!("/api/v1/woo/stores/{}/deliveries", Uuid::nil())).await.expect(404);
    assert_eq!(stranger.get(&path).await.expect(404).canonical(), unknown.canonical());
    assert_eq!(ids(&app.staff("support", Some(&[other, tenant])).await.get(&path).await.expect(200)), [b, a]);
}
