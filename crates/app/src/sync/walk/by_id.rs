//! Reads a list by id, smallest first, optionally only what changed since a moment. Each page begins with the last row
//! of the page before: when that row is not there, something before it has gone, and the walk steps back until it
//! meets known ground. What changes behind it is newer than the walk's beginning and belongs to the next one.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

const OVERLAP: SignedDuration = SignedDuration::from_secs(10);

/// How far a list has been read, kept between runs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct IdWalk {
    /// Only rows that changed after this moment are asked for.
    pub since: Option<Timestamp>,
    /// The store's clock when this round began.
    began: Option<Timestamp>,
    last_id: i64,
    taken: u64,
}

/// What to ask the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct IdAsk {
    pub after: Option<Timestamp>,
    pub offset: u64,
}

/// What an answer means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum IdStep {
    /// Use the rows beyond this id, then ask on.
    More { beyond: i64 },
    /// Use the rows beyond this id; the round is complete.
    End { beyond: i64 },
    /// Use nothing; ask again further back.
    Back,
}

impl IdWalk {
    /// What to ask next.
    pub(crate) const fn ask(&self) -> IdAsk {
        IdAsk { after: self.since, offset: self.taken.saturating_sub(1) }
    }

    /// Learns from a page: how many rows, their ids, the store's clock.
    pub(crate) fn took(&mut self, rows: usize, ids: &[i64], per_page: u32, date: Option<Timestamp>) -> IdStep {
        let offset = self.ask().offset;
        let on_known_ground = offset == 0 || ids.first().is_some_and(|id| *id <= self.last_id);
        if !on_known_ground {
            // halving ends at the beginning, where every row beyond the last id is still to come
            self.taken /= 2;
            return IdStep::Back;
        }
        if self.began.is_none() {
            self.began = date;
        }
        let beyond = self.last_id;
        let rows = u64::try_from(rows).unwrap_or(u64::MAX);
        self.taken = offset.saturating_add(rows);
        self.last_id = ids.iter().copied().max().unwrap_or(0).max(self.last_id);
        if rows < u64::from(per_page) {
            self.end();
            return IdStep::End { beyond };
        }
        IdStep::More { beyond }
    }

    fn end(&mut self) {
        let next = self.began.map(|at| at.saturating_sub(OVERLAP).unwrap_or(at));
        *self = Self { since: next.or(self.since), ..Self::default() };
    }
}

#[cfg(test)]
#[expect(clippy::as_conversions, reason = "small numbers of a test")]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        /// Rows that vanish while the list is read are never a reason to miss another.
        #[test]
        fn misses_nothing_while_rows_vanish(
            count in 0_i64..150,
            vanish in prop::collection::vec((0_usize..60, 0_i64..150), 0..60),
            per_page in 5_u32..12,
        ) {
            let mut list: BTreeSet<i64> = (1..=count).collect();
            let mut seen: BTreeSet<i64> = BTreeSet::new();
            let mut walk = IdWalk::default();
            for request in 0..5000_usize {
                let ask = walk.ask();
                let rows: Vec<i64> = list.iter().copied().skip(ask.offset as usize).take(per_page as usize).collect();
                let step = walk.took(rows.len(), &rows, per_page, None);
                match step {
                    IdStep::More { beyond } | IdStep::End { beyond } => seen.extend(rows.iter().filter(|id| **id > beyond)),
                    IdStep::Back => {}
                }
                for (when, which) in &vanish {
                    if *when == request {
                        list.remove(which);
                    }
                }
                if matches!(step, IdStep::End { .. }) {
                    for id in &list {
                        prop_assert!(seen.contains(id), "missed {id}");
                    }
                    return Ok(());
                }
            }
            prop_assert!(false, "the walk does not end");
        }
    }

    #[test]
    fn the_next_round_asks_what_changed_since_this_one_began() {
        let mut walk = IdWalk::default();
        let began = Timestamp::from_second(1000).unwrap();
        assert_eq!(walk.ask(), IdAsk { after: None, offset: 0 });
        assert_eq!(walk.took(5, &[1, 2, 3, 4, 5], 5, Some(began)), IdStep::More { beyond: 0 });
        assert_eq!(walk.ask().offset, 4);
        let later = Timestamp::from_second(2000).unwrap();
        assert_eq!(walk.took(2, &[5, 6], 5, Some(later)), IdStep::End { beyond: 5 });
        assert_eq!(walk.ask(), IdAsk { after: Some(Timestamp::from_second(990).unwrap()), offset: 0 });
    }
}
