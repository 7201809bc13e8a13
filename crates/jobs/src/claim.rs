//! Who takes which job. Each merchant's oldest goes first, then each one's second: a merchant with a million jobs delays
//! another's single one by no more than what runs already. Nothing is remembered that a restart would miss.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use fulexo_db::{Db, Error, PgError, Tx};
use fulexo_kernel::{Clock, TenantId};
use fulexo_queries::queries::jobs as sql;
use futures::FutureExt as _;
use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use crate::job::Kind;
use crate::settle::Claimed;

/// How many of the oldest one claim looks at; when there are more it goes round the merchants instead.
const WINDOW: std::ops::RangeInclusive<i64> = 64..=1000;
/// Jobs become visible when their transaction commits, which may be later than their moment by this much.
const LATE: SignedDuration = SignedDuration::from_secs(10);
/// Which share of the time looks below the floors may take at most.
const SWEEP_SHARE: u32 = 20;
/// A kind of which nothing could be taken is left alone this long, unless one of its jobs ends.
const BARREN: Duration = Duration::from_millis(50);

/// Kinds of which fewer may run are counted over the fleet; of others each process runs as many.
const COUNTED: usize = 200;
/// Merchants visited by one claim when many wait.
const LANES: i64 = 64;

/// A claimed job with its work.
pub(crate) struct Task {
    pub job: Claimed,
    pub kind: &'static str,
    pub args: String,
    pub tenant_id: Option<Uuid>,
    pub store_id: Option<Uuid>,
}

/// Where a worker stands in the queue of a kind.
#[derive(Clone, Copy, Default)]
struct Place {
    /// Nothing waits before it: what lies there is dead, but may not be vacuumed yet.
    floor: Timestamp,
    /// What a look below the floor has found.
    below: Option<Timestamp>,
    /// More waits than one look can see.
    many: bool,
    /// The merchant that is next.
    from: Uuid,
    barren_until: Option<Instant>,
    /// How many of its jobs have ended here.
    ends: u64,
}

/// A worker's way to the queue.
pub(crate) struct Claims {
    db: Db,
    clock: Clock,
    worker: Uuid,
    places: Mutex<BTreeMap<&'static str, Place>>,
    /// No run that still goes on is older.
    runs_floor: Mutex<Uuid>,
}

impl Claims {
    pub(crate) fn new(db: Db, clock: Clock, worker: Uuid) -> Self {
        Self { db, clock, worker, places: Mutex::default(), runs_floor: Mutex::default() }
    }

    /// Lets jobs be taken whose moment has come; returns when the next one comes.
    pub(crate) async fn promote(&self, only: Option<TenantId>) -> Result<Option<Timestamp>, Error> {
        let tx = self.db.system("let jobs be taken whose moment has come").await?;
        let row = sql::promote().bind(&tx, &self.clock.now(), &only.map(|t| t.0)).one().await?;
        tx.commit().await?;
        Ok(if row.n < 1000 { row.next } else { Some(self.clock.now()) })
    }

