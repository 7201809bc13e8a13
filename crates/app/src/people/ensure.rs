//! People and merchants that an installation or a demonstration must have. Doing it again changes nothing, least of
//! all a password somebody has changed since.

use fulexo_db::Tx;
use fulexo_http::Code;
use fulexo_kernel::TenantId;
use fulexo_queries::queries::people as sql;
use serde_json::json;
use uuid::Uuid;

use super::fields::{Email, Form};
use super::model::{MemberRole, PlatformRole};
use super::store::{self, NewUser};
use crate::audit::{self, Act, By};
use crate::{App, Error};

impl App {
    /// Sees to it that the first owner exists. Errors when the e-mail is no e-mail, belongs to somebody who is not
    /// staff, or the password is too short.
    pub async fn ensure_owner(&self, email: &str, password: &str) -> Result<(), Error> {
        ensure_staff(self, email, "Owner", password, PlatformRole::Owner).await.map(drop)
    }
}

/// The merchant of a slug, made when it does not exist.
pub(crate) async fn ensure_tenant(app: &App, slug: &str, name: &str) -> Result<TenantId, Error> {
    let tx = app.db.system("see to it that a merchant exists").await?;
    let id = app.clock.id();
    if sql::insert_tenant().bind(&tx, &id, &slug, &name, &"UTC", &app.clock.now()).await? == 1 {
        let tenant = Some(TenantId(id));
        audit_it(app, &tx, tenant, "tenant.create", "tenant", id, json!({ "name": name })).await?;
        tx.commit().await?;
        return Ok(TenantId(id));
    }
    let known = sql::tenant_by_slug().bind(&tx, &slug).one().await?;
    Ok(TenantId(known.id))
}

/// A member of a merchant, made when there is nobody of this e-mail.
pub(crate) async fn ensure_member(
    app: &App,
    tenant: TenantId,
    email: &str,
    name: &str,
    password: &str,
    role: MemberRole,
) -> Result<Uuid, Error> {
    let user = ensure_user(app, email, name, password, None).await?;
    let tx = app.db.system("see to it that somebody is a member").await?;
    let memberships = sql::member_tenants().bind(&tx, &user).all().await?;
    if memberships.iter().all(|m| m.id != tenant.0) {
        sql::upsert_membership().bind(&tx, &tenant.0, &user, &role.word(), &app.clock.now()).one().await?;
        audit_it(app, &tx, Some(tenant), "member.add", "user", user, json!({ "role": role })).await?;
    }
    tx.commit().await?;
    Ok(user)
}

/// Somebody of the operator's staff with every merchant granted, made when there is nobody of this e-mail.
pub(crate) async fn ensure_staff(
    app: &App,
    email: &str,
    name: &str,
    password: &str,
    role: PlatformRole,
) -> Result<Uuid, Error> {
    ensure_user(app, email, name, password, Some(role)).await
}

async fn ensure_user(
    app: &App,
    email: &str,
    name: &str,
    password: &str,
    role: Option<PlatformRole>,
) -> Result<Uuid, Error> {
    let mut form = Form::default();
    let email = form.email(email);
    form.password(password);
    form.check()?;
    if let Some(known) = find(app, &email, role).await? {
        return Ok(known);
    }
    let hash = app.passwords.hash(password).await?;
    let all_tenants = role.is_some();
    let new = NewUser { email: &email, name, password_hash: Some(&hash), platform_role: role, all_tenants };
    let tx = app.db.system("see to it that somebody exists").await?;
    let id = store::insert_user(&tx, &app.clock, &new).await?;
    let detail = json!({ "email": email.typed, "platform_role": role });
    audit_it(app, &tx, None, "user.create", "user", id, detail).await?;
    tx.commit().await?;
    Ok(id)
}

async fn find(app: &App, email: &Email, role: Option<PlatformRole>) -> Result<Option<Uuid>, Error> {
    let tx = app.db.system("is there somebody of this e-mail").await?;
    let Some(known) = sql::user_by_email().bind(&tx, &email.folded).opt().await? else { return Ok(None) };
    tx.commit().await?;
    if known.platform_role.is_some() == role.is_some() {
        return Ok(Some(known.id));
    }
    let sentence = format!("{} belongs to somebody of another kind: staff are not members of merchants.", email.typed);
    Err(Error::refuse(Code::Conflict, sentence))
}

async fn audit_it(
    app: &App,
    tx: &Tx,
    tenant: Option<TenantId>,
    action: &'static str,
    subject_type: &'static str,
    subject: Uuid,
    detail: serde_json::Value,
) -> Result<(), Error> {
    let act = Act { tenant, action, subject_type, subject_id: subject.to_string(), detail };
    audit::write(tx, &app.clock, By::SYSTEM, act).await
}
