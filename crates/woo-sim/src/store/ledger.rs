//! The orders, with indexes by date, so that a page of a million costs no sort of a million.

use std::{cell::Cell, collections::BTreeMap, ops::Deref};

use crate::model::Order;

/// What a list needs to know of an order before it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) id: u64,
    pub(crate) created: i64,
    pub(crate) modified: i64,
    pub(crate) status: &'static str,
}

impl Head {
    const fn of(order: &Order) -> Self {
        Self { id: order.id, created: order.created, modified: order.modified, status: order.status }
    }
}

/// Heads in the order of one of their dates, ties by id.
type ByDate = BTreeMap<(i64, u64), Head>;

/// All orders by their id; read like a map.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    orders: BTreeMap<u64, Order>,
    heads: BTreeMap<u64, Head>,
    created: ByDate,
    modified: ByDate,
    trashed: usize,
    /// Changes with every change of a head.
    generation: u64,
    walked: Cell<Option<Walked>>,
}

/// How many a walk by the modified date has left; the next page of it need not count them again.
#[derive(Clone, Copy, Debug)]
struct Walked {
    generation: u64,
    after: i64,
    left: usize,
}

/// The ways a list can be sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SortBy {
    Id,
    Created,
    Modified,
}

impl Deref for Ledger {
    type Target = BTreeMap<u64, Order>;

    fn deref(&self) -> &Self::Target {
        &self.orders
    }
}

impl Ledger {
    pub(crate) fn insert(&mut self, id: u64, order: Order) {
        self.remove(id);
        let head = Head::of(&order);
        self.moved(None, Some(head));
        self.orders.insert(id, order);
        self.heads.insert(id, head);
        self.created.insert((head.created, id), head);
        self.modified.insert((head.modified, id), head);
    }

    pub(crate) fn remove(&mut self, id: u64) -> Option<Order> {
        let order = self.orders.remove(&id)?;
        if let Some(head) = self.heads.remove(&id) {
            self.moved(Some(head), None);
            self.created.remove(&(head.created, id));
            self.modified.remove(&(head.modified, id));
        }
        Some(order)
    }

    /// Changes an order; the indexes follow. None when there is no such order.
    pub(crate) fn change<T>(&mut self, id: u64, work: impl FnOnce(&mut Order) -> T) -> Option<T> {
        let order = self.orders.get_mut(&id)?;
        let before = Head::of(order);
        let result = work(order);
        let now = Head::of(order);
        if before != now {
            self.moved(Some(before), Some(now));
            self.heads.insert(id, now);
            self.created.remove(&(before.created, id));
            self.created.insert((now.created, id), now);
            self.modified.remove(&(before.modified, id));
            self.modified.insert((now.modified, id), now);
        }
        Some(result)
    }

    fn moved(&mut self, from: Option<Head>, to: Option<Head>) {
        let trash = |head: Option<Head>| usize::from(head.is_some_and(|head| head.status == "trash"));
        self.trashed = self.trashed + trash(to) - trash(from);
        self.generation += 1;
    }

    /// Counts the orders outside the trash that were modified after an instant, or all of them.
    pub(crate) fn untrashed(&self, after: Option<i64>) -> usize {
        let Some(after) = after else {
            return self.orders.len() - self.trashed;
        };
        let count = |from: i64, to| {
            let heads = self.sorted(SortBy::Modified, (Some(from.saturating_add(1)), to));
            heads.filter(|head| head.status != "trash").count()
        };
        let known = self.walked.get().filter(|w| w.generation == self.generation && w.after <= after);
        let left = match known {
            Some(walked) => walked.left - count(walked.after, Some(after)),
            None => count(after, None),
        };
        self.walked.set(Some(Walked { generation: self.generation, after, left }));
        left
    }

    /// Returns the head of an order.
    pub(crate) fn head(&self, id: u64) -> Option<&Head> {
        self.heads.get(&id)
    }

    /// Returns the heads in ascending order whose sorting date is not before (and not after) the bounds.
    pub(crate) fn sorted(
        &self,
        by: SortBy,
        bounds: (Option<i64>, Option<i64>),
    ) -> Box<dyn DoubleEndedIterator<Item = &Head> + '_> {
        let index = match by {
            SortBy::Id => return Box::new(self.heads.values()),
            SortBy::Created => &self.created,
            SortBy::Modified => &self.modified,
        };
        let (from, to) = (bounds.0.unwrap_or(i64::MIN), bounds.1.unwrap_or(i64::MAX));
        if from > to {
            return Box::new(std::iter::empty());
        }
        Box::new(index.range((from, 0)..=(to, u64::MAX)).map(|(_, head)| head))
    }
}

#[cfg(test)]
mod tests {
    use rand::Rng;

    use super::*;
    use crate::{SimConfig, seed, store::Store, time::Zone};

    #[test]
    fn the_indexes_follow_every_change() {
        let config = SimConfig { orders: 200, ..SimConfig::default() };
        let mut store = Store::new(&config, Zone::new("UTC").unwrap());
        seed::fill(&mut store, &config, 1_795_000_000);
        let mut rng = seed::stream(7, 99, 0);
        let ids: Vec<u64> = store.orders.keys().copied().collect();
        for _ in 0..500 {
            let id = *seed::pick(&mut rng, &ids, &0);
            let at = 1_795_000_000 + rng.random_range(-50..50);
            if rng.random_range(0..20) == 0 {
                store.orders.remove(id);
            } else {
                store.orders.change(id, |order| order.modified = at);
            }
        }
        let (from, to) = (1_794_999_990, 1_795_000_010);
        for after in [None, Some(from), Some(from + 3), Some(to), Some(to - 5), Some(0), Some(i64::MAX)] {
            let later = |o: &&Order| o.status != "trash" && after.is_none_or(|after| o.modified > after);
            assert_eq!(store.orders.untrashed(after), store.orders.values().filter(later).count(), "{after:?}");
            store.orders.change(*store.orders.keys().next().unwrap(), |order| order.modified += 1);
        }
        for by in [SortBy::Id, SortBy::Created, SortBy::Modified] {
            let key = |o: &&Order| match by {
                SortBy::Id => (0, o.id),
                SortBy::Created => (o.created, o.id),
                SortBy::Modified => (o.modified, o.id),
            };
            let mut expected: Vec<&Order> = store.orders.values().collect();
            expected.sort_by_key(key);
            let within = |o: &&Order| by == SortBy::Id || (from..=to).contains(&key(o).0);
            let expected: Vec<Head> = expected.into_iter().filter(within).map(Head::of).collect();
            let found: Vec<Head> = store.orders.sorted(by, (Some(from), Some(to))).copied().collect();
            assert_eq!(found, expected, "{by:?}");
        }
    }
}
