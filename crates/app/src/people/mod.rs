//! Who: merchants, their members, the operator's staff, and sessions. A password is seen here only to be hashed or
//! compared, and a token only to be handed out: what is stored of both is a digest.
//!
//! Rank: who.

mod ensure;
mod fields;
mod model;
mod password;
mod routes;
mod sessions;
mod store;
#[cfg(test)]
mod tests;

pub(crate) use ensure::{ensure_member, ensure_staff, ensure_tenant};
pub use model::{MemberRole, PlatformRole};
pub(crate) use password::Passwords;
pub(crate) use routes::routes;
pub(crate) use store::names_of;
