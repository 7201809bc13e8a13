//! Records that are spoiled one by one, as docs/bad-input.md has it: each is kept as far as it means something, or set
//! aside raw, and none holds up another.

mod cases;
mod others;

use std::time::Duration;

use fulexo_woo_sim::{Corruption, Fault, Profile};
use serde_json::{Value, json};

use self::cases::{Case, orders};
use super::{Shop, Way};
use crate::testing::Table;

/// What a person sees of an order, beside its record.
const SEEN: &str =
    "external_id, number, status, store_status, currency, total::text, refunded::text, pieces::text, customer_name,
    customer_email, country, payment_method_title, placed_at, paid_at, completed_at,
    (select count(*) from order_lines l where l.order_id = o.id) as lines,
    (select count(*) from order_refunds r where r.order_id = o.id and r.gone_at is null) as refunds";

/// What was set aside under a condition: the reason that people read, and the record.
async fn set_aside(shop: &Shop, condition: &str) -> Option<(String, String)> {
    let sql =
        format!("select reason, raw from quarantine q where store_id = $store and resolved_at is null and {condition}");
    let mut rows = shop.rows(&sql).await;
    assert!(rows.len() <= 1, "{rows:?}");
    let text = |row: &Value, field: &str| row[field].as_str().unwrap().to_owned();
    let (reason, raw) = rows.pop().map(|row| (text(&row, "reason"), text(&row, "raw")))?;
    assert!(reason.len() < 400, "{} bytes of reason: {reason}", reason.len());
    Some((reason, raw))
}

/// Whether a record has what the store wrote.
fn holds(raw: &str, how: &Corruption) -> bool {
    match how {
        Corruption::Field(name, value) => {
            serde_json::from_str::<Value>(raw).is_ok_and(|record| record.get(name) == Some(value))
        }
        Corruption::Written(name, text) => raw.contains(&format!("\"{name}\":{text}")),
        _ => true,
    }
}

/// How a row differs from another, in words.
fn difference(before: &Value, after: &Value) -> String {
    let said = |value: &Value| {
        let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let shown: String = text.chars().take(30).collect();
        let more = text.chars().count() - shown.chars().count();
        if text.is_empty() {
            return "empty".to_owned();
        }
        if more > 0 { format!("`{shown}…` and {more} more") } else { format!("`{shown}`") }
    };
    let fields = after.as_object().unwrap().iter().filter(|(name, value)| before[name.as_str()] != **value);
    fields.map(|(name, value)| format!("; {name} {}", said(value))).collect()
}

/// The order that fits a condition, and its record.
async fn kept(shop: &Shop, condition: &str) -> Option<(Value, String)> {
    let sql = format!(
        "select to_jsonb(s) as seen, s.id, s.raw from (select {SEEN}, o.id, o.raw::text as raw from orders o
          where store_id = $store and deleted_at is null and {condition}) s"
    );
    let mut rows = shop.rows(&sql).await;
    assert!(rows.len() <= 1, "{condition}");
    let mut row = rows.pop()?;
    let raw = row["raw"].as_str().unwrap().to_owned();
    // what is kept can be looked at
    shop.admin.get(&format!("/api/v1/orders/{}", row["id"].as_str().unwrap())).await.expect(200);
    let mut seen = row["seen"].take();
    for own in ["id", "raw"] {
        seen.as_object_mut().unwrap().remove(own);
    }
    Some((seen, raw))
}

/// What people read and what is kept of an order that the store spoils.
async fn outcome(shop: &Shop, id: u64, case: &Case, note: &str, before: &Value) -> [String; 2] {
    if let Some((seen, raw)) = kept(shop, &format!("raw::text like '%\"{note}\"%'")).await {
        assert!(holds(&raw, &case.how), "{}: {raw}", case.what);
        let kept = format!("the order, its record verbatim{}", difference(before, &seen));
        return ["nothing".to_owned(), kept];
    }
    let mine = match case.how {
        Corruption::Null => "raw = 'null'".to_owned(),
        _ => format!("(external_id = '{id}' or raw like '%\"{note}\"%')"),
    };
    let Some((reason, raw)) = set_aside(shop, &mine).await else { panic!("{}: it is lost", case.what) };
    if raw.len() > 200_000 {
        return [reason, "the first 256 KiB of the record, in quarantine; the copy of before stays".to_owned()];
    }
    assert!(holds(&raw, &case.how), "{}: {raw}", case.what);
    [reason, "the record, raw, in quarantine; the copy of before stays".to_owned()]
}

