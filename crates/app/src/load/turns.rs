//! Turns: so many at once, so many in line, and nobody waits long.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use fulexo_kernel::Clock;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// How long somebody waits in a line.
const WAIT: Duration = Duration::from_secs(2);

/// So many at once, so many in line.
pub(super) struct Turns {
    turns: Arc<Semaphore>,
    places: Arc<Semaphore>,
}

/// A turn, until it is dropped.
pub(crate) struct Turn {
    _turn: OwnedSemaphorePermit,
    _place: OwnedSemaphorePermit,
}

impl Turns {
    pub(super) fn new(at_once: usize, in_line: usize) -> Self {
        let (turns, places) = (Semaphore::new(at_once), Semaphore::new(at_once.saturating_add(in_line)));
        Self { turns: Arc::new(turns), places: Arc::new(places) }
    }

    /// Waits for a turn, first come first served; none when the line is full or hardly moves.
    pub(super) async fn take(&self, clock: &Clock) -> Option<Turn> {
        let place = Arc::clone(&self.places).try_acquire_owned().ok()?;
        tokio::select! {
            biased;
            turn = Arc::clone(&self.turns).acquire_owned() => Some(Turn { _turn: turn.ok()?, _place: place }),
            () = clock.sleep(WAIT) => None,
        }
    }
}

#[cfg(test)]
impl Turns {
    pub(super) fn free(&self) -> usize {
        self.turns.available_permits()
    }

    pub(super) fn places(&self) -> usize {
        self.places.available_permits()
    }
}

/// Turns by key. Only who has a seat is remembered.
pub(super) struct Shares {
    at_once: usize,
    in_line: usize,
    seats: Mutex<HashMap<u64, Arc<Turns>>>,
}

/// Somebody's seat before his own turns.
pub(crate) struct Seat {
    shares: Arc<Shares>,
    key: u64,
    turns: Arc<Turns>,
}

impl Shares {
    pub(super) fn new(at_once: usize, in_line: usize) -> Arc<Self> {
        Arc::new(Self { at_once, in_line, seats: Mutex::default() })
    }

    pub(super) fn seat(self: &Arc<Self>, key: u64) -> Seat {
        let mut seats = self.seats.lock().unwrap_or_else(PoisonError::into_inner);
        let turns = seats.entry(key).or_insert_with(|| Arc::new(Turns::new(self.at_once, self.in_line)));
        Seat { shares: Arc::clone(self), key, turns: Arc::clone(turns) }
    }
}

#[cfg(test)]
impl Shares {
    pub(super) fn remembered(&self) -> usize {
        self.seats.lock().unwrap().len()
    }

    /// How many wait for a turn of their own.
    pub(super) fn waiting(&self) -> usize {
        let of = |turns: &Turns| (self.at_once + self.in_line - turns.places()) - (self.at_once - turns.free());
        self.seats.lock().unwrap().values().map(|turns| of(turns)).sum()
    }
}

impl Seat {
    pub(super) async fn take(&self, clock: &Clock) -> Option<Turn> {
        self.turns.take(clock).await
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut seats = self.shares.seats.lock().unwrap_or_else(PoisonError::into_inner);
        // ours and the list's: nobody else sits here
        if Arc::strong_count(&self.turns) == 2 {
            seats.remove(&self.key);
        }
    }
}
