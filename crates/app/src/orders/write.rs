//! The statements of a batch: a few for all orders together, never one for each.

use std::collections::BTreeMap;

use fulexo_db::Tx;
use fulexo_kernel::{Clock, minor_units, text};
use fulexo_queries::queries::orders as sql;
use fulexo_woo::payload::{Order, RefundStub};
use jiff::Timestamp;
use rust_decimal::Decimal;
use uuid::Uuid;

use super::apply::{Incoming, Reading};
use super::lines::{Line, lines as lines_of};
use super::model::{self, Change};
use super::tokens;
use crate::Error;

/// An order about to be written.
pub(super) struct Write {
    pub id: Uuid,
    pub incoming: Incoming,
    pub customer_id: Option<Uuid>,
    pub words: String,
    before: Option<Box<sql::Copy>>,
}

impl Write {
    pub(super) fn insert(clock: &Clock, incoming: Incoming) -> Self {
        Self { id: clock.id(), words: tokens::words(&incoming.order), incoming, customer_id: None, before: None }
    }

    pub(super) fn update(copy: sql::Copy, incoming: Incoming) -> Self {
        let words = tokens::words(&incoming.order);
        Self { id: copy.id, words, incoming, customer_id: None, before: Some(Box::new(copy)) }
    }

    pub(super) const fn is_new(&self) -> bool {
        self.before.is_none()
    }

    pub(super) fn order(&self) -> &Order {
        &self.incoming.order
    }

    fn in_trash(&self) -> bool {
        self.order().status == "trash"
    }

    /// An order in the trash keeps the status it had.
    fn status(&self) -> &str {
        match (&self.before, self.in_trash()) {
            (Some(before), true) => &before.status,
            _ => model::status_of(&self.order().status),
        }
    }

    fn trashed_at(&self, now: Timestamp) -> Option<Timestamp> {
        let since = self.before.as_ref().and_then(|b| b.trashed_at);
        self.in_trash().then(|| since.unwrap_or(now))
    }

    fn event(&self) -> &'static str {
        let Some(before) = &self.before else { return "received" };
        match (before.trashed_at.is_some(), self.in_trash()) {
            (false, true) => "trashed",
            (true, false) => "restored",
            _ if before.deleted_at.is_some() => "restored",
            _ if refund_added(before, self.order()) => "refunded",
            _ => "changed",
        }
    }

    fn changes(&self) -> Vec<Change> {
        self.former().map(|old| model::changes(&old, self.order())).unwrap_or_default()
    }

    pub(super) fn words_before(&self) -> &str {
        self.before.as_ref().map_or("", |b| &b.words)
    }

    pub(super) fn placed_before(&self) -> Option<Timestamp> {
        self.before.as_ref().map(|b| b.placed_at)
    }

    /// The order as it was.
    fn former(&self) -> Option<Order> {
        parse(&self.before.as_ref()?.raw)
    }
}

fn parse(raw: &str) -> Option<Order> {
    Order::parse(serde_json::from_str(raw).ok()?).ok()
}

fn refund_added(before: &sql::Copy, new: &Order) -> bool {
    parse(&before.raw).is_some_and(|old| old.refunds.len() < new.refunds.len())
}

/// One column of a batch.
fn column<'a, T>(writes: &'a [Write], of: impl Fn(&'a Write) -> T) -> Vec<T> {
    writes.iter().map(of).collect()
}

fn storable(writes: &[Write], of: impl Fn(&Order) -> &str) -> Vec<String> {
    column(writes, |w| text::storable(of(w.order())))
}

fn total(w: &Write) -> Decimal {
    w.order().total.unwrap_or_default()
}

/// Where it stands in the list.
fn placed_at(w: &Write) -> Timestamp {
    tokens::placed_at(w.order())
}

/// Three letters or digits, as plugins make up codes; anything else is none that a figure can be shown in.
fn currency(w: &Write) -> String {
    let code = w.order().currency.trim().to_ascii_uppercase();
    let is_code = code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if is_code { code } else { "XXX".to_owned() }
}

fn country(order: &Order) -> &str {
    if order.shipping.country.is_empty() { &order.billing.country } else { &order.shipping.country }
}

/// Inserts new orders.
pub(super) async fn insert(tx: &Tx, clock: &Clock, store: Uuid, writes: &[Write]) -> Result<(), Error> {
    if writes.is_empty() {
        return Ok(());
    }
    let now = clock.now();
    sql::insert_orders()
        .bind(
            tx,
            &store,
            &now,
            &column(writes, |w| w.id),
            &column(writes, |w| w.order().id),
            &storable(writes, |o| &o.number),
            &column(writes, |w| w.status()),
            &storable(writes, |o| &o.status),
            &column(writes, currency),
            &column(writes, total),
            &column(writes, |w| minor_units(total(w), &currency(w))),
            &column(writes, |w| model::refunded(w.order())),
            &column(writes, |w| model::pieces(w.order())),
            &column(writes, |w| w.customer_id),
            &column(writes, |w| text::storable(&model::shopper(w.order()))),
            &storable(writes, |o| &o.billing.email),
            &storable(writes, country),
            &storable(writes, |o| &o.payment_method_title),
            &column(writes, placed_at),
            &column(writes, |w| w.order().date_paid_gmt),
            &column(writes, |w| w.order().date_completed_gmt),
            &column(writes, |w| w.incoming.raw.as_str()),
            &column(writes, |w| w.words.as_str()),
            &column(writes, |w| w.incoming.hash.as_slice()),
            &column(writes, |w| w.order().date_modified_gmt),
            &column(writes, |w| w.incoming.read_at),
            &column(writes, |w| w.trashed_at(now)),
        )
        .await?;
    Ok(())
}

