//! The base orders, about a year of them, and how an order is put together.

use std::{borrow::Cow, sync::Arc};

use rand::Rng;
use rand_chacha::ChaCha8Rng;
use serde_json::{Value, json};

use super::{PERSONAS, chance, pick, stream};
use crate::{
    config::SimConfig,
    model::{Address, Charge, CouponLine, Line, Meta, Order, Text},
    money::percent,
    store::{RefundRequest, Store},
    tables::{COUPONS, TaxRate, status_name, tax_of},
};

/// Ways to pay: method, title, whether it has a transaction id.
pub(crate) const fn gateways() -> [(&'static str, &'static str, bool); 5] {
    [
        ("stripe", "Kredi kartı (Stripe)", true),
        ("bacs", "Havale/EFT", false),
        ("paypal", "PayPal", true),
        ("cod", "Kapıda ödeme", false),
        ("cheque", "Çek", false),
    ]
}

/// What somebody buys; makes the lines of an order.
#[derive(Debug, Default)]
pub(crate) struct Basket {
    /// Product or variation id, pieces.
    pub(crate) items: Vec<(u64, i64)>,
    pub(crate) shipping: Option<(Text, i64)>,
    pub(crate) fees: Vec<(Text, i64)>,
    pub(crate) coupon: Option<usize>,
}

impl Basket {
    /// Fills a basket from the shelf.
    pub(crate) fn random(store: &Store, rng: &mut ChaCha8Rng) -> Self {
        let mut basket = Self::default();
        for _ in 0..rng.random_range(1..=4_u8) {
            let id = *pick(rng, &store.shelf, &0);
            if id != 0 && basket.items.iter().all(|(other, _)| *other != id) {
                basket.items.push((id, rng.random_range(1..=3)));
            }
        }
        let method = *pick(rng, &["Kargo", "Versand", "送料", "Flat rate"], &"Kargo");
        if chance(rng, 85) {
            basket.shipping = Some((Cow::Borrowed(method), *pick(rng, &[0, 490, 950], &0)));
        }
        if chance(rng, 6) {
            basket.fees.push((Cow::Borrowed("Hediye paketi"), 399));
        }
        if chance(rng, 4) {
            basket.fees.push((Cow::Borrowed("Nachnahmegebühr"), -150));
        }
        if chance(rng, 10) {
            basket.coupon = Some(rng.random_range(0..COUPONS.len()));
        }
        basket
    }

    /// Writes the basket into an order: lines, charges, taxes.
    pub(crate) fn fill(self, store: &mut Store, order: &mut Order) {
        order.tax = tax_of(&order.billing.country);
        let points = order.tax.map_or(0, |rate| rate.basis_points);
        for (id, pieces) in self.items {
            let line = product_line(store, id, pieces, points);
            order.lines.push(line);
        }
        if let Some(coupon) = self.coupon {
            apply_coupon(store, order, coupon, points);
        }
        if let Some((name, total)) = self.shipping {
            order.shipping_lines.push(charge(store, (name, "flat_rate"), total, points));
        }
        for (name, total) in self.fees {
            order.fees.push(charge(store, (name, ""), total, points));
        }
        order.tax_line = store.new_item_id();
    }
}

