//! Background work as people see it, and the platform's own chores.

use fulexo_jobs::Registry;
use tokio_util::sync::CancellationToken;

use crate::App;

pub(crate) fn routes() -> utoipa_axum::router::OpenApiRouter<App> {
    utoipa_axum::router::OpenApiRouter::new()
}

pub(crate) fn jobs(_registry: &mut Registry<App>) {}

pub(crate) async fn refresh_gauges(_app: &App) {}

/// Sees to it that chores are queued, until told to stop.
pub(crate) async fn keep_schedules(_app: App, stop: CancellationToken) {
    stop.cancelled().await;
}
