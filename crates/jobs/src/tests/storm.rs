//! Too much at once: jobs that all fail together, that take too long, that hold every connection, that kill.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use fulexo_db::{Db, DbConfig, Tx};
use fulexo_queries::client::async_::GenericClient as _;
use serde::{Deserialize, Serialize};
use tokio::sync::Semaphore;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;

use super::{Script, Step, World, done, script};
use crate::lease::BEAT;
use crate::{Backoff, Failure, Job, Kind, Name, Outcome, Registry, Run, Worker, enqueue_all};

/// Many may run, and many do.
#[derive(Serialize, Deserialize)]
struct Gust(Step);

impl Job for Gust {
    const KIND: Kind = Kind { name: "gust", concurrency: 40, per_tenant: 40, backoff: Backoff::PLAIN, ..Step::KIND };

    fn tenant(&self) -> Option<fulexo_kernel::TenantId> {
        Some(self.0.tenant)
    }
}

/// A worker of gusts and steps that runs until stopped.
struct Working {
    stop: CancellationToken,
    ended: JoinHandle<()>,
}

impl Working {
    fn start(world: &World, db: &Db, gust: Script, step: Script) -> Self {
        let mut registry = Registry::default();
        registry.add(move |(), run: Run, job: Gust| gust(run, job.0));
        registry.add(move |(), run: Run, job: Step| step(run, job));
        let (clock, listener) = (world.clock(), fulexo_db::Listener::default());
        let name = Name { name: "storm:1".into(), version: "0" };
        let worker = Worker::new(db.clone(), clock, (), registry, listener, Arc::new(|_| {}), name);
        let stop = CancellationToken::new();
        Self { ended: tokio::spawn(worker.run(stop.clone())), stop }
    }

    async fn end(self) {
        self.stop.cancel();
        self.ended.await.unwrap();
    }
}

impl World {
    async fn gusts(&self, count: usize) {
        let gusts: Vec<Gust> = (0..count).map(|n| Gust(self.step(&n.to_string()))).collect();
        let tx = self.db.tenant(self.tenant).await.unwrap();
        enqueue_all(&tx, &self.clock(), &gusts).await.unwrap();
        tx.commit().await.unwrap();
    }

    async fn count(&self, from: &str) -> u64 {
        self.rows(&format!("select count(*) as n from {from}")).await[0]["n"].as_u64().unwrap()
    }

