use std::time::Duration;

use crate::{Env, Error};

/// How often and how patiently a read is tried again within one call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retry {
    /// Attempts after the first.
    pub retries: u32,
    /// Upper bound of the first wait; doubles each time. The wait is uniform between 0 and the bound.
    pub first: Duration,
    /// No bound grows beyond this.
    pub cap: Duration,
    /// A `Retry-After` up to this is obeyed here; a longer one is the caller's to reschedule.
    pub longest_wait: Duration,
}

impl Default for Retry {
    fn default() -> Self {
        Self {
            retries: 3,
            first: Duration::from_millis(500),
            cap: Duration::from_secs(8),
            longest_wait: Duration::from_secs(30),
        }
    }
}

impl Retry {
    /// Gives up at the first failure.
    #[must_use]
    pub fn never() -> Self {
        Self { retries: 0, ..Self::default() }
    }

    /// Returns how long to wait before attempt `number` (1 is the first retry); None ends it.
    fn wait(&self, number: u32, error: &Error, random: u64) -> Option<Duration> {
        if number > self.retries || !error.is_transient() {
            return None;
        }
        if let Some(asked) = error.retry_after() {
            return (asked <= self.longest_wait).then_some(asked);
        }
        let doubled = self.first.saturating_mul(2_u32.saturating_pow(number - 1));
        let bound = u64::try_from(doubled.min(self.cap).as_millis()).unwrap_or(u64::MAX);
        Some(Duration::from_millis(random % bound.saturating_add(1)))
    }
}

/// Runs `attempt` until it succeeds, fails for good, or the retries are used up.
pub(super) async fn run<T, F>(policy: &Retry, env: &Env, mut attempt: impl FnMut() -> F) -> Result<T, Error>
where
    F: Future<Output = Result<T, Error>>,
{
    let mut number = 0;
    loop {
        let error = match attempt().await {
            Ok(value) => return Ok(value),
            Err(error) => error,
        };
        number += 1;
        let Some(wait) = policy.wait(number, &error, env.random()) else {
            return Err(error);
        };
        let wait_ms = wait.as_millis();
        tracing::debug!(code = error.code(), number, wait_ms, "a store's read is tried again");
        tokio::time::sleep(wait).await;
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use jiff::Timestamp;
    use tokio::time::Instant;

    use super::*;

    fn server(status: u16, seconds: Option<u64>) -> Error {
        Error::Server { status, code: None, retry_after: seconds.map(Duration::from_secs) }
    }

    async fn attempts(random: u64, errors: Vec<Error>) -> (u32, Duration, Result<(), Error>) {
        let env = Env::new(|| Timestamp::UNIX_EPOCH, move || random);
        let calls = Cell::new(0);
        let mut errors = errors.into_iter();
        let start = Instant::now();
        let result = run(&Retry::default(), &env, || {
            calls.set(calls.get() + 1);
            std::future::ready(errors.next().map_or(Ok(()), Err))
        })
        .await;
        (calls.get(), start.elapsed(), result)
    }

    #[tokio::test(start_paused = true)]
    async fn a_transient_failure_is_tried_again_until_it_works() {
        let (calls, waited, result) = attempts(500, vec![server(502, None), Error::Truncated]).await;
        assert_eq!((calls, result), (3, Ok(())));
        assert_eq!(waited, Duration::from_secs(1), "500 % 501 + 500 % 1001");
    }

    #[tokio::test(start_paused = true)]
    async fn it_ends_after_three_retries() {
        let (calls, waited, result) = attempts(u64::MAX, vec![server(503, None); 9]).await;
        assert_eq!((calls, result), (4, Err(server(503, None))));
        assert!(waited <= Duration::from_millis(500 + 1000 + 2000));
    }

    #[tokio::test(start_paused = true)]
    async fn what_will_not_change_is_not_tried_again() {
        let denied = Error::Unauthorized { code: "x".into(), message: "y".into() };
        let (calls, _, result) = attempts(1, vec![denied.clone()]).await;
        assert_eq!((calls, result), (1, Err(denied)));
    }

    #[tokio::test(start_paused = true)]
    async fn retry_after_is_obeyed_when_short() {
        let limited = Error::RateLimited { retry_after: Some(Duration::from_secs(30)) };
        let (calls, waited, result) = attempts(1, vec![limited]).await;
        assert_eq!((calls, waited, result), (2, Duration::from_secs(30), Ok(())));
    }

    #[tokio::test(start_paused = true)]
    async fn and_handed_to_the_caller_when_long() {
        let (calls, waited, result) = attempts(1, vec![server(503, Some(31))]).await;
        assert_eq!((calls, waited, result), (1, Duration::ZERO, Err(server(503, Some(31)))));
    }

    #[test]
    fn the_bound_doubles_up_to_the_cap() {
        let retry = Retry { retries: 20, ..Retry::default() };
        let most = |number| {
            let bounds = [500, 1000, 2000, 4000, 8000, 8000];
            let bound = bounds[usize::try_from(number).unwrap() - 1];
            retry.wait(number, &Error::Truncated, bound)
        };
        let waits: Vec<_> = (1..=6).map(|n| most(n).unwrap().as_millis()).collect();
        assert_eq!(waits, [500, 1000, 2000, 4000, 8000, 8000]);
        assert!(retry.wait(20, &Error::Truncated, u64::MAX).unwrap() <= retry.cap);
    }
}
