//! The long-running tasks of a process and their common end.

use std::{pin::pin, time::Duration};

use anyhow::{Result, anyhow};
use tokio::{task::JoinSet, time::timeout};
use tokio_util::sync::CancellationToken;

use crate::signals::Signals;

/// How long tasks may take to end: draining requests, handing jobs back.
const PATIENCE: Duration = Duration::from_secs(25);

/// Tasks that run until the process is told to stop.
#[derive(Default)]
pub struct Tasks {
    set: JoinSet<&'static str>,
    stop: CancellationToken,
}

impl Tasks {
    /// Starts a task; it gets the token that tells it to end.
    pub fn spawn<F>(&mut self, name: &'static str, task: impl FnOnce(CancellationToken) -> F)
    where
        F: Future<Output = ()> + Send + 'static,
    {
        let task = task(self.stop.clone());
        self.set.spawn(async move {
            task.await;
            name
        });
    }

    /// Waits for a signal, then for every task; a task that ends by itself is a fault and ends the process.
    pub async fn run(mut self, signals: &mut Signals) -> Result<()> {
        let outcome = tokio::select! {
            signal = signals.received() => {
                tracing::info!(signal, "stopping");
                Ok(())
            }
            ended = self.set.join_next() => Err(match ended {
                Some(Ok(name)) => anyhow!("{name} ended unexpectedly"),
                Some(Err(error)) => anyhow!("a part of fulexo failed: {error}"),
                None => anyhow!("there is nothing to run"),
            }),
        };
        self.stop.cancel();
        let all = async { while self.set.join_next().await.is_some() {} };
        let mut all = pin!(timeout(PATIENCE, all));
        tokio::select! {
            ended = &mut all => if ended.is_err() {
                tracing::warn!(waited_s = PATIENCE.as_secs(), "not everything ended in time");
            },
            _ = signals.received() => tracing::warn!("stopping at once"),
        }
        outcome
    }
}
