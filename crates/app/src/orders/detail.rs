//! One order with everything the store says of it.

use std::collections::BTreeMap;

use fulexo_queries::queries::orders as sql;
use fulexo_woo::payload;
use jiff::Timestamp;
use rust_decimal::Decimal;
use serde::Serialize;
use serde_json::value::RawValue;
use utoipa::ToSchema;
use uuid::Uuid;

use super::detail_lines::{MetaRow, OrderLine};
use super::lines::lines;
use super::model::{Change, sum};
use crate::Error;
use crate::customers::Address;
use crate::order_row::{OrderRow, given_back, pieces, said};
use crate::words::words;

/// An order.
#[derive(Serialize, ToSchema)]
#[schema(as = Order)]
pub(super) struct OrderDetail {
    #[serde(flatten)]
    row: OrderRow,
    /// The order it was split from, by the store's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    parent_external_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    customer_id: Option<Uuid>,
    payment_method_title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    transaction_id: Option<String>,
    customer_note: String,
    created_via: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    paid_at: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    completed_at: Option<Timestamp>,
    prices_include_tax: bool,
    totals: Totals,
    billing: Address,
    shipping: Address,
    lines: Vec<OrderLine>,
    refunds: Vec<Refund>,
    /// Custom data, as the store wrote it.
    meta: Vec<MetaRow>,
    /// Newest first.
    timeline: Vec<TimelineRow>,
    /// What may be done now.
    allowed: Vec<String>,
    store: StoreOfOrder,
}

/// Sums as the store computed them.
#[derive(Serialize, ToSchema)]
struct Totals {
    #[schema(value_type = String)]
    subtotal: Decimal,
    #[schema(value_type = String)]
    discount_total: Decimal,
    #[schema(value_type = String)]
    discount_tax: Decimal,
    #[schema(value_type = String)]
    shipping_total: Decimal,
    #[schema(value_type = String)]
    shipping_tax: Decimal,
    #[schema(value_type = String)]
    fees_total: Decimal,
    #[schema(value_type = String)]
    cart_tax: Decimal,
    #[schema(value_type = String)]
    total_tax: Decimal,
    #[schema(value_type = String)]
    total: Decimal,
    #[schema(value_type = String)]
    refunded: Decimal,
}

/// Money given back.
#[derive(Serialize, ToSchema)]
struct Refund {
    id: Uuid,
    external_id: String,
    reason: String,
    #[schema(value_type = String)]
    amount: Decimal,
    /// Unknown until the refund itself has been read.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    refunded_at: Option<Timestamp>,
}

words! {
    /// The channel that brought a change.
    TimelineSource: "webhook" "poll" "census" "hash" "person" "rule" "job";
    /// What happened to an order.
    TimelineEvent: "received" "changed" "trashed" "restored" "deleted" "refunded";
}

/// One thing that happened to the order.
#[derive(Serialize, ToSchema)]
struct TimelineRow {
    id: Uuid,
    #[schema(value_type = String, format = DateTime)]
    at: Timestamp,
    #[schema(value_type = TimelineSource)]
    source: String,
    #[schema(value_type = TimelineEvent)]
    event: String,
    /// Who did it; none when no person did.
    #[serde(skip_serializing_if = "Option::is_none")]
    actor: Option<TimelineActor>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    store_modified_at: Option<Timestamp>,
    /// From the change in the store to its arrival here.
    #[serde(skip_serializing_if = "Option::is_none")]
    lag_seconds: Option<f64>,
    changes: Vec<Change>,
}

/// Somebody who changed an order.
#[derive(Serialize, ToSchema)]
struct TimelineActor {
    id: Uuid,
    name: String,
}

/// The store it was placed in.
#[derive(Serialize, ToSchema)]
struct StoreOfOrder {
    id: Uuid,
    name: String,
    url: String,
    /// Its page in the store's administration.
    admin_url: String,
}

/// An order with the rows that belong to it.
pub(super) struct Parts {
    pub order: sql::Order,
    pub lines: Vec<OrderLine>,
    pub refunds: Vec<sql::RefundsOf>,
    pub timeline: Vec<sql::TimelineOf>,
    /// Names of the people in the timeline.
    pub people: BTreeMap<Uuid, String>,
    pub store: sql::StoreOfOrder,
}

impl TryFrom<Parts> for OrderDetail {
    type Error = Error;

