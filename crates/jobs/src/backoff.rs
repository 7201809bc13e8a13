//! How long to wait after a failed attempt.

use std::time::Duration;

const BASE: Duration = Duration::from_secs(2);
const CAP: Duration = Duration::from_secs(15 * 60);

/// The wait after the given attempt: exponential with full jitter, at least a second. `roll` is uniform in [0, 1).
pub(crate) fn wait(attempt: i16, roll: f64) -> Duration {
    let exponent = u32::try_from(attempt.clamp(1, 20)).unwrap_or(1);
    let ceiling = BASE.saturating_mul(2_u32.saturating_pow(exponent)).min(CAP);
    ceiling.mul_f64(roll.clamp(0.0, 1.0)).max(Duration::from_secs(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_to_a_ceiling() {
        assert_eq!(wait(1, 0.0), Duration::from_secs(1));
        assert_eq!(wait(1, 1.0), Duration::from_secs(4));
        assert_eq!(wait(5, 1.0), Duration::from_secs(64));
        assert_eq!(wait(i16::MAX, 1.0), CAP);
    }
}
