use jiff::Timestamp;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::value::RawValue;

use super::head::{Needs, parse};
use super::{PayloadError, lenient};

/// Whether a store sends this webhook's deliveries.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum WebhookStatus {
    /// It does.
    Active,
    /// A person stopped it.
    Paused,
    /// WooCommerce gave up after the seventh failure in a row, or a word we do not know.
    #[default]
    Disabled,
}

impl<'de> Deserialize<'de> for WebhookStatus {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Ok(match lenient::text(from)?.as_str() {
            "active" => Self::Active,
            "paused" => Self::Paused,
            _ => Self::Disabled,
        })
    }
}

/// A registered webhook; its secret and its failure count are never told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Webhook {
    /// External id.
    #[serde(deserialize_with = "lenient::id")]
    pub id: i64,
    /// Name in the administration.
    #[serde(default, deserialize_with = "lenient::text")]
    pub name: String,
    /// State.
    #[serde(default)]
    pub status: WebhookStatus,
    /// Such as `order.updated`.
    #[serde(default, deserialize_with = "lenient::text")]
    pub topic: String,
    /// Where deliveries go.
    #[serde(default, deserialize_with = "lenient::text")]
    pub delivery_url: String,
    /// Registered.
    #[serde(default, deserialize_with = "lenient::gmt")]
    pub date_created_gmt: Option<Timestamp>,
    /// Last change.
    #[serde(default, deserialize_with = "lenient::gmt")]
    pub date_modified_gmt: Option<Timestamp>,
}

impl Webhook {
    /// Reads a webhook.
    ///
    /// # Errors
    /// Names the field without which the record cannot be used.
    pub fn parse(raw: &RawValue) -> Result<Self, PayloadError> {
        parse(raw, &Needs { resource: "webhook", status: true, modified: false })
    }
}
