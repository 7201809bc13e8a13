//! Reports through HTTP and the queue: what is in a file, how it comes about, who may.

mod life;
mod rows;
mod who;

use fulexo_kernel::TenantId;
use serde_json::{Value, json};
use uuid::Uuid;

use super::Bounds;
use crate::Config;
use crate::testing::{Actor, TestApp};

/// A product whose reports are written so many orders at a time.
async fn paged(page: i64) -> TestApp {
    TestApp::with(bounded(Bounds { page, ..Bounds::default() })).await
}

fn bounded(reports: Bounds) -> Config {
    Config { reports, ..TestApp::config() }
}

/// A merchant with so many orders and somebody who sees them.
async fn merchant(app: &TestApp, orders: i64) -> (TenantId, Actor) {
    let tenant = app.tenant("Nordlicht").await;
    let store = app.store(tenant, "EU").await;
    for id in 1..=orders {
        let placed = format!("2026-03-02T09:{id:02}:00");
        let fields =
            json!({ "id": id, "number": id.to_string(), "date_created_gmt": placed, "date_modified_gmt": placed });
        app.order(tenant, store, fields).await;
    }
    (tenant, app.member(tenant, "viewer").await)
}

/// Begins a report; its path.
async fn begin(actor: &Actor, kind: &str, filters: Value) -> String {
    let made = actor.post("/api/v1/reports", json!({ "kind": kind, "filters": filters })).await.expect(201).json;
    assert_eq!((&made["state"], &made["rows"]), (&json!("waiting"), &json!(0)));
    format!("/api/v1/reports/{}", made["id"].as_str().unwrap())
}

/// A failing run names its seed; `FULEXO_SEED` runs it again.
#[expect(clippy::print_stdout, reason = "a failing run names its seed")]
fn seed() -> u64 {
    let given = std::env::var_os("FULEXO_SEED").and_then(|seed| seed.to_str()?.parse().ok());
    let seed = given.unwrap_or_else(rand::random::<u64>);
    println!("FULEXO_SEED={seed}");
    seed
}

fn id(path: &str) -> Uuid {
    path.rsplit('/').next().unwrap().parse().unwrap()
}

/// The file of a report that is done: the names of its columns, and its rows.
async fn file(actor: &Actor, path: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let shown = actor.get(path).await.expect(200).json;
    assert_eq!(shown["state"], "done", "{shown}");
    let answer = actor.get(&format!("{path}/file")).await.expect(200);
    assert_eq!(shown["bytes"], json!(answer.body.len()));
    let mut csv = csv::Reader::from_reader(answer.body.as_slice());
    let head = csv.headers().unwrap().iter().map(str::to_owned).collect();
    let rows: Vec<Vec<String>> = csv.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
    assert_eq!(shown["rows"], json!(rows.len()));
    (head, rows)
}

/// One column of a file.
async fn column(actor: &Actor, path: &str, name: &str) -> Vec<String> {
    let (head, rows) = file(actor, path).await;
    let at = head.iter().position(|column| column == name).unwrap();
    rows.into_iter().map(|row| row[at].clone()).collect()
}
