//! What was wanted, and what came of it, as PostgreSQL has it.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use fulexo_db::embedded::Urls;
use fulexo_db::{Db, DbConfig, Error, testing};
use fulexo_jobs::{Job as _, enqueue_all};
use fulexo_kernel::{Clock, TenantId};
use fulexo_queries::client::async_::GenericClient as _;
use fulexo_queries::queries::people;
use tokio_util::task::TaskTracker;
use uuid::Uuid;

use super::work::{POISON, Work};

const TABLES: &str = "
    create schema chaos;
    create table chaos.wanted (n bigint primary key, kind text not null);
    create table chaos.keys (n bigint primary key);
    create table chaos.ledger (n bigint not null);
    create table chaos.again (n bigint not null);
    grant usage on schema chaos to fulexo_tenant, fulexo_system;
    grant select, insert on all tables in schema chaos to fulexo_tenant, fulexo_system";

/// The one who wants effects.
#[derive(Clone)]
pub struct Effects {
    pub db: Db,
    clock: Clock,
    tenants: Arc<Vec<TenantId>>,
    next: Arc<AtomicI64>,
    wanting: TaskTracker,
}

/// How it ended.
#[derive(Debug)]
pub struct Verdict {
    /// Jobs whose effect is wanted.
    pub wanted: i64,
    /// Of these, without an effect.
    pub lost: i64,
    /// Effects beyond the first.
    pub twice: i64,
    /// Attempts that found the effect there already.
    pub again: i64,
    /// Jobs that the history has as completed.
    pub recorded: i64,
    pub poisoned: i64,
    pub dead: i64,
    /// Dead although not poisoned.
    pub wrongly_dead: i64,
    pub attempts_lost: i64,
    pub attempts_failed: i64,
    /// What is left, by kind and state.
    pub left: Vec<String>,
}

impl Effects {
    pub async fn new(urls: &Urls) -> Self {
        testing::superuser(&urls.with_database("fulexo")).await.batch_execute(TABLES).await.unwrap();
        let (tenant_url, system_url) = (urls.tenant.clone(), urls.system.clone());
        let config = DbConfig { tenant_url, system_url, tenant_connections: 6, system_connections: 3 };
        let (db, clock) = (Db::connect(&config).await.unwrap(), Clock::system());
        let mut tenants = Vec::new();
        let tx = db.system("merchants").await.unwrap();
        for n in 0..8 {
            let (id, slug) = (clock.id(), format!("m{n}"));
            people::insert_tenant().bind(&tx, &id, &slug, &slug, &"UTC", &clock.now()).await.unwrap();
            tenants.push(TenantId(id));
        }
        tx.commit().await.unwrap();
        Self { db, clock, tenants: Arc::new(tenants), next: Arc::default(), wanting: TaskTracker::new() }
    }

    /// Wants so many effects of one merchant, until PostgreSQL has it.
    pub fn want<const K: usize>(&self, count: i64) {
        let first = self.next.fetch_add(count, Ordering::Relaxed);
        let tenant = self.tenants[usize::try_from(first).unwrap() % self.tenants.len()];
        let serial = |n: i64| (K != POISON && n % 5 == 0).then(|| format!("store-{}", n % 3));
        let jobs: Vec<Work<K>> = (first..first + count).map(|n| Work { tenant, n, serial: serial(n) }).collect();
        let own = self.clone();
        self.wanting.spawn(async move {
            let mut pace = tokio::time::interval(Duration::from_millis(100));
            loop {
                pace.tick().await;
                if own.try_want(tenant, &jobs).await.is_ok() {
                    return;
                }
            }
        });
    }

    /// The wish and its jobs are one transaction; one that is there already was committed although nobody heard it.
    async fn try_want<const K: usize>(&self, tenant: TenantId, jobs: &[Work<K>]) -> Result<(), Error> {
        let tx = self.db.tenant(tenant).await?;
        let numbers: Vec<i64> = jobs.iter().map(|job| job.n).collect();
        let sql = "insert into chaos.wanted (n, kind) select n, $2 from unnest($1::bigint[]) n on conflict do nothing";
        if tx.execute(sql, &[&numbers, &Work::<K>::KIND.name]).await? > 0 {
            enqueue_all(&tx, &self.clock, jobs).await?;
        }
        tx.commit().await
    }

    /// One number of a query; an error while PostgreSQL is away.
    pub async fn number(&self, sql: &str) -> Result<i64, Error> {
        let tx = self.db.system("look").await?;
        let n = tx.query_one(sql, &[]).await?.get(0);
        tx.commit().await?;
        Ok(n)
    }

    /// The processes of PostgreSQL that a query gives.
    pub async fn pids(&self, sql: &str) -> Result<Vec<i32>, Error> {
        let tx = self.db.system("look").await?;
        Ok(tx.query_one(sql, &[]).await?.get(0))
    }

    /// Ids that a query gives for a name; nothing while PostgreSQL is away.
    pub async fn ids(&self, sql: &str, name: &str) -> Option<Vec<Uuid>> {
        let tx = self.db.system("look").await.ok()?;
        let rows = tx.query(sql, &[&name]).await.ok()?;
        Some(rows.iter().map(|row| row.get(0)).collect())
    }

    /// Jobs that have not ended; those that are not enqueued yet count as one.
    pub async fn left(&self) -> Result<i64, Error> {
        let left = "select (select count(*) from jobs where state <> 'dead') + (select count(*) from job_runs)";
        Ok(self.number(left).await? + i64::from(!self.wanting.is_empty()))
    }

    async fn left_by_kind(&self) -> Vec<String> {
        let sql = "select format('%s %s %s: %s', kind, state, case when serial_key is null then 'free' else 'serial' end, count(*))
                   from jobs where state <> 'dead' group by kind, state, serial_key is null";
        let tx = self.db.system("look").await.unwrap();
        tx.query(sql, &[]).await.unwrap().iter().map(|row| row.get(0)).collect()
    }

    pub async fn verdict(&self) -> Verdict {
        let count = async |sql: &str| self.number(&format!("select count(*) from {sql}")).await.unwrap();
        let good = "chaos.wanted w where kind <> 'chaos-poison'";
        Verdict {
            wanted: count(good).await,
            lost: count(&format!("{good} and not exists (select from chaos.ledger l where l.n = w.n)")).await,
            twice: self.number("select count(*) - count(distinct n) from chaos.ledger").await.unwrap(),
            again: count("chaos.again").await,
            recorded: count("(select distinct args->'n' from job_history where state = 'completed') h").await,
            poisoned: count("chaos.wanted where kind = 'chaos-poison'").await,
            dead: count("jobs where state = 'dead' and kind = 'chaos-poison'").await,
            wrongly_dead: count("jobs where state = 'dead' and kind <> 'chaos-poison'").await,
            attempts_lost: count("job_attempts where outcome = 'lost'").await,
            attempts_failed: count("job_attempts where outcome in ('retry', 'fail')").await,
            left: self.left_by_kind().await,
        }
    }
}
