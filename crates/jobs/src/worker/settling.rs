//! How ends become durable: those that come together are written together, and none is forgotten while the database
//! is away.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use fulexo_db::Error;
use uuid::Uuid;

use super::{Attempt, Ended, Worker};
use crate::claim::Task;
use crate::settle::{self, Ending};

impl<C: Clone + Send + Sync + 'static> Worker<C> {
    /// Writes down ends as they come, until dropped: what came while the last ones were written goes together.
    pub(super) async fn settle_all(self: Arc<Self>) {
        loop {
            self.to_settle.notified().await;
            while let Err(error) = self.settle().await {
                tracing::warn!(%error, "cannot write down how jobs ended; trying again");
                tokio::time::sleep(Duration::from_millis(200)).await;
            }
        }
    }

    /// Writes down all ends there are. Errors when the database is away: they are kept.
    pub(super) async fn settle(&self) -> Result<(), Error> {
        // one refused end refuses all that are written with it: then each goes alone
        let mut alone = 0;
        loop {
            let most = if alone > 0 { 1 } else { settle::MOST };
            let endings: Vec<Ending> = self.ended().iter().take(most).map(|e| e.ending.clone()).collect();
            if endings.is_empty() {
                return Ok(());
            }
            let ours = match settle::write(&self.db, &endings).await {
                Err(error) if error.is_unavailable() => return Err(error),
                Err(_) if endings.len() > 1 => {
                    alone = endings.len();
                    continue;
                }
                Err(error) => {
                    let run_id = endings.first().map(|ending| ending.run_id);
                    tracing::error!(%error, ?run_id, "cannot write down how a job ended; it is taken back as lost");
                    BTreeSet::new()
                }
                Ok(ours) => ours,
            };
            let written = self.ended().drain(..endings.len()).collect();
            self.report(written, &ours);
            alone = alone.saturating_sub(1);
        }
    }

    /// These ends are durable; those that are not ours any more are somebody else's to tell.
    fn report(&self, batch: Vec<Ended>, ours: &BTreeSet<Uuid>) {
        let now = self.clock.now();
        for Ended { ending, task, took } in batch {
            self.held().remove(&ending.run_id);
            self.claims.ended(task.kind);
            if !ours.contains(&task.job.id) {
                tracing::warn!(job_id = %task.job.id, run_id = %ending.run_id, "{} had been taken away before it ended", task.kind);
                continue;
            }
            if ending.outcome == "back" {
                continue;
            }
            self.stats.add(now, task.kind, ending.outcome, task.job.attempt, took);
            (self.observer)(Attempt { kind: task.kind, outcome: ending.outcome, duration: took });
            log(&ending, &task, took);
        }
        self.news.notify_one();
    }
}

fn log(ending: &Ending, task: &Task, took: Duration) {
    let duration_ms = took.as_secs_f64() * 1000.0;
    let (tenant_id, store_id) = (task.tenant_id.map(|t| t.to_string()), task.store_id.map(|s| s.to_string()));
    let (job_id, run_id, attempt, outcome, error) =
        (task.job.id, ending.run_id, task.job.attempt, ending.outcome, ending.error.as_deref());
    if outcome == "fail" {
        tracing::warn!(target: "job", kind = task.kind, outcome, attempt, %job_id, %run_id, tenant_id, store_id, duration_ms, error, "{} is dead", task.kind);
    } else {
        tracing::info!(target: "job", kind = task.kind, outcome, attempt, %job_id, %run_id, tenant_id, store_id, duration_ms, error, "{} {outcome}", task.kind);
    }
}
