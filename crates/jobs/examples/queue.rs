//! The queue under measurement: jobs that do nothing. Prints one line of JSON.
//!
//!   queue TENANT_URL SYSTEM_URL one N      enqueues N jobs, a transaction each, 16 in flight
//!   queue … plain N                        inserts N plain rows instead, in the same way
//!   queue … bulk N                         enqueues N jobs, 500 a transaction
//!   queue … drain N                        runs until N jobs have ended, durably
//!   queue … pace RATE SECONDS              enqueues RATE a second
//!   queue … listen N                       runs N jobs and tells how long after their enqueueing they began
//!   queue … work                           runs until killed
//!   queue … watch EVERY                    runs until killed and tells the same of every so many seconds, as columns

#![expect(clippy::print_stdout, reason = "it prints its figures")]

use std::error::Error;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use fulexo_db::{Channel, Db, DbConfig, Listener};
use fulexo_jobs::{Failure, Job, Kind, Name, Outcome, Registry, Worker, enqueue, enqueue_all};
use fulexo_kernel::{Clock, TenantId};
use fulexo_queries::queries::{jobs as sql, people};
use serde::{Deserialize, Serialize};
use tokio_util::sync::CancellationToken;

type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

/// Merchants that share the queue.
const TENANTS: usize = 200;

/// Of which the fleet runs so many at a time.
#[derive(Serialize, Deserialize)]
struct Noop<const FLEET: usize> {
    tenant_id: TenantId,
    /// Microseconds since 1970.
    at: i64,
}

/// As many as there are.
type Free = Noop<1000>;
/// As few as the largest kind of Fulexo's own.
type Few = Noop<20>;

impl<const FLEET: usize> Job for Noop<FLEET> {
    const KIND: Kind = Kind {
        name: if FLEET == 1000 { "noop" } else { "noop-few" },
        priority: 5,
        concurrency: FLEET,
        per_tenant: FLEET,
        ..Kind::PLAIN
    };

    fn tenant(&self) -> Option<TenantId> {
        Some(self.tenant_id)
    }
}

/// What the jobs did.
#[derive(Default)]
struct Seen {
    ended: AtomicU64,
    waits: Mutex<Vec<f64>>,
}

impl Seen {
    fn begun(&self, clock: &Clock, at: i64) -> std::result::Result<Outcome, Failure> {
        let wait = Duration::from_micros(u64::try_from(clock.now().as_microsecond() - at).unwrap_or(0));
        self.waits.lock().unwrap_or_else(PoisonError::into_inner).push(wait.as_secs_f64() * 1000.0);
        self.ended.fetch_add(1, Ordering::Relaxed);
        Ok(Outcome::Done)
    }

