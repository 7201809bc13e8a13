//! Orders over HTTP: the list, its counts, one order.

use std::collections::{BTreeMap, BTreeSet};

use fulexo_db::Tx;
use fulexo_http::{Json, Limit, Page, Path, Query, record};
use fulexo_queries::queries::orders as sql;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::detail::{OrderDetail, Parts};
use super::detail_lines::with_products;
use super::list::{Filter, Place, Wanted, tags_of};
use crate::order_row::OrderRow;
use crate::people::names_of;
use crate::scope::{Scope, permissions};
use crate::{App, Error};

const LIST: &str = "orders";

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list)).routes(routes!(counts)).routes(routes!(show))
}

/// Lists orders, the latest placed first.
#[utoipa::path(get, path = "/orders", params(Filter, Limit), responses((status = 200, body = Page<OrderRow>)), tag = "orders")]
async fn list(
    scope: Scope<permissions::OrdersRead>,
    Query(filter): Query<Filter>,
    Query(page): Query<Limit>,
) -> Result<Json<Page<OrderRow>>, Error> {
    let (limit, after) = (page.rows()?, page.cursor::<Place>(LIST)?);
    let wanted = &Wanted::of(filter, after, limit)?;
    let place = |row: &OrderRow| (row.placed_at, row.id);
    let rows = scope.merged(limit, place, |tx| async move { wanted.read(&tx).await }).await?;
    Ok(Json(Page::of(LIST, rows, limit, place)))
}

/// Of which store and tags.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Of {
    /// Of one store.
    store_id: Option<Uuid>,
    /// Bearing any of these tags: ids, separated by commas.
    tag: Option<String>,
}

/// How many orders there are, without the store's trash.
#[derive(Serialize, ToSchema, Default, Debug, PartialEq, Eq)]
#[schema(as = OrderCounts)]
struct Counts {
    /// Waiting for somebody: pending, on hold or processing.
    open: i64,
    by_status: BTreeMap<String, i64>,
    /// Failed, or in a status nobody has mapped.
    needs_attention: i64,
}

impl Counts {
    fn add(&mut self, status: String, n: i64) {
        match status.as_str() {
            "pending" | "on_hold" | "processing" => self.open += n,
            "failed" | "unknown" => self.needs_attention += n,
            _ => {}
        }
        *self.by_status.entry(status).or_default() += n;
    }
}

/// Counts orders by status.
#[utoipa::path(get, path = "/orders/counts", params(Of), responses((status = 200, body = Counts)), tag = "orders")]
async fn counts(scope: Scope<permissions::OrdersRead>, Query(of): Query<Of>) -> Result<Json<Counts>, Error> {
    let (store, tags) = (of.store_id, &tags_of(of.tag.as_deref())?);
    let read = |tx: Tx| async move {
        Ok(match tags.as_slice() {
            [] => counted(sql::order_counts().bind(&tx, &store).all().await?, |row| (row.status, row.n)),
            // no order bears it twice
            [tag] => {
                let rows = sql::order_counts_of_tag().bind(&tx, tag, &store).all().await?;
                counted(rows, |row| (row.status, row.n))
            }
            _ => counted(sql::order_counts_of_tags().bind(&tx, tags, &store).all().await?, |row| (row.status, row.n)),
        })
    };
    let rows = scope.gather(read).await?;
    let mut counts = Counts::default();
    for (status, n) in rows.into_iter().flatten() {
        counts.add(status, n);
    }
    Ok(Json(counts))
}

fn counted<T>(rows: Vec<T>, pair: impl Fn(T) -> (String, i64)) -> Vec<(String, i64)> {
    rows.into_iter().map(pair).collect()
}

/// Shows an order with its lines, refunds and timeline.
#[utoipa::path(get, path = "/orders/{id}", params(("id" = Uuid, Path)), responses((status = 200, body = OrderDetail)), tag = "orders")]
async fn show(scope: Scope<permissions::OrdersRead>, Path(id): Path<Uuid>) -> Result<Json<OrderDetail>, Error> {
    record(|line| line.order_id = Some(id));
    let mut parts = scope.find(|tx| async move { parts(&tx, id).await }).await?;
    let actors: BTreeSet<Uuid> = parts.timeline.iter().filter_map(|row| row.actor_user_id).collect();
    parts.people = names_of(&scope.app, actors).await?;
    Ok(Json(parts.try_into()?))
}

async fn parts(tx: &Tx, id: Uuid) -> Result<Option<Parts>, Error> {
    let Some(order) = sql::order_by_id().bind(tx, &id).opt().await? else { return Ok(None) };
    let (lines, refunds) = (sql::lines_of(), sql::refunds_of());
    let (timeline, store) = (sql::timeline_of(), sql::store_of_order());
    // polled together, they leave together: one round trip
    let (lines, refunds, timeline, store) = futures::try_join!(
        lines.bind(tx, &id).all(),
        refunds.bind(tx, &id).all(),
        timeline.bind(tx, &id).all(),
        store.bind(tx, &order.store_id).one(),
    )?;
    let lines = with_products(tx, order.store_id, lines).await?;
    Ok(Some(Parts { order, lines, refunds, timeline, people: BTreeMap::new(), store }))
}
