//! How the queue looks: numbers, reasons, workers, schedules, and what is held back.

use fulexo_kernel::TenantId;
use serde_json::{Value, json};
use uuid::Uuid;

use super::acts::{Queued, text};
use crate::testing::{Actor, TestApp};

async fn waits(actor: &Actor, id: Uuid) -> Value {
    actor.get(&format!("/api/v1/jobs/{id}")).await.expect(200).json["waits"].clone()
}

/// A worker that lives and runs these kinds.
async fn worker(app: &TestApp, kinds: &str) -> Uuid {
    let id = Uuid::new_v4();
    app.execute(&format!(
        "insert into job_workers (id, name, version, kinds, started_at, seen_at, lease_until)
         values ('{id}', 'host:7', '1.0', '{{{kinds}}}', now(), now(), now() + interval '1 hour')"
    ))
    .await;
    id
}

/// Makes a waiting job run.
async fn start(app: &TestApp, worker: Uuid, id: Uuid) {
    app.execute(&format!(
        "update jobs set run_id = '{}', started_at = run_at, attempt = 1, state = 'available' where id = '{id}';
         insert into job_runs (job_id, run_id, kind, lane, tenant_id, serial_key, worker, attempt, started_at)
         select id, run_id, kind, lane, tenant_id, serial_key, '{worker}', attempt, started_at from jobs where id = '{id}'",
        Uuid::new_v4()
    ))
    .await;
}

async fn due(app: &TestApp, tenant: TenantId, kind: &str, more: &[(&str, String)]) -> Uuid {
    let id = Queued { fields: more, ..Queued::new(kind, "available") }.put(app, Some(tenant)).await;
    app.execute(&format!("update jobs set run_at = '2026-03-02 09:00:00Z' where id = '{id}'")).await;
    id
}

#[tokio::test]
async fn a_job_says_why_it_waits() {
    let app = TestApp::isolated().await;
    app.leave_jobs();
    let tenant = app.tenant("Nordlicht").await;
    let (store, owner) = (app.store(tenant, "EU").await, app.owner().await);
    let of_store = |key: &str| [("store_id", text(&store.to_string())), ("serial_key", text(key))];
    let later = Queued::new("fetch-record", "scheduled").put(&app, Some(tenant)).await;
    assert_eq!(waits(&owner, later).await, json!({ "cause": "scheduled", "until": "2026-03-02T10:00:00Z" }));
    let first = due(&app, tenant, "fetch-record", &of_store("a")).await;
    let second = due(&app, tenant, "fetch-record", &of_store("a")).await;
    assert_eq!(waits(&owner, first).await, json!({ "cause": "no_worker", "ahead": 0 }));
    let runs = worker(&app, "fetch-record").await;
    assert_eq!(waits(&owner, second).await, json!({ "cause": "turn", "ahead": 1 }));
    start(&app, runs, first).await;
    assert_eq!(waits(&owner, second).await, json!({ "cause": "serial", "job_id": first, "ahead": 0 }));
    let shown = owner.get(&format!("/api/v1/jobs/{first}")).await.expect(200).json;
    assert_eq!((&shown["state"], shown.get("waits")), (&json!("running"), None));
    assert_eq!((&shown["worker"], &shown["allowed"]), (&json!({ "id": runs, "name": "host:7" }), &json!([])));
    // fetch-record: five of a merchant, ten in all
    let third = due(&app, tenant, "fetch-record", &[]).await;
    for n in 0..4 {
        let id = due(&app, tenant, "fetch-record", &of_store(&format!("b{n}"))).await;
        start(&app, runs, id).await;
    }
    assert_eq!(waits(&owner, third).await["cause"], "merchant_cap");
    let other = app.tenant("Kitchen").await;
    let theirs = due(&app, other, "fetch-record", &[]).await;
    assert_eq!(waits(&owner, theirs).await["cause"], "turn");
    for tenant in [app.tenant("Seyhan").await, app.tenant("Ev").await] {
        for _ in 0..3 {
            let id = due(&app, tenant, "fetch-record", &[]).await;
            start(&app, runs, id).await;
        }
    }
    assert_eq!(waits(&owner, theirs).await["cause"], "kind_full");
    // what is held back is told before everything else, in the list too
    let why = json!({ "store_id": store, "reason": "moving house" });
    owner.within(tenant).post("/api/v1/jobs/pauses", why).await.expect(201);
    let name = app.rows(&format!("select name from users where id = '{}'", owner.user_id)).await;
    let paused = json!({ "cause": "store_paused", "paused_by": name[0]["name"], "reason": "moving house" });
    let page = owner.within(tenant).get("/api/v1/jobs?state=available,running").await.expect(200);
    let of = |id: Uuid| page.items().iter().find(|job| job["id"] == json!(id)).unwrap().get("waits").cloned();
    assert_eq!((of(second), of(first)), (Some(paused), None));
    owner.post("/api/v1/jobs/pauses", json!({ "kind": "fetch-record" })).await.expect(201);
    assert_eq!(waits(&owner, theirs).await["cause"], "kind_paused");
    let workers = owner.get("/api/v1/jobs/workers").await.expect(200);
    let [one] = workers.items() else { panic!("{:?}", workers.json) };
    assert_eq!(
        (&one["name"], &one["running"], &one["kinds"]),
        (&json!("host:7"), &json!(11), &json!(["fetch-record"]))
    );
    assert!((3500.0..=3600.0).contains(&one["lease_seconds"].as_f64().unwrap()), "{one}");
}

