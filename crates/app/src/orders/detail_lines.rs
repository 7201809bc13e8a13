//! The lines of one order, as people see them.

use fulexo_db::Tx;
use fulexo_queries::queries::orders as sql;
use fulexo_woo::payload::{Meta, MetaData};
use rust_decimal::Decimal;
use serde::Serialize;
use serde_json::value::RawValue;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::Error;
use crate::catalogue::Pictures;
use crate::order_row::said;
use crate::words::words;

/// Decimal places of a computed price of one piece.
const PRICE_PLACES: u32 = 4;

words! {
    /// What an order's line is.
    LineKind: "item" "shipping" "fee" "coupon" "tax";
}

/// One line: an item, shipping, a fee, a coupon or a tax.
#[derive(Serialize, ToSchema)]
pub(super) struct OrderLine {
    id: Uuid,
    #[schema(value_type = LineKind)]
    kind: String,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    sku: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    quantity: Option<Decimal>,
    /// Of one piece, after discounts, without tax; computed, rounded to four places.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    price: Option<Decimal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    subtotal: Option<Decimal>,
    #[schema(value_type = String)]
    total: Decimal,
    #[schema(value_type = String)]
    total_tax: Decimal,
    #[serde(skip_serializing_if = "Option::is_none")]
    product_id: Option<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    external_product_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    external_variation_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image_url: Option<String>,
    meta: Vec<MetaRow>,
    #[serde(skip)]
    external_id: i64,
}

/// One row of custom data, as the store wrote it.
#[derive(Serialize, ToSchema)]
pub(super) struct MetaRow {
    key: String,
    #[schema(value_type = Value)]
    value: Box<RawValue>,
}

impl From<Meta> for MetaRow {
    fn from(meta: Meta) -> Self {
        Self { key: meta.key, value: meta.value }
    }
}

/// Adds products and pictures to the lines of an order, in one query.
pub(super) async fn with_products(tx: &Tx, store: Uuid, lines: Vec<sql::LinesOf>) -> Result<Vec<OrderLine>, Error> {
    let mut products: Vec<i64> = lines.iter().map(|l| l.external_product_id).filter(|id| *id != 0).collect();
    products.sort_unstable();
    products.dedup();
    let pictures = Pictures::of(tx, store, &products).await?;
    Ok(lines.into_iter().map(|line| OrderLine::of(line, &pictures)).collect())
}

impl OrderLine {
    fn of(line: sql::LinesOf, pictures: &Pictures) -> Self {
        let picture = pictures.find(line.external_product_id, line.external_variation_id);
        let price = line.quantity.and_then(|quantity| line.total.checked_div(quantity));
        Self {
            id: line.id,
            kind: line.kind,
            name: line.name,
            sku: said(line.sku),
            quantity: line.quantity,
            price: price.map(|p| p.round_dp(PRICE_PLACES)),
            subtotal: line.subtotal,
            total: line.total,
            total_tax: line.total_tax,
            product_id: picture.product_id,
            external_product_id: (line.external_product_id != 0).then(|| line.external_product_id.to_string()),
            external_variation_id: (line.external_variation_id != 0).then(|| line.external_variation_id.to_string()),
            image_url: picture.image_url,
            meta: Vec::new(),
            external_id: line.external_id,
        }
    }

    /// The kind and the store's id of the line.
    pub(super) fn key(&self) -> (&str, i64) {
        (&self.kind, self.external_id)
    }

    /// Adds custom data, as the order's record has it.
    pub(super) fn set_meta(&mut self, meta: &MetaData) {
        self.meta = meta.0.iter().cloned().map(MetaRow::from).collect();
    }
}
