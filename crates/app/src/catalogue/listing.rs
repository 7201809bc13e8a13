//! A product and its listings, as people see them.

use std::collections::BTreeMap;

use fulexo_db::Tx;
use fulexo_queries::queries::catalogue as sql;
use jiff::Timestamp;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use utoipa::ToSchema;
use uuid::Uuid;

use super::list::ProductRow;
use crate::Error;
use crate::order_row::said;
use crate::words::words;

/// A thing a merchant owns, and where it is sold.
#[derive(Serialize, ToSchema)]
pub(super) struct Product {
    pub id: Uuid,
    tenant_id: Uuid,
    sku: String,
    name: String,
    #[schema(value_type = String, format = DateTime)]
    pub updated_at: Timestamp,
    pub listings: Vec<Listing>,
}

words! {
    /// Whether a store counts its stock; `parent`: with the product it varies.
    ManageStock: "yes" "no" "parent";
}

/// What one store sells it as.
#[derive(Serialize, ToSchema)]
pub(super) struct Listing {
    pub id: Uuid,
    store_id: Uuid,
    external_product_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    external_variation_id: Option<String>,
    r#type: String,
    status: String,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    sku: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    price: Option<Decimal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    regular_price: Option<Decimal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    sale_price: Option<Decimal>,
    currency: String,
    #[schema(value_type = ManageStock)]
    manage_stock: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    stock_quantity: Option<Decimal>,
    stock_status: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    image_url: Option<String>,
    #[schema(value_type = String, format = DateTime)]
    modified_at: Timestamp,
    attributes: Vec<Attribute>,
    deleted: bool,
    /// The store's record, verbatim; only of one product.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub raw: Option<Box<RawValue>>,
}

/// What sets a variation apart.
#[derive(Serialize, Deserialize, ToSchema)]
struct Attribute {
    #[serde(default)]
    name: String,
    #[serde(default)]
    option: String,
}

impl Product {
    fn of(row: ProductRow, listings: Vec<Listing>) -> Self {
        let ProductRow { id, tenant_id, sku, name, updated_at } = row;
        Self { id, tenant_id, sku, name, updated_at, listings }
    }
}

impl From<sql::Listing> for Listing {
    fn from(row: sql::Listing) -> Self {
        Self {
            id: row.id,
            store_id: row.store_id,
            external_product_id: row.external_product_id.to_string(),
            external_variation_id: (row.external_variation_id != 0).then(|| row.external_variation_id.to_string()),
            r#type: row.r#type,
            status: row.status,
            name: row.name,
            sku: said(row.sku),
            price: row.price,
            regular_price: row.regular_price,
            sale_price: row.sale_price,
            currency: row.currency,
            manage_stock: row.manage_stock,
            stock_quantity: row.stock_quantity,
            stock_status: row.stock_status,
            image_url: row.image_url,
            modified_at: row.store_modified_at,
            attributes: serde_json::from_str(&row.attributes).unwrap_or_default(),
            deleted: row.deleted_at.is_some(),
            raw: None,
        }
    }
}

/// Adds the listings of a page of products, in one query.
pub(super) async fn with_listings(tx: &Tx, rows: Vec<ProductRow>) -> Result<Vec<Product>, Error> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<Uuid> = rows.iter().map(|p| p.id).collect();
    let mut listings: BTreeMap<Uuid, Vec<Listing>> = BTreeMap::new();
    for listing in sql::listings_of().bind(tx, &ids).all().await? {
        listings.entry(listing.product_id).or_default().push(listing.into());
    }
    let product = |row: ProductRow| {
        let own = listings.remove(&row.id).unwrap_or_default();
        Product::of(row, own)
    };
    Ok(rows.into_iter().map(product).collect())
}
