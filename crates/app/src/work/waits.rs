//! Why jobs do not run yet, read off what the workers look at when they claim.

use std::collections::{BTreeMap, BTreeSet};

use fulexo_jobs::Kind;
use fulexo_queries::queries::work as sql;
use jiff::Timestamp;
use uuid::Uuid;

use super::model::Waits;
use crate::{App, Error};

/// A job as far as its waiting goes.
pub(super) struct Waiting<'a> {
    pub kind: &'a str,
    pub state: &'a str,
    pub tenant_id: Option<Uuid>,
    pub store_id: Option<Uuid>,
    pub serial_key: Option<&'a str>,
    pub run_at: Timestamp,
}

impl<'a> From<&'a sql::Listed> for Waiting<'a> {
    fn from(row: &'a sql::Listed) -> Self {
        Self {
            kind: &row.kind,
            state: &row.state,
            tenant_id: row.tenant_id,
            store_id: row.store_id,
            serial_key: row.serial_key.as_deref(),
            run_at: row.run_at,
        }
    }
}

/// The lane of a merchant's jobs; the platform's own have the nil one.
pub(super) fn lane(tenant: Option<Uuid>) -> Uuid {
    tenant.unwrap_or_default()
}

/// What the fleet runs and may not run.
pub(super) struct Reasons {
    now: Timestamp,
    policy: BTreeMap<&'static str, Kind>,
    paused: Vec<sql::Paused>,
    busy: Vec<sql::Busy>,
    serial: BTreeMap<String, Uuid>,
    served: BTreeSet<String>,
}

impl Reasons {
    /// Reads what concerns these jobs; nothing, when none of them waits.
    pub(super) async fn read(app: &App, jobs: &[Waiting<'_>]) -> Result<Option<Self>, Error> {
        let waiting = || jobs.iter().filter(|job| waits(job.state));
        let kinds: BTreeSet<&str> = waiting().map(|job| job.kind).collect();
        if kinds.is_empty() {
            return Ok(None);
        }
        let kinds: Vec<&str> = kinds.into_iter().collect();
        let stores: Vec<Uuid> = waiting().filter_map(|job| job.store_id).collect();
        let keys: Vec<&str> = waiting().filter_map(|job| job.serial_key).collect();
        let tx = app.db.system("why jobs wait").await?;
        let paused = sql::pauses_on().bind(&tx, &kinds, &stores).all().await?;
        let busy = sql::busy().bind(&tx, &kinds).all().await?;
        let serial = sql::serial_runs().bind(&tx, &keys).all().await?;
        let served = sql::served_kinds().bind(&tx).all().await?;
        tx.commit().await?;
        Ok(Some(Self {
            now: app.clock.now(),
            policy: App::kinds().kinds().map(|kind| (kind.name, *kind)).collect(),
            paused,
            busy,
            serial: serial.into_iter().map(|run| (run.serial_key, run.job_id)).collect(),
            served: served.into_iter().collect(),
        }))
    }

    /// Why a job does not run; none when it runs or has ended.
    pub(super) fn of(&self, job: &Waiting<'_>) -> Option<Waits> {
        waits(job.state).then(|| {
            let until = (job.run_at > self.now && job.state != "available").then_some(job.run_at);
            Waits { until, ..self.cause(job) }
        })
    }

    fn cause(&self, job: &Waiting<'_>) -> Waits {
        let cause = |cause| Waits { cause, ..Waits::default() };
        if let Some(pause) = self.pause(job) {
            let cause = if pause.store_id.is_some() { "store_paused" } else { "kind_paused" };
            let reason = Some(pause.reason.clone()).filter(|reason| !reason.is_empty());
            return Waits { cause, paused_by: pause.by_name.clone(), reason, ..Waits::default() };
        }
        if job.run_at > self.now {
            return cause(if job.state == "retryable" { "retry" } else { "scheduled" });
        }
        if !self.served.contains(job.kind) {
            return cause("no_worker");
        }
        if let Some(id) = job.serial_key.and_then(|key| self.serial.get(key)) {
            return Waits { job_id: Some(*id), ..cause("serial") };
        }
        let of_kind = || self.busy.iter().filter(|busy| busy.kind == job.kind);
        let own: i64 = of_kind().filter(|busy| busy.lane == lane(job.tenant_id)).map(|busy| busy.n).sum();
        let all: i64 = of_kind().map(|busy| busy.n).sum();
        let full = |n: i64, most: fn(&Kind) -> usize| {
            self.policy.get(job.kind).is_some_and(|kind| usize::try_from(n).is_ok_and(|n| n >= most(kind)))
        };
        match () {
            () if full(own, |kind| kind.per_tenant) => cause("merchant_cap"),
            () if full(all, |kind| kind.concurrency) => cause("kind_full"),
            () => cause("turn"),
        }
    }

    /// The kind's pause is told first: resuming the store alone would not help.
    fn pause(&self, job: &Waiting<'_>) -> Option<&sql::Paused> {
        let of_kind = self.paused.iter().find(|p| p.store_id.is_none() && p.kind.as_deref() == Some(job.kind));
        of_kind.or_else(|| {
            let hit = |p: &&sql::Paused| p.kind.as_deref().is_none_or(|kind| kind == job.kind);
            self.paused.iter().filter(|p| p.store_id.is_some() && p.store_id == job.store_id).find(hit)
        })
    }
}

fn waits(state: &str) -> bool {
    matches!(state, "scheduled" | "available" | "retryable")
}
