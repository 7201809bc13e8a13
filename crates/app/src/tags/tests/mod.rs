//! Tags through HTTP: their names, the orders that bear them, and who may.

mod at_once;
mod list;
mod matching;

use fulexo_kernel::TenantId;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::testing::{Actor, Answer, TestApp};

async fn create(actor: &Actor, name: &str, colour: &str) -> Answer {
    actor.post("/api/v1/tags", json!({ "name": name, "colour": colour })).await
}

/// The path of a new tag.
async fn tag(actor: &Actor, name: &str) -> String {
    format!("/api/v1/tags/{}", create(actor, name, "blue").await.expect(201).text("id"))
}

async fn names(actor: &Actor, query: &str) -> Vec<String> {
    actor.column(&format!("/api/v1/tags?{query}"), "name").await
}

/// What the audit trail keeps of tags, oldest first.
async fn acts(app: &TestApp, tenant: TenantId) -> Vec<(String, Value)> {
    let sql = format!(
        "select action, detail from audit_log where tenant_id = '{tenant}' and subject_type = 'tag' order by id"
    );
    let rows = app.rows(&sql).await;
    rows.into_iter().map(|row| (row["action"].as_str().unwrap().to_owned(), row["detail"].clone())).collect()
}

/// A merchant with three orders and somebody who may change them.
async fn merchant(app: &TestApp) -> (TenantId, Actor, Vec<Uuid>) {
    let tenant = app.tenant("Nordlicht").await;
    let store = app.store(tenant, "EU").await;
    let mut orders = Vec::new();
    for id in 1..=3 {
        orders.push(app.order(tenant, store, json!({ "id": id, "number": id.to_string() })).await);
    }
    (tenant, app.member(tenant, "member").await, orders)
}

#[tokio::test]
async fn a_tag_is_added_changed_and_deleted() {
    let app = TestApp::new().await;
    let (tenant, member, orders) = merchant(&app).await;
    let made = create(&member, "  Gift wrap ", "amber").await.expect(201).json;
    assert_eq!((&made["name"], &made["colour"]), (&json!("Gift wrap"), &json!("amber")));
    let path = format!("/api/v1/tags/{}", made["id"].as_str().unwrap());
    member.post(&format!("{path}/orders"), json!({ "add": orders, "remove": [] })).await.expect(200);
    let order = member.get(&format!("/api/v1/orders/{}", orders[0])).await.expect(200).json;
    let (tagged, received) = (&order["timeline"][0], &order["timeline"][1]);
    assert_eq!(
        (&tagged["source"], &tagged["actor"]),
        (&json!("person"), &json!({"id": member.user_id, "name": "member"}))
    );
    assert_eq!((&received["source"], received.get("actor")), (&json!("webhook"), None));
    let changed = member.patch(&path, json!({ "colour": "violet" })).await.expect(200).json;
    assert_eq!((&changed["name"], &changed["colour"]), (&json!("Gift wrap"), &json!("violet")));
    member.patch(&path, json!({ "name": "GIFT WRAP" })).await.expect(200);
    let shown = member.get(&path).await.expect(200).json;
    assert_eq!((&shown["name"], &shown["orders"]), (&json!("GIFT WRAP"), &json!(3)));
    member.delete(&path).await.expect(204);
    member.get(&path).await.expect(404);
    assert!(names(&member, &format!("order_id={}", orders[0])).await.is_empty());
    let acts = acts(&app, tenant).await;
    let actions: Vec<&str> = acts.iter().map(|(action, _)| action.as_str()).collect();
    assert_eq!(actions, ["tag.create", "tag.orders", "tag.change", "tag.change", "tag.delete"]);
    assert_eq!(acts[2].1["before"], json!({ "name": "Gift wrap", "colour": "amber" }));
    assert_eq!(acts[4].1, json!({ "name": "GIFT WRAP", "orders": 3 }));
    let told = format!("select op from outbox where tenant_id = '{tenant}' and kind = 'tag' order by tx, seq");
    let told: Vec<Value> = app.rows(&told).await.into_iter().map(|row| row["op"].clone()).collect();
    assert_eq!(told, ["created", "updated", "updated", "deleted"]);
}

