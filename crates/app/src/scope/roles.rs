//! What people may be, and the words of it.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What a person is here.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Role {
    /// Employed by the operator.
    Staff(PlatformRole),
    /// Of a merchant.
    Member(MemberRole),
}

/// What a person of a merchant may do.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum MemberRole {
    Admin,
    Member,
    Viewer,
}

/// What a person of the operator may do.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum PlatformRole {
    Owner,
    Admin,
    Warehouse,
    Support,
    Billing,
}

impl Role {
    /// Reads a staff role's word.
    pub(crate) fn staff(word: &str) -> Option<Self> {
        PlatformRole::of(word).map(Self::Staff)
    }

    /// Reads a member role's word.
    pub(crate) fn member(word: &str) -> Option<Self> {
        MemberRole::of(word).map(Self::Member)
    }

    /// His role, when he is of the operator's staff.
    pub(crate) const fn of_staff(self) -> Option<PlatformRole> {
        match self {
            Self::Staff(role) => Some(role),
            Self::Member(_) => None,
        }
    }
}

macro_rules! in_words {
    ($type:ident { $($variant:ident $word:literal),* }) => {
        impl $type {
            /// Its word in the database.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }

            /// Reads its word.
            pub(crate) fn of(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)* _ => None }
            }
        }
    };
}

in_words!(MemberRole { Admin "admin", Member "member", Viewer "viewer" });
in_words!(PlatformRole { Owner "owner", Admin "admin", Warehouse "warehouse", Support "support", Billing "billing" });
