//! What the first page reads of one merchant, whatever the hour.

use fulexo_db::Tx;
use fulexo_queries::queries::{home, orders, stores, sync};
use jiff::{SignedDuration, Timestamp};

use crate::Error;
use crate::stores::{Store, cards};

/// Stores of one merchant on the first page.
const STORES: i64 = 50;
/// Orders older than this no longer ask for somebody.
const ATTENTION: SignedDuration = SignedDuration::from_hours(30 * 24);

/// One merchant at a glance.
pub(super) struct House {
    pub slug: String,
    pub timezone: String,
    pub stores: Vec<Store>,
    pub attention: Vec<orders::Attention>,
    /// Words of stores that mean nothing to us yet.
    pub unmapped: Vec<String>,
    pub quarantined: sync::QuarantineCount,
}

impl House {
    /// Reads a merchant.
    pub(super) async fn read(tx: &Tx, now: Timestamp) -> Result<Self, Error> {
        let since = now.checked_sub(ATTENTION).unwrap_or(Timestamp::UNIX_EPOCH);
        let tenant = home::home_tenant().bind(tx).one().await?;
        let rows = stores::store_page().bind(tx, &None::<&str>, &None, &STORES).all().await?;
        let rows = rows.into_iter().filter(|store| store.state != "disconnected").collect();
        let stores = cards(tx, now, rows).await?;
        let attention = orders::attention().bind(tx, &since).all().await?;
        let unmapped = if attention.iter().any(|a| a.status == "unknown") {
            home::unmapped_words().bind(tx, &since).all().await?
        } else {
            Vec::new()
        };
        let quarantined = sync::quarantine_count().bind(tx).one().await?;
        // a merchant lives where he says, else where his first store does
        let first = stores.first().map(|s| s.timezone.clone());
        let timezone = if tenant.timezone == "UTC" { first.unwrap_or(tenant.timezone) } else { tenant.timezone };
        Ok(Self { slug: tenant.slug, timezone, stores, attention, unmapped, quarantined })
    }
}
