//! Whatever breaks, every job ends once: workers killed at work, connections cut, clocks that step, jobs that panic.
//! A failing run names its seed; `FULEXO_SEED` runs it again.

use std::sync::Arc;
use std::time::{Duration, Instant};

use fulexo_db::testing::Client;
use fulexo_db::{Db, DbConfig};
use fulexo_queries::client::async_::GenericClient as _;
use jiff::SignedDuration;
use rand::rngs::StdRng;
use rand::{Rng as _, SeedableRng as _};
use tokio_util::sync::CancellationToken;

use super::{Script, Step, World, script};
use crate::{Failure, Outcome};

const JOBS: usize = 60;
const TENANTS: usize = 5;

/// A key for each effect, the effects, and how often a key was found taken.
const TABLES: &str = "
    create table keys (name text primary key);
    create table effects (name text not null);
    create table found (name text not null);
    grant insert, select on keys, effects, found to fulexo_tenant";

/// Writes the effect of a step under its key in one transaction, as every handler must.
async fn effect(db: &Db, step: &Step) -> Result<(), Failure> {
    let tx = db.tenant(step.tenant).await?;
    let new = tx.execute("insert into keys values ($1) on conflict do nothing", &[&step.name]).await? == 1;
    let into = if new { "insert into effects values ($1)" } else { "insert into found values ($1)" };
    tx.execute(into, &[&step.name]).await?;
    Ok(tx.commit().await?)
}

/// A handler that fails, panics, dawdles or works, as the dice of its attempt say.
fn moody(seed: u64, db: &Db) -> Script {
    let db = db.clone();
    script(move |run, step: Step| {
        let db = db.clone();
        async move {
            let name: u64 = step.name.parse().unwrap();
            let mut dice = StdRng::seed_from_u64(seed ^ (name << 8) ^ u64::try_from(run.attempt).unwrap());
            let away = || Failure { error: "away".into(), after: Some(Duration::ZERO), fatal: false };
            match dice.random_range(0..10) {
                _ if run.last => {}
                0 => panic!("a poisoned job"),
                1 => return Err(away()),
                2 => {
                    effect(&db, &step).await?;
                    return Err(away());
                }
                3 if rand::random() => return Ok(Outcome::Snooze(Duration::ZERO)),
                4 => {
                    for _ in 0..dice.random_range(1..400) {
                        tokio::task::yield_now().await;
                    }
                }
                _ => {}
            }
            effect(&db, &step).await?;
            Ok(Outcome::Done)
        }
    })
}

/// A worker with threads and connections of its own, so that it can be killed.
struct Process {
    runtime: tokio::runtime::Runtime,
    stop: CancellationToken,
    ended: tokio::task::JoinHandle<()>,
}

impl Process {
    fn start(world: &World, seed: u64) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let stop = CancellationToken::new();
        let (stopped, mut own) = (stop.clone(), world.clone());
        let ended = runtime.spawn(async move {
            let (tenant_url, system_url) = (own.urls.tenant.clone(), own.urls.system.clone());
            let config = DbConfig { tenant_url, system_url, tenant_connections: 1, system_connections: 4 };
            own.db = loop {
                match Db::connect(&config).await {
                    Ok(db) => break db,
                    // cut while it connected
                    Err(_) => tokio::task::yield_now().await,
                }
            };
            let script = moody(seed, &own.db);
            Arc::into_inner(own.worker(script)).unwrap().run(stopped).await;
        });
        Self { runtime, stop, ended }
    }

    /// As `kill -9` would: nothing is handed back, the lease stands until it ends.
    fn kill(self) {
        self.runtime.shutdown_background();
    }

    async fn end(self) {
        self.stop.cancel();
        self.ended.await.unwrap();
        self.runtime.shutdown_background();
    }
}

