//! Who asks, for which merchants, and whether he may. Asking for a [`Scope`] is being allowed to: a handler names the
//! permission in its type, and there is no other way to a transaction.

mod live;
mod looks;
mod merge;
mod permission;
mod roles;
mod session;

use std::marker::PhantomData;
use std::net::IpAddr;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{Extensions, HeaderMap, Method, header};
use fulexo_db::Tx;
use fulexo_http::{Code, Problem, RequestId, record};
use fulexo_kernel::TenantId;
use jiff::Timestamp;
use uuid::Uuid;

pub(crate) use live::LiveScope;
#[cfg(test)]
pub(crate) use permission::ALL;
pub use permission::{Permission, permissions};
pub(crate) use permission::{granted, may};
pub(crate) use roles::Role;
pub use roles::{MemberRole, PlatformRole};
pub(crate) use session::{Sessions, Who, cookie_name};

use crate::{App, Error};

const TENANT_HEADER: &str = "x-tenant-id";
const CSRF_HEADER: &str = "x-fulexo-csrf";

/// An authenticated request with permission `P`.
pub struct Scope<P> {
    pub app: App,
    pub(crate) who: std::sync::Arc<Who>,
    /// The merchants in question: exactly one, or all that staff were granted.
    reach: Reach,
    pub(crate) ip: Option<String>,
    pub(crate) request_id: String,
    permission: PhantomData<fn() -> P>,
}

/// How far a request reaches.
#[derive(Clone, Debug)]
pub(crate) enum Reach {
    /// One merchant.
    One(TenantId),
    /// Every merchant granted to this member of staff.
    Granted,
}

impl<P: Permission> FromRequestParts<App> for Scope<P> {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let who = session::authenticate(app, parts).await?;
        if !may(who.role(), P::NAME) {
            return Err(Error::refuse(Code::Forbidden, "Your role does not allow this; ask an administrator."));
        }
        let reach = reach(&who, &parts.headers)?;
        if let (Role::Staff(_), Reach::One(tenant)) = (who.role(), &reach)
            && !session::exists(app, *tenant).await?
        {
            return Err(Error::not_found());
        }
        record(|line| {
            line.user_id = Some(who.user_id);
            line.tenant_id = match &reach {
                Reach::One(tenant) => Some(tenant.0),
                Reach::Granted => None,
            };
        });
        let request_id = parts.extensions.get::<RequestId>().map(|r| r.0.clone()).unwrap_or_default();
        let ip = client_ip(parts);
        Ok(Self { app: app.clone(), who, reach, ip, request_id, permission: PhantomData })
    }
}

impl<P: Permission> Scope<P> {
    /// The moment of the request.
    pub fn now(&self) -> Timestamp {
        self.app.clock.now()
    }

    /// The one merchant acted for. Errors when staff named none.
    pub fn tenant(&self) -> Result<TenantId, Error> {
        match self.reach {
            Reach::One(tenant) => Ok(tenant),
            Reach::Granted => Err(Error::refuse(
                Code::TenantRequired,
                "Say for which merchant: send its id in the X-Tenant-Id header.",
            )),
        }
    }

    /// The one merchant when there is one.
    pub fn maybe_tenant(&self) -> Option<TenantId> {
        self.tenant().ok()
    }

    /// A transaction of the one merchant acted for.
    pub async fn begin(&self) -> Result<Tx, Error> {
        let tenant = self.tenant()?;
        self.look(&[tenant]).await?;
        Ok(self.app.db.tenant(tenant).await?)
    }

    /// The merchant a path names. Errors with 404 when it is out of sight or does not exist.
    pub(crate) async fn enter(&self, tenant: TenantId) -> Result<TenantId, Error> {
        let in_sight = match self.reach {
            Reach::One(only) => only == tenant,
            Reach::Granted => self.who.may_enter(tenant),
        };
        if !in_sight || !session::exists(&self.app, tenant).await? {
            return Err(Error::not_found());
        }
        self.look(&[tenant]).await?;
        Ok(tenant)
    }

    /// Tells whether staff were granted every merchant and named none.
    pub(crate) fn sees_everything(&self) -> bool {
        matches!(self.reach, Reach::Granted) && self.who.all_tenants
    }