fn charge(store: &mut Store, names: (Text, &'static str), total: i64, points: i64) -> Charge {
    let id = store.new_item_id();
    Charge { id, name: names.0, method_id: Cow::Borrowed(names.1), total, tax: percent(total, points) }
}

/// Makes the line of a product; an unknown one becomes an empty line of 0.00, as in WooCommerce.
fn product_line(store: &mut Store, id: u64, quantity: i64, points: i64) -> Line {
    let item = store.new_item_id();
    let product = store.products.get(&id);
    let total = product.and_then(|p| p.price()).unwrap_or(0) * quantity;
    let tax = percent(total, points);
    let (product_id, variation_id) = match product {
        Some(p) if p.parent != 0 => (p.parent, p.id),
        Some(p) => (p.id, 0),
        None => (0, 0),
    };
    Line {
        id: item,
        name: product.map_or_else(|| Arc::from(""), |p| Arc::clone(&p.name)),
        product_id,
        variation_id,
        quantity,
        subtotal: total,
        total,
        subtotal_tax: tax,
        total_tax: tax,
        reduced: 0,
        refunded_item: 0,
    }
}

fn apply_coupon(store: &mut Store, order: &mut Order, coupon: usize, points: i64) {
    let Some(found) = COUPONS.get(coupon) else {
        return;
    };
    let subtotal: i64 = order.lines.iter().map(|l| l.subtotal).sum();
    let mut discount = 0;
    for line in &mut order.lines {
        let off = if found.kind == "percent" {
            percent(line.subtotal, found.amount)
        } else {
            (found.amount.min(subtotal) * line.subtotal).checked_div(subtotal).unwrap_or(0)
        };
        line.total = line.subtotal - off;
        line.total_tax = percent(line.total, points);
        discount += off;
    }
    let id = store.new_item_id();
    order.coupons.push(CouponLine { id, coupon, discount, tax: percent(discount, points) });
}

impl Order {
    /// Makes an empty order of a shopper.
    pub(crate) fn empty(store: &mut Store, at: i64, shopper: (u64, Arc<Address>)) -> Self {
        Self {
            id: store.new_id(),
            status: "pending",
            before_trash: "pending",
            currency: store.currency.clone(),
            created: at,
            modified: at,
            completed: None,
            paid: None,
            customer_id: shopper.0,
            shipping: Arc::clone(&shopper.1),
            billing: shopper.1,
            payment_method: Cow::Borrowed(""),
            payment_title: Cow::Borrowed(""),
            transaction_id: Cow::Borrowed(""),
            ip: Cow::Borrowed(""),
            agent: Cow::Borrowed(""),
            created_via: Cow::Borrowed("rest-api"),
            customer_note: Cow::Borrowed(""),
            meta: Vec::new(),
            lines: Vec::new(),
            tax: None::<&'static TaxRate>,
            tax_line: 0,
            shipping_lines: Vec::new(),
            fees: Vec::new(),
            coupons: Vec::new(),
            refunds: Vec::new(),
        }
    }
}

/// Dresses an order as the checkout does: payment, agent, notes, metadata.
pub(crate) fn order_meta(store: &mut Store, rng: &mut ChaCha8Rng, order: &mut Order) {
    let (method, title, transaction) = *pick(rng, &gateways(), &("cod", "Kapıda ödeme", false));
    order.payment_method = Cow::Borrowed(method);
    order.payment_title = Cow::Borrowed(title);
    if transaction {
        order.transaction_id = Cow::Owned(format!("txn_{:016x}", rng.random::<u64>()));
    }
    order.ip = Cow::Owned(format!("203.0.113.{}", rng.random_range(1..255_u8)));
    order.agent = Cow::Borrowed("Mozilla/5.0 (X11; Linux x86_64)");
    order.created_via = Cow::Borrowed(*pick(rng, &["checkout", "checkout", "store-api", "admin"], &"checkout"));
    if chance(rng, 15) {
        const NOTES: [&str; 4] = [
            "ギフト包装をお願いします",
            "Lütfen kapıya bırakın 🙏",
            "<b>no html</b> & \"quotes\"",
            "Bitte klingeln!\nZweite Zeile",
        ];
        order.customer_note = Cow::Borrowed(*pick(rng, &NOTES, &""));
    }
    let source = *pick(rng, &["google", "newsletter", "(direct)"], &"google");
    add_meta(store, order, "_wc_order_attribution_utm_source", json!(source));
    for (key, value) in odd_meta(rng) {
        add_meta(store, order, key, value);
    }
}

fn add_meta(store: &mut Store, order: &mut Order, key: &'static str, value: Value) {
    order.meta.push(Meta { id: store.new_meta_id(), key: Cow::Borrowed(key), value });
}

/// Metadata of every shape that was seen: scalars as text, lists, objects, JSON as text, the same key twice.
fn odd_meta(rng: &mut ChaCha8Rng) -> Vec<(&'static str, Value)> {
    match rng.random_range(0..12_u8) {
        0 => vec![("erp_list", json!([1, 2, 3]))],
        1 => vec![("erp_object", json!({"k": "değer", "n": 7}))],
        2 => vec![(
            "erp_flags",
            json!({"synced": true, "tries": 3, "rate": 1.25, "none": null, "tags": ["a", "b", {"deep": 1}]}),
        )],
        3 => vec![("erp_json", json!("{\"a\":1,\"b\":[true,null]}"))],
        4 => vec![("erp_bool", json!("1")), ("erp_empty", json!("")), ("erp_float", json!("3.1"))],
        5 => vec![("dup", json!("one")), ("dup", json!("two"))],
        _ => Vec::new(),
    }
}

pub(super) fn fill(store: &mut Store, config: &SimConfig, epoch: i64, span: i64) {
    store.seal();
    let mut rng = stream(config.seed, 3, 0);
    let shoppers: Vec<(u64, Arc<Address>)> =
        store.customers.values().skip(1).map(|c| (c.id, Arc::clone(&c.billing))).collect();
    let count = i64::from(config.orders);
    let step = (span / count.max(1)).max(1);
    for number in 0..count {
        let at = epoch - span + number * span / count + rng.random_range(0..step);
        let shopper = match shoppers.get(rng.random_range(0..shoppers.len().max(1) * 5 / 3 + 1)) {
            Some((id, address)) => (*id, Arc::clone(address)),
            None => (0, guest(&mut rng)),
        };
        base_order(store, config, &mut rng, at, shopper, epoch);
    }
    bulk_edits(store, config, epoch);
}

/// Makes the address of somebody without an account.
pub(crate) fn guest(rng: &mut ChaCha8Rng) -> Arc<Address> {
    let persona = pick(rng, &PERSONAS, &PERSONAS[0]);
    let email = format!("guest{}@gast.example", rng.random_range(1..5000_u32));
    Arc::new(persona.address(rng, Cow::Owned(email)))
}

fn base_order(
    store: &mut Store,
    config: &SimConfig,
    rng: &mut ChaCha8Rng,
    at: i64,
    shopper: (u64, Arc<Address>),
    epoch: i64,
) {
    let mut order = Order::empty(store, at, shopper);
    let basket = Basket::random(store, rng);
    basket.fill(store, &mut order);
    order_meta(store, rng, &mut order);
    if config.other_currencies && chance(rng, 4) {
        order.currency = Cow::Borrowed(*pick(rng, &["TRY", "JPY", "USD", "KWD"], &"TRY"));
    }
    let fresh = epoch - at < 4 * 86_400;
    order.status = base_status(rng, fresh);
    order.before_trash = "processing";
    let later = |rng: &mut ChaCha8Rng, most: i64| (at + rng.random_range(60..most)).min(epoch);
    order.modified = later(rng, 900);
    if matches!(order.status, "processing" | "completed" | "refunded") {
        order.paid = Some(order.modified);
    }
    if matches!(order.status, "completed" | "refunded") {
        let done = later(rng, 6 * 86_400);
        order.completed = Some(done);
        order.modified = done;
    }
    let (id, status, total) = (order.id, order.status, order.total());
    let first = order.lines.first().map(|l| (l.id, 1, l.total / l.quantity, l.total_tax / l.quantity));
    let at = order.modified;
    past_of(store, &mut order);
    store.orders.insert(id, order);
    match status {
        "refunded" => refund(store, id, total, None, at),
        "completed" if chance(rng, 4) => {
            let amount = first.map_or(50, |l| l.2 + l.3).clamp(1, total.max(1));
            refund(store, id, amount, first, at);
        }
        _ => {}
    }
}

/// Gives a base order what its way here has left: taken stock and a note.
fn past_of(store: &mut Store, order: &mut Order) {
    if !matches!(order.status, "pending" | "checkout-draft" | "failed" | "cancelled") {
        for line in &mut order.lines {
            let counted = store.stock_owner(line.product_id, line.variation_id).is_some();
            line.reduced = if counted { line.quantity } else { 0 };
        }
    }
    if !matches!(order.status, "pending" | "checkout-draft" | "trash") {
        let text = format!("Order status changed from Pending payment to {}.", status_name(order.status));
        store.add_note(order.id, text, false, order.modified);
    }
}

fn refund(store: &mut Store, order: u64, amount: i64, line: Option<(u64, i64, i64, i64)>, at: i64) {
    let reason = if line.is_some() { "Kısmi iade" } else { "" };
    let lines = line.into_iter().collect();
    let ask = RefundRequest { amount, reason: Cow::Borrowed(reason), lines, restock: false };
    store.insert_refund(order, &ask, at);
}

fn base_status(rng: &mut ChaCha8Rng, fresh: bool) -> &'static str {
    match (fresh, rng.random_range(0..100_u8)) {
        (_, 0..1) => "trash",
        (_, 1..3) => "checkout-draft",
        (true, 3..60) => "processing",
        (true, 60..75) => "on-hold",
        (true, 75..90) => "pending",
        (false, 3..75) => "completed",
        (false, 75..82) => "cancelled",
        (false, 82..88) => "refunded",
        (false, 88..92) => "failed",
        (false, 92..96) => "processing",
        (false, 96..98) => "pending",
        (false, _) => "on-hold",
        (true, _) => "completed",
    }
}

/// Three bulk actions of the past: tens of orders share one modified second.
fn bulk_edits(store: &mut Store, config: &SimConfig, epoch: i64) {
    let mut rng = stream(config.seed, 4, 0);
    let ids: Vec<u64> = store.orders.keys().copied().collect();
    for days in [9, 3, 2] {
        let at = epoch - days * 86_400 - rng.random_range(0..40_000);
        for _ in 0..rng.random_range(20..35_u8) {
            let id = *pick(&mut rng, &ids, &0);
            store.orders.change(id, |order| order.modified = if order.created < at { at } else { order.modified });
        }
    }
}
