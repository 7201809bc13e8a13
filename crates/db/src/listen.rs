//! One LISTEN connection a process: wake-ups carry no payload and losing one costs a poll interval, nothing else.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{Notify, broadcast};
use tokio_postgres::AsyncMessage;

use crate::Db;
use crate::pool::tls;
use crate::silence::Patience;

/// How often the connection is asked whether it lives, when nothing else is asked.
const STILL_THERE: Duration = Duration::from_secs(30);

/// What a wake-up is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Channel {
    /// Work has been enqueued.
    Jobs,
    /// The outbox has news.
    Outbox,
}

impl Channel {
    const ALL: [Self; 2] = [Self::Jobs, Self::Outbox];

    const fn name(self) -> &'static str {
        match self {
            Self::Jobs => "fulexo_jobs",
            Self::Outbox => "fulexo_outbox",
        }
    }
}

/// Wakes this process and, coalesced, the others.
#[derive(Clone)]
pub struct Listener {
    woken: broadcast::Sender<Channel>,
    dirty: Arc<[(Channel, Notify); 2]>,
}

impl Default for Listener {
    fn default() -> Self {
        Self { woken: broadcast::channel(64).0, dirty: Arc::new(Channel::ALL.map(|c| (c, Notify::new()))) }
    }
}

impl Listener {
    /// Receives every wake-up from now on.
    pub fn subscribe(&self) -> broadcast::Receiver<Channel> {
        self.woken.subscribe()
    }

    /// Wakes this process now and the others within a few milliseconds.
    pub fn wake(&self, channel: Channel) {
        // nobody listening is fine: work is found by polling
        let _ = self.woken.send(channel);
        for (c, dirty) in self.dirty.iter() {
            if *c == channel {
                dirty.notify_one();
            }
        }
    }

    /// Keeps the connection to the other processes until dropped; reconnects for ever.
    pub async fn run(self, db: Db) {
        let mut pause = Duration::from_millis(200);
        loop {
            match self.connected(&db).await {
                Ok(()) => pause = Duration::from_millis(200),
                Err(error) => tracing::warn!(%error, "the wake-up connection is away; polling meanwhile"),
            }
            tokio::time::sleep(pause).await;
            pause = (pause * 2).min(Duration::from_secs(10));
        }
    }

    async fn connected(&self, db: &Db) -> Result<(), crate::PgError> {
        let patience = Patience::new(db.system_config(), Duration::from_secs(8));
        let (client, mut connection) = patience.answer(db.system_config().connect(tls())).await?;
        let woken = self.woken.clone();
        let receive = async move {
            while let Some(message) = futures::future::poll_fn(|cx| connection.poll_message(cx)).await {
                if let AsyncMessage::Notification(n) = message?
                    && let Some(c) = Channel::ALL.into_iter().find(|c| c.name() == n.channel())
                {
                    let _ = woken.send(c);
                }
            }
            Ok(())
        };
        let send = async {
            patience.answer(client.batch_execute("listen fulexo_jobs; listen fulexo_outbox")).await?;
            let [jobs, outbox] = &*self.dirty;
            loop {
                let channel = tokio::select! {
                    () = jobs.1.notified() => jobs.0,
                    () = outbox.1.notified() => outbox.0,
                    () = tokio::time::sleep(STILL_THERE) => {
                        patience.answer(client.batch_execute("")).await?;
                        continue;
                    }
                };
                patience.answer(client.batch_execute(&format!("notify {}", channel.name()))).await?;
                // NOTIFY serialises commits: at most one per channel and few milliseconds
                tokio::time::sleep(Duration::from_millis(2)).await;
            }
        };
        tokio::select! { r = receive => r, r = send => r }
    }
}
