//! How long to wait after a failed attempt.

use std::time::Duration;

/// Nothing is tried again sooner.
const LEAST: Duration = Duration::from_secs(1);

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

    /// The wait after the given attempt: anything from a second to the ceiling, so that jobs which failed together
    /// come back apart. `roll` is uniform in [0, 1).
    pub(crate) fn wait(self, attempt: i16, roll: f64) -> Duration {
        let exponent = u32::try_from(attempt.clamp(1, 20)).unwrap_or(1);
        let ceiling = self.base.saturating_mul(2_u32.saturating_pow(exponent)).min(self.cap);
        LEAST.saturating_add(ceiling.saturating_sub(LEAST).mul_f64(roll.clamp(0.0, 1.0)))
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
        assert!(plain.wait(1, 0.1) > plain.wait(1, 0.0), "a quarter of them must not come back in one moment");
        assert_eq!(plain.wait(i16::MAX, 1.0), plain.cap);
        let quick = Backoff { base: Duration::from_secs(1), cap: Duration::from_secs(8) };
        assert_eq!(quick.wait(2, 1.0), Duration::from_secs(4));
        assert_eq!(quick.wait(9, 1.0), quick.cap);
    }
}
