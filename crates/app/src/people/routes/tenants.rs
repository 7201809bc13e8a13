//! Merchants.

use axum::extract::State;
use axum::http::StatusCode;
use fulexo_http::{Json, Limit, Page, Path, Query};
use fulexo_kernel::TenantId;
use fulexo_queries::queries::people as sql;
use futures::{StreamExt as _, TryStreamExt as _, stream};
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::super::fields::Form;
use super::super::model::Tenant;
use super::super::store;
use crate::audit::{self, Act};
use crate::scope::{Scope, permissions};
use crate::{App, Error};

/// How many merchants' stores are counted side by side.
const ABREAST: usize = 8;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list, create)).routes(routes!(one))
}

/// Lists the merchants in sight, oldest first.
#[utoipa::path(get, path = "/tenants", params(Limit), responses((status = 200, body = Page<Tenant>)), tag = "tenants")]
async fn list(
    State(app): State<App>,
    scope: Scope<permissions::TenantsRead>,
    Query(page): Query<Limit>,
) -> Result<Json<Page<Tenant>>, Error> {
    let (limit, after) = (page.rows()?, page.cursor::<Uuid>("tenants")?);
    let (everything, granted) = (scope.sees_everything(), scope.tenant_ids().await?);
    let rows = read(&app, everything, &granted, after, limit + 1).await?;
    let page = Page::of("tenants", rows, limit, |tenant| tenant.id);
    let items = stream::iter(page.items).map(|tenant| with_stores(&app, tenant)).buffered(ABREAST);
    Ok(Json(Page { items: items.try_collect().await?, next: page.next }))
}

/// What a new merchant is called.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewTenant {
    name: String,
}

/// Adds a merchant.
#[utoipa::path(post, path = "/tenants", request_body = NewTenant, responses((status = 201, body = Tenant)), tag = "tenants")]
async fn create(
    State(app): State<App>,
    scope: Scope<permissions::TenantsWrite>,
    Json(body): Json<NewTenant>,
) -> Result<(StatusCode, Json<Tenant>), Error> {
    let mut form = Form::default();
    let name = form.name("name", &body.name);
    form.check()?;
    let tx = app.db.system("add a merchant").await?;
    let id = store::insert_tenant(&tx, &app.clock, &name).await?;
    if !scope.who.all_tenants {
        // whoever adds a merchant may enter it
        sql::insert_grants().bind(&tx, &scope.who.user_id, &vec![id.0]).await?;
    }
    let act = Act {
        tenant: Some(id),
        action: "tenant.create",
        subject_type: "tenant",
        subject_id: id.to_string(),
        detail: json!({ "name": name }),
    };
    audit::record(&tx, &scope, act).await?;
    tx.commit().await?;
    app.sessions.forget();
    Ok((StatusCode::CREATED, Json(find(&app, id).await?)))
}

/// Shows a merchant.
#[utoipa::path(get, path = "/tenants/{id}", params(("id" = Uuid, Path)), responses((status = 200, body = Tenant)), tag = "tenants")]
async fn one(
    State(app): State<App>,
    scope: Scope<permissions::TenantsRead>,
    Path(id): Path<Uuid>,
) -> Result<Json<Tenant>, Error> {
    let tenant = scope.enter(TenantId(id)).await?;
    Ok(Json(find(&app, tenant).await?))
}

async fn find(app: &App, id: TenantId) -> Result<Tenant, Error> {
    let rows = read(app, false, &[id.0], None, 1).await?;
    with_stores(app, rows.into_iter().next().ok_or_else(Error::not_found)?).await
}

async fn read(
    app: &App,
    everything: bool,
    granted: &[Uuid],
    after: Option<Uuid>,
    limit: i64,
) -> Result<Vec<Tenant>, Error> {
    let tx = app.db.system("list merchants").await?;
    let rows = sql::tenant_page().bind(&tx, &everything, &granted, &after, &limit).all().await?;
    tx.commit().await?;
    let tenant = |row: sql::TenantPage| Tenant {
        id: row.id,
        slug: row.slug,
        name: row.name,
        created_at: row.created_at,
        stores: 0,
        members: row.members,
    };
    Ok(rows.into_iter().map(tenant).collect())
}

/// Stores stand behind the fence: each merchant's are counted as that merchant.
async fn with_stores(app: &App, mut tenant: Tenant) -> Result<Tenant, Error> {
    let tx = app.db.tenant(TenantId(tenant.id)).await?;
    tenant.stores = sql::connected_stores().bind(&tx).one().await?;
    tx.commit().await?;
    Ok(tenant)
}
