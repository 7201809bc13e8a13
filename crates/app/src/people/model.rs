//! People and merchants as the API shows them.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

pub use crate::scope::{MemberRole, PlatformRole};

/// Whom a person works for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(super) enum UserKind {
    Staff,
    Member,
}

/// The languages of the web app.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(super) enum Locale {
    En,
    Tr,
}

impl Locale {
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Tr => "tr",
        }
    }

    pub(super) fn of(word: &str) -> Self {
        if word == "tr" { Self::Tr } else { Self::En }
    }
}

/// A merchant, named.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub(super) struct TenantRef {
    pub id: Uuid,
    pub slug: String,
    pub name: String,
}

/// The person who is signed in.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct User {
    pub id: Uuid,
    pub email: String,
    pub name: String,
    pub locale: Locale,
    pub kind: UserKind,
    /// Staff only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub platform_role: Option<PlatformRole>,
    /// The merchant a member acts in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tenant: Option<TenantRef>,
    /// His role there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<MemberRole>,
    /// The merchants he may enter, by name, at most 200.
    pub tenants: Vec<TenantRef>,
    /// What he may do.
    pub permissions: Vec<&'static str>,
}

/// A merchant.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Tenant {
    pub id: Uuid,
    pub slug: String,
    pub name: String,
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
    /// Connected stores.
    pub stores: i64,
    pub members: i64,
}

/// A person of a merchant.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Member {
    pub user_id: Uuid,
    pub email: String,
    pub name: String,
    pub role: MemberRole,
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
}

/// A person of the operator.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct StaffMember {
    pub id: Uuid,
    pub email: String,
    pub name: String,
    pub platform_role: PlatformRole,
    /// Granted every merchant, also those to come.
    pub all_tenants: bool,
    /// The merchants granted one by one, at most 200.
    pub tenant_ids: Vec<Uuid>,
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
}
