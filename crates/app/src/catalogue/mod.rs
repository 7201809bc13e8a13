//! Products (the thing a tenant owns) and their listings in stores. Sync hands copies in; nobody else writes these
//! tables.

pub(crate) mod apply;

pub(crate) fn routes() -> utoipa_axum::router::OpenApiRouter<crate::App> {
    utoipa_axum::router::OpenApiRouter::new()
}
