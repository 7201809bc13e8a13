//! How the queue stands: by kind, and what is dead by reason.

use std::collections::{BTreeMap, BTreeSet};

use fulexo_db::Tx;
use fulexo_http::Json;
use fulexo_queries::queries::work as sql;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::pauses::{self, Pause};
use super::schedules::CHORES;
use crate::scope::{Scope, permissions};
use crate::words::words;
use crate::{App, Error};

type Read = Scope<permissions::JobsRead>;

/// What is done is counted over so many spans of ten minutes.
const SPANS: usize = 36;
const SPAN: i64 = 600;
/// Jobs of a kind and a state are counted this far.
const MOST: i64 = 10_000;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(summary))
}

/// How the queue stands.
#[derive(Serialize, ToSchema)]
#[schema(as = JobSummary)]
struct Summary {
    kinds: Vec<OfKind>,
    /// Stores that are paused, as a whole or for a kind.
    stores_paused: Vec<Pause>,
    totals: Totals,
}

/// A kind of job: its policy and how it stands.
#[derive(Serialize, ToSchema)]
#[schema(as = JobKind)]
struct OfKind {
    kind: String,
    /// Higher goes first.
    priority: i16,
    /// How many run at a time, in all processes together.
    concurrency: i64,
    /// How many of them may be one merchant's.
    per_tenant: i64,
    timeout_seconds: i64,
    max_attempts: i16,
    #[serde(flatten)]
    totals: Totals,
    /// How long the oldest has waited since its moment.
    #[serde(skip_serializing_if = "Option::is_none")]
    oldest_seconds: Option<f64>,
    /// Since when, and why, nothing of it starts.
    #[serde(skip_serializing_if = "Option::is_none")]
    paused: Option<Pause>,
    /// Done in each ten minutes of the last six hours, the oldest first; for staff who see everything.
    #[serde(skip_serializing_if = "Option::is_none")]
    throughput: Option<Vec<i64>>,
}

words! {
    /// Jobs that may be more than can be counted while somebody looks.
    JobCount: "waiting" "scheduled" "retryable" "dead";
}

/// Numbers of jobs.
#[derive(Clone, Default, Serialize, ToSchema)]
#[schema(as = JobTotals)]
struct Totals {
    /// Their moment has come.
    waiting: i64,
    scheduled: i64,
    running: i64,
    retryable: i64,
    dead: i64,
    /// In the last six hours; of a merchant's, at most his latest 1,000 are counted.
    done: i64,
    /// Of those done, the ones that needed one attempt.
    first_try: i64,
    /// Of these there are more: of a kind and a state, at most 10,000 are counted.
    #[schema(value_type = Vec<JobCount>)]
    more: BTreeSet<&'static str>,
}

/// Counts jobs by kind and state, with each kind's policy.
#[utoipa::path(get, path = "/jobs/summary", responses((status = 200, body = Summary)), tag = "jobs")]
async fn summary(scope: Read) -> Result<Json<Summary>, Error> {
    let pauses = pauses::seen(&scope).await?;
    let mut figures = Figures::default();
    let everything = scope.sees_everything();
    let spans = if everything {
        Some(figures.of_everybody(&scope).await?)
    } else {
        figures.of_merchants(&scope).await?;
        None
    };
    let hidden = |kind: &str| !everything && CHORES.iter().any(|(chore, _)| *chore == kind);
    let (of_kinds, stores_paused): (Vec<Pause>, Vec<Pause>) = pauses.into_iter().partition(|p| p.store_id.is_none());
    let registry = App::kinds();
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let kinds = registry.kinds().filter(|kind| !hidden(kind.name)).map(|kind| OfKind {
        kind: kind.name.to_owned(),
        priority: kind.priority,
        concurrency: number(kind.concurrency),
        per_tenant: number(kind.per_tenant.min(kind.concurrency)),
        timeout_seconds: i64::try_from(kind.timeout.as_secs()).unwrap_or(i64::MAX),
        max_attempts: kind.max_attempts,
        totals: figures.totals.get(kind.name).cloned().unwrap_or_default(),
        oldest_seconds: figures.oldest.get(kind.name).map(|at| scope.now().duration_since(*at).as_secs_f64()),
        paused: of_kinds.iter().find(|pause| pause.kind.as_deref() == Some(kind.name)).cloned(),
        throughput: spans.as_ref().map(|spans| spans.get(kind.name).cloned().unwrap_or_else(|| vec![0; SPANS])),
    });
    Ok(Json(Summary { kinds: kinds.collect(), stores_paused, totals: figures.sum() }))
}

