//! Who may make, see, take and delete reports, and what is refused.

use serde_json::{Value, json};
use uuid::Uuid;

use super::{begin, column, id, merchant, paged};
use crate::testing::{Actor, TestApp};

async fn ids(actor: &Actor, query: &str) -> Vec<String> {
    actor.column(&format!("/api/v1/reports?{query}"), "id").await
}

fn name(path: &str) -> String {
    id(path).to_string()
}

#[tokio::test]
async fn a_report_is_its_merchant_s_alone() {
    let app = paged(5).await;
    let (tenant, actor) = merchant(&app, 3).await;
    let (other, elsewhere) = merchant(&app, 4).await;
    let (ours, theirs) = (begin(&actor, "orders", json!({})).await, begin(&elsewhere, "orders", json!({})).await);
    app.drain(tenant).await;
    app.drain(other).await;
    actor.get(&format!("{ours}/file?tenant_id={tenant}")).await.expect(200);
    assert_eq!(column(&actor, &ours, "number").await.len(), 3);
    assert_eq!(column(&elsewhere, &theirs, "number").await.len(), 4);
    assert_eq!(ids(&actor, "").await, [name(&ours)]);
    for path in [&theirs, &format!("/api/v1/reports/{}", Uuid::new_v4())] {
        actor.get(path).await.expect(404);
        actor.get(&format!("{path}/file")).await.expect(404);
        actor.get(&format!("{path}/file?tenant_id={other}")).await.expect(404);
        actor.delete(path).await.expect(404);
    }
    // whose store it is does not matter: nothing of it is found
    let store = app.rows(&format!("select id from stores where tenant_id = '{other}'")).await[0]["id"].clone();
    let none = begin(&actor, "orders", json!({ "store_id": store })).await;
    app.drain(tenant).await;
    assert!(column(&actor, &none, "number").await.is_empty());
}

#[tokio::test]
async fn staff_name_the_merchant_for_whom_they_act() {
    let app = paged(5).await;
    let (tenant, actor) = merchant(&app, 3).await;
    let (other, elsewhere) = merchant(&app, 1).await;
    let staff = app.staff("billing", Some(&[tenant, other])).await;
    assert_eq!(staff.post("/api/v1/reports", json!({ "kind": "orders" })).await.expect(400).code(), "tenant_required");
    let ours = begin(&staff.within(tenant), "orders", json!({})).await;
    let theirs = begin(&elsewhere, "orders", json!({})).await;
    app.drain(tenant).await;
    app.drain(other).await;
    assert_eq!(ids(&staff, "").await, [name(&theirs), name(&ours)]);
    let first = staff.get("/api/v1/reports?limit=1").await.expect(200);
    assert_eq!(first.items()[0]["tenant_id"], json!(other));
    assert_eq!(ids(&staff, &format!("limit=1&after={}", first.text("next"))).await, [name(&ours)]);
    assert_eq!(
        actor.get(&ours).await.expect(200).json["created_by"],
        json!({ "id": staff.user_id, "name": "billing" })
    );
    // a link sends no header
    staff.get(&format!("{ours}/file")).await.expect(200);
    staff.get(&format!("{ours}/file?tenant_id={tenant}")).await.expect(200);
    staff.get(&format!("{ours}/file?tenant_id={other}")).await.expect(404);
    staff.within(tenant).get(&format!("{ours}/file?tenant_id={other}")).await.expect(404);
    let stranger = app.staff("admin", Some(&[other])).await;
    stranger.get(&format!("{ours}/file?tenant_id={tenant}")).await.expect(404);
}

#[tokio::test]
async fn one_deletes_one_s_own_and_who_changes_orders_everybody_s() {
    let app = paged(5).await;
    app.leave_jobs();
    let (tenant, viewer) = merchant(&app, 1).await;
    let (second, member) = (app.member(tenant, "viewer").await, app.member(tenant, "member").await);
    let path = begin(&viewer, "orders", json!({})).await;
    assert_eq!(second.get(&path).await.expect(200).json["allowed"], json!([]));
    second.delete(&path).await.expect(403);
    assert_eq!(viewer.get(&path).await.expect(200).json["allowed"], json!(["delete"]));
    viewer.delete(&path).await.expect(204);
    let path = begin(&viewer, "orders", json!({})).await;
    assert_eq!(member.get(&path).await.expect(200).json["allowed"], json!(["delete"]));
    member.delete(&path).await.expect(204);
}

