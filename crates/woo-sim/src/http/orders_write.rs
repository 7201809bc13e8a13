//! `POST /orders`, `PUT /orders/<id>`, `DELETE /orders/<id>`.

use std::{borrow::Cow, sync::Arc};

use serde_json::{Map, Value, json};

use super::{
    App, orders,
    params::{Kind, and_list, bad_field, parsed, typed},
    reply::{Outcome, Reply, invalid_id},
    request::Req,
};
use crate::{
    model::{Address, Meta, Order, Text},
    money::{parse_cents, percent},
    seed::Basket,
    store::{Origin, Store},
    tables::{COUPONS, status_of},
};

const STATUSES: [&str; 9] = [
    "auto-draft",
    "pending",
    "processing",
    "on-hold",
    "completed",
    "cancelled",
    "refunded",
    "failed",
    "checkout-draft",
];

const SCHEMA: [(&str, Kind); 9] = [
    ("status", Kind::Text),
    ("customer_note", Kind::Text),
    ("transaction_id", Kind::Text),
    ("currency", Kind::Text),
    ("customer_id", Kind::Integer),
    ("line_items", Kind::Objects),
    ("shipping_lines", Kind::Objects),
    ("fee_lines", Kind::Objects),
    ("meta_data", Kind::Objects),
];

/// Checks the fields of an order that is written alone; a batch skips this, as WooCommerce does.
fn check(body: &Map<String, Value>) -> Result<(), Reply> {
    typed(body, &SCHEMA)?;
    let status = body.get("status").and_then(Value::as_str);
    if status.is_some_and(|s| !STATUSES.contains(&s)) {
        let text = format!("status is not one of {}.", and_list(&STATUSES));
        return Err(bad_field("status", "rest_not_in_enum", text, Value::Null));
    }
    Ok(())
}

/// Answers a new order.
pub(crate) fn create(app: &App, req: &Req) -> Outcome {
    parsed(req)?;
    let body = req.fields();
    check(&body)?;
    let mut store = app.store();
    let id = create_order(&mut store, &body, app.now());
    let location = format!("{}/wp-json/wc/v3/orders/{id}", app.home(req.tls));
    let reply = orders::one(&store, app, req, id).unwrap_or_else(Reply::no_route);
    Ok(Reply { status: 201, headers: Vec::new(), ..reply }.header("Location", location))
}

/// Answers a change of an order.
pub(crate) fn update(app: &App, req: &Req, id: u64) -> Outcome {
    let checked = parsed(req).and_then(|()| check(&req.fields()));
    checked?;
    let mut store = app.store();
    if !patch_order(&mut store, id, &req.fields(), app.now()) {
        return Err(invalid_id("shop_order", 400));
    }
    Ok(orders::one(&store, app, req, id).unwrap_or_else(Reply::no_route))
}

/// Answers a deletion; without `force` it is the trash, and the answer shows the order as it was.
pub(crate) fn delete(app: &App, req: &Req, id: u64) -> Outcome {
    let mut store = app.store();
    let before = orders::one(&store, app, req, id).ok_or_else(|| invalid_id("shop_order", 404))?;
    if req.flag("force") {
        store.delete_order(id);
        return Ok(before);
    }
    if store.orders.get(&id).is_some_and(|o| o.status == "trash") {
        let text = "The order has already been deleted.";
        return Err(Reply::error(410, "woocommerce_rest_already_trashed", text));
    }
    store.trash_order(id, app.now());
    Ok(before)
}

