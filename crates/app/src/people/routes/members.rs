//! The people of a merchant.

use axum::extract::State;
use axum::http::StatusCode;
use fulexo_db::Tx;
use fulexo_http::{Code, Json, Limit, Page, Path, Query};
use fulexo_kernel::TenantId;
use fulexo_queries::queries::people as sql;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::super::fields::{Email, Form};
use super::super::model::{Member, MemberRole};
use super::super::store::{self, NewUser};
use crate::audit::{self, Act};
use crate::scope::{Scope, permissions};
use crate::{App, Error};

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list, add)).routes(routes!(remove))
}

/// Lists a merchant's people.
#[utoipa::path(
    get, path = "/tenants/{id}/members", params(("id" = Uuid, Path), Limit),
    responses((status = 200, body = Page<Member>)), tag = "tenants"
)]
async fn list(
    State(app): State<App>,
    scope: Scope<permissions::MembersRead>,
    Path(id): Path<Uuid>,
    Query(page): Query<Limit>,
) -> Result<Json<Page<Member>>, Error> {
    let tenant = scope.enter(TenantId(id)).await?;
    let (limit, after) = (page.rows()?, page.cursor::<Uuid>("members")?);
    let tx = app.db.system("list a merchant's people").await?;
    let rows = sql::member_page().bind(&tx, &tenant.0, &after, &(limit + 1)).all().await?;
    tx.commit().await?;
    let member = |row: sql::MemberPage| Member {
        user_id: row.user_id,
        email: row.email,
        name: row.name,
        role: MemberRole::of(&row.role).unwrap_or(MemberRole::Viewer),
        created_at: row.created_at,
    };
    Ok(Json(Page::of("members", rows, limit, |row| row.user_id).map(member)))
}

/// Somebody to work for a merchant.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewMember {
    email: String,
    name: String,
    role: MemberRole,
    /// Needed when nobody has this e-mail yet; ignored otherwise.
    #[schema(format = Password)]
    password: Option<String>,
}

/// Adds somebody to a merchant, or gives him another role there.
#[utoipa::path(
    post, path = "/tenants/{id}/members", params(("id" = Uuid, Path)), request_body = NewMember,
    responses((status = 201, body = Member)), tag = "tenants"
)]
async fn add(
    State(app): State<App>,
    scope: Scope<permissions::MembersWrite>,
    Path(id): Path<Uuid>,
    Json(body): Json<NewMember>,
) -> Result<(StatusCode, Json<Member>), Error> {
    let tenant = scope.enter(TenantId(id)).await?;
    let new = Newcomer::parse(&app, &body).await?;
    let tx = app.db.system("add somebody to a merchant").await?;
    let mut member = new.find_or_create(&tx, &app, body.role).await?;
    member.created_at =
        sql::upsert_membership().bind(&tx, &tenant.0, &member.user_id, &body.role.word(), &scope.now()).one().await?;
    let detail = json!({ "email": member.email, "role": body.role });
    audit::record(&tx, &scope, act(tenant, "member.add", member.user_id, detail)).await?;
    tx.commit().await?;
    app.sessions.forget();
    Ok((StatusCode::CREATED, Json(member)))
}

/// Removes somebody from a merchant; his sessions there end at once.
#[utoipa::path(
    delete, path = "/tenants/{id}/members/{user_id}", params(("id" = Uuid, Path), ("user_id" = Uuid, Path)),
    responses((status = 204)), tag = "tenants"
)]
async fn remove(
    State(app): State<App>,
    scope: Scope<permissions::MembersWrite>,
    Path((id, user)): Path<(Uuid, Uuid)>,
) -> Result<StatusCode, Error> {
    let tenant = scope.enter(TenantId(id)).await?;
    let tx = app.db.system("remove somebody from a merchant").await?;
    if sql::delete_membership().bind(&tx, &tenant.0, &user).await? == 0 {
        return Err(Error::not_found());
    }
    sql::delete_member_sessions().bind(&tx, &tenant.0, &user).await?;
    audit::record(&tx, &scope, act(tenant, "member.remove", user, json!({}))).await?;
    tx.commit().await?;
    app.sessions.forget();
    Ok(StatusCode::NO_CONTENT)
}

fn act(tenant: TenantId, action: &'static str, user: Uuid, detail: serde_json::Value) -> Act {
    Act { tenant: Some(tenant), action, subject_type: "user", subject_id: user.to_string(), detail }
}

/// A form that was understood.
struct Newcomer {
    email: Email,
    name: String,
    password_hash: Option<String>,
}

impl Newcomer {
    async fn parse(app: &App, body: &NewMember) -> Result<Self, Error> {
        let mut form = Form::default();
        let (email, name) = (form.email(&body.email), form.name("name", &body.name));
        if let Some(password) = &body.password {
            form.password(password);
        }
        form.check()?;
        let password_hash = match &body.password {
            Some(password) => Some(app.passwords.hash(password).await?),
            None => None,
        };
        Ok(Self { email, name, password_hash })
    }

    /// The user of this e-mail as he is, or a new one.
    async fn find_or_create(&self, tx: &Tx, app: &App, role: MemberRole) -> Result<Member, Error> {
        let created_at = app.clock.now();
        if let Some(known) = sql::user_by_email().bind(tx, &self.email.folded).opt().await? {
            if known.platform_role.is_some() {
                return Err(Error::refuse(Code::Conflict, "Staff of the operator cannot be members of a merchant."));
            }
            return Ok(Member { user_id: known.id, email: known.email, name: known.name, role, created_at });
        }
        let Some(hash) = &self.password_hash else {
            return Err(Error::field("password", "is needed: nobody has this e-mail yet"));
        };
        let new = NewUser {
            email: &self.email,
            name: &self.name,
            password_hash: Some(hash),
            platform_role: None,
            all_tenants: false,
        };
        let user_id = store::insert_user(tx, &app.clock, &new).await?;
        Ok(Member { user_id, email: self.email.typed.clone(), name: self.name.clone(), role, created_at })
    }
}
