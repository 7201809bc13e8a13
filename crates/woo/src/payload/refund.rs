use jiff::Timestamp;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::head::{Needs, parse};
use super::{FeeLine, LineItem, MetaData, PayloadError, ShippingLine, lenient};

/// A refund with its lines.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Refund {
    /// External id.
    #[serde(deserialize_with = "lenient::id")]
    pub id: i64,
    /// The order; absent where the order's own list is asked.
    #[serde(default, deserialize_with = "lenient::some_id")]
    pub parent_id: Option<i64>,
    /// Made. Refunds are never changed, so there is no time of change.
    #[serde(default, deserialize_with = "lenient::gmt")]
    pub date_created_gmt: Option<Timestamp>,
    /// Positive, with tax.
    #[serde(default, deserialize_with = "lenient::amount")]
    pub amount: Option<Decimal>,
    /// Reason.
    #[serde(default, deserialize_with = "lenient::text")]
    pub reason: String,
    /// WordPress user who made it.
    #[serde(default, deserialize_with = "lenient::some_id")]
    pub refunded_by: Option<i64>,
    /// Whether the payment provider was told to pay back.
    #[serde(default, deserialize_with = "lenient::flag")]
    pub refunded_payment: bool,
    /// Items, with negative figures.
    #[serde(default, deserialize_with = "lenient::list")]
    pub line_items: Vec<LineItem>,
    /// Shipping, with negative figures.
    #[serde(default, deserialize_with = "lenient::list")]
    pub shipping_lines: Vec<ShippingLine>,
    /// Fees, with negative figures.
    #[serde(default, deserialize_with = "lenient::list")]
    pub fee_lines: Vec<FeeLine>,
    /// Custom data.
    #[serde(default)]
    pub meta_data: MetaData,
}

impl Refund {
    /// Reads a refund.
    ///
    /// # Errors
    /// Names the field without which the record cannot be used.
    pub fn parse(raw: &RawValue) -> Result<Self, PayloadError> {
        parse(raw, &Needs { resource: "refund", status: false, modified: false })
    }
}
