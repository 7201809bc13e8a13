//! Writes copies of a store's orders. Idempotent, ordered by version: the same copy again changes nothing, an older
//! one is ignored. One transaction holds the order, its lines, refunds, search words, timeline and news.

use std::collections::BTreeMap;

use fulexo_db::Tx;
use fulexo_kernel::{TenantId, text};
use fulexo_queries::queries::orders as sql;
use fulexo_woo::payload::Order;
use jiff::Timestamp;
use serde_json::value::RawValue;
use uuid::Uuid;

use super::model;
use super::write::{self, Write};
use crate::copy::{Source, Verdict, Version, judge};
use crate::customers::{Seen, resolve};
use crate::news::{self, Kind, Op};
use crate::{App, Error};

/// A store's order record, read and raw.
#[derive(Clone, Debug)]
pub(crate) struct Incoming {
    pub order: Order,
    pub raw: String,
    pub hash: [u8; 32],
}

impl Incoming {
    /// Reads a record. Errors name the field that makes it unusable.
    pub(crate) fn parse(raw: &RawValue) -> Result<Self, fulexo_woo::payload::PayloadError> {
        let order = Order::parse(raw)?;
        Ok(Self { order, raw: raw.get().to_owned(), hash: crate::copy::content_hash(raw.get()) })
    }
}

/// Where and when copies were read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reading {
    pub tenant: TenantId,
    pub store: Uuid,
    /// By the store's clock.
    pub read_at: Timestamp,
    pub source: Source,
}

/// What a batch changed.
#[derive(Default, Debug, PartialEq, Eq)]
pub(crate) struct Applied {
    pub created: usize,
    pub updated: usize,
    pub unchanged: usize,
    pub older: usize,
    /// Orders only the store can settle: read them.
    pub fetch: Vec<i64>,
}

/// Applies copies of orders in the caller's transaction.
pub(crate) async fn apply(tx: &Tx, app: &App, reading: Reading, batch: Vec<Incoming>) -> Result<Applied, Error> {
    // a page may name an order twice when it moved while being read: the later row counts
    let batch: BTreeMap<i64, Incoming> = batch.into_iter().map(|i| (i.order.id, i)).collect();
    if batch.is_empty() {
        return Ok(Applied::default());
    }
    sql::lock_applies().bind(tx, &reading.store).one().await?;
    let ids: Vec<i64> = batch.keys().copied().collect();
    let copies = sql::copies().bind(tx, &reading.store, &ids).all().await?;
    let mut ours: BTreeMap<i64, sql::Copy> = copies.into_iter().map(|c| (c.external_id, c)).collect();
    let mut applied = Applied::default();
    let mut writes = Vec::new();
    let mut touched = Vec::new();
    for (id, incoming) in batch {
        match ours.remove(&id) {
            None => {
                applied.created += 1;
                writes.push(Write::insert(&app.clock, incoming));
            }
            Some(copy) => match verdict(&copy, &incoming, reading) {
                Verdict::Newer => {
                    applied.updated += 1;
                    writes.push(Write::update(copy, incoming));
                }
                Verdict::Touch => {
                    applied.unchanged += 1;
                    touched.push((copy.id, incoming.order.date_modified_gmt));
                }
                Verdict::Same => applied.unchanged += 1,
                Verdict::Older => applied.older += 1,
                Verdict::Fetch => applied.fetch.push(id),
            },
        }
    }
    touch(tx, reading, &touched).await?;
    save(tx, app, reading, writes).await?;
    Ok(applied)
}

/// A tombstone gives way to any read that is not older: the store knows the order again.
fn verdict(copy: &sql::Copy, incoming: &Incoming, reading: Reading) -> Verdict {
    let ours = Version { modified_at: copy.store_modified_at, read_at: copy.read_at };
    let theirs = Version { modified_at: incoming.order.date_modified_gmt, read_at: reading.read_at };
    let verdict = judge(ours, &copy.content_hash, theirs, &incoming.hash, reading.source);
    match (copy.deleted_at.is_some(), verdict, reading.source) {
        (false, ..) | (true, Verdict::Older, _) => verdict,
        (true, _, Source::Poll) => Verdict::Newer,
        // a late delivery does not raise the dead: only the store can tell
        (true, _, Source::Webhook) => Verdict::Fetch,
    }
}

async fn touch(tx: &Tx, reading: Reading, touched: &[(Uuid, Timestamp)]) -> Result<(), Error> {
    if !touched.is_empty() {
        let (ids, ats): (Vec<Uuid>, Vec<Timestamp>) = touched.iter().copied().unzip();
        sql::touch_orders().bind(tx, &reading.read_at, &ids, &ats).await?;
    }
    Ok(())
}

async fn save(tx: &Tx, app: &App, reading: Reading, mut writes: Vec<Write>) -> Result<(), Error> {
    if writes.is_empty() {
        return Ok(());
    }
    let seen: Vec<Seen> = writes.iter().map(|w| seen(&w.incoming.order)).collect();
    let owners = resolve(tx, &app.clock, reading.store, &seen).await?;
    for (write, owner) in writes.iter_mut().zip(owners) {
        write.customer_id = owner;
    }
    let (new, changed): (Vec<Write>, Vec<Write>) = writes.into_iter().partition(Write::is_new);
    write::insert(tx, &app.clock, reading, &new).await?;
    write::update(tx, &app.clock, reading, &changed).await?;
    write::parts(tx, &app.clock, &new, &changed).await?;
    write::timeline(tx, &app.clock, reading, &new, &changed).await?;
    for (op, writes) in [(Op::Created, &new), (Op::Updated, &changed)] {
        if !writes.is_empty() {
            let ids: Vec<Uuid> = writes.iter().map(|w| w.id).collect();
            news::tell(tx, &app.clock, reading.tenant, Kind::Order, op, Some(reading.store), &ids).await?;
        }
    }
    let count = u64::try_from(new.len() + changed.len()).unwrap_or(0);
    let labels = crate::metrics::SourceLabels { source: reading.source.word().to_owned() };
    app.metrics.orders.get_or_create(&labels).inc_by(count);
    Ok(())
}

fn seen(order: &Order) -> Seen {
    let billing = &order.billing;
    let city = if billing.city.is_empty() { &order.shipping.city } else { &billing.city };
    let country = if billing.country.is_empty() { &order.shipping.country } else { &billing.country };
    Seen {
        external_id: order.customer_id,
        email: billing.email.clone(),
        name: text::storable(&model::shopper(order)),
        phone: billing.phone.clone(),
        city: city.clone(),
        country: country.clone(),
        at: order.date_created_gmt.unwrap_or(order.date_modified_gmt),
    }
}

/// The store no longer has the order (verified by a read): a tombstone, and a row in its timeline.
pub(crate) async fn mark_deleted(tx: &Tx, app: &App, reading: Reading, external_id: i64) -> Result<bool, Error> {
    sql::lock_applies().bind(tx, &reading.store).one().await?;
    let gone = sql::mark_deleted().bind(tx, &app.clock.now(), &reading.store, &external_id).opt().await?;
    let Some(id) = gone else { return Ok(false) };
    write::event(tx, &app.clock, reading, id, "deleted").await?;
    news::tell(tx, &app.clock, reading.tenant, Kind::Order, Op::Deleted, Some(reading.store), &[id]).await?;
    Ok(true)
}
