//! An order as lists show it. Several features list orders; `orders` writes them.

use fulexo_db::{PgError, PgRow};
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
     , o.placed_at, o.store_modified_at, o.updated_at, o.trashed_at is not null as trashed, o.deleted_at is not null as deleted";

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
}

impl OrderRow {
    /// Reads a row of [`COLUMNS`].
    pub(crate) fn read(row: &PgRow) -> Result<Self, PgError> {
        Ok(Self {
            id: row.try_get("id")?,
            tenant_id: row.try_get("tenant_id")?,
            store_id: row.try_get("store_id")?,
            external_id: row.try_get::<_, i64>("external_id")?.to_string(),
            number: row.try_get("number")?,
            status: row.try_get("status")?,
            store_status: row.try_get("store_status")?,
            currency: row.try_get("currency")?,
            total: row.try_get("total")?,
            placed_at: row.try_get("placed_at")?,
            modified_at: row.try_get("store_modified_at")?,
            updated_at: row.try_get("updated_at")?,
            customer_name: row.try_get("customer_name")?,
            customer_email: row.try_get("customer_email")?,
            items: pieces(row.try_get("pieces")?),
            refunded: given_back(row.try_get("refunded")?),
            trashed: row.try_get("trashed")?,
            deleted: row.try_get("deleted")?,
            country: said(row.try_get("country")?),
        })
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
