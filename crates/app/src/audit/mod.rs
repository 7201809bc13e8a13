//! Who did what to which thing. Append only; written in the transaction of the act it tells of.

mod routes;

use fulexo_db::Tx;
use fulexo_kernel::{Clock, TenantId};
use fulexo_queries::queries::audit as sql;
use serde_json::Value;
use uuid::Uuid;

use crate::Error;
use crate::scope::{Permission, Role, Scope};

pub(crate) use routes::routes;

/// An unsafe act, or a look.
pub(crate) struct Act {
    /// The merchant concerned; none: the platform.
    pub tenant: Option<TenantId>,
    /// `store.connect` and the like.
    pub action: &'static str,
    /// What it was done to.
    pub subject_type: &'static str,
    /// Which one.
    pub subject_id: String,
    /// What changed, never a secret.
    pub detail: Value,
}

/// Who is written down as having acted.
pub(crate) struct By<'a> {
    kind: &'static str,
    user_id: Option<Uuid>,
    ip: Option<&'a str>,
    request_id: Option<&'a str>,
}

impl<'a> By<'a> {
    /// The program itself.
    pub(crate) const SYSTEM: Self = Self { kind: "system", user_id: None, ip: None, request_id: None };

    /// A person.
    pub(crate) const fn person(role: Role, user_id: Uuid, ip: Option<&'a str>, request_id: &'a str) -> Self {
        let kind = match role {
            Role::Staff(_) => "staff",
            Role::Member(_) => "member",
        };
        Self { kind, user_id: Some(user_id), ip, request_id: Some(request_id) }
    }
}

/// Writes down an act of whoever sent the request.
pub(crate) async fn record<P: Permission>(tx: &Tx, scope: &Scope<P>, act: Act) -> Result<(), Error> {
    let by = By::person(scope.who.role(), scope.who.user_id, scope.ip.as_deref(), &scope.request_id);
    write(tx, &scope.app.clock, by, act).await
}

/// Writes an act down.
pub(crate) async fn write(tx: &Tx, clock: &Clock, by: By<'_>, act: Act) -> Result<(), Error> {
    sql::insert_audit()
        .bind(
            tx,
            &clock.id(),
            &act.tenant.map(|t| t.0),
            &clock.now(),
            &by.kind,
            &by.user_id,
            &act.action,
            &act.subject_type,
            &act.subject_id,
            &by.ip,
            &by.request_id,
            &act.detail.to_string(),
        )
        .await?;
    Ok(())
}
