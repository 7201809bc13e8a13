//! Claims jobs, runs them side by side, writes down how they ended, keeps its lease.

mod settling;

use std::collections::{BTreeMap, BTreeSet};
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use fulexo_db::{Channel, Db, Error, Listener};
use fulexo_kernel::{CanFail as _, Clock, TenantId};
use futures::FutureExt as _;
use tokio::sync::{Notify, OwnedSemaphorePermit, Semaphore};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use uuid::Uuid;

use crate::claim::{Claims, Task};
use crate::job::{Failure, Kind};
pub use crate::lease::Name;
use crate::lease::{BEAT, Lease};
use crate::registry::{Registry, Run};
use crate::settle::Ending;
use crate::stats::Stats;

const POLL: Duration = Duration::from_secs(1);
/// How often jobs are looked for whose transaction took long.
const SWEEP: Duration = Duration::from_secs(5);
const DRAIN: Duration = Duration::from_secs(10);
/// Jobs one process runs at a time, of all kinds together.
const SLOTS: usize = 64;

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
    claims: Claims,
    lease: Lease,
    stats: Stats,
    /// Free places by kind, and of all kinds together.
    slots: BTreeMap<&'static str, Arc<Semaphore>>,
    all_slots: Arc<Semaphore>,
    news: Notify,
    running: TaskTracker,
    /// Runs that really are in these hands, until their end is durable.
    held: Mutex<BTreeSet<Uuid>>,
    ended: Mutex<Vec<Ended>>,
    to_settle: Notify,
    stopping: CancellationToken,
    abandoned: CancellationToken,
}

