//! Permissions are types; roles are sets of them. The table is a snapshot in the tests.

use super::roles::{MemberRole, PlatformRole, Role};

/// Something a role may or may not do.
pub trait Permission: Send + Sync + 'static {
    /// Its name, `thing:verb`.
    const NAME: &'static str;
}

macro_rules! permissions {
    ($($type:ident $name:literal: [$staff:pat] [$($member:pat)?];)*) => {
        /// The permissions, as types for [`crate::Scope`].
        pub mod permissions {
            $(
                #[doc = concat!("`", $name, "`")]
                pub struct $type;
                impl super::Permission for $type {
                    const NAME: &'static str = $name;
                }
            )*
        }

        /// Every permission's name.
        pub(crate) const ALL: &[&str] = &[$($name),*];

        /// Tells whether a role holds a permission.
        pub(crate) fn may(role: Role, name: &str) -> bool {
            match (name, role) {
                $(
                    ($name, Role::Staff(role)) => matches!(role, $staff),
                    $(($name, Role::Member(role)) => matches!(role, $member),)?
                )*
                _ => false,
            }
        }
    };
}

use MemberRole as M;
use PlatformRole as S;

permissions! {
    SignedIn "session:use": [_] [_];
    TenantsRead "tenants:read": [_] [_];
    TenantsWrite "tenants:write": [S::Owner | S::Admin] [];
    MembersRead "members:read": [S::Owner | S::Admin | S::Support] [M::Admin];
    MembersWrite "members:write": [S::Owner | S::Admin] [M::Admin];
    UsersRead "users:read": [S::Owner | S::Admin] [];
    UsersWrite "users:write": [S::Owner] [];
    StoresRead "stores:read": [_] [_];
    StoresWrite "stores:write": [S::Owner | S::Admin] [M::Admin];
    OrdersRead "orders:read": [_] [_];
    OrdersWrite "orders:write": [S::Owner | S::Admin | S::Warehouse | S::Support] [M::Admin | M::Member];
    ProductsRead "products:read": [_] [_];
    CustomersRead "customers:read": [S::Owner | S::Admin | S::Warehouse | S::Support] [_];
    SyncRead "sync:read": [_] [M::Admin | M::Member];
    JobsRead "jobs:read": [S::Owner | S::Admin | S::Support] [M::Admin];
    JobsManage "jobs:manage": [S::Owner | S::Admin] [M::Admin];
    JobsArguments "jobs:arguments": [S::Owner | S::Admin] [M::Admin];
    AuditRead "audit:read": [S::Owner | S::Admin] [M::Admin];
}

/// The names of everything a role may do.
pub(crate) fn granted(role: Role) -> Vec<&'static str> {
    ALL.iter().copied().filter(|name| may(role, name)).collect()
}
