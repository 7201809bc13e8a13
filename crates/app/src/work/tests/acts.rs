//! What people do to jobs, one at a time and many at once.

use std::time::Duration;

use fulexo_kernel::{Clock, TenantId};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::testing::{Actor, TestApp};

/// A job that waits or is dead; `fields` are further columns as SQL.
pub(super) struct Queued<'a> {
    pub kind: &'a str,
    pub state: &'a str,
    pub args: Value,
    pub fields: &'a [(&'a str, String)],
}

impl<'a> Queued<'a> {
    pub(super) const fn new(kind: &'a str, state: &'a str) -> Self {
        Self { kind, state, args: Value::Null, fields: &[] }
    }

    pub(super) async fn put(self, app: &TestApp, tenant: Option<TenantId>) -> Uuid {
        let id = Clock::from(app.clock.clone()).id();
        app.advance(Duration::from_millis(1));
        let tenant = tenant.map_or("null".to_owned(), |t| format!("'{t}'"));
        let args = if self.args.is_null() { json!({}) } else { self.args };
        let (names, values): (Vec<&str>, Vec<&str>) = self.fields.iter().map(|(n, v)| (*n, v.as_str())).unzip();
        let more = |list: Vec<&str>| list.iter().map(|word| format!(", {word}")).collect::<String>();
        let finished = if self.state == "dead" { "'2026-03-02 09:00:02Z'" } else { "null" };
        app.execute(&format!(
            "insert into jobs (id, kind, tenant_id, args, state, priority, run_at, attempt, max_attempts, created_at, finished_at{})
             values ('{id}', '{}', {tenant}, '{args}', '{}', 5, '2026-03-02 10:00:00Z', 1, 3, '2026-03-02 09:00:00Z', {finished}{})",
            more(names), self.kind, self.state, more(values)
        ))
        .await;
        id
    }
}

pub(super) fn text(value: &str) -> String {
    format!("'{value}'")
}

/// What the trail keeps of jobs.
async fn trail(app: &TestApp, tenant: TenantId) -> Vec<(String, Value)> {
    let sql =
        format!("select action, detail from audit_log where tenant_id = '{tenant}' and action like 'job%' order by id");
    let rows = app.rows(&sql).await;
    rows.into_iter().map(|row| (row["action"].as_str().unwrap().to_owned(), row["detail"].clone())).collect()
}

async fn act(actor: &Actor, id: Uuid, act: &str) -> crate::testing::Answer {
    actor.post(&format!("/api/v1/jobs/{id}/{act}"), if act == "replay" { json!({}) } else { Value::Null }).await
}

#[tokio::test]
async fn a_dead_job_is_replayed_or_discarded() {
    let app = TestApp::new().await;
    app.leave_jobs();
    let tenant = app.tenant("Nordlicht").await;
    let admin = app.member(tenant, "admin").await;
    let dead = |fault| Queued {
        fields: Box::leak(Box::new([("last_error", text("503 of 7")), ("fault", text(fault))])),
        ..Queued::new("fetch-record", "dead")
    };
    let (a, b) = (dead("503 of #").put(&app, Some(tenant)).await, dead("503 of #").put(&app, Some(tenant)).await);
    let shown = admin.get(&format!("/api/v1/jobs/{a}")).await.expect(200).json;
    assert_eq!(shown["allowed"], json!(["replay", "discard"]));
    assert_eq!((&shown["fault"], &shown["arguments"]), (&json!("503 of #"), &json!({})));
    let replayed = act(&admin, a, "replay").await.expect(200).json;
    assert_eq!((&replayed["state"], &replayed["attempt"]), (&json!("available"), &json!(0)));
    assert_eq!((replayed.get("last_error"), replayed.get("fault")), (None, None));
    assert_eq!(replayed["waits"], json!({ "cause": "no_worker", "ahead": 0 }));
    assert_eq!(act(&admin, a, "replay").await.expect(409).code(), "job_not_dead");
    assert_eq!(act(&admin, a, "discard").await.expect(409).code(), "job_not_dead");
    let gone = act(&admin, b, "discard").await.expect(200).json;
    assert_eq!((&gone["state"], &gone["allowed"]), (&json!("cancelled"), &json!(["replay"])));
    let closed = app.rows(&format!("select closed_by from job_history where id = '{b}'")).await;
    assert_eq!(closed, [json!({ "closed_by": admin.user_id })]);
    assert!(app.rows(&format!("select 1 as n from jobs where id = '{b}'")).await.is_empty());
    let actions: Vec<String> = trail(&app, tenant).await.into_iter().map(|(action, _)| action).collect();
    assert_eq!(actions, ["job.replay", "job.discard"]);
}

