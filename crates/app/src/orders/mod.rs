//! Sales, as the stores computed them. The store's record is kept verbatim beside what we read of it; copies are
//! ordered by version. Sync hands copies in; nobody else writes these tables.

pub(crate) mod apply;
mod lines;
mod model;
mod write;

pub(crate) fn routes() -> utoipa_axum::router::OpenApiRouter<crate::App> {
    utoipa_axum::router::OpenApiRouter::new()
}
