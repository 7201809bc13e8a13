//! Workers that go silent, and the fence in front of those that come back.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;

use super::{Script, World, done, failing, script};
use crate::claim::Claims;
use crate::lease::Lease;
use crate::settle::{self, Claimed, Ending};
use crate::stats::Stats;
use crate::{Backoff, Failure, Job as _, Name, Outcome};

/// A script that tells when it has begun and ends when let.
struct Gate {
    begun: Arc<Semaphore>,
    open: Arc<Semaphore>,
}

impl Gate {
    fn new() -> (Self, Script) {
        let gate = Self { begun: Arc::new(Semaphore::new(0)), open: Arc::new(Semaphore::new(0)) };
        let (begun, open) = (Arc::clone(&gate.begun), Arc::clone(&gate.open));
        let waiting = script(move |_, _| {
            let (begun, open) = (Arc::clone(&begun), Arc::clone(&open));
            async move {
                begun.add_permits(1);
                open.acquire().await.unwrap().forget();
                Ok(Outcome::Done)
            }
        });
        (gate, waiting)
    }

    async fn begun(&self) {
        self.begun.acquire().await.unwrap().forget();
    }
}

impl World {
    /// Takes the only job without running it, as a worker that dies at once would.
    async fn claim(&self) -> Claimed {
        let worker = self.clock().id();
        let name = Name { name: "dead:1".into(), version: "0" };
        let lease = Lease { db: self.db.clone(), clock: self.clock(), worker, name, kinds: Vec::new() };
        lease.beat(false, &Stats::default()).await.unwrap();
        let claims = Claims::new(self.db.clone(), self.clock(), worker);
        claims.promote(None).await.unwrap();
        let mut tasks = claims.take(&super::Step::KIND, 1, None).await.unwrap();
        tasks.pop().expect("a job to take").job
    }

    /// The leases of all workers end, by the database's clock.
    pub(super) async fn leases_end(&self) {
        let client = fulexo_db::testing::superuser(&self.urls).await;
        client.batch_execute("update job_workers set lease_until = clock_timestamp() - interval '1 ms'").await.unwrap();
    }

    async fn settle(&self, job: &Claimed, result: Result<Outcome, Failure>) -> bool {
        let ending = Ending::of(&self.clock(), Backoff::PLAIN, job, result);
        settle::write(&self.db, &[ending]).await.unwrap().contains(&job.id)
    }

    async fn hand_back(&self, job: &Claimed) -> bool {
        settle::write(&self.db, &[Ending::back(&self.clock(), job)]).await.unwrap().contains(&job.id)
    }
}

#[tokio::test]
async fn jobs_of_a_silent_worker_go_back_when_the_lease_ends() {
    let world = World::new().await;
    world.enqueue(&world.step("x")).await;
    let lost = world.claim().await;
    assert!(world.drain(done()).await.is_empty(), "taken");
    let other = world.worker(done());
    world.clock.advance(Duration::from_secs(86_400));
    assert_eq!(other.reap().await.unwrap(), 0, "the lease still holds, whatever the clocks of machines say");
    world.leases_end().await;
    assert_eq!(other.reap().await.unwrap(), 1);
    assert_eq!(other.reap().await.unwrap(), 0);
    let job = world.job().await;
    assert_eq!((job["state"].as_str(), job["attempt"].as_i64()), (Some("retryable"), Some(1)));
    assert_eq!(job["last_error"], "the worker went silent: its lease ended");
    assert_eq!(world.drain(done()).await, ["x"]);
    assert_eq!(world.outcomes().await, ["lost", "done"]);
    let attempts = world.rows("select id from job_attempts").await;
    assert_eq!(attempts[0]["id"], lost.run_id.to_string());
}

#[tokio::test]
async fn the_last_lost_attempt_is_the_end() {
    let world = World::new().await;
    world.enqueue(&world.step("x")).await;
    let reaper = world.worker(done());
    for _ in 0..3 {
        world.claim().await;
        world.leases_end().await;
        assert_eq!(reaper.reap().await.unwrap(), 1);
        world.clock.advance(Duration::from_secs(10));
    }
    assert_eq!(world.job().await["state"], "dead");
    assert_eq!(world.outcomes().await, ["lost", "lost", "lost"]);
}

#[tokio::test]
async fn a_worker_that_lost_its_lease_changes_nothing() {
    let endings: [fn() -> Result<Outcome, Failure>; 5] = [
        || Ok(Outcome::Done),
        || Ok(Outcome::Cancel),
        || Ok(Outcome::Snooze(Duration::from_secs(9))),
        || Err(Failure { error: "late".into(), after: None, fatal: false }),
        || Err(Failure { error: "late".into(), after: None, fatal: true }),
    ];
    for ending in endings {
        let world = World::new().await;
        world.enqueue(&world.step("x")).await;
        let old = world.claim().await;
        world.leases_end().await;
        assert_eq!(world.worker(done()).reap().await.unwrap(), 1);
        let new = world.claim().await;
        let before = world.job().await;
        assert!(!world.settle(&old, ending()).await);
        assert!(!world.hand_back(&old).await);
        assert_eq!(world.job().await, before);
        assert_eq!(world.outcomes().await, ["lost"]);
        assert!(world.settle(&new, Ok(Outcome::Done)).await);
        assert_eq!(world.rows("select from job_history").await.len(), 1);
    }
}

#[tokio::test]
async fn a_slow_worker_finds_its_job_done_by_another() {
    let world = World::new().await;
    world.enqueue(&world.step("x")).await;
    let (gate, waiting) = Gate::new();
    let (slow, tenant) = (world.worker(waiting), world.tenant);
    let slow = tokio::spawn(async move { slow.drain(tenant).await });
    gate.begun().await;
    world.leases_end().await;
    assert_eq!(world.worker(done()).reap().await.unwrap(), 1);
    assert_eq!(world.drain(done()).await, ["x"]);
    gate.open.add_permits(1);
    slow.await.unwrap().unwrap();
    assert_eq!(world.outcomes().await, ["lost", "done"]);
    assert_eq!(world.rows("select from job_history").await.len(), 1);
}

#[tokio::test]
async fn a_running_worker_keeps_its_leases() {
    let world = World::new().await;
    let (gate, waiting) = Gate::new();
    let stop = CancellationToken::new();
    let worker = Arc::into_inner(world.worker(waiting)).unwrap();
    world.enqueue(&world.step("x")).await;
    let running = tokio::spawn(worker.run(stop.clone()));
    gate.begun().await;
    let lease = "select lease_until from job_workers";
    let first = world.rows(lease).await;
    let kept = async {
        while world.rows(lease).await == first {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(20), kept).await.expect("a beat within seconds");
    assert_eq!(world.worker(done()).reap().await.unwrap(), 0);
    gate.open.add_permits(1);
    stop.cancel();
    running.await.unwrap();
    assert_eq!(world.outcomes().await, ["done"]);
    assert!(world.rows("select from job_workers").await.is_empty(), "it has left");
}

#[tokio::test]
async fn a_job_handed_back_is_unharmed() {
    let world = World::new().await;
    world.enqueue(&world.step("x")).await;
    world.drain(failing("once")).await;
    world.clock.advance(Duration::from_secs(60));
    let job = world.claim().await;
    assert_eq!(job.attempt, 2);
    assert!(world.hand_back(&job).await);
    let row = world.job().await;
    assert_eq!((row["state"].as_str(), row["attempt"].as_i64()), (Some("available"), Some(1)));
    assert_eq!(world.outcomes().await, ["retry"]);
    assert_eq!(world.drain(done()).await, ["x"]);
}
