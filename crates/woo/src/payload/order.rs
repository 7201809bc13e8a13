use jiff::Timestamp;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::head::{Needs, parse};
use super::{Address, MetaData, PayloadError, lenient};

/// An order.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Order {
    /// External id; may exceed 2⁵³.
    #[serde(deserialize_with = "lenient::id")]
    pub id: i64,
    /// What people call it; not the id, and not unique by any promise.
    #[serde(default, deserialize_with = "lenient::text")]
    pub number: String,
    /// The store's word, without `wc-`.
    #[serde(deserialize_with = "lenient::text")]
    pub status: String,
    /// ISO 4217.
    #[serde(default, deserialize_with = "lenient::text")]
    pub currency: String,
    /// Order this one was split from (marketplaces).
    #[serde(default, deserialize_with = "lenient::some_id")]
    pub parent_id: Option<i64>,
    /// WooCommerce's version that wrote it last.
    #[serde(default, deserialize_with = "lenient::text")]
    pub version: String,
    /// Whether prices were entered with tax.
    #[serde(default, deserialize_with = "lenient::flag")]
    pub prices_include_tax: bool,
    /// Placed.
    #[serde(default, deserialize_with = "lenient::gmt")]
    pub date_created_gmt: Option<Timestamp>,
    /// Last change, by whole seconds.
    #[serde(deserialize_with = "lenient::required_gmt")]
    pub date_modified_gmt: Timestamp,
    /// Paid.
    #[serde(default, deserialize_with = "lenient::gmt")]
    pub date_paid_gmt: Option<Timestamp>,
    /// Completed.
    #[serde(default, deserialize_with = "lenient::gmt")]
    pub date_completed_gmt: Option<Timestamp>,
    /// Discounts without tax.
    #[serde(default, deserialize_with = "lenient::amount")]
    pub discount_total: Option<Decimal>,
    /// Tax on the discounts.
    #[serde(default, deserialize_with = "lenient::amount")]
    pub discount_tax: Option<Decimal>,
    /// Shipping without tax.
    #[serde(default, deserialize_with = "lenient::amount")]
    pub shipping_total: Option<Decimal>,
    /// Tax on shipping.
    #[serde(default, deserialize_with = "lenient::amount")]
    pub shipping_tax: Option<Decimal>,
    /// Tax on items and fees.
    #[serde(default, deserialize_with = "lenient::amount")]
    pub cart_tax: Option<Decimal>,
    /// The amount the buyer pays, with tax; refunds are not taken off.
    #[serde(default, deserialize_with = "lenient::amount")]
    pub total: Option<Decimal>,
    /// All tax.
    #[serde(default, deserialize_with = "lenient::amount")]
    pub total_tax: Option<Decimal>,
    /// The buyer's account; None for guests.
    #[serde(default, deserialize_with = "lenient::some_id")]
    pub customer_id: Option<i64>,
    /// Key in the buyer's links.
    #[serde(default, deserialize_with = "lenient::text")]
    pub order_key: String,
    /// Who pays.
    #[serde(default, deserialize_with = "lenient::object")]
    pub billing: Address,
    /// Who receives.
    #[serde(default, deserialize_with = "lenient::object")]
    pub shipping: Address,
    /// Such as `bacs`.
    #[serde(default, deserialize_with = "lenient::text")]
    pub payment_method: String,
    /// As the buyer saw it.
    #[serde(default, deserialize_with = "lenient::text")]
    pub payment_method_title: String,
    /// The payment provider's id.
    #[serde(default, deserialize_with = "lenient::some_text")]
    pub transaction_id: Option<String>,
    /// Such as `checkout`, `rest-api`, `admin`.
    #[serde(default, deserialize_with = "lenient::text")]
    pub created_via: String,
    /// The buyer's words.
    #[serde(default, deserialize_with = "lenient::text")]
    pub customer_note: String,
    /// The buyer's address on the net.
    #[serde(default, deserialize_with = "lenient::some_text")]
    pub customer_ip_address: Option<String>,
    /// What was bought.
    #[serde(default, deserialize_with = "lenient::list")]
    pub line_items: Vec<LineItem>,
    /// How it is sent.
    #[serde(default, deserialize_with = "lenient::list")]
    pub shipping_lines: Vec<ShippingLine>,
    /// Surcharges, or reductions when negative.
    #[serde(default, deserialize_with = "lenient::list")]
    pub fee_lines: Vec<FeeLine>,
    /// Vouchers.
    #[serde(default, deserialize_with = "lenient::list")]
    pub coupon_lines: Vec<CouponLine>,
    /// Tax by rate.
    #[serde(default, deserialize_with = "lenient::list")]
    pub tax_lines: Vec<TaxLine>,
    /// Refunds without their lines.
    #[serde(default, deserialize_with = "lenient::list")]
    pub refunds: Vec<RefundStub>,
    /// Custom data.
    #[serde(default)]
    pub meta_data: MetaData,
}

impl Order {
    /// Reads an order.
    ///
    /// # Errors
    /// Names the field without which the record cannot be used.
    pub fn parse(raw: &RawValue) -> Result<Self, PayloadError> {
        parse(raw, &Needs { resource: "order", status: true, modified: true })
    }
}

