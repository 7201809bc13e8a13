//! A tag for all orders that match: counted, done, undone; the same as by their ids; bounded.

use serde_json::{Value, json};
use uuid::Uuid;

use super::{acts, create, merchant};
use crate::testing::{Actor, TestApp};

async fn tag(actor: &Actor, name: &str) -> String {
    format!("/api/v1/tags/{}", create(actor, name, "blue").await.expect(201).text("id"))
}

/// Orders of one merchant beyond those he has, all open, none of them seen by any code of ours.
async fn many(app: &TestApp, tenant: fulexo_kernel::TenantId, n: u32) {
    app.execute(&format!(
        "insert into orders (tenant_id, id, store_id, external_id, number, status, store_status, currency, total, total_minor, placed_at, raw
           , content_hash, store_modified_at, read_at, created_at, updated_at)
         select tenant_id, gen_random_uuid(), store_id, 1000 + n, 'm' || n, 'on_hold', 'on-hold', currency, total, total_minor
           , placed_at - make_interval(mins => n), '{{}}', '', store_modified_at, read_at, created_at, updated_at
         from orders, generate_series(1, {n}) n where tenant_id = '{tenant}' and number = '1'"
    ))
    .await;
}

async fn numbers(actor: &Actor, path: &str) -> Vec<String> {
    let tag = path.rsplit('/').next().unwrap();
    actor.column(&format!("/api/v1/orders?limit=100&trashed=true&include_drafts=true&tag={tag}"), "number").await
}

/// The sources, actors and changes of an order's timeline.
async fn timeline(actor: &Actor, order: Uuid) -> Vec<Value> {
    let order = actor.get(&format!("/api/v1/orders/{order}")).await.expect(200).json;
    let rows = order["timeline"].as_array().unwrap().iter();
    rows.map(|row| json!([row["source"], row["event"], row["actor"], row["changes"]])).collect()
}

#[tokio::test]
async fn what_matches_is_counted_tagged_and_untagged_again() {
    let app = TestApp::new().await;
    let (tenant, member, orders) = merchant(&app).await;
    many(&app, tenant, 250).await;
    let vip = tag(&member, "VIP").await;
    let ask = async |body: Value| member.post(&format!("{vip}/matching"), body).await;
    member.post(&format!("{vip}/orders"), json!({ "add": [orders[0]], "remove": [] })).await.expect(200);
    let counted = ask(json!({ "put": true, "filter": {} })).await.expect(200).json;
    let wanted = json!({ "matching": 253, "more": false, "bearing": 1, "done": 0, "act_id": null });
    assert_eq!(counted, wanted);
    assert_eq!(numbers(&member, &vip).await, ["1"], "to count is not to do");
    let held = ask(json!({ "put": true, "filter": { "status": "on_hold" }, "expected": 250 })).await.expect(200).json;
    assert_eq!((&held["matching"], &held["bearing"], &held["done"]), (&json!(250), &json!(0), &json!(250)));
    assert_eq!(member.get(&vip).await.expect(200).json["orders"], 251);
    let rest = ask(json!({ "put": true, "filter": {}, "expected": 253 })).await.expect(200).json;
    assert_eq!((&rest["bearing"], &rest["done"]), (&json!(251), &json!(2)), "those that bear it stay as they are");
    let none = ask(json!({ "put": true, "filter": {}, "expected": 253 })).await.expect(200).json;
    assert_eq!((&none["done"], &none["act_id"]), (&json!(0), &json!(null)));

    // only what the act did is undone, and once
    let undo = format!("{vip}/acts/{}/undo", rest["act_id"].as_str().unwrap());
    assert_eq!(member.post(&undo, Value::Null).await.expect(200).json["orders"], 251);
    member.post(&undo, Value::Null).await.expect(404);
    let off = ask(json!({ "put": false, "filter": { "tag": vip.rsplit('/').next() }, "expected": 251 })).await;
    assert_eq!(off.expect(200).json["done"], 251);
    assert!(numbers(&member, &vip).await.is_empty());
    let trail: Vec<String> = acts(&app, tenant).await.into_iter().map(|(action, _)| action).collect();
    let wanted = ["tag.create", "tag.orders", "tag.matching", "tag.matching", "tag.undo", "tag.matching"];
    assert_eq!(trail, wanted);
}

