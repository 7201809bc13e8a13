//! The list: filters, search, pages, and who sees what.

use fulexo_kernel::TenantId;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::testing::{Actor, TestApp, merged};

/// Orders a list names, by number.
async fn numbers(actor: &Actor, query: &str) -> Vec<String> {
    actor.column(&format!("/api/v1/orders?{query}"), "number").await
}

/// An order of a number, placed so many minutes after nine.
async fn order(app: &TestApp, tenant: TenantId, store: Uuid, number: i64, fields: Value) -> Uuid {
    let placed = format!("2026-03-02T09:{number:02}:00");
    let plain =
        json!({"id": number, "number": number.to_string(), "date_created_gmt": placed, "date_modified_gmt": placed});
    app.order(tenant, store, merged(plain, fields)).await
}

#[tokio::test]
async fn filters_narrow_the_list() {
    let app = TestApp::new().await;
    let tenant = app.tenant("Nordlicht").await;
    let (eu, uk) = (app.store(tenant, "EU").await, app.store(tenant, "UK").await);
    order(&app, tenant, eu, 1, json!({})).await;
    order(&app, tenant, eu, 2, json!({"status": "completed"})).await;
    order(&app, tenant, uk, 3, json!({"status": "lieferbar"})).await;
    order(&app, tenant, eu, 4, json!({"status": "checkout-draft"})).await;
    order(&app, tenant, eu, 5, json!({"status": "trash"})).await;
    order(&app, tenant, uk, 6, json!({"status": "on-hold"})).await;
    let viewer = app.member(tenant, "viewer").await;
    for (query, want) in [
        ("", vec!["6", "3", "2", "1"]),
        ("include_drafts=true", vec!["6", "4", "3", "2", "1"]),
        ("trashed=true", vec!["6", "5", "3", "2", "1"]),
        ("status=completed", vec!["2"]),
        ("status=unknown,on_hold,%20processing,", vec!["6", "3", "1"]),
        ("status=draft", vec!["4"]),
        (&*format!("store_id={uk}"), vec!["6", "3"]),
        (&*format!("store_id={uk}&status=on_hold,completed"), vec!["6"]),
        ("placed_from=2026-03-02T09:02:00Z&placed_to=2026-03-02T09:06:00Z", vec!["3", "2"]),
        ("placed_from=-009998-01-02T00:00:00Z&limit=1", vec!["6"]),
        (&*format!("store_id={}", Uuid::nil()), vec![]),
    ] {
        assert_eq!(numbers(&viewer, query).await, want, "{query}");
    }
    for bad in ["status=lost", "store_id=1", "placed_from=yesterday", "limit=0", "limit=101", "trashed=maybe"] {
        viewer.get(&format!("/api/v1/orders?{bad}")).await.expect(422);
    }
    assert_eq!(viewer.get("/api/v1/orders?after=x").await.expect(400).code(), "invalid_cursor");
}

#[tokio::test]
async fn search_finds_beginnings_of_words_in_any_script() {
    let app = TestApp::new().await;
    let tenant = app.tenant("Nordlicht").await;
    let store = app.store(tenant, "EU").await;
    let named = |first: &str, last: &str, email: &str| json!({"billing": {"first_name": first, "last_name": last, "email": email, "phone": "", "city": "İzmir"}, "shipping": {}});
    order(&app, tenant, store, 1, named("IŞIL", "Yıldız", "isil@example.test")).await;
    order(&app, tenant, store, 2, named("Jürgen", "Müller", "j.mueller@example.test")).await;
    order(&app, tenant, store, 3, named("健一", "佐藤", "sato@example.test")).await;
    let viewer = app.member(tenant, "viewer").await;
    for (query, want) in [
        ("ışıl", vec!["1"]),
        ("YILDIZ isil", vec!["1"]),
        ("muller", vec!["2"]),
        ("M%C3%BCller%20j", vec!["2"]),
        ("mueller", vec!["2"]),
        ("sato@ex", vec!["3"]),
        ("佐藤", vec!["3"]),
        ("yildiz muller", vec![]),
        ("ildiz", vec![]),
        ("100%", vec![]),
        ("%23", vec!["3", "2", "1"]),
    ] {
        let query = query.replace("100%", "100%25").replace(' ', "%20");
        assert_eq!(numbers(&viewer, &format!("q={query}")).await, want, "{query}");
    }
}