    /// Tells whether staff were granted every merchant, whichever they named.
    pub(crate) fn oversees(&self) -> bool {
        matches!(self.who.role(), Role::Staff(_)) && self.who.all_tenants
    }

    /// The ids of every merchant in question.
    pub(crate) async fn tenant_ids(&self) -> Result<Vec<Uuid>, Error> {
        Ok(self.tenants().await?.into_iter().map(|t| t.0).collect())
    }

    /// Whether every merchant is meant, and the platform itself; otherwise the ids of those in question.
    pub(crate) async fn everything_or(&self) -> Result<(bool, Vec<Uuid>), Error> {
        Ok(if self.sees_everything() { (true, Vec::new()) } else { (false, self.tenant_ids().await?) })
    }

    /// Every merchant in question, by name, at most 200.
    pub async fn tenants(&self) -> Result<Vec<TenantId>, Error> {
        match self.reach {
            Reach::One(tenant) => Ok(vec![tenant]),
            Reach::Granted => session::granted(&self.app, &self.who).await,
        }
    }
}

/// The merchant a request is about: a member's own, or the one staff name.
fn reach(who: &Who, headers: &HeaderMap) -> Result<Reach, Error> {
    let named = headers.get(TENANT_HEADER);
    if headers.get_all(TENANT_HEADER).iter().nth(1).is_some() {
        return Err(Error::refuse(Code::BadRequest, "X-Tenant-Id stands there two times; send one."));
    }
    match (who.role(), named) {
        (Role::Member(_), Some(_)) => Err(Error::refuse(
            Code::TenantHeaderForbidden,
            "Members act in their own merchant; leave the X-Tenant-Id header away.",
        )),
        (Role::Member(_), None) => who.tenant.map(Reach::One).ok_or_else(Error::not_found),
        (Role::Staff(_), None) => Ok(Reach::Granted),
        (Role::Staff(_), Some(id)) => {
            let tenant = id
                .to_str()
                .ok()
                .and_then(|id| Uuid::parse_str(id).ok())
                .map(TenantId)
                .ok_or_else(|| Error::refuse(Code::BadRequest, "X-Tenant-Id is not a UUID."))?;
            if who.may_enter(tenant) { Ok(Reach::One(tenant)) } else { Err(Error::not_found()) }
        }
    }
}

/// A cookie rides along on requests of other sites; such requests are refused unless they only read.
pub(crate) fn check_csrf(parts: &Parts) -> Result<(), Problem> {
    if matches!(parts.method, Method::GET | Method::HEAD | Method::OPTIONS) {
        return Ok(());
    }
    let site = parts.headers.get("sec-fetch-site").and_then(|v| v.to_str().ok());
    if matches!(site, None | Some("same-origin" | "none")) && parts.headers.contains_key(CSRF_HEADER) {
        return Ok(());
    }
    Err(Problem::new(
        Code::Csrf,
        "A request with a session cookie must come from this site and carry the X-Fulexo-CSRF header.",
    ))
}

/// The address of the caller, for the audit trail.
pub(crate) fn client_ip(parts: &Parts) -> Option<String> {
    client_address(&parts.extensions, &parts.headers).map(|address| address.to_string())
}

/// The address of the caller; the word of a proxy counts only when it is on this machine.
pub(crate) fn client_address(extensions: &Extensions, headers: &HeaderMap) -> Option<IpAddr> {
    let peer = extensions.get::<axum::extract::ConnectInfo<std::net::SocketAddr>>()?.0.ip();
    let forwarded = headers.get("x-forwarded-for").and_then(|v| v.to_str().ok());
    let said = forwarded.and_then(|list| list.rsplit(',').next()).and_then(|ip| ip.trim().parse::<IpAddr>().ok());
    Some(said.filter(|_| peer.is_loopback()).unwrap_or(peer))
}

/// The browser or program of the caller.
pub(crate) fn user_agent(headers: &HeaderMap) -> Option<String> {
    let agent = headers.get(header::USER_AGENT)?.to_str().ok()?;
    Some(agent.chars().take(300).collect())
}
