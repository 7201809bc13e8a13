//! A place in the outbox. Ids of a sequence are not in the order of commits; transaction ids below the oldest running
//! one are settled, so (transaction, sequence) is a place one can go on from.

use std::fmt;
use std::str::FromStr;

/// Everything up to here has been seen. Written `transaction-sequence`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Position {
    pub tx: u64,
    pub seq: i64,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.tx, self.seq)
    }
}

/// Not a position.
#[derive(Debug)]
pub(super) struct Unreadable;

impl FromStr for Position {
    type Err = Unreadable;

    fn from_str(text: &str) -> Result<Self, Unreadable> {
        let (tx, seq) = text.split_once('-').ok_or(Unreadable)?;
        let (tx, seq) = (tx.parse().map_err(|_| Unreadable)?, seq.parse().map_err(|_| Unreadable)?);
        Ok(Self { tx, seq })
    }
}

impl Position {
    /// Reads a row's place; transaction ids travel as text.
    pub(super) fn of(tx: &str, seq: i64) -> Self {
        Self { tx: tx.parse().unwrap_or_default(), seq }
    }
}
