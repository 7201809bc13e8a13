use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::head::{Needs, parse};
use super::{MetaData, PayloadError, lenient};

/// A postal address; shipping addresses have no e-mail.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    /// Given name.
    #[serde(default, deserialize_with = "lenient::text")]
    pub first_name: String,
    /// Family name.
    #[serde(default, deserialize_with = "lenient::text")]
    pub last_name: String,
    /// Company.
    #[serde(default, deserialize_with = "lenient::text")]
    pub company: String,
    /// Street.
    #[serde(default, deserialize_with = "lenient::text")]
    pub address_1: String,
    /// Second line.
    #[serde(default, deserialize_with = "lenient::text")]
    pub address_2: String,
    /// City.
    #[serde(default, deserialize_with = "lenient::text")]
    pub city: String,
    /// State, by WooCommerce's codes.
    #[serde(default, deserialize_with = "lenient::text")]
    pub state: String,
    /// Postal code.
    #[serde(default, deserialize_with = "lenient::text")]
    pub postcode: String,
    /// ISO 3166-1 alpha-2.
    #[serde(default, deserialize_with = "lenient::text")]
    pub country: String,
    /// E-mail as typed.
    #[serde(default, deserialize_with = "lenient::text")]
    pub email: String,
    /// Phone as typed.
    #[serde(default, deserialize_with = "lenient::text")]
    pub phone: String,
}

/// A user of the store.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Customer {
    /// External id.
    #[serde(deserialize_with = "lenient::id")]
    pub id: i64,
    /// Registered.
    #[serde(default, deserialize_with = "lenient::gmt")]
    pub date_created_gmt: Option<Timestamp>,
    /// Last change; None for users who were never changed.
    #[serde(default, deserialize_with = "lenient::gmt")]
    pub date_modified_gmt: Option<Timestamp>,
    /// E-mail as typed.
    #[serde(default, deserialize_with = "lenient::text")]
    pub email: String,
    /// Given name.
    #[serde(default, deserialize_with = "lenient::text")]
    pub first_name: String,
    /// Family name.
    #[serde(default, deserialize_with = "lenient::text")]
    pub last_name: String,
    /// Such as `customer`.
    #[serde(default, deserialize_with = "lenient::text")]
    pub role: String,
    /// Login name.
    #[serde(default, deserialize_with = "lenient::text")]
    pub username: String,
    /// Invoice address.
    #[serde(default, deserialize_with = "lenient::object")]
    pub billing: Address,
    /// Delivery address.
    #[serde(default, deserialize_with = "lenient::object")]
    pub shipping: Address,
    /// Whether he has paid an order.
    #[serde(default, deserialize_with = "lenient::flag")]
    pub is_paying_customer: bool,
    /// Custom data.
    #[serde(default)]
    pub meta_data: MetaData,
}

impl Customer {
    /// Reads a customer.
    ///
    /// # Errors
    /// Names the field without which the record cannot be used.
    pub fn parse(raw: &RawValue) -> Result<Self, PayloadError> {
        parse(raw, &Needs { resource: "customer", status: false, modified: false })
    }
}