#[tokio::test]
async fn kinds_are_held_back_by_overseers_and_stores_by_their_own() {
    let app = TestApp::isolated().await;
    let (ours, theirs) = (app.tenant("Nordlicht").await, app.tenant("Kitchen").await);
    let store = app.store(ours, "EU").await;
    let (admin, other, owner) = (app.member(ours, "admin").await, app.member(theirs, "admin").await, app.owner().await);
    let pauses = "/api/v1/jobs/pauses";
    admin.post(pauses, json!({ "kind": "fetch-record" })).await.expect(403);
    other.post(pauses, json!({ "store_id": store })).await.expect(404);
    for wrong in [json!({}), json!({ "kind": "nothing" }), json!({ "store_id": store, "reason": "x".repeat(201) })] {
        owner.post(pauses, wrong).await.expect(422);
    }
    let first = admin.post(pauses, json!({ "store_id": store, "reason": " stock count " })).await.expect(201).json;
    assert_eq!((&first["reason"], &first["by"]), (&json!("stock count"), &json!("admin")));
    assert_eq!(admin.post(pauses, json!({ "store_id": store })).await.expect(201).json, first);
    let kind = owner.post(pauses, json!({ "kind": "fetch-record" })).await.expect(201).json;
    let summary = admin.get("/api/v1/jobs/summary").await.expect(200).json;
    assert_eq!(summary["stores_paused"], json!([first]));
    let of_kind = summary["kinds"].as_array().unwrap().iter().find(|k| k["kind"] == "fetch-record").unwrap();
    assert_eq!((&of_kind["paused"]["id"], of_kind.get("throughput")), (&kind["id"], None));
    assert_eq!(other.get("/api/v1/jobs/summary").await.expect(200).json["stores_paused"], json!([]));
    let one = |pause: &Value| format!("{pauses}/{}", pause["id"].as_str().unwrap());
    other.delete(&one(&first)).await.expect(404);
    admin.delete(&one(&kind)).await.expect(404);
    admin.delete(&one(&first)).await.expect(204);
    owner.delete(&one(&kind)).await.expect(204);
    owner.delete(&one(&kind)).await.expect(404);
    let acts = app.rows("select action from audit_log where subject_type = 'job_pause' order by id").await;
    let acts: Vec<&str> = acts.iter().map(|row| row["action"].as_str().unwrap()).collect();
    assert_eq!(acts, ["job.pause", "job.pause", "job.resume", "job.resume"]);
}

