//! The words orders are found by. An order that changes seldom changes its words: only the difference is written.

use std::collections::BTreeSet;

use fulexo_db::Tx;
use fulexo_kernel::text;
use fulexo_queries::queries::orders as sql;
use fulexo_woo::payload::Order;
use jiff::Timestamp;
use uuid::Uuid;

use super::model;
use super::write::Write;
use crate::Error;

/// Number, id, shopper, company, e-mail, SKUs.
pub(super) fn words(order: &Order) -> BTreeSet<String> {
    let id = order.id.to_string();
    let shopper = model::shopper(order);
    let skus = order.line_items.iter().filter_map(|l| l.sku.as_deref());
    text::tokens(
        [order.number.as_str(), &id, &shopper, &order.billing.company, &order.billing.email].into_iter().chain(skus),
    )
}

/// Where it stands in the list; its words carry it.
pub(super) fn placed_at(order: &Order) -> Timestamp {
    order.date_created_gmt.unwrap_or(order.date_modified_gmt)
}

/// Rows of `order_tokens`.
#[derive(Default)]
struct Rows {
    tokens: Vec<String>,
    orders: Vec<Uuid>,
    places: Vec<Timestamp>,
}

impl Rows {
    fn add(&mut self, id: Uuid, order: &Order, tokens: impl IntoIterator<Item = String>) {
        for token in tokens {
            self.tokens.push(token);
            self.orders.push(id);
            self.places.push(placed_at(order));
        }
    }
}

/// Writes the words of new orders and what has changed in those of others.
pub(super) async fn write(tx: &Tx, new: &[Write], changed: &[Write]) -> Result<(), Error> {
    let (mut gone, mut come) = (Rows::default(), Rows::default());
    for write in new {
        come.add(write.id, write.order(), words(write.order()));
    }
    for write in changed {
        let (now, before) = (words(write.order()), write.former());
        let moved = before.as_ref().is_none_or(|b| placed_at(b) != placed_at(write.order()));
        let had = before.as_ref().map(words).unwrap_or_default();
        let stays = |token: &String| !moved && now.contains(token) && had.contains(token);
        if let Some(before) = &before {
            gone.add(write.id, before, had.iter().filter(|t| !stays(t)).cloned());
        }
        come.add(write.id, write.order(), now.iter().filter(|t| !stays(t)).cloned());
    }
    if !gone.tokens.is_empty() {
        sql::delete_order_tokens().bind(tx, &gone.tokens, &gone.orders).await?;
    }
    if !come.tokens.is_empty() {
        sql::insert_order_tokens().bind(tx, &come.tokens, &come.orders, &come.places).await?;
    }
    Ok(())
}
