//! What every request and job is given.

use std::ops::Deref;
use std::sync::Arc;
use std::time::Duration;

use fulexo_db::{Channel, Db, Listener};
use fulexo_jobs::{Name, Observer, Registry, Worker};
use fulexo_kernel::{Clock, TenantId};
use fulexo_platform::net::{HostPort, Net, NetError, Options};
use fulexo_platform::secrets::MasterKeys;
use fulexo_queries::queries::fence;
use futures::FutureExt as _;
use secrecy::SecretString;
use tokio_util::sync::CancellationToken;
use url::Url;
use uuid::Uuid;

use crate::Error;
use crate::events::Hub;
use crate::keys::Keyring;
use crate::load::{Limits, Load};
use crate::metrics::Metrics;
use crate::people::Passwords;
use crate::reports::Bounds;
use crate::scope::Sessions;
use crate::sync::Intake;

/// Settings the product itself knows.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where stores reach us; none: polling only.
    pub public_url: Option<Url>,
    /// Private addresses that stores may have.
    pub allow_private_targets: Vec<HostPort>,
    /// Session cookies travel over TLS only.
    pub cookie_secure: bool,
    /// bcrypt's cost.
    pub password_cost: u32,
    /// How long one request to a store may take.
    pub store_timeout: Duration,
    /// How a read of a store is tried again within one call.
    pub store_retry: fulexo_woo::Retry,
    /// How long a request may take, from its headers to the beginning of the answer.
    pub request_timeout: Duration,
    /// How much is taken on at once.
    pub limits: Limits,
    /// How large reports may become, and how they are written.
    pub reports: Bounds,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            public_url: None,
            allow_private_targets: Vec::new(),
            cookie_secure: true,
            password_cost: 10,
            store_timeout: Duration::from_secs(60),
            store_retry: fulexo_woo::Retry::default(),
            request_timeout: Duration::from_secs(75),
            limits: Limits::default(),
            reports: Bounds::default(),
        }
    }
}

/// Batches of deliveries applied at once: enough to keep the database busy while one of them waits for the disk.
const APPLYING: usize = 4;

/// The product's state; cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Inner>);

/// Everything behind an [`App`].
pub struct Inner {
    pub db: Db,
    pub clock: Clock,
    pub config: Config,
    pub listener: Listener,
    pub metrics: Metrics,
    pub(crate) keys: Keyring,
    pub(crate) net: Net,
    pub(crate) sessions: Sessions,
    pub(crate) passwords: Passwords,
    pub(crate) hub: Hub,
    pub(crate) load: Load,
    pub(crate) intake: Intake,
    /// Turns at applying deliveries; what arrives while a store waits for its turn joins its batch.
    pub(crate) applying: tokio::sync::Semaphore,
    /// Where webhooks of a store go, remembered for a minute.
    pub(crate) routes: moka::future::Cache<Uuid, Arc<Route>>,
}

/// A store's way in: its merchant and the secret its deliveries are signed with.
pub(crate) struct Route {
    pub tenant: TenantId,
    pub secret: SecretString,
    /// False while the store is paused or disconnected.
    pub accepts: bool,
}

impl Deref for App {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl App {
    /// Puts the product together. Errors when TLS cannot be set up.
    pub fn new(db: Db, master_keys: MasterKeys, config: Config, clock: Clock) -> Result<Self, NetError> {
        let net = Net::new(Options { allow_private: config.allow_private_targets.clone(), ..Options::default() })?;
        Ok(Self(Arc::new(Inner {
            keys: Keyring::new(db.clone(), clock.clone(), master_keys),
            sessions: Sessions::default(),
            passwords: Passwords::new(config.password_cost),
            hub: Hub::default(),
            load: Load::new(&config.limits, db.connections()),
            intake: Intake::new(&config.limits),
            applying: tokio::sync::Semaphore::new(APPLYING),
            routes: moka::future::Cache::builder().max_capacity(100_000).time_to_live(Duration::from_secs(60)).build(),
            metrics: Metrics::default(),
            listener: Listener::default(),
            net,
            config,
            clock,
            db,
        })))
    }

    /// The HTTP routes: API and health.
    pub fn router(&self) -> axum::Router {
        crate::api::router(self.clone())
    }

    /// Everything measured, in Prometheus' text form.
    pub async fn metrics_text(&self) -> String {
        crate::work::refresh_gauges(self).await;
        self.metrics.text()
    }

    /// Every kind of job.
    pub(crate) fn kinds() -> Registry<Self> {
        let mut registry = Registry::default();
        crate::stores::jobs(&mut registry);
        crate::sync::jobs(&mut registry);
        crate::reports::jobs(&mut registry);
        crate::work::jobs(&mut registry);
        registry
    }

    /// Makes a worker of every kind of job.
    pub fn worker(&self) -> Worker<Self> {
        let registry = Self::kinds();
        let app = self.clone();
        let observer: Observer = Arc::new(move |attempt| app.metrics.job(attempt));
        let name = Name { name: process_name(), version: env!("CARGO_PKG_VERSION") };
        Worker::new(self.db.clone(), self.clock.clone(), self.clone(), registry, self.listener.clone(), observer, name)
    }

    /// Runs jobs until told to stop.
    pub async fn run_worker(&self, stop: CancellationToken) {
        let jobs = self.worker().run(stop.clone()).boxed();
        let schedules = crate::work::keep_schedules(self.clone(), stop).boxed();
        tokio::join!(jobs, schedules);
    }

    /// Carries wake-ups and news between processes until told to stop.
    pub async fn run_events(&self, stop: CancellationToken) {
        tokio::select! {
            () = stop.cancelled() => {}
            () = self.listener.clone().run(self.db.clone()) => {}
            () = crate::events::pump(self.clone()) => {}
        }
    }

    /// After a change of a store's way in.
    pub(crate) async fn forget_route(&self, store: Uuid) {
        self.routes.invalidate(&store).await;
    }

    /// Lets PostgreSQL look at tables that have their first rows, so that plans know what is there.
    pub(crate) async fn learn_sizes(&self) -> Result<(), Error> {
        let tx = self.db.system("look at new tables").await?;
        fence::analyze_new().bind(&tx).one().await?;
        Ok(tx.commit().await?)
    }

    /// After a commit that enqueued work.
    pub fn wake_jobs(&self) {
        self.listener.wake(Channel::Jobs);
    }

    /// After a commit that wrote news.
    pub fn wake_screens(&self) {
        self.listener.wake(Channel::Outbox);
    }
}

/// Host and process.
fn process_name() -> String {
    let host = std::fs::read_to_string("/proc/sys/kernel/hostname").unwrap_or_default();
    let host = Some(host.trim()).filter(|host| !host.is_empty()).unwrap_or("localhost");
    format!("{host}:{}", std::process::id())
}