/// Answers a batch; nothing in it is checked and deletions are permanent.
pub(crate) fn batch(app: &App, req: &Req) -> Outcome {
    parsed(req)?;
    let body = req.fields();
    let items = |name: &str| body.get(name).and_then(Value::as_array).cloned().unwrap_or_default();
    let (create, update, delete) = (items("create"), items("update"), items("delete"));
    if create.len() + update.len() + delete.len() > 100 {
        return Err(super::route::batch_too_large());
    }
    let mut store = app.store();
    let now = app.now();
    let show = |store: &Store, id: u64, status: u16| {
        let reply = orders::one(store, app, req, id).unwrap_or_else(|| invalid_id("shop_order", status));
        match reply.status {
            200 => serde_json::from_slice(&reply.body).unwrap_or_default(),
            _ => reply.batch_error(Some(id)),
        }
    };
    let mut out = Map::new();
    let mut put = |name: &str, rows: Vec<Value>| {
        if !rows.is_empty() {
            out.insert(name.to_owned(), Value::Array(rows));
        }
    };
    let mut rows = Vec::new();
    for item in create.iter().filter_map(Value::as_object) {
        let id = create_order(&mut store, item, now);
        rows.push(show(&store, id, 400));
    }
    put("create", std::mem::take(&mut rows));
    for item in update.iter().filter_map(Value::as_object) {
        let id = item.get("id").and_then(Value::as_u64).unwrap_or(0);
        patch_order(&mut store, id, item, now);
        rows.push(show(&store, id, 400));
    }
    put("update", std::mem::take(&mut rows));
    for id in delete.iter().filter_map(Value::as_u64) {
        rows.push(show(&store, id, 404));
        store.delete_order(id);
    }
    put("delete", rows);
    Ok(Reply::ok(&Value::Object(out)))
}

/// Makes an order from a body; unknown products become empty lines.
fn create_order(store: &mut Store, body: &Map<String, Value>, now: i64) -> u64 {
    let billing = address(body.get("billing"), &Address::default());
    let customer = body.get("customer_id").and_then(Value::as_u64).unwrap_or(0);
    let mut order = Order::empty(store, now, (customer, Arc::new(billing)));
    order.shipping = Arc::new(address(body.get("shipping"), &Address::default()));
    if let Some(currency) = text(body, "currency") {
        order.currency = currency;
    }
    basket(body).fill(store, &mut order);
    apply_fields(store, &mut order, body);
    let status = text(body, "status").and_then(|s| status_of(&s)).unwrap_or("pending");
    let paid = body.get("set_paid").and_then(Value::as_bool).unwrap_or(false);
    order.status = if paid && status == "pending" { "processing" } else { status };
    if matches!(order.status, "processing" | "completed") {
        order.paid = Some(now);
    }
    order.completed = (order.status == "completed").then_some(now);
    store.add_order(order, Origin::Rest, now)
}

fn basket(body: &Map<String, Value>) -> Basket {
    let rows = |name: &str| body.get(name).and_then(Value::as_array).cloned().unwrap_or_default();
    let named = |row: &Value, name: &str| -> Text {
        Cow::Owned(row.get(name).and_then(Value::as_str).unwrap_or_default().to_owned())
    };
    let money = |row: &Value| row.get("total").and_then(parse_cents).unwrap_or(0);
    let item = |row: &Value| {
        let id = |name: &str| row.get(name).and_then(Value::as_u64).filter(|id| *id != 0);
        let quantity = row.get("quantity").and_then(Value::as_i64).unwrap_or(1);
        (id("variation_id").or_else(|| id("product_id")).unwrap_or(0), quantity)
    };
    let code = rows("coupon_lines").first().map(|row| named(row, "code").to_lowercase());
    Basket {
        items: rows("line_items").iter().map(item).collect(),
        shipping: rows("shipping_lines").first().map(|row| (named(row, "method_title"), money(row))),
        fees: rows("fee_lines").iter().map(|row| (named(row, "name"), money(row))).collect(),
        coupon: code.and_then(|code| COUPONS.iter().position(|c| c.code == code)),
    }
}

/// Changes an order by a body; false when there is no such order.
pub(crate) fn patch_order(store: &mut Store, id: u64, body: &Map<String, Value>, now: i64) -> bool {
    let Some(mut order) = store.orders.remove(id) else {
        return false;
    };
    let moved = change_lines(store, &mut order, body);
    let changed = apply_fields(store, &mut order, body) || moved;
    let from = order.status;
    store.orders.insert(id, order);
    // An unknown status gets here through a batch only, and becomes `pending`.
    let status = text(body, "status").map(|s| status_of(&s).unwrap_or("pending"));
    match status {
        Some(status) if status != from => store.set_status(id, status, now),
        _ => store.save_order(id, changed, now),
    }
    if moved {
        store.stock_new_lines(id, now);
    }
    true
}