/// What the audit trail and the news say of reports, oldest first.
async fn said(app: &TestApp, actor: &Actor, sql: &str) -> Vec<Value> {
    let sql = sql.replace("{user}", &actor.user_id.to_string());
    app.rows(&sql).await
}

#[tokio::test]
async fn an_export_stands_in_the_trail() {
    let app = paged(5).await;
    let (tenant, actor) = merchant(&app, 3).await;
    let path = begin(&actor, "order-lines", json!({ "status": "processing", "q": null })).await;
    app.drain(tenant).await;
    actor.get(&format!("{path}/file")).await.expect(200);
    actor.delete(&path).await.expect(204);
    let acts = said(
        &app,
        &actor,
        "select action, subject_id, detail from audit_log where actor_user_id = '{user}' order by id",
    )
    .await;
    let act = |action: &str, rows: i64| {
        let detail = json!({ "kind": "order-lines", "filters": { "status": "processing" }, "rows": rows });
        json!({ "action": action, "subject_id": name(&path), "detail": detail })
    };
    assert_eq!(acts, [act("report.create", 0), act("report.download", 3), act("report.delete", 3)]);
    let news = format!("select op, ids from outbox where tenant_id = '{tenant}' and kind = 'report' order by tx, seq");
    let told = |op: &str| json!({ "op": op, "ids": [name(&path)] });
    assert_eq!(app.rows(&news).await, [told("created"), told("updated"), told("deleted")]);
}

#[tokio::test]
async fn a_file_is_downloaded_as_one() {
    let app = paged(2).await;
    let (tenant, actor) = merchant(&app, 5).await;
    let path = begin(&actor, "orders", json!({})).await;
    app.drain(tenant).await;
    let plain = actor.get(&format!("{path}/file")).await.expect(200);
    let header = |name: &str| plain.headers[name].to_str().unwrap().to_owned();
    assert_eq!(header("content-type"), "text/csv; charset=utf-8");
    assert_eq!(header("content-disposition"), "attachment; filename=\"orders-2026-03-02.csv\"");
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert_eq!(header("cache-control"), "no-store");
    assert_eq!(header("content-length"), plain.body.len().to_string());
    assert!(plain.body.starts_with(b"number,external_id,") && plain.body.ends_with(b"\r\n"));
    let marked = actor.get(&format!("{path}/file?bom=true")).await.expect(200);
    assert_eq!(marked.body, [b"\xef\xbb\xbf", plain.body.as_slice()].concat());
    assert_eq!(marked.headers["content-length"].to_str().unwrap(), marked.body.len().to_string());
}

#[tokio::test]
async fn what_the_list_would_refuse_is_no_report() {
    let app = TestApp::new().await;
    let (_, actor) = merchant(&app, 0).await;
    for (body, field) in [
        (json!({ "kind": "customers" }), "kind"),
        (json!({ "kind": "orders", "filters": { "statuses": "failed" } }), "filters"),
        (json!({ "kind": "orders", "filters": { "limit": 5 } }), "filters"),
        (json!({ "kind": "orders", "filters": { "store_id": "EU" } }), "filters"),
        (json!({ "kind": "orders", "filters": { "q": "x".repeat(3000) } }), "filters"),
        (json!({ "kind": "orders", "filters": { "status": "lost" } }), "status"),
        (
            json!({ "kind": "orders", "filters": { "placed_from": "2026-03-02T00:00:00Z", "placed_to": "2026-03-01T00:00:00Z" } }),
            "placed_to",
        ),
    ] {
        let answer = actor.post("/api/v1/reports", body.clone()).await.expect(422);
        assert!(answer.json["fields"][field].is_string(), "{body}: {}", answer.json);
    }
    assert!(ids(&actor, "").await.is_empty());
}
