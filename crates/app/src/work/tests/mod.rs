//! Jobs as people see them, and the chores of the platform.

mod acts;
mod live;
mod look;

use std::time::Duration;

use fulexo_kernel::{Clock, TenantId};
use fulexo_queries::queries::work as sql;
use serde_json::{Value, json};
use uuid::Uuid;

use super::schedules::queue_chores;
use crate::testing::TestApp;

/// Puts a job of a merchant (or of the platform) into the hot table or, finished, into the history.
async fn job(app: &TestApp, tenant: Option<TenantId>, kind: &str, state: &str) -> Uuid {
    let id = Clock::from(app.clock.clone()).id();
    app.advance(Duration::from_millis(1));
    let tenant = tenant.map_or("null".to_owned(), |t| format!("'{t}'"));
    let finished = matches!(state, "completed" | "cancelled");
    let table = if finished { "job_history" } else { "jobs" };
    let ran = if finished || state == "dead" {
        ("finished_at, started_at", "timestamptz '2026-03-02 09:00:02.5Z', timestamptz '2026-03-02 09:00:00Z'")
    } else {
        ("started_at", "null")
    };
    app.execute(&format!(
        "insert into {table} (id, kind, tenant_id, args, state, priority, run_at, attempt, max_attempts, created_at, {})
         values ('{id}', '{kind}', {tenant}, '{{}}', '{state}', 5, now() + interval '1 year', 1, 3, now(), {})",
        ran.0, ran.1
    ))
    .await;
    id
}

fn ids(items: &[Value]) -> Vec<Uuid> {
    items.iter().map(|i| serde_json::from_value(i["id"].clone()).unwrap()).collect()
}

#[tokio::test]
async fn waiting_and_finished_jobs_are_one_list() {
    let app = TestApp::new().await;
    app.leave_jobs();
    let (ours, theirs) = (app.tenant("Nordlicht").await, app.tenant("Kitchen").await);
    let a = job(&app, Some(ours), "sync-orders", "completed").await;
    job(&app, Some(theirs), "sync-orders", "completed").await;
    let b = job(&app, Some(ours), "sync-orders", "scheduled").await;
    let c = job(&app, Some(ours), "sync-products", "dead").await;
    let admin = app.member(ours, "admin").await;
    let all = admin.get("/api/v1/jobs").await.expect(200);
    assert_eq!(ids(all.items()), [c, b, a]);
    let done = &all.items()[2];
    assert_eq!(done["duration_ms"], json!(2500.0));
    assert_eq!((done["state"].as_str(), done["kind"].as_str()), (Some("completed"), Some("sync-orders")));
    for (query, want) in [
        ("kind=sync-orders", vec![b, a]),
        ("state=dead", vec![c]),
        ("state=scheduled,available", vec![b]),
        ("state=completed,dead", vec![c, a]),
        ("state=completed&kind=sync-products", vec![]),
        (&*format!("store_id={}", Uuid::nil()), vec![]),
    ] {
        let found = admin.get(&format!("/api/v1/jobs?{query}")).await.expect(200);
        assert_eq!(ids(found.items()), want, "{query}");
    }
    admin.get("/api/v1/jobs?state=sleeping").await.expect(422);
    app.member(ours, "viewer").await.get("/api/v1/jobs").await.expect(403);
    let mut after = String::new();
    let mut walked = Vec::new();
    for _ in 0..3 {
        let page = admin.get(&format!("/api/v1/jobs?limit=1{after}")).await.expect(200);
        walked.extend(ids(page.items()));
        after = format!("&after={}", page.text("next"));
    }
    assert_eq!(walked, [c, b, a]);
    assert_eq!(after, "&after=");
}

#[tokio::test]
async fn staff_see_granted_merchants_and_only_who_sees_all_sees_the_platform() {
    let app = TestApp::isolated().await;
    app.leave_jobs();
    let (one, two) = (app.tenant("Nordlicht").await, app.tenant("Kitchen").await);
    let a = job(&app, Some(one), "sync-orders", "completed").await;
    let b = job(&app, None, "cleanup-cache", "completed").await;
    let c = job(&app, Some(two), "sync-orders", "scheduled").await;
    let d = job(&app, None, "cleanup-cache", "scheduled").await;
    let owner = app.owner().await;
    assert_eq!(ids(owner.get("/api/v1/jobs").await.expect(200).items()), [d, c, b, a]);
    assert_eq!(ids(owner.within(one).get("/api/v1/jobs").await.expect(200).items()), [a]);
    let some = app.staff("support", Some(&[two])).await;
    assert_eq!(ids(some.get("/api/v1/jobs").await.expect(200).items()), [c]);
    let page = owner.get("/api/v1/jobs?limit=3").await.expect(200);
    assert_eq!(ids(page.items()), [d, c, b]);
    let rest = owner.get(&format!("/api/v1/jobs?limit=3&after={}", page.text("next"))).await.expect(200);
    assert_eq!(ids(rest.items()), [a]);
}

#[tokio::test]
async fn chores_are_queued_when_their_interval_has_passed() {
    let app = TestApp::isolated().await;
    let kinds = "select kind from jobs where tenant_id is null order by kind";
    let both = [json!({"kind": "cleanup-cache"}), json!({"kind": "cleanup-sessions"})];
    assert_eq!(queue_chores(&app.app).await.unwrap(), 2);
    assert_eq!(app.rows(kinds).await, both);
    // two processes at once, and one that has just been started, add nothing
    let (a, b) = tokio::join!(queue_chores(&app.app), queue_chores(&app.app));
    assert_eq!((a.unwrap(), b.unwrap()), (0, 0));
    finish_all(&app).await;
    assert_eq!(queue_chores(&app.app).await.unwrap(), 0);
    app.advance(Duration::from_secs(600));
    assert_eq!(queue_chores(&app.app).await.unwrap(), 1);
    assert_eq!(app.rows(kinds).await, [json!({"kind": "cleanup-cache"})]);
    app.advance(Duration::from_secs(3000));
    assert_eq!(queue_chores(&app.app).await.unwrap(), 1);
}