#[tokio::test]
async fn pages_follow_one_another_without_gaps_also_at_equal_moments() {
    let app = TestApp::new().await;
    let tenant = app.tenant("Nordlicht").await;
    let store = app.store(tenant, "EU").await;
    for number in 1..=7 {
        let fields = json!({"date_created_gmt": "2026-03-02T09:00:00", "status": if number % 2 == 0 { "failed" } else { "completed" }});
        order(&app, tenant, store, number, fields).await;
    }
    let viewer = app.member(tenant, "viewer").await;
    for filter in ["", "&status=failed,completed", "&q=ayse"] {
        let mut seen = Vec::new();
        let mut after = String::new();
        for _ in 0..4 {
            let page = viewer.get(&format!("/api/v1/orders?limit=2{filter}{after}")).await.expect(200);
            seen.extend(page.items().iter().map(|o| o["id"].as_str().unwrap().to_owned()));
            after = format!("&after={}", page.text("next"));
        }
        assert_eq!(after, "&after=", "the last page says so");
        let mut want = seen.clone();
        want.sort_unstable();
        want.dedup();
        want.reverse();
        assert_eq!(seen, want, "{filter}");
        assert_eq!(seen.len(), 7);
    }
}

#[tokio::test]
async fn staff_read_granted_merchants_merged_or_one() {
    let app = TestApp::new().await;
    let tenants = [app.tenant("Nordlicht").await, app.tenant("Kitchen").await, app.tenant("Third").await];
    for (n, tenant) in (1_i64..).zip(tenants) {
        let store = app.store(tenant, "Shop").await;
        for k in 0..3 {
            order(&app, tenant, store, n + 3 * k, json!({})).await;
        }
    }
    let staff = app.staff("warehouse", Some(&tenants[..2])).await;
    assert_eq!(numbers(&staff, "").await, ["8", "7", "5", "4", "2", "1"]);
    let page = staff.get("/api/v1/orders?limit=4").await.expect(200);
    assert_eq!(page.items()[0]["tenant_id"], json!(tenants[1]));
    let rest = numbers(&staff, &format!("limit=4&after={}", page.text("next"))).await;
    assert_eq!(rest, ["2", "1"]);
    assert_eq!(numbers(&staff.within(tenants[0]), "").await, ["7", "4", "1"]);
    staff.within(tenants[2]).get("/api/v1/orders").await.expect(404);
    let counts = staff.get("/api/v1/orders/counts").await.expect(200);
    assert_eq!(counts.json, json!({"open": 6, "needs_attention": 0, "by_status": {"processing": 6}}));
}

#[tokio::test]
async fn counts_name_every_status_and_what_needs_attention() {
    let app = TestApp::new().await;
    let tenant = app.tenant("Nordlicht").await;
    let (eu, uk) = (app.store(tenant, "EU").await, app.store(tenant, "UK").await);
    for (n, status) in
        (1_i64..).zip(["pending", "on-hold", "failed", "lieferbar", "completed", "checkout-draft", "trash"])
    {
        order(&app, tenant, eu, n, json!({"status": status})).await;
    }
    order(&app, tenant, uk, 1, json!({"status": "pending"})).await;
    let viewer = app.member(tenant, "viewer").await;
    let by_status = json!({"completed": 1, "draft": 1, "failed": 1, "on_hold": 1, "pending": 2, "unknown": 1});
    let counts = viewer.get("/api/v1/orders/counts").await.expect(200);
    assert_eq!(counts.json, json!({"open": 3, "needs_attention": 2, "by_status": by_status}));
    let counts = viewer.get(&format!("/api/v1/orders/counts?store_id={uk}")).await.expect(200);
    assert_eq!(counts.json, json!({"open": 1, "needs_attention": 0, "by_status": {"pending": 1}}));
}
