//! Through HTTP against a real PostgreSQL.

mod members;
mod sessions;
mod staff;
mod tenants;

use fulexo_kernel::TenantId;

use super::{MemberRole, ensure_member};
use crate::testing::{TestApp, must};

const PASSWORD: &str = "a long enough password";

/// Somebody with a password: his e-mail.
async fn with_password(app: &TestApp, tenant: TenantId, role: MemberRole) -> String {
    let email = format!("Person-{}@Example.test", tenant.0.simple());
    must("a member", ensure_member(&app.app, tenant, &email, "Ada", PASSWORD, role).await);
    email
}
