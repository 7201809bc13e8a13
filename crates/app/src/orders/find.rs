//! The search in the list of orders. Which way is quick depends on how many orders have the words and where they lie, so
//! that is counted first, up to a bound; PostgreSQL's own guess is an average over all merchants. Each way has a form
//! that leaves the planner no other plan:
//!
//! - a rare word: collect what has it, in order, from the index of words; look the orders up until the page is full
//! - frequent words: walk the list and ask each order for the words
//! - frequent words that the head of the list does not have: collect after all

use fulexo_db::{PgRow, Sql, Tx};

use super::list::Wanted;
use crate::Error;

/// Up to so many rows of the index of words a word is rare.
const RARE: i64 = 20_000;
/// Orders asked for frequent words at first.
const WALK: i64 = 1_000;
/// Orders asked when the first walk found some, but too few.
const LONG_WALK: i64 = 20_000;
/// So many found by the first walk promise that the long one fills the page.
const PROMISING: usize = 5;

/// A search in a list.
pub(super) struct Search<'a> {
    wanted: &'a Wanted,
    words: Vec<String>,
}

/// What a walk found, and whether it came to the end of the list.
struct Walked {
    rows: Vec<PgRow>,
    ended: bool,
}

impl<'a> Search<'a> {
    pub(super) const fn of(wanted: &'a Wanted, words: Vec<String>) -> Self {
        Self { wanted, words }
    }

    /// Reads up to one row beyond the limit, newest first.
    pub(super) async fn read(&self, tx: &Tx) -> Result<Vec<PgRow>, Error> {
        let counts = self.counts(tx).await?;
        let of = |rare: bool| {
            let chosen = self.words.iter().zip(&counts).filter(move |(_, n)| (**n <= RARE) == rare);
            chosen.map(|(word, _)| word.as_str()).collect::<Vec<_>>()
        };
        let (rare, frequent) = (of(true), of(false));
        if counts.contains(&0) {
            return Ok(Vec::new());
        }
        if !rare.is_empty() {
            return Ok(self.collect(&rare, &frequent).rows_planned(tx).await?);
        }
        let head = self.walked(tx, WALK).await?;
        if self.done(&head) {
            return Ok(head.rows);
        }
        if head.rows.len() >= PROMISING {
            let long = self.walked(tx, LONG_WALK).await?;
            if self.done(&long) {
                return Ok(long.rows);
            }
        }
        Ok(self.collect(&frequent, &[]).rows_planned(tx).await?)
    }

    fn done(&self, walked: &Walked) -> bool {
        walked.ended || i64::try_from(walked.rows.len()).is_ok_and(|n| n > self.wanted.limit())
    }

    async fn counts(&self, tx: &Tx) -> Result<Vec<i64>, Error> {
        let Some(row) = self.count().rows(tx).await?.pop() else { return Ok(Vec::new()) };
        Ok((0..self.words.len()).map(|at| row.try_get(at)).collect::<Result<_, _>>()?)
    }

    /// How often each word stands in the index, up to one beyond what is rare.
    pub(super) fn count(&self) -> Sql {
        let mut sql = Sql::new("select ");
        for (n, word) in self.words.iter().enumerate() {
            sql.push(if n == 0 { "" } else { ", " });
            sql.push("(select count(*) from (select from order_tokens t where ");
            begins(&mut sql, word);
            sql.push(" limit ").bind(RARE + 1).push(") x)");
        }
        sql
    }

    /// The orders with all words of `by`, found in the index of words, that have the others as well.
    pub(super) fn collect(&self, by: &[&str], others: &[&str]) -> Sql {
        let mut sql = Sql::new("select o.* from (");
        for (n, word) in by.iter().enumerate() {
            // an order has a beginning as often as it has words that begin so
            sql.push(match (n, by.len()) {
                (0, 1) => "select distinct",
                (0, _) => "select",
                _ => " intersect select",
            });
            sql.push(" t.placed_at, t.order_id from order_tokens t where ");
            begins(&mut sql, word);
            self.wanted.within(&mut sql);
        }
        sql.push(" order by placed_at desc, order_id desc) h cross join lateral (");
        self.wanted.select_of_candidate(&mut sql);
        sql.push(") o where true");
        for word in others {
            sql.push(" and ");
            has(&mut sql, "h.order_id", word);
        }
        sql.push(" order by h.placed_at desc, h.order_id desc limit ").bind(self.wanted.limit() + 1);
        sql
    }

    async fn walked(&self, tx: &Tx, steps: i64) -> Result<Walked, Error> {
        let mut rows = self.walk(steps).rows_planned(tx).await?;
        let ended = match rows.last() {
            Some(last) => last.try_get::<_, i64>("step")? < steps,
            None => true,
        };
        if let Some(last) = rows.last()
            && !last.try_get::<_, bool>("hit")?
        {
            rows.pop();
        }
        rows.truncate(usize::try_from(self.wanted.limit() + 1).unwrap_or(usize::MAX));
        Ok(Walked { rows, ended })
    }

    /// The orders among the next so many of the list that have all words, and the last of them in any case: without it
    /// the list came to its end.
    pub(super) fn walk(&self, steps: i64) -> Sql {
        let mut sql = Sql::new(
            "select * from (select w.*, row_number() over (order by w.placed_at desc, w.id desc) as step, (true",
        );
        for word in &self.words {
            sql.push(" and ");
            has(&mut sql, "w.id", word);
        }
        sql.push(") as hit from (");
        self.wanted.select(&mut sql, steps);
        sql.push(") w) w where w.hit or w.step = ").bind(steps);
        sql.push(" order by w.placed_at desc, w.id desc limit ").bind(self.wanted.limit() + 2);
        sql
    }
}

/// `t.token` begins with a word: a range, because LIKE is not leakproof and would not use an index behind the fence.
fn begins(sql: &mut Sql, word: &str) {
    let end = format!("{word}{}", char::MAX);
    sql.push("t.token >= ").bind(word.to_owned()).push(" and t.token < ").bind(end);
}

/// An order has a word. `offset 0` keeps the range out of the look-up: by the key it would read all that begins so.
fn has(sql: &mut Sql, order: &'static str, word: &str) {
    sql.push("exists (select from (select t.token from order_tokens t where t.order_id = ").push(order);
    sql.push(" offset 0) t where ");
    begins(sql, word);
    sql.push(")");
}
