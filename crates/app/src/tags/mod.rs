//! A merchant's own words for his orders: a name, a colour of a small palette, and the orders that bear it. Names are
//! compared folded. Putting a tag on an order or taking it off stands on the order's timeline. Which tags an order bears is
//! written twice: `order_tags` for the list of a tag, `orders.tag_ids` for the list of orders.
//!
//! Rank: flow.

mod matching;
#[cfg(test)]
mod tests;

use std::cmp::Reverse;
use std::collections::BTreeSet;

use axum::http::StatusCode;
use fulexo_db::Tx;
use fulexo_http::{Code, Json, Limit, Page, Path, Query};
use fulexo_kernel::text::fold;
use fulexo_queries::queries::tags as sql;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::audit::{self, Act};
use crate::news::{self, Op};
use crate::orders::{self, Change, changed_by_person};
use crate::scope::{Permission, Scope, permissions};
use crate::words::words;
use crate::{App, Error};

const LIST: &str = "tags";
const NAME_MAX: usize = 40;
/// So many fit on one page: whoever chooses a tag sees them all.
const TAGS_MAX: i64 = 100;
const ORDERS_MAX: usize = 200;
/// A tag that is deleted leaves so many orders at once, so that their stores do not wait for all of them.
const LEAVES: i64 = 5_000;

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(show, change, delete))
        .routes(routes!(on_orders))
        .merge(matching::routes())
}

words! {
    /// The palette of tags.
    TagColour: "grey" "blue" "green" "amber" "red" "violet";
}

/// A tag.
#[derive(Serialize, ToSchema)]
struct Tag {
    id: Uuid,
    tenant_id: Uuid,
    name: String,
    #[schema(value_type = TagColour)]
    colour: String,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    #[serde(skip)]
    folded: String,
}

impl From<sql::Tag> for Tag {
    fn from(row: sql::Tag) -> Self {
        let sql::Tag { id, tenant_id, name, name_norm, colour, created_at } = row;
        Self { id, tenant_id, name, colour, created_at, folded: name_norm }
    }
}

/// A tag with how often it is used.
#[derive(Serialize, ToSchema)]
struct TagDetail {
    #[serde(flatten)]
    tag: Tag,
    /// Orders that bear it.
    orders: i64,
}

/// A tag in a list.
#[derive(Serialize, ToSchema)]
struct ListedTag {
    #[serde(flatten)]
    tag: Tag,
    /// Orders that bear it, when they were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    orders: Option<i64>,
}

impl From<sql::TagPage> for ListedTag {
    fn from(row: sql::TagPage) -> Self {
        let sql::TagPage { id, tenant_id, name, name_norm, colour, created_at, orders } = row;
        Self { tag: Tag { id, tenant_id, name, colour, created_at, folded: name_norm }, orders }
    }
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Wanted {
    /// Only those on one order.
    order_id: Option<Uuid>,
    /// With the number of orders that bear each.
    counted: Option<bool>,
}

/// Lists tags by name.
#[utoipa::path(get, path = "/tags", params(Wanted, Limit), responses((status = 200, body = Page<ListedTag>)), tag = "tags")]
async fn list(
    scope: Scope<permissions::OrdersRead>,
    Query(of): Query<Wanted>,
    Query(page): Query<Limit>,
) -> Result<Json<Page<ListedTag>>, Error> {
    let (limit, after) = (page.rows()?, page.cursor::<(String, Uuid)>(LIST)?);
    let (name, id) = after.unzip();
    let (name, counted) = (&name, of.counted.unwrap_or_default());
    let read = |tx: Tx| async move {
        let rows = sql::tag_page().bind(&tx, &counted, name, &id, &of.order_id, &(limit + 1)).all().await?;
        Ok(rows.into_iter().map(ListedTag::from).collect())
    };
    let place = |listed: &ListedTag| (listed.tag.folded.clone(), listed.tag.id);
    let rows = scope.merged(limit, |listed| Reverse(place(listed)), read).await?;
    Ok(Json(Page::of(LIST, rows, limit, place)))
}

/// Shows a tag, and how many orders bear it.
#[utoipa::path(get, path = "/tags/{id}", params(("id" = Uuid, Path)), responses((status = 200, body = TagDetail)), tag = "tags")]
async fn show(scope: Scope<permissions::OrdersRead>, Path(id): Path<Uuid>) -> Result<Json<TagDetail>, Error> {
    let read = |tx: Tx| async move {
        let Some(row) = sql::tag_by_id().bind(&tx, &id).opt().await? else { return Ok(None) };
        Ok(Some(TagDetail { tag: row.into(), orders: sql::orders_with_tag().bind(&tx, &id).one().await? }))
    };
    Ok(Json(scope.find(read).await?))
}

/// What a tag is called, and its colour.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewTag {
    /// 1 to 40 characters.
    name: String,
    #[schema(value_type = TagColour)]
    colour: String,
}

