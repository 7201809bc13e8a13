//! How tests drive the product: actors send requests to the real routes over a real PostgreSQL. Every test makes
//! merchants of its own in one shared, migrated database; the clock stands still until the test moves it.
//! Whatever goes wrong here is a panic.

mod actor;
mod copies;
mod document;
mod leftovers;
mod people;
mod stores;
#[cfg(test)]
mod tests;

use std::fmt::{Debug, Display};
use std::ops::Deref;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use fulexo_db::embedded::Urls;
use fulexo_db::{Db, DbConfig, testing};
use fulexo_kernel::{ManualClock, TenantId};
use fulexo_platform::secrets::MasterKeys;
use jiff::Timestamp;
use secrecy::SecretString;
use serde_json::Value;

use crate::{App, Config};

pub use actor::{Actor, Answer};
pub use copies::merged;
pub use document::Table;
use leftovers::Leftovers;

/// When every test begins.
pub const BEGIN: &str = "2026-03-02T09:30:00Z";

/// The key that wraps the data keys of tests.
const MASTER_KEY: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

/// The product with its database, as one test sees it.
#[derive(Clone)]
pub struct TestApp(Arc<Inner>);

/// Everything behind a [`TestApp`].
pub struct Inner {
    /// The product.
    pub app: App,
    /// Its clock.
    pub clock: ManualClock,
    /// The addresses of its database.
    pub urls: Urls,
    router: OnceLock<axum::Router>,
    leftovers: Leftovers,
}

impl Deref for TestApp {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl TestApp {
    /// The product on the database that all tests share.
    pub async fn new() -> Self {
        Self::with(Self::config()).await
    }

    /// The same with other settings; take [`TestApp::config`] to start from.
    pub async fn with(config: Config) -> Self {
        Self::on(testing::shared().await, config, 4).await
    }

    /// The product on a database of its own, for tests that look at all merchants at once.
    pub async fn isolated() -> Self {
        Self::on(testing::isolated().await, Self::config(), 4).await
    }

    /// The product on a database, with so many connections of each role.
    pub async fn on(urls: Urls, config: Config, connections: usize) -> Self {
        let addresses = DbConfig {
            tenant_url: urls.tenant.clone(),
            system_url: urls.system.clone(),
            tenant_connections: connections,
            system_connections: connections,
        };
        let clock = ManualClock::at(must("reading the time", BEGIN.parse::<Timestamp>()));
        Self::at(urls, addresses, config, clock).await
    }

    /// The same database and clock with other settings.
    pub async fn again(&self, config: Config) -> Self {
        let addresses = DbConfig {
            tenant_url: self.urls.tenant.clone(),
            system_url: self.urls.system.clone(),
            tenant_connections: 4,
            system_connections: 4,
        };
        Self::at(self.urls.clone(), addresses, config, self.clock.clone()).await
    }

    async fn at(urls: Urls, addresses: DbConfig, config: Config, clock: ManualClock) -> Self {
        let db = must("connecting", Db::connect(&addresses).await);
        let keys = must("the master key", MasterKeys::from_hex(&SecretString::from(MASTER_KEY)));
        let app = must("the product", App::new(db, keys, config, clock.clone().into()));
        let leftovers = Leftovers::new(urls.clone(), clock.clone());
        Self(Arc::new(Inner { app, clock, urls, router: OnceLock::new(), leftovers }))
    }

    /// The settings of tests: plain cookies, the cheapest hashes.
    pub fn config() -> Config {
        Config { cookie_secure: false, password_cost: 4, store_timeout: Duration::from_secs(5), ..Config::default() }
    }

    /// The routes.
    pub fn router(&self) -> axum::Router {
        self.router.get_or_init(|| self.app.router()).clone()
    }

    /// Moves the clock.
    pub fn advance(&self, by: Duration) {
        self.clock.advance(by);
    }

    /// Runs every job of a merchant that is due; returns how many ran.
    pub async fn drain(&self, tenant: TenantId) -> usize {
        must("running jobs", Arc::new(self.app.worker()).drain(tenant).await)
    }

    /// Allows due and dead jobs of this test's merchants to be left when it ends; otherwise they fail it.
    pub fn leave_jobs(&self) {
        self.leftovers.allow();
    }

    /// The rows of a query as JSON, seen from behind the fence: for looking, never for the code under test.
    pub async fn rows(&self, sql: &str) -> Vec<Value> {
        let client = testing::superuser(&self.urls).await;
        let rows = client.query(&format!("select to_jsonb(q)::text from ({sql}) q"), &[]).await;
        must(sql, rows).iter().map(|row| must(sql, serde_json::from_str(row.get(0)))).collect()
    }

    /// Runs statements from behind the fence.
    pub async fn execute(&self, sql: &str) {
        must(sql, testing::superuser(&self.urls).await.batch_execute(sql).await);
    }
}

/// The value, or a panic that says what went wrong.
pub(crate) fn must<T, E: Display + Debug>(what: &str, result: Result<T, E>) -> T {
    match result {
        Ok(value) => value,
        Err(error) => panic!("{what}: {error} ({error:?})"),
    }
}
