//! Live news for open screens.

use crate::App;

/// Fans news out to the screens of this process.
#[derive(Default)]
pub(crate) struct Hub {}

pub(crate) fn routes() -> utoipa_axum::router::OpenApiRouter<App> {
    utoipa_axum::router::OpenApiRouter::new()
}

/// Reads the outbox and feeds the hub, for ever.
pub(crate) async fn pump(_app: App) {
    std::future::pending().await
}
