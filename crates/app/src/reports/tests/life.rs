//! How a report comes about, and how it ends: killed and taken up, written twice at once, too long, given up, deleted,
//! forgotten.

use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use fulexo_jobs::{Outcome, Run};
use rand::{Rng as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::{begin, bounded, column, id, merchant, paged, seed};
use crate::reports::Bounds;
use crate::reports::jobs::{GenerateReports, Step, run, step};
use crate::reports::tidy;
use crate::testing::{Actor, TestApp};

const WEEK: Duration = Duration::from_secs(7 * 24 * 3600);

fn attempt() -> Run {
    Run { id: Uuid::new_v4(), attempt: 1, last: false, stopping: CancellationToken::new() }
}

async fn state(actor: &Actor, path: &str) -> Value {
    actor.get(path).await.expect(200).json
}

/// Numbers of orders, the latest first.
fn numbers(n: i64) -> Vec<String> {
    (1..=n).rev().map(|n| n.to_string()).collect()
}

#[tokio::test]
async fn a_killed_writer_is_taken_up_without_a_row_twice_or_lost() {
    let seed = seed();
    let mut rng = ChaCha8Rng::seed_from_u64(seed);
    let app = paged(2).await;
    let (tenant, actor) = merchant(&app, 25).await;
    let mut killed = 0;
    for _ in 0..8 {
        let path = begin(&actor, "orders", json!({})).await;
        let job = GenerateReports { tenant_id: tenant, report_id: id(&path) };
        for _ in 0..3 {
            let mut writing = pin!(run(app.app.clone(), attempt(), job));
            let mut polls = rng.random_range(1..25);
            let ended = poll_fn(|context| {
                polls -= 1;
                if polls == 0 { Poll::Ready(None) } else { writing.as_mut().poll(context).map(Some) }
            });
            killed += i32::from(ended.await.is_none());
        }
        app.drain(tenant).await;
        assert_eq!(column(&actor, &path, "number").await, numbers(25), "seed {seed}");
    }
    assert!(killed > 5, "seed {seed}: only {killed} were killed");
}

#[tokio::test]
async fn two_writers_of_one_report_take_turns() {
    let app = paged(2).await;
    let (tenant, actor) = merchant(&app, 25).await;
    let path = begin(&actor, "orders", json!({})).await;
    let job = GenerateReports { tenant_id: tenant, report_id: id(&path) };
    let write = async || while step(&app.app, job, true).await.unwrap() == Step::More {};
    tokio::join!(write(), write(), write());
    assert_eq!(app.drain(tenant).await, 1);
    assert_eq!(column(&actor, &path, "number").await, numbers(25));
}

#[tokio::test]
async fn a_long_report_makes_room_and_says_how_far_it_is() {
    let app = TestApp::with(bounded(Bounds { page: 10, slice: Duration::ZERO, ..Bounds::default() })).await;
    let (tenant, actor) = merchant(&app, 25).await;
    let path = begin(&actor, "orders", json!({})).await;
    let job = GenerateReports { tenant_id: tenant, report_id: id(&path) };
    assert_eq!(run(app.app.clone(), attempt(), job).await.unwrap(), Outcome::Snooze(Duration::ZERO));
    let shown = state(&actor, &path).await;
    assert_eq!((&shown["state"], &shown["rows"]), (&json!("running"), &json!(10)));
    assert!(shown["started_at"].is_string() && shown.get("expires_at").is_none());
    actor.get(&format!("{path}/file")).await.expect(409);
    assert_eq!(app.drain(tenant).await, 2);
    let shown = state(&actor, &path).await;
    assert_eq!((&shown["state"], &shown["rows"]), (&json!("done"), &json!(25)));
    assert_eq!(shown["expires_at"], "2026-03-09T09:30:00Z");
}

#[tokio::test]
async fn a_worker_that_stops_ends_at_the_next_page() {
    let app = paged(10).await;
    let (tenant, actor) = merchant(&app, 25).await;
    let path = begin(&actor, "orders", json!({})).await;
    let stopping = attempt();
    stopping.stopping.cancel();
    let ended = run(app.app.clone(), stopping, GenerateReports { tenant_id: tenant, report_id: id(&path) }).await;
    assert_eq!(ended.unwrap(), Outcome::Snooze(Duration::ZERO));
    assert_eq!(state(&actor, &path).await["rows"], 10);
    app.drain(tenant).await;
    assert_eq!(column(&actor, &path, "number").await, numbers(25));
}

#[tokio::test]
async fn a_report_has_so_many_rows_and_no_more() {
    let app = TestApp::with(bounded(Bounds { page: 2, rows: 6, ..Bounds::default() })).await;
    let (tenant, actor) = merchant(&app, 7).await;
    let few = begin(&actor, "orders", json!({ "placed_from": "2026-03-02T09:02:00Z" })).await;
    let many = begin(&actor, "orders", json!({})).await;
    app.drain(tenant).await;
    assert_eq!(column(&actor, &few, "number").await, numbers(7)[..6]);
    let shown = state(&actor, &many).await;
    assert_eq!(
        (&shown["state"], &shown["cause"], &shown["about"]),
        (&json!("failed"), &json!("report-too-long"), &json!("6"))
    );
    assert!(shown["reason"].as_str().unwrap().starts_with("More than 6 rows match"), "{shown}");
    assert_eq!(shown["allowed"], json!(["delete"]));
    actor.get(&format!("{many}/file")).await.expect(409);
    let parts = format!("select from report_parts where report_id = '{}'", id(&many));
    assert!(app.rows(&parts).await.is_empty());
}

#[tokio::test]
async fn a_merchant_has_so_many_reports_and_no_more() {
    let app = paged(5).await;
    let (tenant, actor) = merchant(&app, 1).await;
    let (_, other) = merchant(&app, 1).await;
    app.leave_jobs();
    let make = || actor.post("/api/v1/reports", json!({ "kind": "orders" }));
    let made = futures::future::join_all((0..25).map(|_| make())).await;
    assert_eq!(made.iter().filter(|answer| answer.status == 201).count(), 20);
    assert!(made.iter().all(|answer| answer.status == 201 || answer.code() == "conflict"));
    begin(&other, "orders", json!({})).await;
    let one = format!("/api/v1/reports/{}", made.iter().find(|answer| answer.status == 201).unwrap().text("id"));
    actor.delete(&one).await.expect(204);
    make().await.expect(201);
    assert_eq!(app.rows(&format!("select from jobs where tenant_id = '{tenant}'")).await.len(), 21);
}

#[tokio::test]
async fn a_deleted_report_is_written_no_further() {
    let app = paged(2).await;
    let (tenant, actor) = merchant(&app, 9).await;
    let path = begin(&actor, "orders", json!({})).await;
    let job = GenerateReports { tenant_id: tenant, report_id: id(&path) };
    assert_eq!(step(&app.app, job, true).await.unwrap(), Step::More);
    actor.delete(&path).await.expect(204);
    assert_eq!(step(&app.app, job, true).await.unwrap(), Step::Gone);
    actor.get(&path).await.expect(404);
    actor.delete(&path).await.expect(404);
    assert_eq!(app.drain(tenant).await, 1);
    let ended = app.rows(&format!("select state from job_history where tenant_id = '{tenant}'")).await;
    assert_eq!(ended, [json!({ "state": "cancelled" })]);
    assert!(app.rows(&format!("select from report_parts where tenant_id = '{tenant}'")).await.is_empty());
}

#[tokio::test]
async fn what_cannot_be_written_fails_with_its_job_and_may_be_tried_again() {
    let app = paged(2).await;
    let (tenant, actor) = merchant(&app, 5).await;
    let path = begin(&actor, "orders", json!({})).await;
    let filters = async |json: &str| {
        app.execute(&format!("update reports set filters = '{json}' where id = '{}'", id(&path))).await;
    };
    filters(r#"{"status": 5}"#).await;
    for tried in 1..=5 {
        assert_eq!(state(&actor, &path).await["state"], "waiting");
        assert_eq!(app.drain(tenant).await, 1, "{tried}");
        app.advance(Duration::from_secs(3600));
    }
    let shown = state(&actor, &path).await;
    assert_eq!((&shown["state"], &shown["cause"]), (&json!("failed"), &json!("report-failed")));
    let admin = app.member(tenant, "admin").await;
    let dead = admin.get("/api/v1/jobs?state=dead").await.expect(200).items()[0].clone();
    assert_eq!(dead["kind"], "generate-reports");
    filters("{}").await;
    admin.post(&format!("/api/v1/jobs/{}/replay", dead["id"].as_str().unwrap()), json!({})).await.expect(200);
    app.drain(tenant).await;
    assert_eq!(column(&actor, &path, "number").await, numbers(5));
    assert!(state(&actor, &path).await.get("cause").is_none());
}

#[tokio::test]
async fn the_chores_forget_what_is_old_and_find_what_was_given_up() {
    let app = TestApp::isolated().await;
    app.leave_jobs();
    let (tenant, actor) = merchant(&app, 3).await;
    let (other, elsewhere) = merchant(&app, 1).await;
    let (old, theirs) = (begin(&actor, "orders", json!({})).await, begin(&elsewhere, "orders", json!({})).await);
    app.drain(tenant).await;
    app.drain(other).await;
    let lost = begin(&actor, "orders", json!({})).await;
    // every worker that took it went silent
    app.execute(&format!("update jobs set state = 'dead', finished_at = now() where tenant_id = '{tenant}'")).await;
    let dropped = begin(&actor, "orders", json!({})).await;
    let admin = app.member(tenant, "admin").await;
    let job = admin.column("/api/v1/jobs?state=available", "id").await.remove(0);
    admin.post(&format!("/api/v1/jobs/{job}/cancel"), json!({})).await.expect(200);
    let waits = begin(&actor, "orders", json!({})).await;
    app.advance(WEEK);
    let (actor, elsewhere) = (app.member(tenant, "viewer").await, app.member(other, "viewer").await);
    tidy(&app.app).await.unwrap();
    assert_eq!(state(&actor, &old).await["state"], "done");
    for path in [&lost, &dropped] {
        let shown = state(&actor, path).await;
        assert_eq!((&shown["state"], &shown["cause"]), (&json!("failed"), &json!("report-failed")));
    }
    assert_eq!(state(&actor, &waits).await["state"], "waiting");
    let failed_at = state(&actor, &lost).await["finished_at"].clone();
    app.advance(Duration::from_secs(1));
    tidy(&app.app).await.unwrap();
    actor.get(&old).await.expect(404);
    elsewhere.get(&theirs).await.expect(404);
    assert_eq!(state(&actor, &lost).await["finished_at"], failed_at, "it failed once");
    assert!(app.rows("select from report_parts").await.is_empty());
    let told = app.rows("select op, ids[1] as id from outbox where kind = 'report' and op = 'deleted'").await;
    assert_eq!(told.len(), 2);
}
