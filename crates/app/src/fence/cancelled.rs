//! Requests dropped half-way, thousands of them, on a few connections: no merchant's rows show up at another's,
//! nothing is half-written, and the pool is as good as new.

use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;

use axum::http::Method;
use fulexo_db::testing;
use fulexo_kernel::TenantId;
use futures::{StreamExt as _, stream};
use rand::{Rng as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;
use serde_json::{Value, json};

use super::world::{Ids, World, canaries};
use crate::testing::{Actor, Answer, TestApp};

const CANCELLED: usize = 3_000;
const CONNECTIONS: usize = 3;
const ABREAST: usize = 12;
const SEED: u64 = 0x0F01_EC50;

/// A merchant and his administrator.
struct Merchant {
    ids: Ids,
    admin: Actor,
}

/// A request to be.
struct Plan {
    merchant: usize,
    method: Method,
    path: String,
    body: Option<Value>,
    /// After so many polls it is dropped.
    polls: u32,
}

fn plan(rng: &mut ChaCha8Rng, merchants: &[Merchant], n: usize) -> Plan {
    let merchant = rng.random_range(0..merchants.len());
    let ids = &merchants[merchant].ids;
    let tenant = ids.tenant;
    let one = |table: &str| ids.after(table).unwrap();
    let (method, path, body) = match rng.random_range(0..14) {
        0 => (Method::GET, "/orders".to_owned(), None),
        1 => (Method::GET, format!("/orders/{}", one("orders")), None),
        2 => (Method::GET, "/products".to_owned(), None),
        3 => (Method::GET, "/customers".to_owned(), None),
        4 => (Method::GET, format!("/customers/{}", one("customers")), None),
        5 => (Method::GET, "/woo/stores".to_owned(), None),
        6 => (Method::GET, format!("/tenants/{tenant}/members"), None),
        7 => (Method::GET, "/home".to_owned(), None),
        8 | 9 => (Method::PATCH, "/auth/me".to_owned(), Some(json!({ "name": format!("name {n}") }))),
        10 => (Method::POST, format!("/woo/stores/{}/pause", one("stores")), None),
        11 => (Method::POST, format!("/woo/stores/{}/resume", one("stores")), None),
        _ => {
            let email = format!("canary-{}-{n}@example.test", tenant.0.simple());
            let body = json!({ "email": email, "name": email, "role": "viewer", "password": "a long enough password" });
            (Method::POST, format!("/tenants/{tenant}/members"), Some(body))
        }
    };
    Plan { merchant, method, path: format!("/api/v1{path}"), body, polls: rng.random_range(1..16) }
}

/// Runs a future for so many polls and drops it where it then stands.
async fn drop_after<T>(polls: u32, future: impl Future<Output = T>) -> Option<T> {
    let mut future = pin!(future);
    let mut left = polls;
    poll_fn(|context| match future.as_mut().poll(context) {
        Poll::Ready(value) => Poll::Ready(Some(value)),
        Poll::Pending => {
            left -= 1;
            if left == 0 { Poll::Ready(None) } else { Poll::Pending }
        }
    })
    .await
}

/// Every canary in an answer is the merchant's own.
fn check(answer: &Answer, tenant: TenantId) {
    assert!(answer.status < 500, "{}", String::from_utf8_lossy(&answer.body));
    let own = tenant.0.simple().to_string();
    assert!(canaries(answer).iter().all(|canary| *canary == own), "somebody else's row");
}

async fn cancel_many(merchants: &[Merchant]) -> (usize, usize) {
    let mut rng = ChaCha8Rng::seed_from_u64(SEED);
    let plans = (0..).map(|n| plan(&mut rng, merchants, n));
    let mut running = pin!(
        stream::iter(plans)
            .map(async |plan| {
                let merchant = &merchants[plan.merchant];
                let request = merchant.admin.send(plan.method, &plan.path, plan.body);
                let answer = drop_after(plan.polls, request).await;
                if let Some(answer) = &answer {
                    check(answer, merchant.ids.tenant);
                }
                answer.is_some()
            })
            .buffer_unordered(ABREAST)
    );
    let (mut cancelled, mut finished) = (0, 0);
    while cancelled < CANCELLED {
        if running.next().await.unwrap() { finished += 1 } else { cancelled += 1 }
    }
    (cancelled, finished)
}

/// Changes and their audit entries were written together or not at all.
async fn nothing_is_half_written(app: &TestApp) {
    for (rule, sql) in [
        ("a new name without its entry", "
            select u.name from users u where u.name like 'name %' and not exists (select from audit_log a
             where a.action = 'user.change' and a.subject_id = u.id::text and a.detail->>'name' = u.name)"),
        ("a member without his entry", "
            select u.email from users u where u.email like '%@example.test' and u.email like 'canary-%-%' and u.password_hash like '$2%'
               and (not exists (select from memberships m where m.user_id = u.id)
                 or not exists (select from audit_log a where a.action = 'member.add' and a.subject_id = u.id::text))"),
        ("an entry without its member", "
            select a.subject_id from audit_log a where a.action = 'member.add' and not exists (select from memberships m
             where m.user_id::text = a.subject_id and m.tenant_id = a.tenant_id)"),
        ("an act of one merchant in another", "
            select a.id from audit_log a join memberships m on m.user_id = a.actor_user_id
             where a.actor_kind = 'member' and a.tenant_id <> m.tenant_id"),
    ] {
        let found = app.rows(sql).await;
        assert!(found.is_empty(), "{rule}: {found:?}");
    }
}

#[tokio::test]
async fn requests_dropped_half_way_leave_nothing_behind() {
    let urls = testing::isolated().await;
    let world = World::on(TestApp::on(urls, TestApp::config(), CONNECTIONS).await).await;
    let app = &world.app;
    let mut merchants = Vec::new();
    for name in ["A", "B", "C", "D"] {
        let ids = world.merchant(name).await;
        let admin = app.member(ids.tenant, "admin").await;
        merchants.push(Merchant { ids, admin });
    }
    let (cancelled, finished) = cancel_many(&merchants).await;
    assert_eq!(cancelled, CANCELLED);
    assert!(finished > CANCELLED / 10, "{finished}: too few ran to their end for the canaries to mean anything");

    // every connection is given back, once what was in flight has been rolled back
    while app.app.db.status().active > 0 {
        tokio::task::yield_now().await;
    }
    let open = "select state, query from pg_stat_activity where datname = current_database()
                and usename in ('fulexo_tenant', 'fulexo_system') and state <> 'idle'";
    assert!(app.rows(open).await.is_empty());
    nothing_is_half_written(app).await;
    let written = "select (select count(*) from audit_log where action = 'member.add') as members,
                   (select count(*) from audit_log where action = 'user.change') as names";
    let written = app.rows(written).await.remove(0);
    assert!(written["members"].as_i64() > Some(20) && written["names"].as_i64() > Some(20), "{written}");
    for merchant in &merchants {
        for path in ["orders", "products", "customers", "woo/stores"] {
            let answer = merchant.admin.get(&format!("/api/v1/{path}")).await.expect(200);
            check(&answer, merchant.ids.tenant);
            assert!(String::from_utf8_lossy(&answer.body).contains("canary-"), "{path} shows its rows");
        }
    }
}
