//! Our tables: tenants, users, memberships, staff_grants, sessions.

use std::collections::{BTreeMap, BTreeSet};

use fulexo_db::Tx;
use fulexo_http::Code;
use fulexo_kernel::{Clock, TenantId, text};
use fulexo_queries::queries::people as sql;
use uuid::Uuid;

use super::fields::Email;
use super::model::{Locale, MemberRole, PlatformRole, TenantRef, User, UserKind};
use crate::scope::{Role, Who, granted};
use crate::{App, Error};

/// A user as the database knows him.
pub(super) struct Person {
    pub id: Uuid,
    pub email: String,
    pub name: String,
    pub locale: String,
    pub platform_role: Option<PlatformRole>,
    pub all_tenants: bool,
}

impl From<&Who> for Person {
    fn from(who: &Who) -> Self {
        Self {
            id: who.user_id,
            email: who.email.clone(),
            name: who.name.clone(),
            locale: who.locale.clone(),
            platform_role: who.role().of_staff(),
            all_tenants: who.all_tenants,
        }
    }
}

/// Names some people, for those who may see what they did.
pub(crate) async fn names_of(app: &App, people: BTreeSet<Uuid>) -> Result<BTreeMap<Uuid, String>, Error> {
    if people.is_empty() {
        return Ok(BTreeMap::new());
    }
    let ids: Vec<Uuid> = people.into_iter().collect();
    let tx = app.db.system("name who changed an order").await?;
    let rows = sql::names_of().bind(&tx, &ids).all().await?;
    tx.commit().await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

/// Shows a user in the merchant named, or his first by name. None when he works nowhere, or not there.
pub(super) async fn user(tx: &Tx, person: Person, tenant: Option<Uuid>) -> Result<Option<User>, Error> {
    let platform_role = person.platform_role;
    let mut user = User {
        id: person.id,
        email: person.email,
        name: person.name,
        locale: Locale::of(&person.locale),
        kind: UserKind::Staff,
        platform_role,
        tenant: None,
        role: None,
        tenants: Vec::new(),
        permissions: Vec::new(),
    };
    if let Some(role) = platform_role {
        let entered = sql::entered_tenants().bind(tx, &person.all_tenants, &person.id).all().await?;
        user.tenants = entered.into_iter().map(|t| TenantRef { id: t.id, slug: t.slug, name: t.name }).collect();
        user.permissions = granted(Role::Staff(role));
        return Ok(Some(user));
    }
    let memberships = sql::member_tenants().bind(tx, &person.id).all().await?;
    let here = |m: &&sql::MemberTenants| tenant.is_none_or(|id| m.id == id);
    let Some(current) = memberships.iter().find(here) else { return Ok(None) };
    user.kind = UserKind::Member;
    user.role = MemberRole::of(&current.role);
    user.permissions = Role::member(&current.role).map(granted).unwrap_or_default();
    user.tenant = Some(TenantRef { id: current.id, slug: current.slug.clone(), name: current.name.clone() });
    user.tenants = memberships.into_iter().map(|m| TenantRef { id: m.id, slug: m.slug, name: m.name }).collect();
    Ok(Some(user))
}

/// A user to be.
pub(super) struct NewUser<'a> {
    pub email: &'a Email,
    pub name: &'a str,
    pub password_hash: Option<&'a str>,
    /// None: he is a merchant's.
    pub platform_role: Option<PlatformRole>,
    pub all_tenants: bool,
}

/// Writes a user. Errors when the e-mail is taken.
pub(super) async fn insert_user(tx: &Tx, clock: &Clock, new: &NewUser<'_>) -> Result<Uuid, Error> {
    let id = clock.id();
    let (email, role) = (new.email, new.platform_role.map(PlatformRole::word));
    let rows = sql::insert_user()
        .bind(
            tx,
            &id,
            &email.typed,
            &email.folded,
            &new.name,
            &new.password_hash,
            &role,
            &new.all_tenants,
            &clock.now(),
        )
        .await?;
    if rows == 0 { Err(email_taken()) } else { Ok(id) }
}

/// Somebody else has this e-mail.
pub(super) fn email_taken() -> Error {
    fulexo_http::Problem::new(Code::Conflict, "Somebody with this e-mail exists already.")
        .field("email", "is taken")
        .into()
}

/// Writes a merchant under the first free slug made from its name.
pub(super) async fn insert_tenant(tx: &Tx, clock: &Clock, name: &str) -> Result<TenantId, Error> {
    let (id, base) = (clock.id(), text::slug(name));
    let numbered = (2..=9).map(|n| format!("{base}-{n}"));
    // the tail of a UUIDv7 is random: the last resort is free
    let last: String = id.simple().to_string().chars().skip(20).collect();
    let slugs = std::iter::once(base.clone()).chain(numbered).chain([format!("{base}-{last}")]);
    for slug in slugs {
        if sql::insert_tenant().bind(tx, &id, &slug, &name, &"UTC", &clock.now()).await? == 1 {
            return Ok(TenantId(id));
        }
    }
    Err(Error::refuse(Code::Conflict, "There are too many merchants of this name."))
}
