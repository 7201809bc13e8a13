use serde_json::json;
use uuid::Uuid;

use crate::testing::TestApp;

const TENANTS: &str = "/api/v1/tenants";

#[tokio::test]
async fn staff_add_merchants_under_slugs_of_their_own() {
    let app = TestApp::isolated().await;
    let owner = app.owner().await;
    let first = owner.post(TENANTS, json!({ "name": "Kıtchen & Co." })).await.expect(201);
    let second = owner.post(TENANTS, json!({ "name": "Kitchen, Co" })).await.expect(201);
    assert_eq!((first.text("slug"), second.text("slug")), ("kitchen-co", "kitchen-co-2"));
    assert_eq!(first.text("name"), "Kıtchen & Co.");
    assert_eq!(owner.get(&format!("{TENANTS}/{}", first.text("id"))).await.expect(200).json, first.json);
    for name in ["", "   ", &"x".repeat(201)] {
        let refused = owner.post(TENANTS, json!({ "name": name })).await.expect(422);
        assert_eq!(refused.code(), "validation");
        assert!(refused.json["fields"]["name"].is_string());
    }
    let acts = app.rows("select action, subject_id from audit_log where action like 'tenant.%' order by id").await;
    assert_eq!(acts.len(), 3, "two made, one looked at: {acts:?}");
}

#[tokio::test]
async fn whoever_adds_a_merchant_may_enter_it() {
    let app = TestApp::new().await;
    let admin = app.staff("admin", Some(&[])).await;
    assert!(admin.get(TENANTS).await.expect(200).items().is_empty());
    let made = admin.post(TENANTS, json!({ "name": "Mine" })).await.expect(201);
    assert_eq!(admin.get(TENANTS).await.expect(200).items(), [made.json]);
}

#[tokio::test]
async fn lists_hold_what_is_in_sight_page_by_page() {
    let app = TestApp::new().await;
    let tenants = [app.tenant("One").await, app.tenant("Two").await, app.tenant("Three").await];
    let other = app.tenant("Other").await;
    let support = app.staff("support", Some(&tenants)).await;
    let (mut seen, mut path) = (Vec::new(), format!("{TENANTS}?limit=2"));
    loop {
        let page = support.get(&path).await.expect(200);
        seen.extend(page.items().iter().map(|t| t["id"].as_str().unwrap().to_owned()));
        let Some(next) = page.json["next"].as_str() else { break };
        path = format!("{TENANTS}?limit=2&after={next}");
    }
    let mut wanted = tenants.map(|t| t.0.to_string());
    wanted.sort();
    assert_eq!(seen, wanted);
    let unknown = support.get(&format!("{TENANTS}/{}", Uuid::nil())).await.expect(404);
    let hidden = support.get(&format!("{TENANTS}/{other}")).await.expect(404);
    assert_eq!(hidden.canonical(), unknown.canonical());
    assert_eq!(support.get(&format!("{TENANTS}/nonsense")).await.expect(404).canonical(), unknown.canonical());

    let member = app.member(other, "viewer").await;
    let own = member.get(TENANTS).await.expect(200);
    assert_eq!((own.items().len(), &own.items()[0]["id"]), (1, &json!(other.0)));
    assert_eq!((&own.items()[0]["members"], &own.items()[0]["stores"]), (&json!(1), &json!(0)));
    member.post(TENANTS, json!({ "name": "Mine" })).await.expect(403);
    support.post(TENANTS, json!({ "name": "Mine" })).await.expect(403);
}

#[tokio::test]
async fn a_merchant_named_in_the_header_must_exist() {
    let app = TestApp::new().await;
    let (here, there) = (app.tenant("Here").await, app.tenant("There").await);
    let owner = app.owner().await;
    let unknown = owner.within(fulexo_kernel::TenantId(Uuid::nil())).get(TENANTS).await.expect(404);
    assert_eq!(unknown.code(), "not_found");
    let within = owner.within(here);
    assert_eq!(within.get(TENANTS).await.expect(200).items().len(), 1);
    within.get(&format!("{TENANTS}/{there}")).await.expect(404);
    app.member(here, "admin").await.within(here).get(TENANTS).await.expect(403);
    owner.with("x-tenant-id", "nonsense").get(TENANTS).await.expect(400);
}
