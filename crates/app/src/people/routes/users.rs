//! The operator's staff and the merchants they may enter.

use std::collections::BTreeSet;

use axum::extract::State;
use axum::http::StatusCode;
use fulexo_http::{Json, Limit, Page, Path, Query};
use fulexo_queries::queries::people as sql;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::super::fields::Form;
use super::super::model::{PlatformRole, StaffMember};
use super::super::store::{self, NewUser};
use crate::audit::{self, Act};
use crate::scope::{Scope, permissions};
use crate::{App, Error};

/// The most merchants granted one by one.
const GRANTS_MAX: usize = 200;

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list, create)).routes(routes!(grant))
}

impl From<sql::StaffRow> for StaffMember {
    fn from(row: sql::StaffRow) -> Self {
        Self {
            id: row.id,
            email: row.email,
            name: row.name,
            // the table holds no other word; the least powerful role, should it ever
            platform_role: row.platform_role.as_deref().and_then(PlatformRole::of).unwrap_or(PlatformRole::Billing),
            all_tenants: row.all_tenants,
            tenant_ids: row.tenant_ids,
            created_at: row.created_at,
        }
    }
}

/// Lists the operator's staff.
#[utoipa::path(get, path = "/users", params(Limit), responses((status = 200, body = Page<StaffMember>)), tag = "users")]
async fn list(
    State(app): State<App>,
    _scope: Scope<permissions::UsersRead>,
    Query(page): Query<Limit>,
) -> Result<Json<Page<StaffMember>>, Error> {
    let (limit, after) = (page.rows()?, page.cursor::<Uuid>("users")?);
    let tx = app.db.system("list the operator's staff").await?;
    let rows = sql::staff_page().bind(&tx, &after, &(limit + 1)).all().await?;
    tx.commit().await?;
    Ok(Json(Page::of("users", rows, limit, |row| row.id).map(StaffMember::from)))
}

/// Somebody to work for the operator.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewStaff {
    email: String,
    name: String,
    platform_role: PlatformRole,
    #[schema(format = Password)]
    password: String,
    /// Granted every merchant, also those to come.
    all_tenants: bool,
}

/// Adds somebody to the operator's staff.
#[utoipa::path(post, path = "/users", request_body = NewStaff, responses((status = 201, body = StaffMember)), tag = "users")]
async fn create(
    State(app): State<App>,
    scope: Scope<permissions::UsersWrite>,
    Json(body): Json<NewStaff>,
) -> Result<(StatusCode, Json<StaffMember>), Error> {
    let mut form = Form::default();
    let (email, name) = (form.email(&body.email), form.name("name", &body.name));
    form.password(&body.password);
    form.check()?;
    let hash = app.passwords.hash(&body.password).await?;
    let new = NewUser {
        email: &email,
        name: &name,
        password_hash: Some(&hash),
        platform_role: Some(body.platform_role),
        all_tenants: body.all_tenants,
    };
    let tx = app.db.system("add somebody to the operator's staff").await?;
    let id = store::insert_user(&tx, &app.clock, &new).await?;
    let detail = json!({ "email": email.typed, "platform_role": body.platform_role, "all_tenants": body.all_tenants });
    audit::record(&tx, &scope, act("user.create", id, detail)).await?;
    let row = sql::staff_by_id().bind(&tx, &id).one().await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(row.into())))
}

/// The merchants somebody may enter.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Grants {
    /// Every merchant, also those to come; then `tenant_ids` matters no more.
    all_tenants: bool,
    /// At most 200.
    tenant_ids: BTreeSet<Uuid>,
}

/// Says which merchants somebody of the staff may enter, in place of what was said before.
#[utoipa::path(
    put, path = "/users/{id}/grants", params(("id" = Uuid, Path)), request_body = Grants,
    responses((status = 200, body = StaffMember)), tag = "users"
)]
async fn grant(
    State(app): State<App>,
    scope: Scope<permissions::UsersWrite>,
    Path(id): Path<Uuid>,
    Json(body): Json<Grants>,
) -> Result<Json<StaffMember>, Error> {
    if body.tenant_ids.len() > GRANTS_MAX {
        return Err(Error::field("tenant_ids", "may name 200 merchants at most"));
    }
    let wanted: Vec<Uuid> = body.tenant_ids.iter().copied().collect();
    let tx = app.db.system("say which merchants staff may enter").await?;
    if sql::set_all_tenants().bind(&tx, &body.all_tenants, &id).await? == 0 {
        return Err(Error::not_found());
    }
    sql::clear_grants().bind(&tx, &id).await?;
    let known = sql::insert_grants().bind(&tx, &id, &wanted).await?;
    if usize::try_from(known) != Ok(wanted.len()) {
        return Err(Error::field("tenant_ids", "names a merchant that does not exist"));
    }
    let detail = json!({ "all_tenants": body.all_tenants, "tenant_ids": wanted });
    audit::record(&tx, &scope, act("user.grant", id, detail)).await?;
    let row = sql::staff_by_id().bind(&tx, &id).one().await?;
    tx.commit().await?;
    app.sessions.forget();
    Ok(Json(row.into()))
}

fn act(action: &'static str, user: Uuid, detail: serde_json::Value) -> Act {
    Act { tenant: None, action, subject_type: "user", subject_id: user.to_string(), detail }
}
