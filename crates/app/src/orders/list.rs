//! The list of orders. Its SQL is put together from the filters in use, so that each shape has a plan of its own.

use std::collections::BTreeSet;

use fulexo_db::{Sql, Tx};
use fulexo_kernel::text::search_words;
use jiff::Timestamp;
use serde::{Deserialize, Deserializer, Serialize, de};
use serde_json::{Map, Value};
use utoipa::openapi::path::ParameterIn;
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

use super::find::Search;
use crate::Error;
use crate::order_row::{self, OrderRow, OrderStatus};

/// An order bears no more, and a merchant has no more.
const TAGS_MAX: usize = 100;

/// Which orders.
#[derive(Clone, Debug, Default, Serialize, Deserialize, IntoParams, ToSchema)]
#[into_params(parameter_in = Query)]
#[schema(as = OrdersFilter)]
pub(crate) struct Filter {
    /// Of one store.
    pub store_id: Option<Uuid>,
    /// Any of these, separated by commas.
    pub status: Option<String>,
    /// Bearing any of these tags: ids, separated by commas.
    pub tag: Option<String>,
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

impl Filter {
    /// What a list may be narrowed by.
    pub(crate) fn names() -> Vec<String> {
        Self::into_params(|| Some(ParameterIn::Query)).into_iter().map(|filter| filter.name).collect()
    }

    /// Reads the filter of an act: one that is not known would be left out, and the act reach further than was meant.
    pub(crate) fn of_act<'de, D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let fields = Map::<String, Value>::deserialize(from)?;
        let known = Self::names();
        match fields.keys().find(|name| !known.contains(name)) {
            Some(name) => Err(de::Error::custom(format!("{name} is no filter"))),
            None => serde_json::from_value(Value::Object(fields)).map_err(de::Error::custom),
        }
    }
}

/// The tags that a filter names. Errors when one is no id.
pub(super) fn tags_of(tag: Option<&str>) -> Result<Vec<Uuid>, Error> {
    let words = tag.unwrap_or_default().split(',').map(str::trim).filter(|w| !w.is_empty());
    let ids: Result<BTreeSet<Uuid>, _> = words.map(str::parse).collect();
    let ids = ids.map_err(|_| Error::field("tag", "must be ids of tags, separated by commas"))?;
    if ids.len() > TAGS_MAX {
        return Err(Error::field("tag", &format!("must be at most {TAGS_MAX} tags")));
    }
    Ok(ids.into_iter().collect())
}

/// A place in the list.
pub(crate) type Place = (Timestamp, Uuid);

/// The conditions of a list, read and checked.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wanted {
    filter: Filter,
    statuses: Vec<String>,
    tags: Vec<Uuid>,
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
        let tags = tags_of(filter.tag.as_deref())?;
        let words = filter.status.as_deref().unwrap_or_default().split(',').map(str::trim).filter(|w| !w.is_empty());
        let mut statuses: Vec<String> = words.map(str::to_owned).collect();
        statuses.sort_unstable();
        statuses.dedup();
        match statuses.iter().find(|word| !OrderStatus::ALL.contains(&word.as_str())) {
            Some(_) => Err(Error::field("status", &format!("must be some of {}", OrderStatus::ALL.join(", ")))),
            None => Ok(Self { filter, statuses, tags, after, limit }),
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

    /// The next so many of the list, apart from a search.
    pub(super) fn select(&self, sql: &mut Sql, also: &'static str, limit: i64) {
        if self.tags.is_empty() { self.select_of_all(sql, also, limit) } else { self.select_of_tags(sql, also, limit) }
    }

    /// Several statuses are several streams, each in order of its index, merged: one condition on all of them would
    /// read and sort every order that has any.
    fn select_of_all(&self, sql: &mut Sql, also: &'static str, limit: i64) {
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

    /// A stream for each tag and status, found in the index of tags alone, merged; then an order each. So it is the same
    /// whether a tag lies on three orders or on all, and whether those are open or were closed long ago: nothing is asked
    /// of orders that are not shown.
    fn select_of_tags(&self, sql: &mut Sql, also: &'static str, limit: i64) {
        sql.push("select o.* from (select distinct t.placed_at, t.order_id from unnest(").bind(self.tags.clone());
        sql.push("::uuid[]) as g (tag_id) cross join unnest(").bind(self.statuses_of_tags());
        sql.push("::text[]) as s (status) cross join lateral (select t.placed_at, t.order_id from order_tags t");
        sql.push(" where t.tag_id = g.tag_id and t.status = s.status");
        if self.filter.trashed != Some(true) {
            sql.push(" and not t.gone");
        }
        if let Some(store) = self.filter.store_id {
            sql.push(" and t.store_id = ").bind(store);
        }
        self.within(sql);
        sql.push(" order by t.placed_at desc, t.order_id desc limit ").bind(limit);
        sql.push(") t order by t.placed_at desc, t.order_id desc limit ").bind(limit);
        sql.push(") h cross join lateral (select ").push(order_row::COLUMNS).push(also);
        sql.push(" from orders o where o.id = h.order_id offset 0) o");
        sql.push(" order by h.placed_at desc, h.order_id desc limit ").bind(limit);
    }

    fn statuses_of_tags(&self) -> Vec<String> {
        let drafts = self.filter.include_drafts == Some(true);
        match self.statuses.is_empty() {
            true => OrderStatus::ALL.iter().filter(|s| drafts || **s != "draft").map(|&s| s.to_owned()).collect(),
            false => self.statuses.clone(),
        }
    }

    /// What an order must be, apart from its status, its tags and its place.
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
        if !self.tags.is_empty() {
            sql.push(" and o.tag_ids && ").bind(self.tags.clone()).push("::uuid[]");
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