    fn take_waits(&self) -> Vec<f64> {
        std::mem::take(&mut *self.waits.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

#[derive(Clone)]
struct Bench {
    db: Db,
    clock: Clock,
    tenants: Arc<Vec<TenantId>>,
}

#[tokio::main]
async fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [tenant_url, system_url, role, rest @ ..] = args.as_slice() else {
        return Err("queue TENANT_URL SYSTEM_URL ROLE [N …]".into());
    };
    let number = |at: usize| rest.get(at).and_then(|n| n.parse::<u64>().ok()).unwrap_or(1000);
    let config = DbConfig {
        tenant_url: tenant_url.clone(),
        system_url: system_url.clone(),
        tenant_connections: 16,
        system_connections: 8,
    };
    let db = Db::connect(&config).await?;
    let clock = Clock::system();
    let tenants = Arc::new(tenants(&db, &clock).await?);
    let bench = Bench { db, clock, tenants };
    match role.as_str() {
        "one" => bench.one(number(0), false).await,
        "plain" => bench.one(number(0), true).await,
        "bulk" => bench.bulk(number(0)).await,
        "drain" => bench.drain(number(0)).await,
        "pace" => bench.pace(number(0), number(1)).await,
        "listen" => bench.listen(number(0)).await,
        "work" => bench.work().await,
        "watch" => bench.watch(number(0)).await,
        other => Err(format!("there is no role {other}").into()),
    }
}

/// The merchants; made when there are none.
async fn tenants(db: &Db, clock: &Clock) -> Result<Vec<TenantId>> {
    let tx = db.system("merchants of a measurement").await?;
    let mut ids = Vec::new();
    for n in 0..TENANTS {
        let slug = format!("queue-{n}");
        let id = match people::tenant_by_slug().bind(&tx, &slug).opt().await? {
            Some(row) => row.id,
            None => {
                let id = clock.id();
                people::insert_tenant().bind(&tx, &id, &slug, &slug, &"UTC", &clock.now()).await?;
                id
            }
        };
        ids.push(TenantId(id));
    }
    tx.commit().await?;
    Ok(ids)
}

impl Bench {
    fn job<const FLEET: usize>(&self, n: u64) -> Result<Noop<FLEET>> {
        let at = usize::try_from(n)? % self.tenants.len();
        let tenant_id = *self.tenants.get(at).ok_or("no merchant")?;
        Ok(Noop { tenant_id, at: self.clock.now().as_microsecond() })
    }

    async fn one(&self, count: u64, plain: bool) -> Result<()> {
        let (next, begun) = (Arc::new(AtomicU64::new(0)), Instant::now());
        let mut clients = tokio::task::JoinSet::new();
        for _ in 0..16 {
            let (bench, next) = (self.clone(), Arc::clone(&next));
            clients.spawn(async move {
                loop {
                    let n = next.fetch_add(1, Ordering::Relaxed);
                    if n >= count {
                        return Ok::<(), Box<dyn Error + Send + Sync>>(());
                    }
                    if plain { bench.insert(n).await? } else { bench.enqueue::<1000>(n).await? }
                }
            });
        }
        while let Some(ended) = clients.join_next().await {
            ended??;
        }
        rate(if plain { "plain insert" } else { "enqueue" }, count, begun)
    }

    async fn enqueue<const FLEET: usize>(&self, n: u64) -> Result<()> {
        let job = self.job::<FLEET>(n)?;
        let tx = self.db.tenant(job.tenant_id).await?;
        enqueue(&tx, &self.clock, &job).await?;
        Ok(tx.commit().await?)
    }

    /// A row of a plain table with two indexes, behind the same fence.
    async fn insert(&self, n: u64) -> Result<()> {
        let job: Free = self.job(n)?;
        let tx = self.db.tenant(job.tenant_id).await?;
        let (ids, now) = ([self.clock.id()], self.clock.now());
        sql::insert_news().bind(&tx, &job.tenant_id.0, &"noop", &"created", &None, &ids.as_slice(), &now).await?;
        Ok(tx.commit().await?)
    }

    async fn bulk(&self, count: u64) -> Result<()> {
        let begun = Instant::now();
        for first in (0..count).step_by(500) {
            let jobs = (first..count.min(first + 500)).map(|n| self.job(n)).collect::<Result<Vec<Free>>>()?;
            let tx = self.db.system("enqueue for many merchants").await?;
            enqueue_all(&tx, &self.clock, &jobs).await?;
            tx.commit().await?;
        }
        rate("bulk", count, begun)
    }

    fn worker(&self, seen: &Arc<Seen>, listener: Listener) -> Worker<Arc<Seen>> {
        let mut registry = Registry::default();
        let clock = self.clock.clone();
        registry.add(move |seen: Arc<Seen>, _, job: Free| std::future::ready(seen.begun(&clock, job.at)));
        let clock = self.clock.clone();
        registry.add(move |seen: Arc<Seen>, _, job: Few| std::future::ready(seen.begun(&clock, job.at)));
        let name = Name { name: "bench:1".into(), version: "0" };
        let (db, clock) = (self.db.clone(), self.clock.clone());
        Worker::new(db, clock, Arc::clone(seen), registry, listener, Arc::new(|_| {}), name)
    }

    async fn drain(&self, count: u64) -> Result<()> {
        let (seen, stop) = (Arc::new(Seen::default()), CancellationToken::new());
        let begun = Instant::now();
        let worker = tokio::spawn(self.worker(&seen, Listener::default()).run(stop.clone()));
        while seen.ended.load(Ordering::Relaxed) < count {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        stop.cancel();
        // it ends when everything is written down
        worker.await?;
        rate("drain", count, begun)
    }

    async fn work(&self) -> Result<()> {
        let listener = Listener::default();
        let wakes = tokio::spawn(listener.clone().run(self.db.clone()));
        self.worker(&Arc::default(), listener).run(CancellationToken::new()).await;
        wakes.abort();
        Ok(())
    }

    /// Another process enqueues: wake-ups come through PostgreSQL.
    async fn listen(&self, count: u64) -> Result<()> {
        let (seen, stop, listener) = (Arc::new(Seen::default()), CancellationToken::new(), Listener::default());
        let wakes = tokio::spawn(listener.clone().run(self.db.clone()));
        let worker = tokio::spawn(self.worker(&seen, listener).run(stop.clone()));
        println!("ready");
        while seen.ended.load(Ordering::Relaxed) < count {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        stop.cancel();
        worker.await?;
        wakes.abort();
        let mut waits = seen.take_waits();
        // connections and statements are new at first
        waits.drain(..waits.len() / 10);
        let [p50, p95, p99, max] = quantiles(&mut waits);
        println!("{{\"n\":{},\"p50\":{p50:.2},\"p95\":{p95:.2},\"p99\":{p99:.2},\"max\":{max:.2}}}", waits.len());
        Ok(())
    }

    async fn watch(&self, every: u64) -> Result<()> {
        let (seen, listener) = (Arc::new(Seen::default()), Listener::default());
        let wakes = tokio::spawn(listener.clone().run(self.db.clone()));
        let worker = tokio::spawn(self.worker(&seen, listener).run(CancellationToken::new()));
        let begun = tokio::time::Instant::now();
        while !worker.is_finished() && !wakes.is_finished() {
            tokio::time::sleep(Duration::from_secs(every)).await;
            let mut waits = seen.take_waits();
            let [p50, p95, p99, max] = quantiles(&mut waits);
            println!("{}\t{}\t{p50:.2}\t{p95:.2}\t{p99:.2}\t{max:.2}", begun.elapsed().as_secs(), waits.len());
        }
        Ok(())
    }

    async fn pace(&self, rate: u64, seconds: u64) -> Result<()> {
        let listener = Listener::default();
        let wakes = tokio::spawn(listener.clone().run(self.db.clone()));
        tokio::time::sleep(Duration::from_millis(200)).await;
        let begun = tokio::time::Instant::now();
        let mut sent = tokio::task::JoinSet::new();
        for n in 0..rate * seconds {
            tokio::time::sleep_until(begun + Duration::from_secs(1) * u32::try_from(n)? / u32::try_from(rate)?).await;
            let (bench, listener) = (self.clone(), listener.clone());
            sent.spawn(async move {
                if n % 2 == 0 {
                    bench.enqueue::<20>(n).await?
                } else {
                    bench.enqueue::<1000>(n).await?
                }
                listener.wake(Channel::Jobs);
                Ok::<(), Box<dyn Error + Send + Sync>>(())
            });
        }
        while let Some(ended) = sent.join_next().await {
            ended??;
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
        wakes.abort();
        println!("{{\"sent\":{}}}", rate * seconds);
        Ok(())
    }
}

/// p50, p95, p99 and the greatest.
fn quantiles(waits: &mut [f64]) -> [f64; 4] {
    waits.sort_by(f64::total_cmp);
    [500, 950, 990, 1000]
        .map(|share| waits.get(waits.len() * share / 1000).or(waits.last()).copied().unwrap_or_default())
}

fn rate(what: &str, count: u64, begun: Instant) -> Result<()> {
    let seconds = begun.elapsed().as_secs_f64();
    let count = f64::from(u32::try_from(count)?);
    println!("{{\"what\":\"{what}\",\"jobs\":{count},\"seconds\":{seconds:.3},\"per_s\":{:.0}}}", count / seconds);
    Ok(())
}
