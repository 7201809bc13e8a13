//! Writing products and variations.

use std::{borrow::Cow, sync::Arc};

use serde_json::{Map, Value, json};

use super::{
    App,
    orders_write::{apply_meta, text},
    params::{Kind as Type, parsed, typed},
    products,
    reply::{Outcome, Reply, invalid_id},
    request::Req,
    route::batch_too_large,
};
use crate::{
    model::{Kind, Product},
    money::parse_cents,
    store::Store,
};

const SCHEMA: [(&str, Type); 6] = [
    ("name", Type::Text),
    ("sku", Type::Text),
    ("regular_price", Type::Text),
    ("stock_quantity", Type::Integer),
    ("inventory_delta", Type::Integer),
    ("meta_data", Type::Objects),
];

/// Answers a change of a product, or of a variation of a parent.
pub(crate) fn update(app: &App, req: &Req, parent: Option<u64>, id: u64) -> Outcome {
    let body = req.fields();
    parsed(req).and_then(|()| typed(&body, &SCHEMA))?;
    let known = app.store().products.get(&id).is_some_and(|p| parent.is_none_or(|of| p.parent == of));
    if !known {
        return Err(invalid_id("product", 400));
    }
    patch(&mut app.store(), id, &body, app.now())?;
    show(app, req, parent, id)
}

fn show(app: &App, req: &Req, parent: Option<u64>, id: u64) -> Outcome {
    match parent {
        Some(parent) => products::variation(app, req, parent, id),
        None => products::get(app, req, id),
    }
}

/// Answers a new simple product.
pub(crate) fn create(app: &App, req: &Req) -> Outcome {
    let body = req.fields();
    parsed(req).and_then(|()| typed(&body, &SCHEMA))?;
    let now = app.now();
    let id = {
        let mut store = app.store();
        free_sku(&store, 0, &body)?;
        let mut product = blank(&mut store, now);
        let id = product.id;
        product.name = Arc::from(text(&body, "name").unwrap_or(Cow::Borrowed("Product")).as_ref());
        product.manage = body.get("manage_stock").and_then(Value::as_bool).unwrap_or(false);
        store.add_product(product, now);
        apply(&mut store, id, &body);
        id
    };
    let reply = products::get(app, req, id)?;
    let location = format!("{}/wp-json/wc/v3/products/{id}", app.home(req.tls));
    Ok(Reply { status: 201, headers: Vec::new(), ..reply }.header("Location", location))
}

fn blank(store: &mut Store, now: i64) -> Product {
    let id = store.new_id();
    Product {
        id,
        parent: 0,
        kind: Kind::Simple,
        status: Cow::Borrowed("publish"),
        name: Arc::from(""),
        number: id,
        sku: Cow::Borrowed(""),
        gtin: Cow::Borrowed(""),
        regular: None,
        sale: None,
        manage: false,
        stock: 0,
        stock_status: Cow::Borrowed("instock"),
        backorders: Cow::Borrowed("no"),
        created: now,
        modified: now,
        sales: 0,
        weight: 0,
        categories: Vec::new(),
        children: Vec::new(),
        options: None,
        meta: Vec::new(),
    }
}

fn free_sku(store: &Store, id: u64, body: &Map<String, Value>) -> Result<(), Reply> {
    let Some(sku) = text(body, "sku").filter(|sku| !sku.is_empty()) else {
        return Ok(());
    };
    match store.product_by_sku(&sku).filter(|other| other.id != id) {
        None => Ok(()),
        Some(other) => Err(Reply::json(
            400,
            &json!({
                "code": "product_invalid_sku", "message": "Invalid or duplicated SKU.",
                "data": {"status": 400, "resource_id": other.id, "unique_sku": format!("{sku}-1")},
            }),
        )),
    }
}

fn patch(store: &mut Store, id: u64, body: &Map<String, Value>, now: i64) -> Result<(), Reply> {
    free_sku(store, id, body)?;
    apply(store, id, body);
    store.save_product(id, now);
    Ok(())
}

