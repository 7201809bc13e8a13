use serde_json::json;
use uuid::Uuid;

use super::PASSWORD;
use crate::testing::TestApp;

fn members(tenant: impl std::fmt::Display) -> String {
    format!("/api/v1/tenants/{tenant}/members")
}

#[tokio::test]
async fn an_admin_adds_and_removes_his_own_people() {
    let app = TestApp::new().await;
    let tenant = app.tenant("Nordlicht").await;
    let admin = app.member(tenant, "admin").await;
    let email = format!("New-{}@example.test", tenant.0.simple());
    let body = json!({ "email": email, "name": "Grace", "role": "member", "password": PASSWORD });
    let added = admin.post(&members(tenant), body).await.expect(201);
    assert_eq!((added.text("email"), added.text("role")), (email.as_str(), "member"));
    let list = admin.get(&members(tenant)).await.expect(200);
    assert!(list.items().contains(&added.json), "{list:?}");

    let login = json!({ "email": email, "password": PASSWORD });
    let login = app.nobody().post("/api/v1/auth/login", login).await.expect(200);
    let grace = app.nobody().with("authorization", &format!("Bearer {}", login.text("access_token")));
    grace.get("/api/v1/auth/me").await.expect(200);
    let path = format!("{}/{}", members(tenant), added.text("user_id"));
    admin.delete(&path).await.expect(204);
    grace.get("/api/v1/auth/me").await.expect(401);
    let again = admin.delete(&path).await.expect(404);
    let unknown = admin.delete(&format!("{}/{}", members(tenant), Uuid::nil())).await.expect(404);
    assert_eq!(again.canonical(), unknown.canonical());
    let sql =
        format!("select action from audit_log where tenant_id = '{tenant}' and subject_type = 'user' order by action");
    assert_eq!(json!(app.rows(&sql).await), json!([{"action": "member.add"}, {"action": "member.remove"}]));
}

#[tokio::test]
async fn other_merchants_people_are_out_of_sight() {
    let app = TestApp::new().await;
    let (a, b) = (app.tenant("A").await, app.tenant("B").await);
    let (admin, stranger) = (app.member(a, "admin").await, app.member(b, "member").await);
    let new = json!({ "email": "x@example.test", "name": "X", "role": "viewer", "password": PASSWORD });
    for (foreign, unknown) in [
        (admin.get(&members(b)).await, admin.get(&members(Uuid::nil())).await),
        (admin.post(&members(b), new.clone()).await, admin.post(&members(Uuid::nil()), new.clone()).await),
        (
            admin.delete(&format!("{}/{}", members(b), stranger.user_id)).await,
            admin.delete(&format!("{}/{}", members(Uuid::nil()), stranger.user_id)).await,
        ),
    ] {
        assert_eq!(foreign.expect(404).canonical(), unknown.expect(404).canonical());
    }
    // also not below one's own merchant
    admin.delete(&format!("{}/{}", members(a), stranger.user_id)).await.expect(404);
    stranger.get("/api/v1/auth/me").await.expect(200);
    stranger.get(&members(b)).await.expect(403);
    let granted = app.staff("admin", Some(&[a])).await;
    granted.get(&members(a)).await.expect(200);
    granted.get(&members(b)).await.expect(404);
    app.staff("support", None).await.post(&members(a), new).await.expect(403);
}

#[tokio::test]
async fn somebody_known_is_added_as_he_is() {
    let app = TestApp::new().await;
    let (a, b) = (app.tenant("A").await, app.tenant("B").await);
    let (admin, known) = (app.member(a, "admin").await, app.member(b, "viewer").await);
    let body = json!({ "email": known.email, "name": "Another name", "role": "member", "password": PASSWORD });
    let added = admin.post(&members(a), body).await.expect(201);
    assert_eq!(added.text("user_id"), known.user_id.to_string());
    assert_eq!(added.text("name"), "viewer", "his own name stays");
    let password = format!("select password_hash from users where id = '{}'", known.user_id);
    assert!(app.rows(&password).await[0]["password_hash"].is_null(), "nobody sets the password of somebody else");
    let body = json!({ "email": known.email, "name": "x", "role": "admin" });
    assert_eq!(admin.post(&members(a), body).await.expect(201).text("role"), "admin", "a new role");
    assert_eq!(admin.get(&members(a)).await.expect(200).items().len(), 2);
}

#[tokio::test]
async fn every_field_at_fault_is_named() {
    let app = TestApp::new().await;
    let tenant = app.tenant("Nordlicht").await;
    let admin = app.member(tenant, "admin").await;
    let body = json!({ "email": "nonsense", "name": " ", "role": "member", "password": "short" });
    let refused = admin.post(&members(tenant), body).await.expect(422);
    assert_eq!(refused.code(), "validation");
    let fields = json!({
        "email": "is not an e-mail address",
        "name": "must have 1 to 200 characters",
        "password": "must have at least 12 characters",
    });
    assert_eq!(refused.json["fields"], fields);
    let body = json!({ "email": format!("{}@example.test", tenant.0), "name": "X", "role": "member" });
    assert!(admin.post(&members(tenant), body).await.expect(422).json["fields"]["password"].is_string());
    let staff = app.staff("warehouse", None).await;
    let body = json!({ "email": staff.email, "name": "X", "role": "member" });
    assert_eq!(admin.post(&members(tenant), body).await.expect(409).code(), "conflict");
}
