//! What was asked of the store: the last requests and counters.

use std::collections::VecDeque;

const KEPT: usize = 10_000;

/// One request the store has answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoggedRequest {
    /// Unix second of its arrival.
    pub at: i64,
    /// Whether it came over TLS.
    pub tls: bool,
    /// The method on the wire.
    pub method: String,
    /// The REST route (`/wc/v3/orders`), or the raw path outside the API.
    pub route: String,
    /// The raw query string, credentials included.
    pub query: String,
    /// The status of the answer (0: hung up or never answered).
    pub status: u16,
    /// Bytes of the answer's body.
    pub bytes: usize,
}

/// The last requests.
#[derive(Debug, Default)]
pub(crate) struct RequestLog {
    entries: VecDeque<LoggedRequest>,
    total: u64,
}

impl RequestLog {
    pub(crate) fn push(&mut self, entry: LoggedRequest) {
        if self.entries.len() == KEPT {
            self.entries.pop_front();
        }
        self.entries.push_back(entry);
        self.total += 1;
    }

    pub(crate) fn all(&self) -> Vec<LoggedRequest> {
        self.entries.iter().cloned().collect()
    }

    pub(crate) const fn total(&self) -> u64 {
        self.total
    }

    pub(crate) fn clear(&mut self) {
        self.entries.clear();
    }
}