    /// Waits until a count has come to this.
    async fn until(&self, from: &str, wanted: u64) {
        let client = fulexo_db::testing::superuser(&self.urls).await;
        let sql = format!("select count(*) from {from}");
        let reached = async {
            while client.query_one(&sql, &[]).await.unwrap().get::<_, i64>(0) < i64::try_from(wanted).unwrap() {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(Duration::from_secs(60), reached).await.unwrap_or_else(|_| panic!("{from}: not {wanted}"));
    }
}

#[tokio::test]
async fn a_storm_of_failures_comes_back_spread_out() {
    let world = World::new().await;
    let tried = Arc::new(AtomicUsize::new(0));
    let noted = Arc::clone(&tried);
    let failing = script(move |run, _| {
        noted.fetch_add(1, Ordering::SeqCst);
        async move {
            if run.attempt > 1 {
                return Ok(Outcome::Done);
            }
            Err(Failure { error: "the store is away".into(), after: None, fatal: false })
        }
    });
    let working = Working::start(&world, &world.db, failing, done());
    world.gusts(1000).await;
    world.until("job_attempts", 1000).await;
    // time stands still: nobody tries again, and another merchant is served at once
    let mut other = world.step("other");
    other.tenant = world.tenant("two").await;
    world.enqueue(&other).await;
    world.until("job_history", 1).await;
    assert_eq!(tried.load(Ordering::SeqCst), 1000, "no tight loop");
    let per_moment = "(select date_bin('100 ms', run_at, 'epoch') as at, count(*) as n from jobs group by 1) m";
    let most = world.rows(&format!("select max(n) as n, count(*) as moments from {per_moment}")).await;
    let (most, moments) = (most[0]["n"].as_u64().unwrap(), most[0]["moments"].as_u64().unwrap());
    // 30 tenths of a second, 33 jobs each
    assert!(moments >= 25 && most <= 70, "{moments} moments, {most} in one");
    world.clock.advance(Duration::from_secs(2));
    world.until("job_history", 200).await;
    assert!(world.count("jobs where state = 'retryable'").await > 400, "the rest waits for its own moment");
    world.clock.advance(Duration::from_secs(3));
    world.until("job_history", 1001).await;
    assert_eq!(tried.load(Ordering::SeqCst), 2000);
    working.end().await;
}

#[tokio::test]
async fn a_slow_consumer_claims_no_more_than_it_can_run() {
    let world = World::new().await;
    let (inside, open) = (Arc::new(AtomicUsize::new(0)), Arc::new(Semaphore::new(0)));
    let (begun, gate) = (Arc::clone(&inside), Arc::clone(&open));
    let slow = script(move |_, _| {
        let (begun, gate) = (Arc::clone(&begun), Arc::clone(&gate));
        async move {
            begun.fetch_add(1, Ordering::SeqCst);
            gate.acquire().await.unwrap().forget();
            Ok(Outcome::Done)
        }
    });
    let working = Working::start(&world, &world.db, slow, done());
    world.gusts(500).await;
    world.until("job_runs", 40).await;
    let lease = "select lease_until from job_workers";
    let first = world.rows(lease).await;
    // two beats, in which it could have taken more
    let two = format!(
        "job_workers where lease_until > '{}'::timestamptz + interval '9 s'",
        first[0]["lease_until"].as_str().unwrap()
    );
    world.until(&two, 1).await;
    assert_eq!((world.count("job_runs").await, inside.load(Ordering::SeqCst)), (40, 40));
    assert_eq!(world.worker(done()).reap().await.unwrap(), 0, "its lease holds");
    world.enqueue(&world.step("quick")).await;
    world.until("job_history where kind = 'step'", 1).await;
    open.add_permits(500);
    world.until("job_history", 501).await;
    assert_eq!(world.rows("select from job_attempts").await.len(), 0, "none was lost");
    working.end().await;
}

#[tokio::test]
async fn a_poisoned_job_dies_and_its_neighbours_do_not_notice() {
    let world = World::new().await;
    let panicking = script(|_, step| async move {
        assert_ne!(step.name, "3", "a poisoned job");
        Ok(Outcome::Done)
    });
    for n in 0..9 {
        world.enqueue(&world.step(&n.to_string())).await;
    }
    for _ in 0..Step::KIND.max_attempts {
        world.drain(Arc::clone(&panicking)).await;
        world.clock.advance(Duration::from_secs(60));
    }
    assert_eq!(world.job().await["state"], "dead");
    assert_eq!(world.count("job_history where attempt = 1").await, 8);
    let attempts = world.rows("select outcome, error from job_attempts order by attempt").await;
    let outcomes: Vec<&str> = attempts.iter().map(|row| row["outcome"].as_str().unwrap()).collect();
    assert_eq!(outcomes, ["retry", "retry", "fail"]);
    assert!(attempts[0]["error"].as_str().unwrap().contains("it panicked"), "{attempts:?}");
}

/// Takes every connection of both pools.
async fn hold(world: &World, db: &Db, connections: usize) -> Vec<Tx> {
    let mut held = Vec::new();
    for _ in 0..connections {
        held.push(db.tenant(world.tenant).await.unwrap());
        held.push(db.system("hold it").await.unwrap());
    }
    for tx in &held {
        tx.execute("select 1", &[]).await.unwrap();
    }
    held
}

#[tokio::test]
async fn a_worker_without_connections_keeps_its_lease() {
    let world = World::new().await;
    let (tenant_url, system_url) = (world.urls.tenant.clone(), world.urls.system.clone());
    let few = DbConfig { tenant_url, system_url, tenant_connections: 2, system_connections: 2 };
    let db = Db::connect(&few).await.unwrap();
    let (begun, open) = (Arc::new(Semaphore::new(0)), Arc::new(Semaphore::new(0)));
    let (entered, gate) = (Arc::clone(&begun), Arc::clone(&open));
    let own = db.clone();
    let waiting = script(move |_, step| {
        let (entered, gate, db) = (Arc::clone(&entered), Arc::clone(&gate), own.clone());
        async move {
            entered.add_permits(1);
            gate.acquire().await.unwrap().forget();
            let tx = db.tenant(step.tenant).await?;
            tx.execute("select 1", &[]).await?;
            tx.commit().await?;
            Ok(Outcome::Done)
        }
    });
    let working = Working::start(&world, &db, waiting, done());
    world.gusts(10).await;
    begun.acquire_many(10).await.unwrap().forget();
    let held = loop {
        // the worker's own rounds take one for a moment
        if let Ok(held) = tokio::time::timeout(Duration::from_secs(4), hold(&world, &db, 2)).await {
            break held;
        }
    };
    let seen = world.rows("select seen_at from job_workers").await;
    let beat = format!(
        "job_workers where seen_at >= '{}'::timestamptz + interval '1 s'",
        seen[0]["seen_at"].as_str().unwrap()
    );
    world.until(&beat, 1).await;
    // ends wait, and what waits for a connection in vain is tried again
    open.add_permits(100);
    tokio::time::timeout(BEAT * 2, async {
        while db.status().waiting == 0 {
            tokio::task::yield_now().await
        }
    })
    .await
    .unwrap();
    assert_eq!(world.worker(done()).reap().await.unwrap(), 0, "the lease held");
    drop(held);
    let all = async {
        while world.count("job_history").await < 10 {
            world.clock.advance(Duration::from_secs(1));
        }
    };
    tokio::time::timeout(Duration::from_secs(40), all).await.unwrap();
    assert_eq!(world.count("job_attempts where outcome = 'lost'").await, 0);
    working.end().await;
}

#[tokio::test]
async fn a_clock_that_steps_back_and_forth_takes_nobodys_work_away() {
    let world = World::new().await;
    let real = world.clock.now();
    let mut ran: BTreeMap<String, usize> = BTreeMap::new();
    let mut left: BTreeSet<String> = BTreeSet::new();
    for (n, hours) in [0, -5, 3, -1, 48, -48, 0].into_iter().enumerate() {
        world.clock.set(real.checked_add(jiff::SignedDuration::from_hours(hours)).unwrap());
        for name in [format!("{n}-a"), format!("{n}-b")] {
            world.enqueue(&world.step(&name)).await;
            left.insert(name);
        }
        for name in world.drain(done()).await {
            assert!(left.remove(&name), "{name} ran twice");
            *ran.entry(name).or_default() += 1;
        }
    }
    // what was due by a clock that was ahead waits until it is that late
    world.clock.set(real.checked_add(jiff::SignedDuration::from_hours(49)).unwrap());
    for name in world.drain(done()).await {
        assert!(left.remove(&name), "{name} ran twice");
        *ran.entry(name).or_default() += 1;
    }
    assert!(left.is_empty(), "{left:?}");
    assert!(ran.len() == 14 && ran.values().all(|n| *n == 1), "{ran:?}");
    assert_eq!(world.count("job_attempts").await, 0);
}