#[tokio::test]
async fn names_are_told_apart_as_people_do() {
    let app = TestApp::new().await;
    let (_, member, _) = merchant(&app).await;
    let other = tag(&member, "İade").await;
    for same in ["iade", " IADE", "ıade"] {
        assert_eq!(create(&member, same, "red").await.expect(409).code(), "conflict", "{same}");
    }
    let vip = tag(&member, "VIP").await;
    assert_eq!(member.patch(&vip, json!({ "name": "İADE" })).await.expect(409).code(), "conflict");
    member.patch(&other, json!({ "name": "iade" })).await.expect(200);
    for (name, colour, field) in
        [("  ", "red", "name"), (&*"x".repeat(41), "red", "name"), ("a\u{7}", "red", "name"), ("x", "pink", "colour")]
    {
        let answer = create(&member, name, colour).await.expect(422);
        assert!(answer.json["fields"][field].is_string(), "{name:?} {colour}");
    }
    create(&member, &"x".repeat(40), "red").await.expect(201);
    // another merchant has words of his own
    let (_, elsewhere, _) = merchant(&app).await;
    create(&elsewhere, "VIP", "grey").await.expect(201);
}

#[tokio::test]
async fn tags_come_by_name_page_by_page() {
    let app = TestApp::new().await;
    let (tenant, member, _) = merchant(&app).await;
    for name in ["vip", "Çiçek", "Gift", "acil"] {
        tag(&member, name).await;
    }
    assert_eq!(names(&member, "").await, ["acil", "Çiçek", "Gift", "vip"]);
    let first = member.get("/api/v1/tags?limit=3").await.expect(200);
    assert_eq!(names(&member, &format!("limit=3&after={}", first.text("next"))).await, ["vip"]);
    // staff see those of all their merchants in one order
    let (second, elsewhere, _) = merchant(&app).await;
    tag(&elsewhere, "Bahar").await;
    let staff = app.staff("warehouse", Some(&[tenant, second])).await;
    let first = staff.get("/api/v1/tags?limit=2").await.expect(200);
    assert_eq!(first.items().iter().map(|t| t["name"].clone()).collect::<Vec<_>>(), ["acil", "Bahar"]);
    assert_eq!(names(&staff, &format!("after={}", first.text("next"))).await, ["Çiçek", "Gift", "vip"]);
    assert_eq!(names(&staff.within(second), "").await, ["Bahar"]);
}

#[tokio::test]
async fn orders_get_a_tag_and_lose_it() {
    let app = TestApp::new().await;
    let (tenant, member, orders) = merchant(&app).await;
    let (vip, gift) = (tag(&member, "VIP").await, tag(&member, "Gift").await);
    let on = async |path: &str, body: Value| member.post(&format!("{path}/orders"), body).await;
    assert_eq!(on(&vip, json!({ "add": orders[..2], "remove": [] })).await.expect(200).json["orders"], 2);
    on(&gift, json!({ "add": [orders[0]], "remove": [] })).await.expect(200);
    let answer = on(&vip, json!({ "add": [orders[0], orders[2]], "remove": [orders[1]] })).await.expect(200);
    assert_eq!(answer.json["orders"], 2);
    on(&vip, json!({ "add": [orders[0]], "remove": [orders[1]] })).await.expect(200);
    assert_eq!(names(&member, &format!("order_id={}", orders[0])).await, ["Gift", "VIP"]);
    assert!(names(&member, &format!("order_id={}", orders[1])).await.is_empty());

    // every change once on the order's timeline, in the trail and in the news, and nothing for what was so already
    let order = member.get(&format!("/api/v1/orders/{}", orders[1])).await.expect(200).json;
    let timeline: Vec<(&Value, &Value)> =
        order["timeline"].as_array().unwrap().iter().map(|row| (&row["source"], &row["changes"])).collect();
    let change = |from: Value, to: Value| json!([{ "field": "tags", "from": from, "to": to }]);
    let (put, taken) = (change(Value::Null, json!("VIP")), change(json!("VIP"), Value::Null));
    let (person, webhook, none) = (json!("person"), json!("webhook"), json!([]));
    assert_eq!(timeline, [(&person, &taken), (&person, &put), (&webhook, &none)]);
    let acts = acts(&app, tenant).await;
    assert_eq!(acts.iter().filter(|(action, _)| action == "tag.orders").count(), 3);
    assert_eq!(acts[4].1, json!({ "add": [orders[2]], "remove": [orders[1]] }));
    let news = format!("select ids from outbox where tenant_id = '{tenant}' and kind = 'order' and op = 'updated'");
    assert_eq!(app.rows(&news).await.len(), 4);
}

