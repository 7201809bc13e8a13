//! `fulexo serve` and `fulexo work`: the two halves of `up` on a database of one's own.

use anyhow::{Context, Result};
use fulexo_app::App;
use fulexo_platform::secrets::MasterKeys;
use secrecy::ExposeSecret;

use super::{say, tasks::Tasks};
use crate::{http, listen, metrics, ports::Ports, product, settings::Settings, signals::Signals};

/// Serves API and web app.
pub async fn serve(settings: Settings) -> Result<()> {
    let mut signals = Signals::listen()?;
    let listener = listen::bind(settings.listen, Settings::name_of_listen()).await?;
    let app = build(&settings).await?;
    product::first_owner(&app, &settings).await?;
    let mut tasks = Tasks::default();
    metrics_task(&settings, &app, &mut tasks).await?;
    say(&format!("Fulexo serves http://{}\n", listener.local_addr().unwrap_or(settings.listen)))?;
    let (router, events) = (product::router(&app), app.clone());
    tasks.spawn("the server", |stop| http::serve(listener, router, stop));
    tasks.spawn("the event stream", |stop| async move { events.run_events(stop).await });
    tasks.run(&mut signals).await
}

/// Works on jobs.
pub async fn work(settings: Settings) -> Result<()> {
    let mut signals = Signals::listen()?;
    let app = build(&settings).await?;
    let mut tasks = Tasks::default();
    metrics_task(&settings, &app, &mut tasks).await?;
    say("Fulexo works on jobs\n")?;
    let (worker, events) = (app.clone(), app.clone());
    tasks.spawn("the worker", |stop| async move { worker.run_worker(stop).await });
    tasks.spawn("the event stream", |stop| async move { events.run_events(stop).await });
    tasks.run(&mut signals).await
}

/// The product on the databases of the settings.
pub(super) async fn build(settings: &Settings) -> Result<App> {
    let url = |url: &Option<secrecy::SecretString>| url.as_ref().map(|url| url.expose_secret().to_owned());
    let (tenant, system) = (url(&settings.database.tenant), url(&settings.database.system));
    let tenant = tenant.context("DATABASE_TENANT_URL is not set")?;
    let system = system.context("DATABASE_SYSTEM_URL is not set")?;
    let keys = MasterKeys::from_hex(settings.master_key.as_ref().context("MASTER_KEY_HEX is not set")?)?;
    product::build(settings, &tenant, &system, keys, Vec::new(), settings.public_url.clone()).await
}

/// Metrics, on a port of their own. These roles keep no data directory, so a free port is not remembered.
async fn metrics_task(settings: &Settings, app: &App, tasks: &mut Tasks) -> Result<()> {
    let setting = Settings::name_of_metrics_listen();
    let listener = listen::bind_metrics(settings.metrics_listen, setting, None, &mut Ports::default()).await?;
    tracing::info!(address = %listener.local_addr().context("reading the port of /metrics")?, "metrics");
    let text = app.clone();
    tasks.spawn("the metrics server", |stop| http::serve(listener, metrics::router(text), stop));
    Ok(())
}