#[tokio::test]
async fn orders_of_stores() {
    let mut shop = Shop::open(Profile::Hpos10, Way::Plain).await;
    shop.import().await;
    let heads = shop.sim.order_heads();
    let mut table = Table::new(["what is wrong with the order", "what people read", "what is kept"]);
    for (n, case) in orders().into_iter().enumerate() {
        // hours pass
        shop.admin = shop.app.session(shop.admin.user_id, &shop.admin.email, Some(shop.tenant)).await;
        let (id, what) = (heads[n].id, case.what);
        let neighbours = [heads[heads.len() - 1].id, heads[heads.len() - 2].id];
        let before = kept(&shop, &format!("external_id = {id}")).await.unwrap().0;
        shop.sim.faults().on("/wc/v3/orders", Fault::Corrupt { id, how: case.how.clone() });
        let note = format!("change-{n}-");
        let spoiled = format!("spoiled-{n}-");
        // one is listed before it, the other after it
        for (seconds, id, note) in [(120, neighbours[0], &note), (2, id, &spoiled), (2, neighbours[1], &note)] {
            shop.app.advance(Duration::from_secs(seconds));
            shop.sim.edit_order(id, &json!({ "customer_note": note })).unwrap();
        }
        shop.app.drain(shop.tenant).await;
        for neighbour in neighbours {
            assert_eq!(shop.order(neighbour).await["customer_note"], note, "{what}: another order waits");
        }
        assert_eq!(shop.streams().await["orders"]["state"], "live", "{what}");
        let mine = format!("select from orders where store_id = $store and external_id = {id}");
        assert_eq!(shop.count(&mine).await, 1, "{what}: the copy of before");
        let [read, kept] = outcome(&shop, id, &case, &spoiled, &before).await;
        table.row(&[what, &read, &kept]);
        mend(&shop, id).await;
    }
    shop.poll().await;
    for head in heads.iter().take(orders().len()) {
        assert_eq!(shop.order(head.id).await["customer_note"], "mended", "order {}", head.id);
    }
    assert_eq!(shop.count("select from quarantine where store_id = $store and resolved_at is null").await, 0);
    shop.assert_mirror().await;
    table.check("docs/bad-input.md", "store orders");
}

#[tokio::test]
async fn a_date_far_ahead_on_a_full_page_hides_nothing() {
    let shop = Shop::open(Profile::Hpos10, Way::Plain).await;
    let heads = shop.sim.order_heads();
    for id in [heads[5].id, heads[60].id, heads[120].id] {
        let how = Corruption::Field("date_modified_gmt".to_owned(), json!("9999-12-01T00:00:00"));
        shop.sim.faults().on("/wc/v3/orders", Fault::Corrupt { id, how });
    }
    shop.import().await;
    let here = shop.count("select from orders where store_id = $store").await;
    assert_eq!(usize::try_from(here).unwrap(), heads.len());
    // the next change is found as well, though a record claims to be later than all
    shop.app.advance(Duration::from_secs(60));
    shop.sim.edit_order(heads[90].id, &json!({ "customer_note": "found" })).unwrap();
    shop.poll().await;
    assert_eq!(shop.order(heads[90].id).await["customer_note"], "found");
}

/// From now on the store tells it rightly again.
async fn mend(shop: &Shop, id: u64) {
    shop.sim.faults().clear();
    shop.sim.edit_order(id, &json!({ "customer_note": "mended" })).unwrap();
    // a record under a wrong id is another order to everybody but its store, and one under none is nobody's
    let known: Vec<String> = shop.sim.order_heads().iter().map(|head| format!("'{}'", head.id)).collect();
    let (store, known) = (&shop.store, known.join(", "));
    shop.app
        .execute(&format!(
            "update orders set deleted_at = created_at where store_id = '{store}' and external_id::text not in ({known});
             delete from quarantine where store_id = '{store}' and external_id not in ({known})"
        ))
        .await;
}
