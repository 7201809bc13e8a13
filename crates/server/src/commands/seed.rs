//! `fulexo seed`: a large installation to measure with.

use std::sync::atomic::{AtomicU64, Ordering};

use anyhow::{Context, Result};
use fulexo_app::App;
use fulexo_app::sample::{self, MEMBER, PASSWORD, STAFF, Sample};

use super::{roles, say, up};
use crate::{data_dir, product, settings::Settings};

/// Says how far it is after so many orders.
const STEP: u64 = 50_000;

/// Fills the database and says who may look at it.
pub async fn seed(settings: Settings, sample: Sample) -> Result<()> {
    if settings.database.system.is_some() {
        return fill(&roles::build(&settings).await?, sample).await;
    }
    data_dir::create(&settings.data_dir)?;
    let (cluster, keys) = up::start_database(&settings).await?;
    let urls = cluster.urls();
    let app = product::build(&settings, &urls.tenant, &urls.system, keys, Vec::new(), None).await?;
    let filled = fill(&app, sample).await;
    drop(app);
    let stopped = cluster.stop().await.context("stopping PostgreSQL");
    filled.and(stopped)
}

async fn fill(app: &App, sample: Sample) -> Result<()> {
    let said = AtomicU64::new(0);
    let progress = |written: u64| {
        if written / STEP > said.swap(written / STEP, Ordering::Relaxed) {
            tracing::info!(written, of = sample.orders, "orders written");
        }
    };
    sample::ensure(app, sample, progress).await.context("filling the database")?;
    let Sample { tenants, orders } = sample;
    say(&format!(
        "{tenants} merchants with a store each, {orders} orders together.\nStaff {STAFF}, member {MEMBER}, password {PASSWORD}.\n"
    ))
}