/// Adds a tag.
#[utoipa::path(post, path = "/tags", request_body = NewTag, responses((status = 201, body = Tag)), tag = "tags")]
async fn create(
    scope: Scope<permissions::OrdersWrite>,
    Json(body): Json<NewTag>,
) -> Result<(StatusCode, Json<Tag>), Error> {
    let (name, colour) = (named(&body.name)?, coloured(body.colour)?);
    let (id, now, folded) = (scope.app.clock.id(), scope.now(), fold(&name));
    let tx = scope.begin().await?;
    if sql::count_tags().bind(&tx).one().await? >= TAGS_MAX {
        return Err(Error::refuse(Code::Conflict, format!("There are {TAGS_MAX} tags already; delete one first.")));
    }
    sql::insert_tag().bind(&tx, &id, &name, &folded, &colour, &now).await.map_err(taken)?;
    let tag = Tag { id, tenant_id: scope.tenant()?.0, name, colour, created_at: now, folded };
    audit::record(&tx, &scope, act(&tag, "tag.create", json!({ "name": tag.name, "colour": tag.colour }))).await?;
    news::tell(&tx, &scope.app.clock, scope.tenant()?, news::Kind::Tag, Op::Created, None, &[id]).await?;
    tx.commit().await?;
    scope.app.wake_screens();
    Ok((StatusCode::CREATED, Json(tag)))
}

/// What shall be different; the rest stays.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct TagChange {
    /// 1 to 40 characters.
    name: Option<String>,
    #[schema(value_type = Option<TagColour>)]
    colour: Option<String>,
}

/// Gives a tag another name or colour, on all its orders.
#[utoipa::path(
    patch, path = "/tags/{id}", params(("id" = Uuid, Path)), request_body = TagChange,
    responses((status = 200, body = Tag)), tag = "tags"
)]
async fn change(
    scope: Scope<permissions::OrdersWrite>,
    Path(id): Path<Uuid>,
    Json(body): Json<TagChange>,
) -> Result<Json<Tag>, Error> {
    let (name, colour) = (body.name.as_deref().map(named).transpose()?, body.colour.map(coloured).transpose()?);
    let tx = scope.begin().await?;
    let mut tag = lock(&tx, id).await?;
    let before = json!({ "name": tag.name, "colour": tag.colour });
    tag.name = name.unwrap_or(tag.name);
    tag.colour = colour.unwrap_or(tag.colour);
    tag.folded = fold(&tag.name);
    sql::update_tag().bind(&tx, &tag.name, &tag.folded, &tag.colour, &id).await.map_err(taken)?;
    let detail = json!({ "before": before, "name": tag.name, "colour": tag.colour });
    audit::record(&tx, &scope, act(&tag, "tag.change", detail)).await?;
    news::tell(&tx, &scope.app.clock, scope.tenant()?, news::Kind::Tag, Op::Updated, None, &[id]).await?;
    tx.commit().await?;
    scope.app.wake_screens();
    Ok(Json(tag))
}

/// Deletes a tag, and takes it off every order.
#[utoipa::path(delete, path = "/tags/{id}", params(("id" = Uuid, Path)), responses((status = 204)), tag = "tags")]
async fn delete(scope: Scope<permissions::OrdersWrite>, Path(id): Path<Uuid>) -> Result<StatusCode, Error> {
    let tx = scope.begin().await?;
    let orders = sql::orders_with_tag().bind(&tx, &id).one().await?;
    drop(tx);
    while leave(&scope, id).await? {}
    let tx = scope.begin().await?;
    let tag = lock(&tx, id).await?;
    while take_some(&tx, id).await? {}
    sql::delete_tag().bind(&tx, &id).await?;
    audit::record(&tx, &scope, act(&tag, "tag.delete", json!({ "name": tag.name, "orders": orders }))).await?;
    news::tell(&tx, &scope.app.clock, scope.tenant()?, news::Kind::Tag, Op::Deleted, None, &[id]).await?;
    tx.commit().await?;
    scope.app.wake_screens();
    Ok(StatusCode::NO_CONTENT)
}

/// Takes a tag off some of its orders, in a transaction of its own; tells whether there may be more.
async fn leave(scope: &Scope<permissions::OrdersWrite>, id: Uuid) -> Result<bool, Error> {
    let tx = scope.begin().await?;
    lock(&tx, id).await?;
    let more = take_some(&tx, id).await?;
    tx.commit().await?;
    Ok(more)
}

