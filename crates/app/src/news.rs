//! News for open screens: what changed, by ids only, written in the transaction of the change. `events` reads it.

use fulexo_db::{PgError, Tx};
use fulexo_kernel::{Clock, TenantId};
use fulexo_queries::queries::jobs as sql;
use utoipa::ToSchema;
use uuid::Uuid;

use crate::scope::{Permission as _, permissions};

/// Ids beyond this go into further rows, so that one event stays small on the wire.
const IDS_PER_ROW: usize = 200;

/// What sort of thing changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ToSchema)]
#[schema(as = ChangeKind, rename_all = "lowercase")]
pub(crate) enum Kind {
    Order,
    Product,
    Customer,
    Store,
    Stream,
    Job,
    Tag,
    Report,
}

impl Kind {
    const ALL: [Self; 8] =
        [Self::Order, Self::Product, Self::Customer, Self::Store, Self::Stream, Self::Job, Self::Tag, Self::Report];

    const fn word(self) -> &'static str {
        match self {
            Self::Order => "order",
            Self::Product => "product",
            Self::Customer => "customer",
            Self::Store => "store",
            Self::Stream => "stream",
            Self::Job => "job",
            Self::Tag => "tag",
            Self::Report => "report",
        }
    }

    /// What one must be allowed to hear of it.
    const fn permission(self) -> &'static str {
        match self {
            Self::Order | Self::Tag | Self::Report => permissions::OrdersRead::NAME,
            Self::Product => permissions::ProductsRead::NAME,
            Self::Customer => permissions::CustomersRead::NAME,
            Self::Store | Self::Stream => permissions::StoresRead::NAME,
            Self::Job => permissions::JobsRead::NAME,
        }
    }
}

/// What one must be allowed to hear of the sort of a word; none for a word of another version.
pub(crate) fn permission_of(word: &str) -> Option<&'static str> {
    Kind::ALL.into_iter().find(|kind| kind.word() == word).map(Kind::permission)
}

/// What happened to it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, ToSchema)]
#[schema(as = ChangeOp, rename_all = "lowercase")]
pub(crate) enum Op {
    Created,
    Updated,
    Deleted,
}

impl Op {
    const fn word(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Updated => "updated",
            Self::Deleted => "deleted",
        }
    }
}

/// Tells open screens, once the transaction commits; of the platform's own only those that see everything. Call `App::wake_screens` after the commit.
pub(crate) async fn tell(
    tx: &Tx,
    clock: &Clock,
    tenant: impl Into<Option<TenantId>>,
    kind: Kind,
    op: Op,
    store: Option<Uuid>,
    ids: &[Uuid],
) -> Result<(), PgError> {
    let (now, tenant) = (clock.now(), tenant.into().map(|tenant| tenant.0));
    for some in ids.chunks(IDS_PER_ROW) {
        sql::insert_news().bind(tx, &tenant, &kind.word(), &op.word(), &store, &some, &now).await?;
    }
    Ok(())
}
