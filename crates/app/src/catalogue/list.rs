//! The list of products. Its SQL is put together from the filters in use.

use fulexo_db::{PgRow, Sql, Tx};
use jiff::Timestamp;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use crate::{Error, search};

/// Which products.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Filter {
    /// Beginnings of words of name or SKU; all must be there.
    pub q: Option<String>,
    /// Sold in one store.
    pub store_id: Option<Uuid>,
    /// Some listing is in stock, out of stock, or not counted.
    #[param(inline)]
    pub stock: Option<Stock>,
    /// Some listing has this status in its store: publish, draft, private, …
    pub status: Option<String>,
}

/// Whether there is any.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(super) enum Stock {
    In,
    Out,
    Unmanaged,
}

/// A product without its listings.
pub(super) struct ProductRow {
    pub id: Uuid,
    pub tenant_id: Uuid,
    pub sku: String,
    pub name: String,
    pub updated_at: Timestamp,
}

/// A place in the list.
pub(super) type Place = (Timestamp, Uuid);

/// Reads up to one row beyond the limit, latest change first.
pub(super) async fn read(tx: &Tx, filter: &Filter, after: Option<Place>, limit: i64) -> Result<Vec<ProductRow>, Error> {
    let sql = statement(filter, after, limit);
    let searched = filter.q.as_deref().is_some_and(search::has_words);
    let rows = if searched { sql.rows_planned(tx).await? } else { sql.rows(tx).await? };
    let product = |row: &PgRow| {
        Ok(ProductRow {
            id: row.try_get("id")?,
            tenant_id: row.try_get("tenant_id")?,
            sku: row.try_get("sku")?,
            name: row.try_get("name")?,
            updated_at: row.try_get("updated_at")?,
        })
    };
    rows.iter().map(product).collect()
}

/// A product that no store lists any more is not shown.
pub(super) fn statement(filter: &Filter, after: Option<Place>, limit: i64) -> Sql {
    let mut sql = Sql::new(
        "select p.tenant_id, p.id, p.sku, p.name, p.updated_at from products p
where exists (select from listings l where l.tenant_id = p.tenant_id and l.product_id = p.id and l.deleted_at is null",
    );
    if let Some(store) = filter.store_id {
        sql.push(" and l.store_id = ").bind(store);
    }
    match filter.stock {
        Some(Stock::In) => sql.push(" and l.stock_status <> 'outofstock'"),
        Some(Stock::Out) => sql.push(" and l.stock_status = 'outofstock'"),
        Some(Stock::Unmanaged) => sql.push(" and l.manage_stock = 'no'"),
        None => &mut sql,
    };
    if let Some(status) = &filter.status {
        sql.push(" and l.status = ").bind(status.clone());
    }
    sql.push(")");
    if let Some(query) = &filter.q {
        search::add_words(
            &mut sql,
            query,
            " and (p.tenant_id, p.id) in (select t.tenant_id, t.product_id from product_tokens t where t.token >= ",
        );
    }
    if let Some((updated_at, id)) = after {
        sql.push(" and (p.updated_at, p.id) < (").bind(updated_at).push(", ").bind(id).push(")");
    }
    sql.push(" order by p.updated_at desc, p.id desc limit ").bind(limit + 1);
    sql
}
