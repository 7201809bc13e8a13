//! The first page over HTTP.

use std::collections::BTreeMap;

use fulexo_http::{Code, Json, Problem, Query};
use fulexo_queries::queries::jobs as sql;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::calendar::Calendar;
use super::figures::{Figures, Revenue, Today};
use super::house::House;
use super::needs::{Duty, Need, needs};
use crate::scope::{Permission as _, Scope, may, permissions};
use crate::stores::Store;
use crate::{App, Error};

/// Stores shown at most.
const STORES: usize = 100;

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(home))
}

/// How far back.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Ask {
    /// Days of revenue, 1 to 90.
    #[param(minimum = 1, maximum = 90, default = 14)]
    days: Option<i64>,
}

impl Ask {
    fn days(&self) -> Result<i64, Problem> {
        match self.days.unwrap_or(14) {
            days @ 1..=90 => Ok(days),
            _ => {
                Err(Problem::new(Code::Validation, "Revenue is shown of 1 to 90 days.")
                    .field("days", "between 1 and 90"))
            }
        }
    }
}

/// The first page.
#[derive(Serialize, ToSchema)]
struct Home {
    /// The most urgent first.
    needs: Vec<Need>,
    today: Today,
    revenue: Vec<Revenue>,
    stores: Vec<Store>,
    setup: Setup,
}

/// Which first steps are done.
#[derive(Serialize, ToSchema)]
struct Setup {
    tenant: bool,
    store: bool,
    /// Some store's orders are all here.
    imported: bool,
}

/// Sums up what needs somebody, how today goes, what was earned and how the stores are.
#[utoipa::path(get, path = "/home", params(Ask), responses((status = 200, body = Home)), tag = "home")]
async fn home(scope: Scope<permissions::OrdersRead>, Query(ask): Query<Ask>) -> Result<Json<Home>, Error> {
    let (days, now) = (ask.days()?, scope.now());
    let houses = scope.gather(|tx| async move { House::read(&tx, now).await }).await?;
    let calendar = &Calendar::at(now, zone(&houses));
    let read = |tx| async move { Figures::read(&tx, calendar, days).await };
    let mut figures = Figures::default();
    for one in scope.gather(read).await? {
        figures.add(one);
    }
    let needs = needs(&houses, &duty(&scope, &houses).await?);
    let tenant = !houses.is_empty();
    let mut stores: Vec<Store> = houses.into_iter().flat_map(|house| house.stores).collect();
    let imported = |s: &Store| s.streams.iter().any(|s| s.stream == "orders" && s.last_success_at.is_some());
    let setup = Setup { tenant, store: !stores.is_empty(), imported: stores.iter().any(imported) };
    stores.truncate(STORES);
    let (today, revenue) = (figures.today(calendar), figures.revenue(calendar, days));
    Ok(Json(Home { needs, today, revenue, stores, setup }))
}

/// The zone most of the merchants live in.
fn zone(houses: &[House]) -> &str {
    let mut living: BTreeMap<&str, usize> = BTreeMap::new();
    for house in houses {
        *living.entry(&house.timezone).or_default() += 1;
    }
    living.into_iter().max_by_key(|(_, n)| *n).map_or("UTC", |(zone, _)| zone)
}

async fn duty(scope: &Scope<permissions::OrdersRead>, houses: &[House]) -> Result<Duty, Error> {
    let role = scope.who.role();
    let base = match houses {
        [house] if scope.maybe_tenant().is_some() => format!("/t/{}", house.slug),
        _ => "/all".to_owned(),
    };
    let dead_jobs = if may(role, permissions::JobsRead::NAME) {
        let (everything, tenants) = (scope.sees_everything(), scope.tenant_ids().await?);
        let tx = scope.app.db.system("count the dead jobs of some merchants").await?;
        let dead = sql::dead_of_tenants().bind(&tx, &everything, &tenants).one().await?;
        tx.commit().await?;
        Some((dead.n, dead.oldest))
    } else {
        None
    };
    Ok(Duty { base, dead_jobs, reads_sync: may(role, permissions::SyncRead::NAME) })
}
