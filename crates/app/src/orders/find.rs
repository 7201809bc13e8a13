//! The search in the list of orders. Which way is quick depends on how many orders have the words and where they lie, so
//! that is counted first, up to a bound; PostgreSQL's own guess is an average over all merchants. Each way has a form
//! that leaves the planner no other plan:
//!
//! - a rare word: collect what has it from the index of words, whatever its time, and look the orders up
//! - frequent words: walk the list and ask each order for the words
//! - frequent words that the head of the list does not have: collect from the index, the newest periods first, until the
//!   page is full
//!
//! With a filter by tags the list that is walked is theirs.

use std::ops::RangeInclusive;

use fulexo_db::{PgRow, Sql, Tx};

use super::list::Wanted;
use super::tokens::period;
use crate::Error;

/// Up to so many rows of the index of words a word is rare.
const RARE: i64 = 5_000;
/// Orders of the list that are asked for frequent words.
const WALK: i64 = 1_000;

/// A search in a list.
pub(super) struct Search<'a> {
    wanted: &'a Wanted,
    words: Vec<String>,
}

/// What is known before the search.
struct Known {
    /// How often each word stands in the index, up to one beyond what is rare.
    counts: Vec<i64>,
    /// Where words lie at all.
    periods: RangeInclusive<i32>,
}

impl<'a> Search<'a> {
    pub(super) const fn of(wanted: &'a Wanted, words: Vec<String>) -> Self {
        Self { wanted, words }
    }

    /// Reads up to one row beyond the limit, newest first.
    pub(super) async fn read(&self, tx: &Tx) -> Result<Vec<PgRow>, Error> {
        let Some(Known { counts, periods }) = self.known(tx).await? else { return Ok(Vec::new()) };
        let of = |rare: bool| {
            let chosen = self.words.iter().zip(&counts).filter(move |(_, n)| (**n <= RARE) == rare);
            chosen.map(|(word, _)| word.as_str()).collect::<Vec<_>>()
        };
        let (rare, frequent) = (of(true), of(false));
        if counts.contains(&0) {
            return Ok(Vec::new());
        }
        if !rare.is_empty() {
            return Ok(self.collect(&periods, &rare, &frequent).rows_planned(tx).await?);
        }
        match self.walked(tx).await? {
            Some(rows) => Ok(rows),
            None => self.newest_periods(tx, periods, &frequent).await,
        }
    }

    /// Nothing when the merchant has no words at all.
    async fn known(&self, tx: &Tx) -> Result<Option<Known>, Error> {
        let Some(row) = self.count().rows(tx).await?.pop() else { return Ok(None) };
        let (oldest, newest): (Option<i32>, Option<i32>) = (row.try_get("oldest")?, row.try_get("newest")?);
        let Some((oldest, newest)) = oldest.zip(newest) else { return Ok(None) };
        let counts = (0..self.words.len()).map(|at| row.try_get(at)).collect::<Result<_, _>>()?;
        let (until, since) = self.wanted.bounds();
        let oldest = since.map_or(oldest, |at| period(at).max(oldest));
        let newest = until.map_or(newest, |at| period(at).min(newest));
        Ok(Some(Known { counts, periods: oldest..=newest }))
    }

    /// Counts the words, and tells where words lie.
    pub(super) fn count(&self) -> Sql {
        let mut sql = Sql::new("select ");
        for word in &self.words {
            sql.push("(select count(*) from (select from generate_series(b.oldest, b.newest) p (period)");
            sql.push(" cross join lateral (select from order_tokens t where t.period = p.period and ");
            begins(&mut sql, word);
            sql.push(" offset 0) t limit ").bind(RARE + 1).push(") x), ");
        }
        sql.push("b.oldest, b.newest from (select (select min(period) from order_tokens) as oldest");
        sql.push(", (select max(period) from order_tokens) as newest offset 0) b");
        sql
    }

    /// The orders of some periods with all words of `by`, found in the index of words, that have the others as well.
    pub(super) fn collect(&self, periods: &RangeInclusive<i32>, by: &[&str], others: &[&str]) -> Sql {
        let mut sql = Sql::new("select o.* from (");
        for (n, word) in by.iter().enumerate() {
            // an order has a beginning as often as it has words that begin so
            sql.push(match (n, by.len()) {
                (0, 1) => "select distinct",
                (0, _) => "select",
                _ => " intersect select",
            });
            sql.push(" t.placed_at, t.order_id from generate_series(").bind(*periods.start());
            sql.push("::int, ").bind(*periods.end()).push("::int) p (period) cross join lateral (");
            sql.push("select t.placed_at, t.order_id from order_tokens t where t.period = p.period and ");
            begins(&mut sql, word);
            self.wanted.within(&mut sql);
            sql.push(" offset 0) t");
        }
        sql.push(" order by placed_at desc, order_id desc) h cross join lateral (");
        self.wanted.select_of_candidate(&mut sql);
        for word in others {
            sql.push(" and ");
            has(&mut sql, "o.words", word);
        }
        sql.push(" offset 0) o order by h.placed_at desc, h.order_id desc limit ").bind(self.wanted.limit() + 1);
        sql
    }

    /// Twice as many periods each time, so that the last look is as long as all before it.
    async fn newest_periods(&self, tx: &Tx, periods: RangeInclusive<i32>, words: &[&str]) -> Result<Vec<PgRow>, Error> {
        let (oldest, mut newest) = periods.into_inner();
        let (mut rows, mut many) = (Vec::new(), 1);
        while newest >= oldest && !self.fills(rows.len()) {
            let from = newest.saturating_sub(many - 1).max(oldest);
            rows.extend(self.collect(&(from..=newest), words, &[]).rows_planned(tx).await?);
            (newest, many) = (from - 1, many.saturating_mul(2));
        }
        rows.truncate(usize::try_from(self.wanted.limit() + 1).unwrap_or(usize::MAX));
        Ok(rows)
    }

    fn fills(&self, rows: usize) -> bool {
        i64::try_from(rows).is_ok_and(|n| n > self.wanted.limit())
    }

    /// Nothing when the head of the list has too few.
    async fn walked(&self, tx: &Tx) -> Result<Option<Vec<PgRow>>, Error> {
        let mut rows = self.walk(WALK).rows_planned(tx).await?;
        let ended = match rows.last() {
            Some(last) => last.try_get::<_, i64>("step")? < WALK,
            None => true,
        };
        if let Some(last) = rows.last()
            && !last.try_get::<_, bool>("hit")?
        {
            rows.pop();
        }
        rows.truncate(usize::try_from(self.wanted.limit() + 1).unwrap_or(usize::MAX));
        Ok((ended || self.fills(rows.len())).then_some(rows))
    }

    /// The orders among the next so many of the list that have all words, and the last of them in any case: without it
    /// the list came to its end.
    pub(super) fn walk(&self, steps: i64) -> Sql {
        let mut sql = Sql::new(
            "select * from (select w.*, row_number() over (order by w.placed_at desc, w.id desc) as step, (true",
        );
        for word in &self.words {
            sql.push(" and ");
            has(&mut sql, "w.words", word);
        }
        sql.push(") as hit from (");
        self.wanted.select(&mut sql, ", o.words", steps);
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

/// An order's words have one that begins so.
fn has(sql: &mut Sql, words: &'static str, word: &str) {
    sql.push("strpos(").push(words).push(", ").bind(format!(" {word}")).push(") > 0");
}
