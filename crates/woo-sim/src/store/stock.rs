//! Whose stock a line takes, and what moves when it is taken.

use super::Store;

impl Store {
    /// Returns the product whose stock a line takes; none when nobody counts it.
    pub(crate) fn stock_owner(&self, product: u64, variation: u64) -> Option<u64> {
        let id = if variation == 0 { product } else { variation };
        let bought = self.products.get(&id)?;
        if bought.manage {
            return Some(id);
        }
        let parent = self.products.get(&bought.parent)?;
        parent.manage.then_some(parent.id)
    }

    /// Changes a managed stock; the date of the parent moves too, without a webhook of its own.
    pub(crate) fn change_stock(&mut self, id: u64, by: i64, now: i64) {
        let Some(product) = self.products.get_mut(&id) else {
            return;
        };
        product.stock += by;
        product.sales += by.min(0).abs();
        self.product_moved(id, now);
    }

    /// Moves the modified date of a product and of its parent.
    pub(crate) fn product_moved(&mut self, id: u64, now: i64) {
        let Some(product) = self.products.get_mut(&id) else {
            return;
        };
        product.modified = now;
        let parent = product.parent;
        if let Some(parent) = self.products.get_mut(&parent) {
            parent.modified = now;
        }
    }

    /// Takes the stock of an order's lines once; returns the products that changed.
    pub(super) fn take_stock(&mut self, order: u64, now: i64) -> Vec<u64> {
        self.move_stock(order, now, true)
    }

    /// Gives the stock of an order back; returns the products that changed.
    pub(super) fn give_back(&mut self, order: u64, now: i64) -> Vec<u64> {
        self.move_stock(order, now, false)
    }

    fn move_stock(&mut self, order: u64, now: i64, take: bool) -> Vec<u64> {
        let Some(found) = self.orders.get(&order) else {
            return Vec::new();
        };
        let lines: Vec<_> = found
            .lines
            .iter()
            .filter(|l| (l.reduced == 0) == take)
            .map(|l| (l.id, l.product_id, l.variation_id, if take { l.quantity } else { -l.reduced }))
            .collect();
        let mut changed = Vec::new();
        for (line, product, variation, quantity) in lines {
            let Some(owner) = self.stock_owner(product, variation) else {
                continue;
            };
            self.change_stock(owner, -quantity, now);
            changed.push(owner);
            self.orders.change(order, |order| {
                for line in order.lines.iter_mut().filter(|l| l.id == line) {
                    line.reduced = if take { quantity } else { 0 };
                }
            });
        }
        changed.dedup();
        changed
    }

    /// Gives back the stock of refunded pieces.
    pub(super) fn restock_line(&mut self, product: u64, variation: u64, pieces: i64, now: i64) {
        if let Some(owner) = self.stock_owner(product, variation) {
            self.change_stock(owner, pieces, now);
            self.emit("product.updated", owner, now);
        }
    }
}
