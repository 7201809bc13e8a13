//! `/orders/<id>/refunds` and the flat `/refunds`.

use std::borrow::Cow;

use serde_json::Value;

use super::{
    App,
    list::{Listing, Page},
    orders::{Dates, body, with_view},
    orders_write::text,
    params::{Checker, parsed},
    reply::{Outcome, Reply, invalid_id},
    request::Req,
};
use crate::{money::parse_cents, render::RefundView, store::RefundRequest};

/// Answers the refunds of one order, or of all when none is named.
pub(crate) fn list(app: &App, req: &Req, order: Option<u64>) -> Outcome {
    with_view(app, req, false, |view| {
        let store = view.store;
        if let Some(order) = order
            && !store.orders.contains_key(&order)
        {
            return Err(invalid_id("order", 404));
        }
        let mut check = Checker::new(req);
        let page = Page::read(&mut check, req);
        let ascending = check.one_of("order", &["desc", "asc"]) == "asc";
        let dates = Dates::read(&mut check, req, store, !app.profile.hpos());
        let orderby = check.one_of("orderby", &["date", "id", "include", "title", "slug", "modified"]);
        check.finish()?;
        let found = store.refunds.values().filter(|r| order.is_none_or(|id| r.order_id == id));
        let mut keys: Vec<(i64, u64)> = found
            .filter(|r| dates.hold(store, r.created, r.created))
            .map(|r| (if orderby == "id" { 0 } else { r.created }, r.id))
            .collect();
        keys.sort_unstable();
        if !ascending {
            keys.reverse();
        }
        let ids: Vec<u64> = keys.into_iter().map(|(_, id)| id).collect();
        let shown = page.cut(&ids);
        let flat = order.is_none();
        let found = shown.iter().filter_map(|id| store.refunds.get(id));
        let rows: Vec<_> = found.map(|r| RefundView::new(view, r, flat)).collect();
        let listing = Listing {
            req,
            home: view.home,
            extra: &[("dp", "2")],
            statuses: None,
            dated: true,
            forgets: app.profile.hpos(),
        };
        Ok(listing.finish(body(req, &rows), page, ids.len(), shown.len()))
    })
}

/// Answers one refund.
pub(crate) fn get(app: &App, req: &Req, order: u64, id: u64) -> Outcome {
    with_view(app, req, true, |view| {
        let refund = view.store.refunds.get(&id).filter(|r| r.order_id == order);
        let refund = refund.ok_or_else(|| invalid_id("shop_order_refund", 404))?;
        Ok(Reply::ok(&RefundView::new(view, refund, false)))
    })
}

/// Answers a new refund.
pub(crate) fn create(app: &App, req: &Req, order: u64) -> Outcome {
    parsed(req)?;
    let fields = req.fields();
    let refuse = |message: &str| {
        // The data of this error is the bare status, as recorded.
        let code = "woocommerce_rest_cannot_create_order_refund";
        Reply::json(500, &serde_json::json!({"code": code, "message": message, "data": 500}))
    };
    if !app.store().orders.contains_key(&order) {
        return Err(invalid_id("order", 404));
    }
    if fields.get("api_refund").and_then(Value::as_bool).unwrap_or(true) {
        return Err(refuse("The payment gateway for this order does not exist."));
    }
    let rows = fields.get("line_items").and_then(Value::as_array).cloned().unwrap_or_default();
    let line = |row: &Value| {
        let id = row.get("id").and_then(Value::as_u64)?;
        let taxes = row.get("refund_tax").and_then(Value::as_array).cloned().unwrap_or_default();
        let tax = taxes.iter().filter_map(|t| t.get("refund_total").and_then(parse_cents)).sum();
        let money = row.get("refund_total").and_then(parse_cents).unwrap_or(0);
        Some((id, row.get("quantity").and_then(Value::as_i64).unwrap_or(0), money, tax))
    };
    let lines: Vec<_> = rows.iter().filter_map(line).collect();
    let sum = lines.iter().map(|l| l.2 + l.3).sum();
    let ask = RefundRequest {
        amount: fields.get("amount").and_then(parse_cents).unwrap_or(sum),
        reason: text(&fields, "reason").unwrap_or(Cow::Borrowed("")),
        lines,
        restock: fields.get("api_restock").and_then(Value::as_bool).unwrap_or(true),
    };
    let id = app.store().refund(order, ask, app.now()).map_err(refuse)?;
    let reply = get(app, req, order, id)?;
    // WooCommerce forgets to fill in the order's id here.
    let location = format!("{}/wp-json/wc/v3/orders/(?P<order_id>[\\d]+)/refunds/{id}", app.home(req.tls));
    Ok(Reply { status: 201, headers: Vec::new(), ..reply }.header("Location", location))
}

/// Answers the deletion of a refund; nothing moves and nobody is told.
pub(crate) fn delete(app: &App, req: &Req, order: u64, id: u64) -> Outcome {
    let before = get(app, req, order, id)?;
    if !req.flag("force") {
        let text = "Order refunds do not support trashing.";
        return Err(Reply::error(501, "woocommerce_rest_trash_not_supported", text));
    }
    app.store().delete_refund(id);
    Ok(before)
}
