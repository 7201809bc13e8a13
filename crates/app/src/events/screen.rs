//! One open screen: what it missed, then what comes, in order and without gaps.

use std::collections::VecDeque;
use std::sync::Arc;

use axum::response::sse::Event;
use fulexo_db::Tx;
use fulexo_queries::queries::jobs as sql;
use jiff::{SignedDuration, Timestamp};
use tokio::sync::broadcast;
use tokio::sync::broadcast::error::RecvError;

use super::hub::{News, Told};
use super::position::Position;
use super::pump::horizon;
use crate::load::Place;
use crate::scope::LiveScope;
use crate::{App, Error};

/// How much is told again; who missed more reads everything again.
const REPLAYED: usize = 500;
const PING_EVERY: SignedDuration = SignedDuration::from_secs(15);
const ASK_EVERY: SignedDuration = SignedDuration::from_secs(60);

/// An open screen.
pub(super) struct Screen {
    scope: LiveScope,
    told: broadcast::Receiver<Arc<Told>>,
    waiting: VecDeque<Event>,
    at: Position,
    next_ping: Timestamp,
    next_question: Timestamp,
    _counted: Counted,
    _place: Place,
}

/// Counts an open screen as long as it lives.
struct Counted(App);

impl Counted {
    fn new(app: App) -> Self {
        app.metrics.screens.inc();
        Self(app)
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.metrics.screens.dec();
    }
}

impl Screen {
    /// Opens a screen that saw everything up to an id before, or nothing.
    pub(super) async fn open(scope: LiveScope, last_id: Option<&str>) -> Result<Self, Error> {
        let app = scope.app.clone();
        let place = app.load.screen(&app, scope.session_id).await?;
        // subscribed before the past is read: what arrives meanwhile is told once, by its place
        let told = app.hub.subscribe();
        let tx = app.db.system("tell a screen what it missed").await?;
        let now = app.clock.now();
        let at = horizon(&tx).await?;
        let mut screen = Self {
            scope,
            told,
            waiting: VecDeque::new(),
            at,
            next_ping: later(now, PING_EVERY),
            next_question: later(now, ASK_EVERY),
            _counted: Counted::new(app.clone()),
            _place: place,
        };
        match last_id.map(str::parse) {
            None => screen.waiting.push_back(screen.plain("ping")),
            Some(Err(_)) => screen.waiting.push_back(screen.plain("reset")),
            Some(Ok(seen)) => screen.replay(&tx, seen).await?,
        }
        tx.commit().await?;
        Ok(screen)
    }

    /// Tells again what came after a place, when all of it is still there.
    async fn replay(&mut self, tx: &Tx, seen: Position) -> Result<(), Error> {
        let oldest = sql::news_tail().bind(tx).opt().await?;
        let oldest = oldest.and_then(|row| row.tx.zip(row.seq)).map(|(tx, seq)| Position::of(&tx, seq));
        // what was deleted can no longer be told: only who saw the oldest row kept missed nothing before it
        // (and a place ahead of everything is of another database's life: transaction ids begin anew after a restore)
        if seen > self.at || oldest.map_or(seen < self.at, |oldest| seen < oldest) {
            self.waiting.push_back(self.plain("reset"));
            return Ok(());
        }
        self.tell_since(tx, seen).await
    }

    async fn tell_since(&mut self, tx: &Tx, seen: Position) -> Result<(), Error> {
        let sight = self.scope.sight();
        let limit = i64::try_from(REPLAYED + 1).unwrap_or(i64::MAX);
        let (after, everything) = (seen.tx.to_string(), sight.everything);
        let rows = sql::news_since().bind(tx, &after, &seen.seq, &everything, &sight.tenants, &limit).all().await?;
        if rows.len() > REPLAYED {
            self.at = horizon(tx).await?;
            self.waiting.push_back(self.plain("reset"));
            return Ok(());
        }
        self.at = seen;
        for row in rows {
            let news = News::from(row);
            let event = self.event(&news);
            self.waiting.extend(event);
        }
        self.waiting.push_back(self.plain("ping"));
        Ok(())
    }

    /// The next event; none when the screen has to end.
    pub(super) async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some(event) = self.waiting.pop_front() {
                return Some(event);
            }
            let now = self.scope.app.clock.now();
            if now >= self.next_question {
                self.next_question = later(now, ASK_EVERY);
                self.scope.ask_again().await.ok()?;
            }
            if now >= self.next_ping {
                self.next_ping = later(now, PING_EVERY);
                return Some(self.plain("ping"));
            }
            self.wait(now).await?;
        }
    }

    /// Waits for news or for the next thing to do; none when the screen has to end.
    async fn wait(&mut self, now: Timestamp) -> Option<()> {
        let app = self.scope.app.clone();
        let idle = self.next_ping.min(self.next_question).duration_since(now).unsigned_abs();
        tokio::select! {
            told = self.told.recv() => match told.as_deref() {
                Ok(Told::News(news)) => {
                    let event = self.event(news);
                    self.waiting.extend(event);
                }
                Ok(Told::Begun(at)) if *at > self.at => self.catch_up().await.ok()?,
                Ok(Told::Begun(_)) => {}
                Err(RecvError::Lagged(_)) => self.start_over().await.ok()?,
                Err(RecvError::Closed) => return None,
            },
            () = app.clock.sleep(idle) => {}
            () = app.hub.over() => return None,
        }
        Some(())
    }

    /// It was open before the outbox was followed: what came meanwhile is told now.
    async fn catch_up(&mut self) -> Result<(), Error> {
        let tx = self.scope.app.db.system("tell a screen what came before the outbox was followed").await?;
        self.tell_since(&tx, self.at).await?;
        Ok(tx.commit().await?)
    }

    /// It fell too far behind: it reads everything again and hears what comes after now.
    async fn start_over(&mut self) -> Result<(), Error> {
        self.told = self.scope.app.hub.subscribe();
        let tx = self.scope.app.db.system("let a slow screen start over").await?;
        self.at = horizon(&tx).await?;
        tx.commit().await?;
        self.waiting.push_back(self.plain("reset"));
        Ok(())
    }

    /// News as an event, when it is new to this screen and in its sight.
    fn event(&mut self, news: &News) -> Option<Event> {
        if news.at <= self.at {
            return None;
        }
        self.at = news.at;
        let change = &news.change;
        if !self.scope.sight().reaches(change.tenant_id, change.permission()?) {
            return None;
        }
        Event::default().id(self.at.to_string()).event("change").json_data(change).ok()
    }

    /// An event without content, which still tells the place.
    fn plain(&self, name: &str) -> Event {
        Event::default().id(self.at.to_string()).event(name).data("{}")
    }
}

fn later(now: Timestamp, wait: SignedDuration) -> Timestamp {
    now.saturating_add(wait).unwrap_or(Timestamp::MAX)
}
