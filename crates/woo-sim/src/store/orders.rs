//! What happens to orders: made, saved, moved on, trashed, deleted.

use super::Store;
use crate::model::Order;
use crate::tables::status_name;

/// Where a new order comes from; it decides which webhooks follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// `POST /orders`: created and updated.
    Rest,
    /// The checkout opened: a draft, updated only.
    CheckoutOpened,
}

impl Store {
    /// Puts a new order into the store.
    pub(crate) fn add_order(&mut self, order: Order, origin: Origin, now: i64) -> u64 {
        let id = order.id;
        let status = order.status;
        self.orders.insert(id, order);
        if origin == Origin::Rest {
            self.emit("order.created", id, now);
        }
        self.emit("order.updated", id, now);
        if takes_stock(status) {
            let changed = self.take_stock(id, now);
            self.emit_products(changed, now);
        }
        id
    }

    /// Turns a checkout draft into a placed order.
    pub(crate) fn place_draft(&mut self, id: u64, status: &'static str, now: i64) {
        let changed = self.apply_status(id, status, now);
        self.emit("order.updated", id, now);
        self.emit("order.created", id, now);
        self.emit_products(changed, now);
    }

    /// Saves an order: the date moves (under posts only when a column changed), `order.updated` follows.
    pub(crate) fn save_order(&mut self, id: u64, column_changed: bool, now: i64) {
        if self.profile.hpos() || column_changed {
            self.orders.change(id, |order| order.modified = now);
        }
        self.emit("order.updated", id, now);
    }

    /// Moves an order to another status, with everything that hangs on it.
    pub(crate) fn set_status(&mut self, id: u64, status: &'static str, now: i64) {
        let was_trashed = self.orders.get(&id).is_some_and(|o| o.status == "trash");
        let changed = self.apply_status(id, status, now);
        // A PUT of a status takes an order out of the trash; under HPOS nobody is told.
        if !(was_trashed && self.profile.hpos()) {
            self.emit("order.updated", id, now);
        }
        self.emit_products(changed, now);
    }

    fn apply_status(&mut self, id: u64, status: &'static str, now: i64) -> Vec<u64> {
        let moved = self.orders.change(id, |order| {
            order.modified = now;
            let from = std::mem::replace(&mut order.status, status);
            if matches!(status, "processing" | "completed") && from != status && order.paid.is_none() {
                order.paid = Some(now);
            }
            if status == "completed" && from != status && order.completed.is_none() {
                order.completed = Some(now);
            }
            from
        });
        let Some(from) = moved.filter(|from| *from != status) else {
            return Vec::new();
        };
        if from != "checkout-draft" && from != "trash" {
            let text = format!("Order status changed from {} to {}.", status_name(from), status_name(status));
            self.add_note(id, text, false, now);
        }
        match status {
            s if takes_stock(s) => self.take_stock(id, now),
            "cancelled" | "pending" => self.give_back(id, now),
            _ => Vec::new(),
        }
    }

    /// Takes the stock of lines that were added to an order which has its stock already.
    pub(crate) fn stock_new_lines(&mut self, id: u64, now: i64) {
        if self.orders.get(&id).is_some_and(|order| takes_stock(order.status)) {
            let changed = self.take_stock(id, now);
            self.emit_products(changed, now);
        }
    }

    pub(crate) fn emit_products(&mut self, changed: Vec<u64>, now: i64) {
        for product in changed {
            self.emit("product.updated", product, now);
        }
    }

    /// Puts an order into the trash; its stock stays taken.
    pub(crate) fn trash_order(&mut self, id: u64, now: i64) {
        let trashed = self.orders.change(id, |order| {
            if order.status != "trash" {
                order.before_trash = std::mem::replace(&mut order.status, "trash");
            }
            order.modified = now;
        });
        if trashed.is_none() {
            return;
        }
        self.emit("order.deleted", id, now);
        if !self.profile.hpos() {
            // Orders are posts here, and trashing any post fires the hooks of products and coupons.
            self.emit("product.deleted", id, now);
            self.emit("coupon.deleted", id, now);
        }
    }

    /// Takes an order out of the trash.
    pub(crate) fn untrash_order(&mut self, id: u64, now: i64) {
        if self.orders.get(&id).is_none_or(|order| order.status != "trash") {
            return;
        }
        self.orders.change(id, |order| {
            order.status = order.before_trash;
            order.modified = now;
        });
        self.emit("order.restored", id, now);
        if !self.profile.hpos() {
            self.emit("order.updated", id, now);
        }
    }

    /// Deletes an order for good: no list, no webhook, nothing remains.
    pub(crate) fn delete_order(&mut self, id: u64) -> Option<Order> {
        let order = self.orders.remove(id)?;
        for refund in &order.refunds {
            self.refunds.remove(refund);
        }
        self.notes.remove(&id);
        Some(order)
    }
}

const fn takes_stock(status: &str) -> bool {
    matches!(status.as_bytes(), b"processing" | b"completed" | b"on-hold")
}
