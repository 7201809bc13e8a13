//! Starting a store: base data, ticks up to the present, sockets.

use std::sync::{Arc, Mutex};

use tokio_util::{sync::CancellationToken, task::TaskTracker};

use crate::{
    config::{Access, ApiKey, SimConfig},
    error::SimError,
    fault::FaultSwitch,
    handle::{Running, SimHandle},
    hooks,
    http::{App, Nonces, SiteCertificate, bind, serve},
    log::RequestLog,
    seed,
    shop::{self, Live},
    store::Store,
    time::Zone,
};

/// The entrance: starts simulated stores.
#[derive(Debug)]
pub struct Sim;

impl Sim {
    /// Starts a store and brings it to the present of its clock.
    pub async fn start(config: SimConfig) -> Result<SimHandle, SimError> {
        let zone = Zone::new(&config.timezone).ok_or_else(|| SimError::TimeZone(config.timezone.clone()))?;
        let epoch = config.epoch.map_or_else(|| config.clock.seconds(), |at| at.as_second());
        let mut store = Store::new(&config, zone);
        seed::fill(&mut store, &config, epoch);
        store.seal();
        let length = i64::try_from(config.tick.as_secs()).unwrap_or(1);
        let mut live = Live::new(config.seed, epoch, length);
        catch_up(&mut store, &mut live, config.clock.seconds());
        // Only now: what the former run has already told is not told again.
        store.restore_webhooks(&config.webhooks, epoch);
        let certificate = SiteCertificate::new(config.identity.clone(), config.address)?;
        let listeners = bind(config.address, config.http_port, config.https_port).await?;
        let (sender, pinger) = hooks::senders()?;
        let app = Arc::new(App {
            profile: config.profile,
            keys: keys(&config),
            latency: config.latency,
            pretty_permalinks: config.pretty_permalinks,
            http_home: format!("http://{}", listeners.http.local_addr()?),
            https_home: format!("https://{}", listeners.https.local_addr()?),
            clock: config.clock,
            faults: FaultSwitch::default(),
            sender,
            pinger,
            queue_turn: tokio::sync::Mutex::new(()),
            nonces: Mutex::new(Nonces::default()),
            state: Mutex::new(store),
            requests: Mutex::new(RequestLog::default()),
        });
        let (stop, tasks) = (CancellationToken::new(), TaskTracker::new());
        serve(&app, listeners, certificate.acceptor, &stop, &tasks);
        let handle = SimHandle::new(Running {
            app,
            live: Arc::new(Mutex::new(live)),
            identity: certificate.identity,
            fingerprint: certificate.fingerprint,
            stop,
            tasks,
        });
        handle.background(config.shoppers, config.run_webhooks);
        Ok(handle)
    }
}

fn keys(config: &SimConfig) -> Vec<ApiKey> {
    if !config.keys.is_empty() {
        return config.keys.clone();
    }
    let half = |purpose| {
        let mut bytes = [0_u8; 20];
        rand::RngCore::fill_bytes(&mut seed::stream(config.seed, purpose, 0), &mut bytes);
        hex::encode(bytes)
    };
    let (key, secret) = (format!("ck_{}", half(21)), format!("cs_{}", half(22)));
    vec![ApiKey { key, secret, access: Access::ReadWrite }]
}

/// Runs the ticks up to a time; returns the number of the last one.
pub(crate) fn catch_up(store: &mut Store, live: &mut Live, now: i64) -> u64 {
    while live.done < live.tick_at(now) {
        shop::tick(store, live);
    }
    live.done
}
