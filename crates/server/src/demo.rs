//! The demo: two simulated stores on loopback, the same ones at every start.

use std::{collections::BTreeMap, path::Path};

use anyhow::{Context, Result};
use fulexo_app::demo::DemoStore;
pub use fulexo_app::demo::PASSWORD;
use fulexo_platform::net::HostPort;
use fulexo_woo_sim::{Identity, Profile, Sim, SimConfig, SimHandle};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use url::Url;

use crate::{data_dir, ports::Ports};

/// Who can log in to a demo.
pub const LOGINS: [&str; 3] = ["owner@demo.test", "merchant1@demo.test", "merchant2@demo.test"];

/// The mark in the data directory, and what makes the stores the same ones again.
#[derive(Debug, Serialize, Deserialize)]
struct Mark {
    epoch: Timestamp,
    /// Certificate and key of each store: a pinned fingerprint must outlive a restart.
    #[serde(default)]
    identities: BTreeMap<String, (String, String)>,
}

/// How Fulexo reaches a store.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Transport {
    /// Basic authentication over TLS, the certificate pinned.
    Tls,
    /// OAuth 1.0a over plain HTTP.
    Plain,
}

/// The running stores.
pub struct Stores {
    stores: [(SimHandle, Transport); 2],
}

impl Stores {
    /// Marks the directory as a demo, for good, before anything else is in it; a mark that is there must be readable.
    pub fn mark(dir: &Path, now: Timestamp) -> Result<()> {
        let file = data_dir::demo_file(dir);
        if file.exists() {
            return Mark::read(&file).map(drop);
        }
        data_dir::remember(&file, &Mark { epoch: now, identities: BTreeMap::new() })
    }

    /// Starts both stores on the ports they had before.
    pub async fn start(dir: &Path, ports: &mut Ports) -> Result<Self> {
        let file = data_dir::demo_file(dir);
        let mut mark = Mark::read(&file)?;
        // Making 20,000 orders keeps a core busy: both stores at once, away from each other.
        let first = tokio::spawn(start_one(mark.config("store-1", first(), ports)));
        let second = tokio::spawn(start_one(mark.config("store-2", second(), ports)));
        let (first, second) = (first.await??, second.await??);
        for (name, sim) in [("store-1", &first), ("store-2", &second)] {
            ports.set(dir, &format!("{name}-http"), port(sim.http_url())?)?;
            ports.set(dir, &format!("{name}-https"), port(sim.https_url())?)?;
            let identity = sim.identity();
            let kept = (hex::encode(&identity.certificate_der), hex::encode(&identity.key_der));
            mark.identities.insert(name.to_owned(), kept);
        }
        data_dir::remember(&file, &mark)?;
        Ok(Self { stores: [(first, Transport::Tls), (second, Transport::Plain)] })
    }

    /// The stores as a person would connect them.
    pub fn connections(&self) -> Vec<DemoStore> {
        self.stores.iter().map(|(sim, transport)| connection(sim, *transport)).collect()
    }

    /// The stores as private targets.
    pub fn targets(&self) -> Result<Vec<HostPort>> {
        let urls = self.stores.iter().flat_map(|(sim, _)| [sim.http_url(), sim.https_url()]);
        urls.map(|url| Ok(format!("127.0.0.1:{}", port(url)?).parse()?)).collect()
    }
}

impl Mark {
    fn read(file: &Path) -> Result<Self> {
        data_dir::recall(file).with_context(|| {
            format!(
                "{} is damaged, and without it the stores of this demo are not the same ones again: put your copy of it \
                 back, or begin another demo with another FULEXO_DATA_DIR",
                file.display()
            )
        })
    }

    fn config(&self, name: &str, config: SimConfig, ports: &Ports) -> SimConfig {
        let identity = self.identities.get(name).and_then(|(certificate, key)| {
            Some(Identity { certificate_der: hex::decode(certificate).ok()?, key_der: hex::decode(key).ok()? })
        });
        SimConfig {
            epoch: Some(self.epoch),
            http_port: ports.get(&format!("{name}-http")),
            https_port: ports.get(&format!("{name}-https")),
            identity,
            ..config
        }
    }
}

async fn start_one(config: SimConfig) -> Result<SimHandle> {
    let what = format!("starting the simulated store {}", config.name);
    let remembered = (config.http_port, config.https_port) != (0, 0);
    match Sim::start(config.clone()).await {
        // A remembered port went to someone else meanwhile.
        Err(_) if remembered => Sim::start(SimConfig { http_port: 0, https_port: 0, ..config }).await.context(what),
        other => other.context(what),
    }
}

fn port(url: &str) -> Result<u16> {
    Url::parse(url)?.port_or_known_default().with_context(|| format!("{url} has no port"))
}

fn connection(sim: &SimHandle, transport: Transport) -> DemoStore {
    let (url, fingerprint) = match transport {
        Transport::Tls => (sim.https_url(), Some(sim.tls_fingerprint_sha256().to_owned())),
        Transport::Plain => (sim.http_url(), None),
    };
    DemoStore {
        url: url.to_owned(),
        consumer_key: sim.consumer_key().to_owned(),
        consumer_secret: sim.consumer_secret().to_owned(),
        fingerprint,
    }
}

fn first() -> SimConfig {
    SimConfig {
        seed: 20_261,
        name: "Nordlicht Outdoor".into(),
        timezone: "Europe/Berlin".into(),
        currency: "EUR".into(),
        profile: Profile::Hpos10,
        ..common()
    }
}

fn second() -> SimConfig {
    SimConfig {
        seed: 20_262,
        name: "Anadolu El Sanatları".into(),
        timezone: "Europe/Istanbul".into(),
        currency: "TRY".into(),
        profile: Profile::Posts9,
        ..common()
    }
}

fn common() -> SimConfig {
    SimConfig {
        orders: 20_000,
        products: 400,
        customers: 4_000,
        shoppers: true,
        run_webhooks: true,
        ..SimConfig::default()
    }
}