/// One bought thing, also inside a refund (with negative figures there).
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct LineItem {
    /// Row id.
    #[serde(default, deserialize_with = "lenient::some_id")]
    pub id: Option<i64>,
    /// Title at the time of buying.
    #[serde(default, deserialize_with = "lenient::text")]
    pub name: String,
    /// Title of the variable product.
    #[serde(default, deserialize_with = "lenient::some_text")]
    pub parent_name: Option<String>,
    /// Product; None when it was deleted or never there.
    #[serde(default, deserialize_with = "lenient::some_id")]
    pub product_id: Option<i64>,
    /// Variation.
    #[serde(default, deserialize_with = "lenient::some_id")]
    pub variation_id: Option<i64>,
    /// Pieces; fractions exist.
    #[serde(default, deserialize_with = "lenient::amount")]
    pub quantity: Option<Decimal>,
    /// Tax class; empty is the standard one.
    #[serde(default, deserialize_with = "lenient::text")]
    pub tax_class: String,
    /// Before discounts, without tax.
    #[serde(default, deserialize_with = "lenient::amount")]
    pub subtotal: Option<Decimal>,
    /// Tax before discounts.
    #[serde(default, deserialize_with = "lenient::amount")]
    pub subtotal_tax: Option<Decimal>,
    /// After discounts, without tax. The line's `price` is a float and is not read.
    #[serde(default, deserialize_with = "lenient::amount")]
    pub total: Option<Decimal>,
    /// Tax after discounts.
    #[serde(default, deserialize_with = "lenient::amount")]
    pub total_tax: Option<Decimal>,
    /// Tax by rate.
    #[serde(default, deserialize_with = "lenient::list")]
    pub taxes: Vec<Tax>,
    /// Stock keeping unit; may be missing, repeated or the parent's.
    #[serde(default, deserialize_with = "lenient::some_text")]
    pub sku: Option<String>,
    /// GTIN, EAN or ISBN.
    #[serde(default, deserialize_with = "lenient::some_text")]
    pub global_unique_id: Option<String>,
    /// Picture.
    #[serde(default, deserialize_with = "lenient::some_object")]
    pub image: Option<super::Image>,
    /// Custom data.
    #[serde(default)]
    pub meta_data: MetaData,
}

/// Tax of one rate on one line.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Tax {
    /// Rate id.
    #[serde(default, deserialize_with = "lenient::some_id")]
    pub id: Option<i64>,
    /// After discounts.
    #[serde(default, deserialize_with = "lenient::amount")]
    pub total: Option<Decimal>,
    /// Before discounts.
    #[serde(default, deserialize_with = "lenient::amount")]
    pub subtotal: Option<Decimal>,
}

/// One way of sending.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ShippingLine {
    /// Row id.
    #[serde(default, deserialize_with = "lenient::some_id")]
    pub id: Option<i64>,
    /// As the buyer saw it.
    #[serde(default, deserialize_with = "lenient::text")]
    pub method_title: String,
    /// Such as `flat_rate`.
    #[serde(default, deserialize_with = "lenient::text")]
    pub method_id: String,
    /// Which instance of the method.
    #[serde(default, deserialize_with = "lenient::text")]
    pub instance_id: String,
    /// Without tax.
    #[serde(default, deserialize_with = "lenient::amount")]
    pub total: Option<Decimal>,
    /// Tax.
    #[serde(default, deserialize_with = "lenient::amount")]
    pub total_tax: Option<Decimal>,
    /// Custom data; pick-up points and the like.
    #[serde(default)]
    pub meta_data: MetaData,
}

/// A surcharge or reduction.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct FeeLine {
    /// Row id.
    #[serde(default, deserialize_with = "lenient::some_id")]
    pub id: Option<i64>,
    /// Title.
    #[serde(default, deserialize_with = "lenient::text")]
    pub name: String,
    /// Without tax.
    #[serde(default, deserialize_with = "lenient::amount")]
    pub total: Option<Decimal>,
    /// Tax.
    #[serde(default, deserialize_with = "lenient::amount")]
    pub total_tax: Option<Decimal>,
    /// Custom data.
    #[serde(default)]
    pub meta_data: MetaData,
}

/// A used voucher.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CouponLine {
    /// Row id.
    #[serde(default, deserialize_with = "lenient::some_id")]
    pub id: Option<i64>,
    /// Voucher code.
    #[serde(default, deserialize_with = "lenient::text")]
    pub code: String,
    /// Without tax.
    #[serde(default, deserialize_with = "lenient::amount")]
    pub discount: Option<Decimal>,
    /// Tax.
    #[serde(default, deserialize_with = "lenient::amount")]
    pub discount_tax: Option<Decimal>,
}

/// Tax of one rate over the order.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct TaxLine {
    /// Row id.
    #[serde(default, deserialize_with = "lenient::some_id")]
    pub id: Option<i64>,
    /// Such as `TR-KDV-1`.
    #[serde(default, deserialize_with = "lenient::text")]
    pub rate_code: String,
    /// Rate id.
    #[serde(default, deserialize_with = "lenient::some_id")]
    pub rate_id: Option<i64>,
    /// Name for people.
    #[serde(default, deserialize_with = "lenient::text")]
    pub label: String,
    /// On items and fees.
    #[serde(default, deserialize_with = "lenient::amount")]
    pub tax_total: Option<Decimal>,
    /// On shipping.
    #[serde(default, deserialize_with = "lenient::amount")]
    pub shipping_tax_total: Option<Decimal>,
    /// Percent.
    #[serde(default, deserialize_with = "lenient::decimal")]
    pub rate_percent: Option<Decimal>,
}

/// What an order tells of a refund.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RefundStub {
    /// Refund id.
    #[serde(deserialize_with = "lenient::id")]
    pub id: i64,
    /// Reason.
    #[serde(default, deserialize_with = "lenient::text")]
    pub reason: String,
    /// Negative.
    #[serde(default, deserialize_with = "lenient::amount")]
    pub total: Option<Decimal>,
}
