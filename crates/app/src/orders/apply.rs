//! Writes copies of a store's orders. Idempotent, ordered by version: the same copy again changes nothing, an older
//! one is ignored. One transaction holds the order, its lines, refunds, search words, timeline and news.

use std::collections::BTreeMap;
use std::ops::AddAssign;

use fulexo_db::Tx;
use fulexo_kernel::{TenantId, text};
use fulexo_queries::queries::orders as sql;
use fulexo_queries::queries::stores::lock_applies;
use fulexo_woo::payload::Order;
use jiff::Timestamp;
use serde_json::value::RawValue;
use uuid::Uuid;

use super::write::{self, Write};
use super::{model, tokens};
use crate::copy::{Source, Verdict, Version, judge, plausible};
use crate::customers::{Seen, resolve};
use crate::news::{self, Kind, Op};
use crate::{App, Error};

/// A store's order record, read and raw.
#[derive(Clone, Debug)]
pub(crate) struct Incoming {
    pub order: Order,
    pub raw: String,
    pub hash: [u8; 32],
    /// By the store's clock.
    pub read_at: Timestamp,
}

impl Incoming {
    /// Reads a record. Errors name the field that makes it unusable.
    pub(crate) fn parse(raw: &RawValue, read_at: Timestamp) -> Result<Self, fulexo_woo::payload::PayloadError> {
        let mut order = Order::parse(raw)?;
        order.date_modified_gmt = plausible(order.date_modified_gmt, read_at);
        Ok(Self { order, raw: raw.get().to_owned(), hash: crate::copy::content_hash(raw.get()), read_at })
    }
}

/// Whose copies these are, and how they came.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reading {
    pub tenant: TenantId,
    pub store: Uuid,
    pub source: Source,
}

/// What became of a copy.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Fate {
    Created,
    Updated,
    Unchanged,
    Older,
    /// Only the store can settle it: read the order.
    Fetch,
}

/// What became of a batch, by the store's ids.
#[derive(Default, Debug, PartialEq, Eq)]
pub(crate) struct Applied(pub BTreeMap<i64, Fate>);

impl Applied {
    /// How many copies ended like this.
    pub(crate) fn count(&self, fate: Fate) -> usize {
        self.0.values().filter(|f| **f == fate).count()
    }
}

impl AddAssign for Applied {
    fn add_assign(&mut self, other: Self) {
        self.0.extend(other.0);
    }
}

/// Applies copies of orders in the caller's transaction.
pub(crate) async fn apply(tx: &Tx, app: &App, reading: Reading, batch: Vec<Incoming>) -> Result<Applied, Error> {
    // a page may name an order twice when it moved while being read: the later row counts
    let batch: BTreeMap<i64, Incoming> = batch.into_iter().map(|i| (i.order.id, i)).collect();
    if batch.is_empty() {
        return Ok(Applied::default());
    }
    let ids: Vec<i64> = batch.keys().copied().collect();
    let mut ours = locked_copies(tx, reading.store, &ids).await?;
    let mut applied = Applied::default();
    let mut writes = Vec::new();
    let mut touched = Vec::new();
    for (id, incoming) in batch {
        let fate = match ours.remove(&id) {
            None => {
                writes.push(Write::insert(&app.clock, incoming));
                Fate::Created
            }
            Some(copy) => match verdict(&copy, &incoming, reading.source) {
                Verdict::Newer => {
                    writes.push(Write::update(copy, incoming));
                    Fate::Updated
                }
                Verdict::Touch => {
                    touched.push((copy.id, incoming.order.date_modified_gmt, incoming.read_at));
                    Fate::Unchanged
                }
                Verdict::Same => Fate::Unchanged,
                Verdict::Older => Fate::Older,
                Verdict::Fetch => Fate::Fetch,
            },
        };
        applied.0.insert(id, fate);
    }
    touch(tx, &touched).await?;
    save(tx, app, reading, writes).await?;
    Ok(applied)
}

/// Our copies, which nobody else changes before this transaction ends.
async fn locked_copies(tx: &Tx, store: Uuid, ids: &[i64]) -> Result<BTreeMap<i64, sql::Copy>, Error> {
    let mut copies = Vec::new();
    tx.in_order(vec![
        Box::pin(async { Ok::<_, Error>(lock_applies().bind(tx, &store).one().await.map(drop)?) }),
        Box::pin(async {
            copies = sql::copies().bind(tx, &ids, &store).all().await?;
            Ok(())
        }),
    ])
    .await?;
    Ok(copies.into_iter().map(|copy| (copy.external_id, copy)).collect())
}

