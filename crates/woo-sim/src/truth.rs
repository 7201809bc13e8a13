//! What the store really holds, for comparing with what somebody has read of it.

use serde_json::Value;

use crate::{
    model::Order,
    php,
    render::{OrderView, ProductView, View, Wanted},
    store::Store,
};

/// How many there are of each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Orders, drafts included, the trash not.
    pub orders: usize,
    /// Orders in the trash.
    pub trashed_orders: usize,
    /// Products, variations not included.
    pub products: usize,
    /// Variations.
    pub variations: usize,
    /// Users of all roles.
    pub customers: usize,
    /// Refunds.
    pub refunds: usize,
}

/// The head of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderHead {
    /// The id.
    pub id: u64,
    /// The status, `trash` included.
    pub status: String,
    /// Unix second of `date_created_gmt`.
    pub created: i64,
    /// Unix second of `date_modified_gmt`.
    pub modified: i64,
    /// The total in hundredths.
    pub total_cents: i64,
    /// The currency.
    pub currency: String,
}

impl OrderHead {
    pub(crate) fn of(order: &Order) -> Self {
        Self {
            id: order.id,
            status: order.status.to_owned(),
            created: order.created,
            modified: order.modified,
            total_cents: order.total(),
            currency: order.currency.to_string(),
        }
    }
}

pub(crate) fn counts(store: &Store) -> Counts {
    let trashed = store.orders.values().filter(|o| o.status == "trash").count();
    let variations = store.products.values().filter(|p| p.parent != 0).count();
    Counts {
        orders: store.orders.len() - trashed,
        trashed_orders: trashed,
        products: store.products.len() - variations,
        variations,
        customers: store.customers.len(),
        refunds: store.refunds.len(),
    }
}

/// The kinds of objects that can be shown.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Shown {
    Order,
    Product,
}

/// Returns an object as the API shows it alone.
pub(crate) fn show(store: &Store, home: &str, what: Shown, id: u64) -> Option<Value> {
    let wanted = Wanted::default();
    let view = View { store, home, wanted: &wanted, single: true, dp: 2 };
    let json = match what {
        Shown::Order => php::json(&OrderView::new(view, store.orders.get(&id)?)),
        Shown::Product => php::json(&ProductView::new(view, store.products.get(&id)?)),
    };
    serde_json::from_slice(&json).ok()
}