/// Ends everything that waits, as a worker would.
async fn finish_all(app: &TestApp) {
    app.execute(
        "with done as (delete from jobs returning *)
         insert into job_history (id, kind, tenant_id, args, state, priority, attempt, max_attempts, run_at, created_at, finished_at)
         select id, kind, tenant_id, args, 'completed', priority, 1, max_attempts, run_at, created_at, run_at from done",
    )
    .await;
}

#[tokio::test]
async fn chores_keep_the_house_small() {
    let app = TestApp::isolated().await;
    let tenant = app.tenant("Nordlicht").await;
    let member = app.member(tenant, "member").await;
    let staff = app.owner().await;
    staff.get("/api/v1/orders").await.expect(200);
    app.execute(&format!(
        "insert into outbox (tenant_id, kind, op, ids, at) values
         ('{tenant}', 'order', 'created', '{{}}', '2026-03-02T08:29:00Z'), ('{tenant}', 'order', 'created', '{{}}', '2026-03-02T08:31:00Z')"
    ))
    .await;
    app.execute(
        "insert into job_stats (at, kind, worker, done) values
         ('2026-02-23T09:20:00Z', 'sync-orders', gen_random_uuid(), 1), ('2026-02-23T09:40:00Z', 'sync-orders', gen_random_uuid(), 2)",
    )
    .await;
    app.execute(&format!(
        "insert into reports (tenant_id, id, kind, filters, state, created_by, created_at, finished_at)
         select '{tenant}', gen_random_uuid(), 'orders', '{{}}', 'done', gen_random_uuid(), x.at, x.at
         from unnest('{{2026-02-23T09:29:00Z, 2026-03-01T09:30:00Z}}'::timestamptz[]) as x (at)"
    ))
    .await;
    super::chores::cleanup_cache(&app.app).await.unwrap();
    super::chores::cleanup_sessions(&app.app).await.unwrap();
    assert_eq!(app.rows("select 1 as n from reports").await.len(), 1);
    assert_eq!(app.rows("select 1 as n from outbox where kind = 'order'").await.len(), 1);
    assert_eq!(app.rows("select done::int from job_stats").await, [json!({ "done": 2 })]);
    assert_eq!(app.rows("select 1 as n from staff_looks").await.len(), 1);
    assert_eq!(app.rows("select 1 as n from sessions").await.len(), 2);
    let partitions = app.rows("select 1 as n from pg_class where relname ~ '^job_history_2026'").await.len();
    assert!(partitions >= 3, "{partitions}");
    app.advance(Duration::from_secs(49 * 3600));
    super::chores::cleanup_cache(&app.app).await.unwrap();
    super::chores::cleanup_sessions(&app.app).await.unwrap();
    for table in ["outbox", "staff_looks", "sessions"] {
        assert!(app.rows(&format!("select 1 as n from {table}")).await.is_empty(), "{table}");
    }
    member.get("/api/v1/orders").await.expect(401);
}

#[tokio::test]
async fn gauges_show_the_queue_and_the_slowest_store() {
    let app = TestApp::isolated().await;
    app.leave_jobs();
    let tenant = app.tenant("Nordlicht").await;
    job(&app, Some(tenant), "sync-orders", "dead").await;
    let store = app.store(tenant, "Nordlicht EU").await;
    app.execute(&format!(
        "insert into store_routes (store_id, tenant_id, secret) values ('{store}', '{tenant}', '');
         insert into store_streams (tenant_id, store_id, stream, state, started_at, last_success_at) values
         ('{tenant}', '{store}', 'orders', 'live', '2026-03-01T00:00:00Z', '2026-03-02T09:29:00Z'),
         ('{tenant}', '{store}', 'products', 'importing', '2026-03-01T00:00:00Z', null)"
    ))
    .await;
    super::lag::Lag::default().measure(&app.app).await.unwrap();
    let text = app.app.metrics_text().await;
    let behind = text.lines().find_map(|l| l.strip_prefix("sync_lag_seconds{stream=\"orders\"} ")).unwrap();
    assert!((behind.parse::<f64>().unwrap() - 60.0).abs() < 1.0, "{behind}");
    assert!(!text.contains("stream=\"products\""), "an import is not behind");
    assert!(text.contains(r#"jobs_queued{kind="sync-orders",state="dead"} 1"#), "{text}");
}

#[tokio::test]
async fn the_schedule_runs_until_told_to_stop() {
    let app = TestApp::isolated().await;
    let stop = tokio_util::sync::CancellationToken::new();
    let mut woken = app.app.listener.subscribe();
    let keeper = tokio::spawn(super::keep_schedules(app.app.clone(), stop.clone()));
    woken.recv().await.unwrap();
    stop.cancel();
    keeper.await.unwrap();
    let tx = app.app.db.system("what is queued").await.unwrap();
    let counts = sql::counts().bind(&tx, &app.app.clock.now()).all().await.unwrap();
    assert_eq!(counts.iter().map(|c| c.n).sum::<i64>(), 2);
}
