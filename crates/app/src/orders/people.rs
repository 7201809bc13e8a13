//! What people change of orders here: it stands on the timeline beside what the stores say, and open screens hear of it.

use fulexo_db::Tx;
use fulexo_queries::queries::orders as sql;
use uuid::Uuid;

use super::list::{Filter, Wanted};
use super::model::Change;
use crate::Error;
use crate::news::{self, Kind, Op};
use crate::order_row::OrderRow;
use crate::scope::{Permission, Scope};

/// Writes a change of some orders on their timelines. Call `App::wake_screens` after the commit.
pub async fn changed_by_person<P: Permission>(
    tx: &Tx,
    scope: &Scope<P>,
    orders: &[Uuid],
    change: Change,
) -> Result<(), Error> {
    if orders.is_empty() {
        return Ok(());
    }
    let clock = &scope.app.clock;
    let ids: Vec<Uuid> = orders.iter().map(|_| clock.id()).collect();
    let change = serde_json::json!([change]).to_string();
    let changes = vec![change.as_str(); orders.len()];
    sql::insert_changes_of_person().bind(tx, &scope.now(), &scope.who.user_id, &ids, &orders, &changes).await?;
    news::tell(tx, clock, scope.tenant()?, Kind::Order, Op::Updated, None, orders).await?;
    Ok(())
}

/// Puts a tag on orders, or takes it off; gives those it was done to, whose rows stay locked. Their place among the tag's
/// orders is written by the caller, before he ends the transaction.
pub(crate) async fn tag(tx: &Tx, tag: Uuid, orders: &[Uuid], put: bool) -> Result<Vec<Uuid>, Error> {
    if orders.is_empty() {
        return Ok(Vec::new());
    }
    sql::lock_stores_of().bind(tx, &orders).all().await?;
    Ok(if put {
        sql::tag_orders().bind(tx, &tag, &orders).all().await?
    } else {
        sql::untag_orders().bind(tx, &tag, &orders).all().await?
    })
}

/// The orders of the list that match, the latest first: up to one beyond `most`.
pub(crate) async fn matching(tx: &Tx, filter: Filter, most: i64) -> Result<Vec<OrderRow>, Error> {
    Wanted::of(filter, None, most)?.read(tx).await
}
