//! An order, with its lines.

use serde::{Serialize, Serializer};
use serde_json::json;

use super::{
    ALL, Fields, Links, View,
    parts::{AddressView, LineMeta, MetaList, NONE, Shape},
};
use crate::{
    model::{Charge, Line, Order},
    money::{Dec, unit_price},
    tables::{COUPONS, TaxRate, symbol},
    time::gmt,
};
use serde::ser::SerializeMap;

/// An order as `/orders/<id>` shows it.
#[derive(Debug)]
pub(crate) struct OrderView<'a> {
    view: View<'a>,
    order: &'a Order,
}

impl<'a> OrderView<'a> {
    pub(crate) const fn new(view: View<'a>, order: &'a Order) -> Self {
        Self { view, order }
    }

    fn money(&self, cents: i64) -> Dec {
        Dec(cents, self.view.dp)
    }

    fn head<S: SerializeMap>(&self, out: &mut Fields<'_, S>) -> Result<(), S::Error> {
        let (o, zone) = (self.order, &self.view.store.zone);
        out.put("id", &o.id)?;
        out.put("parent_id", &0)?;
        out.put("status", o.status)?;
        out.put("currency", &o.currency)?;
        out.put("version", self.view.store.profile.version())?;
        out.put("prices_include_tax", &false)?;
        out.put("date_created", &zone.local(o.created))?;
        out.put("date_modified", &zone.local(o.modified))?;
        let discount: (i64, i64) = o.coupons.iter().fold((0, 0), |d, c| (d.0 + c.discount, d.1 + c.tax));
        out.put("discount_total", &self.money(discount.0))?;
        out.put("discount_tax", &self.money(discount.1))?;
        out.put("shipping_total", &self.money(o.shipping_total()))?;
        out.put("shipping_tax", &self.money(o.shipping_tax()))?;
        out.put("cart_tax", &self.money(o.cart_tax()))?;
        out.put("total", &self.money(o.total()))?;
        out.put("total_tax", &self.money(o.cart_tax() + o.shipping_tax()))?;
        out.put("customer_id", &o.customer_id)?;
        out.put("order_key", &order_key(o.id))
    }

    fn shopper<S: SerializeMap>(&self, out: &mut Fields<'_, S>) -> Result<(), S::Error> {
        let (o, zone) = (self.order, &self.view.store.zone);
        out.put("billing", &AddressView(&o.billing, Shape::OrderBilling))?;
        out.put("shipping", &AddressView(&o.shipping, Shape::OrderShipping))?;
        out.put("payment_method", &o.payment_method)?;
        out.put("payment_method_title", &o.payment_title)?;
        out.put("transaction_id", &o.transaction_id)?;
        out.put("customer_ip_address", &o.ip)?;
        out.put("customer_user_agent", &o.agent)?;
        out.put("created_via", &o.created_via)?;
        out.put("customer_note", &o.customer_note)?;
        out.put("date_completed", &o.completed.map(|at| zone.local(at)))?;
        out.put("date_paid", &o.paid.map(|at| zone.local(at)))?;
        out.put("cart_hash", "")?;
        out.put("number", &o.id.to_string())?;
        out.put("meta_data", &MetaList(&o.meta))
    }

    fn lines<S: SerializeMap>(&self, out: &mut Fields<'_, S>) -> Result<(), S::Error> {
        let o = self.order;
        out.put("line_items", &LineList { view: self.view, lines: &o.lines, tax: o.tax })?;
        let cart = o.cart_tax();
        let tax = TaxLines { tax: o.tax, id: o.tax_line, totals: (cart, o.shipping_tax()), dp: self.view.dp };
        out.put("tax_lines", &tax)?;
        let charges = |charges, fee| Charges { view: self.view, charges, tax: o.tax, fee };
        out.put("shipping_lines", &charges(&o.shipping_lines, false))?;
        out.put("fee_lines", &charges(&o.fees, true))?;
        out.put("coupon_lines", &self.coupons())?;
        let refunds = o.refunds.iter().filter_map(|id| self.view.store.refunds.get(id));
        let rows: Vec<_> = refunds
            .map(|r| json!({"id": r.id, "reason": r.reason, "total": self.money(-r.amount).to_string()}))
            .collect();
        out.put("refunds", &rows)
    }

