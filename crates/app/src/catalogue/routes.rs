//! Products over HTTP.

use fulexo_db::Tx;
use fulexo_http::{Json, Limit, Page, Path, Query};
use fulexo_queries::queries::catalogue as sql;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use serde_json::value::RawValue;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::list::{self, Filter, Place, ProductRow};
use super::listing::{Product, with_listings};
use crate::scope::{Scope, permissions};
use crate::{App, Error};

const LIST: &str = "products";
const MONTH: SignedDuration = SignedDuration::from_hours(30 * 24);

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list_products)).routes(routes!(show))
}

/// Lists products, the latest changed first.
#[utoipa::path(get, path = "/products", params(Filter, Limit), responses((status = 200, body = Page<Product>)), tag = "products")]
async fn list_products(
    scope: Scope<permissions::ProductsRead>,
    Query(filter): Query<Filter>,
    Query(page): Query<Limit>,
) -> Result<Json<Page<Product>>, Error> {
    let (limit, after) = (page.rows()?, page.cursor::<Place>(LIST)?);
    let (filter, place) = (&filter, |product: &Product| (product.updated_at, product.id));
    let read = |tx: Tx| async move {
        let rows = list::read(&tx, filter, after, limit).await?;
        with_listings(&tx, rows).await
    };
    let rows = scope.merged(limit, place, read).await?;
    Ok(Json(Page::of(LIST, rows, limit, place)))
}

/// A product with what the stores say of it.
#[derive(Serialize, ToSchema)]
struct ProductDetail {
    #[serde(flatten)]
    product: Product,
    /// Orders of the last 30 days that contain it.
    orders_30d: i64,
}

/// Shows a product with the records of its listings.
#[utoipa::path(get, path = "/products/{id}", params(("id" = Uuid, Path)), responses((status = 200, body = ProductDetail)), tag = "products")]
async fn show(scope: Scope<permissions::ProductsRead>, Path(id): Path<Uuid>) -> Result<Json<ProductDetail>, Error> {
    let since = scope.now().checked_sub(MONTH).unwrap_or(Timestamp::UNIX_EPOCH);
    Ok(Json(scope.find(|tx| async move { detail(&tx, id, since).await }).await?))
}

async fn detail(tx: &Tx, id: Uuid, since: Timestamp) -> Result<Option<ProductDetail>, Error> {
    let Some(row) = sql::product_by_id().bind(tx, &id).opt().await? else { return Ok(None) };
    let row = ProductRow { id, tenant_id: row.tenant_id, sku: row.sku, name: row.name, updated_at: row.updated_at };
    let Some(mut product) = with_listings(tx, vec![row]).await?.pop() else { return Ok(None) };
    for record in sql::listing_raws().bind(tx, &id).all().await? {
        if let Some(listing) = product.listings.iter_mut().find(|l| l.id == record.id) {
            listing.raw = RawValue::from_string(record.raw).ok();
        }
    }
    let orders_30d = sql::product_orders_since().bind(tx, &id, &since).one().await?;
    Ok(Some(ProductDetail { product, orders_30d }))
}
