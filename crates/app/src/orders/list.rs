//! The list of orders. Its SQL is put together from the filters in use, so that each shape has a plan of its own.

use fulexo_db::{Sql, Tx};
use fulexo_kernel::text::search_words;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::find::Search;
use crate::Error;
use crate::order_row::{self, OrderRow, OrderStatus};

/// Which orders, and from where.
#[derive(Clone, Debug, Default, Deserialize, Serialize, IntoParams, ToSchema)]
#[into_params(parameter_in = Query)]
#[schema(as = OrdersFilter)]
pub(crate) struct Filter {
    /// Of one store.
    pub store_id: Option<Uuid>,
    /// Any of these, separated by commas.
    pub status: Option<String>,
    /// Placed at or after.
    #[param(value_type = Option<String>, format = DateTime)]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub placed_from: Option<Timestamp>,
    /// Placed before.
    #[param(value_type = Option<String>, format = DateTime)]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub placed_to: Option<Timestamp>,
    /// Beginnings of words of number, names, e-mail or SKU; all must be there.
    pub q: Option<String>,
    /// Also drafts of unfinished checkouts.
    pub include_drafts: Option<bool>,
    /// Also what lies in the store's trash or was deleted there.
    pub trashed: Option<bool>,
}

/// A place in the list.
pub(crate) type Place = (Timestamp, Uuid);

/// The conditions of a list, read and checked.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wanted {
    filter: Filter,
    statuses: Vec<String>,
    after: Option<Place>,
    limit: i64,
}

impl Wanted {
    /// Checks a filter. Errors name what is not a status, and a time that ends before it begins.
    pub(crate) fn of(mut filter: Filter, after: Option<Place>, limit: i64) -> Result<Self, Error> {
        filter.placed_from = filter.placed_from.map(storable);
        filter.placed_to = filter.placed_to.map(storable);
        let after = after.map(|(placed_at, id)| (storable(placed_at), id));
        if filter.placed_from.zip(filter.placed_to).is_some_and(|(from, to)| from > to) {
            return Err(Error::field("placed_to", "is before placed_from, so no order can match"));
        }
        let words = filter.status.as_deref().unwrap_or_default().split(',').map(str::trim).filter(|w| !w.is_empty());
        let mut statuses: Vec<String> = words.map(str::to_owned).collect();
        statuses.sort_unstable();
        statuses.dedup();
        match statuses.iter().find(|word| !OrderStatus::ALL.contains(&word.as_str())) {
            Some(_) => Err(Error::field("status", &format!("must be some of {}", OrderStatus::ALL.join(", ")))),
            None => Ok(Self { filter, statuses, after, limit }),
        }
    }

    /// Reads up to one row beyond the limit, newest first.
    pub(crate) async fn read(&self, tx: &Tx) -> Result<Vec<OrderRow>, Error> {
        let words = self.filter.q.as_deref().map(search_words).unwrap_or_default();
        let rows = if words.is_empty() { self.sql().rows(tx).await? } else { Search::of(self, words).read(tx).await? };
        Ok(rows.iter().map(OrderRow::read).collect::<Result<_, _>>()?)
    }

    /// The list without a search.
    pub(super) fn sql(&self) -> Sql {
        let mut sql = Sql::new("");
        self.select(&mut sql, "", self.limit + 1);
        sql
    }

    /// Several statuses are several streams, each in order of its index, merged: one condition on all of them would
    /// read and sort every order that has any.
    pub(super) fn select(&self, sql: &mut Sql, also: &'static str, limit: i64) {
        let streams = self.statuses.len() > 1;
        if streams {
            sql.push("select o.* from unnest(").bind(self.statuses.clone());
            sql.push("::text[]) as s (status) cross join lateral (");
        }
        sql.push("select ").push(order_row::COLUMNS).push(also).push(" from orders o");
        match self.statuses.as_slice() {
            [] => sql.push(" where true"),
            [only] => sql.push(" where o.status = ").bind(only.clone()),
            _ => sql.push(" where o.status = s.status"),
        };
        self.conditions(sql);
        if let Some((placed_at, id)) = self.after {
            sql.push(" and (o.placed_at, o.id) < (").bind(placed_at).push(", ").bind(id).push(")");
        }
        sql.push(" order by o.placed_at desc, o.id desc limit ").bind(limit);
        if streams {
            sql.push(") o order by o.placed_at desc, o.id desc limit ").bind(limit);
        }
    }

    /// What an order must be, apart from its status and its place.
    fn conditions(&self, sql: &mut Sql) {
        let filter = &self.filter;
        if self.statuses.is_empty() && filter.include_drafts != Some(true) {
            sql.push(" and o.status <> 'draft'");
        }
        if filter.trashed != Some(true) {
            sql.push(" and o.trashed_at is null and o.deleted_at is null");
        }
        if let Some(store) = filter.store_id {
            sql.push(" and o.store_id = ").bind(store);
        }
        if let Some(from) = filter.placed_from {
            sql.push(" and o.placed_at >= ").bind(from);
        }
        if let Some(to) = filter.placed_to {
            sql.push(" and o.placed_at < ").bind(to);
        }
    }

    /// The orders of some candidates `h (placed_at, order_id)`, one look-up each.
    pub(super) fn select_of_candidate(&self, sql: &mut Sql) {
        sql.push("select ").push(order_row::COLUMNS).push(" from orders o where o.id = h.order_id");
        if !self.statuses.is_empty() {
            sql.push(" and o.status = any(").bind(self.statuses.clone()).push("::text[])");
        }
        self.conditions(sql);
    }

    /// Where the bounds of time and place lie, from the newest.
    pub(super) fn bounds(&self) -> (Option<Timestamp>, Option<Timestamp>) {
        let after = self.after.map(|(placed_at, _)| placed_at);
        let newest = [self.filter.placed_to, after].into_iter().flatten().min();
        (newest, self.filter.placed_from)
    }

    /// The same bounds for words, which carry the place of their order.
    pub(super) fn within(&self, sql: &mut Sql) {
        if let Some(from) = self.filter.placed_from {
            sql.push(" and t.placed_at >= ").bind(from);
        }
        if let Some(to) = self.filter.placed_to {
            sql.push(" and t.placed_at < ").bind(to);
        }
        if let Some((placed_at, id)) = self.after {
            sql.push(" and (t.placed_at, t.order_id) < (").bind(placed_at).push(", ").bind(id).push(")");
        }
    }

    pub(super) const fn limit(&self) -> i64 {
        self.limit
    }
}

/// PostgreSQL knows no moment before 4713 BC; no order is older than our era.
fn storable(at: Timestamp) -> Timestamp {
    at.max(Timestamp::constant(-62_135_596_800, 0))
}
