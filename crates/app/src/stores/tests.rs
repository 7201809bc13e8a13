//! Connecting stores: what stands in the way is said in words, with a stable cause; nothing half-connected is left.

use fulexo_woo_sim::{Fault, Profile, Sim, SimHandle};
use serde_json::{Value, json};

use crate::sync::tests::{Way, app_for, connection, small};
use crate::testing::{Actor, Answer, TestApp};

/// A merchant's admin and a store that is not connected yet.
async fn before() -> (TestApp, Actor, SimHandle) {
    let first = TestApp::new().await;
    let sim = Sim::start(small(&first, Profile::Hpos10)).await.unwrap();
    let app = app_for(&sim, &first).await;
    let tenant = app.tenant("Merchant").await;
    let admin = app.member(tenant, "admin").await;
    app.leave_jobs();
    (app, admin, sim)
}

async fn connect(admin: &Actor, body: Value) -> Answer {
    admin.post("/api/v1/woo/stores", body).await
}

fn with(mut body: Value, field: &str, value: Value) -> Value {
    body[field] = value;
    body
}

#[tokio::test]
async fn what_stands_in_the_way_is_named() {
    let (_app, admin, sim) = before().await;
    let good = || connection(&sim, Way::Plain);
    let cases: Vec<(&str, Option<Fault>, Value, u16, &str, &str)> = vec![
        ("no name", None, with(good(), "name", json!(" ")), 422, "validation", ""),
        ("no address", None, with(good(), "url", json!("")), 422, "validation", ""),
        ("no address at all", None, with(good(), "url", json!("ht!tp://")), 422, "validation", "bad-url"),
        ("another scheme", None, with(good(), "url", json!("ftp://shop.example")), 422, "validation", "bad-url"),
        (
            "a name that does not exist",
            None,
            with(good(), "url", json!("https://nowhere.invalid")),
            422,
            "store_unreachable",
            "dns",
        ),
        (
            "a private address",
            None,
            with(good(), "url", json!("https://10.0.0.7")),
            422,
            "private_target",
            "refused-target",
        ),
        (
            "loopback at another port",
            None,
            with(good(), "url", json!("http://127.0.0.1:9")),
            422,
            "private_target",
            "refused-target",
        ),
        (
            "a private address in disguise",
            None,
            with(good(), "url", json!("http://0x7f000001:9")),
            422,
            "private_target",
            "refused-target",
        ),
        (
            "wrong secret",
            None,
            with(good(), "consumer_secret", json!("cs_wrong")),
            422,
            "store_refused",
            "unauthorized",
        ),
        ("unknown key", None, with(good(), "consumer_key", json!("ck_unknown")), 422, "store_refused", "unauthorized"),
        ("a web page", Some(Fault::Html), good(), 422, "store_unreachable", "waf-or-html"),
        (
            "403",
            Some(Fault::HtmlStatus(403, "<html><title>Blocked</title></html>".into())),
            good(),
            422,
            "store_unreachable",
            "waf-or-html",
        ),
        (
            "404",
            Some(Fault::HtmlStatus(404, "<html><title>Not found</title></html>".into())),
            good(),
            422,
            "store_unreachable",
            "no-api",
        ),
        (
            "429",
            Some(Fault::Status { status: 429, retry_after: Some(600) }),
            good(),
            422,
            "store_unreachable",
            "rate-limited",
        ),
        (
            "503",
            Some(Fault::Status { status: 503, retry_after: None }),
            good(),
            422,
            "store_unreachable",
            "server-error",
        ),
        ("truncated", Some(Fault::Truncate), good(), 422, "store_unreachable", "truncated"),
        ("hanging", Some(Fault::Hang), good(), 422, "store_unreachable", "timeout"),
        (
            "a redirect into a private network",
            Some(Fault::Redirect { status: 302, to: "http://10.1.2.3/wp-json/".into() }),
            good(),
            422,
            "",
            "",
        ),
        (
            "self-signed",
            None,
            with(connection(&sim, Way::Tls), "tls_fingerprint_sha256", Value::Null),
            422,
            "store_unreachable",
            "tls",
        ),
        (
            "another certificate pinned",
            None,
            with(connection(&sim, Way::Tls), "tls_fingerprint_sha256", json!("ab".repeat(32))),
            422,
            "store_unreachable",
            "tls",
        ),
        (
            "no fingerprint",
            None,
            with(connection(&sim, Way::Tls), "tls_fingerprint_sha256", json!("xyz")),
            422,
            "validation",
            "",
        ),
    ];
    for (what, fault, body, status, code, cause) in cases {
        sim.faults().clear();
        if let Some(fault) = fault {
            sim.faults().on("/", fault);
        }
        let answer = connect(&admin, body).await;
        assert_eq!(answer.status, status, "{what}: {}", answer.json);
        assert!(code.is_empty() || answer.code() == code, "{what}: {}", answer.json);
        assert!(cause.is_empty() || answer.json["cause"] == cause, "{what}: {}", answer.json);
        assert!(answer.text("detail").len() > 10, "{what}");
        if what == "self-signed" {
            assert_eq!(answer.text("tls_fingerprint_sha256"), sim.tls_fingerprint_sha256());
        }
    }
    assert!(admin.get("/api/v1/woo/stores").await.expect(200).items().is_empty(), "nothing half-connected is left");
}

