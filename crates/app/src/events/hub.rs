//! Fans news out to the screens of this process.

use std::sync::Arc;

use fulexo_queries::queries::jobs as sql;
use serde::Serialize;
use tokio::sync::broadcast;
use tokio_util::sync::{CancellationToken, DropGuard, WaitForCancellationFuture};
use utoipa::ToSchema;
use uuid::Uuid;

use super::position::Position;
use crate::news::{Kind, Op, permission_of};

/// News a slow screen may fall behind before it has to start over.
const BACKLOG: usize = 1024;

/// What changed.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = LiveChange)]
pub(super) struct Change {
    #[schema(value_type = Kind)]
    kind: String,
    ids: Vec<Uuid>,
    /// None: of the platform itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tenant_id: Option<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    store_id: Option<Uuid>,
    #[schema(value_type = Op)]
    op: String,
}

impl Change {
    /// What one must be allowed to hear of it.
    pub(super) fn permission(&self) -> Option<&'static str> {
        permission_of(&self.kind)
    }
}

/// A change with its place in the outbox.
#[derive(Clone, Debug)]
pub(super) struct News {
    pub at: Position,
    pub change: Change,
}

impl From<sql::News> for News {
    fn from(row: sql::News) -> Self {
        let at = Position::of(&row.tx, row.seq);
        let change =
            Change { kind: row.kind, ids: row.ids, tenant_id: row.tenant_id, store_id: row.store_id, op: row.op };
        Self { at, change }
    }
}

impl From<sql::NewsSince> for News {
    fn from(row: sql::NewsSince) -> Self {
        let sql::NewsSince { tx, seq, tenant_id, kind, op, store_id, ids } = row;
        sql::News { tx, seq, tenant_id, kind, op, store_id, ids }.into()
    }
}

/// What screens are told.
#[derive(Clone, Debug)]
pub(super) enum Told {
    /// Something changed.
    News(News),
    /// The outbox is followed from here on. Screens opened earlier look up for themselves what came before.
    Begun(Position),
}

/// Fans news out to the screens of this process.
pub(crate) struct Hub {
    told: broadcast::Sender<Arc<Told>>,
    over: CancellationToken,
}

impl Default for Hub {
    fn default() -> Self {
        Self { told: broadcast::channel(BACKLOG).0, over: CancellationToken::new() }
    }
}

impl Hub {
    /// Tells every screen. Without screens it goes nowhere.
    pub(super) fn tell(&self, told: Told) {
        let _ = self.told.send(Arc::new(told));
    }

    /// Hears everything told from now on.
    pub(super) fn subscribe(&self) -> broadcast::Receiver<Arc<Told>> {
        self.told.subscribe()
    }

    /// Ends every screen when dropped: nobody feeds them any more.
    pub(super) fn end_with(&self) -> DropGuard {
        self.over.clone().drop_guard()
    }

    /// Waits until the screens have to end.
    pub(super) fn over(&self) -> WaitForCancellationFuture<'_> {
        self.over.cancelled()
    }
}
