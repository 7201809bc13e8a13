//! Refunds as the store tells them one by one: when each was made. Orders name their refunds without a date.

use fulexo_db::Tx;
use fulexo_kernel::{Clock, text};
use fulexo_queries::queries::orders as sql;
use fulexo_queries::queries::stores::lock_applies;
use fulexo_woo::payload::Refund;
use jiff::Timestamp;
use rust_decimal::Decimal;
use uuid::Uuid;

use crate::Error;

/// A store's refund record, read and raw.
pub(crate) struct IncomingRefund {
    pub refund: Refund,
    pub raw: String,
    /// The store's id of the order it belongs to.
    pub order: i64,
}

/// Writes the dates of refunds; those of orders that are not here wait for theirs. Returns how many changed.
pub(crate) async fn apply_refunds(
    tx: &Tx,
    clock: &Clock,
    store: Uuid,
    read_at: Timestamp,
    refunds: &[IncomingRefund],
) -> Result<u64, Error> {
    lock_applies().bind(tx, &store).one().await?;
    let new: Vec<Uuid> = refunds.iter().map(|_| clock.id()).collect();
    let orders: Vec<i64> = refunds.iter().map(|r| r.order).collect();
    let external: Vec<i64> = refunds.iter().map(|r| r.refund.id).collect();
    let reasons: Vec<String> = refunds.iter().map(|r| text::storable(&r.refund.reason)).collect();
    let amounts: Vec<Decimal> = refunds.iter().map(|r| r.refund.amount.unwrap_or_default().abs()).collect();
    let dates: Vec<Timestamp> = refunds.iter().map(|r| r.refund.date_created_gmt.unwrap_or(read_at)).collect();
    let raws: Vec<&str> = refunds.iter().map(|r| r.raw.as_str()).collect();
    Ok(sql::detail_refunds().bind(tx, &new, &orders, &external, &reasons, &amounts, &dates, &raws, &store).await?)
}
