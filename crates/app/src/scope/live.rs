//! The scope of an event stream. Its address names the merchant, because browsers cannot send headers with it, and it
//! outlives many sessions: who looks is asked again while it is open. Streams carry ids only, so they are no look
//! into a merchant; what is read because of them is.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use fulexo_http::{Query, record};
use fulexo_kernel::TenantId;
use serde::Deserialize;
use uuid::Uuid;

use super::{Role, Who, may, session};
use crate::{App, Error};

/// Somebody who wants to hear of changes.
pub(crate) struct LiveScope {
    pub app: App,
    pub session_id: Uuid,
    parts: Parts,
    named: Option<TenantId>,
    sight: Sight,
}

/// Whose changes somebody may hear of.
#[derive(Clone, Debug)]
pub(crate) struct Sight {
    role: Role,
    /// Every merchant there is or will be.
    pub everything: bool,
    /// Otherwise these.
    pub tenants: Vec<Uuid>,
}

impl Sight {
    /// Tells whether changes of a merchant, or of the platform, that need a permission may be heard of.
    pub(crate) fn reaches(&self, tenant: Option<Uuid>, permission: &str) -> bool {
        (self.everything || tenant.is_some_and(|tenant| self.tenants.contains(&tenant))) && may(self.role, permission)
    }
}

#[derive(Deserialize)]
struct Named {
    tenant: Option<Uuid>,
}

impl FromRequestParts<App> for LiveScope {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Error> {
        let who = session::authenticate(app, parts).await?;
        let Query(named) = Query::<Named>::from_request_parts(parts, app).await?;
        let named = named.tenant.map(TenantId);
        record(|line| {
            line.user_id = Some(who.user_id);
            line.tenant_id = named.or(who.tenant).map(|t| t.0);
        });
        let sight = sight(app, &who, named).await?;
        Ok(Self { app: app.clone(), session_id: who.session_id, parts: parts.clone(), named, sight })
    }
}

impl LiveScope {
    /// Whose changes he may hear of.
    pub(crate) const fn sight(&self) -> &Sight {
        &self.sight
    }

    /// Asks again who this is and what he may see. Errors when the session has ended or the merchant is out of sight.
    pub(crate) async fn ask_again(&mut self) -> Result<(), Error> {
        let who = session::authenticate(&self.app, &self.parts).await?;
        self.sight = sight(&self.app, &who, self.named).await?;
        Ok(())
    }
}

/// Members hear of their own merchant, staff of the one they name or of all they were granted.
async fn sight(app: &App, who: &Arc<Who>, named: Option<TenantId>) -> Result<Sight, Error> {
    let role = who.role();
    let one = |tenant: TenantId| Sight { role, everything: false, tenants: vec![tenant.0] };
    match (role, named) {
        (Role::Member(_), named) => {
            let own = who.tenant.filter(|own| named.is_none_or(|named| named == *own));
            own.map(one).ok_or_else(Error::not_found)
        }
        (Role::Staff(_), Some(tenant)) => {
            let there = who.may_enter(tenant) && session::exists(app, tenant).await?;
            if there { Ok(one(tenant)) } else { Err(Error::not_found()) }
        }
        (Role::Staff(_), None) if who.all_tenants => Ok(Sight { role, everything: true, tenants: Vec::new() }),
        (Role::Staff(_), None) => {
            let tenants = session::granted(app, who).await?.into_iter().map(|t| t.0).collect();
            Ok(Sight { role, everything: false, tenants })
        }
    }
}
