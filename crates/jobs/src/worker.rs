//! Claims jobs, runs them side by side within each kind's concurrency, keeps their leases alive.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use fulexo_db::{Channel, Db, Error, Listener};
use fulexo_kernel::{CanFail as _, Clock, TenantId};
use fulexo_queries::queries::jobs as sql;
use tokio::sync::{Notify, Semaphore};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use uuid::Uuid;

use crate::job::{Failure, Outcome};
use crate::registry::{Registry, Run};
use crate::settle::{Claimed, hand_back, settle};

const POLL: Duration = Duration::from_secs(1);
const LEASE: Duration = Duration::from_secs(20);
const HEARTBEAT: Duration = Duration::from_secs(5);
const REAP: Duration = Duration::from_secs(5);
const DRAIN: Duration = Duration::from_secs(10);

/// One attempt, as metrics see it.
#[derive(Clone, Copy, Debug)]
pub struct Attempt<'a> {
    /// The job's kind.
    pub kind: &'a str,
    /// done, retry, fail, snooze or cancel.
    pub outcome: &'a str,
    /// How long it ran.
    pub duration: Duration,
}

/// Hears of every attempt.
pub type Observer = Arc<dyn Fn(Attempt<'_>) + Send + Sync>;

/// Runs the registered kinds over a context.
pub struct Worker<C> {
    db: Db,
    clock: Clock,
    context: C,
    registry: Arc<Registry<C>>,
    listener: Listener,
    observer: Observer,
    id: Uuid,
    slots: Arc<BTreeMap<&'static str, Arc<Semaphore>>>,
    freed: Arc<Notify>,
    running: TaskTracker,
    /// What really runs here; only these leases are kept.
    held: Mutex<BTreeSet<Uuid>>,
    stopping: CancellationToken,
    abandoned: CancellationToken,
}

/// A claimed job with its work.
struct Task {
    job: Claimed,
    kind: &'static str,
    args: String,
    tenant_id: Option<Uuid>,
    store_id: Option<Uuid>,
}

impl<C: Clone + Send + Sync + 'static> Worker<C> {
    /// Makes a worker with an identity of its own.
    pub fn new(
        db: Db,
        clock: Clock,
        context: C,
        registry: Registry<C>,
        listener: Listener,
        observer: Observer,
    ) -> Self {
        let slots = registry.kinds().map(|k| (k.name, Arc::new(Semaphore::new(k.concurrency)))).collect();
        Self {
            db,
            id: clock.id(),
            clock,
            context,
            registry: Arc::new(registry),
            listener,
            observer,
            slots: Arc::new(slots),
            freed: Arc::default(),
            running: TaskTracker::new(),
            held: Mutex::default(),
            stopping: CancellationToken::new(),
            abandoned: CancellationToken::new(),
        }
    }

    /// Works until told to stop, then lets running jobs end within ten seconds and hands the rest back.
    pub async fn run(self, stop: CancellationToken) {
        let worker = Arc::new(self);
        let pulse = tokio::spawn(Arc::clone(&worker).keep_leases());
        let mut news = worker.listener.subscribe();
        while !stop.is_cancelled() {
            match worker.claim_and_start(None).await {
                Ok(0) => {}
                Ok(_) => continue,
                Err(error) => tracing::warn!(%error, "cannot claim jobs; trying again"),
            }
            tokio::select! {
                () = stop.cancelled() => {}
                () = worker.freed.notified() => {}
                () = wait_for_jobs(&mut news) => {}
                () = tokio::time::sleep(POLL) => {}
            }
        }
        worker.stopping.cancel();
        worker.running.close();
        if tokio::time::timeout(DRAIN, worker.running.wait()).await.is_err() {
            worker.abandoned.cancel();
            worker.running.wait().await;
        }
        pulse.abort();
    }

    /// Runs everything of one tenant that is due, until nothing is. For tests: the clock decides what is due.
    pub async fn drain(self: &Arc<Self>, tenant: TenantId) -> Result<usize, Error> {
        let mut total = 0;
        loop {
            let started = self.claim_and_start(Some(tenant)).await?;
            self.running.close();
            self.running.wait().await;
            self.running.reopen();
            if started == 0 {
                return Ok(total);
            }
            total += started;
        }
    }

    /// Takes jobs of silent workers back, once.
    pub async fn reap(&self) -> Result<u64, Error> {
        let attempt_ids: Vec<Uuid> = (0..100).map(|_| self.clock.id()).collect();
        let tx = self.db.system("take back jobs of silent workers").await?;
        let n = sql::reap().bind(&tx, &self.clock.now(), &attempt_ids).await?;
        tx.commit().await?;
        Ok(n)
    }

    async fn claim_and_start(self: &Arc<Self>, only: Option<TenantId>) -> Result<usize, Error> {
        let free: Vec<&str> = self.slots.iter().filter(|(_, s)| s.available_permits() > 0).map(|(k, _)| *k).collect();
        let tx = self.db.system("look for due jobs").await?;
        let due = sql::due_kinds().bind(&tx, &free, &self.clock.now(), &only.map(|t| t.0)).all().await?;
        tx.commit().await?;
        let mut started = 0;
        for kind in due {
            for task in self.claim(&kind, only).await? {
                started += 1;
                self.start(task).await;
            }
        }
        Ok(started)
    }

    async fn claim(&self, kind: &str, only: Option<TenantId>) -> Result<Vec<Task>, Error> {
        let Some((&name, slots)) = self.slots.get_key_value(kind) else { return Ok(Vec::new()) };
        let now = self.clock.now();
        let lease = now.saturating_add(LEASE).unwrap_or(now);
        let limit = i64::try_from(slots.available_permits()).unwrap_or(1);
        let tx = self.db.system("claim jobs").await?;
        let claimed = sql::claim().bind(&tx, &kind, &now, &only.map(|t| t.0), &limit, &lease, &self.id).all().await;
        let rows = match claimed {
            Ok(rows) => rows,
            // another worker took a job of the same serial key in this moment: look again
            Err(e) if fulexo_db::is_unique_violation(&e, "jobs_serial_idx") => return Ok(Vec::new()),
            Err(e) => return Err(e.into()),
        };
        tx.commit().await?;
        let task = |row: sql::Claim| Task {
            job: Claimed { id: row.id, attempt: row.attempt, max_attempts: row.max_attempts, worker: self.id },
            kind: name,
            args: row.args,
            tenant_id: row.tenant_id,
            store_id: row.store_id,
        };
        Ok(rows.into_iter().map(task).collect())
    }

    async fn start(self: &Arc<Self>, task: Task) {
        let Some(slots) = self.slots.get(task.kind) else { return };
        let Ok(slot) = Arc::clone(slots).acquire_owned().await else { return };
        let worker = Arc::clone(self);
        self.held().insert(task.job.id);
        self.running.spawn(async move {
            let id = task.job.id;
            worker.attempt(task).await;
            worker.held().remove(&id);
            drop(slot);
            worker.freed.notify_one();
        });
    }

    fn held(&self) -> std::sync::MutexGuard<'_, BTreeSet<Uuid>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn attempt(&self, task: Task) {
        let Some((kind, handler)) = self.registry.kinds.get(task.kind) else { return };
        let run = Run {
            id: task.job.id,
            attempt: task.job.attempt,
            last: task.job.attempt >= task.job.max_attempts,
            stopping: self.stopping.clone(),
        };
        let started = Instant::now();
        let work = tokio::spawn(tokio::time::timeout(kind.timeout, handler(self.context.clone(), run, &task.args)));
        let abort = work.abort_handle();
        let result = tokio::select! {
            joined = work => match joined {
                Ok(Ok(result)) => result,
                Ok(Err(_)) => Err(failure(format!("it took longer than {} s", kind.timeout.as_secs()))),
                Err(e) => Err(failure(format!("it panicked: {e}"))),
            },
            () = self.abandoned.cancelled() => {
                abort.abort();
                hand_back(&self.db, &self.clock, &task.job).await.can_fail("the lease ends anyway");
                return;
            }
        };
        self.end(&task, started.elapsed(), result).await;
    }

    async fn end(&self, task: &Task, duration: Duration, result: Result<Outcome, Failure>) {
        let error = result.as_ref().err().map(|f| f.error.clone());
        let outcome = match settle(&self.db, &self.clock, &task.job, result).await {
            Ok(outcome) => outcome,
            Err(error) => {
                tracing::warn!(%error, job_id = %task.job.id, "cannot write down how a job ended; its lease will end");
                return;
            }
        };
        (self.observer)(Attempt { kind: task.kind, outcome, duration });
        let duration_ms = duration.as_secs_f64() * 1000.0;
        let (tenant_id, store_id) = (task.tenant_id.map(|t| t.to_string()), task.store_id.map(|s| s.to_string()));
        let (job_id, attempt) = (task.job.id, task.job.attempt);
        if outcome == "fail" {
            tracing::warn!(target: "job", kind = task.kind, outcome, attempt, %job_id, tenant_id, store_id, duration_ms, error, "{} is dead", task.kind);
        } else {
            tracing::info!(target: "job", kind = task.kind, outcome, attempt, %job_id, tenant_id, store_id, duration_ms, error, "{} {outcome}", task.kind);
        }
    }

    async fn keep_leases(self: Arc<Self>) {
        let mut next_reap = Instant::now();
        loop {
            let now = self.clock.now();
            let lease = now.saturating_add(LEASE).unwrap_or(now);
            let beat = async {
                let tx = self.db.system("keep the leases of running jobs").await?;
                let held: Vec<Uuid> = self.held().iter().copied().collect();
                sql::heartbeat().bind(&tx, &lease, &held, &self.id).await?;
                tx.commit().await
            };
            beat.await.can_fail("the next beat comes before the lease ends");
            if Instant::now() >= next_reap {
                next_reap = Instant::now() + REAP;
                self.reap().await.map(drop).can_fail("reaped next time");
            }
            tokio::time::sleep(HEARTBEAT).await;
        }
    }
}

fn failure(error: String) -> Failure {
    Failure { error, after: None, fatal: false }
}

async fn wait_for_jobs(news: &mut tokio::sync::broadcast::Receiver<Channel>) {
    loop {
        match news.recv().await {
            Ok(Channel::Outbox) => {}
            Ok(Channel::Jobs) | Err(tokio::sync::broadcast::error::RecvError::Lagged(_)) => return,
            Err(tokio::sync::broadcast::error::RecvError::Closed) => return std::future::pending().await,
        }
    }
}
