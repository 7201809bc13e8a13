//! From a cookie or bearer token to a person. Answers are remembered for seconds, so a revocation takes effect in seconds.

use std::sync::Arc;
use std::time::Duration;

use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use axum_extra::extract::CookieJar;
use fulexo_http::Code;
use fulexo_kernel::TenantId;
use fulexo_platform::digest::sha256;
use fulexo_queries::queries::people as sql;
use uuid::Uuid;

use super::roles::Role;
use crate::{App, Error};

const REMEMBERED: Duration = Duration::from_secs(3);

/// An authenticated person.
#[derive(Clone, Debug)]
pub(crate) struct Who {
    pub session_id: Uuid,
    pub user_id: Uuid,
    pub email: String,
    pub name: String,
    pub locale: String,
    pub tenant: Option<TenantId>,
    pub all_tenants: bool,
    pub granted: Vec<Uuid>,
    role: Role,
}

impl Who {
    pub(crate) const fn role(&self) -> Role {
        self.role
    }

    /// Tells whether staff were granted a merchant.
    pub(crate) fn may_enter(&self, tenant: TenantId) -> bool {
        self.all_tenants || self.granted.contains(&tenant.0)
    }
}

/// Sessions seen a moment ago, and merchants that exist.
pub(crate) struct Sessions {
    seen: moka::future::Cache<[u8; 32], Arc<Who>>,
    pub(super) looked: moka::future::Cache<(Uuid, TenantId, &'static str, i64), ()>,
    exist: moka::future::Cache<TenantId, ()>,
}

impl Default for Sessions {
    fn default() -> Self {
        Self {
            seen: moka::future::Cache::builder().max_capacity(50_000).time_to_live(REMEMBERED).build(),
            looked: moka::future::Cache::builder()
                .max_capacity(200_000)
                .time_to_live(Duration::from_secs(3600))
                .build(),
            exist: moka::future::Cache::builder().max_capacity(100_000).build(),
        }
    }
}

impl Sessions {
    /// Forgets everything remembered, after a change of sessions or rights.
    pub(crate) fn forget(&self) {
        self.seen.invalidate_all();
    }
}

/// The name of the session cookie; `__Host-` binds it to this host and to TLS.
pub(crate) const fn cookie_name(secure: bool) -> &'static str {
    if secure { "__Host-fulexo" } else { "fulexo" }
}

/// Finds out who sends a request. Errors when nobody does.
pub(crate) async fn authenticate(app: &App, parts: &Parts) -> Result<Arc<Who>, Error> {
    let token = match bearer(&parts.headers) {
        Some(token) => token.to_owned(),
        None => {
            let jar = CookieJar::from_headers(&parts.headers);
            let cookie = jar.get(cookie_name(app.config.cookie_secure)).ok_or_else(unauthenticated)?;
            super::check_csrf(parts)?;
            cookie.value().to_owned()
        }
    };
    let hash = sha256(token.as_bytes());
    if let Some(who) = app.sessions.seen.get(&hash).await {
        return Ok(who);
    }
    let who = Arc::new(load(app, &hash).await?);
    app.sessions.seen.insert(hash, Arc::clone(&who)).await;
    Ok(who)
}

/// The token of a program; of two it is not for us to choose.
fn bearer(headers: &HeaderMap) -> Option<&str> {
    let mut given = headers.get_all(header::AUTHORIZATION).iter();
    let only = given.next().filter(|_| given.next().is_none())?;
    only.to_str().ok()?.strip_prefix("Bearer ").map(str::trim)
}

fn unauthenticated() -> Error {
    Error::refuse(Code::Unauthenticated, "Sign in first: there is no session, or it has ended.")
}

async fn load(app: &App, hash: &[u8; 32]) -> Result<Who, Error> {
    let tx = app.db.system("find a session").await?;
    let row = sql::session_by_hash()
        .bind(&tx, &hash.as_slice(), &app.clock.now())
        .opt()
        .await?
        .ok_or_else(unauthenticated)?;
    tx.commit().await?;
    let role = match (&row.platform_role, &row.member_role) {
        (Some(word), _) => Role::staff(word),
        (None, Some(word)) => Role::member(word),
        (None, None) => None,
    };
    Ok(Who {
        role: role.ok_or_else(unauthenticated)?,
        session_id: row.id,
        user_id: row.user_id,
        email: row.email,
        name: row.name,
        locale: row.locale,
        tenant: row.tenant_id.map(TenantId),
        all_tenants: row.all_tenants,
        granted: row.granted,
    })
}

/// Tells whether there is such a merchant. None is ever removed, so a yes is remembered.
pub(super) async fn exists(app: &App, tenant: TenantId) -> Result<bool, Error> {
    let known = &app.sessions.exist;
    if known.contains_key(&tenant) {
        return Ok(true);
    }
    let tx = app.db.system("is there such a merchant").await?;
    let found = sql::tenant_by_id().bind(&tx, &tenant.0).opt().await?.is_some();
    tx.commit().await?;
    if found {
        known.insert(tenant, ()).await;
    }
    Ok(found)
}

/// The merchants staff were granted, at most 200, by name.
pub(crate) async fn granted(app: &App, who: &Who) -> Result<Vec<TenantId>, Error> {
    let tx = app.db.system("list the merchants granted to staff").await?;
    let everything = matches!(who.role, Role::Staff(_)) && who.all_tenants;
    let tenants = sql::entered_tenants().bind(&tx, &everything, &who.user_id).all().await?;
    tx.commit().await?;
    Ok(tenants.into_iter().map(|t| TenantId(t.id)).collect())
}