#[tokio::test]
async fn the_queue_is_summed_up_by_kind() {
    let app = TestApp::isolated().await;
    app.leave_jobs();
    let (ours, theirs) = (app.tenant("Nordlicht").await, app.tenant("Kitchen").await);
    due(&app, ours, "fetch-record", &[]).await;
    Queued::new("fetch-record", "dead").put(&app, Some(ours)).await;
    Queued::new("fetch-record", "retryable").put(&app, Some(theirs)).await;
    Queued::new("cleanup-cache", "dead").put(&app, None).await;
    app.execute(
        "insert into job_stats (at, kind, worker, done, first_try) values
         ('2026-03-02 09:30Z', 'fetch-record', gen_random_uuid(), 5, 4), ('2026-03-02 09:30Z', 'fetch-record', gen_random_uuid(), 2, 2),
         ('2026-03-02 03:40Z', 'fetch-record', gen_random_uuid(), 1, 1), ('2026-03-02 03:30Z', 'fetch-record', gen_random_uuid(), 9, 9)",
    )
    .await;
    let owner = app.owner().await;
    let summary = owner.get("/api/v1/jobs/summary").await.expect(200).json;
    let kind = |summary: &Value, name: &str| {
        summary["kinds"].as_array().unwrap().iter().find(|kind| kind["kind"] == name).cloned()
    };
    let fetch = kind(&summary, "fetch-record").unwrap();
    for (field, n) in [("waiting", 1), ("retryable", 1), ("dead", 1), ("running", 0), ("done", 8), ("first_try", 7)] {
        assert_eq!(fetch[field], json!(n), "{field}");
    }
    let policy = ["priority", "concurrency", "per_tenant", "timeout_seconds", "max_attempts"].map(|f| fetch[f].clone());
    assert_eq!(policy, [10, 10, 5, 300, 10].map(|n| json!(n)));
    assert!((fetch["oldest_seconds"].as_f64().unwrap() - 1800.0).abs() < 1.0, "{fetch}");
    let spans = fetch["throughput"].as_array().unwrap();
    assert_eq!((spans.len(), &spans[0], &spans[35]), (36, &json!(1), &json!(7)));
    assert_eq!((&summary["totals"]["dead"], &summary["totals"]["done"]), (&json!(2), &json!(8)));
    let own = app.member(ours, "admin").await.get("/api/v1/jobs/summary").await.expect(200).json;
    assert_eq!((&own["totals"]["dead"], &own["totals"]["retryable"]), (&json!(1), &json!(0)));
    assert_eq!(kind(&own, "cleanup-cache"), None);
    let text = app.app.metrics_text().await;
    let waited = text.lines().find_map(|l| l.strip_prefix("jobs_oldest_seconds{kind=\"fetch-record\"} ")).unwrap();
    assert!((waited.parse::<f64>().unwrap() - 1800.0).abs() < 1.0, "{waited}");
}

#[tokio::test]
async fn schedules_are_told_with_their_history() {
    let app = TestApp::isolated().await;
    app.leave_jobs();
    let owner = app.owner().await;
    app.execute(
        "insert into job_history (id, kind, args, state, priority, attempt, max_attempts, run_at, created_at, started_at, finished_at)
         select app.uuid_at(at), 'cleanup-cache', '{}', 'completed', 1, 1, 5, at, at, at, at + interval '2 s'
         from generate_series(timestamptz '2026-03-02 07:20Z', '2026-03-02 09:20Z', '10 min') at",
    )
    .await;
    let schedules = owner.get("/api/v1/jobs/schedules").await.expect(200);
    let [cache, sessions] = schedules.items() else { panic!("{:?}", schedules.json) };
    assert_eq!((&cache["every_seconds"], &cache["last_state"]), (&json!(600), &json!("completed")));
    assert_eq!(
        (&cache["last_at"], &cache["next_at"]),
        (&json!("2026-03-02T09:20:00Z"), &json!("2026-03-02T09:30:00Z"))
    );
    let history = cache["history"].as_array().unwrap();
    let tick = json!({ "at": "2026-03-02T09:20:00Z", "outcome": "done", "duration_ms": 2000.0 });
    assert_eq!((history.len(), &history[0]), (10, &tick));
    assert_eq!((sessions.get("last_at"), &sessions["history"]), (None, &json!([])));
    let tenant = app.tenant("Nordlicht").await;
    for path in ["/api/v1/jobs/schedules", "/api/v1/jobs/workers"] {
        app.member(tenant, "admin").await.get(path).await.expect(403);
        app.staff("admin", Some(&[tenant])).await.get(path).await.expect(403);
        owner.within(tenant).get(path).await.expect(200);
    }
}

