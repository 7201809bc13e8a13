//! Settings: read once, validated as a whole, all problems told at once.

mod keys;
mod layers;
mod problem;
mod read;
#[cfg(test)]
mod tests;

use std::{
    net::{Ipv4Addr, SocketAddr},
    path::{Path, PathBuf},
};

use fulexo_platform::net::HostPort;
use secrecy::SecretString;
use url::Url;

pub use keys::Key;
pub use layers::Layers;
pub use problem::{Origin, Problem, Problems};

/// What the process is about to do; decides what must be set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Everything, with or without the demo.
    Up {
        /// With the simulated stores.
        demo: bool,
    },
    /// API and web app.
    Serve,
    /// Jobs.
    Work,
    /// Schema changes.
    Migrate,
    /// Care of the embedded database.
    Database,
}

/// Addresses of the three roles, as far as they are set.
#[derive(Clone, Debug, Default)]
pub struct DatabaseUrls {
    /// The owner's.
    pub owner: Option<SecretString>,
    /// The tenant role's.
    pub tenant: Option<SecretString>,
    /// The system role's.
    pub system: Option<SecretString>,
}

/// How to log.
#[derive(Clone, Debug, Default)]
pub struct LogSettings {
    /// The filter, when one is set.
    pub filter: Option<String>,
    /// JSON (true), text (false), or by whether a terminal listens.
    pub json: Option<bool>,
}

/// The first owner.
#[derive(Clone, Debug)]
pub struct Admin {
    /// How he logs in.
    pub email: String,
    /// His first password.
    pub password: SecretString,
}

/// Validated settings.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Address of API and web app.
    pub listen: SocketAddr,
    /// Where stores reach us.
    pub public_url: Option<Url>,
    /// The folder of all data.
    pub data_dir: PathBuf,
    /// Address of `/metrics`; none means the default with a free port to fall back on.
    pub metrics_listen: Option<SocketAddr>,
    /// Private addresses that may be talked to.
    pub allow_private_targets: Vec<HostPort>,
    /// The first owner, when both e-mail and password are set.
    pub admin: Option<Admin>,
    /// PostgreSQL's programs.
    pub pg_bin: Option<PathBuf>,
    /// How to log.
    pub log: LogSettings,
    /// The master keys in hexadecimal, when set.
    pub master_key: Option<SecretString>,
    /// The database's addresses.
    pub database: DatabaseUrls,
}

/// Where API and web app listen by default.
pub const DEFAULT_LISTEN: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(Ipv4Addr::LOCALHOST), 8080);

impl Settings {
    /// Reads and validates everything for a purpose.
    pub fn load(purpose: Purpose, mut layers: Layers, home: &Home) -> Result<Self, Problems> {
        let data_dir = match layers.get(&keys::DATA_DIR) {
            Some((dir, _)) => PathBuf::from(dir),
            None => home.default_data_dir(),
        };
        let problems = layers.read_file(&data_dir.join("fulexo.toml"));
        read::read(purpose, &layers, data_dir, problems)
    }

    /// The name of the address setting, for sentences about its port.
    pub fn name_of_listen() -> &'static str {
        keys::LISTEN.env
    }

    /// The name of the metrics setting, for sentences about its port.
    pub fn name_of_metrics_listen() -> &'static str {
        keys::METRICS_LISTEN.env
    }
}

/// Whose machine this is, for the default data directory.
#[derive(Clone, Debug, Default)]
pub struct Home {
    /// Whether we are root.
    pub root: bool,
    /// `XDG_DATA_HOME`.
    pub xdg_data: Option<PathBuf>,
    /// `HOME`.
    pub home: Option<PathBuf>,
}

impl Home {
    fn default_data_dir(&self) -> PathBuf {
        if self.root {
            return PathBuf::from("/var/lib/fulexo");
        }
        let xdg = self.xdg_data.clone().filter(|dir| dir.is_absolute());
        let share = xdg.or_else(|| self.home.as_ref().map(|home| home.join(".local/share")));
        share.unwrap_or_else(|| Path::new("/tmp").into()).join("fulexo")
    }
}
