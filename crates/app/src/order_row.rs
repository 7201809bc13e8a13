//! An order as lists show it. Several features list orders; `orders` writes them.

use fulexo_db::{FromSql, PgError, PgRow};
use jiff::Timestamp;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::words::words;

/// The columns [`OrderRow::read`] needs, of `orders o`.
pub(crate) const COLUMNS: &str = "o.tenant_id, o.id, o.store_id, o.external_id, o.number, o.status, o.store_status
     , o.currency::text as currency, o.total, o.refunded, o.pieces, o.customer_name, o.customer_email, o.country
     , o.placed_at, o.store_modified_at, o.updated_at, o.trashed_at is not null as trashed, o.deleted_at is not null as deleted, o.tag_ids";

words! {
    /// Our word for where an order stands; `unknown` when the store's word is not mapped yet.
    OrderStatus: "pending" "on_hold" "processing" "shipped" "completed" "cancelled" "refunded" "failed" "draft" "unknown";
}

/// An order in a list.
#[derive(Serialize, ToSchema, Clone)]
pub(crate) struct OrderRow {
    pub id: Uuid,
    pub tenant_id: Uuid,
    pub store_id: Uuid,
    /// The store's id; may exceed 2⁵³.
    pub external_id: String,
    pub number: String,
    #[schema(value_type = OrderStatus)]
    pub status: String,
    /// The store's own word.
    pub store_status: String,
    pub currency: String,
    #[schema(value_type = String)]
    pub total: Decimal,
    #[schema(value_type = String, format = DateTime)]
    pub placed_at: Timestamp,
    /// When the store changed it last.
    #[schema(value_type = String, format = DateTime)]
    pub modified_at: Timestamp,
    /// When our copy changed last.
    #[schema(value_type = String, format = DateTime)]
    pub updated_at: Timestamp,
    pub customer_name: String,
    pub customer_email: String,
    /// Pieces bought; fractions exist.
    pub items: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub refunded: Option<Decimal>,
    pub trashed: bool,
    pub deleted: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Its tags, by the ids that `/tags` gives; left away without any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    pub tag_ids: Vec<Uuid>,
}

impl OrderRow {
    /// Reads a row that begins with [`COLUMNS`], by their places: looking for names costs more than reading.
    pub(crate) fn read(row: &PgRow) -> Result<Self, PgError> {
        let mut columns = InOrder { row, at: 0 };
        Ok(Self {
            tenant_id: columns.next()?,
            id: columns.next()?,
            store_id: columns.next()?,
            external_id: columns.next::<i64>()?.to_string(),
            number: columns.next()?,
            status: columns.next()?,
            store_status: columns.next()?,
            currency: columns.next()?,
            total: columns.next()?,
            refunded: given_back(columns.next()?),
            items: pieces(columns.next()?),
            customer_name: columns.next()?,
            customer_email: columns.next()?,
            country: said(columns.next()?),
            placed_at: columns.next()?,
            modified_at: columns.next()?,
            updated_at: columns.next()?,
            trashed: columns.next()?,
            deleted: columns.next()?,
            tag_ids: columns.next::<Option<_>>()?.unwrap_or_default(),
        })
    }
}

/// The columns of a row, one after the other.
struct InOrder<'a> {
    row: &'a PgRow,
    at: usize,
}

impl<'a> InOrder<'a> {
    fn next<T: FromSql<'a>>(&mut self) -> Result<T, PgError> {
        self.at += 1;
        self.row.try_get(self.at - 1)
    }
}

/// A quantity as a number for people.
pub(crate) fn pieces(quantity: Decimal) -> f64 {
    quantity.to_f64().unwrap_or_default()
}

/// An amount given back, when there is one.
pub(crate) fn given_back(amount: Decimal) -> Option<Decimal> {
    (!amount.is_zero()).then_some(amount)
}

/// A text when it says something.
pub(crate) fn said(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}
