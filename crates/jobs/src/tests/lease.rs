//! Workers that go silent, and the fence in front of those that come back.

use std::sync::Arc;
use std::time::Duration;

use fulexo_queries::queries::jobs as sql;
use tokio::sync::Semaphore;
use tokio_util::sync::CancellationToken;

use super::{Script, World, done, failing, script};
use crate::settle::{Claimed, hand_back, settle};
use crate::{Failure, Outcome};

const LEASE: Duration = Duration::from_secs(20);

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
        let (now, worker) = (self.clock.now(), self.clock().id());
        let lease = now.checked_add(LEASE).unwrap();
        let tx = self.db.system("claim as a worker that dies").await.unwrap();
        let row = sql::claim().bind(&tx, &"step", &now, &None, &1, &lease, &worker).one().await.unwrap();
        tx.commit().await.unwrap();
        Claimed { id: row.id, attempt: row.attempt, max_attempts: row.max_attempts, worker }
    }
}

#[tokio::test]
async fn jobs_of_a_silent_worker_go_back_when_the_lease_ends() {
    let world = World::new().await;
    world.enqueue(&world.step("x")).await;
    let lost = world.claim().await;
    assert!(world.drain(done()).await.is_empty(), "taken");
    let other = world.worker(done());
    world.clock.advance(LEASE);
    assert_eq!(other.reap().await.unwrap(), 0, "the lease still holds");
    world.clock.advance(Duration::from_millis(1));
    assert_eq!(other.reap().await.unwrap(), 1);
    assert_eq!(other.reap().await.unwrap(), 0);
    let job = world.job().await;
    assert_eq!((job["state"].as_str(), job["attempt"].as_i64()), (Some("retryable"), Some(1)));
    assert_eq!(job["last_error"], "the worker went silent: its lease ended");
    assert_eq!(world.drain(done()).await, ["x"]);
    let attempts = world.rows("select outcome, attempt, worker from job_attempts order by attempt").await;
    assert_eq!((attempts[0]["outcome"].as_str(), attempts[1]["outcome"].as_str()), (Some("lost"), Some("done")));
    assert_eq!(attempts[0]["worker"], lost.worker.to_string());
}

#[tokio::test]
async fn the_last_lost_attempt_is_the_end() {
    let world = World::new().await;
    world.enqueue(&world.step("x")).await;
    let reaper = world.worker(done());
    for _ in 0..3 {
        world.claim().await;
        world.clock.advance(LEASE + Duration::from_secs(1));
        assert_eq!(reaper.reap().await.unwrap(), 1);
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
        world.clock.advance(LEASE + Duration::from_secs(1));
        assert_eq!(world.worker(done()).reap().await.unwrap(), 1);
        let new = world.claim().await;
        let before = world.job().await;
        settle(&world.db, &world.clock(), &old, ending()).await.unwrap();
        hand_back(&world.db, &world.clock(), &old).await.unwrap();
        // the same worker, an attempt before this one
        let ghost = Claimed { attempt: old.attempt, ..new.clone() };
        settle(&world.db, &world.clock(), &ghost, ending()).await.unwrap();
        assert_eq!(world.job().await, before);
        assert_eq!(world.outcomes().await, ["lost"]);
        assert_eq!(settle(&world.db, &world.clock(), &new, Ok(Outcome::Done)).await.unwrap(), "done");
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
    world.clock.advance(LEASE + Duration::from_secs(1));
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
    let first = world.job().await["lease_until"].clone();
    world.clock.advance(Duration::from_secs(15));
    let kept = async {
        while world.job().await["lease_until"] == first {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(10), kept).await.expect("a beat within seconds");
    world.clock.advance(Duration::from_secs(15));
    assert_eq!(world.worker(done()).reap().await.unwrap(), 0);
    gate.open.add_permits(1);
    stop.cancel();
    running.await.unwrap();
    assert_eq!(world.outcomes().await, ["done"]);
}

#[tokio::test]
async fn a_job_handed_back_is_unharmed() {
    let world = World::new().await;
    world.enqueue(&world.step("x")).await;
    world.drain(failing("once")).await;
    world.clock.advance(Duration::from_secs(60));
    let job = world.claim().await;
    assert_eq!(job.attempt, 2);
    hand_back(&world.db, &world.clock(), &job).await.unwrap();
    let row = world.job().await;
    assert_eq!((row["state"].as_str(), row["attempt"].as_i64()), (Some("available"), Some(1)));
    assert_eq!(world.outcomes().await, ["retry"]);
    assert_eq!(world.drain(done()).await, ["x"]);
}
