//! The live shop: what happens at each tick follows from the seed and the tick's number alone.
//!
//! Tick `k` happens at `epoch + k * length`. It places the draft of tick `k - 1`, opens a checkout of its
//! own, and does what the fates of earlier orders hold for it. What is changed by hand can only stop a step
//! (a deleted order is not paid); it moves no id and no draw of a later tick, as long as base products and
//! base customers are not deleted.

use std::{borrow::Cow, collections::BTreeMap, sync::Arc};

use rand::Rng;
use rand_chacha::ChaCha8Rng;

use crate::{
    model::{Customer, Order},
    seed::{self, Basket, PERSONAS, chance},
    store::{Origin, RefundRequest, Store},
    tables::status_of,
};

/// The longest time, in ticks, between an order and the last thing that happens to it.
const MEMORY: u64 = 128;

/// An order somebody places by hand, as through the storefront.
#[derive(Clone, Debug, Default)]
pub struct OrderRequest {
    /// Product or variation ids and pieces; a random basket when empty.
    pub items: Vec<(u64, i64)>,
    /// The registered customer; a guest when none.
    pub customer_id: Option<u64>,
    /// The e-mail of a guest.
    pub email: Option<String>,
    /// The status it is placed in; `processing` when none.
    pub status: Option<String>,
    /// Its currency; the shop's when none.
    pub currency: Option<String>,
}

/// Where the live shop stands.
#[derive(Debug)]
pub(crate) struct Live {
    pub(crate) seed: u64,
    pub(crate) epoch: i64,
    pub(crate) length: i64,
    pub(crate) done: u64,
    /// Orders of the last ticks.
    recent: BTreeMap<u64, u64>,
}

/// What will become of the order of a tick.
#[derive(Debug)]
struct Fate {
    abandoned: bool,
    placed_as: &'static str,
    completes: bool,
    moves_house: bool,
    noted: bool,
    part_refund: bool,
    full_refund: bool,
}

impl Live {
    pub(crate) fn new(seed: u64, epoch: i64, length: i64) -> Self {
        Self { seed, epoch, length: length.max(1), done: 0, recent: BTreeMap::new() }
    }

    /// Returns the last tick that has happened at a time.
    pub(crate) fn tick_at(&self, now: i64) -> u64 {
        u64::try_from((now - self.epoch) / self.length).unwrap_or(0)
    }

    fn fate(&self, tick: u64) -> Fate {
        let mut rng = seed::stream(self.seed, 11, tick);
        Fate {
            abandoned: chance(&mut rng, 6),
            placed_as: match rng.random_range(0..4_u8) {
                0 => "pending",
                1 => "on-hold",
                _ => "processing",
            },
            completes: chance(&mut rng, 90),
            moves_house: chance(&mut rng, 10),
            noted: chance(&mut rng, 15),
            part_refund: chance(&mut rng, 4),
            full_refund: chance(&mut rng, 1),
        }
    }
}

/// Runs the next tick; returns its number.
pub(crate) fn tick(store: &mut Store, live: &mut Live) -> u64 {
    let number = live.done + 1;
    live.done = number;
    let now = live.epoch + i64::try_from(number).unwrap_or(0) * live.length;
    store.reach_tick(number);
    let mut rng = seed::stream(live.seed, 12, number);
    place_last(store, live, number, now);
    let draft = open_checkout(store, &mut rng, now);
    live.recent.insert(number, draft);
    live.recent.retain(|tick, _| tick + MEMORY > number);
    follow_up(store, live, number, now);
    if number.is_multiple_of(25) {
        register(store, &mut rng, number, now);
    }
    if number.is_multiple_of(40) {
        restock(store, &mut rng, now);
    }
    if number.is_multiple_of(720) {
        clean_drafts(store, live.epoch, now);
    }
    number
}

fn place_last(store: &mut Store, live: &Live, number: u64, now: i64) {
    let Some(last) = number.checked_sub(1) else {
        return;
    };
    let fate = live.fate(last);
    if let Some(order) = live.recent.get(&last)
        && !fate.abandoned
        && store.orders.contains_key(order)
    {
        store.place_draft(*order, fate.placed_as, now);
    }
}

fn open_checkout(store: &mut Store, rng: &mut ChaCha8Rng, now: i64) -> u64 {
    // Registered shoppers of the base data only: later ones may be unknown after a restart.
    let known: Vec<u64> = store.customers.keys().skip(1).take(40).copied().collect();
    let customer = if chance(rng, 55) { *seed::pick(rng, &known, &0) } else { 0 };
    let address = match store.customers.get(&customer) {
        Some(customer) => Arc::clone(&customer.billing),
        None => seed::guest(rng),
    };
    let mut order = Order::empty(store, now, (customer, address));
    order.status = "checkout-draft";
    Basket::random(store, rng).fill(store, &mut order);
    seed::order_meta(store, rng, &mut order);
    order.created_via = Cow::Borrowed("store-api");
    store.add_order(order, Origin::CheckoutOpened, now)
}

