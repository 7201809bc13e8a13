use jiff::Timestamp;
use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::value::RawValue;

use super::head::{Needs, parse};
use super::{MetaData, PayloadError, lenient};

/// Who counts the stock.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ManageStock {
    /// Nobody; a written quantity is ignored without a word.
    #[default]
    No,
    /// The product or variation itself.
    Yes,
    /// The variation's parent.
    Parent,
}

impl<'de> Deserialize<'de> for ManageStock {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Ok(match lenient::text(from)?.as_str() {
            "true" | "1" | "yes" => Self::Yes,
            "parent" => Self::Parent,
            _ => Self::No,
        })
    }
}

/// A category, tag or brand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named {
    /// External id.
    #[serde(default, deserialize_with = "lenient::some_id")]
    pub id: Option<i64>,
    /// Name.
    #[serde(default, deserialize_with = "lenient::text")]
    pub name: String,
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Image {
    /// External id.
    #[serde(default, deserialize_with = "lenient::some_id")]
    pub id: Option<i64>,
    /// URL; None for the placeholder.
    #[serde(default, deserialize_with = "lenient::some_text")]
    pub src: Option<String>,
}

/// A property: its choices on a product, its one choice on a variation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attribute {
    /// External id; None for properties of this product alone.
    #[serde(default, deserialize_with = "lenient::some_id")]
    pub id: Option<i64>,
    /// Such as `Size`.
    #[serde(default, deserialize_with = "lenient::text")]
    pub name: String,
    /// Whether variations differ by it.
    #[serde(default, deserialize_with = "lenient::flag")]
    pub variation: bool,
    /// All choices.
    #[serde(default, deserialize_with = "lenient::texts")]
    pub options: Vec<String>,
    /// The variation's choice; None means any.
    #[serde(default, deserialize_with = "lenient::some_text")]
    pub option: Option<String>,
}

/// Sizes in the store's unit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dimensions {
    /// Length.
    #[serde(default, deserialize_with = "lenient::decimal")]
    pub length: Option<Decimal>,
    /// Width.
    #[serde(default, deserialize_with = "lenient::decimal")]
    pub width: Option<Decimal>,
    /// Height.
    #[serde(default, deserialize_with = "lenient::decimal")]
    pub height: Option<Decimal>,
}

/// A product; of type `variation` when a variation was asked for by its own id.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Product {
    /// External id.
    #[serde(deserialize_with = "lenient::id")]
    pub id: i64,
    /// Title.
    #[serde(default, deserialize_with = "lenient::text")]
    pub name: String,
    /// Part of its page's address.
    #[serde(default, deserialize_with = "lenient::text")]
    pub slug: String,
    /// `simple`, `variable`, `grouped`, `external`, `variation` or a plugin's.
    #[serde(default, deserialize_with = "lenient::text")]
    pub r#type: String,
    /// `publish`, `draft`, `private`, `pending` or `trash`.
    #[serde(deserialize_with = "lenient::text")]
    pub status: String,
    /// The variable product, on variations.
    #[serde(default, deserialize_with = "lenient::some_id")]
    pub parent_id: Option<i64>,
    /// Created.
    #[serde(default, deserialize_with = "lenient::gmt")]
    pub date_created_gmt: Option<Timestamp>,
    /// Last change, by whole seconds.
    #[serde(deserialize_with = "lenient::required_gmt")]
    pub date_modified_gmt: Timestamp,
    /// Stock keeping unit; unique in a store, but not always set.
    #[serde(default, deserialize_with = "lenient::some_text")]
    pub sku: Option<String>,
    /// GTIN, EAN or ISBN.
    #[serde(default, deserialize_with = "lenient::some_text")]
    pub global_unique_id: Option<String>,
    /// What it costs now.
    #[serde(default, deserialize_with = "lenient::decimal")]
    pub price: Option<Decimal>,
    /// Without sale.
    #[serde(default, deserialize_with = "lenient::decimal")]
    pub regular_price: Option<Decimal>,
    /// During a sale.
    #[serde(default, deserialize_with = "lenient::decimal")]
    pub sale_price: Option<Decimal>,
    /// Who counts the stock.
    #[serde(default)]
    pub manage_stock: ManageStock,
    /// Pieces; negative when oversold, None when nobody counts, the parent's when the parent does.
    #[serde(default, deserialize_with = "lenient::decimal")]
    pub stock_quantity: Option<Decimal>,
    /// `instock`, `outofstock` or `onbackorder`.
    #[serde(default, deserialize_with = "lenient::text")]
    pub stock_status: String,
    /// `no`, `notify` or `yes`.
    #[serde(default, deserialize_with = "lenient::text")]
    pub backorders: String,
    /// When to warn.
    #[serde(default, deserialize_with = "lenient::decimal")]
    pub low_stock_amount: Option<Decimal>,
    /// In the store's unit.
    #[serde(default, deserialize_with = "lenient::decimal")]
    pub weight: Option<Decimal>,
    /// In the store's unit.
    #[serde(default, deserialize_with = "lenient::object")]
    pub dimensions: Dimensions,
    /// Nothing to send.
    #[serde(default, deserialize_with = "lenient::flag")]
    pub r#virtual: bool,
    /// Its page.
    #[serde(default, deserialize_with = "lenient::text")]
    pub permalink: String,
    /// Properties.
    #[serde(default, deserialize_with = "lenient::list")]
    pub attributes: Vec<Attribute>,
    /// Its variations' ids; they are not in the list of products.
    #[serde(default, deserialize_with = "lenient::ids")]
    pub variations: Vec<i64>,
    /// Categories.
    #[serde(default, deserialize_with = "lenient::list")]
    pub categories: Vec<Named>,
    /// Tags.
    #[serde(default, deserialize_with = "lenient::list")]
    pub tags: Vec<Named>,
    /// Pictures, the main one first.
    #[serde(default, deserialize_with = "lenient::list")]
    pub images: Vec<Image>,
    /// The one picture of a variation.
    #[serde(default, deserialize_with = "lenient::some_object")]
    pub image: Option<Image>,
    /// Custom data.
    #[serde(default)]
    pub meta_data: MetaData,
}

