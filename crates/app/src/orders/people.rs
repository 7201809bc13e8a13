//! What people change of orders here: it stands on the timeline beside what the stores say, and open screens hear of it.

use fulexo_db::Tx;
use fulexo_queries::queries::orders as sql;
use uuid::Uuid;

use super::model::Change;
use crate::Error;
use crate::news::{self, Kind, Op};
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