/// An attempt whose end is not durable yet.
struct Ended {
    ending: Ending,
    task: Task,
    took: Duration,
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
        name: Name,
    ) -> Self {
        let worker = clock.id();
        let most = registry.kinds().map(|k| k.concurrency).max().unwrap_or(0).max(SLOTS);
        Self {
            claims: Claims::new(db.clone(), clock.clone(), worker),
            lease: Lease {
                // when work holds all connections, or waits on dead ones, the lease must not
                db: db.reserved(),
                clock: clock.clone(),
                worker,
                name,
                kinds: registry.kinds().map(|k| k.name).collect(),
            },
            slots: registry.kinds().map(|k| (k.name, Arc::new(Semaphore::new(k.concurrency)))).collect(),
            all_slots: Arc::new(Semaphore::new(most)),
            db,
            clock,
            context,
            registry: Arc::new(registry),
            listener,
            observer,
            stats: Stats::default(),
            news: Notify::new(),
            running: TaskTracker::new(),
            held: Mutex::default(),
            ended: Mutex::default(),
            to_settle: Notify::new(),
            stopping: CancellationToken::new(),
            abandoned: CancellationToken::new(),
        }
    }

    /// Works until told to stop, then lets running jobs end within ten seconds and hands the rest back.
    pub async fn run(self, stop: CancellationToken) {
        let worker = Arc::new(self);
        let mut wakes = worker.listener.subscribe();
        worker
            .lease
            .beat(false, &worker.stats)
            .await
            .can_fail("the next beat comes soon; runs without it are taken back");
        let pulse = tokio::spawn(Arc::clone(&worker).keep_lease());
        let sweeping = tokio::spawn(Arc::clone(&worker).sweep_all());
        let settling = tokio::spawn(Arc::clone(&worker).settle_all());
        let mut promoted: Option<(Instant, Option<jiff::Timestamp>)> = None;
        while !stop.is_cancelled() {
            match worker.claim_and_start(&mut promoted).await {
                Ok(0) => {}
                Ok(_) => continue,
                Err(error) => {
                    tracing::warn!(%error, "cannot claim jobs; trying again");
                }
            }
            let next = promoted.and_then(|(_, next)| next).map(|at| at.duration_since(worker.clock.now()));
            let wait = next.and_then(|wait| Duration::try_from(wait).ok()).map_or(POLL, |wait| wait.min(POLL));
            tokio::select! {
                () = stop.cancelled() => {}
                () = worker.news.notified() => {}
                () = wait_for_jobs(&mut wakes) => {}
                () = tokio::time::sleep(wait.max(Duration::from_millis(1))) => {}
            }
        }
        worker.stop().await;
        pulse.abort();
        sweeping.abort();
        settling.abort();
        worker.lease.leave(&worker.stats).await.can_fail("the lease ends anyway");
    }

    async fn stop(self: &Arc<Self>) {
        self.stopping.cancel();
        self.lease.beat(true, &self.stats).await.can_fail("people see a moment later that it stops");
        self.running.close();
        if tokio::time::timeout(DRAIN, self.running.wait()).await.is_err() {
            self.abandoned.cancel();
            self.running.wait().await;
        }
        let settled = async {
            while self.held().iter().next().is_some() {
                self.to_settle.notify_one();
                self.news.notified().await;
            }
        };
        tokio::time::timeout(DRAIN, settled).await.can_fail("the leases end anyway");
    }

    /// Runs everything of one tenant that is due, until nothing is. For tests: the clock decides what is due.
    pub async fn drain(self: &Arc<Self>, tenant: TenantId) -> Result<usize, Error> {
        self.lease.beat(false, &self.stats).await?;
        let mut total = 0;
        loop {
            self.claims.promote(Some(tenant)).await?;
            let mut started = 0;
            for kind in self.claims.look(self.registry.kinds(), Some(tenant)).await? {
                started += self.claim(kind, Some(tenant)).await?;
            }
            self.running.close();
            self.running.wait().await;
            self.running.reopen();
            self.settle().await?;
            if started == 0 {
                self.lease.leave(&self.stats).await?;
                return Ok(total);
            }
            total += started;
        }
    }

    /// Takes jobs of silent workers back, once.
    pub async fn reap(&self) -> Result<u64, Error> {
        self.lease.reap(&[]).await
    }

    /// One round: lets due jobs be taken, looks which kinds wait, takes of them by urgency.
    async fn claim_and_start(
        self: &Arc<Self>,
        promoted: &mut Option<(Instant, Option<jiff::Timestamp>)>,
    ) -> Result<usize, Error> {
        let due =
            promoted.is_none_or(|(at, next)| at.elapsed() >= POLL || next.is_some_and(|next| next <= self.clock.now()));
        if due {
            *promoted = Some((Instant::now(), self.db.in_time(self.claims.promote(None)).await?));
        }
        let free = self.registry.kinds().filter(|kind| self.free(kind) > 0);
        let mut started = 0;
        for kind in self.db.in_time(self.claims.look(free, None)).await? {
            started += self.claim(kind, None).await?;
        }
        Ok(started)
    }

    /// How many jobs of a kind may begin here.
    fn free(&self, kind: &Kind) -> usize {
        let own = self.slots.get(kind.name).map_or(0, |slots| slots.available_permits());
        own.min(self.all_slots.available_permits())
    }

    async fn claim(self: &Arc<Self>, kind: &Kind, only: Option<TenantId>) -> Result<usize, Error> {
        let limit = self.free(kind);
        if limit == 0 {
            return Ok(0);
        }
        let tasks = self.db.in_time(self.claims.take(kind, limit, only)).await?;
        let started = tasks.len();
        self.held().extend(tasks.iter().map(|task| task.job.run_id));
        for task in tasks {
            self.start(task).await;
        }
        Ok(started)
    }

    async fn start(self: &Arc<Self>, task: Task) {
        let Some(slots) = self.slots.get(task.kind) else { return };
        let Ok(slot) = Arc::clone(slots).acquire_owned().await else { return };
        let Ok(any) = Arc::clone(&self.all_slots).acquire_owned().await else { return };
        let worker = Arc::clone(self);
        self.running.spawn(async move { worker.attempt(task, (slot, any)).await });
    }

    async fn attempt(&self, task: Task, slots: (OwnedSemaphorePermit, OwnedSemaphorePermit)) {
        let Some(entry) = self.registry.kinds.get(task.kind) else { return };
        let run = Run {
            id: task.job.id,
            attempt: task.job.attempt,
            last: task.job.attempt >= task.job.max_attempts,
            stopping: self.stopping.clone(),
        };
        let started = Instant::now();
        let timeout = entry.kind.timeout;
        let handler = async { (entry.handler)(self.context.clone(), run, &task.args).await };
        let work = AssertUnwindSafe(tokio::time::timeout(timeout, handler)).catch_unwind();
        let ending = tokio::select! {
            ended = work => {
                let result = match ended {
                    Ok(Ok(result)) => result,
                    Ok(Err(_)) => Err(failure(format!("it took longer than {} s", timeout.as_secs()))),
                    Err(panic) => Err(failure(format!("it panicked: {}", said(&*panic)))),
                };
                Ending::of(&self.clock, entry.kind.backoff, &task.job, result)
            }
            () = self.abandoned.cancelled() => Ending::back(&self.clock, &task.job),
        };
        drop(slots);
        self.ended().push(Ended { ending, task, took: started.elapsed() });
        self.to_settle.notify_one();
    }

    fn held(&self) -> MutexGuard<'_, BTreeSet<Uuid>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn ended(&self) -> MutexGuard<'_, Vec<Ended>> {
        self.ended.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn keep_lease(self: Arc<Self>) {
        let mut suspects = BTreeSet::new();
        loop {
            let wait = match self.lease.beat(self.stopping.is_cancelled(), &self.stats).await {
                Ok(()) => {
                    self.take_back_runs(&mut suspects).await;
                    BEAT
                }
                Err(error) => {
                    tracing::debug!(%error, "the next beat comes before the lease ends");
                    BEAT / 5
                }
            };
            tokio::time::sleep(wait).await;
        }
    }

    /// Looks now and then for jobs that nobody else looks for.
    async fn sweep_all(self: Arc<Self>) {
        loop {
            let wait = match self.claims.sweep(self.registry.kinds()).await {
                Ok(wait) => wait.max(SWEEP),
                Err(error) => {
                    tracing::debug!(%error, "cannot look for late jobs; trying again");
                    SWEEP
                }
            };
            tokio::time::sleep(wait).await;
        }
    }

    /// Takes back runs of silent workers, and those in this worker's name of which it does not know, twice in a row: an
    /// answer may be under way.
    async fn take_back_runs(&self, suspects: &mut BTreeSet<Uuid>) {
        let mut lost = Vec::new();
        if let Ok((oldest, strays)) = self.lease.runs(|run| self.held().contains(run)).await {
            self.claims.nothing_runs_before(oldest);
            lost.extend(strays.intersection(suspects).copied());
            *suspects = strays;
        }
        self.lease.reap(&lost).await.map(drop).can_fail("reaped next time");
    }
}

fn failure(error: String) -> Failure {
    Failure { error, after: None, fatal: false }
}

/// What a panic said.
fn said(panic: &(dyn std::any::Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("without a word")
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