#[tokio::test]
async fn who_may_not_see_it_can_neither_read_nor_act() {
    let app = TestApp::new().await;
    app.leave_jobs();
    let (ours, theirs) = (app.tenant("Nordlicht").await, app.tenant("Kitchen").await);
    let dead = Queued::new("fetch-record", "dead").put(&app, Some(ours)).await;
    let platform = Queued::new("cleanup-cache", "dead").put(&app, None).await;
    let stranger = app.member(theirs, "admin").await;
    let some = app.staff("admin", Some(&[theirs])).await;
    for (actor, id) in [(&stranger, dead), (&some, dead), (&stranger, platform), (&some, platform)] {
        actor.get(&format!("/api/v1/jobs/{id}")).await.expect(404);
        for what in ["replay", "discard", "run-now", "cancel"] {
            act(actor, id, what).await.expect(404);
        }
    }
    let support = app.staff("support", None).await;
    let shown = support.get(&format!("/api/v1/jobs/{dead}")).await.expect(200).json;
    assert_eq!((shown.get("arguments"), &shown["allowed"]), (None, &json!([])));
    act(&support, dead, "replay").await.expect(403);
    support.get("/api/v1/jobs?argument=x").await.expect(403);
    let body = json!({ "action": "replay", "ids": [dead, platform], "expected": 10 });
    let nothing = json!({ "matching": 0, "more": false, "done": 0, "skipped": [] });
    assert_eq!(stranger.post("/api/v1/jobs/bulk", body).await.expect(200).json, nothing);
    let owner = app.owner().await;
    act(&owner, platform, "discard").await.expect(200);
    app.execute(&format!("delete from job_history where id = '{platform}'")).await;
}

#[tokio::test]
async fn arguments_are_edited_but_not_whose_they_are() {
    let app = TestApp::new().await;
    app.leave_jobs();
    let tenant = app.tenant("Nordlicht").await;
    let (store, event, other) = (app.store(tenant, "EU").await, Uuid::new_v4(), Uuid::new_v4());
    let args = |event: Uuid, store: Uuid| json!({ "tenant_id": tenant, "store_id": store, "event_id": event });
    let fields = [("store_id", text(&store.to_string()))];
    let dead = Queued { args: args(event, store), fields: &fields, ..Queued::new("fetch-record", "dead") };
    let id = dead.put(&app, Some(tenant)).await;
    let (owner, admin) = (app.owner().await, app.member(tenant, "admin").await);
    let path = format!("/api/v1/jobs/{id}/replay");
    admin.post(&path, json!({ "arguments": args(other, store) })).await.expect(403);
    for wrong in [args(other, Uuid::new_v4()), json!({ "store_id": store }), json!({})] {
        let answer = owner.post(&path, json!({ "arguments": wrong })).await.expect(422);
        assert!(answer.json["fields"]["arguments"].is_string(), "{wrong}");
    }
    let edited = owner.post(&path, json!({ "arguments": args(other, store) })).await.expect(200).json;
    assert_eq!((&edited["arguments"]["event_id"], &edited["state"]), (&json!(other), &json!("available")));
    let (action, detail) = trail(&app, tenant).await.pop().unwrap();
    assert_eq!((action.as_str(), &detail["arguments"]["from"]["event_id"]), ("job.replay", &json!(event)));
}

#[tokio::test]
async fn keys_follow_from_the_arguments_and_stay_unique() {
    let app = TestApp::new().await;
    app.leave_jobs();
    let tenant = app.tenant("Nordlicht").await;
    let store = app.store(tenant, "EU").await;
    let key = |stream: &str| text(&format!("{store}/{stream}"));
    let args = |stream: &str| json!({ "tenant_id": tenant, "store_id": store, "stream": stream });
    let of_store = ("store_id", text(&store.to_string()));
    let queued = |state, stream, fields| Queued { args: args(stream), fields, ..Queued::new("sync-orders", state) };
    let (orders, refunds) =
        ([of_store.clone(), ("unique_key", key("orders"))], [of_store, ("unique_key", key("refunds"))]);
    let dead = queued("dead", "orders", &orders).put(&app, Some(tenant)).await;
    let waiting = queued("scheduled", "orders", &orders).put(&app, Some(tenant)).await;
    let owner = app.owner().await;
    assert_eq!(act(&owner, dead, "replay").await.expect(409).code(), "job_key_taken");
    // edited, it is another job
    let path = format!("/api/v1/jobs/{dead}/replay");
    owner.post(&path, json!({ "arguments": args("refunds") })).await.expect(200);
    let keys = app.rows(&format!("select unique_key from jobs where id = '{dead}'")).await;
    assert_eq!(keys, [json!({ "unique_key": format!("{store}/refunds") })]);
    // a store's standing job is hurried but not cancelled
    let shown = owner.get(&format!("/api/v1/jobs/{waiting}")).await.expect(200).json;
    assert_eq!(shown["allowed"], json!(["run_now"]));
    assert_eq!(act(&owner, waiting, "cancel").await.expect(409).code(), "conflict");
    act(&owner, waiting, "run-now").await.expect(200);
    assert_eq!(act(&owner, waiting, "run-now").await.expect(409).code(), "conflict");
    // of two dead ones of one key one runs again
    let mut both = Vec::new();
    app.execute(&format!("delete from jobs where tenant_id = '{tenant}'")).await;
    for _ in 0..2 {
        both.push(queued("dead", "refunds", &refunds).put(&app, Some(tenant)).await);
    }
    let body = json!({ "action": "replay", "ids": both, "expected": 2 });
    let done = owner.post("/api/v1/jobs/bulk", body).await.expect(200).json;
    let skipped = json!([{ "reason": "job_key_taken", "n": 1 }]);
    assert_eq!((&done["done"], &done["skipped"]), (&json!(1), &skipped));
    let states = app.rows(&format!("select state from jobs where tenant_id = '{tenant}' order by id")).await;
    assert_eq!(states, [json!({ "state": "dead" }), json!({ "state": "available" })]);
}

