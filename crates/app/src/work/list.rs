//! Jobs over HTTP: what waits, runs, is done or dead.

use std::cmp::Reverse;

use fulexo_db::Tx;
use fulexo_http::{Code, Cursor, Json, Limit, Page, Query};
use fulexo_queries::queries::work as sql;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::model::{Job, JobState};
use super::waits::{Reasons, Waiting};
use crate::scope::{Permission as _, Scope, may, permissions};
use crate::words;
use crate::{App, Error};

const LIST: &str = "jobs";
/// Jobs of a merchant whose arguments are looked at for one page.
const WALK: i64 = 2000;

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
    let states = filter.states()?;
    let rows = match &filter.argument {
        Some(argument) => walk(&scope, &filter, &states, argument, after, limit).await?,
        None => Page::of(LIST, read(&scope, &filter, &states, after, limit).await?, limit, |row| row.id),
    };
    let reasons = Reasons::read(&scope.app, &rows.items.iter().map(Waiting::from).collect::<Vec<_>>()).await?;
    Ok(Json(rows.map(|row| {
        let waits = reasons.as_ref().and_then(|reasons| reasons.of(&Waiting::from(&row)));
        Job { waits, ..Job::from(row) }
    })))
}

/// A page and the row beyond it. What runs, what waits or died, and what is over are read where nothing else is.
async fn read(
    scope: &Scope<permissions::JobsRead>,
    filter: &Filter,
    states: &Option<Vec<&str>>,
    after: Option<Uuid>,
    limit: i64,
) -> Result<Vec<sql::Listed>, Error> {
    let (Filter { kind, store_id, error, .. }, beyond) = (filter, limit + 1);
    let only = |some: &[&str]| states.as_ref().is_some_and(|states| states.iter().all(|state| some.contains(state)));
    if only(&["running"]) {
        return running(scope, filter, after, beyond).await;
    }
    let idle = only(&["scheduled", "retryable", "dead", "available"]);
    let finished = only(&["completed", "cancelled"]) && error.is_none();
    let some = &states.clone().unwrap_or_default();
    let read = |tx: Tx| async move {
        Ok(if idle {
            sql::idle_page().bind(&tx, some, kind, store_id, error, &after, &beyond).all().await?
        } else if finished {
            sql::finished_page().bind(&tx, some, kind, store_id, &after, &beyond).all().await?
        } else {
            sql::page().bind(&tx, kind, states, store_id, error, &after, &beyond).all().await?
        })
    };
    let mut rows = scope.merged(limit, |row: &sql::Listed| row.id, read).await?;
    if scope.sees_everything() && store_id.is_none() {
        let tx = scope.app.db.system("list the jobs of the platform").await?;
        rows.extend(sql::platform_page().bind(&tx, kind, states, error, &after, &beyond).all().await?);
        tx.commit().await?;
        rows.sort_by_key(|row| Reverse(row.id));
    }
    Ok(rows)
}

/// A page of what runs, and the row beyond it.
async fn running(
    scope: &Scope<permissions::JobsRead>,
    filter: &Filter,
    after: Option<Uuid>,
    beyond: i64,
) -> Result<Vec<sql::Listed>, Error> {
    let Filter { kind, store_id, error, .. } = filter;
    let (everything, tenants) = scope.everything_or().await?;
    scope.look(&scope.tenants().await?).await?;
    let tx = scope.app.db.system("list the jobs that run").await?;
    let rows = sql::running_page();
    let rows = rows.bind(&tx, &everything, &tenants, kind, store_id, error, &after, &beyond).all().await?;
    tx.commit().await?;
    Ok(rows)
}

/// A page of those with a text among their arguments: of a bounded look at each merchant's. What lies before the place
/// where the shortest look ended comes with the next page.
async fn walk(
    scope: &Scope<permissions::JobsRead>,
    filter: &Filter,
    states: &Option<Vec<&str>>,
    argument: &str,
    after: Option<Uuid>,
    limit: i64,
) -> Result<Page<sql::Listed>, Error> {
    if !may(scope.who.role(), permissions::JobsArguments::NAME) {
        return Err(Error::refuse(Code::Forbidden, "Your role does not see the arguments of jobs; search without."));
    }
    let (Filter { kind, store_id, error, .. }, beyond) = (filter, limit + 1);
    let look = |tx: Tx| async move {
        Ok(sql::walk().bind(&tx, kind, states, store_id, error, &after, &WALK, &argument, &beyond).one().await?)
    };
    let looks = scope.gather(look).await?;
    let end = looks.iter().filter(|look| look.walked >= WALK).filter_map(|look| look.place).max();
    let mut ids: Vec<Uuid> = looks.into_iter().flat_map(|look| look.ids).filter(|id| Some(*id) >= end).collect();
    ids.sort_by_key(|id| Reverse(*id));
    ids.truncate(usize::try_from(beyond).unwrap_or(usize::MAX));
    let tx = scope.app.db.system("show jobs that the fence let through").await?;
    let mut rows = sql::page_of_ids().bind(&tx, &ids).all().await?;
    tx.commit().await?;
    rows.sort_by_key(|row| Reverse(row.id));
    let mut page = Page::of(LIST, rows, limit, |row| row.id);
    page.next = page.next.or_else(|| end.map(|place| Cursor::encode(LIST, &place)));
    Ok(page)
}
