//! What the catalogue knows of products that others name by the store's ids.

use std::collections::BTreeMap;

use fulexo_db::{PgError, Tx};
use fulexo_queries::queries::catalogue as sql;
use uuid::Uuid;

/// A listing as order lines show it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Picture {
    pub product_id: Option<Uuid>,
    pub image_url: Option<String>,
}

/// Listings of a store, by product and variation.
pub(crate) struct Pictures(BTreeMap<(i64, i64), Picture>);

impl Pictures {
    /// Reads the listings of some products of a store, in one query.
    pub(crate) async fn of(tx: &Tx, store: Uuid, products: &[i64]) -> Result<Self, PgError> {
        if products.is_empty() {
            return Ok(Self(BTreeMap::new()));
        }
        let rows = sql::products_by_external().bind(tx, &products, &store).all().await?;
        let entry = |row: sql::ProductsByExternal| {
            let picture = Picture { product_id: row.product_id, image_url: row.image_url };
            ((row.external_product_id, row.external_variation_id), picture)
        };
        Ok(Self(rows.into_iter().map(entry).collect()))
    }

    /// The picture of a listing; a variation without one shows its product's.
    pub(crate) fn find(&self, product: i64, variation: i64) -> Picture {
        let parent = self.0.get(&(product, 0));
        let mut picture = self.0.get(&(product, variation)).or(parent).cloned().unwrap_or_default();
        if picture.image_url.is_none() {
            picture.image_url = parent.and_then(|p| p.image_url.clone());
        }
        picture
    }
}
