//! Jobs over HTTP: what waits, runs, is done or dead.

use fulexo_http::{Json, Limit, Page, Query};
use fulexo_queries::queries::work as sql;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::model::{Job, JobState};
use crate::scope::{Scope, permissions};
use crate::words;
use crate::{App, Error};

const LIST: &str = "jobs";

pub(super) fn routes() -> OpenApiRouter<App> {
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
    /// With exactly this fault.
    error: Option<String>,
    /// With this text as the value of an argument; for those who may see arguments. Looks at the latest 2,000 of each
    /// merchant that fit otherwise, so that a page may be short and `next` go on.
    argument: Option<String>,
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

/// Lists jobs, the latest made first; staff who see every merchant also see the platform's own.
#[utoipa::path(get, path = "/jobs", params(Filter, Limit), responses((status = 200, body = Page<Job>)), tag = "jobs")]
async fn list(
    scope: Scope<permissions::JobsRead>,
    Query(filter): Query<Filter>,
    Query(page): Query<Limit>,
) -> Result<Json<Page<Job>>, Error> {
    let (limit, after) = (page.rows()?, page.cursor::<Uuid>(LIST)?);
    let (Filter { kind, store_id, error, .. }, states) = (&filter, &filter.states()?);
    let beyond = limit + 1;
    let read =
        |tx| async move { Ok(sql::page().bind(&tx, kind, states, store_id, error, &after, &beyond).all().await?) };
    let mut rows = scope.merged(limit, |row: &sql::Listed| row.id, read).await?;
    if scope.sees_everything() && store_id.is_none() {
        let tx = scope.app.db.system("list the jobs of the platform").await?;
        rows.extend(sql::platform_page().bind(&tx, kind, states, error, &after, &beyond).all().await?);
        tx.commit().await?;
        rows.sort_by_key(|row| std::cmp::Reverse(row.id));
    }
    Ok(Json(Page::of(LIST, rows, limit, |row| row.id).map(Job::from)))
}
