//! Opening and moving sessions.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use fulexo_http::{Code, Problem, RequestId, record};
use fulexo_kernel::TenantId;
use fulexo_kernel::text::fold_email;
use fulexo_platform::digest::{random_token, sha256};
use fulexo_queries::queries::people as sql;
use serde_json::json;
use std::convert::Infallible;
use std::net::IpAddr;
use std::time::Duration;
use uuid::Uuid;

use super::model::User;
use super::store::{self, Person};
use crate::audit::{self, Act, By};
use crate::load::{network, refuse};
use crate::scope::{PlatformRole, Role, client_address, user_agent};
use crate::{App, Error};

/// How long a session lasts.
pub(super) const LIFE: Duration = Duration::from_secs(12 * 3600);

/// Where a request of nobody in particular comes from.
pub(super) struct Caller {
    address: Option<IpAddr>,
    user_agent: Option<String>,
    request_id: String,
}

impl<S: Send + Sync> FromRequestParts<S> for Caller {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Infallible> {
        let request_id = parts.extensions.get::<RequestId>().map(|r| r.0.clone()).unwrap_or_default();
        Ok(Self {
            address: client_address(&parts.extensions, &parts.headers),
            user_agent: user_agent(&parts.headers),
            request_id,
        })
    }
}

/// A session just opened; both tokens are seen here and never again.
pub(super) struct Opened {
    pub cookie: String,
    pub access: String,
    pub user: User,
}

/// Somebody's word for who he is.
pub(super) struct Claim<'a> {
    pub email: &'a str,
    pub password: &'a str,
    pub tenant: Option<Uuid>,
}

fn invalid() -> Error {
    Error::refuse(Code::InvalidCredentials, "The e-mail or the password is wrong.")
}

/// Opens a session. An unknown e-mail costs the same work and gets the same answer as a wrong password.
pub(super) async fn sign_in(app: &App, caller: &Caller, claim: Claim<'_>) -> Result<Opened, Error> {
    let guess = Guess { email: fold_email(claim.email).unwrap_or_default(), from: caller.address.map(network) };
    guess.count(app)?;
    let found = check(app, &guess.email, claim.password).await;
    if !matches!(found, Ok(None)) {
        guess.forgive(app);
    }
    open(app, caller, found?.ok_or_else(invalid)?, claim.tenant).await
}

/// Finds whose e-mail and password these are.
async fn check(app: &App, email: &str, password: &str) -> Result<Option<sql::Login>, Error> {
    let known = find(app, email).await?;
    let hash = known.as_ref().and_then(|login| login.password_hash.clone());
    record(|line| line.user_id = known.as_ref().map(|login| login.id));
    let right = app.passwords.verify(password, hash).await?;
    Ok(known.filter(|_| right))
}

/// A password tried for an e-mail, from somewhere. Wrong ones are limited for both, whether the e-mail is known or not.
struct Guess {
    email: String,
    from: Option<IpAddr>,
}

impl Guess {
    /// Counts it before it is compared, so that many side by side are no more than one after the other.
    fn count(&self, app: &App) -> Result<(), Error> {
        let now = app.clock.now();
        let of_address = self.from.map_or(Ok(()), |from| app.load.logins_from_address.take(from, now));
        of_address.and_then(|()| app.load.logins_for_email.take(self.email.clone(), now)).map_err(|wait| {
            let sentence = "Too many wrong passwords. Wait before the next try, or ask an administrator for a new one.";
            refuse(app, "login", Problem::new(Code::RateLimited, sentence).after(wait))
        })
    }

    /// It was right, or could not be compared.
    fn forgive(&self, app: &App) {
        app.load.logins_for_email.give_back(&self.email);
        if let Some(from) = &self.from {
            app.load.logins_from_address.give_back(from);
        }
    }
}

async fn find(app: &App, email: &str) -> Result<Option<sql::Login>, Error> {
    let tx = app.db.system("find who signs in").await?;
    let login = sql::login_by_email().bind(&tx, &email).opt().await?;
    tx.commit().await?;
    Ok(login)
}

async fn open(app: &App, caller: &Caller, login: sql::Login, tenant: Option<Uuid>) -> Result<Opened, Error> {
    let (id, now) = (app.clock.id(), app.clock.now());
    let (cookie, access) = (random_token()?, random_token()?);
    let ip = caller.address.map(|address| address.to_string());
    let person = Person {
        id: login.id,
        email: login.email,
        name: login.name,
        locale: login.locale,
        platform_role: login.platform_role.as_deref().and_then(PlatformRole::of),
        all_tenants: login.all_tenants,
    };
    let tx = app.db.system("open a session").await?;
    let user = store::user(&tx, person, tenant).await?;
    let user = user.ok_or_else(|| if tenant.is_some() { Error::not_found() } else { invalid() })?;
    let tenant = user.tenant.as_ref().map(|t| t.id);
    sql::insert_session()
        .bind(
            &tx,
            &id,
            &user.id,
            &tenant,
            &sha256(cookie.as_bytes()).as_slice(),
            &sha256(access.as_bytes()).as_slice(),
            &caller.user_agent.as_deref(),
            &ip.as_deref(),
            &now,
            &now.saturating_add(LIFE).unwrap_or(now),
        )
        .await?;
    let by = By::person(role(&user)?, user.id, ip.as_deref(), &caller.request_id);
    audit::write(&tx, &app.clock, by, act("session.start", tenant, id)).await?;
    tx.commit().await?;
    Ok(Opened { cookie, access, user })
}

/// An act on a session.
pub(super) fn act(action: &'static str, tenant: Option<Uuid>, session: Uuid) -> Act {
    let subject_id = session.to_string();
    Act { tenant: tenant.map(TenantId), action, subject_type: "session", subject_id, detail: json!({}) }
}

fn role(user: &User) -> Result<Role, Error> {
    let member = user.role.map(Role::Member);
    user.platform_role.map(Role::Staff).or(member).ok_or_else(invalid)
}