#[tokio::test]
async fn a_tag_goes_only_on_orders_that_are_there() {
    let app = TestApp::new().await;
    let (_, member, orders) = merchant(&app).await;
    let (_, _, foreign) = merchant(&app).await;
    let path = format!("{}/orders", tag(&member, "VIP").await);
    for other in [foreign[0], Uuid::new_v4()] {
        member.post(&path, json!({ "add": [orders[0], other], "remove": [] })).await.expect(404);
        member.post(&path, json!({ "add": [], "remove": [other] })).await.expect(200);
    }
    assert!(names(&member, &format!("order_id={}", orders[0])).await.is_empty(), "all or nothing");
    let many: Vec<Uuid> = (0..201).map(|_| Uuid::new_v4()).collect();
    for (field, body) in
        [("add", json!({ "add": many, "remove": [] })), ("remove", json!({ "add": [], "remove": many }))]
    {
        let answer = member.post(&path, body).await.expect(422);
        assert!(answer.json["fields"][field].is_string());
    }
}

#[tokio::test]
async fn whoever_may_change_orders_may_tag_them() {
    let app = TestApp::new().await;
    let (tenant, member, orders) = merchant(&app).await;
    let path = tag(&member, "VIP").await;
    let on = format!("{path}/orders");
    let viewer = app.member(tenant, "viewer").await;
    assert_eq!(names(&viewer, "").await, ["VIP"]);
    create(&viewer, "Other", "red").await.expect(403);
    viewer.post(&on, json!({ "add": orders, "remove": [] })).await.expect(403);
    let staff = app.staff("warehouse", Some(&[tenant])).await;
    assert_eq!(staff.post(&on, json!({ "add": orders, "remove": [] })).await.expect(400).code(), "tenant_required");
    staff.within(tenant).post(&on, json!({ "add": orders, "remove": [] })).await.expect(200);
    app.staff("billing", Some(&[tenant])).await.within(tenant).delete(&path).await.expect(403);
    let (_, elsewhere, _) = merchant(&app).await;
    elsewhere.post(&on, json!({ "add": [], "remove": orders })).await.expect(404);
    elsewhere.delete(&path).await.expect(404);
    assert_eq!(member.get(&path).await.expect(200).json["orders"], 3);
}

#[tokio::test]
async fn there_are_as_many_tags_as_fit_on_a_page() {
    let app = TestApp::new().await;
    let (tenant, member, _) = merchant(&app).await;
    app.execute(&format!(
        "insert into tags (tenant_id, id, name, name_norm, colour, created_at)
         select '{tenant}', gen_random_uuid(), 'tag ' || n, 'tag ' || n, 'grey', now() from generate_series(1, 99) n"
    ))
    .await;
    create(&member, "the last", "red").await.expect(201);
    assert_eq!(create(&member, "one more", "red").await.expect(409).code(), "conflict");
    assert_eq!(names(&member, "limit=100").await.len(), 100);
}
