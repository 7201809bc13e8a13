//! Reading stores completely.

use fulexo_jobs::Registry;

use crate::App;

pub(crate) fn routes() -> utoipa_axum::router::OpenApiRouter<App> {
    utoipa_axum::router::OpenApiRouter::new()
}

pub(crate) fn webhook_routes() -> axum::Router<App> {
    axum::Router::new()
}

pub(crate) fn jobs(_registry: &mut Registry<App>) {}