/// Numbers by kind.
#[derive(Default)]
struct Figures {
    totals: BTreeMap<String, Totals>,
    oldest: BTreeMap<String, Timestamp>,
}

impl Figures {
    /// Takes in the counts of kinds and states. What runs is counted among the available as well.
    fn count(&mut self, rows: Vec<sql::Counted>) {
        for sql::Counted { kind, state, n, oldest } in rows {
            let totals = self.totals.entry(kind.clone()).or_default();
            let (word, place) = match state.as_str() {
                "available" => ("waiting", &mut totals.waiting),
                "scheduled" => ("scheduled", &mut totals.scheduled),
                "retryable" => ("retryable", &mut totals.retryable),
                "dead" => ("dead", &mut totals.dead),
                _ => {
                    totals.running += n;
                    continue;
                }
            };
            *place += n.min(MOST);
            if n > MOST {
                totals.more.insert(word);
            }
            if let Some(at) = oldest {
                self.oldest.insert(kind, at);
            }
        }
        for totals in self.totals.values_mut().filter(|totals| !totals.more.contains("waiting")) {
            totals.waiting = (totals.waiting - totals.running).max(0);
        }
    }

    /// Reads how the queue stands and what the workers wrote down. Returns what was done of each kind in each span.
    async fn of_everybody(&mut self, scope: &Read) -> Result<BTreeMap<String, Vec<i64>>, Error> {
        let first = first_span(scope.now());
        let tx = scope.app.db.system("count jobs by kind and state").await?;
        let counts = sql::counted_to().bind(&tx, &kinds(), &(MOST + 1)).all().await?;
        let done = sql::done().bind(&tx, &first).all().await?;
        tx.commit().await?;
        self.count(counts);
        let mut spans = BTreeMap::new();
        for row in done {
            let totals = self.totals.entry(row.kind.clone()).or_default();
            totals.done += row.done;
            totals.first_try += row.first_try;
            let place = row.at.duration_since(first).as_secs().div_euclid(SPAN);
            let of_kind = spans.entry(row.kind).or_insert_with(|| vec![0; SPANS]);
            if let Some(span) = usize::try_from(place).ok().and_then(|place| of_kind.get_mut(place)) {
                *span += row.done;
            }
        }
        Ok(spans)
    }

    /// Reads the jobs of the merchants in question; what they have done, of each behind the fence.
    async fn of_merchants(&mut self, scope: &Read) -> Result<(), Error> {
        let (lanes, since) = (scope.tenant_ids().await?, &first_span(scope.now()));
        let read = |tx: Tx| async move { Ok(sql::own_done().bind(&tx, since).all().await?) };
        let done = scope.gather(read).await?;
        let tx = scope.app.db.system("count the jobs of merchants in sight").await?;
        let counts = sql::own_counted_to().bind(&tx, &kinds(), &lanes, &(MOST + 1)).all().await?;
        tx.commit().await?;
        self.count(counts);
        for row in done.into_iter().flatten() {
            let totals = self.totals.entry(row.kind).or_default();
            totals.done += row.done;
            totals.first_try += row.first_try;
        }
        Ok(())
    }

    fn sum(&self) -> Totals {
        self.totals.values().fold(Totals::default(), |sum, of| Totals {
            waiting: sum.waiting + of.waiting,
            scheduled: sum.scheduled + of.scheduled,
            running: sum.running + of.running,
            retryable: sum.retryable + of.retryable,
            dead: sum.dead + of.dead,
            done: sum.done + of.done,
            first_try: sum.first_try + of.first_try,
            more: &sum.more | &of.more,
        })
    }
}

/// The kinds that are counted: those of this version.
fn kinds() -> Vec<&'static str> {
    App::kinds().kinds().map(|kind| kind.name).collect()
}

/// When the first of the spans began; the last one is not over.
fn first_span(now: Timestamp) -> Timestamp {
    let last = now.as_second().div_euclid(SPAN) * SPAN;
    let before = SignedDuration::from_secs(SPAN * (i64::try_from(SPANS).unwrap_or(0) - 1));
    Timestamp::from_second(last).ok().and_then(|last| last.checked_sub(before).ok()).unwrap_or(Timestamp::UNIX_EPOCH)
}