    fn try_from(parts: Parts) -> Result<Self, Error> {
        let Parts { order, mut lines, refunds, timeline, people, store } = parts;
        let said = serde_json::from_str(&order.raw)
            .map_err(|e| e.to_string())
            .and_then(|raw: &RawValue| payload::Order::parse(raw).map_err(|e| e.to_string()))
            .map_err(|e| Error::Internal(format!("the stored record of order {} cannot be read: {e}", order.id)))?;
        add_meta(&mut lines, order.id, &said);
        Ok(Self {
            parent_external_id: said.parent_id.map(|id| id.to_string()),
            customer_id: order.customer_id,
            paid_at: order.paid_at,
            completed_at: order.completed_at,
            totals: Totals::of(&said, order.refunded),
            payment_method_title: said.payment_method_title,
            transaction_id: said.transaction_id,
            customer_note: said.customer_note,
            created_via: said.created_via,
            prices_include_tax: said.prices_include_tax,
            billing: said.billing.into(),
            shipping: said.shipping.into(),
            lines,
            refunds: refunds.into_iter().map(Refund::from).collect(),
            meta: said.meta_data.0.into_iter().map(MetaRow::from).collect(),
            timeline: timeline.into_iter().map(|row| TimelineRow::of(row, &people)).collect(),
            allowed: Vec::new(),
            store: StoreOfOrder::of(store, order.external_id),
            row: row(order),
        })
    }
}

/// Custom data of lines stands in the order's record alone.
fn add_meta(shown: &mut [OrderLine], order: Uuid, said: &payload::Order) {
    let recorded = lines(order, said);
    for line in shown {
        if let Some(meta) = recorded.iter().find(|l| (l.kind, l.external_id) == line.key()).and_then(|l| l.meta) {
            line.set_meta(meta);
        }
    }
}

impl Totals {
    fn of(order: &payload::Order, refunded: Decimal) -> Self {
        let or_nothing = Option::unwrap_or_default;
        Self {
            subtotal: sum(order.line_items.iter().filter_map(|line| line.subtotal)),
            discount_total: or_nothing(order.discount_total),
            discount_tax: or_nothing(order.discount_tax),
            shipping_total: or_nothing(order.shipping_total),
            shipping_tax: or_nothing(order.shipping_tax),
            fees_total: sum(order.fee_lines.iter().filter_map(|line| line.total)),
            cart_tax: or_nothing(order.cart_tax),
            total_tax: or_nothing(order.total_tax),
            total: or_nothing(order.total),
            refunded,
        }
    }
}

impl StoreOfOrder {
    fn of(store: sql::StoreOfOrder, order: i64) -> Self {
        let admin_url = format!("{}/wp-admin/post.php?post={order}&action=edit", store.url.trim_end_matches('/'));
        Self { id: store.id, name: store.name, url: store.url, admin_url }
    }
}

impl From<sql::RefundsOf> for Refund {
    fn from(row: sql::RefundsOf) -> Self {
        Self {
            id: row.id,
            external_id: row.external_id.to_string(),
            reason: row.reason,
            amount: row.amount,
            refunded_at: row.refunded_at,
        }
    }
}

impl TimelineRow {
    fn of(row: sql::TimelineOf, people: &BTreeMap<Uuid, String>) -> Self {
        let name = |id: Uuid| Some(TimelineActor { id, name: people.get(&id)?.clone() });
        Self {
            actor: row.actor_user_id.and_then(name),
            id: row.id,
            at: row.at,
            source: row.source,
            event: row.event,
            store_modified_at: row.store_modified_at,
            lag_seconds: row.store_modified_at.map(|changed| row.at.duration_since(changed).as_secs_f64()),
            changes: serde_json::from_str(&row.changes).unwrap_or_default(),
        }
    }
}

fn row(order: sql::Order) -> OrderRow {
    OrderRow {
        id: order.id,
        tenant_id: order.tenant_id,
        store_id: order.store_id,
        external_id: order.external_id.to_string(),
        number: order.number,
        status: order.status,
        store_status: order.store_status,
        currency: order.currency,
        total: order.total,
        placed_at: order.placed_at,
        modified_at: order.store_modified_at,
        updated_at: order.updated_at,
        customer_name: order.customer_name,
        customer_email: order.customer_email,
        items: pieces(order.pieces),
        refunded: given_back(order.refunded),
        trashed: order.trashed_at.is_some(),
        deleted: order.deleted_at.is_some(),
        country: said(order.country),
        tag_ids: order.tag_ids.unwrap_or_default(),
    }
}
