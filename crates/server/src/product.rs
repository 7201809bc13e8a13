//! The product, wired: database, keys and settings in; router, worker and metrics out.

use anyhow::{Context, Result};
use axum::{Router, extract::Request};
use fulexo_app::{App, Config};
use fulexo_db::{Db, DbConfig};
use fulexo_kernel::Clock;
use fulexo_platform::{net::HostPort, secrets::MasterKeys};
use secrecy::ExposeSecret;
use tower::{ServiceExt, service_fn};
use url::Url;

use crate::{assets, settings::Settings};

/// Connections of each role: requests wait for one rather than overload a small database.
const TENANT_CONNECTIONS: usize = 24;
const SYSTEM_CONNECTIONS: usize = 16;

/// Connects both roles and builds the product; `targets` are private addresses beside the ones of the settings.
pub async fn build(
    settings: &Settings,
    tenant_url: &str,
    system_url: &str,
    keys: MasterKeys,
    targets: Vec<HostPort>,
    public_url: Option<Url>,
) -> Result<App> {
    let db = Db::connect(&DbConfig {
        tenant_url: tenant_url.to_owned(),
        system_url: system_url.to_owned(),
        tenant_connections: TENANT_CONNECTIONS,
        system_connections: SYSTEM_CONNECTIONS,
    })
    .await?;
    fulexo_db::check_version(&db).await?;
    let mut allow_private_targets = settings.allow_private_targets.clone();
    allow_private_targets.extend(targets);
    let config = Config {
        cookie_secure: public_url.as_ref().is_some_and(|url| url.scheme() == "https"),
        public_url,
        allow_private_targets,
        ..Config::default()
    };
    App::new(db, keys, config, Clock::system()).context("building the application")
}

/// Sees to it that the first owner of the settings exists.
pub async fn first_owner(app: &App, settings: &Settings) -> Result<()> {
    let Some(admin) = &settings.admin else { return Ok(()) };
    let password = admin.password.expose_secret();
    if app.ensure_owner(&admin.email, password).await.is_ok() {
        return Ok(());
    }
    // Another process that started in the same moment may have been first; then there is nothing left to do.
    app.ensure_owner(&admin.email, password).await.context("making the first owner")
}

/// API, health and web app. What is below `/api` or `/health` never gets a page, known or not.
pub fn router(app: &App) -> Router {
    let (api, pages) = (app.router(), assets::router());
    Router::new().fallback_service(service_fn(move |request: Request| {
        let path = request.uri().path();
        let router = if under(path, "/api") || under(path, "/health") { api.clone() } else { pages.clone() };
        router.oneshot(request)
    }))
}

fn under(path: &str, front: &str) -> bool {
    path.strip_prefix(front).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_segments_count() {
        assert!(under("/api", "/api") && under("/api/v1/x", "/api"));
        assert!(!under("/apiary", "/api") && !under("/t/acme/api", "/api"));
    }
}