#[tokio::test]
async fn a_self_signed_store_connects_once_pinned_and_only_once() {
    let (app, admin, sim) = before().await;
    let made = connect(&admin, connection(&sim, Way::Tls)).await.expect(201);
    assert_eq!(made.json["state"], "connecting");
    assert_eq!(made.json["webhooks"], "polling_only");
    assert_eq!(made.json["auth"], "basic");
    assert_eq!(connect(&admin, connection(&sim, Way::Tls)).await.expect(409).code(), "conflict");
    let id = made.text("id");
    let audited = app.rows(&format!("select action from audit_log where subject_id = '{id}'")).await;
    assert_eq!(audited[0]["action"], "store.connect");
    let stored = app
        .rows(&format!("select consumer_key::text as k, consumer_secret::text as s from stores where id = '{id}'"))
        .await;
    let text = stored[0].to_string();
    assert!(!text.contains(&hex::encode(sim.consumer_secret())) && !text.contains(sim.consumer_secret()));
    let shown = admin.get(&format!("/api/v1/woo/stores/{id}")).await.expect(200).json.to_string();
    assert!(!shown.contains(sim.consumer_key()) && !shown.contains(sim.consumer_secret()));
}

#[tokio::test]
async fn only_those_who_may_connect_stores() {
    let (app, admin, sim) = before().await;
    let body = || connection(&sim, Way::Plain);
    let owner = app.owner().await;
    assert_eq!(owner.post("/api/v1/woo/stores", body()).await.expect(400).code(), "tenant_required");
    let tenant = app.tenant("Another").await;
    let viewer = app.member(tenant, "viewer").await;
    viewer.post("/api/v1/woo/stores", body()).await.expect(403);
    assert_eq!(
        admin.within(tenant).post("/api/v1/woo/stores", body()).await.expect(403).code(),
        "tenant_header_forbidden"
    );
    owner.within(tenant).post("/api/v1/woo/stores", body()).await.expect(201);
    assert!(admin.get("/api/v1/woo/stores").await.expect(200).items().is_empty());
}

#[tokio::test]
async fn a_store_has_as_many_orders_as_its_list_shows() {
    let app = TestApp::new().await;
    let tenant = app.tenant("Nordlicht").await;
    let (store, other) = (app.store(tenant, "EU").await, app.store(tenant, "UK").await);
    for (id, status) in [(1, "processing"), (2, "cancelled"), (3, "checkout-draft"), (4, "trash"), (5, "completed")] {
        app.order(tenant, store, json!({"id": id, "status": status})).await;
    }
    app.execute(&format!("update orders set deleted_at = now() where tenant_id = '{tenant}' and external_id = 5"))
        .await;
    let viewer = app.member(tenant, "viewer").await;
    let shown = viewer.get(&format!("/api/v1/orders?store_id={store}")).await.expect(200).items().len();
    assert_eq!(shown, 2);
    for (store, orders) in [(store, shown), (other, 0)] {
        let page = viewer.get("/api/v1/woo/stores").await.expect(200);
        let card = page.items().iter().find(|s| s["id"] == json!(store)).unwrap();
        assert_eq!(card["orders_total"], json!(orders));
        let page = viewer.get(&format!("/api/v1/woo/stores/{store}")).await.expect(200);
        assert_eq!(page.json["orders_total"], json!(orders));
    }
}