/// Changes pieces of known lines and adds new ones.
fn change_lines(store: &mut Store, order: &mut Order, body: &Map<String, Value>) -> bool {
    let rows = body.get("line_items").and_then(Value::as_array).cloned().unwrap_or_default();
    let points = order.tax.map_or(0, |rate| rate.basis_points);
    let (known, new): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.get("id").is_some());
    for row in &known {
        let id = row.get("id").and_then(Value::as_u64);
        let quantity = row.get("quantity").and_then(Value::as_i64);
        if let Some(line) = order.lines.iter_mut().find(|l| Some(l.id) == id)
            && let Some(quantity) = quantity
        {
            let each = line.total.checked_div(line.quantity).unwrap_or(0);
            line.quantity = quantity;
            line.total = row.get("total").and_then(parse_cents).unwrap_or(each * quantity);
            line.subtotal = line.total;
            line.total_tax = percent(line.total, points);
            line.subtotal_tax = line.total_tax;
        }
    }
    order.lines.retain(|l| l.quantity != 0);
    let changed = !known.is_empty() || !new.is_empty();
    if !new.is_empty() {
        let mut rows = Map::new();
        rows.insert("line_items".to_owned(), Value::Array(new));
        basket(&rows).fill(store, order);
    }
    changed
}

/// Writes plain fields and metadata; tells whether a column (not only metadata) changed.
fn apply_fields(store: &mut Store, order: &mut Order, body: &Map<String, Value>) -> bool {
    let mut changed = false;
    let fields = [
        ("customer_note", &mut order.customer_note),
        ("transaction_id", &mut order.transaction_id),
        ("payment_method", &mut order.payment_method),
        ("payment_method_title", &mut order.payment_title),
    ];
    for (name, slot) in fields {
        if let Some(new) = text(body, name)
            && *slot != new
        {
            *slot = new;
            changed = true;
        }
    }
    for (name, slot) in [("billing", &mut order.billing), ("shipping", &mut order.shipping)] {
        if let Some(value) = body.get(name) {
            let new = address(Some(value), slot);
            changed |= **slot != new;
            *slot = Arc::new(new);
        }
    }
    if let Some(id) = body.get("customer_id").and_then(Value::as_u64) {
        changed |= order.customer_id != id;
        order.customer_id = id;
    }
    apply_meta(store, &mut order.meta, body);
    changed
}

/// Writes metadata: by id, else by key, else as a new row; scalars become text and null is not kept.
pub(crate) fn apply_meta(store: &mut Store, rows: &mut Vec<Meta>, body: &Map<String, Value>) {
    for entry in body.get("meta_data").and_then(Value::as_array).into_iter().flatten() {
        let Some(key) = entry.get("key").and_then(Value::as_str) else {
            continue;
        };
        let id = entry.get("id").and_then(Value::as_u64);
        let at = rows.iter().position(|m| id.map_or(m.key == key, |id| m.id == id));
        let value = kept(entry.get("value").unwrap_or(&Value::Null));
        match (at, value) {
            (Some(at), None) => {
                rows.remove(at);
            }
            (Some(at), Some(value)) => {
                if let Some(row) = rows.get_mut(at) {
                    row.value = value;
                }
            }
            (None, Some(value)) => {
                let id = store.new_meta_id();
                rows.push(Meta { id, key: Cow::Owned(key.to_owned()), value });
            }
            (None, None) => {}
        }
    }
    rows.sort_by(|a, b| a.key.cmp(&b.key).then(a.id.cmp(&b.id)));
}

fn kept(value: &Value) -> Option<Value> {
    match value {
        Value::Null => None,
        Value::Bool(yes) => Some(json!(if *yes { "1" } else { "" })),
        Value::Number(number) => Some(json!(number.to_string())),
        other => Some(other.clone()),
    }
}

/// Returns a text field of a body.
pub(crate) fn text(body: &Map<String, Value>, name: &str) -> Option<Text> {
    body.get(name).and_then(Value::as_str).map(|text| Cow::Owned(text.to_owned()))
}

/// Writes the given fields over an address.
pub(crate) fn address(value: Option<&Value>, old: &Address) -> Address {
    let mut new = old.clone();
    for (name, value) in value.and_then(Value::as_object).into_iter().flatten() {
        if let (Some(slot), Some(text)) = (new.field_mut(name), value.as_str()) {
            *slot = Cow::Owned(text.to_owned());
        }
    }
    new
}