#[tokio::test]
async fn attempts_are_told_the_latest_first() {
    let app = TestApp::isolated().await;
    app.leave_jobs();
    let tenant = app.tenant("Nordlicht").await;
    let admin = app.member(tenant, "admin").await;
    let id = Queued::new("fetch-record", "dead").put(&app, Some(tenant)).await;
    app.execute(&format!(
        "insert into job_attempts (id, job_id, tenant_id, kind, attempt, worker, started_at, finished_at, outcome, error)
         select app.uuid_at(timestamptz '2026-03-02 09:40Z' + make_interval(secs => n)), '{id}', '{tenant}', 'fetch-record', n, gen_random_uuid()
              , '2026-03-02 09:40Z', '2026-03-02 09:40:01.5Z', case when n = 60 then 'fail' else 'retry' end, 'no answer'
         from generate_series(1, 60) n"
    ))
    .await;
    let shown = admin.get(&format!("/api/v1/jobs/{id}")).await.expect(200).json;
    let attempts = shown["attempts"].as_array().unwrap();
    assert_eq!(attempts.len(), 50);
    let [first, second] = [&attempts[0], &attempts[1]].map(|a| (a["attempt"].clone(), a["outcome"].clone()));
    assert_eq!((first, second), ((json!(60), json!("fail")), (json!(59), json!("retry"))));
    assert_eq!((&attempts[0]["duration_ms"], &attempts[0]["error"]), (&json!(1500.0), &json!("no answer")));
}

#[tokio::test]
async fn jobs_are_found_by_an_argument_and_by_reason() {
    let app = TestApp::isolated().await;
    app.leave_jobs();
    let (ours, theirs) = (app.tenant("Nordlicht").await, app.tenant("Kitchen").await);
    let with = |order: &str| Queued { args: json!({ "order": order, "n": 7 }), ..Queued::new("fetch-record", "dead") };
    let a = with("B-1").put(&app, Some(ours)).await;
    with("B-2").put(&app, Some(ours)).await;
    let b = with("B-1").put(&app, Some(ours)).await;
    let c = with("B-1").put(&app, Some(theirs)).await;
    app.execute(&format!("update jobs set fault = '503 of #' where id in ('{a}', '{c}')")).await;
    let (admin, staff) = (app.member(ours, "admin").await, app.staff("admin", Some(&[ours, theirs])).await);
    let ids = |answer: &crate::testing::Answer| -> Vec<Uuid> {
        answer.items().iter().map(|i| serde_json::from_value(i["id"].clone()).unwrap()).collect()
    };
    for (actor, query, want) in [
        (&admin, "argument=B-1", vec![b, a]),
        (&staff, "argument=B-1", vec![c, b, a]),
        (&staff, "argument=B-1&state=dead&error=503%20of%20%23", vec![c, a]),
        (&admin, "argument=B", vec![]),
        (&admin, "error=503%20of%20%23", vec![a]),
        (&admin, "error=503", vec![]),
    ] {
        assert_eq!(ids(&actor.get(&format!("/api/v1/jobs?{query}")).await.expect(200)), want, "{query}");
    }
    let page = staff.get("/api/v1/jobs?argument=B-1&limit=2").await.expect(200);
    assert_eq!(ids(&page), [c, b]);
    let rest = staff.get(&format!("/api/v1/jobs?argument=B-1&limit=2&after={}", page.text("next"))).await.expect(200);
    assert_eq!((ids(&rest), &rest.json["next"]), (vec![a], &Value::Null));
    // a look ends somewhere: the page is empty and the next one goes on
    app.execute(&format!(
        "insert into jobs (id, kind, tenant_id, args, state, priority, run_at, max_attempts, created_at)
         select app.uuid_at(timestamptz '2026-03-02 12:00Z' + make_interval(secs => n)), 'fetch-record', '{ours}', '{{}}', 'scheduled', 1, '2027-01-01Z', 3, now()
         from generate_series(1, 2500) n"
    ))
    .await;
    let page = staff.get("/api/v1/jobs?argument=B-1").await.expect(200);
    assert!(ids(&page).is_empty() && !page.text("next").is_empty());
    let rest = staff.get(&format!("/api/v1/jobs?argument=B-1&after={}", page.text("next"))).await.expect(200);
    assert_eq!(ids(&rest), [c, b, a]);
}
