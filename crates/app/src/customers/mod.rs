//! Shoppers, merged across a tenant's stores by e-mail. Other features hand in whom they saw; nobody else writes these
//! tables.

pub(crate) mod apply;
mod resolve;

pub(crate) use resolve::{Seen, resolve};

pub(crate) fn routes() -> utoipa_axum::router::OpenApiRouter<crate::App> {
    utoipa_axum::router::OpenApiRouter::new()
}