/// A tombstone gives way to any read that is not older: the store knows the order again.
fn verdict(copy: &sql::Copy, incoming: &Incoming, source: Source) -> Verdict {
    let ours = Version { modified_at: copy.store_modified_at, read_at: copy.read_at };
    let theirs = Version { modified_at: incoming.order.date_modified_gmt, read_at: incoming.read_at };
    let verdict = judge(ours, &copy.content_hash, theirs, &incoming.hash, source);
    match (copy.deleted_at.is_some(), verdict, source) {
        (false, ..) | (true, Verdict::Older, _) => verdict,
        (true, _, Source::Poll) => Verdict::Newer,
        // a late delivery does not raise the dead: only the store can tell
        (true, _, Source::Webhook) => Verdict::Fetch,
    }
}

async fn touch(tx: &Tx, touched: &[(Uuid, Timestamp, Timestamp)]) -> Result<(), Error> {
    if !touched.is_empty() {
        let ids: Vec<Uuid> = touched.iter().map(|t| t.0).collect();
        let (modified, read): (Vec<Timestamp>, Vec<Timestamp>) = touched.iter().map(|t| (t.1, t.2)).unzip();
        sql::touch_orders().bind(tx, &ids, &modified, &read).await?;
    }
    Ok(())
}

async fn save(tx: &Tx, app: &App, reading: Reading, mut writes: Vec<Write>) -> Result<(), Error> {
    if writes.is_empty() {
        return Ok(());
    }
    let seen: Vec<Seen> = writes.iter().map(|w| seen(&w.incoming)).collect();
    let owners = resolve(tx, &app.clock, reading.store, &seen).await?;
    for (write, owner) in writes.iter_mut().zip(owners) {
        write.customer_id = owner;
    }
    let (new, changed): (Vec<Write>, Vec<Write>) = writes.into_iter().partition(Write::is_new);
    // what refers to an order follows it
    tx.in_order(vec![
        Box::pin(write::insert(tx, &app.clock, reading.store, &new)),
        Box::pin(write::update(tx, &app.clock, &changed)),
        Box::pin(write::lines(tx, &app.clock, &new, &changed)),
        Box::pin(write::refunds(tx, &app.clock, &new, &changed)),
        Box::pin(tokens::write(tx, &new, &changed)),
        Box::pin(write::timeline(tx, &app.clock, reading, &new, &changed)),
        Box::pin(tell(tx, app, reading, Op::Created, &new)),
        Box::pin(tell(tx, app, reading, Op::Updated, &changed)),
    ])
    .await?;
    let count = u64::try_from(new.len() + changed.len()).unwrap_or(0);
    let labels = crate::metrics::SourceLabels { source: reading.source.word().to_owned() };
    app.metrics.orders.get_or_create(&labels).inc_by(count);
    Ok(())
}

async fn tell(tx: &Tx, app: &App, reading: Reading, op: Op, writes: &[Write]) -> Result<(), Error> {
    let ids: Vec<Uuid> = writes.iter().map(|w| w.id).collect();
    Ok(news::tell(tx, &app.clock, reading.tenant, Kind::Order, op, Some(reading.store), &ids).await?)
}

fn seen(incoming: &Incoming) -> Seen {
    let order = &incoming.order;
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
        at: plausible(order.date_created_gmt.unwrap_or(order.date_modified_gmt), incoming.read_at),
    }
}

/// The store no longer has the order (verified by a read): a tombstone, and a row in its timeline.
pub(crate) async fn mark_deleted(tx: &Tx, app: &App, reading: Reading, external_id: i64) -> Result<bool, Error> {
    lock_applies().bind(tx, &reading.store).one().await?;
    let gone = sql::mark_deleted().bind(tx, &app.clock.now(), &reading.store, &external_id).opt().await?;
    let Some(id) = gone else { return Ok(false) };
    write::event(tx, &app.clock, reading, id, "deleted").await?;
    news::tell(tx, &app.clock, reading.tenant, Kind::Order, Op::Deleted, Some(reading.store), &[id]).await?;
    Ok(true)
}
