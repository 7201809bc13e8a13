//! The standing jobs: read pages of one stream until nothing is new or the slice is used up, then come back later.

mod endings;

use std::time::{Duration, Instant};

use fulexo_db::Tx;
use fulexo_jobs::{Failure, Outcome, Run};
use fulexo_kernel::TenantId;
use fulexo_queries::queries::{stores as sql, sync as log};
use fulexo_woo::{Error as WooError, Page};
use jiff::{SignedDuration, Timestamp};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::pages::{Broken, quarantine};
use super::streams;
use crate::news::{self, Kind, Op};
use crate::stores::streams::{Stream, SyncCustomers, SyncOrders, SyncProducts};
use crate::stores::{Connection, open, recovered};
use crate::{App, Error};

/// How long the log tells of a run.
const RUNS_KEPT: SignedDuration = SignedDuration::from_hours(90 * 24);
/// After so many rows of an import every table it fills has some.
const FIRST_ROWS: i32 = 300;
/// One job reads this long, then makes room for others.
const SLICE: Duration = Duration::from_secs(20);

pub(super) async fn sync_orders(app: App, run: Run, job: SyncOrders) -> Result<Outcome, Failure> {
    sync(app, run, job.tenant_id, job.store_id, job.stream).await
}

pub(super) async fn sync_products(app: App, run: Run, job: SyncProducts) -> Result<Outcome, Failure> {
    sync(app, run, job.tenant_id, job.store_id, job.stream).await
}

pub(super) async fn sync_customers(app: App, run: Run, job: SyncCustomers) -> Result<Outcome, Failure> {
    sync(app, run, job.tenant_id, job.store_id, job.stream).await
}

/// The place of a stream as it is kept.
#[derive(Default, Serialize, Deserialize)]
struct Saved<T> {
    round: Option<Timestamp>,
    #[serde(default)]
    place: T,
}

fn round_of(cursor: &str) -> Option<Timestamp> {
    serde_json::from_str::<Saved<serde::de::IgnoredAny>>(cursor).ok()?.round
}

/// Why a step did not succeed.
pub(super) enum Failed {
    /// The store's fault, or the way's.
    Store(WooError),
    /// Ours.
    Ours(Error),
}

impl From<WooError> for Failed {
    fn from(error: WooError) -> Self {
        Self::Store(error)
    }
}

impl From<Error> for Failed {
    fn from(error: Error) -> Self {
        Self::Ours(error)
    }
}

impl From<fulexo_db::Error> for Failed {
    fn from(error: fulexo_db::Error) -> Self {
        Self::Ours(error.into())
    }
}

impl From<fulexo_db::PgError> for Failed {
    fn from(error: fulexo_db::PgError) -> Self {
        Self::Ours(error.into())
    }
}

/// Whether the stream has more.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Step {
    More,
    /// Everything the store had when the reading began is here; come back after this long.
    CaughtUp(Duration),
    /// Enough for now, though the round goes on; come back after this long.
    Rest(Duration),
    /// Not yet: another stream must come first.
    NotYet,
}

/// What a page or a slice brought.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Tally {
    pub read: i32,
    pub created: i32,
    pub updated: i32,
    pub unchanged: i32,
    pub quarantined: i32,
}

impl Tally {
    /// Of a page of so many records; what was neither created, updated nor broken was here already.
    pub(super) fn of(read: usize, created: usize, updated: usize, quarantined: usize) -> Self {
        let [read, created, updated, quarantined] =
            [read, created, updated, quarantined].map(|n| i32::try_from(n).unwrap_or(i32::MAX));
        let unchanged = read.saturating_sub(created).saturating_sub(updated).saturating_sub(quarantined).max(0);
        Self { read, created, updated, unchanged, quarantined }
    }

    fn add(&mut self, other: Self) {
        self.read += other.read;
        self.created += other.created;
        self.updated += other.updated;
        self.unchanged += other.unchanged;
        self.quarantined += other.quarantined;
    }
}

/// One reading of one stream.
pub(super) struct Reader {
    pub app: App,
    pub connection: Connection,
    pub stream: sql::Stream,
    pub per_page: u32,
    pub ahead: Option<streams::Ahead>,
    /// Our clock when this reading began.
    began: Timestamp,
    /// Our clock when this round through the stream began, perhaps some readings ago.
    round: Timestamp,
    requests: i32,
    unsaved_requests: i32,
    run: Uuid,
    logged: bool,
    sum: Tally,
    page_began: Instant,
}

