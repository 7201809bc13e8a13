//! `fulexo up`: everything in one process.

use std::{net::SocketAddr, path::PathBuf};

use anyhow::{Context, Result};
use fulexo_app::App;
use fulexo_db::embedded::{Cluster, Options};
use fulexo_kernel::Clock;
use fulexo_platform::secrets::MasterKeys;
use tokio::net::TcpListener;
use url::Url;

use super::{say, tasks::Tasks};
use crate::{data_dir, demo, http, listen, metrics, ports::Ports, product, settings::Settings, signals::Signals};

/// Runs everything until a signal comes; the database is stopped last.
pub async fn up(settings: Settings, demo: bool) -> Result<()> {
    let mut signals = Signals::listen()?;
    let started = tokio::select! {
        started = Everything::start(&settings, demo) => started?,
        // What was started is stopped by being dropped.
        _ = signals.received() => return Ok(()),
    };
    say(&started.block(&settings))?;
    started.run(&mut signals).await
}

struct Everything {
    app: App,
    listener: TcpListener,
    metrics: TcpListener,
    stores: Option<demo::Stores>,
    cluster: Cluster,
}

impl Everything {
    /// Ports first: a taken one is told before anything is created.
    async fn start(settings: &Settings, demo: bool) -> Result<Self> {
        let dir = &settings.data_dir;
        data_dir::create(dir)?;
        let mut ports = Ports::load(dir);
        let listener = listen::bind(settings.listen, Settings::name_of_listen()).await?;
        let metrics =
            listen::bind_metrics(settings.metrics_listen, Settings::name_of_metrics_listen(), Some(dir), &mut ports)
                .await?;
        if demo {
            demo::Stores::mark(dir, Clock::system().now())?;
        }
        let (cluster, keys) = start_database(settings).await?;
        let urls = cluster.urls();
        let stores = if demo { Some(demo::Stores::start(dir, &mut ports).await?) } else { None };
        let targets = stores.as_ref().map(demo::Stores::targets).transpose()?.unwrap_or_default();
        // The simulated stores are on this machine and reach it without a public address.
        let local = listener.local_addr().ok().filter(|_| demo).and_then(|at| Url::parse(&format!("http://{at}")).ok());
        let public_url = settings.public_url.clone().or(local);
        let app = product::build(settings, &urls.tenant, &urls.system, keys, targets, public_url).await?;
        product::first_owner(&app, settings).await?;
        if let Some(stores) = &stores {
            fulexo_app::demo::ensure(&app, stores.connections()).await.context("preparing the demo")?;
        }
        Ok(Self { app, listener, metrics, stores, cluster })
    }

    async fn run(self, signals: &mut Signals) -> Result<()> {
        let Self { app, listener, metrics, stores, cluster } = self;
        let mut tasks = Tasks::default();
        let router = product::router(&app);
        tasks.spawn("the server", |stop| http::serve(listener, router, stop));
        let text = app.clone();
        tasks.spawn("the metrics server", |stop| http::serve(metrics, metrics::router(text), stop));
        let (worker, events) = (app.clone(), app.clone());
        tasks.spawn("the worker", |stop| async move { worker.run_worker(stop).await });
        tasks.spawn("the event stream", |stop| async move { events.run_events(stop).await });
        let outcome = tasks.run(signals).await;
        drop((app, stores));
        let stopped = cluster.stop().await.context("stopping PostgreSQL");
        outcome.and(stopped)
    }

    /// What a person needs to know, printed when everything answers.
    fn block(&self, settings: &Settings) -> String {
        let address = self.listener.local_addr().unwrap_or(settings.listen);
        let mut lines = vec![("Open", self.address(address, settings))];
        if self.stores.is_some() {
            lines.push(("Log in", demo::LOGINS.join(", ")));
            lines.push(("", format!("password {}", demo::PASSWORD)));
        } else if let Some(admin) = &settings.admin {
            lines.push(("Log in", admin.email.clone()));
        }
        lines.push(("Data", settings.data_dir.display().to_string()));
        if let Ok(metrics) = self.metrics.local_addr() {
            lines.push(("Metrics", format!("http://{metrics}/metrics")));
        }
        lines.push(("Stop", "Ctrl-C".into()));
        let lines: Vec<_> = lines.into_iter().map(|(name, value)| format!("  {name:<8} {value}\n")).collect();
        format!("\nFulexo is running (PostgreSQL {}).\n\n{}\n", self.cluster.version(), lines.concat())
    }

    fn address(&self, bound: SocketAddr, settings: &Settings) -> String {
        match &settings.public_url {
            Some(url) => format!("{url}  (listening on {bound})"),
            None => format!("http://{bound}"),
        }
    }
}

/// Starts the embedded database with the schema of this version. Gives the keys of its secrets as well.
pub async fn start_database(settings: &Settings) -> Result<(Cluster, MasterKeys)> {
    let (dir, set) = (&settings.data_dir, settings.master_key.as_ref());
    // The key comes before the database: one without its key would be refused from then on.
    let made = if data_dir::holds_database(dir) { None } else { Some(data_dir::master_keys(dir, set)?) };
    let cluster = Cluster::start(database(settings)).await?;
    fulexo_db::migrate(&cluster.urls().owner).await.context("bringing the schema up to date")?;
    let keys = match made {
        Some(keys) => keys,
        None => data_dir::master_keys(dir, set)?,
    };
    Ok((cluster, keys))
}

/// The embedded database of these settings.
pub fn database(settings: &Settings) -> Options {
    let mut options = Options::new(&settings.data_dir);
    options.bin_dir.clone_from(&settings.pg_bin);
    options.unpacked = unpacked(settings);
    options.path = std::env::var_os("PATH").map(|path| path.to_string_lossy().into_owned());
    options.runtime_dir = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from).filter(|dir| dir.is_absolute());
    options
}

/// Where `scripts/install` may have unpacked PostgreSQL.
fn unpacked(settings: &Settings) -> Vec<PathBuf> {
    let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
    let home = std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cache"));
    let mut folders = vec![settings.data_dir.join("postgresql")];
    folders.extend(cache.or(home).map(|cache| cache.join("fulexo/postgresql")));
    folders.push("/var/cache/fulexo/postgresql".into());
    folders
}
