use serde_json::json;
use uuid::Uuid;

use super::super::{MemberRole, PlatformRole, ensure_member, ensure_staff, ensure_tenant};
use super::PASSWORD;
use crate::Error;
use crate::scope::{ALL, Role, may};
use crate::testing::{TestApp, must};

const USERS: &str = "/api/v1/users";

#[tokio::test]
async fn an_owner_adds_staff_and_grants_merchants() {
    let app = TestApp::new().await;
    let (a, b) = (app.tenant("A").await, app.tenant("B").await);
    let owner = app.owner().await;
    let email = format!("support-{}@example.test", a.0.simple());
    let body = json!({ "email": email, "name": "Sam", "platform_role": "support", "password": PASSWORD, "all_tenants": false });
    let made = owner.post(USERS, body.clone()).await.expect(201);
    assert_eq!((made.text("platform_role"), &made.json["tenant_ids"]), ("support", &json!([])));
    let taken = owner.post(USERS, body).await.expect(409);
    assert!(taken.json["fields"]["email"].is_string());

    let login = json!({ "email": email, "password": PASSWORD });
    let login = app.nobody().post("/api/v1/auth/login", login).await.expect(200);
    assert_eq!((&login.json["user"]["kind"], &login.json["user"]["tenants"]), (&json!("staff"), &json!([])));
    let sam = app.nobody().with("authorization", &format!("Bearer {}", login.text("access_token")));
    sam.within(a).get("/api/v1/auth/me").await.expect(404);

    let grants = format!("{USERS}/{}/grants", made.text("id"));
    let granted = owner.put(&grants, json!({ "all_tenants": false, "tenant_ids": [a.0, a.0] })).await.expect(200);
    assert_eq!(granted.json["tenant_ids"], json!([a.0]));
    sam.within(a).get("/api/v1/auth/me").await.expect(200);
    sam.within(b).get("/api/v1/auth/me").await.expect(404);
    let unknown = owner.put(&grants, json!({ "all_tenants": true, "tenant_ids": [Uuid::nil()] })).await.expect(422);
    assert!(unknown.json["fields"]["tenant_ids"].is_string());
    sam.within(b).get("/api/v1/auth/me").await.expect(404);
    owner.put(&grants, json!({ "all_tenants": true, "tenant_ids": [] })).await.expect(200);
    sam.within(b).get("/api/v1/auth/me").await.expect(200);
    sam.put(&grants, json!({ "all_tenants": true, "tenant_ids": [] })).await.expect(403);

    let member = app.member(a, "admin").await;
    for nobody in [member.user_id, Uuid::nil()] {
        let path = format!("{USERS}/{nobody}/grants");
        owner.put(&path, json!({ "all_tenants": true, "tenant_ids": [] })).await.expect(404);
    }
    member.get(USERS).await.expect(403);
}

#[tokio::test]
async fn staff_are_listed_without_members() {
    let app = TestApp::isolated().await;
    let tenant = app.tenant("A").await;
    app.member(tenant, "admin").await;
    let admin = app.staff("admin", Some(&[tenant])).await;
    let list = admin.get(USERS).await.expect(200);
    assert_eq!(list.items().len(), 1);
    assert_eq!(list.items()[0]["tenant_ids"], json!([tenant.0]));
    let body = json!({ "email": "a@b.test", "name": "A", "platform_role": "owner", "password": PASSWORD, "all_tenants": true });
    admin.post(USERS, body).await.expect(403);
}

#[tokio::test]
async fn what_must_exist_is_made_once() {
    let app = TestApp::isolated().await;
    for _ in 0..2 {
        must("an owner", app.app.ensure_owner("Owner@Demo.test", PASSWORD).await);
        must("an owner", app.app.ensure_owner("owner@demo.test", "another long password").await);
        let tenant = must("a merchant", ensure_tenant(&app.app, "merchant-1", "Merchant").await);
        let (email, role) = ("merchant1@demo.test", MemberRole::Admin);
        must("a member", ensure_member(&app.app, tenant, email, "Merchant", PASSWORD, role).await);
    }
    let counts = "select (select count(*) from users) as users, (select count(*) from tenants) as tenants,
        (select count(*) from memberships) as members, (select count(*) from audit_log) as acts";
    assert_eq!(json!(app.rows(counts).await), json!([{ "users": 2, "tenants": 1, "members": 1, "acts": 4 }]));
    let login = json!({ "email": "owner@demo.test", "password": PASSWORD });
    app.nobody().post("/api/v1/auth/login", login).await.expect(200);
    let member = ensure_staff(&app.app, "merchant1@demo.test", "x", PASSWORD, PlatformRole::Owner).await;
    assert!(matches!(member, Err(Error::Problem(_))));
    assert!(app.app.ensure_owner("o@demo.test", "short").await.is_err());
}

#[test]
fn roles_and_permissions() {
    let staff = ["owner", "admin", "warehouse", "support", "billing"].map(|r| (r, Role::staff(r).unwrap()));
    let members = ["admin", "member", "viewer"].map(|r| (r, Role::member(r).unwrap()));
    let mut table = String::new();
    for permission in ALL {
        let holders = |roles: &[(&str, Role)]| {
            roles.iter().filter(|(_, role)| may(*role, permission)).map(|(word, _)| *word).collect::<Vec<_>>().join(" ")
        };
        table += &format!("{permission:16} staff: {:40} members: {}\n", holders(&staff), holders(&members));
    }
    insta::assert_snapshot!(table);
}
