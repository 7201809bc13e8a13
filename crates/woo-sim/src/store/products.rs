//! What happens to products and customers.

use super::Store;
use crate::model::{Customer, Product};

impl Store {
    /// Saves a product: the date moves, also the parent's; one webhook with its own id.
    pub(crate) fn save_product(&mut self, id: u64, now: i64) {
        self.product_moved(id, now);
        self.emit("product.updated", id, now);
    }

    /// Puts a new product into the store.
    pub(crate) fn add_product(&mut self, product: Product, now: i64) {
        let id = product.id;
        self.products.insert(id, product);
        self.emit("product.created", id, now);
    }

    /// Puts a product into the trash; the hook of coupons fires too.
    pub(crate) fn trash_product(&mut self, id: u64, now: i64) {
        let Some(product) = self.products.get_mut(&id) else {
            return;
        };
        product.status = "trash".into();
        product.modified = now;
        self.emit("coupon.deleted", id, now);
        self.emit("product.deleted", id, now);
    }

    /// Takes a product out of the trash.
    pub(crate) fn untrash_product(&mut self, id: u64, now: i64) {
        let Some(product) = self.products.get_mut(&id) else {
            return;
        };
        product.status = "publish".into();
        product.modified = now;
        self.emit("product.updated", id, now);
        self.emit("product.restored", id, now);
    }

    /// Deletes a product for good, with its variations; no webhook.
    pub(crate) fn delete_product(&mut self, id: u64) {
        let Some(product) = self.products.remove(&id) else {
            return;
        };
        for child in &product.children {
            self.products.remove(child);
        }
        if let Some(parent) = self.products.get_mut(&product.parent) {
            parent.children.retain(|child| *child != id);
        }
        let Self { shelf, products, .. } = self;
        shelf.retain(|id| products.contains_key(id));
    }

    /// Returns the product (or variation) that has a SKU.
    pub(crate) fn product_by_sku(&self, sku: &str) -> Option<&Product> {
        self.products.values().find(|p| p.sku == sku)
    }

    /// Puts a new customer into the store.
    pub(crate) fn add_customer(&mut self, customer: Customer, now: i64) {
        let id = customer.id;
        self.customers.insert(id, customer);
        self.emit("customer.created", id, now);
        self.emit("customer.updated", id, now);
    }

    /// Saves a customer.
    pub(crate) fn save_customer(&mut self, id: u64, now: i64) {
        if let Some(customer) = self.customers.get_mut(&id) {
            customer.modified = Some(now);
            self.emit("customer.updated", id, now);
        }
    }

    /// Deletes a customer; only the role `customer` is announced.
    pub(crate) fn delete_customer(&mut self, id: u64, now: i64) {
        if let Some(customer) = self.customers.remove(&id)
            && customer.role == "customer"
        {
            self.emit("customer.deleted", id, now);
        }
    }
}
