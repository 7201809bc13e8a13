//! Signing in and out, and oneself.

use axum::extract::State;
use axum::http::{HeaderName, StatusCode, header};
use axum::response::IntoResponse;
use fulexo_http::{Code, Json, Problem};
use fulexo_queries::queries::people as sql;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;
use uuid::Uuid;

use super::super::fields::Form;
use super::super::model::{Locale, User};
use super::super::sessions::{self, Caller, Claim, LIFE, act};
use super::super::store::{self, Person};
use crate::audit::{self, Act};
use crate::scope::{Role, Scope, cookie_name, permissions};
use crate::{App, Error};

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(login))
        .routes(routes!(logout))
        .routes(routes!(me, change_me))
        .routes(routes!(switch))
}

/// Who somebody claims to be.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct LoginBody {
    email: String,
    #[schema(format = Password)]
    password: String,
    /// For members of several merchants; the first by name otherwise.
    tenant_id: Option<Uuid>,
}

/// An open session. Programs send the token as `Authorization: Bearer`; browsers hold a cookie.
#[derive(Serialize, ToSchema)]
struct Session {
    access_token: String,
    /// Always `Bearer`.
    token_type: &'static str,
    /// Seconds.
    expires_in: u64,
    user: User,
}

/// Signs in.
#[utoipa::path(post, path = "/auth/login", request_body = LoginBody, tag = "auth", responses(
    (status = 200, body = Session),
    (status = 401, body = Problem, content_type = "application/problem+json"),
    (status = 429, body = Problem, content_type = "application/problem+json"),
))]
async fn login(
    State(app): State<App>,
    caller: Caller,
    Json(body): Json<LoginBody>,
) -> Result<impl IntoResponse, Error> {
    let claim = Claim { email: &body.email, password: &body.password, tenant: body.tenant_id };
    let opened = sessions::sign_in(&app, &caller, claim).await?;
    let session =
        Session { access_token: opened.access, token_type: "Bearer", expires_in: LIFE.as_secs(), user: opened.user };
    Ok(([cookie(&app, &opened.cookie, LIFE.as_secs())], Json(session)))
}

/// Signs out; the session ends at once.
#[utoipa::path(post, path = "/auth/logout", responses((status = 204)), tag = "auth")]
async fn logout(State(app): State<App>, scope: Scope<permissions::SignedIn>) -> Result<impl IntoResponse, Error> {
    let session = scope.who.session_id;
    let tx = app.db.system("end a session").await?;
    sql::delete_session().bind(&tx, &session).await?;
    audit::record(&tx, &scope, act("session.end", scope.who.tenant.map(|t| t.0), session)).await?;
    tx.commit().await?;
    app.sessions.forget();
    Ok((StatusCode::NO_CONTENT, [cookie(&app, "", 0)]))
}

/// Tells who is signed in and what he may do.
#[utoipa::path(get, path = "/auth/me", responses((status = 200, body = User)), tag = "auth")]
async fn me(State(app): State<App>, scope: Scope<permissions::SignedIn>) -> Result<Json<User>, Error> {
    let tx = app.db.system("show somebody to himself").await?;
    let user = store::user(&tx, Person::from(&*scope.who), scope.who.tenant.map(|t| t.0)).await?;
    tx.commit().await?;
    user.map(Json).ok_or_else(Error::not_found)
}

/// What a person may change of himself.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Me {
    name: Option<String>,
    locale: Option<Locale>,
}

/// Changes one's name or language.
#[utoipa::path(patch, path = "/auth/me", request_body = Me, responses((status = 200, body = User)), tag = "auth")]
async fn change_me(
    State(app): State<App>,
    scope: Scope<permissions::SignedIn>,
    Json(body): Json<Me>,
) -> Result<Json<User>, Error> {
    let mut form = Form::default();
    let name = body.name.map(|name| form.name("name", &name));
    form.check()?;
    let mut person = Person::from(&*scope.who);
    let locale = body.locale.map(Locale::word);
    let tx = app.db.system("change somebody's own profile").await?;
    sql::update_profile().bind(&tx, &name, &locale, &person.id).await?;
    let (id, detail) = (person.id.to_string(), json!({ "name": name, "locale": locale }));
    let tenant = scope.who.tenant;
    audit::record(&tx, &scope, Act { tenant, action: "user.change", subject_type: "user", subject_id: id, detail })
        .await?;
    person.name = name.unwrap_or(person.name);
    person.locale = locale.map_or(person.locale, str::to_owned);
    let user = store::user(&tx, person, tenant.map(|t| t.0)).await?;
    tx.commit().await?;
    app.sessions.forget();
    user.map(Json).ok_or_else(Error::not_found)
}

/// The merchant to act in from now on.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Switch {
    tenant_id: Uuid,
}

/// Lets a member of several merchants act in another of them.
#[utoipa::path(post, path = "/auth/switch", request_body = Switch, responses((status = 200, body = User)), tag = "auth")]
async fn switch(
    State(app): State<App>,
    scope: Scope<permissions::SignedIn>,
    Json(body): Json<Switch>,
) -> Result<Json<User>, Error> {
    if matches!(scope.who.role(), Role::Staff(_)) {
        return Err(Error::refuse(Code::Forbidden, "Staff name the merchant with every request, in X-Tenant-Id."));
    }
    let (session, tenant) = (scope.who.session_id, Some(body.tenant_id));
    let tx = app.db.system("move a session to another merchant").await?;
    if sql::switch_session().bind(&tx, &body.tenant_id, &session).await? == 0 {
        return Err(Error::not_found());
    }
    audit::record(&tx, &scope, act("session.switch", tenant, session)).await?;
    let user = store::user(&tx, Person::from(&*scope.who), tenant).await?;
    tx.commit().await?;
    app.sessions.forget();
    user.map(Json).ok_or_else(Error::not_found)
}

/// The session cookie: out of reach of scripts, not sent along with requests of other sites' pages.
fn cookie(app: &App, token: &str, seconds: u64) -> (HeaderName, String) {
    let secure = app.config.cookie_secure;
    let (name, flag) = (cookie_name(secure), if secure { "; Secure" } else { "" });
    (header::SET_COOKIE, format!("{name}={token}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{flag}"))
}
