//! What an order is here: its status, and what differs between two copies. No async, no SQL.

use std::collections::BTreeMap;

use fulexo_kernel::text::storable;
use fulexo_woo::payload::{Address, Order};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Our status for a store's word; `unknown` when nobody has mapped it yet.
pub(crate) fn status_of(store_status: &str) -> &'static str {
    match store_status.strip_prefix("wc-").unwrap_or(store_status) {
        "pending" => "pending",
        "on-hold" => "on_hold",
        "processing" => "processing",
        "completed" => "completed",
        "cancelled" => "cancelled",
        "refunded" => "refunded",
        "failed" => "failed",
        "checkout-draft" | "auto-draft" => "draft",
        _ => "unknown",
    }
}

/// One field of an order that became another.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, ToSchema)]
pub struct Change {
    /// `status`, `shipping.city`, `line: Copper ibrik` and the like.
    pub field: String,
    pub from: Option<String>,
    pub to: Option<String>,
}

/// The shopper's name as the order gives it: billing, else shipping, else the company.
pub(crate) fn shopper(order: &Order) -> String {
    for address in [&order.billing, &order.shipping] {
        let name = format!("{} {}", address.first_name.trim(), address.last_name.trim());
        if !name.trim().is_empty() {
            return name.trim().to_owned();
        }
    }
    order.billing.company.trim().to_owned()
}

/// The sum of what was given back, positive.
pub(crate) fn refunded(order: &Order) -> Decimal {
    // one that is named twice was given back once
    let refunds: BTreeMap<i64, Decimal> = order.refunds.iter().filter_map(|r| Some((r.id, r.total?.abs()))).collect();
    sum(refunds.into_values())
}

/// The number of pieces bought.
pub(crate) fn pieces(order: &Order) -> Decimal {
    sum(order.line_items.iter().filter_map(|l| l.quantity))
}

/// A sum that stops at the greatest decimal instead of ending the program: stores can claim anything.
pub(crate) fn sum(amounts: impl Iterator<Item = Decimal>) -> Decimal {
    amounts.fold(Decimal::ZERO, |sum, amount| sum.saturating_add(amount))
}

/// What differs between two copies of an order, in words people use.
pub(crate) fn changes(old: &Order, new: &Order) -> Vec<Change> {
    let (old, new) = (facts(old), facts(new));
    let mut out = Vec::new();
    for (field, to) in &new {
        let from = old.get(field);
        if from != Some(to) {
            out.push(Change { field: field.clone(), from: from.cloned(), to: Some(to.clone()) });
        }
    }
    for (field, from) in old {
        if !new.contains_key(&field) {
            out.push(Change { field, from: Some(from), to: None });
        }
    }
    out.truncate(100);
    out
}

/// An order as flat facts, the comparable part of it.
fn facts(order: &Order) -> BTreeMap<String, String> {
    let mut facts = BTreeMap::new();
    let mut put = |field: &str, value: String| {
        if !value.is_empty() {
            facts.insert(field.to_owned(), value);
        }
    };
    put("status", order.status.clone());
    put("number", order.number.clone());
    put("currency", order.currency.clone());
    put("customer_note", order.customer_note.clone());
    put("payment_method", order.payment_method_title.clone());
    put("transaction_id", order.transaction_id.clone().unwrap_or_default());
    for (field, amount) in [
        ("total", order.total),
        ("total_tax", order.total_tax),
        ("shipping_total", order.shipping_total),
        ("discount_total", order.discount_total),
    ] {
        put(field, amount.map(|a| a.to_string()).unwrap_or_default());
    }
    for (prefix, address) in [("billing", &order.billing), ("shipping", &order.shipping)] {
        for (field, value) in address_fields(address) {
            put(&format!("{prefix}.{field}"), value.to_owned());
        }
    }
    line_facts(order, &mut facts);
    // names of plugins' fields may carry U+0000, which PostgreSQL cannot keep
    facts.into_iter().map(|(field, value)| (storable(&field), storable(&value))).collect()
}

fn line_facts(order: &Order, facts: &mut BTreeMap<String, String>) {
    for line in &order.line_items {
        let quantity = line.quantity.unwrap_or_default().normalize();
        facts.insert(format!("line: {}", line.name), format!("{quantity} × {}", line.total.unwrap_or_default()));
    }
    for line in &order.shipping_lines {
        facts.insert(format!("shipping: {}", line.method_title), line.total.unwrap_or_default().to_string());
    }
    for line in &order.fee_lines {
        facts.insert(format!("fee: {}", line.name), line.total.unwrap_or_default().to_string());
    }
    for line in &order.coupon_lines {
        facts.insert(format!("coupon: {}", line.code), line.discount.unwrap_or_default().to_string());
    }
    for refund in &order.refunds {
        facts.insert(format!("refund: {}", refund.id), refund.total.unwrap_or_default().to_string());
    }
    for meta in &order.meta_data.0 {
        let value: String = meta.value.get().chars().take(200).collect();
        facts.insert(format!("meta: {}", meta.key), value);
    }
}

fn address_fields(address: &Address) -> [(&'static str, &str); 11] {
    [
        ("first_name", &address.first_name),
        ("last_name", &address.last_name),
        ("company", &address.company),
        ("address_1", &address.address_1),
        ("address_2", &address.address_2),
        ("city", &address.city),
        ("state", &address.state),
        ("postcode", &address.postcode),
        ("country", &address.country),
        ("email", &address.email),
        ("phone", &address.phone),
    ]
}
