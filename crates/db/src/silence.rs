//! PostgreSQL that answers no more: a cut network swallows what is sent to it, and no error comes of itself. An answer
//! is waited for so long; then the connection counts as dead, and so do those that were made before that moment.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use deadpool_postgres::Metrics;
use tokio_postgres::Config;

use crate::PgError;

/// How long an answer may take: more than the longest statement may (30 s, see the pool).
const LIMIT: Duration = Duration::from_secs(40);

/// How long the connections of a pool wait for answers, and when one of them waited in vain.
#[derive(Clone, Debug)]
pub(crate) struct Patience {
    pub(crate) limit: Duration,
    last_silence: Arc<Mutex<Option<Instant>>>,
}

impl Patience {
    /// As the address says with `tcp_user_timeout`, no longer than `most`.
    pub(crate) fn new(config: &Config, most: Duration) -> Self {
        let limit = config.get_tcp_user_timeout().copied().unwrap_or(LIMIT).min(most);
        Self { limit, last_silence: Arc::default() }
    }

    /// Waits for an answer of PostgreSQL, but not for ever.
    pub(crate) async fn answer<T>(&self, answer: impl Future<Output = Result<T, PgError>>) -> Result<T, PgError> {
        self.patiently(answer).await.unwrap_or_else(|| Err(no_answer()))
    }

    /// The same; nothing when no answer came.
    pub(crate) async fn patiently<T>(&self, answer: impl Future<Output = T>) -> Option<T> {
        let answer = tokio::time::timeout(self.limit, answer).await.ok();
        if answer.is_none() {
            self.note_silence();
        }
        answer
    }

    /// A connection got no answer.
    pub(crate) fn note_silence(&self) {
        *self.last_silence.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
    }

    /// Tells whether a connection was last lent after the last silence; others may be as dead.
    pub(crate) fn trusts(&self, metrics: &Metrics) -> bool {
        let silence = *self.last_silence.lock().unwrap_or_else(PoisonError::into_inner);
        silence.is_none_or(|silence| metrics.recycled.unwrap_or(metrics.created) > silence)
    }
}

/// The driver's own error for it.
pub(crate) fn no_answer() -> PgError {
    PgError::__private_api_timeout()
}

/// What every connection is told: the kernel ends it when the other side is gone, as we would.
pub(crate) fn watched(config: &mut Config) {
    let limit = config.get_tcp_user_timeout().copied().unwrap_or(LIMIT);
    config
        .tcp_user_timeout(limit)
        .keepalives_idle(Duration::from_secs(30))
        .keepalives_interval(Duration::from_secs(5))
        .keepalives_retries(2);
}
