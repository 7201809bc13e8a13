//! News for open screens: what changed, by ids only, written in the transaction of the change. `events` reads it.

use fulexo_db::{PgError, Tx};
use fulexo_kernel::{Clock, TenantId};
use fulexo_queries::queries::jobs as sql;
use uuid::Uuid;

/// Ids beyond this go into further rows, so that one event stays small on the wire.
const IDS_PER_ROW: usize = 200;

/// What sort of thing changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    Order,
    Product,
    Customer,
    Store,
    Stream,
}

impl Kind {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Order => "order",
            Self::Product => "product",
            Self::Customer => "customer",
            Self::Store => "store",
            Self::Stream => "stream",
        }
    }
}

/// What happened to it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Op {
    Created,
    Updated,
    Deleted,
}

impl Op {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Updated => "updated",
            Self::Deleted => "deleted",
        }
    }
}

/// Tells open screens, once the transaction commits. Call `App::wake_screens` after the commit.
pub(crate) async fn tell(
    tx: &Tx,
    clock: &Clock,
    tenant: TenantId,
    kind: Kind,
    op: Op,
    store: Option<Uuid>,
    ids: &[Uuid],
) -> Result<(), PgError> {
    let now = clock.now();
    for some in ids.chunks(IDS_PER_ROW) {
        sql::insert_news().bind(tx, &tenant.0, &kind.as_str(), &op.as_str(), &store, &some, &now).await?;
    }
    Ok(())
}
