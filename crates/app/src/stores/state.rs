//! How a store is doing, in words: set by whoever spoke to it last.

use std::time::Duration;

use fulexo_db::{PgError, Tx};
use fulexo_kernel::{Clock, TenantId};
use fulexo_queries::queries::stores as sql;
use jiff::Timestamp;
use uuid::Uuid;

use crate::news::{self, Kind, Op};

/// Why a store could not be read.
#[derive(Clone, Debug)]
pub(crate) struct Trouble {
    /// Stable word.
    pub cause: &'static str,
    /// A sentence for a merchant.
    pub reason: String,
    /// Trying again soon may help.
    pub transient: bool,
    /// The store asked to be left alone this long.
    pub retry_after: Option<Duration>,
}

impl From<&fulexo_woo::Error> for Trouble {
    fn from(error: &fulexo_woo::Error) -> Self {
        Self {
            cause: error.code(),
            reason: error.to_string(),
            transient: error.is_transient(),
            retry_after: error.retry_after(),
        }
    }
}

impl Trouble {
    /// When to try again after so many failures in a row: from half a minute to a quarter of an hour.
    pub(crate) fn wait(&self, failures: i32) -> Duration {
        let doublings = u32::try_from(failures.clamp(0, 5)).unwrap_or(0);
        let usual = Duration::from_secs(30).saturating_mul(2_u32.saturating_pow(doublings));
        let usual = if self.transient { usual } else { usual.max(Duration::from_secs(300)) };
        // a store may ask for an hour, not for a year
        self.retry_after
            .unwrap_or(Duration::ZERO)
            .min(Duration::from_secs(3600))
            .max(usual.min(Duration::from_secs(900)))
    }
}

/// The store could not be read: says so, with the next try.
pub(crate) async fn troubled(
    tx: &Tx,
    clock: &Clock,
    tenant: TenantId,
    store: Uuid,
    trouble: &Trouble,
    next_try: Timestamp,
) -> Result<(), PgError> {
    let state = if trouble.cause == "rate-limited" { "degraded" } else { "unreachable" };
    let (cause, reason) = (Some(trouble.cause), Some(trouble.reason.as_str()));
    sql::set_store_state().bind(tx, &state, &cause, &reason, &Some(next_try), &clock.now(), &store).await?;
    news::tell(tx, clock, tenant, Kind::Store, Op::Updated, Some(store), &[store]).await
}

/// The store answered: healthy again, unless another stream still fails. Streams recover one at a time, or the one that
/// counted first could write last.
pub(crate) async fn recovered(tx: &Tx, clock: &Clock, tenant: TenantId, store: Uuid) -> Result<(), PgError> {
    sql::lock_store().bind(tx, &store).opt().await?;
    let streams = sql::stream_health().bind(tx, &store).one().await?;
    let (state, reason) = match streams.failed {
        0 => ("healthy", None),
        1 => ("degraded", Some("The store answers, but one stream still fails.".to_owned())),
        n => ("degraded", Some(format!("The store answers, but {n} streams still fail."))),
    };
    sql::set_store_state().bind(tx, &state, &None::<&str>, &reason, &None::<Timestamp>, &clock.now(), &store).await?;
    news::tell(tx, clock, tenant, Kind::Store, Op::Updated, Some(store), &[store]).await
}
