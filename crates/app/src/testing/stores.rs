//! Stores of a test, made without a site behind them.

use fulexo_kernel::{Clock, TenantId};
use uuid::Uuid;

use super::TestApp;

impl TestApp {
    /// A connected store of a merchant that answers nothing: for what reads only our copies.
    pub async fn store(&self, tenant: TenantId, name: &str) -> Uuid {
        let id = Clock::from(self.clock.clone()).id();
        self.execute(&format!(
            "insert into stores (tenant_id, id, name, url, api, state, state_since, currency, timezone, wc_version, webhooks, created_at)
             values ('{tenant}', '{id}', '{name}', 'https://{id}.example.test', '{{}}', 'healthy', '{now}', 'EUR', 'Europe/Istanbul',
                     '10.3.0', 'polling_only', '{now}')",
            now = self.clock.now()
        ))
        .await;
        id
    }
}
