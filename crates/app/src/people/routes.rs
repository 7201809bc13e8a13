//! The routes of people and merchants.

mod auth;
mod members;
mod tenants;
mod users;

use utoipa_axum::router::OpenApiRouter;

use crate::App;

pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().merge(auth::routes()).merge(tenants::routes()).merge(members::routes()).merge(users::routes())
}
