use std::time::Duration;

use axum::body::Body;
use axum::http::Request;
use serde_json::json;

use super::super::{MemberRole, ensure_member};
use super::{PASSWORD, with_password};
use crate::testing::{Answer, TestApp, must};

const LOGIN: &str = "/api/v1/auth/login";
const ME: &str = "/api/v1/auth/me";

/// The cookie of an answer, as a browser sends it back.
fn cookie(answer: &Answer) -> String {
    let set = answer.headers.get("set-cookie").unwrap().to_str().unwrap();
    set.split(';').next().unwrap().to_owned()
}

async fn with_cookie(app: &TestApp, method: &str, path: &str, cookie: &str, headers: &[(&str, &str)]) -> Answer {
    let mut request = Request::builder().method(method).uri(path).header("cookie", cookie);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    app.send(request.body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn a_member_signs_in_and_out() {
    let app = TestApp::new().await;
    let tenant = app.tenant("Nordlicht").await;
    let email = with_password(&app, tenant, MemberRole::Admin).await;
    let login =
        app.nobody().post(LOGIN, json!({ "email": email.to_uppercase(), "password": PASSWORD })).await.expect(200);
    assert_eq!((login.text("token_type"), login.json["expires_in"].as_i64()), ("Bearer", Some(43_200)));
    let user = &login.json["user"];
    assert_eq!((user["kind"].as_str(), user["role"].as_str()), (Some("member"), Some("admin")));
    assert_eq!(user["tenant"]["id"], json!(tenant.0));
    assert_eq!(user["tenant"]["name"], "Nordlicht");

    let set = login.headers.get("set-cookie").unwrap().to_str().unwrap();
    assert!(set.ends_with("; Path=/; HttpOnly; SameSite=Lax; Max-Age=43200"), "{set}");
    assert!(!set.contains(login.text("access_token")), "the cookie's token is another one");
    let cookie = cookie(&login);
    assert_eq!(with_cookie(&app, "GET", ME, &cookie, &[]).await.expect(200).json, *user);
    let bearer = app.nobody().with("authorization", &format!("Bearer {}", login.text("access_token")));
    assert_eq!(bearer.get(ME).await.expect(200).json, *user);

    let csrf = [("x-fulexo-csrf", "1")];
    let out = with_cookie(&app, "POST", "/api/v1/auth/logout", &cookie, &csrf).await.expect(204);
    assert!(out.headers.get("set-cookie").unwrap().to_str().unwrap().contains("Max-Age=0"));
    with_cookie(&app, "GET", ME, &cookie, &[]).await.expect(401);
    bearer.get(ME).await.expect(401);
    let acts = app.rows(&format!("select action from audit_log where tenant_id = '{tenant}' order by action")).await;
    assert_eq!(json!(acts), json!([{"action": "member.add"}, {"action": "session.end"}, {"action": "session.start"}]));
}

#[tokio::test]
async fn wrong_words_all_look_the_same_and_open_nothing() {
    let app = TestApp::new().await;
    let tenant = app.tenant("Nordlicht").await;
    let email = with_password(&app, tenant, MemberRole::Admin).await;
    let nobody = app.nobody();
    let wrong = nobody.post(LOGIN, json!({ "email": email, "password": "a long enough guess" })).await.expect(401);
    assert_eq!(wrong.code(), "invalid_credentials");
    assert!(wrong.headers.get("set-cookie").is_none());
    for email in ["nobody@example.test", "no e-mail at all", ""] {
        let unknown = nobody.post(LOGIN, json!({ "email": email, "password": PASSWORD })).await.expect(401);
        assert_eq!(unknown.canonical(), wrong.canonical());
    }
    app.execute(&format!("update users set disabled_at = now() where email = '{email}'")).await;
    let disabled = nobody.post(LOGIN, json!({ "email": email, "password": PASSWORD })).await.expect(401);
    assert_eq!(disabled.canonical(), wrong.canonical());
}

#[tokio::test]
async fn what_is_stored_opens_nothing() {
    let app = TestApp::new().await;
    let tenant = app.tenant("Nordlicht").await;
    let email = with_password(&app, tenant, MemberRole::Viewer).await;
    let login = app.nobody().post(LOGIN, json!({ "email": email, "password": PASSWORD })).await.expect(200);
    let sql = "select u.password_hash, s::text as session from users u join sessions s on s.user_id = u.id";
    let rows = app.rows(&format!("{sql} where u.email = '{email}'")).await;
    let hash = rows[0]["password_hash"].as_str().unwrap();
    assert!(hash.starts_with("$2b$04$"), "{hash}");
    let session = rows[0]["session"].as_str().unwrap();
    let cookie = cookie(&login);
    for token in [login.text("access_token"), cookie.split_once('=').unwrap().1] {
        assert!(!session.contains(token) && !session.contains(&hex::encode(token)));
    }
}

#[tokio::test]
async fn a_cookie_from_another_site_changes_nothing() {
    let app = TestApp::new().await;
    let tenant = app.tenant("Nordlicht").await;
    let email = with_password(&app, tenant, MemberRole::Admin).await;
    let login = app.nobody().post(LOGIN, json!({ "email": email, "password": PASSWORD })).await.expect(200);
    let cookie = cookie(&login);
    let out = "/api/v1/auth/logout";
    for headers in [
        vec![],
        vec![("sec-fetch-site", "cross-site"), ("x-fulexo-csrf", "1")],
        vec![("sec-fetch-site", "same-site"), ("x-fulexo-csrf", "1")],
        vec![("sec-fetch-site", "same-origin")],
    ] {
        assert_eq!(with_cookie(&app, "POST", out, &cookie, &headers).await.expect(403).code(), "csrf");
    }
    with_cookie(&app, "GET", ME, &cookie, &[("sec-fetch-site", "cross-site")]).await.expect(200);
}

#[tokio::test]
async fn sessions_end_after_twelve_hours() {
    let app = TestApp::new().await;
    let tenant = app.tenant("Nordlicht").await;
    let email = with_password(&app, tenant, MemberRole::Admin).await;
    let login = app.nobody().post(LOGIN, json!({ "email": email, "password": PASSWORD })).await.expect(200);
    let cookie = cookie(&login);
    app.advance(Duration::from_secs(12 * 3600 - 1));
    app.app.sessions.forget();
    with_cookie(&app, "GET", ME, &cookie, &[]).await.expect(200);
    app.advance(Duration::from_secs(1));
    app.app.sessions.forget();
    with_cookie(&app, "GET", ME, &cookie, &[]).await.expect(401);
}

#[tokio::test]
async fn secure_cookies_are_bound_to_the_host() {
    let app = TestApp::with(crate::Config { cookie_secure: true, ..TestApp::config() }).await;
    let tenant = app.tenant("Nordlicht").await;
    let email = with_password(&app, tenant, MemberRole::Admin).await;
    let login = app.nobody().post(LOGIN, json!({ "email": email, "password": PASSWORD })).await.expect(200);
    let set = login.headers.get("set-cookie").unwrap().to_str().unwrap();
    assert!(set.starts_with("__Host-fulexo=") && set.ends_with("; Secure"), "{set}");
    with_cookie(&app, "GET", ME, &cookie(&login), &[]).await.expect(200);
}

#[tokio::test]
async fn a_member_of_several_merchants_chooses_and_switches() {
    let app = TestApp::new().await;
    let (zebra, alpha, other) = (app.tenant("Zebra").await, app.tenant("Alpha").await, app.tenant("Other").await);
    let email = with_password(&app, zebra, MemberRole::Admin).await;
    must("a member", ensure_member(&app.app, alpha, &email, "Ada", PASSWORD, MemberRole::Viewer).await);
    let first = app.nobody().post(LOGIN, json!({ "email": email, "password": PASSWORD })).await.expect(200);
    assert_eq!(first.json["user"]["tenant"]["id"], json!(alpha.0), "the first by name");
    assert_eq!(first.json["user"]["tenants"].as_array().unwrap().len(), 2);
    let body = |tenant: fulexo_kernel::TenantId| json!({ "email": email, "password": PASSWORD, "tenant_id": tenant.0 });
    let chosen = app.nobody().post(LOGIN, body(zebra)).await.expect(200);
    assert_eq!(chosen.json["user"]["role"], "admin");
    app.nobody().post(LOGIN, body(other)).await.expect(404);

    let person = app.nobody().with("authorization", &format!("Bearer {}", first.text("access_token")));
    person.get("/api/v1/audit").await.expect(403);
    let switched = person.post("/api/v1/auth/switch", json!({ "tenant_id": zebra.0 })).await.expect(200);
    assert_eq!(switched.json["tenant"]["id"], json!(zebra.0));
    assert_eq!(person.get(ME).await.expect(200).json, switched.json);
    person.get("/api/v1/audit").await.expect(200);
    let unknown = person.post("/api/v1/auth/switch", json!({ "tenant_id": uuid::Uuid::nil() })).await.expect(404);
    let foreign = person.post("/api/v1/auth/switch", json!({ "tenant_id": other.0 })).await.expect(404);
    assert_eq!(foreign.canonical(), unknown.canonical());
    app.owner().await.post("/api/v1/auth/switch", json!({ "tenant_id": zebra.0 })).await.expect(403);
}

#[tokio::test]
async fn people_change_their_name_and_language() {
    let app = TestApp::new().await;
    let tenant = app.tenant("Nordlicht").await;
    let viewer = app.member(tenant, "viewer").await;
    let changed = viewer.patch(ME, json!({ "name": " Ayşe ", "locale": "tr" })).await.expect(200);
    assert_eq!((changed.text("name"), changed.text("locale")), ("Ayşe", "tr"));
    assert_eq!(viewer.get(ME).await.expect(200).json, changed.json);
    assert_eq!(viewer.patch(ME, json!({ "locale": "en" })).await.expect(200).text("name"), "Ayşe");
    let empty = viewer.patch(ME, json!({ "name": "" })).await.expect(422);
    assert_eq!(empty.json["fields"]["name"], "must have 1 to 200 characters");
    viewer.patch(ME, json!({ "locale": "de" })).await.expect(422);
}