#[tokio::test]
async fn by_filter_leaves_the_same_as_by_ids() {
    let app = TestApp::new().await;
    let mut seen = Vec::new();
    for by_filter in [true, false] {
        let (tenant, member, orders) = merchant(&app).await;
        let vip = tag(&member, "VIP").await;
        let (on, off) = if by_filter {
            let body = |put| json!({ "put": put, "filter": { "q": "ayse" }, "expected": 3 });
            (("matching", body(true)), ("matching", body(false)))
        } else {
            (("orders", json!({ "add": orders, "remove": [] })), ("orders", json!({ "add": [], "remove": orders })))
        };
        member.post(&format!("{vip}/{}", on.0), on.1).await.expect(200);
        assert_eq!(numbers(&member, &vip).await, ["3", "2", "1"]);
        member.post(&format!("{vip}/{}", off.0), off.1).await.expect(200);
        let mut lines = timeline(&member, orders[1]).await;
        for line in &mut lines {
            line[2] = json!(line[2]["name"]);
        }
        let news = format!(
            "select op, cardinality(ids) as n from outbox where tenant_id = '{tenant}' and kind = 'order' and op = 'updated'"
        );
        let left = format!("select tag_ids from orders where tenant_id = '{tenant}' and tag_ids is not null");
        seen.push((lines, app.rows(&news).await, app.rows(&left).await));
    }
    assert_eq!(seen[0], seen[1]);
}

#[tokio::test]
async fn too_many_or_more_than_were_seen_are_refused() {
    let app = TestApp::new().await;
    let (tenant, member, _) = merchant(&app).await;
    let vip = tag(&member, "VIP").await;
    let ask = async |body: Value| member.post(&format!("{vip}/matching"), body).await;
    let refused = ask(json!({ "put": true, "filter": {}, "expected": 2 })).await.expect(409);
    assert_eq!(refused.code(), "conflict");
    assert!(refused.text("detail").starts_with("3 orders match now, more than the 2"));
    // a filter that is misspelled would reach everything
    ask(json!({ "put": true, "filter": { "stauts": "on_hold" }, "expected": 3 })).await.expect(422);
    assert!(
        ask(json!({ "put": true, "filter": { "status": "lost" } })).await.expect(422).json["fields"]["status"]
            .is_string()
    );
    many(&app, tenant, 9_997).await;
    let all = json!({ "put": true, "filter": {}, "expected": 10_000 });
    assert_eq!(ask(all.clone()).await.expect(200).json["done"], 10_000);
    member.delete(&vip).await.expect(204);
    let vip = tag(&member, "VIP").await;
    app.execute(&format!("update orders set status = 'completed' where tenant_id = '{tenant}' and number = 'm1'"))
        .await;
    many_more(&app, tenant).await;
    let ask = async |body: Value| member.post(&format!("{vip}/matching"), body).await;
    let counted = ask(json!({ "put": true, "filter": {} })).await.expect(200).json;
    assert_eq!((&counted["matching"], &counted["more"]), (&json!(10_000), &json!(true)));
    let refused = ask(all).await.expect(409);
    assert!(refused.text("detail").contains("Narrow the list"));
    assert!(numbers(&member, &vip).await.is_empty());
}

async fn many_more(app: &TestApp, tenant: fulexo_kernel::TenantId) {
    app.execute(&format!(
        "update orders set external_id = external_id + 100000 where tenant_id = '{tenant}' and external_id >= 1000"
    ))
    .await;
    many(app, tenant, 1).await;
}

#[tokio::test]
async fn an_act_belongs_to_its_tag_and_merchant() {
    let app = TestApp::new().await;
    let (tenant, member, _) = merchant(&app).await;
    let (_, elsewhere, _) = merchant(&app).await;
    let (vip, gift) = (tag(&member, "VIP").await, tag(&member, "Gift").await);
    let all = json!({ "put": true, "filter": {}, "expected": 3 });
    let act = member.post(&format!("{vip}/matching"), all.clone()).await.expect(200);
    let act = act.text("act_id");
    let viewer = app.member(tenant, "viewer").await;
    viewer.post(&format!("{vip}/matching"), all.clone()).await.expect(403);
    viewer.post(&format!("{vip}/acts/{act}/undo"), Value::Null).await.expect(403);
    member.post(&format!("{gift}/acts/{act}/undo"), Value::Null).await.expect(404);
    elsewhere.post(&format!("{vip}/matching"), all).await.expect(404);
    elsewhere.post(&format!("{vip}/acts/{act}/undo"), Value::Null).await.expect(404);
    let theirs = tag(&elsewhere, "VIP").await;
    elsewhere.post(&format!("{theirs}/acts/{act}/undo"), Value::Null).await.expect(404);
    assert_eq!(member.get(&vip).await.expect(200).json["orders"], 3);
    // after a day nobody asks for it any more, and the next act forgets it
    app.advance(std::time::Duration::from_secs(25 * 60 * 60));
    let member = app.member(tenant, "member").await;
    let one = json!({ "put": true, "filter": {}, "expected": 3 });
    member.post(&format!("{gift}/matching"), one).await.expect(200);
    member.post(&format!("{vip}/acts/{act}/undo"), Value::Null).await.expect(404);
}