/// Waits for another end, but not for long: all may be dead. How many jobs have ended.
async fn more(client: &Client, ended: i64) -> i64 {
    let patience = Instant::now() + Duration::from_millis(100);
    loop {
        let now = client.query_one("select count(*) from job_history", &[]).await.unwrap().get(0);
        if now > ended || Instant::now() > patience {
            return now;
        }
    }
}

/// Breaks something, and lets leases of the dead end as time would.
async fn disturb(world: &World, client: &Client, dice: &mut StdRng) {
    match dice.random_range(0..12) {
        0 => {
            let cut = "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'fulexo_system' and random() < 0.5";
            client.batch_execute(cut).await.unwrap();
        }
        1 => world.clock.advance(Duration::from_secs(dice.random_range(1..3_600))),
        3 => {
            world.clock.set(world.clock.now().checked_sub(SignedDuration::from_secs(dice.random_range(1..60))).unwrap())
        }
        2 => client
            .batch_execute("update job_workers set lease_until = clock_timestamp() - interval '1 s'")
            .await
            .unwrap(),
        _ => {}
    }
    world.clock.advance(Duration::from_secs(2));
    // as a person would with jobs whose workers died thrice
    let replay = "update jobs set state = 'available', attempt = 0, finished_at = null where state = 'dead'";
    client.batch_execute(replay).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[expect(clippy::print_stdout, reason = "a failing run names its seed")]
async fn every_job_ends_once_whatever_breaks() {
    let given = std::env::var_os("FULEXO_SEED").and_then(|seed| seed.to_str()?.parse().ok());
    let seed = given.unwrap_or_else(rand::random::<u64>);
    println!("FULEXO_SEED={seed}");
    let mut dice = StdRng::seed_from_u64(seed);
    let world = World::new().await;
    let mut tenants = vec![world.tenant];
    for n in 1..TENANTS {
        tenants.push(world.tenant(&format!("m{n}")).await);
    }
    for n in 0..JOBS {
        let serial = (n % 3 == 0).then(|| format!("store-{}", n % 7));
        let step = Step { tenant: tenants[n % TENANTS], serial, ..world.step(&n.to_string()) };
        world.enqueue(&step).await;
    }
    fulexo_db::testing::superuser(&world.urls).await.batch_execute(TABLES).await.unwrap();
    let reaper = world.worker(super::done());
    let mut alive: Vec<Process> = Vec::new();
    let all_end = async {
        let client = fulexo_db::testing::superuser(&world.urls).await;
        let mut ended = 0;
        while ended < i64::try_from(JOBS).unwrap() {
            if alive.len() < 2 {
                alive.push(Process::start(&world, seed));
            } else if dice.random_bool(0.1) {
                alive.remove(0).kill();
            } else if dice.random_bool(0.05) {
                alive.remove(0).end().await;
            }
            disturb(&world, &client, &mut dice).await;
            // the connection may have been cut
            drop(reaper.reap().await);
            let now = more(&client, ended).await;
            if now == ended {
                // the dead hold all places: time goes by
                world.leases_end().await;
            }
            ended = now;
        }
    };
    let late = tokio::time::timeout(Duration::from_secs(200), all_end).await.is_err();
    let left = world.rows("select state, attempt, last_error, run_id from jobs").await;
    assert!(!late, "seed {seed}: {} jobs are left: {:?}", left.len(), left.first());
    for process in alive {
        process.end().await;
    }
    assert!(left.is_empty(), "seed {seed}: {left:?}");
    let history =
        world.rows("select count(distinct id) as jobs, count(*) as n from job_history where state = 'completed'").await;
    assert_eq!((history[0]["jobs"].as_u64(), history[0]["n"].as_u64()), (Some(60), Some(60)), "seed {seed}");
    let effects = world.rows("select count(*) as n, count(distinct name) as names from effects").await;
    assert_eq!((effects[0]["n"].as_u64(), effects[0]["names"].as_u64()), (Some(60), Some(60)), "seed {seed}");
    assert!(world.rows("select from job_runs").await.is_empty(), "seed {seed}");
}
