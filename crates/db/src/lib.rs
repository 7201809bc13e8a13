//! The only owner of database connections. A request's SQL runs in a [`Tx`] that already carries its tenant;
//! there is no other way to a connection. Knows nothing of HTTP or features.

mod dynamic;
pub mod embedded;
mod error;
mod in_order;
mod listen;
mod migrate;
mod pool;
mod silence;
pub mod testing;
mod tx;

pub use dynamic::Sql;
pub use error::{Error, is_unique_violation};
pub use in_order::Step;
pub use listen::{Channel, Listener};
pub use migrate::{Report, check_version, migrate, migrations, pending};
pub use pool::{Db, DbConfig, PoolStatus};
pub use tx::{Scope, Tx};

/// The driver's error, which query functions return.
pub type PgError = tokio_postgres::Error;

/// The driver's row, which a statement of [`Sql`] returns.
pub type PgRow = tokio_postgres::Row;

/// What a column of a row is read as.
pub use tokio_postgres::types::FromSql;
