//! A test that leaves work undone does not know what it caused: due and dead jobs of its merchants fail it.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use fulexo_db::embedded::Urls;
use fulexo_db::testing;
use fulexo_kernel::{ManualClock, TenantId};
use uuid::Uuid;

/// Looks for leftover jobs when dropped.
pub(super) struct Leftovers {
    urls: Urls,
    clock: ManualClock,
    tenants: Mutex<Vec<Uuid>>,
    allowed: AtomicBool,
}

impl Leftovers {
    pub(super) fn new(urls: Urls, clock: ManualClock) -> Self {
        Self { urls, clock, tenants: Mutex::default(), allowed: AtomicBool::new(false) }
    }

    pub(super) fn watch(&self, tenant: TenantId) {
        self.tenants.lock().unwrap_or_else(PoisonError::into_inner).push(tenant.0);
    }

    pub(super) fn allow(&self) {
        self.allowed.store(true, Ordering::Relaxed);
    }

    async fn find(urls: Urls, tenants: Vec<Uuid>, now: jiff::Timestamp) -> Vec<String> {
        let client = testing::superuser(&urls).await;
        let sql = "select kind || ' ' || state || coalesce(': ' || last_error, '') from jobs
                   where tenant_id = any($1) and (run_at <= $2 or state in ('dead', 'running')) order by 1";
        let rows = super::must("looking for leftover jobs", client.query(sql, &[&tenants, &now]).await);
        rows.iter().map(|row| row.get(0)).collect()
    }
}

impl Drop for Leftovers {
    fn drop(&mut self) {
        let tenants = std::mem::take(self.tenants.get_mut().unwrap_or_else(PoisonError::into_inner));
        if thread::panicking() || self.allowed.load(Ordering::Relaxed) || tenants.is_empty() {
            return;
        }
        let (urls, now) = (self.urls.clone(), self.clock.now());
        // A thread of its own: the test's runtime cannot be blocked on from inside.
        let found = thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            super::must("a runtime", runtime).block_on(Self::find(urls, tenants, now))
        });
        match found.join() {
            Ok(left) if left.is_empty() => {}
            Ok(left) => panic!("the test left jobs behind (run them, or say leave_jobs()): {left:#?}"),
            Err(_) => panic!("leftover jobs could not be looked for"),
        }
    }
}
