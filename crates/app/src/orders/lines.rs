//! An order's lines as rows: items, shipping, fees, coupons, taxes.

use std::collections::BTreeSet;

use fulexo_kernel::text;
use fulexo_woo::payload::{MetaData, Order};
use rust_decimal::Decimal;
use uuid::Uuid;

use super::model::sum;

/// One row of `order_lines`.
pub(super) struct Line<'a> {
    pub order_id: Uuid,
    pub kind: &'static str,
    pub position: i32,
    pub external_id: i64,
    pub name: String,
    pub sku: String,
    pub product_id: i64,
    pub variation_id: i64,
    pub quantity: Option<Decimal>,
    pub subtotal: Option<Decimal>,
    pub total: Decimal,
    pub total_tax: Decimal,
    /// Custom data; it stands in the order's record and has no column.
    pub meta: Option<&'a MetaData>,
}

/// Collects the lines of one order.
struct Lines<'a> {
    order_id: Uuid,
    seen: BTreeSet<(&'static str, i64)>,
    rows: Vec<Line<'a>>,
}

impl<'a> Lines<'a> {
    fn push(&mut self, kind: &'static str, id: Option<i64>, name: &str) -> Option<&mut Line<'a>> {
        let position = i32::try_from(self.rows.len()).unwrap_or(i32::MAX);
        // plugins make up lines without an id, or give two the same: their place stands for it
        let place = -1 - i64::from(position);
        let external_id = id.filter(|id| self.seen.insert((kind, *id))).unwrap_or(place);
        self.rows.push(Line {
            order_id: self.order_id,
            kind,
            position,
            external_id,
            name: text::storable(name),
            sku: String::new(),
            product_id: 0,
            variation_id: 0,
            quantity: None,
            subtotal: None,
            total: Decimal::ZERO,
            total_tax: Decimal::ZERO,
            meta: None,
        });
        self.rows.last_mut()
    }
}

/// Every line of an order, in the order the store shows them.
pub(super) fn lines(order_id: Uuid, order: &Order) -> Vec<Line<'_>> {
    let mut out = Lines { order_id, seen: BTreeSet::new(), rows: Vec::new() };
    for item in &order.line_items {
        if let Some(line) = out.push("item", item.id, &item.name) {
            line.meta = Some(&item.meta_data);
            line.sku = text::storable(item.sku.as_deref().unwrap_or_default());
            line.product_id = item.product_id.unwrap_or(0);
            line.variation_id = item.variation_id.unwrap_or(0);
            line.quantity = Some(item.quantity.unwrap_or_default());
            line.subtotal = item.subtotal;
            line.total = item.total.unwrap_or_default();
            line.total_tax = item.total_tax.unwrap_or_default();
        }
    }
    for shipping in &order.shipping_lines {
        if let Some(line) = out.push("shipping", shipping.id, &shipping.method_title) {
            line.meta = Some(&shipping.meta_data);
            line.total = shipping.total.unwrap_or_default();
            line.total_tax = shipping.total_tax.unwrap_or_default();
        }
    }
    for fee in &order.fee_lines {
        if let Some(line) = out.push("fee", fee.id, &fee.name) {
            line.meta = Some(&fee.meta_data);
            line.total = fee.total.unwrap_or_default();
            line.total_tax = fee.total_tax.unwrap_or_default();
        }
    }
    for coupon in &order.coupon_lines {
        if let Some(line) = out.push("coupon", coupon.id, &coupon.code) {
            line.total = coupon.discount.unwrap_or_default();
            line.total_tax = coupon.discount_tax.unwrap_or_default();
        }
    }
    for tax in &order.tax_lines {
        let name = if tax.label.is_empty() { &tax.rate_code } else { &tax.label };
        if let Some(line) = out.push("tax", tax.id, name) {
            line.total = sum([tax.tax_total, tax.shipping_tax_total].into_iter().flatten());
        }
    }
    out.rows
}