/// Updates known orders.
pub(super) async fn update(tx: &Tx, clock: &Clock, writes: &[Write]) -> Result<(), Error> {
    if writes.is_empty() {
        return Ok(());
    }
    let now = clock.now();
    sql::update_orders()
        .bind(
            tx,
            &now,
            &column(writes, |w| w.id),
            &storable(writes, |o| &o.number),
            &column(writes, |w| w.status()),
            &storable(writes, |o| &o.status),
            &column(writes, currency),
            &column(writes, total),
            &column(writes, |w| minor_units(total(w), &currency(w))),
            &column(writes, |w| model::refunded(w.order())),
            &column(writes, |w| model::pieces(w.order())),
            &column(writes, |w| w.customer_id),
            &column(writes, |w| text::storable(&model::shopper(w.order()))),
            &storable(writes, |o| &o.billing.email),
            &storable(writes, country),
            &storable(writes, |o| &o.payment_method_title),
            &column(writes, placed_at),
            &column(writes, |w| w.order().date_paid_gmt),
            &column(writes, |w| w.order().date_completed_gmt),
            &column(writes, |w| w.incoming.raw.as_str()),
            &column(writes, |w| w.words.as_str()),
            &column(writes, |w| w.incoming.hash.as_slice()),
            &column(writes, |w| w.order().date_modified_gmt),
            &column(writes, |w| w.incoming.read_at),
            &column(writes, |w| w.trashed_at(now)),
        )
        .await?;
    Ok(())
}

/// Writes the lines; those of changed orders anew.
pub(super) async fn lines(tx: &Tx, clock: &Clock, new: &[Write], changed: &[Write]) -> Result<(), Error> {
    if !changed.is_empty() {
        sql::delete_lines().bind(tx, &column(changed, |w| w.id)).await?;
    }
    let rows: Vec<Line<'_>> = new.iter().chain(changed).flat_map(|w| lines_of(w.id, w.order())).collect();
    insert_lines(tx, clock, &rows).await
}

async fn insert_lines(tx: &Tx, clock: &Clock, rows: &[Line<'_>]) -> Result<(), Error> {
    fn col<'a, T>(rows: &'a [Line<'_>], of: impl Fn(&'a Line<'_>) -> T) -> Vec<T> {
        rows.iter().map(of).collect()
    }
    if rows.is_empty() {
        return Ok(());
    }
    sql::insert_lines()
        .bind(
            tx,
            &col(rows, |_| clock.id()),
            &col(rows, |l| l.order_id),
            &col(rows, |l| l.kind),
            &col(rows, |l| l.position),
            &col(rows, |l| l.external_id),
            &col(rows, |l| l.name.as_str()),
            &col(rows, |l| l.sku.as_str()),
            &col(rows, |l| l.product_id),
            &col(rows, |l| l.variation_id),
            &col(rows, |l| l.quantity),
            &col(rows, |l| l.subtotal),
            &col(rows, |l| l.total),
            &col(rows, |l| l.total_tax),
        )
        .await?;
    Ok(())
}

/// Writes the refunds that orders name, and retires those that changed orders no longer do.
pub(super) async fn refunds(tx: &Tx, clock: &Clock, new: &[Write], changed: &[Write]) -> Result<(), Error> {
    let (all, changed) = (new.iter().chain(changed), column(changed, |w| w.id));
    // one that is named twice would end the statement: the later counts
    let stubs: BTreeMap<(Uuid, i64), &RefundStub> =
        all.flat_map(|w| w.order().refunds.iter().map(|r| ((w.id, r.id), r))).collect();
    let (orders, external): (Vec<Uuid>, Vec<i64>) = stubs.keys().copied().unzip();
    if !stubs.is_empty() {
        let ids: Vec<Uuid> = stubs.keys().map(|_| clock.id()).collect();
        let reasons: Vec<String> = stubs.values().map(|r| text::storable(&r.reason)).collect();
        let amounts: Vec<Decimal> = stubs.values().map(|r| r.total.unwrap_or_default().abs()).collect();
        sql::upsert_refunds().bind(tx, &ids, &orders, &external, &reasons, &amounts).await?;
    }
    if !changed.is_empty() {
        sql::retire_refunds().bind(tx, &clock.now(), &changed, &orders, &external).await?;
    }
    Ok(())
}

/// One timeline row for every order of the batch.
pub(super) async fn timeline(
    tx: &Tx,
    clock: &Clock,
    reading: Reading,
    new: &[Write],
    changed: &[Write],
) -> Result<(), Error> {
    let all: Vec<&Write> = new.iter().chain(changed).collect();
    let ids: Vec<Uuid> = all.iter().map(|_| clock.id()).collect();
    let orders: Vec<Uuid> = all.iter().map(|w| w.id).collect();
    let events: Vec<&str> = all.iter().map(|w| w.event()).collect();
    let modified: Vec<Option<Timestamp>> = all.iter().map(|w| Some(w.order().date_modified_gmt)).collect();
    let json = |w: &&Write| serde_json::to_string(&w.changes()).unwrap_or_else(|_| "[]".into());
    let changes: Vec<String> = all.iter().map(json).collect();
    let source = reading.source.word();
    sql::insert_timeline().bind(tx, &clock.now(), &source, &ids, &orders, &events, &modified, &changes).await?;
    Ok(())
}

/// One timeline row without changes.
pub(super) async fn event(tx: &Tx, clock: &Clock, reading: Reading, order: Uuid, event: &str) -> Result<(), Error> {
    let (ids, orders, none) = (vec![clock.id()], vec![order], vec![None::<Timestamp>]);
    sql::insert_timeline()
        .bind(tx, &clock.now(), &reading.source.word(), &ids, &orders, &vec![event], &none, &vec!["[]"])
        .await?;
    Ok(())
}
