//! Every shape of the list's SQL is prepared and planned under the tenant role, over enough rows to tell plans apart.

use fulexo_db::Tx;
use fulexo_kernel::TenantId;
use uuid::Uuid;

use crate::orders::list::{Filter, Wanted};
use crate::testing::TestApp;

/// Orders of each of four merchants.
const ORDERS: i64 = 8_000;

/// Merchants with a store and many orders each; every order has the word `all`, one in a thousand the word `rare`.
async fn crowded(app: &TestApp) -> (TenantId, Uuid) {
    let mut first = None;
    for name in ["Nordlicht", "Kitchen", "Third", "Fourth"] {
        let tenant = app.tenant(name).await;
        let store = app.store(tenant, name).await;
        first.get_or_insert((tenant, store));
        app.execute(&format!(
            "insert into orders (tenant_id, id, store_id, external_id, number, status, store_status, currency, total, total_minor,
               placed_at, raw, content_hash, store_modified_at, read_at, created_at, updated_at)
             select '{tenant}', gen_random_uuid(), '{store}', n, n::text
                  , (array['processing', 'completed', 'completed', 'completed', 'cancelled', 'draft'])[1 + n % 6], 'x', 'EUR', 1, 100
                  , timestamptz '2026-03-01Z' - make_interval(mins => n::int), '{{}}', '', now(), now(), now(), now()
             from generate_series(1, {ORDERS}) n;
             insert into order_tokens (tenant_id, token, order_id)
             select tenant_id, t, id from orders, lateral (values ('all'), ('n' || number)
               , (case when external_id % 1000 = 0 then 'rare' else 'w' || external_id % 50 end)) as x (t)
             where tenant_id = '{tenant}'"
        ))
        .await;
    }
    app.execute("analyze orders; analyze order_tokens").await;
    first.unwrap()
}

/// Every combination of filters.
fn shapes(store: Uuid) -> Vec<Filter> {
    let from = "2026-02-25T00:00:00Z".parse().ok();
    let to = "2026-02-27T00:00:00Z".parse().ok();
    let mut out = vec![Filter::default()];
    let mut each = |vary: &dyn Fn(&Filter) -> Vec<Filter>| {
        let varied: Vec<Filter> = out.iter().flat_map(vary).collect();
        out.extend(varied);
    };
    each(&|f| vec![Filter { store_id: Some(store), ..f.clone() }]);
    each(&|f| ["cancelled", "processing,completed"].map(|s| Filter { status: Some(s.into()), ..f.clone() }).into());
    each(&|f| {
        vec![Filter { placed_from: from, ..f.clone() }, Filter { placed_from: from, placed_to: to, ..f.clone() }]
    });
    each(&|f| ["rare", "all", "rare n5000"].map(|q| Filter { q: Some(q.into()), ..f.clone() }).into());
    each(&|f| vec![Filter { include_drafts: Some(true), ..f.clone() }]);
    each(&|f| vec![Filter { trashed: Some(true), ..f.clone() }]);
    out
}

async fn check(tx: &Tx, filter: &Filter, after: bool) {
    let after = after.then(|| ("2026-02-26T00:00:00Z".parse().unwrap(), Uuid::max()));
    let wanted = Wanted::of(filter.clone(), after, 50).unwrap();
    let plan = wanted.sql().plan(tx).await.unwrap();
    let text = plan.join("\n");
    let fail = |why: &str| panic!("{why}: {filter:?}\n{}\n{text}", wanted.sql().text());
    if text.contains("Seq Scan") {
        fail("it reads a whole table");
    }
    for (line, next) in plan.iter().zip(plan.iter().skip(1)) {
        let looks_up = line.contains("Index Scan") || line.contains("Index Only Scan");
        if looks_up && !next.contains("Index Cond: ((tenant_id = ") && !next.contains("Index Cond: (tenant_id = ") {
            fail("an index is not entered by its tenant");
        }
    }
    // without a search, orders come out of their index in order: nothing is read beyond the page
    let several = filter.status.as_deref().is_some_and(|s| s.contains(','));
    let sorts = plan.iter().filter(|line| line.trim_start_matches([' ', '-', '>']).starts_with("Sort")).count();
    if filter.q.is_none() && filter.placed_to.is_none() && sorts > 2 * usize::from(several) {
        fail("it sorts");
    }
}

#[tokio::test]
async fn every_shape_enters_an_index_by_its_tenant() {
    let app = TestApp::isolated().await;
    let (tenant, store) = crowded(&app).await;
    let tx = app.app.db.tenant(tenant).await.unwrap();
    let shapes = shapes(store);
    assert_eq!(shapes.len(), 2 * 3 * 3 * 4 * 2 * 2);
    for filter in &shapes {
        check(&tx, filter, false).await;
        check(&tx, filter, true).await;
    }
    // and they run
    for filter in shapes.iter().step_by(7) {
        let rows = Wanted::of(filter.clone(), None, 50).unwrap().read(&tx).await.unwrap();
        assert!(rows.len() <= 51);
        assert!(rows.is_sorted_by_key(|row| std::cmp::Reverse((row.placed_at, row.id))), "{filter:?}");
    }
}
