//! Products, customers and refunds: a whole first import in which every record is spoiled that can be.

use std::collections::BTreeSet;

use fulexo_woo_sim::{Corruption, Fault, Profile, SimConfig};
use serde_json::{Value, json};

use super::super::{Shop, Way, small};
use super::cases::{Case, customers, products, refunds};
use super::{difference, holds, set_aside};
use crate::testing::{Table, TestApp};

/// Records of one kind.
struct Kind {
    resource: &'static str,
    route: &'static str,
    ids: Vec<u64>,
    cases: Vec<Case>,
    /// What a person sees of one, and its record; `$id` is the store's id of it.
    seen: &'static str,
}

fn kinds(shop: &Shop) -> Vec<Kind> {
    vec![
        Kind {
            resource: "product",
            route: "/wc/v3/products",
            ids: shop.sim.product_ids(false),
            cases: products(),
            seen: "select name, sku, price::text, regular_price::text, stock_quantity::text, stock_status, status, raw::text as raw from listings
                    where store_id = $store and external_variation_id = 0",
        },
        Kind {
            resource: "customer",
            route: "/wc/v3/customers",
            ids: strangers(shop),
            cases: customers(),
            seen: "select c.name, c.email, c.phone, c.city, c.country, i.raw::text as raw
                     from customer_identities i join customers c on c.id = i.customer_id where i.store_id = $store",
        },
        Kind {
            resource: "refund",
            route: "/wc/v3/refunds",
            ids: shop.sim.refund_ids(),
            cases: refunds(),
            seen: "select r.amount::text, r.reason, r.refunded_at, r.raw::text as raw
                     from order_refunds r join orders o on o.id = r.order_id where o.store_id = $store",
        },
    ]
}

/// Customers, those without an order first: of the others an order may tell something newer.
fn strangers(shop: &Shop) -> Vec<u64> {
    let orders = shop.sim.order_heads();
    let buyers: BTreeSet<u64> =
        orders.iter().filter_map(|head| shop.sim.order_json(head.id)?["customer_id"].as_u64()).collect();
    let (bought, not): (Vec<u64>, Vec<u64>) = shop.sim.customer_ids().into_iter().partition(|id| buyers.contains(id));
    assert!(not.len() > customers().len(), "{} customers without an order", not.len());
    not.into_iter().chain(bought).collect()
}

fn config(app: &TestApp) -> SimConfig {
    SimConfig { orders: 400, customers: 240, ..small(app, Profile::Hpos10) }
}

fn mark(n: usize) -> String {
    format!("case-{n}-")
}

/// Spoils every record that there is a case for.
fn spoil(shop: &Shop, kinds: &[Kind]) {
    for kind in kinds {
        assert!(kind.ids.len() > kind.cases.len() + 3, "{} {}s", kind.ids.len(), kind.resource);
        for (n, case) in kind.cases.iter().enumerate() {
            let fault = |how| Fault::Corrupt { id: kind.ids[n], how };
            shop.sim.faults().on(kind.route, fault(Corruption::Field("marked".to_owned(), json!(mark(n)))));
            shop.sim.faults().on(kind.route, fault(case.how.clone()));
        }
    }
}

/// The row whose record has a text, without the record.
async fn row(shop: &Shop, kind: &Kind, part: &str) -> Option<(Value, String)> {
    let mut rows = shop.rows(&format!("select * from ({}) s where raw like '%{part}%'", kind.seen)).await;
    assert!(rows.len() <= 1, "{}: {part}", kind.resource);
    let mut row = rows.pop()?;
    let raw = row.as_object_mut().unwrap().remove("raw").unwrap();
    Some((row, raw.as_str().unwrap().to_owned()))
}

async fn outcome(shop: &Shop, good: &Shop, kind: &Kind, n: usize) -> [String; 2] {
    let case = &kind.cases[n];
    if let Some((seen, raw)) = row(shop, kind, &format!("\"{}\"", mark(n))).await {
        assert!(holds(&raw, &case.how), "{}: {raw}", case.what);
        let before = row(good, kind, &format!("\"id\":{},", kind.ids[n])).await.unwrap().0;
        let kept = format!("the {}, its record verbatim{}", kind.resource, difference(&before, &seen));
        return ["nothing".to_owned(), kept];
    }
    let mine = match case.how {
        Corruption::Null => format!("resource = '{}' and raw = 'null'", kind.resource),
        _ => format!(
            "resource = '{}' and (external_id = '{}' or raw like '%\"{}\"%')",
            kind.resource,
            kind.ids[n],
            mark(n)
        ),
    };
    let Some((reason, raw)) = set_aside(shop, &mine).await else {
        panic!("{}, {}: it is lost", kind.resource, case.what)
    };
    assert!(holds(&raw, &case.how), "{}: {raw}", case.what);
    [reason, "the record, raw, in quarantine".to_owned()]
}

#[tokio::test]
async fn other_records_of_stores() {
    let first = TestApp::new().await;
    let good = Shop::of(&first, config(&first), Way::Plain).await;
    let shop = Shop::of(&first, config(&first), Way::Plain).await;
    good.import().await;
    let kinds = kinds(&shop);
    spoil(&shop, &kinds);
    shop.import().await;
    let mut table = Table::new(["record", "what is wrong with it", "what people read", "what is kept"]);
    for kind in &kinds {
        for (n, case) in kind.cases.iter().enumerate() {
            let [read, kept] = outcome(&shop, &good, kind, n).await;
            table.row(&[kind.resource, case.what, &read, &kept]);
        }
        for id in &kind.ids[kind.cases.len()..] {
            let found = row(&shop, kind, &format!("\"id\":{id},\"")).await;
            assert!(found.is_some(), "{} {id} is missing", kind.resource);
        }
    }
    table.check("docs/bad-input.md", "other store records");
}
