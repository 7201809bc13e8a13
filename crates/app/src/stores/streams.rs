//! The streams of a store and the standing jobs that read them. The jobs' work is in `sync`.

use fulexo_jobs::{Job, Kind};
use fulexo_kernel::TenantId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::hooks::RegisterWebhooks;

/// One kind of records of a store.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = StreamName)]
pub enum Stream {
    /// Orders, trashed ones and drafts included.
    Orders,
    /// Refunds with their dates and lines.
    Refunds,
    /// Products.
    Products,
    /// Variations of products.
    Variations,
    /// Registered customers.
    Customers,
}

impl Stream {
    /// Every stream.
    pub const ALL: [Self; 5] = [Self::Products, Self::Variations, Self::Orders, Self::Refunds, Self::Customers];

    /// The word in the database and the API.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Orders => "orders",
            Self::Refunds => "refunds",
            Self::Products => "products",
            Self::Variations => "variations",
            Self::Customers => "customers",
        }
    }
}

macro_rules! standing_jobs {
    ($($(#[$doc:meta])* $name:ident $kind:literal $priority:literal $concurrency:literal $per_tenant:literal;)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug, Serialize, Deserialize)]
            pub(crate) struct $name {
                pub tenant_id: TenantId,
                pub store_id: Uuid,
                pub stream: Stream,
            }

            impl Job for $name {
                const KIND: Kind = Kind {
                    name: $kind,
                    priority: $priority,
                    concurrency: $concurrency,
                    per_tenant: $per_tenant,
                    max_attempts: 25,
                    ..Kind::PLAIN
                };

                fn tenant(&self) -> Option<TenantId> {
                    Some(self.tenant_id)
                }

                fn store(&self) -> Option<Uuid> {
                    Some(self.store_id)
                }

                fn unique_key(&self) -> Option<String> {
                    Some(format!("{}/{}", self.store_id, self.stream.word()))
                }
            }
        )*
    };
}

standing_jobs! {
    /// Reads orders or refunds of a store.
    SyncOrders "sync-orders" 8 10 5;
    /// Reads products or variations of a store.
    SyncProducts "sync-products" 5 5 3;
    /// Reads customers of a store.
    SyncCustomers "sync-customers" 5 5 3;
}

/// Kinds of which a store always has one: taken out of the queue, they would be put back within a minute.
pub(crate) const STANDING: [&str; 4] =
    [RegisterWebhooks::KIND.name, SyncOrders::KIND.name, SyncProducts::KIND.name, SyncCustomers::KIND.name];

/// Queues the standing jobs that are missing: one of every stream, and the care for the hooks.
pub(crate) async fn start_all(
    tx: &fulexo_db::Tx,
    clock: &fulexo_kernel::Clock,
    tenant_id: TenantId,
    store_id: Uuid,
) -> Result<(), fulexo_db::PgError> {
    fulexo_jobs::enqueue(tx, clock, &RegisterWebhooks { tenant_id, store_id }).await?;
    for stream in Stream::ALL {
        match stream {
            Stream::Orders | Stream::Refunds => {
                fulexo_jobs::enqueue(tx, clock, &SyncOrders { tenant_id, store_id, stream }).await?;
            }
            Stream::Products | Stream::Variations => {
                fulexo_jobs::enqueue(tx, clock, &SyncProducts { tenant_id, store_id, stream }).await?;
            }
            Stream::Customers => {
                fulexo_jobs::enqueue(tx, clock, &SyncCustomers { tenant_id, store_id, stream }).await?;
            }
        }
    }
    Ok(())
}

/// Makes the standing jobs of a store run now.
pub(crate) async fn hurry_all(
    tx: &fulexo_db::Tx,
    clock: &fulexo_kernel::Clock,
    tenant_id: TenantId,
    store_id: Uuid,
) -> Result<(), fulexo_db::PgError> {
    for stream in Stream::ALL {
        // the key tells the streams apart; the kind must be the stream's own
        match stream {
            Stream::Orders | Stream::Refunds => {
                fulexo_jobs::expedite(tx, clock, &SyncOrders { tenant_id, store_id, stream }).await?;
            }
            Stream::Products | Stream::Variations => {
                fulexo_jobs::expedite(tx, clock, &SyncProducts { tenant_id, store_id, stream }).await?;
            }
            Stream::Customers => {
                fulexo_jobs::expedite(tx, clock, &SyncCustomers { tenant_id, store_id, stream }).await?;
            }
        }
    }
    Ok(())
}
