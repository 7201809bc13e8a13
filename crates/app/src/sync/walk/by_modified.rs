//! Reads a list by its date of change, oldest first. A row that is touched meanwhile goes to the end and is read again
//! there; pages are never counted, so nothing is skipped at a seam. Only within one second that holds more rows than a
//! page are pages counted, and then anew whenever the second's total changes.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

const SECOND: SignedDuration = SignedDuration::from_secs(1);

/// How far a stream has been read, kept between runs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ModifiedWalk {
    /// Every change before this second is here.
    pub reached: Option<Timestamp>,
}

/// A reading in progress; kept too, so that a killed process goes on inside a crowded second.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Scan {
    from: Option<Timestamp>,
    page: u32,
    window: Option<Window>,
}

/// Paging inside one second.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Window {
    second: Timestamp,
    total: Option<u64>,
    per_page: u32,
}

/// What to ask the store: changes after and before (both strict), which page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ModifiedAsk {
    pub after: Option<Timestamp>,
    pub before: Option<Timestamp>,
    pub page: u32,
}

/// Whether there is more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ModifiedStep {
    More,
    End,
}

impl ModifiedWalk {
    /// Begins a reading, a little before where the last one ended.
    pub(crate) fn scan(&self, overlap: SignedDuration) -> Scan {
        let from = self.reached.map(|at| at.saturating_sub(overlap).unwrap_or(at));
        Scan { from, page: 1, window: None }
    }

    /// Moves on to a second, never back.
    pub(crate) fn reach(&mut self, at: Option<Timestamp>) {
        self.reached = self.reached.max(at);
    }
}

impl Scan {
    /// What to ask next.
    pub(crate) fn ask(&self) -> ModifiedAsk {
        let before = |at: Timestamp| at.saturating_sub(SECOND).unwrap_or(at);
        match &self.window {
            Some(w) => ModifiedAsk {
                after: Some(before(w.second)),
                before: Some(w.second.saturating_add(SECOND).unwrap_or(w.second)),
                page: self.page,
            },
            None => ModifiedAsk { after: self.from.map(before), before: None, page: self.page },
        }
    }

    /// Learns from a page: its rows, the newest date among them, the list's total.
    pub(crate) fn took(
        &mut self,
        rows: usize,
        newest: Option<Timestamp>,
        total: Option<u64>,
        per_page: u32,
    ) -> ModifiedStep {
        let full = u32::try_from(rows).unwrap_or(u32::MAX) >= per_page;
        match self.window.take() {
            Some(window) => {
                // past the end, orders in their own tables claim a total of 0: what was taken must be the total then
                let taken = u64::from(self.page.saturating_sub(1)) * u64::from(per_page);
                let total = if rows == 0 && self.page > 1 { Some(taken) } else { total };
                self.took_window(window, full, total, per_page);
                ModifiedStep::More
            }
            None if !full => ModifiedStep::End,
            None => {
                self.advance(newest, per_page);
                ModifiedStep::More
            }
        }
    }

    fn advance(&mut self, newest: Option<Timestamp>, per_page: u32) {
        match (newest, self.from) {
            // a whole page without a usable date: nothing but the page number can lead on
            (None, _) => self.page = self.page.saturating_add(1),
            (Some(at), Some(from)) if at <= from => {
                self.page = 1;
                self.window = Some(Window { second: from, total: None, per_page });
            }
            (Some(at), _) => {
                self.page = 1;
                self.from = Some(at);
            }
        }
    }

    fn took_window(&mut self, window: Window, full: bool, total: Option<u64>, per_page: u32) {
        let moved = window.per_page != per_page || (self.page > 1 && window.total != total);
        if moved {
            self.page = 1;
            self.window = Some(Window { total: None, per_page, ..window });
        } else if full {
            self.page = self.page.saturating_add(1);
            self.window = Some(Window { total, ..window });
        } else {
            self.page = 1;
            self.from = Some(window.second.saturating_add(SECOND).unwrap_or(window.second));
        }
    }
}

#[cfg(test)]
#[expect(clippy::as_conversions, reason = "small numbers of a test")]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    /// A store's list: (modified, id), sorted as WooCommerce sorts.
    fn page(list: &BTreeSet<(i64, i64)>, ask: &ModifiedAsk, per_page: u32) -> (Vec<(i64, i64)>, u64) {
        let rows: Vec<_> = list
            .iter()
            .filter(|(m, _)| ask.after.is_none_or(|a| *m > a.as_second()))
            .filter(|(m, _)| ask.before.is_none_or(|b| *m < b.as_second()))
            .copied()
            .collect();
        let total = rows.len() as u64;
        let skip = ((ask.page - 1) * per_page) as usize;
        let rows: Vec<_> = rows.into_iter().skip(skip).take(per_page as usize).collect();
        let total = if rows.is_empty() { 0 } else { total };
        (rows, total)
    }

    proptest! {
        /// Rows touched or trashed while the list is read are never a reason to miss another.
        #[test]
        fn misses_nothing_while_the_list_moves(
            seconds in prop::collection::vec(prop_oneof![0_i64..40, 0_i64..3], 0..120),
            touches in prop::collection::vec((0_usize..60, 0_usize..120), 0..40),
            per_page in 5_u32..12,
        ) {
            let mut list: BTreeSet<(i64, i64)> = seconds.iter().enumerate().map(|(i, s)| (*s, i as i64)).collect();
            let everything: BTreeSet<i64> = list.iter().map(|(_, id)| *id).collect();
            let mut seen = BTreeSet::new();
            let mut scan = ModifiedWalk::default().scan(SignedDuration::ZERO);
            let mut clock = 1000;
            for request in 0..2000_usize {
                let ask = scan.ask();
                let (rows, total) = page(&list, &ask, per_page);
                seen.extend(rows.iter().map(|(_, id)| *id));
                let newest = rows.iter().map(|(m, _)| at(*m)).max();
                let step = scan.took(rows.len(), newest, Some(total), per_page);
                for (when, which) in &touches {
                    if *when == request && let Some(row) = list.iter().nth(*which).copied() {
                        clock += 1;
                        list.remove(&row);
                        list.insert((clock, row.1));
                    }
                }
                if step == ModifiedStep::End {
                    prop_assert_eq!(seen, everything);
                    return Ok(());
                }
            }
            prop_assert!(false, "the walk does not end");
        }
    }
}
