//! Who did what to which thing. Append only; written in the transaction of the act it tells of.

mod routes;

use fulexo_db::Tx;
use fulexo_kernel::TenantId;
use fulexo_queries::queries::audit as sql;
use serde_json::Value;

use crate::scope::{Permission, Role, Scope};
use crate::Error;

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

/// Writes an act down.
pub(crate) async fn record<P: Permission>(tx: &Tx, scope: &Scope<P>, act: Act) -> Result<(), Error> {
    let kind = match scope.who.role() {
        Role::Staff(_) => "staff",
        Role::Member(_) => "member",
    };
    sql::insert_audit()
        .bind(
            tx,
            &scope.app.clock.id(),
            &act.tenant.map(|t| t.0),
            &scope.now(),
            &kind,
            &Some(scope.who.user_id),
            &act.action,
            &act.subject_type,
            &act.subject_id,
            &scope.ip,
            &Some(scope.request_id.as_str()),
            &act.detail.to_string(),
        )
        .await?;
    Ok(())
}
