//! A worker's lease, and what becomes of the runs of those whose lease has ended.

use std::collections::BTreeSet;
use std::time::Duration;

use fulexo_db::{Db, Error};
use fulexo_kernel::Clock;
use fulexo_queries::queries::jobs as sql;
use uuid::Uuid;

use crate::stats::Stats;

/// How long a silent worker keeps what it runs, by the database's clock.
pub(crate) const LEASE: Duration = Duration::from_secs(20);
/// How often it says that it lives, and looks for runs that nobody holds.
pub(crate) const BEAT: Duration = Duration::from_secs(5);

/// What a worker is called.
#[derive(Clone, Debug)]
pub struct Name {
    /// Host and process.
    pub name: String,
    /// Of the program.
    pub version: &'static str,
}

/// A worker's place among the workers.
pub(crate) struct Lease {
    pub db: Db,
    pub clock: Clock,
    pub worker: Uuid,
    pub name: Name,
    pub kinds: Vec<&'static str>,
}

impl Lease {
    /// Says that the worker lives.
    pub(crate) async fn beat(&self, stopping: bool, stats: &Stats) -> Result<(), Error> {
        let tx = self.db.system("keep the lease of a worker").await?;
        let Name { name, version } = &self.name;
        sql::beat().bind(&tx, &self.worker, name, version, &self.kinds, &stopping, &LEASE.as_secs_f64()).await?;
        stats.take().write(&tx, self.worker).await?;
        tx.commit().await
    }

    /// The worker has gone, with nothing in its hands.
    pub(crate) async fn leave(&self, stats: &Stats) -> Result<(), Error> {
        let tx = self.db.system("a worker leaves").await?;
        stats.take().write(&tx, self.worker).await?;
        sql::leave().bind(&tx, &self.worker).await?;
        tx.commit().await
    }

    /// Everything that runs: the oldest run, and those in this worker's name that it does not hold – it never heard
    /// that it got them.
    pub(crate) async fn runs(&self, held: impl Fn(&Uuid) -> bool) -> Result<(Option<Uuid>, BTreeSet<Uuid>), Error> {
        let tx = self.db.system("look at what runs").await?;
        let runs = self.db.in_time(async { Ok(sql::runs().bind(&tx).all().await?) }).await?;
        tx.commit().await?;
        let oldest = runs.iter().map(|run| run.run_id).min();
        let own = runs.into_iter().filter(|run| run.worker == self.worker);
        Ok((oldest, own.map(|run| run.run_id).filter(|id| !held(id)).collect()))
    }

    /// Takes these runs back, and those of silent workers; returns how many.
    pub(crate) async fn reap(&self, strays: &[Uuid]) -> Result<u64, Error> {
        let tx = self.db.system("take back jobs of silent workers").await?;
        let n = sql::reap().bind(&tx, &strays, &self.clock.now()).await?;
        sql::forget_workers().bind(&tx).await?;
        tx.commit().await?;
        Ok(n)
    }
}
