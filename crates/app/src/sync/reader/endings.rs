//! How a reading ends: used up, resting, complete, or in trouble.

use std::time::Duration;

use fulexo_db::Tx;
use fulexo_jobs::Outcome;
use fulexo_queries::queries::{stores as sql, sync as log};
use fulexo_woo::Error as WooError;
use jiff::SignedDuration;
use serde_json::Value;

use super::{Reader, Saved};
use crate::Error;
use crate::news::{self, Kind, Op};
use crate::stores::{Trouble, troubled};

/// A store that has been healthy this long may be asked for larger pages.
const WELL_FOR: SignedDuration = SignedDuration::from_hours(6);
/// Page sizes from hopeful to desperate.
const PAGE_SIZES: [u32; 5] = [100, 50, 25, 10, 5];

impl Reader {
    /// The slice is used up: others first, then on at once.
    pub(super) async fn pause(&mut self) -> Result<Outcome, Error> {
        let state = if self.sum.quarantined > 0 { "partial" } else { "succeeded" };
        self.end_run(state, None, None).await?;
        Ok(Outcome::Snooze(Duration::ZERO))
    }

    /// The round goes on later; what is complete is said when it ends.
    pub(super) async fn rest(mut self, interval: Duration) -> Result<Outcome, Error> {
        self.pause().await?;
        Ok(Outcome::Snooze(interval))
    }

    /// A store that has been well for a while is asked for larger pages again, one step at a time.
    pub(super) async fn grow_pages(&self, tx: &Tx) -> Result<(), Error> {
        let store = &self.connection.store;
        let well = self.app.clock.now().duration_since(store.state_since) > WELL_FOR && store.state == "healthy";
        if let Some(size) = larger(self.per_page).filter(|_| well) {
            sql::set_page_size().bind(tx, &i32::try_from(size).unwrap_or(100), &store.id).await?;
        }
        Ok(())
    }

    pub(super) async fn wait(self) -> Result<Outcome, Error> {
        let tx = self.tx().await?;
        if self.logged {
            log::delete_run().bind(&tx, &self.run).await?;
        }
        tx.commit().await?;
        Ok(Outcome::Snooze(Duration::from_secs(3)))
    }

    /// Everything is here: says as of when, and when to look again.
    pub(super) async fn caught_up(mut self, interval: Duration) -> Result<Outcome, Error> {
        let now = self.app.clock.now();
        let (store, tenant) = (self.connection.store.id, self.connection.tenant);
        let first = self.importing();
        self.stream.imported_at.get_or_insert(now);
        self.stream.last_success_at = Some(self.round);
        self.stream.cursor = without_round(&self.stream.cursor);
        self.stream.rate = None;
        if first {
            self.stream.total = Some(self.stream.done);
        }
        let tx = self.tx().await?;
        self.write_stream(&tx).await?;
        self.grow_pages(&tx).await?;
        let next = now.saturating_add(interval).unwrap_or(now);
        sql::schedule_stream().bind(&tx, &next, &store, &self.stream.stream.as_str()).await?;
        news::tell(&tx, &self.app.clock, tenant, Kind::Stream, Op::Updated, Some(store), &[store]).await?;
        tx.commit().await?;
        self.recover().await?;
        let state = if self.sum.quarantined > 0 { "partial" } else { "succeeded" };
        self.end_run(state, None, None).await?;
        self.app.wake_screens();
        Ok(Outcome::Snooze(interval))
    }

    /// The store could not be read: asks for less when that may help, says why, comes back later.
    pub(super) async fn failed(mut self, error: &WooError) -> Result<Outcome, Error> {
        let trouble = Trouble::from(error);
        let smaller = error.suggests_smaller_page().then(|| smaller(self.per_page)).flatten();
        let wait = if smaller.is_some() { Duration::from_secs(2) } else { trouble.wait(self.stream.failures) };
        let now = self.app.clock.now();
        let next = now.saturating_add(wait).unwrap_or(now);
        let (store, tenant) = (self.connection.store.id, self.connection.tenant);
        let tx = self.tx().await?;
        if let Some(size) = smaller {
            sql::set_page_size().bind(&tx, &i32::try_from(size).unwrap_or(5), &store).await?;
        }
        sql::fail_stream()
            .bind(&tx, &trouble.cause, &trouble.reason.as_str(), &Some(next), &store, &self.stream.stream.as_str())
            .await?;
        troubled(&tx, &self.app.clock, tenant, store, &trouble, next).await?;
        sql::count_activity().bind(&tx, &store, &now, &0, &0, &self.unsaved_requests).await?;
        tx.commit().await?;
        self.end_run("failed", Some(trouble.cause), Some(&trouble.reason)).await?;
        self.app.wake_screens();
        Ok(Outcome::Snooze(wait))
    }
}

fn larger(size: u32) -> Option<u32> {
    PAGE_SIZES.into_iter().rev().find(|s| *s > size)
}

fn smaller(size: u32) -> Option<u32> {
    PAGE_SIZES.into_iter().find(|s| *s < size)
}

fn without_round(cursor: &str) -> String {
    let mut saved: Saved<Value> = serde_json::from_str(cursor).unwrap_or_default();
    saved.round = None;
    serde_json::to_string(&saved).unwrap_or_else(|_| "{}".into())
}
