//! What open screens hear of jobs, and what the queue costs to look at.

use fulexo_kernel::TenantId;
use fulexo_queries::queries::jobs as sql;
use serde_json::{Value, json};
use uuid::Uuid;

use super::acts::{Queued, text};
use super::ids;
use crate::testing::TestApp;

/// What was told since the start: the merchant, what happened and to what.
async fn told(app: &TestApp) -> Vec<(Value, Value, Value)> {
    let rows = app.rows("select tenant_id, op, ids from outbox where kind = 'job' order by tx, seq").await;
    rows.into_iter().map(|row| (row["tenant_id"].clone(), row["op"].clone(), row["ids"].clone())).collect()
}

/// Makes a job run, and ends it as a worker would.
async fn end(app: &TestApp, id: Uuid, state: &str) {
    let run = Uuid::new_v4();
    app.execute(&format!(
        "update jobs set state = 'available', run_id = '{run}', started_at = now() where id = '{id}';
         insert into job_runs (job_id, run_id, kind, lane, tenant_id, worker, attempt, started_at)
         select id, run_id, kind, lane, tenant_id, gen_random_uuid(), 1, now() from jobs where id = '{id}'"
    ))
    .await;
    let tx = app.app.db.system("end a job").await.unwrap();
    let (now, said) = (app.app.clock.now(), Some("503"));
    let statement = sql::put_back();
    let ended = statement
        .bind(
            &tx,
            &[id].as_slice(),
            &[run].as_slice(),
            &[state].as_slice(),
            &[now].as_slice(),
            &["fail"].as_slice(),
            &[said].as_slice(),
            &[said].as_slice(),
            &[now].as_slice(),
        )
        .all()
        .await
        .unwrap();
    assert_eq!(ended, [id]);
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn what_a_person_would_act_on_is_news() {
    let app = TestApp::isolated().await;
    app.leave_jobs();
    let tenant = app.tenant("Nordlicht").await;
    let store = app.store(tenant, "EU").await;
    let owner = app.owner().await;
    let dies = Queued::new("fetch-record", "available").put(&app, Some(tenant)).await;
    let tries = Queued::new("fetch-record", "available").put(&app, Some(tenant)).await;
    let chore = Queued::new("cleanup-cache", "available").put(&app, None).await;
    end(&app, tries, "retryable").await;
    assert_eq!(told(&app).await, [], "what is tried again is no news");
    end(&app, dies, "dead").await;
    end(&app, chore, "dead").await;
    let updated = |tenant: Option<TenantId>, id: Uuid| (json!(tenant.map(|t| t.0)), json!("updated"), json!([id]));
    assert_eq!(told(&app).await, [updated(Some(tenant), dies), updated(None, chore)]);
    owner.post(&format!("/api/v1/jobs/{dies}/replay"), json!({})).await.expect(200);
    owner.post("/api/v1/jobs/bulk", json!({ "action": "discard", "expected": 1 })).await.expect(200);
    let pause = owner.post("/api/v1/jobs/pauses", json!({ "store_id": store })).await.expect(201).json;
    owner.delete(&format!("/api/v1/jobs/pauses/{}", pause["id"].as_str().unwrap())).await.expect(204);
    let of_pause = |op: &str| (json!(tenant.0), json!(op), json!([pause["id"]]));
    let since = told(&app).await.split_off(2);
    assert_eq!(since, [updated(Some(tenant), dies), updated(None, chore), of_pause("created"), of_pause("deleted")]);
}

#[tokio::test]
async fn one_and_many_stand_in_the_trail_under_the_same_name() {
    let app = TestApp::isolated().await;
    app.leave_jobs();
    let tenant = app.tenant("Nordlicht").await;
    let owner = app.owner().await;
    for _ in 0..2 {
        Queued::new("fetch-record", "dead").put(&app, Some(tenant)).await;
    }
    let one = owner.get("/api/v1/jobs?state=dead&limit=1").await.expect(200);
    owner.post(&format!("/api/v1/jobs/{}/discard", ids(one.items())[0]), json!({})).await.expect(200);
    owner.post("/api/v1/jobs/bulk", json!({ "action": "discard", "expected": 1 })).await.expect(200);
    let acts = app.rows("select action, subject_type from audit_log where action like 'job%' order by id").await;
    let act = |subject: &str| json!({ "action": "job.discard", "subject_type": subject });
    assert_eq!(acts, [act("job"), act("jobs")]);
}

/// Many jobs of a kind, from one statement.
async fn many(app: &TestApp, tenant: TenantId, kind: &str, state: &str, n: u32) {
    app.execute(&format!(
        "insert into jobs (id, kind, tenant_id, args, state, priority, run_at, max_attempts, created_at)
         select gen_random_uuid(), '{kind}', '{tenant}', '{{}}', '{state}', 1, '2026-03-02 09:00Z', 3, now() from generate_series(1, {n})"
    ))
    .await;
}

#[tokio::test]
async fn a_queue_is_counted_to_a_limit() {
    let app = TestApp::isolated().await;
    app.leave_jobs();
    let (ours, theirs) = (app.tenant("Nordlicht").await, app.tenant("Kitchen").await);
    many(&app, ours, "fetch-record", "available", 10_050).await;
    many(&app, ours, "sync-orders", "retryable", 3).await;
    many(&app, theirs, "fetch-record", "available", 2).await;
    let totals = |n: i64, retryable: i64, more: &[&str]| json!({ "waiting": n, "scheduled": 0, "running": 0, "retryable": retryable, "dead": 0, "done": 0, "first_try": 0, "more": more });
    let owner = app.owner().await;
    for (actor, want) in [
        (owner.within(ours), totals(10_000, 3, &["waiting"])),
        (owner.within(theirs), totals(2, 0, &[])),
        (app.staff("admin", Some(&[ours, theirs])).await, totals(10_000, 3, &["waiting"])),
        (owner, totals(10_000, 3, &["waiting"])),
    ] {
        assert_eq!(actor.get("/api/v1/jobs/summary").await.expect(200).json["totals"], want);
    }
}

#[tokio::test]
async fn what_runs_is_listed_of_merchants_in_sight() {
    let app = TestApp::isolated().await;
    app.leave_jobs();
    let (ours, theirs) = (app.tenant("Nordlicht").await, app.tenant("Kitchen").await);
    let mut running = Vec::new();
    for tenant in [Some(ours), Some(theirs), None] {
        let kind = if tenant.is_some() { "fetch-record" } else { "cleanup-cache" };
        let key = [("serial_key", text(&running.len().to_string()))];
        let id = Queued { fields: &key, ..Queued::new(kind, "available") }.put(&app, tenant).await;
        app.execute(&format!(
            "update jobs set run_id = gen_random_uuid() where id = '{id}';
             insert into job_runs (job_id, run_id, kind, lane, tenant_id, worker, attempt, started_at)
             select id, run_id, kind, lane, tenant_id, gen_random_uuid(), 1, now() from jobs where id = '{id}'"
        ))
        .await;
        running.push(id);
    }
    let [a, b, c] = running[..] else { panic!("{running:?}") };
    let (owner, admin) = (app.owner().await, app.member(ours, "admin").await);
    for (actor, query, want) in [
        (&owner, "", vec![c, b, a]),
        (&owner, "&kind=fetch-record", vec![b, a]),
        (&owner.within(theirs), "", vec![b]),
        (&admin, "", vec![a]),
    ] {
        let found = actor.get(&format!("/api/v1/jobs?state=running{query}")).await.expect(200);
        assert_eq!(ids(found.items()), want, "{query}");
    }
    let page = owner.get("/api/v1/jobs?state=running&limit=2").await.expect(200);
    assert_eq!(ids(page.items()), [c, b]);
    let rest = owner.get(&format!("/api/v1/jobs?state=running&limit=2&after={}", page.text("next"))).await.expect(200);
    assert_eq!(ids(rest.items()), [a]);
}