async fn sync(app: App, run: Run, tenant: TenantId, store: Uuid, stream: Stream) -> Result<Outcome, Failure> {
    let Some(connection) = open(&app, tenant, store).await? else { return Ok(Outcome::Cancel) };
    let Some(mut reader) = Reader::begin(app, connection, stream).await? else { return Ok(Outcome::Cancel) };
    let started = Instant::now();
    loop {
        reader.page_began = Instant::now();
        match streams::step(&mut reader, stream).await {
            Ok(Step::More) if started.elapsed() < SLICE && !run.stopping.is_cancelled() => {}
            Ok(Step::More) => return Ok(reader.pause().await?),
            Ok(Step::NotYet) => return Ok(reader.wait().await?),
            Ok(Step::Rest(interval)) => return Ok(reader.rest(interval).await?),
            Ok(Step::CaughtUp(interval)) => return Ok(reader.caught_up(interval).await?),
            Err(Failed::Store(error)) => return Ok(reader.failed(&error).await?),
            Err(Failed::Ours(error)) => {
                reader.end_run("failed", Some("internal"), Some("Fulexo failed inside; the job tries again.")).await?;
                return Err(error.into());
            }
        }
    }
}

impl Reader {
    async fn begin(app: App, connection: Connection, stream: Stream) -> Result<Option<Self>, Error> {
        let (tenant, store, now) = (connection.tenant, connection.store.id, app.clock.now());
        let tx = app.db.tenant(tenant).await?;
        let row = sql::lock_stream().bind(&tx, &store, &stream.word()).opt().await?;
        let Some(row) = row.filter(|s| s.state != "paused") else { return Ok(None) };
        log::end_abandoned_runs().bind(&tx, &now, &store, &stream.word()).await?;
        let mut reader = Self {
            per_page: u32::try_from(connection.store.page_size).unwrap_or(100),
            ahead: None,
            run: app.clock.id(),
            began: now,
            round: round_of(&row.cursor).unwrap_or(now),
            requests: 0,
            unsaved_requests: 0,
            logged: false,
            sum: Tally::default(),
            page_began: Instant::now(),
            stream: row,
            connection,
            app,
        };
        if reader.importing() {
            reader.log_run(&tx).await?;
        }
        tx.commit().await?;
        Ok(Some(reader))
    }

    /// Tells whether the stream has never been complete.
    pub(super) const fn importing(&self) -> bool {
        self.stream.imported_at.is_none()
    }

    /// The saved place of the walk.
    pub(super) fn cursor<T: DeserializeOwned + Default>(&self) -> T {
        let saved: Saved<T> = serde_json::from_str(&self.stream.cursor).unwrap_or_default();
        saved.place
    }

    /// A transaction of the store's merchant.
    pub(super) async fn tx(&self) -> Result<Tx, Error> {
        Ok(self.app.db.tenant(self.connection.tenant).await?)
    }

    /// Counts a request and passes its answer on.
    pub(super) fn counted<T>(&mut self, answer: Result<T, WooError>) -> Result<T, WooError> {
        self.requests += 1;
        self.unsaved_requests += 1;
        self.app.metrics.store_requests.inc();
        answer
    }

    /// When a page was read, by the store's clock.
    pub(super) fn read_at(&self, page: &Page) -> Timestamp {
        page.date.unwrap_or_else(|| self.connection.client.store_now())
    }

    /// Saves a place that a page led to without bringing anything.
    pub(super) async fn stand(&mut self, cursor: &impl Serialize) -> Result<Step, Failed> {
        let tx = self.tx().await?;
        self.save(tx, cursor, Tally::default(), None, &[]).await?;
        Ok(Step::More)
    }