    fn coupons(&self) -> Vec<serde_json::Value> {
        let rows = self.order.coupons.iter();
        rows.filter_map(|line| {
            let coupon = COUPONS.get(line.coupon)?;
            let plain = |cents: i64| short(Dec(cents, 2).to_string());
            let nominal: serde_json::Value = serde_json::from_str(&plain(coupon.amount)).unwrap_or_default();
            let info = format!("[664,\"{}\",\"{}\",{}]", coupon.code, coupon.kind, plain(coupon.amount));
            let meta = LineMeta::plain(line.id * 10 + 9, "coupon_info", info);
            Some(json!({
                "id": line.id, "code": coupon.code, "discount": plain(line.discount),
                "discount_tax": plain(line.tax), "meta_data": [meta], "discount_type": coupon.kind,
                "nominal_amount": nominal, "free_shipping": coupon.free_shipping,
            }))
        })
        .collect()
    }

    fn tail<S: SerializeMap>(&self, out: &mut Fields<'_, S>) -> Result<(), S::Error> {
        let (o, v) = (self.order, self.view);
        let key = order_key(o.id);
        let pay = format!("{}/checkout/order-pay/{}/?pay_for_order=true&key={key}", v.home, o.id);
        out.put("payment_url", &pay)?;
        out.put("is_editable", &matches!(o.status, "pending" | "on-hold" | "auto-draft"))?;
        let unpaid = matches!(o.status, "pending" | "failed" | "checkout-draft");
        out.put("needs_payment", &(unpaid && o.total() > 0))?;
        out.put("needs_processing", &!o.lines.is_empty())?;
        out.put("date_created_gmt", &gmt(o.created))?;
        out.put("date_modified_gmt", &gmt(o.modified))?;
        out.put("date_completed_gmt", &o.completed.map(gmt))?;
        out.put("date_paid_gmt", &o.paid.map(gmt))?;
        out.put("currency_symbol", symbol(&o.currency))?;
        v.links(out, || {
            let this = v.url(&format!("orders/{}", o.id));
            let templates = format!("{this}/actions/email_templates");
            let links = Links::new(this, v.url("orders"), ALL).templates(templates);
            match o.customer_id {
                0 => links,
                id => links.customer(v.url(&format!("customers/{id}"))),
            }
        })
    }
}

impl Serialize for OrderView<'_> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        let mut out = Fields::new(s.serialize_map(None)?, self.view.wanted);
        self.head(&mut out)?;
        self.shopper(&mut out)?;
        self.lines(&mut out)?;
        self.tail(&mut out)?;
        out.end()
    }
}

/// `7.40` becomes `7.4`, `20.00` becomes `20`: coupon amounts lose their zeros.
fn short(text: String) -> String {
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn order_key(id: u64) -> String {
    let mixed = id.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x00C0_FFEE;
    format!("wc_order_{:0>13}", format!("{mixed:x}").chars().take(13).collect::<String>())
}

/// The product lines of an order or a refund.
#[derive(Debug)]
pub(super) struct LineList<'a> {
    pub(super) view: View<'a>,
    pub(super) lines: &'a [Line],
    pub(super) tax: Option<&'static TaxRate>,
}

impl Serialize for LineList<'_> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_seq(self.lines.iter().map(|line| LineView { list: self, line }))
    }
}

struct LineView<'a> {
    list: &'a LineList<'a>,
    line: &'a Line,
}

impl LineView<'_> {
    fn meta(&self) -> Vec<LineMeta> {
        let (l, store) = (self.line, self.list.view.store);
        let mut rows = Vec::new();
        if let Some((color, size)) = store.products.get(&l.variation_id).and_then(|p| p.options) {
            let row = |offset, key, display_key, option: &str| LineMeta {
                id: l.id * 10 + offset,
                key,
                value: crate::php::slug(option),
                display_key,
                display_value: option.to_owned(),
            };
            rows.push(row(0, "pa_color", "Color", color));
            rows.push(row(1, "pa_size", "Size", size));
        }
        if l.reduced != 0 {
            rows.push(LineMeta::plain(l.id * 10 + 2, "_reduced_stock", l.reduced.to_string()));
        }
        if l.refunded_item != 0 {
            rows.push(LineMeta::plain(l.id * 10 + 3, "_refunded_item_id", l.refunded_item.to_string()));
        }
        rows
    }
}