/// Does what is due to the orders of earlier ticks.
fn follow_up(store: &mut Store, live: &Live, number: u64, now: i64) {
    let ago = |ticks: u64| {
        let tick = number.checked_sub(ticks)?;
        let order = *live.recent.get(&tick)?;
        let status = store.orders.get(&order)?.status;
        Some((order, live.fate(tick), status))
    };
    let [paid, moved, noted, done, part, full] = [3, 7, 11, 24, 60, 90].map(ago);
    if let Some((order, _, "pending" | "on-hold")) = paid {
        store.set_status(order, "processing", now);
    }
    if let Some((order, Fate { moves_house: true, .. }, "processing")) = moved {
        move_house(store, order, now);
    }
    if let Some((order, Fate { noted: true, .. }, _)) = noted {
        store.add_note(order, "Kargoya verildi: TR123456789 📦", true, now);
    }
    if let Some((order, fate, "processing")) = done {
        store.set_status(order, if fate.completes { "completed" } else { "cancelled" }, now);
    }
    if let Some((order, Fate { part_refund: true, .. }, "completed")) = part {
        refund_first_line(store, order, now);
    }
    if let Some((order, Fate { full_refund: true, .. }, "completed")) = full {
        let amount = store.refundable(order);
        let ask = RefundRequest { amount, reason: Cow::Borrowed("İade"), lines: Vec::new(), restock: false };
        // Nothing left to refund is no trouble of the shop.
        let _refused = store.refund(order, ask, now);
    }
}

fn move_house(store: &mut Store, order: u64, now: i64) {
    store.orders.change(order, |order| {
        let mut address = (*order.shipping).clone();
        address.address_2 = Cow::Borrowed("Arka bina, zil: 4");
        order.shipping = Arc::new(address);
    });
    store.save_order(order, true, now);
}

fn refund_first_line(store: &mut Store, order: u64, now: i64) {
    let line = store.orders.get(&order).and_then(|o| o.lines.first());
    let Some(line) = line else { return };
    let (money, tax) = (line.total / line.quantity.max(1), line.total_tax / line.quantity.max(1));
    let ask = RefundRequest {
        amount: money + tax,
        reason: Cow::Borrowed("Kısmi iade"),
        lines: vec![(line.id, 1, money, tax)],
        restock: true,
    };
    let _refused = store.refund(order, ask, now);
}

fn register(store: &mut Store, rng: &mut ChaCha8Rng, number: u64, now: i64) {
    let persona = seed::pick(rng, &PERSONAS, &PERSONAS[0]);
    let email = format!("yeni{number}@kunde.example");
    let address = Arc::new(persona.address(rng, Cow::Owned(email.clone())));
    let customer = Customer {
        id: store.new_user_id(),
        created: now,
        modified: Some(now),
        email: Cow::Owned(email),
        first_name: Cow::Borrowed(persona.first),
        last_name: Cow::Borrowed(persona.last),
        role: Cow::Borrowed("customer"),
        username: Cow::Owned(format!("yeni{number}")),
        billing: Arc::clone(&address),
        shipping: address,
        paying: false,
        meta: Vec::new(),
    };
    store.add_customer(customer, now);
}

fn restock(store: &mut Store, rng: &mut ChaCha8Rng, now: i64) {
    let id = *seed::pick(rng, &store.shelf, &0);
    if let Some(product) = store.products.get_mut(&id)
        && product.manage
    {
        product.stock += rng.random_range(50..200);
        store.save_product(id, now);
    }
}

/// The daily clean-up: old drafts of the live shop vanish without a word.
fn clean_drafts(store: &mut Store, epoch: i64, now: i64) {
    let old = |o: &&Order| o.status == "checkout-draft" && o.created > epoch && o.modified < now - 86_400;
    let gone: Vec<u64> = store.orders.values().filter(old).map(|o| o.id).collect();
    for id in gone {
        store.delete_order(id);
    }
}

/// Places an order by hand through the storefront: a draft first, then placed.
pub(crate) fn place(store: &mut Store, live: &Live, ask: &OrderRequest, now: i64) -> u64 {
    let customer = ask.customer_id.unwrap_or(0);
    let order_number = u64::try_from(store.orders.len()).unwrap_or(0);
    let mut rng = seed::stream(live.seed, 13, order_number);
    let mut address = match store.customers.get(&customer) {
        Some(customer) => Arc::clone(&customer.billing),
        None => seed::guest(&mut rng),
    };
    if let Some(email) = &ask.email {
        Arc::make_mut(&mut address).email = Cow::Owned(email.clone());
    }
    let mut order = Order::empty(store, now, (customer, address));
    order.status = "checkout-draft";
    if let Some(currency) = &ask.currency {
        order.currency = Cow::Owned(currency.clone());
    }
    let basket = match ask.items.is_empty() {
        true => Basket::random(store, &mut rng),
        false => Basket { items: ask.items.clone(), ..Basket::default() },
    };
    basket.fill(store, &mut order);
    seed::order_meta(store, &mut rng, &mut order);
    order.created_via = Cow::Borrowed("store-api");
    let id = store.add_order(order, Origin::CheckoutOpened, now);
    let status = ask.status.as_deref().and_then(status_of).unwrap_or("processing");
    if status != "checkout-draft" {
        store.place_draft(id, status, now);
    }
    id
}
