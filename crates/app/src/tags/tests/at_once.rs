//! People who tag orders while stores change them: nobody waits for ever, and both places say the same in the end.

use fulexo_kernel::TenantId;
use futures::future::join_all;
use serde_json::{Value, json};

use super::create;
use crate::testing::TestApp;

const ORDERS: i64 = 30;
const ROUNDS: i64 = 8;

/// Every order carries the tags whose orders it is among, and stands among them as it is.
pub(super) async fn check(app: &TestApp, tenant: TenantId) {
    let wrong = format!(
        "select coalesce(t.order_id, o.id) as id, t.status, o.status as is
         from (select *, unnest(tag_ids) as tag_id from orders where tenant_id = '{tenant}') o
         full join (select * from order_tags where tenant_id = '{tenant}') t on t.order_id = o.id and t.tag_id = o.tag_id
         where (t.store_id, t.status, t.placed_at, t.gone)
            is distinct from (o.store_id, o.status, o.placed_at, o.trashed_at is not null or o.deleted_at is not null)"
    );
    assert_eq!(app.rows(&wrong).await, Vec::<Value>::new());
}

#[tokio::test]
async fn orders_are_tagged_while_their_stores_change_them() {
    let app = &TestApp::new().await;
    let tenant = app.tenant("Nordlicht").await;
    let member = &app.member(tenant, "member").await;
    let stores = [app.store(tenant, "EU").await, app.store(tenant, "UK").await];
    let tags = [create(member, "VIP", "red").await, create(member, "Gift", "red").await];
    let tags = tags.map(|answer| answer.expect(201).text("id").to_owned());
    for store in stores {
        for id in 1..=ORDERS {
            app.order(tenant, store, json!({ "id": id, "number": id.to_string() })).await;
        }
    }
    let change = async |store| {
        for round in 0..ROUNDS {
            for id in (1..=ORDERS).rev() {
                let status = ["completed", "trash", "on-hold", "failed"][usize::try_from((id + round) % 4).unwrap()];
                let modified = format!("2026-03-03T{round:02}:00:00");
                app.order(tenant, store, json!({ "id": id, "status": status, "date_modified_gmt": modified })).await;
            }
        }
    };
    let set = async |tag: String| {
        for round in 0..ROUNDS * 4 {
            let body =
                json!({ "put": round % 3 != 2, "filter": { "status": "on_hold,failed" }, "expected": 2 * ORDERS });
            member.post(&format!("/api/v1/tags/{tag}/matching"), body).await.expect(200);
        }
    };
    let [vip, gift] = tags;
    futures::join!(join_all(stores.map(change)), set(vip), set(gift));
    check(app, tenant).await;
    assert_ne!(app.rows(&format!("select 1 from order_tags where tenant_id = '{tenant}'")).await.len(), 0);
}