    /// Those of these kinds that have something to take, the most urgent first.
    pub(crate) async fn look<'k>(
        &self,
        kinds: impl Iterator<Item = &'k Kind>,
        only: Option<TenantId>,
    ) -> Result<Vec<&'k Kind>, Error> {
        let begun = Instant::now();
        let kinds: Vec<&Kind> = kinds.filter(|kind| !self.barren(kind, begun)).collect();
        let now = self.clock.now();
        let floor = |kind: &&Kind| if only.is_some() { Timestamp::UNIX_EPOCH } else { self.lowered_floor(kind.name) };
        let oldest = self.oldest(&kinds, kinds.iter().map(floor).collect(), now, only).await?;
        let horizon = now.saturating_sub(LATE).unwrap_or_default();
        let mut found = Vec::new();
        for kind in kinds {
            let oldest = oldest.get(kind.name).copied();
            self.change(kind.name, |place| place.floor = oldest.map_or(horizon, |oldest| oldest.min(horizon)));
            if let Some(oldest) = oldest {
                found.push((kind.urgency(now.duration_since(oldest)), kind));
            }
        }
        found.sort_by(|a, b| b.0.total_cmp(&a.0));
        Ok(found.into_iter().map(|(_, kind)| kind).collect())
    }

    /// Looks below the floors, where a job may lie whose transaction took long; returns how long to wait until the
    /// next time: what is dead but not vacuumed makes it slow.
    pub(crate) async fn sweep(&self, kinds: impl Iterator<Item = &Kind>) -> Result<Duration, Error> {
        let begun = Instant::now();
        let kinds: Vec<&Kind> = kinds.collect();
        let floors = vec![Timestamp::UNIX_EPOCH; kinds.len()];
        for (kind, oldest) in self.oldest(&kinds, floors, self.clock.now(), None).await? {
            self.change(kind, |place| place.below = (oldest < place.floor).then_some(oldest));
        }
        Ok(begun.elapsed() * SWEEP_SHARE)
    }

    /// The moment of the oldest that may be taken, of those kinds that have one.
    async fn oldest(
        &self,
        kinds: &[&Kind],
        floors: Vec<Timestamp>,
        now: Timestamp,
        only: Option<TenantId>,
    ) -> Result<BTreeMap<&'static str, Timestamp>, Error> {
        let names: Vec<&str> = kinds.iter().map(|kind| kind.name).collect();
        let tx = self.db.system("look for due jobs").await?;
        // nothing is written: nobody waits for its end
        let rows = sql::waiting_kinds().bind(&tx, &names, &floors, &now, &only.map(|t| t.0)).all().await?;
        let name = |found: &str| kinds.iter().map(|kind| kind.name).find(|name| *name == found);
        Ok(rows.into_iter().filter_map(|row| Some((name(&row.kind)?, row.oldest))).collect())
    }

    /// Takes jobs of a kind, no more than the limit and what fleet and merchants may run.
    pub(crate) async fn take(&self, kind: &Kind, limit: usize, only: Option<TenantId>) -> Result<Vec<Task>, Error> {
        let ends = self.place(kind.name).ends;
        let tasks = match self.take_fairly(kind, limit, only).await {
            // another worker took a job of the same serial key in this moment: look again
            Err(Error::Postgres(e)) if fulexo_db::is_unique_violation(&e, "job_runs_serial_idx") => Vec::new(),
            tasks => tasks?,
        };
        if tasks.is_empty() && only.is_none() {
            // what ended meanwhile may have made room that this look did not see
            self.change(kind.name, |place| {
                place.barren_until = (place.ends == ends).then(|| Instant::now() + BARREN);
            });
        }
        Ok(tasks)
    }

    /// A job of this kind has ended: another may be taken.
    pub(crate) fn ended(&self, kind: &str) {
        if let Some(place) = lock(&self.places).get_mut(kind) {
            place.barren_until = None;
            place.ends += 1;
        }
    }

    /// No run is older than this one, if any runs at all.
    pub(crate) fn nothing_runs_before(&self, oldest: Option<Uuid>) {
        let horizon = self.clock.now().saturating_sub(LATE).unwrap_or_default();
        let millis = u128::try_from(horizon.as_millisecond()).unwrap_or_default();
        let horizon = Uuid::from_u128(millis << 80);
        *lock(&self.runs_floor) = oldest.map_or(horizon, |oldest| oldest.min(horizon));
    }

    async fn take_fairly(&self, kind: &Kind, limit: usize, only: Option<TenantId>) -> Result<Vec<Task>, Error> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX).min(*WINDOW.end());
        if only.is_none() && self.place(kind.name).many {
            return self.go_round(kind, limit).await;
        }
        let window = limit.saturating_mul(4).clamp(*WINDOW.start(), *WINDOW.end());
        let ask = self.ask(kind, limit);
        let floor = if only.is_some() { Timestamp::UNIX_EPOCH } else { self.place(kind.name).floor };
        let only_id = only.map(|t| t.0);
        let tx = self.db.system("claim jobs").await?;
        let claim = sql::claim();
        let claim = claim.bind(
            &tx,
            &kind.name,
            &ask.counted,
            &ask.runs_floor,
            &only_id,
            &floor,
            &ask.now,
            &window,
            &ask.per_tenant,
            &limit,
            &ask.concurrency,
            &ask.run_ids,
            &self.worker,
        );
        let rows = in_turn(&tx, kind, only_id, claim.all()).await?;
        tx.commit().await?;
        let many = rows.first().is_some_and(|row| row.seen >= window);
        let mut tasks = tasks(kind, rows);
        let left = limit - i64::try_from(tasks.len()).unwrap_or(limit);
        if many && only.is_none() {
            self.change(kind.name, |place| place.many = true);
            if left > 0 {
                tasks.extend(self.go_round(kind, left).await?);
            }
        }
        Ok(tasks)
    }

    /// Takes an equal share of every merchant that waits, from where the last claim ended.
    async fn go_round(&self, kind: &Kind, limit: i64) -> Result<Vec<Task>, Error> {
        let mut tasks = Vec::new();
        let mut left = limit;
        loop {
            let from = self.place(kind.name).from;
            let rows = self.round(kind, left, from).await?;
            let head = rows.first();
            let ended = head.is_none_or(|row| row.seen < left.min(LANES));
            let next = head.and_then(|row| row.last_lane).filter(|_| !ended);
            let next = next.map_or(Uuid::nil(), |lane| Uuid::from_u128(lane.as_u128().saturating_add(1)));
            let taken = self::tasks(kind, rows);
            left -= i64::try_from(taken.len()).unwrap_or(left);
            tasks.extend(taken);
            let again = ended && !from.is_nil() && left > 0;
            self.change(kind.name, |place| {
                place.from = next;
                place.many = again || left <= 0 || !ended;
            });
            if !again {
                return Ok(tasks);
            }
        }
    }

    async fn round(&self, kind: &Kind, limit: i64, from: Uuid) -> Result<Vec<sql::Taken>, Error> {
        let ask = self.ask(kind, limit);
        let lanes = i32::try_from(limit.min(LANES)).unwrap_or(i32::MAX);
        let floor = self.place(kind.name).floor;
        let tx = self.db.system("claim jobs of each merchant in turn").await?;
        let claim = sql::claim_lanes();
        let claim = claim.bind(
            &tx,
            &kind.name,
            &ask.counted,
            &ask.runs_floor,
            &from,
            &floor,
            &ask.now,
            &lanes,
            &ask.per_tenant,
            &limit,
            &ask.concurrency,
            &ask.run_ids,
            &self.worker,
        );
        let rows = in_turn(&tx, kind, None, claim.all()).await?;
        tx.commit().await?;
        Ok(rows)
    }

    fn ask(&self, kind: &Kind, limit: i64) -> Ask {
        Ask {
            now: self.clock.now(),
            counted: kind.concurrency < COUNTED,
            runs_floor: *lock(&self.runs_floor),
            per_tenant: i64::try_from(kind.per_tenant).unwrap_or(i64::MAX),
            concurrency: i64::try_from(kind.concurrency).unwrap_or(i64::MAX),
            run_ids: (0..limit).map(|_| self.clock.id()).collect(),
        }
    }

    fn place(&self, kind: &str) -> Place {
        lock(&self.places).get(kind).copied().unwrap_or_default()
    }

    /// Where to look from now on.
    fn lowered_floor(&self, kind: &'static str) -> Timestamp {
        let mut floor = Timestamp::UNIX_EPOCH;
        self.change(kind, |place| {
            place.floor = place.below.take().map_or(place.floor, |below| below.min(place.floor));
            floor = place.floor;
        });
        floor
    }

    fn change(&self, kind: &'static str, change: impl FnOnce(&mut Place)) {
        change(lock(&self.places).entry(kind).or_default());
    }

    fn barren(&self, kind: &Kind, now: Instant) -> bool {
        self.place(kind.name).barren_until.is_some_and(|until| now < until)
    }
}

