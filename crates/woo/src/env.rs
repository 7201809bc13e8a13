use std::fmt;
use std::sync::Arc;

use jiff::Timestamp;

/// The clock and the randomness a client uses.
#[derive(Clone)]
pub struct Env {
    now: Arc<dyn Fn() -> Timestamp + Send + Sync>,
    random: Arc<dyn Fn() -> u64 + Send + Sync>,
}

impl Env {
    /// Takes a clock and a source of random numbers; these make nonces and jitter, never keys.
    pub fn new(
        now: impl Fn() -> Timestamp + Send + Sync + 'static,
        random: impl Fn() -> u64 + Send + Sync + 'static,
    ) -> Self {
        Self { now: Arc::new(now), random: Arc::new(random) }
    }

    pub(crate) fn now(&self) -> Timestamp {
        (self.now)()
    }

    pub(crate) fn random(&self) -> u64 {
        (self.random)()
    }

    /// Makes a nonce of 32 hexadecimal digits.
    pub(crate) fn nonce(&self) -> String {
        format!("{:016x}{:016x}", self.random(), self.random())
    }
}

impl fmt::Debug for Env {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Env")
    }
}
