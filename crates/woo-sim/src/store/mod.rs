//! The store's state and its rules; no HTTP, no clock of its own (`now` is handed in).

mod ledger;
mod orders;
mod products;
mod refunds;
mod stock;

use std::collections::{BTreeMap, HashMap};

use crate::{
    config::{Profile, SavedWebhook, SimConfig},
    hooks::Queue,
    model::{Customer, Note, Product, Refund, Text, Webhook},
    time::Zone,
};

pub(crate) use ledger::{Head, Ledger, SortBy};
pub(crate) use orders::Origin;
pub(crate) use refunds::RefundRequest;

/// Ids that follow from the tick, so that a restart gives the same ones.
///
/// Tick `k` begins at `base + k * stride`; what is made by hand in between takes the ids that follow.
#[derive(Debug)]
struct Counter {
    next: u64,
    base: u64,
    stride: u64,
}

impl Counter {
    const fn new(first: u64, stride: u64) -> Self {
        Self { next: first, base: first, stride }
    }

    const fn take(&mut self) -> u64 {
        let id = self.next;
        self.next += 1;
        id
    }

    fn reach(&mut self, tick: u64) {
        self.next = self.next.max(self.base + tick * self.stride);
    }
}

#[derive(Debug)]
struct Counters {
    posts: Counter,
    items: Counter,
    meta: Counter,
    notes: Counter,
    users: Counter,
    webhooks: u64,
}

/// Everything the store knows.
#[derive(Debug)]
pub(crate) struct Store {
    pub(crate) profile: Profile,
    pub(crate) zone: Zone,
    pub(crate) currency: Text,
    pub(crate) name: String,
    pub(crate) orders: Ledger,
    pub(crate) products: BTreeMap<u64, Product>,
    pub(crate) customers: BTreeMap<u64, Customer>,
    pub(crate) refunds: BTreeMap<u64, Refund>,
    pub(crate) notes: HashMap<u64, Vec<Note>>,
    pub(crate) webhooks: BTreeMap<u64, Webhook>,
    pub(crate) queue: Queue,
    /// Base products that can be bought, in order of their ids.
    pub(crate) shelf: Vec<u64>,
    counters: Counters,
}

impl Store {
    pub(crate) fn new(config: &SimConfig, zone: Zone) -> Self {
        let delay = i64::try_from(config.webhook_delay.as_secs()).unwrap_or(0);
        Self {
            profile: config.profile,
            zone,
            currency: Text::Owned(config.currency.clone()),
            name: config.name.clone(),
            orders: Ledger::default(),
            products: BTreeMap::new(),
            customers: BTreeMap::new(),
            refunds: BTreeMap::new(),
            notes: HashMap::new(),
            webhooks: BTreeMap::new(),
            queue: Queue::new(delay),
            shelf: Vec::new(),
            counters: Counters {
                posts: Counter::new(51, 32),
                items: Counter::new(401, 64),
                meta: Counter::new(1_001, 64),
                notes: Counter::new(101, 32),
                users: Counter::new(1, 8),
                webhooks: 1,
            },
        }
    }

    /// Ends the base data: what comes now follows the ticks.
    pub(crate) fn seal(&mut self) {
        let c = &mut self.counters;
        for counter in [&mut c.posts, &mut c.items, &mut c.meta, &mut c.notes, &mut c.users] {
            counter.base = counter.next;
        }
        self.shelf = self
            .products
            .values()
            .filter(|p| p.status == "publish" && p.price().is_some() && p.kind.as_str() != "external")
            .map(|p| p.id)
            .collect();
    }

    /// Brings the ids to the beginning of a tick.
    pub(crate) fn reach_tick(&mut self, tick: u64) {
        let c = &mut self.counters;
        for counter in [&mut c.posts, &mut c.items, &mut c.meta, &mut c.notes, &mut c.users] {
            counter.reach(tick);
        }
    }

    pub(crate) const fn new_id(&mut self) -> u64 {
        self.counters.posts.take()
    }

    pub(crate) const fn new_item_id(&mut self) -> u64 {
        self.counters.items.take()
    }

    pub(crate) const fn new_meta_id(&mut self) -> u64 {
        self.counters.meta.take()
    }

    pub(crate) const fn new_user_id(&mut self) -> u64 {
        self.counters.users.take()
    }

    pub(crate) const fn new_webhook_id(&mut self) -> u64 {
        let id = self.counters.webhooks;
        self.counters.webhooks += 1;
        id
    }

    /// Puts back the webhooks of a former run.
    pub(crate) fn restore_webhooks(&mut self, saved: &[SavedWebhook], created: i64) {
        for hook in saved {
            self.counters.webhooks = self.counters.webhooks.max(hook.id + 1);
            let status = if hook.active { "active" } else { "disabled" };
            let hook = Webhook {
                id: hook.id,
                name: hook.name.clone(),
                status,
                topic: hook.topic.clone(),
                url: hook.url.clone(),
                secret: hook.secret.clone(),
                created,
                modified: Some(created),
                failures: 0,
                pending_ping: false,
            };
            self.webhooks.insert(hook.id, hook);
        }
    }

    /// Tells every active webhook of a topic that an object has changed.
    pub(crate) fn emit(&mut self, topic: &'static str, id: u64, now: i64) {
        let hooks = self.webhooks.values().filter(|h| h.status == "active" && h.topic == topic);
        for hook in hooks {
            self.queue.push(hook.id, topic, id, now);
        }
    }

    /// Writes a note on an order; it moves no date and sends no webhook.
    pub(crate) fn add_note(&mut self, order: u64, text: impl Into<Text>, customer: bool, now: i64) -> u64 {
        let id = self.counters.notes.take();
        let note = Note { id, at: now, text: text.into(), to_customer: customer, by_user: false };
        self.notes.entry(order).or_default().push(note);
        id
    }
}
