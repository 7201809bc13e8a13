//! What a person does to all jobs that match.

use std::collections::BTreeSet;

use fulexo_db::Tx;
use fulexo_http::{Code, Json};
use fulexo_kernel::TenantId;
use fulexo_queries::queries::work as sql;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::acts::key_taken;
use super::model::JobState;
use super::waits::lane;
use crate::audit::{self, Act};
use crate::news::{self, Op};
use crate::scope::{Scope, permissions};
use crate::words::{self, words};
use crate::{App, Error};

/// Jobs are counted this far, and so many are acted on at once.
const MOST: i64 = 10_000;
const IDS_MOST: usize = 500;
/// No fault is longer: it is cut when it is written.
const TEXT_MOST: usize = 4000;
/// Jobs of one statement.
const BATCH: usize = 500;
/// Somebody else may take a unique key at the same moment; then the whole is done again.
const TRIES: usize = 3;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(bulk))
}

words! {
    /// What is done to every job that matches.
    BulkAction: "replay" "discard" "run_now";
}

/// What shall be done to which jobs.
#[derive(Deserialize, ToSchema)]
#[schema(as = JobBulk)]
#[serde(deny_unknown_fields)]
struct Bulk {
    #[schema(value_type = BulkAction)]
    action: String,
    /// Of one sort.
    kind: Option<String>,
    /// In any of these states, separated by commas; without it, in those where the action makes sense.
    #[schema(value_type = Option<JobState>)]
    state: Option<String>,
    /// About one store.
    store_id: Option<Uuid>,
    /// With exactly this fault.
    error: Option<String>,
    /// Of these, at most 500.
    ids: Option<BTreeSet<Uuid>>,
    /// How many matched when the person said yes. Without it nothing is done, only counted.
    expected: Option<i64>,
}

/// What was done, or would be.
#[derive(Serialize, ToSchema)]
#[schema(as = JobBulkResult)]
struct Done {
    /// Counted up to 10,000.
    matching: i64,
    /// There are more than were counted.
    more: bool,
    /// How many it was done to.
    done: i64,
    /// Those it was not done to, by reason.
    skipped: Vec<Skipped>,
}

/// Jobs an action was not done to.
#[derive(Serialize, ToSchema)]
#[schema(as = JobsSkipped)]
struct Skipped {
    #[schema(value_type = SkipReason)]
    reason: &'static str,
    n: i64,
}

words! {
    /// Why an action was not done to a job: another of its unique key is unfinished, or it changed meanwhile.
    SkipReason: "job_key_taken" "changed";
}

/// Counts the jobs that match, and with `expected` does the action to them: at most 10,000 at once.
#[utoipa::path(post, path = "/jobs/bulk", request_body = Bulk, responses((status = 200, body = Done)), tag = "jobs")]
async fn bulk(scope: Scope<permissions::JobsManage>, Json(body): Json<Bulk>) -> Result<Json<Done>, Error> {
    let states = body.states()?;
    let mut matching = matching(&scope, &body, &states).await?;
    let count: usize = matching.iter().map(|of| of.ids.len()).sum();
    let count = i64::try_from(count).unwrap_or(i64::MAX);
    let mut answer = Done { matching: count.min(MOST), more: count > MOST, done: 0, skipped: Vec::new() };
    let Some(expected) = body.expected else { return Ok(Json(answer)) };
    if answer.matching > expected {
        let sentence = format!("{} jobs match now, more than the {expected} you saw. Look again.", answer.matching);
        return Err(Error::refuse(Code::JobsChanged, sentence));
    }
    let (mut left, mut skips) = (usize::try_from(MOST).unwrap_or(usize::MAX), Skips::default());
    for of in &mut matching {
        of.ids.truncate(left);
        left = left.saturating_sub(of.ids.len());
        skips.add(act(&scope, &body, of).await?);
    }
    scope.app.wake_jobs();
    scope.app.wake_screens();
    answer.done = answer.matching - skips.key_taken - skips.changed;
    let skipped = [("job_key_taken", skips.key_taken), ("changed", skips.changed)];
    answer.skipped = skipped.into_iter().filter(|(_, n)| *n > 0).map(|(reason, n)| Skipped { reason, n }).collect();
    Ok(Json(answer))
}

/// Jobs of one merchant, or of the platform.
struct Matching {
    tenant: Option<Uuid>,
    ids: Vec<Uuid>,
}

/// Jobs left alone.
#[derive(Clone, Copy, Default)]
struct Skips {
    key_taken: i64,
    changed: i64,
}

impl Skips {
    const fn add(&mut self, other: Self) {
        self.key_taken += other.key_taken;
        self.changed += other.changed;
    }
}