fn apply(store: &mut Store, id: u64, body: &Map<String, Value>) {
    let Some(mut product) = store.products.remove(&id) else {
        return;
    };
    apply_meta(store, &mut product.meta, body);
    if let Some(name) = text(body, "name") {
        product.name = Arc::from(name.as_ref());
    }
    let fields = [
        ("sku", &mut product.sku),
        ("status", &mut product.status),
        ("backorders", &mut product.backorders),
        ("global_unique_id", &mut product.gtin),
    ];
    for (name, slot) in fields {
        if let Some(new) = text(body, name) {
            *slot = new;
        }
    }
    for (name, slot) in [("regular_price", &mut product.regular), ("sale_price", &mut product.sale)] {
        if let Some(value) = body.get(name) {
            *slot = parse_cents(value);
        }
    }
    if let Some(manage) = body.get("manage_stock").and_then(Value::as_bool) {
        product.manage = manage;
    }
    match text(body, "stock_status") {
        Some(status) if !product.manage => product.stock_status = status,
        _ => {}
    }
    // A quantity for a product whose stock nobody counts is silently ignored.
    if product.manage {
        if let Some(value) = body.get("stock_quantity") {
            product.stock = whole(value);
        }
        product.stock += body.get("inventory_delta").map_or(0, whole);
    }
    store.products.insert(id, product);
}

/// PHP's cast to a whole number: null and words are 0, `"12.9"` is 12, true is 1.
fn whole(value: &Value) -> i64 {
    let of_text = |text: &str| {
        let digits = text.trim().split('.').next().unwrap_or("");
        digits.parse().unwrap_or(0)
    };
    match value {
        Value::Bool(yes) => i64::from(*yes),
        Value::Number(number) => of_text(&number.to_string()),
        Value::String(text) => of_text(text),
        _ => 0,
    }
}

/// Answers a deletion; without `force` it is the trash.
pub(crate) fn delete(app: &App, req: &Req, parent: Option<u64>, id: u64) -> Outcome {
    let before = show(app, req, parent, id)?;
    let mut store = app.store();
    if req.flag("force") {
        store.delete_product(id);
    } else {
        store.trash_product(id, app.now());
    }
    Ok(before)
}

/// Answers a batch; nothing in it is checked and deletions are permanent.
pub(crate) fn batch(app: &App, req: &Req, parent: Option<u64>) -> Outcome {
    parsed(req)?;
    let body = req.fields();
    let items = |name: &str| body.get(name).and_then(Value::as_array).cloned().unwrap_or_default();
    let (update, delete) = (items("update"), items("delete"));
    if items("create").len() + update.len() + delete.len() > 100 {
        return Err(batch_too_large());
    }
    let row = |id: u64, outcome: Outcome| match outcome {
        Ok(reply) => serde_json::from_slice(&reply.body).unwrap_or_default(),
        Err(error) => error.batch_error(Some(id)),
    };
    let mut out = Map::new();
    let mut updated = Vec::new();
    for item in update.iter().filter_map(Value::as_object) {
        let id = item.get("id").and_then(Value::as_u64).unwrap_or(0);
        let known = app.store().products.contains_key(&id);
        let done = if known { patch(&mut app.store(), id, item, app.now()) } else { Err(invalid_id("product", 400)) };
        updated.push(row(id, done.and_then(|()| show(app, req, parent, id))));
    }
    if !updated.is_empty() {
        out.insert("update".to_owned(), Value::Array(updated));
    }
    let mut deleted = Vec::new();
    for id in delete.iter().filter_map(Value::as_u64) {
        deleted.push(row(id, show(app, req, parent, id)));
        app.store().delete_product(id);
    }
    if !deleted.is_empty() {
        out.insert("delete".to_owned(), Value::Array(deleted));
    }
    Ok(Reply::ok(&Value::Object(out)))
}
