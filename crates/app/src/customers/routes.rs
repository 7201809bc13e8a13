//! Customers over HTTP.

use fulexo_db::{Sql, Tx};
use fulexo_http::{Json, Limit, Page, Path, Query};
use fulexo_queries::queries::customers as sql;
use fulexo_woo::payload;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::Address;
use super::card::{Customer, Facts, cards};
use super::list::{self, CustomerRow, Filter, Place};
use crate::order_row::{self, OrderRow};
use crate::scope::{Scope, permissions};
use crate::{App, Error};

const LIST: &str = "customers";

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list_customers)).routes(routes!(show))
}

/// Lists customers, the latest changed first.
#[utoipa::path(get, path = "/customers", params(Filter, Limit), responses((status = 200, body = Page<Customer>)), tag = "customers")]
async fn list_customers(
    scope: Scope<permissions::CustomersRead>,
    Query(filter): Query<Filter>,
    Query(page): Query<Limit>,
) -> Result<Json<Page<Customer>>, Error> {
    let (limit, after) = (page.rows()?, page.cursor::<Place>(LIST)?);
    let (filter, place) = (&filter, |customer: &Customer| (customer.facts.updated_at, customer.facts.id));
    let read = |tx: Tx| async move {
        let rows = list::read(&tx, filter, after, limit).await?;
        cards(&tx, rows).await
    };
    let rows = scope.merged(limit, place, read).await?;
    Ok(Json(Page::of(LIST, rows, limit, place)))
}

/// A customer with the latest orders.
#[derive(Serialize, ToSchema)]
struct CustomerDetail {
    #[serde(flatten)]
    facts: Facts,
    orders_count: i64,
    /// The latest twenty.
    orders: Vec<OrderRow>,
    /// As in the latest order, or else in his account.
    #[serde(skip_serializing_if = "Option::is_none")]
    billing: Option<Address>,
    #[serde(skip_serializing_if = "Option::is_none")]
    shipping: Option<Address>,
}

/// Shows a customer with addresses and the latest orders.
#[utoipa::path(get, path = "/customers/{id}", params(("id" = Uuid, Path)), responses((status = 200, body = CustomerDetail)), tag = "customers")]
async fn show(scope: Scope<permissions::CustomersRead>, Path(id): Path<Uuid>) -> Result<Json<CustomerDetail>, Error> {
    Ok(Json(scope.find(|tx| async move { detail(&tx, id).await }).await?))
}

async fn detail(tx: &Tx, id: Uuid) -> Result<Option<CustomerDetail>, Error> {
    let Some(row) = sql::customer_by_id().bind(tx, &id).opt().await? else { return Ok(None) };
    let row = CustomerRow {
        id,
        tenant_id: row.tenant_id,
        name: row.name,
        email: row.email,
        phone: row.phone,
        city: row.city,
        country: row.country,
        updated_at: row.updated_at,
    };
    let Some(customer) = cards(tx, vec![row]).await?.pop() else { return Ok(None) };
    let mut latest = Sql::new("select ");
    latest.push(order_row::COLUMNS).push(" from orders o");
    latest
        .push(" where o.status <> 'draft' and o.trashed_at is null and o.deleted_at is null and o.customer_id = ")
        .bind(id);
    latest.push(" order by o.placed_at desc limit 20");
    let orders = latest.rows(tx).await?.iter().map(OrderRow::read).collect::<Result<_, _>>()?;
    let (billing, shipping) = addresses(tx, id).await?;
    Ok(Some(CustomerDetail { facts: customer.facts, orders_count: customer.orders, orders, billing, shipping }))
}

/// The part of an order's or account's record that names places.
#[derive(Deserialize)]
struct Places {
    #[serde(default)]
    billing: payload::Address,
    #[serde(default)]
    shipping: payload::Address,
}

async fn addresses(tx: &Tx, id: Uuid) -> Result<(Option<Address>, Option<Address>), Error> {
    let mut places = (None, None);
    let order = sql::latest_order_raw().bind(tx, &id).opt().await?;
    let account = sql::latest_identity_raw().bind(tx, &id).opt().await?;
    for raw in [order, account].into_iter().flatten() {
        if let Ok(found) = serde_json::from_str::<Places>(&raw) {
            places.0 = places.0.or_else(|| filled(found.billing));
            places.1 = places.1.or_else(|| filled(found.shipping));
        }
    }
    Ok(places)
}

fn filled(address: payload::Address) -> Option<Address> {
    Some(Address::from(address)).filter(|a| !a.is_empty())
}