impl Bulk {
    /// The states it is about. Errors when the action makes no sense in one of them.
    fn states(&self) -> Result<Vec<&str>, Error> {
        words::check("action", Some(&self.action), BulkAction::ALL)?;
        if self.ids.as_ref().is_some_and(|ids| ids.len() > IDS_MOST) {
            return Err(Error::field("ids", &format!("must be at most {IDS_MOST}")));
        }
        for (name, text) in [("kind", &self.kind), ("error", &self.error)] {
            let strange = |c: char| c.is_control() && !c.is_whitespace();
            if text.as_ref().is_some_and(|text| text.chars().count() > TEXT_MOST || text.contains(strange)) {
                let sentence = format!("must have at most {TEXT_MOST} characters, none of them a control character");
                return Err(Error::field(name, &sentence));
            }
        }
        let sensible: &[&str] = if self.action == "run_now" { &["scheduled", "retryable"] } else { &["dead"] };
        let Some(list) = &self.state else { return Ok(sensible.to_vec()) };
        let states: Vec<&str> = list.split(',').map(str::trim).filter(|word| !word.is_empty()).collect();
        for state in &states {
            words::check("state", Some(state), sensible)?;
        }
        Ok(if states.is_empty() { sensible.to_vec() } else { states })
    }
}

/// The ids of what matches, merchant by merchant, read behind the fence; one beyond the most at least when there are more.
async fn matching(
    scope: &Scope<permissions::JobsManage>,
    body: &Bulk,
    states: &Vec<&str>,
) -> Result<Vec<Matching>, Error> {
    let Bulk { kind, store_id, error, .. } = body;
    let (ids, beyond) = (&body.ids.as_ref().map(|ids| ids.iter().copied().collect::<Vec<_>>()), MOST + 1);
    let dead = states == &["dead"];
    let read = |tx: Tx| async move {
        Ok(if dead {
            sql::dead_matching().bind(&tx, kind, store_id, error, ids, &beyond).all().await?
        } else {
            sql::idle_matching().bind(&tx, states, kind, store_id, error, ids, &beyond).all().await?
        })
    };
    let found = scope.gather(read).await?;
    let tenants = scope.tenant_ids().await?;
    let of_merchants = tenants.into_iter().zip(found).map(|(tenant, ids)| Matching { tenant: Some(tenant), ids });
    let mut all: Vec<Matching> = of_merchants.collect();
    if scope.sees_everything() && store_id.is_none() {
        let tx = scope.app.db.system("which jobs of the platform match").await?;
        let ids = sql::platform_matching().bind(&tx, states, kind, error, ids, &beyond).all().await?;
        tx.commit().await?;
        all.push(Matching { tenant: None, ids });
    }
    all.retain(|of| !of.ids.is_empty());
    Ok(all)
}

/// Does the action to the jobs of one merchant, in one transaction with its line in the trail.
async fn act(scope: &Scope<permissions::JobsManage>, body: &Bulk, of: &Matching) -> Result<Skips, Error> {
    let mut tries = 1;
    loop {
        match act_once(scope, body, of).await {
            Err(Error::Problem(problem)) if problem.code == Code::JobKeyTaken && tries < TRIES => tries += 1,
            ended => return ended,
        }
    }
}

async fn act_once(scope: &Scope<permissions::JobsManage>, body: &Bulk, of: &Matching) -> Result<Skips, Error> {
    let (now, lane, by) = (scope.now(), lane(of.tenant), scope.who.user_id);
    let tx = scope.app.db.system("act on all jobs that match").await?;
    let (mut skips, mut n) = (Skips::default(), 0);
    for ids in of.ids.chunks(BATCH) {
        let done = match body.action.as_str() {
            "replay" => sql::replay().bind(&tx, &ids, &lane, &now).all().await.map_err(key_taken)?,
            "discard" => sql::close().bind(&tx, &ids, &lane, &["dead"].as_slice(), &now, &by).all().await?,
            _ => sql::run_now().bind(&tx, &now, &ids, &lane).all().await?,
        };
        let left = i64::try_from(ids.len().saturating_sub(done.len())).unwrap_or(i64::MAX);
        n += done.len();
        news::tell(&tx, &scope.app.clock, of.tenant.map(TenantId), news::Kind::Job, Op::Updated, None, &done).await?;
        if left > 0 && body.action == "replay" {
            let dead = sql::still_dead().bind(&tx, &ids, &lane).one().await?;
            skips.key_taken += dead;
            skips.changed += left.saturating_sub(dead);
        } else {
            skips.changed += left;
        }
    }
    let Bulk { kind, state, store_id, error, ids, .. } = body;
    let filter = json!({ "kind": kind, "state": state, "store_id": store_id, "error": error, "ids": ids });
    let action = match body.action.as_str() {
        "replay" => "job.replay",
        "discard" => "job.discard",
        _ => "job.run_now",
    };
    let detail = json!({ "filter": filter, "done": n, "key_taken": skips.key_taken, "changed": skips.changed });
    let (tenant, subject_id) = (of.tenant.map(TenantId), of.tenant.map_or("platform".to_owned(), |id| id.to_string()));
    audit::record(&tx, scope, Act { tenant, action, subject_type: "jobs", subject_id, detail }).await?;
    tx.commit().await?;
    Ok(skips)
}
