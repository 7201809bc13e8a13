//! The words everything else speaks: ids, money, clock, folded text.
//! Knows nothing of HTTP, SQL text or configuration.

mod clock;
mod ids;
mod money;
pub mod text;

pub use clock::{Clock, ManualClock};
pub use ids::TenantId;
pub use money::minor_units;

/// Spells out that an error is swallowed, and why.
pub trait CanFail {
    /// Drops the error after logging it at debug level.
    fn can_fail(self, why: &'static str);
}

impl<T, E: std::fmt::Display> CanFail for Result<T, E> {
    fn can_fail(self, why: &'static str) {
        if let Err(error) = self {
            tracing::debug!(%error, why, "ignored error");
        }
    }
}
