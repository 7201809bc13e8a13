//! A large installation for measurements: merchants with a store and orders each, always the same ones. Their stores
//! exist nowhere: they deliver, and nothing is read from them.
//!
//! Rank: operations.

mod order;

use fulexo_http::Code;
use fulexo_kernel::TenantId;
use fulexo_queries::queries::{people, stores as sql};
use futures::{StreamExt as _, TryStreamExt as _};
use jiff::Timestamp;
use serde_json::json;
use uuid::Uuid;

use crate::keys::Place;
use crate::orders::apply::{Incoming, Reading, apply};
use crate::people::{MemberRole, PlatformRole, ensure_member, ensure_staff};
use crate::{App, Error};

/// Who may look at it, all with one password.
pub const STAFF: &str = "owner@bench.test";
/// The member of the first merchant.
pub const MEMBER: &str = "merchant1@bench.test";
/// Their password.
pub const PASSWORD: &str = "fulexo-bench-password";

/// Orders are written this many at a time, of so many merchants at once.
const BATCH: u64 = 250;
const AT_ONCE: usize = 4;
/// Beyond the store's ids of deliveries that measurements send.
const FIRST_ID: u64 = 10_000_000;
const NEWEST: Timestamp = Timestamp::constant(1_767_225_600, 0);

/// How much there shall be.
#[derive(Clone, Copy, Debug)]
pub struct Sample {
    /// Merchants, each with one store of the same number.
    pub tenants: u32,
    /// Orders of all merchants together.
    pub orders: u64,
}

/// Makes what is missing. Tells how many orders were written so far. Refuses a database that somebody works with: its
/// people have a password that everybody knows.
pub async fn ensure(app: &App, sample: Sample, progress: impl Fn(u64) + Sync) -> Result<(), Error> {
    let tx = app.db.system("is this database for measurements only").await?;
    let strangers = people::strangers_to_sample().bind(&tx, &[STAFF, MEMBER].as_slice()).one().await?;
    tx.commit().await?;
    if strangers {
        let sentence = "This database holds people or merchants of its own: measure with a new one.";
        return Err(Error::refuse(Code::Conflict, sentence));
    }
    ensure_staff(app, STAFF, "Bench Owner", PASSWORD, PlatformRole::Owner).await?;
    for n in 1..=sample.tenants {
        ensure_store(app, n).await?;
    }
    if sample.tenants > 0 {
        ensure_member(app, tenant(1), MEMBER, "Bench Merchant", PASSWORD, MemberRole::Admin).await?;
    }
    let each = sample.orders / u64::from(sample.tenants.max(1));
    let written = std::sync::atomic::AtomicU64::new(0);
    // a store's batches wait for each other
    let store = async |n: u32| {
        for first in (0..each).step_by(usize::try_from(BATCH).unwrap_or(1)) {
            let rows = write(app, n, first, BATCH.min(each - first)).await?;
            if first == 0 {
                app.learn_sizes().await?;
            }
            progress(written.fetch_add(rows, std::sync::atomic::Ordering::Relaxed) + rows);
        }
        Ok(())
    };
    futures::stream::iter(1..=sample.tenants).map(Ok).try_for_each_concurrent(AT_ONCE, store).await
}

/// The id of a merchant.
pub fn tenant(n: u32) -> TenantId {
    TenantId(Uuid::from_u128(0x0000_0000_0000_7000_8001_0000_0000_0000 + decimal(n)))
}

/// The id of a store: `00000000-0000-7000-8000-` and its number in twelve digits.
pub fn store(n: u32) -> Uuid {
    Uuid::from_u128(0x0000_0000_0000_7000_8000_0000_0000_0000 + decimal(n))
}

/// The secret a store signs its deliveries with.
pub fn secret(n: u32) -> String {
    format!("whsec_{n}_c4f0d1")
}

/// A number whose hexadecimal digits are the decimal ones of `n`.
fn decimal(n: u32) -> u128 {
    u128::from_str_radix(&n.to_string(), 16).unwrap_or_default()
}

async fn ensure_store(app: &App, n: u32) -> Result<(), Error> {
    let (tenant, id) = (tenant(n), store(n));
    let tx = app.db.system("a merchant to measure with").await?;
    let now = app.clock.now();
    let new = people::insert_tenant()
        .bind(&tx, &tenant.0, &format!("bench-{n}"), &format!("Bench {n}"), &"UTC", &now)
        .await?;
    tx.commit().await?;
    if new == 0 {
        return Ok(());
    }
    let place = Place { tenant, table: "stores", column: "webhook_secret", row: id };
    let secret = app.keys.seal(place, &secret(n)).await?;
    let tx = app.db.tenant(tenant).await?;
    let url = format!("https://shop{n}.example");
    let api = json!({}).to_string();
    sql::insert_sample_store().bind(&tx, &id, &format!("Shop {n}"), &url, &api, &now).await?;
    sql::insert_sample_route().bind(&tx, &id, &secret).await?;
    tx.commit().await?;
    Ok(())
}

async fn write(app: &App, n: u32, first: u64, count: u64) -> Result<u64, Error> {
    let reading = Reading { tenant: tenant(n), store: store(n), source: crate::copy::Source::Poll };
    let orders: Result<Vec<Incoming>, _> = (first..first + count)
        .map(|k| Incoming::parse(&order::order(u64::from(n), FIRST_ID + k, NEWEST), NEWEST))
        .collect();
    let orders = orders.map_err(|e| Error::Internal(e.to_string()))?;
    let tx = app.db.tenant(tenant(n)).await?;
    apply(&tx, app, reading, orders).await?;
    tx.commit().await?;
    Ok(count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::TestApp;

    #[test]
    fn ids_carry_their_number_in_decimal() {
        assert_eq!(store(200).to_string(), "00000000-0000-7000-8000-000000000200");
        assert_eq!(tenant(7).0.to_string(), "00000000-0000-7000-8001-000000000007");
    }

    #[tokio::test]
    async fn the_same_again_changes_nothing() {
        let app = TestApp::isolated().await;
        for _ in 0..2 {
            ensure(&app.app, Sample { tenants: 3, orders: 30 }, |_| {}).await.unwrap();
        }
        let rows = app.rows("select count(*) as n, count(distinct tenant_id) as tenants from orders").await;
        assert_eq!((rows[0]["n"].as_i64(), rows[0]["tenants"].as_i64()), (Some(30), Some(3)));
    }

    #[tokio::test]
    async fn a_database_that_somebody_works_with_is_refused() {
        let app = TestApp::isolated().await;
        app.app.ensure_owner("owner@fulexo.test", "a-long-enough-password").await.unwrap();
        let refused = ensure(&app.app, Sample { tenants: 1, orders: 1 }, |_| {}).await.unwrap_err();
        assert!(refused.to_string().contains("measure with a new one"), "{refused}");
    }
}
