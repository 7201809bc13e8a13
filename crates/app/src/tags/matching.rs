//! A tag for all orders that match a filter: counted first, then done in one transaction, and for a day it can be undone.

use fulexo_http::{Code, Json, Path};
use fulexo_queries::queries::tags as sql;
use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::{Tag, TagDetail, act, lock, set};
use crate::orders::{self, Filter};
use crate::scope::{Scope, permissions};
use crate::{App, Error, audit};

/// Orders are counted this far, and no more are tagged at once.
const MOST: i64 = 10_000;
/// How long an act can be undone.
const KEPT: SignedDuration = SignedDuration::from_hours(24);

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(matching)).routes(routes!(undo))
}

/// What shall be done to all orders that match.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct TagMatching {
    /// Put on, else taken off.
    put: bool,
    /// As in the list of orders.
    #[serde(deserialize_with = "Filter::of_act")]
    filter: Filter,
    /// How many matched when the person said yes. Without it nothing is done, only counted.
    expected: Option<i64>,
}

/// What was done, or would be.
#[derive(Serialize, ToSchema)]
struct TagMatched {
    /// Counted up to 10,000.
    matching: i64,
    /// There are more than were counted: too many to be tagged at once.
    more: bool,
    /// Those that bore the tag already.
    bearing: i64,
    /// How many it was done to.
    done: i64,
    /// By this it can be undone for a day.
    act_id: Option<Uuid>,
}

/// Counts the orders that match, and with `expected` puts the tag on all of them or takes it off: at most 10,000 at once.
#[utoipa::path(
    post, path = "/tags/{id}/matching", params(("id" = Uuid, Path)), request_body = TagMatching,
    responses((status = 200, body = TagMatched)), tag = "tags"
)]
async fn matching(
    scope: Scope<permissions::OrdersWrite>,
    Path(id): Path<Uuid>,
    Json(body): Json<TagMatching>,
) -> Result<Json<TagMatched>, Error> {
    let tx = scope.begin().await?;
    let tag = lock(&tx, id).await?;
    let rows = orders::matching(&tx, body.filter.clone(), MOST).await?;
    let n = count(rows.len());
    let bearing = count(rows.iter().filter(|order| order.tag_ids.contains(&id)).count());
    let mut answer = TagMatched { matching: n.min(MOST), more: n > MOST, bearing, done: 0, act_id: None };
    let Some(expected) = body.expected else { return Ok(Json(answer)) };
    allowed(&answer, expected)?;
    let ids: Vec<Uuid> = rows.into_iter().map(|order| order.id).collect();
    let done = set(&tx, &scope, &tag, &ids, body.put).await?;
    answer.done = count(done.len());
    if !done.is_empty() {
        let (act_id, now) = (scope.app.clock.id(), scope.now());
        sql::forget_acts().bind(&tx, &(now - KEPT)).await?;
        sql::insert_act().bind(&tx, &act_id, &id, &body.put, &done, &now).await?;
        answer.act_id = Some(act_id);
        let detail = json!({ "put": body.put, "filter": body.filter, "orders": answer.done, "act": act_id });
        audit::record(&tx, &scope, act(&tag, "tag.matching", detail)).await?;
    }
    tx.commit().await?;
    scope.app.wake_screens();
    Ok(Json(answer))
}

/// Undoes what was done to all orders that matched: to those it was done to, whatever they match now.
#[utoipa::path(
    post, path = "/tags/{id}/acts/{act_id}/undo", params(("id" = Uuid, Path), ("act_id" = Uuid, Path)),
    responses((status = 200, body = TagDetail)), tag = "tags"
)]
async fn undo(
    scope: Scope<permissions::OrdersWrite>,
    Path((id, act_id)): Path<(Uuid, Uuid)>,
) -> Result<Json<TagDetail>, Error> {
    let tx = scope.begin().await?;
    let tag: Tag = lock(&tx, id).await?;
    let done = sql::delete_act().bind(&tx, &act_id, &id).opt().await?.ok_or_else(Error::not_found)?;
    let undone = set(&tx, &scope, &tag, &done.order_ids, !done.put).await?;
    let detail = json!({ "act": act_id, "put": !done.put, "orders": undone.len() });
    audit::record(&tx, &scope, act(&tag, "tag.undo", detail)).await?;
    let orders = sql::orders_with_tag().bind(&tx, &id).one().await?;
    tx.commit().await?;
    scope.app.wake_screens();
    Ok(Json(TagDetail { tag, orders }))
}

fn allowed(found: &TagMatched, expected: i64) -> Result<(), Error> {
    if found.more {
        let sentence = format!("More than {MOST} orders match, and no more are tagged at once. Narrow the list.");
        return Err(Error::refuse(Code::Conflict, sentence));
    }
    if found.matching > expected {
        let sentence = format!("{} orders match now, more than the {expected} you saw. Look again.", found.matching);
        return Err(Error::refuse(Code::Conflict, sentence));
    }
    Ok(())
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
