//! The words orders are found by. An order that changes seldom changes its words: only the difference is written. They
//! lie by the time of their order, so that those of new orders share a few pages of the index.

use fulexo_db::Tx;
use fulexo_kernel::text;
use fulexo_queries::queries::orders as sql;
use fulexo_woo::payload::Order;
use jiff::Timestamp;
use uuid::Uuid;

use super::model;
use super::write::Write;
use crate::Error;

const WEEK: i64 = 7 * 24 * 60 * 60;

/// Number, id, shopper, company, e-mail, SKUs: each with a space before it.
pub(super) fn words(order: &Order) -> String {
    let id = order.id.to_string();
    let shopper = model::shopper(order);
    let skus = order.line_items.iter().filter_map(|l| l.sku.as_deref());
    let words = text::tokens(
        [order.number.as_str(), &id, &shopper, &order.billing.company, &order.billing.email].into_iter().chain(skus),
    );
    words.iter().flat_map(|word| [" ", word]).collect()
}

/// Where it stands in the list; its words carry it.
pub(super) fn placed_at(order: &Order) -> Timestamp {
    order.date_created_gmt.unwrap_or(order.date_modified_gmt)
}

/// Where the words of an order lie: a week is a period. Dates nobody sold at count as the first or the last.
pub(super) fn period(placed_at: Timestamp) -> i32 {
    const FIRST: i64 = 946_684_800; // 2000
    const LAST: i64 = 2_208_988_800; // 2040
    i32::try_from(placed_at.as_second().clamp(FIRST, LAST) / WEEK).unwrap_or_default()
}

/// Rows of `order_tokens`.
#[derive(Default)]
struct Rows<'a>(Vec<(i32, &'a str, Uuid, Timestamp)>);

impl<'a> Rows<'a> {
    fn add(&mut self, id: Uuid, placed_at: Timestamp, tokens: impl Iterator<Item = &'a str>) {
        self.0.extend(tokens.map(|token| (period(placed_at), token, id, placed_at)));
    }

    /// One column, in the order of the index.
    fn column<T>(&self, of: impl Fn(&(i32, &'a str, Uuid, Timestamp)) -> T) -> Vec<T> {
        self.0.iter().map(of).collect()
    }
}

/// Writes the words of new orders and what has changed in those of others.
pub(super) async fn write(tx: &Tx, new: &[Write], changed: &[Write]) -> Result<(), Error> {
    let (mut gone, mut come) = (Rows::default(), Rows::default());
    for write in new {
        come.add(write.id, placed_at(write.order()), write.words.split_whitespace());
    }
    for write in changed {
        let (now, before) = (placed_at(write.order()), write.placed_before().unwrap_or_default());
        let (has, had) = (&write.words, write.words_before());
        let lacks = |words: &str, token: &str| now != before || !words.split_whitespace().any(|w| w == token);
        gone.add(write.id, before, had.split_whitespace().filter(|token| lacks(has, token)));
        come.add(write.id, now, has.split_whitespace().filter(|token| lacks(had, token)));
    }
    if !gone.0.is_empty() {
        sql::delete_order_tokens()
            .bind(tx, &gone.column(|r| r.0), &gone.column(|r| r.1), &gone.column(|r| r.2))
            .await?;
    }
    if !come.0.is_empty() {
        come.0.sort_unstable();
        sql::insert_order_tokens()
            .bind(tx, &come.column(|r| r.0), &come.column(|r| r.1), &come.column(|r| r.2), &come.column(|r| r.3))
            .await?;
    }
    Ok(())
}