#[tokio::test]
async fn a_finished_job_is_done_again_as_another() {
    let app = TestApp::new().await;
    app.leave_jobs();
    let tenant = app.tenant("Nordlicht").await;
    let (store, admin) = (app.store(tenant, "EU").await, app.member(tenant, "admin").await);
    let args = json!({ "tenant_id": tenant, "store_id": store, "event_id": Uuid::new_v4() });
    let fields = [("store_id", text(&store.to_string()))];
    let queued = Queued { args: args.clone(), fields: &fields, ..Queued::new("fetch-record", "retryable") };
    let id = queued.put(&app, Some(tenant)).await;
    act(&admin, id, "replay").await.expect(409);
    let shown = admin.get(&format!("/api/v1/jobs/{id}")).await.expect(200).json;
    assert_eq!(shown["allowed"], json!(["run_now", "cancel"]));
    assert_eq!(shown["waits"]["cause"], "retry");
    act(&admin, id, "cancel").await.expect(200);
    let again = act(&admin, id, "replay").await.expect(200).json;
    assert_ne!(again["id"], json!(id));
    assert_eq!((&again["state"], &again["attempt"], &again["arguments"]), (&json!("available"), &json!(0), &args));
    let (_, detail) = trail(&app, tenant).await.pop().unwrap();
    assert_eq!(detail["again"], json!(id));
}

#[tokio::test]
async fn all_that_match_are_acted_on_once_somebody_saw_how_many() {
    let app = TestApp::new().await;
    app.leave_jobs();
    let (ours, theirs) = (app.tenant("Nordlicht").await, app.tenant("Kitchen").await);
    let fault = |fault| [("fault", text(fault))];
    for (tenant, why) in [(ours, "503"), (ours, "503"), (ours, "404"), (theirs, "503")] {
        Queued { fields: &fault(why), ..Queued::new("fetch-record", "dead") }.put(&app, Some(tenant)).await;
    }
    Queued::new("fetch-record", "retryable").put(&app, Some(ours)).await;
    let staff = app.staff("admin", Some(&[ours, theirs])).await;
    let body = |more: Value| {
        let mut body = json!({ "action": "replay", "kind": "fetch-record", "error": "503" });
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        body
    };
    let bulk = async |actor: &Actor, more: Value| actor.post("/api/v1/jobs/bulk", body(more)).await;
    let faults = staff.get("/api/v1/jobs/faults").await.expect(200);
    let groups: Vec<_> = faults.items().iter().map(|f| (f["fault"].clone(), f["n"].clone())).collect();
    assert_eq!(groups, [(json!("503"), json!(3)), (json!("404"), json!(1))]);
    let counted = bulk(&staff, json!({})).await.expect(200).json;
    assert_eq!(counted, json!({ "matching": 3, "more": false, "done": 0, "skipped": [] }));
    assert_eq!(bulk(&staff, json!({ "expected": 2 })).await.expect(409).code(), "jobs_changed");
    let own = app.member(ours, "admin").await;
    assert_eq!(bulk(&own, json!({})).await.expect(200).json["matching"], json!(2));
    let done = bulk(&staff, json!({ "expected": 3 })).await.expect(200).json;
    assert_eq!((&done["matching"], &done["done"], &done["skipped"]), (&json!(3), &json!(3), &json!([])));
    assert_eq!(bulk(&staff, json!({ "expected": 3 })).await.expect(200).json["done"], json!(0));
    for (tenant, n) in [(ours, 2), (theirs, 1)] {
        let (action, detail) = trail(&app, tenant).await.pop().unwrap();
        assert_eq!(
            (action.as_str(), &detail["done"], &detail["filter"]["error"]),
            ("job.replay", &json!(n), &json!("503"))
        );
    }
    let hurried = json!({ "action": "run_now", "state": "retryable", "expected": 1 });
    assert_eq!(own.post("/api/v1/jobs/bulk", hurried).await.expect(200).json["done"], json!(1));
    for wrong in [json!({ "action": "burn" }), json!({ "action": "replay", "state": "running" })] {
        own.post("/api/v1/jobs/bulk", wrong).await.expect(422);
    }
    let discarded = json!({ "action": "discard", "expected": 1 });
    assert_eq!(own.post("/api/v1/jobs/bulk", discarded).await.expect(200).json["done"], json!(1));
}
