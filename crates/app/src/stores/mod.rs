//! Connected WooCommerce sites.

use fulexo_jobs::Registry;

use crate::App;

pub(crate) fn routes() -> utoipa_axum::router::OpenApiRouter<App> {
    utoipa_axum::router::OpenApiRouter::new()
}

pub(crate) fn jobs(_registry: &mut Registry<App>) {}
