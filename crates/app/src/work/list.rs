//! Jobs over HTTP: what waits, runs, is done or dead.

use fulexo_http::{Json, Limit, Page, Query};
use fulexo_queries::queries::jobs as sql;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use crate::scope::{Scope, permissions};
use crate::words::{self, words};
use crate::{App, Error};

const LIST: &str = "jobs";

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list))
}

/// Which jobs.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Filter {
    /// Of one sort.
    kind: Option<String>,
    /// In any of these states, separated by commas.
    state: Option<String>,
    /// About one store.
    store_id: Option<Uuid>,
}

words! {
    /// Where a job stands.
    JobState: "scheduled" "available" "running" "completed" "retryable" "dead" "cancelled";
}

impl Filter {
    /// The states asked for; none: all of them. Errors name a word that is none.
    fn states(&self) -> Result<Option<Vec<&str>>, Error> {
        let Some(list) = &self.state else { return Ok(None) };
        let states: Vec<&str> = list.split(',').map(str::trim).filter(|word| !word.is_empty()).collect();
        for state in &states {
            words::check("state", Some(state), JobState::ALL)?;
        }
        Ok((!states.is_empty()).then_some(states))
    }
}

/// A unit of background work.
#[derive(Serialize, ToSchema)]
struct Job {
    id: Uuid,
    kind: String,
    #[schema(value_type = JobState)]
    state: String,
    /// Higher goes first.
    priority: i16,
    attempt: i16,
    max_attempts: i16,
    /// None: work of the platform.
    #[serde(skip_serializing_if = "Option::is_none")]
    tenant_id: Option<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    store_id: Option<Uuid>,
    #[schema(value_type = String, format = DateTime)]
    run_at: Timestamp,
    #[schema(value_type = String, format = DateTime)]
    created_at: Timestamp,
    /// Of the latest attempt.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    started_at: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    finished_at: Option<Timestamp>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_error: Option<String>,
    /// Of the latest attempt, once it has ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    duration_ms: Option<f64>,
}

impl From<sql::Listed> for Job {
    fn from(row: sql::Listed) -> Self {
        let ran = row.started_at.zip(row.finished_at).map(|(start, end)| end.duration_since(start));
        Self {
            id: row.id,
            kind: row.kind,
            state: row.state,
            priority: row.priority,
            attempt: row.attempt,
            max_attempts: row.max_attempts,
            tenant_id: row.tenant_id,
            store_id: row.store_id,
            run_at: row.run_at,
            created_at: row.created_at,
            started_at: row.started_at,
            finished_at: row.finished_at,
            last_error: row.last_error,
            duration_ms: ran.map(|ran| ran.as_secs_f64() * 1000.0),
        }
    }
}

/// Lists jobs, the latest made first; staff who see every merchant also see the platform's own.
#[utoipa::path(get, path = "/jobs", params(Filter, Limit), responses((status = 200, body = Page<Job>)), tag = "jobs")]
async fn list(
    scope: Scope<permissions::JobsRead>,
    Query(filter): Query<Filter>,
    Query(page): Query<Limit>,
) -> Result<Json<Page<Job>>, Error> {
    let (limit, after) = (page.rows()?, page.cursor::<Uuid>(LIST)?);
    let (Filter { kind, store_id, .. }, states) = (&filter, &filter.states()?);
    let beyond = limit + 1;
    let read = |tx| async move { Ok(sql::job_page().bind(&tx, kind, states, store_id, &after, &beyond).all().await?) };
    let mut rows = scope.merged(limit, |row: &sql::Listed| row.id, read).await?;
    if scope.sees_everything() && store_id.is_none() {
        let tx = scope.app.db.system("list the jobs of the platform").await?;
        rows.extend(sql::platform_job_page().bind(&tx, kind, states, &after, &beyond).all().await?);
        tx.commit().await?;
        rows.sort_by_key(|row| std::cmp::Reverse(row.id));
    }
    Ok(Json(Page::of(LIST, rows, limit, |row| row.id).map(Job::from)))
}