/// Claims when the claims of this kind before it have ended, so that the fleet's limits hold; one way to the database.
async fn in_turn(
    tx: &Tx,
    kind: &Kind,
    only: Option<Uuid>,
    claim: impl Future<Output = Result<Vec<sql::Taken>, PgError>> + Send,
) -> Result<Vec<sql::Taken>, PgError> {
    let mut rows = Vec::new();
    let lock = async { sql::lock_claims().bind(tx, &kind.name, &only).one().await.map(drop) };
    let claim = async {
        rows = claim.await?;
        Ok::<(), PgError>(())
    };
    tx.in_order(vec![lock.boxed(), claim.boxed()]).await?;
    Ok(rows)
}

/// What a claim asks for beside the kind's name.
struct Ask {
    now: Timestamp,
    counted: bool,
    runs_floor: Uuid,
    per_tenant: i64,
    concurrency: i64,
    run_ids: Vec<Uuid>,
}

fn tasks(kind: &Kind, rows: Vec<sql::Taken>) -> Vec<Task> {
    let task = |row: sql::Taken| {
        Some(Task {
            job: Claimed { id: row.id?, run_id: row.run_id?, attempt: row.attempt?, max_attempts: row.max_attempts? },
            kind: kind.name,
            args: row.args?,
            tenant_id: row.tenant_id,
            store_id: row.store_id,
        })
    };
    rows.into_iter().filter_map(task).collect()
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
