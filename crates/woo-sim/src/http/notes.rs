//! `/orders/<id>/notes`.

use serde_json::{Value, json};

use super::{
    App,
    orders::{body, with_view},
    params::parsed,
    reply::{Outcome, Reply, invalid_id},
    request::Req,
};
use crate::render::NoteView;

/// Answers the notes of an order, the newest first; they have no totals.
pub(crate) fn list(app: &App, req: &Req, order: u64) -> Outcome {
    let kind = req.get("type").unwrap_or("any").to_owned();
    with_view(app, req, false, |view| {
        if !view.store.orders.contains_key(&order) {
            return Err(invalid_id("shop_order", 404));
        }
        let notes = view.store.notes.get(&order).map(Vec::as_slice).unwrap_or_default();
        let mut wanted: Vec<_> = notes
            .iter()
            .filter(|n| match kind.as_str() {
                "customer" => n.to_customer,
                "internal" => !n.to_customer,
                _ => true,
            })
            .collect();
        // The newest first; those of one second in the order they were written.
        wanted.sort_by_key(|n| std::cmp::Reverse(n.at));
        let rows: Vec<_> = wanted.into_iter().map(|n| NoteView::new(view, order, n)).collect();
        Ok(body(req, &rows))
    })
}

/// Answers one note.
pub(crate) fn get(app: &App, req: &Req, order: u64, id: u64) -> Outcome {
    with_view(app, req, true, |view| {
        let notes = view.store.notes.get(&order);
        let note = notes.and_then(|notes| notes.iter().find(|n| n.id == id));
        let note = note.ok_or_else(|| invalid_id("order_note", 404))?;
        Ok(Reply::ok(&NoteView::new(view, order, note)))
    })
}

/// Answers a new note; no date moves and no webhook follows.
pub(crate) fn create(app: &App, req: &Req, order: u64) -> Outcome {
    parsed(req)?;
    let fields = req.fields();
    let Some(note) = fields.get("note").and_then(Value::as_str) else {
        let error = json!({
            "code": "rest_missing_callback_param", "message": "Missing parameter(s): note",
            "data": {"status": 400, "params": ["note"]},
        });
        return Err(Reply::json(400, &error));
    };
    let to_customer = fields.get("customer_note").and_then(Value::as_bool).unwrap_or(false);
    let id = {
        let mut store = app.store();
        if !store.orders.contains_key(&order) {
            return Err(invalid_id("shop_order", 404));
        }
        store.add_note(order, note.to_owned(), to_customer, app.now())
    };
    let reply = get(app, req, order, id)?;
    let location = format!("{}/wp-json/wc/v3/orders/{order}/notes/{id}", app.home(req.tls));
    Ok(Reply { status: 201, headers: Vec::new(), ..reply }.header("Location", location))
}

/// Answers the deletion of a note.
pub(crate) fn delete(app: &App, req: &Req, order: u64, id: u64) -> Outcome {
    let before = get(app, req, order, id)?;
    if !req.flag("force") {
        let text = "Webhooks do not support trashing.";
        return Err(Reply::error(501, "woocommerce_rest_trash_not_supported", text));
    }
    if let Some(notes) = app.store().notes.get_mut(&order) {
        notes.retain(|n| n.id != id);
    }
    Ok(before)
}
