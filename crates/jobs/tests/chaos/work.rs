//! The jobs of the run. Each is meant to have one effect, whatever happens to those who run it.

use std::time::Duration;

use fulexo_db::{Db, PgError};
use fulexo_jobs::{Backoff, Failure, Job, Kind, Outcome, Registry, Run};
use fulexo_kernel::TenantId;
use fulexo_queries::client::async_::GenericClient as _;
use serde::{Deserialize, Serialize};

const PLAIN: Kind = Kind {
    priority: 5,
    concurrency: 16,
    per_tenant: 8,
    timeout: Duration::from_secs(25),
    max_attempts: 40,
    backoff: Backoff { base: Duration::from_millis(500), cap: Duration::from_secs(2) },
    ..Kind::PLAIN
};

pub const STEADY: usize = 0;
pub const SLOW: usize = 1;
pub const STORM: usize = 2;
pub const POISON: usize = 3;

const KINDS: [Kind; 4] = [
    Kind { name: "chaos-steady", ..PLAIN },
    Kind { name: "chaos-slow", concurrency: 8, ..PLAIN },
    Kind { name: "chaos-storm", concurrency: 24, ..PLAIN },
    Kind { name: "chaos-poison", concurrency: 4, max_attempts: 3, ..PLAIN },
];

/// A job of a kind.
#[derive(Clone, Serialize, Deserialize)]
pub struct Work<const K: usize> {
    pub tenant: TenantId,
    pub n: i64,
    pub serial: Option<String>,
}

impl<const K: usize> Job for Work<K> {
    const KIND: Kind = KINDS[K];

    fn tenant(&self) -> Option<TenantId> {
        Some(self.tenant)
    }

    fn serial_key(&self) -> Option<String> {
        self.serial.clone()
    }
}

pub fn registry() -> Registry<Db> {
    let mut registry = Registry::default();
    registry.add(async |db: Db, run: Run, job: Work<STEADY>| moody(&db, &run, &job).await);
    registry.add(async |db: Db, _, job: Work<SLOW>| {
        effect(&db, job.tenant, job.n, "select pg_sleep(0.2 + random())").await?;
        Ok(Outcome::Done)
    });
    registry.add(async |db: Db, run: Run, job: Work<STORM>| {
        if run.attempt == 1 {
            return Err(failure("all of them at once", None));
        }
        effect(&db, job.tenant, job.n, "select 1").await?;
        Ok(Outcome::Done)
    });
    registry.add(async |_, _, _: Work<POISON>| panic!("a poisoned job"));
    registry
}

fn failure(error: &str, after: Option<Duration>) -> Failure {
    Failure { error: error.into(), after, fatal: false }
}

/// Fails, panics, puts off, or works; and at times fails after it has worked.
async fn moody(db: &Db, run: &Run, job: &Work<STEADY>) -> Result<Outcome, Failure> {
    match rand::random_range(0..20) {
        0 => panic!("bad luck"),
        1 => return Err(failure("away", None)),
        2 => return Err(failure("too many requests", Some(Duration::from_secs(1)))),
        3 if run.attempt == 1 => return Ok(Outcome::Snooze(Duration::from_millis(300))),
        _ => {}
    }
    effect(db, job.tenant, job.n, "select 1").await?;
    if rand::random_bool(0.05) {
        return Err(failure("the answer was lost: nobody knows that it is done", None));
    }
    Ok(Outcome::Done)
}

/// Writes the effect under its key in one transaction, as every handler must.
async fn effect(db: &Db, tenant: TenantId, n: i64, first: &str) -> Result<(), Failure> {
    let tx = db.tenant(tenant).await?;
    let done: Result<(), PgError> = async {
        tx.execute(first, &[]).await?;
        let new = tx.execute("insert into chaos.keys (n) values ($1) on conflict do nothing", &[&n]).await? == 1;
        let effect =
            if new { "insert into chaos.ledger (n) values ($1)" } else { "insert into chaos.again (n) values ($1)" };
        tx.execute(effect, &[&n]).await?;
        Ok(())
    }
    .await;
    done?;
    Ok(tx.commit().await?)
}