impl Serialize for LineView<'_> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        let (l, view) = (self.line, self.list.view);
        let money = |cents| Dec(cents, view.dp);
        let bought = if l.variation_id == 0 { l.product_id } else { l.variation_id };
        // A deleted product takes its id, SKU and picture out of old lines; only the name stays.
        let product = view.store.products.get(&bought);
        let parent = product.and_then(|p| view.store.products.get(&p.parent));
        let shown = |id: u64| if product.is_some() { id } else { 0 };
        let mut map = s.serialize_map(None)?;
        map.serialize_entry("id", &l.id)?;
        map.serialize_entry("name", &l.name)?;
        map.serialize_entry("product_id", &shown(l.product_id))?;
        map.serialize_entry("variation_id", &shown(l.variation_id))?;
        map.serialize_entry("quantity", &l.quantity)?;
        map.serialize_entry("tax_class", "")?;
        map.serialize_entry("subtotal", &money(l.subtotal))?;
        map.serialize_entry("subtotal_tax", &money(l.subtotal_tax))?;
        map.serialize_entry("total", &money(l.total))?;
        map.serialize_entry("total_tax", &money(l.total_tax))?;
        match self.list.tax {
            Some(rate) if l.refunded_item == 0 || l.total_tax != 0 => {
                let tax = TaxShare { id: rate.id, total: money(l.total_tax), subtotal: money(l.subtotal_tax) };
                map.serialize_entry("taxes", &[tax])?;
            }
            _ => map.serialize_entry("taxes", &NONE)?,
        }
        map.serialize_entry("meta_data", &self.meta())?;
        map.serialize_entry("sku", &product.map(|p| &p.sku))?;
        if view.store.profile.hpos() {
            map.serialize_entry("global_unique_id", &product.map(|p| &p.gtin))?;
        }
        map.serialize_entry("price", &unit_price(l.total, l.quantity))?;
        let no_image_id = if product.is_some() && parent.is_none() { json!("") } else { json!(0) };
        map.serialize_entry("image", &json!({"id": no_image_id, "src": ""}))?;
        map.serialize_entry("parent_name", &parent.map(|p| &p.name))?;
        map.end()
    }
}

#[derive(Serialize)]
struct TaxShare {
    id: u64,
    total: Dec,
    subtotal: Dec,
}

/// The tax line of an order or a refund.
#[derive(Debug)]
pub(super) struct TaxLines {
    pub(super) tax: Option<&'static TaxRate>,
    pub(super) id: u64,
    pub(super) totals: (i64, i64),
    pub(super) dp: u8,
}

impl Serialize for TaxLines {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        let row = self.tax.map(|rate| {
            let percent: serde_json::Value =
                serde_json::from_str(&short(Dec(rate.basis_points, 2).to_string())).unwrap_or_default();
            json!({
                "id": self.id, "rate_code": rate.code, "rate_id": rate.id, "label": rate.label,
                "compound": false, "tax_total": Dec(self.totals.0, self.dp).to_string(),
                "shipping_tax_total": Dec(self.totals.1, self.dp).to_string(),
                "rate_percent": percent, "meta_data": [],
            })
        });
        s.collect_seq(row)
    }
}

/// Shipping or fee lines.
#[derive(Debug)]
struct Charges<'a> {
    view: View<'a>,
    charges: &'a [Charge],
    tax: Option<&'static TaxRate>,
    fee: bool,
}

impl Serialize for Charges<'_> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        let money = |cents| Dec(cents, self.view.dp).to_string();
        s.collect_seq(self.charges.iter().map(|c| {
            let taxes: Vec<_> = self
                .tax
                .map(|rate| json!({"id": rate.id, "total": money(c.tax), "subtotal": ""}))
                .into_iter()
                .collect();
            if self.fee {
                json!({
                    "id": c.id, "name": c.name, "tax_class": "", "tax_status": "taxable",
                    "amount": money(c.total), "total": money(c.total), "total_tax": money(c.tax),
                    "taxes": taxes, "meta_data": [],
                })
            } else {
                json!({
                    "id": c.id, "method_title": c.name, "method_id": c.method_id, "instance_id": "1",
                    "total": money(c.total), "total_tax": money(c.tax), "taxes": taxes,
                    "tax_status": "taxable", "meta_data": [],
                })
            }
        }))
    }
}