impl Product {
    /// Reads a product.
    ///
    /// # Errors
    /// Names the field without which the record cannot be used.
    pub fn parse(raw: &RawValue) -> Result<Self, PayloadError> {
        parse(raw, &Needs { resource: "product", status: true, modified: true })
    }
}

/// A variation, from either list of variations.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Variation {
    /// External id.
    #[serde(deserialize_with = "lenient::id")]
    pub id: i64,
    /// Its choices as a text; empty in older versions.
    #[serde(default, deserialize_with = "lenient::text")]
    pub name: String,
    /// `publish`, `draft`, `private`, `pending` or `trash`.
    #[serde(deserialize_with = "lenient::text")]
    pub status: String,
    /// The variable product; older versions leave it out of its own list.
    #[serde(default, deserialize_with = "lenient::some_id")]
    pub parent_id: Option<i64>,
    /// Created.
    #[serde(default, deserialize_with = "lenient::gmt")]
    pub date_created_gmt: Option<Timestamp>,
    /// Last change, by whole seconds.
    #[serde(deserialize_with = "lenient::required_gmt")]
    pub date_modified_gmt: Timestamp,
    /// Stock keeping unit; unique in a store, but not always set.
    #[serde(default, deserialize_with = "lenient::some_text")]
    pub sku: Option<String>,
    /// GTIN, EAN or ISBN.
    #[serde(default, deserialize_with = "lenient::some_text")]
    pub global_unique_id: Option<String>,
    /// What it costs now.
    #[serde(default, deserialize_with = "lenient::decimal")]
    pub price: Option<Decimal>,
    /// Without sale.
    #[serde(default, deserialize_with = "lenient::decimal")]
    pub regular_price: Option<Decimal>,
    /// During a sale.
    #[serde(default, deserialize_with = "lenient::decimal")]
    pub sale_price: Option<Decimal>,
    /// Who counts the stock.
    #[serde(default)]
    pub manage_stock: ManageStock,
    /// Pieces; negative when oversold, None when nobody counts, the parent's when the parent does.
    #[serde(default, deserialize_with = "lenient::decimal")]
    pub stock_quantity: Option<Decimal>,
    /// `instock`, `outofstock` or `onbackorder`.
    #[serde(default, deserialize_with = "lenient::text")]
    pub stock_status: String,
    /// `no`, `notify` or `yes`.
    #[serde(default, deserialize_with = "lenient::text")]
    pub backorders: String,
    /// When to warn.
    #[serde(default, deserialize_with = "lenient::decimal")]
    pub low_stock_amount: Option<Decimal>,
    /// In the store's unit.
    #[serde(default, deserialize_with = "lenient::decimal")]
    pub weight: Option<Decimal>,
    /// In the store's unit.
    #[serde(default, deserialize_with = "lenient::object")]
    pub dimensions: Dimensions,
    /// Nothing to send.
    #[serde(default, deserialize_with = "lenient::flag")]
    pub r#virtual: bool,
    /// Its page.
    #[serde(default, deserialize_with = "lenient::text")]
    pub permalink: String,
    /// Properties.
    #[serde(default, deserialize_with = "lenient::list")]
    pub attributes: Vec<Attribute>,
    /// Picture.
    #[serde(default, deserialize_with = "lenient::some_object")]
    pub image: Option<Image>,
    /// Custom data.
    #[serde(default)]
    pub meta_data: MetaData,
}

impl Variation {
    /// Reads a variation.
    ///
    /// # Errors
    /// Names the field without which the record cannot be used.
    pub fn parse(raw: &RawValue) -> Result<Self, PayloadError> {
        parse(raw, &Needs { resource: "variation", status: true, modified: true })
    }
}
