//! How long to wait after a failed attempt.

use std::time::Duration;

/// Exponential waits with full jitter.
#[derive(Clone, Copy, Debug)]
pub struct Backoff {
    /// The ceiling before the first attempt; it doubles with each.
    pub base: Duration,
    /// The ceiling of ceilings.
    pub cap: Duration,
}

impl Backoff {
    /// 4, 8, 16 … seconds, up to a quarter of an hour.
    pub const PLAIN: Self = Self { base: Duration::from_secs(2), cap: Duration::from_secs(15 * 60) };

    /// The wait after the given attempt, at least a second. `roll` is uniform in [0, 1).
    pub(crate) fn wait(self, attempt: i16, roll: f64) -> Duration {
        let exponent = u32::try_from(attempt.clamp(1, 20)).unwrap_or(1);
        let ceiling = self.base.saturating_mul(2_u32.saturating_pow(exponent)).min(self.cap);
        ceiling.mul_f64(roll.clamp(0.0, 1.0)).max(Duration::from_secs(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_to_a_ceiling() {
        let plain = Backoff::PLAIN;
        assert_eq!(plain.wait(1, 0.0), Duration::from_secs(1));
        assert_eq!(plain.wait(1, 1.0), Duration::from_secs(4));
        assert_eq!(plain.wait(5, 1.0), Duration::from_secs(64));
        assert_eq!(plain.wait(i16::MAX, 1.0), plain.cap);
        let quick = Backoff { base: Duration::from_secs(1), cap: Duration::from_secs(8) };
        assert_eq!(quick.wait(2, 1.0), Duration::from_secs(4));
        assert_eq!(quick.wait(9, 1.0), quick.cap);
    }
}