    /// Completes a page: broken records, the place it leads to, counts; then the commit.
    pub(super) async fn save(
        &mut self,
        tx: Tx,
        cursor: &impl Serialize,
        tally: Tally,
        total: Option<i64>,
        broken: &[Broken],
    ) -> Result<(), Failed> {
        let store = self.connection.store.id;
        quarantine(&tx, &self.app, store, broken).await?;
        let saved = Saved { round: Some(self.round), place: cursor };
        self.stream.cursor = serde_json::to_string(&saved).map_err(|e| Error::Internal(e.to_string()))?;
        self.stream.done += i64::from(tally.created);
        if self.importing() {
            self.stream.total = total.or(self.stream.total).map(|t| t.max(self.stream.done));
            self.stream.rate = Some(self.rate(tally.read));
        }
        self.write_stream(&tx).await?;
        // the first import would dwarf every later hour of the picture
        let fresh = if self.importing() { 0 } else { tally.created + tally.updated };
        if self.unsaved_requests > 0 || fresh > 0 {
            sql::count_activity().bind(&tx, &store, &self.app.clock.now(), &0, &fresh, &self.unsaved_requests).await?;
        }
        self.sum.add(tally);
        if !self.logged && tally.created + tally.updated + tally.quarantined > 0 {
            self.log_run(&tx).await?;
        }
        if self.logged {
            let (t, requests) = (tally, self.unsaved_requests);
            log::add_to_run()
                .bind(&tx, &requests, &t.read, &t.created, &t.updated, &t.unchanged, &t.quarantined, &self.run)
                .await?;
        }
        if self.importing() {
            news::tell(&tx, &self.app.clock, self.connection.tenant, Kind::Stream, Op::Updated, Some(store), &[store])
                .await?;
        }
        tx.commit().await?;
        self.unsaved_requests = 0;
        self.app.wake_screens();
        if self.importing() && self.sum.read <= FIRST_ROWS {
            self.app.learn_sizes().await?;
        }
        self.recover().await?;
        Ok(())
    }

    /// Rows per second, smoothed over pages.
    fn rate(&self, rows: i32) -> f64 {
        let now = f64::from(rows) / self.page_began.elapsed().as_secs_f64().max(0.001);
        self.stream.rate.map_or(now, |before| before.mul_add(0.8, now * 0.2))
    }

    async fn write_stream(&self, tx: &Tx) -> Result<(), Error> {
        let s = &self.stream;
        let state = if self.importing() { "importing" } else { "live" };
        sql::save_stream()
            .bind(
                tx,
                &state,
                &s.cursor.as_str(),
                &s.done,
                &s.total,
                &s.rate,
                &s.imported_at,
                &s.last_success_at,
                &self.connection.store.id,
                &s.stream.as_str(),
            )
            .await?;
        Ok(())
    }

    /// The store answered after trouble, or for the first time.
    async fn recover(&mut self) -> Result<(), Error> {
        let store = &mut self.connection.store;
        if self.stream.failures == 0 && store.state == "healthy" {
            return Ok(());
        }
        self.stream.failures = 0;
        "healthy".clone_into(&mut store.state);
        let tx = self.app.db.tenant(self.connection.tenant).await?;
        recovered(&tx, &self.app.clock, self.connection.tenant, self.connection.store.id).await?;
        tx.commit().await?;
        self.app.wake_screens();
        Ok(())
    }

    async fn log_run(&mut self, tx: &Tx) -> Result<(), Error> {
        let kind = if self.importing() { "import" } else { "delta" };
        log::insert_run()
            .bind(tx, &self.run, &self.connection.store.id, &self.stream.stream.as_str(), &kind, &self.began)
            .await?;
        let before = self.began.saturating_sub(RUNS_KEPT).unwrap_or(self.began);
        log::forget_runs().bind(tx, &self.connection.store.id, &before).await?;
        self.logged = true;
        Ok(())
    }

    async fn end_run(&mut self, state: &str, cause: Option<&str>, reason: Option<&str>) -> Result<(), Error> {
        let tx = self.tx().await?;
        if !self.logged && state != "succeeded" {
            self.log_run(&tx).await?;
        }
        if self.logged {
            let requests = std::mem::take(&mut self.unsaved_requests);
            log::end_run().bind(&tx, &state, &self.app.clock.now(), &requests, &cause, &reason, &self.run).await?;
        }
        self.keep_skew(&tx).await?;
        tx.commit().await?;
        Ok(())
    }

    /// Remembers how far the store's clock is from ours, when that has moved.
    async fn keep_skew(&self, tx: &Tx) -> Result<(), Error> {
        let (skew, known) = (self.connection.client.clock_skew_ms(), self.connection.store.clock_skew_ms);
        if skew.abs_diff(known) > 2000 {
            sql::set_skew().bind(tx, &skew, &self.connection.store.id).await?;
        }
        Ok(())
    }
}