async fn take_some(tx: &Tx, id: Uuid) -> Result<bool, Error> {
    let some = sql::some_with_tag().bind(tx, &id, &LEAVES).all().await?;
    orders::tag(tx, id, &some, false).await?;
    sql::take_off_orders().bind(tx, &some, &id).await?;
    Ok(i64::try_from(some.len()).is_ok_and(|n| n == LEAVES))
}

/// Orders that get a tag, and orders that lose it.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct TagOrders {
    /// At most 200.
    add: BTreeSet<Uuid>,
    /// At most 200.
    remove: BTreeSet<Uuid>,
}

/// Puts a tag on orders, and takes it off others. What is so already stays so.
#[utoipa::path(
    post, path = "/tags/{id}/orders", params(("id" = Uuid, Path)), request_body = TagOrders,
    responses((status = 200, body = TagDetail)), tag = "tags"
)]
async fn on_orders(
    scope: Scope<permissions::OrdersWrite>,
    Path(id): Path<Uuid>,
    Json(body): Json<TagOrders>,
) -> Result<Json<TagDetail>, Error> {
    let (add, remove) = (some_orders("add", body.add)?, some_orders("remove", body.remove)?);
    let tx = scope.begin().await?;
    let tag = lock(&tx, id).await?;
    if sql::known_orders().bind(&tx, &add).one().await? != i64::try_from(add.len()).unwrap_or(i64::MAX) {
        return Err(Error::not_found());
    }
    let put = set(&tx, &scope, &tag, &add, true).await?;
    let taken = set(&tx, &scope, &tag, &remove, false).await?;
    if !put.is_empty() || !taken.is_empty() {
        audit::record(&tx, &scope, act(&tag, "tag.orders", json!({ "add": put, "remove": taken }))).await?;
    }
    let orders = sql::orders_with_tag().bind(&tx, &id).one().await?;
    tx.commit().await?;
    scope.app.wake_screens();
    Ok(Json(TagDetail { tag, orders }))
}

/// Puts a tag on orders or takes it off, in few statements however many they are; gives those it was done to.
async fn set<P: Permission>(tx: &Tx, scope: &Scope<P>, tag: &Tag, ids: &[Uuid], put: bool) -> Result<Vec<Uuid>, Error> {
    let done = orders::tag(tx, tag.id, ids, put).await?;
    let name = Some(tag.name.clone());
    let (from, to) = if put { (None, name) } else { (name, None) };
    if put {
        sql::put_on_orders().bind(tx, &tag.id, &done).await?;
    } else {
        sql::take_off_orders().bind(tx, &done, &tag.id).await?;
    }
    changed_by_person(tx, scope, &done, Change { field: "tags".to_owned(), from, to }).await?;
    Ok(done)
}

async fn lock(tx: &Tx, id: Uuid) -> Result<Tag, Error> {
    Ok(sql::lock_tag().bind(tx, &id).opt().await?.ok_or_else(Error::not_found)?.into())
}

/// A name without spaces around it. Errors when nobody could read or compare it.
fn named(text: &str) -> Result<String, Error> {
    let name = text.trim();
    let long = name.chars().count() > NAME_MAX || name.chars().any(char::is_control);
    if long || fold(name).trim().is_empty() {
        return Err(Error::field(
            "name",
            &format!("must have 1 to {NAME_MAX} characters, none of them a control character"),
        ));
    }
    Ok(name.to_owned())
}

fn coloured(word: String) -> Result<String, Error> {
    let known = TagColour::ALL.contains(&word.as_str());
    known
        .then_some(word)
        .ok_or_else(|| Error::field("colour", &format!("must be one of {}", TagColour::ALL.join(", "))))
}

fn some_orders(field: &str, ids: BTreeSet<Uuid>) -> Result<Vec<Uuid>, Error> {
    if ids.len() > ORDERS_MAX {
        return Err(Error::field(field, &format!("must be at most {ORDERS_MAX} orders")));
    }
    Ok(ids.into_iter().collect())
}

fn taken(error: fulexo_db::PgError) -> Error {
    if fulexo_db::is_unique_violation(&error, "tags_name_key") {
        return Error::refuse(Code::Conflict, "There is a tag of this name already.");
    }
    error.into()
}

fn act(tag: &Tag, action: &'static str, detail: Value) -> Act {
    Act {
        tenant: Some(fulexo_kernel::TenantId(tag.tenant_id)),
        action,
        subject_type: "tag",
        subject_id: tag.id.to_string(),
        detail,
    }
}
