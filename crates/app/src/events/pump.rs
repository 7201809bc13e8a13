//! Follows the outbox and feeds the hub.

use std::time::Duration;

use fulexo_db::Channel;
use fulexo_kernel::CanFail as _;
use fulexo_queries::queries::jobs as sql;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;

use super::hub::{News, Told};
use super::position::Position;
use crate::{App, Error};

/// News are found within this time without a wake-up.
const POLL: Duration = Duration::from_secs(1);
/// A wake-up that found nothing came from a transaction younger than one that still runs: look again soon.
const SOON: Duration = Duration::from_millis(50);
/// Rows of one reading.
const READ_AT_ONCE: usize = 500;

/// Reads the outbox and feeds the hub, for ever. Screens end when it is dropped.
pub(crate) async fn pump(app: App) {
    let _screens = app.hub.end_with();
    let mut woken = app.listener.subscribe();
    let mut at = None;
    let mut wait = POLL;
    loop {
        // one reading answers all wake-ups that have come so far
        while woken.try_recv().is_ok() {}
        let read = read_on(&app, &mut at).await;
        let found = read.as_ref().copied().unwrap_or_default();
        read.map(drop).can_fail("read again in a second");
        if found == READ_AT_ONCE {
            continue;
        }
        let called = tokio::time::timeout(wait, outbox(&mut woken)).await.is_ok();
        wait = if called && found == 0 { SOON } else { POLL };
    }
}

/// Publishes what is new; returns how much there was. The first reading only finds the place to begin.
async fn read_on(app: &App, at: &mut Option<Position>) -> Result<usize, Error> {
    let tx = app.db.system("follow the outbox").await?;
    let Some(seen) = *at else {
        let begin = horizon(&tx).await?;
        tx.commit().await?;
        *at = Some(begin);
        app.hub.tell(Told::Begun(begin));
        return Ok(0);
    };
    let rows = sql::news().bind(&tx, &seen.tx.to_string().as_str(), &seen.seq).all().await?;
    tx.commit().await?;
    let found = rows.len();
    for news in rows.into_iter().map(News::from) {
        *at = Some(news.at);
        app.hub.tell(Told::News(news));
    }
    Ok(found)
}

/// The place before which everything is settled now.
pub(super) async fn horizon(tx: &fulexo_db::Tx) -> Result<Position, Error> {
    Ok(Position::of(&sql::news_horizon().bind(tx).one().await?, 0))
}

/// Waits for a wake-up about the outbox.
async fn outbox(woken: &mut Receiver<Channel>) {
    loop {
        match woken.recv().await {
            Ok(Channel::Jobs) => {}
            Ok(Channel::Outbox) | Err(RecvError::Lagged(_)) => return,
            Err(RecvError::Closed) => std::future::pending().await,
        }
    }
}
