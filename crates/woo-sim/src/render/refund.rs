//! Refunds and notes.

use serde::{Serialize, Serializer};

use super::{
    Fields, GET_DELETE, Links, View,
    order::{LineList, TaxLines},
    parts::NONE,
};
use crate::{
    model::{Note, Refund},
    money::Dec,
    time::gmt,
};

/// A refund as `/orders/<id>/refunds/<id>` shows it; the flat list adds `parent_id`.
#[derive(Debug)]
pub(crate) struct RefundView<'a> {
    view: View<'a>,
    refund: &'a Refund,
    flat: bool,
}

impl<'a> RefundView<'a> {
    pub(crate) const fn new(view: View<'a>, refund: &'a Refund, flat: bool) -> Self {
        Self { view, refund, flat }
    }
}

impl Serialize for RefundView<'_> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        let (r, v) = (self.refund, self.view);
        let mut out = Fields::new(s.serialize_map(None)?, v.wanted);
        out.put("id", &r.id)?;
        if self.flat {
            out.put("parent_id", &r.order_id)?;
        }
        out.put("date_created", &v.store.zone.local(r.created))?;
        out.put("date_created_gmt", &gmt(r.created))?;
        out.put("amount", &Dec(r.amount, v.dp))?;
        out.put("reason", &r.reason)?;
        out.put("refunded_by", &1)?;
        out.put("refunded_payment", &false)?;
        if v.store.profile.hpos() {
            let kind = if r.full { "full" } else { "partial" };
            let row = serde_json::json!({"id": r.meta_id, "key": "_refund_type", "value": kind});
            out.put("meta_data", &[row])?;
        } else {
            out.put("meta_data", &NONE)?;
        }
        out.put("line_items", &LineList { view: v, lines: &r.lines, tax: r.tax })?;
        out.put("shipping_lines", &NONE)?;
        let tax = r.lines.iter().map(|l| l.total_tax).sum();
        out.put("tax_lines", &TaxLines { tax: r.tax, id: r.tax_line, totals: (tax, 0), dp: v.dp })?;
        out.put("fee_lines", &NONE)?;
        v.links(&mut out, || {
            let order = v.url(&format!("orders/{}", r.order_id));
            let all = format!("{order}/refunds");
            Links::new(format!("{all}/{}", r.id), all, GET_DELETE).up(order)
        })?;
        out.end()
    }
}

/// A note of an order.
#[derive(Debug)]
pub(crate) struct NoteView<'a> {
    view: View<'a>,
    order: u64,
    note: &'a Note,
}

impl<'a> NoteView<'a> {
    pub(crate) const fn new(view: View<'a>, order: u64, note: &'a Note) -> Self {
        Self { view, order, note }
    }
}

impl Serialize for NoteView<'_> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        let (n, v) = (self.note, self.view);
        let mut out = Fields::new(s.serialize_map(None)?, v.wanted);
        out.put("id", &n.id)?;
        out.put("author", if n.by_user { "admin" } else { "WooCommerce" })?;
        out.put("date_created", &v.store.zone.local(n.at))?;
        out.put("date_created_gmt", &gmt(n.at))?;
        out.put("note", &n.text)?;
        out.put("customer_note", &n.to_customer)?;
        v.links(&mut out, || {
            let order = v.url(&format!("orders/{}", self.order));
            let all = format!("{order}/notes");
            Links::new(format!("{all}/{}", n.id), all, GET_DELETE).up(order)
        })?;
        out.end()
    }
}
